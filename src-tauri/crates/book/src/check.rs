//! Proves the file: SQLite's own check, every change, every blob, and the tables against what the changes say.

use std::{
    collections::{BTreeMap, BTreeSet},
    io,
};

use automerge::ChangeHash;
use ground::Fault;
use rusqlite::params;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::{
    BinderView, BlobReader, Book, BookError,
    binder::{ABOUT, Binder, record_key, split_key},
    blob::blob_rows,
    change::{Stamp, hash_text, hashes_from_bytes, read_change},
    error::fault,
    fields::Field,
    index::searched_words,
    open_question,
};

/// What a check looked at and what it found wrong.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct CheckReport {
    /// Binders looked at.
    pub binders: usize,
    /// Changes whose hash and parents were proven.
    pub changes: usize,
    /// Records whose rows were compared with their binder.
    pub records: usize,
    /// Files whose bytes were hashed.
    pub blobs: usize,
    /// What is wrong, in sentences; empty when all is well.
    pub problems: Vec<String>,
}

impl CheckReport {
    /// Whether nothing was found wrong.
    #[must_use]
    pub fn is_clean(&self) -> bool {
        self.problems.is_empty()
    }

    fn wrong(&mut self, sentence: String) {
        // A file with a thousand faults is as broken as one with a hundred; the list must stay readable.
        if self.problems.len() < 100 {
            self.problems.push(sentence);
        }
    }

    fn unreadable(&mut self, what: &str, outcome: Result<(), Fault>) {
        if let Err(broken) = outcome {
            self.wrong(format!("{what} can’t be read: {broken}"));
        }
    }
}

/// What the index should hold once all binders were looked at.
#[derive(Debug, Default)]
struct Expected {
    rows: BTreeMap<&'static str, i64>,
    words: i64,
    questions: i64,
    touched: i64,
}

impl Book {
    /// Checks the whole workspace. Changes nothing.
    ///
    /// # Errors
    /// Only when the list of binders can't be read; what else is wrong inside the file is in the report.
    pub fn check(&self) -> Result<CheckReport, BookError> {
        let mut report = CheckReport::default();
        let outcome = self.check_database(&mut report);
        report.unreadable("The database", outcome);
        let outcome = self.check_blobs(&mut report);
        report.unreadable("The kept files", outcome);
        let mut expected =
            Expected { rows: self.index.kinds().map(|kind| (kind.name, 0)).collect(), ..Expected::default() };
        for view in self.all_binders()? {
            report.binders += 1;
            let name = format!("Binder “{}”", view.title);
            let outcome = self.check_changes(&view.id.to_string(), &mut report);
            report.unreadable(&name, outcome);
            let outcome = self.check_binder(&view, &mut report, &mut expected);
            report.unreadable(&name, outcome);
        }
        let outcome = self.check_waiting(&mut report);
        report.unreadable("What waits for its parents", outcome);
        let outcome = self.check_counts(&expected, &mut report);
        report.unreadable("The index", outcome);
        Ok(report)
    }

    fn check_counts(&self, expected: &Expected, report: &mut CheckReport) -> Result<(), Fault> {
        for (kind, count) in &expected.rows {
            let rows = self.reading().count(&format!("SELECT count(*) FROM {kind}"), [])?;
            if rows != *count {
                report.wrong(format!("The table of {kind} has {rows} rows where the binders have {count} records."));
            }
        }
        let Expected { words, questions, touched, .. } = *expected;
        let has = |sql: &str| self.reading().count(sql, []);
        let searched = has("SELECT count(*) FROM searched")?;
        if searched != words || has("SELECT count(*) FROM search")? != words {
            report.wrong(format!("The search knows {searched} records where the binders have {words} with words."));
        }
        let open = has("SELECT count(*) FROM open_question")?;
        if open != questions {
            report.wrong(format!("The index has {open} open questions where the binders have {questions}."));
        }
        let kept = has("SELECT count(*) FROM touched")?;
        if kept != touched {
            report.wrong(format!("The index has {kept} lines of history where the changes have {touched}."));
        }
        Ok(())
    }

    fn check_waiting(&self, report: &mut CheckReport) -> Result<(), Fault> {
        let mut statement = self.connection.prepare("SELECT hash, bytes FROM waiting ORDER BY hash").map_err(fault)?;
        let mut rows = statement.query([]).map_err(fault)?;
        while let Some(row) = rows.next().map_err(fault)? {
            let hash: String = row.get(0).map_err(fault)?;
            let bytes: Vec<u8> = row.get(1).map_err(fault)?;
            if read_change(&bytes).map(|change| hash_text(&change.hash())).as_deref() != Ok(hash.as_str()) {
                report.wrong(format!("The change {hash}, which waits for its parents, is damaged."));
            }
        }
        Ok(())
    }

