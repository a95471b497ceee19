use audit::AuditError;
use ground::{Day, Explain, Fault};

/// Why evidence may refuse.
#[derive(Debug, thiserror::Error)]
pub enum EvidenceError {
    /// Words are what this kind of evidence consists of.
    #[error("This evidence has no description.")]
    NoWords,
    /// Bytes are what this kind of evidence consists of.
    #[error("The file “{name}” is empty.")]
    NoBytes {
        /// The file's name.
        name: String,
    },
    /// An interview has no file.
    #[error("Evidence of this kind is written down, not attached.")]
    WordsOnly,
    /// The question belongs to another audit.
    #[error("The question does not belong to this audit.")]
    OtherAudit,
    /// What was seen lies before the audit.
    #[error("{on} lies before the audit begins on {start}.")]
    BeforeAudit {
        /// The day given.
        on: Day,
        /// The first day of the audit.
        start: Day,
    },
    /// What was seen lies in the future.
    #[error("{on} lies in the future.")]
    InFuture {
        /// The day given.
        on: Day,
    },
    /// Withdrawing says why.
    #[error("Withdrawing {reference} needs a reason.")]
    NeedsReason {
        /// The evidence.
        reference: String,
    },
    /// It has no bytes to hand out.
    #[error("{reference} has no file.")]
    NoFile {
        /// The evidence.
        reference: String,
    },
    /// The audit refuses.
    #[error(transparent)]
    Audit(#[from] AuditError),
    /// Something broke, or the book refused.
    #[error(transparent)]
    Fault(#[from] Fault),
}

impl Explain for EvidenceError {
    fn code(&self) -> &'static str {
        match self {
            Self::NoWords => "evidence.no-words",
            Self::NoBytes { .. } => "evidence.no-bytes",
            Self::WordsOnly => "evidence.words-only",
            Self::OtherAudit => "evidence.other-audit",
            Self::BeforeAudit { .. } => "evidence.before-audit",
            Self::InFuture { .. } => "evidence.in-future",
            Self::NeedsReason { .. } => "evidence.needs-reason",
            Self::NoFile { .. } => "evidence.no-file",
            Self::Audit(error) => error.code(),
            Self::Fault(_) => "fault",
        }
    }
    fn remedy(&self) -> String {
        match self {
            Self::NoWords => "Write what was seen or said, so that a third person could find it again.".to_owned(),
            Self::NoBytes { .. } => "Choose the file again; ask for it anew if it is empty at its source.".to_owned(),
            Self::WordsOnly => "Choose “file” or “photo” for something with bytes.".to_owned(),
            Self::OtherAudit => "Choose a question of this audit.".to_owned(),
            Self::BeforeAudit { .. } => "Correct the day, or the dates in the plan.".to_owned(),
            Self::InFuture { .. } => "Correct the day.".to_owned(),
            Self::NeedsReason { .. } => "Say why it no longer counts; it stays readable.".to_owned(),
            Self::NoFile { .. } => "Read its description; it was written down, not attached.".to_owned(),
            Self::Audit(error) => error.remedy(),
            Self::Fault(_) => "Try again.".to_owned(),
        }
    }
    fn fault(&self) -> Option<&Fault> {
        match self {
            Self::Fault(fault) => Some(fault),
            Self::Audit(error) => error.fault(),
            _ => None,
        }
    }
}
