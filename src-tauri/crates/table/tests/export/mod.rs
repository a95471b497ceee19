//! A file as another tool exports it, and what comes of it when it is brought in.
#![allow(dead_code)]

use std::{io::Cursor, ops::ControlFlow};

use table::{Column, Corrections, Read, Recognised, Shape, TableError, read, recognise};

/// The file is recognised without help.
pub fn seen(bytes: &[u8]) -> Recognised {
    recognised(bytes, &Corrections::default()).expect("the file is a table")
}

pub fn recognised(bytes: &[u8], corrections: &Corrections) -> Result<Recognised, TableError> {
    recognise(&mut Cursor::new(bytes), "export.csv", corrections)
}

/// Why the file is refused.
pub fn refusal(bytes: &[u8]) -> TableError {
    recognised(bytes, &Corrections::default()).expect_err("the file is no table that can be read")
}

/// All rows as they come, with their numbers.
pub fn rows(bytes: &[u8], shape: &Shape) -> (Vec<(u64, Vec<String>)>, Read) {
    let mut rows = Vec::new();
    let read = read(
        &mut Cursor::new(bytes),
        shape,
        &mut |row| {
            rows.push((row.number(), row.cells().map(str::to_owned).collect()));
            ControlFlow::Continue(())
        },
        &mut |_| ControlFlow::Continue(()),
    )
    .expect("the file is read");
    (rows, read)
}

/// The cells of all rows of a file that is recognised without help.
pub fn cells(bytes: &[u8]) -> Vec<Vec<String>> {
    rows(bytes, &seen(bytes).shape).0.into_iter().map(|(_, cells)| cells).collect()
}

pub fn codes(recognised: &Recognised) -> Vec<&str> {
    recognised.doubts.iter().map(|doubt| doubt.code.as_str()).collect()
}

pub fn column<'a>(recognised: &'a Recognised, name: &str) -> &'a Column {
    let position = recognised.shape.position(name).unwrap_or_else(|| panic!("there is a column {name}"));
    &recognised.shape.columns[position]
}

pub fn names(recognised: &Recognised) -> Vec<&str> {
    recognised.shape.columns.iter().map(|column| column.name.as_str()).collect()
}

pub fn utf16(text: &str, big_end: bool, mark: bool) -> Vec<u8> {
    let marked = if mark { format!("\u{feff}{text}") } else { text.to_owned() };
    marked.encode_utf16().flat_map(|unit| if big_end { unit.to_be_bytes() } else { unit.to_le_bytes() }).collect()
}

/// The text in Windows-1252; only letters of Latin-1.
pub fn windows_1252(text: &str) -> Vec<u8> {
    text.chars().map(|letter| u8::try_from(u32::from(letter)).expect("a letter of Latin-1")).collect()
}
