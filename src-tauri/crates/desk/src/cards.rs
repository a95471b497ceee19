//! What lists show of audits and corrective actions.

use std::collections::{BTreeMap, btree_map::Entry};

use audit::{Audit, Stage};
use book::{Reading, params};
use corrective_action::{CorrectiveAction, Source, Stage as ActionStage};
use finding::Finding;
use ground::{Day, Fault, Id};
use organisation::{Person, name_of};
use programme::Programme;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// An audit as a list shows it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub(crate) struct AuditCard {
    pub id: Id<Audit>,
    pub reference: String,
    pub title: String,
    pub stage: Stage,
    pub date_start: Day,
    pub date_end: Day,
    pub lead: Option<Id<Person>>,
    pub lead_name: Option<String>,
    pub clauses: i64,
    pub questions: i64,
    pub answered: i64,
    pub findings: i64,
    pub programme: Option<Id<Programme>>,
    pub days: Option<f64>,
    /// The revision of the report that was signed last.
    pub signed_revision: Option<i64>,
}

const CARDS: &str = include_str!("sql/audit_cards.sql");

/// The audits of a programme, or all; the latest first.
pub(crate) fn audit_cards(reading: Reading<'_>, programme: Option<Id<Programme>>) -> Result<Vec<AuditCard>, Fault> {
    reading.rows(CARDS, params![programme.map(|id| id.to_string()), None::<String>])
}

pub(crate) fn audit_card(reading: Reading<'_>, audit: Id<Audit>) -> Result<Option<AuditCard>, Fault> {
    reading.row(CARDS, params![None::<String>, Some(audit.to_string())])
}

/// A corrective action as a list shows it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub(crate) struct ActionCard {
    pub id: Id<CorrectiveAction>,
    pub reference: String,
    pub source: Source,
    pub source_words: String,
    pub finding: Option<Id<Finding>>,
    pub finding_reference: Option<String>,
    pub audit: Option<Id<Audit>>,
    pub owner: Id<Person>,
    pub owner_name: String,
    pub due: Day,
    pub original_due: Day,
    pub description: String,
    pub stage: ActionStage,
    pub implemented_on: Option<Day>,
    pub verified_by_name: Option<String>,
    pub verified_on: Option<Day>,
    pub verification: String,
    /// Computed from the due day, never set.
    pub overdue: bool,
    /// Days until it is due; negative when the day has passed.
    pub days_left: i64,
}

pub(crate) fn action_card(reading: Reading<'_>, action: CorrectiveAction, today: Day) -> Result<ActionCard, Fault> {
    card_of(reading, action, today, &mut BTreeMap::new())
}

/// The same of several, in which the same people come again and again.
pub(crate) fn action_cards(
    reading: Reading<'_>,
    actions: Vec<CorrectiveAction>,
    today: Day,
) -> Result<Vec<ActionCard>, Fault> {
    let mut names = BTreeMap::new();
    actions.into_iter().map(|action| card_of(reading, action, today, &mut names)).collect()
}

#[derive(Deserialize)]
struct Referenced {
    reference: String,
}

fn card_of(
    reading: Reading<'_>,
    action: CorrectiveAction,
    today: Day,
    names: &mut BTreeMap<Id<Person>, String>,
) -> Result<ActionCard, Fault> {
    let finding_reference: Option<Referenced> = match action.finding {
        // Only this one column, because the rows of findings are long.
        Some(finding) => reading.row("SELECT reference FROM finding WHERE id = ?1", params![finding.to_string()])?,
        None => None,
    };
    let mut name = |person: Id<Person>| -> Result<String, Fault> {
        Ok(match names.entry(person) {
            Entry::Occupied(known) => known.get().clone(),
            Entry::Vacant(unknown) => unknown.insert(name_of(reading, person)?).clone(),
        })
    };
    Ok(ActionCard {
        overdue: action.is_overdue(today),
        days_left: action.due.days_since(today),
        stage: action.stage(),
        owner_name: name(action.owner)?,
        verified_by_name: action.verified_by.map(name).transpose()?,
        finding_reference: finding_reference.map(|finding| finding.reference),
        id: action.id,
        reference: action.reference,
        source: action.source,
        source_words: action.source_words,
        finding: action.finding,
        audit: action.audit,
        owner: action.owner,
        due: action.due,
        original_due: action.original_due,
        description: action.description,
        implemented_on: action.implemented_on,
        verified_on: action.verified_on,
        verification: action.verification,
    })
}

/// The corrective actions for a finding.
pub(crate) fn actions_of(reading: Reading<'_>, finding: Id<Finding>) -> Result<Vec<CorrectiveAction>, Fault> {
    reading.records("WHERE finding = ?1 ORDER BY reference", params![finding.to_string()])
}
