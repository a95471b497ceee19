use book::{Act, Writing};
use ground::{Day, Id};
use organisation::Person;
use schemars::JsonSchema;
use serde::Deserialize;

use crate::{CorrectiveAction, CorrectiveActionError, DueChange, Stage};

/// The act as history names it.
pub const CHANGE: Act = Act::named("action.change");

/// What is to be changed; what is absent stays.
#[derive(Debug, Clone, Default, Deserialize, JsonSchema)]
pub struct Change {
    /// Who answers for it.
    pub owner: Option<Id<Person>>,
    /// Due at the end of this day.
    pub due: Option<Day>,
    /// What is to be done.
    pub description: Option<String>,
    /// The day it was done.
    pub implemented_on: Option<Day>,
}

/// Changes a corrective action. A moved due date needs the act's reason and is approved by whoever acts.
///
/// # Errors
/// Refuses a moved due date without a reason or by the owner, an unknown owner, and for a closed action.
pub fn change(
    writing: &mut Writing<'_>,
    action: Id<CorrectiveAction>,
    wanted: Change,
) -> Result<CorrectiveAction, CorrectiveActionError> {
    let mut action = writing.need(action)?;
    if action.stage != Stage::Open {
        return Err(CorrectiveActionError::Over { reference: action.reference });
    }
    if let Some(owner) = wanted.owner {
        writing.reading().get(owner)?.ok_or(CorrectiveActionError::NoSuchPerson)?;
        action.owner = owner;
    }
    if let Some(due) = wanted.due.filter(|due| *due != action.due) {
        let reason = writing.reason.map(str::trim).unwrap_or_default();
        if reason.is_empty() {
            return Err(CorrectiveActionError::DueNeedsReason);
        }
        if writing.by.person == Some(action.owner.uuid()) {
            return Err(CorrectiveActionError::OwnerApproves { name: writing.by.name.clone() });
        }
        let raised = action.raised_at.day();
        if due < raised {
            return Err(CorrectiveActionError::DueInPast { due, raised });
        }
        action.due_changes.push(DueChange {
            from: action.due,
            to: due,
            reason: reason.to_owned(),
            approved_by: writing.by.name.clone(),
            at: writing.now,
        });
        action.due = due;
    }
    if let Some(description) = wanted.description {
        if description.trim().is_empty() {
            return Err(CorrectiveActionError::NoDescription);
        }
        action.description = description;
    }
    action.implemented_on = wanted.implemented_on.or(action.implemented_on);
    writing.put(&action)?;
    Ok(action)
}
