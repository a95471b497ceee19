use audit::Audit;
use book::{Act, Writing};
use evidence::Evidence;
use ground::Id;
use table::{Decimal, DecimalSign};

use crate::{Attribute, Item, Mark, Sample, SampleError, Stage};

/// The act as history names it.
pub const MARK: Act = Act::named("sample.mark");
/// The act as history names it.
pub const NOTE: Act = Act::named("sample.note");
/// The act as history names it.
pub const CITE: Act = Act::named("sample.cite");
/// The act as history names it.
pub const FOUND_VALUE: Act = Act::named("sample.found-value");

/// Writes down what was seen of one attribute of one record; nothing takes it back.
///
/// # Errors
/// Refuses “not applicable” without a note that says why, a replaced record, and once the sample is concluded.
pub fn mark(
    writing: &mut Writing<'_>,
    item: Id<Item>,
    attribute: Id<Attribute>,
    seen: Option<Mark>,
    note: Option<String>,
) -> Result<Item, SampleError> {
    let mut item = cell(writing, item, attribute)?;
    if let Some(note) = note {
        item.notes.insert(attribute, note);
    }
    match seen {
        Some(seen) => {
            let noted = item.notes.get(&attribute).is_some_and(|note| !note.trim().is_empty());
            if seen == Mark::NotApplicable && !noted {
                return Err(SampleError::ReasonNeeded { record: item.record_id });
            }
            item.marks.insert(attribute, seen);
            item.tested_by.insert(attribute, writing.by.name.clone());
        }
        None => {
            item.marks.remove(&attribute);
            item.tested_by.remove(&attribute);
        }
    }
    writing.put(&item)?;
    Ok(item)
}

/// Writes a note to one cell, as it is typed.
///
/// # Errors
/// Refuses to take the reason from “not applicable”, and once the sample is concluded.
pub fn note(
    writing: &mut Writing<'_>,
    item: Id<Item>,
    attribute: Id<Attribute>,
    text: String,
) -> Result<Item, SampleError> {
    let mut item = cell(writing, item, attribute)?;
    if text.trim().is_empty() && item.marks.get(&attribute) == Some(&Mark::NotApplicable) {
        return Err(SampleError::ReasonNeeded { record: item.record_id });
    }
    item.notes.insert(attribute, text);
    writing.put(&item)?;
    Ok(item)
}

/// Cites a piece of evidence in one cell, or no longer.
///
/// # Errors
/// Refuses evidence of another audit or that was withdrawn, and once the sample is concluded.
pub fn cite(
    writing: &mut Writing<'_>,
    item: Id<Item>,
    attribute: Id<Attribute>,
    evidence: Id<Evidence>,
    cited: bool,
) -> Result<Item, SampleError> {
    let mut item = cell(writing, item, attribute)?;
    let key = format!("{attribute}/{evidence}");
    if cited {
        let found = writing.get(evidence)?.filter(|evidence| evidence.withdrawn_reason.is_empty());
        if found.is_none() {
            return Err(SampleError::NoEvidence);
        }
        item.cited.insert(key);
    } else {
        item.cited.remove(&key);
    }
    writing.put(&item)?;
    Ok(item)
}

/// Writes down the value that was found to be right, for a draw by value; empty takes it back.
///
/// # Errors
/// Refuses what is no number, a sample that is not drawn by value, and once the sample is concluded.
pub fn found_value(writing: &mut Writing<'_>, item: Id<Item>, value: &str) -> Result<Item, SampleError> {
    let mut item: Item = writing.need(item)?;
    let sample = open(writing, item.sample)?;
    if sample.method != sampling::Method::MonetaryUnit {
        return Err(SampleError::NotByValue { reference: sample.reference });
    }
    let value = value.trim();
    item.value_found = if value.is_empty() {
        String::new()
    } else {
        // The sign of decimals is told from the number itself; a point is what the screen writes.
        let sign = if value.contains(',') && !value.contains('.') { DecimalSign::Comma } else { DecimalSign::Point };
        let number = Decimal::parse(value, sign);
        number.ok_or_else(|| SampleError::NoNumber { value: value.to_owned() })?.to_string()
    };
    writing.put(&item)?;
    Ok(item)
}

fn cell(writing: &Writing<'_>, item: Id<Item>, attribute: Id<Attribute>) -> Result<Item, SampleError> {
    let item: Item = writing.need(item)?;
    let sample = open(writing, item.sample)?;
    if sample.stage() == Stage::Planned {
        return Err(SampleError::NotDrawn { reference: sample.reference });
    }
    if !item.counts() {
        return Err(SampleError::Replaced { record: item.record_id });
    }
    let attribute: Attribute = writing.need(attribute)?;
    if attribute.sample != item.sample || !attribute.dropped_reason.is_empty() {
        return Err(SampleError::NoAttribute);
    }
    Ok(item)
}

/// The sample, while its work may still change.
pub(crate) fn open(writing: &Writing<'_>, sample: Id<Sample>) -> Result<Sample, SampleError> {
    let audit: Audit = writing.need(writing.binder())?;
    audit.must_be_open()?;
    let sample: Sample = writing.need(sample)?;
    match sample.stage() {
        Stage::Concluded => Err(SampleError::Concluded { reference: sample.reference }),
        Stage::Withdrawn => Err(SampleError::Withdrawn { reference: sample.reference }),
        Stage::Planned | Stage::Drawn => Ok(sample),
    }
}
