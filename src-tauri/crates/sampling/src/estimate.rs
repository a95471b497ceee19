use crate::{MOST_RECORDS, Percent, SamplingError, floats::normal_quantile, limit::ratio, model::miss_chance};

/// The sample that estimates a rate to within a margin on either side: `n0 = z² · p · (1 − p) / e²`, for a counted
/// population `n0 / (1 + (n0 − 1) / N)`, rounded up (Cochran, “Sampling Techniques”, 1977, chapter 4). An approximation
/// by the normal distribution: the limits that belong to the result are [`crate::limit()`]'s.
///
/// # Errors
/// Refuses a confidence, an assumed rate or a margin out of range, and samples beyond [`MOST_RECORDS`].
pub fn estimate_size(
    population: Option<u64>,
    confidence: Percent,
    assumed: Percent,
    margin: Percent,
) -> Result<u64, SamplingError> {
    let miss = miss_chance(confidence)?;
    if assumed.is_nothing() || assumed.is_everything() {
        return Err(SamplingError::AssumedOutOfRange { assumed });
    }
    if margin.is_nothing() || margin.is_everything() {
        return Err(SamplingError::MarginOutOfRange { margin });
    }
    if population == Some(0) {
        return Ok(0);
    }
    if let Some(population) = population.filter(|population| *population > MOST_RECORDS) {
        return Err(SamplingError::PopulationTooLarge { population, most: MOST_RECORDS });
    }
    let z = normal_quantile(1.0 - miss.to_f64() / 2.0);
    let (rate, margin) = (assumed.to_f64(), margin.to_f64());
    let without_end = z * z * rate * (1.0 - rate) / (margin * margin);
    let size = match population {
        Some(population) => without_end / (1.0 + (without_end - 1.0) / ratio(population, 1)),
        None => without_end,
    };
    if size > ratio(MOST_RECORDS, 1) {
        return Err(SamplingError::SampleTooLarge { most: MOST_RECORDS });
    }
    Ok((size.ceil() as u64).clamp(1, population.unwrap_or(MOST_RECORDS)))
}
