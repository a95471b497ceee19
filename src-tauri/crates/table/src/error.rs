use std::io;

use ground::{Explain, Fault, Severity};

use crate::limits::{LARGEST_FILE_BYTES, LARGEST_ROW_BYTES, MOST_COLUMNS};

/// Why a file may be refused.
#[derive(Debug, thiserror::Error)]
pub enum TableError {
    /// No bytes, or nothing but empty lines.
    #[error("The file is empty.")]
    Empty,
    /// Something else than a table.
    #[error("This is not a table: {what}.")]
    NotATable {
        /// What it seems to be.
        what: String,
    },
    /// More bytes than are read.
    #[error("The file has {} MB; up to {} MB are read.", size_bytes >> 20, LARGEST_FILE_BYTES >> 20)]
    TooLarge {
        /// Its size.
        size_bytes: u64,
    },
    /// More columns than are read.
    #[error("Row {row} has {found} columns; up to {MOST_COLUMNS} are read.")]
    TooManyColumns {
        /// The row that was looked at.
        row: u64,
        /// How many it has.
        found: usize,
    },
    /// The workbook is locked.
    #[error("The workbook is protected with a password, so it can’t be read.")]
    Password,
    /// The workbook unpacks to far more than a workbook has.
    #[error("The workbook unpacks to more than a workbook has: {what}.")]
    Bomb {
        /// What there is too much of.
        what: String,
    },
    /// A workbook of another kind.
    #[error("This is {what}, which is not read.")]
    OtherWorkbook {
        /// Such as "an Excel 97-2003 workbook (.xls)".
        what: &'static str,
    },
    /// The letters make no sense.
    #[error("The file is not written in {encoding}: row {row} holds bytes that {encoding} does not have.")]
    Encoding {
        /// The encoding that was asked for.
        encoding: &'static str,
        /// The first row where it shows.
        row: u64,
    },
    /// The sheet is not there.
    #[error("The workbook has no sheet “{wanted}”.")]
    Sheet {
        /// The sheet that was asked for.
        wanted: String,
        /// Those it has.
        sheets: Vec<String>,
    },
    /// No sheet with cells.
    #[error("The workbook has no sheet with cells.")]
    NoSheet,
    /// The row of names is not there, or is empty.
    #[error("Row {row} holds no names of columns.")]
    Header {
        /// The row that was asked for.
        row: u32,
    },
    /// The names are not those that were recognised.
    #[error("Row {row} names column {position} “{found}”, and “{expected}” was expected.")]
    OtherHeader {
        /// The row of names.
        row: u32,
        /// The column, counted from 1.
        position: usize,
        /// The name that the file was recognised with.
        expected: String,
        /// The name that stands there.
        found: String,
    },
    /// The form is not one that says a day.
    #[error("“{form}” says no day, month and year for “{column}”.")]
    Form {
        /// The column.
        column: String,
        /// The form that was asked for.
        form: String,
    },
    /// No form fits the column.
    #[error("The values of “{column}” are written in no known form of a date.")]
    NoForm {
        /// The column.
        column: String,
    },
    /// A delimiter or quotation mark that can't be one.
    #[error("“{given}” can’t stand between or around cells.")]
    Delimiter {
        /// The character.
        given: String,
    },
    /// A quotation mark opens and never closes.
    #[error("In row {row} a quotation mark opens and never closes.")]
    OpenQuote {
        /// The row in which it opens.
        row: u64,
    },
    /// A row without end.
    #[error("Row {row} is longer than {} MB.", LARGEST_ROW_BYTES >> 20)]
    LongRow {
        /// The row.
        row: u64,
    },
    /// The workbook is damaged.
    #[error("The workbook can’t be read{}: {why}.", after(*after_row))]
    Unreadable {
        /// The last row that could be read; 0 if none.
        after_row: u64,
        /// What the reader met.
        why: String,
    },
    /// The person stopped it.
    #[error("Reading the table was stopped before it finished.")]
    Cancelled,
    /// Something broke.
    #[error(transparent)]
    Fault(#[from] Fault),
}

fn after(row: u64) -> String {
    if row == 0 { String::new() } else { format!(" after row {row}") }
}

/// The disk did not give the bytes.
pub(crate) fn read_failed(error: io::Error) -> TableError {
    Fault::new("table.read-failed", "The file could not be read.", "Check that it can be opened, then try again.")
        .because(error)
        .into()
}

impl Explain for TableError {
    fn code(&self) -> &'static str {
        match self {
            Self::Empty => "table.empty",
            Self::NotATable { .. } => "table.not-a-table",
            Self::TooLarge { .. } => "table.too-large",
            Self::TooManyColumns { .. } => "table.too-many-columns",
            Self::Password => "table.password",
            Self::Bomb { .. } => "table.bomb",
            Self::OtherWorkbook { .. } => "table.other-workbook",
            Self::Encoding { .. } => "table.encoding",
            Self::Sheet { .. } => "table.sheet",
            Self::NoSheet => "table.no-sheet",
            Self::Header { .. } => "table.header-row",
            Self::OtherHeader { .. } => "table.other-header",
            Self::Form { .. } => "table.form",
            Self::NoForm { .. } => "table.no-form",
            Self::Delimiter { .. } => "table.delimiter",
            Self::OpenQuote { .. } => "table.open-quote",
            Self::LongRow { .. } => "table.long-row",
            Self::Unreadable { .. } => "table.unreadable",
            Self::Cancelled => "table.cancelled",
            Self::Fault(_) => "fault",
        }
    }

