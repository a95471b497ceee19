use std::collections::BTreeSet;

use book::{Act, Writing};
use ground::Id;
use organisation::{Examined, Person, conflicts};

use crate::{
    Audit, AuditError, TeamMember,
    team::{reason, why},
};

/// The act as history names it.
pub const ASSIGN: Act = Act::named("audit.assign");
/// The act as history names it.
pub const NOT_COVERED: Act = Act::named("audit.not-covered");

/// Gives clauses to a member of the team, or takes them back.
///
/// # Errors
/// Refuses a clause out of scope, a person outside the team, and one who would judge their own work without that
/// having been accepted.
pub fn assign(
    writing: &mut Writing<'_>,
    audit: Id<Audit>,
    clauses: &BTreeSet<String>,
    person: Option<Id<Person>>,
) -> Result<Audit, AuditError> {
    let mut audit = writing.need(audit)?;
    audit.must_be_open()?;
    if let Some(clause) = clauses.iter().find(|clause| !audit.clauses.contains(*clause)) {
        return Err(AuditError::OutOfScope { clause: clause.clone() });
    }
    if let Some(person) = person {
        let name = organisation::name_of(writing.reading(), person)?;
        let team: Vec<TeamMember> = writing.all()?;
        let member = team
            .into_iter()
            .find(|member| member.person == person && member.left_reason.is_empty() && member.role.judges())
            .ok_or_else(|| AuditError::NotInTeam { name: name.clone() })?;
        let examined = Examined { clauses: clauses.clone(), ..Examined::default() };
        let found = conflicts(writing.reading(), person, &examined, audit.date_start)?;
        if !found.is_empty() && member.accepted.is_none() {
            return Err(AuditError::NotIndependent { name, why: why(&found) });
        }
    }
    for clause in clauses {
        match person {
            Some(person) => audit.assigned.insert(clause.clone(), person),
            None => audit.assigned.remove(clause),
        };
    }
    writing.put(&audit)?;
    Ok(audit)
}

/// Says why a clause in scope was not looked at; the report prints it. An empty reason takes it back.
///
/// # Errors
/// Refuses a clause out of scope.
pub fn not_covered(writing: &mut Writing<'_>, audit: Id<Audit>, clause: &str) -> Result<Audit, AuditError> {
    let mut audit = writing.need(audit)?;
    audit.must_be_open()?;
    if !audit.clauses.contains(clause) {
        return Err(AuditError::OutOfScope { clause: clause.to_owned() });
    }
    match reason(writing, "Leaving a clause out") {
        Ok(reason) => audit.not_covered.insert(clause.to_owned(), reason),
        Err(_) => audit.not_covered.remove(clause),
    };
    writing.put(&audit)?;
    Ok(audit)
}
