use std::{
    collections::{BTreeSet, HashMap},
    path::{Path, PathBuf},
};

use automerge::{ActorId, Change};
use ground::{Clock, Fault, Id, Instant};
use rusqlite::{Connection, OptionalExtension, Transaction, TransactionBehavior, params};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use crate::{
    Act, Author, BookError, Kind, Reading, Writing,
    binder::{ABOUT, Binder, TouchedFields, record_key, split_key},
    change::{Stamp, hash_text, hashes_to_bytes},
    error::fault,
    fields::{Field, Fields},
    index::{self, Index},
    lock::WriterLock,
};

/// What sort of thing a binder holds: `audit`. The book gives the word no meaning.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct BinderKind(pub &'static str);

/// A binder as a list shows it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct BinderView {
    /// Its id.
    pub id: Uuid,
    /// What sort of thing it holds.
    pub kind: String,
    /// The title it was made under.
    pub title: String,
}

/// The kinds of record that changed since the last look; screens that show them ask again.
pub type Touched = BTreeSet<String>;

/// One workspace, open.
pub struct Book {
    pub(crate) connection: Connection,
    pub(crate) path: PathBuf,
    pub(crate) encrypted: bool,
    pub(crate) index: Index,
    pub(crate) desk: String,
    pub(crate) desk_mark: String,
    pub(crate) clock: Box<dyn Clock>,
    pub(crate) lock: Option<WriterLock>,
    pub(crate) actor: ActorId,
    pub(crate) binders: HashMap<Uuid, Binder>,
    pub(crate) uses: u64,
    pub(crate) touched: Touched,
}

impl std::fmt::Debug for Book {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Book").field("path", &self.path).field("encrypted", &self.encrypted).finish_non_exhaustive()
    }
}

/// What distinguishes one call of the door from another.
pub(crate) struct Entry<'a> {
    pub act: Act,
    pub by: &'a Author,
    pub reason: Option<&'a str>,
    pub undoes: Option<String>,
    pub redoes: Option<String>,
}

