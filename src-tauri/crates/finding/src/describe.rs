use std::collections::BTreeSet;

use audit::Audit;
use book::{Act, Writing};
use evidence::Evidence;
use ground::{Id, said};
use organisation::{Process, Service, Site};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::{Finding, FindingError, Stage, raise::check_clauses};

/// The act as history names it.
pub const WRITE: Act = Act::named("finding.write");
/// The act as history names it.
pub const DESCRIBE: Act = Act::named("finding.describe");
/// The act as history names it.
pub const ATTACH: Act = Act::named("finding.attach");

/// The parts of a finding that are written in words.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Part {
    /// A few words to call it by.
    Title,
    /// What is required.
    Requirement,
    /// What was seen.
    EvidenceWords,
    /// What is not fulfilled.
    Statement,
    /// How far it reaches.
    Extent,
    /// Why it weighs that much.
    GradeReason,
    /// What the auditee says.
    AuditeeComment,
    /// The earlier finding it repeats.
    RepeatOf,
}

/// Writes one part of a finding, as it is typed.
///
/// # Errors
/// Refuses once a signed report quotes it, and for a withdrawn one.
pub fn write(
    writing: &mut Writing<'_>,
    finding: Id<Finding>,
    part: Part,
    text: String,
) -> Result<Finding, FindingError> {
    let mut finding = open(writing, finding)?;
    let field = match part {
        Part::Title => &mut finding.title,
        Part::Requirement => &mut finding.requirement,
        Part::EvidenceWords => &mut finding.evidence_words,
        Part::Statement => &mut finding.statement,
        Part::Extent => &mut finding.extent,
        Part::GradeReason => &mut finding.grade_reason,
        Part::AuditeeComment => &mut finding.auditee_comment,
        Part::RepeatOf => &mut finding.repeat_of,
    };
    *field = text;
    writing.put(&finding)?;
    Ok(finding)
}

/// What of a finding is to be changed; what is absent stays.
#[derive(Debug, Clone, Default, Deserialize, JsonSchema)]
pub struct Description {
    /// The clauses it is held against.
    pub clauses: Option<BTreeSet<String>>,
    /// Where; null takes it back.
    #[serde(default, deserialize_with = "said")]
    pub site: Option<Option<Id<Site>>>,
    /// In which process; null takes it back.
    #[serde(default, deserialize_with = "said")]
    pub process: Option<Option<Id<Process>>>,
    /// In which service; null takes it back.
    #[serde(default, deserialize_with = "said")]
    pub service: Option<Option<Id<Service>>>,
    /// The evidence it rests on.
    pub evidence: Option<BTreeSet<Id<Evidence>>>,
}

/// Says what a finding is held against, where it is and what it rests on.
///
/// # Errors
/// Refuses a clause out of scope and evidence of another audit.
pub fn describe(writing: &mut Writing<'_>, finding: Id<Finding>, wanted: Description) -> Result<Finding, FindingError> {
    let mut finding = open(writing, finding)?;
    if let Some(clauses) = wanted.clauses {
        let audit: Audit = writing.need(writing.binder())?;
        check_clauses(&audit, &clauses)?;
        finding.clauses = clauses;
    }
    if let Some(evidence) = wanted.evidence {
        for id in &evidence {
            writing.get(*id)?.ok_or(FindingError::Unknown { what: "evidence" })?;
        }
        finding.evidence = evidence;
    }
    finding.site = wanted.site.unwrap_or(finding.site);
    finding.process = wanted.process.unwrap_or(finding.process);
    finding.service = wanted.service.unwrap_or(finding.service);
    writing.put(&finding)?;
    Ok(finding)
}

/// Rests a finding on one more piece of evidence.
///
/// # Errors
/// Refuses evidence of another audit.
pub fn attach(
    writing: &mut Writing<'_>,
    finding: Id<Finding>,
    evidence: Id<Evidence>,
) -> Result<Finding, FindingError> {
    let mut finding = open(writing, finding)?;
    writing.get(evidence)?.ok_or(FindingError::Unknown { what: "evidence" })?;
    finding.evidence.insert(evidence);
    writing.put(&finding)?;
    Ok(finding)
}

/// The finding, where its words may still change: until a signed report quotes it, and again while a new revision of
/// that report is being made.
pub(crate) fn open(writing: &Writing<'_>, finding: Id<Finding>) -> Result<Finding, FindingError> {
    let audit: Audit = writing.need(writing.binder())?;
    let finding: Finding = writing.need(finding)?;
    if finding.stage == Stage::Withdrawn {
        return Err(FindingError::Withdrawn { reference: finding.reference });
    }
    if audit.is_locked() && finding.stage == Stage::Issued {
        return Err(FindingError::Issued { reference: finding.reference });
    }
    audit.must_be_open()?;
    Ok(finding)
}
