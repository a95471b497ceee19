use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::SampleItem;

/// How samples were drawn, and what they showed.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Sampling {
    /// What the auditor wrote about sampling in this audit; may be empty. The reminder that an audit is a sample
    /// is printed in any case.
    pub statement: String,
    /// The samples, in the order of their references.
    pub samples: Vec<SampleFacts>,
    /// Tests by rule of populations from which no sample was drawn. Those of a sampled population stand with it.
    #[serde(default)]
    pub rules: Vec<RuleTest>,
}

/// One sample: where its population comes from, how it was drawn, what it showed. What is empty is not printed,
/// except the result.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(default)]
pub struct SampleFacts {
    /// Such as `IA-2026-01-S-01`.
    pub reference: String,
    /// Of what it was drawn: `Incidents 2025`.
    pub population: String,
    /// Where the population comes from, in words.
    pub source: String,
    /// The tool that holds the records: `ServiceNow`.
    pub tool: String,
    /// The query or the report of that tool which gave the file.
    pub query: String,
    /// Who handed the file over.
    pub supplied_by: String,
    /// When and by whom it was taken out of the tool, in words: `9 Feb 2026, 10:12 (Europe/Copenhagen), Sofie Lund`.
    pub extracted: String,
    /// How it was made sure that nothing is missing: `the row count equals the tool's counter`.
    pub completeness: String,
    /// The name of the population's file.
    pub file_name: String,
    /// The SHA-256 of the population's file in hex.
    pub source_sha256: Option<String>,
    /// Rows in the file, without its header.
    pub rows_in_file: Option<u64>,
    /// Rows that could not be read and were set aside.
    pub rows_set_aside: Option<u64>,
    /// Rows left out because an earlier row has the same id.
    pub duplicates_left_out: Option<u64>,
    /// Rows for which the filter holds.
    pub rows_in_filter: Option<u64>,
    /// The filter that defines the population used, in its canonical text; empty when every row counts.
    pub filter: String,
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
    /// Whether chance decided. Only then may a result be extended to the population, and only then is the bound
    /// printed.
    pub random: bool,
    /// Why these records, for a sample by judgement.
    pub reason: String,
    /// What the size is to show, in words: `95 % confidence, 5 % tolerable, no deviation allowed`.
    pub parameters: String,
    /// The algorithm with its version: `tickmark-draw-1`.
    pub algorithm: String,
    /// The seed, so that another auditor can draw the same sample.
    pub seed: String,
    /// How the seed was chosen: `typed by the auditee before the draw`.
    pub seed_chosen: String,
    /// When and by whom it was drawn, in words.
    pub drawn: String,
    /// The command that draws the same sample again.
    pub repeat_command: String,
    /// What was tested, in words; empty where the attributes say it.
    pub tested_for: String,
    /// The result in a few words for the table, such as `6 of 40; weighted by stratum 17.0 %`.
    pub result: String,
    /// What is concluded, a plain sentence.
    pub conclusion: String,
    /// What chance leaves open: the small print under a random sample.
    pub bound: String,
    /// The strata, where there are any.
    pub strata: Vec<Stratum>,
    /// Replaced records with the reason, one sentence each, where the records themselves are not listed.
    pub replaced: Vec<String>,
    /// What each record was tested for.
    pub attributes: Vec<Attribute>,
    /// The records drawn, in the order of the draw, those that were replaced included.
    pub items: Vec<SampleItem>,
    /// Tests by rule over the whole population.
    pub rules: Vec<RuleTest>,
}

/// A stratum of a sample.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(default)]
pub struct Stratum {
    /// Such as `P1`.
    pub name: String,
    /// How many records exist in it.
    pub population_size: u64,
    /// How many were drawn.
    pub sample_size: u64,
    /// How many of them were tested; all, when nothing is said.
    pub tested: Option<u64>,
    /// How many failed.
    pub failed: u64,
}

/// Something that each record of a sample is tested for.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(default)]
pub struct Attribute {
    /// A short sign that heads its column: `A`, `B`.
    pub key: String,
    /// What is tested: `Priority follows impact and urgency`.
    pub name: String,
}

/// A rule that was held against every row of a population. A hit is a record to look at, not a verdict.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(default)]
pub struct RuleTest {
    /// What it looks for: `Closed without a resolution`.
    pub title: String,
    /// Of which population; may be empty where it stands with a sample.
    pub population: String,
    /// The rule in its canonical text.
    pub rule: String,
    /// Rows it was held against.
    pub rows: u64,
    /// Rows for which it holds.
    pub hits: u64,
    /// What became of the hits, in words: `all 3 looked at, 1 is a finding`.
    pub looked_at: String,
}
