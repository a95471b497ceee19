use std::path::PathBuf;

use book::{Access, Book, CheckReport, Hit};
use ground::{Day, Id, Problem, Secret};
use organisation::{Founding, Person, PersonView, found, of_workspace, person_view};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::{Nothing, Written};
use crate::{
    Desk, Named, Operation,
    desk::ME,
    files, make_demo,
    operation::operation,
    recent::{self, RecentWorkspace},
};

pub(super) fn operations() -> Vec<Operation> {
    vec![
        operation("workspace.status", "What is open, for whom, and what day it is.", |desk, _: Nothing| status(desk)),
        operation("workspace.recent", "The workspaces opened lately on this computer.", |desk, _: Nothing| {
            Ok(recent::read(&desk.home))
        }),
        operation("workspace.forget", "Takes a workspace off the list of recent ones; the file stays.", forget),
        operation("workspace.new", "Makes a new workspace and opens it.", new),
        operation("workspace.open", "Opens a workspace.", open),
        operation("workspace.demo", "Opens the demo workspace; makes it on first use.", demo),
        operation("workspace.close", "Closes the workspace.", |desk, _: Nothing| {
            desk.close();
            status(desk)
        }),
        operation("workspace.become", "Sits down as another person of the workspace.", become_person),
        operation("workspace.change-passphrase", "Encrypts the workspace under another passphrase.", change_passphrase),
        operation("workspace.back-up", "Copies the workspace to another file under the same passphrase.", back_up),
        operation(
            "workspace.check",
            "Proves the whole file; changes nothing.",
            |desk, _: Nothing| -> Result<CheckReport, Problem> { Ok(desk.book()?.check()?) },
        ),
        operation("workspace.rebuild", "Makes the tables anew from the changes.", |desk, _: Nothing| {
            desk.book_mut()?.rebuild()?;
            Ok(desk.book()?.check()?)
        }),
        operation("workspace.find", "Finds records by the words people typed.", find),
    ]
}

/// What is open, for whom, and what day it is.
#[derive(Debug, Serialize, JsonSchema)]
pub(super) struct WorkspaceStatus {
    open: bool,
    path: Option<String>,
    name: Option<String>,
    encrypted: Option<bool>,
    read_only: Option<bool>,
    demo: Option<bool>,
    organisation: Option<String>,
    me: Option<PersonView>,
    version: String,
    today: Day,
}

pub(super) fn status(desk: &mut Desk) -> Result<WorkspaceStatus, Problem> {
    let mut status = WorkspaceStatus {
        open: desk.is_open(),
        path: None,
        name: None,
        encrypted: None,
        read_only: None,
        demo: None,
        organisation: None,
        me: None,
        version: env!("CARGO_PKG_VERSION").to_owned(),
        today: desk.today(),
    };
    if !desk.is_open() {
        return Ok(status);
    }
    let me = desk.me()?;
    let book = desk.book()?;
    let reading = book.reading();
    let organisation = of_workspace(reading)?;
    status.path = Some(book.path().to_string_lossy().into_owned());
    status.name = book.path().file_stem().map(|name| name.to_string_lossy().into_owned());
    status.encrypted = Some(book.is_encrypted());
    status.read_only = Some(book.is_read_only());
    status.demo = Some(organisation.as_ref().is_some_and(|organisation| organisation.demo));
    status.organisation = organisation.map(|organisation| organisation.name);
    status.me = me.map(|me| person_view(reading, me)).transpose()?;
    Ok(status)
}

#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct Forget {
    path: String,
}

fn forget(desk: &mut Desk, request: Forget) -> Result<Vec<RecentWorkspace>, Problem> {
    recent::forget(&desk.home, &request.path);
    Ok(recent::read(&desk.home))
}

#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct NewWorkspace {
    /// Where the file is to lie.
    path: PathBuf,
    /// Encrypts it; absent for a workspace that is not encrypted.
    passphrase: Option<Secret>,
    /// The organisation that is audited.
    organisation: String,
    /// Who starts it.
    person: String,
    /// An IANA time zone name; UTC where absent.
    timezone: Option<String>,
}

fn new(desk: &mut Desk, request: NewWorkspace) -> Result<WorkspaceStatus, Problem> {
    desk.close();
    let mut book =
        Book::create(&request.path, desk.opening(request.passphrase.filter(|it| !it.is_empty()), Access::Write))?;
    let founding = Founding {
        name: request.organisation,
        person: request.person,
        timezone: request.timezone.unwrap_or_else(|| "UTC".to_owned()),
        demo: false,
    };
    match found(&mut book, founding) {
        Ok((_, person)) => book.set_local(ME, &person.id.to_string())?,
        Err(refusal) => {
            // A workspace without an organisation is of no use to anybody: the file made a moment ago goes again.
            drop(book);
            files::remove_workspace(&request.path);
            return Err(refusal.into());
        }
    }
    desk.take(book)?;
    recent::remember(&desk.home, &request.path, desk.now());
    status(desk)
}

#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct OpenWorkspace {
    path: PathBuf,
    passphrase: Option<Secret>,
    /// For reading only; any number of programs may.
    #[serde(default)]
    read_only: bool,
}

