use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::{
    Model, Percent, SamplingError,
    limit::{STEPS, check, ratio},
    model::{Tolerated, miss_chance},
    share::Share,
    tail::Deviations,
};

/// How many steps the curve goes from nothing to its end.
const POINTS: u64 = 60;

/// One point of an operating characteristic. Both are from 0 to 1.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct CurvePoint {
    /// The rate of deviations in the population.
    pub rate: f64,
    /// The chance that the sample holds no more deviations than allowed, so that the population is accepted.
    pub chance_of_accepting: f64,
}

/// The operating characteristic of a sample: how likely it is to accept populations that are better or worse. It goes
/// from a population without deviations to one that is accepted ten times less often than the confidence leaves over,
/// and always past the tolerable rate. For a counted population each point is one that there can be.
///
/// # Errors
/// Refuses rates out of range and a sample larger than its population.
pub fn curve(
    confidence: Percent,
    tolerable: Percent,
    population: Option<u64>,
    sample_size: u64,
    allowed: u64,
    model: Option<Model>,
) -> Result<Vec<CurvePoint>, SamplingError> {
    let miss = miss_chance(confidence)?;
    let tolerated = Tolerated::new(tolerable, population, model)?;
    check("the population", population, sample_size, 0)?;
    let at = |step: u64| point(tolerated, step, sample_size, allowed);
    let first_end = tolerated.rate.of_rounded_up(STEPS).saturating_mul(3) / 2;
    let mut end = first_end.min(STEPS);
    while end < STEPS && at(end).chance_of_accepting > miss.to_f64() / 10.0 {
        end = (end + end / 4).min(STEPS);
    }
    let mut points: Vec<CurvePoint> = (0..=POINTS).map(|i| at(end / POINTS * i + end % POINTS * i / POINTS)).collect();
    points.dedup_by(|a, b| a.rate.total_cmp(&b.rate).is_eq());
    Ok(points)
}

fn point(tolerated: Tolerated, step: u64, sample: u64, allowed: u64) -> CurvePoint {
    let rate = Share::new(step.into(), STEPS.into());
    let (rate, deviations) = match (tolerated.model, tolerated.population) {
        (Model::Hypergeometric, Some(population)) => {
            let deviating = rate.of_rounded_up(population);
            (ratio(deviating, population), Deviations::Hypergeometric { population, deviating, sample })
        }
        (Model::Poisson, _) => (ratio(step, STEPS), Deviations::Poisson { rate, sample }),
        _ => (ratio(step, STEPS), Deviations::Binomial { rate, sample }),
    };
    CurvePoint { rate, chance_of_accepting: deviations.chance_of_at_most(allowed) }
}
