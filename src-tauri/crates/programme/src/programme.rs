use book::{BinderKind, Kind, Reading, Record};
use ground::{Day, Fault, Id};
use organisation::Person;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::ProgrammeError;

/// The sort of binder that holds a programme.
pub const BINDER: BinderKind = BinderKind("programme");

/// Where a programme is in its life:
///
/// Draft ──approve──▶ Approved ──change, with a reason──▶ Draft, next revision
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Stage {
    /// Being written.
    Draft,
    /// Approved by top management.
    Approved,
    /// Approved, and its period has begun.
    Active,
    /// Over.
    Closed,
}

/// What is audited when and by whom, over a period.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Programme {
    /// Its id, which is its binder's too.
    pub id: Id<Self>,
    /// The reference people read: `AP-2026`.
    pub reference: String,
    /// Its title.
    pub title: String,
    /// Counted from 0.
    pub revision: i64,
    /// The first day.
    pub period_start: Day,
    /// The last day.
    pub period_end: Day,
    /// What it is to achieve.
    pub objectives: String,
    /// What it covers.
    pub scope: String,
    /// How audits are done, remotely or on site.
    pub methods: String,
    /// Auditor-days of 8 hours there are.
    pub resources_days: Option<f64>,
    /// Who runs it.
    pub manager: Option<Id<Person>>,
    /// Who approved this revision.
    pub approved_by: Option<Id<Person>>,
    /// When.
    pub approved_on: Option<Day>,
    /// Why this revision was made; empty for the first.
    pub change_reason: String,
    /// Private: the verbs of this crate are the only doors between stages.
    pub(crate) stage: Stage,
}

/// How the book keeps it.
pub static PROGRAMME: Kind = Kind {
    long_text: &["objectives", "scope", "methods"],
    searched: &["reference", "title", "objectives", "scope"],
    ..Kind::named("programme", include_str!("sql/programme.sql"))
};

impl Record for Programme {
    const KIND: &'static Kind = &PROGRAMME;
    fn id(&self) -> Id<Self> {
        self.id
    }
}

impl Programme {
    /// Where it stands on that day: an approved one is active once its period has begun.
    #[must_use]
    pub fn stage(&self, on: Day) -> Stage {
        match self.stage {
            Stage::Approved if on >= self.period_start => Stage::Active,
            stage => stage,
        }
    }

    pub(crate) fn must_be_approvable(&self) -> Result<(), ProgrammeError> {
        match self.stage {
            Stage::Draft => Ok(()),
            _ => Err(ProgrammeError::AlreadyApproved { reference: self.reference.clone() }),
        }
    }
}

impl Programme {
    /// The year in its reference, which numbers everything planned under it; its first day's year where there is none.
    #[must_use]
    pub fn year(&self) -> i32 {
        self.reference
            .split(|c: char| !c.is_ascii_digit())
            .find(|digits| digits.len() == 4)
            .and_then(|digits| digits.parse().ok())
            .unwrap_or_else(|| self.period_start.year())
    }
}

/// The year that numbers something of that day: that of the programme in force, else the calendar's.
///
/// # Errors
/// Only when the database fails.
pub fn year_of(reading: Reading<'_>, day: Day) -> Result<i32, Fault> {
    let programmes: Vec<Programme> = reading.records(
        "WHERE period_start <= ?1 AND period_end >= ?1 ORDER BY period_start DESC, reference LIMIT 1",
        [day.to_string()],
    )?;
    Ok(programmes.first().map_or(day.year(), Programme::year))
}
