//! Links, and the fields that are reserved for signatures.

use lopdf::{Dictionary, Document, Object, ObjectId, Stream, dictionary};

use super::{area, catalogue, dictionary_at, references, text};
use crate::{
    ReportError,
    layout::{Field, Laid, Link, NodeId, PAGE_HEIGHT},
};

/// What was added to the pages, sheet by sheet, in the order of the sheets' links and fields.
pub(super) struct Placed {
    pub(super) links: Vec<Vec<ObjectId>>,
    pub(super) fields: Vec<Vec<ObjectId>>,
    /// The node of each annotation, in the order of their keys in the parent tree.
    pub(super) nodes: Vec<NodeId>,
}

/// Adds links and fields. Their keys in the parent tree follow those of the pages.
pub(super) fn add(file: &mut Document, laid: &Laid, pages: &[ObjectId]) -> Result<Placed, ReportError> {
    let mut placed = Placed { links: Vec::new(), fields: Vec::new(), nodes: Vec::new() };
    for (sheet, page) in laid.sheets.iter().zip(pages) {
        let mut links = Vec::new();
        for link in &sheet.links {
            links.push(file.add_object(link_annotation(link, laid, pages, key(pages, &mut placed.nodes, link.node))));
        }
        let mut fields = Vec::new();
        for field in &sheet.fields {
            let look = file.add_object(empty_field(field));
            fields.push(file.add_object(widget(field, *page, look, key(pages, &mut placed.nodes, field.node))));
        }
        let all = [links.as_slice(), fields.as_slice()].concat();
        let page = dictionary_at(file, *page)?;
        if all.is_empty() {
            page.remove(b"Annots");
        } else {
            page.set("Annots", references(&all));
        }
        placed.links.push(links);
        placed.fields.push(fields);
    }
    let fields = placed.fields.concat();
    if !fields.is_empty() {
        // 3: signatures may exist, and the file is then only ever appended to.
        let form = file.add_object(dictionary! { "Fields" => references(&fields), "SigFlags" => 3 });
        let root = catalogue(file)?;
        dictionary_at(file, root)?.set("AcroForm", form);
    }
    Ok(placed)
}

fn key(pages: &[ObjectId], nodes: &mut Vec<NodeId>, node: NodeId) -> i64 {
    nodes.push(node);
    i64::try_from(pages.len() + nodes.len() - 1).unwrap_or(i64::MAX)
}

fn link_annotation(link: &Link, laid: &Laid, pages: &[ObjectId], key: i64) -> Dictionary {
    let heading = laid.headings.get(link.heading);
    let page = heading.map_or(0, |heading| heading.sheet);
    let top = heading.map_or(PAGE_HEIGHT, |heading| heading.y + 6.0);
    let mut annotation = dictionary! {
        "Type" => "Annot",
        "Subtype" => "Link",
        "Rect" => area(link.area),
        "Border" => vec![0.into(), 0.into(), 0.into()],
        // 4: it is printed. Archiving asks for this of every annotation.
        "F" => 4,
        "Contents" => text(&format!("{}, page {}", link.words, page + 1)),
        "StructParent" => key,
    };
    if let Some(target) = pages.get(page) {
        annotation.set("Dest", super::bookmarks::destination(*target, top));
    }
    annotation
}

fn widget(field: &Field, page: ObjectId, look: ObjectId, key: i64) -> Dictionary {
    dictionary! {
        "Type" => "Annot",
        "Subtype" => "Widget",
        "FT" => "Sig",
        "T" => Object::string_literal(field.name),
        "TU" => text(&field.words),
        "Contents" => text(&field.words),
        "F" => 4,
        "P" => page,
        "Rect" => area(field.area),
        "AP" => dictionary! { "N" => look },
        "StructParent" => key,
    }
}

/// How an unsigned field looks: a hairline around white.
fn empty_field(field: &Field) -> Stream {
    let (width, height) = (field.area[2] - field.area[0], field.area[3] - field.area[1]);
    let drawn = format!("q 0.55 0.6 0.64 RG 0.6 w 0.3 0.3 {:.2} {:.2} re S Q", width - 0.6, height - 0.6);
    let about = dictionary! {
        "Type" => "XObject",
        "Subtype" => "Form",
        "BBox" => area([0.0, 0.0, width, height]),
        "Resources" => dictionary! {},
    };
    Stream::new(about, drawn.into_bytes())
}
