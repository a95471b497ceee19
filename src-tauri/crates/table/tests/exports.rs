//! Text files as ServiceNow, Jira, iTop, GLPI and Znuny export them, and as spreadsheet programs make them.

mod export;

use export::{cells, codes, column, names, recognised, refusal, rows, seen, utf16, windows_1252};
use ground::Explain;
use table::{ColumnKind, Corrections, DecimalSign, Encoding};

const SERVICENOW: &str = "\"number\",\"opened_at\",\"short_description\",\"priority\",\"reopen_count\"\r\n\
    \"INC0010001\",\"2026-03-01 08:15:00\",\"Mail, slow since morning\",\"1 - Critical\",\"0\"\r\n\
    \"INC0010002\",\"2026-03-02 17:03:44\",\"Says \"\"access denied\"\"\",\"4 - Low\",\"2\"\r\n";

#[test]
fn a_servicenow_list_is_recognised_without_help() {
    let list = seen(SERVICENOW.as_bytes());

    assert_eq!(list.shape.layout.delimiter, ',');
    assert_eq!(list.shape.layout.encoding, Encoding::Utf8);
    assert_eq!(list.shape.layout.header_row, 1);
    assert_eq!(names(&list), ["number", "opened_at", "short_description", "priority", "reopen_count"]);
    assert_eq!(column(&list, "opened_at").kind, ColumnKind::Moment);
    assert_eq!(column(&list, "opened_at").form, "YYYY-MM-DD HH:MM:SS");
    assert_eq!(column(&list, "number").kind, ColumnKind::Text);
    assert_eq!(column(&list, "priority").kind, ColumnKind::Text);
    assert_eq!(column(&list, "reopen_count").kind, ColumnKind::Number);
    assert!(list.doubts.is_empty(), "nothing is in doubt: {:?}", list.doubts);

    let rows = cells(SERVICENOW.as_bytes());
    assert_eq!(rows[0][2], "Mail, slow since morning");
    assert_eq!(rows[1][2], "Says \"access denied\"");
    assert_eq!(list.preview, rows, "the preview shows what is read");
}

#[test]
fn the_repeated_names_of_a_jira_export_stay_apart() {
    let export = "Issue key,Summary,Created,Labels,Labels,Labels,Comment,Comment,Labels (2)\n\
        OPS-1,Mail slow,30/Jul/18 23:33,mail,urgent,,first,second,x\n\
        OPS-2,Door stuck,01/Aug/18 07:05,,,,,,y\n";
    let list = seen(export.as_bytes());

    assert_eq!(
        names(&list),
        [
            "Issue key",
            "Summary",
            "Created",
            "Labels",
            "Labels (3)",
            "Labels (4)",
            "Comment",
            "Comment (2)",
            "Labels (2)"
        ],
        "a number that the file itself uses is left free"
    );
    assert_eq!(list.shape.columns[4].header, "Labels");
    assert_eq!(column(&list, "Created").form, "DD/Mon/YY HH:MM");
    assert_eq!(cells(export.as_bytes())[0][3..6], ["mail", "urgent", ""]);
}

#[test]
fn a_jira_export_with_am_and_pm_is_recognised() {
    let export = "Issue key,Created\nOPS-1,30/Oct/26 5:00 PM\nOPS-2,01/Nov/26 11:59 AM\n";
    assert_eq!(column(&seen(export.as_bytes()), "Created").form, "DD/Mon/YY h:mm AM");
}

const GLPI: &str = "\u{feff}\"ID\";\"Title\";\"Status\";\"Opening date\";\"Assigned to - Technician\";\"Cost\"\n\
    \"5\u{a0}732\u{a0}943\";\"Imprimante\";\"Processing (assigned)\";\"25-03-2026 09:30\";\"Anna Graf\nBen Ito\";\"1 234,50\"\n\
    \"12\";\"Réseau; bâtiment B\";\"New\";\"02-04-2026 17:00\";\"\";\"3,5\"\n";

