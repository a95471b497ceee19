//! Sections 6 to 8: nonconformities, observations and opportunities, good practice. One card for each finding.

use super::{
    signs,
    words::{clause, day, day_or_blank, joined, named, or_not_recorded},
};
use crate::{
    facts::{AuditReportFacts, AuditeePosition, CorrectiveActionNote, FindingFacts, Grade},
    layout::{BODY, Cell, Column, NOTE, Paper},
};

pub(super) fn write(paper: &mut Paper<'_>, facts: &AuditReportFacts) {
    paper.section("6 Nonconformities");
    paper.styled(NOTE, &meanings(facts));
    section(paper, facts, &[Grade::MajorNonconformity, Grade::MinorNonconformity], "None were raised.");
    paper.section("7 Observations and opportunities");
    section(paper, facts, &[Grade::Observation, Grade::Opportunity], "None.");
    paper.section("8 Good practice");
    section(paper, facts, &[Grade::GoodPractice], "None was noted.");
    if !facts.withdrawn.is_empty() {
        paper.part("Withdrawn findings");
        let rows = facts.withdrawn.iter().map(|gone| {
            vec![
                Cell::bold(&gone.reference),
                Cell::plain(&gone.by),
                Cell::plain(day_or_blank(gone.on)),
                Cell::plain(or_not_recorded(&gone.reason)),
            ]
        });
        let columns = [
            Column::new("Number", 0.24),
            Column::new("Withdrawn by", 0.2),
            Column::new("On", 0.14),
            Column::new("Reason", 0.42),
        ];
        paper.table(&columns, rows.collect());
    }
}

/// What the two grades mean, in the organisation's words for them.
fn meanings(facts: &AuditReportFacts) -> String {
    let grade =
        |grade: Grade, means: &str| format!("{} {}: {means}", signs::of_grade(grade).shape, facts.grade_word(grade));
    let major = grade(Grade::MajorNonconformity, "the system may not reach what it is meant to reach.");
    let minor = grade(
        Grade::MinorNonconformity,
        "a requirement is not met, and what the system is meant to reach is not in doubt.",
    );
    format!("{major} {minor}")
}

fn section(paper: &mut Paper<'_>, facts: &AuditReportFacts, grades: &[Grade], otherwise: &str) {
    let mut any = false;
    for finding in grades.iter().flat_map(|grade| facts.findings.iter().filter(move |finding| finding.grade == *grade))
    {
        any = true;
        card(paper, facts, finding);
    }
    if !any {
        paper.paragraph(otherwise);
    }
}

fn card(paper: &mut Paper<'_>, facts: &AuditReportFacts, finding: &FindingFacts) {
    let sign = signs::of_grade(finding.grade);
    paper.card(sign.colour, |paper| {
        let grade = facts.grade_word(finding.grade);
        paper.styled(NOTE.bold().in_colour(sign.colour), &format!("{} {grade}", sign.shape));
        paper.listed_part(&joined(&[finding.reference.as_str(), &finding.title], "  "));
        let clauses: Vec<String> = finding.clauses.iter().map(clause).collect();
        let place = [
            ("Clause", joined(&clauses, "; ")),
            ("Site", finding.site.clone()),
            ("Process", finding.process.clone()),
            ("Service", finding.service.clone()),
        ];
        let place: Vec<String> = place
            .iter()
            .filter(|(_, value)| !value.is_empty())
            .map(|(label, value)| format!("{label}: {value}"))
            .collect();
        paper.styled(NOTE, &place.join("   "));
        paper.gap(8.0);
        if finding.grade.is_nonconformity() {
            nonconformity(paper, finding);
        } else {
            remark(paper, finding);
        }
        answer(paper, finding);
    });
}