    fn check_database(&self, report: &mut CheckReport) -> Result<(), Fault> {
        let checks =
            if self.encrypted { &["cipher_integrity_check", "integrity_check"][..] } else { &["integrity_check"] };
        for check in checks {
            let lines: Vec<String> = self
                .connection
                .prepare(&format!("PRAGMA {check}"))
                .and_then(|mut it| it.query_map([], |row| row.get(0)).and_then(Iterator::collect))
                .map_err(fault)?;
            for line in lines.iter().filter(|line| line.as_str() != "ok") {
                report.wrong(format!("SQLite says: {line}"));
            }
        }
        let broken: Vec<String> = self
            .connection
            .prepare("SELECT \"table\" FROM pragma_foreign_key_check")
            .and_then(|mut it| it.query_map([], |row| row.get(0)).and_then(Iterator::collect))
            .map_err(fault)?;
        for table in broken {
            report.wrong(format!("A row of {table} refers to one that is not there."));
        }
        Ok(())
    }

    fn check_blobs(&self, report: &mut CheckReport) -> Result<(), Fault> {
        for row in blob_rows(&self.connection)? {
            report.blobs += 1;
            let (sha256, belong) = (row.sha256.clone(), row.parts());
            let parts = self.reading().count("SELECT count(*) FROM blob_part WHERE blob = ?1", [row.number])?;
            // Read from the first to the last byte, they are proven against their hash.
            let proven = BlobReader::over(&self.connection, row)
                .map_err(io::Error::other)
                .and_then(|mut bytes| io::copy(&mut bytes, &mut io::sink()));
            if let Err(broken) = proven {
                report.wrong(broken.to_string());
            } else if u64::try_from(parts) != Ok(belong) {
                report.wrong(format!("The bytes kept under {sha256} are in {parts} parts where they have {belong}."));
            }
        }
        for kind in self.index.kinds() {
            for field in kind.blobs {
                let sql = format!(
                    "SELECT DISTINCT {field} FROM {} WHERE {field} IS NOT NULL
                      AND {field} NOT IN (SELECT sha256 FROM blob)",
                    kind.name
                );
                let missing: Vec<String> = self
                    .connection
                    .prepare(&sql)
                    .and_then(|mut it| it.query_map([], |row| row.get(0)).and_then(Iterator::collect))
                    .map_err(fault)?;
                for sha256 in missing {
                    report.wrong(format!("A record of {} names bytes that are not here: {sha256}.", kind.name));
                }
            }
        }
        Ok(())
    }

    fn check_changes(&self, binder: &str, report: &mut CheckReport) -> Result<(), Fault> {
        let mut statement = self
            .connection
            .prepare_cached(
                "SELECT position, hash, parents, bytes, actor, desk, at, stamp FROM change
                  WHERE binder = ?1 ORDER BY position",
            )
            .map_err(fault)?;
        let mut rows = statement.query([binder]).map_err(fault)?;
        let mut seen: BTreeSet<ChangeHash> = BTreeSet::new();
        while let Some(row) = rows.next().map_err(fault)? {
            let position: i64 = row.get(0).map_err(fault)?;
            let hash: String = row.get(1).map_err(fault)?;
            let parents: Vec<u8> = row.get(2).map_err(fault)?;
            let bytes: Vec<u8> = row.get(3).map_err(fault)?;
            report.changes += 1;
            let Ok(change) = read_change(&bytes) else {
                report.wrong(format!("Change {position} is damaged."));
                continue;
            };
            if hash_text(&change.hash()) != hash {
                report.wrong(format!("Change {position} does not match its hash."));
            }
            if hashes_from_bytes(&parents).as_deref() != Some(change.deps()) {
                report.wrong(format!("Change {position} names other parents than its row."));
            }
            let stamp = Stamp::of(&change);
            let (actor, desk): (String, String) = (row.get(4).map_err(fault)?, row.get(5).map_err(fault)?);
            let (at, told): (i64, String) = (row.get(6).map_err(fault)?, row.get(7).map_err(fault)?);
            if told != serde_json::to_string(&stamp).map_err(Fault::bug)?
                || actor != change.actor_id().to_hex_string()
                || at != stamp.at
                || (!desk.is_empty() && desk != stamp.desk)
            {
                report.wrong(format!("The row of change {position} tells another act than the change itself."));
            }
            if change.deps().iter().any(|parent| !seen.contains(parent)) {
                report.wrong(format!("Change {position} comes before one of its parents."));
            }
            seen.insert(change.hash());
        }
        Ok(())
    }

