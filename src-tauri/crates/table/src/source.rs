use std::{
    cell::Cell,
    io::{self, Read, Seek, SeekFrom},
    ops::ControlFlow,
    rc::Rc,
};

use crate::{
    error::{TableError, read_failed},
    limits::{LARGEST_FILE_BYTES, PROGRESS_BYTES},
};

/// Where the bytes of a file come from: an open file, or a blob in memory.
pub trait Source: Read + Seek {}
impl<S: Read + Seek + ?Sized> Source for S {}

/// How many bytes the source has; it stands at its beginning afterwards.
pub(crate) fn measured(source: &mut dyn Source) -> Result<u64, TableError> {
    let size = source.seek(SeekFrom::End(0)).map_err(read_failed)?;
    source.seek(SeekFrom::Start(0)).map_err(read_failed)?;
    match size {
        0 => Err(TableError::Empty),
        _ if size > LARGEST_FILE_BYTES => Err(TableError::TooLarge { size_bytes: size }),
        _ => Ok(size),
    }
}

/// Whether a person has stopped the reading; shared with whoever has to tell this from a broken file.
pub(crate) type Stopped = Rc<Cell<bool>>;

/// A source that says about every MB how far it is, and stops when it is told so.
///
/// A workbook is read by a library that knows nothing of progress, so the source itself says it.
pub(crate) struct Watched<'a> {
    source: &'a mut dyn Source,
    progress: &'a mut dyn FnMut(u64) -> ControlFlow<()>,
    read_bytes: u64,
    said_bytes: u64,
    stopped: Stopped,
}

impl<'a> Watched<'a> {
    pub(crate) fn new(
        source: &'a mut dyn Source,
        progress: &'a mut dyn FnMut(u64) -> ControlFlow<()>,
        stopped: Stopped,
    ) -> Self {
        Self { source, progress, read_bytes: 0, said_bytes: 0, stopped }
    }
}

impl Read for Watched<'_> {
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        if self.stopped.get() {
            return Err(io::Error::other("stopped"));
        }
        let got = self.source.read(into)?;
        self.read_bytes += got as u64;
        if self.read_bytes - self.said_bytes >= PROGRESS_BYTES {
            self.said_bytes = self.read_bytes;
            if (self.progress)(self.read_bytes).is_break() {
                self.stopped.set(true);
                return Err(io::Error::other("stopped"));
            }
        }
        Ok(got)
    }
}

impl Seek for Watched<'_> {
    fn seek(&mut self, to: SeekFrom) -> io::Result<u64> {
        self.source.seek(to)
    }
}