#[test]
fn a_glpi_list_keeps_its_ids_and_its_lines_within_cells() {
    let list = seen(GLPI.as_bytes());

    assert_eq!(list.shape.layout.delimiter, ';');
    assert_eq!(names(&list)[0], "ID", "the byte order mark is no part of the first name");
    assert_eq!(column(&list, "ID").kind, ColumnKind::Text);
    assert_eq!(column(&list, "Opening date").form, "DD-MM-YYYY HH:MM");
    assert_eq!(list.shape.layout.decimal, DecimalSign::Comma);
    assert_eq!(column(&list, "Cost").kind, ColumnKind::Number);
    assert!(list.doubts.is_empty(), "nothing is in doubt: {:?}", list.doubts);

    let (rows, read) = rows(GLPI.as_bytes(), &list.shape);
    assert_eq!(rows[0].1[0], "5\u{a0}732\u{a0}943", "the id is as the file has it");
    assert_eq!(rows[0].1[4], "Anna Graf\nBen Ito");
    assert_eq!(rows[1].0, 3, "a cell with a line break is in one row, as a spreadsheet counts");
    assert_eq!((read.rows, read.set_aside_count), (2, 0));
}

#[test]
fn a_znuny_list_keeps_its_ticket_numbers() {
    let export = "TicketNumber;Age;Created;Closed;State;SolutionDiffInMin;\n\
        2026031510000012;2 d 4 h ;2026-03-15 10:00:00;2026-03-17 14:00:00;closed successful;-35;\n\
        20260315100000127;1 h ;2026-03-15 11:00:00;;open;12;\n";
    let list = seen(export.as_bytes());

    assert_eq!(names(&list).len(), 6, "the semicolon at the end of each line makes no column");
    assert_eq!(column(&list, "TicketNumber").kind, ColumnKind::Text);
    assert_eq!(column(&list, "SolutionDiffInMin").kind, ColumnKind::Number);
    assert_eq!(column(&list, "Closed").kind, ColumnKind::Moment);
    let rows = cells(export.as_bytes());
    assert_eq!(rows[0][0], "2026031510000012");
    assert_eq!(rows[1][0], "20260315100000127");
    assert_eq!(rows[0][1], "2 d 4 h ", "not even a blank is taken away");
}

#[test]
fn leading_zeros_make_an_id() {
    let list = seen(b"asset,floor\n00017,1\n00018,2\n");
    assert_eq!(column(&list, "asset").kind, ColumnKind::Text);
    assert_eq!(column(&list, "floor").kind, ColumnKind::Number);
}

const UMLAUTS: &str =
    "Nummer;Titel;Geöffnet\nT-1;Türschloß klemmt;01.03.2026 08:15\nT-2;Café geschlossen;25.03.2026 09:00\n";

#[test]
fn every_encoding_gives_the_same_rows() {
    let expected = cells(UMLAUTS.as_bytes());
    for (encoding, bytes) in [
        (Encoding::Utf8, format!("\u{feff}{UMLAUTS}").into_bytes()),
        (Encoding::Utf16Le, utf16(UMLAUTS, false, true)),
        (Encoding::Utf16Be, utf16(UMLAUTS, true, true)),
        (Encoding::Utf16Le, utf16(UMLAUTS, false, false)),
        (Encoding::Utf16Be, utf16(UMLAUTS, true, false)),
        (Encoding::Windows1252, windows_1252(UMLAUTS)),
    ] {
        let list = seen(&bytes);
        assert_eq!(list.shape.layout.encoding, encoding);
        assert_eq!(names(&list), ["Nummer", "Titel", "Geöffnet"], "{encoding:?}");
        assert_eq!(cells(&bytes), expected, "{encoding:?}");
    }
}

#[test]
fn a_guessed_encoding_is_a_doubt_and_a_chosen_one_is_not() {
    let bytes = windows_1252(UMLAUTS);
    assert_eq!(codes(&seen(&bytes)), ["table.encoding-guessed"]);

    let chosen = Corrections { encoding: Some(Encoding::Windows1252), ..Corrections::default() };
    assert!(recognised(&bytes, &chosen).unwrap().doubts.is_empty());
}

#[test]
fn a_wrong_encoding_is_refused_with_the_row() {
    let bytes = windows_1252("name\nä\nö\nü\n");
    let chosen = Corrections { encoding: Some(Encoding::Utf8), ..Corrections::default() };

    let problem = recognised(&bytes, &chosen).unwrap_err().problem();

    assert_eq!(problem.code, "table.encoding");
    assert!(problem.message.contains("row 2"), "{}", problem.message);
}

