use std::path::{Path, PathBuf};

use ::audit::{Audit, OPEN_REVISION, open_revision};
use ::report::{Revision, revisions_of};
use base64::{Engine, engine::general_purpose::STANDARD};
use book::params;
use ground::{Id, Instant, Problem, Secret};
use schemars::JsonSchema;
use seal::{Verification, verify_pdf};
use serde::{Deserialize, Serialize};

use super::audit::OfAudit;
use crate::{
    Desk, DeskError, Named, Operation, files,
    hex::sha256_of,
    issue,
    operation::operation,
    readiness::{Need, needs},
    work::Work,
};

/// The largest file that is read to be verified.
const LARGEST_PDF_BYTES: u64 = 256 * 1024 * 1024;

pub(super) fn operations() -> Vec<Operation> {
    vec![
        operation(
            "report.state",
            "What the report still needs, and the revisions signed so far.",
            |desk, request: OfAudit| {
                let audit = request.audit.audit(desk.book()?.reading())?;
                state(desk, audit)
            },
        ),
        operation("report.pages", "The report as PDF in base64: a draft, or a signed revision.", pages),
        operation("report.save", "Saves the report as a PDF file: a draft, or a signed revision.", save),
        operation(
            "report.save-auditees-copy",
            "Saves a copy without confidential evidence and the auditors' notes; not signed.",
            |desk, request: SaveCopy| {
                let audit = request.audit.audit(desk.book()?.reading())?;
                let bytes = issue::auditees_copy(desk, audit)?;
                files::write(&request.to, &bytes)?;
                Ok(super::Written { path: request.to.to_string_lossy().into_owned() })
            },
        ),
        operation("report.issue", "Issues and signs the next revision.", issue_it),
        operation("report.open-revision", "Opens the audit for a new revision of its signed report.", open_it),
        operation("report.verify", "Says who signed a PDF and whether it is as it was signed.", verify),
    ]
}

/// What the report still needs, and the revisions signed so far.
#[derive(Debug, Serialize, JsonSchema)]
struct ReportState {
    audit: Id<Audit>,
    next_revision: i64,
    /// Whether nothing is missing that it must have, and no signed revision stands.
    ready: bool,
    /// A signed revision stands; a new one must be opened with a reason.
    locked: bool,
    needs: Vec<Need>,
    /// The latest first.
    revisions: Vec<RevisionView>,
}

/// A signed revision.
#[derive(Debug, Serialize, JsonSchema)]
struct RevisionView {
    #[serde(flatten)]
    report: Revision,
    superseded: bool,
}

fn state(desk: &mut Desk, audit: Id<Audit>) -> Result<ReportState, Problem> {
    let reading = desk.book()?.reading();
    let work = Work::read(reading, audit)?;
    let locked = work.audit.is_locked();
    let needs = if locked { Vec::new() } else { needs(reading, &work)? };
    let last = work.revisions.last().map(|last| last.revision);
    let mut revisions: Vec<RevisionView> = work
        .revisions
        .into_iter()
        .map(|report| RevisionView { superseded: Some(report.revision) != last, report })
        .collect();
    revisions.reverse();
    Ok(ReportState {
        audit,
        next_revision: last.map_or(0, |last| last + 1),
        ready: !locked && needs.iter().all(|need| !need.blocking),
        locked,
        needs,
        revisions,
    })
}

#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct Which {
    audit: Named,
    /// A signed revision; the draft as it stands where absent.
    revision: Option<i64>,
}

/// A PDF as base64.
#[derive(Debug, Serialize, JsonSchema)]
struct Pages {
    base64: String,
    draft: bool,
}

fn bytes_of(desk: &Desk, audit: &Named, revision: Option<i64>) -> Result<Vec<u8>, Problem> {
    let book = desk.book()?;
    let reading = book.reading();
    let id = audit.audit(reading)?;
    let Some(revision) = revision else { return issue::draft(desk, id, ::report::facts::Audience::Full) };
    let signed = revisions_of(reading, id)?
        .into_iter()
        .find(|report| report.revision == revision)
        .ok_or_else(|| DeskError::NoRevision { audit: audit.0.clone(), revision })?;
    Ok(book.blob(&signed.sha256)?)
}

fn pages(desk: &mut Desk, request: Which) -> Result<Pages, Problem> {
    let bytes = bytes_of(desk, &request.audit, request.revision)?;
    Ok(Pages { base64: STANDARD.encode(bytes), draft: request.revision.is_none() })
}

#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct Save {
    audit: Named,
    /// A signed revision; where absent, the latest signed one, and the draft where none is signed.
    revision: Option<i64>,
    /// The draft, even where a revision is signed.
    #[serde(default)]
    draft: bool,
    to: PathBuf,
}

#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct SaveCopy {
    audit: Named,
    to: PathBuf,
}

