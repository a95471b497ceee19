//! What was changed between two revisions of a PDF, object by object.

use std::collections::BTreeSet;

use ground::Problem;
use lopdf::{Dictionary, Document, Object, ObjectId, xref::XrefEntry};

use crate::pdf;

/// More changes than this are not listed one by one.
const MOST_NAMED: usize = 20;

/// Compares a signed revision with the next one, whose own bytes are `newer_bytes[older_length..]`.
///
/// A signature that is allowed to follow fills an empty signature field and adds its own objects; everything
/// else is told. `signed_now` are the objects of the signatures that the newer revision added.
pub(crate) fn changes(
    older: &Document,
    older_length: usize,
    newer: &Document,
    newer_bytes: &[u8],
    signed_now: &BTreeSet<ObjectId>,
) -> Vec<Problem> {
    let mut sentences = table(older, older_length, newer, newer_bytes);
    let places = Places::of(older);
    let mut rest = 0;
    let mut tell = |sentence: String, sentences: &mut Vec<String>| {
        if sentences.len() < MOST_NAMED { sentences.push(sentence) } else { rest += 1 }
    };
    for (id, was) in &older.objects {
        match newer.objects.get(id) {
            None => tell(format!("{} was removed", places.name(older, *id)), &mut sentences),
            Some(is) if is == was => {}
            Some(is) if fills_empty_field(was, is, signed_now) => {}
            Some(_) => tell(format!("{} was changed", places.name(older, *id)), &mut sentences),
        }
    }
    // A signed page may point at an object that is not there; adding that object changes the page.
    let awaited = awaited(older);
    for id in newer.objects.keys().filter(|id| awaited.contains(id)) {
        tell(format!("{} was added", places.name(older, *id)), &mut sentences);
    }
    for (key, what) in [(&b"Root"[..], "the document's catalog"), (b"Info", "the document's title and dates")] {
        if older.trailer.get(key).ok() != newer.trailer.get(key).ok() {
            tell(format!("{what} was exchanged for another"), &mut sentences);
        }
    }
    if file_id(older) != file_id(newer) {
        tell("the identifier of the file was changed".to_owned(), &mut sentences);
    }
    if rest > 0 {
        sentences.push(format!("{rest} further objects were changed"));
    }
    sentences
        .into_iter()
        .map(|sentence| {
            Problem::refusal(
                "seal.changed-after-signing",
                format!("After this signature, {sentence}."),
                "Ask the signer for the file as it was signed.",
            )
        })
        .collect()
}

/// Whether the table of objects of the newer revision is one that every reader reads the same.
fn table(older: &Document, older_length: usize, newer: &Document, newer_bytes: &[u8]) -> Vec<String> {
    let mut sentences = Vec::new();
    let before = newer_bytes.get(..older_length).and_then(pdf::last_section);
    match pdf::last_section(newer_bytes) {
        Some(section) => {
            if section.table < older_length || section.before != before.map(|before| before.table) {
                sentences.push("a table of objects was added that does not build on the signed one".to_owned());
            }
        }
        None => sentences.push("a table of objects was added that can't be read".to_owned()),
    }
    let misplaced = newer.reference_table.entries.iter().find(|(number, entry)| {
        let same = older.reference_table.entries.get(number).is_some_and(|was| same_entry(was, entry));
        !same
            && match entry {
                XrefEntry::Normal { offset, generation } => {
                    let offset = *offset as usize;
                    offset < older_length || !pdf::object_stands_at(newer_bytes, offset, **number, *generation)
                }
                _ => false,
            }
    });
    if let Some((number, _)) = misplaced {
        sentences.push(format!("object {number} was moved to a place where it does not stand"));
    }
    sentences
}

fn same_entry(was: &XrefEntry, is: &XrefEntry) -> bool {
    match (was, is) {
        (XrefEntry::Normal { offset: a, generation: b }, XrefEntry::Normal { offset: c, generation: d }) => {
            (a, b) == (c, d)
        }
        (XrefEntry::Compressed { container: a, index: b }, XrefEntry::Compressed { container: c, index: d }) => {
            (a, b) == (c, d)
        }
        _ => false,
    }
}

/// The only change that is allowed: an empty signature field gains its signature, its picture and its flags.
fn fills_empty_field(was: &Object, is: &Object, signed_now: &BTreeSet<ObjectId>) -> bool {
    let (Object::Dictionary(was), Object::Dictionary(is)) = (was, is) else { return false };
    let empty = matches!(was.get(b"V"), Err(_) | Ok(Object::Null));
    let signed = is.get(b"V").and_then(Object::as_reference).is_ok_and(|id| signed_now.contains(&id));
    pdf::is_signature_field(was) && empty && signed && bare(was) == bare(is)
}

