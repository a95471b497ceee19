use std::collections::BTreeSet;

use audit::{Audit, number_after};
use book::{Act, Writing};
use checklist::Question;
use evidence::Evidence;
use ground::Id;
use organisation::Site;
use sample::Sample;
use schemars::JsonSchema;
use serde::Deserialize;

use crate::{Finding, FindingError, Grade, Position, Stage};

/// The act as history names it.
pub const RAISE: Act = Act::named("finding.raise");

/// A finding as it is first written down.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
pub struct NewFinding {
    /// The question it came from.
    pub question: Option<Id<Question>>,
    /// The clauses it is held against.
    pub clauses: BTreeSet<String>,
    /// How much it weighs.
    pub grade: Grade,
    /// A few words to call it by.
    #[serde(default)]
    pub title: String,
    /// What is required, in our own words.
    #[serde(default)]
    pub requirement: String,
    /// What was seen.
    #[serde(default)]
    pub evidence_words: String,
    /// What is not fulfilled.
    #[serde(default)]
    pub statement: String,
    /// How far it reaches: `6 of 40`.
    #[serde(default)]
    pub extent: String,
    /// The evidence it rests on.
    #[serde(default)]
    pub evidence: BTreeSet<Id<Evidence>>,
    /// The sample it came from.
    pub sample: Option<Id<Sample>>,
    /// Where.
    pub site: Option<Id<Site>>,
}

/// Writes a finding down while the auditor is still in the room.
///
/// # Errors
/// Refuses one without a clause or with a clause out of scope, and while a signed report stands.
pub fn raise(writing: &mut Writing<'_>, wanted: NewFinding) -> Result<Finding, FindingError> {
    let audit: Audit = writing.need(writing.binder())?;
    audit.must_be_open()?;
    check_clauses(&audit, &wanted.clauses)?;
    if let Some(question) = wanted.question
        && writing.get(question)?.is_none()
    {
        return Err(FindingError::Unknown { what: "question" });
    }
    if let Some(sample) = wanted.sample
        && writing.get(sample)?.is_none()
    {
        return Err(FindingError::Unknown { what: "sample" });
    }
    for evidence in &wanted.evidence {
        if writing.get(*evidence)?.is_none() {
            return Err(FindingError::Unknown { what: "evidence" });
        }
    }
    let mut number = 0;
    for earlier in writing.all::<Finding>()? {
        number = number.max(number_after(&earlier.reference, "-D"));
    }
    let finding = Finding {
        id: writing.new_id(),
        // The draft number; the final order is given when the report is issued.
        reference: format!("{}-D{:02}{}", audit.reference, number + 1, writing.desk_mark()),
        final_reference: false,
        grade: wanted.grade,
        grade_reason: String::new(),
        clauses: wanted.clauses,
        title: wanted.title,
        requirement: wanted.requirement,
        evidence_words: wanted.evidence_words,
        statement: wanted.statement,
        extent: wanted.extent,
        site: wanted.site,
        process: None,
        service: None,
        evidence: wanted.evidence,
        question: wanted.question,
        sample: wanted.sample,
        repeat_of: String::new(),
        auditee_position: Position::Pending,
        auditee_comment: String::new(),
        raised_by: writing.by.person.map(Id::from_uuid),
        raised_by_name: writing.by.name.clone(),
        raised_at: writing.now,
        issued_at: None,
        withdrawn_reason: String::new(),
        stage: Stage::Draft,
    };
    writing.put(&finding)?;
    Ok(finding)
}

pub(crate) fn check_clauses(audit: &Audit, clauses: &BTreeSet<String>) -> Result<(), FindingError> {
    if clauses.is_empty() {
        return Err(FindingError::NoClause);
    }
    match clauses.iter().find(|clause| !audit.clauses.contains(*clause)) {
        Some(clause) => Err(FindingError::OutOfScope { clause: clause.clone() }),
        None => Ok(()),
    }
}
