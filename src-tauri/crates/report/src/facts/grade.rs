use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// What a finding weighs. The order is the order of the report: the gravest first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Grade {
    /// The system's intended results are in doubt.
    MajorNonconformity,
    /// A requirement is not met; the intended results are not in doubt.
    MinorNonconformity,
    /// A weak spot; no requirement is breached by what was seen.
    Observation,
    /// A better way is possible.
    Opportunity,
    /// Noteworthy, worth sharing.
    GoodPractice,
}

impl Grade {
    /// All grades, the gravest first.
    pub const ALL: [Self; 5] =
        [Self::MajorNonconformity, Self::MinorNonconformity, Self::Observation, Self::Opportunity, Self::GoodPractice];

    /// The usual word. An organisation may use its own, see `AuditReportFacts::grade_labels`.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::MajorNonconformity => "Major nonconformity",
            Self::MinorNonconformity => "Minor nonconformity",
            Self::Observation => "Observation",
            Self::Opportunity => "Opportunity for improvement",
            Self::GoodPractice => "Good practice",
        }
    }

    /// Whether a requirement was found unmet.
    #[must_use]
    pub const fn is_nonconformity(self) -> bool {
        matches!(self, Self::MajorNonconformity | Self::MinorNonconformity)
    }
}

/// What the auditor answered to one question.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Verdict {
    /// Met, by what was seen.
    Conforming,
    /// Met, and worth telling others.
    GoodPractice,
    /// Not met; intended results are in doubt.
    Major,
    /// Not met; intended results are not in doubt.
    Minor,
    /// Met, with a weak spot.
    Observation,
    /// Met, and a better way is possible.
    Opportunity,
    /// There is no instance of what the question asks about; the reason is given.
    NotApplicable,
    /// Looked for and not judged; the reason is given.
    NotAssessed,
    /// Nobody has answered it.
    Unanswered,
}

impl Verdict {
    /// The word on paper.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Conforming => "Conforming",
            Self::GoodPractice => "Good practice",
            Self::Major => "Major nonconformity",
            Self::Minor => "Minor nonconformity",
            Self::Observation => "Observation",
            Self::Opportunity => "Opportunity",
            Self::NotApplicable => "Not applicable",
            Self::NotAssessed => "Not assessed",
            Self::Unanswered => "Not answered",
        }
    }
}