fn bare(field: &Dictionary) -> Dictionary {
    let mut field = field.clone();
    for gained in [&b"V"[..], b"AP", b"F"] {
        field.remove(gained);
    }
    field
}

fn file_id(document: &Document) -> Option<&Object> {
    document.trailer.get(b"ID").and_then(Object::as_array).ok()?.first()
}

/// The objects that others point at and that are not there.
fn awaited(document: &Document) -> BTreeSet<ObjectId> {
    let mut all = BTreeSet::new();
    for object in document.objects.values() {
        references(object, &mut |id| {
            all.insert(id);
        });
    }
    references(&Object::Dictionary(document.trailer.clone()), &mut |id| {
        all.insert(id);
    });
    all.retain(|id| !document.objects.contains_key(id));
    all
}

/// All references inside one object. The reader limits how deep objects nest.
fn references(object: &Object, found: &mut impl FnMut(ObjectId)) {
    match object {
        Object::Reference(id) => found(*id),
        Object::Array(values) => values.iter().for_each(|value| references(value, found)),
        Object::Dictionary(dictionary) => dictionary.iter().for_each(|(_, value)| references(value, found)),
        Object::Stream(stream) => stream.dict.iter().for_each(|(_, value)| references(value, found)),
        _ => {}
    }
}

/// Where the objects of a document are seen, in words.
struct Places {
    pages: Vec<ObjectId>,
}

impl Places {
    fn of(document: &Document) -> Self {
        Self { pages: pdf::pages(document) }
    }

    fn name(&self, document: &Document, id: ObjectId) -> String {
        if let Some(place) = self.pages.iter().position(|page| *page == id) {
            return format!("page {}", place + 1);
        }
        if document.trailer.get(b"Root").and_then(Object::as_reference).is_ok_and(|root| root == id) {
            return "the document's catalog".into();
        }
        if document.trailer.get(b"Info").and_then(Object::as_reference).is_ok_and(|info| info == id) {
            return "the document's title and dates".into();
        }
        if let Some(place) = self.pages.iter().position(|page| document.get_page_contents(*page).contains(&id)) {
            return format!("the content of page {}", place + 1);
        }
        if let Some(kind) = document.objects.get(&id).and_then(kind_in_words) {
            return kind;
        }
        match self.pages.iter().position(|page| self.shows(document, *page, id)) {
            Some(place) => format!("something that page {} shows (object {})", place + 1, id.0),
            None => format!("object {}", id.0),
        }
    }

    /// Whether the page leads to the object, other than through another page or the list of pages.
    fn shows(&self, document: &Document, page: ObjectId, wanted: ObjectId) -> bool {
        let mut seen = BTreeSet::from([page]);
        let mut next = vec![page];
        while let Some(id) = next.pop() {
            let Some(object) = document.objects.get(&id) else { continue };
            let dictionary = object.as_dict().ok().or_else(|| object.as_stream().ok().map(|stream| &stream.dict));
            let mut follow = |id| {
                if !self.pages.contains(&id) && seen.insert(id) {
                    next.push(id);
                }
            };
            match dictionary {
                Some(dictionary) => dictionary
                    .iter()
                    .filter(|(key, _)| ![&b"Parent"[..], b"P", b"Dest", b"A"].contains(&key.as_slice()))
                    .for_each(|(_, value)| references(value, &mut follow)),
                None => references(object, &mut follow),
            }
        }
        seen.contains(&wanted)
    }
}

fn kind_in_words(object: &Object) -> Option<String> {
    let dictionary = object.as_dict().ok().or_else(|| object.as_stream().ok().map(|stream| &stream.dict))?;
    if pdf::is_signature_field(dictionary) {
        return Some(format!("the signature field `{}`", pdf::text(dictionary, b"T").unwrap_or_default()));
    }
    let kind = match dictionary.get(b"Type").and_then(Object::as_name).ok()? {
        b"Pages" => "the list of pages",
        b"Sig" => "an earlier signature",
        b"EmbeddedFile" | b"Filespec" => "an attached file",
        b"Metadata" => "the document's metadata",
        b"StructTreeRoot" | b"StructElem" => "the document's structure",
        b"Outlines" => "the bookmarks",
        _ => return None,
    };
    Some(kind.to_owned())
}
