//! Fields that two people set differently while they were apart. Both values are kept until a person settles it.

use ground::{Fault, Id, Instant};
use rusqlite::{Connection, params};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use serde_json::Value;
use uuid::Uuid;

use crate::{Book, BookError, Reading, binder::Binder, change::Stamp, error::fault, fields::Field};

/// A field with two or more answers that were written apart.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct OpenQuestion {
    /// The binder it stands in.
    pub binder: Uuid,
    /// The kind of record.
    pub kind: String,
    /// The record.
    pub record: Uuid,
    /// The field.
    pub field: String,
    /// What was written; the last one stands until the question is settled.
    pub answers: Vec<Answer>,
}

/// One of the values written apart.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Answer {
    /// The value; null where the field was cleared.
    pub value: Value,
    /// Who wrote it.
    pub by: String,
    /// When.
    pub at: Option<Instant>,
}

pub(crate) fn answers_of(connection: &Connection, binder: &Binder, key: &str) -> Result<Vec<(String, String)>, Fault> {
    let mut open = Vec::new();
    for conflict in binder.conflicts(key)? {
        let mut answers = Vec::new();
        for (value, hash) in &conflict.values {
            let stamp = match hash {
                Some(hash) => stamp_of(connection, &hash.to_string())?,
                None => None,
            };
            answers.push(Answer {
                value: value.as_ref().map_or(Value::Null, Field::to_json),
                by: stamp.as_ref().map_or_else(String::new, |stamp| stamp.by.name.clone()),
                at: stamp.and_then(|stamp| stamp.moment()),
            });
        }
        open.push((conflict.field, serde_json::to_string(&answers).map_err(Fault::bug)?));
    }
    Ok(open)
}

fn stamp_of(connection: &Connection, hash: &str) -> Result<Option<Stamp>, Fault> {
    use rusqlite::OptionalExtension;
    let text: Option<String> = connection
        .prepare_cached("SELECT stamp FROM change WHERE hash = ?1")
        .and_then(|mut it| it.query_row([hash], |row| row.get(0)).optional())
        .map_err(fault)?;
    Ok(text.and_then(|text| serde_json::from_str(&text).ok()))
}

pub(crate) fn refresh(
    connection: &Connection,
    binder: &Binder,
    binder_id: &str,
    kind: &str,
    id: &str,
    key: &str,
) -> Result<(), Fault> {
    let open = answers_of(connection, binder, key)?;
    connection
        .prepare_cached("DELETE FROM open_question WHERE record = ?1 AND kind = ?2")
        .and_then(|mut it| it.execute([id, kind]))
        .map_err(fault)?;
    for (field, answers) in open {
        connection
            .prepare_cached(
                "INSERT INTO open_question (binder, kind, record, field, answers) VALUES (?1, ?2, ?3, ?4, ?5)",
            )
            .and_then(|mut it| it.execute(params![binder_id, kind, id, field, answers]))
            .map_err(fault)?;
    }
    Ok(())
}

impl Book {
    /// The questions open in a binder, or in the whole workspace.
    ///
    /// # Errors
    /// Only when the database fails.
    pub fn open_questions<B>(&self, binder: Option<Id<B>>) -> Result<Vec<OpenQuestion>, BookError> {
        let reading: Reading<'_> = self.reading();
        let binder = binder.map(|id| id.to_string());
        Ok(reading.rows(
            "SELECT binder, kind, record, field, answers AS \"answers[]\" FROM open_question
             WHERE ?1 IS NULL OR binder = ?1 ORDER BY binder, kind, record, field",
            params![binder],
        )?)
    }
}
