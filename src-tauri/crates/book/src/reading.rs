use ground::{Fault, Id};
use rusqlite::{Connection, OptionalExtension, Params, types::Value as Cell};
use serde::de::DeserializeOwned;
use serde_json::{Map, Value};

use crate::{BookError, Record, error::fault, index::Index};

/// A look at the tables. Who only reads takes this, so the signature says so.
#[derive(Debug, Clone, Copy)]
pub struct Reading<'a> {
    pub(crate) connection: &'a Connection,
    pub(crate) index: &'a Index,
}

impl<'a> Reading<'a> {
    /// The record of that id, if there is one.
    ///
    /// # Errors
    /// Only when the database fails or holds what this program can't read.
    pub fn get<T: Record>(&self, id: Id<T>) -> Result<Option<T>, Fault> {
        let sql = format!("{} WHERE id = ?1", self.index.select(T::KIND.name)?);
        let mut statement = self.connection.prepare_cached(&sql).map_err(fault)?;
        let mut rows = statement.query([id.to_string()]).map_err(fault)?;
        match rows.next().map_err(fault)? {
            Some(row) => self.record(row).map(Some),
            None => Ok(None),
        }
    }

    /// The record of that id.
    ///
    /// # Errors
    /// Refuses an id the workspace does not have.
    pub fn need<T: Record>(&self, id: Id<T>) -> Result<T, BookError> {
        self.get(id)?.ok_or_else(|| BookError::NoRecord { kind: T::KIND.name, id: id.to_string() })
    }

    /// Every record of a kind in a binder, oldest first.
    ///
    /// # Errors
    /// Only when the database fails.
    pub fn of_binder<T: Record, B>(&self, binder: Id<B>) -> Result<Vec<T>, Fault> {
        self.records("WHERE binder = ?1 ORDER BY id", [binder.to_string()])
    }

    /// Every record of a kind in the workspace, oldest first.
    ///
    /// # Errors
    /// Only when the database fails.
    pub fn all<T: Record>(&self) -> Result<Vec<T>, Fault> {
        self.records("ORDER BY id", [])
    }

    /// The records that a `WHERE … ORDER BY …` on the kind's table picks.
    ///
    /// # Errors
    /// Only when the database fails.
    pub fn records<T: Record>(&self, tail: &str, values: impl Params) -> Result<Vec<T>, Fault> {
        let sql = format!("{} {tail}", self.index.select(T::KIND.name)?);
        let mut statement = self.connection.prepare_cached(&sql).map_err(fault)?;
        let mut rows = statement.query(values).map_err(fault)?;
        let mut records = Vec::new();
        while let Some(row) = rows.next().map_err(fault)? {
            records.push(self.record(row)?);
        }
        Ok(records)
    }

    fn record<T: Record>(&self, row: &rusqlite::Row<'_>) -> Result<T, Fault> {
        let record = self.index.record(T::KIND.name, row)?;
        serde_json::from_value(Value::Object(record))
            .map_err(|error| Fault::bug(format!("a {} can’t be read from its row: {error}", T::KIND.name)))
    }

    /// Rows of a query, read by column name. A column named `"x?"` is a yes-or-no field `x`; one named `"x[]"` holds
    /// JSON for the field `x`. SQL `NULL` is an absent field.
    ///
    /// # Errors
    /// Only when the database fails or a row does not fit the view.
    pub fn rows<V: DeserializeOwned>(&self, sql: &str, values: impl Params) -> Result<Vec<V>, Fault> {
        let mut statement = self.connection.prepare_cached(sql).map_err(fault)?;
        let names: Vec<String> = statement.column_names().map(str::to_owned).collect();
        let mut rows = statement.query(values).map_err(fault)?;
        let mut views = Vec::new();
        while let Some(row) = rows.next().map_err(fault)? {
            let mut view = Map::new();
            for (place, name) in names.iter().enumerate() {
                let cell: Cell = row.get(place).map_err(fault)?;
                if let Some((name, value)) = named_value(name, cell)? {
                    view.insert(name, value);
                }
            }
            views.push(serde_json::from_value(Value::Object(view)).map_err(|error| {
                Fault::bug(format!("a row of “{}” does not fit its view: {error}", first_line(sql)))
            })?);
        }
        Ok(views)
    }

    /// The first row of a query, if there is one.
    ///
    /// # Errors
    /// As [`Reading::rows`].
    pub fn row<V: DeserializeOwned>(&self, sql: &str, values: impl Params) -> Result<Option<V>, Fault> {
        Ok(self.rows(sql, values)?.into_iter().next())
    }

    /// The one number a query answers with; 0 where it answers nothing.
    ///
    /// # Errors
    /// Only when the database fails.
    pub fn count(&self, sql: &str, values: impl Params) -> Result<i64, Fault> {
        let mut statement = self.connection.prepare_cached(sql).map_err(fault)?;
        Ok(statement.query_row(values, |row| row.get(0)).optional().map_err(fault)?.unwrap_or(0))
    }

    /// The binder a record stands in.
    ///
    /// # Errors
    /// Refuses an id the workspace does not have.
    pub fn binder_of<T: Record>(&self, id: Id<T>) -> Result<Id<()>, BookError> {
        let sql = format!("SELECT binder FROM {} WHERE id = ?1", T::KIND.name);
        let found: Option<String> = self
            .connection
            .prepare_cached(&sql)
            .and_then(|mut it| it.query_row([id.to_string()], |row| row.get(0)).optional())
            .map_err(fault)?;
        let found = found.ok_or_else(|| BookError::NoRecord { kind: T::KIND.name, id: id.to_string() })?;
        found.parse().map_err(|error| BookError::Fault(Fault::bug(error)))
    }
}

fn named_value(name: &str, cell: Cell) -> Result<Option<(String, Value)>, Fault> {
    let value = match cell {
        Cell::Null | Cell::Blob(_) => return Ok(None),
        Cell::Integer(number) => {
            if let Some(name) = name.strip_suffix('?') {
                return Ok(Some((name.to_owned(), Value::Bool(number != 0))));
            }
            Value::from(number)
        }
        Cell::Real(number) => Value::from(number),
        Cell::Text(text) => {
            if let Some(name) = name.strip_suffix("[]") {
                return Ok(Some((name.to_owned(), serde_json::from_str(&text).map_err(Fault::bug)?)));
            }
            Value::String(text)
        }
    };
    Ok(Some((name.to_owned(), value)))
}

fn first_line(sql: &str) -> &str {
    sql.lines().find(|line| !line.trim_start().starts_with("--") && !line.trim().is_empty()).unwrap_or_default()
}
