//! What screens see of questions, evidence and findings: the record, and what other slices know about it.

use std::collections::{BTreeMap, btree_map::Entry};

use audit::Audit;
use book::{Reading, params};
use checklist::Question;
use criteria::catalogue;
use evidence::{Area, Evidence};
use finding::{Finding, shortcomings};
use ground::{Fault, Id, Problem};
use organisation::Person;
use sample::Sample;
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
    /// How much evidence each question has, where many are looked at; one alone is asked for by itself.
    pub evidence: Option<BTreeMap<Id<Question>, i64>>,
}

impl Around {
    /// How much evidence each question of an audit has, counted in one look.
    pub(crate) fn evidence_of(reading: Reading<'_>, audit: Id<Audit>) -> Result<BTreeMap<Id<Question>, i64>, Fault> {
        #[derive(Deserialize)]
        struct Counted {
            question: Id<Question>,
            evidence: i64,
        }
        let counted: Vec<Counted> =
            reading.rows(include_str!("sql/evidence_of_questions.sql"), params![audit.to_string()])?;
        Ok(counted.into_iter().map(|row| (row.question, row.evidence)).collect())
    }

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
        Ok(Self { audit, assigned: told.assigned, locked: told.locked, evidence: None })
    }
}

#[derive(Deserialize)]
struct Belonging {
    answered_by_name: Option<String>,
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
    let evidence = match &around.evidence {
        Some(counted) => counted.get(&question.id).copied().unwrap_or_default(),
        None => reading.count(
            include_str!("sql/evidence_of_question.sql"),
            params![around.audit.to_string(), question.id.to_string()],
        )?,
    };
    Ok(QuestionView {
        audit: around.audit,
        assigned: around.assigned.get(&question.clause).copied(),
        answered_by_name: belonging.answered_by_name,
        evidence,
        findings: belonging.findings,
        open_questions: belonging.open_questions,
        locked: around.locked,
        question,
    })
}

/// A question that a piece of evidence supports.
#[derive(Debug, Clone, Serialize, Deserialize, JsonSchema)]
pub(crate) struct SupportedQuestion {
    pub id: Id<Question>,
    pub code: String,
    pub clause: String,
}

/// A finding that rests on a piece of evidence.
#[derive(Debug, Clone, Serialize, Deserialize, JsonSchema)]
pub(crate) struct SupportedFinding {
    pub id: Id<Finding>,
    pub reference: String,
    pub title: String,
}

/// A sample in which a piece of evidence is cited.
#[derive(Debug, Clone, Serialize, Deserialize, JsonSchema)]
pub(crate) struct CitingSample {
    pub id: Id<Sample>,
    pub reference: String,
}

/// A piece of evidence with what it supports.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub(crate) struct EvidenceView {
    #[serde(flatten)]
    pub evidence: Evidence,
    /// The audit.
    pub audit: Id<Audit>,
    /// The questions it supports, by code.
    pub supports_questions: Vec<SupportedQuestion>,
    /// The findings that rest on it, by reference.
    pub supports_findings: Vec<SupportedFinding>,
    /// The samples in which it is cited, by reference.
    pub cited_in_samples: Vec<CitingSample>,
    /// Whether it counts and supports nothing.
    pub unlinked: bool,
    /// What is covered in the copy for reports.
    pub covered: Vec<Area>,
    /// Whether it stays out of what the auditee is given.
    pub kept_from_auditee: bool,
    /// Whether it is a picture that can be shown.
    pub is_picture: bool,
}

/// What the evidence of one audit supports, read once for all of it.
pub(crate) struct Supported {
    audit: Id<Audit>,
    questions: BTreeMap<Id<Question>, SupportedQuestion>,
    findings: BTreeMap<Id<Evidence>, Vec<SupportedFinding>>,
    samples: BTreeMap<Id<Evidence>, Vec<CitingSample>>,
}

impl Supported {
    pub(crate) fn read(reading: Reading<'_>, audit: Id<Audit>) -> Result<Self, Problem> {
        #[derive(Deserialize)]
        struct Resting {
            evidence: Id<Evidence>,
            #[serde(flatten)]
            finding: SupportedFinding,
        }
        #[derive(Deserialize)]
        struct Citing {
            evidence: Id<Evidence>,
            #[serde(flatten)]
            sample: CitingSample,
        }
        let binder = audit.to_string();
        let asked: Vec<SupportedQuestion> =
            reading.rows("SELECT id, code, clause FROM question WHERE binder = ?1", params![binder])?;
        let resting: Vec<Resting> = reading.rows(
            "SELECT json_each.value AS evidence, finding.id AS id, reference, title
               FROM finding, json_each(finding.evidence) WHERE binder = ?1 AND stage <> 'withdrawn' ORDER BY reference",
            params![binder],
        )?;
        let citing: Vec<Citing> = reading.rows(include_str!("sql/citing_samples.sql"), params![binder])?;
        let mut findings: BTreeMap<_, Vec<_>> = BTreeMap::new();
        for Resting { evidence, finding } in resting {
            findings.entry(evidence).or_default().push(finding);
        }
        let mut samples: BTreeMap<_, Vec<_>> = BTreeMap::new();
        for Citing { evidence, sample } in citing {
            samples.entry(evidence).or_default().push(sample);
        }
        let questions = asked.into_iter().map(|question| (question.id, question)).collect();
        Ok(Self { audit, questions, findings, samples })
    }

    pub(crate) fn view(&self, evidence: Evidence) -> EvidenceView {
        let mut supports_questions: Vec<SupportedQuestion> =
            evidence.questions.iter().filter_map(|id| self.questions.get(id)).cloned().collect();
        supports_questions.sort_by(|a, b| a.code.cmp(&b.code));
        let supports_findings = self.findings.get(&evidence.id).cloned().unwrap_or_default();
        let cited_in_samples = self.samples.get(&evidence.id).cloned().unwrap_or_default();
        EvidenceView {
            audit: self.audit,
            unlinked: evidence.withdrawn_reason.is_empty()
                && supports_questions.is_empty()
                && supports_findings.is_empty()
                && cited_in_samples.is_empty(),
            supports_questions,
            supports_findings,
            cited_in_samples,
            covered: evidence.covered().collect(),
            kept_from_auditee: evidence.is_kept_from_auditee(),
            is_picture: evidence.pictured.is_some(),
            evidence,
        }
    }
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
