use audit::AuditError;
use book::BookError;
use ground::{Explain, Fault, Severity};
use table::TableError;

use crate::{MappingError, RuleError};

/// Why a population may refuse.
#[derive(Debug, thiserror::Error)]
pub enum PopulationError {
    /// Nobody could find it again.
    #[error("The population has no name.")]
    NoTitle,
    /// Evidence without a source is hearsay.
    #[error("It is not said who supplied “{title}”.")]
    NoSupplier {
        /// The population.
        title: String,
    },
    /// A column that the table does not have.
    #[error("There is no column “{column}” in {file}.")]
    NoColumn {
        /// What was asked for.
        column: String,
        /// The file.
        file: String,
    },
    /// No attribute of groups.
    #[error("The column “{column}” has more than {most} different values, which make no strata.")]
    TooManyStrata {
        /// The column.
        column: String,
        /// The most.
        most: usize,
    },
    /// It is no longer used.
    #[error("{reference} was withdrawn: {reason}.")]
    Withdrawn {
        /// The population.
        reference: String,
        /// Why.
        reason: String,
    },
    /// Withdrawing says why.
    #[error("Withdrawing {reference} needs a reason.")]
    NeedsReason {
        /// The population.
        reference: String,
    },
    /// A sample rests on it.
    #[error("{sample} was drawn from {reference}, so it can’t be withdrawn.")]
    InUse {
        /// The population.
        reference: String,
        /// The sample.
        sample: String,
    },
    /// The person stopped it.
    #[error("Reading {file} was stopped before it finished.")]
    Cancelled {
        /// The file.
        file: String,
    },
    /// The question belongs to another audit.
    #[error("The question does not belong to this audit.")]
    OtherAudit,
    /// The file can't be read as a table.
    #[error(transparent)]
    Table(TableError),
    /// The columns can't mean that.
    #[error(transparent)]
    Mapping(#[from] MappingError),
    /// A rule can't be read.
    #[error(transparent)]
    Rule(#[from] RuleError),
    /// The audit refuses.
    #[error(transparent)]
    Audit(#[from] AuditError),
    /// The book refuses.
    #[error(transparent)]
    Book(#[from] BookError),
    /// Something broke, or the book refused.
    #[error(transparent)]
    Fault(#[from] Fault),
}

impl From<TableError> for PopulationError {
    fn from(error: TableError) -> Self {
        Self::Table(error)
    }
}

impl Explain for PopulationError {
    fn code(&self) -> &'static str {
        match self {
            Self::NoTitle => "population.no-title",
            Self::NoSupplier { .. } => "population.no-supplier",
            Self::NoColumn { .. } => "population.no-column",
            Self::TooManyStrata { .. } => "population.too-many-strata",
            Self::Withdrawn { .. } => "population.withdrawn",
            Self::NeedsReason { .. } => "population.needs-reason",
            Self::InUse { .. } => "population.in-use",
            Self::Cancelled { .. } => "cancelled",
            Self::OtherAudit => "population.other-audit",
            Self::Table(error) => error.code(),
            Self::Mapping(error) => error.code(),
            Self::Rule(error) => error.code(),
            Self::Audit(error) => error.code(),
            Self::Book(error) => error.code(),
            Self::Fault(_) => "fault",
        }
    }
    fn remedy(&self) -> String {
        match self {
            Self::NoTitle => "Name the records and their period, such as “Incidents 2025”.".to_owned(),
            Self::NoSupplier { .. } => "Write the name of the person who ran the export.".to_owned(),
            Self::NoColumn { .. } => "Choose one of the columns that the preview shows.".to_owned(),
            Self::TooManyStrata { .. } => "Choose a column of few values, such as the priority.".to_owned(),
            Self::Withdrawn { .. } => "Bring the records in again, or choose another population.".to_owned(),
            Self::NeedsReason { .. } => "Say why it no longer counts; it stays readable.".to_owned(),
            Self::InUse { .. } => "Withdraw the sample first, with the reason.".to_owned(),
            Self::Cancelled { .. } => "Start it again when you want it.".to_owned(),
            Self::OtherAudit => "Choose a question of this audit.".to_owned(),
            Self::Table(error) => error.remedy(),
            Self::Mapping(error) => error.remedy(),
            Self::Rule(error) => error.remedy(),
            Self::Audit(error) => error.remedy(),
            Self::Book(error) => error.remedy(),
            Self::Fault(_) => "Try again.".to_owned(),
        }
    }
    fn severity(&self) -> Severity {
        match self {
            Self::Cancelled { .. } => Severity::Cancelled,
            Self::Table(error) => error.severity(),
            Self::Book(error) => error.severity(),
            _ => Severity::Refusal,
        }
    }
    fn fault(&self) -> Option<&Fault> {
        match self {
            Self::Fault(fault) => Some(fault),
            Self::Audit(error) => error.fault(),
            Self::Book(error) => error.fault(),
            _ => None,
        }
    }
}
