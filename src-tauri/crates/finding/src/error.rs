use audit::AuditError;
use ground::{Explain, Fault};

use crate::Grade;

/// Why a finding may refuse. Each is something the auditor can act on; a [`Fault`] is not.
#[derive(Debug, thiserror::Error)]
pub enum FindingError {
    /// Held against nothing.
    #[error("This finding cites no clause.")]
    NoClause,
    /// Held against something the audit does not look at.
    #[error("Clause {clause} is not in the scope of this audit.")]
    OutOfScope {
        /// The clause.
        clause: String,
    },
    /// Something it needs is missing.
    #[error("{reference}, a {grade}, can’t be issued: it has {what}.")]
    Incomplete {
        /// The finding.
        reference: String,
        /// Its grade.
        grade: Grade,
        /// What it lacks, in the middle of a sentence.
        what: &'static str,
        /// Which part that is.
        lacks: crate::Shortcoming,
    },
    /// A grade says why.
    #[error("Grading this as {grade} needs a reason.")]
    GradeNeedsReason {
        /// The grade.
        grade: Grade,
    },
    /// Evidence of an unmet requirement is a nonconformity.
    #[error("There is evidence that a requirement is not met, so this can’t become an {to}.")]
    Softened {
        /// What it was to become.
        to: Grade,
    },
    /// The number says what type it is.
    #[error("{reference} has its final number, so its type is fixed.")]
    NumberGiven {
        /// The finding.
        reference: String,
    },
    /// It was withdrawn.
    #[error("{reference} was withdrawn.")]
    Withdrawn {
        /// The finding.
        reference: String,
    },
    /// Its words are quoted by a signed report.
    #[error("{reference} is quoted by a signed report, so its words are fixed.")]
    Issued {
        /// The finding.
        reference: String,
    },
    /// Withdrawing says why.
    #[error("Withdrawing {reference} needs a reason.")]
    WithdrawNeedsReason {
        /// The finding.
        reference: String,
    },
    /// Disputing says why.
    #[error("Disputing {reference} needs the auditee’s words.")]
    DisputeNeedsWords {
        /// The finding.
        reference: String,
    },
    /// Evidence, question or place that this audit does not have.
    #[error("There is no {what} of that id in this audit.")]
    Unknown {
        /// What was looked for.
        what: &'static str,
    },
    /// The audit refuses.
    #[error(transparent)]
    Audit(#[from] AuditError),
    /// Something broke, or the book refused.
    #[error(transparent)]
    Fault(#[from] Fault),
}

impl Explain for FindingError {
    fn code(&self) -> &'static str {
        match self {
            Self::NoClause => "finding.no-clause",
            Self::OutOfScope { .. } => "finding.out-of-scope",
            Self::Incomplete { lacks, .. } => lacks.code(),
            Self::GradeNeedsReason { .. } => "finding.grade-needs-reason",
            Self::Softened { .. } => "finding.softened",
            Self::NumberGiven { .. } => "finding.number-given",
            Self::Withdrawn { .. } => "finding.withdrawn",
            Self::Issued { .. } => "finding.issued",
            Self::WithdrawNeedsReason { .. } => "finding.withdraw-needs-reason",
            Self::DisputeNeedsWords { .. } => "finding.dispute-needs-words",
            Self::Unknown { .. } => "finding.unknown",
            Self::Audit(error) => error.code(),
            Self::Fault(_) => "fault",
        }
    }
    fn remedy(&self) -> String {
        match self {
            Self::NoClause => "Choose the clause it is held against.".to_owned(),
            Self::OutOfScope { .. } => "Choose a clause in scope, or add it to the plan.".to_owned(),
            Self::Incomplete { lacks, .. } => lacks.remedy().to_owned(),
            Self::GradeNeedsReason { .. } => "Say in a sentence why it weighs that much.".to_owned(),
            Self::Softened { .. } => {
                "Keep it a minor nonconformity, or take off evidence that does not show it.".to_owned()
            }
            Self::NumberGiven { .. } => "Withdraw it with a reason and raise another.".to_owned(),
            Self::Withdrawn { .. } => "Raise a new finding.".to_owned(),
            Self::Issued { .. } => "Open a new revision of the report with a reason.".to_owned(),
            Self::WithdrawNeedsReason { .. } => "Say why it no longer stands; it stays readable.".to_owned(),
            Self::DisputeNeedsWords { .. } => "Write down what the auditee says, word for word.".to_owned(),
            Self::Unknown { .. } => "Choose one from the list.".to_owned(),
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
