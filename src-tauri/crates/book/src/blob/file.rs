use std::{
    fs::{File, Metadata},
    io::{self, Read, Seek, SeekFrom, Write},
    path::{Path, PathBuf},
};

use rusqlite::Connection;

use super::{BlobRef, BlobWriter, LARGEST_BLOB_BYTES, packing::PART_BYTES};
use crate::BookError;

/// A file that is kept while somebody else reads it: what the reader reads goes into the workspace in the same stroke.
///
/// ```text
/// let mut file = writing.open_and_keep(path, "text/csv")?;
/// let read = table::read(&mut file, …, &mut |bytes| progress(bytes, file_size_bytes))?;
/// let kept = file.finish()?;
/// ```
///
/// Every byte of the file is kept once and in order, whatever way the reader takes through it: where it jumps ahead,
/// what it jumped over is read and kept first; where it goes back, nothing is kept twice. What it leaves unread,
/// [`finish`](Self::finish) reads. Hashing and packing go on in the background meanwhile.
///
/// Whoever reads knows how far they are and may stop at any time: dropped before `finish`, nothing of the file is kept,
/// even when the act itself goes on.
#[derive(Debug)]
pub struct KeptFile<'a> {
    path: PathBuf,
    file: File,
    before: Metadata,
    blob: BlobWriter<'a>,
    /// Where the reader stands.
    position: u64,
    /// Where the file stands.
    file_position: u64,
}

impl<'a> KeptFile<'a> {
    pub(crate) fn open(connection: &'a Connection, path: &Path, media_type: &str) -> Result<Self, BookError> {
        let file = File::open(path).map_err(|error| unreadable(path, error))?;
        let before = file.metadata().map_err(|error| unreadable(path, error))?;
        if !before.is_file() {
            return Err(unreadable(path, "it is not a file"));
        }
        if before.len() > LARGEST_BLOB_BYTES {
            return Err(BookError::BlobTooLarge { size_bytes: before.len(), largest_bytes: LARGEST_BLOB_BYTES });
        }
        let blob = BlobWriter::begin(connection, media_type)?;
        Ok(Self { path: path.to_owned(), file, before, blob, position: 0, file_position: 0 })
    }

    /// How many bytes the file has.
    #[must_use]
    pub fn file_size_bytes(&self) -> u64 {
        self.before.len()
    }

    /// How many of them are kept so far.
    #[must_use]
    pub fn kept_bytes(&self) -> u64 {
        self.blob.size_bytes()
    }

    /// Reads what the reader left unread and keeps the whole. The same bytes are kept once.
    ///
    /// # Errors
    /// What went wrong already while the reader read, such as a full disk: it got a mere I/O error then. Refuses a file
    /// that can't be read or that changed meanwhile. Nothing is kept then.
    pub fn finish(mut self) -> Result<BlobRef, BookError> {
        if self.blob.has_failed() {
            return self.blob.finish();
        }
        if let Err(error) = self.keep_until(u64::MAX) {
            return if self.blob.has_failed() { self.blob.finish() } else { Err(unreadable(&self.path, error)) };
        }
        let after = self.file.metadata().map_err(|error| unreadable(&self.path, error))?;
        // Half of the one state and half of the other would be bytes that never were a file.
        if after.len() != self.before.len() || after.modified().ok() != self.before.modified().ok() {
            return Err(unreadable(&self.path, "it changed while it was being read"));
        }
        self.blob.finish()
    }

    /// Goes on keeping until so many bytes are kept or the file ends.
    fn keep_until(&mut self, end: u64) -> io::Result<()> {
        let most = usize::try_from(self.before.len()).unwrap_or(PART_BYTES).clamp(4096, PART_BYTES);
        let mut chunk = vec![0; most];
        while self.blob.size_bytes() < end {
            let kept = self.blob.size_bytes();
            self.go_to(kept)?;
            let wanted = usize::try_from(end - kept).unwrap_or(most).min(most);
            let read = self.read_on(&mut chunk[..wanted])?;
            if read == 0 {
                break;
            }
            self.blob.write_all(&chunk[..read])?;
        }
        Ok(())
    }

    fn go_to(&mut self, position: u64) -> io::Result<()> {
        if self.file_position != position {
            self.file.seek(SeekFrom::Start(position))?;
            self.file_position = position;
        }
        Ok(())
    }

    fn read_on(&mut self, into: &mut [u8]) -> io::Result<usize> {
        loop {
            match self.file.read(into) {
                Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
                Err(error) => return Err(error),
                Ok(read) => {
                    self.file_position += read as u64;
                    return Ok(read);
                }
            }
        }
    }
}

impl Read for KeptFile<'_> {
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        if self.position > self.blob.size_bytes() {
            self.keep_until(self.position)?;
            if self.position > self.blob.size_bytes() {
                return Ok(0);
            }
        }
        self.go_to(self.position)?;
        let read = self.read_on(into)?;
        let known = self.blob.size_bytes() - self.position;
        if let Ok(known) = usize::try_from(known)
            && known < read
        {
            self.blob.write_all(&into[known..read])?;
        }
        self.position += read as u64;
        Ok(read)
    }
}

impl Seek for KeptFile<'_> {
    fn seek(&mut self, to: SeekFrom) -> io::Result<u64> {
        let (base, offset) = match to {
            SeekFrom::Start(position) => (position, 0),
            SeekFrom::Current(offset) => (self.position, offset),
            SeekFrom::End(offset) => (self.before.len(), offset),
        };
        self.position = base.checked_add_signed(offset).ok_or_else(before_the_start)?;
        Ok(self.position)
    }
}

fn unreadable(path: &Path, reason: impl ToString) -> BookError {
    BookError::Unreadable { path: path.to_owned(), reason: reason.to_string() }
}

pub(super) fn before_the_start() -> io::Error {
    io::Error::new(io::ErrorKind::InvalidInput, "there is nothing before the first byte")
}
