//! Which row holds the names of the columns.

use crate::sample::{Sample, SampleRow};

/// How many rows are looked at; a title and a date of export may stand above the names, not a whole page.
const LOOKED_AT: usize = 50;

/// The row of names, or nothing if there are no rows. It is the first that has about as many cells filled as the rows
/// of the table: a title above it has only one or two.
pub(crate) fn found(sample: &Sample) -> Option<u64> {
    let rows = &sample.rows[..sample.rows.len().min(LOOKED_AT)];
    let mut filled: Vec<usize> = rows.iter().map(SampleRow::filled).collect();
    filled.sort_unstable();
    let usual = *filled.get(filled.len() / 2)?;
    let most_wide = sample.rows.iter().take(LOOKED_AT).map(SampleRow::width).max().unwrap_or(0);
    rows.iter()
        .find(|row| row.filled() * 10 >= usual * 6 && (most_wide < 3 || row.filled() > 1 || usual == 1))
        .or_else(|| rows.first())
        .map(|row| row.number)
}

/// Whether a cell is a name rather than a value: it holds a letter.
pub(crate) fn is_name(cell: &str) -> bool {
    cell.chars().any(char::is_alphabetic)
}