    fn remedy(&self) -> String {
        match self {
            Self::Empty => "Export it again; a list without records still has its row of names.".to_owned(),
            Self::NotATable { .. } => "Export the list as CSV or XLSX.".to_owned(),
            Self::TooLarge { .. } => "Export a shorter period or fewer columns.".to_owned(),
            Self::TooManyColumns { .. } => {
                "Export only the columns that the audit needs, or choose another delimiter.".to_owned()
            }
            Self::Password => "Ask for a copy without a password, or save one as XLSX without it.".to_owned(),
            Self::Bomb { .. } => {
                format!(
                    "Ask where the file comes from; if it is a true export, save it as CSV, which may have {} MB.",
                    LARGEST_FILE_BYTES >> 20
                )
            }
            Self::OtherWorkbook { .. } => "Open it in a spreadsheet program and save it as XLSX.".to_owned(),
            Self::Encoding { .. } => "Choose another encoding.".to_owned(),
            Self::Sheet { sheets, .. } if sheets.is_empty() => "Choose another file.".to_owned(),
            Self::Sheet { sheets, .. } => format!("Choose one of: {}.", sheets.join(", ")),
            Self::NoSheet => "Choose a workbook that holds the list as cells, not as a chart.".to_owned(),
            Self::Header { .. } => "Choose the row in which the names stand, or 0 if there are none.".to_owned(),
            Self::OtherHeader { .. } => "Look at the preview again; this file has other columns.".to_owned(),
            Self::Form { .. } => "Write it with YYYY, MM and DD, such as DD.MM.YYYY HH:MM.".to_owned(),
            Self::NoForm { .. } => "Say in which form it writes dates, or treat it as text.".to_owned(),
            Self::Delimiter { .. } => "Choose a comma, a semicolon, a tab or a vertical bar.".to_owned(),
            Self::OpenQuote { .. } => {
                "Close it in the source and export again, or choose another quotation mark or none.".to_owned()
            }
            Self::LongRow { .. } => "Check that the file is a text table and export it again.".to_owned(),
            Self::Unreadable { .. } => {
                "Open it in a spreadsheet program, save it as XLSX or CSV, and bring that in.".to_owned()
            }
            Self::Cancelled => "Start it again when you want it.".to_owned(),
            Self::Fault(_) => "Try again.".to_owned(),
        }
    }

    fn severity(&self) -> Severity {
        match self {
            Self::Cancelled => Severity::Cancelled,
            _ => Severity::Refusal,
        }
    }

    fn fault(&self) -> Option<&Fault> {
        match self {
            Self::Fault(fault) => Some(fault),
            _ => None,
        }
    }
}

impl TableError {
    pub(crate) fn not_a_table(what: impl Into<String>) -> Self {
        Self::NotATable { what: what.into() }
    }

    pub(crate) fn bomb(what: impl Into<String>) -> Self {
        Self::Bomb { what: what.into() }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_refusal_has_a_code_of_its_own_a_sentence_and_a_next_step() {
        let name = || "x".to_owned();
        let all = [
            TableError::Empty,
            TableError::not_a_table("it is a picture"),
            TableError::TooLarge { size_bytes: 1 << 31 },
            TableError::TooManyColumns { row: 1, found: 9_000 },
            TableError::Password,
            TableError::bomb("its parts have 2000 MB"),
            TableError::OtherWorkbook { what: "a workbook in the old Excel format (.xls)" },
            TableError::Encoding { encoding: "UTF-8", row: 2 },
            TableError::Sheet { wanted: name(), sheets: vec![name()] },
            TableError::NoSheet,
            TableError::Header { row: 1 },
            TableError::OtherHeader { row: 1, position: 2, expected: name(), found: name() },
            TableError::Form { column: name(), form: name() },
            TableError::NoForm { column: name() },
            TableError::Delimiter { given: name() },
            TableError::OpenQuote { row: 2 },
            TableError::LongRow { row: 2 },
            TableError::Unreadable { after_row: 2, why: name() },
            TableError::Cancelled,
        ];
        let mut codes: Vec<_> = all.iter().map(Explain::code).collect();
        codes.sort_unstable();
        codes.dedup();
        assert_eq!(codes.len(), all.len());
        for problem in all.iter().map(Explain::problem) {
            assert!(problem.code.starts_with("table."), "{problem}");
            assert!(problem.message.ends_with('.') && !problem.message.ends_with(".."), "{problem}");
            assert!(problem.remedy.starts_with(char::is_uppercase) && problem.remedy.ends_with('.'), "{problem}");
        }
    }
}
