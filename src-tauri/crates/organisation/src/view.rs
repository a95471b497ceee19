use book::Reading;
use ground::{Day, Fault, Id};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;

use crate::{
    Organisation, OrganisationError, OwnDocument, Owned, Person, PersonRole, Process, Responsibility,
    ResponsibilityKind, Service, Site, of_workspace,
};

/// The organisation as its screen shows it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct OrganisationView {
    /// The organisation's id.
    pub id: Id<Organisation>,
    /// Its name.
    pub name: String,
    /// The SMS scope statement.
    pub scope_statement: String,
    /// An IANA time zone name.
    pub timezone: String,
    /// Its sites, by code.
    pub sites: Vec<Site>,
    /// Its services, by name.
    pub services: Vec<Service>,
    /// Its processes, by name.
    pub processes: Vec<Process>,
    /// Its people, by name.
    pub people: Vec<PersonView>,
    /// Its own documents that audits are held against, by title.
    pub own_documents: Vec<OwnDocument>,
}

/// A person with what they own and owned.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct PersonView {
    /// Their id.
    pub id: Id<Person>,
    /// Their name.
    pub name: String,
    /// What they do.
    pub job_title: String,
    /// Where mail reaches them.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub email: Option<String>,
    /// Who employs them.
    pub employed_by: String,
    /// Whether they still work here.
    pub active: bool,
    /// What they may do.
    pub roles: BTreeSet<PersonRole>,
    /// What they own and owned.
    pub responsibilities: Vec<ResponsibilityView>,
}

/// A responsibility with the name of what it is for.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct ResponsibilityView {
    /// Its id.
    pub id: Id<Responsibility>,
    /// Who.
    pub person: Id<Person>,
    /// What sort of thing.
    pub of: Owned,
    /// Which one.
    pub object: String,
    /// Its name; the number of a clause.
    pub object_name: String,
    /// How they are bound to it.
    pub kind: ResponsibilityKind,
    /// The first day.
    pub valid_from: Day,
    /// The last day.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub valid_to: Option<Day>,
}

/// The whole organisation.
///
/// # Errors
/// Refuses where the workspace has none yet.
pub fn view(reading: Reading<'_>) -> Result<OrganisationView, OrganisationError> {
    let organisation = of_workspace(reading)?.ok_or(OrganisationError::None)?;
    let people: Vec<Person> = reading.records("ORDER BY name, id", [])?;
    Ok(OrganisationView {
        id: organisation.id,
        name: organisation.name,
        scope_statement: organisation.scope_statement,
        timezone: organisation.timezone,
        sites: reading.records("ORDER BY code, id", [])?,
        services: reading.records("ORDER BY name, id", [])?,
        processes: reading.records("ORDER BY name, id", [])?,
        people: people.into_iter().map(|person| person_view(reading, person)).collect::<Result<_, _>>()?,
        own_documents: reading.records("ORDER BY title, id", [])?,
    })
}

/// A person with what they own and owned.
///
/// # Errors
/// Only when the database fails.
pub fn person_view(reading: Reading<'_>, person: Person) -> Result<PersonView, Fault> {
    let held: Vec<Responsibility> =
        reading.records("WHERE person = ?1 ORDER BY valid_from, id", [person.id.to_string()])?;
    let responsibilities = held
        .into_iter()
        .map(|held| {
            let name = |sql: &str| -> Result<Option<Named>, Fault> { reading.row(sql, [&held.object]) };
            let named = match held.of {
                Owned::Clause => None,
                Owned::Process => name("SELECT name FROM process WHERE id = ?1")?,
                Owned::Service => name("SELECT name FROM service WHERE id = ?1")?,
                Owned::Site => name("SELECT name FROM site WHERE id = ?1")?,
            };
            Ok(ResponsibilityView {
                id: held.id,
                person: held.person,
                of: held.of,
                object_name: named.map_or_else(|| held.object.clone(), |named| named.name),
                object: held.object,
                kind: held.kind,
                valid_from: held.valid_from,
                valid_to: held.valid_to,
            })
        })
        .collect::<Result<_, Fault>>()?;
    Ok(PersonView {
        id: person.id,
        name: person.name,
        job_title: person.job_title,
        email: person.email,
        employed_by: person.employed_by,
        active: person.active,
        roles: person.roles,
        responsibilities,
    })
}

#[derive(Deserialize)]
struct Named {
    name: String,
}
