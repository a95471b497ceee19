use chrono::{NaiveDate, NaiveDateTime, NaiveTime};

use crate::{
    form::{Digits, ISO, Word, word_at},
    months::month_named,
};

/// The moment that `text` says when it is written in `form`, or nothing: for another form, and for a day that is in no
/// calendar. A day without a time is its midnight.
///
/// An offset in ISO 8601 text (`+01:00`, `Z`) is dropped, not applied: the moment is the one that stands there, as all
/// other columns of an export are in the exporting person's time, too.
#[must_use]
pub fn moment(text: &str, form: &str) -> Option<NaiveDateTime> {
    // Most exports write their moments like this, and a million rows have several million of them.
    if form == "YYYY-MM-DD HH:MM:SS"
        && let Some(letters) = text.as_bytes().first_chunk::<19>()
        && text.len() == letters.len()
        && let Some(moment) = usual(letters)
    {
        return Some(moment);
    }
    let text = text.trim_matches(|letter: char| letter.is_whitespace());
    if form == ISO { iso(text) } else { Seen::default().walked(text, form)?.moment() }
}

/// `2026-03-01 10:00:00`, exactly; anything else is nothing, and is looked at more closely.
fn usual(letters: &[u8; 19]) -> Option<NaiveDateTime> {
    const MARKS: [(usize, u8); 5] = [(4, b'-'), (7, b'-'), (10, b' '), (13, b':'), (16, b':')];
    if MARKS.iter().any(|&(at, mark)| letters[at] != mark) {
        return None;
    }
    let digit = |at: usize| Some(u32::from(letters[at].wrapping_sub(b'0'))).filter(|_| letters[at].is_ascii_digit());
    let two = |at: usize| Some(digit(at)? * 10 + digit(at + 1)?);
    let year = (two(0)? * 100 + two(2)?).cast_signed();
    let day = NaiveDate::from_ymd_opt(year, two(5)?, two(8)?)?;
    Some(day.and_time(NaiveTime::from_hms_opt(two(11)?, two(14)?, two(17)?)?))
}

/// What was read of a moment so far.
#[derive(Default)]
struct Seen {
    year: i32,
    month: u32,
    day: u32,
    hour: u32,
    minute: u32,
    second: u32,
    nano: u32,
    of_12: bool,
    afternoon: Option<bool>,
}

impl Seen {
    fn walked(mut self, text: &str, form: &str) -> Option<Self> {
        let (mut text, mut form) = (text, form);
        let mut after_hour = false;
        while let Some((word, length)) = word_at(form, after_hour) {
            form = &form[length..];
            match word {
                Word::Year4 => self.year = number(&mut text, 4, 4)?.cast_signed(),
                Word::Year2 => {
                    let year = number(&mut text, 2, 2)?.cast_signed();
                    self.year = if year < 70 { 2000 + year } else { 1900 + year };
                }
                Word::Month(digits) => self.month = counted(&mut text, digits)?,
                Word::MonthName => self.month = month(&mut text)?,
                Word::Day(digits) => self.day = counted(&mut text, digits)?,
                Word::Hour(digits) => {
                    self.hour = counted(&mut text, digits)?;
                    after_hour = true;
                }
                Word::HourOf12(digits) => {
                    self.hour = counted(&mut text, digits)?;
                    self.of_12 = true;
                    after_hour = true;
                }
                Word::Minute(digits) => self.minute = counted(&mut text, digits)?,
                Word::Second(digits) => {
                    self.second = counted(&mut text, digits)?;
                    self.nano = fraction(&mut text);
                }
                Word::Meridiem => self.afternoon = Some(meridiem(&mut text)?),
                Word::Space => {
                    let rest = text.trim_start();
                    if rest.len() == text.len() {
                        return None;
                    }
                    text = rest;
                }
                Word::Letter(letter) => text = text.strip_prefix(letter)?,
            }
        }
        text.is_empty().then_some(self)
    }

