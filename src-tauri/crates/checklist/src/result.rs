use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::{Question, Verdict};

/// What the answers of a clause come to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum ClauseResult {
    /// Nothing was concluded yet. Never the same as conforming.
    Open,
    /// At least one question conforms and none says otherwise.
    Conforming,
    /// Conforming, with observations or opportunities.
    WithRemarks,
    /// At least one requirement is not met.
    Nonconforming,
    /// No instance occurred.
    NotApplicable,
    /// Not looked at.
    NotAssessed,
}

/// What the answers of a clause come to: the worst decides; the absence of answers is never conformity.
#[must_use]
pub fn result_of<'a>(questions: impl IntoIterator<Item = &'a Question>) -> ClauseResult {
    let verdicts: Vec<Verdict> = questions.into_iter().filter_map(|question| question.verdict).collect();
    let any = |wanted: &[Verdict]| verdicts.iter().any(|verdict| wanted.contains(verdict));
    if any(&[Verdict::Minor, Verdict::Major]) {
        ClauseResult::Nonconforming
    } else if any(&[Verdict::Observation, Verdict::Opportunity]) {
        ClauseResult::WithRemarks
    } else if any(&[Verdict::Conforming, Verdict::GoodPractice]) {
        ClauseResult::Conforming
    } else if any(&[Verdict::NotApplicable]) {
        ClauseResult::NotApplicable
    } else if any(&[Verdict::NotAssessed]) {
        ClauseResult::NotAssessed
    } else {
        ClauseResult::Open
    }
}
