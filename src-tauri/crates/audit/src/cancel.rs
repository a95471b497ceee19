use book::{Act, Writing};
use ground::Id;

use crate::{Audit, AuditError, Stage, team::reason};

/// The act as history names it.
pub const CANCEL: Act = Act::named("audit.cancel");

/// Calls an audit off. Its clauses count as not covered again.
///
/// # Errors
/// Refuses without a reason, and once fieldwork is done.
pub fn cancel(writing: &mut Writing<'_>, audit: Id<Audit>) -> Result<Audit, AuditError> {
    let mut audit = writing.need(audit)?;
    audit.must_be_open()?;
    if !matches!(audit.stage, Stage::Planned | Stage::InProgress | Stage::Postponed) {
        return Err(AuditError::WrongStage { reference: audit.reference, what: "fieldwork is already done" });
    }
    audit.stage_reason = reason(writing, "Cancelling an audit")?;
    audit.stage = Stage::Cancelled;
    writing.put(&audit)?;
    Ok(audit)
}
