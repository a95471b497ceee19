//! What was done: who, when, from what to what, why. Read from the changes.

use std::collections::BTreeSet;

use automerge::ChangeHash;
use ground::{Fault, Id, Instant};
use rusqlite::params;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use serde_json::Value;
use uuid::Uuid;

use crate::{
    Book, BookError,
    binder::{Binder, record_key},
    change::{Stamp, hashes_from_bytes},
    error::fault,
    fields::{Field, Fields},
};

/// Changes of one field by one person within this time are told as one: a note is typed in many small steps.
const ONE_STROKE_MILLIS: i64 = 90_000;

/// One act, as the history tells it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct HistoryEntry {
    /// The change's hash; of the last one, where several were typed in one go.
    pub change: String,
    /// The binder.
    pub binder: Uuid,
    /// The act's name.
    pub act: String,
    /// Who.
    pub by: String,
    /// When, by the clock of the computer it was done on.
    pub at: Option<Instant>,
    /// Why, where a reason was given.
    pub why: Option<String>,
    /// The records touched, as `kind/id`.
    pub records: Vec<String>,
    /// From what to what. Only told for the history of one record.
    pub fields: Vec<FieldChange>,
}

/// One field of one record, before and after.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct FieldChange {
    /// The field.
    pub field: String,
    /// What it was; null where it was empty.
    pub from: Value,
    /// What it became; null where it was cleared.
    pub to: Value,
}

struct Line {
    hash: String,
    parents: Vec<ChangeHash>,
    binder: Uuid,
    stamp: Stamp,
}

impl Line {
    fn entry(self, fields: Vec<FieldChange>) -> HistoryEntry {
        HistoryEntry {
            change: self.hash,
            binder: self.binder,
            at: self.stamp.moment(),
            act: self.stamp.act,
            by: self.stamp.by.name,
            why: self.stamp.why,
            records: self.stamp.records,
            fields,
        }
    }
}

impl Book {
    /// The history of one record, oldest first.
    ///
    /// # Errors
    /// Only when the workspace can't be read.
    pub fn history_of(&mut self, kind: &str, record: Uuid) -> Result<Vec<HistoryEntry>, BookError> {
        let lines = self.lines(
            "SELECT change.hash, change.binder, change.stamp, change.parents FROM touched JOIN change USING (position)
              WHERE touched.record = ?1 AND touched.kind = ?2 ORDER BY position",
            params![record.to_string(), kind],
        )?;
        let Some(first) = lines.first() else { return Ok(Vec::new()) };
        let id = first.binder;
        let mut binder = self.take_binder(id)?;
        let key = record_key(kind, &record.to_string());
        let told = tell(&mut binder, &key, lines);
        self.keep_binder(id, binder);
        Ok(told?)
    }

    /// The newest acts of the workspace, or of one binder, newest first, without their fields.
    ///
    /// # Errors
    /// Only when the workspace can't be read.
    pub fn recent(
        &self,
        binder: Option<Id<()>>,
        before: Option<&str>,
        most: u32,
    ) -> Result<Vec<HistoryEntry>, BookError> {
        // Told apart, because SQLite uses no index for a condition that may be none.
        let sql = if binder.is_some() {
            "SELECT hash, binder, stamp, parents FROM change
              WHERE binder = ?1 AND (?2 IS NULL OR position < (SELECT position FROM change WHERE hash = ?2))
              ORDER BY position DESC LIMIT ?3"
        } else {
            "SELECT hash, binder, stamp, parents FROM change
              WHERE ?1 IS NULL AND (?2 IS NULL OR position < (SELECT position FROM change WHERE hash = ?2))
              ORDER BY position DESC LIMIT ?3"
        };
        let lines = self.lines(sql, params![binder.map(|id| id.to_string()), before, most])?;
        Ok(lines.into_iter().map(|line| line.entry(Vec::new())).collect())
    }

    fn lines(&self, sql: &str, values: impl rusqlite::Params) -> Result<Vec<Line>, Fault> {
        let mut statement = self.connection.prepare_cached(sql).map_err(fault)?;
        let mut rows = statement.query(values).map_err(fault)?;
        let mut lines = Vec::new();
        while let Some(row) = rows.next().map_err(fault)? {
            let binder = row.get_ref(1).map_err(fault)?.as_str().map_err(Fault::bug)?;
            let stamp = row.get_ref(2).map_err(fault)?.as_str().map_err(Fault::bug)?;
            let parents = row.get_ref(3).map_err(fault)?.as_blob().map_err(Fault::bug)?;
            lines.push(Line {
                hash: row.get(0).map_err(fault)?,
                parents: hashes_from_bytes(parents).unwrap_or_default(),
                binder: binder.parse().map_err(Fault::bug)?,
                stamp: serde_json::from_str(stamp).map_err(Fault::bug)?,
            });
        }
        Ok(lines)
    }
}

fn tell(binder: &mut Binder, key: &str, lines: Vec<Line>) -> Result<Vec<HistoryEntry>, Fault> {
    let mut entries: Vec<HistoryEntry> = Vec::new();
    let mut last: Option<(ChangeHash, Fields)> = None;
    for line in lines {
        let hash: ChangeHash = line.hash.parse().map_err(|_| Fault::bug("a change hash can’t be read"))?;
        // Most changes directly follow the one told before, so what that one left need not be read again.
        let follows = last.take().filter(|(parent, _)| line.parents == [*parent]);
        let registers = follows.as_ref().and_then(|_| binder.registers_set(&hash, key));
        let before = match follows {
            Some((_, fields)) => fields,
            None => binder.fields_at(key, &line.parents)?.unwrap_or_default(),
        };
        let after = match registers {
            Some(registers) => with(&before, registers),
            None => binder.fields_at(key, &[hash])?.unwrap_or_default(),
        };
        let entry = line.entry(differences(&before, &after));
        last = Some((hash, after));
        match entries.last_mut() {
            Some(last) if in_one_stroke(last, &entry) => continue_stroke(last, entry),
            _ => entries.push(entry),
        }
    }
    Ok(entries)
}

fn with(before: &Fields, registers: Vec<(String, Option<Field>)>) -> Fields {
    let mut after = before.clone();
    for (name, field) in registers {
        match field {
            Some(field) => after.insert(name, field),
            None => after.remove(&name),
        };
    }
    after
}

fn differences(before: &Fields, after: &Fields) -> Vec<FieldChange> {
    let names: BTreeSet<&String> = before.keys().chain(after.keys()).collect();
    let shown = |field: Option<&Field>| match field {
        Some(Field::Words(words)) if words.is_empty() => Value::Null,
        Some(field) => field.to_json(),
        None => Value::Null,
    };
    names
        .into_iter()
        .map(|name| FieldChange { field: name.clone(), from: shown(before.get(name)), to: shown(after.get(name)) })
        .filter(|change| change.from != change.to)
        .collect()
}

fn in_one_stroke(last: &HistoryEntry, next: &HistoryEntry) -> bool {
    let (Some(before), Some(after)) = (last.at, next.at) else { return false };
    last.act == next.act
        && last.by == next.by
        && last.why == next.why
        && (0..ONE_STROKE_MILLIS).contains(&(after.millis() - before.millis()))
        && last.fields.len() == 1
        && next.fields.len() == 1
        && last.fields[0].field == next.fields[0].field
        && last.fields[0].to == next.fields[0].from
}

fn continue_stroke(last: &mut HistoryEntry, next: HistoryEntry) {
    last.change = next.change;
    last.at = next.at;
    if let (Some(told), Some(more)) = (last.fields.first_mut(), next.fields.into_iter().next()) {
        told.to = more.to;
    }
}
