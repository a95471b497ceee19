//! The structure tree: what is a heading, a table, a figure, and in which order it is read.

use lopdf::{Dictionary, Document, Object, ObjectId, dictionary};

use super::{annotations::Placed, area, catalogue, dictionary_at, name, references, text};
use crate::{
    ReportError,
    layout::{Kid, Laid, Mark, Node, Role},
};

/// Adds the tree, and the way back from every piece of content to its node.
pub(super) fn add(file: &mut Document, laid: &Laid, pages: &[ObjectId], placed: &Placed) -> Result<(), ReportError> {
    let root = file.new_object_id();
    let ids: Vec<ObjectId> = laid.tree.nodes.iter().map(|_| file.new_object_id()).collect();
    for (number, node) in laid.tree.nodes.iter().enumerate() {
        let parent = node.parent.map_or(root, |parent| ids[parent]);
        file.objects.insert(ids[number], Object::Dictionary(element(node, parent, &ids, pages, placed)));
    }

    let mut numbers = Vec::new();
    for (key, (sheet, page)) in laid.sheets.iter().zip(pages).enumerate() {
        let owners: Vec<ObjectId> = sheet
            .marks
            .iter()
            .filter_map(|mark| if let Mark::Open(Some(node)) = mark { ids.get(*node).copied() } else { None })
            .collect();
        let owners = file.add_object(references(&owners));
        let key = i64::try_from(key).unwrap_or(i64::MAX);
        numbers.extend([Object::Integer(key), Object::Reference(owners)]);
        let page = dictionary_at(file, *page)?;
        page.set("StructParents", key);
        // The tab key follows the structure.
        page.set("Tabs", name("S"));
    }
    for (key, node) in placed.nodes.iter().enumerate() {
        let key = i64::try_from(pages.len() + key).unwrap_or(i64::MAX);
        numbers.extend([Object::Integer(key), Object::Reference(ids[*node])]);
    }
    let next_key = i64::try_from(pages.len() + placed.nodes.len()).unwrap_or(i64::MAX);
    let parent_tree = file.add_object(dictionary! { "Nums" => numbers });
    let tree = dictionary! {
        "Type" => "StructTreeRoot",
        "K" => ids[0],
        "ParentTree" => parent_tree,
        "ParentTreeNextKey" => next_key,
    };
    file.objects.insert(root, Object::Dictionary(tree));
    let catalogue = catalogue(file)?;
    let catalogue = dictionary_at(file, catalogue)?;
    catalogue.set("StructTreeRoot", root);
    catalogue.set("MarkInfo", dictionary! { "Marked" => true });
    Ok(())
}

fn element(node: &Node, parent: ObjectId, ids: &[ObjectId], pages: &[ObjectId], placed: &Placed) -> Dictionary {
    let mut home = None;
    let mut kids = Vec::new();
    for kid in &node.kids {
        match kid {
            Kid::Node(kid) => kids.push(Object::Reference(ids[*kid])),
            Kid::Content { sheet, number } => {
                let Some(page) = pages.get(*sheet) else { continue };
                if *home.get_or_insert(*page) == *page {
                    kids.push(Object::Integer(*number));
                } else {
                    kids.push(Object::Dictionary(dictionary! { "Type" => "MCR", "Pg" => *page, "MCID" => *number }));
                }
            }
            Kid::Link { sheet, number } => kids.extend(whole(pages, &placed.links, *sheet, *number)),
            Kid::Field { sheet, number } => kids.extend(whole(pages, &placed.fields, *sheet, *number)),
        }
    }
    let mut element = dictionary! { "Type" => "StructElem", "S" => name(node.role.tag()), "P" => parent };
    // A single kid stands by itself: programs that compare signed revisions look for a form's field just there.
    match kids.len() {
        0 => {}
        1 => element.set("K", kids.remove(0)),
        _ => element.set("K", kids),
    }
    if let Some(page) = home {
        element.set("Pg", page);
    }
    if let Some(words) = &node.alternative {
        element.set("Alt", text(words));
    }
    match (node.role, node.bounds) {
        (Role::ColumnHeader, _) => element.set("A", dictionary! { "O" => "Table", "Scope" => "Column" }),
        (Role::RowHeader, _) => element.set("A", dictionary! { "O" => "Table", "Scope" => "Row" }),
        (Role::List, _) => element.set("A", dictionary! { "O" => "List", "ListNumbering" => "Disc" }),
        (_, Some(bounds)) => {
            element.set("A", dictionary! { "O" => "Layout", "Placement" => "Block", "BBox" => area(bounds) });
        }
        _ => {}
    }
    element
}

fn whole(pages: &[ObjectId], placed: &[Vec<ObjectId>], sheet: usize, number: usize) -> Option<Object> {
    let (page, object) = (pages.get(sheet)?, placed.get(sheet)?.get(number)?);
    Some(Object::Dictionary(dictionary! { "Type" => "OBJR", "Pg" => *page, "Obj" => *object }))
}
