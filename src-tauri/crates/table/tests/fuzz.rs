//! Anything at all as a file. `TICKMARK_FUZZ_CASES` says how many files each test makes; a few hundred if it is silent.

mod export;
mod workbook;

use std::{
    io::{self, Cursor, Read, Seek, SeekFrom},
    ops::ControlFlow,
};

use ground::Explain;
use proptest::{collection::vec, option, prelude::*, sample::select};
use table::{Corrections, Decimal, DecimalSign, Encoding, Shape, TableError, forms, moment, read, recognise};

fn cases() -> ProptestConfig {
    let cases = std::env::var("TICKMARK_FUZZ_CASES").ok().and_then(|cases| cases.parse().ok()).unwrap_or(300);
    ProptestConfig { cases, failure_persistence: None, max_shrink_iters: 2_000, ..ProptestConfig::default() }
}

/// A file that comes a few bytes at a time.
struct Dripping<'a> {
    bytes: Cursor<&'a [u8]>,
    drop: usize,
}
impl Read for Dripping<'_> {
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        let length = into.len().min(self.drop);
        self.bytes.read(&mut into[..length])
    }
}
impl Seek for Dripping<'_> {
    fn seek(&mut self, to: SeekFrom) -> io::Result<u64> {
        self.bytes.seek(to)
    }
}

type Rows = Vec<(u64, Vec<String>)>;

fn all(source: &mut dyn table::Source, shape: &Shape) -> Result<(Rows, table::Read), TableError> {
    let mut rows = Vec::new();
    let read = read(
        source,
        shape,
        &mut |row| {
            rows.push((row.number(), row.cells().map(str::to_owned).collect()));
            ControlFlow::Continue(())
        },
        &mut |_| ControlFlow::Continue(()),
    )?;
    Ok((rows, read))
}

/// Whatever the file is, it ends in rows or in a sentence with a next step.
fn brought_in(bytes: &[u8], corrections: &Corrections) -> Result<(), TestCaseError> {
    let recognised = match recognise(&mut Cursor::new(bytes), "file", corrections) {
        Ok(recognised) => recognised,
        Err(error) => return explained(&error),
    };
    let shape = &recognised.shape;
    for doubt in &recognised.doubts {
        prop_assert!(doubt.code.starts_with("table.") && !doubt.message.is_empty() && !doubt.remedy.is_empty());
    }
    let names: std::collections::BTreeSet<_> = shape.columns.iter().map(|column| &column.name).collect();
    prop_assert_eq!(names.len(), shape.columns.len(), "names are unique");
    let (rows, outcome) = match all(&mut Cursor::new(bytes), shape) {
        Ok(read) => read,
        Err(error) => return explained(&error),
    };
    prop_assert_eq!(outcome.rows, rows.len() as u64);
    prop_assert!(rows.windows(2).all(|two| two[0].0 < two[1].0), "rows come in order");
    prop_assert!(rows.iter().all(|(_, cells)| cells.len() == shape.columns.len()));
    let listed = outcome.set_aside.iter().all(|aside| rows.iter().all(|(number, _)| *number != aside.row));
    prop_assert!(listed, "a row is handed out or set aside, never both");
    for (preview, (_, cells)) in recognised.preview.iter().zip(&rows) {
        prop_assert_eq!(preview, cells, "the preview shows what is read");
    }
    let again = all(&mut Dripping { bytes: Cursor::new(bytes), drop: 3 }, shape);
    prop_assert_eq!(again.ok(), Some((rows, outcome)), "however the bytes come, the rows are the same");
    Ok(())
}

fn explained(error: &TableError) -> Result<(), TestCaseError> {
    let problem = error.problem();
    prop_assert!(problem.code.starts_with("table."), "{}", problem.code);
    prop_assert!(problem.message.ends_with('.') && problem.remedy.ends_with('.'), "{problem}");
    prop_assert!(problem.remedy.starts_with(char::is_uppercase), "{problem}");
    Ok(())
}

