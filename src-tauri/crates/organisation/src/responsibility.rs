use book::{Act, Kind, Record, Writing};
use ground::{Day, Id};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::{OrganisationError, Person, Process, Service, Site, error::named};

/// The act as history names it.
pub const PUT_RESPONSIBILITY: Act = Act::named("organisation.put-responsibility");

/// What a responsibility is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Owned {
    /// A clause, by its number; a heading stands for everything under it.
    Clause,
    /// A process, by its id.
    Process,
    /// A service, by its id.
    Service,
    /// A site, by its id.
    Site,
}

/// How somebody is bound to it. Each kind stands in the way of auditing it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum ResponsibilityKind {
    /// Answers for it.
    Owner,
    /// Does the work.
    Performer,
    /// Leads those who do.
    Manager,
    /// Designed it.
    Consultant,
}

impl ResponsibilityKind {
    /// The word in a sentence.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Owner => "owner",
            Self::Performer => "performer",
            Self::Manager => "manager",
            Self::Consultant => "designer",
        }
    }
}

/// Who does or did which work: what the independence of an auditor is judged by.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Responsibility {
    /// Its id.
    pub id: Id<Self>,
    /// Who.
    pub person: Id<Person>,
    /// What sort of thing.
    pub of: Owned,
    /// Which one: a clause number, or the id of a process, service or site.
    pub object: String,
    /// How they are bound to it.
    pub kind: ResponsibilityKind,
    /// The first day.
    pub valid_from: Day,
    /// The last day; none while it lasts.
    pub valid_to: Option<Day>,
}

/// How the book keeps it.
pub static RESPONSIBILITY: Kind = Kind::named("responsibility", include_str!("sql/responsibility.sql"));

impl Record for Responsibility {
    const KIND: &'static Kind = &RESPONSIBILITY;
    fn id(&self) -> Id<Self> {
        self.id
    }
}

/// A responsibility as it is to be; without an id, a new one.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct PutResponsibility {
    /// The responsibility to change; absent for a new one.
    pub id: Option<Id<Responsibility>>,
    /// Who.
    pub person: Id<Person>,
    /// What sort of thing.
    pub of: Owned,
    /// Which one: a clause number, or the id of a process, service or site.
    pub object: String,
    /// How they are bound to it.
    pub kind: ResponsibilityKind,
    /// The first day.
    pub valid_from: Day,
    /// The last day; absent while it lasts.
    pub valid_to: Option<Day>,
}

/// Writes down who answers for what, or when that ended.
///
/// # Errors
/// Refuses an unknown person or object and an end before the beginning.
pub fn put_responsibility(
    writing: &mut Writing<'_>,
    wanted: PutResponsibility,
) -> Result<Responsibility, OrganisationError> {
    let id = wanted.id.unwrap_or_default();
    if wanted.id.is_some() && writing.get(id)?.is_none() {
        return Err(OrganisationError::Unknown { what: "responsibility" });
    }
    if writing.get(wanted.person)?.is_none() {
        return Err(OrganisationError::Unknown { what: "person" });
    }
    let object = named("object of the responsibility", &wanted.object)?;
    let unknown = |what| OrganisationError::Unknown { what };
    match wanted.of {
        Owned::Clause => {}
        Owned::Process => {
            let id: Id<Process> = object.parse().map_err(|_| unknown("process"))?;
            writing.get(id)?.ok_or_else(|| unknown("process"))?;
        }
        Owned::Service => {
            let id: Id<Service> = object.parse().map_err(|_| unknown("service"))?;
            writing.get(id)?.ok_or_else(|| unknown("service"))?;
        }
        Owned::Site => {
            let id: Id<Site> = object.parse().map_err(|_| unknown("site"))?;
            writing.get(id)?.ok_or_else(|| unknown("site"))?;
        }
    }
    if let Some(to) = wanted.valid_to
        && to < wanted.valid_from
    {
        return Err(OrganisationError::EndsBeforeItBegins { from: wanted.valid_from, to });
    }
    let responsibility = Responsibility {
        id,
        person: wanted.person,
        of: wanted.of,
        object,
        kind: wanted.kind,
        valid_from: wanted.valid_from,
        valid_to: wanted.valid_to,
    };
    writing.put(&responsibility)?;
    Ok(responsibility)
}
