//! Section 9: opinions that differ, what was agreed, and what became of earlier findings.

use super::{
    signs,
    words::{clause_numbers, day_or_blank, or_not_recorded},
};
use crate::{
    facts::AuditReportFacts,
    layout::{Cell, Column, Paper, QUIET},
};

pub(super) fn write(paper: &mut Paper<'_>, facts: &AuditReportFacts) {
    paper.section("9 Diverging opinions and follow-up");
    paper.part("Unresolved diverging opinions");
    if facts.diverging_opinions.is_empty() {
        paper.paragraph("None.");
    }
    for opinion in &facts.diverging_opinions {
        paper.card(QUIET, |paper| {
            paper.labelled("About", or_not_recorded(&opinion.about));
            paper.labelled("Whose opinion", or_not_recorded(&opinion.holder));
            paper.labelled("The opinion, word for word", or_not_recorded(&opinion.opinion));
            paper.labelled("Position of the audit team", or_not_recorded(&opinion.team_position));
        });
    }

    paper.part("Agreed follow-up");
    if facts.agreed_follow_up.is_empty() {
        paper.paragraph("None was agreed.");
    }
    let rows = facts
        .agreed_follow_up
        .iter()
        .map(|step| vec![Cell::plain(&step.what), Cell::plain(&step.who), Cell::plain(day_or_blank(step.due))]);
    let columns = [Column::new("What", 0.6), Column::new("Who", 0.25), Column::new("Until", 0.15)];
    paper.table(&columns, rows.collect());

    paper.part("Findings of earlier audits");
    if facts.earlier_findings.is_empty() {
        paper.paragraph("None were open, and none were looked at again.");
    }
    let rows = facts.earlier_findings.iter().map(|earlier| {
        vec![
            Cell::bold(&earlier.reference),
            signs::cell(signs::of_grade(earlier.grade), facts.grade_word(earlier.grade)),
            Cell::plain(clause_numbers(&earlier.clauses)),
            Cell::plain(&earlier.statement),
            Cell::bold(or_not_recorded(&earlier.state)).and(crate::layout::TABLE, &earlier.verified),
        ]
    });
    let columns = [
        Column::new("Finding", 0.18),
        Column::new("Grade", 0.19),
        Column::new("Clause", 0.09),
        Column::new("Statement", 0.28),
        Column::new("State, and how it was looked at", 0.26),
    ];
    paper.table(&columns, rows.collect());
}
