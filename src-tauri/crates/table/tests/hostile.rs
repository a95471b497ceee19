//! Files that want to break something: each ends in a problem with a row and a way out, in little memory and time.

mod export;
mod workbook;

use std::{
    io::{self, Cursor, Read, Seek, SeekFrom},
    ops::ControlFlow,
};

use export::{codes, recognised, refusal, rows, seen};
use ground::{Explain, Severity};
use table::{Corrections, LARGEST_FILE_BYTES, MOST_COLUMNS, TableError, read, recognise};

/// A file that is far larger than the memory: a line again and again.
struct Endless {
    line: &'static [u8],
    size: u64,
    at: u64,
}

impl Read for Endless {
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        let length = into.len().min(usize::try_from(self.size - self.at).unwrap_or(usize::MAX));
        for byte in &mut into[..length] {
            *byte = self.line[(self.at % self.line.len() as u64) as usize];
            self.at += 1;
        }
        Ok(length)
    }
}
impl Seek for Endless {
    fn seek(&mut self, to: SeekFrom) -> io::Result<u64> {
        self.at = match to {
            SeekFrom::Start(at) => at,
            SeekFrom::End(_) => self.size,
            SeekFrom::Current(_) => self.at,
        };
        Ok(self.at)
    }
}

#[test]
fn a_file_of_two_gigabytes_is_refused_before_it_is_read() {
    let mut file = Endless { line: b"a,b\n", size: 2 << 30, at: 0 };
    let problem = recognise(&mut file, "big.csv", &Corrections::default()).unwrap_err().problem();
    assert_eq!(problem.code, "table.too-large");
    assert!(problem.message.contains("2048 MB") && problem.message.contains("512 MB"), "{}", problem.message);
    assert_eq!(LARGEST_FILE_BYTES, 512 << 20);

    let shape = seen(b"a,b\n1,2\n").shape;
    let refused = read(&mut file, &shape, &mut |_| ControlFlow::Continue(()), &mut |_| ControlFlow::Continue(()));
    assert_eq!(refused.unwrap_err().code(), "table.too-large");
}

#[test]
fn ten_thousand_columns_are_too_many_and_four_thousand_are_not() {
    let wide = |columns: usize| {
        let names: Vec<String> = (0..columns).map(|column| format!("c{column}")).collect();
        format!("{}\n{}\n", names.join(","), vec!["1"; columns].join(","))
    };
    let problem = refusal(wide(10_000).as_bytes()).problem();
    assert_eq!(problem.code, "table.too-many-columns");
    assert!(problem.message.contains("Row 1 has 10000 columns"), "{}", problem.message);

    let most = wide(MOST_COLUMNS);
    let list = seen(most.as_bytes());
    assert_eq!(rows(most.as_bytes(), &list.shape).0[0].1.len(), MOST_COLUMNS);

    let far = workbook::with_rows("<row r=\"1\"><c r=\"XFD1\"><v>1</v></c></row>");
    assert_eq!(refusal(&far).code(), "table.too-many-columns");
}

#[test]
fn as_many_columns_of_one_name_get_names_in_a_moment() {
    let list = seen(format!("{}\n", vec!["x"; MOST_COLUMNS].join(";")).as_bytes());
    assert_eq!(list.shape.columns.last().map(|column| column.name.as_str()), Some("x (4096)"));
}

#[test]
fn a_quotation_mark_that_never_closes_names_the_row_where_it_opens() {
    let mut file = "id,note\n1,fine\n2,\"never closed\n".to_owned();
    for row in 3..2_000 {
        file.push_str(&format!("{row},x\n"));
    }
    let shape = seen(b"id,note\n1,fine\n2,ok\n").shape;
    let refused = |bytes: &[u8]| {
        read(&mut Cursor::new(bytes), &shape, &mut |_| ControlFlow::Continue(()), &mut |_| ControlFlow::Continue(()))
            .unwrap_err()
    };
    assert!(matches!(refused(file.as_bytes()), TableError::OpenQuote { row: 3 }));

    file.push_str(&"4,x\n".repeat(3 << 20));
    assert!(matches!(refused(file.as_bytes()), TableError::OpenQuote { row: 3 }), "and it is not read to its end");

    let line = format!("id,note\n1,{}", "x".repeat(9 << 20));
    assert!(matches!(refused(line.as_bytes()), TableError::LongRow { row: 2 }));
}

#[test]
fn a_last_line_that_was_cut_off_is_set_aside() {
    let file = b"id,note\n1,fine\n2,\"cut o";
    let list = seen(file);
    let (rows, read) = rows(file, &list.shape);
    assert_eq!(rows.len(), 1);
    assert_eq!(read.set_aside[0].row, 3);
    assert!(read.set_aside[0].reason.contains("never closes"), "{}", read.set_aside[0].reason);
}

