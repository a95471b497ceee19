//! How much a population may be overstated, from a sample drawn by value.

use num_bigint::BigUint;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::{
    MOST_RECORDS, Model, Percent, SamplingError,
    limit::{STEPS, highest_rate},
    model::miss_chance,
};

/// A drawn record that was found to be worth less than the books say. Amounts are in minor units, such as cents.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Overstatement {
    /// What the books say.
    pub book_value: u64,
    /// How much of it is not there; no more than the book value.
    pub overstated: u64,
}

/// What the overstatements found say about all the records. Amounts are in minor units.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct MusAnswer {
    /// The distance from one point of the draw to the next, rounded down.
    pub interval: u64,
    /// What was found in records as large as the interval or larger. All of those were tested, so this is exact.
    pub certain: u64,
    /// The most likely overstatement of all the records, rounded to the nearest.
    pub projected: u64,
    /// The overstatement is at most this, with the confidence asked for; rounded up, and never more than the total value.
    pub upper_limit: u64,
    /// The part of the upper limit that would be there if nothing had been found.
    pub basic_precision: u64,
}

/// Everything is added up in millionths of a minor unit.
const FINE: u64 = 1_000_000;

/// The bound of Stringer (1963) with binomial factors, as in Bickel, “Inference and auditing: the Stringer bound”,
/// International Statistical Review 60 (1992): the limit of the rate for no failure, and for each taint, the largest
/// first, what one failure more would add to that limit, times the taint.
///
/// The value and the size are those of the whole draw. A record whose value is the interval or more was certain to be
/// drawn: what was found there is added as it is.
///
/// # Errors
/// Refuses a confidence out of range, a population without value, a sample of nothing, more overstatements than tests,
/// and an overstatement beyond its record's value.
pub fn stringer(
    total_value: i128,
    sample_size: u64,
    found: &[Overstatement],
    confidence: Percent,
) -> Result<MusAnswer, SamplingError> {
    let miss = miss_chance(confidence)?;
    let value = u64::try_from(total_value)
        .map_err(|_| if total_value < 0 { SamplingError::NoValue } else { SamplingError::ValueTooLarge })?;
    let (certain, taints) = sorted(value, sample_size, found)?;

    // Amounts are wide: a value times a share in steps times a taint.
    let wide = |amount: u64| BigUint::from(amount);
    let up = |amount: BigUint, over: BigUint| (amount + &over - 1u8) / over;
    let mut rate = highest_rate(Model::Binomial, sample_size, 0, miss);
    let basic = up(wide(value) * rate * FINE, wide(STEPS));
    let mut upper = basic.clone();
    for (failures, taint) in (1..).zip(&taints) {
        let next = highest_rate(Model::Binomial, sample_size, failures, miss);
        upper += up(wide(value) * (next - rate) * taint.overstated * FINE, wide(taint.book_value) * STEPS);
        rate = next;
    }
    let projected: BigUint = taints
        .iter()
        .map(|taint| wide(value) * taint.overstated * FINE / (wide(taint.book_value) * sample_size))
        .sum::<BigUint>()
        + FINE / 2;
    // No more than everything there is; so what does not fit is everything.
    let whole = |amount: BigUint| u64::try_from(amount).unwrap_or(u64::MAX);
    let in_all = |amount: u64| amount.saturating_add(certain).min(value);
    Ok(MusAnswer {
        interval: value / sample_size,
        certain,
        projected: in_all(whole(projected / FINE)),
        upper_limit: in_all(whole(up(upper, wide(FINE)))),
        basic_precision: whole(up(basic, wide(FINE))).min(value),
    })
}

/// What was found in records that were certain to be drawn, and the others, the largest taint first.
fn sorted(value: u64, sample_size: u64, found: &[Overstatement]) -> Result<(u64, Vec<Overstatement>), SamplingError> {
    if value == 0 {
        return Err(SamplingError::NoValue);
    }
    if sample_size == 0 {
        return Err(SamplingError::NothingTested);
    }
    if sample_size > MOST_RECORDS {
        return Err(SamplingError::SampleTooLarge { most: MOST_RECORDS });
    }
    let failures = u64::try_from(found.len()).unwrap_or(u64::MAX);
    if failures > sample_size {
        return Err(SamplingError::FailuresExceedSample { of_what: "the sample".to_owned(), failures, sample_size });
    }
    let (mut certain, mut taints) = (0u64, Vec::new());
    for one in found {
        let Overstatement { book_value, overstated } = *one;
        if overstated > book_value {
            return Err(SamplingError::OverstatedBeyondValue { book_value, overstated });
        }
        if u128::from(book_value) * u128::from(sample_size) >= u128::from(value) {
            certain = certain.saturating_add(overstated);
        } else if overstated > 0 {
            taints.push(*one);
        }
    }
    let taint = |of: &Overstatement, with: &Overstatement| u128::from(of.overstated) * u128::from(with.book_value);
    taints.sort_by(|a, b| taint(b, a).cmp(&taint(a, b)));
    Ok((certain, taints))
}
