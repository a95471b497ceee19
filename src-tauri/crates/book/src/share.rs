//! Handing changes out and taking foreign ones in: in any order, twice, with gaps that wait for their parents.

use std::{
    collections::{BTreeMap, BTreeSet},
    panic::AssertUnwindSafe,
};

use automerge::{Change, ChangeHash};
use ground::{Fault, Id};
use rusqlite::{OptionalExtension, params};
use uuid::Uuid;

use crate::{
    Book, BookError,
    binder::{ABOUT, Binder, record_key, split_key},
    change::{Stamp, hash_text, hashes_from_bytes, read_change},
    error::fault,
    fields::Field,
    index,
};

/// The newest changes of a binder: what one side tells the other, so that it need not send what is known.
pub type Heads = Vec<[u8; 32]>;

/// What came of taking changes in.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct TakenIn {
    /// Changes that were new and are now part of the binder.
    pub new: usize,
    /// Changes that were known already.
    pub known: usize,
    /// Changes that wait for their parents.
    pub waiting: usize,
    /// The records that differ now, as `kind/id`.
    pub records: BTreeSet<String>,
}

impl Book {
    /// The newest changes of a binder; empty for one that the workspace does not have.
    ///
    /// # Errors
    /// Only when the database fails.
    pub fn heads<B>(&self, binder: Id<B>) -> Result<Heads, BookError> {
        let bytes: Option<Vec<u8>> = self
            .connection
            .query_row("SELECT heads FROM binder WHERE id = ?1", [binder.to_string()], |row| row.get(0))
            .optional()
            .map_err(fault)?;
        let heads = hashes_from_bytes(&bytes.unwrap_or_default())
            .ok_or_else(|| BookError::Fault(Fault::bug("the heads of a binder can’t be read")))?;
        Ok(heads.into_iter().map(|hash| hash.0).collect())
    }

    /// The changes of a binder that are not among or behind those heads, parents before children.
    /// Heads that this workspace does not know are passed over: more is sent than needed, never less.
    ///
    /// # Errors
    /// Refuses a binder the workspace does not have.
    pub fn changes_since<B>(&mut self, binder: Id<B>, heads: &[[u8; 32]]) -> Result<Vec<Vec<u8>>, BookError> {
        let id = binder.uuid();
        let mut document = self.take_binder(id)?;
        let known: Vec<ChangeHash> =
            heads.iter().map(|head| ChangeHash(*head)).filter(|head| document.change(head).is_some()).collect();
        let changes = document.changes_since(&known)?;
        self.keep_binder(id, document);
        Ok(changes.iter().map(|change| change.raw_bytes().to_vec()).collect())
    }

    /// Takes in changes from elsewhere. What lacks its parents waits; what is known already changes nothing.
    ///
    /// # Errors
    /// Refuses bytes that are no change, changes of another binder, and records that this program can't keep;
    /// nothing is taken in then.
    pub fn take_in<B>(&mut self, binder: Id<B>, changes: &[Vec<u8>]) -> Result<TakenIn, BookError> {
        self.refuse_reading_only()?;
        let id = binder.uuid();
        let id_text = id.to_string();
        let mut outside: BTreeMap<ChangeHash, Change> = BTreeMap::new();
        let mut taken = TakenIn::default();
        for bytes in changes {
            let change = read_change(bytes).map_err(|reason| BookError::NotAChange { reason })?;
            if self.has_change(&id_text, &change.hash())? || outside.insert(change.hash(), change).is_some() {
                taken.known += 1;
            }
        }
        for change in self.waiting(&id_text)? {
            if !self.has_change(&id_text, &change.hash())? {
                outside.insert(change.hash(), change);
            }
        }
        let ready = self.in_order(&id_text, &mut outside)?;
        let known_binder = self.binder_kind(id)?.is_some();
        refuse_other_beginnings(&ready, known_binder)?;
        taken.new = ready.len();
        taken.waiting = outside.len();
        let transaction = self.connection.unchecked_transaction().map_err(fault)?;
        let document =
            guarded(|| self.write_in(id, known_binder, &ready, &mut taken)).map_err(|error| match error {
                BookError::Fault(fault) if fault.code() == "binder.damaged" => {
                    BookError::NotAChange { reason: "one of them contradicts itself or others".to_owned() }
                }
                other => other,
            })?;
        self.write_waiting(&id_text, &outside)?;
        transaction.commit().map_err(fault)?;
        // What was in memory before is left as it was until here, so that a refusal changes nothing there either.
        if let Some(document) = document {
            self.keep_binder(id, document);
        }
        self.note_touched(taken.records.iter().cloned());
        Ok(taken)
    }

