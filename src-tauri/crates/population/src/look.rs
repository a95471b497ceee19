//! A look before sampling: what one pass over the rows shows. It counts; what it means is for the auditor to say.

mod answer;
mod column;
mod counter;
mod ids;
mod looker;
mod numbering;
mod period;

pub use answer::{ColumnLook, Counted, Duplicate, Duplicates, Gap, Look, Month, Outside, OutsideRow, RowList, Series};
pub use looker::Looker;

/// How many distinct values of a column are told apart; a column with more says so.
pub const MOST_DISTINCT: usize = 10_000;
/// How many values of a column are listed with their counts, the most frequent first.
pub const VALUES_LISTED: usize = 50;
/// How many ids that occur more than once are listed.
pub const DUPLICATES_LISTED: usize = 100;
/// How many rows of one duplicate id, or of other lists of rows, are listed.
pub const ROWS_LISTED: usize = 20;
/// How many rows outside of the period are listed.
pub const OUTSIDE_LISTED: usize = 100;
/// How many numberings, and how many gaps of each, are listed.
pub const GAPS_LISTED: usize = 20;
/// How many ids are kept to find duplicates and gaps among them; the answer says when there were more.
pub const MOST_IDS: usize = 20_000_000;

/// How many numberings are listed.
const SERIES_LISTED: usize = 10;
/// How many numberings are told apart.
const MOST_SERIES: usize = 10_000;
/// How many bytes all values that are counted may take, so that a table of long texts does not fill the memory.
const MOST_COUNTED_BYTES: usize = 64 << 20;
/// Longer texts are told apart by their beginning of this many bytes.
const LONGEST_COUNTED: usize = 1_000;

#[cfg(test)]
mod tests;