#[test]
fn a_row_with_broken_letters_is_set_aside_and_the_others_are_read() {
    let mut bytes = "id,name\n1,Zoë\n2,André\n".as_bytes().to_vec();
    bytes.extend_from_slice(b"3,Fran\xE7ois\n4,Ana\n");
    for name in ["é", "è", "ê", "ë"] {
        bytes.extend_from_slice(format!("5,{name}\n").as_bytes());
    }
    let list = seen(&bytes);
    assert_eq!(list.shape.layout.encoding, Encoding::Utf8);
    assert!(codes(&list).contains(&"table.broken-rows"));

    let (rows, read) = rows(&bytes, &list.shape);

    assert_eq!(rows.len(), 7);
    assert_eq!(read.set_aside.len(), 1);
    assert_eq!(read.set_aside[0].row, 4);
    assert!(read.set_aside[0].reason.contains("UTF-8"), "{}", read.set_aside[0].reason);
}

#[test]
fn half_a_letter_of_utf16_sets_its_row_aside() {
    let mut bytes = utf16("id;name\n1;ok\n2;", false, true);
    bytes.extend_from_slice(&[0x00, 0xD8]);
    bytes.extend_from_slice(&utf16("\n3;fine\n", false, false));
    let list = seen(&bytes);

    let (rows, read) = rows(&bytes, &list.shape);

    assert_eq!(rows.iter().map(|(_, cells)| cells[0].as_str()).collect::<Vec<_>>(), ["1", "3"]);
    assert_eq!(read.set_aside[0].row, 3);
}

#[test]
fn a_row_with_another_number_of_cells_is_set_aside_with_its_number() {
    let export = "a,b,c\n1,2,3\n4,5\n6,7,8,9\n\n10,11,12,,,\n,,\n13,14,15";
    let list = seen(export.as_bytes());
    assert!(codes(&list).contains(&"table.ragged"));

    let (rows, read) = rows(export.as_bytes(), &list.shape);

    assert_eq!(rows.iter().map(|(number, _)| *number).collect::<Vec<_>>(), [2, 6, 8], "empty lines are counted");
    assert_eq!(rows[1].1, ["10", "11", "12"], "empty cells at the end of a row are no cells");
    assert_eq!((read.rows, read.set_aside_count), (3, 2));
    assert_eq!((read.set_aside[0].row, read.set_aside[0].reason.as_str()), (3, "has 2 cells, the header has 3"));
    assert_eq!((read.set_aside[1].row, read.set_aside[1].reason.as_str()), (4, "has 4 cells, the header has 3"));
}

#[test]
fn rows_that_are_set_aside_are_all_counted_and_the_first_thousand_listed() {
    let mut export = "a,b\n1,2\n3,4\n".to_owned();
    for _ in 0..1_500 {
        export.push_str("1\n");
    }
    let shape = seen(b"a,b\n1,2\n3,4\n").shape;
    let (_, read) = rows(export.as_bytes(), &shape);
    assert_eq!((read.rows, read.set_aside.len(), read.set_aside_count), (2, 1_000, 1_500));
}

#[test]
fn delimiters_are_told_apart() {
    for delimiter in [',', ';', '\t', '|'] {
        let d = delimiter;
        let export = format!("id{d}cost{d}note\n1{d}\"3,50\"{d}a\n2{d}\"4,25\"{d}b; c | d\n");
        let list = seen(export.replace("b; c | d", if d == ';' || d == '|' { "b" } else { "b; c | d" }).as_bytes());
        assert_eq!(list.shape.layout.delimiter, delimiter);
        assert_eq!(list.shape.layout.decimal, DecimalSign::Comma, "{delimiter:?}");
    }
}

#[test]
fn a_name_decides_only_where_the_bytes_leave_it_open() {
    let named = |name: &str, bytes: &[u8]| {
        table::recognise(&mut std::io::Cursor::new(bytes), name, &Corrections::default())
            .unwrap()
            .shape
            .layout
            .delimiter
    };
    assert_eq!(named("list.csv", b"a\tb,c\nd\te,f\n"), ',');
    assert_eq!(named("list.TSV", b"a\tb,c\nd\te,f\n"), '\t');
    assert_eq!(named("list.tsv", b"a;b;c\n1;2;3\n"), ';');
}

