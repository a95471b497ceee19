//! Bookmarks, nested as the headings are.

use std::collections::BTreeMap;

use lopdf::{Document, Object, ObjectId, dictionary};

use super::{catalogue, dictionary_at, text};
use crate::{ReportError, layout::Laid};

/// A place on a page.
pub(super) fn destination(page: ObjectId, top: f32) -> Object {
    Object::Array(vec![Object::Reference(page), "XYZ".into(), 0.into(), Object::Real(top), Object::Null])
}

/// Adds the bookmarks.
pub(super) fn add(file: &mut Document, laid: &Laid, pages: &[ObjectId]) -> Result<(), ReportError> {
    if laid.headings.is_empty() {
        return Ok(());
    }
    let root = file.new_object_id();
    let ids: Vec<ObjectId> = laid.headings.iter().map(|_| file.new_object_id()).collect();
    // The parent of each: the section before it, or the root. A heading before any section hangs at the root.
    let mut section = None;
    let parents: Vec<Option<usize>> = laid
        .headings
        .iter()
        .enumerate()
        .map(|(number, heading)| {
            if heading.level == 1 {
                section = Some(number);
                None
            } else {
                section
            }
        })
        .collect();
    let mut families: BTreeMap<Option<usize>, Vec<usize>> = BTreeMap::new();
    let mut places = Vec::new();
    for (number, parent) in parents.iter().enumerate() {
        let siblings = families.entry(*parent).or_default();
        places.push(siblings.len());
        siblings.push(number);
    }
    let none = Vec::new();
    for (number, heading) in laid.headings.iter().enumerate() {
        let (siblings, place) = (families.get(&parents[number]).unwrap_or(&none), places[number]);
        let mut bookmark = dictionary! {
            "Title" => text(&heading.words),
            "Parent" => parents[number].map_or(root, |parent| ids[parent]),
        };
        if let Some(page) = pages.get(heading.sheet) {
            bookmark.set("Dest", destination(*page, heading.y + 6.0));
        }
        if let Some(before) = place.checked_sub(1).and_then(|before| siblings.get(before)) {
            bookmark.set("Prev", ids[*before]);
        }
        if let Some(after) = siblings.get(place + 1) {
            bookmark.set("Next", ids[*after]);
        }
        let inside = families.get(&Some(number)).unwrap_or(&none);
        if let (Some(first), Some(last)) = (inside.first(), inside.last()) {
            bookmark.set("First", ids[*first]);
            bookmark.set("Last", ids[*last]);
            // Below zero: folded when the file is opened.
            bookmark.set("Count", -i64::try_from(inside.len()).unwrap_or(0));
        }
        file.objects.insert(ids[number], Object::Dictionary(bookmark));
    }
    let top = families.get(&None).unwrap_or(&none);
    if let (Some(first), Some(last)) = (top.first(), top.last()) {
        let outlines = dictionary! {
            "Type" => "Outlines",
            "First" => ids[*first],
            "Last" => ids[*last],
            "Count" => i64::try_from(top.len()).unwrap_or(0),
        };
        file.objects.insert(root, Object::Dictionary(outlines));
    }
    let catalogue = catalogue(file)?;
    let catalogue = dictionary_at(file, catalogue)?;
    catalogue.set("Outlines", root);
    catalogue.set("PageMode", "UseOutlines");
    Ok(())
}
