use std::{
    path::{Path, PathBuf},
    sync::Arc,
};

use book::{Access, Author, Book, BookError, Opening};
use ground::{Clock, Day, Effort, Id, Instant, Problem, Secret, SystemClock};
use organisation::{Person, of_workspace};
use population::{Excerpt, Population};
use seal::IdentityFolder;
use serde_json::Value;

use crate::{DeskError, KINDS, NoSecrets, Secrets, operation::list, pictures::Pictures, zone::day_in};

/// What an operation gives back.
#[derive(Debug, Clone)]
pub struct Answer {
    /// What was asked for.
    pub value: Value,
    /// The kinds of record that the operation touched; screens that show them ask again.
    pub touched: Vec<String>,
}

/// The program's own folder on this computer: recent workspaces, signing identities, the demo.
#[derive(Debug, Clone)]
pub struct Home(pub PathBuf);

impl Home {
    /// The folder of this user: `TICKMARK_HOME` where that is set, else where the operating system keeps such data.
    #[must_use]
    pub fn of_user() -> Self {
        let set = |name: &str| std::env::var_os(name).filter(|value| !value.is_empty()).map(PathBuf::from);
        let own = set("TICKMARK_HOME");
        let system = if cfg!(windows) {
            set("APPDATA").map(|folder| folder.join("Tickmark"))
        } else if cfg!(target_os = "macos") {
            set("HOME").map(|folder| folder.join("Library/Application Support/Tickmark"))
        } else {
            set("XDG_DATA_HOME")
                .or_else(|| set("HOME").map(|folder| folder.join(".local/share")))
                .map(|folder| folder.join("tickmark"))
        };
        Self(own.or(system).unwrap_or_else(|| PathBuf::from(".tickmark")))
    }

    pub(crate) fn identities(&self) -> IdentityFolder {
        IdentityFolder::at(self.0.join("identities"))
    }

    pub(crate) fn demo(&self) -> PathBuf {
        self.0.join("demo.tickmark")
    }

    pub(crate) fn recent(&self) -> PathBuf {
        self.0.join("recent.json")
    }
}

/// One desk: at most one workspace open, for one person.
pub struct Desk {
    pub(crate) clock: Arc<dyn Clock + Send + Sync>,
    pub(crate) home: Home,
    pub(crate) program: &'static str,
    pub(crate) secrets: Box<dyn Secrets + Send>,
    pub(crate) effort: Arc<Effort>,
    open: Option<Open>,
}

struct Open {
    book: Book,
    me: Option<Id<Person>>,
    pictures: Pictures,
    excerpt: Option<Excerpt>,
}

impl std::fmt::Debug for Desk {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Desk").field("home", &self.home).finish_non_exhaustive()
    }
}

/// The setting that remembers who types in this workspace on this machine.
pub(crate) const ME: &str = "me";

impl Desk {
    /// A desk for the user of this computer.
    #[must_use]
    pub fn new(program: &'static str) -> Self {
        Self::with(program, Home::of_user(), Arc::new(SystemClock), Box::new(NoSecrets))
    }

    /// A desk with its surroundings handed in.
    #[must_use]
    pub fn with(
        program: &'static str,
        home: Home,
        clock: Arc<dyn Clock + Send + Sync>,
        secrets: Box<dyn Secrets + Send>,
    ) -> Self {
        Self { clock, home, program, secrets, effort: Arc::default(), open: None }
    }

    /// The same desk, whose long tasks are watched and stopped through this.
    #[must_use]
    pub fn watched_through(mut self, effort: Arc<Effort>) -> Self {
        self.effort = effort;
        self
    }

    /// Carries out an operation of the list.
    ///
    /// # Errors
    /// Whatever the operation refuses, or a fault; nothing is half-done then.
    pub fn call(&mut self, name: &str, request: Value) -> Result<Answer, Problem> {
        let operation = list().get(name).ok_or_else(|| DeskError::NoOperation { name: name.to_owned() })?;
        let value = operation.run(self, request);
        // Whatever came of it, nothing is under way any more.
        self.effort.end();
        let value = value?;
        let touched = self.open.as_mut().map(|open| open.book.take_touched()).unwrap_or_default();
        Ok(Answer { value, touched: touched.into_iter().collect() })
    }

