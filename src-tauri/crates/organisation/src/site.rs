use book::{Act, Kind, Record, Writing};
use ground::Id;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::{OrganisationError, error::named};

/// The act as history names it.
pub const PUT_SITE: Act = Act::named("organisation.put-site");

/// What sort of place a site is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum SiteKind {
    /// The central function.
    Central,
    /// Another office.
    Branch,
    /// A place people work from on their own.
    Remote,
    /// A data centre.
    Datacentre,
    /// A place that is only on the network.
    Virtual,
}

/// A place, physical or virtual, where the SMS is at work.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Site {
    /// Its id.
    pub id: Id<Self>,
    /// A short code for tables: `AAR`.
    pub code: String,
    /// Its name.
    pub name: String,
    /// What sort of place.
    pub kind: SiteKind,
    /// Where it is.
    pub address: String,
    /// People who work there.
    pub headcount: Option<i64>,
}

/// How the book keeps it.
pub static SITE: Kind =
    Kind { searched: &["code", "name", "address"], ..Kind::named("site", include_str!("sql/site.sql")) };

impl Record for Site {
    const KIND: &'static Kind = &SITE;
    fn id(&self) -> Id<Self> {
        self.id
    }
}

/// A site as it is to be; without an id, a new one.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct PutSite {
    /// The site to change; absent for a new one.
    pub id: Option<Id<Site>>,
    /// A short code, unique in the organisation.
    pub code: String,
    /// Its name.
    pub name: String,
    /// What sort of place.
    pub kind: SiteKind,
    /// Where it is.
    #[serde(default)]
    pub address: String,
    /// People who work there.
    pub headcount: Option<i64>,
}

/// Writes a site down, or changes it.
///
/// # Errors
/// Refuses an empty name or code, and a code another site has.
pub fn put_site(writing: &mut Writing<'_>, wanted: PutSite) -> Result<Site, OrganisationError> {
    let id = wanted.id.unwrap_or_default();
    if wanted.id.is_some() && writing.get(id)?.is_none() {
        return Err(OrganisationError::Unknown { what: "site" });
    }
    let code = named("site code", &wanted.code)?;
    let taken = writing.all::<Site>()?.into_iter().find(|site| site.id != id && site.code.eq_ignore_ascii_case(&code));
    if let Some(other) = taken {
        return Err(OrganisationError::CodeTaken { code, site: other.name });
    }
    let site = Site {
        id,
        code,
        name: named("site", &wanted.name)?,
        kind: wanted.kind,
        address: wanted.address,
        headcount: wanted.headcount,
    };
    writing.put(&site)?;
    Ok(site)
}
