//! What every crate stands on: ids, instants and days, problems, secrets.
//!
//! Invariant: nothing in ground knows what an audit is.

mod clock;
mod day;
mod effort;
mod id;
mod problem;
mod said;
mod secret;

pub use clock::{Clock, Instant, SteppingClock, SystemClock};
pub use day::Day;
pub use effort::{Effort, Progress};
pub use id::Id;
pub use problem::{Explain, Fault, Problem, Severity};
pub use said::said;
pub use secret::Secret;
