//! Workbooks: what stands in their cells, which sheet is read, and which ones are refused.

mod export;
mod workbook;

use export::{cells, codes, column, names, recognised, refusal, rows, seen};
use ground::Explain;
use rust_xlsxwriter::{ExcelDateTime, Format, Formula, Workbook};
use table::{ColumnKind, Corrections, FileKind};

fn saved(mut book: Workbook) -> Vec<u8> {
    book.save_to_buffer().expect("a workbook is made")
}

#[test]
fn cells_read_as_a_person_reads_them() {
    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    let moment = Format::new().set_num_format("dd.mm.yyyy hh:mm");
    let time = Format::new().set_num_format("hh:mm");
    let duration = Format::new().set_num_format("[h]:mm");
    let mut row = 0;
    let mut name = |sheet: &mut rust_xlsxwriter::Worksheet, what: &str| {
        row += 1;
        sheet.write(row, 0, what).expect("written");
        row
    };
    sheet.write(0, 0, "what").unwrap().write(0, 1, "value").unwrap();
    let at = name(sheet, "17");
    sheet.write(at, 1, 17.0).unwrap();
    let at = name(sheet, "1000000000000000");
    sheet.write(at, 1, 1e15).unwrap();
    let at = name(sheet, "2026031510000012");
    sheet.write(at, 1, 2_026_031_510_000_012_f64).unwrap();
    let at = name(sheet, "20260315100000127");
    sheet.write(at, 1, "20260315100000127").unwrap();
    let at = name(sheet, "00017");
    sheet.write(at, 1, "00017").unwrap();
    let at = name(sheet, "0.3");
    sheet.write(at, 1, 0.1 + 0.2).unwrap();
    let at = name(sheet, "-1234.5");
    sheet.write(at, 1, -1234.5).unwrap();
    let at = name(sheet, "2026-03-01 08:15:00");
    let opened = ExcelDateTime::from_ymd(2026, 3, 1).unwrap().and_hms(8, 15, 0).unwrap();
    sheet.write_with_format(at, 1, &opened, &moment).unwrap();
    let at = name(sheet, "2026-03-01 00:00:00");
    sheet.write_with_format(at, 1, ExcelDateTime::from_ymd(2026, 3, 1).unwrap(), &moment).unwrap();
    let at = name(sheet, "1900-02-28 00:00:00");
    sheet.write_with_format(at, 1, 59.0, &moment).unwrap();
    let at = name(sheet, "1900-03-01 00:00:00");
    sheet.write_with_format(at, 1, 61.0, &moment).unwrap();
    let at = name(sheet, "9999-12-31 23:59:59");
    sheet.write_with_format(at, 1, 2_958_465.0 + 86_399.0 / 86_400.0, &moment).unwrap();
    let at = name(sheet, "-3");
    sheet.write_with_format(at, 1, -3.0, &moment).unwrap();
    let at = name(sheet, "13:45:00");
    sheet.write_with_format(at, 1, 0.572_916_666_666_666_7, &time).unwrap();
    let at = name(sheet, "49:30:00");
    sheet.write_with_format(at, 1, 2.0625, &duration).unwrap();
    let at = name(sheet, "TRUE");
    sheet.write(at, 1, true).unwrap();
    let at = name(sheet, "#N/A");
    sheet.write(at, 1, Formula::new("=NA()").set_result("#N/A")).unwrap();
    let at = name(sheet, "42");
    sheet.write(at, 1, Formula::new("=6*7").set_result("42")).unwrap();
    let at = name(sheet, "two\nlines");
    sheet.write(at, 1, "two\nlines").unwrap();
    let at = name(sheet, "bold and plain");
    let bold = Format::new().set_bold();
    sheet.write_rich_string(at, 1, &[(&bold, "bold"), (&Format::default(), " and plain")]).unwrap();

    for row in cells(&saved(book)) {
        assert_eq!(row[1], row[0]);
    }
}

