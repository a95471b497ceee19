use std::collections::BTreeSet;

use audit::Audit;
use book::{Kind, Reading, Record};
use checklist::Question;
use evidence::Evidence;
use ground::{Fault, Id, Instant};
use organisation::{Person, Process, Service, Site};
use sample::Sample;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::Grade;

/// Where a finding is in its life:
///
/// Draft ──present──▶ Presented ──report signed──▶ Issued
///   └───────────────────┴────── withdraw ─────▶ Withdrawn
///
/// There is no way back from Issued but a new revision of the report, because a signed report quotes it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Stage {
    /// Being written.
    Draft,
    /// Shown to the auditee.
    Presented,
    /// Quoted by a signed report.
    Issued,
    /// Issued, and every corrective action for it is closed. Told from the actions, never set by hand.
    Closed,
    /// Taken back, with a reason.
    Withdrawn,
}

/// What the auditee says to it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Position {
    /// Nothing yet.
    Pending,
    /// Agrees that the facts are right.
    Agreed,
    /// Disagrees; the words are printed.
    Disputed,
}

/// What the auditor concludes when evidence is held against a clause.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Finding {
    /// Its id.
    pub id: Id<Self>,
    /// What people call it: `IA-2026-03-D01` while it is a draft, `IA-2026-03-NC-01` once a report is issued.
    pub reference: String,
    /// Whether the reference is the final one.
    pub final_reference: bool,
    /// How much it weighs.
    pub grade: Grade,
    /// Why it weighs that much.
    pub grade_reason: String,
    /// The clauses it is held against.
    pub clauses: BTreeSet<String>,
    /// A few words to call it by.
    pub title: String,
    /// What is required, in our own words.
    pub requirement: String,
    /// What was seen: who, what, where, when, how many.
    pub evidence_words: String,
    /// What is not fulfilled, in one sentence.
    pub statement: String,
    /// How far it reaches: `3 of 25`.
    pub extent: String,
    /// Where.
    pub site: Option<Id<Site>>,
    /// In which process.
    pub process: Option<Id<Process>>,
    /// In which service.
    pub service: Option<Id<Service>>,
    /// The evidence it rests on.
    pub evidence: BTreeSet<Id<Evidence>>,
    /// The question it came from.
    pub question: Option<Id<Question>>,
    /// The sample it came from.
    pub sample: Option<Id<Sample>>,
    /// The earlier finding it repeats.
    pub repeat_of: String,
    /// What the auditee says to it.
    pub auditee_position: Position,
    /// In their words.
    pub auditee_comment: String,
    /// Who raised it.
    pub raised_by: Option<Id<Person>>,
    /// Their name at the time.
    pub raised_by_name: String,
    /// When.
    pub raised_at: Instant,
    /// When it was issued.
    pub issued_at: Option<Instant>,
    /// Why it was withdrawn; empty while it stands.
    pub withdrawn_reason: String,
    /// Private: the verbs of this crate are the only doors between stages.
    pub(crate) stage: Stage,
}

/// How the book keeps it.
pub static FINDING: Kind = Kind {
    long_text: &["requirement", "evidence_words", "statement", "auditee_comment"],
    sets: &["clauses", "evidence"],
    flags: &["final_reference"],
    searched: &["reference", "title", "requirement", "evidence_words", "statement", "extent", "auditee_comment"],
    ..Kind::named("finding", include_str!("sql/finding.sql"))
};

impl Record for Finding {
    const KIND: &'static Kind = &FINDING;
    fn id(&self) -> Id<Self> {
        self.id
    }
}

impl Finding {
    /// Where it stands.
    #[must_use]
    pub fn stage(&self) -> Stage {
        self.stage
    }

    /// Whether it counts: everything but what was withdrawn.
    #[must_use]
    pub fn stands(&self) -> bool {
        self.stage != Stage::Withdrawn
    }
}

/// The findings of an audit in the order they were raised.
///
/// # Errors
/// Only when the database fails.
pub fn findings_of(reading: Reading<'_>, audit: Id<Audit>) -> Result<Vec<Finding>, Fault> {
    reading.of_binder(audit)
}

impl Finding {
    /// The finding as lists show it: closed once every corrective action for it is. That is told from the actions each
    /// time and never kept, so that the two can't disagree.
    #[must_use]
    pub fn told_with(mut self, every_action_closed: bool) -> Self {
        if self.stage == Stage::Issued && every_action_closed {
            self.stage = Stage::Closed;
        }
        self
    }
}
