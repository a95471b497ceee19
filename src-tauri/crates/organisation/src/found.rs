use book::{Act, Author, Book};
use ground::Id;

use crate::{BINDER, Organisation, OrganisationError, Person, PersonRole, error::named};

/// The act as history names it. Everything else in the workspace stands on it, so no undo takes it back.
pub const FOUND: Act = Act::lasting("organisation.found");

/// What a new workspace begins with.
#[derive(Debug, Clone)]
pub struct Founding {
    /// The organisation's name.
    pub name: String,
    /// The name of the person who starts the workspace.
    pub person: String,
    /// An IANA time zone name.
    pub timezone: String,
    /// Whether it is the demo.
    pub demo: bool,
}

/// Begins the organisation's binder with the organisation and the first person in it.
///
/// # Errors
/// Refuses an empty name.
pub fn found(book: &mut Book, founding: Founding) -> Result<(Organisation, Person), OrganisationError> {
    let name = named("organisation", &founding.name)?;
    let organisation = Organisation {
        id: Id::new(),
        name: name.clone(),
        scope_statement: String::new(),
        timezone: founding.timezone,
        demo: founding.demo,
    };
    let person = Person {
        id: Id::new(),
        name: named("person", &founding.person)?,
        job_title: String::new(),
        email: None,
        employed_by: name.clone(),
        active: true,
        roles: [PersonRole::LeadAuditor].into(),
    };
    let by = Author::new(Some(person.id), person.name.clone());
    book.act_in_new(organisation.id, BINDER, &name, FOUND, &by, |writing| {
        writing.put(&organisation)?;
        writing.put(&person)?;
        Ok((organisation, person))
    })
}
