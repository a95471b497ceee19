use std::collections::BTreeSet;

use audit::Audit;
use book::{Kind, Reading, Record};
use checklist::Question;
use ground::{Fault, Id, Instant};
use organisation::Person;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::{Area, EvidenceError, Pictured, ReportCopy};

/// What sort of evidence it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum EvidenceKind {
    /// Any file.
    File,
    /// A photo.
    Photo,
    /// A picture of a screen, pasted.
    Picture,
    /// What somebody said.
    Interview,
    /// What the auditor saw.
    Observation,
    /// A record that was looked at and stays where it is.
    Record,
    /// A document that was looked at and stays where it is.
    Document,
}

/// Who may see it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Classification {
    /// Anyone.
    Public,
    /// The organisation.
    Internal,
    /// Named people.
    Confidential,
    /// It holds personal data.
    PersonalData,
}

/// One piece of evidence.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Evidence {
    /// Its id.
    pub id: Id<Self>,
    /// What people call it: `IA-2026-01-E-003`.
    pub reference: String,
    /// What sort it is.
    pub kind: EvidenceKind,
    /// What it shows, in words.
    pub description: String,
    /// Where it comes from: a system, a register, a record number.
    pub source: String,
    /// Where it was seen.
    pub place: String,
    /// Who provided it.
    pub provided_by: String,
    /// A remark.
    pub remark: String,
    /// When it was seen.
    pub seen_at: Instant,
    /// When it was captured here; differs from `seen_at` where something was entered later.
    pub captured_at: Instant,
    /// Who saw it.
    pub seen_by: Option<Id<Person>>,
    /// Their name at the time.
    pub seen_by_name: String,
    /// From afar.
    pub remote: bool,
    /// Who may see it.
    pub classification: Classification,
    /// SHA-256 of the bytes at capture; none where there are no bytes.
    pub sha256: Option<String>,
    /// Their number.
    pub size_bytes: Option<i64>,
    /// The name the file had.
    pub file_name: Option<String>,
    /// What sort of file.
    pub media_type: Option<String>,
    /// The questions it supports.
    pub questions: BTreeSet<Id<Question>>,
    /// What its picture says of itself; none where the bytes are no picture that can be read.
    pub pictured: Option<Pictured>,
    /// What is covered in the copy for reports, each an [`Area`](crate::Area) as text. A set, so that what two people
    /// cover apart is all covered when their work comes together.
    pub boxes: BTreeSet<String>,
    /// Why it is covered.
    pub redaction_note: String,
    /// The copy for reports as it was made last.
    pub report_copy: Option<ReportCopy>,
    /// SHA-256 of that copy's bytes, by which the book finds them.
    pub report_copy_sha256: Option<String>,
    /// Why it was withdrawn; empty while it counts. The bytes stay.
    pub withdrawn_reason: String,
}

/// How the book keeps it.
pub static EVIDENCE: Kind = Kind {
    long_text: &["description", "remark"],
    sets: &["questions", "boxes"],
    json: &["pictured", "report_copy"],
    flags: &["remote"],
    searched: &["reference", "description", "source", "place", "provided_by", "remark", "file_name"],
    blobs: &["sha256", "report_copy_sha256"],
    ..Kind::named("evidence", include_str!("sql/evidence.sql"))
};

impl Record for Evidence {
    const KIND: &'static Kind = &EVIDENCE;
    fn id(&self) -> Id<Self> {
        self.id
    }
}

impl Evidence {
    /// The areas that are covered in the copy for reports. A text that is no area comes from a damaged change; nothing
    /// can be covered by it.
    pub fn covered(&self) -> impl Iterator<Item = Area> + '_ {
        self.boxes.iter().filter_map(|text| text.parse().ok())
    }

    /// Whether it stays out of what the auditee is given.
    #[must_use]
    pub const fn is_kept_from_auditee(&self) -> bool {
        self.classification.is_kept_from_auditee()
    }

    /// Proves that it still counts.
    ///
    /// # Errors
    /// Refuses when it was withdrawn.
    pub fn must_stand(&self) -> Result<(), EvidenceError> {
        if self.withdrawn_reason.is_empty() {
            return Ok(());
        }
        Err(EvidenceError::Withdrawn { reference: self.reference.clone() })
    }
}

impl Classification {
    /// Whether it stays out of what the auditee is given.
    #[must_use]
    pub const fn is_kept_from_auditee(self) -> bool {
        matches!(self, Self::Confidential | Self::PersonalData)
    }
}

/// The evidence of an audit in the order it was captured.
///
/// # Errors
/// Only when the database fails.
pub fn evidence_of(reading: Reading<'_>, audit: Id<Audit>) -> Result<Vec<Evidence>, Fault> {
    reading.of_binder(audit)
}
