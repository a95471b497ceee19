//! What a screen sees of a sample: the sheet, what it says so far, and how to repeat the draw.

use std::collections::BTreeSet;

use audit::Audit;
use book::{Reading, params};
use checklist::Question;
use evidence::{Circumstances, Evidence, EvidenceKind};
use ground::{Fault, Id, Problem};
use population::{Population, pack};
use sample::{Attribute, Item, Mark, Outcome, Sample, SampleError, items_of, of_whole, outcomes};
use sampling::Method;
use schemars::JsonSchema;
use serde::Serialize;

use crate::Desk;

/// One record of a sheet.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub(crate) struct ItemView {
    #[serde(flatten)]
    pub item: Item,
    /// What the record says as a whole; absent while something is open.
    pub whole: Option<Mark>,
}

/// A sample with its sheet and what it says.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub(crate) struct SampleView {
    #[serde(flatten)]
    pub sample: Sample,
    /// The audit.
    pub audit: Id<Audit>,
    pub population_reference: Option<String>,
    pub population_title: Option<String>,
    /// What one record is called, and several.
    pub noun: String,
    pub nouns: String,
    /// Whether chance decided.
    pub random: bool,
    /// What is tested, in the order of the columns.
    pub attributes: Vec<Attribute>,
    /// What was once tested and no longer is.
    pub dropped: Vec<Attribute>,
    pub items: Vec<ItemView>,
    /// What each attribute says, in the order of the columns.
    pub outcomes: Vec<Outcome>,
    /// What the records say as a whole; absent while nothing is drawn.
    pub whole: Option<Outcome>,
    /// Cells of the sheet, and those that say something.
    pub cells: i64,
    pub filled: i64,
    /// The command that repeats the draw from the file; absent where nothing can be repeated.
    pub redraw: Option<String>,
    /// The clauses of its questions.
    pub clauses: BTreeSet<String>,
    /// The findings that came from it, by reference.
    pub findings: Vec<String>,
    /// Whether a signed report stands that it must not contradict.
    pub locked: bool,
}

/// What changed when one cell did: the record, and the foot of the sheet.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub(crate) struct SheetCell {
    pub item: ItemView,
    /// What each attribute says now, in the order of the columns.
    pub outcomes: Vec<Outcome>,
    /// What the records say as a whole.
    pub whole: Option<Outcome>,
    pub cells: i64,
    pub filled: i64,
}

/// The sample of that id as a screen sees it.
pub(crate) fn sample_view(desk: &Desk, sample: Id<Sample>) -> Result<SampleView, Problem> {
    view_of(desk.book()?.reading(), sample)
}

/// The same from the tables alone.
pub(crate) fn view_of(reading: Reading<'_>, sample: Id<Sample>) -> Result<SampleView, Problem> {
    let sample: Sample = reading.need(sample)?;
    let audit: Audit = reading.need(reading.binder_of(sample.id)?.of())?;
    let population = sample.population.map(|population| reading.need::<Population>(population)).transpose()?;
    let (dropped, attributes): (Vec<Attribute>, Vec<Attribute>) =
        attributes_of(reading, sample.id)?.into_iter().partition(|attribute| !attribute.dropped_reason.is_empty());
    let items = items_of(reading, sample.id)?;
    let pack = population.as_ref().and_then(|population| pack(&population.record_type));
    let (noun, nouns) = match pack {
        Some(pack) => (pack.singular.clone(), pack.plural.clone()),
        None => ("record".to_owned(), "records".to_owned()),
    };
    let outcomes = outcomes(&sample, &attributes, &items, &nouns)?;
    let whole = of_whole(&sample, &attributes, &items, &nouns)?;
    let (cells, filled) = progress(&attributes, &items);
    let mut clauses = BTreeSet::new();
    for question in &sample.questions {
        clauses.extend(reading.get::<Question>(*question)?.map(|question| question.clause));
    }
    Ok(SampleView {
        audit: audit.id,
        population_reference: population.as_ref().map(|population| population.reference.clone()),
        redraw: population.as_ref().and_then(|population| redraw(&sample, population, &items)),
        population_title: population.map(|population| population.title),
        noun,
        nouns,
        random: sample.is_random(),
        items: items.into_iter().map(|item| ItemView { whole: item.whole(&attributes), item }).collect(),
        attributes,
        dropped,
        outcomes,
        whole,
        cells,
        filled,
        clauses,
        findings: findings_of(reading, sample.id)?,
        locked: audit.is_locked(),
        sample,
    })
}

