use std::io::{self, BufRead, Read, Seek, SeekFrom};

use ground::Fault;
use rusqlite::{Connection, OptionalExtension, params};
use sha2::{Digest, Sha256};

use super::{
    LARGEST_BLOB_BYTES,
    file::before_the_start,
    packing::PART_BYTES,
    unpacking::{Ahead, KeptPart, Unpacking, damaged},
};
use crate::{Book, BookError, Reading, error::fault, index::hex};

/// The row of a blob, which its parts belong to.
pub(crate) struct BlobRow {
    pub(crate) number: i64,
    pub(crate) sha256: String,
    pub(crate) size_bytes: i64,
}

impl BlobRow {
    /// How many parts bytes of that number have.
    pub(crate) fn parts(&self) -> u64 {
        u64::try_from(self.size_bytes).unwrap_or(0).div_ceil(PART_BYTES as u64)
    }
}

/// The rows of all blobs, in the order they were kept.
pub(crate) fn blob_rows(connection: &Connection) -> Result<Vec<BlobRow>, Fault> {
    connection
        .prepare("SELECT number, sha256, size_bytes FROM blob ORDER BY number")
        .and_then(|mut it| it.query_map([], blob_row).and_then(Iterator::collect))
        .map_err(fault)
}

fn blob_row(row: &rusqlite::Row<'_>) -> rusqlite::Result<BlobRow> {
    Ok(BlobRow { number: row.get(0)?, sha256: row.get(1)?, size_bytes: row.get(2)? })
}

/// How many parts are unpacked before they are asked for.
const PARTS_AHEAD: u64 = 3;

/// Bytes that are in the workspace, read as a stream. A handful of parts of a mebibyte are in memory at a time; where
/// a reader takes them one after the other, the next ones are unpacked in the background meanwhile.
///
/// A part that is damaged or not there is an I/O error, whose inner error is a [`Fault`]. Bytes that are read from the
/// first to the last are also proven against their hash: where they don't match it, the last part is not given out.
/// A reader that jumps about proves only the length of each part it comes to; [`Book::check`] proves the whole.
pub struct BlobReader<'a> {
    connection: &'a Connection,
    number: i64,
    size_bytes: u64,
    position: u64,
    /// The part that is in memory, and its number.
    part: Vec<u8>,
    part_number: Option<u64>,
    work: Work,
}

/// Who unpacks.
enum Work {
    Here(Box<Unpacking>),
    Ahead(Ahead),
    /// Only while it passes from the one to the other, or after a thread was lost.
    Nobody,
}

impl std::fmt::Debug for BlobReader<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("BlobReader")
            .field("size_bytes", &self.size_bytes)
            .field("position", &self.position)
            .finish_non_exhaustive()
    }
}

impl<'a> BlobReader<'a> {
    pub(crate) fn open(connection: &'a Connection, sha256: &str) -> Result<Self, BookError> {
        let row = connection
            .query_row("SELECT number, sha256, size_bytes FROM blob WHERE sha256 = ?1", [sha256], blob_row)
            .optional()
            .map_err(fault)?
            .ok_or_else(|| BookError::NoBlob { sha256: sha256.to_owned() })?;
        Ok(Self::over(connection, row)?)
    }

    pub(crate) fn over(connection: &'a Connection, row: BlobRow) -> Result<Self, Fault> {
        let size_bytes = u64::try_from(row.size_bytes).ok().filter(|size| *size <= LARGEST_BLOB_BYTES);
        // No part would prove a blob of no bytes.
        let size_bytes = size_bytes.filter(|size| *size > 0 || hex(&Sha256::digest([])) == row.sha256);
        let size_bytes = size_bytes.ok_or_else(|| damaged(&row.sha256))?;
        Ok(Self {
            connection,
            number: row.number,
            size_bytes,
            position: 0,
            part: Vec::new(),
            part_number: None,
            work: Work::Here(Box::new(Unpacking::new(row.sha256, size_bytes))),
        })
    }

    /// The number of the bytes.
    #[must_use]
    pub fn size_bytes(&self) -> u64 {
        self.size_bytes
    }

    /// The rest of the part in which the reader stands; empty at the end.
    fn rest_of_part(&mut self) -> Result<&[u8], Fault> {
        if self.position >= self.size_bytes {
            return Ok(&[]);
        }
        let number = self.position / PART_BYTES as u64;
        if self.part_number != Some(number) {
            let before = self.part_number.take();
            self.load(number, before)?;
            self.part_number = Some(number);
        }
        let within = usize::try_from(self.position % PART_BYTES as u64).map_err(Fault::bug)?;
        Ok(&self.part[within..])
    }

