//! The tables: an index over the binders' records, written in the same transaction as the change itself.

use std::collections::{BTreeMap, BTreeSet};

use ground::Fault;
use rusqlite::{Connection, OptionalExtension, params, types::Value as Cell};
use serde_json::{Map, Value};
use sha2::{Digest, Sha256};

use crate::{
    Kind,
    binder::{Binder, GONE, split_key},
    error::fault,
    fields::{self, Fields},
    open_question,
};

const INDEX_SQL: &str = include_str!("sql/index.sql");
const COMMON_TABLES: [&str; 4] = ["touched", "open_question", "searched", "search"];

/// The code of the fault that a record of another binder is met by. A record stands in one binder.
pub(crate) const ELSEWHERE: &str = "record.elsewhere";

const BINDER_COLUMN: usize = 1;

/// The kinds of record a program knows and the columns of their tables.
#[derive(Debug)]
pub(crate) struct Index {
    kinds: BTreeMap<&'static str, Table>,
}

#[derive(Debug)]
struct Table {
    kind: &'static Kind,
    columns: Vec<String>,
    insert: String,
    select: String,
}

/// One row of a kind's table, in the order of its columns.
pub(crate) type Row = Vec<Cell>;

impl Index {
    /// Reads the columns of the tables that are there.
    pub fn of(connection: &Connection, kinds: &[&'static Kind]) -> Result<Self, Fault> {
        let mut known = BTreeMap::new();
        for kind in kinds {
            let mut statement =
                connection.prepare("SELECT name FROM pragma_table_info(?1) ORDER BY cid").map_err(fault)?;
            let columns: Vec<String> =
                statement.query_map([kind.name], |row| row.get(0)).and_then(Iterator::collect).map_err(fault)?;
            if !columns.starts_with(&["id".to_owned(), "binder".to_owned()]) {
                return Err(Fault::bug(format!("table {} does not begin with id and binder", kind.name)));
            }
            let places: Vec<String> = (1..=columns.len()).map(|place| format!("?{place}")).collect();
            let names = columns.join(", ");
            let insert = format!("INSERT INTO {} ({names}) VALUES ({})", kind.name, places.join(", "));
            let select = format!("SELECT {names} FROM {}", kind.name);
            known.insert(kind.name, Table { kind, columns, insert, select });
        }
        Ok(Self { kinds: known })
    }

    pub fn kind(&self, name: &str) -> Option<&'static Kind> {
        self.kinds.get(name).map(|table| table.kind)
    }

