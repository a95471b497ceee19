//! What proves the report: plan, coverage, checklist, evidence, attendance, and the state of the records.

use super::{
    audience,
    photographs::{self, Photographs},
    sample_sheets, signs,
    words::{NOT_RECORDED, clause, counted, day_or_blank, joined, reporting_moment},
};
use crate::{
    facts::{AuditReportFacts, ChecklistAnswer, KeptOut},
    layout::{BODY, Cell, Column, HASH, NOTE, Paper, QUIET, TABLE},
};

pub(super) fn write(paper: &mut Paper<'_>, facts: &AuditReportFacts, photos: &Photographs<'_>) {
    paper.fresh_page();
    plan(paper, facts);
    coverage(paper, facts);
    checklist(paper, facts);
    sample_sheets::write(paper, facts);
    evidence(paper, facts);
    photographs::write(paper, facts, photos);
    attendance(paper, facts);
    records(paper, facts);
}

fn plan(paper: &mut Paper<'_>, facts: &AuditReportFacts) {
    paper.section("Annex A Audit plan");
    if facts.annexes.plan.is_empty() {
        paper.paragraph(NOT_RECORDED);
    }
    let rows = facts.annexes.plan.iter().map(|entry| {
        vec![
            Cell::plain(day_or_blank(entry.day)).and(TABLE, &entry.time),
            Cell::plain(&entry.topic),
            Cell::plain(&entry.clauses),
            Cell::plain(&entry.auditor),
            Cell::plain(&entry.with),
            Cell::plain(&entry.place),
        ]
    });
    let columns = [
        Column::new("When", 0.15),
        Column::new("Topic", 0.27),
        Column::new("Clauses", 0.14),
        Column::new("Auditor", 0.15),
        Column::new("With", 0.16),
        Column::new("Where", 0.13),
    ];
    paper.table(&columns, rows.collect());
}

fn coverage(paper: &mut Paper<'_>, facts: &AuditReportFacts) {
    paper.section("Annex B Coverage by clause");
    if facts.coverage.is_empty() {
        paper.paragraph(NOT_RECORDED);
    }
    let rows = facts.coverage.iter().map(|line| {
        vec![
            Cell::plain(clause(&line.clause)),
            Cell::plain(&line.sites),
            signs::cell(signs::of_result(line.result), line.result.word()),
            Cell::plain(format!("{} of {}", line.answered, line.questions)),
            Cell::plain(line.findings.join("\n")),
            Cell::plain(&line.reason),
        ]
    });
    let columns = [
        Column::new("Planned clause", 0.24),
        Column::new("Sites", 0.11),
        Column::new("Result", 0.19),
        Column::new("Answered", 0.11),
        Column::new("Findings", 0.19),
        Column::new("Reason", 0.17),
    ];
    paper.table(&columns, rows.collect());
}

fn checklist(paper: &mut Paper<'_>, facts: &AuditReportFacts) {
    paper.section("Annex C Checklist with answers");
    let answers = &facts.annexes.checklist;
    paper.paragraph(&audience::kept_out(KeptOut { evidence: 0, ..facts.control.kept_out }));
    if answers.is_empty() {
        paper.paragraph("No checklist was used.");
        return;
    }
    paper.paragraph(&format!("{}, in the order of the checklist.", counted(answers.len(), "question", "questions")));
    for of_clause in answers.chunk_by(|one, next| one.clause == next.clause) {
        if let Some(first) = of_clause.first() {
            paper.part(&clause(&first.clause));
        }
        let columns = [
            Column::new("No.", 0.12),
            Column::new("Question", 0.31),
            Column::new("Answer", 0.18),
            Column::new("Notes", 0.39),
        ];
        paper.table(&columns, of_clause.iter().map(answer).collect());
    }
}

