use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// Where a cell stands in the text of its row: from, to.
pub(crate) type Span = (u32, u32);

/// One row of the table, lent while it is read.
#[derive(Debug, Clone, Copy)]
pub struct Row<'a> {
    number: u64,
    text: &'a str,
    /// As many as the table has columns, or fewer when the last cells are empty.
    spans: &'a [Span],
    width: usize,
    place: Option<u64>,
}

impl<'a> Row<'a> {
    pub(crate) const fn new(number: u64, text: &'a str, spans: &'a [Span], width: usize) -> Self {
        Self { number, text, spans, width, place: None }
    }

    pub(crate) const fn at(self, place: Option<u64>) -> Self {
        Self { place, ..self }
    }

    /// The byte of the file at which it begins, where reading can begin there again with [`read_from`](crate::read_from):
    /// in a text file in UTF-8.
    #[must_use]
    pub const fn place(&self) -> Option<u64> {
        self.place
    }

    /// The row as a spreadsheet counts it, from 1, the names and empty lines included. A cell with line breaks is in
    /// one row.
    #[must_use]
    pub const fn number(&self) -> u64 {
        self.number
    }

    /// The cell of this column, counted from 0, exactly as it is written. Empty if there is none.
    #[must_use]
    pub fn get(&self, column: usize) -> &'a str {
        match self.spans.get(column) {
            Some(&(from, to)) if column < self.width => self.text.get(from as usize..to as usize).unwrap_or(""),
            _ => "",
        }
    }

    /// How many cells the row has: as many as the table has columns.
    #[must_use]
    pub const fn len(&self) -> usize {
        self.width
    }

    /// Whether the table has no columns at all.
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.width == 0
    }

    /// All cells from left to right.
    pub fn cells(&self) -> impl Iterator<Item = &'a str> + use<'a> {
        let row = *self;
        (0..row.width).map(move |column| row.get(column))
    }
}

/// A row that could not be read, and why. It is not part of the table, and it is not forgotten.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct SetAside {
    /// The row as a spreadsheet counts it.
    pub row: u64,
    /// The column, if one is to blame.
    pub column: Option<String>,
    /// Why, such as "has 11 cells, the header has 12".
    pub reason: String,
}
