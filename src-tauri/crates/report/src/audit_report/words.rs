//! Small words: days, moments, lists, and what is said when there is nothing to say.

use ground::{Day, Instant};

use crate::facts::{Clause, ControlBlock};

const MONTHS: [&str; 12] = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

/// What a part says that must be there and was not filled in.
pub(super) const NOT_RECORDED: &str = "Not recorded.";

/// `12 Feb 2026`.
pub(super) fn day(day: Day) -> String {
    let month = MONTHS.get(day.month() as usize - 1).copied().unwrap_or("");
    format!("{} {month} {}", day.day_of_month(), day.year())
}

/// The day, or nothing.
pub(super) fn day_or_blank(on: Option<Day>) -> String {
    on.map(day).unwrap_or_default()
}

/// `10 Feb 2026 to 12 Feb 2026`, or the one day that is known.
pub(super) fn days(from: Option<Day>, to: Option<Day>) -> String {
    match (from, to) {
        (Some(from), Some(to)) if from != to => format!("{} to {}", day(from), day(to)),
        (Some(one), _) | (None, Some(one)) => day(one),
        (None, None) => String::new(),
    }
}

/// `20 Feb 2026, 15:30 (Europe/Copenhagen, UTC+01:00)`.
pub(super) fn reporting_moment(control: &ControlBlock) -> String {
    let ahead = control.utc_offset_minutes;
    let shifted = control.reported_at.millis().saturating_add(i64::from(ahead).saturating_mul(60_000));
    let local = Instant::from_millis(shifted).unwrap_or(control.reported_at);
    let clock = local.to_string().split_once('T').map(|(_, clock)| clock.chars().take(5).collect::<String>());
    let sign = if ahead < 0 { '-' } else { '+' };
    let (hours, minutes) = (ahead.unsigned_abs() / 60, ahead.unsigned_abs() % 60);
    let zone = [control.time_zone.as_str(), &format!("UTC{sign}{hours:02}:{minutes:02}")];
    format!("{}, {} ({})", day(local.day()), clock.unwrap_or_default(), joined(&zone, ", "))
}

/// The text, or that it was not recorded.
pub(super) fn or_not_recorded(text: &str) -> &str {
    if text.trim().is_empty() { NOT_RECORDED } else { text }
}

/// The parts that say something, joined.
pub(super) fn joined<S: AsRef<str>>(parts: &[S], by: &str) -> String {
    let said: Vec<&str> = parts.iter().map(AsRef::as_ref).filter(|part| !part.is_empty()).collect();
    said.join(by)
}

/// `8.6.1 Incident management`, with the standard before it where it is named.
pub(super) fn clause(clause: &Clause) -> String {
    joined(&[clause.standard.as_str(), &clause.number, &clause.title], " ")
}

/// The numbers of clauses: `8.6.1, 8.6.2`.
pub(super) fn clause_numbers(clauses: &[Clause]) -> String {
    let numbers: Vec<String> =
        clauses.iter().map(|clause| joined(&[clause.standard.as_str(), &clause.number], " ")).collect();
    joined(&numbers, ", ")
}

/// The name with what it is in brackets.
pub(super) fn named(name: &str, what: &str) -> String {
    match (name.is_empty(), what.is_empty()) {
        (false, false) => format!("{name} ({what})"),
        _ => format!("{name}{what}"),
    }
}

/// `4,812`.
pub(super) fn number(number: u64) -> String {
    let digits = number.to_string();
    let mut out = String::new();
    for (place, digit) in digits.chars().enumerate() {
        if place > 0 && (digits.len() - place).is_multiple_of(3) {
            out.push(',');
        }
        out.push(digit);
    }
    out
}

/// `1 question`, `3 questions`.
pub(super) fn counted(count: usize, one: &str, many: &str) -> String {
    format!("{count} {}", if count == 1 { one } else { many })
}
