use std::path::Path;

use rusqlite::Connection;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{BlobWriter, KeptFile};
use crate::BookError;

/// The largest file a workspace takes. SQLite would take more; a backup that fits on a stick matters more.
pub const LARGEST_BLOB_BYTES: u64 = 512 * 1024 * 1024;

/// Bytes that are in the workspace.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct BlobRef {
    /// SHA-256 of the bytes, 64 hexadecimal digits.
    pub sha256: String,
    /// Their number.
    pub size_bytes: u64,
}

pub(crate) fn keep_bytes(connection: &Connection, bytes: &[u8], media_type: &str) -> Result<BlobRef, BookError> {
    let mut blob = BlobWriter::begin(connection, media_type)?;
    blob.add(bytes)?;
    blob.finish()
}

pub(crate) fn keep_file(connection: &Connection, path: &Path, media_type: &str) -> Result<BlobRef, BookError> {
    KeptFile::open(connection, path, media_type)?.finish()
}
