//! What the cells of each column are: words, numbers or moments, and how these are written.

use std::cmp::Reverse;

use crate::{
    corrections::Corrections,
    decimal::Decimal,
    doubt::Doubt,
    error::TableError,
    form::{self, is_form, tried, twin},
    layout::{Column, ColumnKind, DecimalSign},
    moment::moment,
    sample::SampleRow,
};

/// Of a hundred values, how many have to be numbers or moments for the column to be.
const USUAL: usize = 90;
/// How many values every form is tried on; those that hardly fit any are then left out.
const FIRST_LOOK: usize = 200;
/// The most digits of a number that one adds up; a longer one is an id.
const LONGEST_NUMBER: usize = 15;

/// A value and the row it stands in.
type Value<'a> = (u64, &'a str);

/// Says of every column what it is, and what is in doubt about that.
pub(crate) fn recognised(
    columns: &mut [Column],
    rows: &[SampleRow],
    decimal: DecimalSign,
    corrections: &Corrections,
) -> Result<Vec<Doubt>, TableError> {
    let mut doubts = Vec::new();
    let mut open = Vec::new();
    // Whether other columns write the day before the month; what all of them do, an open one does, too.
    let mut day_first = Vec::new();
    for (position, column) in columns.iter_mut().enumerate() {
        let values = values(rows, position);
        let kind = corrections.kinds.get(&column.name).copied();
        let said = corrections.forms.get(&column.name).filter(|_| kind.is_none_or(|kind| kind == ColumnKind::Moment));
        if let Some(form) = said {
            if !is_form(form) {
                return Err(TableError::Form { column: column.name.clone(), form: form.clone() });
            }
            set_moment(column, form.clone());
            doubts.extend(misfit(column, &values));
            day_first.extend(is_day_first(form));
            continue;
        }
        match kind {
            Some(ColumnKind::Text) => {}
            Some(ColumnKind::Number) => {
                column.kind = ColumnKind::Number;
                doubts.extend(no_number(column, &values, decimal));
            }
            _ => {
                if let Some(form) = best_form(&values, kind.is_some()) {
                    let open_order = twin(form).filter(|twin| fits(&values, twin) == fits(&values, form));
                    set_moment(column, form.to_owned());
                    doubts.extend(misfit(column, &values));
                    match open_order {
                        Some(twin) => open.push((position, twin)),
                        None => day_first.extend(is_day_first(form)),
                    }
                } else if kind.is_some() && values.is_empty() {
                    set_moment(column, form::forms()[0].to_owned());
                } else if kind.is_some() {
                    return Err(TableError::NoForm { column: column.name.clone() });
                } else if is_number(&column.name, &values, decimal) {
                    column.kind = ColumnKind::Number;
                    doubts.extend(no_number(column, &values, decimal));
                } else {
                    doubts.extend(shortened(column, &values));
                }
            }
        }
    }
    for (position, twin) in open {
        let column = &mut columns[position];
        let agreed = day_first.first().copied().filter(|first| day_first.iter().all(|other| other == first));
        match agreed {
            Some(first) if is_day_first(&column.form) == Some(first) => {}
            Some(_) => column.form = twin,
            None => doubts.push(day_or_month(column, &twin, &values(rows, position))),
        }
    }
    Ok(doubts)
}

fn set_moment(column: &mut Column, form: String) {
    column.kind = ColumnKind::Moment;
    column.form = form;
}

/// The values of a column; blanks, dashes and dates made of zeros say nothing about it.
fn values(rows: &[SampleRow], position: usize) -> Vec<Value<'_>> {
    rows.iter().map(|row| (row.number, row.get(position).trim())).filter(|(_, cell)| !is_nothing(cell)).collect()
}

fn is_nothing(cell: &str) -> bool {
    matches!(cell, "" | "-" | "--" | "–" | "n/a" | "N/A" | "#N/A" | "NULL" | "null" | "None" | "(empty)")
        || (cell.starts_with("00")
            && cell.len() >= 8
            && cell.bytes().all(|byte| matches!(byte, b'0' | b'-' | b'/' | b'.' | b':' | b' ' | b'T')))
}

