use book::{Act, Writing};
use ground::Id;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::{Audit, AuditError};

/// The act as history names it.
pub const WRITE: Act = Act::named("audit.write");

/// The longer texts of an audit.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Prose {
    /// What the audit is to find out.
    Objectives,
    /// The scope in words.
    ScopeText,
    /// The course of the audit.
    Course,
    /// What stood in its way, one line each.
    Obstacles,
    /// The conclusions.
    Conclusion,
    /// How far the criteria are met.
    Fulfilment,
    /// Whether the objectives were met.
    ObjectivesMet,
    /// What it means for the programme.
    Implications,
    /// What was agreed for the time after.
    FollowUpText,
    /// Who may read the report.
    Confidentiality,
    /// Who gets the report.
    Distribution,
}

/// Writes one of the longer texts, as it is typed.
///
/// # Errors
/// Refuses while a signed report stands.
pub fn write(writing: &mut Writing<'_>, audit: Id<Audit>, prose: Prose, text: String) -> Result<Audit, AuditError> {
    let mut audit = writing.need(audit)?;
    audit.must_be_open()?;
    let field = match prose {
        Prose::Objectives => &mut audit.objectives,
        Prose::ScopeText => &mut audit.scope_text,
        Prose::Course => &mut audit.course,
        Prose::Obstacles => &mut audit.obstacles,
        Prose::Conclusion => &mut audit.conclusion,
        Prose::Fulfilment => &mut audit.fulfilment,
        Prose::ObjectivesMet => &mut audit.objectives_met,
        Prose::Implications => &mut audit.implications,
        Prose::FollowUpText => &mut audit.follow_up_text,
        Prose::Confidentiality => &mut audit.confidentiality,
        Prose::Distribution => &mut audit.distribution,
    };
    *field = text;
    writing.put(&audit)?;
    Ok(audit)
}
