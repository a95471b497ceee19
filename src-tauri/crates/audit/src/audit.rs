use std::collections::{BTreeMap, BTreeSet};

use book::{BinderKind, Kind, Reading, Record};
use ground::{Day, Id, Instant};
use organisation::{OwnDocument, Person, Process, Service, Site};
use programme::Programme;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::AuditError;

/// The sort of binder that holds an audit.
pub const BINDER: BinderKind = BinderKind("audit");

/// Where an audit is in its life:
///
/// Planned ──opening meeting──▶ InProgress ──closing meeting──▶ FieldworkDone ──report signed──▶ Reported / FollowUp
///    └──────────── cancel ─────────┴─────▶ Cancelled
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Stage {
    /// Planned; documents may already be reviewed.
    Planned,
    /// The opening meeting was held.
    InProgress,
    /// The closing meeting was held.
    FieldworkDone,
    /// The report is signed and nothing is to be followed up.
    Reported,
    /// The report is signed and nonconformities are being worked on.
    FollowUp,
    /// Everything is done.
    Completed,
    /// Moved to a later time.
    Postponed,
    /// Not done.
    Cancelled,
}

/// How audit work is done at a place.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Method {
    /// The auditor is there.
    Onsite,
    /// The auditor is elsewhere.
    Remote,
    /// Both.
    Hybrid,
}

/// Whether an audit found out what it was to find out.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum ObjectivesOutcome {
    /// All of it.
    Fully,
    /// Some of it.
    Partly,
    /// None of it.
    Not,
}

/// One audit.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Audit {
    /// Its id, which is its binder's too.
    pub id: Id<Self>,
    /// The reference people read: `IA-2026-03`.
    pub reference: String,
    /// The programme it belongs to.
    pub programme: Option<Id<Programme>>,
    /// Its title.
    pub title: String,
    /// The edition of the standard; fixed for the life of the audit.
    pub edition: String,
    /// What the audit is to find out.
    pub objectives: String,
    /// The scope in words.
    pub scope_text: String,
    /// The clauses in scope.
    pub clauses: BTreeSet<String>,
    /// The sites in scope and how each is visited.
    pub sites: BTreeMap<Id<Site>, Method>,
    /// The processes the scope names.
    pub processes: BTreeSet<Id<Process>>,
    /// The services the scope names.
    pub services: BTreeSet<Id<Service>>,
    /// The organisation's own documents it is held against.
    pub own_documents: BTreeSet<Id<OwnDocument>>,
    /// The method over all.
    pub method: Method,
    /// The first day.
    pub date_start: Day,
    /// The last day.
    pub date_end: Day,
    /// Records are examined from this day on.
    pub period_from: Option<Day>,
    /// Records are examined up to this day.
    pub period_to: Option<Day>,
    /// Who asked for it.
    pub client: Option<Id<Person>>,
    /// Auditor-days planned.
    pub planned_days: Option<f64>,
    /// Auditor-days it took.
    pub actual_days: Option<f64>,
    /// Who looks at which clause.
    pub assigned: BTreeMap<String, Id<Person>>,
    /// Why a clause was not looked at.
    pub not_covered: BTreeMap<String, String>,
    /// When the opening meeting was held.
    pub opening_held_at: Option<Instant>,
    /// When the closing meeting was held.
    pub closing_held_at: Option<Instant>,
    /// The course of the audit.
    pub course: String,
    /// What stood in its way and may make the conclusions less reliable, one line each.
    pub obstacles: String,
    /// The conclusions.
    pub conclusion: String,
    /// How far the criteria are met, as a sentence.
    pub fulfilment: String,
    /// Whether the objectives were met.
    pub objectives_outcome: Option<ObjectivesOutcome>,
    /// More on whether the objectives were met.
    pub objectives_met: String,
    /// What it means for the programme.
    pub implications: String,
    /// What was agreed for the time after.
    pub follow_up_text: String,
    /// Who may read the report.
    pub confidentiality: String,
    /// Who gets the report.
    pub distribution: String,
    /// Why it was cancelled or postponed.
    pub stage_reason: String,
    /// The revision of the report that was signed last.
    pub signed_revision: Option<i64>,
    /// Why a new revision of the report is being made; empty while none is.
    pub revision_reason: String,
    /// Private: the verbs of this crate are the only doors between stages.
    pub(crate) stage: Stage,
}

/// How the book keeps it.
pub static AUDIT: Kind = Kind {
    long_text: &[
        "objectives",
        "scope_text",
        "course",
        "obstacles",
        "conclusion",
        "fulfilment",
        "objectives_met",
        "implications",
        "follow_up_text",
        "confidentiality",
        "distribution",
    ],
    sets: &["clauses", "processes", "services", "own_documents"],
    maps: &["sites", "assigned", "not_covered"],
    searched: &[
        "reference",
        "title",
        "objectives",
        "scope_text",
        "course",
        "obstacles",
        "conclusion",
        "fulfilment",
        "implications",
        "follow_up_text",
    ],
    ..Kind::named("audit", include_str!("sql/audit.sql"))
};

impl Record for Audit {
    const KIND: &'static Kind = &AUDIT;
    fn id(&self) -> Id<Self> {
        self.id
    }
}

impl Audit {
    /// Where it stands.
    #[must_use]
    pub fn stage(&self) -> Stage {
        self.stage
    }

    /// Whether a signed report stands that nothing may contradict.
    #[must_use]
    pub fn is_locked(&self) -> bool {
        self.signed_revision.is_some() && self.revision_reason.is_empty()
    }

    /// Proves that the audit's work may still change.
    ///
    /// # Errors
    /// Refuses while a signed report stands, and for a cancelled audit.
    pub fn must_be_open(&self) -> Result<(), AuditError> {
        if self.is_locked() {
            return Err(AuditError::Locked {
                reference: self.reference.clone(),
                revision: self.signed_revision.unwrap_or_default(),
            });
        }
        if self.stage == Stage::Cancelled {
            return Err(AuditError::Cancelled { reference: self.reference.clone() });
        }
        Ok(())
    }
}

/// Proves that an audit's work may still change, from the few fields that say so: what every keystroke asks first.
///
/// # Errors
/// As [`Audit::must_be_open`]; also an audit that the workspace does not have.
pub fn must_be_open(reading: Reading<'_>, audit: Id<Audit>) -> Result<(), AuditError> {
    #[derive(Deserialize)]
    struct Told {
        reference: String,
        signed_revision: Option<i64>,
        revision_reason: String,
        stage: Stage,
    }
    let told: Option<Told> = reading.row(
        "SELECT reference, signed_revision, revision_reason, stage FROM audit WHERE id = ?1",
        [audit.to_string()],
    )?;
    let told = told.ok_or(AuditError::Unknown { what: "audit" })?;
    match told.signed_revision {
        Some(revision) if told.revision_reason.is_empty() => {
            Err(AuditError::Locked { reference: told.reference, revision })
        }
        _ if told.stage == Stage::Cancelled => Err(AuditError::Cancelled { reference: told.reference }),
        _ => Ok(()),
    }
}