#[test]
fn a_workbook_is_recognised_like_a_text_file() {
    let list = seen(&workbook::of(&[]));

    assert_eq!(list.shape.layout.file, FileKind::Workbook);
    assert_eq!(list.shape.layout.sheet.as_deref(), Some("List"));
    assert_eq!(list.sheets, ["List"]);
    assert_eq!(names(&list), ["id", "opened"]);
    assert_eq!(column(&list, "opened").kind, ColumnKind::Moment);
    assert_eq!(column(&list, "opened").form, "YYYY-MM-DD HH:MM:SS");
    assert!(list.doubts.is_empty(), "{:?}", list.doubts);
    assert_eq!(list.preview, [["INC1", "2026-03-01 12:00:00"], ["INC2", "2026-03-02 06:00:00"]]);
}

#[test]
fn days_are_counted_from_1904_where_the_workbook_says_so() {
    let book = workbook::BOOK.replace("<sheets>", "<workbookPr date1904=\"1\"/><sheets>");
    let list = seen(&workbook::of(&[("xl/workbook.xml", book.as_bytes())]));
    assert_eq!(list.preview[0][1], "2030-03-02 12:00:00");
}

#[test]
fn cells_that_were_never_filled_are_empty_and_rows_without_any_are_none() {
    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    for (column, name) in (0..).zip(["id", "state", "closed"]) {
        sheet.write(0, column, name).unwrap();
    }
    sheet.write(1, 0, "A").unwrap().write(1, 2, "yes").unwrap();
    sheet.write(2, 0, "B").unwrap();
    sheet.write(4, 1, "open").unwrap();
    sheet.write_blank(5, 0, &Format::new().set_bold()).unwrap();
    sheet.write(6, 0, "C").unwrap().write(6, 3, "too far").unwrap();
    let bytes = saved(book);
    let list = seen(&bytes);
    assert!(codes(&list).contains(&"table.ragged"), "{:?}", list.doubts);

    let (rows, read) = rows(&bytes, &list.shape);

    assert_eq!(
        rows,
        [
            (2, vec!["A".to_owned(), String::new(), "yes".to_owned()]),
            (3, vec!["B".to_owned(), String::new(), String::new()]),
            (5, vec![String::new(), "open".to_owned(), String::new()]),
        ]
    );
    assert_eq!((read.set_aside[0].row, read.set_aside[0].reason.as_str()), (7, "has 4 cells, the header has 3"));
}

#[test]
fn the_first_sheet_with_cells_is_read_and_another_can_be_chosen() {
    let mut book = Workbook::new();
    book.add_worksheet().set_name("Cover").unwrap();
    let list = book.add_worksheet().set_name("Changes").unwrap();
    list.write(0, 0, "Number").unwrap().write(0, 1, "Risk").unwrap();
    list.write(1, 0, "CHG1").unwrap().write(1, 1, "low").unwrap();
    let hidden = book.add_worksheet().set_name("Old").unwrap().set_hidden(true);
    hidden.write(0, 0, "Ref").unwrap().write(1, 0, "R1").unwrap();
    let bytes = saved(book);

    let chosen = seen(&bytes);
    assert_eq!(chosen.shape.layout.sheet.as_deref(), Some("Changes"));
    assert_eq!(chosen.sheets, ["Cover", "Changes", "Old"]);
    assert_eq!(codes(&chosen), ["table.sheet-chosen"]);

    let sheet = |name: &str| Corrections { sheet: Some(name.to_owned()), ..Corrections::default() };
    let other = recognised(&bytes, &sheet("Old")).unwrap();
    assert_eq!(rows(&bytes, &other.shape).0, [(2, vec!["R1".to_owned()])]);
    assert_eq!(recognised(&bytes, &sheet("Cover")).unwrap_err().code(), "table.empty");
    let problem = recognised(&bytes, &sheet("Chnages")).unwrap_err().problem();
    assert_eq!(problem.code, "table.sheet");
    assert!(problem.remedy.contains("Changes"), "{}", problem.remedy);
}

#[test]
fn a_title_above_the_names_is_passed_over() {
    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    sheet.write(0, 0, "Changes of March").unwrap();
    for (column, name) in (0..).zip(["Number", "Title", "Risk", "Closed"]) {
        sheet.write(2, column, name).unwrap();
        sheet.write(3, column, "x").unwrap();
        sheet.write(4, column, "y").unwrap();
    }
    let list = seen(&saved(book));
    assert_eq!(list.shape.layout.header_row, 3);
    assert_eq!(list.preview.len(), 2);
}

