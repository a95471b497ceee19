use std::collections::BTreeSet;

use crate::{
    limits::{SAMPLE_BYTES, SAMPLE_ROWS},
    row::{SetAside, Span},
    split::{Cells, Cut, Splitter},
};

/// The first rows of a table, kept to be looked at. Empty lines are not among them.
#[derive(Debug, Default)]
pub(crate) struct Sample {
    pub(crate) rows: Vec<SampleRow>,
    /// Rows that are no text.
    pub(crate) broken: Vec<SetAside>,
    /// Whether these are all rows of the table.
    pub(crate) whole: bool,
    /// Columns of a workbook that hold numbers of more digits than a spreadsheet keeps.
    pub(crate) long_numbers: BTreeSet<usize>,
    bytes: usize,
}

/// A row that is kept.
#[derive(Debug)]
pub(crate) struct SampleRow {
    pub(crate) number: u64,
    text: String,
    spans: Vec<Span>,
}

impl SampleRow {
    pub(crate) fn get(&self, column: usize) -> &str {
        self.spans.get(column).map_or("", |&(from, to)| self.text.get(from as usize..to as usize).unwrap_or(""))
    }
    /// How many cells stand in it, empty ones included.
    pub(crate) fn width(&self) -> usize {
        self.spans.len()
    }
    /// How many cells stand in it when empty ones at its end are left out.
    pub(crate) fn extent(&self) -> usize {
        self.spans.iter().rposition(|(from, to)| from != to).map_or(0, |last| last + 1)
    }
    /// How many cells hold anything.
    pub(crate) fn filled(&self) -> usize {
        self.spans.iter().filter(|(from, to)| from != to).count()
    }
}

impl Sample {
    /// Keeps a row; says whether there is room for another.
    pub(crate) fn keep(&mut self, number: u64, text: &str, spans: &[Span]) -> bool {
        self.bytes += text.len() + spans.len();
        self.rows.push(SampleRow { number, text: text.to_owned(), spans: spans.to_vec() });
        self.rows.len() < SAMPLE_ROWS && self.bytes < SAMPLE_BYTES
    }

    /// The first rows of a text, as far as they are whole.
    pub(crate) fn of_text(bytes: &[u8], at_end: bool, splitter: Splitter, encoding: &str) -> Self {
        let mut sample = Self::default();
        let mut cells = Cells::default();
        let mut from = 0;
        let mut number = 0;
        while from < bytes.len() {
            let Cut::Row { bytes: length } = splitter.cut(&bytes[from..], at_end, &mut cells) else { break };
            let row = &bytes[from..from + length];
            from += length;
            number += 1;
            if cells.are_empty() {
                continue;
            }
            match cells.text(row, splitter.quote) {
                Ok((text, spans)) => {
                    if !sample.keep(number, text, spans) {
                        return sample;
                    }
                }
                Err(broken) => {
                    sample.broken.push(SetAside { row: number, column: None, reason: broken.reason(encoding) });
                    if sample.broken.len() >= SAMPLE_ROWS {
                        return sample;
                    }
                }
            }
        }
        sample.whole = at_end && from >= bytes.len();
        sample
    }
}
