//! What screens see of questions, evidence and findings: the record, and what other slices know about it.

use std::collections::{BTreeMap, btree_map::Entry};

use audit::Audit;
use book::{Reading, params};
use checklist::Question;
use criteria::catalogue;
use evidence::{Evidence, is_picture};
use finding::{Finding, shortcomings};
use ground::{Fault, Id, Problem};
use organisation::Person;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::{
    DeskError,
    cards::{ActionCard, action_card, actions_of},
};

/// A question with its answer and what belongs to it.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub(crate) struct QuestionView {
    #[serde(flatten)]
    pub question: Question,
    /// The audit.
    pub audit: Id<Audit>,
    /// Who looks at its clause.
    pub assigned: Option<Id<Person>>,
    /// Who answered.
    pub answered_by_name: Option<String>,
    /// Pieces of evidence that belong to it.
    pub evidence: i64,
    /// Findings that came from it.
    pub findings: i64,
    /// Fields that two people set differently.
    pub open_questions: i64,
    /// Whether a signed report stands that it must not contradict.
    pub locked: bool,
}

/// What a question's view needs to know of its audit.
pub(crate) struct Around {
    pub audit: Id<Audit>,
    pub assigned: BTreeMap<String, Id<Person>>,
    pub locked: bool,
}

impl Around {
    /// From the few columns that say it: a view follows every keystroke.
    pub(crate) fn read(reading: Reading<'_>, audit: Id<Audit>) -> Result<Self, Problem> {
        #[derive(Deserialize)]
        struct Told {
            assigned: BTreeMap<String, Id<Person>>,
            locked: bool,
        }
        let told: Option<Told> = reading.row(
            "SELECT assigned AS \"assigned[]\", signed_revision IS NOT NULL AND revision_reason = '' AS \"locked?\"
               FROM audit WHERE id = ?1",
            params![audit.to_string()],
        )?;
        let told = told.ok_or_else(|| DeskError::NotFound { what: "audit", named: audit.to_string() })?;
        Ok(Self { audit, assigned: told.assigned, locked: told.locked })
    }
}

#[derive(Deserialize)]
struct Belonging {
    answered_by_name: Option<String>,
    evidence: i64,
    findings: i64,
    open_questions: i64,
}

pub(crate) fn question_view(
    reading: Reading<'_>,
    around: &Around,
    question: Question,
) -> Result<QuestionView, Problem> {
    let belonging: Option<Belonging> = reading.row(
        include_str!("sql/belonging.sql"),
        params![question.id.to_string(), question.answered_by.map(|person| person.to_string())],
    )?;
    let belonging = belonging.ok_or_else(|| Fault::bug("a query of counts answers nothing"))?;
    Ok(QuestionView {
        audit: around.audit,
        assigned: around.assigned.get(&question.clause).copied(),
        answered_by_name: belonging.answered_by_name,
        evidence: belonging.evidence,
        findings: belonging.findings,
        open_questions: belonging.open_questions,
        locked: around.locked,
        question,
    })
}

/// A piece of evidence with what rests on it.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub(crate) struct EvidenceView {
    #[serde(flatten)]
    pub evidence: Evidence,
    /// The audit.
    pub audit: Id<Audit>,
    /// The code of the question it was captured for.
    pub question_code: Option<String>,
    /// The clause of that question.
    pub clause: Option<String>,
    /// The findings that rest on it, by reference.
    pub findings: Vec<String>,
    /// Whether a window can show it as a picture.
    pub is_picture: bool,
}

#[derive(Deserialize)]
struct Referenced {
    reference: String,
}

pub(crate) fn evidence_view(
    reading: Reading<'_>,
    audit: Id<Audit>,
    evidence: Evidence,
) -> Result<EvidenceView, Problem> {
    let question = match evidence.question {
        Some(question) => reading.get(question)?,
        None => None,
    };
    let findings: Vec<Referenced> = reading.rows(
        "SELECT reference FROM finding WHERE binder = ?1 AND stage <> 'withdrawn'
            AND EXISTS (SELECT 1 FROM json_each(finding.evidence) WHERE json_each.value = ?2)
          ORDER BY reference",
        params![audit.to_string(), evidence.id.to_string()],
    )?;
    Ok(EvidenceView {
        audit,
        question_code: question.as_ref().map(|question| question.code.clone()),
        clause: question.map(|question| question.clause),
        findings: findings.into_iter().map(|row| row.reference).collect(),
        is_picture: evidence.media_type.as_deref().is_some_and(is_picture),
        evidence,
    })
}

/// A finding with its actions and what it still needs.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub(crate) struct FindingView {
    #[serde(flatten)]
    pub finding: Finding,
    /// The audit.
    pub audit: Id<Audit>,
    /// Its reference.
    pub audit_reference: String,
    /// The titles of its clauses, in the order of the clauses.
    pub clause_titles: Vec<String>,
    /// The code of the site.
    pub site_code: Option<String>,
    /// What it still needs before it can be issued, in sentences.
    pub missing: Vec<String>,
    /// The corrective actions for it.
    pub actions: Vec<ActionCard>,
    /// Whether a signed report quotes it and no revision is being made.
    pub locked: bool,
}

pub(crate) fn finding_view(reading: Reading<'_>, today: ground::Day, finding: Finding) -> Result<FindingView, Problem> {
    let audit: Id<Audit> = reading.binder_of(finding.id)?.of();
    view_within(reading, today, finding, &reading.need(audit)?)
}

/// The same of several, each audit read once.
pub(crate) fn finding_views(
    reading: Reading<'_>,
    today: ground::Day,
    findings: Vec<Finding>,
) -> Result<Vec<FindingView>, Problem> {
    let mut audits: BTreeMap<Id<Audit>, Audit> = BTreeMap::new();
    findings
        .into_iter()
        .map(|finding| {
            let audit: Id<Audit> = reading.binder_of(finding.id)?.of();
            let audit = match audits.entry(audit) {
                Entry::Occupied(known) => known.into_mut(),
                Entry::Vacant(unknown) => unknown.insert(reading.need(audit)?),
            };
            view_within(reading, today, finding, audit)
        })
        .collect()
}

fn view_within(
    reading: Reading<'_>,
    today: ground::Day,
    finding: Finding,
    audit: &Audit,
) -> Result<FindingView, Problem> {
    let edition = catalogue(&audit.edition)?;
    let actions = actions_of(reading, finding.id)?
        .into_iter()
        .map(|action| action_card(reading, action, today))
        .collect::<Result<Vec<_>, _>>()?;
    let closed = !actions.is_empty() && actions.iter().all(|action| action.stage != corrective_action::Stage::Open);
    let site = match finding.site {
        Some(site) => reading.get(site)?,
        None => None,
    };
    let missing = if finding.stands() {
        shortcomings(&finding).iter().map(|lacks| format!("It has {}. {}", lacks.words(), lacks.remedy())).collect()
    } else {
        Vec::new()
    };
    Ok(FindingView {
        audit: audit.id,
        audit_reference: audit.reference.clone(),
        clause_titles: edition
            .in_order(&finding.clauses)
            .iter()
            .map(|clause| edition.clause(clause).map(|clause| clause.title.clone()).unwrap_or_default())
            .collect(),
        site_code: site.map(|site| site.code),
        missing,
        actions,
        locked: audit.is_locked(),
        finding: finding.told_with(closed),
    })
}
