//! A notebook: the smallest thing one can keep in a book, for its tests.
#![allow(dead_code, reason = "each test file uses what it needs")]

use std::{
    collections::{BTreeMap, BTreeSet},
    path::{Path, PathBuf},
    sync::Arc,
};

use book::{Access, Act, Author, BinderKind, Book, Kind, OpenQuestion, Opening, Record};
use ground::{Fault, Id, Instant, Secret, SteppingClock};
use serde::{Deserialize, Serialize};

pub const BEGIN: Act = Act::named("notebook.begin");
pub const ADD: Act = Act::named("notebook.add");
pub const SETTLE: Act = Act::named("notebook.settle");
pub const CHANGE: Act = Act::named("notebook.change");

#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct Note {
    pub id: Id<Note>,
    pub words: String,
    pub grade: String,
    pub tags: BTreeSet<String>,
    pub assigned: BTreeMap<String, String>,
    pub remote: bool,
    pub photo: Option<String>,
    #[serde(default)]
    pub place: Option<String>,
    #[serde(default)]
    pub look_for: Vec<String>,
}

static NOTE: Kind = Kind {
    long_text: &["words"],
    sets: &["tags"],
    maps: &["assigned"],
    json: &["look_for"],
    flags: &["remote"],
    searched: &["words"],
    blobs: &["photo"],
    ..Kind::named(
        "note",
        "CREATE TABLE note (id TEXT NOT NULL PRIMARY KEY, binder TEXT NOT NULL, words TEXT NOT NULL, grade TEXT NOT NULL,
            tags TEXT NOT NULL, assigned TEXT NOT NULL, remote INTEGER NOT NULL, photo TEXT, place TEXT,
            look_for TEXT) STRICT;",
    )
};
pub static KINDS: &[&Kind] = &[&NOTE];

impl Record for Note {
    const KIND: &'static Kind = &NOTE;
    fn id(&self) -> Id<Self> {
        self.id
    }
}

pub struct Desk {
    pub book: Book,
    pub author: Author,
    pub binder: Id<Notebook>,
    pub path: PathBuf,
    clock: Arc<SteppingClock>,
    folder: tempfile::TempDir,
}
pub struct Notebook;

pub fn an_author() -> Author {
    Author::new::<()>(None, "Jonas Berg")
}

fn a_clock() -> Arc<SteppingClock> {
    Arc::new(SteppingClock::starting(Instant::from_millis(1_790_000_000_000).unwrap(), 1_000))
}

pub fn opening(passphrase: Option<Secret>, access: Access) -> Opening {
    Opening { passphrase, access, kinds: KINDS, clock: Box::new(a_clock()), program: "tests" }
}

pub fn desk() -> Desk {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("notes.tickmark");
    Desk::at(&path, None, folder)
}

impl Desk {
    pub fn at(path: &Path, passphrase: Option<Secret>, folder: tempfile::TempDir) -> Self {
        let mut desk = Self::without_notebook(path, passphrase, folder);
        let binder = desk.binder;
        desk.book
            .act_in_new(binder, BinderKind("notebook"), "Notes", BEGIN, &an_author(), |_| Ok::<_, Fault>(()))
            .unwrap();
        desk
    }

    fn without_notebook(path: &Path, passphrase: Option<Secret>, folder: tempfile::TempDir) -> Self {
        let clock = a_clock();
        let mut opening = opening(passphrase, Access::Write);
        opening.clock = Box::new(clock.clone());
        let book = Book::create(path, opening).unwrap();
        Self { book, author: an_author(), binder: Id::new(), path: path.to_owned(), clock, folder }
    }

    /// Another workspace that has everything this one has, on the desk of Mia Lind.
    pub fn twin(&mut self) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("twin.tickmark");
        let mut twin = Self::without_notebook(&path, None, folder);
        twin.binder = self.binder;
        twin.author = Author::new::<()>(None, "Mia Lind");
        twin.clock.set(Instant::from_millis(ground::Clock::now(&self.clock).millis() + 500).unwrap());
        self.pass_on_to(&mut twin);
        twin
    }

    pub fn pass_on_to(&mut self, other: &mut Self) {
        let have = other.book.heads(self.binder).unwrap();
        let changes = self.book.changes_since(self.binder, &have).unwrap();
        other.book.take_in(self.binder, &changes).unwrap();
    }

    pub fn add(&mut self, words: &str, grade: &str) -> Id<Note> {
        let note = Note { words: words.to_owned(), grade: grade.to_owned(), ..Note::default() };
        self.book.act(self.binder, ADD, &self.author, None, |writing| writing.put(&note)).unwrap();
        note.id
    }

    pub fn try_change(&mut self, note: Id<Note>, change: impl FnOnce(&mut Note)) -> Result<(), Fault> {
        self.book.act(self.binder, CHANGE, &self.author, None, |writing| {
            let mut note = writing.need(note)?;
            change(&mut note);
            writing.put(&note)
        })
    }

    pub fn change(&mut self, note: Id<Note>, change: impl FnOnce(&mut Note)) {
        self.try_change(note, change).unwrap();
    }

    pub fn settle(&mut self, question: &OpenQuestion, answer: usize) -> Result<(), Fault> {
        self.book.act(self.binder, SETTLE, &self.author, None, |writing| writing.settle(question, answer))
    }

    /// Whether a check finds nothing, with what it finds on the test's output.
    pub fn is_sound(&self) -> bool {
        let report = self.book.check().unwrap();
        for problem in &report.problems {
            println!("{problem}");
        }
        report.is_clean()
    }

    pub fn read(&self, note: Id<Note>) -> Note {
        self.book.reading().need(note).unwrap()
    }

    pub fn wait(&self) {
        let later = ground::Clock::now(&self.clock).millis() + 600_000;
        self.clock.set(Instant::from_millis(later).unwrap());
    }

    /// Closes the workspace and opens it again, as over night.
    pub fn reopen(&mut self) {
        let elsewhere = self.folder.path().join("stand-in.tickmark");
        if !elsewhere.exists() {
            drop(Book::create(&elsewhere, opening(None, Access::Write)).unwrap());
        }
        // The book is closed before it is opened anew, because one workspace has one writer.
        self.book = Book::open(&elsewhere, opening(None, Access::Read)).unwrap();
        let mut opening = opening(None, Access::Write);
        opening.clock = Box::new(self.clock.clone());
        self.book = Book::open(&self.path, opening).unwrap();
    }

    pub fn close(self) -> PathBuf {
        drop(self.book);
        // The folder outlives the desk: the test opens the file again.
        let _ = self.folder.keep();
        self.path
    }

    pub fn let_the_disk_be_full(&self) {
        self.book.limit_pages(Some(40)).unwrap();
    }

    pub fn let_the_disk_have_room(&self) {
        self.book.limit_pages(None).unwrap();
    }
}
