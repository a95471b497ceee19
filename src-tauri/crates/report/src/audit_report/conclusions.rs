//! Section 5: what the team concludes, and how far the criteria are met.

use std::collections::BTreeMap;

use super::{
    basis::listed,
    signs,
    words::{NOT_RECORDED, joined, or_not_recorded},
};
use crate::{
    facts::{AuditReportFacts, CoverageResult, Grade, ObjectivesMet},
    layout::{BODY, Cell, Column, NOTE, Paper},
};

pub(super) fn write(paper: &mut Paper<'_>, facts: &AuditReportFacts) {
    let conclusions = &facts.conclusions;
    paper.section("5 Conclusions and degree of fulfilment");
    paper.part("Conclusions");
    if conclusions.paragraphs.is_empty() {
        paper.paragraph(NOT_RECORDED);
    }
    for paragraph in &conclusions.paragraphs {
        paper.paragraph(paragraph);
    }
    paper.part("How far the criteria are met");
    paper.styled(BODY.bold(), or_not_recorded(&conclusions.degree_of_fulfilment));
    paper.paragraph(&in_numbers(facts));
    counts(paper, facts);
    if !conclusions.top_risks.is_empty() {
        paper.part("Top risks");
        listed(paper, &conclusions.top_risks, "");
    }
    paper.part("Were the objectives met?");
    let answer = match conclusions.objectives_met {
        ObjectivesMet::NotStated => NOT_RECORDED,
        ObjectivesMet::Fully => "Yes, all of them.",
        ObjectivesMet::Partly => "In part.",
        ObjectivesMet::Not => "No.",
    };
    paper.paragraph(&joined(&[answer, &conclusions.objectives_note], " "));
}

/// Numerator and denominator for every result; a share alone would hide what was not assessed.
fn in_numbers(facts: &AuditReportFacts) -> String {
    let whole = facts.coverage.len();
    let part = |result: CoverageResult| {
        let count = facts.coverage.iter().filter(|line| line.result == result).count();
        format!("{count} of {whole} {}", result.word().to_lowercase())
    };
    let parts: Vec<String> = CoverageResult::ALL.into_iter().map(part).collect();
    format!("Planned clauses: {}.", parts.join(", "))
}

fn counts(paper: &mut Paper<'_>, facts: &AuditReportFacts) {
    let mut by_clause: BTreeMap<usize, [usize; 5]> = BTreeMap::new();
    let mut elsewhere = [0; 5];
    for finding in &facts.findings {
        let column = Grade::ALL.iter().position(|grade| *grade == finding.grade).unwrap_or(0);
        let mut found = false;
        for (row, line) in facts.coverage.iter().enumerate() {
            if finding
                .clauses
                .iter()
                .any(|clause| clause.number == line.clause.number && clause.standard == line.clause.standard)
            {
                by_clause.entry(row).or_default()[column] += 1;
                found = true;
            }
        }
        if !found {
            elsewhere[column] += 1;
        }
    }
    let count = |count: usize| if count == 0 { Cell::plain("–") } else { Cell::bold(count.to_string()) };
    let mut rows: Vec<Vec<Cell>> = Vec::new();
    for (row, line) in facts.coverage.iter().enumerate() {
        let counts = by_clause.get(&row).copied().unwrap_or_default();
        let clause = joined(&[line.clause.standard.as_str(), &line.clause.number, &line.clause.title], " ");
        let mut cells = vec![
            Cell::plain(clause),
            Cell::plain(format!("{} of {}", line.answered, line.questions)),
            signs::cell(signs::of_result(line.result), line.result.word()),
        ];
        cells.extend(counts.map(count));
        rows.push(cells);
    }
    if elsewhere.iter().any(|count| *count > 0) {
        let mut cells = vec![Cell::plain("Outside the planned clauses"), Cell::plain("–"), Cell::plain("–")];
        cells.extend(elsewhere.map(count));
        rows.push(cells);
    }
    let columns = [
        Column::new("Clause", 0.36),
        Column::new("Answered", 0.12),
        Column::new("Result", 0.22),
        Column::new("Major", 0.08),
        Column::new("Minor", 0.08),
        Column::new("Obs.", 0.08),
        Column::new("Opp.", 0.08),
        Column::new("Good", 0.08),
    ];
    paper.table(&columns, rows);
    paper.styled(NOTE, "A finding on several clauses is counted on each of them. Major, Minor: nonconformities. Obs.: observations. Opp.: opportunities for improvement. Good: good practice.");
}
