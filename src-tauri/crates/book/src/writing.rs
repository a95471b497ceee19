use std::{collections::BTreeSet, path::Path};

use ground::{Fault, Id, Instant};
use serde_json::Value;
use uuid::Uuid;

use crate::{
    Author, BlobRef, BlobWriter, BookError, KeptFile, OpenQuestion, Reading, Record,
    binder::{Binder, record_key},
    blob,
    fields::{self, Field, spoken},
    index::Index,
};

/// One act in the making: what a verb may read and change. Nothing of it is kept when the verb refuses.
#[derive(Debug)]
pub struct Writing<'a> {
    /// The time of the act.
    pub now: Instant,
    /// Who acts.
    pub by: &'a Author,
    /// Why, where the rules ask for it.
    pub reason: Option<&'a str>,
    pub(crate) binder_id: Uuid,
    pub(crate) binder: &'a mut Binder,
    pub(crate) connection: &'a rusqlite::Connection,
    pub(crate) index: &'a Index,
    pub(crate) touched: BTreeSet<String>,
    pub(crate) desk_mark: &'a str,
}

impl Writing<'_> {
    /// A new id.
    #[must_use]
    pub fn new_id<T>(&self) -> Id<T> {
        Id::new()
    }

    /// The binder that is being changed.
    #[must_use]
    pub fn binder<T>(&self) -> Id<T> {
        Id::from_uuid(self.binder_id)
    }

    /// The letters that keep this desk's reference numbers apart from every other desk's; empty at the home desk.
    #[must_use]
    pub fn desk_mark(&self) -> &str {
        self.desk_mark
    }

    /// The tables as they stood before this act.
    #[must_use]
    pub fn reading(&self) -> Reading<'_> {
        Reading { connection: self.connection, index: self.index }
    }

    /// The record of that id in this binder, with what this act has already changed.
    ///
    /// # Errors
    /// Only when the binder can't be read.
    pub fn get<T: Record>(&self, id: Id<T>) -> Result<Option<T>, Fault> {
        self.by_key(&record_key(T::KIND.name, &id.to_string()))
    }

    /// The record of that id in this binder.
    ///
    /// # Errors
    /// Refuses an id this binder does not have.
    pub fn need<T: Record>(&self, id: Id<T>) -> Result<T, Fault> {
        self.get(id)?.ok_or_else(|| BookError::NoRecord { kind: T::KIND.name, id: id.to_string() }.into())
    }

    /// Every record of a kind in this binder, with what this act has already changed, oldest first.
    ///
    /// # Errors
    /// Only when the binder can't be read.
    pub fn all<T: Record>(&self) -> Result<Vec<T>, Fault> {
        let mut records = Vec::new();
        for key in self.binder.keys_of(T::KIND.name) {
            records.extend(self.by_key(&key)?);
        }
        Ok(records)
    }

    fn by_key<T: Record>(&self, key: &str) -> Result<Option<T>, Fault> {
        let Some(found) = self.binder.fields(key)? else { return Ok(None) };
        let id = key.split_once('/').map_or("", |(_, id)| id);
        let record = fields::to_json(T::KIND, id, &found);
        serde_json::from_value(Value::Object(record))
            .map(Some)
            .map_err(|error| Fault::bug(format!("a {} can’t be read from its binder: {error}", T::KIND.name)))
    }

    /// Writes a record: makes it, or changes only the fields that differ.
    ///
    /// # Errors
    /// Refuses text that is too long or holds control characters.
    pub fn put<T: Record>(&mut self, record: &T) -> Result<(), Fault> {
        let value = serde_json::to_value(record).map_err(Fault::bug)?;
        let Value::Object(value) = value else { return Err(Fault::bug(format!("a {} is not a struct", T::KIND.name))) };
        let wanted = fields::from_json(T::KIND, &value).map_err(Fault::passing_on)?;
        let key = record_key(T::KIND.name, &record.id().to_string());
        if self.binder.write(T::KIND, &key, &wanted)? {
            self.touched.insert(key);
        }
        Ok(())
    }

    /// Settles an open question with one of its answers, by its place among them. The answer stands from now on,
    /// also where it stood already. A field that is set to something else settles its question, too; one that is
    /// only put as it is leaves it open.
    ///
    /// # Errors
    /// Refuses a question that is not open in this binder, and an answer it does not have.
    pub fn settle(&mut self, question: &OpenQuestion, answer: usize) -> Result<(), Fault> {
        let not_open = || Fault::from(BookError::NotOpen { field: spoken(&question.field) });
        let key = record_key(&question.kind, &question.record.to_string());
        let conflicts = self.binder.conflicts(&key)?;
        let conflict = conflicts.into_iter().find(|conflict| conflict.field == question.field).ok_or_else(not_open)?;
        // The answers as they are now decide: more may have come in since the question was read.
        let wanted = &question.answers.get(answer).ok_or_else(not_open)?.value;
        let as_json = |field: &Option<Field>| field.as_ref().map_or(Value::Null, Field::to_json);
        let (field, _) =
            conflict.values.into_iter().find(|(field, _)| as_json(field) == *wanted).ok_or_else(not_open)?;
        self.binder.settle(&key, &question.field, field.as_ref())?;
        self.touched.insert(key);
        Ok(())
    }

    /// Keeps bytes; the same bytes are kept once.
    ///
    /// # Errors
    /// Refuses more than [`crate::LARGEST_BLOB_BYTES`].
    pub fn keep_bytes(&mut self, bytes: &[u8], media_type: &str) -> Result<BlobRef, Fault> {
        Ok(blob::keep_bytes(self.connection, bytes, media_type)?)
    }

    /// Keeps the bytes of a file; the same bytes are kept once.
    ///
    /// # Errors
    /// Refuses a file that can't be read, that changes meanwhile or has more than [`crate::LARGEST_BLOB_BYTES`].
    pub fn keep_file(&mut self, path: &Path, media_type: &str) -> Result<BlobRef, Fault> {
        Ok(blob::keep_file(self.connection, path, media_type)?)
    }

    /// Begins to keep bytes that come bit by bit. See [`BlobWriter`].
    ///
    /// # Errors
    /// Only when the database fails.
    pub fn begin_blob(&mut self, media_type: &str) -> Result<BlobWriter<'_>, BookError> {
        BlobWriter::begin(self.connection, media_type)
    }

    /// Opens a file so that it is kept while somebody reads it. See [`KeptFile`].
    ///
    /// # Errors
    /// Refuses a file that can't be read or has more than [`crate::LARGEST_BLOB_BYTES`].
    pub fn open_and_keep(&mut self, path: &Path, media_type: &str) -> Result<KeptFile<'_>, BookError> {
        KeptFile::open(self.connection, path, media_type)
    }

    /// The hashes of the binder's newest changes before this act, in hexadecimal: the state a report is issued from.
    #[must_use]
    pub fn heads(&mut self) -> Vec<String> {
        self.binder.heads().iter().map(ToString::to_string).collect()
    }
}