    pub fn kinds(&self) -> impl Iterator<Item = &'static Kind> {
        self.kinds.values().map(|table| table.kind)
    }

    fn table(&self, kind: &str) -> Result<&Table, Fault> {
        self.kinds.get(kind).ok_or_else(|| Fault::bug(format!("the kind of record {kind} is not registered")))
    }

    /// `SELECT` of all columns of a kind's table, without a `WHERE`.
    pub fn select(&self, kind: &str) -> Result<&str, Fault> {
        Ok(&self.table(kind)?.select)
    }

    /// The row that the index should hold for these fields.
    fn row(&self, kind: &str, binder: &str, id: &str, fields: &Fields) -> Result<Row, Fault> {
        let table = self.table(kind)?;
        let record = fields::to_json(table.kind, id, fields);
        // A file from a newer program may carry fields that have no column here: they stay in the binder.
        Ok(table
            .columns
            .iter()
            .map(|name| match name.as_str() {
                "id" => Cell::Text(id.to_owned()),
                "binder" => Cell::Text(binder.to_owned()),
                name => to_cell(record.get(name)),
            })
            .collect())
    }

    /// The row that the index does hold.
    fn stored_row(&self, connection: &Connection, kind: &str, id: &str) -> Result<Option<Row>, Fault> {
        let table = self.table(kind)?;
        let mut statement = connection.prepare_cached(&format!("{} WHERE id = ?1", table.select)).map_err(fault)?;
        statement
            .query_row([id], |row| (0..table.columns.len()).map(|place| row.get(place)).collect())
            .optional()
            .map_err(fault)
    }

    /// Whether the table holds what the record's fields say, or neither has the record.
    pub fn holds(
        &self,
        connection: &Connection,
        kind: &str,
        binder: &str,
        id: &str,
        fields: Option<&Fields>,
    ) -> Result<bool, Fault> {
        let should = fields.map(|fields| self.row(kind, binder, id, fields)).transpose()?;
        Ok(should == self.stored_row(connection, kind, id)?)
    }

    /// Writes the rows of one record as the binder now has it: its table, the search and the open questions.
    /// Where it is told which fields were written, the search is left alone when it finds none of them.
    pub fn refresh(
        &self,
        connection: &Connection,
        binder: &Binder,
        binder_id: &str,
        key: &str,
        written: &BTreeSet<String>,
    ) -> Result<(), Fault> {
        let Some((kind_name, id)) = split_key(key) else { return Ok(()) };
        let Some(table) = self.kinds.get(kind_name) else { return Ok(()) };
        let fields = binder.fields(key)?;
        match &fields {
            Some(fields) => {
                let row = self.row(kind_name, binder_id, id, fields)?;
                match self.stored_row(connection, kind_name, id)? {
                    None => {
                        let mut insert = connection.prepare_cached(&table.insert).map_err(fault)?;
                        insert.execute(rusqlite::params_from_iter(row)).map_err(fault)?;
                    }
                    Some(stored) => table.update(connection, id, &stored, row)?,
                }
            }
            None => {
                let delete = format!("DELETE FROM {kind_name} WHERE id = ?1 AND binder = ?2");
                connection.prepare_cached(&delete).and_then(|mut it| it.execute([id, binder_id])).map_err(fault)?;
            }
        }
        if written.is_empty() || written.iter().any(|field| may_be_searched(table.kind, field)) {
            let words = fields.as_ref().map_or_else(String::new, |fields| searched_words(table.kind, fields));
            write_words(connection, kind_name, id, binder_id, &words)?;
        }
        open_question::refresh(connection, binder, binder_id, kind_name, id, key)
    }

    /// Turns a row back into a record's serde form.
    pub fn record(&self, kind: &str, row: &rusqlite::Row<'_>) -> Result<Map<String, Value>, Fault> {
        let table = self.table(kind)?;
        let mut record = Map::new();
        for (place, name) in table.columns.iter().enumerate() {
            let cell: Cell = row.get(place).map_err(fault)?;
            let value = match cell {
                Cell::Null => continue,
                Cell::Integer(number) if table.kind.is_flag(name) => Value::Bool(number != 0),
                Cell::Text(text) if table.kind.is_set(name) || table.kind.is_map(name) || table.kind.is_json(name) => {
                    serde_json::from_str(&text).map_err(|error| Fault::bug(format!("{kind}.{name}: {error}")))?
                }
                Cell::Integer(number) => Value::from(number),
                Cell::Real(number) => Value::from(number),
                Cell::Text(text) => Value::String(text),
                Cell::Blob(_) => continue,
            };
            record.insert(name.clone(), value);
        }
        Ok(record)
    }
}

impl Table {
    /// Writes only the cells that differ: an index on any other column then needs no page of its own written.
    fn update(&self, connection: &Connection, id: &str, stored: &Row, row: Row) -> Result<(), Fault> {
        if stored.get(BINDER_COLUMN) != row.get(BINDER_COLUMN) {
            return Err(Fault::new(
                ELSEWHERE,
                format!("The {} {id} belongs to another binder.", self.kind.name),
                "Open it in the binder it belongs to.",
            ));
        }
        let differing = self.columns.iter().zip(row).zip(stored).filter(|((_, cell), stored)| cell != *stored);
        let (names, mut cells): (Vec<&str>, Row) = differing.map(|((name, cell), _)| (name.as_str(), cell)).unzip();
        if names.is_empty() {
            return Ok(());
        }
        let sets: Vec<String> =
            names.iter().enumerate().map(|(place, name)| format!("{name} = ?{}", place + 1)).collect();
        let sql = format!("UPDATE {} SET {} WHERE id = ?{}", self.kind.name, sets.join(", "), names.len() + 1);
        cells.push(Cell::Text(id.to_owned()));
        let mut update = connection.prepare_cached(&sql).map_err(fault)?;
        update.execute(rusqlite::params_from_iter(cells)).map_err(fault)?;
        Ok(())
    }
}

fn to_cell(value: Option<&Value>) -> Cell {
    match value {
        None | Some(Value::Null) => Cell::Null,
        Some(Value::Bool(flag)) => Cell::Integer(i64::from(*flag)),
        Some(Value::Number(number)) => {
            number.as_i64().map_or_else(|| Cell::Real(number.as_f64().unwrap_or_default()), Cell::Integer)
        }
        Some(Value::String(text)) => Cell::Text(text.clone()),
        Some(structured) => Cell::Text(fields::canonical(structured)),
    }
}

/// Whether the search looks at a field; the mark that hides a record counts, because it takes all its words away.
fn may_be_searched(kind: &Kind, field: &str) -> bool {
    let field = field.split('/').next().unwrap_or(field);
    field == GONE || kind.searched.contains(&field)
}

