use std::collections::BTreeSet;

use lopdf::{Document, Object, ObjectId};

/// The pages in their order. Walked here, without trusting the number of pages that the file claims to have.
pub(crate) fn pages(document: &Document) -> Vec<ObjectId> {
    let root = document.catalog().and_then(|catalog| catalog.get(b"Pages")).and_then(Object::as_reference);
    let mut pages = Vec::new();
    let mut seen = BTreeSet::new();
    let mut next: Vec<ObjectId> = root.into_iter().collect();
    while let Some(id) = next.pop() {
        let Ok(node) = document.get_dictionary(id) else { continue };
        if !seen.insert(id) {
            continue;
        }
        match node.get_deref(b"Kids", document).and_then(Object::as_array) {
            Ok(kids) => next.extend(kids.iter().rev().filter_map(|kid| kid.as_reference().ok())),
            Err(_) => pages.push(id),
        }
    }
    pages
}
