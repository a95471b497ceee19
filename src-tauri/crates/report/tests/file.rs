//! The file itself: structure, fonts, bookmarks, fields, as archiving and reading aloud ask for them.
#![allow(clippy::unwrap_used, reason = "this is a test")]

mod fjordlicht;
mod reading;

use std::{collections::BTreeMap, path::Path, process::Command};

use fjordlicht::{a_report, sample_of};
use lopdf::{Dictionary, Document, Object, ObjectId, content::Content};
use report::{
    AuditReportFacts, Printing, SIGNATURE_AUDITEE, SIGNATURE_FONT, SIGNATURE_LEAD, SIGNATURE_MANAGER,
    SIGNATURE_REVIEWER, audit_report,
    facts::{Audience, KeptOut},
};

fn a_file() -> Document {
    Document::load_mem(&audit_report(&a_report(), Printing::Issue).unwrap()).unwrap()
}

fn name(dictionary: &Dictionary, key: &[u8]) -> String {
    dictionary
        .get(key)
        .and_then(Object::as_name)
        .map(|name| String::from_utf8_lossy(name).into_owned())
        .unwrap_or_default()
}

fn words(object: &Object) -> String {
    let bytes = object.as_str().unwrap();
    match bytes.strip_prefix(&[0xFE, 0xFF]) {
        Some(utf16) => {
            let units: Vec<u16> = utf16.chunks(2).map(|pair| u16::from_be_bytes([pair[0], pair[1]])).collect();
            String::from_utf16(&units).unwrap()
        }
        None => String::from_utf8(bytes.to_vec()).unwrap(),
    }
}

/// All structure elements by their id.
fn elements(file: &Document) -> BTreeMap<ObjectId, Dictionary> {
    let is_element = |object: &Object| object.as_dict().ok().filter(|d| name(d, b"Type") == "StructElem").cloned();
    file.objects.iter().filter_map(|(id, object)| is_element(object).map(|element| (*id, element))).collect()
}

/// What the parent tree holds under each key.
fn parent_tree(file: &Document) -> BTreeMap<i64, Object> {
    let root = file.catalog().unwrap().get_deref(b"StructTreeRoot", file).and_then(Object::as_dict).unwrap();
    let tree = root.get_deref(b"ParentTree", file).and_then(Object::as_dict).unwrap();
    let numbers = tree.get(b"Nums").and_then(Object::as_array).unwrap();
    numbers.chunks(2).map(|pair| (pair[0].as_i64().unwrap(), pair[1].clone())).collect()
}

#[test]
fn every_mark_on_a_page_belongs_to_the_structure_or_is_decoration() {
    let file = a_file();
    let tree = parent_tree(&file);
    for page in file.get_pages().into_values() {
        let content = Content::decode(&file.get_page_content(page)).unwrap();
        let (mut open, mut numbers) = (0, Vec::new());
        for operation in &content.operations {
            match operation.operator.as_str() {
                "BDC" | "BMC" => {
                    open += 1;
                    let number =
                        operation.operands.get(1).and_then(|o| o.as_dict().ok()).and_then(|d| d.get(b"MCID").ok());
                    numbers.extend(number.map(|number| number.as_i64().unwrap()));
                }
                "EMC" => open -= 1,
                "Tj" | "TJ" | "f" | "S" | "B" | "re" | "l" | "Do" => {
                    assert!(open > 0, "{} outside the structure", operation.operator)
                }
                _ => {}
            }
        }
        assert_eq!(open, 0, "what is opened is closed");
        let expected: Vec<i64> = (0..i64::try_from(numbers.len()).unwrap()).collect();
        assert_eq!(numbers, expected, "pieces are numbered in their order");
        let key = file.get_dictionary(page).unwrap().get(b"StructParents").unwrap().as_i64().unwrap();
        let owners = file.dereference(&tree[&key]).unwrap().1.as_array().unwrap();
        assert_eq!(owners.len(), numbers.len(), "every piece leads back to its element");
    }
}

