//! What a workbook's archive unpacks to, added up before anything is kept in memory.
//!
//! The sizes that an archive declares may lie. The library that unpacks it stops a part that grows beyond its declared
//! size, so a lie ends there, and what is declared is what can come.

use std::{
    borrow::Cow,
    cell::Cell,
    io::{self, BufReader, Read, Seek, SeekFrom},
    rc::Rc,
};

use memchr::memmem;
use zip::{ZipArchive, read::ZipFile, result::ZipError};

use crate::{
    error::TableError,
    limits::{LARGEST_SHARED_TEXTS_BYTES, LARGEST_SMALL_PART_BYTES, LARGEST_UNPACKED_BYTES, MOST_PARTS},
    source::{Stopped, Watched},
};

/// A part that unpacks to this much is worth a look at how much it was packed.
const LARGE_BYTES: u64 = 100 << 20;
/// No sheet packs its rows better than this.
const BEST_RATIO: u64 = 400;

/// How much is read to find out which parts there are. A workbook has some dozens of them.
const LARGEST_DIRECTORY_BYTES: u64 = 8 << 20;

/// A source of which only so many bytes are read, so that a list of parts without end is not kept in memory.
struct Rationed<S> {
    source: S,
    left: Rc<Cell<u64>>,
}

impl<S: Read> Read for Rationed<S> {
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        let got = self.source.read(into)?;
        let left = self.left.get().saturating_sub(got as u64);
        self.left.set(left);
        if left == 0 { Err(io::Error::other("too much is read")) } else { Ok(got) }
    }
}

impl<S: Seek> Seek for Rationed<S> {
    fn seek(&mut self, to: SeekFrom) -> io::Result<u64> {
        self.source.seek(to)
    }
}

/// Refuses an archive that is no workbook, that is locked, or that unpacks to far more than a workbook has.
pub(crate) fn checked(source: Watched<'_>, stopped: &Stopped) -> Result<(), TableError> {
    let ration = Rc::new(Cell::new(LARGEST_DIRECTORY_BYTES));
    let rationed = Rationed { source, left: Rc::clone(&ration) };
    let mut archive = match ZipArchive::new(BufReader::new(rationed)) {
        Err(_) if ration.get() == 0 && !stopped.get() => {
            return Err(TableError::bomb("the list of its parts alone is too long"));
        }
        archive => archive.map_err(|error| refused(&error, stopped))?,
    };
    ration.set(u64::MAX);
    if archive.len() > MOST_PARTS {
        return Err(TableError::bomb(format!("it has {} parts", archive.len())));
    }
    is_workbook(&archive)?;
    let mut in_all = 0_u64;
    for position in 0..archive.len() {
        let part = archive.by_index_data(position).map_err(|error| refused(&error, stopped))?;
        let name = part.name().map(Cow::into_owned).unwrap_or_default();
        let (bytes, packed) = (part.size(), part.compressed_size());
        in_all = in_all.saturating_add(bytes);
        sized(&name, bytes, packed, in_all)?;
        if is_shared_texts(&name) {
            let part = archive.by_index(position).map_err(|error| refused(&error, stopped))?;
            announced(&name, part, stopped)?;
        }
    }
    Ok(())
}

/// Refuses a part that is larger than any workbook has, alone or together with those before it.
fn sized(name: &str, bytes: u64, packed: u64, in_all: u64) -> Result<(), TableError> {
    let limit = if is_shared_texts(name) {
        LARGEST_SHARED_TEXTS_BYTES
    } else if is_held(name) {
        LARGEST_SMALL_PART_BYTES
    } else {
        LARGEST_UNPACKED_BYTES
    };
    let megabytes = |bytes: u64| bytes >> 20;
    if bytes > limit {
        return Err(TableError::bomb(format!(
            "“{name}” has {} MB, and {} MB are read",
            megabytes(bytes),
            megabytes(limit)
        )));
    }
    if bytes > LARGE_BYTES && bytes / packed.max(1) > BEST_RATIO {
        return Err(TableError::bomb(format!("{packed} bytes of “{name}” become {} MB", megabytes(bytes))));
    }
    if in_all > LARGEST_UNPACKED_BYTES {
        return Err(TableError::bomb(format!(
            "its parts have {} MB or more, and {} MB are read",
            megabytes(in_all),
            megabytes(LARGEST_UNPACKED_BYTES)
        )));
    }
    Ok(())
}

