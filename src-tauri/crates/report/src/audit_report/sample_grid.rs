//! The grid of a sample's sheet: records down, attributes across, cut into several where it would be too wide.

use super::signs;
use crate::{
    facts::{AttributeResult, SampleFacts, SampleItem, TestResult},
    layout::{Cell, Column, Paper, QUIET, TABLE, TABLE_HEADER},
};

/// An attribute's column holds a sign and a word.
const ATTRIBUTE: f32 = 40.0;
/// Where there is room, its name as well.
const ATTRIBUTE_WITH_NAME: f32 = 92.0;
/// White to both sides of a cell's text, and a little more, so that a word that fits is not broken.
const AROUND: f32 = 9.6;

/// How the columns share the page.
pub(super) struct Plan {
    number: f32,
    record: f32,
    stratum: Option<f32>,
    /// Labels of facts that have a column of their own, with its width. Empty when they don't fit.
    facts: Vec<(String, f32)>,
    /// How many attributes stand side by side.
    pub(super) side_by_side: usize,
    attribute: f32,
}

impl Plan {
    /// Measures a sample and shares out the width: first what names a record, then the attributes, then facts and names.
    pub(super) fn of(paper: &Paper<'_>, sample: &SampleFacts) -> Self {
        let width = |text: &str, style| paper.letters.width(&paper.letters.printable(text), style);
        let widest = |texts: &mut dyn Iterator<Item = &str>, header: &str, least: f32, most: f32| {
            let cells = texts.map(|text| width(text, TABLE.bold())).fold(0.0, f32::max);
            (cells.max(width(header, TABLE_HEADER)) + AROUND).clamp(least, most)
        };
        let items = &sample.items;
        let whole = paper.width();
        let last = items.iter().map(|item| item.number).max().unwrap_or(0).to_string();
        let number = width(&last, TABLE).max(width("No.", TABLE_HEADER)) + AROUND;
        let record = widest(&mut items.iter().map(|item| item.record_id.as_str()), "Record", 56.0, 140.0);
        let any = items.iter().any(|item| !item.stratum.is_empty());
        let stratum = any.then(|| widest(&mut items.iter().map(|item| item.stratum.as_str()), "Stratum", 40.0, 76.0));

        let room = whole - number - record - stratum.unwrap_or(0.0);
        let count = sample.attributes.len().max(1);
        let most = ((room / ATTRIBUTE) as usize).max(1);
        // Two sheets of five read better than one of eight and one of two.
        let side_by_side = count.div_ceil(count.div_ceil(most));
        let mut spare = room - side_by_side as f32 * ATTRIBUTE;

        let mut facts = Vec::new();
        for label in labels(items) {
            let width = widest(&mut items.iter().flat_map(|item| values(item, &label)), &label, 34.0, 120.0);
            facts.push((label, width));
        }
        let needed: f32 = facts.iter().map(|(_, width)| width).sum();
        if needed > spare || side_by_side < sample.attributes.len() {
            facts.clear();
        } else {
            spare -= needed;
        }
        let attribute = ATTRIBUTE + (spare / side_by_side as f32).min(ATTRIBUTE_WITH_NAME - ATTRIBUTE + 30.0);
        let record = whole
            - number
            - stratum.unwrap_or(0.0)
            - attribute * side_by_side as f32
            - facts.iter().map(|(_, width)| width).sum::<f32>();
        Self { number, record, stratum, facts, side_by_side, attribute }
    }

    /// Whether facts were recorded that the grid has no room for.
    pub(super) fn leaves_facts_out(&self, sample: &SampleFacts) -> bool {
        self.facts.is_empty() && sample.items.iter().any(|item| !item.facts.is_empty())
    }

    /// Whether the columns name their attributes.
    pub(super) fn names_attributes(&self) -> bool {
        self.attribute >= ATTRIBUTE_WITH_NAME
    }
}

