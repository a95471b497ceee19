//! What belongs to this file on this machine and never travels.

use rusqlite::OptionalExtension;
use uuid::Uuid;

use crate::{Book, BookError, error::fault};

impl Book {
    /// Begins a new desk in this file: undo reaches back no further than this. For a file that is handed to somebody
    /// who did none of what is in it.
    ///
    /// # Errors
    /// Refuses when the workspace is open for reading only.
    pub fn begin_new_desk(&mut self) -> Result<(), BookError> {
        let desk = Uuid::now_v7().to_string();
        self.set_local("desk", &desk)?;
        self.desk = desk;
        Ok(())
    }

    /// A setting that belongs to this file on this machine and never travels.
    ///
    /// # Errors
    /// Only when the database fails.
    pub fn local(&self, name: &str) -> Result<Option<String>, BookError> {
        self.connection
            .query_row("SELECT value FROM local WHERE name = ?1", [name], |row| row.get(0))
            .optional()
            .map_err(BookError::sqlite)
    }

    /// Keeps a setting that belongs to this file on this machine.
    ///
    /// # Errors
    /// Refuses when the workspace is open for reading only.
    pub fn set_local(&mut self, name: &str, value: &str) -> Result<(), BookError> {
        self.refuse_reading_only()?;
        self.connection
            .execute(
                "INSERT INTO local (name, value) VALUES (?1, ?2) ON CONFLICT (name) DO UPDATE SET value = ?2",
                [name, value],
            )
            .map_err(fault)?;
        Ok(())
    }

    /// Settings whose names begin so, by name.
    ///
    /// # Errors
    /// Only when the database fails.
    pub fn locals(&self, beginning: &str) -> Result<Vec<(String, String)>, BookError> {
        self.connection
            .prepare_cached("SELECT name, value FROM local WHERE substr(name, 1, length(?1)) = ?1 ORDER BY name")
            .and_then(|mut it| {
                it.query_map([beginning], |row| Ok((row.get(0)?, row.get(1)?))).and_then(Iterator::collect)
            })
            .map_err(BookError::sqlite)
    }
}