fn is_shared_texts(name: &str) -> bool {
    name.to_lowercase().ends_with("sharedstrings.xml")
}

/// Whether the library holds the part in memory as a whole; sheets it reads cell by cell, and the others not at all.
fn is_held(name: &str) -> bool {
    let name = name.to_lowercase();
    [".rels", "workbook.xml", "styles.xml", "theme1.xml"].iter().any(|end| name.ends_with(end))
}

fn is_workbook<S: Read + Seek>(archive: &ZipArchive<S>) -> Result<(), TableError> {
    let mut names: Vec<String> = archive.file_names().filter_map(Result::ok).map(|name| name.to_lowercase()).collect();
    names.sort_unstable();
    let has = |name: &str| names.iter().any(|seen| seen.replace('\\', "/") == name);
    if has("xl/workbook.bin") {
        return Err(TableError::OtherWorkbook { what: "a binary Excel workbook (.xlsb)" });
    }
    if has("mimetype") && has("content.xml") {
        return Err(TableError::OtherWorkbook { what: "an OpenDocument file (.ods)" });
    }
    if has("word/document.xml") || has("ppt/presentation.xml") {
        return Err(TableError::not_a_table("it is a document or a presentation"));
    }
    if !has("[content_types].xml") && !has("_rels/.rels") {
        return Err(TableError::not_a_table("it is a ZIP archive; unpack it first"));
    }
    Ok(())
}

/// Refuses shared texts that announce more of them than there are: the library makes room for as many at once.
fn announced<S: Read + Seek>(name: &str, mut part: ZipFile<'_, S>, stopped: &Stopped) -> Result<(), TableError> {
    let mut chunk = vec![0; 64 << 10];
    let mut bytes = 0;
    let mut announced = Announced::default();
    loop {
        let got = part.read(&mut chunk).map_err(|error| refused(&ZipError::Io(error), stopped))?;
        if got == 0 {
            break;
        }
        bytes += got as u64;
        announced.look(&chunk[..got]);
    }
    // A text takes at least the bytes of an empty element.
    if announced.most > bytes / 4 {
        return Err(TableError::bomb(format!("“{name}” announces {} texts and has fewer", announced.most)));
    }
    Ok(())
}

/// How many shared texts the part says it has, wherever in it that is said.
#[derive(Default)]
struct Announced {
    most: u64,
    tail: Vec<u8>,
}

const COUNT: &[u8] = b"uniqueCount";

impl Announced {
    fn look(&mut self, chunk: &[u8]) {
        // The word may lie across two chunks, so the end of the last one is looked at again with the next.
        let mut seen = std::mem::take(&mut self.tail);
        seen.extend_from_slice(&chunk[..chunk.len().min(256)]);
        self.find(&seen);
        self.find(chunk);
        self.tail = chunk[chunk.len().saturating_sub(128)..].to_vec();
    }

    fn find(&mut self, bytes: &[u8]) {
        for at in memmem::find_iter(bytes, COUNT) {
            let digits = bytes[at + COUNT.len()..].iter().skip_while(|byte| !byte.is_ascii_digit()).take(20);
            let number = digits.take_while(|byte| byte.is_ascii_digit());
            let number =
                number.fold(0_u64, |sum, digit| sum.saturating_mul(10).saturating_add(u64::from(digit - b'0')));
            self.most = self.most.max(number);
        }
    }
}

fn refused(error: &ZipError, stopped: &Stopped) -> TableError {
    if stopped.get() {
        return TableError::Cancelled;
    }
    match error {
        ZipError::UnsupportedArchive(why) if *why == ZipError::PASSWORD_REQUIRED => TableError::Password,
        error => TableError::Unreadable { after_row: 0, why: error.to_string() },
    }
}
