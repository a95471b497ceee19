use std::{
    borrow::Cow,
    fmt,
    sync::atomic::{AtomicI64, Ordering},
};

use chrono::{DateTime, SecondsFormat, Utc};
use schemars::{JsonSchema, Schema, SchemaGenerator};
use serde::{Deserialize, Serialize};

use crate::Day;

/// A moment in UTC, to the millisecond. Written as RFC 3339 with a `Z`.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Instant(DateTime<Utc>);

impl Instant {
    /// The moment so many milliseconds after 1970-01-01T00:00:00Z. `None` where no calendar reaches.
    #[must_use]
    pub fn from_millis(millis: i64) -> Option<Self> {
        DateTime::from_timestamp_millis(millis).map(Self)
    }

    /// Milliseconds since 1970-01-01T00:00:00Z.
    #[must_use]
    pub fn millis(self) -> i64 {
        self.0.timestamp_millis()
    }

    /// The calendar day of this moment in UTC.
    #[must_use]
    pub fn day(self) -> Day {
        Day::from_naive(self.0.date_naive())
    }

    /// The moment as chrono knows it, for formatting and for certificates.
    #[must_use]
    pub const fn utc(self) -> DateTime<Utc> {
        self.0
    }
}

impl From<DateTime<Utc>> for Instant {
    fn from(utc: DateTime<Utc>) -> Self {
        // Kept to the millisecond, so that what is written reads back equal.
        Self::from_millis(utc.timestamp_millis()).unwrap_or(Self(utc))
    }
}
impl fmt::Display for Instant {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0.to_rfc3339_opts(SecondsFormat::Millis, true))
    }
}
impl fmt::Debug for Instant {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}
impl Serialize for Instant {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}
impl<'de> Deserialize<'de> for Instant {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = Cow::<'de, str>::deserialize(deserializer)?;
        DateTime::parse_from_rfc3339(&text)
            .map(|moment| Self::from(moment.with_timezone(&Utc)))
            .map_err(|_| serde::de::Error::custom(format!("`{text}` is not a moment like 2026-10-06T14:03:22Z")))
    }
}
impl JsonSchema for Instant {
    fn inline_schema() -> bool {
        true
    }
    fn schema_name() -> Cow<'static, str> {
        "Instant".into()
    }
    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        schemars::json_schema!({ "type": "string", "format": "date-time" })
    }
}

/// Where the time comes from. Handed in, so that a test or a demo can say what day it is.
pub trait Clock: Send {
    /// The moment it is now.
    fn now(&self) -> Instant;
}

/// The computer's own clock.
#[derive(Debug, Clone, Copy, Default)]
pub struct SystemClock;

impl Clock for SystemClock {
    #[expect(clippy::disallowed_methods, reason = "this is the one place that reads the computer's clock")]
    fn now(&self) -> Instant {
        Instant::from(Utc::now())
    }
}

/// A clock that starts where it is told and steps on by a fixed time at every look.
/// For demos and tests, where the same acts must carry the same times.
#[derive(Debug)]
pub struct SteppingClock {
    millis: AtomicI64,
    step_millis: i64,
}

impl SteppingClock {
    /// A clock that shows `start` first.
    #[must_use]
    pub fn starting(start: Instant, step_millis: i64) -> Self {
        Self { millis: AtomicI64::new(start.millis()), step_millis }
    }

    /// Sets the clock to another moment.
    pub fn set(&self, now: Instant) {
        self.millis.store(now.millis(), Ordering::SeqCst);
    }
}

impl Clock for SteppingClock {
    fn now(&self) -> Instant {
        let millis = self.millis.fetch_add(self.step_millis, Ordering::SeqCst);
        Instant::from_millis(millis).unwrap_or(Instant(DateTime::UNIX_EPOCH))
    }
}

impl<C: Clock + Sync + ?Sized> Clock for std::sync::Arc<C> {
    fn now(&self) -> Instant {
        (**self).now()
    }
}
