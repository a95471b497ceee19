use book::{Act, Writing};
use ground::Id;
use organisation::Person;
use schemars::JsonSchema;
use serde::Deserialize;

use crate::{Programme, ProgrammeError, Stage};

/// The act as history names it.
pub const CHANGE: Act = Act::named("programme.change");

/// What is to be changed; what is absent stays.
#[derive(Debug, Clone, Default, Deserialize, JsonSchema)]
pub struct ProgrammeChange {
    /// Its title.
    pub title: Option<String>,
    /// What it is to achieve.
    pub objectives: Option<String>,
    /// What it covers.
    pub scope: Option<String>,
    /// How audits are done.
    pub methods: Option<String>,
    /// Auditor-days of 8 hours there are.
    pub resources_days: Option<f64>,
    /// Who runs it.
    pub manager: Option<Id<Person>>,
}

/// Changes a programme. An approved one becomes the draft of its next revision, which needs the act's reason.
///
/// # Errors
/// Refuses an empty title, an unknown manager, and a change of an approved programme without a reason.
pub fn change(
    writing: &mut Writing<'_>,
    programme: Id<Programme>,
    wanted: ProgrammeChange,
) -> Result<Programme, ProgrammeError> {
    let mut programme = writing.need(programme)?;
    if programme.stage != Stage::Draft {
        let Some(reason) = writing.reason.map(str::trim).filter(|reason| !reason.is_empty()) else {
            return Err(ProgrammeError::NeedsReason { reference: programme.reference });
        };
        programme.revision += 1;
        programme.change_reason = reason.to_owned();
        programme.approved_by = None;
        programme.approved_on = None;
        programme.stage = Stage::Draft;
    }
    if let Some(title) = wanted.title {
        if title.trim().is_empty() {
            return Err(ProgrammeError::NoTitle);
        }
        programme.title = title.trim().to_owned();
    }
    if let Some(manager) = wanted.manager {
        writing.reading().get(manager)?.ok_or(ProgrammeError::NoSuchPerson)?;
        programme.manager = Some(manager);
    }
    programme.objectives = wanted.objectives.unwrap_or(programme.objectives);
    programme.scope = wanted.scope.unwrap_or(programme.scope);
    programme.methods = wanted.methods.unwrap_or(programme.methods);
    programme.resources_days = wanted.resources_days.or(programme.resources_days);
    writing.put(&programme)?;
    Ok(programme)
}
