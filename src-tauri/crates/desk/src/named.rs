//! What people call things: a reference they read (`IA-2026-01`), a name, or an id.

use std::borrow::Cow;

use audit::Audit;
use book::{Reading, Record, params};
use corrective_action::CorrectiveAction;
use evidence::{DataRequest, Evidence};
use finding::Finding;
use ground::{Id, Problem};
use organisation::Person;
use population::Population;
use programme::Programme;
use sample::Sample;
use schemars::{JsonSchema, Schema, SchemaGenerator};
use serde::Deserialize;

use crate::DeskError;

/// A reference that people read, or an id.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(transparent)]
pub struct Named(pub String);

impl JsonSchema for Named {
    fn inline_schema() -> bool {
        true
    }
    fn schema_name() -> Cow<'static, str> {
        "Named".into()
    }
    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        schemars::json_schema!({ "type": "string", "description": "A reference such as IA-2026-01, or an id." })
    }
}

#[derive(Deserialize)]
struct Found {
    id: uuid::Uuid,
}

impl Named {
    fn among<T: Record>(&self, reading: Reading<'_>, what: &'static str, sql: &str) -> Result<Id<T>, Problem> {
        let named = self.0.trim();
        if let Ok(id) = named.parse::<Id<T>>() {
            return match reading.get(id)? {
                Some(_) => Ok(id),
                None => Err(DeskError::NotFound { what, named: self.0.clone() }.into()),
            };
        }
        let found: Vec<Found> = reading.rows(sql, params![named])?;
        match found.as_slice() {
            [one] => Ok(Id::from_uuid(one.id)),
            [] => Err(DeskError::NotFound { what, named: self.0.clone() }.into()),
            _ => Err(DeskError::Ambiguous { what, named: self.0.clone() }.into()),
        }
    }

    /// The audit of that reference or id.
    pub(crate) fn audit(&self, reading: Reading<'_>) -> Result<Id<Audit>, Problem> {
        self.among(reading, "audit", "SELECT id FROM audit WHERE reference = ?1 COLLATE NOCASE")
    }
    /// The programme of that reference or id.
    pub(crate) fn programme(&self, reading: Reading<'_>) -> Result<Id<Programme>, Problem> {
        self.among(reading, "programme", "SELECT id FROM programme WHERE reference = ?1 COLLATE NOCASE")
    }
    /// The finding of that reference or id.
    pub(crate) fn finding(&self, reading: Reading<'_>) -> Result<Id<Finding>, Problem> {
        self.among(reading, "finding", "SELECT id FROM finding WHERE reference = ?1 COLLATE NOCASE")
    }
    /// The evidence of that reference or id.
    pub(crate) fn evidence(&self, reading: Reading<'_>) -> Result<Id<Evidence>, Problem> {
        self.among(reading, "evidence", "SELECT id FROM evidence WHERE reference = ?1 COLLATE NOCASE")
    }
    /// The population of that reference or id.
    pub(crate) fn population(&self, reading: Reading<'_>) -> Result<Id<Population>, Problem> {
        self.among(reading, "population", "SELECT id FROM population WHERE reference = ?1 COLLATE NOCASE")
    }
    /// The sample of that reference or id.
    pub(crate) fn sample(&self, reading: Reading<'_>) -> Result<Id<Sample>, Problem> {
        self.among(reading, "sample", "SELECT id FROM sample WHERE reference = ?1 COLLATE NOCASE")
    }
    /// The data request of that reference or id.
    pub(crate) fn request(&self, reading: Reading<'_>) -> Result<Id<DataRequest>, Problem> {
        self.among(reading, "request", "SELECT id FROM data_request WHERE reference = ?1 COLLATE NOCASE")
    }
    /// The corrective action of that reference or id.
    pub(crate) fn action(&self, reading: Reading<'_>) -> Result<Id<CorrectiveAction>, Problem> {
        self.among(reading, "corrective action", "SELECT id FROM corrective_action WHERE reference = ?1 COLLATE NOCASE")
    }
    /// The person of that name or id.
    pub(crate) fn person(&self, reading: Reading<'_>) -> Result<Id<Person>, Problem> {
        self.among(reading, "person", "SELECT id FROM person WHERE name = ?1 COLLATE NOCASE")
    }

    /// Any record that has a reference people read, as its kind and id.
    pub(crate) fn any(&self, reading: Reading<'_>) -> Result<(String, uuid::Uuid), Problem> {
        #[derive(Deserialize)]
        struct Any {
            kind: String,
            id: uuid::Uuid,
        }
        let found: Vec<Any> = reading.rows(include_str!("sql/any_record.sql"), params![self.0.trim()])?;
        match found.as_slice() {
            [one] => Ok((one.kind.clone(), one.id)),
            [] => Err(DeskError::NotFound { what: "record", named: self.0.clone() }.into()),
            _ => Err(DeskError::Ambiguous { what: "record", named: self.0.clone() }.into()),
        }
    }
}
