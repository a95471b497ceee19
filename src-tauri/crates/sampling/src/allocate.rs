//! How a sample is divided among strata.

use std::collections::{BTreeMap, BTreeSet};

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::SamplingError;

/// By what the strata's parts are measured.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Allocation {
    /// By their size, so that the sample looks like the population.
    Proportional,
    /// The same for each, so that each can be spoken of by itself.
    Equal,
    /// As the auditor says, by the strata's names. Strata that aren't named get none.
    Own(BTreeMap<String, u64>),
}

/// Divides a sample among strata: name and number of records each. The answer is in the order in which they were given.
///
/// No stratum gets more than it has, and none less than the minimum, or all that it has. What is to be divided by size
/// or evenly is divided by largest remainders: each stratum first gets the whole part of its share, then one more where
/// the rest is largest. Equal rests go by the strata's names, byte for byte, so the same question always has the same
/// answer.
///
/// # Errors
/// Refuses two strata of one name, a sample larger than the strata together or too small for the minimum, and sizes of
/// the auditor's own that don't fit.
pub fn allocate(
    strata: &[(String, u64)],
    total: u64,
    how: &Allocation,
    minimum: u64,
) -> Result<Vec<u64>, SamplingError> {
    let mut by_name: Vec<usize> = (0..strata.len()).collect();
    by_name.sort_by(|a, b| strata[*a].0.cmp(&strata[*b].0));
    if let Some(pair) = by_name.windows(2).find(|pair| strata[pair[0]].0 == strata[pair[1]].0) {
        return Err(SamplingError::StratumTwice { stratum: strata[pair[0]].0.clone() });
    }
    let population = strata.iter().fold(0u64, |sum, (_, records)| sum.saturating_add(*records));
    if total > population {
        let of_what = "the population".to_owned();
        return Err(SamplingError::SampleExceedsPopulation { of_what, sample_size: total, population });
    }
    let needed = strata.iter().fold(0u64, |sum, (_, records)| sum.saturating_add(minimum.min(*records)));
    if needed > total {
        return Err(SamplingError::MinimumTooLarge { minimum, needed, wanted: total });
    }
    let weight = |place: usize| match how {
        Allocation::Equal => 1,
        _ => strata[place].1,
    };
    match how {
        Allocation::Own(sizes) => own(strata, total, sizes, minimum),
        Allocation::Proportional | Allocation::Equal => Ok(divided(strata, &by_name, total, minimum, weight)),
    }
}

/// The auditor's own sizes, checked.
fn own(
    strata: &[(String, u64)],
    total: u64,
    sizes: &BTreeMap<String, u64>,
    minimum: u64,
) -> Result<Vec<u64>, SamplingError> {
    let known: BTreeSet<&String> = strata.iter().map(|(stratum, _)| stratum).collect();
    if let Some(stranger) = sizes.keys().find(|name| !known.contains(name)) {
        return Err(SamplingError::NoSuchStratum { stratum: stranger.clone() });
    }
    let mut own = Vec::with_capacity(strata.len());
    for (stratum, records) in strata {
        let given = sizes.get(stratum).copied().unwrap_or(0);
        if given > *records {
            let of_what = stratum.clone();
            return Err(SamplingError::SampleExceedsPopulation { of_what, sample_size: given, population: *records });
        }
        if given < minimum.min(*records) {
            return Err(SamplingError::BelowMinimum {
                stratum: stratum.clone(),
                given,
                minimum: minimum.min(*records),
            });
        }
        own.push(given);
    }
    let given = own.iter().fold(0u64, |sum, size| sum.saturating_add(*size));
    if given == total { Ok(own) } else { Err(SamplingError::OwnSizesDoNotAddUp { given, wanted: total }) }
}

/// Strata whose share is beyond what they have, or below the minimum, are given just that; the rest is divided anew
/// among the others, until every share fits.
fn divided(
    strata: &[(String, u64)],
    by_name: &[usize],
    total: u64,
    minimum: u64,
    weight: impl Fn(usize) -> u64,
) -> Vec<u64> {
    let mut sizes = vec![0; strata.len()];
    let mut open: Vec<usize> = by_name.iter().copied().filter(|place| strata[*place].1 > 0).collect();
    let mut left = total;
    loop {
        let weights: u128 = open.iter().map(|place| u128::from(weight(*place))).sum();
        let share = |place: usize| u128::from(left) * u128::from(weight(place));
        let too_much = |place: &usize| share(*place) > u128::from(strata[*place].1) * weights;
        let too_little = |place: &usize| share(*place) < u128::from(minimum.min(strata[*place].1)) * weights;
        // Those with too much first: what they can't take may be enough for those with too little.
        let settled: BTreeSet<usize> = match open.iter().copied().filter(too_much).collect::<BTreeSet<_>>() {
            none if none.is_empty() => open.iter().copied().filter(too_little).collect(),
            some => some,
        };
        if settled.is_empty() {
            by_largest_remainders(&open, weights, share, left, &mut sizes);
            return sizes;
        }
        for place in &settled {
            sizes[*place] = if too_much(place) { strata[*place].1 } else { minimum.min(strata[*place].1) };
        }
        left -= settled.iter().map(|place| sizes[*place]).sum::<u64>();
        open.retain(|place| !settled.contains(place));
    }
}

fn by_largest_remainders(open: &[usize], weights: u128, share: impl Fn(usize) -> u128, left: u64, sizes: &mut [u64]) {
    if weights == 0 {
        return;
    }
    for place in open {
        sizes[*place] = u64::try_from(share(*place) / weights).unwrap_or(u64::MAX);
    }
    let given: u64 = open.iter().map(|place| sizes[*place]).sum();
    let mut by_rest = open.to_vec();
    // A stable sort: equal rests stay in the order of the names.
    by_rest.sort_by_key(|place| std::cmp::Reverse(share(*place) % weights));
    let missing = usize::try_from(left - given).unwrap_or(usize::MAX);
    for place in by_rest.into_iter().take(missing) {
        sizes[place] += 1;
    }
}
