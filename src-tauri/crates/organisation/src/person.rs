use std::collections::BTreeSet;

use book::{Act, Kind, Reading, Record, Writing};
use ground::{Fault, Id};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::{OrganisationError, error::named};

/// The act as history names it.
pub const PUT_PERSON: Act = Act::named("organisation.put-person");

/// What somebody may do in audits of this organisation.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum PersonRole {
    /// Approves the programme.
    TopManagement,
    /// Plans the programme and follows the actions.
    ProgrammeManager,
    /// Leads audits and signs reports.
    LeadAuditor,
    /// Audits.
    Auditor,
    /// Knows the matter, audits with an auditor.
    TechnicalExpert,
    /// Learns to audit; may not sign.
    Trainee,
    /// Answers for a process.
    ProcessOwner,
    /// Reads.
    Reader,
}

/// A person: auditor, auditee or manager.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Person {
    /// Their id.
    pub id: Id<Self>,
    /// Their name.
    pub name: String,
    /// What they do.
    pub job_title: String,
    /// Where mail reaches them.
    pub email: Option<String>,
    /// Who employs them.
    pub employed_by: String,
    /// Whether they still work here.
    pub active: bool,
    /// What they may do.
    pub roles: BTreeSet<PersonRole>,
}

/// How the book keeps them.
pub static PERSON: Kind = Kind {
    sets: &["roles"],
    flags: &["active"],
    searched: &["name", "job_title"],
    ..Kind::named("person", include_str!("sql/person.sql"))
};

impl Record for Person {
    const KIND: &'static Kind = &PERSON;
    fn id(&self) -> Id<Self> {
        self.id
    }
}

/// A person as they are to be; without an id, a new one.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct PutPerson {
    /// The person to change; absent for a new one.
    pub id: Option<Id<Person>>,
    /// Their name.
    pub name: String,
    /// What they do.
    #[serde(default)]
    pub job_title: String,
    /// Where mail reaches them.
    pub email: Option<String>,
    /// Who employs them; the organisation when absent.
    pub employed_by: Option<String>,
    /// Whether they still work here.
    #[serde(default = "yes")]
    pub active: bool,
    /// What they may do.
    #[serde(default)]
    pub roles: BTreeSet<PersonRole>,
}

const fn yes() -> bool {
    true
}

/// Writes a person down, or changes them.
///
/// # Errors
/// Refuses an empty name.
pub fn put_person(writing: &mut Writing<'_>, wanted: PutPerson) -> Result<Person, OrganisationError> {
    let id = wanted.id.unwrap_or_default();
    if wanted.id.is_some() && writing.get(id)?.is_none() {
        return Err(OrganisationError::Unknown { what: "person" });
    }
    let employer = writing.all::<crate::Organisation>()?.into_iter().next().map(|it| it.name).unwrap_or_default();
    let person = Person {
        id,
        name: named("person", &wanted.name)?,
        job_title: wanted.job_title,
        email: wanted.email.filter(|email| !email.trim().is_empty()),
        employed_by: wanted.employed_by.unwrap_or(employer),
        active: wanted.active,
        roles: wanted.roles,
    };
    writing.put(&person)?;
    Ok(person)
}

/// A person's name, for lists and reports; says so where the person is not in this workspace.
///
/// # Errors
/// Only when the database fails.
pub fn name_of(reading: Reading<'_>, person: Id<Person>) -> Result<String, Fault> {
    Ok(reading.get(person)?.map_or_else(|| "a person not in this workspace".to_owned(), |person| person.name))
}
