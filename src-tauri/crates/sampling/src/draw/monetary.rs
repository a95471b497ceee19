use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{key::DrawKey, systematic::points};
use crate::{MOST_RECORDS, Method, SamplingError};

/// A record that was drawn by its value.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct MonetaryHit {
    /// Its index into the records in draw order.
    pub index: u64,
    /// How many points fell on it.
    pub hits: u64,
    /// True when its value is as large as the interval or larger, so that it would have been drawn from any start.
    pub certain: bool,
}

/// What was drawn by value.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct MonetaryDraw {
    /// The drawn records, in draw order. Their hits together are the size that was asked for.
    pub drawn: Vec<MonetaryHit>,
    /// The value of all records together, in minor units.
    pub total_value: u64,
    /// The distance from one point to the next in minor units, rounded down.
    pub interval: u64,
}

/// Draws at even distances of value from a random start. Values are in minor units, such as cents, and in draw order;
/// a record without value is never drawn.
///
/// # Errors
/// Refuses a draw without a seed, records without any value, and more points than there are minor units.
pub fn draw_monetary(key: &DrawKey, values: &[u64], size: u64) -> Result<MonetaryDraw, SamplingError> {
    key.is_for(&[Method::MonetaryUnit])?;
    let mut words = key.words("")?;
    let total = values.iter().try_fold(0u64, |total, value| total.checked_add(*value));
    let total_value = total.ok_or(SamplingError::ValueTooLarge)?;
    if total_value == 0 {
        return Err(SamplingError::NoValue);
    }
    if size > total_value {
        let of_what = "the total value".to_owned();
        return Err(SamplingError::SampleExceedsPopulation { of_what, sample_size: size, population: total_value });
    }
    if size > MOST_RECORDS {
        return Err(SamplingError::SampleTooLarge { most: MOST_RECORDS });
    }
    if size == 0 {
        return Ok(MonetaryDraw { drawn: Vec::new(), total_value, interval: total_value });
    }
    let mut points = points(words.below(total_value), total_value, size).peekable();
    let (mut drawn, mut end) = (Vec::new(), 0);
    for (index, value) in (0u64..).zip(values) {
        end += value;
        let mut hits = 0;
        while points.next_if(|point| *point < end).is_some() {
            hits += 1;
        }
        if hits > 0 {
            let certain = u128::from(*value) * u128::from(size) >= u128::from(total_value);
            drawn.push(MonetaryHit { index, hits, certain });
        }
    }
    Ok(MonetaryDraw { drawn, total_value, interval: total_value / size })
}