#[test]
fn figures_have_words_and_header_cells_say_what_they_head() {
    let file = a_file();
    let elements = elements(&file);
    let mut seen: BTreeMap<String, usize> = BTreeMap::new();
    for element in elements.values() {
        let role = name(element, b"S");
        match role.as_str() {
            "Figure" => {
                let says = words(element.get(b"Alt").unwrap());
                let is_chart = says.contains(':');
                let is_photo = a_report().annexes.photos.iter().any(|photo| photo.caption == says);
                assert!(is_chart || is_photo, "a chart says its numbers, a photograph its caption: {says}");
            }
            "TH" => {
                let attributes = element.get(b"A").unwrap().as_dict().unwrap();
                assert!(["Column", "Row"].contains(&name(attributes, b"Scope").as_str()));
            }
            _ => {}
        }
        *seen.entry(role).or_default() += 1;
    }
    for role in [
        "Document", "H1", "H2", "P", "L", "LI", "LBody", "Table", "TR", "TH", "TD", "TOC", "TOCI", "Link", "Figure",
        "Form",
    ] {
        assert!(seen.contains_key(role), "no {role} in {seen:?}");
    }
    assert_eq!(seen["Form"], 4, "one for each signature");
}

/// The elements right under one, in reading order.
fn kids(element: &Dictionary) -> Vec<ObjectId> {
    let kids = element.get(b"K").cloned().unwrap_or(Object::Null);
    let kids = if let Object::Array(kids) = kids { kids } else { vec![kids] };
    kids.iter().filter_map(|kid| kid.as_reference().ok()).collect()
}

#[test]
fn every_row_of_a_table_has_a_cell_for_each_header() {
    let file = Document::load_mem(&audit_report(&sheets(), Printing::Issue).unwrap()).unwrap();
    let elements = elements(&file);
    let of = |parent: &Dictionary, role: &str| -> Vec<&Dictionary> {
        kids(parent).iter().map(|kid| &elements[kid]).filter(|kid| name(kid, b"S") == role).collect()
    };
    let (mut tables, mut row_headers) = (0, 0);
    for table in elements.values().filter(|element| name(element, b"S") == "Table") {
        let Some(head) = of(table, "THead").first().copied() else { continue };
        let titles = of(of(head, "TR")[0], "TH").len();
        for row in of(of(table, "TBody")[0], "TR") {
            assert_eq!(kids(row).len(), titles, "a row has as many cells as the table has headers");
            row_headers += of(row, "TH").len();
        }
        tables += 1;
    }
    assert!(tables > 20, "{tables} tables");
    assert!(row_headers > 200, "a record heads its row in the sheets: {row_headers}");
}

#[test]
fn signature_fields_are_reserved_and_empty() {
    let file = a_file();
    let form = file.catalog().unwrap().get_deref(b"AcroForm", &file).and_then(Object::as_dict).unwrap();
    let fields = form.get(b"Fields").and_then(Object::as_array).unwrap();
    let tree = parent_tree(&file);
    let mut names = Vec::new();
    for field in fields {
        let field = file.dereference(field).unwrap().1.as_dict().unwrap();
        assert_eq!(name(field, b"FT"), "Sig");
        assert!(field.get(b"V").is_err(), "nobody has signed");
        assert_eq!(field.get(b"F").unwrap().as_i64().unwrap(), 4, "it is printed");
        let key = field.get(b"StructParent").unwrap().as_i64().unwrap();
        let element = file.dereference(&tree[&key]).unwrap().1.as_dict().unwrap();
        assert_eq!(name(element, b"S"), "Form", "the field has its place in the structure");
        let kid = element.get(b"K").and_then(Object::as_dict);
        assert!(kid.is_ok_and(|kid| name(kid, b"Type") == "OBJR"), "and stands there by itself");
        names.push(words(field.get(b"T").unwrap()));
    }
    assert_eq!(names, [SIGNATURE_LEAD, SIGNATURE_REVIEWER, SIGNATURE_MANAGER, SIGNATURE_AUDITEE]);
}

#[test]
fn all_fonts_are_embedded_cut_down_and_readable() {
    let file = a_file();
    let fonts: Vec<&Dictionary> = file
        .objects
        .values()
        .filter_map(|object| object.as_dict().ok())
        .filter(|d| name(d, b"Subtype") == "Type0")
        .collect();
    assert_eq!(fonts.len(), 4, "regular, bold, mono, symbols");
    for font in fonts {
        assert!(name(font, b"BaseFont").contains('+'), "named as a subset");
        assert!(font.get(b"ToUnicode").is_ok(), "its letters can be read back");
        let descendants = font.get_deref(b"DescendantFonts", &file).and_then(Object::as_array).unwrap();
        let descendant = file.dereference(&descendants[0]).unwrap().1.as_dict().unwrap();
        let descriptor = descendant.get_deref(b"FontDescriptor", &file).and_then(Object::as_dict).unwrap();
        let program = descriptor.get_deref(b"FontFile2", &file).and_then(Object::as_stream).unwrap();
        assert!(program.decompressed_content().unwrap().len() < SIGNATURE_FONT.len() / 2, "only what is used");
    }
}

