use chrono::{NaiveDate, TimeDelta, Utc};
use ground::Instant;
use lopdf::{Dictionary, Object, StringFormat, decode_text_string};

/// A text of a dictionary, in whichever encoding it is written.
pub(crate) fn text(dictionary: &Dictionary, key: &[u8]) -> Option<String> {
    let text = decode_text_string(dictionary.get(key).ok()?).ok()?;
    Some(text.trim_start_matches('\u{feff}').to_owned())
}

/// Words as a PDF keeps them: UTF-16, so that every script fits.
pub(crate) fn words(text: &str) -> Object {
    let units = std::iter::once(0xfeff).chain(text.encode_utf16());
    Object::String(units.flat_map(u16::to_be_bytes).collect(), StringFormat::Hexadecimal)
}

/// A moment as a PDF writes it (ISO 32000-1, 7.9.4).
pub(crate) fn date(moment: Instant) -> Object {
    Object::string_literal(moment.utc().format("D:%Y%m%d%H%M%S+00'00'").to_string())
}

/// Reads a moment. Parts left out are the earliest there is; without a zone it is taken as UTC.
pub(crate) fn moment(written: &[u8]) -> Option<Instant> {
    let digits = written.strip_prefix(b"D:").unwrap_or(written);
    let length = digits.iter().take(14).take_while(|byte| byte.is_ascii_digit()).count();
    let (digits, zone) = digits.split_at(length);
    // A zone belongs to a time of day. `2026-10-06` is another notation, not the year 2026 ten hours west.
    if length < 4 || length % 2 != 0 || (length < 10 && !zone.is_empty()) {
        return None;
    }
    let number = |from: usize, to: usize, otherwise: u32| match digits.get(from..to) {
        Some(part) => std::str::from_utf8(part).ok()?.parse().ok(),
        None => Some(otherwise),
    };
    let year = i32::try_from(number(0, 4, 0)?).ok()?;
    let day = NaiveDate::from_ymd_opt(year, number(4, 6, 1)?, number(6, 8, 1)?)?;
    let time = day.and_hms_opt(number(8, 10, 0)?, number(10, 12, 0)?, number(12, 14, 0)?)?;
    let utc = time.checked_sub_signed(TimeDelta::minutes(offset_minutes(zone)?))?;
    Some(Instant::from(utc.and_local_timezone(Utc).single()?))
}

/// `+02'00'`, `-0530`, `Z` or nothing, in minutes east of UTC.
fn offset_minutes(zone: &[u8]) -> Option<i64> {
    let sign = match zone.first() {
        None | Some(b'Z') => return Some(0),
        Some(b'+') => 1,
        Some(b'-') => -1,
        Some(_) => return None,
    };
    let digits: Vec<i64> =
        zone.iter().take(8).filter(|byte| byte.is_ascii_digit()).map(|byte| i64::from(byte - b'0')).collect();
    let (hours, minutes) = match digits[..] {
        [a, b] => (a * 10 + b, 0),
        [a, b, c, d] => (a * 10 + b, c * 10 + d),
        _ => return None,
    };
    (hours < 24 && minutes < 60).then_some(sign * (hours * 60 + minutes))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_moment_is_read_in_its_own_zone() {
        let read = |text: &str| moment(text.as_bytes()).map(|moment| moment.to_string());
        assert_eq!(read("D:20261006140322+02'00'").as_deref(), Some("2026-10-06T12:03:22.000Z"));
        assert_eq!(read("D:20261006140322Z").as_deref(), Some("2026-10-06T14:03:22.000Z"));
        assert_eq!(read("20261006").as_deref(), Some("2026-10-06T00:00:00.000Z"));
        assert_eq!(read("D:2026-10-06"), None, "another notation is not guessed at");
        assert_eq!(read("D:20261306140322Z"), None, "there is no thirteenth month");
        assert_eq!(read(""), None);
    }

    #[test]
    fn a_moment_that_was_written_reads_back() {
        let at = Instant::from_millis(1_800_000_000_000).unwrap();
        assert_eq!(moment(date(at).as_str().unwrap()), Some(at));
    }
}