    /// Appends the changes and refreshes the rows. Answers the document that the binder is now, if it is another.
    fn write_in(
        &self,
        id: Uuid,
        known_binder: bool,
        ready: &[Change],
        taken: &mut TakenIn,
    ) -> Result<Option<Binder>, BookError> {
        if ready.is_empty() {
            return Ok(None);
        }
        let id_text = id.to_string();
        if !known_binder {
            self.make_binder_row(id, ready)?;
        }
        let mut positions = Vec::with_capacity(ready.len());
        for change in ready {
            positions.push(self.append(&id_text, change, &Stamp::of(change), "")?);
        }
        // Read back from the rows just as the next opening will read it: what would fail then is refused now.
        let contradictory = || BookError::NotAChange { reason: "one of them contradicts itself or others".to_owned() };
        let (mut document, count) = self.replay(&id_text, None, 0).map_err(|_| contradictory())?;
        if u64::try_from(count) != Ok(document.change_count()) || !document.missing_parents().is_empty() {
            return Err(contradictory());
        }
        for change in ready {
            if !document.gives_back(change)? {
                return Err(contradictory());
            }
        }
        // Once through the form that a snapshot has, because the next opening may take that way.
        let saved = document.save()?;
        let mut again = Binder::load(self.fresh_actor(), Some(&saved), Vec::new())?;
        if again.heads() != document.heads() {
            return Err(contradictory());
        }
        self.write_heads(&id_text, &mut document)?;
        for (change, position) in ready.iter().zip(positions) {
            let touched = document.touched_by(change);
            self.write_touched(position, &touched)?;
            taken.records.extend(touched.into_keys());
        }
        for key in &taken.records {
            self.refresh_foreign(&document, &id_text, key)?;
        }
        Ok(Some(document))
    }

    /// Refreshes the rows of a record from elsewhere, which may hold anything.
    fn refresh_foreign(&self, document: &Binder, binder: &str, key: &str) -> Result<(), BookError> {
        let not_to_be_kept = || BookError::NotAChange { reason: format!("the record {key} can’t be kept here") };
        self.index.refresh(&self.connection, document, binder, key, &BTreeSet::new()).map_err(|error| {
            // The database refuses a value that its column can't hold; the fault is the sender's.
            let of_the_sender = ["workspace.sqlite", index::ELSEWHERE].contains(&error.code());
            if of_the_sender { not_to_be_kept() } else { BookError::Fault(error) }
        })?;
        // A number in a column of text is kept as text, and the row would no longer be what the binder says.
        if let Some((kind, record)) = split_key(key)
            && self.index.kind(kind).is_some()
            && !self.index.holds(&self.connection, kind, binder, record, document.fields(key)?.as_ref())?
        {
            return Err(not_to_be_kept());
        }
        Ok(())
    }

    fn write_waiting(&self, id_text: &str, outside: &BTreeMap<ChangeHash, Change>) -> Result<(), Fault> {
        self.connection.execute("DELETE FROM waiting WHERE binder = ?1", [id_text]).map_err(fault)?;
        for change in outside.values() {
            self.connection
                .execute(
                    "INSERT OR IGNORE INTO waiting (hash, binder, bytes) VALUES (?1, ?2, ?3)",
                    params![hash_text(&change.hash()), id_text, change.raw_bytes()],
                )
                .map_err(fault)?;
        }
        Ok(())
    }

