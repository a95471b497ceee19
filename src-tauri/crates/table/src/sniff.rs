//! What kind of file it is, told from its bytes and not from its name.

use std::io::SeekFrom;

use memchr::memmem;

use crate::{
    error::{TableError, read_failed},
    source::Source,
    text::read_fully,
};

/// What the bytes may hold.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Kind {
    Text,
    /// A ZIP archive, which an XLSX workbook is.
    Zip,
}

const OLE: &[u8] = b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1";

/// What other files begin with, and what they are.
const OTHERS: &[(&[u8], &str)] = &[
    (b"%PDF", "it is a PDF"),
    (b"\x89PNG", "it is a picture"),
    (b"\xFF\xD8\xFF", "it is a picture"),
    (b"GIF8", "it is a picture"),
    (b"RIFF", "it is a picture or a sound"),
    (b"\x1F\x8B", "it is compressed with gzip; unpack it first"),
    (b"7z\xBC\xAF\x27\x1C", "it is a 7z archive; unpack it first"),
    (b"Rar!", "it is a RAR archive; unpack it first"),
    (b"BZh", "it is compressed with bzip2; unpack it first"),
    (b"\xFD7zXZ\0", "it is compressed with xz; unpack it first"),
    (b"\x28\xB5\x2F\xFD", "it is compressed with Zstandard; unpack it first"),
    (b"SQLite format 3\0", "it is a database"),
    (b"MZ", "it is a program"),
    (b"\x7FELF", "it is a program"),
    (b"PAR1", "it is a Parquet file"),
    (b"{\\rtf", "it is a document (RTF)"),
];

/// The kind of the file, or the refusal that names what it is instead.
pub(crate) fn kind_of(beginning: &[u8], source: &mut dyn Source) -> Result<Kind, TableError> {
    if beginning.starts_with(b"PK\x03\x04") || beginning.starts_with(b"PK\x05\x06") {
        return Ok(Kind::Zip);
    }
    if beginning.starts_with(OLE) {
        return Err(ole(source)?);
    }
    // "MZ" and "BZh" may begin a name, so only those with letters that no text has are taken at their word.
    if let Some((begins, what)) = OTHERS.iter().find(|(begins, _)| beginning.starts_with(begins))
        && (begins.len() > 3 || beginning.iter().take(512).any(|byte| *byte < 9))
    {
        return Err(TableError::not_a_table(*what));
    }
    if let Some(what) = markup(beginning) {
        return Err(TableError::not_a_table(what));
    }
    Ok(Kind::Text)
}

/// HTML, XML and JSON are text, but no tables; some tools call an HTML page `.xls`.
fn markup(beginning: &[u8]) -> Option<&'static str> {
    let beginning = beginning.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(beginning).trim_ascii_start();
    let head = beginning[..beginning.len().min(64)].to_ascii_lowercase();
    let begins = |with: &str| head.starts_with(with.as_bytes());
    if begins("<!doctype html") || begins("<html") || begins("<table") || begins("<meta") || begins("<head") {
        return Some("it is a web page, whatever its name says");
    }
    if begins("<?xml") || begins("<workbook") {
        return Some("it is XML");
    }
    let mut letters = head.iter().filter(|byte| !byte.is_ascii_whitespace());
    match (letters.next(), letters.next()) {
        (Some(b'{'), Some(b'"' | b'}')) | (Some(b'['), Some(b'{' | b']')) => Some("it is JSON"),
        _ => None,
    }
}

/// An OLE file: a locked workbook, a workbook of the years before 2007, or something else of that time.
fn ole(source: &mut dyn Source) -> Result<TableError, TableError> {
    let locked = utf16("EncryptedPackage");
    let old = [utf16("Workbook"), utf16("Book")];
    source.seek(SeekFrom::Start(0)).map_err(read_failed)?;
    let mut chunk = vec![0; 1 << 20];
    let mut kept = 0;
    let mut is_old = false;
    loop {
        let got = read_fully(source, &mut chunk[kept..])?;
        let seen = &chunk[..kept + got];
        if memmem::find(seen, &locked).is_some() {
            return Ok(TableError::Password);
        }
        is_old |= old.iter().any(|name| memmem::find(seen, name).is_some());
        if got == 0 {
            break;
        }
        // A name may lie across two chunks.
        let tail = seen.len().min(locked.len());
        let from = seen.len() - tail;
        chunk.copy_within(from..from + tail, 0);
        kept = tail;
    }
    Ok(if is_old {
        TableError::OtherWorkbook { what: "a workbook in the old Excel format (.xls)" }
    } else {
        TableError::not_a_table("it is a document in an old Office format")
    })
}

fn utf16(text: &str) -> Vec<u8> {
    text.encode_utf16().flat_map(u16::to_le_bytes).collect()
}

/// Whether decoded text holds letters that no export writes.
pub(crate) fn is_binary(text: &[u8]) -> bool {
    let beginning = &text[..text.len().min(64 << 10)];
    let odd = beginning.iter().filter(|byte| matches!(byte, 0..=8 | 14..=25 | 27..=31)).count();
    beginning.contains(&0) || odd * 50 > beginning.len()
}