    fn load(&mut self, number: u64, before: Option<u64>) -> Result<(), Fault> {
        let parts = self.size_bytes.div_ceil(PART_BYTES as u64);
        self.work = match std::mem::replace(&mut self.work, Work::Nobody) {
            Work::Ahead(ahead) if ahead.coming != number => Work::Here(ahead.stop()?),
            Work::Here(unpacking) if before.is_some_and(|before| before + 1 == number) && parts - number > 2 => {
                Ahead::start(unpacking, number).map_or_else(Work::Here, Work::Ahead)
            }
            other => other,
        };
        match &mut self.work {
            Work::Here(unpacking) => unpacking.unpack(&fetch(self.connection, self.number, number)?, &mut self.part),
            Work::Ahead(ahead) => {
                while ahead.wanted < parts.min(number + PARTS_AHEAD) {
                    match fetch(self.connection, self.number, ahead.wanted) {
                        Ok(kept) => ahead.hand_in(kept)?,
                        // Told when it is that part's turn.
                        Err(_) if ahead.wanted > number => break,
                        Err(broken) => return Err(broken),
                    }
                }
                self.part = ahead.take()?;
                Ok(())
            }
            Work::Nobody => Err(Fault::bug("a file is read on after its thread was lost")),
        }
    }
}

fn fetch(connection: &Connection, blob: i64, number: u64) -> Result<KeptPart, Fault> {
    // A part is never longer packed than raw; one that is gets passed over before it is in memory.
    let found = connection
        .prepare_cached(
            "SELECT packing, CASE WHEN length(bytes) <= ?3 THEN bytes END FROM blob_part WHERE blob = ?1 AND part = ?2",
        )
        .and_then(|mut it| {
            let values = params![blob, i64::try_from(number).unwrap_or(i64::MAX), PART_BYTES as i64];
            it.query_row(values, |row| Ok((row.get(0)?, row.get(1)?))).optional()
        })
        .map_err(fault)?;
    let (packing, bytes) = found.unwrap_or((0, None));
    Ok(KeptPart { number, packing, bytes })
}

impl BufRead for BlobReader<'_> {
    fn fill_buf(&mut self) -> io::Result<&[u8]> {
        self.rest_of_part().map_err(io::Error::other)
    }

    fn consume(&mut self, amount: usize) {
        self.position += amount as u64;
    }
}

impl Read for BlobReader<'_> {
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        let rest = self.fill_buf()?;
        let read = rest.len().min(into.len());
        into[..read].copy_from_slice(&rest[..read]);
        self.consume(read);
        Ok(read)
    }
}

impl Seek for BlobReader<'_> {
    fn seek(&mut self, to: SeekFrom) -> io::Result<u64> {
        let (base, offset) = match to {
            SeekFrom::Start(position) => (position, 0),
            SeekFrom::Current(offset) => (self.position, offset),
            SeekFrom::End(offset) => (self.size_bytes, offset),
        };
        self.position = base.checked_add_signed(offset).ok_or_else(before_the_start)?;
        Ok(self.position)
    }
}

impl<'a> Reading<'a> {
    /// The bytes of that hash as a stream.
    ///
    /// # Errors
    /// Refuses a hash the workspace does not have.
    pub fn blob_reader(&self, sha256: &str) -> Result<BlobReader<'a>, BookError> {
        BlobReader::open(self.connection, sha256)
    }
}

impl Book {
    /// The bytes of that hash as a stream.
    ///
    /// # Errors
    /// Refuses a hash the workspace does not have.
    pub fn blob_reader(&self, sha256: &str) -> Result<BlobReader<'_>, BookError> {
        self.reading().blob_reader(sha256)
    }

    /// The bytes of that hash, proven against it, all at once. For large ones there is [`Book::blob_reader`].
    ///
    /// # Errors
    /// Refuses a hash the workspace does not have; a fault where the bytes no longer match it.
    pub fn blob(&self, sha256: &str) -> Result<Vec<u8>, BookError> {
        let mut reader = self.blob_reader(sha256)?;
        let mut bytes = Vec::new();
        loop {
            let rest = reader.rest_of_part()?;
            if rest.is_empty() {
                break;
            }
            bytes.extend_from_slice(rest);
            let read = rest.len();
            reader.consume(read);
        }
        Ok(bytes)
    }
}
