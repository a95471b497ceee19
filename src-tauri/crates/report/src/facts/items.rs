use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// One record of a sample.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(default)]
pub struct SampleItem {
    /// Its place in the draw, from 1.
    pub number: u64,
    /// Its id in the population.
    pub record_id: String,
    /// Its stratum; may be empty.
    pub stratum: String,
    /// What its row says, as far as it is worth printing.
    pub facts: Vec<RecordFact>,
    /// What the test of each attribute gave. An attribute without a result is open.
    pub results: Vec<AttributeResult>,
    /// Why it was replaced. Only a record that does not belong to the population may be.
    pub replaced: Option<String>,
    /// The id of the record that it stands in for.
    pub stands_in_for: Option<String>,
    /// A note on the record as a whole; may be empty.
    pub note: String,
    /// Who tested it; may be empty.
    pub tested_by: String,
}

/// One value of a record.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct RecordFact {
    /// What it is: `Opened`.
    pub label: String,
    /// As the record has it.
    pub value: String,
}

/// What one test of one record gave.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(default)]
pub struct AttributeResult {
    /// Which attribute: its place in the sample's list, from 0.
    pub attribute: usize,
    /// What it gave.
    pub result: TestResult,
    /// What was seen; may be empty.
    pub note: String,
    /// References of evidence; may be empty.
    pub evidence: Vec<String>,
}

/// What a test can give.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum TestResult {
    /// Not tested yet.
    #[default]
    Open,
    /// Met.
    Pass,
    /// Not met.
    Fail,
    /// The record could not be shown, which is a fail.
    NotFound,
    /// The attribute asks for something that this record can't have.
    NotApplicable,
}

impl TestResult {
    /// The word on paper.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Open => "open",
            Self::Pass => "pass",
            Self::Fail => "fail",
            Self::NotFound => "not found",
            Self::NotApplicable => "n/a",
        }
    }

    /// Whether it counts against the sample.
    #[must_use]
    pub const fn is_fail(self) -> bool {
        matches!(self, Self::Fail | Self::NotFound)
    }
}
