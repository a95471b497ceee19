use ground::Id;
use sampling::{LimitAnswer, MusAnswer, StratifiedAnswer};
use schemars::JsonSchema;
use serde::Serialize;

use crate::{Attribute, Item, Mark, Sample, SampleError, statistics};

/// One stratum and what was seen in it.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct StratumOutcome {
    /// Its name.
    pub name: String,
    /// How many records of it there are.
    pub population: u64,
    /// How many were drawn.
    pub drawn: u64,
    /// How many of them were tested.
    pub tested: u64,
    /// How many of the tested failed.
    pub failed: u64,
}

/// What a sample says so far about one attribute, or about the records as a whole.
#[derive(Debug, Clone, PartialEq, Serialize, JsonSchema)]
pub struct Outcome {
    /// The attribute; none for the records as a whole.
    pub attribute: Option<Id<Attribute>>,
    /// What was tested, in words.
    pub name: String,
    /// Records that count.
    pub drawn: i64,
    /// Records that were tested, the ones to which it does not apply among them.
    pub tested: i64,
    /// Records that failed; what could not be found has failed.
    pub failed: i64,
    /// Records that could not be found.
    pub not_found: i64,
    /// Records to which it does not apply.
    pub not_applicable: i64,
    /// The failures among the records it applies to, as a share; absent where judgement chose or nothing was tested.
    pub rate: Option<f64>,
    /// What chance allows to say of the population; absent where chance did not decide.
    pub limit: Option<LimitAnswer>,
    /// The same by the binomial model, for comparison.
    pub binomial: Option<LimitAnswer>,
    /// The estimate over the strata, weighted.
    pub stratified: Option<StratifiedAnswer>,
    /// The estimate of a draw by value.
    pub by_value: Option<MusAnswer>,
    /// The strata.
    pub strata: Vec<StratumOutcome>,
    /// What it says, as a sentence.
    pub sentence: String,
    /// The small print under the sentence; may be empty.
    pub bound: String,
}

/// What each attribute says so far, in their order. `nouns` is what the records are called.
///
/// # Errors
/// Where the arithmetic refuses what is recorded.
pub fn outcomes(
    sample: &Sample,
    attributes: &[Attribute],
    items: &[Item],
    nouns: &str,
) -> Result<Vec<Outcome>, SampleError> {
    attributes
        .iter()
        .map(|attribute| {
            let marked = |item: &Item| item.marks.get(&attribute.id).copied();
            statistics::outcome(sample, Some(attribute.id), &attribute.name, items, &marked, nouns)
        })
        .collect()
}

/// What the records say as a whole: a record failed when anything of it did. Nothing before the draw.
///
/// # Errors
/// Where the arithmetic refuses what is recorded.
pub fn of_whole(
    sample: &Sample,
    attributes: &[Attribute],
    items: &[Item],
    nouns: &str,
) -> Result<Option<Outcome>, SampleError> {
    if items.is_empty() {
        return Ok(None);
    }
    let marked = |item: &Item| -> Option<Mark> { item.whole(attributes) };
    statistics::outcome(sample, None, "Any attribute", items, &marked, nouns).map(Some)
}
