use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::layout::{ColumnKind, DecimalSign, Encoding};

/// What a person put right after looking at the preview. Whatever is not said is recognised.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(default)]
pub struct Corrections {
    /// How the file writes its letters.
    pub encoding: Option<Encoding>,
    /// What stands between two cells.
    pub delimiter: Option<char>,
    /// What stands around a cell that holds a delimiter; U+0000 for none.
    pub quote: Option<char>,
    /// The sheet of a workbook.
    pub sheet: Option<String>,
    /// The row that holds the names, counted from 1; 0 when there are no names.
    pub header_row: Option<u32>,
    /// What stands before the fraction of a number.
    pub decimal: Option<DecimalSign>,
    /// How the moments of a column are written, by the column's name.
    pub forms: BTreeMap<String, String>,
    /// What a column's cells are, by the column's name.
    pub kinds: BTreeMap<String, ColumnKind>,
}
