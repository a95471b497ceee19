//! What a tested sample says about all the records: a rate, and how large it may be at most.
//!
//! The limits are those of Clopper and Pearson, “The use of confidence or fiducial limits”, Biometrika 26 (1934), and for
//! a counted population the same with the hypergeometric distribution: the largest number of deviations with which a
//! sample as good as this one would still be seen more often than the confidence leaves over.

use std::cmp::Ordering;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::{
    Model, Percent, SamplingError,
    model::{MOST_RECORDS, miss_chance},
    search::smallest,
    share::Share,
    tail::Deviations,
};

/// What was seen in a sample drawn at random.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct LimitQuestion {
    /// The records there are; nothing where they aren't counted.
    pub population: Option<u64>,
    /// The records tested.
    pub sample_size: u64,
    /// Those that failed.
    pub failures: u64,
    /// How sure the conclusion is to be.
    pub confidence: Percent,
    /// The model; hypergeometric when the population is known, else binomial.
    pub model: Option<Model>,
}

/// What that says about all the records. Rates are from 0 to 1.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct LimitAnswer {
    /// The rate in the sample.
    pub rate: f64,
    /// The rate in the population is at most this, with the confidence asked for.
    pub upper_limit: f64,
    /// At most so many records of the population.
    pub upper_count: Option<u64>,
    /// With the confidence asked for, the rate is from this …
    pub lower_two_sided: f64,
    /// … to this.
    pub upper_two_sided: f64,
    /// The same two as numbers of records.
    pub two_sided_counts: Option<(u64, u64)>,
    /// The model that was used.
    pub model: Model,
}

/// The limits that belong to a result. Who tested every record has no limits but the rate itself.
///
/// # Errors
/// Refuses a confidence out of range, more failures than tests, more tests than records, and a sample of nothing.
pub fn limit(question: &LimitQuestion) -> Result<LimitAnswer, SamplingError> {
    let LimitQuestion { population, sample_size, failures, confidence, model } = *question;
    let miss = miss_chance(confidence)?;
    let model = Model::chosen(model, population)?;
    check("the population", population, sample_size, failures)?;
    match population {
        Some(records) if records == sample_size => Ok(certain(model, records, failures)),
        _ if sample_size == 0 => Err(SamplingError::NothingTested),
        Some(records) if model == Model::Hypergeometric => {
            let upper = most_deviating(records, sample_size, failures, miss);
            let lower_two_sided = least_deviating(records, sample_size, failures, miss.among(2));
            let upper_two_sided = most_deviating(records, sample_size, failures, miss.among(2));
            Ok(LimitAnswer {
                rate: ratio(failures, sample_size),
                upper_limit: ratio(upper, records),
                upper_count: Some(upper),
                lower_two_sided: ratio(lower_two_sided, records),
                upper_two_sided: ratio(upper_two_sided, records),
                two_sided_counts: Some((lower_two_sided, upper_two_sided)),
                model,
            })
        }
        _ => {
            let upper = highest_rate(model, sample_size, failures, miss);
            let lower_two_sided = lowest_rate(model, sample_size, failures, miss.among(2));
            let upper_two_sided = highest_rate(model, sample_size, failures, miss.among(2));
            // No fewer than failed, and no more than all but those that passed.
            let counted = |step: u64| {
                population.map(|records| {
                    let most = u128::from(records) * u128::from(step) / u128::from(STEPS);
                    u64::try_from(most).unwrap_or(records).clamp(failures, records - (sample_size - failures))
                })
            };
            Ok(LimitAnswer {
                rate: ratio(failures, sample_size),
                upper_limit: ratio(upper, STEPS),
                upper_count: counted(upper),
                lower_two_sided: ratio(lower_two_sided, STEPS),
                upper_two_sided: ratio(upper_two_sided, STEPS),
                two_sided_counts: counted(lower_two_sided).zip(counted(upper_two_sided)),
                model,
            })
        }
    }
}

/// Every record was tested: what was counted is what there is.
fn certain(model: Model, records: u64, failures: u64) -> LimitAnswer {
    let rate = ratio(failures, records);
    LimitAnswer {
        rate,
        upper_limit: rate,
        upper_count: Some(failures),
        lower_two_sided: rate,
        upper_two_sided: rate,
        two_sided_counts: Some((failures, failures)),
        model,
    }
}

