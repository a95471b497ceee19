//! Printing a draft, and issuing: numbering, printing, signing and keeping, in one act.

use audit::{Audit, report_issued};
use book::{Act, Writing};
use ground::{Fault, Id, Problem};
use organisation::{Organisation, name_of, of_workspace};
use report::facts as print;
use report::{Printing, Revision, SIGNATURE_FONT, SIGNATURE_LEAD, audit_report};
use seal::{SignRequest, Unlocked, sign_pdf};

use crate::{
    Desk, DeskError,
    facts::{Printed, gather},
    hex::hex,
    readiness::needs,
    work::Work,
};

/// The act as history names it. Nothing undoes it: a signed report may already be in somebody's hands.
const ISSUE: Act = Act::lasting("report.issue");

/// The auditee's copy: of the signed revision where one stands, else of the draft. It is not signed itself; it says of
/// which report it is a copy and how much it leaves out.
pub(crate) fn auditees_copy(desk: &Desk, audit: Id<Audit>) -> Result<Vec<u8>, Problem> {
    let reading = desk.book()?.reading();
    let work = Work::read(reading, audit)?;
    let Some(signed) = work.revisions.last().filter(|_| work.audit.is_locked()) else {
        return draft(desk, audit, print::Audience::Auditee);
    };
    let organisation = of_workspace(reading)?.ok_or(organisation::OrganisationError::None)?;
    let printed = Printed {
        revision: signed.revision,
        at: signed.issued_at,
        issued: true,
        change_note: signed.change_note.clone(),
        heads: signed.heads.clone(),
        changes: changes_of(reading, audit)?,
        audience: print::Audience::Auditee,
    };
    let facts = gather(reading, &organisation, &work, &printed)?;
    Ok(audit_report(&facts, Printing::Issue)?)
}

/// The draft of an audit's report as it stands.
pub(crate) fn draft(desk: &Desk, audit: Id<Audit>, audience: print::Audience) -> Result<Vec<u8>, Problem> {
    let book = desk.book()?;
    let reading = book.reading();
    let organisation = of_workspace(reading)?.ok_or(organisation::OrganisationError::None)?;
    let work = Work::read(reading, audit)?;
    let printed = Printed {
        revision: work.revisions.last().map_or(0, |last| last.revision + 1),
        at: desk.now(),
        issued: false,
        change_note: work.audit.revision_reason.clone(),
        heads: book.heads(audit)?.iter().map(|head| hex(head)).collect(),
        changes: changes_of(reading, audit)?,
        audience,
    };
    let facts = gather(reading, &organisation, &work, &printed)?;
    Ok(audit_report(&facts, Printing::Draft)?)
}

fn changes_of(reading: book::Reading<'_>, audit: Id<Audit>) -> Result<u64, Fault> {
    let count = reading.count("SELECT count(*) FROM change WHERE binder = ?1", [audit.to_string()])?;
    Ok(u64::try_from(count).unwrap_or_default())
}

/// Issues the next revision: gives the findings their final numbers, prints, signs, and keeps the signed file.
///
/// # Errors
/// Refuses anyone but the lead, a report that lacks something it must have, and a later revision that was not opened
/// with a reason. Nothing is numbered, locked or kept then.
pub(crate) fn issue(desk: &mut Desk, audit: Id<Audit>, key: &Unlocked) -> Result<Revision, Problem> {
    let me = desk.me()?;
    let author = desk.author()?;
    let reading = desk.book()?.reading();
    let organisation = of_workspace(reading)?.ok_or(organisation::OrganisationError::None)?;
    let work = Work::read(reading, audit)?;
    work.audit.must_be_open()?;
    let lead = work.lead().ok_or(DeskError::NoLead)?;
    if me.as_ref().map(|me| me.id) != Some(lead.person) {
        return Err(DeskError::OnlyTheLead {
            lead: name_of(reading, lead.person)?,
            me: me.map_or_else(|| "someone".to_owned(), |me| me.name),
        }
        .into());
    }
    let open: Vec<_> = needs(reading, &work)?.into_iter().filter(|need| need.blocking).collect();
    if let Some(first) = open.first() {
        return Err(DeskError::NotReady {
            count: open.len(),
            first: first.sentence.clone(),
            remedy: first.remedy.clone(),
        }
        .into());
    }
    let changes = changes_of(reading, audit)?;
    let change_note = work.audit.revision_reason.clone();
    let reason = Some(change_note.as_str()).filter(|note| !note.is_empty());
    desk.book_mut()?
        .act(audit, ISSUE, &author, reason, |writing| {
            write_issue(writing, audit, &organisation, key, changes).map_err(Fault::passing_on)
        })
        .map_err(Problem::from)
}

fn write_issue(
    writing: &mut Writing<'_>,
    audit: Id<Audit>,
    organisation: &Organisation,
    key: &Unlocked,
    changes: u64,
) -> Result<Revision, Problem> {
    let heads = writing.heads();
    let before = Work::within(writing, audit)?;
    let revision = before.revisions.last().map_or(0, |last| last.revision + 1);
    let change_note = before.audit.revision_reason.clone();
    let issued = finding::issue_all(writing, &before.audit)?;
    let has_nonconformity = issued.iter().any(|finding| finding.grade.is_nonconformity());
    let work = Work::within(writing, audit)?;
    let printed = Printed {
        revision,
        at: writing.now,
        issued: true,
        change_note: change_note.clone(),
        heads: heads.clone(),
        changes,
        audience: print::Audience::Full,
    };
    let facts = gather(writing.reading(), organisation, &work, &printed)?;
    let pdf = audit_report(&facts, Printing::Issue)?;
    let lead_name = facts.signatories.lead.name.clone();
    let signed = sign_pdf(
        &pdf,
        &SignRequest {
            field: SIGNATURE_LEAD,
            signer_name: &lead_name,
            role: "Lead auditor",
            reason: &format!("Issued {}-R revision {revision}", work.audit.reference),
            place: None,
            at: writing.now,
            certify: true,
            font: SIGNATURE_FONT,
        },
        key,
    )?;
    let kept = writing.keep_bytes(&signed, "application/pdf")?;
    let record = Revision {
        id: writing.new_id(),
        reference: format!("{}-R", work.audit.reference),
        revision,
        issued_at: writing.now,
        signed_by: writing.by.person.map(Id::from_uuid),
        signed_by_name: lead_name,
        certificate: key.fingerprint(),
        change_note,
        sha256: kept.sha256,
        size_bytes: i64::try_from(kept.size_bytes).unwrap_or(i64::MAX),
        heads,
    };
    writing.put(&record)?;
    report_issued(writing, audit, revision, has_nonconformity)?;
    Ok(record)
}
