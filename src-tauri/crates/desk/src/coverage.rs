//! Which clauses of a programme are covered. Planned is not covered, and neither is an audit whose report is unsigned.

use std::collections::BTreeSet;

use audit::{Audit, Stage};
use book::{Reading, params};
use criteria::{ISO_20000_1_2018, catalogue};
use ground::{Id, Problem};
use programme::Programme;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// How many of the clauses that can be audited are covered.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub(crate) struct Coverage {
    /// Looked at, in an audit whose report is signed.
    pub covered: usize,
    /// In an audit that is under way.
    pub in_progress: usize,
    /// In an audit that has not begun.
    pub planned: usize,
    /// In no audit of the programme.
    pub not_planned: usize,
    /// All clauses that can be audited.
    pub of: usize,
    /// Those in no audit, in the standard's order.
    pub not_planned_clauses: Vec<String>,
}

#[derive(Deserialize)]
struct Answered {
    clause: String,
}

pub(crate) fn coverage(reading: Reading<'_>, programme: Id<Programme>) -> Result<Coverage, Problem> {
    let audits: Vec<Audit> = reading.records("WHERE programme = ?1 ORDER BY id", params![programme.to_string()])?;
    let edition = catalogue(audits.first().map_or(ISO_20000_1_2018, |audit| audit.edition.as_str()))?;
    let (mut covered, mut under_way, mut planned) = (BTreeSet::new(), BTreeSet::new(), BTreeSet::new());
    for audit in &audits {
        match audit.stage() {
            Stage::Cancelled | Stage::Postponed => {}
            Stage::Planned => planned.extend(audit.clauses.iter().cloned()),
            Stage::InProgress | Stage::FieldworkDone => under_way.extend(audit.clauses.iter().cloned()),
            Stage::Reported | Stage::FollowUp | Stage::Completed => {
                let answered: Vec<Answered> =
                    reading.rows(include_str!("sql/answered_clauses.sql"), params![audit.id.to_string()])?;
                covered
                    .extend(answered.into_iter().map(|row| row.clause).filter(|clause| audit.clauses.contains(clause)));
            }
        }
    }
    let mut counts =
        Coverage { covered: 0, in_progress: 0, planned: 0, not_planned: 0, of: 0, not_planned_clauses: Vec::new() };
    for clause in edition.auditable() {
        counts.of += 1;
        if covered.contains(&clause.number) {
            counts.covered += 1;
        } else if under_way.contains(&clause.number) {
            counts.in_progress += 1;
        } else if planned.contains(&clause.number) {
            counts.planned += 1;
        } else {
            counts.not_planned += 1;
            counts.not_planned_clauses.push(clause.number.clone());
        }
    }
    Ok(counts)
}
