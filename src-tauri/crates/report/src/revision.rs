use audit::Audit;
use book::{Kind, Reading, Record};
use ground::{Fault, Id, Instant};
use organisation::Person;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// A signed revision of an audit's report. Nothing in it ever changes; a later revision supersedes it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Revision {
    /// Its id.
    pub id: Id<Self>,
    /// What people call the report: `IA-2026-01-R`.
    pub reference: String,
    /// Counted from 0.
    pub revision: i64,
    /// When it was issued.
    pub issued_at: Instant,
    /// Who signed as lead auditor.
    pub signed_by: Option<Id<Person>>,
    /// Their name at the time.
    pub signed_by_name: String,
    /// SHA-256 of the certificate it was signed with.
    pub certificate: String,
    /// What changed since the revision before, and why; empty for the first.
    pub change_note: String,
    /// SHA-256 of the signed PDF, which is kept as a blob.
    pub sha256: String,
    /// Bytes of the PDF.
    pub size_bytes: i64,
    /// The state of the audit's binder that was printed: the hashes of its newest changes.
    #[serde(default)]
    pub heads: Vec<String>,
}

/// How the book keeps it.
pub static REVISION: Kind =
    Kind { json: &["heads"], blobs: &["sha256"], ..Kind::named("report", include_str!("sql/report.sql")) };

impl Record for Revision {
    const KIND: &'static Kind = &REVISION;
    fn id(&self) -> Id<Self> {
        self.id
    }
}

/// The signed revisions of an audit's report, the first one first.
///
/// # Errors
/// Only when the database fails.
pub fn revisions_of(reading: Reading<'_>, audit: Id<Audit>) -> Result<Vec<Revision>, Fault> {
    reading.records("WHERE binder = ?1 ORDER BY revision, id", [audit.to_string()])
}
