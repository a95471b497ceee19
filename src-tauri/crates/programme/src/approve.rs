use book::{Act, Writing};
use ground::{Day, Id};
use organisation::{Person, PersonRole};

use crate::{Programme, ProgrammeError, Stage};

/// The act as history names it.
pub const APPROVE: Act = Act::named("programme.approve");

/// Approves the revision as it stands.
///
/// # Errors
/// Refuses one already approved and a person who is not top management.
pub fn approve(
    writing: &mut Writing<'_>,
    programme: Id<Programme>,
    approver: Id<Person>,
    on: Day,
) -> Result<Programme, ProgrammeError> {
    let mut programme = writing.need(programme)?;
    programme.must_be_approvable()?;
    let person = writing.reading().get(approver)?.ok_or(ProgrammeError::NoSuchPerson)?;
    if !person.roles.contains(&PersonRole::TopManagement) {
        return Err(ProgrammeError::NotTopManagement { name: person.name });
    }
    programme.approved_by = Some(approver);
    programme.approved_on = Some(on);
    programme.stage = Stage::Approved;
    writing.put(&programme)?;
    Ok(programme)
}
