use std::fmt;

use book::{Act, Writing};
use checklist::Verdict;
use ground::Id;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::{Finding, FindingError};

/// The act as history names it.
pub const GRADE: Act = Act::named("finding.grade");

/// How much a finding weighs.
///
/// Source: the grades of ISO/IEC 17021-1, which internal audits use as a convention. ISO/IEC 20000-1 itself knows none.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Grade {
    /// A requirement is not met, and intended results are in doubt.
    Major,
    /// A requirement is not met; intended results are not in doubt.
    Minor,
    /// A weak spot; no requirement is breached by the evidence seen.
    Observation,
    /// A better way is possible.
    Opportunity,
    /// Worth telling others.
    GoodPractice,
}

impl Grade {
    /// Whether a requirement is not met.
    #[must_use]
    pub const fn is_nonconformity(self) -> bool {
        matches!(self, Self::Major | Self::Minor)
    }

    /// The letters of its reference. The grade of a nonconformity is never part of the number.
    #[must_use]
    pub const fn letters(self) -> &'static str {
        match self {
            Self::Major | Self::Minor => "NC",
            Self::Observation => "OBS",
            Self::Opportunity => "OFI",
            Self::GoodPractice => "GP",
        }
    }

    /// The grade that goes with a verdict, where it goes with one.
    #[must_use]
    pub const fn of_verdict(verdict: Verdict) -> Option<Self> {
        match verdict {
            Verdict::Major => Some(Self::Major),
            Verdict::Minor => Some(Self::Minor),
            Verdict::Observation => Some(Self::Observation),
            Verdict::Opportunity => Some(Self::Opportunity),
            Verdict::GoodPractice => Some(Self::GoodPractice),
            Verdict::Conforming | Verdict::NotApplicable | Verdict::NotAssessed => None,
        }
    }
}

impl fmt::Display for Grade {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Major => "major nonconformity",
            Self::Minor => "minor nonconformity",
            Self::Observation => "observation",
            Self::Opportunity => "opportunity for improvement",
            Self::GoodPractice => "good practice",
        })
    }
}

/// Grades a finding differently, with the act's reason. Its number stays.
///
/// # Errors
/// Refuses without a reason, once it is issued, and to make a nonconformity with evidence milder than one.
pub fn regrade(writing: &mut Writing<'_>, finding: Id<Finding>, grade: Grade) -> Result<Finding, FindingError> {
    let mut finding = crate::describe::open(writing, finding)?;
    let reason = writing.reason.map(str::trim).unwrap_or_default();
    if reason.is_empty() {
        return Err(FindingError::GradeNeedsReason { grade });
    }
    if finding.grade.is_nonconformity() && !grade.is_nonconformity() && !finding.evidence.is_empty() {
        return Err(FindingError::Softened { to: grade });
    }
    if finding.final_reference && finding.grade.letters() != grade.letters() {
        return Err(FindingError::NumberGiven { reference: finding.reference });
    }
    finding.grade = grade;
    finding.grade_reason = reason.to_owned();
    writing.put(&finding)?;
    Ok(finding)
}
