//! What a sample drawn by strata says about all the records together.

use std::{
    cmp::{Ordering, Reverse},
    collections::{BTreeSet, BinaryHeap},
};

use num_bigint::BigUint;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::{
    MOST_RECORDS, Percent, SamplingError,
    exact::choose,
    floats::beta_quantile,
    limit::{check, most_deviating, ratio},
    model::miss_chance,
    scaled::Bounds,
    share::Share,
};

/// What was seen in one stratum.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct StratumResult {
    /// Its name, so that a refusal can say which.
    pub stratum: String,
    /// The records it has.
    pub population: u64,
    /// The records tested.
    pub sample: u64,
    /// Those that failed.
    pub failures: u64,
}

/// What that says about all the records together. Rates are from 0 to 1.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct StratifiedAnswer {
    /// The records there are.
    pub population: u64,
    /// The records tested.
    pub sample_size: u64,
    /// Those that failed.
    pub failures: u64,
    /// How sure the upper limits are.
    pub confidence: Percent,
    /// Each stratum's rate, weighted with its share of the population.
    pub weighted_rate: f64,
    /// As many records as that makes; mostly not a whole number.
    pub weighted_count: f64,
    /// Failures over tests, whatever the strata: right only where each stratum was sampled in proportion.
    pub raw_rate: f64,
    /// The rate in the population is at most this, with the confidence asked for, whatever lies in which stratum.
    pub upper_guaranteed: f64,
    /// The same as a number of records.
    pub upper_guaranteed_count: u64,
    /// About the upper limit, mostly below the guaranteed one; nothing where it can't be formed.
    pub upper_approximate: Option<f64>,
    /// The size of a simple random sample that would tell as much; nothing where it can't be formed.
    pub effective_sample_size: Option<f64>,
}

/// Weights the strata and limits the rate. A stratum that was tested in full adds its failures and no doubt. Strata
/// without records are passed over.
///
/// # Errors
/// Refuses a stratum that has records of which none was tested, two strata of one name, and numbers that can't belong
/// together.
pub fn stratified(strata: &[StratumResult], confidence: Percent) -> Result<StratifiedAnswer, SamplingError> {
    let miss = miss_chance(confidence)?;
    let (population, sample_size, failures) = totals(strata)?;
    let weighted_rate: f64 = strata
        .iter()
        .filter(|stratum| stratum.population > 0)
        .map(|stratum| ratio(stratum.population, population) * ratio(stratum.failures, stratum.sample))
        .sum();
    let upper = if failures == 0 { most_hidden(strata, miss) } else { most_by_stratum(strata, miss) };
    let effective_sample_size = effective_sample_size(strata, population, sample_size, weighted_rate);
    Ok(StratifiedAnswer {
        population,
        sample_size,
        failures,
        confidence,
        weighted_rate,
        weighted_count: weighted_rate * ratio(population, 1),
        raw_rate: ratio(failures, sample_size),
        upper_guaranteed: ratio(upper, population),
        upper_guaranteed_count: upper,
        upper_approximate: effective_sample_size.and_then(|effective| {
            let failures = effective * weighted_rate;
            beta_quantile(failures + 1.0, effective - failures, confidence.to_f64())
        }),
        effective_sample_size,
    })
}

/// Records, tests and failures of all strata together.
fn totals(strata: &[StratumResult]) -> Result<(u64, u64, u64), SamplingError> {
    let (mut population, mut sample, mut failures) = (0u64, 0, 0);
    let mut names = BTreeSet::new();
    for stratum in strata {
        if !names.insert(stratum.stratum.as_str()) {
            return Err(SamplingError::StratumTwice { stratum: stratum.stratum.clone() });
        }
        check(&stratum.stratum, Some(stratum.population), stratum.sample, stratum.failures)?;
        if stratum.sample == 0 && stratum.population > 0 {
            return Err(SamplingError::StratumNotTested { stratum: stratum.stratum.clone() });
        }
        population = population.saturating_add(stratum.population);
        if population > MOST_RECORDS {
            return Err(SamplingError::PopulationTooLarge { population, most: MOST_RECORDS });
        }
        sample += stratum.sample;
        failures += stratum.failures;
    }
    Ok((population, sample, failures))
}