/// Writes one grid, with the attributes from that one on.
pub(super) fn write(paper: &mut Paper<'_>, sample: &SampleFacts, plan: &Plan, from: usize) {
    let attributes: Vec<(usize, String)> = sample
        .attributes
        .iter()
        .enumerate()
        .skip(from)
        .take(plan.side_by_side)
        .map(|(place, attribute)| {
            let name = if plan.names_attributes() {
                format!("{}  {}", attribute.key, attribute.name)
            } else {
                attribute.key.clone()
            };
            (place, name)
        })
        .collect();
    // The last grid may have fewer attributes; the others keep their width and the record takes the rest.
    let missing = plan.side_by_side.saturating_sub(attributes.len()) as f32 * plan.attribute;
    let mut columns = vec![Column::new("No.", plan.number), Column::new("Record", plan.record + missing)];
    columns.extend(plan.stratum.map(|width| Column::new("Stratum", width)));
    columns.extend(plan.facts.iter().map(|(label, width)| Column::new(label, *width)));
    columns.extend(attributes.iter().map(|(_, name)| Column::new(name, plan.attribute)));

    let mut rows: Vec<Vec<Cell>> = sample.items.iter().map(|item| row(item, plan, &attributes)).collect();
    if !attributes.is_empty() {
        rows.push(tally(sample, plan, &attributes));
    }
    paper.table(&columns, rows);
}

fn row(item: &SampleItem, plan: &Plan, attributes: &[(usize, String)]) -> Vec<Cell> {
    let quiet = TABLE.in_colour(QUIET);
    let gone = item.replaced.is_some();
    let mut cells = vec![Cell::plain(item.number.to_string()), record(item)];
    if plan.stratum.is_some() {
        cells.push(Cell::plain(&item.stratum));
    }
    cells.extend(plan.facts.iter().map(|(label, _)| Cell::plain(values(item, label).join("\n"))));
    cells.extend(
        attributes.iter().map(|(place, _)| {
            if gone { Cell::default().and(quiet, "–") } else { signs::test_cell(result(item, *place)) }
        }),
    );
    cells
}

/// The cell that names a record, and says whether another stands in for it.
pub(super) fn record(item: &SampleItem) -> Cell {
    let quiet = TABLE.in_colour(QUIET);
    let stands_in = item.stands_in_for.as_deref().map(|id| format!("for {id}")).unwrap_or_default();
    Cell::label(if item.replaced.is_some() { quiet } else { TABLE.bold() }, &item.record_id)
        .and(quiet, if item.replaced.is_some() { "replaced" } else { "" })
        .and(quiet, stands_in)
}

/// How many failed of those that were tested, for each attribute.
fn tally(sample: &SampleFacts, plan: &Plan, attributes: &[(usize, String)]) -> Vec<Cell> {
    let mut cells = vec![Cell::default(), Cell::label(TABLE.bold(), "Failed")];
    cells.extend(plan.stratum.map(|_| Cell::default()));
    cells.extend(plan.facts.iter().map(|_| Cell::default()));
    cells.extend(attributes.iter().map(|(place, _)| {
        let results = sample.items.iter().filter(|item| item.replaced.is_none()).map(|item| result(item, *place));
        let counted: Vec<TestResult> =
            results.filter(|result| !matches!(result, TestResult::Open | TestResult::NotApplicable)).collect();
        let failed = counted.iter().filter(|result| result.is_fail()).count();
        Cell::bold(format!("{failed} of {}", counted.len()))
    }));
    cells
}

/// What the test of that attribute gave.
fn result(item: &SampleItem, attribute: usize) -> TestResult {
    of_attribute(item, attribute).map_or(TestResult::Open, |found| found.result)
}

fn of_attribute(item: &SampleItem, attribute: usize) -> Option<&AttributeResult> {
    item.results.iter().find(|result| result.attribute == attribute)
}

/// What a record says under a label; one may come up twice.
pub(super) fn values<'a>(item: &'a SampleItem, label: &str) -> Vec<&'a str> {
    item.facts.iter().filter(|fact| fact.label == label).map(|fact| fact.value.as_str()).collect()
}

/// All labels, in the order in which they first come up.
pub(super) fn labels(items: &[SampleItem]) -> Vec<String> {
    let mut labels: Vec<String> = Vec::new();
    for fact in items.iter().flat_map(|item| &item.facts) {
        if !labels.contains(&fact.label) {
            labels.push(fact.label.clone());
        }
    }
    labels
}