/// Pieces of which tables are made, good and bad.
const PIECES: &[&[u8]] = &[
    b",",
    b",",
    b";",
    b"\t",
    b"|",
    b"\"",
    b"\"\"",
    b"'",
    b"\n",
    b"\n",
    b"\r\n",
    b"\r",
    b" ",
    b"a",
    b"name",
    b"id",
    b"1",
    b"007",
    b"1,5",
    b"1.234",
    b"2.02603E+15",
    b"2026-03-01",
    b"2026-03-01 10:00:00",
    b"31.02.2026",
    b"03/04/2026",
    b"30/Jul/18 23:33",
    b"0000-00-00",
    "é".as_bytes(),
    "日".as_bytes(),
    "\u{a0}".as_bytes(),
    b"\xE9",
    b"\xFF",
    b"\xFE",
    b"\xFF\xFE",
    b"\xFE\xFF",
    b"\xEF\xBB\xBF",
    b"\0",
    b"a\0",
    b"\0a",
    b"\x1A",
    b"sep=;\n",
    b"-",
    b"=1+1",
    b"\xD8\x00",
];

fn pieces() -> impl Strategy<Value = Vec<u8>> {
    vec(select(PIECES), 0..60).prop_map(|pieces| pieces.concat())
}

/// Rows that nearly are a table.
fn nearly_a_table() -> impl Strategy<Value = Vec<u8>> {
    let cell = select(PIECES);
    (select(&[b',', b';', b'\t', b'|'][..]), 1_usize..6).prop_flat_map(move |(delimiter, width)| {
        vec(vec(cell.clone(), width), 0..12).prop_map(move |rows| {
            let rows: Vec<Vec<u8>> = rows.iter().map(|row| row.join(&delimiter)).collect();
            rows.join(&b'\n')
        })
    })
}

fn corrections() -> impl Strategy<Value = Corrections> {
    (
        option::weighted(
            0.2,
            select(&[Encoding::Utf8, Encoding::Utf16Le, Encoding::Utf16Be, Encoding::Windows1252][..]),
        ),
        option::weighted(0.2, select(&[',', ';', '\t', '|', ' ', '"', 'é', '\0', 'x'][..])),
        option::weighted(0.2, select(&['"', '\'', '\0', ',', 'ü'][..])),
        option::weighted(0.1, 0_u32..5),
        option::weighted(0.1, select(&[DecimalSign::Point, DecimalSign::Comma][..])),
    )
        .prop_map(|(encoding, delimiter, quote, header_row, decimal)| Corrections {
            encoding,
            delimiter,
            quote,
            header_row,
            decimal,
            ..Corrections::default()
        })
}

