//! The binders in memory, how they are read from the disk, and how the index is made from them.

use std::collections::{BTreeMap, BTreeSet};

use automerge::ChangeHash;
use ground::Fault;
use rusqlite::{OptionalExtension, params};
use uuid::Uuid;

use crate::{
    Book, BookError, Kind,
    binder::Binder,
    change::{hash_text, hashes_from_bytes, read_change},
    error::fault,
    index,
};

/// How many bytes of binders are kept in memory before the one longest unused is let go of.
const MOST_BYTES_IN_MEMORY: usize = 48 * 1024 * 1024;
/// After so many changes a binder's document is saved whole, so that it opens at once the next time.
const CHANGES_BEFORE_SNAPSHOT: usize = 200;

impl Book {
    /// Takes a binder out of memory, or reads it from the disk.
    pub(crate) fn take_binder(&mut self, id: Uuid) -> Result<Binder, BookError> {
        if let Some(binder) = self.binders.remove(&id) {
            return Ok(binder);
        }
        if self.binder_kind(id)?.is_none() {
            return Err(BookError::NoBinder { id: id.to_string() });
        }
        Ok(self.load_binder(id, true)?)
    }

    /// Reads a binder from its changes; from its snapshot and the changes since, when that is allowed.
    ///
    /// A snapshot is only ever a short cut: unless the outcome has exactly the changes and the newest hashes that the
    /// tables name, the changes alone are read.
    pub(crate) fn load_binder(&self, id: Uuid, with_snapshot: bool) -> Result<Binder, Fault> {
        let id_text = id.to_string();
        if with_snapshot && let Some((position, snapshot)) = self.snapshot(&id_text)? {
            let loaded = self.replay(&id_text, Some(&snapshot), position);
            if let Ok((mut binder, count)) = loaded
                && self.is_whole(&id_text, &mut binder)?
            {
                self.save_snapshot(&id_text, &mut binder, count);
                return Ok(binder);
            }
        }
        let (mut binder, count) = self.replay(&id_text, None, 0)?;
        if with_snapshot {
            self.save_snapshot(&id_text, &mut binder, count);
        }
        Ok(binder)
    }

    pub(crate) fn snapshot(&self, binder: &str) -> Result<Option<(i64, Vec<u8>)>, Fault> {
        self.connection
            .query_row("SELECT position, bytes FROM snapshot WHERE binder = ?1", [binder], |row| {
                Ok((row.get(0)?, row.get(1)?))
            })
            .optional()
            .map_err(fault)
    }

    /// Puts the document together from the changes after a position. Answers also how many they were.
    pub(crate) fn replay(&self, binder: &str, snapshot: Option<&[u8]>, after: i64) -> Result<(Binder, usize), Fault> {
        let mut statement = self
            .connection
            .prepare_cached("SELECT position, bytes FROM change WHERE binder = ?1 AND position > ?2 ORDER BY position")
            .map_err(fault)?;
        let mut rows = statement.query(params![binder, after]).map_err(fault)?;
        let mut bytes = snapshot.map_or(0, <[u8]>::len);
        let mut changes = Vec::new();
        while let Some(row) = rows.next().map_err(fault)? {
            let position: i64 = row.get(0).map_err(fault)?;
            let change = row.get_ref(1).map_err(fault)?.as_blob().map_err(Fault::bug)?;
            bytes += change.len();
            changes.push(read_change(change).map_err(|reason| {
                Fault::new(
                    "change.damaged",
                    format!("Change {position} of this workspace is damaged."),
                    "Copy the file as it is and open your last backup.",
                )
                .because(reason)
            })?);
        }
        let count = changes.len();
        let mut document = Binder::load(self.actor.clone(), snapshot, changes)?;
        document.byte_estimate = bytes * 4;
        Ok((document, count))
    }

    /// Whether a document has all the changes of its binder and no others. The hashes of the newest prove all behind
    /// them; the count proves that nothing waits for a parent.
    pub(crate) fn is_whole(&self, binder: &str, document: &mut Binder) -> Result<bool, Fault> {
        let (stored, count): (Vec<u8>, i64) = self
            .connection
            .prepare_cached(
                "SELECT heads, (SELECT count(*) FROM change WHERE binder = ?1) AS count FROM binder WHERE id = ?1",
            )
            .and_then(|mut it| it.query_row([binder], |row| Ok((row.get(0)?, row.get(1)?))))
            .map_err(fault)?;
        let heads = document.heads();
        if hashes_from_bytes(&stored).as_deref() != Some(heads.as_slice())
            || i64::try_from(document.change_count()) != Ok(count)
        {
            return Ok(false);
        }
        for head in &heads {
            if self.binder_of_change(head)?.as_deref() != Some(binder) {
                return Ok(false);
            }
        }
        Ok(true)
    }

