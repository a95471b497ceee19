//! The rows of a workbook, cell by cell. Macros are not looked at; a formula is the value that was saved with it.

mod cell;
mod parts;

use std::{
    cell::Cell,
    io::{BufReader, SeekFrom},
    ops::ControlFlow,
    panic::{AssertUnwindSafe, catch_unwind},
    rc::Rc,
};

use calamine::{DataRef, Reader, SheetType, SheetVisible, Xlsx, XlsxError};

use crate::{
    error::{TableError, read_failed},
    limits::{LARGEST_CELL_BYTES, LARGEST_ROW_BYTES, MOST_COLUMNS, SAMPLE_ROWS},
    row::{SetAside, Span},
    sample::Sample,
    source::{Source, Stopped, Watched},
    split::Broken,
    text,
};

type Book<'a> = Xlsx<BufReader<Watched<'a>>>;

/// What happens with a row: its number and what was found of it.
type OnRow<'a> = dyn FnMut(u64, text::Found<'_>) -> Result<ControlFlow<()>, TableError> + 'a;

/// What was found in a workbook.
pub(crate) struct Found {
    /// The sheet that was looked at.
    pub(crate) sheet: String,
    /// All sheets with cells, those that are shown first.
    pub(crate) sheets: Vec<String>,
    pub(crate) sample: Sample,
}

/// The first rows of the sheet that is asked for, or of the first that has any.
pub(crate) fn sampled(source: &mut dyn Source, wanted: Option<&str>) -> Result<Found, TableError> {
    let mut silent = |_| ControlFlow::Continue(());
    let stopped = Stopped::default();
    let mut book = opened(source, &mut silent, &stopped)?;
    let sheets = sheets(&book);
    if let Some(wanted) = wanted {
        let sheet = known(wanted, &sheets)?;
        let sample = first_rows(&mut book, &sheet, &stopped)?;
        if sample.rows.is_empty() {
            return Err(TableError::Empty);
        }
        return Ok(Found { sheet, sheets, sample });
    }
    for sheet in &sheets {
        let sample = match first_rows(&mut book, sheet, &stopped) {
            // A sheet that is only called one: a chart, a dialog.
            Err(TableError::NoSheet) => continue,
            sample => sample?,
        };
        if !sample.rows.is_empty() {
            return Ok(Found { sheet: sheet.clone(), sheets, sample });
        }
    }
    Err(if sheets.is_empty() { TableError::NoSheet } else { TableError::Empty })
}

/// All rows of a sheet.
pub(crate) fn streamed(
    source: &mut dyn Source,
    sheet: Option<&str>,
    progress: &mut dyn FnMut(u64) -> ControlFlow<()>,
    on_row: &mut OnRow<'_>,
) -> Result<(), TableError> {
    let stopped = Stopped::default();
    let mut book = opened(source, progress, &stopped)?;
    let sheets = sheets(&book);
    let sheet = match sheet {
        Some(sheet) => known(sheet, &sheets)?,
        None => sheets.first().cloned().ok_or(TableError::NoSheet)?,
    };
    rows(&mut book, &sheet, &stopped, on_row, &mut |_, _| {})
}

fn opened<'a>(
    source: &'a mut dyn Source,
    progress: &'a mut dyn FnMut(u64) -> ControlFlow<()>,
    stopped: &Stopped,
) -> Result<Book<'a>, TableError> {
    {
        // Counting what it unpacks to is no progress that a person sees, but it can be stopped like everything else.
        let mut still = |_| progress(0);
        parts::checked(Watched::new(source, &mut still, Rc::clone(stopped)), stopped)?;
    }
    source.seek(SeekFrom::Start(0)).map_err(read_failed)?;
    let watched = Watched::new(source, progress, Rc::clone(stopped));
    guarded(0, stopped, || Xlsx::new(BufReader::new(watched)))
}

/// Calls the library that reads workbooks. Whatever a damaged file makes it do, the program goes on: what it hands
/// out afterwards is not used.
fn guarded<T>(
    after_row: u64,
    stopped: &Cell<bool>,
    call: impl FnOnce() -> Result<T, XlsxError>,
) -> Result<T, TableError> {
    let answer = catch_unwind(AssertUnwindSafe(call));
    if stopped.get() {
        return Err(TableError::Cancelled);
    }
    match answer {
        Ok(Ok(answer)) => Ok(answer),
        Ok(Err(XlsxError::Password)) => Err(TableError::Password),
        Ok(Err(XlsxError::NotAWorksheet(_))) => Err(TableError::NoSheet),
        Ok(Err(error)) => Err(TableError::Unreadable { after_row, why: error.to_string() }),
        Err(_) => Err(TableError::Unreadable { after_row, why: "its inner structure is damaged".to_owned() }),
    }
}

