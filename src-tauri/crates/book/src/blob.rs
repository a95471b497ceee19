//! The bytes of files, kept once and named by their SHA-256.

use std::{
    fs::File,
    io::{Read, Seek, Write},
    path::Path,
};

use ground::Fault;
use rusqlite::{Connection, MAIN_DB, OptionalExtension, blob::ZeroBlob, params};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

use crate::{Book, BookError, error::fault, index::hex};

/// The largest file a workspace takes. SQLite would take somewhat more; a backup that fits on a stick matters more.
pub const LARGEST_BLOB_BYTES: u64 = 512 * 1024 * 1024;

const PART_BYTES: usize = 1024 * 1024;

/// Bytes that are in the workspace.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct BlobRef {
    /// SHA-256 of the bytes, 64 hexadecimal digits.
    pub sha256: String,
    /// Their number.
    pub size_bytes: u64,
}

pub(crate) fn keep_bytes(connection: &Connection, bytes: &[u8], media_type: &str) -> Result<BlobRef, BookError> {
    let size_bytes = bytes.len() as u64;
    refuse_too_large(size_bytes)?;
    let sha256 = hex(&Sha256::digest(bytes));
    if !has(connection, &sha256)? {
        connection
            .execute(
                "INSERT INTO blob (sha256, media_type, size_bytes, bytes) VALUES (?1, ?2, ?3, ?4)",
                params![sha256, media_type, i64::try_from(size_bytes).unwrap_or(i64::MAX), bytes],
            )
            .map_err(fault)?;
    }
    Ok(BlobRef { sha256, size_bytes })
}

pub(crate) fn keep_file(connection: &Connection, path: &Path, media_type: &str) -> Result<BlobRef, BookError> {
    let unreadable = |error: std::io::Error| BookError::Unreadable { path: path.to_owned(), reason: error.to_string() };
    let mut file = File::open(path).map_err(unreadable)?;
    let about = file.metadata().map_err(unreadable)?;
    if !about.is_file() {
        return Err(BookError::Unreadable { path: path.to_owned(), reason: "it is not a file".to_owned() });
    }
    refuse_too_large(about.len())?;
    // Read twice, hash first: SQLite must know the size beforehand, and the same bytes are not to be written again.
    let mut part = vec![0; PART_BYTES];
    let mut hasher = Sha256::new();
    let mut size_bytes = 0_u64;
    loop {
        let read = file.read(&mut part).map_err(unreadable)?;
        if read == 0 {
            break;
        }
        size_bytes += read as u64;
        refuse_too_large(size_bytes)?;
        hasher.update(&part[..read]);
    }
    let sha256 = hex(&hasher.finalize());
    if has(connection, &sha256)? {
        return Ok(BlobRef { sha256, size_bytes });
    }
    let length = i64::try_from(size_bytes).map_err(Fault::bug)?;
    connection
        .execute(
            "INSERT INTO blob (sha256, media_type, size_bytes, bytes) VALUES (?1, ?2, ?3, ?4)",
            params![sha256, media_type, length, ZeroBlob(size_bytes)],
        )
        .map_err(fault)?;
    let number = connection.last_insert_rowid();
    let copied = copy(connection, &mut file, number, size_bytes, &mut part, unreadable).and_then(|copied| {
        let changed =
            || BookError::Unreadable { path: path.to_owned(), reason: "it changed while it was being read".to_owned() };
        if copied == sha256 { Ok(()) } else { Err(changed()) }
    });
    if let Err(error) = copied {
        // A verb may go on without this file: what was copied in part must not stay under the hash of the whole.
        connection.execute("DELETE FROM blob WHERE number = ?1", [number]).map_err(fault)?;
        return Err(error);
    }
    Ok(BlobRef { sha256, size_bytes })
}

/// Copies the bytes into their row. Answers the hash of what was copied.
fn copy(
    connection: &Connection,
    file: &mut File,
    number: i64,
    size_bytes: u64,
    part: &mut [u8],
    unreadable: impl Fn(std::io::Error) -> BookError,
) -> Result<String, BookError> {
    let mut into = connection.blob_open(MAIN_DB, "blob", "bytes", number, false).map_err(fault)?;
    file.rewind().map_err(&unreadable)?;
    let mut hasher = Sha256::new();
    let mut left = size_bytes;
    while left > 0 {
        let read = file.read(part).map_err(&unreadable)?;
        let read = usize::try_from(left).map_or(read, |left| read.min(left));
        if read == 0 {
            break;
        }
        hasher.update(&part[..read]);
        into.write_all(&part[..read]).map_err(|error| {
            Fault::new(
                "workspace.io",
                "The file could not be copied into the workspace.",
                "Check that the disk has room for it, then try again.",
            )
            .because(error)
        })?;
        left -= read as u64;
    }
    into.close().map_err(fault)?;
    Ok(hex(&hasher.finalize()))
}

fn refuse_too_large(size_bytes: u64) -> Result<(), BookError> {
    if size_bytes > LARGEST_BLOB_BYTES {
        return Err(BookError::BlobTooLarge { size_bytes, largest_bytes: LARGEST_BLOB_BYTES });
    }
    Ok(())
}

fn has(connection: &Connection, sha256: &str) -> Result<bool, BookError> {
    let found: Option<i64> = connection
        .query_row("SELECT number FROM blob WHERE sha256 = ?1", [sha256], |row| row.get(0))
        .optional()
        .map_err(fault)?;
    Ok(found.is_some())
}

impl Book {
    /// The bytes of that hash, proven against it.
    ///
    /// # Errors
    /// Refuses a hash the workspace does not have; a fault where the bytes no longer match it.
    pub fn blob(&self, sha256: &str) -> Result<Vec<u8>, BookError> {
        let bytes: Option<Vec<u8>> = self
            .connection
            .query_row("SELECT bytes FROM blob WHERE sha256 = ?1", [sha256], |row| row.get(0))
            .optional()
            .map_err(fault)?;
        let bytes = bytes.ok_or_else(|| BookError::NoBlob { sha256: sha256.to_owned() })?;
        if hex(&Sha256::digest(&bytes)) != sha256 {
            return Err(BookError::Fault(Fault::new(
                "blob.damaged",
                format!("The bytes kept under {sha256} no longer match their hash."),
                "Run `tick check`, and take the file from a backup.",
            )));
        }
        Ok(bytes)
    }
}
