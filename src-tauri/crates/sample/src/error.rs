use audit::AuditError;
use ground::{Explain, Fault, Severity};
use population::PopulationError;
use sampling::SamplingError;

/// Why a sample may refuse.
#[derive(Debug, thiserror::Error)]
pub enum SampleError {
    /// Nobody could tell it from another.
    #[error("The sample has no title.")]
    NoTitle,
    /// Nothing is tested.
    #[error("What the records are tested for is not said.")]
    NoAttributes,
    /// An attribute without words.
    #[error("The attribute has no name.")]
    NoName,
    /// Two columns of one name.
    #[error("“{name}” is tested already.")]
    SameName {
        /// The name.
        name: String,
    },
    /// Dropping an attribute after the draw says why.
    #[error("No longer testing “{name}” needs a reason.")]
    DropNeedsReason {
        /// The attribute.
        name: String,
    },
    /// Not applicable says why.
    #[error("“Not applicable” for {record} needs a reason.")]
    ReasonNeeded {
        /// The record.
        record: String,
    },
    /// Evidence that is not there.
    #[error("This evidence is not in the audit, or was withdrawn.")]
    NoEvidence,
    /// Values are for draws by value.
    #[error("{reference} is not drawn by value.")]
    NotByValue {
        /// The sample.
        reference: String,
    },
    /// Not a number.
    #[error("“{value}” is no number.")]
    NoNumber {
        /// What was typed.
        value: String,
    },
    /// Nothing is drawn yet.
    #[error("{reference} is not drawn yet.")]
    NotDrawn {
        /// The sample.
        reference: String,
    },
    /// The draw is made once.
    #[error("{reference} is drawn already, so what is drawn stays.")]
    AlreadyDrawn {
        /// The sample.
        reference: String,
    },
    /// The record no longer counts.
    #[error("{record} was replaced, so it is not tested.")]
    Replaced {
        /// The record.
        record: String,
    },
    /// The attribute is not tested in this sample.
    #[error("This attribute is not tested in this sample.")]
    NoAttribute,
    /// It is concluded.
    #[error("{reference} is concluded.")]
    Concluded {
        /// The sample.
        reference: String,
    },
    /// It no longer counts.
    #[error("{reference} was withdrawn.")]
    Withdrawn {
        /// The sample.
        reference: String,
    },
    /// Judgement says why.
    #[error("A sample by judgement needs the reason for these records.")]
    NeedsRationale,
    /// A draw needs a list.
    #[error("A sample of this method is drawn from a population, and none is chosen.")]
    NoPopulation,
    /// How many.
    #[error("How many records are to be drawn is not said.")]
    NoSize,
    /// More than anybody looks at one by one.
    #[error("{size} records are more than a sheet holds; the most is {most}.")]
    TooMany {
        /// How many were asked for.
        size: u64,
        /// The most.
        most: u64,
    },
    /// Strata come from a column.
    #[error("A stratified sample needs the column whose values are the strata.")]
    NoStratumColumn,
    /// Weights come from a column.
    #[error("A draw by value needs the column that holds the amounts.")]
    NoValueColumn,
    /// A stratum that the population does not have.
    #[error("There is no stratum “{name}” among the records.")]
    NoStratum {
        /// The name.
        name: String,
    },
    /// Records are still to be looked at.
    #[error("{open} cells of {reference} are still empty; the first is “{attribute}” of {record}.")]
    StillOpen {
        /// How many.
        open: usize,
        /// The sample.
        reference: String,
        /// The first.
        attribute: String,
        /// Of which record.
        record: String,
    },
    /// A failure says what was seen.
    #[error("{record} failed “{attribute}”, and it is not said what was seen.")]
    FailureWithoutWords {
        /// The record.
        record: String,
        /// The attribute.
        attribute: String,
    },
    /// The conclusion is missing.
    #[error("{reference} has no conclusion.")]
    NoConclusion {
        /// The sample.
        reference: String,
    },
    /// It is not concluded.
    #[error("{reference} is not concluded.")]
    NotConcluded {
        /// The sample.
        reference: String,
    },
    /// This takes a reason.
    #[error("{what} needs a reason.")]
    NeedsReason {
        /// What does.
        what: String,
    },
    /// A draw of this method has no next record.
    #[error("A {method} draw has no next records.")]
    NoNext {
        /// The method in words.
        method: &'static str,
    },
    /// There are no more records.
    #[error("Every record of the population is drawn already.")]
    Exhausted,
    /// What was drawn is not what the draw gives.
    #[error("The draw of {reference} can’t be repeated: record {place} would be {now} and was {was}.")]
    NotRepeated {
        /// The sample.
        reference: String,
        /// The place in the draw.
        place: usize,
        /// What it would be.
        now: String,
        /// What it was.
        was: String,
    },
    /// Judgement does not draw.
    #[error("{reference} is chosen by judgement, so chance draws nothing.")]
    NotByChance {
        /// The sample.
        reference: String,
    },
    /// Only judgement adds records by hand.
    #[error("Chance draws {reference}, so records can’t be added by hand.")]
    NotByJudgement {
        /// The sample.
        reference: String,
    },
    /// The record is in the sample.
    #[error("{record} is in the sample already.")]
    AlreadyIn {
        /// The record.
        record: String,
    },
    /// A record that is not in the population.
    #[error("There is no record “{record}” among the records of {population}.")]
    NoRecord {
        /// What was asked for.
        record: String,
        /// The population.
        population: String,
    },
    /// No failure, no finding.
    #[error("Nothing failed “{what}” in {reference}.")]
    NothingFailed {
        /// The attribute.
        what: String,
        /// The sample.
        reference: String,
    },
    /// The question belongs to another audit.
    #[error("The question does not belong to this audit.")]
    OtherAudit,
    /// The arithmetic refuses.
    #[error(transparent)]
    Sampling(#[from] SamplingError),
    /// The population refuses.
    #[error(transparent)]
    Population(#[from] PopulationError),
    /// The audit refuses.
    #[error(transparent)]
    Audit(#[from] AuditError),
    /// Something broke, or the book refused.
    #[error(transparent)]
    Fault(#[from] Fault),
}

impl Explain for SampleError {
    fn code(&self) -> &'static str {
        match self {
            Self::NoTitle => "sample.no-title",
            Self::NoAttributes => "sample.no-attributes",
            Self::NoName => "sample.no-name",
            Self::SameName { .. } => "sample.same-name",
            Self::DropNeedsReason { .. } => "sample.drop-needs-reason",
            Self::ReasonNeeded { .. } => "sample.reason-needed",
            Self::NoEvidence => "sample.no-evidence",
            Self::NotByValue { .. } => "sample.not-by-value",
            Self::NoNumber { .. } => "sample.no-number",
            Self::NotDrawn { .. } => "sample.not-drawn",
            Self::AlreadyDrawn { .. } => "sample.already-drawn",
            Self::Replaced { .. } => "sample.replaced",
            Self::NoAttribute => "sample.no-attribute",
            Self::Concluded { .. } => "sample.concluded",
            Self::Withdrawn { .. } => "sample.withdrawn",
            Self::NeedsRationale => "sample.needs-rationale",
            Self::NoPopulation => "sample.no-population",
            Self::NoSize => "sample.no-size",
            Self::TooMany { .. } => "sample.too-many",
            Self::NoStratumColumn => "sample.no-stratum-column",
            Self::NoValueColumn => "sample.no-value-column",
            Self::NoStratum { .. } => "sample.no-stratum",
            Self::StillOpen { .. } => "sample.still-open",
            Self::FailureWithoutWords { .. } => "sample.failure-without-words",
            Self::NoConclusion { .. } => "sample.no-conclusion",
            Self::NotConcluded { .. } => "sample.not-concluded",
            Self::NeedsReason { .. } => "sample.needs-reason",
            Self::NoNext { .. } => "sample.no-next",
            Self::Exhausted => "sample.exhausted",
            Self::NotRepeated { .. } => "sample.not-repeated",
            Self::NotByChance { .. } => "sample.not-by-chance",
            Self::NotByJudgement { .. } => "sample.not-by-judgement",
            Self::AlreadyIn { .. } => "sample.already-in",
            Self::NoRecord { .. } => "sample.no-record",
            Self::NothingFailed { .. } => "sample.nothing-failed",
            Self::OtherAudit => "sample.other-audit",
            Self::Sampling(error) => error.code(),
            Self::Population(error) => error.code(),
            Self::Audit(error) => error.code(),
            Self::Fault(_) => "fault",
        }
    }
    fn remedy(&self) -> String {
        match self {
            Self::NoTitle => "Name the records and what they are tested for.".to_owned(),
            Self::NoAttributes => "Add at least one thing that every record is tested for.".to_owned(),
            Self::NoName => "Say in a few words what is tested.".to_owned(),
            Self::SameName { .. } => "Name it differently, or use the one that is there.".to_owned(),
            Self::DropNeedsReason { .. } => "Say why it is no longer tested; what was seen stays readable.".to_owned(),
            Self::ReasonNeeded { .. } => "Write why it does not apply to this record.".to_owned(),
            Self::NoEvidence => "Choose evidence of this audit that counts.".to_owned(),
            Self::NotByValue { .. } => "Leave the value empty, or plan a draw by value.".to_owned(),
            Self::NoNumber { .. } => "Type an amount such as 1250.50.".to_owned(),
            Self::NotDrawn { .. } => "Draw it first; records are fixed before they are tested.".to_owned(),
            Self::AlreadyDrawn { .. } => "Extend it, or plan another sample.".to_owned(),
            Self::Replaced { .. } => "Test the record that stands in for it.".to_owned(),
            Self::NoAttribute => "Choose one of the columns of the sheet.".to_owned(),
            Self::Concluded { .. } => "Open it again, with the reason, if something has to change.".to_owned(),
            Self::Withdrawn { .. } => "Plan a new sample; its number is not given again.".to_owned(),
            Self::NeedsRationale => "Write why these records and not others.".to_owned(),
            Self::NoPopulation => "Bring the records in first, or choose by judgement.".to_owned(),
            Self::NoSize => "Work the size out, or type it.".to_owned(),
            Self::TooMany { .. } => "Hold a rule against every row instead, or draw fewer.".to_owned(),
            Self::NoStratumColumn => "Choose a column, such as the priority.".to_owned(),
            Self::NoValueColumn => "Choose a column of amounts.".to_owned(),
            Self::NoStratum { .. } => "Choose the strata anew from the records.".to_owned(),
            Self::StillOpen { .. } => "Test them; what can’t be found is a fail.".to_owned(),
            Self::FailureWithoutWords { .. } => "Write in the cell’s note what was seen.".to_owned(),
            Self::NoConclusion { .. } => "Write what the sample says about the requirement.".to_owned(),
            Self::NotConcluded { .. } => "Go on with the sheet.".to_owned(),
            Self::NeedsReason { .. } => "Say why; it stays readable.".to_owned(),
            Self::NoNext { .. } => "Draw a second sample from the same population.".to_owned(),
            Self::Exhausted => "Conclude with what is there; nothing is left to draw.".to_owned(),
            Self::NotRepeated { .. } => "Run `tick check`, and take the workspace from a backup.".to_owned(),
            Self::NotByChance { .. } => "Add the records by their numbers.".to_owned(),
            Self::NotByJudgement { .. } => "Extend the draw, or plan a sample by judgement beside it.".to_owned(),
            Self::AlreadyIn { .. } => "Choose another record.".to_owned(),
            Self::NoRecord { .. } => "Look its number up in the table of the population.".to_owned(),
            Self::NothingFailed { .. } => "Raise a finding from an attribute that failed.".to_owned(),
            Self::OtherAudit => "Choose a question of this audit.".to_owned(),
            Self::Sampling(error) => error.remedy(),
            Self::Population(error) => error.remedy(),
            Self::Audit(error) => error.remedy(),
            Self::Fault(_) => "Try again.".to_owned(),
        }
    }
    fn severity(&self) -> Severity {
        match self {
            Self::Population(error) => error.severity(),
            _ => Severity::Refusal,
        }
    }
    fn fault(&self) -> Option<&Fault> {
        match self {
            Self::Fault(fault) => Some(fault),
            Self::Audit(error) => error.fault(),
            Self::Population(error) => error.fault(),
            _ => None,
        }
    }
}
