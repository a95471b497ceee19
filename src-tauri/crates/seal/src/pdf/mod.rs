//! Reading a PDF that may have been made to mislead.

mod fields;
mod pages;
mod sections;
mod words;

use std::panic::{AssertUnwindSafe, catch_unwind};

use lopdf::{Document, LoadOptions};

use crate::error::SealError;

pub(crate) use fields::{SignatureField, certification_level, is_signature_field, signature_fields};
pub(crate) use pages::pages;
pub(crate) use sections::{last_section, object_stands_at};

use sections::sections;
pub(crate) use words::{date, moment, text, words};

/// The largest PDF that is read, in bytes. A report with hundreds of photographs stays well below.
pub(crate) const LARGEST_PDF_BYTES: usize = 256 * 1024 * 1024;
/// The most that one compressed stream may unfold to while the file is read.
const LARGEST_UNFOLDED_BYTES: usize = 64 * 1024 * 1024;

/// Reads a PDF as a whole.
///
/// # Errors
/// Refuses what is no PDF, is encrypted, is too large, or can't be read.
pub(crate) fn load(bytes: &[u8]) -> Result<Document, SealError> {
    if bytes.len() > LARGEST_PDF_BYTES {
        return Err(SealError::PdfTooLarge { size_bytes: bytes.len(), limit_bytes: LARGEST_PDF_BYTES });
    }
    // Some readers skip what stands before the mark and count from it, others do not; the two then see two files.
    if !bytes.starts_with(b"%PDF-") {
        return Err(SealError::NotAPdf);
    }
    let damaged = |what: &str| SealError::PdfDamaged { what: what.to_owned() };
    let sections = sections(bytes).ok_or_else(|| damaged("its table of objects is missing or damaged"))?;
    if sections.iter().any(|section| section.encrypted) {
        return Err(SealError::PdfEncrypted);
    }
    if let Some(oddity) = sections.iter().find_map(|section| section.oddity) {
        return Err(damaged(oddity));
    }
    let options = LoadOptions { max_decompressed_size: Some(LARGEST_UNFOLDED_BYTES), ..LoadOptions::default() };
    // The reader is made by others and for honest files. Where it stumbles, the file is damaged and the program goes on.
    let read = catch_unwind(AssertUnwindSafe(|| Document::load_mem_with_options(bytes, options)));
    let document = match read {
        Ok(Ok(document)) => document,
        Ok(Err(error)) => return Err(damaged(&in_words(&error))),
        Err(_) => return Err(damaged("its structure contradicts itself")),
    };
    if document.is_encrypted() || document.was_encrypted() {
        return Err(SealError::PdfEncrypted);
    }
    if document.catalog().is_err() {
        return Err(damaged("it has no catalog"));
    }
    Ok(document)
}

fn in_words(error: &lopdf::Error) -> String {
    match error {
        lopdf::Error::Xref(_) => "its table of objects is missing or damaged".into(),
        lopdf::Error::Parse(_) => "its structure is damaged".into(),
        other => other.to_string(),
    }
}