/// The sum of every stratum's own limit, each with an even part of the miss chance: that at least one of them is wrong
/// is then no more likely than the whole (Bonferroni).
fn most_by_stratum(strata: &[StratumResult], miss: Share) -> u64 {
    let in_doubt = strata.iter().filter(|stratum| stratum.sample < stratum.population).count();
    let miss = miss.among(u64::try_from(in_doubt).unwrap_or(u64::MAX));
    strata.iter().map(|stratum| most_deviating(stratum.population, stratum.sample, stratum.failures, miss)).sum()
}

/// The most deviations there can be, when none was seen in any stratum, and missing them all is still more likely than
/// the miss chance.
///
/// One deviation more in a stratum leaves the chance of missing them all multiplied by the share of its other records
/// that weren't tested. That share only falls as more are put there, so putting each next one where it costs least
/// gets the most of them in.
fn most_hidden(strata: &[StratumResult], miss: Share) -> u64 {
    let mut hidden = vec![0u64; strata.len()];
    let mut chance = Bounds::of(1);
    let threshold = Bounds::fraction(miss.part, miss.whole);
    let next = |place: usize, hidden: u64| {
        let stratum = &strata[place];
        let sound = stratum.population - hidden;
        (sound > stratum.sample).then(|| Place { untested: sound - stratum.sample, sound, place: Reverse(place) })
    };
    let mut cheapest: BinaryHeap<Place> = (0..strata.len()).filter_map(|place| next(place, 0)).collect();
    while let Some(Place { untested, sound, place: Reverse(place) }) = cheapest.pop() {
        let with_it = chance.times(Bounds::fraction(untested.into(), sound.into()));
        hidden[place] += 1;
        let order = with_it.compare(threshold).unwrap_or_else(|| missing_all(strata, &hidden, miss));
        if order != Ordering::Greater {
            hidden[place] -= 1;
            break;
        }
        chance = with_it;
        cheapest.extend(next(place, hidden[place]));
    }
    hidden.iter().sum()
}

/// Where the next deviation may go: the largest share of untested records first, then the stratum named first.
struct Place {
    untested: u64,
    sound: u64,
    place: Reverse<usize>,
}

impl Ord for Place {
    fn cmp(&self, other: &Self) -> Ordering {
        let share = |of: &Self, with: &Self| u128::from(of.untested) * u128::from(with.sound);
        share(self, other).cmp(&share(other, self)).then(self.place.cmp(&other.place))
    }
}
impl PartialOrd for Place {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}
impl PartialEq for Place {
    fn eq(&self, other: &Self) -> bool {
        self.cmp(other) == Ordering::Equal
    }
}
impl Eq for Place {}

/// How the chance of missing all of these compares with the miss chance, in whole numbers of any length.
fn missing_all(strata: &[StratumResult], hidden: &[u64], miss: Share) -> Ordering {
    let (mut ways, mut all) = (BigUint::from(miss.whole), BigUint::from(miss.part));
    for (stratum, hidden) in strata.iter().zip(hidden) {
        // Which records deviate and which are tested may be exchanged, so the smaller number is counted through.
        let (few, many) = ((*hidden).min(stratum.sample), (*hidden).max(stratum.sample));
        ways *= choose(stratum.population - many, few);
        all *= choose(stratum.population, few);
    }
    ways.cmp(&all)
}

/// After Korn and Graubard, “Confidence intervals for proportions with small expected number of positive counts
/// estimated from survey data”, Survey Methodology 24 (1998), without their correction for few degrees of freedom: the
/// size at which a simple random sample with this rate has the variance of the weighted rate. The records that were
/// tested lessen a stratum's variance by their share. Never more than were tested.
fn effective_sample_size(strata: &[StratumResult], population: u64, sample_size: u64, rate: f64) -> Option<f64> {
    if rate <= 0.0 || rate >= 1.0 {
        return None;
    }
    let mut variance = 0.0;
    for stratum in strata.iter().filter(|stratum| stratum.sample < stratum.population) {
        // One tested record says nothing about how much they differ.
        if stratum.sample < 2 {
            return None;
        }
        let (weight, rate) = (ratio(stratum.population, population), ratio(stratum.failures, stratum.sample));
        let untested = 1.0 - ratio(stratum.sample, stratum.population);
        variance += weight * weight * untested * rate * (1.0 - rate) / ratio(stratum.sample - 1, 1);
    }
    (variance > 0.0).then(|| (rate * (1.0 - rate) / variance).min(ratio(sample_size, 1)))
}
