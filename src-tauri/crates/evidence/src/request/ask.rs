use std::collections::BTreeSet;

use audit::{Audit, number_after};
use book::{Act, Writing};
use ground::{Day, Id};
use organisation::Person;
use schemars::JsonSchema;
use serde::Deserialize;

use super::{DataRequest, must_fit};
use crate::EvidenceError;

/// The act as history names it.
pub const ASK: Act = Act::named("request.add");

/// Something the auditee is to be asked for.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
pub struct NewDataRequest {
    /// What is to be seen.
    pub what: String,
    /// The population it is to show: `incident`.
    #[serde(default)]
    pub population: String,
    /// The clauses it is wanted for.
    #[serde(default)]
    pub clauses: BTreeSet<String>,
    /// Who is asked, where the organisation knows them.
    pub person: Option<Id<Person>>,
    /// Who is asked, as a name or a function; the person's name where absent.
    #[serde(default)]
    pub from_whom: String,
    /// The day it is asked; today where absent.
    pub asked_on: Option<Day>,
    /// Wanted by the end of this day.
    pub due: Day,
    /// A remark.
    #[serde(default)]
    pub remark: String,
}

/// Asks the auditee for something.
///
/// # Errors
/// Refuses a request that says nothing or is due before it is asked, a clause out of scope, an unknown person, and while
/// a signed report stands.
pub fn ask(writing: &mut Writing<'_>, today: Day, wanted: NewDataRequest) -> Result<DataRequest, EvidenceError> {
    let audit: Audit = writing.need(writing.binder())?;
    audit.must_be_open()?;
    let earlier = writing.all::<DataRequest>()?;
    let last = earlier.iter().map(|earlier| number_after(&earlier.reference, "-R-")).max().unwrap_or(0);
    let mut from_whom = wanted.from_whom.trim().to_owned();
    if from_whom.is_empty()
        && let Some(person) = wanted.person
    {
        let person = writing.reading().get(person)?.ok_or(EvidenceError::Unknown { what: "person" })?;
        from_whom = person.name;
    }
    let request = DataRequest {
        id: writing.new_id(),
        // A desk other than the home desk adds its letters, so that two desks never give the same reference.
        reference: format!("{}-R-{:02}{}", audit.reference, last + 1, writing.desk_mark()),
        what: wanted.what.trim().to_owned(),
        population: wanted.population.trim().to_owned(),
        clauses: wanted.clauses,
        person: wanted.person,
        from_whom,
        asked_on: wanted.asked_on.unwrap_or(today),
        asked_by: writing.by.person.map(Id::from_uuid),
        asked_by_name: writing.by.name.clone(),
        due: wanted.due,
        received_on: None,
        evidence: BTreeSet::new(),
        remark: wanted.remark,
        withdrawn_reason: String::new(),
    };
    must_fit(writing, &request)?;
    writing.put(&request)?;
    Ok(request)
}
