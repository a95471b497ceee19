//! What stands between the cells, and around them.

use std::{cmp::Reverse, collections::BTreeMap};

use crate::{doubt::Doubt, error::TableError, header, sample::Sample, split::Splitter};

/// The most usual first, because the first of equals is taken.
const CANDIDATES: [u8; 6] = [b',', b';', b'\t', b'|', b'^', b'~'];
/// How much of the text is looked at.
const LOOKED_AT_BYTES: usize = 256 << 10;

/// How many rows may be a title.
const MOST_ABOVE: usize = 10;

/// What was found out about the delimiter and the quotation mark.
pub(crate) struct Marks {
    pub(crate) delimiter: u8,
    pub(crate) quote: Option<u8>,
    pub(crate) doubts: Vec<Doubt>,
}

/// What a person has said of them already.
#[derive(Clone, Copy)]
pub(crate) struct Said {
    pub(crate) delimiter: Option<u8>,
    /// `Some(None)` says that there is none.
    pub(crate) quote: Option<Option<u8>>,
}

/// Finds delimiter and quotation mark. A first line `sep=;`, which some spreadsheet programs write, is believed.
pub(crate) fn found(text: &[u8], at_end: bool, said: Said, file_name: &str) -> Result<Marks, TableError> {
    let looked_at = &text[..text.len().min(LOOKED_AT_BYTES)];
    let at_end = at_end && looked_at.len() == text.len();
    let line_end = Splitter::line_end_of(text);
    let quotes = match said.quote {
        Some(quote) => vec![quote],
        None => vec![Some(b'"'), Some(b'\'')],
    };
    let announced = text
        .get(..5)
        .filter(|line| line[..4].eq_ignore_ascii_case(b"sep="))
        .map(|line| line[4])
        .filter(|mark| CANDIDATES.contains(mark));
    let delimiters = match said.delimiter.or(announced) {
        Some(delimiter) => vec![delimiter],
        None => CANDIDATES.to_vec(),
    };
    let mut best: Option<(Score, u8, Option<u8>)> = None;
    for &quote in &quotes {
        for &delimiter in &delimiters {
            if quote == Some(delimiter) {
                continue;
            }
            let splitter = Splitter { delimiter, quote, line_end };
            let mut score = Score::of(looked_at, at_end, splitter);
            score.fits_name = delimiter == b'\t' && is_tab_name(file_name);
            // An apostrophe is a quotation mark only when it makes the rows more even than the usual one does.
            let better = match &best {
                Some((best, _, Some(b'"'))) if quote == Some(b'\'') => {
                    score.evenness >= best.evenness + 20 && score.width > 1
                }
                Some((best, ..)) => score.rank() > best.rank(),
                None => true,
            };
            if better {
                best = Some((score, delimiter, quote));
            }
        }
    }
    let Some((score, delimiter, quote)) = best else {
        return Err(TableError::Delimiter { given: said.delimiter.map_or('"', char::from).to_string() });
    };
    let quote = match said.quote {
        None if quote == Some(b'"') && stand_in_apostrophes(looked_at, at_end, delimiter, line_end) => Some(b'\''),
        _ => quote,
    };
    let free = said.delimiter.is_none() && announced.is_none();
    if free && score.rows >= 5 && score.evenness < 50 {
        return Err(TableError::not_a_table("its lines have no cells in common"));
    }
    let mut doubts = Vec::new();
    let mut delimiter = delimiter;
    if score.width == 1 {
        if free {
            delimiter = unused(looked_at);
        }
        doubts.push(Doubt::about_the_file(
            "table.one-column",
            "Only one column was found.",
            "Choose the delimiter if there should be more.",
        ));
    }
    Ok(Marks { delimiter, quote, doubts })
}

/// Whether nearly all cells stand between apostrophes.
fn stand_in_apostrophes(text: &[u8], at_end: bool, delimiter: u8, line_end: u8) -> bool {
    let sample = Sample::of_text(text, at_end, Splitter { delimiter, quote: Some(b'"'), line_end }, "");
    let cells = || sample.rows.iter().flat_map(|row| (0..row.width()).map(|column| row.get(column)));
    let filled = cells().filter(|cell| !cell.is_empty()).count();
    let quoted = cells().filter(|cell| cell.len() > 1 && cell.starts_with('\'') && cell.ends_with('\'')).count();
    filled > 0 && quoted * 10 >= filled * 9
}

fn is_tab_name(file_name: &str) -> bool {
    let name = file_name.to_ascii_lowercase();
    name.ends_with(".tsv") || name.ends_with(".tab")
}

/// A delimiter that the text has nowhere, for a table of one column.
fn unused(text: &[u8]) -> u8 {
    CANDIDATES.into_iter().find(|delimiter| !text.contains(delimiter)).unwrap_or(b'\t')
}

/// How well a text falls into columns, from the first row on that has as many cells as most: what stands above it is a
/// title.
struct Score {
    rows: usize,
    /// How many rows of a hundred have as many cells as most.
    evenness: usize,
    /// Whether all cells of that first row are names and no values.
    is_named: bool,
    /// How many rows stand above it.
    above: usize,
    /// How many cells most rows have.
    width: usize,
    fits_name: bool,
}

impl Score {
    fn of(text: &[u8], at_end: bool, splitter: Splitter) -> Self {
        let sample = Sample::of_text(text, at_end, splitter, "");
        let mut widths = BTreeMap::<usize, usize>::new();
        for row in &sample.rows {
            *widths.entry(row.width()).or_default() += 1;
        }
        let rows = sample.rows.len();
        let (width, even) = widths.into_iter().max_by_key(|&(width, count)| (count, width)).unwrap_or((0, 0));
        let above = sample.rows.iter().position(|row| row.width() == width).unwrap_or(0);
        let is_name = |cell: &str| cell.is_empty() || header::is_name(cell);
        let is_named = sample.rows.get(above).is_some_and(|row| (0..width).all(|column| is_name(row.get(column))));
        Self {
            rows,
            evenness: (even * 100).checked_div(rows - above.min(MOST_ABOVE)).unwrap_or(0),
            is_named,
            above,
            width,
            fits_name: false,
        }
    }

    /// More columns that nearly every row has are better than fewer; one column is what is left when there are none.
    fn rank(&self) -> (bool, bool, usize, Reverse<usize>, bool, usize) {
        let split = self.width > 1;
        (
            split && self.evenness >= 50,
            split && self.is_named,
            self.evenness / 10,
            Reverse(self.above),
            self.fits_name,
            self.width,
        )
    }
}
