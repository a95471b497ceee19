use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::{Percent, SamplingError, share::Share, tail::Deviations};

/// The largest population, and the largest sample, that is calculated.
pub const MOST_RECORDS: u64 = 10_000_000;

/// How the number of deviations in a sample is thought to come about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Model {
    /// Drawn from a known population, no record twice. Exact.
    Hypergeometric,
    /// Drawn from a population without end. For a known one this is careful: at the usual confidences its samples are no
    /// smaller.
    Binomial,
    /// Deviations are rare and fall evenly. More careful still; found in many printed tables.
    Poisson,
}

impl Model {
    /// The model asked for; otherwise the exact one where the population is known, and the binomial where it is not.
    pub(crate) fn chosen(asked: Option<Self>, population: Option<u64>) -> Result<Self, SamplingError> {
        match (asked, population) {
            (Some(Self::Hypergeometric), None) => Err(SamplingError::PopulationUnknown),
            (Some(model), _) => Ok(model),
            (None, Some(_)) => Ok(Self::Hypergeometric),
            (None, None) => Ok(Self::Binomial),
        }
    }
}

/// A population that is exactly as bad as can be tolerated, or so bad that it can't.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Tolerated {
    pub(crate) model: Model,
    pub(crate) rate: Share,
    /// The records, where they are counted.
    pub(crate) population: Option<u64>,
    /// How many of them are too many: `max(1, ceil(rate · population))`.
    pub(crate) too_many: Option<u64>,
}

impl Tolerated {
    pub(crate) fn new(
        tolerable: Percent,
        population: Option<u64>,
        asked: Option<Model>,
    ) -> Result<Self, SamplingError> {
        let (model, rate) = (Model::chosen(asked, population)?, tolerable_rate(tolerable)?);
        if let Some(population) = population.filter(|population| *population > MOST_RECORDS) {
            return Err(SamplingError::PopulationTooLarge { population, most: MOST_RECORDS });
        }
        let too_many = population.map(|records| rate.of_rounded_up(records).max(1).min(records));
        Ok(Self { model, rate, population, too_many })
    }

    /// The deviations in a sample of this size.
    pub(crate) fn sampled(self, sample: u64) -> Deviations {
        match (self.model, self.population, self.too_many) {
            (Model::Hypergeometric, Some(population), Some(deviating)) => {
                Deviations::Hypergeometric { population, deviating, sample: sample.min(population) }
            }
            (Model::Poisson, ..) => Deviations::Poisson { rate: self.rate, sample },
            _ => Deviations::Binomial { rate: self.rate, sample },
        }
    }

    /// The largest sample that there can be.
    pub(crate) fn largest_sample(self) -> u64 {
        self.population.unwrap_or(MOST_RECORDS)
    }
}

/// The chance that the conclusion is wrong: what the confidence leaves to 100 %.
pub(crate) fn miss_chance(confidence: Percent) -> Result<Share, SamplingError> {
    if confidence.is_nothing() || confidence.is_everything() {
        return Err(SamplingError::ConfidenceOutOfRange { confidence });
    }
    Ok(confidence.share().rest())
}

fn tolerable_rate(tolerable: Percent) -> Result<Share, SamplingError> {
    if tolerable.is_nothing() || tolerable.is_everything() {
        return Err(SamplingError::TolerableOutOfRange { tolerable });
    }
    Ok(tolerable.share())
}
