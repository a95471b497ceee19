//! The organisation: its SMS scope, its sites, services and processes, and its people with what they own.

mod describe;
mod document;
mod error;
mod found;
mod independence;
mod organisation;
mod person;
mod process;
mod responsibility;
mod service;
mod site;
mod view;

pub use describe::{DESCRIBE, Description, describe};
pub use document::{OWN_DOCUMENT, OwnDocument, PUT_OWN_DOCUMENT, PutOwnDocument, put_own_document};
pub use error::OrganisationError;
pub use found::{FOUND, Founding, found};
pub use independence::{COOLING_OFF_MONTHS, Conflict, Examined, conflicts};
pub use organisation::{BINDER, ORGANISATION, Organisation, of_workspace};
pub use person::{PERSON, PUT_PERSON, Person, PersonRole, PutPerson, name_of, put_person};
pub use process::{PROCESS, PUT_PROCESS, Process, PutProcess, put_process};
pub use responsibility::{
    Owned, PUT_RESPONSIBILITY, PutResponsibility, RESPONSIBILITY, Responsibility, ResponsibilityKind,
    put_responsibility,
};
pub use service::{PUT_SERVICE, PutService, SERVICE, Service, ServiceStatus, put_service};
pub use site::{PUT_SITE, PutSite, SITE, Site, SiteKind, put_site};
pub use view::{OrganisationView, PersonView, ResponsibilityView, person_view, view};
