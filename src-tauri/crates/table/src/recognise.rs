use std::io::SeekFrom;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::{
    columns,
    corrections::Corrections,
    delimiter::{self, Said},
    doubt::Doubt,
    encoding::{decode, decoder, guessed, mark_length},
    error::{TableError, read_failed},
    header, kinds,
    layout::{Column, ColumnKind, DecimalSign, Encoding, FileKind, Layout, Shape},
    limits::{MOST_COLUMNS, PREFIX_BYTES, PREVIEW_BYTES, PREVIEW_ROWS},
    sample::{Sample, SampleRow},
    sniff::{self, Kind},
    source::{Source, measured},
    split::Splitter,
    text::{read_fully, splitter_of},
    workbook,
};

/// What was recognised of a file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Recognised {
    /// How to read it.
    pub shape: Shape,
    /// What a person should look at before it is read.
    pub doubts: Vec<Doubt>,
    /// The first rows, up to fifty.
    pub preview: Vec<Vec<String>>,
    /// The sheets of a workbook.
    pub sheets: Vec<String>,
}

/// Recognises how a file is written, as far as `corrections` do not say it.
///
/// Of a text file the first 4 MB are looked at, of a workbook the first 5,000 rows of one sheet. The name helps where
/// the bytes say nothing; it is never believed against them.
///
/// # Errors
/// Refuses what is no table, what is too large or locked, and corrections that the file does not allow.
pub fn recognise(
    source: &mut dyn Source,
    file_name: &str,
    corrections: &Corrections,
) -> Result<Recognised, TableError> {
    let size = measured(source)?;
    let mut beginning = vec![0; PREFIX_BYTES.min(usize::try_from(size).unwrap_or(PREFIX_BYTES))];
    let got = read_fully(source, &mut beginning)?;
    beginning.truncate(got);
    let kind = sniff::kind_of(&beginning, source)?;
    source.seek(SeekFrom::Start(0)).map_err(read_failed)?;
    match kind {
        Kind::Zip => of_workbook(source, corrections),
        Kind::Text => of_text(&beginning, got as u64 >= size, file_name, corrections),
    }
}

fn of_text(
    beginning: &[u8],
    whole: bool,
    file_name: &str,
    corrections: &Corrections,
) -> Result<Recognised, TableError> {
    let (encoding, doubt) = match corrections.encoding {
        Some(encoding) => (encoding, None),
        None => guessed(beginning, whole),
    };
    let mut doubts: Vec<Doubt> = doubt.into_iter().collect();
    let decoded = decoded(beginning, whole, encoding);
    let text = match &decoded {
        Some(text) => text.as_slice(),
        None => &beginning[mark_length(encoding, beginning)..],
    };
    if text.trim_ascii().is_empty() {
        return Err(TableError::Empty);
    }
    if sniff::is_binary(text) {
        return Err(TableError::not_a_table("it holds bytes that are no text"));
    }
    let said = said(corrections)?;
    let marks = delimiter::found(text, whole, said, file_name)?;
    doubts.extend(marks.doubts);
    let splitter = Splitter { delimiter: marks.delimiter, quote: marks.quote, line_end: Splitter::line_end_of(text) };
    let sample = Sample::of_text(text, whole, splitter, encoding.name());
    if sample.broken.len() > sample.rows.len() {
        let row = sample.broken.first().map_or(1, |broken| broken.row);
        return Err(TableError::Encoding { encoding: encoding.name(), row });
    }
    if sample.rows.is_empty() {
        return Err(if whole { TableError::OpenQuote { row: 1 } } else { TableError::LongRow { row: 1 } });
    }
    let layout = Layout {
        file: FileKind::Text,
        encoding,
        delimiter: char::from(marks.delimiter),
        quote: marks.quote.map_or('\0', char::from),
        sheet: None,
        header_row: 0,
        decimal: DecimalSign::Point,
    };
    described(layout, &sample, corrections, doubts, Vec::new())
}

/// The letters as UTF-8, unless they are already.
fn decoded(beginning: &[u8], whole: bool, encoding: Encoding) -> Option<Vec<u8>> {
    let mut decoder = decoder(encoding)?;
    let mut text = Vec::new();
    decode(&mut decoder, beginning, whole, &mut text);
    Some(text)
}