    fn moment(self) -> Option<NaiveDateTime> {
        let hour = match (self.of_12, self.afternoon) {
            (false, None) => self.hour,
            (true, Some(_)) if !(1..=12).contains(&self.hour) => return None,
            (true, Some(afternoon)) => self.hour % 12 + if afternoon { 12 } else { 0 },
            _ => return None,
        };
        let day = NaiveDate::from_ymd_opt(self.year, self.month, self.day)?;
        Some(day.and_time(NaiveTime::from_hms_nano_opt(hour, self.minute, self.second, self.nano)?))
    }
}

/// From `least` to `most` digits.
fn number(text: &mut &str, least: usize, most: usize) -> Option<u32> {
    let digits = text.bytes().take(most).take_while(u8::is_ascii_digit).count();
    if digits < least {
        return None;
    }
    let (number, rest) = text.split_at(digits);
    *text = rest;
    Some(number.bytes().fold(0, |sum, digit| sum * 10 + u32::from(digit - b'0')))
}

fn counted(text: &mut &str, digits: Digits) -> Option<u32> {
    match digits {
        Digits::Two => number(text, 2, 2),
        Digits::OneOrTwo => number(text, 1, 2),
    }
}

/// The fraction of a second, if there is one: a point or a comma and up to nine digits, in billionths.
fn fraction(text: &mut &str) -> u32 {
    let Some(after) = text.strip_prefix(['.', ',']) else { return 0 };
    let digits = after.bytes().take_while(u8::is_ascii_digit).count();
    if digits == 0 {
        return 0;
    }
    let nano = after.bytes().take(digits.min(9)).chain(std::iter::repeat(b'0')).take(9);
    let nano = nano.fold(0, |sum, digit| sum * 10 + u32::from(digit - b'0'));
    *text = &after[digits..];
    nano
}

fn month(text: &mut &str) -> Option<u32> {
    let length = text.find(|letter: char| !letter.is_alphabetic()).unwrap_or(text.len());
    let (name, rest) = text.split_at(length);
    *text = rest.strip_prefix('.').unwrap_or(rest);
    month_named(name)
}

fn meridiem(text: &mut &str) -> Option<bool> {
    let first = *text.as_bytes().first()?;
    let afternoon = match first | 0x20 {
        b'a' => false,
        b'p' => true,
        _ => return None,
    };
    let rest = &text[1..];
    let rest = rest.strip_prefix('.').unwrap_or(rest);
    let rest = rest.strip_prefix(['m', 'M'])?;
    *text = rest.strip_prefix('.').unwrap_or(rest);
    Some(afternoon)
}

fn iso(text: &str) -> Option<NaiveDateTime> {
    let mut rest = text;
    let mut seen = Seen { year: number(&mut rest, 4, 4)?.cast_signed(), ..Seen::default() };
    rest = rest.strip_prefix('-')?;
    seen.month = number(&mut rest, 2, 2)?;
    rest = rest.strip_prefix('-')?;
    seen.day = number(&mut rest, 2, 2)?;
    if rest.is_empty() {
        return seen.moment();
    }
    rest = rest.strip_prefix(['T', 't', ' '])?;
    seen.hour = number(&mut rest, 2, 2)?;
    rest = rest.strip_prefix(':')?;
    seen.minute = number(&mut rest, 2, 2)?;
    if let Some(after) = rest.strip_prefix(':') {
        rest = after;
        seen.second = number(&mut rest, 2, 2)?;
        seen.nano = fraction(&mut rest);
    }
    is_offset(rest.trim_start()).then(|| seen.moment()).flatten()
}

/// Nothing, `Z`, `+01`, `+0100` or `+01:00`.
fn is_offset(text: &str) -> bool {
    if matches!(text, "" | "Z" | "z") {
        return true;
    }
    let Some(digits) = text.strip_prefix(['+', '-', '\u{2212}']) else { return false };
    let letters = digits.as_bytes();
    let digit = |at: usize| letters.get(at).is_some_and(u8::is_ascii_digit);
    match letters.len() {
        2 => digit(0) && digit(1),
        4 => (0..4).all(digit),
        5 => digit(0) && digit(1) && letters[2] == b':' && digit(3) && digit(4),
        _ => false,
    }
}
