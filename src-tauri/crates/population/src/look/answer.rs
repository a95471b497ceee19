use ground::Day;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use table::{ColumnKind, Decimal};

/// What a pass over the rows showed.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Look {
    /// How many rows there were.
    pub rows: u64,
    /// The column whose cells are the ids; none when no column is mapped to them.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub id_column: Option<String>,
    /// Rows without an id.
    pub empty_ids: RowList,
    /// Ids that occur more than once.
    pub duplicates: Duplicates,
    /// Numberings among the ids, the largest first, and what is missing in them.
    pub numbering: Vec<Series>,
    /// Whether all ids could be kept; if not, duplicates and gaps are those of the first ones.
    pub all_ids_seen: bool,
    /// The columns that were asked for, in the order of the table.
    pub columns: Vec<ColumnLook>,
    /// Rows outside of the period, when one was asked for and a column of moments is mapped.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub outside: Option<Outside>,
}

/// How many rows, and the first of them.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct RowList {
    /// How many.
    pub count: u64,
    /// The first ones, as a spreadsheet counts rows.
    pub first: Vec<u64>,
}

impl RowList {
    pub(super) fn add(&mut self, row: u64) {
        self.count += 1;
        if self.first.len() < super::ROWS_LISTED {
            self.first.push(row);
        }
    }
}

/// Ids that occur more than once. Blanks around an id do not count, capitals do.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Duplicates {
    /// How many ids.
    pub ids: u64,
    /// How many rows have one of these ids.
    pub rows: u64,
    /// The first ones, in the order of their first rows.
    pub first: Vec<Duplicate>,
}

impl Duplicates {
    /// How many rows a sample leaves out, because the first row of an id stands for all.
    #[must_use]
    pub const fn rows_left_out(&self) -> u64 {
        self.rows - self.ids
    }
}

/// An id that occurs more than once.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Duplicate {
    /// The id.
    pub id: String,
    /// In how many rows, and the first of them.
    pub rows: RowList,
}

/// Ids with the same beginning and a number at their end.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Series {
    /// What stands before the number: `INC`; empty for plain numbers.
    pub prefix: String,
    /// How many different numbers there are.
    pub numbers: u64,
    /// The id with the lowest number.
    pub lowest: String,
    /// The id with the highest number.
    pub highest: String,
    /// How many numbers between them are missing. A numbering that several kinds of record share has gaps by nature.
    pub missing: u64,
    /// How many gaps these numbers make.
    pub gap_count: u64,
    /// The first gaps.
    pub gaps: Vec<Gap>,
}

/// Numbers that are missing in one go.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Gap {
    /// The first missing id.
    pub from: String,
    /// The last one.
    pub to: String,
    /// How many.
    pub missing: u64,
}

/// What one column holds.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct ColumnLook {
    /// Its name.
    pub column: String,
    /// What its cells are.
    pub kind: ColumnKind,
    /// Rows in which it holds something.
    pub filled: u64,
    /// Rows in which it holds nothing but blanks.
    pub empty: u64,
    /// How many different values there are.
    pub distinct: u64,
    /// Whether there are more than that. Then the values listed are those among the first that were met.
    pub more_distinct: bool,
    /// The most frequent values; equal counts by value.
    pub values: Vec<Counted>,
    /// Rows with a value that is not listed.
    pub other_rows: u64,
    /// The earliest moment: `2026-01-31 14:00:00`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub earliest: Option<String>,
    /// The latest moment.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub latest: Option<String>,
    /// Rows by month, months without any left out.
    pub months: Vec<Month>,
    /// The smallest number.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub smallest: Option<Decimal>,
    /// The largest number.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub largest: Option<Decimal>,
    /// Cells that can't be read as the kind of the column.
    pub unreadable: RowList,
}

/// A value and how often it occurs.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Counted {
    /// The value without blanks around it. Capitals count.
    pub value: String,
    /// Rows with it.
    pub rows: u64,
}

/// A month and how many moments lie in it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Month {
    /// `2026-01`.
    pub month: String,
    /// Rows in it.
    pub rows: u64,
}

/// Where the rows lie against a period.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Outside {
    /// The canonical field that places a row in time.
    pub field: String,
    /// The column that holds it.
    pub column: String,
    /// The first day of the period.
    pub from: Day,
    /// Its last day.
    pub to: Day,
    /// Rows within it.
    pub within: u64,
    /// Rows before it.
    pub before: u64,
    /// Rows after it.
    pub after: u64,
    /// Rows without a moment.
    pub empty: u64,
    /// Rows whose moment can't be read.
    pub unreadable: u64,
    /// The first rows before or after it.
    pub first: Vec<OutsideRow>,
}

/// A row that lies before or after the period.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct OutsideRow {
    /// The row as a spreadsheet counts it.
    pub row: u64,
    /// Its id; empty when it has none.
    pub id: String,
    /// The moment as the file has it.
    pub moment: String,
}
