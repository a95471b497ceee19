use book::{Act, Kind, Record, Writing};
use ground::{Day, Id};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::{OrganisationError, error::named};

/// The act as history names it.
pub const PUT_OWN_DOCUMENT: Act = Act::named("organisation.put-own-document");

/// A document of the organisation's own that an audit can be held against: a policy, a handbook, an SLA.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct OwnDocument {
    /// Its id.
    pub id: Id<Self>,
    /// Its title.
    pub title: String,
    /// Its version, as the document says.
    pub version: String,
    /// The day it bears.
    pub dated: Option<Day>,
}

/// How the book keeps it.
pub static OWN_DOCUMENT: Kind =
    Kind { searched: &["title"], ..Kind::named("own_document", include_str!("sql/own_document.sql")) };

impl Record for OwnDocument {
    const KIND: &'static Kind = &OWN_DOCUMENT;
    fn id(&self) -> Id<Self> {
        self.id
    }
}

/// A document as it is to be; without an id, a new one.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct PutOwnDocument {
    /// The document to change; absent for a new one.
    pub id: Option<Id<OwnDocument>>,
    /// Its title.
    pub title: String,
    /// Its version.
    #[serde(default)]
    pub version: String,
    /// The day it bears.
    pub dated: Option<Day>,
}

/// Writes a document down, or changes it.
///
/// # Errors
/// Refuses an empty title.
pub fn put_own_document(writing: &mut Writing<'_>, wanted: PutOwnDocument) -> Result<OwnDocument, OrganisationError> {
    let id = wanted.id.unwrap_or_default();
    if wanted.id.is_some() && writing.get(id)?.is_none() {
        return Err(OrganisationError::Unknown { what: "document" });
    }
    let document =
        OwnDocument { id, title: named("document", &wanted.title)?, version: wanted.version, dated: wanted.dated };
    writing.put(&document)?;
    Ok(document)
}