fn said(corrections: &Corrections) -> Result<Said, TableError> {
    let layout = Layout {
        file: FileKind::Text,
        encoding: Encoding::Utf8,
        delimiter: corrections.delimiter.unwrap_or(if corrections.quote == Some(',') { ';' } else { ',' }),
        quote: corrections.quote.unwrap_or('\0'),
        sheet: None,
        header_row: 0,
        decimal: DecimalSign::Point,
    };
    let splitter = splitter_of(&layout, b'\n')?;
    Ok(Said {
        delimiter: corrections.delimiter.map(|_| splitter.delimiter),
        quote: corrections.quote.map(|_| splitter.quote),
    })
}

fn of_workbook(source: &mut dyn Source, corrections: &Corrections) -> Result<Recognised, TableError> {
    let found = workbook::sampled(source, corrections.sheet.as_deref())?;
    let mut doubts = Vec::new();
    if corrections.sheet.is_none() && found.sheets.len() > 1 {
        doubts.push(Doubt::about_the_file(
            "table.sheet-chosen",
            format!("The workbook has {} sheets; “{}” is read.", found.sheets.len(), found.sheet),
            "Choose another sheet if the list stands there.",
        ));
    }
    let layout = Layout {
        file: FileKind::Workbook,
        encoding: Encoding::Utf8,
        delimiter: ',',
        quote: '"',
        sheet: Some(found.sheet),
        header_row: 0,
        decimal: DecimalSign::Point,
    };
    described(layout, &found.sample, corrections, doubts, found.sheets)
}

/// What text files and workbooks have in common: names, kinds, preview.
fn described(
    mut layout: Layout,
    sample: &Sample,
    corrections: &Corrections,
    mut doubts: Vec<Doubt>,
    sheets: Vec<String>,
) -> Result<Recognised, TableError> {
    layout.header_row = match corrections.header_row {
        Some(row) => row,
        None => header::found(sample).and_then(|row| u32::try_from(row).ok()).unwrap_or(1),
    };
    let header_row = u64::from(layout.header_row);
    let first_data = sample.rows.partition_point(|row| row.number <= header_row);
    let data = &sample.rows[first_data..];
    let header = match layout.header_row {
        0 => None,
        row => Some(sample.rows.iter().find(|seen| seen.number == header_row).ok_or(TableError::Header { row })?),
    };
    let mut columns = columns_of(header, data)?;
    let width = columns.len();
    let is_even = |row: &&SampleRow| match layout.file {
        FileKind::Text => row.width() >= width && row.extent() <= width,
        FileKind::Workbook => row.extent() <= width,
    };
    doubts.extend(ragged(data, width, layout.file, &is_even));
    doubts.extend(broken(sample));
    let unnamed = columns.iter().filter(|column| !header::is_name(&column.header)).count();
    if header.is_some() && unnamed * 2 > width {
        doubts.push(Doubt::about_the_file(
            "table.no-names",
            format!("Row {header_row} may hold values and not the names of the columns."),
            "Choose the row of the names, or 0 if the file has none.",
        ));
    }
    if data.is_empty() && sample.whole {
        doubts.push(Doubt::about_the_file(
            "table.header-only",
            "The file has names of columns and no rows.",
            "Check the filter of the export; bring it in if there truly were no records.",
        ));
    }
    layout.decimal = decimal(data, width, &layout, corrections, &mut doubts);
    doubts.extend(kinds::recognised(&mut columns, data, layout.decimal, corrections)?);
    for &position in &sample.long_numbers {
        if let Some(column) = columns.get_mut(position) {
            doubts.push(Doubt::about(
                &column.name,
                "table.long-number",
                format!("“{}” holds numbers of more than 15 digits; a spreadsheet keeps only 15 of them.", column.name),
                "Export the list as CSV, or have the column exported as text.",
            ));
            if !corrections.kinds.contains_key(&column.name) && column.kind == ColumnKind::Number {
                column.kind = ColumnKind::Text;
            }
        }
    }
    doubts.extend(unused(corrections, &columns));
    let preview = preview(data.iter().filter(is_even), width);
    Ok(Recognised { shape: Shape { layout, columns }, doubts, preview, sheets })
}