    /// Opens a workspace.
    ///
    /// # Errors
    /// As [`Book::open`].
    pub fn open(&mut self, path: &Path, passphrase: Option<Secret>, access: Access) -> Result<(), Problem> {
        // The workspace that is open is let go of first: it may be the same file.
        self.open = None;
        let given = passphrase.is_some();
        let opened = match Book::open(path, self.opening(passphrase, access)) {
            // Asked for only now: a workspace that is not encrypted needs none.
            Err(BookError::NeedsPassphrase) if !given => match self.secrets.workspace() {
                Some(passphrase) => Book::open(path, self.opening(Some(passphrase), access)),
                None => Err(BookError::NeedsPassphrase),
            },
            other => other,
        };
        self.take(opened?)
    }

    pub(crate) fn opening(&self, passphrase: Option<Secret>, access: Access) -> Opening {
        Opening { passphrase, access, kinds: KINDS, clock: Box::new(self.clock.clone()), program: self.program }
    }

    /// Lays a book on the desk and sits down as whoever sat there last.
    pub(crate) fn take(&mut self, book: Book) -> Result<(), Problem> {
        let remembered = book.local(ME)?.and_then(|id| id.parse::<Id<Person>>().ok());
        let known = match remembered {
            Some(id) => book.reading().get(id)?.map(|person| person.id),
            None => None,
        };
        let me = match known {
            Some(me) => Some(me),
            None => book.reading().all::<Person>()?.into_iter().next().map(|person| person.id),
        };
        self.open = Some(Open { book, me, pictures: Pictures::default(), excerpt: None });
        Ok(())
    }

    /// Lets go of the workspace.
    pub fn close(&mut self) {
        self.open = None;
    }

    /// Whether a workspace is open.
    #[must_use]
    pub fn is_open(&self) -> bool {
        self.open.is_some()
    }

    /// Sits down as somebody else, for as long as the workspace is open.
    ///
    /// # Errors
    /// Refuses a person that is not in the workspace, and when none is open.
    pub fn act_as(&mut self, person: Id<Person>) -> Result<(), Problem> {
        let open = self.open.as_mut().ok_or(DeskError::NothingOpen)?;
        open.book.reading().need(person)?;
        open.me = Some(person);
        Ok(())
    }

    /// The open workspace.
    ///
    /// # Errors
    /// Refuses when none is open.
    pub fn book(&self) -> Result<&Book, Problem> {
        Ok(&self.open.as_ref().ok_or(DeskError::NothingOpen)?.book)
    }

    /// The open workspace, to change it.
    ///
    /// # Errors
    /// Refuses when none is open.
    pub fn book_mut(&mut self) -> Result<&mut Book, Problem> {
        Ok(&mut self.open.as_mut().ok_or(DeskError::NothingOpen)?.book)
    }

    /// Pictures that were made small; they go when the workspace does.
    pub(crate) fn pictures(&mut self) -> Result<&mut Pictures, Problem> {
        Ok(&mut self.open.as_mut().ok_or(DeskError::NothingOpen)?.pictures)
    }

    /// Holds what was read of the population that was brought in last, for as long as the workspace is open.
    pub(crate) fn hold(&mut self, excerpt: Excerpt) {
        if let Some(open) = self.open.as_mut() {
            open.excerpt = Some(excerpt);
        }
    }

    /// What is held of this population; nothing where it has to be read again.
    pub(crate) fn held(&self, population: &Population) -> Option<&Excerpt> {
        self.open.as_ref()?.excerpt.as_ref().filter(|excerpt| excerpt.is_of(population))
    }

    /// Who types, where that is known.
    pub(crate) fn me(&self) -> Result<Option<Person>, Problem> {
        let Some(open) = self.open.as_ref() else { return Err(DeskError::NothingOpen.into()) };
        Ok(match open.me {
            Some(me) => open.book.reading().get(me)?,
            None => None,
        })
    }

    /// Who types, as the author of an act.
    ///
    /// # Errors
    /// Refuses when no workspace is open.
    pub fn author(&self) -> Result<Author, Problem> {
        Ok(match self.me()? {
            Some(me) => Author::new(Some(me.id), me.name),
            None => Author::new::<()>(None, "someone"),
        })
    }

    /// The moment it is now.
    #[must_use]
    pub fn now(&self) -> Instant {
        self.clock.now()
    }

    /// Today in the organisation's time zone; in UTC where there is none.
    pub(crate) fn today(&self) -> Day {
        let zone = self
            .open
            .as_ref()
            .and_then(|open| of_workspace(open.book.reading()).ok().flatten())
            .map(|organisation| organisation.timezone);
        day_in(zone.as_deref(), self.now())
    }
}