/// The form that most values fit, if at least nine of ten do; or any at all when the column has to be moments.
fn best_form(values: &[Value<'_>], any: bool) -> Option<&'static str> {
    let first = &values[..values.len().min(FIRST_LOOK)];
    if first.is_empty()
        || (!any && first.iter().filter(|(_, cell)| may_be_moment(cell)).count() * 100 < first.len() * USUAL)
    {
        return None;
    }
    let mut forms: Vec<(usize, &str)> =
        tried().map(|form| (fits(first, form), form)).filter(|(fit, _)| *fit > 0).collect();
    if any && forms.is_empty() {
        forms = form::forms().iter().map(|form| (fits(first, form), *form)).filter(|(fit, _)| *fit > 0).collect();
    }
    // Stable: of forms that fit equally well the stricter, which is named first, is taken.
    forms.sort_by_key(|(fit, _)| Reverse(*fit));
    let most = forms.first()?.0;
    forms.retain(|(fit, _)| *fit * 10 >= most * 8);
    let rest = &values[first.len()..];
    for (fit, form) in &mut forms {
        *fit += fits(rest, form);
    }
    forms.sort_by_key(|(fit, _)| Reverse(*fit));
    let (fit, form) = *forms.first()?;
    (any || fit * 100 >= values.len() * USUAL).then_some(form)
}

fn may_be_moment(cell: &str) -> bool {
    (6..=40).contains(&cell.len()) && cell.bytes().filter(u8::is_ascii_digit).count() >= 3
}

fn fits(values: &[Value<'_>], form: &str) -> usize {
    values.iter().filter(|(_, cell)| moment(cell, form).is_some()).count()
}

fn is_day_first(form: &str) -> Option<bool> {
    twin(form).map(|_| form.starts_with('D'))
}

fn day_or_month(column: &Column, twin: &str, values: &[Value<'_>]) -> Doubt {
    let example = values.first().map_or("", |(_, cell)| cell);
    Doubt::about(
        &column.name,
        "table.day-or-month",
        format!("“{}” may write the day or the month first: “{example}” is read as {}.", column.name, column.form),
        &format!("Choose {} or {twin}.", column.form),
    )
}

/// The first value that is no moment in the form of its column, if there is one.
fn misfit(column: &Column, values: &[Value<'_>]) -> Option<Doubt> {
    let wrong: Vec<&Value<'_>> = values.iter().filter(|(_, cell)| moment(cell, &column.form).is_none()).collect();
    let (row, cell) = wrong.first()?;
    Some(Doubt::about(
        &column.name,
        "table.no-moment",
        format!(
            "{} of {} values seen in “{}” are no date in the form {}; the first is “{}” in row {row}.",
            wrong.len(),
            values.len(),
            column.name,
            column.form,
            short(cell)
        ),
        "Choose another form, or correct the values in the source.",
    ))
}

fn no_number(column: &Column, values: &[Value<'_>], decimal: DecimalSign) -> Option<Doubt> {
    let wrong: Vec<&Value<'_>> = values.iter().filter(|(_, cell)| Decimal::parse(cell, decimal).is_none()).collect();
    let (row, cell) = wrong.first()?;
    Some(Doubt::about(
        &column.name,
        "table.no-number",
        format!(
            "{} of {} values seen in “{}” are no number; the first is “{}” in row {row}.",
            wrong.len(),
            values.len(),
            column.name,
            short(cell)
        ),
        "Choose another decimal sign, or treat the column as text.",
    ))
}

/// An id that a spreadsheet program has turned into a number with an exponent: its digits are gone.
fn shortened(column: &Column, values: &[Value<'_>]) -> Option<Doubt> {
    let (row, cell) = values.iter().find(|(_, cell)| has_exponent(cell))?;
    Some(Doubt::about(
        &column.name,
        "table.shortened-number",
        format!(
            "“{}” holds “{cell}” in row {row}: a spreadsheet program has shortened it, and digits are lost.",
            column.name
        ),
        "Export the list again, and don’t open and save it in a spreadsheet program before you bring it in.",
    ))
}

fn has_exponent(cell: &str) -> bool {
    let Some((number, exponent)) = cell.split_once("E+").or_else(|| cell.split_once("e+")) else { return false };
    let digits = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    let (whole, fraction) = number.split_once(['.', ',']).unwrap_or((number, "0"));
    digits(whole) && digits(fraction) && digits(exponent) && exponent.len() <= 3
}

fn is_number(name: &str, values: &[Value<'_>], decimal: DecimalSign) -> bool {
    if values.is_empty() || names_an_id(name) || values.iter().any(|(_, cell)| looks_like_id(cell)) {
        return false;
    }
    let numbers = values.iter().filter(|(_, cell)| Decimal::parse(cell, decimal).is_some()).count();
    numbers * 100 >= values.len() * USUAL
}

/// Leading zeros, a plus as telephone numbers have it, or more digits than a number has that one adds up.
fn looks_like_id(cell: &str) -> bool {
    let bytes = cell.as_bytes();
    if bytes.first() == Some(&b'+') {
        return true;
    }
    if !bytes.iter().all(u8::is_ascii_digit) {
        return false;
    }
    bytes.len() > LONGEST_NUMBER || (bytes.len() > 1 && bytes[0] == b'0')
}

/// Names under which tools export what identifies a record, or what looks like a number and is none.
fn names_an_id(name: &str) -> bool {
    let name = name.to_lowercase();
    let whole = [
        "#",
        "id",
        "key",
        "no",
        "no.",
        "nr",
        "nr.",
        "nummer",
        "number",
        "ref",
        "reference",
        "ticket",
        "ticketnumber",
        "ticket#",
        "phone",
        "telefon",
        "plz",
        "zip",
        "postcode",
        "numéro",
        "número",
    ];
    let ends = [" id", "_id", "-id", " key", "_key", "number", "nummer", " no", " no.", " nr", " nr.", "_no", "_nr"];
    whole.contains(&name.as_str()) || ends.iter().any(|end| name.ends_with(end))
}

fn short(cell: &str) -> String {
    if cell.chars().count() <= 40 { cell.to_owned() } else { cell.chars().take(40).chain(['…']).collect() }
}

/// What the numbers of a file say about its decimal sign.
#[derive(Debug, Default, PartialEq, Eq)]
pub(crate) struct Signs {
    pub(crate) point: usize,
    pub(crate) comma: usize,
    /// "1.234" may be one and a bit, or more than a thousand.
    pub(crate) open_point: usize,
    pub(crate) open_comma: usize,
}

/// Looks at all columns that hold hardly anything but numbers.
pub(crate) fn signs(rows: &[SampleRow], width: usize) -> Signs {
    let mut signs = Signs::default();
    for position in 0..width {
        let values = values(rows, position);
        let is_any = |cell: &str| {
            Decimal::parse(cell, DecimalSign::Point).is_some() || Decimal::parse(cell, DecimalSign::Comma).is_some()
        };
        let numbers = values.iter().filter(|(_, cell)| is_any(cell)).count();
        if numbers == 0 || numbers * 100 < values.len() * USUAL {
            continue;
        }
        for (_, cell) in values {
            let point = Decimal::parse(cell, DecimalSign::Point);
            let comma = Decimal::parse(cell, DecimalSign::Comma);
            match (cell.contains('.'), cell.contains(',')) {
                (false, false) => {}
                _ if point.is_some() && comma.is_none() => signs.point += 1,
                _ if comma.is_some() && point.is_none() => signs.comma += 1,
                (true, false) if cell.starts_with("0.") => signs.point += 1,
                (false, true) if cell.starts_with("0,") => signs.comma += 1,
                (true, false) => signs.open_point += 1,
                (false, true) => signs.open_comma += 1,
                (true, true) => {}
            }
        }
    }
    signs
}
