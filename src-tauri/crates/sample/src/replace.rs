use book::{Act, Writing};
use ground::Id;

use crate::{DrawnItem, Item, SampleError, draw::keep, mark::open};

/// The act as history names it.
pub const REPLACE: Act = Act::named("sample.replace");

/// Takes a record out that does not belong to the population after all, such as a test ticket, with the act's reason,
/// and puts the next one of the same draw in its place. Where the draw has no next record, nothing stands in for it.
///
/// # Errors
/// Refuses without a reason, a record that was replaced before, and once the sample is concluded.
pub fn replace(writing: &mut Writing<'_>, item: Id<Item>, next: Option<DrawnItem>) -> Result<Item, SampleError> {
    let mut item: Item = writing.need(item)?;
    let sample = open(writing, item.sample)?;
    if !item.counts() {
        return Err(SampleError::Replaced { record: item.record_id });
    }
    let reason = writing.reason.map(str::trim).unwrap_or_default();
    if reason.is_empty() {
        return Err(SampleError::NeedsReason { what: format!("Replacing {}", item.record_id) });
    }
    item.replaced_reason = reason.to_owned();
    writing.put(&item)?;
    match next {
        Some(next) => {
            let mut last = 0;
            for other in writing.all::<Item>()? {
                if other.sample == sample.id {
                    last = last.max(other.place);
                }
            }
            keep(writing, sample.id, last + 1, next, Some(item.id))
        }
        None => Ok(item),
    }
}