/// Refuses numbers that can't belong together.
pub(crate) fn check(
    of_what: &str,
    population: Option<u64>,
    sample_size: u64,
    failures: u64,
) -> Result<(), SamplingError> {
    let of_what = of_what.to_owned();
    if failures > sample_size {
        return Err(SamplingError::FailuresExceedSample { of_what, failures, sample_size });
    }
    if let Some(population) = population.filter(|population| sample_size > *population) {
        return Err(SamplingError::SampleExceedsPopulation { of_what, sample_size, population });
    }
    if let Some(population) = population.filter(|population| *population > MOST_RECORDS) {
        return Err(SamplingError::PopulationTooLarge { population, most: MOST_RECORDS });
    }
    if sample_size > MOST_RECORDS {
        return Err(SamplingError::SampleTooLarge { most: MOST_RECORDS });
    }
    Ok(())
}

/// The largest number of deviations with which no more failures than these are seen more often than the miss chance.
pub(crate) fn most_deviating(population: u64, sample: u64, failures: u64, miss: Share) -> u64 {
    let most = population - (sample - failures);
    let is_too_many = |deviating| {
        Deviations::Hypergeometric { population, deviating, sample }.at_most(failures, miss) != Ordering::Greater
    };
    let (guess, stride) = guess(population, sample, failures);
    smallest(failures, most, guess, stride, is_too_many).map_or(most, |too_many| too_many - 1)
}

/// The smallest number of deviations with which no fewer failures than these are seen more often than the miss chance.
fn least_deviating(population: u64, sample: u64, failures: u64, miss: Share) -> u64 {
    let Some(fewer) = failures.checked_sub(1) else { return 0 };
    let is_enough = |deviating| {
        Deviations::Hypergeometric { population, deviating, sample }.at_most(fewer, miss.rest()) == Ordering::Less
    };
    let (guess, stride) = guess(population, sample, failures);
    smallest(failures, population - (sample - failures), guess, stride, is_enough).unwrap_or(failures)
}

/// Rates are looked for in steps of a millionth of a millionth.
pub(crate) const STEPS: u64 = 1_000_000_000_000;

fn with_rate(model: Model, step: u64, sample: u64) -> Deviations {
    let rate = Share::new(step.into(), STEPS.into());
    match model {
        Model::Poisson => Deviations::Poisson { rate, sample },
        Model::Binomial | Model::Hypergeometric => Deviations::Binomial { rate, sample },
    }
}

/// The highest rate, rounded up to a step, with which no more failures than these are seen more often than that.
///
/// For Poisson this is half the quantile of χ² with `2 · (failures + 1)` degrees of freedom, over the sample's size; 1
/// at most.
pub(crate) fn highest_rate(model: Model, sample: u64, failures: u64, miss: Share) -> u64 {
    let is_too_high = |step| with_rate(model, step, sample).at_most(failures, miss) != Ordering::Greater;
    let (guess, stride) = guess(STEPS, sample, failures);
    smallest(0, STEPS, guess, stride, is_too_high).unwrap_or(STEPS)
}

/// The lowest rate, rounded down to a step, with which no fewer failures than these are seen more often than that.
fn lowest_rate(model: Model, sample: u64, failures: u64, miss: Share) -> u64 {
    let Some(fewer) = failures.checked_sub(1) else { return 0 };
    let is_high_enough = |step| with_rate(model, step, sample).at_most(fewer, miss.rest()) == Ordering::Less;
    let (guess, stride) = guess(STEPS, sample, failures);
    smallest(0, STEPS, guess, stride, is_high_enough).map_or(STEPS, |step| step.saturating_sub(1))
}

/// About where the limit will be, and how far off that may be.
fn guess(whole: u64, sample: u64, failures: u64) -> (f64, f64) {
    let scale = ratio(whole, sample);
    let failures = ratio(failures, 1);
    ((failures + 1.0) * scale, (failures + 1.0).sqrt() * scale)
}

/// A quotient for showing. Nothing of nothing is nothing.
pub(crate) fn ratio(part: u64, whole: u64) -> f64 {
    if whole == 0 { 0.0 } else { part as f64 / whole as f64 }
}
