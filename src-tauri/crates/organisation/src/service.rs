use std::collections::BTreeSet;

use book::{Act, Kind, Record, Writing};
use ground::Id;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::{
    OrganisationError, Person,
    error::{named, on_scale},
};

/// The act as history names it.
pub const PUT_SERVICE: Act = Act::named("organisation.put-service");

/// Where a service is in its life.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum ServiceStatus {
    /// Planned or being built.
    Pipeline,
    /// Delivered.
    Live,
    /// No longer delivered.
    Retired,
}

/// A service in the scope of the SMS.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Service {
    /// Its id.
    pub id: Id<Self>,
    /// Its name.
    pub name: String,
    /// Who answers for it.
    pub owner: Option<Id<Person>>,
    /// 1 (least) to 5 (most critical).
    pub criticality: i64,
    /// Where it is in its life.
    pub status: ServiceStatus,
    /// Who uses it.
    pub customers: BTreeSet<String>,
}

/// How the book keeps it.
pub static SERVICE: Kind = Kind {
    sets: &["customers"],
    searched: &["name", "customers"],
    ..Kind::named("service", include_str!("sql/service.sql"))
};

impl Record for Service {
    const KIND: &'static Kind = &SERVICE;
    fn id(&self) -> Id<Self> {
        self.id
    }
}

/// A service as it is to be; without an id, a new one.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct PutService {
    /// The service to change; absent for a new one.
    pub id: Option<Id<Service>>,
    /// Its name.
    pub name: String,
    /// Who answers for it.
    pub owner: Option<Id<Person>>,
    /// 1 (least) to 5 (most critical).
    pub criticality: i64,
    /// Where it is in its life.
    pub status: ServiceStatus,
    /// Who uses it.
    #[serde(default)]
    pub customers: BTreeSet<String>,
}

/// Writes a service down, or changes it.
///
/// # Errors
/// Refuses an empty name, a criticality off the scale and an unknown owner.
pub fn put_service(writing: &mut Writing<'_>, wanted: PutService) -> Result<Service, OrganisationError> {
    let id = wanted.id.unwrap_or_default();
    if wanted.id.is_some() && writing.get(id)?.is_none() {
        return Err(OrganisationError::Unknown { what: "service" });
    }
    if let Some(owner) = wanted.owner
        && writing.get(owner)?.is_none()
    {
        return Err(OrganisationError::Unknown { what: "person" });
    }
    let service = Service {
        id,
        name: named("service", &wanted.name)?,
        owner: wanted.owner,
        criticality: on_scale(wanted.criticality)?,
        status: wanted.status,
        customers: wanted.customers,
    };
    writing.put(&service)?;
    Ok(service)
}
