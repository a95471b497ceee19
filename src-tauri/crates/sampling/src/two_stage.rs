//! A sample in two stages: who finds nothing in the first is done; who finds one takes the second.

use std::cmp::Ordering;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::{
    Model, Percent, SamplingError,
    exact::{choose, power},
    model::{MOST_RECORDS, Tolerated, miss_chance},
    scaled::Bounds,
    search::smallest,
    share::Share,
    size::smallest_allowing,
};

/// A plan in two stages. No failure in the first: stop and accept. One: take the second, and accept when none of those
/// fails. Two or more: stop and reject.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct TwoStage {
    /// The records to test first.
    pub first: u64,
    /// The failures with which the first stage is the last: none.
    pub first_allowed: u64,
    /// The records to test when exactly one of the first failed.
    pub second: u64,
    /// The failures allowed in both stages together: one.
    pub total_allowed: u64,
    /// The chance that as much as can't be tolerated is accepted all the same.
    pub chance_of_accepting: f64,
    /// How many deviations in the whole population are too many.
    pub deviations_in_population: Option<u64>,
    /// The model that was used.
    pub model: Model,
}

/// The plan with the smallest two stages together and, among those, the smallest first.
///
/// Both stages together are never smaller than a single sample in which one deviation is allowed, and that many always
/// suffice; so the second stage is short. Who would rather have a short first stage asks [`two_stage_from`].
///
/// # Errors
/// Refuses what [`crate::size()`] refuses with one deviation allowed.
pub fn two_stage(
    population: Option<u64>,
    confidence: Percent,
    tolerable: Percent,
    model: Option<Model>,
) -> Result<TwoStage, SamplingError> {
    let (miss, tolerated) = (miss_chance(confidence)?, Tolerated::new(tolerable, population, model)?);
    let both = smallest_allowing(tolerated, miss, 1)?;
    // With a longer first stage of the same two, fewer samples pass: those whose second failure comes in the second.
    let first = smallest(1, both, guess(both), 1.0, |first| shows_enough(tolerated, miss, first, both - first));
    let first = first.unwrap_or(both);
    Ok(plan(tolerated, first, both - first))
}

/// The plan with a first stage of this size and the smallest second that belongs to it.
///
/// # Errors
/// Refuses a first stage that no second can make good, and what [`two_stage`] refuses.
pub fn two_stage_from(
    population: Option<u64>,
    confidence: Percent,
    tolerable: Percent,
    model: Option<Model>,
    first: u64,
) -> Result<TwoStage, SamplingError> {
    let (miss, tolerated) = (miss_chance(confidence)?, Tolerated::new(tolerable, population, model)?);
    let both = smallest_allowing(tolerated, miss, 1)?;
    let largest = tolerated.largest_sample();
    if let Some(population) = population.filter(|population| first > *population) {
        return Err(SamplingError::SampleExceedsPopulation {
            of_what: "the population".to_owned(),
            sample_size: first,
            population,
        });
    }
    if first > MOST_RECORDS {
        return Err(SamplingError::SampleTooLarge { most: MOST_RECORDS });
    }
    let second =
        smallest(0, largest - first, guess(both), guess(both), |second| shows_enough(tolerated, miss, first, second));
    match second {
        Some(second) => Ok(plan(tolerated, first, second)),
        None => {
            let works = |first| shows_enough(tolerated, miss, first, largest - first);
            let least = smallest(first, largest, guess(both), guess(both), works).unwrap_or(largest);
            Err(SamplingError::FirstStageTooSmall { first, least })
        }
    }
}

fn plan(tolerated: Tolerated, first: u64, second: u64) -> TwoStage {
    TwoStage {
        first,
        first_allowed: 0,
        second,
        total_allowed: 1,
        chance_of_accepting: chance_of_accepting(tolerated, first, second).to_f64(),
        deviations_in_population: tolerated.too_many,
        model: tolerated.model,
    }
}

fn guess(both: u64) -> f64 {
    both as f64 * 0.7
}

/// Is as much as can't be tolerated accepted no more often than the miss chance?
fn shows_enough(tolerated: Tolerated, miss: Share, first: u64, second: u64) -> bool {
    let bounds = chance_of_accepting(tolerated, first, second);
    let order = bounds.compare(Bounds::fraction(miss.part, miss.whole));
    order.unwrap_or_else(|| exactly(tolerated, miss, first, second)) != Ordering::Greater
}