    /// Compares the rows of a binder's records with the binder itself.
    fn check_binder(&self, view: &BinderView, report: &mut CheckReport, expected: &mut Expected) -> Result<(), Fault> {
        let BinderView { id, kind, title } = view;
        let id_text = id.to_string();
        let mut binder = self.load_binder(*id, false)?;
        if !self.is_whole(&id_text, &mut binder)? {
            report.wrong(format!("The newest changes of binder “{title}” are not the ones its row names."));
        }
        if !binder.missing_parents().is_empty() {
            report.wrong(format!("Binder “{title}” lacks changes that others build on."));
        }
        let about = binder.fields(&record_key(ABOUT.name, &id_text))?.unwrap_or_default();
        let names = |name: &str, text: &str| about.get(name) == Some(&Field::Text(text.to_owned()));
        if !names("kind", kind) || !names("title", title) {
            report.wrong(format!("Binder “{title}” is called something else in its row than in its changes."));
        }
        self.check_snapshot(view, &mut binder, report)?;
        for key in binder.keys() {
            let Some((kind_name, record)) = split_key(&key) else { continue };
            let Some(kind) = self.index.kind(kind_name) else { continue };
            report.records += 1;
            let fields = binder.fields(&key)?;
            if fields.is_some()
                && let Some(count) = expected.rows.get_mut(kind.name)
            {
                *count += 1;
            }
            if !self.index.holds(&self.connection, kind_name, &id_text, record, fields.as_ref())? {
                report.wrong(format!("The row of {key} is not what its binder says."));
            }
            let words = fields.map_or_else(String::new, |fields| searched_words(kind, &fields));
            expected.words += i64::from(!words.is_empty());
            if self.kept_words(kind_name, record)? != words {
                report.wrong(format!("The search has other words for {key} than its binder."));
            }
            let open = open_question::answers_of(&self.connection, &binder, &key)?;
            expected.questions += i64::try_from(open.len()).unwrap_or(i64::MAX);
            let kept: Vec<(String, String)> = self
                .connection
                .prepare_cached(
                    "SELECT field, answers FROM open_question WHERE record = ?1 AND kind = ?2 ORDER BY field",
                )
                .and_then(|mut it| {
                    it.query_map([record, kind_name], |row| Ok((row.get(0)?, row.get(1)?))).and_then(Iterator::collect)
                })
                .map_err(fault)?;
            if open != kept {
                report.wrong(format!("The open questions of {key} are not what its binder says."));
            }
        }
        self.check_touched(&id_text, &mut binder, report, expected)
    }

    /// A snapshot is only a short cut and is passed over when it is wrong, but it must not be wrong.
    fn check_snapshot(&self, view: &BinderView, binder: &mut Binder, report: &mut CheckReport) -> Result<(), Fault> {
        let id = view.id.to_string();
        let Some((position, bytes)) = self.snapshot(&id)? else { return Ok(()) };
        let same = match self.replay(&id, Some(&bytes), position) {
            Ok((mut other, _)) => other.heads() == binder.heads() && other.change_count() == binder.change_count(),
            Err(_) => false,
        };
        if !same {
            report.wrong(format!(
                "The saved copy of binder “{}” is not what its changes say; it is not used.",
                view.title
            ));
        }
        Ok(())
    }

    fn kept_words(&self, kind: &str, record: &str) -> Result<String, Fault> {
        use rusqlite::OptionalExtension;
        let words: Option<String> = self
            .connection
            .prepare_cached(
                "SELECT words FROM search WHERE rowid = (SELECT number FROM searched WHERE record = ?1 AND kind = ?2)",
            )
            .and_then(|mut it| it.query_row([record, kind], |row| row.get(0)).optional())
            .map_err(fault)?;
        Ok(words.unwrap_or_default())
    }

    fn check_touched(
        &self,
        binder: &str,
        document: &mut Binder,
        report: &mut CheckReport,
        expected: &mut Expected,
    ) -> Result<(), Fault> {
        let positions = self.positions(binder)?;
        for change in document.changes_since(&[])? {
            let Some(position) = positions.get(&change.hash()) else { continue };
            let should = document.touched_by(&change);
            expected.touched += i64::try_from(should.len()).unwrap_or(i64::MAX);
            for key in should.keys() {
                let Some((kind, record)) = split_key(key) else { continue };
                let kept = self.reading().count(
                    "SELECT count(*) FROM touched WHERE record = ?1 AND kind = ?2 AND position = ?3",
                    params![record, kind, position],
                )?;
                if kept == 0 {
                    report.wrong(format!("The history of {key} leaves out change {position}."));
                }
            }
        }
        Ok(())
    }
}