impl Book {
    pub(crate) fn over(
        connection: Connection,
        path: PathBuf,
        lock: Option<WriterLock>,
        encrypted: bool,
        kinds: &'static [&'static Kind],
        clock: Box<dyn Clock>,
    ) -> Result<Self, BookError> {
        let local = |name: &str| -> Result<Option<String>, Fault> {
            connection
                .query_row("SELECT value FROM local WHERE name = ?1", [name], |row| row.get(0))
                .optional()
                .map_err(fault)
        };
        // Undo goes by the desk's name, so a file that lost it must not pass for every desk's at once.
        let desk = local("desk")?.filter(|desk| !desk.is_empty()).ok_or_else(|| {
            Fault::new(
                "workspace.damaged",
                "The workspace file is damaged: it no longer knows which desk it belongs to.",
                "Copy the file as it is, then open your last backup.",
            )
        })?;
        let desk_mark = local("desk_mark")?.unwrap_or_default();
        let outdated = local("index_fingerprint")?.as_deref() != Some(index::fingerprint(kinds).as_str());
        if outdated && lock.is_none() {
            return Err(BookError::Fault(Fault::new(
                "workspace.index-outdated",
                "This workspace was last written by an older version of Tickmark and must be opened for writing once.",
                "Open it for writing, or open a copy of it.",
            )));
        }
        if outdated {
            // Ended only when the new tables are filled: a power cut in between must not leave them empty.
            connection.execute_batch("BEGIN IMMEDIATE").map_err(fault)?;
            index::make_tables(&connection, kinds)?;
        }
        let index = Index::of(&connection, kinds)?;
        // A new actor for every opening: a workspace restored from a backup can then never repeat an actor's numbers.
        let actor = ActorId::random();
        let book = Self {
            connection,
            path,
            encrypted,
            index,
            desk,
            desk_mark,
            clock,
            lock,
            actor,
            binders: HashMap::new(),
            uses: 0,
            touched: Touched::new(),
        };
        if outdated {
            book.fill_index()?;
            book.connection.execute_batch("COMMIT").map_err(fault)?;
        }
        Ok(book)
    }

    /// Where the file lies.
    #[must_use]
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// The letters that keep this desk's reference numbers apart from every other desk's; empty at the home desk.
    #[must_use]
    pub fn desk_mark(&self) -> &str {
        &self.desk_mark
    }

    /// Whether the file is encrypted.
    #[must_use]
    pub fn is_encrypted(&self) -> bool {
        self.encrypted
    }

    /// Whether it was opened for reading only.
    #[must_use]
    pub fn is_read_only(&self) -> bool {
        self.lock.is_none()
    }

    pub(crate) fn fresh_actor(&self) -> ActorId {
        self.actor.clone()
    }

    /// The moment it is now, by the clock the book was opened with.
    #[must_use]
    pub fn now(&self) -> Instant {
        self.clock.now()
    }

    /// A look at the tables.
    #[must_use]
    pub fn reading(&self) -> Reading<'_> {
        Reading { connection: &self.connection, index: &self.index }
    }

    /// The kinds of record that changed since this was last asked.
    pub fn take_touched(&mut self) -> Touched {
        std::mem::take(&mut self.touched)
    }

    pub(crate) fn note_touched(&mut self, keys: impl IntoIterator<Item = String>) {
        self.touched.extend(keys.into_iter().filter_map(|key| split_key(&key).map(|(kind, _)| kind.to_owned())));
    }

    pub(crate) fn refuse_reading_only(&self) -> Result<(), BookError> {
        if self.is_read_only() { Err(BookError::ReadOnly) } else { Ok(()) }
    }

    /// Makes a binder and writes its first act into it.
    ///
    /// # Errors
    /// What the verb refuses; nothing is made then.
    pub fn act_in_new<B, R, E: From<Fault>>(
        &mut self,
        binder: Id<B>,
        kind: BinderKind,
        title: &str,
        act: Act,
        by: &Author,
        verb: impl FnOnce(&mut Writing<'_>) -> Result<R, E>,
    ) -> Result<R, E> {
        let id = binder.uuid();
        self.refuse_reading_only().map_err(Fault::from)?;
        let mut fresh = Binder::new(self.actor.clone());
        let mut fields = Fields::new();
        fields.insert("kind".to_owned(), Field::Text(kind.0.to_owned()));
        fields.insert("title".to_owned(), Field::Text(title.to_owned()));
        fresh.write(&ABOUT, &record_key(ABOUT.name, &id.to_string()), &fields)?;
        let entry = Entry { act, by, reason: None, undoes: None, redoes: None };
        self.through_the_door(id, fresh, Some((kind.0, title)), &entry, verb)
    }

    /// The one door for change: runs the verb, and writes its change and the rows of the touched records in one
    /// transaction. The change is on the disk when this returns.
    ///
    /// # Errors
    /// What the verb refuses, or a fault; the workspace is then as it was before.
    pub fn act<B, R, E: From<Fault>>(
        &mut self,
        binder: Id<B>,
        act: Act,
        by: &Author,
        reason: Option<&str>,
        verb: impl FnOnce(&mut Writing<'_>) -> Result<R, E>,
    ) -> Result<R, E> {
        self.enter(binder.uuid(), &Entry { act, by, reason, undoes: None, redoes: None }, verb)
    }

    pub(crate) fn enter<R, E: From<Fault>>(
        &mut self,
        id: Uuid,
        entry: &Entry<'_>,
        verb: impl FnOnce(&mut Writing<'_>) -> Result<R, E>,
    ) -> Result<R, E> {
        self.refuse_reading_only().map_err(Fault::from)?;
        let binder = self.take_binder(id).map_err(Fault::from)?;
        self.through_the_door(id, binder, None, entry, verb)
    }

    fn through_the_door<R, E: From<Fault>>(
        &mut self,
        id: Uuid,
        mut binder: Binder,
        new: Option<(&str, &str)>,
        entry: &Entry<'_>,
        verb: impl FnOnce(&mut Writing<'_>) -> Result<R, E>,
    ) -> Result<R, E> {
        let now = self.clock.now();
        // Dropped unless it is committed: whatever ends this call early leaves the file as it was.
        let transaction =
            Transaction::new_unchecked(&self.connection, TransactionBehavior::Immediate).map_err(fault)?;
        let mut writing = Writing {
            now,
            by: entry.by,
            reason: entry.reason,
            binder_id: id,
            binder: &mut binder,
            connection: &self.connection,
            index: &self.index,
            touched: BTreeSet::new(),
            desk_mark: &self.desk_mark,
        };
        let outcome = verb(&mut writing);
        let touched = std::mem::take(&mut writing.touched);
        let answer = match outcome {
            Ok(answer) => answer,
            Err(refusal) => {
                drop(transaction);
                binder.roll_back();
                if new.is_none() {
                    self.keep_binder(id, binder);
                }
                return Err(refusal);
            }
        };
        // When this fails, the document in memory is ahead of the disk; it is let go of and read again when needed.
        let wrote = self.write_down(id, &mut binder, new, entry, now, &touched)?;
        transaction.commit().map_err(fault)?;
        if wrote || new.is_none() {
            self.keep_binder(id, binder);
        }
        self.note_touched(touched);
        Ok(answer)
    }

    /// Appends the change and refreshes the rows. Answers whether there was anything to write.
    fn write_down(
        &self,
        id: Uuid,
        binder: &mut Binder,
        new: Option<(&str, &str)>,
        entry: &Entry<'_>,
        now: Instant,
        touched: &BTreeSet<String>,
    ) -> Result<bool, Fault> {
        let stamp = Stamp {
            act: entry.act.name.to_owned(),
            by: entry.by.clone(),
            at: now.millis(),
            why: entry.reason.map(str::to_owned),
            desk: self.desk.clone(),
            records: touched.iter().cloned().collect(),
            lasting: entry.act.lasting,
            undoes: entry.undoes.clone(),
            redoes: entry.redoes.clone(),
        };
        let change = match binder.commit(&stamp)? {
            Some(change) => change,
            // Without a change of its own the same act would be undone again and again.
            None if entry.undoes.is_some() || entry.redoes.is_some() => match binder.commit_empty(&stamp)? {
                Some(change) => change,
                None => return Ok(false),
            },
            None => return Ok(false),
        };
        let id_text = id.to_string();
        if let Some((kind, title)) = new {
            self.connection
                .execute(
                    "INSERT INTO binder (id, kind, title, heads, created_at) VALUES (?1, ?2, ?3, x'', ?4)",
                    params![id_text, kind, title, now.millis()],
                )
                .map_err(fault)?;
        }
        let position = self.append(&id_text, &change, &stamp, &stamp.desk)?;
        self.write_heads(&id_text, binder)?;
        let keys = binder.touched_by(&change);
        self.write_touched(position, &keys)?;
        for (key, fields) in &keys {
            self.index.refresh(&self.connection, binder, &id_text, key, fields)?;
        }
        binder.byte_estimate += change.raw_bytes().len() * 4;
        Ok(true)
    }

    /// Appends one change. Undo goes by the column `desk`, so it is empty for what was taken in from elsewhere.
    pub(crate) fn append(&self, binder: &str, change: &Change, stamp: &Stamp, desk: &str) -> Result<i64, Fault> {
        let mut insert = self
            .connection
            .prepare_cached(
                "INSERT INTO change (binder, hash, parents, actor, desk, at, stamp, bytes)
                 VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)",
            )
            .map_err(fault)?;
        insert
            .execute(params![
                binder,
                hash_text(&change.hash()),
                hashes_to_bytes(change.deps()),
                change.actor_id().to_hex_string(),
                desk,
                stamp.at,
                serde_json::to_string(stamp).map_err(Fault::bug)?,
                change.raw_bytes()
            ])
            .map_err(fault)?;
        Ok(self.connection.last_insert_rowid())
    }

    pub(crate) fn write_heads(&self, binder: &str, document: &mut Binder) -> Result<(), Fault> {
        self.connection
            .prepare_cached("UPDATE binder SET heads = ?2 WHERE id = ?1")
            .and_then(|mut it| it.execute(params![binder, hashes_to_bytes(&document.heads())]))
            .map_err(fault)?;
        Ok(())
    }

    pub(crate) fn write_touched(&self, position: i64, records: &TouchedFields) -> Result<(), Fault> {
        for key in records.keys() {
            let Some((kind, record)) = split_key(key) else { continue };
            self.connection
                .prepare_cached("INSERT OR IGNORE INTO touched (kind, record, position) VALUES (?1, ?2, ?3)")
                .and_then(|mut it| it.execute(params![kind, record, position]))
                .map_err(fault)?;
        }
        Ok(())
    }

    pub(crate) fn binder_kind(&self, id: Uuid) -> Result<Option<String>, Fault> {
        self.connection
            .query_row("SELECT kind FROM binder WHERE id = ?1", [id.to_string()], |row| row.get(0))
            .optional()
            .map_err(fault)
    }

    /// The binders of a sort, oldest first.
    ///
    /// # Errors
    /// Only when the database fails.
    pub fn binders(&self, kind: BinderKind) -> Result<Vec<BinderView>, BookError> {
        Ok(self.reading().rows("SELECT id, kind, title FROM binder WHERE kind = ?1 ORDER BY id", params![kind.0])?)
    }

    pub(crate) fn all_binders(&self) -> Result<Vec<BinderView>, Fault> {
        self.reading().rows("SELECT id, kind, title FROM binder ORDER BY id", params![])
    }
}

impl Book {
    /// Lets the file grow no further than so many pages of 4096 bytes beyond what it has: a disk that fills up.
    /// For tests and for a workspace on a medium of known size.
    ///
    /// # Errors
    /// Only when the database fails.
    pub fn limit_pages(&self, more: Option<u32>) -> Result<(), BookError> {
        let pages = self.reading().count("SELECT page_count FROM pragma_page_count", [])?;
        let most = more.map_or(i64::from(u32::MAX) - 1, |more| pages + i64::from(more));
        self.connection.query_row(&format!("PRAGMA max_page_count = {most}"), [], |_| Ok(())).map_err(BookError::sqlite)
    }
}
