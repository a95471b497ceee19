use std::collections::HashMap;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::key::DrawKey;
use crate::{MOST_RECORDS, Method, SamplingError};

/// Draws at random, no record twice: indices into the records in draw order, in the order in which they are drawn. The
/// stratum is empty where there are none.
///
/// # Errors
/// Refuses a draw without a seed, and more records than there are.
pub fn draw_random(key: &DrawKey, stratum: &str, n_units: u64, size: u64) -> Result<Vec<u64>, SamplingError> {
    key.is_for(&[Method::Random, Method::Stratified])?;
    let mut words = key.words(stratum)?;
    check(if stratum.is_empty() { "the population" } else { stratum }, n_units, size)?;
    // Fisher and Yates, stopped when enough are drawn. Only places that were exchanged are kept; the others hold
    // their own number.
    let mut exchanged: HashMap<u64, u64> = HashMap::new();
    let mut drawn = Vec::new();
    for place in 0..size {
        let other = place + words.below(n_units - place);
        let here = exchanged.remove(&place).unwrap_or(place);
        drawn.push(if other == place { here } else { exchanged.insert(other, here).unwrap_or(other) });
    }
    Ok(drawn)
}

/// A stratum and how many of its records are to be drawn.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct StratumToDraw {
    /// Its name, which the draw within it depends on.
    pub stratum: String,
    /// The records it has.
    pub population: u64,
    /// How many to draw.
    pub size: u64,
}

/// What was drawn from a stratum.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct StratumDraw {
    /// Its name.
    pub stratum: String,
    /// Indices into the stratum's records in draw order, in the order in which they are drawn.
    pub drawn: Vec<u64>,
}

/// Draws at random within each stratum. The strata come in the order of their names, byte for byte; what is drawn from
/// one does not depend on the others.
///
/// # Errors
/// Refuses two strata of one name, and what [`draw_random`] refuses.
pub fn draw_stratified(key: &DrawKey, strata: &[StratumToDraw]) -> Result<Vec<StratumDraw>, SamplingError> {
    key.is_for(&[Method::Stratified])?;
    let mut strata: Vec<&StratumToDraw> = strata.iter().collect();
    strata.sort_by(|a, b| a.stratum.cmp(&b.stratum));
    if let Some(pair) = strata.windows(2).find(|pair| pair[0].stratum == pair[1].stratum) {
        return Err(SamplingError::StratumTwice { stratum: pair[0].stratum.clone() });
    }
    let draw = |stratum: &StratumToDraw| {
        let drawn = draw_random(key, &stratum.stratum, stratum.population, stratum.size)?;
        Ok(StratumDraw { stratum: stratum.stratum.clone(), drawn })
    };
    strata.into_iter().map(draw).collect()
}

/// Refuses more records than there are, and more than are calculated.
pub(super) fn check(of_what: &str, population: u64, sample_size: u64) -> Result<(), SamplingError> {
    if population > MOST_RECORDS {
        return Err(SamplingError::PopulationTooLarge { population, most: MOST_RECORDS });
    }
    if sample_size > population {
        return Err(SamplingError::SampleExceedsPopulation { of_what: of_what.to_owned(), sample_size, population });
    }
    Ok(())
}
