use book::{BinderKind, Kind, Reading, Record};
use ground::{Fault, Id};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// The sort of binder that holds the organisation. A workspace has one.
pub const BINDER: BinderKind = BinderKind("organisation");

/// The organisation that is audited.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Organisation {
    /// Its id, which is its binder's too.
    pub id: Id<Self>,
    /// Its name.
    pub name: String,
    /// The scope of its service management system, in its own words.
    pub scope_statement: String,
    /// An IANA time zone name, for dates in reports.
    pub timezone: String,
    /// Whether it is the fictional one that shows how the program works.
    pub demo: bool,
}

/// How the book keeps it.
pub static ORGANISATION: Kind = Kind {
    long_text: &["scope_statement"],
    flags: &["demo"],
    searched: &["name", "scope_statement"],
    ..Kind::named("organisation", include_str!("sql/organisation.sql"))
};

impl Record for Organisation {
    const KIND: &'static Kind = &ORGANISATION;
    fn id(&self) -> Id<Self> {
        self.id
    }
}

/// The workspace's organisation, if it has one yet.
///
/// # Errors
/// Only when the database fails.
pub fn of_workspace(reading: Reading<'_>) -> Result<Option<Organisation>, Fault> {
    Ok(reading.all::<Organisation>()?.into_iter().next())
}
