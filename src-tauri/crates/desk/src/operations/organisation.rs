use ::organisation::{
    DESCRIBE, Description, OrganisationError, OrganisationView, OwnDocument, PUT_OWN_DOCUMENT, PUT_PERSON, PUT_PROCESS,
    PUT_RESPONSIBILITY, PUT_SERVICE, PUT_SITE, PersonView, Process, PutOwnDocument, PutPerson, PutProcess,
    PutResponsibility, PutService, PutSite, Responsibility, Service, Site, describe, of_workspace, person_view,
    put_own_document, put_person, put_process, put_responsibility, put_service, put_site, view,
};
use book::{Act, Writing};
use ground::Problem;

use super::Nothing;
use crate::{Desk, Operation, operation::operation};

pub(super) fn operations() -> Vec<Operation> {
    vec![
        operation(
            "organisation.view",
            "The organisation with its sites, services, processes and people.",
            |desk, _: Nothing| whole(desk),
        ),
        operation("organisation.describe", "Names the organisation and its SMS scope.", |desk, wanted: Description| {
            let organisation = of_workspace(desk.book()?.reading())?.ok_or(OrganisationError::None)?;
            act(desk, DESCRIBE, |writing| describe(writing, organisation.id, wanted))?;
            whole(desk)
        }),
        operation(
            "organisation.put-site",
            "Writes a site down, or changes it.",
            |desk, wanted: PutSite| -> Result<Site, Problem> {
                act(desk, PUT_SITE, |writing| put_site(writing, wanted))
            },
        ),
        operation(
            "organisation.put-service",
            "Writes a service down, or changes it.",
            |desk, wanted: PutService| -> Result<Service, Problem> {
                act(desk, PUT_SERVICE, |writing| put_service(writing, wanted))
            },
        ),
        operation(
            "organisation.put-process",
            "Writes a process down, or changes it.",
            |desk, wanted: PutProcess| -> Result<Process, Problem> {
                act(desk, PUT_PROCESS, |writing| put_process(writing, wanted))
            },
        ),
        operation(
            "organisation.put-person",
            "Writes a person down, or changes them.",
            |desk, wanted: PutPerson| -> Result<PersonView, Problem> {
                let person = act(desk, PUT_PERSON, |writing| put_person(writing, wanted))?;
                Ok(person_view(desk.book()?.reading(), person)?)
            },
        ),
        operation(
            "organisation.put-responsibility",
            "Writes down who answers for what, or when that ended.",
            |desk, wanted: PutResponsibility| -> Result<Responsibility, Problem> {
                act(desk, PUT_RESPONSIBILITY, |writing| put_responsibility(writing, wanted))
            },
        ),
        operation(
            "organisation.put-own-document",
            "Writes down a document of the organisation's own that audits are held against.",
            |desk, wanted: PutOwnDocument| -> Result<OwnDocument, Problem> {
                act(desk, PUT_OWN_DOCUMENT, |writing| put_own_document(writing, wanted))
            },
        ),
    ]
}

fn whole(desk: &mut Desk) -> Result<OrganisationView, Problem> {
    Ok(view(desk.book()?.reading())?)
}

/// An act in the organisation's binder.
fn act<R>(
    desk: &mut Desk,
    act: Act,
    verb: impl FnOnce(&mut Writing<'_>) -> Result<R, OrganisationError>,
) -> Result<R, Problem> {
    let author = desk.author()?;
    let organisation = of_workspace(desk.book()?.reading())?.ok_or(OrganisationError::None)?;
    Ok(desk.book_mut()?.act(organisation.id, act, &author, None, verb)?)
}
