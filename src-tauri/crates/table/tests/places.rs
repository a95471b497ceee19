//! Reading again from where a row stands.

#![allow(clippy::unwrap_used, reason = "a test that can’t go on has failed")]

use std::{io::Cursor, ops::ControlFlow};

use table::{Corrections, Recognised, Row, read, read_from, recognise};

fn recognised(file: &[u8]) -> Recognised {
    recognise(&mut Cursor::new(file), "list.csv", &Corrections::default()).unwrap()
}

/// Every row with its number, its place and its cells.
fn all(file: &[u8]) -> Vec<(u64, Option<u64>, Vec<String>)> {
    let shape = recognised(file).shape;
    let mut rows = Vec::new();
    let mut on_row = |row: &Row<'_>| {
        rows.push((row.number(), row.place(), row.cells().map(str::to_owned).collect()));
        ControlFlow::Continue(())
    };
    read(&mut Cursor::new(file), &shape, &mut on_row, &mut |_| ControlFlow::Continue(())).unwrap();
    rows
}

/// A row and the one after it, read from the place of each row in turn, the last first.
fn again(file: &[u8], rows: &[(u64, Option<u64>, Vec<String>)]) -> Vec<(u64, Vec<String>)> {
    let shape = recognised(file).shape;
    let places: Vec<(u64, u64)> = rows.iter().rev().map(|row| (row.0, row.1.unwrap())).collect();
    let mut found: Vec<(u64, Vec<String>)> = Vec::new();
    let mut of_this = 0;
    read_from(&mut Cursor::new(file), &shape, &places, &mut |row| {
        found.push((row.number(), row.cells().map(str::to_owned).collect()));
        of_this = (of_this + 1) % 2;
        // The last row has none after it, so its turn ends with the file.
        if of_this == 0 || found.len() == 1 {
            of_this = 0;
            return if found.len() == 1 { ControlFlow::Continue(()) } else { ControlFlow::Break(()) };
        }
        ControlFlow::Continue(())
    })
    .unwrap();
    found
}

fn holds(file: &[u8]) {
    let rows = all(file);
    assert!(rows.len() > 1_000, "more than one chunk");
    let mut expected = vec![(rows[rows.len() - 1].0, rows[rows.len() - 1].2.clone())];
    for pair in rows.windows(2).rev() {
        expected.extend(pair.iter().map(|row| (row.0, row.2.clone())));
    }
    assert_eq!(again(file, &rows), expected);
}

fn list(line_end: &str) -> String {
    let mut list = format!("number,subject,opened{line_end}");
    for row in 0..3_000 {
        let subject = if row % 3 == 0 { "\"slow,\nsince \"\"noon\"\"\"" } else { "Gerät" };
        // Empty lines and rows that are set aside count, too.
        let odd = if row % 100 == 7 { format!("{line_end}one cell{line_end}") } else { String::new() };
        list += &format!("INC{row:05},{subject},2026-03-01{line_end}{odd}");
    }
    list
}

#[test]
fn a_row_is_read_again_from_its_place_and_so_are_those_behind_it() {
    holds(list("\n").as_bytes());
    holds(list("\r\n").as_bytes());
}

#[test]
fn the_mark_before_a_text_in_utf_8_counts_among_its_bytes() {
    let list = [b"\xEF\xBB\xBF", list("\n").as_bytes()].concat();
    assert_eq!(all(&list)[0].1, Some(3 + 22), "behind the mark and the names");
    holds(&list);
}

#[test]
fn lines_that_end_as_on_an_old_mac_are_read_again_too() {
    holds(list("\r").replace('\n', " ").as_bytes());
}

#[test]
fn a_row_of_a_text_that_has_to_be_decoded_has_no_place() {
    let utf16: Vec<u8> = list("\n").encode_utf16().flat_map(u16::to_le_bytes).collect();
    let rows = all(&[b"\xFF\xFE".as_slice(), &utf16].concat());
    assert_eq!(rows.len(), 3_000);
    assert!(rows.iter().all(|row| row.1.is_none()));
}

#[test]
fn a_place_that_is_none_any_more_ends_in_other_rows_and_not_in_a_panic() {
    let list = list("\n");
    let shape = recognised(list.as_bytes()).shape;
    for place in [1, 7, 40_001, list.len() as u64, u64::MAX >> 1] {
        let mut rows = 0;
        let _ = read_from(&mut Cursor::new(&list), &shape, &[(2, place)], &mut |_| {
            rows += 1;
            ControlFlow::Continue(())
        });
        assert!(rows <= list.lines().count());
    }
}
