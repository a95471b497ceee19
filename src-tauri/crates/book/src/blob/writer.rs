use std::{
    io::{self, Write},
    sync::Arc,
};

use ground::Fault;
use rusqlite::{Connection, OptionalExtension, params};
use sha2::{Digest, Sha256};

use super::{
    BlobRef, LARGEST_BLOB_BYTES,
    packers::{Packed, Packers},
    packing::{PART_BYTES, Packer, RAW, ZSTD},
};
use crate::{BookError, error::fault, index::hex};

/// Bytes on their way into the workspace, part by part, while the act goes on.
///
/// ```text
/// let mut blob = writing.begin_blob("text/csv")?;
/// while let Some(chunk) = next_chunk()? {
///     blob.add(chunk)?;            // hashed and packed in the background
///     parser.read(chunk)?;         // meanwhile
///     if stopped() { return Err(BookError::Cancelled { what: "Bringing the file in" }.into()); }
/// }
/// let kept = blob.finish()?;
/// ```
///
/// Whoever hands the bytes in knows how far they are and may stop at any time: dropped before
/// [`finish`](Self::finish), the writer takes back all it has written, even when the act itself goes on.
/// Some twenty mebibytes are in memory at most.
///
/// It can also be written to as [`Write`]; what goes wrong there is told again, in full, by `finish`.
pub struct BlobWriter<'a> {
    connection: &'a Connection,
    media_type: String,
    number: i64,
    /// The part that is being filled.
    filling: Vec<u8>,
    work: Work,
    parts: i64,
    size_bytes: u64,
    /// Set by the first failure: what follows it must not be kept as if it were whole.
    stopped: bool,
    failure: Option<BookError>,
    finished: bool,
}

impl std::fmt::Debug for BlobWriter<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("BlobWriter").field("size_bytes", &self.size_bytes).finish_non_exhaustive()
    }
}

/// Who hashes and packs: small files are not worth a thread.
enum Work {
    Here { hasher: Sha256, packer: Packer },
    Threads(Packers),
}

impl<'a> BlobWriter<'a> {
    pub(crate) fn begin(connection: &'a Connection, media_type: &str) -> Result<Self, BookError> {
        let number = connection
            .query_row(
                "SELECT 1 + max((SELECT ifnull(max(number), 0) FROM blob), (SELECT ifnull(max(blob), 0) FROM blob_part))",
                [],
                |row| row.get(0),
            )
            .map_err(fault)?;
        // Taken back as if it had never been: parts that were deleted again would leave the file larger.
        connection.execute_batch("SAVEPOINT blob").map_err(fault)?;
        Ok(Self {
            connection,
            media_type: media_type.to_owned(),
            number,
            filling: Vec::new(),
            work: Work::Here { hasher: Sha256::new(), packer: Packer::of(media_type) },
            parts: 0,
            size_bytes: 0,
            stopped: false,
            failure: None,
            finished: false,
        })
    }

    /// How many bytes were added so far.
    #[must_use]
    pub fn size_bytes(&self) -> u64 {
        self.size_bytes
    }

    /// Whether something went wrong already.
    pub(super) fn has_failed(&self) -> bool {
        self.stopped
    }

    /// Adds bytes to those that are there.
    ///
    /// # Errors
    /// Refuses more than [`LARGEST_BLOB_BYTES`] in all; a fault where the disk is full. Nothing is kept then.
    pub fn add(&mut self, bytes: &[u8]) -> Result<(), BookError> {
        if self.stopped {
            return Err(BookError::Fault(Fault::bug("a file was written on after that had failed")));
        }
        let added = self.try_add(bytes);
        self.stopped = added.is_err();
        added
    }

    fn try_add(&mut self, mut bytes: &[u8]) -> Result<(), BookError> {
        let size_bytes = self.size_bytes + bytes.len() as u64;
        if size_bytes > LARGEST_BLOB_BYTES {
            return Err(BookError::BlobTooLarge { size_bytes, largest_bytes: LARGEST_BLOB_BYTES });
        }
        while !bytes.is_empty() {
            // A full part waits for the next byte, so that a file of one part needs no thread.
            if self.filling.len() == PART_BYTES {
                let part = std::mem::replace(&mut self.filling, Vec::with_capacity(PART_BYTES));
                self.hand_in(part)?;
            }
            let (now, later) = bytes.split_at(bytes.len().min(PART_BYTES - self.filling.len()));
            self.filling.extend_from_slice(now);
            bytes = later;
        }
        self.size_bytes = size_bytes;
        Ok(())
    }

