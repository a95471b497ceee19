use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// How many performances of a recurring control are usually tested, by how often it is performed and how much depends
/// on it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct FrequencyRow {
    /// How often: `monthly`.
    pub frequency: String,
    /// Where little depends on it.
    pub low: u64,
    /// Where something depends on it.
    pub medium: u64,
    /// Where much depends on it.
    pub high: u64,
}

/// A convention of controls assurance, which differs from firm to firm and stands in no ISO standard: a default that an
/// organisation may replace by its own.
#[must_use]
pub fn frequency_table() -> Vec<FrequencyRow> {
    let row = |frequency: &str, low, medium, high| FrequencyRow { frequency: frequency.to_owned(), low, medium, high };
    vec![
        row("yearly", 1, 1, 1),
        row("half-yearly", 1, 2, 2),
        row("quarterly", 2, 2, 3),
        row("monthly", 2, 3, 5),
        row("weekly", 5, 10, 15),
        row("daily", 15, 25, 40),
        row("many times a day", 25, 40, 60),
    ]
}
