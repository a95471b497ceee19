//! The management summary: one page with the numbers, the conclusion, the top risks.

use super::{
    not_covered, signs,
    words::{clause_numbers, counted, day_or_blank, or_not_recorded},
};
use crate::{
    facts::{AuditReportFacts, CoverageResult, FindingFacts, Grade},
    layout::{ACCENT, Bar, Cell, Column, INK, LEAD, NOTE, Paper, Share, TABLE, TEXT_HEIGHT, Tile},
};

pub(super) fn write(paper: &mut Paper<'_>, facts: &AuditReportFacts) {
    let start = paper.strips.len();
    paper.section("Management summary");
    paper.tiles(&tiles(facts));
    paper.styled(LEAD, or_not_recorded(&facts.conclusions.degree_of_fulfilment));
    paper.gap(10.0);
    paper.bars("Findings by grade", &by_grade(facts));
    paper.shares(&coverage_title(facts), &by_result(facts));
    if !facts.conclusions.top_risks.is_empty() {
        paper.part("What needs attention first");
        paper.bullets(&facts.conclusions.top_risks);
    }
    paper.part("Not covered");
    paper.paragraph(&match not_covered::all(facts).len() {
        0 => not_covered::NONE.to_owned(),
        open => format!(
            "{} not covered. Section 4 names them with the reasons.",
            counted(open, "part of the scope was", "parts of the scope were")
        ),
    });
    nonconformities(paper, facts, start);
}

/// The gravest nonconformities in a line each, as many as the page has room for. Section 6 has all of them.
fn nonconformities(paper: &mut Paper<'_>, facts: &AuditReportFacts, start: usize) {
    const STATEMENT: f32 = 0.36;
    /// Heading, table header, and the note under the table.
    const AROUND: f32 = 80.0;
    let grades = [Grade::MajorNonconformity, Grade::MinorNonconformity];
    let of_grade = |grade: Grade| facts.findings.iter().filter(move |finding| finding.grade == grade);
    let all: Vec<&FindingFacts> = grades.into_iter().flat_map(of_grade).collect();
    if all.is_empty() {
        return;
    }
    let mut room = TEXT_HEIGHT - AROUND - paper.height_since(start);
    let statement = paper.width() * STATEMENT - 10.0;
    let mut shown = 0;
    for finding in &all {
        room -= (paper.lines(&finding.statement, TABLE, statement).max(2) as f32) * TABLE.leading + 8.0;
        if room < 0.0 && shown > 0 {
            break;
        }
        shown += 1;
    }
    paper.part("Nonconformities");
    let rows = all.iter().take(shown).map(|finding| {
        let due = finding.corrective_actions.first().and_then(|action| action.due);
        vec![
            Cell::bold(&finding.reference),
            signs::cell(signs::of_grade(finding.grade), facts.grade_word(finding.grade)),
            Cell::plain(clause_numbers(&finding.clauses)),
            Cell::plain(or_not_recorded(&finding.statement)),
            Cell::plain(day_or_blank(due)),
        ]
    });
    let columns = [
        Column::new("Finding", 0.2),
        Column::new("Grade", 0.2),
        Column::new("Clause", 0.1),
        Column::new("Statement", STATEMENT),
        Column::new("Action due", 0.14),
    ];
    paper.table(&columns, rows.collect());
    if let Some(more) = all.len().checked_sub(shown).filter(|more| *more > 0) {
        paper.styled(NOTE, &format!("Section 6 has {more} more."));
    }
}

fn tiles(facts: &AuditReportFacts) -> Vec<Tile> {
    let answered: u64 = facts.coverage.iter().map(|line| u64::from(line.answered)).sum();
    let asked: u64 = facts.coverage.iter().map(|line| u64::from(line.questions)).sum();
    let assessed = facts.coverage.iter().filter(|line| line.result != CoverageResult::NotAssessed).count();
    // The organisation's own word has no plural that we would know, and a tile has room for a short one only.
    let own = |grade: Grade| facts.grade_labels.get(&grade).filter(|label| label.chars().count() <= 40);
    let grade = |grade: Grade, many: &str| {
        let count = facts.count_of(grade);
        let usual = if count == 1 { grade.word() } else { many };
        Tile {
            number: count.to_string(),
            words: own(grade).map_or(usual, String::as_str).to_owned(),
            colour: if count == 0 { INK } else { signs::of_grade(grade).colour },
        }
    };
    vec![
        grade(Grade::MajorNonconformity, "Major nonconformities"),
        grade(Grade::MinorNonconformity, "Minor nonconformities"),
        grade(Grade::Observation, "Observations"),
        Tile {
            number: format!("{assessed} of {}", facts.coverage.len()),
            words: "planned clauses assessed".to_owned(),
            colour: ACCENT,
        },
        Tile { number: format!("{answered} of {asked}"), words: "questions answered".to_owned(), colour: ACCENT },
    ]
}

pub(super) fn by_grade(facts: &AuditReportFacts) -> Vec<Bar> {
    let bar = |grade: Grade| {
        let sign = signs::of_grade(grade);
        let words = facts.grade_word(grade).to_owned();
        Bar { sign: sign.shape, words, count: facts.count_of(grade), colour: sign.colour }
    };
    Grade::ALL.into_iter().map(bar).collect()
}

pub(super) fn by_result(facts: &AuditReportFacts) -> Vec<Share> {
    let share = |result: CoverageResult| {
        let sign = signs::of_result(result);
        let count = facts.coverage.iter().filter(|line| line.result == result).count();
        Share { sign: sign.shape, words: result.word().to_owned(), count, colour: sign.colour }
    };
    CoverageResult::ALL.into_iter().map(share).collect()
}

pub(super) fn coverage_title(facts: &AuditReportFacts) -> String {
    format!("What came of the {}", counted(facts.coverage.len(), "planned clause", "planned clauses"))
}
