use std::collections::BTreeSet;

use audit::Audit;
use book::{Kind, Reading, Record};
use checklist::Question;
use ground::{Fault, Id, Instant};
use organisation::Person;
use population::Population;
use sampling::{Method, Model};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// Where a sample is in its life:
///
/// Planned ──draw──▶ Drawn ──conclude──▶ Concluded
///    └────────────────┴── withdraw ──▶ Withdrawn
///
/// What was drawn is never drawn again: another draw is another sample.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Stage {
    /// Size and method are being thought about.
    Planned,
    /// The records are fixed and are being looked at.
    Drawn,
    /// Every record was looked at and the conclusion is written.
    Concluded,
    /// Taken back, with a reason.
    Withdrawn,
}

/// A stratum and how many of it are to be drawn.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct StratumPlan {
    /// As the column has it: `1 - Critical`.
    pub name: String,
    /// How many records of it there are.
    pub population: u64,
    /// How many are to be drawn.
    pub size: u64,
}

/// A set of records drawn from a population, or chosen, to be looked at one by one.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Sample {
    /// Its id.
    pub id: Id<Self>,
    /// What people call it: `IA-2026-01-S-01`.
    pub reference: String,
    /// The records it is drawn from; none where nobody has a list of them.
    pub population: Option<Id<Population>>,
    /// A few words to call it by.
    pub title: String,
    /// What is tested, in words.
    pub tested_for: String,
    /// How the records are chosen.
    pub method: Method,
    /// What was filtered out before, as a rule in its canonical form; may be empty.
    pub filter: String,
    /// The column whose values are the strata; empty where there are none.
    pub stratum_column: String,
    /// The strata, in bytewise order.
    #[serde(default)]
    pub strata: Vec<StratumPlan>,
    /// The column whose amounts weigh the records; empty where none does.
    pub value_column: String,
    /// Confidence in percent, as typed.
    pub confidence: String,
    /// The rate of failures that would still be tolerable, in percent; may be empty.
    pub tolerable: String,
    /// The rate of failures that is expected, in percent; may be empty.
    pub expected: String,
    /// How many failures are allowed.
    pub allowed: Option<i64>,
    /// By which model the size was worked out.
    pub model: Option<Model>,
    /// How many are to be drawn.
    pub size: i64,
    /// Why this size or these records; needed where judgement chooses.
    pub rationale: String,
    /// What chance started from.
    pub seed: String,
    /// Who chose the seed, and how.
    pub seed_from: String,
    /// The algorithm and its version.
    pub algorithm: String,
    /// Records in the population as it was used.
    pub population_size: Option<i64>,
    /// Rows left out of the draw because an earlier row has the same number.
    pub duplicates: i64,
    /// Records left out of a draw by value because they have none above zero.
    pub without_value: i64,
    /// The sum of the values, as a decimal; empty where none weighs.
    pub total_value: String,
    /// The sampling interval of a draw by value, as a decimal.
    pub interval: String,
    /// The questions it answers.
    pub questions: BTreeSet<Id<Question>>,
    /// When it was drawn.
    pub drawn_at: Option<Instant>,
    /// By whom.
    pub drawn_by: Option<Id<Person>>,
    /// Their name at the time.
    pub drawn_by_name: String,
    /// What the auditor concludes, in words.
    pub conclusion: String,
    /// When it was concluded.
    pub concluded_at: Option<Instant>,
    /// By whom.
    pub concluded_by_name: String,
    /// Why it was withdrawn; empty while it counts.
    pub withdrawn_reason: String,
    /// Private: the verbs of this crate are the only doors between stages.
    pub(crate) stage: Stage,
}

/// How the book keeps it.
pub static SAMPLE: Kind = Kind {
    long_text: &["tested_for", "rationale", "conclusion"],
    sets: &["questions"],
    json: &["strata"],
    searched: &["reference", "title", "tested_for", "rationale", "conclusion"],
    ..Kind::named("sample", include_str!("sql/sample.sql"))
};

impl Record for Sample {
    const KIND: &'static Kind = &SAMPLE;
    fn id(&self) -> Id<Self> {
        self.id
    }
}

impl Sample {
    /// Where it stands.
    #[must_use]
    pub fn stage(&self) -> Stage {
        self.stage
    }

    /// Whether chance decided what was drawn. Only then may a result be extended to the population.
    #[must_use]
    pub fn is_random(&self) -> bool {
        matches!(self.method, Method::Random | Method::Systematic | Method::Stratified | Method::MonetaryUnit)
    }

    /// Whether it counts.
    #[must_use]
    pub fn stands(&self) -> bool {
        self.stage != Stage::Withdrawn
    }
}

/// The samples of an audit in the order of their references.
///
/// # Errors
/// Only when the database fails.
pub fn samples_of(reading: Reading<'_>, audit: Id<Audit>) -> Result<Vec<Sample>, Fault> {
    reading.records("WHERE binder = ?1 ORDER BY reference, id", [audit.to_string()])
}
