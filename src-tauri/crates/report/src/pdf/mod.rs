//! Sheets become a file: PDF 1.7 by the rules of PDF/A-3a (archiving) and PDF/UA-1 (reading aloud).
//!
//! `printpdf` writes pages and fonts. What it does not write is added to its document afterwards: subset fonts, the
//! structure tree, links, bookmarks, signature fields, metadata, colour profile and the attached facts.
//!
//! Invariant: the same sheets give the same bytes. No clock is read and no system font is opened.

mod annotations;
mod bookmarks;
mod draw;
mod metadata;
mod pictures;
mod structure;
mod subset;

use ground::Instant;
use lopdf::{Dictionary, Object, ObjectId, StringFormat};
use printpdf::{PdfDocument, PdfSaveOptions};

use crate::{
    ReportError,
    layout::{Laid, Letters},
};

/// What the file says about itself.
pub(crate) struct About {
    pub(crate) title: String,
    pub(crate) author: String,
    pub(crate) subject: String,
    pub(crate) created: Instant,
    /// The facts, attached as `audit.json`.
    pub(crate) facts: Vec<u8>,
    /// Sixteen bytes that name this content.
    pub(crate) identity: [u8; 16],
}

/// Writes the file.
pub(crate) fn write(laid: &Laid, letters: &Letters, about: &About) -> Result<Vec<u8>, ReportError> {
    let mut document = PdfDocument::new(&about.title);
    draw::fonts_into(&mut document, laid, letters)?;
    document.with_pages(draw::pages(laid, letters));
    let options = PdfSaveOptions { optimize: true, subset_fonts: true, secure: false, image_optimization: None };
    let mut file = document.to_lopdf_document(&options, &mut Vec::new());
    drop(document);

    file.version = "1.7".to_owned();
    let pages: Vec<ObjectId> = file.get_pages().values().copied().collect();
    subset::subset_fonts(&mut file)?;
    pictures::add(&mut file, &pages, laid.plates)?;
    let placed = annotations::add(&mut file, laid, &pages)?;
    structure::add(&mut file, laid, &pages, &placed)?;
    bookmarks::add(&mut file, laid, &pages)?;
    metadata::add(&mut file, about)?;
    file.compress();
    let mut bytes = Vec::new();
    file.save_to(&mut bytes).map_err(|cause| ReportError::broken("the finished file", cause))?;
    Ok(bytes)
}

/// A text string as PDF writes it beyond ASCII: UTF-16 with its byte order mark.
fn text(words: &str) -> Object {
    let bytes = [0xFE, 0xFF].into_iter().chain(words.encode_utf16().flat_map(u16::to_be_bytes)).collect();
    Object::String(bytes, StringFormat::Hexadecimal)
}

/// A name.
fn name(word: &str) -> Object {
    Object::Name(word.as_bytes().to_vec())
}

/// Four corners.
fn area(corners: [f32; 4]) -> Object {
    Object::Array(corners.iter().map(|length| Object::Real(*length)).collect())
}

/// References to objects, in an array.
fn references(ids: &[ObjectId]) -> Object {
    Object::Array(ids.iter().map(|id| Object::Reference(*id)).collect())
}

/// The dictionary under an id, to be changed.
fn dictionary_at(file: &mut lopdf::Document, id: ObjectId) -> Result<&mut Dictionary, ReportError> {
    file.get_object_mut(id)
        .and_then(Object::as_dict_mut)
        .map_err(|cause| ReportError::broken("a part of the file", cause))
}

/// The id of the catalogue, the root of the file.
fn catalogue(file: &lopdf::Document) -> Result<ObjectId, ReportError> {
    file.trailer
        .get(b"Root")
        .and_then(Object::as_reference)
        .map_err(|cause| ReportError::broken("the catalogue", cause))
}
