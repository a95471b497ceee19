use book::{Act, Writing};
use ground::Id;

use crate::{Audit, AuditError, Stage, team::reason};

/// The act as history names it.
pub const OPEN_REVISION: Act = Act::named("report.open-revision");

/// Opens the audit for a new revision of its report. The signed one stays as it is.
///
/// # Errors
/// Refuses without a reason, without a signed report, and while a revision is already being made.
pub fn open_revision(writing: &mut Writing<'_>, audit: Id<Audit>) -> Result<Audit, AuditError> {
    let mut audit = writing.need(audit)?;
    if !audit.is_locked() {
        return Err(AuditError::NothingToRevise { reference: audit.reference });
    }
    audit.revision_reason = reason(writing, "A new revision of a signed report")?;
    writing.put(&audit)?;
    Ok(audit)
}

/// Notes that a revision was signed: the audit is locked until another is opened.
///
/// # Errors
/// Refuses before the closing meeting.
pub fn report_issued(
    writing: &mut Writing<'_>,
    audit: Id<Audit>,
    revision: i64,
    has_nonconformity: bool,
) -> Result<Audit, AuditError> {
    let mut audit = writing.need(audit)?;
    audit.must_be_open()?;
    if audit.stage < Stage::FieldworkDone {
        return Err(AuditError::WrongStage {
            reference: audit.reference,
            what: "the closing meeting was not held yet",
        });
    }
    audit.signed_revision = Some(revision);
    audit.revision_reason = String::new();
    audit.stage = if has_nonconformity { Stage::FollowUp } else { Stage::Reported };
    writing.put(&audit)?;
    Ok(audit)
}
