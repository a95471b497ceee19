use ground::{Day, Instant};

use crate::Audit;

/// Why something can't have been seen in an audit at that moment.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Untimely {
    /// It lies before the audit.
    BeforeAudit {
        /// The day given.
        on: Day,
        /// The first day of the audit.
        start: Day,
    },
    /// It lies in the future.
    InFuture {
        /// The day given.
        on: Day,
    },
}

impl Audit {
    /// Proves that something can have been seen in this audit at that moment: neither before it nor in the future. A day
    /// of grace on both sides, because the day of a moment depends on where one stands.
    ///
    /// # Errors
    /// Says which of the two it is.
    pub fn can_see_at(&self, at: Instant, now: Instant) -> Result<(), Untimely> {
        let on = at.day();
        if on < self.date_start.plus_days(-1) {
            return Err(Untimely::BeforeAudit { on, start: self.date_start });
        }
        if on > now.day().plus_days(1) { Err(Untimely::InFuture { on }) } else { Ok(()) }
    }
}
