//! Whether somebody would audit their own work.
//!
//! Source: ISO 19011, principle of independence, and clause 9.2.2 of the management system standards. The period after
//! a responsibility ended in which it still counts is our own default.

use std::collections::BTreeSet;

use book::Reading;
use ground::{Day, Fault, Id};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::{Owned, Person, Process, Responsibility, ResponsibilityKind, Service, Site};

/// How long a responsibility that ended still stands in the way.
pub const COOLING_OFF_MONTHS: u32 = 12;

/// What is to be examined.
#[derive(Debug, Clone, Default)]
pub struct Examined {
    /// Clauses, by number.
    pub clauses: BTreeSet<String>,
    /// Sites.
    pub sites: BTreeSet<Id<Site>>,
    /// Processes, where the scope names them.
    pub processes: BTreeSet<Id<Process>>,
    /// Services, where the scope names them.
    pub services: BTreeSet<Id<Service>>,
}

/// One reason why somebody is not independent of what is examined.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Conflict {
    /// The clause it concerns, where it concerns one.
    pub clause: Option<String>,
    /// What binds them: `owner of 8.5.1.1 until 2025-12-31`.
    pub what: String,
    /// The last day on which it counts; none while the responsibility lasts.
    pub until: Option<Day>,
}

/// Why a person could not examine this from that day on without judging their own work; empty when they can.
///
/// # Errors
/// Only when the database fails.
pub fn conflicts(
    reading: Reading<'_>,
    person: Id<Person>,
    examined: &Examined,
    from: Day,
) -> Result<Vec<Conflict>, Fault> {
    let mut found = Vec::new();
    let held: Vec<Responsibility> =
        reading.records("WHERE person = ?1 ORDER BY valid_from, id", [person.to_string()])?;
    for responsibility in held {
        let until = responsibility.valid_to.map(|last| last.plus_months(COOLING_OFF_MONTHS));
        if until.is_some_and(|until| until < from) {
            continue;
        }
        let since = match responsibility.valid_to {
            Some(last) => format!("from {} until {last}", responsibility.valid_from),
            None => format!("since {}", responsibility.valid_from),
        };
        let told = |clause: Option<String>, object: &str| Conflict {
            clause,
            what: format!("{} of {object} {since}", responsibility.kind.word()),
            until,
        };
        match responsibility.of {
            Owned::Clause => {
                let object = &responsibility.object;
                found.extend(
                    examined
                        .clauses
                        .iter()
                        .filter(|clause| covers(object, clause))
                        .map(|clause| told(Some(clause.clone()), clause)),
                );
            }
            Owned::Process => {
                let process: Option<Process> = read(reading, &responsibility.object)?;
                if let Some(process) = process {
                    found.extend(of_process(&process, examined).into_iter().map(|clause| told(clause, &process.name)));
                }
            }
            Owned::Service => {
                let service: Option<Service> = read(reading, &responsibility.object)?;
                if let Some(service) = service.filter(|service| examined.services.contains(&service.id)) {
                    found.push(told(None, &service.name));
                }
            }
            // Who works at a site does not own it; who answers for it or leads it does.
            Owned::Site => {
                let site: Option<Site> = read(reading, &responsibility.object)?;
                let leads = matches!(responsibility.kind, ResponsibilityKind::Owner | ResponsibilityKind::Manager);
                if let Some(site) = site.filter(|site| leads && examined.sites.contains(&site.id)) {
                    found.push(told(None, &site.name));
                }
            }
        }
    }
    owned_now(reading, person, examined, &mut found)?;
    Ok(found)
}

/// What somebody owns by the process and service records themselves, which bear no dates.
fn owned_now(
    reading: Reading<'_>,
    person: Id<Person>,
    examined: &Examined,
    found: &mut Vec<Conflict>,
) -> Result<(), Fault> {
    let processes: Vec<Process> = reading.records("WHERE owner = ?1 ORDER BY name, id", [person.to_string()])?;
    for process in processes {
        for clause in of_process(&process, examined) {
            let already = found.iter().any(|conflict| conflict.until.is_none() && conflict.clause == clause);
            if !already {
                found.push(Conflict { clause, what: format!("owner of {}", process.name), until: None });
            }
        }
    }
    let services: Vec<Service> = reading.records("WHERE owner = ?1 ORDER BY name, id", [person.to_string()])?;
    for service in services {
        if examined.services.contains(&service.id) {
            found.push(Conflict { clause: None, what: format!("owner of {}", service.name), until: None });
        }
    }
    Ok(())
}

/// The clauses of a process that are examined; one entry without a clause where the scope names the process itself.
fn of_process(process: &Process, examined: &Examined) -> Vec<Option<String>> {
    let clauses: Vec<Option<String>> = examined
        .clauses
        .iter()
        .filter(|clause| process.clauses.iter().any(|own| covers(own, clause)))
        .map(|clause| Some(clause.clone()))
        .collect();
    if clauses.is_empty() && examined.processes.contains(&process.id) {
        return vec![None];
    }
    clauses
}

/// Whether a clause number is the other one or stands above it: `8.5.1` covers `8.5.1.3`, `8.5.1` does not cover `8.5.10`.
fn covers(above: &str, clause: &str) -> bool {
    clause == above || clause.strip_prefix(above).is_some_and(|rest| rest.starts_with('.'))
}

fn read<T: book::Record>(reading: Reading<'_>, id: &str) -> Result<Option<T>, Fault> {
    match id.parse::<Id<T>>() {
        Ok(id) => reading.get(id),
        Err(_) => Ok(None),
    }
}

#[cfg(test)]
mod tests {
    use super::covers;

    #[test]
    fn a_heading_covers_what_stands_under_it_and_nothing_that_only_begins_alike() {
        assert!(covers("8.5.1", "8.5.1"));
        assert!(covers("8.5.1", "8.5.1.3"));
        assert!(!covers("8.5.1", "8.5.10"));
        assert!(!covers("8.5.1.3", "8.5.1"));
    }
}
