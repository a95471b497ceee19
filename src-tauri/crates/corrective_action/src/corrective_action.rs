use audit::Audit;
use book::{BinderKind, Kind, Reading, Record};
use finding::Finding;
use ground::{Day, Fault, Id, Instant};
use organisation::Person;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// The sort of binder that holds one corrective action, so that it can travel alone.
pub const BINDER: BinderKind = BinderKind("corrective_action");

/// Where it is in its life.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Stage {
    /// To be done, or being done.
    Open,
    /// Done, and someone else saw that it worked.
    Closed,
    /// Not needed any more.
    Cancelled,
}

/// What it answers to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Source {
    /// A finding of an internal audit.
    InternalAudit,
    /// A finding of an external audit.
    ExternalAudit,
    /// A complaint.
    Complaint,
    /// An incident.
    Incident,
    /// A management review.
    ManagementReview,
    /// Something else.
    Other,
}

/// A moved due date. The original one is never lost.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct DueChange {
    /// The date before.
    pub from: Day,
    /// The date after.
    pub to: Day,
    /// Why.
    pub reason: String,
    /// Who approved it; never the owner.
    pub approved_by: String,
    /// When.
    pub at: Instant,
}

/// What is done so that a nonconformity loses its cause.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct CorrectiveAction {
    /// Its id, which is its binder's too.
    pub id: Id<Self>,
    /// What people call it: `CAR-2026-014`.
    pub reference: String,
    /// What it answers to.
    pub source: Source,
    /// That in words, where it is no finding of this workspace.
    pub source_words: String,
    /// The finding.
    pub finding: Option<Id<Finding>>,
    /// Its audit.
    pub audit: Option<Id<Audit>>,
    /// Who answers for it.
    pub owner: Id<Person>,
    /// What is to be done.
    pub description: String,
    /// Due at the end of this day.
    pub due: Day,
    /// Due at first.
    pub original_due: Day,
    /// How the due date moved.
    #[serde(default)]
    pub due_changes: Vec<DueChange>,
    /// When it was raised.
    pub raised_at: Instant,
    /// When it was done.
    pub implemented_on: Option<Day>,
    /// Who saw that it worked.
    pub verified_by: Option<Id<Person>>,
    /// When.
    pub verified_on: Option<Day>,
    /// What they saw.
    pub verification: String,
    /// Private: the verbs of this crate are the only doors between stages.
    pub(crate) stage: Stage,
}

/// How the book keeps it.
pub static CORRECTIVE_ACTION: Kind = Kind {
    long_text: &["description", "verification"],
    json: &["due_changes"],
    searched: &["reference", "source_words", "description", "verification"],
    ..Kind::named("corrective_action", include_str!("sql/corrective_action.sql"))
};

impl Record for CorrectiveAction {
    const KIND: &'static Kind = &CORRECTIVE_ACTION;
    fn id(&self) -> Id<Self> {
        self.id
    }
}

impl CorrectiveAction {
    /// Where it stands.
    #[must_use]
    pub fn stage(&self) -> Stage {
        self.stage
    }

    /// Whether its due day has passed. Computed, never set: no stage hides it but being closed or cancelled.
    #[must_use]
    pub fn is_overdue(&self, on: Day) -> bool {
        self.stage == Stage::Open && on > self.due && self.implemented_on.is_none()
    }
}

/// All corrective actions, by due date.
///
/// # Errors
/// Only when the database fails.
pub fn actions(reading: Reading<'_>) -> Result<Vec<CorrectiveAction>, Fault> {
    reading.records("ORDER BY due, reference", [])
}
