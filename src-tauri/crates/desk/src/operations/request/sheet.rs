//! The list of requests as a workbook that the auditee fills in.
//!
//! Words are written as text and never as formulas, whatever they begin with: a cell of an XLSX file has a type of its
//! own, so that `=1+1` or `@SUM` in a request stays what somebody typed. A file with commas could not promise that.

use ground::{Day, Fault};
use report::RequestListFacts;
use rust_xlsxwriter::{
    Color, DocProperties, ExcelDateTime, Format, FormatAlign, FormatBorder, Workbook, Worksheet, XlsxError,
};

const COLUMNS: [(&str, f64); 9] = [
    ("Reference", 17.0),
    ("What we want to see", 52.0),
    ("Clauses", 13.0),
    ("From", 24.0),
    ("Asked on", 12.0),
    ("Due", 12.0),
    ("Received on", 12.0),
    ("State", 10.0),
    ("Remark", 34.0),
];

/// The longest text that a cell takes.
const LONGEST_CELL_CHARS: usize = 32_000;

/// Writes the workbook. The same list gives the same bytes.
pub(super) fn sheet(facts: &RequestListFacts) -> Result<Vec<u8>, Fault> {
    written(facts).map_err(|error| {
        Fault::new("request.sheet", "The list could not be written as a workbook.", "Save it as PDF instead.")
            .because(error)
    })
}

fn written(facts: &RequestListFacts) -> Result<Vec<u8>, XlsxError> {
    let mut book = Workbook::new();
    let title = format!("{} {}", facts.audit_reference, facts.audit_title);
    let properties = DocProperties::new()
        .set_title(format!("Requests for {title}"))
        .set_author(&facts.lead)
        .set_company(&facts.organisation)
        .set_creation_datetime(&at_midnight(facts.as_of)?);
    book.set_properties(&properties);
    let sheet = book.add_worksheet();
    sheet.set_name("Requests")?;
    for (column, (heading, width)) in (0_u16..).zip(COLUMNS) {
        sheet.set_column_width(column, width)?;
        sheet.write_string_with_format(0, column, heading, &heading_format())?;
    }
    sheet.set_freeze_panes(1, 0)?;
    for (row, line) in (1_u32..).zip(&facts.requests) {
        let plain = text_format(line.state == "overdue");
        let texts = [
            (0, line.reference.clone()),
            (1, line.what.clone()),
            (2, line.clauses.join(", ")),
            (3, line.from_whom.clone()),
            (7, line.state.clone()),
            (8, line.remark.clone()),
        ];
        for (column, text) in texts {
            let text: String = text.chars().take(LONGEST_CELL_CHARS).collect();
            sheet.write_string_with_format(row, column, text, &plain)?;
        }
        for (column, day) in [(4, Some(line.asked_on)), (5, Some(line.due)), (6, line.received_on)] {
            write_day(sheet, row, column, day, &plain.clone().set_num_format("yyyy-mm-dd"))?;
        }
    }
    let last = u32::try_from(facts.requests.len()).unwrap_or(u32::MAX).max(1);
    sheet.autofilter(0, 0, last, 8)?;
    sheet.set_landscape();
    sheet.set_paper_size(9);
    sheet.set_print_fit_to_pages(1, 0);
    sheet.set_repeat_rows(0, 0)?;
    // An ampersand begins a code in a header, so two stand for one.
    sheet.set_header(format!("&L{}&R{}", title.replace('&', "&&"), facts.as_of));
    sheet.set_footer("&R&P / &N");
    book.save_to_buffer()
}

fn write_day(sheet: &mut Worksheet, row: u32, column: u16, day: Option<Day>, format: &Format) -> Result<(), XlsxError> {
    match day {
        Some(day) => sheet.write_datetime_with_format(row, column, &at_midnight(day)?, format)?,
        None => sheet.write_blank(row, column, format)?,
    };
    Ok(())
}

fn at_midnight(day: Day) -> Result<ExcelDateTime, XlsxError> {
    let part = |number: u32| u8::try_from(number).unwrap_or_default();
    ExcelDateTime::from_ymd(u16::try_from(day.year()).unwrap_or_default(), part(day.month()), part(day.day_of_month()))
}

fn heading_format() -> Format {
    Format::new()
        .set_bold()
        .set_background_color(Color::RGB(0x0f_4c5c))
        .set_font_color(Color::White)
        .set_align(FormatAlign::Top)
        .set_text_wrap()
}

/// What is overdue is bold as well as coloured, because not everybody sees colour and many print without it.
fn text_format(overdue: bool) -> Format {
    let format = Format::new().set_align(FormatAlign::Top).set_text_wrap().set_border_bottom(FormatBorder::Hair);
    if overdue { format.set_bold().set_font_color(Color::RGB(0x9a_5b00)) } else { format }
}

#[cfg(test)]
mod tests {
    use std::io::Cursor;

    use report::RequestLine;
    use table::{ColumnKind, Corrections, recognise};

    use super::*;

    fn list() -> RequestListFacts {
        let day = |day| Day::of(2026, 10, day).unwrap();
        let line = |number: u32, what: &str, received_on| RequestLine {
            reference: format!("IA-2026-01-R-{number:02}"),
            what: what.to_owned(),
            clauses: vec!["8.6.1".to_owned(), "8.6.2".to_owned()],
            from_whom: "@service desk".to_owned(),
            asked_on: day(1),
            due: day(8),
            received_on,
            state: "open".to_owned(),
            remark: "-2 pages & more".to_owned(),
        };
        RequestListFacts {
            demo: false,
            organisation: "Fjordlicht".to_owned(),
            audit_reference: "IA-2026-01".to_owned(),
            audit_title: "Resolution & more".to_owned(),
            criteria: "ISO/IEC 20000-1:2018".to_owned(),
            lead: "Jonas Berg".to_owned(),
            as_of: day(6),
            printed_at: serde_json::from_str("\"2026-10-06T08:00:00Z\"").unwrap(),
            requests: vec![
                line(1, "=HYPERLINK(\"http://example.org\",\"open\")", Some(day(6))),
                line(2, "+cmd|' /C calc'!A0", None),
            ],
        }
    }

    #[test]
    fn words_that_look_like_formulas_are_read_back_as_they_were_typed_and_days_as_days() {
        let bytes = sheet(&list()).unwrap();
        let read = recognise(&mut Cursor::new(bytes), "requests.xlsx", &Corrections::default()).unwrap();
        let names: Vec<&str> = read.shape.columns.iter().map(|column| column.name.as_str()).collect();
        assert_eq!(names, COLUMNS.map(|(name, _)| name));
        let column = |row: usize, name: &str| read.preview[row][read.shape.position(name).unwrap()].clone();
        assert_eq!(column(0, "What we want to see"), "=HYPERLINK(\"http://example.org\",\"open\")");
        assert_eq!(column(1, "What we want to see"), "+cmd|' /C calc'!A0");
        assert_eq!((column(0, "From"), column(0, "Remark")), ("@service desk".into(), "-2 pages & more".into()));
        assert_eq!(read.shape.columns[5].kind, ColumnKind::Moment, "a due day is a date, not a text");
        assert!(column(0, "Due").starts_with("2026-10-08"), "{}", column(0, "Due"));
        assert_eq!(column(1, "Received on"), "");
    }

    #[test]
    fn a_list_without_requests_is_a_workbook_with_its_headings() {
        let bytes = sheet(&RequestListFacts { requests: Vec::new(), ..list() }).unwrap();
        assert!(bytes.starts_with(b"PK"));
    }
}