proptest! {
    #![proptest_config(cases())]

    #[test]
    fn any_pieces_of_text_end_in_rows_or_in_a_sentence(bytes in pieces(), corrections in corrections()) {
        brought_in(&bytes, &corrections)?;
    }

    #[test]
    fn what_is_nearly_a_table_ends_in_rows_or_in_a_sentence(bytes in nearly_a_table(), corrections in corrections()) {
        brought_in(&bytes, &corrections)?;
    }

    #[test]
    fn any_bytes_end_in_rows_or_in_a_sentence(bytes in vec(any::<u8>(), 0..200), corrections in corrections()) {
        brought_in(&bytes, &corrections)?;
    }

    #[test]
    fn what_another_writer_wrote_is_read_as_it_was(
        cells in (1_usize..6).prop_flat_map(|width| vec(vec("[a-zé\"',;\n 0-9.]{0,8}", width), 1..8)),
        delimiter in select(&[b',', b';', b'\t'][..]),
    ) {
        let width = cells[0].len();
        let mut writer = csv::WriterBuilder::new().delimiter(delimiter).from_writer(Vec::new());
        let header: Vec<String> = (0..width).map(|column| format!("name {column}")).collect();
        writer.write_record(&header).unwrap();
        for row in &cells {
            writer.write_record(row).unwrap();
        }
        let bytes = writer.into_inner().unwrap();
        let said = Corrections { delimiter: Some(char::from(delimiter)), quote: Some('"'), header_row: Some(1), ..Corrections::default() };
        let shape = recognise(&mut Cursor::new(&bytes), "file", &said).unwrap().shape;

        let (rows, read) = all(&mut Cursor::new(&bytes), &shape).unwrap();

        let expected: Vec<Vec<String>> =
            cells.into_iter().filter(|row| row.iter().any(|cell| !cell.is_empty())).collect();
        prop_assert_eq!(rows.into_iter().map(|(_, cells)| cells).collect::<Vec<_>>(), expected);
        prop_assert_eq!(read.set_aside_count, 0);
    }

    #[test]
    fn another_reader_sees_the_same_cells(text in "[ab,\"\n]{0,40}") {
        let text = format!("x,y\n{text}");
        let shape = export::seen(b"x,y\n1,2\n").shape;
        let Ok((rows, read)) = all(&mut Cursor::new(text.as_bytes()), &shape) else { return Ok(()) };
        if read.set_aside.iter().any(|aside| aside.reason.contains("quotation mark")) {
            return Ok(());
        }
        let mut other = csv::ReaderBuilder::new().flexible(true).from_reader(text.as_bytes());
        let expected: Vec<Vec<String>> = other
            .records()
            .map(|record| record.unwrap().iter().map(str::to_owned).collect::<Vec<_>>())
            .filter(|row: &Vec<String>| row.iter().any(|cell| !cell.is_empty()))
            .filter(|row| row.len() >= 2 && row[2..].iter().all(String::is_empty))
            .map(|row| row[..2].to_vec())
            .collect();
        prop_assert_eq!(rows.into_iter().map(|(_, cells)| cells).collect::<Vec<_>>(), expected);
    }

    #[test]
    fn any_text_is_a_number_or_none_and_a_moment_or_none(text in "\\PC{0,24}|[0-9.,' \u{a0}+-]{0,24}|[0-9/:. TZ+-]{0,24}", form in "[YMDHhmSsA/:. -]{0,12}") {
        for sign in [DecimalSign::Point, DecimalSign::Comma] {
            if let Some(number) = Decimal::parse(&text, sign) {
                prop_assert_eq!(Decimal::parse(&number.to_string(), DecimalSign::Point), Some(number));
            }
        }
        let _ = moment(&text, &form);
        for form in forms() {
            let _ = moment(&text, form);
        }
    }

    #[test]
    fn a_workbook_with_any_wound_ends_in_rows_or_in_a_sentence(
        part in select(&["xl/worksheets/sheet1.xml", "xl/sharedStrings.xml", "xl/styles.xml", "xl/workbook.xml", "xl/_rels/workbook.xml.rels", "_rels/.rels"][..]),
        wounds in vec((any::<prop::sample::Index>(), select(WOUNDS), 0_usize..12), 1..4),
    ) {
        let mut bytes = match part {
            "xl/worksheets/sheet1.xml" => workbook::SHEET,
            "xl/sharedStrings.xml" => workbook::TEXTS,
            "xl/styles.xml" => workbook::STYLES,
            "xl/workbook.xml" => workbook::BOOK,
            "_rels/.rels" => workbook::RELATIONS,
            _ => workbook::BOOK_RELATIONS,
        }.as_bytes().to_vec();
        for (at, with, instead_of) in wounds {
            let at = at.index(bytes.len() + 1);
            let to = (at + instead_of).min(bytes.len());
            bytes.splice(at..to, with.iter().copied());
        }
        brought_in(&workbook::of(&[(part, &bytes)]), &Corrections::default())?;
    }

    #[test]
    fn an_archive_with_any_wound_ends_in_rows_or_in_a_sentence(
        wounds in vec((any::<prop::sample::Index>(), any::<u8>()), 1..6),
        length in any::<prop::sample::Index>(),
        cut in any::<bool>(),
    ) {
        let mut bytes = workbook::of(&[]);
        for (at, with) in wounds {
            let at = at.index(bytes.len());
            bytes[at] = with;
        }
        if cut {
            bytes.truncate(length.index(bytes.len()));
        }
        brought_in(&bytes, &Corrections::default())?;
    }
}

const WOUNDS: &[&[u8]] = &[
    b"",
    b"<",
    b">",
    b"</c>",
    b"<c>",
    b"<v>",
    b"</row>",
    b"<row r=\"1048577\">",
    b"<row r=\"0\">",
    b"\"",
    b"&",
    b"&#0;",
    b"&#xFFFFFFFF;",
    b"r=\"A0\"",
    b"r=\"ZZZZZZZ9\"",
    b"r=\"A99999999999\"",
    b"t=\"s\"",
    b"t=\"d\"",
    b"t=\"e\"",
    b"s=\"99\"",
    b"s=\"1\"",
    b"1e999",
    b"-1e999",
    b"NaN",
    b"999999999999999999999",
    b"-99999999",
    b"<!--",
    b"<![CDATA[",
    b"<?",
    b"\xFF",
    b"<mergeCell ref=\"A1:B2\"/>",
    b"ref=\"B3:A1\"",
    b"<si/>",
    b"<r><t>x</t></r>",
    b"<is><t>y</t></is>",
    b"uniqueCount=\"9\"",
    b"<xf numFmtId=\"22\"/>",
    b"[h]",
    b"date1904=\"1\"",
    b"Target=\"../../x\"",
    b"Target=\"/xl/worksheets/sheet1.xml\"",
    b"\0",
];
