use std::ops::ControlFlow;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::{
    error::TableError,
    layout::{FileKind, Shape},
    limits::{MOST_SET_ASIDE, PROGRESS_BYTES},
    row::{Row, SetAside, Span},
    source::{Source, measured},
    split::Broken,
    text::{Found, Rows, Where},
    workbook,
};

/// What reading came to.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Read {
    /// How many rows were handed out.
    pub rows: u64,
    /// The first thousand rows that could not be read.
    pub set_aside: Vec<SetAside>,
    /// How many could not be read in all.
    pub set_aside_count: u64,
}

/// Reads all rows in the order of the file, in one pass and in memory that does not grow with it.
///
/// `on_row` sees every row that has as many cells as the table has columns, and may stop with `Break`. In a text file
/// empty cells beyond the last column are fine, and a row with too few cells is set aside, because nobody knows which
/// one is missing; in a workbook empty cells are not written at all, so a short row is a whole one. A row with nothing
/// in it is no row. `progress` hears about every MB how many bytes were read.
///
/// # Errors
/// Refuses a file that has other names of columns than `shape`, and what can't be read on: a quotation mark that never
/// closes, a damaged workbook. `Break` from `progress` is [`TableError::Cancelled`].
pub fn read(
    source: &mut dyn Source,
    shape: &Shape,
    on_row: &mut dyn FnMut(&Row<'_>) -> ControlFlow<()>,
    progress: &mut dyn FnMut(u64) -> ControlFlow<()>,
) -> Result<Read, TableError> {
    measured(source)?;
    let mut reading = Reading { shape, on_row, read: Read::default(), header_seen: shape.layout.header_row == 0 };
    match shape.layout.file {
        FileKind::Text => text(source, &mut reading, progress)?,
        FileKind::Workbook => {
            workbook::streamed(source, shape.layout.sheet.as_deref(), progress, &mut |number, found| {
                reading.found(Where { number, place: None }, &found)
            })?;
        }
    }
    if !reading.header_seen {
        return Err(TableError::Header { row: shape.layout.header_row });
    }
    Ok(reading.read)
}

/// Reads on from a row whose number and place [`Row`] told, for each of these rows: `on_row` sees it and those that
/// follow, until it answers `Break`; then the next one's turn comes.
///
/// # Errors
/// As [`read`]; also a workbook, in which no row can be gone to.
pub fn read_from(
    source: &mut dyn Source,
    shape: &Shape,
    rows: &[(u64, u64)],
    on_row: &mut dyn FnMut(&Row<'_>) -> ControlFlow<()>,
) -> Result<(), TableError> {
    if shape.layout.file != FileKind::Text {
        return Err(TableError::Unreadable { after_row: 0, why: "in a workbook no row can be gone to".to_owned() });
    }
    measured(source)?;
    let mut reading = Reading { shape, on_row, read: Read::default(), header_seen: true };
    // How lines end is seen at the beginning of the file.
    let mut found = Rows::new(source, &shape.layout)?;
    for &(number, place) in rows {
        found.go_to(number, place)?;
        while let Some((stands, row)) = found.next()? {
            if reading.found(stands, &row)?.is_break() {
                break;
            }
        }
    }
    Ok(())
}

fn text(
    source: &mut dyn Source,
    reading: &mut Reading<'_>,
    progress: &mut dyn FnMut(u64) -> ControlFlow<()>,
) -> Result<(), TableError> {
    let mut rows = Rows::new(source, &reading.shape.layout)?;
    let mut said = 0;
    loop {
        if rows.read_bytes() - said >= PROGRESS_BYTES {
            said = rows.read_bytes();
            if progress(said).is_break() {
                return Err(TableError::Cancelled);
            }
        }
        let Some((stands, found)) = rows.next()? else { return Ok(()) };
        if reading.found(stands, &found)?.is_break() {
            return Ok(());
        }
    }
}

/// The rows so far.
struct Reading<'a> {
    shape: &'a Shape,
    on_row: &'a mut dyn FnMut(&Row<'_>) -> ControlFlow<()>,
    read: Read,
    header_seen: bool,
}

impl Reading<'_> {
    fn found(&mut self, stands: Where, found: &Found<'_>) -> Result<ControlFlow<()>, TableError> {
        match *found {
            Found::Row { text, spans } => self.row(stands, text, spans),
            Found::Broken(broken) => self.broken(stands.number, broken),
        }
    }

    fn row(&mut self, stands: Where, text: &str, spans: &[Span]) -> Result<ControlFlow<()>, TableError> {
        let number = stands.number;
        let header_row = u64::from(self.shape.layout.header_row);
        if number <= header_row {
            if number == header_row {
                self.header(number, text, spans)?;
            }
            return Ok(ControlFlow::Continue(()));
        }
        if !self.header_seen {
            return Err(TableError::Header { row: self.shape.layout.header_row });
        }
        if spans.is_empty() {
            return Ok(ControlFlow::Continue(()));
        }
        let width = self.shape.columns.len();
        let is_even = spans.len() == width
            || match self.shape.layout.file {
                FileKind::Text => spans.len() > width && is_blank(&spans[width..]),
                FileKind::Workbook => spans.len() < width || is_blank(&spans[width..]),
            };
        if !is_even {
            let cells = match spans.len() {
                1 => "1 cell".to_owned(),
                cells => format!("{cells} cells"),
            };
            self.set_aside(number, None, format!("has {cells}, the header has {width}"));
            return Ok(ControlFlow::Continue(()));
        }
        self.read.rows += 1;
        Ok((self.on_row)(&Row::new(number, text, spans, width).at(stands.place)))
    }

    /// The names have to be those that the file was recognised with; else the cells would stand in the wrong columns.
    fn header(&mut self, number: u64, text: &str, spans: &[Span]) -> Result<(), TableError> {
        let row = self.shape.layout.header_row;
        if spans.is_empty() {
            return Err(TableError::Header { row });
        }
        let names = Row::new(number, text, spans, spans.len());
        let columns = &self.shape.columns;
        for position in 0..columns.len().max(spans.len()) {
            let expected = columns.get(position).map_or("", |column| column.header.as_str());
            let found = names.get(position);
            if found != expected {
                return Err(TableError::OtherHeader {
                    row,
                    position: position + 1,
                    expected: expected.to_owned(),
                    found: found.to_owned(),
                });
            }
        }
        self.header_seen = true;
        Ok(())
    }

    fn broken(&mut self, number: u64, broken: Broken) -> Result<ControlFlow<()>, TableError> {
        let header_row = u64::from(self.shape.layout.header_row);
        if number == header_row {
            return Err(match broken {
                Broken::Encoding => TableError::Encoding { encoding: self.shape.layout.encoding.name(), row: number },
                Broken::LongCell(_) | Broken::LongRow => TableError::LongRow { row: number },
                Broken::OpenQuote | Broken::LooseQuote => TableError::OpenQuote { row: number },
            });
        }
        if number > header_row {
            let column = match broken {
                Broken::LongCell(position) => self.shape.columns.get(position).map(|column| column.name.clone()),
                _ => None,
            };
            self.set_aside(number, column, broken.reason(self.shape.layout.encoding.name()));
        }
        Ok(ControlFlow::Continue(()))
    }

    fn set_aside(&mut self, row: u64, column: Option<String>, reason: String) {
        self.read.set_aside_count += 1;
        if self.read.set_aside.len() < MOST_SET_ASIDE {
            self.read.set_aside.push(SetAside { row, column, reason });
        }
    }
}

fn is_blank(spans: &[Span]) -> bool {
    spans.iter().all(|(from, to)| from == to)
}