/// One record as it stands now, with the foot of its sheet.
pub(crate) fn sheet_cell(desk: &Desk, item: &Item) -> Result<SheetCell, Problem> {
    let view = sample_view(desk, item.sample)?;
    let found = view.items.into_iter().find(|other| other.item.id == item.id);
    let item = found.ok_or_else(|| Fault::bug("a record left its sheet"))?;
    Ok(SheetCell { item, outcomes: view.outcomes, whole: view.whole, cells: view.cells, filled: view.filled })
}

/// The attributes of a sample in the order of the columns, the dropped ones among them.
pub(crate) fn attributes_of(reading: Reading<'_>, sample: Id<Sample>) -> Result<Vec<Attribute>, Fault> {
    reading.records("WHERE sample = ?1 ORDER BY position, id", params![sample.to_string()])
}

fn findings_of(reading: Reading<'_>, sample: Id<Sample>) -> Result<Vec<String>, Fault> {
    #[derive(serde::Deserialize)]
    struct Referenced {
        reference: String,
    }
    let found: Vec<Referenced> = reading.rows(
        "SELECT reference FROM finding WHERE sample = ?1 AND stage <> 'withdrawn' ORDER BY reference",
        params![sample.to_string()],
    )?;
    Ok(found.into_iter().map(|row| row.reference).collect())
}

fn progress(attributes: &[Attribute], items: &[Item]) -> (i64, i64) {
    let (mut cells, mut filled) = (0, 0);
    for item in items.iter().filter(|item| item.counts()) {
        for attribute in attributes {
            cells += 1;
            filled += i64::from(item.marks.contains_key(&attribute.id));
        }
    }
    (cells, filled)
}

/// The command that repeats the draw from the file that was brought in. It says how the file is read, because a later
/// version may recognise it otherwise.
fn redraw(sample: &Sample, population: &Population, items: &[Item]) -> Option<String> {
    if !sample.is_random() || sample.algorithm.is_empty() {
        return None;
    }
    let layout = &population.shape.layout;
    let mut words = vec!["tick sample draw --file".to_owned(), quoted(&population.file_name)];
    let mut say = |option: &str, value: &str| {
        if !value.is_empty() {
            words.push(format!("--{option} {}", quoted(value)));
        }
    };
    match layout.file {
        table::FileKind::Text => {
            say("encoding", layout.encoding.name());
            say("delimiter", &layout.delimiter.to_string());
        }
        table::FileKind::Workbook => say("sheet", layout.sheet.as_deref().unwrap_or("")),
    }
    say("header-row", &layout.header_row.to_string());
    say("id", population.mapping.get(population::RECORD_ID).map_or("", String::as_str));
    say("method", sample.method.word());
    match sample.method {
        Method::Stratified => {
            say("stratum", &sample.stratum_column);
            for stratum in &sample.strata {
                // What was replaced was drawn, too.
                let drawn = items.iter().filter(|item| item.stratum == stratum.name).count();
                say("stratum-size", &format!("{}={drawn}", stratum.name));
            }
        }
        Method::Random => say("size", &items.len().to_string()),
        _ => say("size", &sample.size.to_string()),
    }
    if sample.method == Method::MonetaryUnit {
        say("value", &sample.value_column);
        say("decimal", if layout.decimal == table::DecimalSign::Comma { "," } else { "." });
    }
    if !sample.filter.is_empty() {
        say("where", &sample.filter);
        for (field, column) in &population.mapping {
            if sample.filter.contains(field.as_str()) {
                say("field", &format!("{field}={column}"));
            }
        }
        for column in &population.shape.columns {
            let named =
                population.mapping.iter().any(|(field, of)| *of == column.name && sample.filter.contains(field));
            if !column.form.is_empty() && (named || sample.filter.contains(&column.name)) {
                say("form", &format!("{}={}", column.name, column.form));
            }
        }
    }
    say("seed", &sample.seed);
    Some(words.join(" "))
}

/// The method as a person says it.
pub(crate) fn spoken(method: Method) -> &'static str {
    match method {
        Method::Random => "simple random",
        Method::Systematic => "systematic with a random start",
        Method::Stratified => "stratified random",
        Method::MonetaryUnit => "by value (monetary unit)",
        Method::Judgement => "by judgement",
        Method::All => "all records",
    }
}

/// As a shell takes it as one word.
fn quoted(value: &str) -> String {
    let plain = |c: char| c.is_ascii_alphanumeric() || "-_./:".contains(c);
    if !value.is_empty() && value.chars().all(plain) {
        value.to_owned()
    } else {
        format!("'{}'", value.replace('\'', "'\\''"))
    }
}

/// What a finding takes over from the failures of a sample.
pub(crate) struct FoundWords {
    pub title: String,
    pub extent: String,
    pub evidence_words: String,
    pub clauses: BTreeSet<String>,
    pub cited: BTreeSet<Id<Evidence>>,
    pub sheet: Circumstances,
}

