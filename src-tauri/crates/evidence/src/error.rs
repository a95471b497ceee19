use audit::{AuditError, Untimely};
use ground::{Day, Explain, Fault};

use crate::Area;

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
    /// It no longer counts.
    #[error("{reference} was withdrawn.")]
    Withdrawn {
        /// The evidence.
        reference: String,
    },
    /// Its bytes are no picture.
    #[error("This file is no picture that can be shown here.")]
    NotAPicture,
    /// Its bytes begin like a picture and don't go on like one.
    #[error("This picture is damaged: {why}.")]
    PictureDamaged {
        /// What the decoder says.
        why: String,
    },
    /// Its pixels would fill the memory.
    #[error("This picture of {width} × {height} pixels is too large to be shown.")]
    PictureTooLarge {
        /// Pixels from left to right.
        width: u32,
        /// Pixels from top to bottom.
        height: u32,
    },
    /// What is to be covered is not in the picture.
    #[error("The area {area} lies beside the picture of {width} × {height} pixels.")]
    AreaOutside {
        /// The area.
        area: Area,
        /// Pixels from left to right.
        width: u32,
        /// Pixels from top to bottom.
        height: u32,
    },
    /// More is to be covered than can be looked after.
    #[error("More than {most} areas are to be covered in one picture.")]
    TooManyAreas {
        /// How many may be.
        most: usize,
    },
    /// A request says what is to be seen.
    #[error("This request does not say what is to be seen.")]
    RequestSaysNothing,
    /// It would be due before it was asked for.
    #[error("The request would be due on {due}, before it is asked on {asked}.")]
    DueBeforeAsked {
        /// The day it is due.
        due: Day,
        /// The day it is asked.
        asked: Day,
    },
    /// It would have been received before it was asked for.
    #[error("{reference} would have been received on {received}, before it was asked on {asked}.")]
    ReceivedBeforeAsked {
        /// The request.
        reference: String,
        /// The day of receipt.
        received: Day,
        /// The day it was asked.
        asked: Day,
    },
    /// A clause that the audit does not look at.
    #[error("Clause {clause} is not in the scope of this audit.")]
    OutOfScope {
        /// The clause.
        clause: String,
    },
    /// Nobody of that id.
    #[error("There is no {what} of that id in this audit.")]
    Unknown {
        /// What was looked for.
        what: &'static str,
    },
    /// The request is over.
    #[error("{reference} was withdrawn.")]
    RequestWithdrawn {
        /// The request.
        reference: String,
    },
    /// The audit refuses.
    #[error(transparent)]
    Audit(#[from] AuditError),
    /// Something broke, or the book refused.
    #[error(transparent)]
    Fault(#[from] Fault),
}

impl From<Untimely> for EvidenceError {
    fn from(untimely: Untimely) -> Self {
        match untimely {
            Untimely::BeforeAudit { on, start } => Self::BeforeAudit { on, start },
            Untimely::InFuture { on } => Self::InFuture { on },
        }
    }
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
            Self::Withdrawn { .. } => "evidence.withdrawn",
            Self::NotAPicture => "evidence.not-a-picture",
            Self::PictureDamaged { .. } => "evidence.picture-damaged",
            Self::PictureTooLarge { .. } => "evidence.picture-too-large",
            Self::AreaOutside { .. } => "evidence.area-outside",
            Self::TooManyAreas { .. } => "evidence.too-many-areas",
            Self::RequestSaysNothing => "request.says-nothing",
            Self::DueBeforeAsked { .. } => "request.due-before-asked",
            Self::ReceivedBeforeAsked { .. } => "request.received-before-asked",
            Self::OutOfScope { .. } => "request.out-of-scope",
            Self::Unknown { .. } => "request.unknown",
            Self::RequestWithdrawn { .. } => "request.withdrawn",
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
            Self::Withdrawn { .. } => {
                "Capture it again if it counts after all; what was withdrawn stays readable.".to_owned()
            }
            Self::NotAPicture => "Save a copy and open it with the program it was made with.".to_owned(),
            Self::PictureDamaged { .. } => "Ask for the picture anew; the bytes stay as they were captured.".to_owned(),
            Self::PictureTooLarge { .. } => "Save a copy, make it smaller, and attach that as well.".to_owned(),
            Self::AreaOutside { .. } => "Draw the area inside the picture.".to_owned(),
            Self::TooManyAreas { .. } => "Cover the picture with fewer, larger areas.".to_owned(),
            Self::RequestSaysNothing => "Write what you want to see, so that the auditee can hand it over.".to_owned(),
            Self::DueBeforeAsked { .. } | Self::ReceivedBeforeAsked { .. } => "Correct the day.".to_owned(),
            Self::OutOfScope { .. } => "Choose a clause in scope, or add it to the plan.".to_owned(),
            Self::Unknown { .. } => "Choose one from the list.".to_owned(),
            Self::RequestWithdrawn { .. } => "Ask for it anew; what was withdrawn stays readable.".to_owned(),
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
