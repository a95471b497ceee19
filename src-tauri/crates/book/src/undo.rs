//! Undo and redo: new acts that put back what the last act changed.

use automerge::ChangeHash;
use ground::{Fault, Instant};
use rusqlite::params;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use crate::{
    Act, Author, Book, BookError, Writing,
    binder::split_key,
    book::Entry,
    change::{Stamp, hash_text, hashes_from_bytes},
    error::fault,
    fields::spoken,
};

const UNDO: Act = Act::named("undo");
const REDO: Act = Act::named("redo");
/// How far back undo reaches.
const DEEPEST: u32 = 400;
/// Acts of the same name on the same records within this time are one stroke: undo takes a typed note back as a whole.
const ONE_STROKE_MILLIS: i64 = 5_000;

/// What undo and redo would do now.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct UndoState {
    /// The act that undo takes back.
    pub undo: Option<UndoableAct>,
    /// The act that redo does again.
    pub redo: Option<UndoableAct>,
}

/// An act that can be taken back or done again.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct UndoableAct {
    /// The act's name.
    pub act: String,
    /// When it was done.
    pub at: Option<Instant>,
    /// The records it touched, as `kind/id`.
    pub records: Vec<String>,
    /// The binder.
    pub binder: Uuid,
}

/// One or several changes that undo treats as one.
#[derive(Debug, Clone)]
struct Stroke {
    first: String,
    last: String,
    /// Where the last one stands among the changes of this workspace.
    position: i64,
    binder: Uuid,
    stamp: Stamp,
}

impl Stroke {
    /// An act that touched no record, such as the bare making of a binder, leaves nothing to put back.
    fn is_undoable(&self) -> bool {
        !self.stamp.lasting && !self.stamp.records.is_empty()
    }

    fn view(&self) -> UndoableAct {
        UndoableAct {
            act: self.stamp.act.clone(),
            at: self.stamp.moment(),
            records: self.stamp.records.clone(),
            binder: self.binder,
        }
    }
}

#[derive(Default)]
struct Stacks {
    done: Vec<Stroke>,
    undone: Vec<(Stroke, Stroke)>,
}

impl Book {
    /// What undo and redo would do now.
    ///
    /// # Errors
    /// Only when the database fails.
    pub fn undo_state(&self) -> Result<UndoState, BookError> {
        let stacks = self.stacks()?;
        Ok(UndoState {
            undo: stacks.done.last().filter(|stroke| stroke.is_undoable()).map(Stroke::view),
            redo: stacks.undone.last().map(|(stroke, _)| stroke.view()),
        })
    }

    /// Takes back the last act of this desk.
    ///
    /// # Errors
    /// Refuses when there is none, when it is a lasting one, or when a field it set was changed since.
    pub fn undo(&mut self, by: &Author) -> Result<UndoableAct, BookError> {
        let stroke = self.stacks()?.done.pop().ok_or(BookError::NothingToUndo)?;
        if stroke.stamp.lasting {
            return Err(BookError::Lasting { act: stroke.stamp.act });
        }
        if stroke.stamp.records.is_empty() {
            return Err(BookError::NothingToUndo);
        }
        let entry = Entry { act: UNDO, by, reason: None, undoes: Some(stroke.last.clone()), redoes: None };
        self.put_back(&stroke, &entry).map_err(|since| match since {
            Since::Changed { who, field } => BookError::ChangedSince { act: stroke.stamp.act.clone(), who, field },
            Since::Other(error) => error,
        })?;
        Ok(stroke.view())
    }

    /// Does again what was last undone.
    ///
    /// # Errors
    /// Refuses when nothing was undone since the last act, or when a field was changed since.
    pub fn redo(&mut self, by: &Author) -> Result<UndoableAct, BookError> {
        let (stroke, undo) = self.stacks()?.undone.pop().ok_or(BookError::NothingToRedo)?;
        let entry = Entry { act: REDO, by, reason: None, undoes: None, redoes: Some(undo.last.clone()) };
        self.put_back(&undo, &entry).map_err(|since| match since {
            Since::Changed { who, field } => {
                BookError::UndoneChangedSince { act: stroke.stamp.act.clone(), who, field }
            }
            Since::Other(error) => error,
        })?;
        Ok(stroke.view())
    }

    /// Plays this desk's acts through, oldest first: what is done and what is undone.
    fn stacks(&self) -> Result<Stacks, Fault> {
        let mut statement = self
            .connection
            .prepare_cached(
                "SELECT hash, position, binder, stamp, parents FROM change WHERE desk = ?1
                  ORDER BY position DESC LIMIT ?2",
            )
            .map_err(fault)?;
        let mut rows = statement.query(params![self.desk, DEEPEST]).map_err(fault)?;
        let mut newest_first = Vec::new();
        while let Some(row) = rows.next().map_err(fault)? {
            let hash: String = row.get(0).map_err(fault)?;
            let binder: String = row.get(2).map_err(fault)?;
            let stamp = row.get_ref(3).map_err(fault)?.as_str().map_err(Fault::bug)?;
            let parents = row.get_ref(4).map_err(fault)?.as_blob().map_err(Fault::bug)?;
            let stroke = Stroke {
                first: hash.clone(),
                last: hash,
                position: row.get(1).map_err(fault)?,
                binder: binder.parse().map_err(Fault::bug)?,
                stamp: serde_json::from_str(stamp).map_err(Fault::bug)?,
            };
            newest_first.push((stroke, hashes_from_bytes(parents).unwrap_or_default()));
        }
        let mut stacks = Stacks::default();
        for (stroke, parents) in newest_first.into_iter().rev() {
            stacks.play(stroke, &parents);
        }
        Ok(stacks)
    }