/// The words of a record that the search finds.
pub(crate) fn searched_words(kind: &Kind, fields: &Fields) -> String {
    let record = fields::to_json(kind, "", fields);
    let mut words: Vec<&str> = Vec::new();
    for name in kind.searched {
        match record.get(*name) {
            Some(Value::String(text)) if !text.is_empty() => words.push(text),
            Some(Value::Array(members)) => words.extend(members.iter().filter_map(Value::as_str)),
            _ => {}
        }
    }
    words.join("\n")
}

fn write_words(connection: &Connection, kind: &str, id: &str, binder: &str, words: &str) -> Result<(), Fault> {
    let mut find =
        connection.prepare_cached("SELECT number FROM searched WHERE record = ?1 AND kind = ?2").map_err(fault)?;
    let number: Option<i64> = find.query_row([id, kind], |row| row.get(0)).optional().map_err(fault)?;
    match number {
        Some(number) => {
            let before: Option<String> = connection
                .prepare_cached("SELECT words FROM search WHERE rowid = ?1")
                .and_then(|mut it| it.query_row([number], |row| row.get(0)).optional())
                .map_err(fault)?;
            if before.as_deref() == Some(words) {
                return Ok(());
            }
            connection
                .prepare_cached("DELETE FROM search WHERE rowid = ?1")
                .and_then(|mut it| it.execute([number]))
                .map_err(fault)?;
            if words.is_empty() {
                connection
                    .prepare_cached("DELETE FROM searched WHERE number = ?1")
                    .and_then(|mut it| it.execute([number]))
                    .map_err(fault)?;
                return Ok(());
            }
            insert_words(connection, number, binder, words)
        }
        None if words.is_empty() => Ok(()),
        None => {
            connection
                .prepare_cached("INSERT INTO searched (kind, record, binder) VALUES (?1, ?2, ?3)")
                .and_then(|mut it| it.execute([kind, id, binder]))
                .map_err(fault)?;
            insert_words(connection, connection.last_insert_rowid(), binder, words)
        }
    }
}

fn insert_words(connection: &Connection, number: i64, binder: &str, words: &str) -> Result<(), Fault> {
    connection
        .prepare_cached("INSERT INTO search (rowid, words, binder) VALUES (?1, ?2, ?3)")
        .and_then(|mut it| it.execute(params![number, words, binder_word(binder)]))
        .map_err(fault)?;
    Ok(())
}

/// A binder's id as one word of the search, so that looking in one binder costs what that binder holds.
pub(crate) fn binder_word(binder: &str) -> String {
    binder.replace('-', "")
}

/// What the tables look like, as one hash: when it differs from the file's, the index is made anew.
pub(crate) fn fingerprint(kinds: &[&'static Kind]) -> String {
    let mut hasher = Sha256::new();
    hasher.update(INDEX_SQL);
    for kind in kinds {
        hasher.update(kind.name);
        hasher.update(kind.table);
        hasher.update(format!("{:?}", (kind.sets, kind.maps, kind.json, kind.flags, kind.searched)));
    }
    hex(&hasher.finalize())
}

pub(crate) fn hex(bytes: &[u8]) -> String {
    use std::fmt::Write as _;
    bytes.iter().fold(String::with_capacity(bytes.len() * 2), |mut text, byte| {
        let _ = write!(text, "{byte:02x}");
        text
    })
}

/// Drops every index table there is and makes those of the known kinds, empty.
pub(crate) fn make_tables(connection: &Connection, kinds: &[&'static Kind]) -> Result<(), Fault> {
    let old: Option<String> = connection
        .query_row("SELECT value FROM local WHERE name = 'index_tables'", [], |row| row.get(0))
        .optional()
        .map_err(fault)?;
    let mut drop: BTreeSet<String> = COMMON_TABLES.iter().map(|name| (*name).to_owned()).collect();
    drop.extend(old.and_then(|text| serde_json::from_str::<Vec<String>>(&text).ok()).unwrap_or_default());
    drop.extend(kinds.iter().map(|kind| kind.name.to_owned()));
    for table in &drop {
        // The names come from the program or from what it wrote itself; quoted all the same.
        let quoted = table.replace('"', "\"\"");
        connection.execute_batch(&format!("DROP TABLE IF EXISTS \"{quoted}\"")).map_err(fault)?;
    }
    connection.execute_batch(INDEX_SQL).map_err(fault)?;
    for kind in kinds {
        connection.execute_batch(kind.table).map_err(fault)?;
    }
    let names: Vec<&str> = kinds.iter().map(|kind| kind.name).collect();
    let names = serde_json::to_string(&names).map_err(Fault::bug)?;
    for (name, value) in [("index_tables", names), ("index_fingerprint", fingerprint(kinds))] {
        connection
            .execute(
                "INSERT INTO local (name, value) VALUES (?1, ?2) ON CONFLICT (name) DO UPDATE SET value = ?2",
                [name, &value],
            )
            .map_err(fault)?;
    }
    Ok(())
}
