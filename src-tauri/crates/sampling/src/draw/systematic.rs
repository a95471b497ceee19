use super::{key::DrawKey, random::check};
use crate::{Method, SamplingError};

/// Draws at even distances from a random start: indices into the records in draw order, rising.
///
/// # Errors
/// Refuses a draw without a seed, and more records than there are.
pub fn draw_systematic(key: &DrawKey, n_units: u64, size: u64) -> Result<Vec<u64>, SamplingError> {
    key.is_for(&[Method::Systematic])?;
    let mut words = key.words("")?;
    check("the population", n_units, size)?;
    if size == 0 {
        return Ok(Vec::new());
    }
    let start = words.below(n_units);
    Ok(points(start, n_units, size).collect())
}

/// `floor((start + i · whole) / size)` for each i below the size. All are below the whole.
pub(super) fn points(start: u64, whole: u64, size: u64) -> impl Iterator<Item = u64> {
    (0..size).map(move |i| {
        let point = (u128::from(start) + u128::from(i) * u128::from(whole)) / u128::from(size);
        u64::try_from(point).unwrap_or(whole)
    })
}