#[test]
fn rows_that_lie_across_two_chunks_are_whole_in_every_encoding() {
    let mut seed = 7_u64;
    let mut any = |below: u64| {
        seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (seed >> 33) % below
    };
    let pieces = ["a", "é", "ß", "\"", "\n", "\r\n", ";", " ", "long word ", "\u{a0}"];
    let mut expected = Vec::new();
    let mut writer =
        csv::WriterBuilder::new().delimiter(b';').terminator(csv::Terminator::CRLF).from_writer(Vec::new());
    writer.write_record(["id", "text", "more"]).unwrap();
    for id in 0..12_000_u32 {
        let mut words = || (0..any(40)).map(|_| pieces[any(10) as usize]).collect::<String>();
        let row = vec![format!("T{id}"), words(), words()];
        writer.write_record(&row).unwrap();
        expected.push(row);
    }
    let text = String::from_utf8(writer.into_inner().unwrap()).unwrap();
    assert!(text.len() > 1 << 20, "more than a few chunks");
    for bytes in [text.clone().into_bytes(), utf16(&text, false, true), utf16(&text, true, true), windows_1252(&text)] {
        let shape = seen(&bytes).shape;
        let (rows, read) = rows(&bytes, &shape);
        assert_eq!(read.set_aside_count, 0);
        assert_eq!(rows.len(), expected.len());
        for ((number, cells), (expected, at)) in rows.iter().zip(expected.iter().zip(2_u64..)) {
            assert_eq!((*number, cells), (at, expected), "{:?}", shape.layout.encoding);
        }
    }
}

#[test]
fn commas_in_numbers_are_no_delimiters() {
    let list = seen(b"id;price;tax\n1;2,50;0,19\n2;3,75;0,07\n");
    assert_eq!(list.shape.layout.delimiter, ';');
    assert_eq!(names(&list), ["id", "price", "tax"]);
}

#[test]
fn a_first_line_that_names_the_delimiter_is_believed() {
    let export = b"sep=;\nid;name, first\n1;a\n2;b\n";
    let list = seen(export);
    assert_eq!((list.shape.layout.delimiter, list.shape.layout.header_row), (';', 2));
    assert_eq!(cells(export), [["1", "a"], ["2", "b"]]);
}

#[test]
fn a_title_with_commas_makes_no_commas_the_delimiter() {
    let list =
        seen(b"Report, made 2026-04-01\n\nid;price;closed\n1;2,50;01.03.2026\n2;3,75;13.03.2026\n3;4,25;02.03.2026\n");
    assert_eq!(names(&list), ["id", "price", "closed"]);
    assert_eq!(list.shape.layout.header_row, 3);
    assert!(list.doubts.is_empty(), "{:?}", list.doubts);
}

#[test]
fn rows_that_a_loose_quotation_mark_has_joined_are_set_aside() {
    let export = b"id\tnote\n1\tfine\n2\t\"quoted\n3\t5\" disk\n4\tx\n";
    let list = seen(export);
    assert_eq!(codes(&list), ["table.broken-rows"]);
    let (_, read) = rows(export, &list.shape);
    assert_eq!(read.set_aside[0].row, 3);

    let none = Corrections { quote: Some('\0'), ..Corrections::default() };
    let list = recognised(export, &none).unwrap();
    assert_eq!(rows(export, &list.shape).1.rows, 4, "without quotation marks all rows are whole");
    assert!(list.doubts.is_empty(), "{:?}", list.doubts);
}

#[test]
fn a_day_stands_before_the_month_where_points_stand_between_them() {
    assert!(seen(b"id,on\n1,03.04.2026\n2,05.06.2026\n").doubts.is_empty());
}

#[test]
fn apostrophes_around_cells_are_recognised_and_within_words_left_alone() {
    let quoted = b"'id','note'\n'1','one, two'\n'2','three'\n";
    let list = seen(quoted);
    assert_eq!(list.shape.layout.quote, '\'');
    assert_eq!(cells(quoted)[0][1], "one, two");

    let plain = b"'id','note'\n'1','it''s one'\n'2','three'\n";
    assert_eq!(cells(plain)[0], ["1", "it's one"]);

    let within = seen(b"id,note\n1,don't\n2,'twas\n");
    assert_eq!(within.shape.layout.quote, '"');
}

