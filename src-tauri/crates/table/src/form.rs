//! The forms in which dates and times are written.

/// The form that takes every date and time of ISO 8601 with a day in it.
pub(crate) const ISO: &str = "ISO 8601";

/// The forms we know, the stricter before the looser and the day before the month.
const FORMS: &[&str] = &[
    "YYYY-MM-DD HH:MM:SS",
    "YYYY-MM-DD HH:MM",
    "YYYY-MM-DD",
    ISO,
    "YYYY-MM-DD h:mm:ss AM",
    "YYYY/MM/DD HH:MM:SS",
    "YYYY/MM/DD HH:MM",
    "YYYY/MM/DD",
    "DD.MM.YYYY HH:MM:SS",
    "DD.MM.YYYY HH:MM",
    "DD.MM.YYYY",
    "D.M.YYYY H:MM:SS",
    "D.M.YYYY H:MM",
    "D.M.YYYY",
    "DD.MM.YY HH:MM:SS",
    "DD.MM.YY HH:MM",
    "DD.MM.YY",
    "DD.MM.YYYY, HH:MM:SS",
    "DD.MM.YYYY, HH:MM",
    "DD-MM-YYYY HH:MM:SS",
    "DD-MM-YYYY HH:MM",
    "DD-MM-YYYY",
    "MM-DD-YYYY HH:MM:SS",
    "MM-DD-YYYY HH:MM",
    "MM-DD-YYYY",
    "DD/MM/YYYY HH:MM:SS",
    "DD/MM/YYYY HH:MM",
    "DD/MM/YYYY",
    "MM/DD/YYYY HH:MM:SS",
    "MM/DD/YYYY HH:MM",
    "MM/DD/YYYY",
    "DD/MM/YYYY hh:mm:ss AM",
    "MM/DD/YYYY hh:mm:ss AM",
    "D/M/YYYY H:MM:SS",
    "D/M/YYYY H:MM",
    "D/M/YYYY",
    "M/D/YYYY H:MM:SS",
    "M/D/YYYY H:MM",
    "M/D/YYYY",
    "D/M/YYYY h:mm:ss AM",
    "D/M/YYYY h:mm AM",
    "M/D/YYYY h:mm:ss AM",
    "M/D/YYYY h:mm AM",
    "D/M/YY H:MM:SS",
    "D/M/YY H:MM",
    "D/M/YY",
    "M/D/YY H:MM:SS",
    "M/D/YY H:MM",
    "M/D/YY",
    "D/M/YY h:mm AM",
    "M/D/YY h:mm AM",
    "D/M/YYYY, H:MM:SS",
    "M/D/YYYY, h:mm:ss AM",
    "M/D/YY, h:mm AM",
    "DD/Mon/YY HH:MM",
    "DD/Mon/YY h:mm AM",
    "DD/Mon/YY",
    "D/Mon/YY H:MM",
    "D/Mon/YY h:mm AM",
    "D/Mon/YY",
    "DD/Mon/YYYY HH:MM:SS",
    "DD/Mon/YYYY HH:MM",
    "DD-Mon-YYYY HH:MM:SS",
    "DD-Mon-YYYY HH:MM",
    "DD-Mon-YYYY",
    "D-Mon-YYYY",
    "DD-Mon-YY HH:MM:SS",
    "DD-Mon-YY",
    "D-Mon-YY",
    "D Mon YYYY HH:MM:SS",
    "D Mon YYYY HH:MM",
    "D Mon YYYY, HH:MM",
    "D Mon YYYY h:mm AM",
    "D Mon YYYY",
    "D. Mon YYYY HH:MM",
    "D. Mon YYYY",
    "Mon D, YYYY h:mm:ss AM",
    "Mon D, YYYY, h:mm:ss AM",
    "Mon D, YYYY h:mm AM",
    "Mon D, YYYY, h:mm AM",
    "Mon D, YYYY HH:MM",
    "Mon D, YYYY",
    "YYYYMMDD HHMMSS",
    "YYYYMMDDHHMMSS",
    "YYYYMMDD",
];

/// The forms of dates and times that are known, for a choice on the screen. Others can be written with the same words:
///
/// | word | stands for |
/// |---|---|
/// | `YYYY`, `YY` | the year; two digits up to 69 are 20xx, the others 19xx |
/// | `MM`, `M` | the month as two digits, as one or two; after an hour: the minutes |
/// | `Mon` | the month as a word, short or long, in seven languages |
/// | `DD`, `D` | the day |
/// | `HH`, `H` | the hour of 24 |
/// | `hh`, `h` with `AM` | the hour of 12 with AM or PM |
/// | `mm` | the minutes |
/// | `SS`, `ss` | the seconds, with or without a fraction |
/// | `ISO 8601` | any of `2026-03-01`, `2026-03-01T10:00:00.000+0100`, `2026-03-01 10:00Z` |
#[must_use]
pub fn forms() -> &'static [&'static str] {
    FORMS
}

