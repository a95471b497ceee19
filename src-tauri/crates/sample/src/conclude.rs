use book::{Act, Writing};
use ground::Id;

use crate::{Item, Sample, SampleError, Stage, attribute::tested, mark::open};

/// The act as history names it.
pub const WRITE: Act = Act::named("sample.write");
/// The act as history names it.
pub const CONCLUDE: Act = Act::named("sample.conclude");
/// The act as history names it.
pub const REOPEN: Act = Act::named("sample.reopen");
/// The act as history names it.
pub const WITHDRAW: Act = Act::named("sample.withdraw");

/// Writes the conclusion, as it is typed.
///
/// # Errors
/// Refuses once the sample is concluded.
pub fn write(writing: &mut Writing<'_>, sample: Id<Sample>, text: String) -> Result<Sample, SampleError> {
    let mut sample = open(writing, sample)?;
    sample.conclusion = text;
    writing.put(&sample)?;
    Ok(sample)
}

/// Concludes a sample: from here on the sheet is fixed.
///
/// # Errors
/// Refuses as long as a cell is empty, a failure has no words, nothing is tested or no conclusion is written.
pub fn conclude(writing: &mut Writing<'_>, sample: Id<Sample>) -> Result<Sample, SampleError> {
    let mut sample = open(writing, sample)?;
    if sample.stage() != Stage::Drawn {
        return Err(SampleError::NotDrawn { reference: sample.reference });
    }
    let attributes = tested(writing, sample.id)?;
    if attributes.is_empty() {
        return Err(SampleError::NoAttributes);
    }
    let mut items: Vec<Item> = writing.all()?;
    items.retain(|item| item.sample == sample.id && item.counts());
    items.sort_by_key(|item| (item.place, item.id));
    let mut open_cells = 0;
    let mut first = None;
    for item in &items {
        for attribute in &attributes {
            match item.marks.get(&attribute.id) {
                None => {
                    open_cells += 1;
                    first = first.or_else(|| Some((attribute.name.clone(), item.record_id.clone())));
                }
                Some(mark) => {
                    let said = item.notes.get(&attribute.id).is_some_and(|note| !note.trim().is_empty());
                    // “Not found” says what was seen: nothing.
                    if *mark == crate::Mark::Fail && !said && item.cited_for(attribute.id).next().is_none() {
                        return Err(SampleError::FailureWithoutWords {
                            record: item.record_id.clone(),
                            attribute: attribute.name.clone(),
                        });
                    }
                }
            }
        }
    }
    if let Some((attribute, record)) = first {
        return Err(SampleError::StillOpen { open: open_cells, reference: sample.reference, attribute, record });
    }
    if sample.conclusion.trim().is_empty() {
        return Err(SampleError::NoConclusion { reference: sample.reference });
    }
    sample.stage = Stage::Concluded;
    sample.concluded_at = Some(writing.now);
    sample.concluded_by_name = writing.by.name.clone();
    writing.put(&sample)?;
    Ok(sample)
}

/// Opens a concluded sample again, with the act's reason.
///
/// # Errors
/// Refuses without a reason, one that is not concluded, and while a signed report stands.
pub fn reopen(writing: &mut Writing<'_>, sample: Id<Sample>) -> Result<Sample, SampleError> {
    writing.need::<audit::Audit>(writing.binder())?.must_be_open()?;
    let mut sample: Sample = writing.need(sample)?;
    if sample.stage() != Stage::Concluded {
        return Err(SampleError::NotConcluded { reference: sample.reference });
    }
    if writing.reason.is_none_or(|reason| reason.trim().is_empty()) {
        return Err(SampleError::NeedsReason { what: format!("Opening {} again", sample.reference) });
    }
    sample.stage = Stage::Drawn;
    sample.concluded_at = None;
    sample.concluded_by_name = String::new();
    writing.put(&sample)?;
    Ok(sample)
}

/// Withdraws a sample, with the act's reason. It stays readable; its number is not given again.
///
/// # Errors
/// Refuses without a reason, and while a signed report stands.
pub fn withdraw(writing: &mut Writing<'_>, sample: Id<Sample>) -> Result<Sample, SampleError> {
    writing.need::<audit::Audit>(writing.binder())?.must_be_open()?;
    let mut sample: Sample = writing.need(sample)?;
    if sample.stage() == Stage::Withdrawn {
        return Err(SampleError::Withdrawn { reference: sample.reference });
    }
    let reason = writing.reason.map(str::trim).unwrap_or_default();
    if reason.is_empty() {
        return Err(SampleError::NeedsReason { what: format!("Withdrawing {}", sample.reference) });
    }
    sample.withdrawn_reason = reason.to_owned();
    sample.stage = Stage::Withdrawn;
    writing.put(&sample)?;
    Ok(sample)
}
