//! What stood in the scope and was not covered: as it was recorded, and as the coverage shows.

use super::words::{clause, counted};
use crate::facts::{AuditReportFacts, CoverageLine, CoverageResult, NotCovered};

/// What is said when there is nothing to name.
pub(super) const NONE: &str = "None.";

/// Everything that was not covered. A clause that the coverage shows as not assessed, or as answered in part only, is
/// named here even where nobody recorded it, because what was left out must not drop out of sight.
pub(super) fn all(facts: &AuditReportFacts) -> Vec<NotCovered> {
    let mut all = facts.not_covered.clone();
    for line in &facts.coverage {
        let named = facts.not_covered.iter().any(|recorded| names(recorded, line));
        let open = line.questions.saturating_sub(line.answered);
        let what = if line.result == CoverageResult::NotAssessed {
            format!("Clause {}", clause(&line.clause))
        } else if open > 0 && line.result != CoverageResult::NoInstance {
            let open = counted(open as usize, "question was not answered", "questions were not answered");
            format!("Part of clause {}: {open}, of {}", clause(&line.clause), line.questions)
        } else {
            continue;
        };
        if !named {
            all.push(NotCovered { what, reason: line.reason.clone(), plan: String::new() });
        }
    }
    all
}

/// Whether a recorded gap already names that clause by its number.
fn names(recorded: &NotCovered, line: &CoverageLine) -> bool {
    recorded
        .what
        .split(|sign: char| sign.is_whitespace() || ",;:()".contains(sign))
        .any(|word| word == line.clause.number)
}
