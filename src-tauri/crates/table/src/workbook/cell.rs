//! What a person reads in a cell of a workbook.

use std::fmt::Write;

use calamine::{DataRef, ExcelDateTime};
use chrono::{Datelike, NaiveDate};

/// The largest whole number that a spreadsheet keeps digit by digit.
pub(crate) const LARGEST_EXACT: f64 = 1e15;
const SECONDS_A_DAY: f64 = 86_400.0;

/// Writes what a cell holds to the end of `into`: whole numbers without exponent or fraction, moments as
/// YYYY-MM-DD HH:MM:SS, durations as H:MM:SS, truth as TRUE and FALSE, errors by their sign, formulas as the value
/// that was saved with them.
pub(crate) fn written(value: &DataRef<'_>, is_1904: bool, into: &mut String) {
    match value {
        DataRef::Empty => {}
        DataRef::String(text) => into.push_str(text),
        DataRef::SharedString(text) => into.push_str(text),
        DataRef::Int(whole) => put(into, format_args!("{whole}")),
        DataRef::Float(number) => float(*number, into),
        DataRef::Bool(true) => into.push_str("TRUE"),
        DataRef::Bool(false) => into.push_str("FALSE"),
        DataRef::DateTime(moment) => excel_moment(*moment, is_1904, into),
        DataRef::DateTimeIso(text) => iso(text, into),
        DataRef::DurationIso(text) => into.push_str(text),
        DataRef::Error(error) => put(into, format_args!("{error}")),
    }
}

/// Writing to a String never fails.
fn put(into: &mut String, words: std::fmt::Arguments<'_>) {
    let _ = into.write_fmt(words);
}

fn float(number: f64, into: &mut String) {
    if number.fract() == 0.0 && number.abs() < 9e15 {
        // Exact: below 2^53 every whole number is one.
        #[allow(clippy::cast_possible_truncation)]
        let whole = number as i64;
        return put(into, format_args!("{whole}"));
    }
    // A spreadsheet shows fifteen digits, so 0.1 + 0.2 is 0.3 and not 0.30000000000000004.
    let shown = format!("{number:.14e}").parse().unwrap_or(number);
    put(into, format_args!("{shown}"));
}

fn excel_moment(moment: ExcelDateTime, is_1904: bool, into: &mut String) {
    let days = moment.as_f64();
    let seconds = (days * SECONDS_A_DAY).round();
    if !(0.0..2_958_466.0 * SECONDS_A_DAY).contains(&seconds) {
        // No day of the calendar: it is shown as the number that it is.
        return float(days, into);
    }
    #[allow(clippy::cast_possible_truncation)]
    let seconds = seconds as i64;
    let (day, time) = (seconds / 86_400, seconds % 86_400);
    let (hour, minute, second) = (time / 3600, time / 60 % 60, time % 60);
    if moment.is_duration() {
        return put(into, format_args!("{}:{minute:02}:{second:02}", seconds / 3600));
    }
    if day == 0 && !is_1904 {
        return put(into, format_args!("{hour:02}:{minute:02}:{second:02}"));
    }
    match date(day, is_1904) {
        Some(date) => {
            let (year, month, day) = (date.year(), date.month(), date.day());
            put(into, format_args!("{year:04}-{month:02}-{day:02} {hour:02}:{minute:02}:{second:02}"));
        }
        None => float(days, into),
    }
}

/// The day that a spreadsheet counts so. Its calendar has a 29 February 1900, so the days before it are one off.
fn date(day: i64, is_1904: bool) -> Option<NaiveDate> {
    let epoch = if is_1904 {
        NaiveDate::from_ymd_opt(1904, 1, 1)
    } else if day < 60 {
        NaiveDate::from_ymd_opt(1899, 12, 31)
    } else {
        NaiveDate::from_ymd_opt(1899, 12, 30)
    };
    epoch?.checked_add_days(chrono::Days::new(day.unsigned_abs()))
}

/// A moment that the workbook holds as ISO 8601 text, in the form that all others have.
fn iso(text: &str, into: &mut String) {
    match crate::moment::moment(text, crate::form::ISO) {
        Some(moment) => put(into, format_args!("{}", moment.format("%Y-%m-%d %H:%M:%S"))),
        None => into.push_str(text),
    }
}