    fn put_back(&mut self, stroke: &Stroke, entry: &Entry<'_>) -> Result<(), Since> {
        let parse = |hash: &str| -> Result<ChangeHash, Fault> {
            hash.parse().map_err(|_| Fault::bug("a change hash can’t be read"))
        };
        let (first, last) = (parse(&stroke.first)?, parse(&stroke.last)?);
        self.enter(stroke.binder, entry, |writing| {
            let before = writing.binder.change(&first).map(|change| change.deps().to_vec()).unwrap_or_default();
            for key in &stroke.stamp.records {
                put_record_back(writing, key, &before, last, stroke.position)?;
            }
            Ok(())
        })
    }
}

impl Stacks {
    fn play(&mut self, stroke: Stroke, parents: &[ChangeHash]) {
        // An undo or redo whose counterpart lies further back than this list reaches finds nothing to take.
        if let Some(undone) = &stroke.stamp.undoes {
            if let Some(done) = self.done.pop_if(|done| done.last == *undone) {
                self.undone.push((done, stroke));
            }
        } else if let Some(redone) = &stroke.stamp.redoes {
            if let Some((done, _)) = self.undone.pop_if(|(_, undo)| undo.last == *redone) {
                // The act stands again as of its redoing, so that the next undo takes that one back.
                let stamp = Stamp { at: stroke.stamp.at, ..done.stamp };
                self.done.push(Stroke { stamp, ..stroke });
            }
        } else {
            self.undone.clear();
            match self.done.last_mut() {
                Some(last) if goes_on(last, &stroke, parents) => {
                    last.last = stroke.last;
                    last.position = stroke.position;
                    last.stamp.at = stroke.stamp.at;
                }
                _ => self.done.push(stroke),
            }
        }
    }
}

/// Why something is not put back.
enum Since {
    Changed { who: String, field: String },
    Other(BookError),
}

impl From<Fault> for Since {
    fn from(fault: Fault) -> Self {
        Self::Other(BookError::Fault(fault))
    }
}

/// Only what directly builds on the last act goes on with it: what came in from elsewhere between the two
/// is not this desk's to take back.
fn goes_on(last: &Stroke, next: &Stroke, parents: &[ChangeHash]) -> bool {
    last.binder == next.binder
        && matches!(parents, [parent] if hash_text(parent) == last.last)
        && last.stamp.act == next.stamp.act
        && last.stamp.records == next.stamp.records
        && !last.stamp.lasting
        && !next.stamp.lasting
        && next.stamp.why.is_none()
        && (0..ONE_STROKE_MILLIS).contains(&next.stamp.at.saturating_sub(last.stamp.at))
}

fn put_record_back(
    writing: &mut Writing<'_>,
    key: &str,
    before: &[ChangeHash],
    after: ChangeHash,
    position: i64,
) -> Result<(), Since> {
    let was = writing.binder.fields_at(key, before)?;
    let became = writing.binder.fields_at(key, &[after])?;
    let is = writing.binder.fields(key)?;
    match (was, became) {
        (None, Some(became)) => {
            if is.as_ref() != Some(&became) {
                let who = who_changed(writing, key, None, position)?;
                return Err(Since::Changed { who, field: "the record".to_owned() });
            }
            writing.binder.set_gone(key, true)?;
        }
        (Some(_), None) => writing.binder.set_gone(key, false)?,
        (Some(was), Some(became)) => {
            let is = is.unwrap_or_default();
            for name in was.keys().chain(became.keys().filter(|name| !was.contains_key(*name))) {
                if was.get(name) == became.get(name) {
                    continue;
                }
                if is.get(name) != became.get(name) {
                    let who = who_changed(writing, key, Some(name), position)?;
                    return Err(Since::Changed { who, field: spoken(name.split('/').next().unwrap_or(name)) });
                }
                writing.binder.put_field(key, name, was.get(name))?;
            }
        }
        (None, None) => {}
    }
    writing.touched.insert(key.to_owned());
    Ok(())
}

/// Who last changed a field of a record, or the record at all, after that position: told from its history.
fn who_changed(writing: &mut Writing<'_>, key: &str, field: Option<&str>, position: i64) -> Result<String, Fault> {
    let (kind, record) = split_key(key).unwrap_or_default();
    let later: Vec<(String, String)> = writing
        .connection
        .prepare_cached(
            "SELECT change.hash, change.stamp FROM touched JOIN change USING (position)
              WHERE touched.record = ?1 AND touched.kind = ?2 AND position > ?3 ORDER BY position DESC",
        )
        .and_then(|mut it| {
            it.query_map(params![record, kind, position], |row| Ok((row.get(0)?, row.get(1)?)))
                .and_then(Iterator::collect)
        })
        .map_err(fault)?;
    for (hash, stamp) in later {
        let Ok(hash) = hash.parse::<ChangeHash>() else { continue };
        let parents = writing.binder.change(&hash).map(|change| change.deps().to_vec()).unwrap_or_default();
        let from = writing.binder.fields_at(key, &parents)?.unwrap_or_default();
        let to = writing.binder.fields_at(key, &[hash])?.unwrap_or_default();
        let changed = field.map_or_else(|| from != to, |field| from.get(field) != to.get(field));
        if changed {
            let stamp: Stamp = serde_json::from_str(&stamp).map_err(Fault::bug)?;
            return Ok(stamp.by.name);
        }
    }
    Ok("someone".to_owned())
}
