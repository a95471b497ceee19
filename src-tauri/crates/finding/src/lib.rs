//! A finding: what the auditor concludes when evidence is held against a clause.

mod describe;
mod error;
mod finding;
mod grade;
mod issue;
mod present;
mod raise;
mod withdraw;

pub use describe::{ATTACH, DESCRIBE, Description, Part, WRITE, attach, describe, write};
pub use error::FindingError;
pub use finding::{FINDING, Finding, Position, Stage, findings_of};
pub use grade::{GRADE, Grade, regrade};
pub use issue::{Shortcoming, issue_all, shortcomings};
pub use present::{PRESENT, present};
pub use raise::{NewFinding, RAISE, raise};
pub use withdraw::{WITHDRAW, withdraw};