#[test]
fn a_cell_of_more_than_a_megabyte_is_set_aside_with_its_column() {
    let file = format!("id,note\n1,a\n2,{}\n3,c\n", "x".repeat((1 << 20) + 1));
    let shape = seen(b"id,note\n1,a\n").shape;
    let (rows, read) = rows(file.as_bytes(), &shape);
    assert_eq!(rows.iter().map(|(number, _)| *number).collect::<Vec<_>>(), [2, 4]);
    assert_eq!((read.set_aside[0].row, read.set_aside[0].column.as_deref()), (3, Some("note")));
}

#[test]
fn lines_without_anything_in_common_are_no_table() {
    let prose = "To whom it may concern,\nthe list, which you, me, and they wanted, is late.\nSorry\n\
        We, the team, will send it, soon, or, later, as it is,\nRegards, the team\nPS, more, of, this\n";
    assert_eq!(refusal(prose.as_bytes()).code(), "table.not-a-table");
}

#[test]
fn a_delimiter_that_can_be_none_is_refused() {
    for delimiter in ['é', '\n', 'a', '\0', '"'] {
        let said = Corrections { delimiter: Some(delimiter), quote: Some('"'), ..Corrections::default() };
        assert_eq!(recognised(b"a,b\n1,2\n", &said).unwrap_err().code(), "table.delimiter", "{delimiter:?}");
    }
}

#[test]
fn a_row_of_names_that_is_not_there_is_refused() {
    let said = Corrections { header_row: Some(900), ..Corrections::default() };
    let problem = recognised(b"a,b\n1,2\n", &said).unwrap_err().problem();
    assert_eq!(problem.code, "table.header-row");
    assert!(problem.message.contains("Row 900"), "{}", problem.message);
}