fn sheets(book: &Book<'_>) -> Vec<String> {
    let sheets = || book.sheets_metadata().iter().filter(|sheet| sheet.typ == SheetType::WorkSheet);
    let shown = sheets().filter(|sheet| sheet.visible == SheetVisible::Visible);
    let hidden = sheets().filter(|sheet| sheet.visible != SheetVisible::Visible);
    shown.chain(hidden).map(|sheet| sheet.name.clone()).collect()
}

fn known(wanted: &str, sheets: &[String]) -> Result<String, TableError> {
    if sheets.iter().any(|sheet| sheet == wanted) {
        Ok(wanted.to_owned())
    } else {
        Err(TableError::Sheet { wanted: wanted.to_owned(), sheets: sheets.to_vec() })
    }
}

fn first_rows(book: &mut Book<'_>, sheet: &str, stopped: &Stopped) -> Result<Sample, TableError> {
    let mut sample = Sample::default();
    sample.whole = true;
    let mut long = std::collections::BTreeSet::new();
    rows(
        book,
        sheet,
        stopped,
        &mut |number, found| {
            let more = match found {
                text::Found::Row { text, spans } => sample.keep(number, text, spans),
                text::Found::Broken(broken) => {
                    sample.broken.push(SetAside { row: number, column: None, reason: broken.reason("") });
                    sample.broken.len() < SAMPLE_ROWS
                }
            };
            sample.whole = more;
            Ok(if more { ControlFlow::Continue(()) } else { ControlFlow::Break(()) })
        },
        &mut |column, value| {
            if let DataRef::Float(number) = value
                && number.abs() >= cell::LARGEST_EXACT
                && number.fract() == 0.0
            {
                long.insert(column);
            }
        },
    )?;
    sample.long_numbers = long;
    Ok(sample)
}

/// Streams the rows of a sheet that hold anything; `on_cell` sees every cell as the workbook has it.
fn rows(
    book: &mut Book<'_>,
    sheet: &str,
    stopped: &Stopped,
    on_row: &mut OnRow<'_>,
    on_cell: &mut dyn FnMut(usize, &DataRef<'_>),
) -> Result<(), TableError> {
    let is_1904 = book.has_1904_epoch();
    let mut cells = guarded(0, stopped, || book.worksheet_cells_reader(sheet))?;
    let mut row = Assembled::default();
    while let Some(cell) = guarded(row.number, stopped, || cells.next_cell())? {
        let value = cell.get_value();
        if *value == DataRef::Empty {
            continue;
        }
        let (number, column) = cell.get_position();
        let (number, column) = (u64::from(number) + 1, column as usize);
        if number != row.number {
            if row.handed_out(on_row)?.is_break() {
                return Ok(());
            }
            row.begin(number)?;
        }
        on_cell(column, value);
        row.add(column, value, is_1904)?;
    }
    row.handed_out(on_row).map(|_| ())
}

/// A row whose cells come one by one.
#[derive(Default)]
struct Assembled {
    number: u64,
    text: String,
    spans: Vec<Span>,
    broken: Option<Broken>,
}

impl Assembled {
    fn begin(&mut self, number: u64) -> Result<(), TableError> {
        if number < self.number {
            let why = format!("row {number} stands after row {}", self.number);
            return Err(TableError::Unreadable { after_row: self.number, why });
        }
        self.number = number;
        self.text.clear();
        self.spans.clear();
        self.broken = None;
        Ok(())
    }

    fn add(&mut self, column: usize, value: &DataRef<'_>, is_1904: bool) -> Result<(), TableError> {
        if column >= MOST_COLUMNS {
            return Err(TableError::TooManyColumns { row: self.number, found: column + 1 });
        }
        let from = self.text.len();
        let length = match value {
            DataRef::String(text) => text.len(),
            DataRef::SharedString(text) => text.len(),
            _ => 0,
        };
        // No spreadsheet program writes cells of this size; the row would take more memory than the file has bytes.
        if length > LARGEST_CELL_BYTES {
            self.broken.get_or_insert(Broken::LongCell(column));
        } else if from + length > LARGEST_ROW_BYTES {
            self.broken.get_or_insert(Broken::LongRow);
        }
        if self.broken.is_some() {
            return Ok(());
        }
        cell::written(value, is_1904, &mut self.text);
        if self.spans.len() <= column {
            self.spans.resize(column + 1, (0, 0));
        }
        self.spans[column] = (from as u32, self.text.len() as u32);
        Ok(())
    }

    fn handed_out(&self, on_row: &mut OnRow<'_>) -> Result<ControlFlow<()>, TableError> {
        if let Some(broken) = self.broken {
            return on_row(self.number, text::Found::Broken(broken));
        }
        if self.spans.iter().all(|(from, to)| from == to) {
            return Ok(ControlFlow::Continue(()));
        }
        on_row(self.number, text::Found::Row { text: &self.text, spans: &self.spans })
    }
}