#[test]
fn an_inch_mark_within_a_word_is_a_letter() {
    assert_eq!(
        cells(b"id,item\n1,5\" disk\n2,\"a \"\"b\"\"\"\n3,\"x\" y\n")[..],
        [["1", "5\" disk"], ["2", "a \"b\""], ["3", "x y"]]
    );
}

#[test]
fn a_title_above_the_names_is_passed_over() {
    let export = "Incidents of March;;;\nmade 2026-04-01;;;\n\nid;title;state;opened\n1;a;open;2026-03-01\n2;b;closed;2026-03-02\n3;c;open;2026-03-03\n";
    let list = seen(export.as_bytes());
    assert_eq!(list.shape.layout.header_row, 4);
    assert_eq!(names(&list), ["id", "title", "state", "opened"]);
    assert_eq!(rows(export.as_bytes(), &list.shape).0[0].0, 5);
}

#[test]
fn a_file_without_names_is_doubted_and_can_be_read_as_one() {
    let export = b"1,2026-03-01\n2,2026-03-02\n";
    assert!(codes(&seen(export)).contains(&"table.no-names"));

    let none = Corrections { header_row: Some(0), ..Corrections::default() };
    let list = recognised(export, &none).unwrap();
    assert_eq!(names(&list), ["Column 1", "Column 2"]);
    assert_eq!(rows(export, &list.shape).0[0], (1, vec!["1".to_owned(), "2026-03-01".to_owned()]));
}

#[test]
fn names_alone_are_an_empty_population_and_a_doubt() {
    let export = b"number,opened_at\n";
    let list = seen(export);
    assert_eq!(codes(&list), ["table.header-only"]);
    assert_eq!(rows(export, &list.shape).1.rows, 0);
}

#[test]
fn day_and_month_are_in_doubt_until_a_value_tells_them_apart() {
    let open = seen(b"id,on\n1,03/04/2026\n2,05/06/2026\n");
    assert_eq!(codes(&open), ["table.day-or-month"]);
    assert_eq!(open.doubts[0].column.as_deref(), Some("on"));
    assert!(open.doubts[0].remedy.contains("MM/DD/YYYY"), "{}", open.doubts[0].remedy);

    let told = seen(b"id,on\n1,03/04/2026\n2,05/16/2026\n");
    assert_eq!(column(&told, "on").form, "MM/DD/YYYY");
    assert!(told.doubts.is_empty());
}

#[test]
fn another_column_of_the_file_settles_day_and_month() {
    let list = seen(b"id,on,until\n1,03/04/2026,04/25/2026\n2,05/06/2026,05/26/2026\n");
    assert_eq!(column(&list, "on").form, "MM/DD/YYYY");
    assert!(list.doubts.is_empty(), "{:?}", list.doubts);
}

#[test]
fn a_day_that_is_in_no_calendar_is_named() {
    let mut export = "id,on\n".to_owned();
    for day in 1..=20 {
        export.push_str(&format!("{day},{day:02}.03.2026\n"));
    }
    export.push_str("21,31.02.2026\n");
    let list = seen(export.as_bytes());

    assert_eq!(codes(&list), ["table.no-moment"]);
    assert!(list.doubts[0].message.contains("“31.02.2026” in row 22"), "{}", list.doubts[0].message);
}

#[test]
fn a_number_that_a_spreadsheet_has_shortened_is_named() {
    let list = seen(b"ticket,title\n2.02603E+15,a\n2.02604E+15,b\n");
    assert_eq!(codes(&list), ["table.shortened-number"]);
}

#[test]
fn thousands_or_a_fraction_is_asked() {
    let list = seen(b"id;minutes\nA1;1.234\nA2;2.345\n");
    assert_eq!(codes(&list), ["table.decimal-guessed"]);
    assert_eq!(list.shape.layout.decimal, DecimalSign::Comma);

    let said = Corrections { decimal: Some(DecimalSign::Point), ..Corrections::default() };
    assert!(recognised(b"id;minutes\nA1;1.234\nA2;2.345\n", &said).unwrap().doubts.is_empty());
}

