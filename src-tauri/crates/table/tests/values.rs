//! Numbers and moments against tables of what they are.

use chrono::NaiveDate;
use proptest::prelude::*;
use table::{Decimal, DecimalSign, forms, moment};

use DecimalSign::{Comma, Point};

#[test]
fn numbers_are_read_as_people_write_them() {
    for (text, sign, expected) in [
        ("0", Point, Some("0")),
        ("-0", Point, Some("0")),
        ("007", Point, Some("7")),
        ("17", Comma, Some("17")),
        ("+17", Point, Some("17")),
        ("-17.50", Point, Some("-17.5")),
        ("\u{2212}17.5", Point, Some("-17.5")),
        (".5", Point, Some("0.5")),
        ("-,5", Comma, Some("-0.5")),
        ("0.10", Point, Some("0.1")),
        ("1,234.5", Point, Some("1234.5")),
        ("1.234,5", Comma, Some("1234.5")),
        ("1.234", Comma, Some("1234")),
        ("1.234", Point, Some("1.234")),
        ("12,345,678", Point, Some("12345678")),
        ("5\u{a0}732\u{a0}943", Comma, Some("5732943")),
        ("5\u{202f}732\u{202f}943", Comma, Some("5732943")),
        ("5 732 943", Point, Some("5732943")),
        ("5'732'943.25", Point, Some("5732943.25")),
        ("5’732’943", Point, Some("5732943")),
        (" 12 ", Point, Some("12")),
        ("2026031510000012", Point, Some("2026031510000012")),
        ("99999999999999999999999999999999999999", Point, Some("99999999999999999999999999999999999999")),
        ("170141183460469231731687303715884105728", Point, None),
        ("", Point, None),
        (" ", Point, None),
        ("-", Point, None),
        ("--5", Point, None),
        ("+-5", Point, None),
        ("5.", Point, None),
        (".", Point, None),
        ("1,23", Point, None),
        ("1,2345", Point, None),
        ("1234,567", Point, None),
        (",123", Point, None),
        ("1,234 567", Point, None),
        ("1.2.3", Point, None),
        ("12.03.2026", Comma, None),
        ("192.168.001.001", Comma, Some("192168001001")),
        ("1e5", Point, None),
        ("12 %", Point, None),
        ("€ 5", Point, None),
        ("٣", Point, None),
        ("12:30", Point, None),
    ] {
        assert_eq!(
            Decimal::parse(text, sign).map(|number| number.to_string()).as_deref(),
            expected,
            "{text:?} {sign:?}"
        );
    }
}

#[test]
fn equal_numbers_are_equal_however_they_are_written() {
    let number = |text| Decimal::parse(text, Point).unwrap();
    assert_eq!(number("1.50"), number("1.5"));
    assert!(number("0.1") < number("0.10000000000000000000000000000000000001"));
    assert!(number("-3") < number("-2.999"));
    assert!(number("99999999999999999999999999999999999999") > number("0.99999999999999999999999999999999999999"));
    assert!(number("2") < number("10"), "numbers are not compared as words");
}

#[test]
fn numbers_are_scaled_only_without_loss() {
    let number = |text| Decimal::parse(text, Point).unwrap();
    assert_eq!(number("1.5").to_scaled(2), Some(150));
    assert_eq!(number("1.50").to_scaled(1), Some(15));
    assert_eq!(number("1.25").to_scaled(1), None);
    assert_eq!(number("99999999999999999999999999999999999999").to_scaled(1), None);
    assert_eq!(number("0").to_scaled(60), Some(0));
    assert_eq!(number("1").to_scaled(60), None);
}

#[test]
fn a_number_is_kept_as_the_text_it_is() {
    let number = Decimal::parse("-1,234.50", Point).unwrap();
    assert_eq!(serde_json::to_string(&number).unwrap(), "\"-1234.5\"");
    assert_eq!(serde_json::from_str::<Decimal>("\"-1234.5\"").unwrap(), number);
    assert!(serde_json::from_str::<Decimal>("\"many\"").is_err());
}