/// The words for one kind of failure, or for all of them together.
///
/// # Errors
/// Refuses where nothing failed.
pub(crate) fn found_words(
    desk: &Desk,
    view: &SampleView,
    attribute: Option<Id<Attribute>>,
) -> Result<FoundWords, Problem> {
    let reading = desk.book()?.reading();
    let sample = &view.sample;
    let (outcome, what) = match attribute {
        Some(id) => {
            let place = view.attributes.iter().position(|attribute| attribute.id == id);
            let place = place.ok_or(SampleError::NoAttribute)?;
            (view.outcomes.get(place), view.attributes[place].name.clone())
        }
        None => (view.whole.as_ref(), "any attribute".to_owned()),
    };
    let failing: Vec<(&Item, Vec<Id<Attribute>>)> = view
        .items
        .iter()
        .map(|view| &view.item)
        .filter(|item| item.counts())
        .map(|item| {
            let failed = view
                .attributes
                .iter()
                .map(|attribute| attribute.id)
                .filter(|id| attribute.is_none_or(|wanted| wanted == *id))
                .filter(|id| item.marks.get(id).is_some_and(|mark| mark.is_failure()))
                .collect::<Vec<_>>();
            (item, failed)
        })
        .filter(|(_, failed)| !failed.is_empty())
        .collect();
    let outcome = outcome
        .filter(|_| !failing.is_empty())
        .ok_or_else(|| SampleError::NothingFailed { what: what.clone(), reference: sample.reference.clone() })?;
    let population = sample.population.map(|population| reading.need::<Population>(population)).transpose()?;
    let mut lines = vec![format!("Sample {}: {}", sample.reference, drawn_words(view, population.as_ref()))];
    if attribute.is_some() {
        lines.push(format!("Tested: {what}."));
    }
    lines.push(outcome.sentence.clone());
    lines.push("Failed:".to_owned());
    let mut cited = BTreeSet::new();
    for (item, failed) in &failing {
        let mut said = Vec::new();
        for id in failed {
            cited.extend(item.cited_for(*id));
            let not_found = item.marks.get(id) == Some(&Mark::NotFound);
            let note = item.notes.get(id).map(|note| note.trim()).filter(|note| !note.is_empty());
            said.extend(match (not_found, note) {
                (true, Some(note)) => Some(format!("not found: {note}")),
                (true, None) => Some("not found".to_owned()),
                (false, note) => note.map(str::to_owned),
            });
        }
        let said = if said.is_empty() { String::new() } else { format!(" – {}", said.join("; ")) };
        lines.push(format!("{}{said}", item.record_id));
    }
    let source = population.as_ref().map(|population| {
        format!("{} ({}), SHA-256 {}", population.file_name, population.reference, population.sha256)
    });
    Ok(FoundWords {
        title: attribute.map_or_else(|| sample.title.clone(), |_| what.clone()),
        extent: format!("{} of {}", outcome.failed, outcome.tested - outcome.not_applicable),
        evidence_words: lines.join("\n"),
        clauses: view.clauses.clone(),
        cited,
        sheet: Circumstances {
            question: sample.questions.first().copied(),
            kind: Some(EvidenceKind::Record),
            description: format!("Sheet of sample {}: {}", sample.reference, sample.title),
            source: source.unwrap_or_else(|| sample.reference.clone()),
            ..Circumstances::default()
        },
    })
}

/// How the sample came about, in a sentence.
fn drawn_words(view: &SampleView, population: Option<&Population>) -> String {
    let sample = &view.sample;
    let count = view.items.iter().filter(|item| item.item.counts()).count();
    let of = match (population, sample.population_size) {
        (Some(population), Some(size)) => {
            format!("{count} of {} {} ({})", grouped(size.unsigned_abs()), view.nouns, population.title)
        }
        (Some(population), None) => format!("{count} {} ({})", view.nouns, population.title),
        (None, _) => format!("{count} {}", view.nouns),
    };
    let seed = if sample.seed.is_empty() { String::new() } else { format!(", seed “{}”", sample.seed) };
    format!("{of}, drawn {}{seed}.", spoken(sample.method))
}

/// A number with a comma between thousands, as sentences about samples have it.
pub(crate) fn grouped(number: u64) -> String {
    let digits = number.to_string();
    let mut shown = String::new();
    for (place, digit) in digits.chars().enumerate() {
        if place > 0 && (digits.len() - place).is_multiple_of(3) {
            shown.push(',');
        }
        shown.push(digit);
    }
    shown
}
