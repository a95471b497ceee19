use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// What kind of file holds the table.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum FileKind {
    /// Text with a delimiter: CSV, TSV and their relatives.
    Text,
    /// A workbook: XLSX or XLSM.
    Workbook,
}

/// How a text file writes its letters. A byte order mark is skipped in any case.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Encoding {
    /// UTF-8, which plain ASCII is too.
    Utf8,
    /// UTF-16, little end first.
    Utf16Le,
    /// UTF-16, big end first.
    Utf16Be,
    /// Windows-1252, which ISO 8859-1 is nearly the same as.
    Windows1252,
}

impl Encoding {
    /// The name a person knows it by.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Utf8 => "UTF-8",
            Self::Utf16Le => "UTF-16 LE",
            Self::Utf16Be => "UTF-16 BE",
            Self::Windows1252 => "Windows-1252",
        }
    }
}

/// What stands before the fraction of a number.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum DecimalSign {
    /// 1,234.5
    Point,
    /// 1.234,5
    Comma,
}

/// How the file is written.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Layout {
    /// Text or workbook.
    pub file: FileKind,
    /// How a text file writes its letters; of no meaning for a workbook.
    pub encoding: Encoding,
    /// What stands between two cells; one ASCII character. Of no meaning for a workbook.
    pub delimiter: char,
    /// What stands around a cell that holds a delimiter or a line break; one ASCII character, or U+0000 for none.
    /// Of no meaning for a workbook.
    pub quote: char,
    /// The sheet of a workbook.
    pub sheet: Option<String>,
    /// The row that holds the names, counted from 1 as a spreadsheet does; 0 when the file has no names.
    pub header_row: u32,
    /// What stands before the fraction of a number.
    pub decimal: DecimalSign,
}

/// What a column's cells are. A hint for whoever compares them: the cells themselves stay text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum ColumnKind {
    /// Words, and ids.
    Text,
    /// Numbers that one can add up; see [`crate::Decimal`].
    Number,
    /// Dates and times; see [`crate::moment`].
    Moment,
}

/// One column.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Column {
    /// The name, unique in the table: the second "Labels" is "Labels (2)".
    pub name: String,
    /// The name as the file has it.
    pub header: String,
    /// Words, numbers or moments.
    pub kind: ColumnKind,
    /// How its moments are written, such as "YYYY-MM-DD HH:MM:SS"; empty unless they are moments.
    pub form: String,
}

/// Everything that is needed to read the same file the same way again.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Shape {
    /// How the file is written.
    pub layout: Layout,
    /// Its columns, from left to right.
    pub columns: Vec<Column>,
}

impl Shape {
    /// Where the column of this name stands, counted from 0.
    #[must_use]
    pub fn position(&self, name: &str) -> Option<usize> {
        self.columns.iter().position(|column| column.name == name)
    }
}