fn answer(answer: &ChecklistAnswer) -> Vec<Cell> {
    let quiet = TABLE.in_colour(QUIET);
    let labelled =
        |label: &str, value: &str| if value.is_empty() { String::new() } else { format!("{label}: {value}") };
    let circumstances = [
        labelled("With", &answer.with),
        labelled("Where", &answer.place),
        labelled("When", &answer.when),
        labelled("Auditor", &answer.auditor),
    ];
    let notes = Cell::default()
        .and(TABLE, &answer.notes)
        .and(TABLE, labelled("Reason", &answer.reason))
        .and(quiet, joined(&circumstances, ". "))
        .and(quiet, labelled("See", &answer.references.join(", ")));
    vec![
        Cell::plain(&answer.reference),
        Cell::plain(&answer.question),
        signs::cell(signs::of_verdict(answer.verdict), answer.verdict.word()),
        notes,
    ]
}

fn evidence(paper: &mut Paper<'_>, facts: &AuditReportFacts) {
    paper.section("Annex E Evidence index");
    let entries = &facts.annexes.evidence;
    paper.paragraph(&audience::kept_out(KeptOut { notes: 0, ..facts.control.kept_out }));
    if entries.is_empty() {
        paper.paragraph("No evidence was recorded.");
        return;
    }
    paper.paragraph("Each file can be checked against its SHA-256. An interview or an observation has no file.");
    let rows = entries.iter().map(|entry| {
        let about = Cell::plain(&entry.description).and(TABLE.in_colour(QUIET), &entry.kind);
        vec![
            Cell::bold(&entry.reference),
            about,
            Cell::plain(&entry.source).and(TABLE.in_colour(QUIET), &entry.recorded_by),
            Cell::plain(day_or_blank(entry.dated)),
            Cell::default().and(HASH, entry.sha256.as_deref().unwrap_or("no file")),
        ]
    });
    let columns = [
        Column::new("Item", 0.1),
        Column::new("What it is", 0.25),
        Column::new("Source, recorded by", 0.2),
        Column::new("Of", 0.12),
        Column::new("SHA-256", 0.33),
    ];
    paper.table(&columns, rows.collect());
}

fn attendance(paper: &mut Paper<'_>, facts: &AuditReportFacts) {
    paper.section("Annex G Attendance");
    if facts.annexes.attendance.is_empty() {
        paper.paragraph(NOT_RECORDED);
    }
    let rows = facts.annexes.attendance.iter().map(|present| {
        vec![
            Cell::plain(&present.meeting),
            Cell::plain(day_or_blank(present.day)),
            Cell::bold(&present.name),
            Cell::plain(&present.role),
            Cell::plain(&present.presence),
        ]
    });
    let columns = [
        Column::new("Meeting", 0.22),
        Column::new("Day", 0.14),
        Column::new("Name", 0.22),
        Column::new("Role", 0.26),
        Column::new("Presence", 0.16),
    ];
    paper.table(&columns, rows.collect());
}

fn records(paper: &mut Paper<'_>, facts: &AuditReportFacts) {
    let frozen = &facts.annexes.frozen_state;
    paper.section("Annex H State of the records");
    paper.paragraph(&format!(
        "The facts were read {}. They are attached to this file as audit.json, for programs to read.",
        reporting_moment(&facts.control)
    ));
    if frozen.heads.is_empty() {
        paper.paragraph("The records were not frozen for this paper.");
    } else {
        paper.paragraph("The report was printed from the records in this frozen state:");
        for head in &frozen.heads {
            paper.styled(HASH, head);
        }
        let changes = usize::try_from(frozen.changes).unwrap_or(usize::MAX);
        paper
            .paragraph(&format!("{} behind it.", counted(changes, "recorded change stands", "recorded changes stand")));
    }
    let replaced = paper.letters.replaced();
    if !replaced.is_empty() {
        let total: u64 = replaced.values().sum();
        let signs: Vec<String> = replaced.keys().take(60).map(|sign| format!("U+{:04X}", u32::from(*sign))).collect();
        let more = replaced.len().saturating_sub(60);
        let more = if more > 0 { format!(" and {more} more") } else { String::new() };
        paper.styled(BODY.bold(), &format!("{total} characters have no printed form here and are shown as \u{FFFD}."));
        paper.styled(
            NOTE,
            &format!("They are {}{more}. The attached audit.json holds them unchanged.", signs.join(", ")),
        );
    }
}