#[test]
fn reading_can_be_stopped_and_then_says_so() {
    let file = format!("a,b\n{}", "1,2\n".repeat(2 << 20));
    let shape = seen(b"a,b\n1,2\n").shape;
    let mut heard = Vec::new();
    let mut seen_rows = 0_u64;
    let stopped = read(
        &mut Cursor::new(file.as_bytes()),
        &shape,
        &mut |_| {
            seen_rows += 1;
            ControlFlow::Continue(())
        },
        &mut |bytes| {
            heard.push(bytes);
            if heard.len() == 3 { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
        },
    )
    .unwrap_err();
    assert_eq!((stopped.code(), stopped.severity()), ("table.cancelled", Severity::Cancelled));
    assert!(seen_rows < 1 << 20, "it stopped early, after {seen_rows} rows");
    assert!(heard.windows(2).all(|two| two[0] < two[1]), "{heard:?}");

    let mut few = 0;
    let read = read(
        &mut Cursor::new(file.as_bytes()),
        &shape,
        &mut |_| {
            few += 1;
            if few == 10 { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
        },
        &mut |_| ControlFlow::Continue(()),
    )
    .unwrap();
    assert_eq!(read.rows, 10, "whoever has enough rows is no refusal");
}

#[test]
fn reading_a_workbook_can_be_stopped() {
    let mut rows = "<row r=\"1\"><c r=\"A1\" t=\"str\"><v>n</v></c></row>".to_owned();
    let mut number = 1_u64;
    for row in 2..40_000 {
        number = number.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        rows.push_str(&format!("<row r=\"{row}\"><c r=\"A{row}\" t=\"str\"><v>{number}</v></c></row>"));
    }
    let bytes = workbook::with_rows(&rows);
    let shape = seen(&workbook::with_rows("<row r=\"1\"><c r=\"A1\" t=\"str\"><v>n</v></c></row>")).shape;
    let mut heard = 0;
    let stopped = read(&mut Cursor::new(&bytes), &shape, &mut |_| ControlFlow::Continue(()), &mut |_| {
        heard += 1;
        ControlFlow::Break(())
    });
    assert!(matches!(stopped, Err(TableError::Cancelled)), "{stopped:?}");
    assert_eq!(heard, 1);
}

#[test]
fn an_archive_that_lies_about_its_size_is_stopped_where_the_lie_ends() {
    // One part of 120 MB that says it has 1,000 bytes, and one that says what it has.
    let problem = refusal(&workbook::lying("_rels/.rels", 120 << 20, 1_000)).problem();
    assert_eq!(problem.code, "table.unreadable", "{}", problem.message);
    let problem = refusal(&workbook::lying("_rels/.rels", 120 << 20, 120 << 20)).problem();
    assert_eq!(problem.code, "table.bomb", "{}", problem.message);
    assert!(problem.message.contains("120 MB"), "{}", problem.message);
}

#[test]
fn zeros_in_a_true_workbook_are_a_bomb_too() {
    let zeros = vec![b' '; 17 << 20];
    for name in ["xl/styles.xml", "xl/workbook.xml", "xl/theme/theme1.xml"] {
        let problem = refusal(&workbook::of(&[(name, &zeros)])).problem();
        assert_eq!(problem.code, "table.bomb");
        assert!(problem.message.contains(name), "{}", problem.message);
    }
}

#[test]
fn a_workbook_that_announces_more_texts_than_it_has_makes_no_room_for_them() {
    for count in ["18446744073709551615", "99999999999", "1000000"] {
        let texts = workbook::TEXTS.replace("uniqueCount=\"3\"", &format!("uniqueCount=\"{count}\""));
        assert_eq!(refusal(&workbook::of(&[("xl/sharedStrings.xml", texts.as_bytes())])).code(), "table.bomb");
    }
}

#[test]
fn a_text_that_is_used_again_and_again_fills_no_memory() {
    let text = "x".repeat(1 << 19);
    let texts = workbook::TEXTS.replace("INC1", &text);
    let cells: String = (0..100).map(|_| "<c t=\"s\"><v>2</v></c>").collect();
    let sheet = workbook::SHEET.replace("<row r=\"3\">", &format!("<row r=\"2\">{cells}</row><row r=\"3\">"));
    let bytes =
        workbook::of(&[("xl/sharedStrings.xml", texts.as_bytes()), ("xl/worksheets/sheet1.xml", sheet.as_bytes())]);
    let list = seen(&bytes);
    assert_eq!(codes(&list), ["table.broken-rows"]);

    let (rows, read) = rows(&bytes, &list.shape);

    assert_eq!(rows.iter().map(|(number, _)| *number).collect::<Vec<_>>(), [3]);
    assert_eq!((read.set_aside[0].row, read.set_aside[0].reason.as_str()), (2, "is longer than 8 MB"));
}

#[test]
fn an_archive_of_many_thousand_parts_is_no_workbook() {
    let names: Vec<String> = (0..20_001).map(|part| format!("xl/{part}")).collect();
    let parts: Vec<(&str, &[u8])> = names.iter().map(|name| (name.as_str(), &b""[..])).collect();
    assert_eq!(refusal(&workbook::archive(&parts)).code(), "table.bomb");
}

#[test]
fn a_list_of_parts_without_end_is_not_kept_in_memory() {
    let mut archive = b"PK\x03\x04".to_vec();
    let directory = archive.len() as u64;
    let count = 300_000_u64;
    for part in 0..count {
        archive.extend_from_slice(b"PK\x01\x02");
        archive.extend_from_slice(&[0; 24]);
        archive.extend_from_slice(&8_u16.to_le_bytes());
        archive.extend_from_slice(&[0; 16]);
        archive.extend_from_slice(format!("{part:08}").as_bytes());
    }
    let size = archive.len() as u64 - directory;
    let end = archive.len() as u64;
    archive.extend_from_slice(b"PK\x06\x06");
    archive.extend_from_slice(&44_u64.to_le_bytes());
    archive.extend_from_slice(&[45, 0, 45, 0, 0, 0, 0, 0, 0, 0, 0, 0]);
    for number in [count, count, size, directory] {
        archive.extend_from_slice(&number.to_le_bytes());
    }
    archive.extend_from_slice(b"PK\x06\x07\0\0\0\0");
    archive.extend_from_slice(&end.to_le_bytes());
    archive.extend_from_slice(&1_u32.to_le_bytes());
    archive.extend_from_slice(b"PK\x05\x06\0\0\0\0");
    archive.extend_from_slice(&[0xFF; 12]);
    archive.extend_from_slice(&[0, 0]);

    let problem = refusal(&archive).problem();

    assert_eq!(problem.code, "table.bomb", "{}", problem.message);
    assert!(problem.message.contains("list of its parts"), "{}", problem.message);
}

#[test]
fn a_disk_that_fails_is_a_fault_and_no_refusal() {
    struct Failing;
    impl Read for Failing {
        fn read(&mut self, _: &mut [u8]) -> io::Result<usize> {
            Err(io::Error::other("the stick was pulled"))
        }
    }
    impl Seek for Failing {
        fn seek(&mut self, _: SeekFrom) -> io::Result<u64> {
            Ok(100)
        }
    }
    let problem = recognise(&mut Failing, "a.csv", &Corrections::default()).unwrap_err().problem();
    assert_eq!((problem.code.as_str(), problem.severity), ("table.read-failed", Severity::Fault));
}

#[test]
fn the_same_doubts_come_in_the_same_order() {
    let file = b"a;b\n1;03/04/2026\n1,5;05/06/2026\n2;x;y\n";
    assert_eq!(codes(&seen(file)), codes(&seen(file)));
    assert_eq!(seen(file), seen(file));
}
