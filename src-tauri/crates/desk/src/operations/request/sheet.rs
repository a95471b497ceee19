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

fn write_day(
    sheet: &mut Worksheet,
    row: u32,
    column: u16,
    day: Option<Day>,
    format: &Format,
) -> Result<(), XlsxError> {
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
    let format = Format::new()
        .set_align(FormatAlign::Top)
        .set_text_wrap()
        .set_border_bottom(FormatBorder::Hair);
    if overdue { format.set_bold().set_font_color(Color::RGB(0x9a_5b00)) } else { format }
}