/// The columns that the row of names has; empty ones at its end count only if a row has something in them.
fn columns_of(header: Option<&SampleRow>, data: &[SampleRow]) -> Result<Vec<Column>, TableError> {
    let named = header.map_or(0, SampleRow::extent);
    let width = match header {
        Some(header) => {
            let most = header.width();
            let used = data.iter().map(SampleRow::extent).filter(|extent| *extent <= most).max().unwrap_or(0);
            named.max(used)
        }
        None => data.iter().map(SampleRow::width).max().unwrap_or(0),
    };
    if width > MOST_COLUMNS {
        return Err(TableError::TooManyColumns { row: header.map_or(1, |header| header.number), found: width });
    }
    if width == 0 {
        return Err(TableError::Header { row: 1 });
    }
    Ok(columns::named((0..width).map(|position| header.map_or("", |header| header.get(position)))))
}

fn ragged(data: &[SampleRow], width: usize, file: FileKind, is_even: &dyn Fn(&&SampleRow) -> bool) -> Option<Doubt> {
    let uneven = data.iter().filter(|row| !is_even(row)).count();
    let first = data.iter().find(|row| !is_even(row))?;
    let cells = if file == FileKind::Text { first.width() } else { first.extent() };
    Some(Doubt::about_the_file(
        "table.ragged",
        format!(
            "{uneven} of {} rows seen have another number of cells than the header; row {} has {cells}, not {width}.",
            data.len(),
            first.number
        ),
        "Check the delimiter and the row of names; such rows are set aside and listed.",
    ))
}

fn broken(sample: &Sample) -> Option<Doubt> {
    let first = sample.broken.first()?;
    Some(Doubt::about_the_file(
        "table.broken-rows",
        format!("{} of the rows seen can’t be read; row {} {}.", sample.broken.len(), first.row, first.reason),
        "Look at these rows; another encoding or quotation mark may help, or let them be set aside.",
    ))
}

fn decimal(
    data: &[SampleRow],
    width: usize,
    layout: &Layout,
    corrections: &Corrections,
    doubts: &mut Vec<Doubt>,
) -> DecimalSign {
    if let Some(sign) = corrections.decimal {
        return sign;
    }
    let signs = kinds::signs(data, width);
    match (signs.point, signs.comma) {
        (0, 0) if signs.open_point + signs.open_comma == 0 => DecimalSign::Point,
        (0, 0) => {
            // Where semicolons stand between cells, commas stand in numbers.
            let sign = if layout.delimiter == ';' { DecimalSign::Comma } else { DecimalSign::Point };
            let example = if signs.open_point > 0 { "1.234" } else { "1,234" };
            doubts.push(Doubt::about_the_file(
                "table.decimal-guessed",
                format!(
                    "Numbers such as {example} may have a fraction or thousands; {} is read as decimal sign.",
                    said_sign(sign)
                ),
                "Choose the decimal sign.",
            ));
            sign
        }
        (point, comma) => {
            let sign = if comma > point { DecimalSign::Comma } else { DecimalSign::Point };
            if point > 0 && comma > 0 {
                doubts.push(Doubt::about_the_file(
                    "table.decimal-mixed",
                    format!(
                        "Point and comma both stand before fractions; {} is read as decimal sign.",
                        said_sign(sign)
                    ),
                    "Choose the decimal sign, or treat the columns as text.",
                ));
            }
            sign
        }
    }
}

const fn said_sign(sign: DecimalSign) -> &'static str {
    match sign {
        DecimalSign::Point => "the point",
        DecimalSign::Comma => "the comma",
    }
}

/// Corrections for columns that this table does not have, such as after choosing another delimiter.
fn unused(corrections: &Corrections, columns: &[Column]) -> Option<Doubt> {
    let mut named = corrections.forms.keys().chain(corrections.kinds.keys());
    let name = named.find(|name| columns.iter().all(|column| column.name != **name))?;
    Some(Doubt::about_the_file(
        "table.unused-correction",
        format!("There is no column “{name}”, so what was said about it is not used."),
        "Look at the columns again.",
    ))
}

fn preview<'a>(rows: impl Iterator<Item = &'a SampleRow>, width: usize) -> Vec<Vec<String>> {
    let mut bytes = 0;
    let mut preview = Vec::new();
    for row in rows.take(PREVIEW_ROWS) {
        let cells: Vec<String> = (0..width).map(|position| row.get(position).to_owned()).collect();
        bytes += cells.iter().map(String::len).sum::<usize>();
        if bytes > PREVIEW_BYTES && !preview.is_empty() {
            break;
        }
        preview.push(cells);
    }
    preview
}
