use ground::Instant;

use super::{Calendar, export, lines::Lines, moment::Moment};

const ALL: [&str; 6] = ["incidents", "major incidents", "changes", "deployments", "configuration items", "suppliers"];

fn calendar(day: &str) -> Calendar {
    let now: Instant = serde_json::from_value("2020-01-01T12:00:00Z".into()).unwrap();
    Calendar::of(Some(day.parse().unwrap()), now)
}

#[test]
fn an_export_holds_the_same_bytes_each_time_and_other_days_on_another_day() {
    for name in ALL {
        let once = export(name, &calendar("2026-10-06")).unwrap();
        let again = export(name, &calendar("2026-10-06")).unwrap();
        let later = export(name, &calendar("2027-03-01")).unwrap();
        assert_eq!(once.text, again.text, "{name}");
        assert_ne!(once.text, later.text, "{name}");
        assert_eq!(once.text.matches("\r\n").count(), later.text.matches("\r\n").count(), "{name}");
    }
}

#[test]
fn an_export_that_the_play_does_not_have_is_a_fault() {
    assert!(export("invoices", &calendar("2026-10-06")).is_err());
}

#[test]
fn a_cell_stays_one_cell_whatever_is_in_it() {
    let mut plain = Lines::with_semicolons(&["a", "b"]);
    plain.row(&["x;y", "says \"no\"\nand hangs up"]);
    assert_eq!(plain.text, "a;b\r\n\"x;y\";\"says \"\"no\"\"\nand hangs up\"\r\n");
    let mut quoted = Lines::service_now(&["a"]);
    quoted.row(&["Ø, ł"]);
    assert_eq!(quoted.text, "\"a\"\r\n\"Ø, ł\"\r\n");
}

#[test]
fn a_moment_runs_over_midnight_both_ways() {
    let midnight = Moment::at("2028-02-28".parse().unwrap(), 86_400);
    assert_eq!(midnight.to_string(), "2028-02-29 00:00:00");
    assert_eq!(midnight.plus(-1).iso(), "2028-02-28T23:59:59");
    assert_eq!(midnight.plus(90_061).seconds_since(midnight), 90_061);
}
