mod reading;
mod refusing;
mod round_trip;
mod truth;

use std::collections::BTreeMap;

use table::{Column, ColumnKind, DecimalSign, Encoding, FileKind, Layout, Shape};

use super::{BoundRule, Fields, Rule};

/// The columns that the tests know: name, kind, form, canonical field.
const COLUMNS: [(&str, ColumnKind, &str, &str); 9] = [
    ("Number", ColumnKind::Text, "", "record_id"),
    ("Priority", ColumnKind::Text, "", "priority"),
    ("Opened", ColumnKind::Moment, "YYYY-MM-DD HH:MM:SS", "opened_at"),
    ("Closed", ColumnKind::Moment, "YYYY-MM-DD HH:MM:SS", "closed_at"),
    ("Due", ColumnKind::Moment, "DD.MM.YYYY", "due_at"),
    ("Reopened", ColumnKind::Number, "", "reopen_count"),
    ("Budget [€]", ColumnKind::Number, "", ""),
    ("Note", ColumnKind::Text, "", "description"),
    ("Changed", ColumnKind::Moment, "ISO 8601", "updated_at"),
];

fn shape() -> Shape {
    Shape {
        layout: Layout {
            file: FileKind::Text,
            encoding: Encoding::Utf8,
            delimiter: ',',
            quote: '"',
            sheet: None,
            header_row: 1,
            decimal: DecimalSign::Comma,
        },
        columns: COLUMNS
            .iter()
            .map(|(name, kind, form, _)| Column {
                name: (*name).to_owned(),
                header: (*name).to_owned(),
                kind: *kind,
                form: (*form).to_owned(),
            })
            .collect(),
    }
}

fn fields() -> Fields {
    let mapping: BTreeMap<String, String> = COLUMNS
        .iter()
        .filter(|(_, _, _, field)| !field.is_empty())
        .map(|(name, _, _, field)| ((*field).to_owned(), (*name).to_owned()))
        .collect();
    Fields::new(&shape(), &mapping)
}

fn bound(rule: &str) -> BoundRule {
    Rule::parse(rule).unwrap().bind(&fields()).unwrap()
}

/// A row that is empty but for the cells named by their column.
fn row(cells: &[(&'static str, &'static str)]) -> [&'static str; 9] {
    let mut row = [""; 9];
    for (name, cell) in cells {
        let place = COLUMNS.iter().position(|(known, ..)| known == name).unwrap();
        row[place] = cell;
    }
    row
}

fn holds(rule: &str, cells: &[(&'static str, &'static str)]) -> bool {
    let row = row(cells);
    bound(rule).holds(&|column| row[column]).is_true()
}