#[test]
fn no_letter_is_without_a_shape() {
    let file = a_file();
    for page in file.get_pages().into_values() {
        for operation in Content::decode(&file.get_page_content(page)).unwrap().operations {
            for operand in &operation.operands {
                if let ("Tj" | "TJ", Object::String(codes, _)) = (operation.operator.as_str(), operand) {
                    assert!(codes.chunks(2).all(|code| code != [0, 0]), "a letter of the fallback is missing");
                }
            }
        }
    }
}

#[test]
fn bookmarks_nest_and_contents_lead_where_they_say() {
    let file = a_file();
    let outlines = file.catalog().unwrap().get_deref(b"Outlines", &file).and_then(Object::as_dict).unwrap();
    let mut sections = Vec::new();
    let mut next = outlines.get(b"First").ok();
    while let Some(bookmark) = next {
        let bookmark = file.dereference(bookmark).unwrap().1.as_dict().unwrap();
        let inside = bookmark.get(b"Count").map_or(0, |count| -count.as_i64().unwrap());
        sections.push((words(bookmark.get(b"Title").unwrap()), inside));
        next = bookmark.get(b"Next").ok();
    }
    assert!(sections.contains(&("6 Nonconformities".to_owned(), 2)), "{sections:?}");
    assert!(sections.iter().any(|(title, _)| title == "Annex H State of the records"), "{sections:?}");

    let texts = reading::read(&audit_report(&a_report(), Printing::Issue).unwrap()).pages;
    let pages: Vec<ObjectId> = file.get_pages().into_values().collect();
    let mut followed = 0;
    for link in file.objects.values().filter_map(|o| o.as_dict().ok()).filter(|d| name(d, b"Subtype") == "Link") {
        let target = link.get(b"Dest").unwrap().as_array().unwrap()[0].as_reference().unwrap();
        let page = pages.iter().position(|page| *page == target).unwrap();
        let says = words(link.get(b"Contents").unwrap());
        let (heading, number) = says.rsplit_once(", page ").unwrap();
        assert_eq!(number.parse::<usize>().unwrap(), page + 1);
        assert!(texts[page].contains(heading), "{heading} is not on page {number}");
        followed += 1;
    }
    assert!(followed > 15, "the contents are links");
}

#[test]
fn the_file_says_what_it_is() {
    let file = a_file();
    let catalogue = file.catalog().unwrap();
    let metadata = catalogue.get_deref(b"Metadata", &file).and_then(Object::as_stream).unwrap();
    let xmp = String::from_utf8(metadata.content.clone()).unwrap();
    for part in
        ["<pdfaid:part>3<", "<pdfaid:conformance>A<", "<pdfuaid:part>1<", "2026-02-27T13:30:00+00:00", "IA-2026-01-R"]
    {
        assert!(xmp.contains(part), "no {part} in the metadata");
    }
    assert_eq!(words(catalogue.get(b"Lang").unwrap()), "en");
    assert!(catalogue.get(b"MarkInfo").is_ok());
    let intents = catalogue.get(b"OutputIntents").and_then(Object::as_array).unwrap();
    let intent = file.dereference(&intents[0]).unwrap().1.as_dict().unwrap();
    assert_eq!(name(intent, b"S"), "GTS_PDFA1");
    assert_eq!(file.version, "1.7");
    assert!(!xmp.contains("printpdf"), "one producer, the same in both places");
}

/// The auditee's copy with sheets of several sizes.
fn sheets() -> AuditReportFacts {
    let mut facts = a_report();
    facts.control.audience = Audience::Auditee;
    facts.control.kept_out = KeptOut { evidence: 3, notes: 1 };
    facts.sampling.samples.extend([sample_of(60, 8), sample_of(12, 3), sample_of(9, 20), sample_of(4, 0)]);
    facts
}

/// Left in the build folder for whoever wants to look, and checked by another program where there is one.
#[test]
fn other_programs_find_nothing_wrong() {
    let files = [
        (a_report(), Printing::Draft, "draft.pdf"),
        (a_report(), Printing::Issue, "issue.pdf"),
        (sheets(), Printing::Issue, "sheets.pdf"),
    ];
    for (facts, state, file) in files {
        let path = Path::new(env!("CARGO_TARGET_TMPDIR")).join(file);
        std::fs::write(&path, audit_report(&facts, state).unwrap()).unwrap();
        if let Ok(output) = Command::new("qpdf").arg("--check").arg(&path).output() {
            assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
        }
    }
}
