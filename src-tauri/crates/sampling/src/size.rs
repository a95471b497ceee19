//! How large a sample must be.
//!
//! The question is always the same: if as much were wrong as can't be tolerated, how likely would the sample be to show
//! no more than so many deviations? The size is the smallest for which that is no more than the confidence leaves over:
//! `P(X ≤ allowed) ≤ 1 − confidence`, where equality counts as meeting it.

use std::cmp::Ordering;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::{
    Model, Percent, SamplingError,
    expected::smallest_expecting,
    model::{MOST_RECORDS, Tolerated, miss_chance},
    search::smallest,
    share::Share,
};

/// What is to be shown by a sample.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct SizeQuestion {
    /// The records there are; nothing where they aren't counted.
    pub population: Option<u64>,
    /// How sure the conclusion is to be.
    pub confidence: Percent,
    /// The rate of deviations that can't be tolerated any more.
    pub tolerable: Percent,
    /// The rate that is expected; as many deviations are then allowed in the sample, rounded up.
    pub expected: Option<Percent>,
    /// The deviations that the sample may hold; none where neither this nor an expected rate is given.
    pub allowed: Option<u64>,
    /// The model; hypergeometric when the population is known, else binomial.
    pub model: Option<Model>,
}

/// How large the sample must be.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct SizeAnswer {
    /// The records to test.
    pub sample_size: u64,
    /// The deviations that they may show.
    pub allowed_deviations: u64,
    /// How many deviations in the whole population are too many: `max(1, ceil(tolerable · population))`.
    pub deviations_in_population: Option<u64>,
    /// The model that was used.
    pub model: Model,
}

/// The smallest sample that shows what is asked. A population without records needs none.
///
/// # Errors
/// Refuses rates out of range, an expected rate or a number of allowed deviations that no sample can tell from what
/// can't be tolerated, and populations and samples beyond [`MOST_RECORDS`].
pub fn size(question: &SizeQuestion) -> Result<SizeAnswer, SamplingError> {
    let miss = miss_chance(question.confidence)?;
    let tolerated = Tolerated::new(question.tolerable, question.population, question.model)?;
    if question.expected.is_some() && question.allowed.is_some() {
        return Err(SamplingError::ExpectedAndAllowed);
    }
    let answer = |(sample_size, allowed_deviations)| SizeAnswer {
        sample_size,
        allowed_deviations,
        deviations_in_population: tolerated.too_many,
        model: tolerated.model,
    };
    let Some(expected) = question.expected.filter(|expected| !expected.is_nothing()) else {
        let allowed = question.allowed.unwrap_or(0);
        return Ok(answer((smallest_allowing(tolerated, miss, allowed)?, allowed)));
    };
    if expected >= question.tolerable {
        return Err(SamplingError::ExpectedTooHigh { expected, tolerable: question.tolerable });
    }
    match (smallest_expecting(tolerated, miss, expected.share()), question.population) {
        (Some(found), _) => Ok(answer(found)),
        (None, Some(population)) => {
            Err(SamplingError::ExpectedTooHighHere { expected, tolerable: question.tolerable, population })
        }
        (None, None) => Err(SamplingError::SampleTooLarge { most: MOST_RECORDS }),
    }
}

/// Does a sample of this size show enough when it holds no more than so many deviations?
pub(crate) fn shows_enough(tolerated: Tolerated, miss: Share, sample: u64, allowed: u64) -> bool {
    // Who has tested every record knows, whatever the model thinks.
    tolerated.population == Some(sample) || tolerated.sampled(sample).at_most(allowed, miss) != Ordering::Greater
}

/// The smallest sample that may hold so many deviations. A larger sample never shows less, so halving finds it.
pub(crate) fn smallest_allowing(tolerated: Tolerated, miss: Share, allowed: u64) -> Result<u64, SamplingError> {
    if tolerated.population == Some(0) {
        return Ok(0);
    }
    if let Some(too_many) = tolerated.too_many.filter(|too_many| allowed >= *too_many) {
        return Err(SamplingError::AllowedTooMany { allowed, too_many });
    }
    let (guess, stride) = guess(tolerated, miss, allowed);
    let shows_enough = |sample| shows_enough(tolerated, miss, sample, allowed);
    smallest(allowed.saturating_add(1), tolerated.largest_sample(), guess, stride, shows_enough)
        .ok_or(SamplingError::SampleTooLarge { most: MOST_RECORDS })
}

/// About where the size will be, and how far off that may be.
fn guess(tolerated: Tolerated, miss: Share, allowed: u64) -> (f64, f64) {
    let (rate, allowed) = (tolerated.rate.to_f64(), allowed as f64);
    let without_any = -miss.to_f64().ln();
    ((allowed + without_any) / rate, (allowed + without_any).sqrt() / rate)
}