#[test]
fn moments_are_read_in_the_form_they_are_written_in() {
    for (text, form, expected) in [
        ("2026-03-01 08:15:30", "YYYY-MM-DD HH:MM:SS", Some("2026-03-01 08:15:30")),
        ("2026-03-01 08:15", "YYYY-MM-DD HH:MM", Some("2026-03-01 08:15:00")),
        ("2026-03-01", "YYYY-MM-DD", Some("2026-03-01 00:00:00")),
        (" 2026-03-01 ", "YYYY-MM-DD", Some("2026-03-01 00:00:00")),
        ("2026-03-01 08:15:30.250", "YYYY-MM-DD HH:MM:SS", Some("2026-03-01 08:15:30.250")),
        ("2026-03-01T08:15:30", "ISO 8601", Some("2026-03-01 08:15:30")),
        ("2026-03-01T08:15:30Z", "ISO 8601", Some("2026-03-01 08:15:30")),
        ("2026-03-01T23:15:30.123+0530", "ISO 8601", Some("2026-03-01 23:15:30.123")),
        ("2026-03-01T23:15:30+05:30", "ISO 8601", Some("2026-03-01 23:15:30")),
        ("2026-03-01", "ISO 8601", Some("2026-03-01 00:00:00")),
        ("2026-03-01T08:15:30+5", "ISO 8601", None),
        ("2026-03-01T08", "ISO 8601", None),
        ("30/Jul/18 23:33", "DD/Mon/YY HH:MM", Some("2018-07-30 23:33:00")),
        ("30/Oct/26 5:00 PM", "DD/Mon/YY h:mm AM", Some("2026-10-30 17:00:00")),
        ("30/Oct/26 12:05 AM", "DD/Mon/YY h:mm AM", Some("2026-10-30 00:05:00")),
        ("30/Oct/26 12:05 PM", "DD/Mon/YY h:mm AM", Some("2026-10-30 12:05:00")),
        ("30/Oct/26 5:00\u{202f}p.m.", "DD/Mon/YY h:mm AM", Some("2026-10-30 17:00:00")),
        ("30/Oct/26 13:00 PM", "DD/Mon/YY h:mm AM", None),
        ("30/Oct/26 0:00 AM", "DD/Mon/YY h:mm AM", None),
        ("25.03.2026 09:30", "DD.MM.YYYY HH:MM", Some("2026-03-25 09:30:00")),
        ("5.3.2026 9:30", "D.M.YYYY H:MM", Some("2026-03-05 09:30:00")),
        ("5.3.2026", "DD.MM.YYYY", None),
        ("7/4/2026 3:05", "M/D/YYYY H:MM", Some("2026-07-04 03:05:00")),
        ("7/4/2026 3:05", "D/M/YYYY H:MM", Some("2026-04-07 03:05:00")),
        ("01.01.69", "DD.MM.YY", Some("2069-01-01 00:00:00")),
        ("01.01.70", "DD.MM.YY", Some("1970-01-01 00:00:00")),
        ("3. März 2026", "D. Mon YYYY", Some("2026-03-03 00:00:00")),
        ("3. Dez. 2026", "D. Mon YYYY", Some("2026-12-03 00:00:00")),
        ("12 août 2026", "D Mon YYYY", Some("2026-08-12 00:00:00")),
        ("Mar 1, 2026 2:03:04 PM", "Mon D, YYYY h:mm:ss AM", Some("2026-03-01 14:03:04")),
        ("20260301", "YYYYMMDD", Some("2026-03-01 00:00:00")),
        ("20260301081530", "YYYYMMDDHHMMSS", Some("2026-03-01 08:15:30")),
        ("29.02.2024", "DD.MM.YYYY", Some("2024-02-29 00:00:00")),
        ("29.02.2026", "DD.MM.YYYY", None),
        ("31.02.2026", "DD.MM.YYYY", None),
        ("31.04.2026", "DD.MM.YYYY", None),
        ("00.01.2026", "DD.MM.YYYY", None),
        ("01.13.2026", "DD.MM.YYYY", None),
        ("0000-00-00 00:00:00", "YYYY-MM-DD HH:MM:SS", None),
        ("2026-03-01 24:00:00", "YYYY-MM-DD HH:MM:SS", None),
        ("2026-03-01 08:60:00", "YYYY-MM-DD HH:MM:SS", None),
        ("2026-03-01 08:15:60", "YYYY-MM-DD HH:MM:SS", None),
        ("2026-03-01 08:15:30 and more", "YYYY-MM-DD HH:MM:SS", None),
        ("", "YYYY-MM-DD", None),
        ("30/Foo/18 23:33", "DD/Mon/YY HH:MM", None),
    ] {
        let read = moment(text, form).map(|moment| moment.to_string());
        assert_eq!(read.as_deref(), expected, "{text:?} as {form}");
    }
}

