use audit::Audit;
use book::{Act, Writing};
use checklist::Question;
use ground::Id;

use crate::{Evidence, EvidenceError};

/// The act as history names it.
pub const LINK: Act = Act::named("evidence.link");
/// The act as history names it.
pub const UNLINK: Act = Act::named("evidence.unlink");

/// Says that a piece of evidence supports one more question.
///
/// # Errors
/// Refuses a question of another audit, withdrawn evidence, and while a signed report stands.
pub fn link(
    writing: &mut Writing<'_>,
    evidence: Id<Evidence>,
    question: Id<Question>,
) -> Result<Evidence, EvidenceError> {
    let mut evidence = open(writing, evidence)?;
    evidence.must_stand()?;
    writing.get(question)?.ok_or(EvidenceError::OtherAudit)?;
    evidence.questions.insert(question);
    writing.put(&evidence)?;
    Ok(evidence)
}

/// Says that a piece of evidence does not support a question after all.
///
/// # Errors
/// Refuses while a signed report stands.
pub fn unlink(
    writing: &mut Writing<'_>,
    evidence: Id<Evidence>,
    question: Id<Question>,
) -> Result<Evidence, EvidenceError> {
    let mut evidence = open(writing, evidence)?;
    evidence.questions.remove(&question);
    writing.put(&evidence)?;
    Ok(evidence)
}

fn open(writing: &Writing<'_>, evidence: Id<Evidence>) -> Result<Evidence, EvidenceError> {
    let audit: Audit = writing.need(writing.binder())?;
    audit.must_be_open()?;
    Ok(writing.need(evidence)?)
}
