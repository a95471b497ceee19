use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// How samples were drawn, and what they showed.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Sampling {
    /// What the auditor wrote about sampling in this audit; may be empty. The reminder that an audit is a sample
    /// is printed in any case.
    pub statement: String,
    /// The samples, in the order of their references.
    pub samples: Vec<SampleFacts>,
}

/// One sample.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct SampleFacts {
    /// Such as `IA-2026-01-S-01`.
    pub reference: String,
    /// Of what it was drawn: `Incidents 2025`.
    pub population: String,
    /// Where the population comes from: file, tool, query.
    pub source: String,
    /// What was filtered out before drawing; may be empty.
    pub filter: String,
    /// The SHA-256 of the population's file in hex.
    pub source_sha256: Option<String>,
    /// How many records exist. Unknown for a judgement sample of something nobody counts.
    pub population_size: Option<u64>,
    /// How many were drawn.
    pub sample_size: u64,
    /// How many of the drawn were tested.
    pub tested: u64,
    /// How many of the tested failed. A record that was not found is a fail.
    pub failed: u64,
    /// How it was drawn: `stratified random`, `by judgement`, `all`.
    pub method: String,
    /// Whether chance decided. Only then may a result be extended to the population.
    pub random: bool,
    /// The seed, so that another auditor can draw the same sample; may be empty.
    pub seed: String,
    /// The attribute that was tested.
    pub tested_for: String,
    /// The result in words, such as `6 of 40; weighted by stratum 17.0 %`.
    pub result: String,
    /// The strata, where there are any.
    pub strata: Vec<Stratum>,
    /// Replaced records with the reason, one sentence each.
    pub replaced: Vec<String>,
}

/// A stratum of a sample.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Stratum {
    /// Such as `P1`.
    pub name: String,
    /// How many records exist in it.
    pub population_size: u64,
    /// How many were drawn.
    pub sample_size: u64,
    /// How many failed.
    pub failed: u64,
}