/// A report that was saved.
#[derive(Debug, Serialize, JsonSchema)]
struct SavedReport {
    path: String,
    sha256: String,
    size_bytes: usize,
    draft: bool,
    revision: Option<i64>,
}

fn save(desk: &mut Desk, request: Save) -> Result<SavedReport, Problem> {
    let reading = desk.book()?.reading();
    let revisions = revisions_of(reading, request.audit.audit(reading)?)?;
    let revision = if request.draft { None } else { request.revision.or(revisions.last().map(|last| last.revision)) };
    let bytes = bytes_of(desk, &request.audit, revision)?;
    files::write(&request.to, &bytes)?;
    Ok(SavedReport {
        path: request.to.to_string_lossy().into_owned(),
        sha256: sha256_of(&bytes),
        size_bytes: bytes.len(),
        draft: revision.is_none(),
        revision,
    })
}

#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct Issue {
    audit: Named,
    /// The signing identity, by id, name or fingerprint.
    identity: String,
    passphrase: Option<Secret>,
    /// Why there is a new revision; opens one where a signed report stands.
    change_note: Option<String>,
}

fn issue_it(desk: &mut Desk, request: Issue) -> Result<ReportState, Problem> {
    let reading = desk.book()?.reading();
    let id = request.audit.audit(reading)?;
    let locked = reading.need(id)?.is_locked();
    // The key is opened first: a wrong passphrase must change nothing.
    let identity = super::identity::find(desk, &request.identity)?;
    let passphrase = super::identity::passphrase(desk, request.passphrase, &identity.name())?;
    let key = identity.unlock(&passphrase)?;
    if locked {
        let note = request.change_note.filter(|note| !note.trim().is_empty()).ok_or(DeskError::NeedsChangeNote)?;
        open_for(desk, id, &note)?;
    }
    issue::issue(desk, id, &key)?;
    state(desk, id)
}

fn open_for(desk: &mut Desk, audit: Id<Audit>, reason: &str) -> Result<(), Problem> {
    let author = desk.author()?;
    desk.book_mut()?.act(audit, OPEN_REVISION, &author, Some(reason), |writing| open_revision(writing, audit))?;
    Ok(())
}

#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct OpenRevision {
    audit: Named,
    reason: String,
}

fn open_it(desk: &mut Desk, request: OpenRevision) -> Result<ReportState, Problem> {
    let audit = request.audit.audit(desk.book()?.reading())?;
    open_for(desk, audit, &request.reason)?;
    state(desk, audit)
}

#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct Verify {
    /// A PDF file.
    path: Option<PathBuf>,
    /// Or a signed revision of this audit's report; the latest where none is named.
    audit: Option<Named>,
    revision: Option<i64>,
}

/// Who signed a PDF, whether it is as it was signed, and whether this workspace issued it.
#[derive(Debug, Serialize, JsonSchema)]
struct Verified {
    #[serde(flatten)]
    verification: Verification,
    file_sha256: String,
    size_bytes: usize,
    /// Where the open workspace issued exactly these bytes.
    known_as: Option<KnownAs>,
}

/// A report of the open workspace.
#[derive(Debug, Serialize, Deserialize, JsonSchema)]
struct KnownAs {
    reference: String,
    revision: i64,
    issued_at: Instant,
}

fn verify(desk: &mut Desk, request: Verify) -> Result<Verified, Problem> {
    let bytes = match (&request.path, &request.audit) {
        (Some(path), _) => read_file(path)?,
        (None, Some(audit)) => {
            let reading = desk.book()?.reading();
            // The latest is what a person means who names none; an audit without any is refused as having no first.
            let latest = revisions_of(reading, audit.audit(reading)?)?.last().map(|last| last.revision);
            bytes_of(desk, audit, Some(request.revision.or(latest).unwrap_or(0)))?
        }
        (None, None) => {
            return Err(DeskError::BadRequest {
                name: "report.verify".to_owned(),
                what: "neither a path nor an audit is given".to_owned(),
            }
            .into());
        }
    };
    let verification = verify_pdf(&bytes, desk.now())?;
    let file_sha256 = sha256_of(&bytes);
    let known_as = if desk.is_open() {
        desk.book()?
            .reading()
            .row("SELECT reference, revision, issued_at FROM report WHERE sha256 = ?1", params![file_sha256])?
    } else {
        None
    };
    Ok(Verified { verification, size_bytes: bytes.len(), file_sha256, known_as })
}

fn read_file(path: &Path) -> Result<Vec<u8>, Problem> {
    let unreadable = |reason: String| DeskError::Unreadable { path: path.to_string_lossy().into_owned(), reason };
    let about = std::fs::metadata(path).map_err(|error| unreadable(error.to_string()))?;
    if about.len() > LARGEST_PDF_BYTES {
        return Err(unreadable(format!("it is larger than {LARGEST_PDF_BYTES} bytes")).into());
    }
    std::fs::read(path).map_err(|error| unreadable(error.to_string()).into())
}
