use std::collections::BTreeSet;

use book::{Act, Writing};
use ground::{Day, Id, said};
use organisation::Person;
use schemars::JsonSchema;
use serde::Deserialize;

use super::{DataRequest, must_fit, open};
use crate::EvidenceError;

/// The act as history names it.
pub const CHANGE_REQUEST: Act = Act::named("request.change");

/// What of a request is to be changed; what is absent stays.
#[derive(Debug, Clone, Default, Deserialize, JsonSchema)]
pub struct RequestChange {
    /// What is to be seen.
    pub what: Option<String>,
    /// The population it is to show.
    pub population: Option<String>,
    /// The clauses it is wanted for.
    pub clauses: Option<BTreeSet<String>>,
    /// Who is asked; null takes it back.
    #[serde(default, deserialize_with = "said")]
    pub person: Option<Option<Id<Person>>>,
    /// Who is asked, as a name or a function.
    pub from_whom: Option<String>,
    /// The day it was asked.
    pub asked_on: Option<Day>,
    /// Wanted by the end of this day.
    pub due: Option<Day>,
    /// A remark.
    pub remark: Option<String>,
}

/// Changes a request.
///
/// # Errors
/// As [`super::ask`]; also for a withdrawn one.
pub fn change_request(
    writing: &mut Writing<'_>,
    request: Id<DataRequest>,
    wanted: RequestChange,
) -> Result<DataRequest, EvidenceError> {
    let mut request = open(writing, request)?;
    request.what = wanted.what.unwrap_or(request.what);
    request.population = wanted.population.unwrap_or(request.population);
    request.clauses = wanted.clauses.unwrap_or(request.clauses);
    request.person = wanted.person.unwrap_or(request.person);
    request.from_whom = wanted.from_whom.unwrap_or(request.from_whom);
    request.asked_on = wanted.asked_on.unwrap_or(request.asked_on);
    request.due = wanted.due.unwrap_or(request.due);
    request.remark = wanted.remark.unwrap_or(request.remark);
    must_fit(writing, &request)?;
    writing.put(&request)?;
    Ok(request)
}
