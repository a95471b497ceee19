//! What a report still needs before it can be issued, and what is open in an audit.

use book::Reading;
use finding::shortcomings;
use ground::Problem;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use crate::work::Work;

/// Where in an audit something is to be done.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub(crate) enum Place {
    Plan,
    Checklist,
    Findings,
    Report,
}

/// Something a report still needs.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, JsonSchema)]
pub(crate) struct Need {
    /// What is missing.
    pub sentence: String,
    /// What to do about it.
    pub remedy: String,
    /// Where.
    pub place: Place,
    /// The record it concerns.
    pub record: Option<Uuid>,
    /// The field of the audit that is empty.
    pub field: Option<&'static str>,
    /// Whether the report can't be issued without it.
    pub blocking: bool,
}

impl Need {
    fn must(place: Place, sentence: impl Into<String>, remedy: &str) -> Self {
        Self { sentence: sentence.into(), remedy: remedy.to_owned(), place, record: None, field: None, blocking: true }
    }
    fn should(place: Place, sentence: impl Into<String>, remedy: &str) -> Self {
        Self { blocking: false, ..Self::must(place, sentence, remedy) }
    }
    fn of_field(self, field: &'static str) -> Self {
        Self { field: Some(field), ..self }
    }
    fn about(self, record: Uuid) -> Self {
        Self { record: Some(record), ..self }
    }
}

/// Everything a report still needs, in the order in which one would do it.
pub(crate) fn needs(reading: Reading<'_>, work: &Work) -> Result<Vec<Need>, Problem> {
    let mut needs = Vec::new();
    of_plan(work, &mut needs);
    of_checklist(work, &mut needs);
    of_findings(work, &mut needs);
    of_report(work, &mut needs);
    let open = reading.count("SELECT count(*) FROM open_question WHERE binder = ?1", [work.audit.id.to_string()])?;
    if open > 0 {
        needs.push(Need::must(
            Place::Report,
            format!("{open} fields were set differently by two people and nobody has settled them."),
            "Settle the open questions under History.",
        ));
    }
    Ok(needs)
}

fn of_plan(work: &Work, needs: &mut Vec<Need>) {
    let audit = &work.audit;
    let is = |text: &str| !text.trim().is_empty();
    if audit.client.is_none() {
        needs.push(
            Need::must(Place::Plan, "The audit client is not named.", "Name who asked for the audit.")
                .of_field("client"),
        );
    }
    if work.lead().is_none() {
        needs.push(Need::must(Place::Plan, "The audit has no lead auditor.", "Add the lead to the team."));
    }
    if audit.opening_held_at.is_none() {
        needs.push(
            Need::must(Place::Plan, "The opening meeting is not recorded.", "Record when it was held.")
                .of_field("opening_held_at"),
        );
    } else if audit.closing_held_at.is_none() {
        needs.push(
            Need::must(Place::Plan, "The closing meeting is not recorded.", "Record when it was held.")
                .of_field("closing_held_at"),
        );
    }
    if work.participants.is_empty() {
        needs.push(
            Need::must(
                Place::Plan,
                "Nobody of the audited side is on the attendance list.",
                "Add whom you spoke with.",
            )
            .of_field("participants"),
        );
    }
    if !is(&audit.confidentiality) {
        needs.push(
            Need::should(Place::Report, "Nothing is said about confidentiality.", "Say who may read the report.")
                .of_field("confidentiality"),
        );
    }
    if !is(&audit.distribution) {
        needs.push(
            Need::should(Place::Report, "The distribution list is empty.", "Name who gets the report.")
                .of_field("distribution"),
        );
    }
}

fn of_checklist(work: &Work, needs: &mut Vec<Need>) {
    for clause in work.uncovered() {
        if work.audit.not_covered.get(&clause).is_none_or(|reason| reason.trim().is_empty()) {
            let first = work.of_clause(&clause).next().map(|question| question.id.uuid());
            let need = Need::must(
                Place::Checklist,
                format!("Clause {clause} has neither an answer nor a reason why it was not looked at."),
                "Answer a question of it, or give the reason.",
            );
            needs.push(Need { record: first, ..need });
        }
    }
    for question in &work.questions {
        let says_so = question.verdict.is_some_and(checklist::Verdict::is_nonconformity);
        let has = work.standing().any(|finding| finding.question == Some(question.id));
        if says_so && !has {
            let sentence = format!("{} is answered as a nonconformity, and no finding says so.", question.code);
            needs.push(Need::must(Place::Checklist, sentence, "Raise the finding.").about(question.id.uuid()));
        }
    }
}

fn of_findings(work: &Work, needs: &mut Vec<Need>) {
    for finding in work.standing() {
        for lacks in shortcomings(finding) {
            let sentence = format!("{}, a {}, has {}.", finding.reference, finding.grade, lacks.words());
            needs.push(Need::must(Place::Findings, sentence, lacks.remedy()).about(finding.id.uuid()));
        }
        if finding.auditee_position == finding::Position::Pending && finding.grade.is_nonconformity() {
            let sentence = format!("{} was not presented to the auditee yet.", finding.reference);
            needs.push(
                Need::should(Place::Findings, sentence, "Present it and write down what they say.")
                    .about(finding.id.uuid()),
            );
        }
    }
}

fn of_report(work: &Work, needs: &mut Vec<Need>) {
    let audit = &work.audit;
    let is = |text: &str| !text.trim().is_empty();
    if !is(&audit.conclusion) {
        needs.push(
            Need::must(Place::Report, "The report has no conclusion.", "Write what the team concludes.")
                .of_field("conclusion"),
        );
    }
    if !is(&audit.fulfilment) {
        needs.push(
            Need::must(
                Place::Report,
                "The report does not say how far the criteria are met.",
                "Write it as a sentence.",
            )
            .of_field("fulfilment"),
        );
    }
    if audit.objectives_outcome.is_none() {
        needs.push(
            Need::should(
                Place::Report,
                "It is not said whether the objectives were met.",
                "Choose fully, partly or not.",
            )
            .of_field("objectives_outcome"),
        );
    }
    if !is(&audit.course) {
        needs.push(
            Need::should(Place::Report, "The course of the audit is not described.", "Write a few sentences.")
                .of_field("course"),
        );
    }
}