    /// The binder that has a change, if the workspace has it.
    pub(crate) fn binder_of_change(&self, hash: &ChangeHash) -> Result<Option<String>, Fault> {
        self.connection
            .prepare_cached("SELECT binder FROM change WHERE hash = ?1")
            .and_then(|mut it| it.query_row([hash_text(hash)], |row| row.get(0)).optional())
            .map_err(fault)
    }

    fn save_snapshot(&self, binder: &str, document: &mut Binder, replayed: usize) {
        if replayed < CHANGES_BEFORE_SNAPSHOT || self.lock.is_none() || !self.connection.is_autocommit() {
            return;
        }
        // A cache that failed to be written is no reason to fail what the person wanted.
        let Ok(bytes) = document.save() else { return };
        let _ = self.connection.execute(
            "INSERT INTO snapshot (binder, position, bytes)
             SELECT ?1, max(position), ?2 FROM change WHERE binder = ?1 HAVING max(position) IS NOT NULL
             ON CONFLICT (binder) DO UPDATE SET position = excluded.position, bytes = excluded.bytes",
            params![binder, bytes],
        );
    }

    /// Puts a binder back into memory; lets go of those longest unused when it gets tight.
    pub(crate) fn keep_binder(&mut self, id: Uuid, mut binder: Binder) {
        self.uses += 1;
        binder.last_used = self.uses;
        self.binders.insert(id, binder);
        while self.binders.len() > 1
            && self.binders.values().map(|binder| binder.byte_estimate).sum::<usize>() > MOST_BYTES_IN_MEMORY
        {
            let oldest = self.binders.iter().min_by_key(|(_, binder)| binder.last_used).map(|(id, _)| *id);
            let Some(oldest) = oldest else { break };
            self.binders.remove(&oldest);
        }
    }

    /// Makes the whole index anew from the changes.
    ///
    /// # Errors
    /// Only when the database fails.
    pub fn rebuild(&mut self) -> Result<(), BookError> {
        self.refuse_reading_only()?;
        let kinds: Vec<&'static Kind> = self.index.kinds().collect();
        self.binders.clear();
        let transaction = self.connection.unchecked_transaction().map_err(fault)?;
        index::make_tables(&self.connection, &kinds)?;
        // Snapshots are made anew when next needed; one that had gone wrong would only be passed over again and again.
        self.connection.execute("DELETE FROM snapshot", []).map_err(fault)?;
        self.fill_index()?;
        transaction.commit().map_err(fault)?;
        self.touched.extend(kinds.iter().map(|kind| kind.name.to_owned()));
        Ok(())
    }

    pub(crate) fn fill_index(&self) -> Result<(), Fault> {
        for view in self.all_binders()? {
            self.index_binder(view.id)?;
        }
        Ok(())
    }

    fn index_binder(&self, id: Uuid) -> Result<(), Fault> {
        let mut binder = self.load_binder(id, false)?;
        let id_text = id.to_string();
        for key in binder.keys() {
            match self.index.refresh(&self.connection, &binder, &id_text, &key, &BTreeSet::new()) {
                // The check names it; one such record must not keep the whole workspace shut.
                Err(elsewhere) if elsewhere.code() == index::ELSEWHERE => {}
                other => other?,
            }
        }
        let positions: BTreeMap<ChangeHash, i64> = self.positions(&id_text)?;
        for change in binder.changes_since(&[])? {
            if let Some(position) = positions.get(&change.hash()) {
                self.write_touched(*position, &binder.touched_by(&change))?;
            }
        }
        self.write_heads(&id_text, &mut binder)
    }

    /// Where each change of a binder stands in this workspace.
    pub(crate) fn positions(&self, binder: &str) -> Result<BTreeMap<ChangeHash, i64>, Fault> {
        let mut statement =
            self.connection.prepare_cached("SELECT hash, position FROM change WHERE binder = ?1").map_err(fault)?;
        let mut rows = statement.query([binder]).map_err(fault)?;
        let mut positions = BTreeMap::new();
        while let Some(row) = rows.next().map_err(fault)? {
            let hash = row.get_ref(0).map_err(fault)?.as_str().map_err(Fault::bug)?;
            // A hash that can't be read is the check's to name.
            let Ok(hash) = hash.parse() else { continue };
            positions.insert(hash, row.get(1).map_err(fault)?);
        }
        Ok(positions)
    }
}
