//! Annex D: a sheet for each sample, with every record drawn and what each test gave.

use super::{
    sample_grid::{self, Plan},
    signs,
    words::{counted, joined, or_not_recorded},
};
use crate::{
    facts::{AttributeResult, AuditReportFacts, SampleFacts, SampleItem, TestResult},
    layout::{Cell, Column, NOTE, Paper},
};

pub(super) fn write(paper: &mut Paper<'_>, facts: &AuditReportFacts) {
    paper.section("Annex D Sample sheets");
    let samples = &facts.sampling.samples;
    if samples.is_empty() {
        paper.paragraph("No sample with a recorded population was drawn.");
        return;
    }
    paper.styled(NOTE, &legend());
    for sample in samples {
        sheet(paper, sample);
    }
}

/// What the signs mean.
fn legend() -> String {
    let meanings = [
        (TestResult::Pass, "the requirement is met"),
        (TestResult::Fail, "it is not met"),
        (TestResult::NotFound, "the record could not be shown, which counts as a fail"),
        (TestResult::NotApplicable, "the record can't have what is asked for"),
        (TestResult::Open, "not tested"),
    ];
    let each = meanings.map(|(result, means)| format!("{} {}: {means}", signs::of_test(result).shape, result.word()));
    format!("{}. – alone: the record was replaced.", each.join(". "))
}

fn sheet(paper: &mut Paper<'_>, sample: &SampleFacts) {
    paper.gap(14.0);
    paper.listed_part(&joined(&[sample.reference.as_str(), &sample.population], "  "));
    if sample.items.is_empty() {
        paper.paragraph("Its records were not listed one by one.");
        return;
    }
    let plan = Plan::of(paper, sample);
    let gone = sample.items.iter().filter(|item| item.replaced.is_some()).count();
    let gone = if gone > 0 { format!(", {gone} of them replaced") } else { String::new() };
    let records = counted(sample.items.len(), "record", "records");
    paper.paragraph(&format!("{records} in the order of the draw{gone}."));
    paper.hold();
    if !plan.names_attributes() {
        let names = sample.attributes.iter().map(|attribute| (attribute.key.as_str(), attribute.name.clone()));
        paper.ledger(0.1, names.collect());
    }
    if plan.leaves_facts_out(sample) {
        paper.caption("What the records say");
        record_facts(paper, sample);
    }
    let mut from = 0;
    loop {
        let until = (from + plan.side_by_side).min(sample.attributes.len());
        if plan.side_by_side < sample.attributes.len() {
            let key = |place: usize| sample.attributes.get(place).map_or("", |attribute| attribute.key.as_str());
            paper.caption(&format!("Attributes {} to {}", key(from), key(until.saturating_sub(1))));
        }
        sample_grid::write(paper, sample, &plan, from);
        from = until;
        if from >= sample.attributes.len() {
            break;
        }
    }
    replaced_items(paper, sample);
    notes(paper, sample);
    testers(paper, sample);
}

/// What the records say, where the grid has no room for it.
fn record_facts(paper: &mut Paper<'_>, sample: &SampleFacts) {
    /// More columns than this would be too narrow to read.
    const MOST_COLUMNS: usize = 5;
    let labels = sample_grid::labels(&sample.items);
    let named = |item: &SampleItem| [Cell::plain(item.number.to_string()), sample_grid::record(item)];
    let mut columns = vec![Column::new("No.", 0.07), Column::new("Record", 0.19)];
    let rows = if labels.len() <= MOST_COLUMNS {
        columns.extend(labels.iter().map(|label| Column::new(label, 0.74 / labels.len() as f32)));
        let value = |item: &SampleItem, label: &str| Cell::plain(sample_grid::values(item, label).join("\n"));
        let row =
            |item: &SampleItem| named(item).into_iter().chain(labels.iter().map(|label| value(item, label))).collect();
        sample.items.iter().map(row).collect()
    } else {
        columns.push(Column::new("What it says", 0.74));
        let told = |item: &SampleItem| {
            let facts: Vec<String> =
                item.facts.iter().map(|fact| joined(&[fact.label.as_str(), &fact.value], ": ")).collect();
            Cell::plain(facts.join("; "))
        };
        sample.items.iter().map(|item| named(item).into_iter().chain([told(item)]).collect()).collect()
    };
    paper.table(&columns, rows);
}

/// The id of the record that stands in for another.
fn stand_in<'a>(sample: &'a SampleFacts, record_id: &str) -> Option<&'a str> {
    let stands_in = |item: &&SampleItem| item.stands_in_for.as_deref() == Some(record_id);
    sample.items.iter().find(stands_in).map(|item| item.record_id.as_str())
}