#[test]
fn a_number_longer_than_a_spreadsheet_keeps_is_a_doubt() {
    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    sheet.write(0, 0, "TicketNumber").unwrap().write(1, 0, 2_026_031_510_000_012_f64).unwrap();
    let list = seen(&saved(book));
    assert!(codes(&list).contains(&"table.long-number"));
    assert_eq!(column(&list, "TicketNumber").kind, ColumnKind::Text);
    assert_eq!(list.preview, [["2026031510000012"]]);
}

#[test]
fn macros_are_data_that_nobody_runs() {
    let bytes = workbook::of(&[("xl/vbaProject.bin", b"\xD0\xCF\x11\xE0 not even a project")]);
    assert_eq!(cells(&bytes).len(), 2);
}

#[test]
fn a_locked_workbook_says_that_it_is_locked() {
    let mut locked = b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1".to_vec();
    // Far behind, and across the border of what is read at a time.
    locked.resize((1 << 20) - 5, 0);
    locked.extend("EncryptedPackage".encode_utf16().flat_map(u16::to_le_bytes));
    locked.resize(3 << 20, 0);
    assert_eq!(refusal(&locked).code(), "table.password");
}

#[test]
fn other_workbooks_and_archives_are_told_from_one_another() {
    let mut old = b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1".to_vec();
    old.resize(1024, 0);
    let mut xls = old.clone();
    xls.extend("Workbook".encode_utf16().flat_map(u16::to_le_bytes));
    let archive = workbook::archive;
    for (bytes, code, word) in [
        (xls, "table.other-workbook", ".xls"),
        (old, "table.not-a-table", "old Office"),
        (archive(&[("mimetype", b"x"), ("content.xml", b"x")]), "table.other-workbook", ".ods"),
        (archive(&[("[Content_Types].xml", b"x"), ("xl/workbook.bin", b"x")]), "table.other-workbook", ".xlsb"),
        (archive(&[("[Content_Types].xml", b"x"), ("word/document.xml", b"x")]), "table.not-a-table", "document"),
        (archive(&[("incidents.csv", b"a,b\n1,2\n")]), "table.not-a-table", "ZIP"),
        (archive(&[]), "table.not-a-table", "ZIP"),
    ] {
        let problem = refusal(&bytes).problem();
        assert_eq!(problem.code, code, "{word}");
        assert!(problem.message.contains(word), "{}", problem.message);
    }
}

#[test]
fn a_damaged_workbook_is_refused_and_says_how_far_it_went() {
    let whole = workbook::of(&[]);
    assert_eq!(refusal(&whole[..whole.len() / 2]).code(), "table.unreadable");

    let cut = workbook::SHEET.replace("<row r=\"3\">", "<row r=\"3\"><c r=\"A3\" t=\"n\"><v>many</v></c>");
    let problem = refusal(&workbook::of(&[("xl/worksheets/sheet1.xml", cut.as_bytes())])).problem();
    assert_eq!(problem.code, "table.unreadable");
    assert!(problem.message.contains("after row 2"), "{}", problem.message);

    let mixed =
        workbook::with_rows("<row r=\"9\"><c r=\"A9\"><v>1</v></c></row><row r=\"2\"><c r=\"A2\"><v>1</v></c></row>");
    assert_eq!(refusal(&mixed).code(), "table.unreadable");
}

#[test]
fn a_workbook_of_nothing_is_empty() {
    assert_eq!(
        refusal(&saved({
            let mut book = Workbook::new();
            book.add_worksheet();
            book
        }))
        .code(),
        "table.empty"
    );
    let none = workbook::BOOK.replace("<sheet name=\"List\" sheetId=\"1\" r:id=\"rId1\"/>", "");
    assert_eq!(refusal(&workbook::of(&[("xl/workbook.xml", none.as_bytes())])).code(), "table.no-sheet");
}