fn open(desk: &mut Desk, request: OpenWorkspace) -> Result<WorkspaceStatus, Problem> {
    let access = if request.read_only { Access::Read } else { Access::Write };
    desk.open(&request.path, request.passphrase, access)?;
    recent::remember(&desk.home, &request.path, desk.now());
    status(desk)
}

#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct Demo {
    /// Where it is to lie; in the program's own folder where absent.
    path: Option<PathBuf>,
}

fn demo(desk: &mut Desk, request: Demo) -> Result<WorkspaceStatus, Problem> {
    let path = request.path.unwrap_or_else(|| desk.home.demo());
    if !path.exists() {
        if let Some(folder) = path.parent() {
            std::fs::create_dir_all(folder).map_err(|error| crate::DeskError::Unwritable {
                path: folder.to_string_lossy().into_owned(),
                reason: error.to_string(),
            })?;
        }
        desk.close();
        make_demo(&path, None, desk.now())?;
    }
    open(desk, OpenWorkspace { path, passphrase: None, read_only: false })
}

#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct Become {
    person: Named,
}

fn become_person(desk: &mut Desk, request: Become) -> Result<WorkspaceStatus, Problem> {
    let person: Id<Person> = request.person.person(desk.book()?.reading())?;
    desk.act_as(person)?;
    if !desk.book()?.is_read_only() {
        desk.book_mut()?.set_local(ME, &person.to_string())?;
    }
    status(desk)
}

#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct ChangePassphrase {
    /// The passphrase it has; absent where it has none.
    old: Option<Secret>,
    /// The new one; absent to take the encryption off.
    new: Option<Secret>,
}

fn change_passphrase(desk: &mut Desk, request: ChangePassphrase) -> Result<WorkspaceStatus, Problem> {
    let old = request.old.or_else(|| desk.secrets.workspace());
    let new = request.new.filter(|new| !new.is_empty());
    desk.book_mut()?.change_passphrase(old.as_ref(), new.as_ref())?;
    status(desk)
}

#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct BackUp {
    to: PathBuf,
    passphrase: Option<Secret>,
}

fn back_up(desk: &mut Desk, request: BackUp) -> Result<Written, Problem> {
    let passphrase = request.passphrase.or_else(|| desk.secrets.workspace());
    desk.book()?.back_up(&request.to, passphrase.as_ref())?;
    Ok(Written { path: request.to.to_string_lossy().into_owned() })
}

#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct Find {
    words: String,
    /// Only in this audit.
    audit: Option<Named>,
    /// At most so many; 50 where absent.
    most: Option<u32>,
}

/// A record in which words were found, with what it is called.
#[derive(Debug, Serialize, JsonSchema)]
struct Found {
    kind: String,
    record: Uuid,
    binder: Uuid,
    excerpt: String,
    title: String,
    audit: Option<Uuid>,
    audit_reference: Option<String>,
}

#[derive(Deserialize)]
struct Titled {
    title: String,
}
#[derive(Deserialize)]
struct AuditOf {
    id: Uuid,
    reference: String,
}

fn find(desk: &mut Desk, request: Find) -> Result<Vec<Found>, Problem> {
    let book = desk.book()?;
    let reading = book.reading();
    let audit = request.audit.map(|audit| audit.audit(reading)).transpose()?;
    let hits = book.find(&request.words, audit.map(Id::of), request.most.unwrap_or(50).min(500))?;
    hits.into_iter()
        .map(|hit: Hit| {
            let titled: Option<Titled> = reading.row(title_sql(&hit.kind), [hit.record.to_string()])?;
            let audit: Option<AuditOf> =
                reading.row("SELECT id, reference FROM audit WHERE id = ?1", [hit.binder.to_string()])?;
            Ok(Found {
                title: titled.map(|titled| titled.title).unwrap_or_default(),
                audit: audit.as_ref().map(|audit| audit.id),
                audit_reference: audit.map(|audit| audit.reference),
                kind: hit.kind,
                record: hit.record,
                binder: hit.binder,
                excerpt: hit.excerpt,
            })
        })
        .collect()
}

fn title_sql(kind: &str) -> &'static str {
    match kind {
        "audit" => "SELECT reference || ' ' || title AS title FROM audit WHERE id = ?1",
        "programme" => "SELECT reference || ' ' || title AS title FROM programme WHERE id = ?1",
        "question" => "SELECT code AS title FROM question WHERE id = ?1",
        "evidence" => "SELECT reference AS title FROM evidence WHERE id = ?1",
        "data_request" => "SELECT reference AS title FROM data_request WHERE id = ?1",
        "finding" => "SELECT reference || ' ' || title AS title FROM finding WHERE id = ?1",
        "corrective_action" => "SELECT reference AS title FROM corrective_action WHERE id = ?1",
        "site" => "SELECT code || ' ' || name AS title FROM site WHERE id = ?1",
        "service" => "SELECT name AS title FROM service WHERE id = ?1",
        "process" => "SELECT name AS title FROM process WHERE id = ?1",
        "person" => "SELECT name AS title FROM person WHERE id = ?1",
        "participant" => "SELECT name AS title FROM participant WHERE id = ?1",
        "own_document" => "SELECT title FROM own_document WHERE id = ?1",
        "organisation" => "SELECT name AS title FROM organisation WHERE id = ?1",
        _ => "SELECT '' AS title WHERE ?1 IS NULL",
    }
}