/// The forms that are tried without being asked. Eight digits are an id until a person says that they are a day.
pub(crate) fn tried() -> impl Iterator<Item = &'static str> {
    FORMS.iter().copied().filter(|form| !form.starts_with("YYYYMMDD"))
}

/// Whether a form says a whole day, and a time only in a way that can be read.
pub(crate) fn is_form(form: &str) -> bool {
    if form == ISO {
        return true;
    }
    let mut seen = Words::default();
    let mut rest = form;
    while let Some((word, length)) = word_at(rest, seen.hour) {
        seen.add(&word);
        rest = &rest[length..];
    }
    seen.year == 1 && seen.month == 1 && seen.day == 1 && seen.times_fit()
}

/// The same form with day and month changed, if both are numbers that stand next to each other. With points between
/// them everybody writes the day first.
pub(crate) fn twin(form: &str) -> Option<String> {
    let letters = form.as_bytes();
    let first = letters.iter().take_while(|&&letter| letter == letters[0]).count();
    if !matches!(letters.first()?, b'D' | b'M') || first > 2 {
        return None;
    }
    let second_at = first + 1;
    if letters.get(first) == Some(&b'.') {
        return None;
    }
    let second = letters.get(second_at..)?.iter().take_while(|&&letter| letter == letters[second_at]).count();
    if !matches!(letters.get(second_at)?, b'D' | b'M') || letters[0] == letters[second_at] || second > 2 {
        return None;
    }
    if form[second_at..].starts_with("Mon") || form.starts_with("Mon") {
        return None;
    }
    let (day_or_month, between, other, rest) =
        (&form[..first], &form[first..second_at], &form[second_at..second_at + second], &form[second_at + second..]);
    Some(format!("{other}{between}{day_or_month}{rest}"))
}

/// One word of a form.
pub(crate) enum Word {
    Year4,
    Year2,
    Month(Digits),
    MonthName,
    Day(Digits),
    Hour(Digits),
    HourOf12(Digits),
    Minute(Digits),
    Second(Digits),
    Meridiem,
    Space,
    Letter(char),
}

#[derive(Clone, Copy)]
pub(crate) enum Digits {
    Two,
    OneOrTwo,
}

/// The word at the beginning of `form` and how many bytes it takes; `after_hour` tells minutes from months.
pub(crate) fn word_at(form: &str, after_hour: bool) -> Option<(Word, usize)> {
    let first = form.chars().next()?;
    let run = form.bytes().take(4).take_while(|&byte| char::from(byte) == first).count();
    let two = if run >= 2 { (Digits::Two, 2) } else { (Digits::OneOrTwo, 1) };
    Some(match first {
        'Y' if run == 4 => (Word::Year4, 4),
        'Y' if run >= 2 => (Word::Year2, 2),
        'M' if form.starts_with("Month") => (Word::MonthName, 5),
        'M' if form.starts_with("Mon") => (Word::MonthName, 3),
        'M' if after_hour => (Word::Minute(two.0), two.1),
        'M' => (Word::Month(two.0), two.1),
        'D' => (Word::Day(two.0), two.1),
        'H' => (Word::Hour(two.0), two.1),
        'h' => (Word::HourOf12(two.0), two.1),
        'm' => (Word::Minute(two.0), two.1),
        'S' | 's' => (Word::Second(two.0), two.1),
        'A' if form.starts_with("AM") => (Word::Meridiem, 2),
        ' ' => (Word::Space, 1),
        other => (Word::Letter(other), other.len_utf8()),
    })
}

/// How often a form says what.
#[derive(Default)]
struct Words {
    year: u32,
    month: u32,
    day: u32,
    hours: u32,
    hours_of_12: u32,
    minutes: u32,
    seconds: u32,
    meridiems: u32,
    hour: bool,
}

impl Words {
    fn add(&mut self, word: &Word) {
        match word {
            Word::Year4 | Word::Year2 => self.year += 1,
            Word::Month(_) | Word::MonthName => self.month += 1,
            Word::Day(_) => self.day += 1,
            Word::Hour(_) => self.hours += 1,
            Word::HourOf12(_) => self.hours_of_12 += 1,
            Word::Minute(_) => self.minutes += 1,
            Word::Second(_) => self.seconds += 1,
            Word::Meridiem => self.meridiems += 1,
            Word::Space | Word::Letter(_) => {}
        }
        self.hour = self.hours + self.hours_of_12 > 0;
    }

    fn times_fit(&self) -> bool {
        self.hours + self.hours_of_12 <= 1
            && self.minutes <= 1
            && self.seconds <= 1
            && self.meridiems == self.hours_of_12
            && (self.minutes == 0 || self.hour)
            && (self.seconds == 0 || self.minutes == 1)
    }
}