/// Requirement, evidence, statement: the three parts of a nonconformity, in this order.
fn nonconformity(paper: &mut Paper<'_>, finding: &FindingFacts) {
    paper.labelled("Requirement", or_not_recorded(&requirements(finding)));
    evidence(paper, finding);
    paper.labelled("Statement of nonconformity", or_not_recorded(&finding.statement));
    paper.labelled("Extent and significance", or_not_recorded(&finding.extent));
    paper.labelled("Reason for the grade", or_not_recorded(&finding.grade_reason));
    for change in &finding.grade_changes {
        paper.labelled("Change of grade", change);
    }
    let repeat = finding.repeat_of.as_ref().map(|repeat| joined(&[repeat.reference.as_str(), &repeat.note], ": "));
    paper.labelled("Repeats an earlier finding", repeat.as_deref().unwrap_or("No."));
}

fn remark(paper: &mut Paper<'_>, finding: &FindingFacts) {
    paper.styled(BODY, or_not_recorded(&finding.statement));
    paper.gap(8.0);
    let optional = [
        ("Requirement", requirements(finding)),
        ("Extent and significance", finding.extent.clone()),
        ("Reason for the grade", finding.grade_reason.clone()),
    ];
    for (label, text) in optional.iter().filter(|(_, text)| !text.is_empty()) {
        paper.labelled(label, text);
    }
    for change in &finding.grade_changes {
        paper.labelled("Change of grade", change);
    }
    if !finding.evidence.is_empty() || !finding.evidence_words.is_empty() {
        evidence(paper, finding);
    }
}

fn requirements(finding: &FindingFacts) -> String {
    let each: Vec<String> = finding
        .requirements
        .iter()
        .map(|requirement| joined(&[requirement.source.as_str(), &requirement.words], ": "))
        .collect();
    each.join("\n")
}

fn evidence(paper: &mut Paper<'_>, finding: &FindingFacts) {
    let nothing = finding.evidence.is_empty() && finding.evidence_words.is_empty();
    let words = if nothing || finding.evidence.is_empty() {
        or_not_recorded(&finding.evidence_words)
    } else {
        &finding.evidence_words
    };
    if words.is_empty() {
        paper.labelled("Evidence", "The items below.");
    } else {
        paper.labelled("Evidence", words);
    }
    let rows = finding.evidence.iter().map(|item| {
        vec![
            Cell::bold(&item.reference),
            Cell::plain(&item.description),
            Cell::plain(&item.source),
            Cell::plain(day_or_blank(item.dated)),
            Cell::plain(item.sha256.as_deref().map_or_else(|| "no file".to_owned(), short)),
        ]
    });
    let columns = [
        Column::new("Item", 0.13),
        Column::new("What it shows", 0.35),
        Column::new("Source", 0.22),
        Column::new("Of", 0.13),
        Column::new("SHA-256 begins", 0.17),
    ];
    paper.table(&columns, rows.collect());
}

/// The first twelve signs of a fingerprint; the evidence index prints all of them.
fn short(sha256: &str) -> String {
    sha256.chars().take(12).collect()
}

fn answer(paper: &mut Paper<'_>, finding: &FindingFacts) {
    let nonconformity = finding.grade.is_nonconformity();
    if nonconformity || finding.position != AuditeePosition::NotRecorded {
        paper.labelled("Position of the auditee", &format!("{}.", finding.position.word()));
    }
    if !finding.comment.is_empty() {
        let label = joined(&["Comment of the auditee, word for word", &finding.comment_by], ", ");
        paper.labelled(&label, &finding.comment);
    } else if nonconformity {
        paper.labelled("Comment of the auditee", "None.");
    }
    if !finding.corrective_actions.is_empty() {
        let actions: Vec<String> = finding.corrective_actions.iter().map(action).collect();
        paper.labelled("Corrective action", &actions.join("\n"));
    } else if nonconformity {
        paper.labelled("Corrective action", "None recorded yet.");
    }
}

fn action(action: &CorrectiveActionNote) -> String {
    let owner = if action.owner.is_empty() { String::new() } else { format!("owner {}", action.owner) };
    let due = action.due.map(|due| format!("due {}", day(due))).unwrap_or_default();
    let moved = action
        .original_due
        .filter(|original| Some(*original) != action.due)
        .map(|original| format!("first due {}", day(original)))
        .unwrap_or_default();
    named(&joined(&[action.reference.clone(), owner, due, moved], ", "), &action.state)
}
