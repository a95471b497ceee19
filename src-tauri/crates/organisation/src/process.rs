use std::collections::BTreeSet;

use book::{Act, Kind, Record, Writing};
use ground::Id;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::{
    OrganisationError, Person, Site,
    error::{named, on_scale},
};

/// The act as history names it.
pub const PUT_PROCESS: Act = Act::named("organisation.put-process");

/// A process of the SMS that can be audited.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Process {
    /// Its id.
    pub id: Id<Self>,
    /// Its name.
    pub name: String,
    /// Who answers for it.
    pub owner: Option<Id<Person>>,
    /// The clauses it answers to.
    pub clauses: BTreeSet<String>,
    /// Where it is at work.
    pub sites: BTreeSet<Id<Site>>,
    /// 1 (least) to 5 (most critical).
    pub criticality: i64,
}

/// How the book keeps it.
pub static PROCESS: Kind = Kind {
    sets: &["clauses", "sites"],
    searched: &["name"],
    ..Kind::named("process", include_str!("sql/process.sql"))
};

impl Record for Process {
    const KIND: &'static Kind = &PROCESS;
    fn id(&self) -> Id<Self> {
        self.id
    }
}

/// A process as it is to be; without an id, a new one.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct PutProcess {
    /// The process to change; absent for a new one.
    pub id: Option<Id<Process>>,
    /// Its name.
    pub name: String,
    /// Who answers for it.
    pub owner: Option<Id<Person>>,
    /// The clauses it answers to.
    #[serde(default)]
    pub clauses: BTreeSet<String>,
    /// Where it is at work.
    #[serde(default)]
    pub sites: BTreeSet<Id<Site>>,
    /// 1 (least) to 5 (most critical).
    pub criticality: i64,
}

/// Writes a process down, or changes it.
///
/// # Errors
/// Refuses an empty name, a criticality off the scale and an unknown owner or site.
pub fn put_process(writing: &mut Writing<'_>, wanted: PutProcess) -> Result<Process, OrganisationError> {
    let id = wanted.id.unwrap_or_default();
    if wanted.id.is_some() && writing.get(id)?.is_none() {
        return Err(OrganisationError::Unknown { what: "process" });
    }
    if let Some(owner) = wanted.owner
        && writing.get(owner)?.is_none()
    {
        return Err(OrganisationError::Unknown { what: "person" });
    }
    for site in &wanted.sites {
        if writing.get(*site)?.is_none() {
            return Err(OrganisationError::Unknown { what: "site" });
        }
    }
    let process = Process {
        id,
        name: named("process", &wanted.name)?,
        owner: wanted.owner,
        clauses: wanted.clauses,
        sites: wanted.sites,
        criticality: on_scale(wanted.criticality)?,
    };
    writing.put(&process)?;
    Ok(process)
}
