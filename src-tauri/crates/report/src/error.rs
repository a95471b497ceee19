use std::error::Error;

use ground::{Explain, Fault, Severity};

/// Why a report is not printed.
#[derive(Debug, thiserror::Error)]
pub enum ReportError {
    /// An issued report carries the day on which it was issued.
    #[error("Report {reference} has no day of issue.")]
    NoDayOfIssue {
        /// The report.
        reference: String,
    },
    /// A later revision says what changed and what it supersedes.
    #[error("Report {reference} is revision {revision} and does not say what changed.")]
    NoChangeNote {
        /// The report.
        reference: String,
        /// Its revision.
        revision: u32,
    },
    /// A nonconformity has a requirement, evidence and a statement; otherwise it can't be presented.
    #[error("Nonconformity {finding} has no {missing}.")]
    IncompleteNonconformity {
        /// The finding.
        finding: String,
        /// What it lacks: `requirement`, `evidence`, `statement`.
        missing: &'static str,
    },
    /// A photograph that the paper names can't be printed.
    #[error("Photograph {photo} can't be printed: {reason}.")]
    UnusablePhoto {
        /// The photograph.
        photo: String,
        /// The end of the sentence.
        reason: String,
    },
    /// Something broke.
    #[error(transparent)]
    Fault(#[from] Fault),
}

impl ReportError {
    /// Something in the making of the file broke that the shipped parts promise to hold.
    pub(crate) fn broken(what: &str, cause: impl Into<Box<dyn Error + Send + Sync>>) -> Self {
        Self::Fault(Fault::bug(format!("{what} could not be used to write the report")).because(cause))
    }
}

impl Explain for ReportError {
    fn code(&self) -> &'static str {
        match self {
            Self::NoDayOfIssue { .. } => "report.no-day-of-issue",
            Self::NoChangeNote { .. } => "report.no-change-note",
            Self::IncompleteNonconformity { .. } => "report.incomplete-nonconformity",
            Self::UnusablePhoto { .. } => "report.unusable-photo",
            Self::Fault(_) => "report.fault",
        }
    }
    fn remedy(&self) -> String {
        match self {
            Self::NoDayOfIssue { .. } => "Enter the day of issue, or print a draft.".to_owned(),
            Self::NoChangeNote { .. } => "Write what changed since the revision before, and why.".to_owned(),
            Self::IncompleteNonconformity { finding, missing } => {
                format!("Add the {missing} to {finding}, or print a draft.")
            }
            Self::UnusablePhoto { photo, .. } => {
                format!("Make the report's copy of {photo} anew as JPEG or PNG in colour or grey, or print a draft.")
            }
            Self::Fault(fault) => fault.problem().remedy,
        }
    }
    fn severity(&self) -> Severity {
        match self {
            Self::Fault(_) => Severity::Fault,
            _ => Severity::Refusal,
        }
    }
}
