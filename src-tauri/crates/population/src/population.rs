use std::collections::BTreeMap;

use audit::Audit;
use book::{Kind, Reading, Record};
use checklist::Question;
use ground::{Fault, Id, Instant};
use organisation::Person;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use table::{SetAside, Shape};

/// The records that exist, as the client's tool exported them. Frozen from the moment it is brought in: the bytes,
/// how they are read and what the columns mean never change, because a sample rests on them.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Population {
    /// Its id.
    pub id: Id<Self>,
    /// What people call it: `IA-2026-01-P-01`.
    pub reference: String,
    /// The records and their period: `Incidents 2025`.
    pub title: String,
    /// What one row is: a word of the record packs, such as `incident`.
    pub record_type: String,
    /// The tool it was exported from.
    pub tool: String,
    /// The query, view or report that was exported, word for word.
    pub query: String,
    /// Who supplied it.
    pub supplied_by: String,
    /// When it was exported.
    pub extracted_at: Option<Instant>,
    /// The time zone in which the file tells its moments; the file mostly does not say.
    pub timezone: String,
    /// The name the file had.
    pub file_name: String,
    /// SHA-256 of its bytes.
    pub sha256: String,
    /// Their number.
    pub size_bytes: i64,
    /// How the file is read.
    pub shape: Shape,
    /// Which column holds which field.
    pub mapping: BTreeMap<String, String>,
    /// Rows below the header.
    pub rows: i64,
    /// Rows that could not be read and are in no sample.
    pub set_aside_count: i64,
    /// The first of them, with the reason.
    #[serde(default)]
    pub set_aside: Vec<SetAside>,
    /// Rows whose number an earlier row already has. A record counts once.
    pub duplicates: i64,
    /// Cells that are no moment or number though their column holds such. Their rows stay in.
    pub unreadable_cells: i64,
    /// The first of them.
    #[serde(default)]
    pub unreadable: Vec<SetAside>,
    /// How many records the tool itself showed.
    pub tool_count: Option<i64>,
    /// How it was made sure that nothing is missing.
    pub completeness: String,
    /// The question it was asked for.
    pub question: Option<Id<Question>>,
    /// When it was brought in.
    pub brought_at: Instant,
    /// By whom.
    pub brought_by: Option<Id<Person>>,
    /// Their name at the time.
    pub brought_by_name: String,
    /// Why it was withdrawn; empty while it counts.
    pub withdrawn_reason: String,
}

/// How the book keeps it.
pub static POPULATION: Kind = Kind {
    long_text: &["query", "completeness"],
    json: &["shape", "mapping", "set_aside", "unreadable"],
    searched: &["reference", "title", "tool", "query", "supplied_by", "file_name", "completeness"],
    blobs: &["sha256"],
    ..Kind::named("population", include_str!("sql/population.sql"))
};

impl Record for Population {
    const KIND: &'static Kind = &POPULATION;
    fn id(&self) -> Id<Self> {
        self.id
    }
}

/// The field whose column names a record.
pub const RECORD_ID: &str = "record_id";

impl Population {
    /// The column that holds a field, by its place.
    #[must_use]
    pub fn column_of(&self, field: &str) -> Option<usize> {
        let name = self.mapping.get(field)?;
        self.column(name)
    }

    /// The place of the column of that name.
    #[must_use]
    pub fn column(&self, name: &str) -> Option<usize> {
        self.shape.columns.iter().position(|column| column.name == name)
    }

    /// Rows from which samples are drawn when nothing is filtered out.
    #[must_use]
    pub fn records(&self) -> i64 {
        self.rows - self.set_aside_count - self.duplicates
    }

    /// Proves that it still counts.
    ///
    /// # Errors
    /// Refuses a withdrawn one.
    pub fn must_count(&self) -> Result<(), crate::PopulationError> {
        if self.withdrawn_reason.is_empty() {
            return Ok(());
        }
        Err(crate::PopulationError::Withdrawn {
            reference: self.reference.clone(),
            reason: self.withdrawn_reason.clone(),
        })
    }
}

/// The populations of an audit in the order they were brought in.
///
/// # Errors
/// Only when the database fails.
pub fn populations_of(reading: Reading<'_>, audit: Id<Audit>) -> Result<Vec<Population>, Fault> {
    reading.of_binder(audit)
}
