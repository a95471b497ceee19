use book::Reading;
use checklist::{ClauseResult, Verdict, result_of};
use ground::Problem;
use report::facts as print;

use crate::work::Work;

/// One line for each clause in scope, in the standard's order.
pub(crate) fn lines(reading: Reading<'_>, work: &Work) -> Result<Vec<print::CoverageLine>, Problem> {
    let mut codes = Vec::new();
    for site in work.audit.sites.keys() {
        codes.extend(reading.get(*site)?.map(|site| site.code));
    }
    codes.sort();
    let sites = codes.join(", ");
    Ok(work
        .clauses()
        .iter()
        .map(|number| {
            let questions = work.of_clause(number);
            let reason = reason(work, number);
            print::CoverageLine {
                clause: super::clause(work.edition, number),
                sites: sites.clone(),
                result: match result_of(questions.clone()) {
                    ClauseResult::Conforming => print::CoverageResult::Conforming,
                    ClauseResult::WithRemarks => print::CoverageResult::ConformingWithRemarks,
                    ClauseResult::Nonconforming => print::CoverageResult::Nonconforming,
                    ClauseResult::NotApplicable => print::CoverageResult::NoInstance,
                    ClauseResult::NotAssessed | ClauseResult::Open => print::CoverageResult::NotAssessed,
                },
                answered: count(questions.clone().filter(|question| question.is_answered())),
                questions: count(questions),
                findings: work
                    .standing()
                    .filter(|finding| finding.clauses.contains(number))
                    .map(|finding| finding.reference.clone())
                    .collect(),
                reason,
            }
        })
        .collect())
}

fn count<T>(of: impl Iterator<Item = T>) -> u32 {
    u32::try_from(of.count()).unwrap_or(u32::MAX)
}

/// Why a clause was not looked at or had no instance: what was said of the clause, else of its questions.
fn reason(work: &Work, clause: &str) -> String {
    if let Some(reason) = work.audit.not_covered.get(clause) {
        return reason.clone();
    }
    let mut reasons: Vec<&str> = work
        .of_clause(clause)
        .filter(|question| question.verdict.is_some_and(Verdict::needs_reason))
        .map(|question| question.reason.trim())
        .filter(|reason| !reason.is_empty())
        .collect();
    reasons.dedup();
    reasons.join("; ")
}

/// What stood in the scope and was not covered, with the reason: whole clauses.
pub(crate) fn not_covered(work: &Work) -> Vec<print::NotCovered> {
    work.uncovered()
        .into_iter()
        .map(|number| {
            let title = super::clause(work.edition, &number).title;
            print::NotCovered { what: format!("{number} {title}"), reason: reason(work, &number), plan: String::new() }
        })
        .collect()
}
