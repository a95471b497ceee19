//! The file's format, and how a file of the format before is brought up to it.
//!
//! | format | what changed |
//! |---|---|
//! | 1 | the first one |
//! | 2 | the bytes of files are kept in parts: `blob_part` instead of a column of `blob` |

use ground::Fault;
use rusqlite::{Connection, MAIN_DB, Transaction, TransactionBehavior, params};

use crate::{
    blob::{PART_BYTES, Packer, RAW, ZSTD},
    error::fault,
};

/// The file format this program writes. A higher one is refused.
pub(crate) const FORMAT: i64 = 2;
/// The lowest one that this program brings up to its own.
pub(crate) const OLDEST: i64 = 1;

const BLOB_SQL: &str = include_str!("sql/blob.sql");

/// The tables that are not made anew at will.
pub(crate) fn schema_sql() -> String {
    format!("{}{BLOB_SQL}", include_str!("sql/schema.sql"))
}

/// Brings a file of an older format up to this one, in one transaction: a power cut leaves it as it was.
pub(crate) fn bring_up(connection: &Connection) -> Result<(), Fault> {
    let transaction = Transaction::new_unchecked(connection, TransactionBehavior::Immediate).map_err(fault)?;
    connection
        .execute_batch(&format!(
            "ALTER TABLE blob RENAME TO blob_of_format_1;
             {BLOB_SQL}
             INSERT INTO blob (number, sha256, media_type, size_bytes)
                  SELECT number, sha256, media_type, size_bytes FROM blob_of_format_1;"
        ))
        .map_err(fault)?;
    let blobs: Vec<(i64, String)> = connection
        .prepare("SELECT number, media_type FROM blob ORDER BY number")
        .and_then(|mut it| it.query_map([], |row| Ok((row.get(0)?, row.get(1)?))).and_then(Iterator::collect))
        .map_err(fault)?;
    for (number, media_type) in blobs {
        cut_into_parts(connection, number, &media_type)?;
    }
    connection
        .execute_batch(&format!("DROP TABLE blob_of_format_1; PRAGMA user_version = {FORMAT};"))
        .map_err(fault)?;
    transaction.commit().map_err(fault)
}

/// Bytes that no longer match their hash are brought over as they are; the check goes on naming them.
fn cut_into_parts(connection: &Connection, number: i64, media_type: &str) -> Result<(), Fault> {
    let whole = connection.blob_open(MAIN_DB, "blob_of_format_1", "bytes", number, true).map_err(fault)?;
    let mut packer = Packer::of(media_type);
    let mut raw = vec![0; PART_BYTES];
    for (part, start) in (0_i64..).zip((0..whole.len()).step_by(PART_BYTES)) {
        let raw = &mut raw[..PART_BYTES.min(whole.len() - start)];
        whole.read_at_exact(raw, start).map_err(fault)?;
        let packed = packer.pack(raw);
        let (packing, bytes) = packed.as_deref().map_or((RAW, &*raw), |packed| (ZSTD, packed));
        connection
            .prepare_cached("INSERT INTO blob_part (blob, part, packing, bytes) VALUES (?1, ?2, ?3, ?4)")
            .and_then(|mut it| it.execute(params![number, part, packing, bytes]))
            .map_err(fault)?;
    }
    Ok(())
}