/// Writes a moment in a form, by another way than it is read.
fn written(form: &str, day: NaiveDate, hour: u32, minute: u32, second: u32) -> String {
    use chrono::Datelike;
    if form == "ISO 8601" {
        return format!("{day}T{hour:02}:{minute:02}:{second:02}");
    }
    let of_12 = if hour.is_multiple_of(12) { 12 } else { hour % 12 };
    let (date, time) = form.split_at(form.find(['H', 'h']).unwrap_or(form.len()));
    let date = date
        .replace("Mon", &day.format("%b").to_string())
        .replace("YYYY", &format!("{:04}", day.year()))
        .replace("YY", &format!("{:02}", day.year() % 100))
        .replace("MM", &format!("{:02}", day.month()))
        .replace("DD", &format!("{:02}", day.day()));
    // A single letter that is left over stands alone.
    let alone = |text: &str, letter: char, number: u32| {
        let mut out = String::new();
        let letters: Vec<char> = text.chars().collect();
        for (at, &seen) in letters.iter().enumerate() {
            let next_to = |other: Option<&char>| other.is_some_and(|other| other.is_alphabetic());
            if seen == letter
                && !next_to(at.checked_sub(1).and_then(|at| letters.get(at)))
                && !next_to(letters.get(at + 1))
            {
                out.push_str(&number.to_string());
            } else {
                out.push(seen);
            }
        }
        out
    };
    let date = alone(&alone(&date, 'M', day.month()), 'D', day.day());
    let time = time
        .replace("AM", if hour < 12 { "am" } else { "PM" })
        .replace("HH", &format!("{hour:02}"))
        .replace("hh", &format!("{of_12:02}"))
        .replace('H', &hour.to_string())
        .replace('h', &of_12.to_string())
        .replace("MM", &format!("{minute:02}"))
        .replace("mm", &format!("{minute:02}"))
        .replace("SS", &format!("{second:02}"))
        .replace("ss", &format!("{second:02}"));
    format!("{date}{time}")
}

proptest! {
    #[test]
    fn every_known_form_reads_what_is_written_in_it(
        days in 0_i64..36_500, hour in 0_u32..24, minute in 0_u32..60, second in 0_u32..60,
    ) {
        let day = NaiveDate::from_ymd_opt(1970, 1, 1).unwrap() + chrono::Days::new(days.unsigned_abs());
        for form in forms() {
            let text = written(form, day, hour, minute, second);
            let has = |word: &str| form.contains(word) || *form == "ISO 8601";
            let has_hour = has("H") || has("h");
            let seconds = if has("SS") || has("ss") { second } else { 0 };
            let expected = day.and_hms_opt(if has_hour { hour } else { 0 }, if has_hour { minute } else { 0 }, seconds);
            prop_assert_eq!(moment(&text, form), expected, "{} as {}", text, form);
        }
    }

    #[test]
    fn decimals_compare_as_their_values_do(a in -1_000_000_i128..1_000_000, b in -1_000_000_i128..1_000_000, s in 0_u32..6, t in 0_u32..6) {
        let (x, y) = (Decimal::new(a, s).unwrap(), Decimal::new(b, t).unwrap());
        let (left, right) = (a * 10_i128.pow(6 - s), b * 10_i128.pow(6 - t));
        prop_assert_eq!(x.cmp(&y), left.cmp(&right));
        prop_assert_eq!(x == y, left == right);
        prop_assert_eq!(x.to_scaled(6), Some(left));
        prop_assert_eq!(Decimal::parse(&x.to_string(), Point), Some(x), "what is written is read");
    }
}
