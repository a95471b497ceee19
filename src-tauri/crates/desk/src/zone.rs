//! Days and moments as the organisation's own clock shows them.

use chrono::{Offset, TimeZone};
use ground::{Day, Instant};

fn named(zone: &str) -> chrono_tz::Tz {
    // A zone that no table knows is told in UTC; the report prints the name beside it.
    zone.parse().unwrap_or(chrono_tz::UTC)
}

/// The calendar day of a moment in a time zone; in UTC where none is given.
pub(crate) fn day_in(zone: Option<&str>, now: Instant) -> Day {
    let local = now.utc().with_timezone(&zone.map_or(chrono_tz::UTC, named));
    local.date_naive().format("%Y-%m-%d").to_string().parse().unwrap_or_else(|_| now.day())
}

/// A moment as the zone's clock shows it: `2026-10-06 14:03`.
pub(crate) fn local_time(zone: &str, at: Instant) -> String {
    at.utc().with_timezone(&named(zone)).format("%Y-%m-%d %H:%M").to_string()
}

/// Minutes that the zone's clock is ahead of UTC at that moment.
pub(crate) fn offset_minutes(zone: &str, at: Instant) -> i32 {
    named(zone).offset_from_utc_datetime(&at.utc().naive_utc()).fix().local_minus_utc() / 60
}
