use book::{Act, Writing};
use ground::{Id, Instant};

use crate::{Audit, AuditError, Stage};

/// The act as history names it.
pub const OPENING: Act = Act::named("audit.hold-opening");
/// The act as history names it.
pub const CLOSING: Act = Act::named("audit.hold-closing");

/// Records the opening meeting: fieldwork begins.
///
/// # Errors
/// Refuses a second one, and a day before the audit begins.
pub fn opening(writing: &mut Writing<'_>, audit: Id<Audit>, at: Instant) -> Result<Audit, AuditError> {
    let mut audit = writing.need(audit)?;
    audit.must_be_open()?;
    if audit.stage != Stage::Planned {
        return Err(AuditError::WrongStage {
            reference: audit.reference,
            what: "the opening meeting was already held",
        });
    }
    // A day of grace, because the day of a moment depends on where one stands.
    if at.day() < audit.date_start.plus_days(-1) {
        return Err(AuditError::MeetingTooEarly {
            meeting: "opening",
            on: at.day(),
            before: "the first day of the audit",
            earlier: audit.date_start,
        });
    }
    audit.opening_held_at = Some(at);
    audit.stage = Stage::InProgress;
    writing.put(&audit)?;
    Ok(audit)
}

/// Records the closing meeting: fieldwork is done. `uncovered` are the clauses in scope without any answer.
///
/// # Errors
/// Refuses before the opening meeting, and while clauses have neither an answer nor a reason.
pub fn closing(
    writing: &mut Writing<'_>,
    audit: Id<Audit>,
    at: Instant,
    uncovered: &[String],
) -> Result<Audit, AuditError> {
    let mut audit = writing.need(audit)?;
    audit.must_be_open()?;
    let Some(opened) = audit.opening_held_at.filter(|_| audit.stage == Stage::InProgress) else {
        return Err(AuditError::WrongStage { reference: audit.reference, what: "fieldwork is not under way" });
    };
    if at < opened {
        return Err(AuditError::MeetingTooEarly {
            meeting: "closing",
            on: at.day(),
            before: "the opening meeting",
            earlier: opened.day(),
        });
    }
    let left: Vec<&str> =
        uncovered.iter().filter(|clause| !audit.not_covered.contains_key(*clause)).map(String::as_str).collect();
    if !left.is_empty() {
        return Err(AuditError::Uncovered { count: left.len(), clauses: left.join(", ") });
    }
    audit.closing_held_at = Some(at);
    audit.stage = Stage::FieldworkDone;
    writing.put(&audit)?;
    Ok(audit)
}