/// The replaced records of a sample, one sentence each.
pub(super) fn replaced(sample: &SampleFacts) -> Vec<String> {
    let of_items = sample.items.iter().filter_map(|item| {
        let reason = or_not_recorded(item.replaced.as_deref()?);
        let told = format!("{}: {reason}", item.record_id);
        Some(match stand_in(sample, &item.record_id) {
            Some(other) => format!("{}; {other} stands in for it", told.trim_end_matches('.')),
            None => told,
        })
    });
    sample.replaced.iter().cloned().chain(of_items).collect()
}

fn replaced_items(paper: &mut Paper<'_>, sample: &SampleFacts) {
    let rows: Vec<Vec<Cell>> = sample
        .items
        .iter()
        .filter_map(|item| {
            let reason = item.replaced.as_deref()?;
            Some(vec![
                Cell::plain(item.number.to_string()),
                Cell::bold(&item.record_id),
                Cell::plain(or_not_recorded(reason)),
                Cell::plain(stand_in(sample, &item.record_id).unwrap_or("No other record.")),
            ])
        })
        .collect();
    if rows.is_empty() && sample.replaced.is_empty() {
        return;
    }
    paper.caption("Replaced records");
    let columns = [
        Column::new("No.", 0.08),
        Column::new("Record", 0.22),
        Column::new("Reason", 0.48),
        Column::new("Stands in for it", 0.22),
    ];
    paper.table(&columns, rows);
    paper.bullets(&sample.replaced);
}

/// What was seen, record by record: every fail, and whatever else has a note or evidence.
fn notes(paper: &mut Paper<'_>, sample: &SampleFacts) {
    let mut rows = Vec::new();
    for item in &sample.items {
        for result in item.results.iter().filter(|result| is_told(result)) {
            rows.push(note(sample, item, result));
        }
        if !item.note.is_empty() {
            let whole = [Cell::plain("–"), Cell::default(), Cell::plain(&item.note), Cell::default()];
            rows.push(beside(item, whole));
        }
    }
    if rows.is_empty() {
        return;
    }
    paper.caption("Notes");
    let columns = [
        Column::new("No.", 0.07),
        Column::new("Record", 0.19),
        Column::new("Attribute", 0.12),
        Column::new("Result", 0.13),
        Column::new("What was seen", 0.33),
        Column::new("Evidence", 0.16),
    ];
    paper.table(&columns, rows);
}

fn is_told(result: &AttributeResult) -> bool {
    result.result.is_fail() || !result.note.is_empty() || !result.evidence.is_empty()
}

fn note(sample: &SampleFacts, item: &SampleItem, result: &AttributeResult) -> Vec<Cell> {
    let key = sample.attributes.get(result.attribute).map_or("", |attribute| attribute.key.as_str());
    let words = if result.result.is_fail() { or_not_recorded(&result.note) } else { &result.note };
    beside(
        item,
        [
            Cell::plain(key),
            signs::test_cell(result.result),
            Cell::plain(words),
            Cell::plain(result.evidence.join("\n")),
        ],
    )
}

fn beside(item: &SampleItem, cells: [Cell; 4]) -> Vec<Cell> {
    [Cell::plain(item.number.to_string()), Cell::label(crate::layout::TABLE.bold(), &item.record_id)]
        .into_iter()
        .chain(cells)
        .collect()
}

/// Who tested which records.
fn testers(paper: &mut Paper<'_>, sample: &SampleFacts) {
    let mut testers: Vec<(&str, Vec<u64>)> = Vec::new();
    for item in sample.items.iter().filter(|item| !item.tested_by.is_empty()) {
        match testers.iter_mut().find(|(name, _)| *name == item.tested_by) {
            Some((_, numbers)) => numbers.push(item.number),
            None => testers.push((&item.tested_by, vec![item.number])),
        }
    }
    for (name, numbers) in testers {
        paper.styled(NOTE, &format!("Tested by {name}: No. {}.", ranges(&numbers)));
    }
}

/// `1 to 5, 8, 10 to 12`.
fn ranges(numbers: &[u64]) -> String {
    let in_a_row = |one: &u64, next: &u64| one.checked_add(1) == Some(*next);
    let each = numbers.chunk_by(in_a_row).map(|row| match row {
        [one] => one.to_string(),
        [first, .., last] => format!("{first} to {last}"),
        [] => String::new(),
    });
    each.collect::<Vec<_>>().join(", ")
}

#[cfg(test)]
mod tests {
    use super::ranges;

    #[test]
    fn numbers_in_a_row_are_told_as_a_range() {
        assert_eq!(ranges(&[1, 2, 3, 7, 9, 10]), "1 to 3, 7, 9 to 10");
        assert_eq!(ranges(&[u64::MAX]), u64::MAX.to_string());
        assert_eq!(ranges(&[]), "");
    }
}
