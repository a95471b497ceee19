use std::fmt;

use ground::Day;

const DAY_SECONDS: i64 = 86_400;

/// A moment by the clock on the wall, as tools export it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Moment {
    pub day: Day,
    /// Seconds since midnight.
    second: i64,
}

impl Moment {
    pub fn at(day: Day, second: i64) -> Self {
        Self { day, second: 0 }.plus(second)
    }

    pub fn plus(self, seconds: i64) -> Self {
        let second = self.second + seconds;
        Self { day: self.day.plus_days(second.div_euclid(DAY_SECONDS)), second: second.rem_euclid(DAY_SECONDS) }
    }

    pub fn seconds_since(self, earlier: Self) -> i64 {
        self.day.days_since(earlier.day) * DAY_SECONDS + self.second - earlier.second
    }

    /// With a `T` between day and time.
    pub fn iso(self) -> String {
        self.to_string().replacen(' ', "T", 1)
    }
}

impl fmt::Display for Moment {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (hour, minute, second) = (self.second / 3600, self.second / 60 % 60, self.second % 60);
        write!(f, "{} {hour:02}:{minute:02}:{second:02}", self.day)
    }
}

/// The day itself, or the Monday after it.
pub(super) fn working_day(day: Day) -> Day {
    let mut day = day;
    while day.is_weekend() {
        day = day.plus_days(1);
    }
    day
}
