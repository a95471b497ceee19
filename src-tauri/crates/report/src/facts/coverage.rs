use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::Clause;

/// One planned clause and what came of it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct CoverageLine {
    /// Which clause.
    pub clause: Clause,
    /// The sites at which it was looked at, in words; may be empty.
    pub sites: String,
    /// What came of it.
    pub result: CoverageResult,
    /// Questions answered.
    pub answered: u32,
    /// Questions asked.
    pub questions: u32,
    /// References of the findings on this clause.
    pub findings: Vec<String>,
    /// Why it was not assessed, or why there was no instance; may be empty.
    pub reason: String,
}

/// What came of a planned clause.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum CoverageResult {
    /// Met, by the sample taken.
    Conforming,
    /// Met, with observations or opportunities.
    ConformingWithRemarks,
    /// At least one requirement is not met.
    Nonconforming,
    /// Nothing in the period to which the clause applies. Counts as neither met nor unmet.
    NoInstance,
    /// Planned and not assessed; the reason is given.
    NotAssessed,
}

impl CoverageResult {
    /// All results, in the order of the legend.
    pub const ALL: [Self; 5] =
        [Self::Conforming, Self::ConformingWithRemarks, Self::Nonconforming, Self::NoInstance, Self::NotAssessed];

    /// The word on paper.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Conforming => "Conforming",
            Self::ConformingWithRemarks => "Conforming, with remarks",
            Self::Nonconforming => "Nonconforming",
            Self::NoInstance => "No instance",
            Self::NotAssessed => "Not assessed",
        }
    }
}

/// Something in the scope that was not covered.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct NotCovered {
    /// What: a clause, a site, a service.
    pub what: String,
    /// Why not.
    pub reason: String,
    /// When it will be, or what was decided instead; may be empty.
    pub plan: String,
}