/// No failure in the first stage, or one there and none in the second.
fn chance_of_accepting(tolerated: Tolerated, first: u64, second: u64) -> Bounds {
    let both = first + second;
    match (tolerated.model, tolerated.population, tolerated.too_many) {
        (Model::Hypergeometric, Some(population), Some(deviating)) => {
            let none = all_elsewhere(population, first, deviating);
            let others_elsewhere =
                all_elsewhere(population.saturating_sub(1), both.saturating_sub(1), deviating.saturating_sub(1));
            let one = Bounds::fraction(u128::from(first) * u128::from(deviating), population.max(1).into());
            none.plus(one.times(others_elsewhere))
        }
        (Model::Poisson, ..) => {
            let Share { part, whole } = tolerated.rate;
            let mean = |records: u64| (u128::from(records) * part, whole);
            let (part, whole) = mean(first);
            none_poisson(mean(first)).plus(Bounds::fraction(part, whole).times(none_poisson(mean(both))))
        }
        _ => {
            let Share { part, whole } = tolerated.rate;
            let sound = Bounds::fraction(whole - part, whole);
            let one = Bounds::fraction(u128::from(first) * part, whole);
            sound.to_the(first).plus(one.times(sound.to_the(both.saturating_sub(1))))
        }
    }
}

/// The chance that all deviating records lie outside the drawn ones.
pub(crate) fn all_elsewhere(population: u64, drawn: u64, deviating: u64) -> Bounds {
    if drawn + deviating > population {
        return Bounds::of(0);
    }
    // Which records deviate and which are drawn may be exchanged, so the smaller number is counted through.
    let (few, many) = (drawn.min(deviating), drawn.max(deviating));
    (0..few).fold(Bounds::of(1), |chance, i| {
        chance.times(Bounds::fraction((population - many - i).into(), (population - i).into()))
    })
}

/// e^-λ, as 1 over the sum of λ^i / i!.
fn none_poisson((part, whole): (u128, u128)) -> Bounds {
    let (mut term, mut sum) = (Bounds::of(1), Bounds::of(1));
    let mut i = 0u128;
    loop {
        let next = whole * (i + 1);
        if part < next && (part == 0 || term.vanishes_beside(sum)) {
            let rest = term.times(Bounds::fraction(part, next - part));
            return Bounds::of(1).over(sum.plus_at_most(rest));
        }
        term = term.times(Bounds::fraction(part, next));
        sum = sum.plus(term);
        i += 1;
    }
}

/// The same question in whole numbers of any length, for what the bounds leave open.
fn exactly(tolerated: Tolerated, miss: Share, first: u64, second: u64) -> Ordering {
    let both = first + second;
    let (ways, all) = match (tolerated.model, tolerated.population, tolerated.too_many) {
        (Model::Hypergeometric, Some(population), Some(deviating)) => (
            choose(population - first, deviating) + choose(population - both, deviating - 1) * first,
            choose(population, deviating),
        ),
        // e^-a + a · e^-b equals no fraction (Lindemann), and both are known to 18 digits: as good as too often.
        (Model::Poisson, ..) => return Ordering::Greater,
        _ => {
            let Share { part, whole } = tolerated.rate;
            let none = power(whole - part, first) * power(whole, both - first);
            let one = power(whole - part, both.saturating_sub(1)) * part * first;
            (none + one, power(whole, both))
        }
    };
    (ways * miss.whole).cmp(&(all * miss.part))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_chance_of_accepting_is_its_fraction_exactly() {
        let percent = |text| Percent::parse(text).unwrap();
        let half = Tolerated::new(percent("50"), None, None).unwrap();
        assert_eq!(exactly(half, Share::new(3, 4), 1, 1), Ordering::Equal);
        assert_eq!(exactly(half, Share::new(5, 16), 3, 1), Ordering::Equal);
        assert_eq!(exactly(half, Share::new(1, 8), 3, 9), Ordering::Greater);
        let two_of_four = Tolerated::new(percent("50"), Some(4), None).unwrap();
        assert_eq!(exactly(two_of_four, Share::new(5, 6), 1, 1), Ordering::Equal);
        assert!(shows_enough(two_of_four, Share::new(5, 6), 1, 1), "equality counts as meeting it");
        assert!(!shows_enough(two_of_four, Share::new(83_333, 100_000), 1, 1));
    }
}
