//! Record packs: for each kind of record that the question catalogue samples, what to ask for and what to look at.
//!
//! Invariant: every word that a question names as its population has a pack, and every ready test is a rule over
//! canonical fields.

mod catalogue;
mod ready;

use criteria::CriteriaError;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

pub use ready::{Lacking, Ready, Runnable, ready_tests};

/// What to ask for and what to look at, for one kind of record.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Pack {
    /// The word of the question catalogue: `major_incident`.
    pub word: String,
    /// What one record is called in a sentence: “major incident”.
    pub singular: String,
    /// What several are called.
    pub plural: String,
    /// What to ask the client for.
    pub ask_for: String,
    /// The columns to ask for.
    pub columns: Vec<PackColumn>,
    /// By what to divide the records before drawing.
    pub stratify_by: Vec<Stratum>,
    /// What to take all of.
    pub take_all: Vec<TakeAll>,
    /// What is usually tested on each record drawn.
    pub attributes: Vec<Attribute>,
    /// Rules that can be held against every row.
    pub tests: Vec<ReadyTest>,
}

impl Pack {
    /// The word that fits the number of records.
    #[must_use]
    pub fn noun(&self, records: u64) -> &str {
        if records == 1 { &self.singular } else { &self.plural }
    }
}

/// A column to ask for.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct PackColumn {
    /// The canonical field that it is mapped to.
    pub field: String,
    /// Whether the records can’t be judged without it.
    pub needed: bool,
    /// What it holds for this kind of record: “End of contract”.
    pub holds: String,
}

/// A way to divide the records.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Stratum {
    /// The canonical field, where there is one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub field: Option<String>,
    /// In words.
    pub by: String,
}

/// Records that are not sampled but all looked at.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct TakeAll {
    /// In words.
    pub what: String,
    /// A rule that finds them, where one can say it. May name the period as a ready test does.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub rule: Option<String>,
}

/// What is tested on each record drawn.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Attribute {
    /// Its name.
    pub name: String,
    /// What to look at.
    pub guidance: String,
}

/// A rule that is ready to be held against every row.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct ReadyTest {
    /// A stable name: `change.closed-not-approved`.
    pub id: String,
    /// Its title.
    pub title: String,
    /// The rule. `{from}` and `{to}` stand for the first and the last day of the audited period.
    pub rule: String,
    /// What a hit means. It is a row to look at, no verdict.
    pub meaning: String,
    /// The canonical fields that it needs.
    #[serde(default)]
    pub fields: Vec<String>,
}

impl ReadyTest {
    /// Whether the rule names the audited period.
    #[must_use]
    pub fn needs_period(&self) -> bool {
        ready::names_period(&self.rule)
    }
}

/// All packs, in the order of the street: tickets first, papers last.
#[must_use]
pub fn packs() -> &'static [Pack] {
    catalogue::packs()
}

/// The pack of that word.
#[must_use]
pub fn pack(word: &str) -> Option<&'static Pack> {
    packs().iter().find(|pack| pack.word == word)
}

/// The packs that the questions of a clause, or of the clauses under it, ask for; each once, in the order of the
/// questions.
///
/// # Errors
/// Refuses an edition that is not built in, and a clause that it does not have.
pub fn packs_for_clause(edition: &str, clause: &str) -> Result<Vec<&'static Pack>, CriteriaError> {
    let edition = criteria::catalogue(edition)?;
    edition.clause(clause)?;
    let under = format!("{clause}.");
    let mut found: Vec<&'static Pack> = Vec::new();
    for question in edition.questions() {
        let asked = question.clause == clause || question.clause.starts_with(&under);
        let Some(pack) = question.population.as_deref().filter(|_| asked).and_then(pack) else { continue };
        if !found.iter().any(|known| known.word == pack.word) {
            found.push(pack);
        }
    }
    Ok(found)
}

#[cfg(test)]
mod tests;
