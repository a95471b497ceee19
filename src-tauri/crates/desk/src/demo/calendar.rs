use chrono::{NaiveDateTime, TimeZone, Utc};
use ground::{Day, Fault, Instant};

use crate::zone::day_in;

/// Where the organisation of the demo sits.
pub(super) const ZONE: &str = "Europe/Copenhagen";

/// Moves the days of the play so that its last one is the day the demo is made for.
#[derive(Debug, Clone, Copy)]
pub(super) struct Calendar {
    as_of: Day,
    /// No act is later than this, so that nothing in a demo made in the morning lies in the afternoon.
    latest: Option<Instant>,
}

impl Calendar {
    /// The calendar of a demo for that day; for the day of `now` where none is given.
    pub(super) fn of(as_of: Option<Day>, now: Instant) -> Self {
        let today = day_in(Some(ZONE), now);
        let as_of = as_of.unwrap_or(today);
        // A few minutes of room, because the clock runs on within an act.
        let latest = Instant::from_millis(now.millis() - 300_000).filter(|_| as_of == today);
        Self { as_of, latest }
    }

    /// The day on which the play was written to end.
    fn written_for() -> Result<Day, Fault> {
        Day::of(2026, 10, 6).ok_or_else(|| Fault::bug("the play ends on no day"))
    }

    /// A day of the play, moved.
    pub(super) fn day(&self, written: &str) -> Result<Day, Fault> {
        let written: Day = written.parse().map_err(|_| Fault::bug(format!("`{written}` is no day of the play")))?;
        Ok(self.as_of.plus_days(written.days_since(Self::written_for()?)))
    }

    /// A moment of the play by the organisation's clock, such as `2026-02-10 09:15`, moved.
    pub(super) fn moment(&self, written: &str) -> Result<Instant, Fault> {
        let wrong = || Fault::bug(format!("`{written}` is no moment of the play"));
        let (day, time) = written.split_once(' ').ok_or_else(wrong)?;
        let local = format!("{} {time}", self.day(day)?);
        let local = NaiveDateTime::parse_from_str(&local, "%Y-%m-%d %H:%M").map_err(|_| wrong())?;
        let zone: chrono_tz::Tz = ZONE.parse().map_err(Fault::bug)?;
        let moment: Instant = zone.from_local_datetime(&local).earliest().ok_or_else(wrong)?.with_timezone(&Utc).into();
        Ok(self.not_too_late(moment))
    }

    /// The moment, or the latest one there may be.
    pub(super) fn not_too_late(&self, moment: Instant) -> Instant {
        self.latest.map_or(moment, |latest| moment.min(latest))
    }

    /// A text of the play with the days in it moved: `{2026-06-15}`.
    pub(super) fn text(&self, written: &str) -> Result<String, Fault> {
        let mut told = String::with_capacity(written.len());
        let mut rest = written;
        while let Some((before, after)) = rest.split_once('{') {
            let (day, after) =
                after.split_once('}').ok_or_else(|| Fault::bug(format!("a day is not closed in `{written}`")))?;
            told.push_str(before);
            told.push_str(&self.day(day)?.to_string());
            rest = after;
        }
        told.push_str(rest);
        Ok(told)
    }
}

#[cfg(test)]
mod tests {
    use super::Calendar;
    use ground::Instant;

    fn at(text: &str) -> Instant {
        serde_json::from_value(text.into()).unwrap()
    }

    #[test]
    fn a_text_moves_with_the_day_the_demo_is_made_for() {
        let calendar = Calendar::of("2027-10-06".parse().ok(), at("2026-10-06T12:00:00Z"));
        assert_eq!(
            calendar.text("due {2026-10-30}, checked {2026-06-15}").unwrap(),
            "due 2027-10-30, checked 2027-06-15"
        );
        assert!(calendar.text("due {2026-10-30").is_err(), "a slip in the play is noticed");
    }

    #[test]
    fn a_moment_is_one_of_the_organisations_clock_in_winter_and_in_summer() {
        let calendar = Calendar::of("2026-10-06".parse().ok(), at("2026-10-07T12:00:00Z"));
        assert_eq!(calendar.moment("2026-02-10 09:15").unwrap(), at("2026-02-10T08:15:00Z"));
        assert_eq!(calendar.moment("2026-04-21 09:15").unwrap(), at("2026-04-21T07:15:00Z"));
    }

    #[test]
    fn nothing_in_a_demo_made_early_in_the_morning_lies_later_that_day() {
        let now = at("2026-10-06T04:00:00Z");
        assert!(Calendar::of(None, now).moment("2026-10-06 10:30").unwrap() < now);
    }
}
