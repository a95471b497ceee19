//! The names of the columns: each one once, whatever the file says.

use std::collections::{BTreeMap, BTreeSet};

use crate::layout::{Column, ColumnKind};

/// Columns for these headers. A name that stands twice gets a number: "Labels", "Labels (2)". One that is missing is
/// "Column 3".
pub(crate) fn named<'a>(headers: impl Iterator<Item = &'a str>) -> Vec<Column> {
    let headers: Vec<&str> = headers.collect();
    let as_written: BTreeSet<String> = headers.iter().map(|header| tidy(header)).collect();
    let mut taken = BTreeSet::new();
    // How far the numbers of a repeated name are used up.
    let mut used = BTreeMap::<String, u32>::new();
    headers
        .iter()
        .zip(1..)
        .map(|(header, position)| {
            let tidy = tidy(header);
            let wanted = if tidy.is_empty() { format!("Column {position}") } else { tidy };
            let mut name = wanted.clone();
            while taken.contains(&name) || (name != wanted && as_written.contains(&name)) {
                let number = used.entry(wanted.clone()).or_insert(1);
                *number += 1;
                name = format!("{wanted} ({number})");
            }
            taken.insert(name.clone());
            Column { name, header: (*header).to_owned(), kind: ColumnKind::Text, form: String::new() }
        })
        .collect()
}

/// Without blanks around it, and with one blank for any number of blanks and line breaks within.
fn tidy(header: &str) -> String {
    let words = header.split(|letter: char| letter.is_whitespace() || matches!(letter, '\u{feff}' | '\u{200b}'));
    words.filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ")
}
