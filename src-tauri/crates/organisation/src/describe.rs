use book::{Act, Writing};
use ground::Id;
use schemars::JsonSchema;
use serde::Deserialize;

use crate::{Organisation, OrganisationError, error::named};

/// The act as history names it.
pub const DESCRIBE: Act = Act::named("organisation.describe");

/// What is to be changed; what is absent stays.
#[derive(Debug, Clone, Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Description {
    /// The organisation's name.
    pub name: Option<String>,
    /// The SMS scope statement.
    pub scope_statement: Option<String>,
    /// An IANA time zone name.
    pub timezone: Option<String>,
}

/// Says what the organisation is.
///
/// # Errors
/// Refuses an empty name.
pub fn describe(
    writing: &mut Writing<'_>,
    organisation: Id<Organisation>,
    wanted: Description,
) -> Result<Organisation, OrganisationError> {
    let mut organisation = writing.need(organisation)?;
    if let Some(name) = wanted.name {
        organisation.name = named("organisation", &name)?;
    }
    if let Some(scope) = wanted.scope_statement {
        organisation.scope_statement = scope;
    }
    if let Some(timezone) = wanted.timezone {
        organisation.timezone = named("time zone", &timezone)?;
    }
    writing.put(&organisation)?;
    Ok(organisation)
}