    fn make_binder_row(&self, id: Uuid, ready: &[Change]) -> Result<(), BookError> {
        let beginning: Vec<Change> = ready.iter().filter(|change| change.deps().is_empty()).cloned().collect();
        let document = Binder::load(self.fresh_actor(), None, beginning)?;
        let about = document.fields(&record_key(ABOUT.name, &id.to_string()))?;
        let text = |name: &str| match about.as_ref().and_then(|fields| fields.get(name)) {
            Some(Field::Text(text)) => Ok(text.clone()),
            _ => Err(of_another_binder()),
        };
        let made_at = ready.first().map_or(0, |change| Stamp::of(change).at);
        self.connection
            .execute(
                "INSERT INTO binder (id, kind, title, heads, created_at) VALUES (?1, ?2, ?3, x'', ?4)",
                params![id.to_string(), text("kind")?, text("title")?, made_at],
            )
            .map_err(fault)?;
        Ok(())
    }

    /// Those changes whose parents are all here, parents first and otherwise by time; they leave `outside`.
    fn in_order(&self, binder: &str, outside: &mut BTreeMap<ChangeHash, Change>) -> Result<Vec<Change>, BookError> {
        let mut lacking: BTreeMap<ChangeHash, usize> = BTreeMap::new();
        let mut children: BTreeMap<ChangeHash, Vec<ChangeHash>> = BTreeMap::new();
        let mut next: BTreeSet<(i64, ChangeHash)> = BTreeSet::new();
        for (hash, change) in outside.iter() {
            let mut lacks = 0;
            for parent in change.deps() {
                if outside.contains_key(parent) || !self.has_change(binder, parent)? {
                    lacks += 1;
                    children.entry(*parent).or_default().push(*hash);
                }
            }
            if lacks == 0 {
                next.insert((Stamp::of(change).at, *hash));
            }
            lacking.insert(*hash, lacks);
        }
        let mut ready = Vec::new();
        while let Some((_, hash)) = next.pop_first() {
            let Some(change) = outside.remove(&hash) else { continue };
            ready.push(change);
            for child in children.remove(&hash).unwrap_or_default() {
                let Some(lacks) = lacking.get_mut(&child) else { continue };
                *lacks -= 1;
                if *lacks == 0
                    && let Some(change) = outside.get(&child)
                {
                    next.insert((Stamp::of(change).at, child));
                }
            }
        }
        Ok(ready)
    }

    /// Whether a binder has a change.
    ///
    /// # Errors
    /// Refuses a change that another binder has: two binders never share one.
    fn has_change(&self, binder: &str, hash: &ChangeHash) -> Result<bool, BookError> {
        match self.binder_of_change(hash)? {
            None => Ok(false),
            Some(found) if found == binder => Ok(true),
            Some(_) => Err(of_another_binder()),
        }
    }

    fn waiting(&self, binder: &str) -> Result<Vec<Change>, Fault> {
        let rows: Vec<Vec<u8>> = self
            .connection
            .prepare_cached("SELECT bytes FROM waiting WHERE binder = ?1 ORDER BY hash")
            .and_then(|mut it| it.query_map([binder], |row| row.get(0)).and_then(Iterator::collect))
            .map_err(fault)?;
        // One that the disk has hurt is let go of: whoever has the whole one sends it again.
        Ok(rows.into_iter().filter_map(|bytes| read_change(&bytes).ok()).collect())
    }
}

/// Automerge looks closely at the bytes it is given, yet a change that was forged with care can pass and end in a
/// panic of its own. What can't be read is refused like any other bytes that are no change.
fn guarded<T>(work: impl FnOnce() -> Result<T, BookError>) -> Result<T, BookError> {
    std::panic::catch_unwind(AssertUnwindSafe(work))
        .unwrap_or_else(|_| Err(BookError::NotAChange { reason: "one of them can’t be read".to_owned() }))
}

/// A binder begins with one change, and every other one builds on it: what begins anew belongs elsewhere.
fn refuse_other_beginnings(ready: &[Change], known_binder: bool) -> Result<(), BookError> {
    let beginnings = ready.iter().filter(|change| change.deps().is_empty()).count();
    if beginnings > usize::from(!known_binder) { Err(of_another_binder()) } else { Ok(()) }
}

fn of_another_binder() -> BookError {
    BookError::NotAChange { reason: "some of them belong to another binder".to_owned() }
}
