use book::{Act, Writing};
use ground::{Day, Id};
use organisation::Person;
use schemars::JsonSchema;
use serde::Deserialize;

use crate::{CorrectiveAction, CorrectiveActionError, Stage};

/// The act as history names it.
pub const CLOSE: Act = Act::named("action.close");

/// That someone else saw that it worked.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
pub struct Closure {
    /// The day it was done.
    pub implemented_on: Day,
    /// Who saw that it worked; never the owner.
    pub verified_by: Id<Person>,
    /// When.
    pub verified_on: Day,
    /// What they looked at and what it showed.
    pub verification: String,
}

/// Closes a corrective action that someone other than its owner has seen to work.
///
/// # Errors
/// Refuses the owner as verifier, a verification before the action was done or without words, and a second close.
pub fn close(
    writing: &mut Writing<'_>,
    action: Id<CorrectiveAction>,
    closure: Closure,
) -> Result<CorrectiveAction, CorrectiveActionError> {
    let mut action = writing.need(action)?;
    if action.stage != Stage::Open {
        return Err(CorrectiveActionError::Over { reference: action.reference });
    }
    let verifier = writing.reading().get(closure.verified_by)?.ok_or(CorrectiveActionError::NoSuchPerson)?;
    if verifier.id == action.owner {
        return Err(CorrectiveActionError::OwnerVerifies { name: verifier.name });
    }
    if closure.verification.trim().is_empty() {
        return Err(CorrectiveActionError::NoVerification { reference: action.reference });
    }
    if closure.verified_on < closure.implemented_on {
        return Err(CorrectiveActionError::VerifiedTooEarly {
            implemented: closure.implemented_on,
            verified: closure.verified_on,
        });
    }
    action.implemented_on = Some(closure.implemented_on);
    action.verified_by = Some(closure.verified_by);
    action.verified_on = Some(closure.verified_on);
    action.verification = closure.verification;
    action.stage = Stage::Closed;
    writing.put(&action)?;
    Ok(action)
}
