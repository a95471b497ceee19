use audit::Audit;
use book::{Act, Writing};
use ground::Id;
use schemars::JsonSchema;
use serde::Deserialize;

use crate::{Classification, Evidence, EvidenceError};

/// The act as history names it.
pub const DESCRIBE: Act = Act::named("evidence.describe");
/// The act as history names it.
pub const WITHDRAW: Act = Act::named("evidence.withdraw");

/// What is to be said differently; what is absent stays. Bytes and hash never change.
#[derive(Debug, Clone, Default, Deserialize, JsonSchema)]
pub struct Description {
    /// What it shows, in words.
    pub description: Option<String>,
    /// Where it comes from.
    pub source: Option<String>,
    /// Where it was seen.
    pub place: Option<String>,
    /// Who provided it.
    pub provided_by: Option<String>,
    /// A remark.
    pub remark: Option<String>,
    /// Who may see it.
    pub classification: Option<Classification>,
    /// From afar.
    pub remote: Option<bool>,
}

/// Says more precisely what a piece of evidence shows.
///
/// # Errors
/// Refuses while a signed report stands.
pub fn describe(
    writing: &mut Writing<'_>,
    evidence: Id<Evidence>,
    wanted: Description,
) -> Result<Evidence, EvidenceError> {
    let mut evidence = open(writing, evidence)?;
    evidence.description = wanted.description.unwrap_or(evidence.description);
    evidence.source = wanted.source.unwrap_or(evidence.source);
    evidence.place = wanted.place.unwrap_or(evidence.place);
    evidence.provided_by = wanted.provided_by.unwrap_or(evidence.provided_by);
    evidence.remark = wanted.remark.unwrap_or(evidence.remark);
    evidence.classification = wanted.classification.unwrap_or(evidence.classification);
    evidence.remote = wanted.remote.unwrap_or(evidence.remote);
    writing.put(&evidence)?;
    Ok(evidence)
}

/// Withdraws a piece of evidence, with the act's reason. It stays readable; its number is not given again.
///
/// # Errors
/// Refuses without a reason, and while a signed report stands.
pub fn withdraw(writing: &mut Writing<'_>, evidence: Id<Evidence>) -> Result<Evidence, EvidenceError> {
    let mut evidence = open(writing, evidence)?;
    let reason = writing.reason.map(str::trim).unwrap_or_default();
    if reason.is_empty() {
        return Err(EvidenceError::NeedsReason { reference: evidence.reference });
    }
    evidence.withdrawn_reason = reason.to_owned();
    writing.put(&evidence)?;
    Ok(evidence)
}

fn open(writing: &Writing<'_>, evidence: Id<Evidence>) -> Result<Evidence, EvidenceError> {
    let audit: Audit = writing.need(writing.binder())?;
    audit.must_be_open()?;
    Ok(writing.need(evidence)?)
}