    fn hand_in(&mut self, part: Vec<u8>) -> Result<(), BookError> {
        if self.parts == 0
            && matches!(self.work, Work::Here { .. })
            && let Ok(packers) = Packers::start(&self.media_type)
        {
            self.work = Work::Threads(packers);
        }
        let packers = match &mut self.work {
            Work::Here { hasher, packer } => {
                hasher.update(&part);
                let packed = packer.pack(&part);
                return self.write(&Packed { raw: Arc::new(part), packed });
            }
            Work::Threads(packers) => packers,
        };
        let mut ready = Vec::new();
        if packers.are_busy() {
            ready.extend(packers.take()?);
        }
        packers.hand_in(Arc::new(part))?;
        while let Some(packed) = packers.take_ready() {
            ready.push(packed);
        }
        ready.iter().try_for_each(|packed| self.write(packed))
    }

    fn write(&mut self, part: &Packed) -> Result<(), BookError> {
        let (packing, bytes) = match &part.packed {
            Some(packed) => (ZSTD, packed.as_slice()),
            None => (RAW, part.raw.as_slice()),
        };
        self.connection
            .prepare_cached("INSERT INTO blob_part (blob, part, packing, bytes) VALUES (?1, ?2, ?3, ?4)")
            .and_then(|mut it| it.execute(params![self.number, self.parts, packing, bytes]))
            .map_err(fault)?;
        self.parts += 1;
        Ok(())
    }

    /// Keeps the bytes. Bytes that the workspace has already are not kept twice.
    ///
    /// # Errors
    /// What went wrong earlier while it was written to as [`Write`], or the database failing. Nothing is kept then.
    pub fn finish(mut self) -> Result<BlobRef, BookError> {
        if let Some(failure) = self.failure.take() {
            return Err(failure);
        }
        if self.stopped {
            return Err(BookError::Fault(Fault::bug("a file was to be kept after that had failed")));
        }
        let last = std::mem::take(&mut self.filling);
        let digest = self.write_last(last)?;
        let blob = BlobRef { sha256: hex(&digest), size_bytes: self.size_bytes };
        if !has(self.connection, &blob.sha256)? {
            self.connection
                .execute(
                    "INSERT INTO blob (number, sha256, media_type, size_bytes) VALUES (?1, ?2, ?3, ?4)",
                    params![
                        self.number,
                        blob.sha256,
                        self.media_type,
                        i64::try_from(blob.size_bytes).map_err(Fault::bug)?
                    ],
                )
                .and_then(|_| self.connection.execute_batch("RELEASE blob"))
                .map_err(fault)?;
            self.finished = true;
        }
        Ok(blob)
    }

    /// Writes what is left and answers the hash of all.
    fn write_last(&mut self, last: Vec<u8>) -> Result<[u8; 32], BookError> {
        if let Work::Here { hasher, packer } = &mut self.work {
            hasher.update(&last);
            let digest: [u8; 32] = std::mem::take(hasher).finalize().into();
            if !last.is_empty() && !has(self.connection, &hex(&digest))? {
                let packed = packer.pack(&last);
                self.write(&Packed { raw: Arc::new(last), packed })?;
            }
            return Ok(digest);
        }
        if !last.is_empty() {
            self.hand_in(last)?;
        }
        while let Work::Threads(packers) = &mut self.work
            && let Some(packed) = packers.take()?
        {
            self.write(&packed)?;
        }
        let here = Work::Here { hasher: Sha256::new(), packer: Packer::of(&self.media_type) };
        match std::mem::replace(&mut self.work, here) {
            Work::Threads(packers) => Ok(packers.finish()?),
            Work::Here { .. } => Err(BookError::Fault(Fault::bug("nobody hashed the file"))),
        }
    }
}

impl Write for BlobWriter<'_> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.add(bytes).map_err(|error| {
            let told = io::Error::other(error.to_string());
            self.failure.get_or_insert(error);
            told
        })?;
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

impl Drop for BlobWriter<'_> {
    fn drop(&mut self) {
        if !self.finished {
            // Where even this fails the whole act has been taken back already.
            let _ = self.connection.execute_batch("ROLLBACK TO blob; RELEASE blob");
        }
    }
}

fn has(connection: &Connection, sha256: &str) -> Result<bool, BookError> {
    let found: Option<i64> = connection
        .query_row("SELECT number FROM blob WHERE sha256 = ?1", [sha256], |row| row.get(0))
        .optional()
        .map_err(fault)?;
    Ok(found.is_some())
}