#[test]
fn what_a_person_says_of_a_column_is_done() {
    let export = b"id,on,n\n20260301,03/04/2026,7\n20260302,05/06/2026,8\n";
    let mut said = Corrections::default();
    said.forms.insert("on".to_owned(), "MM/DD/YYYY".to_owned());
    said.forms.insert("id".to_owned(), "YYYYMMDD".to_owned());
    said.kinds.insert("n".to_owned(), ColumnKind::Text);
    let list = recognised(export, &said).unwrap();

    assert_eq!(column(&list, "on").form, "MM/DD/YYYY");
    assert_eq!(column(&list, "id").kind, ColumnKind::Moment);
    assert_eq!(column(&list, "n").kind, ColumnKind::Text);
    assert!(list.doubts.is_empty(), "{:?}", list.doubts);

    said.forms.insert("on".to_owned(), "MM/YYYY".to_owned());
    assert_eq!(recognised(export, &said).unwrap_err().code(), "table.form");

    said.forms.clear();
    said.kinds.insert("n".to_owned(), ColumnKind::Moment);
    assert_eq!(recognised(export, &said).unwrap_err().code(), "table.no-form");

    said.kinds.clear();
    said.kinds.insert("elsewhere".to_owned(), ColumnKind::Moment);
    assert!(codes(&recognised(export, &said).unwrap()).contains(&"table.unused-correction"));
}

#[test]
fn a_list_of_ids_alone_is_a_table_of_one_column() {
    let export = b"number\nINC1\nINC2, closed\nINC3\n";
    let list = seen(export);
    assert_eq!(codes(&list), ["table.one-column"]);
    assert_eq!(cells(export), [["INC1"], ["INC2, closed"], ["INC3"]]);
}

#[test]
fn lines_that_end_with_a_return_alone_are_lines() {
    let export = b"id,name\r1,a\r2,b\r";
    assert_eq!(cells(export), [["1", "a"], ["2", "b"]]);
}

#[test]
fn a_shape_reads_no_file_with_other_names() {
    let shape = seen(SERVICENOW.as_bytes()).shape;
    let other = SERVICENOW.replace("priority", "urgency");
    let problem = table::read(
        &mut std::io::Cursor::new(other.as_bytes()),
        &shape,
        &mut |_| panic!("no row is handed out"),
        &mut |_| std::ops::ControlFlow::Continue(()),
    )
    .unwrap_err()
    .problem();
    assert_eq!(problem.code, "table.other-header");
    assert!(problem.message.contains("“urgency”") && problem.message.contains("“priority”"), "{}", problem.message);
}

#[test]
fn a_shape_that_was_kept_reads_the_same_rows_again() {
    let shape = seen(GLPI.as_bytes()).shape;
    let kept = serde_json::to_string(&shape).unwrap();
    assert!(kept.contains("\"decimal\":\"comma\"") && kept.contains("\"kind\":\"moment\""), "{kept}");
    let again: table::Shape = serde_json::from_str(&kept).unwrap();
    assert_eq!(rows(GLPI.as_bytes(), &again), rows(GLPI.as_bytes(), &shape));
}

#[test]
fn a_mark_that_a_person_takes_back_is_recognised_again() {
    let said: Corrections = serde_json::from_str("{\"delimiter\": \";\"}").unwrap();
    assert_eq!(said, Corrections { delimiter: Some(';'), ..Corrections::default() }, "what is not said is recognised");
}

#[test]
fn what_is_no_table_is_named() {
    for (bytes, code, word) in [
        (&b""[..], "table.empty", "empty"),
        (b"\n\r\n  \n", "table.empty", "empty"),
        (b"\xEF\xBB\xBF", "table.empty", "empty"),
        (b"%PDF-1.7 ...", "table.not-a-table", "PDF"),
        (b"\x89PNG\r\n\x1a\n", "table.not-a-table", "picture"),
        (b"\x1F\x8B\x08\x00\x00\x00", "table.not-a-table", "gzip"),
        (b"<!DOCTYPE html><table><tr><td>1</td></tr></table>", "table.not-a-table", "web page"),
        (b"<?xml version=\"1.0\"?><Workbook/>", "table.not-a-table", "XML"),
        (b"[{\"id\": 1}, {\"id\": 2}]", "table.not-a-table", "JSON"),
        (b"id,name\n1,\x00\x01\x02\n", "table.not-a-table", "no text"),
    ] {
        let problem = refusal(bytes).problem();
        assert_eq!(problem.code, code, "{word}");
        assert!(problem.message.contains(word), "{}", problem.message);
        assert!(problem.remedy.ends_with('.') && problem.remedy.starts_with(char::is_uppercase));
    }
}
