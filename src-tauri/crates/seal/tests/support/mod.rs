//! What the tests of the seal share: a small report with reserved fields, people who sign it, and a clock that stands still.
#![allow(dead_code, reason = "each test file uses its part")]

use std::sync::LazyLock;

use ground::{Instant, Secret};
use lopdf::{Document, Object, ObjectId, SaveOptions, Stream, dictionary, xref::XrefType};
use seal::{Identity, SignRequest, Unlocked, sign_pdf};

pub const FONT: &[u8] = include_bytes!("../fixtures/letters.ttf");
pub const LEAD: &str = "signature-lead";
pub const REVIEWER: &str = "signature-reviewer";
pub const MANAGER: &str = "signature-manager";
pub const PASSPHRASE: &str = "a tick beside every record";

/// 2026-10-06T14:03:22Z, when everything here happens.
pub fn noon() -> Instant {
    Instant::from_millis(1_791_295_402_000).unwrap()
}

pub fn days_later(days: i64) -> Instant {
    Instant::from_millis(noon().millis() + days * 86_400_000).unwrap()
}

pub fn secret(words: &str) -> Secret {
    Secret::new(words.to_owned())
}

pub fn identity(name: &str) -> Identity {
    Identity::create(name, Some("Fjordlicht, AS"), Some("lead@fjordlicht.example"), &secret(PASSPHRASE), noon(), 3)
        .unwrap()
}

/// One person for all tests of a file, because opening a key takes its time.
pub static INGRID: LazyLock<Unlocked> =
    LazyLock::new(|| identity("Ingrid Sølvberg").unlock(&secret(PASSPHRASE)).unwrap());

pub fn request(field: &str) -> SignRequest<'_> {
    SignRequest {
        field,
        signer_name: "Ingrid Sølvberg",
        role: "Lead auditor",
        reason: "I issue this report.",
        place: Some("Bergen"),
        at: noon(),
        certify: false,
        font: FONT,
    }
}

pub fn signed(pdf: &[u8], field: &str) -> Vec<u8> {
    sign_pdf(pdf, &request(field), &INGRID).unwrap()
}

/// A report of six pages whose last one reserves three signature fields.
pub struct Report {
    pub document: Document,
    pub pages: Vec<ObjectId>,
    pub contents: Vec<ObjectId>,
    pub fields: Vec<ObjectId>,
}

pub fn report() -> Report {
    let mut document = Document::with_version("1.7");
    let tree = document.new_object_id();
    let mut pages = Vec::new();
    let mut contents = Vec::new();
    for number in 1..=6 {
        let drawing = format!("q 0.9 g 72 {} 200 100 re f Q % finding {number}", 100 * number);
        let content = document.add_object(Stream::new(dictionary! {}, drawing.into_bytes()));
        contents.push(content);
        pages.push(document.add_object(dictionary! {
            "Type" => "Page",
            "Parent" => tree,
            "MediaBox" => vec![0.into(), 0.into(), 595.into(), 842.into()],
            "Resources" => dictionary! {},
            "Contents" => content,
        }));
    }
    let kids: Vec<Object> = pages.iter().map(|page| Object::Reference(*page)).collect();
    document.objects.insert(tree, Object::Dictionary(dictionary! { "Type" => "Pages", "Kids" => kids, "Count" => 6 }));
    let last = pages[5];
    let mut fields = Vec::new();
    for (place, name) in [LEAD, REVIEWER, MANAGER].into_iter().enumerate() {
        let bottom = 600.0 - 90.0 * place as f32;
        let empty = document.add_object(Stream::new(
            dictionary! { "Type" => "XObject", "Subtype" => "Form", "BBox" => vec![0.into(), 0.into(), 220.into(), 70.into()], "Resources" => dictionary! {} },
            b"q 0.6 G 0.5 w 0.3 0.3 219.4 69.4 re S Q".to_vec(),
        ));
        fields.push(document.add_object(dictionary! {
            "Type" => "Annot",
            "Subtype" => "Widget",
            "FT" => "Sig",
            "T" => Object::string_literal(name),
            "F" => 4,
            "P" => last,
            "Rect" => vec![72.into(), Object::Real(bottom), 292.into(), Object::Real(bottom + 70.0)],
            "AP" => dictionary! { "N" => empty },
        }));
    }
    let references: Vec<Object> = fields.iter().map(|field| Object::Reference(*field)).collect();
    document.get_object_mut(last).unwrap().as_dict_mut().unwrap().set("Annots", references.clone());
    let form = document.add_object(dictionary! { "Fields" => references, "SigFlags" => 3 });
    let catalog = document.add_object(dictionary! { "Type" => "Catalog", "Pages" => tree, "AcroForm" => form });
    let info = document.add_object(dictionary! { "Title" => Object::string_literal("IA-2026-01-R") });
    let id = Object::string_literal("0123456789abcdef");
    document.trailer.set("Root", catalog);
    document.trailer.set("Info", info);
    document.trailer.set("ID", vec![id.clone(), id]);
    Report { document, pages, contents, fields }
}

/// The report as a file with a classical table of objects.
pub fn report_bytes() -> Vec<u8> {
    let mut document = report().document;
    document.reference_table.cross_reference_type = XrefType::CrossReferenceTable;
    let mut bytes = Vec::new();
    document.save_to(&mut bytes).unwrap();
    assert!(place_of(&bytes, b"\nxref\n") > 0, "the other helper makes the other kind");
    bytes
}

/// The report as a file with its objects packed into streams.
pub fn packed_report_bytes() -> Vec<u8> {
    let mut bytes = Vec::new();
    let options = SaveOptions::builder().use_object_streams(true).use_xref_streams(true).build();
    report().document.save_with_options(&mut bytes, options).unwrap();
    bytes
}

/// Appends a section in which some objects are others, as a forger would.
pub fn appended(bytes: &[u8], change: impl FnOnce(&mut Document, &Document)) -> Vec<u8> {
    let before = Document::load_mem(bytes).unwrap();
    let mut update = lopdf::IncrementalDocument::create_from(bytes.to_vec(), before.clone());
    change(&mut update.new_document, &before);
    let mut changed = Vec::new();
    update.save_to(&mut changed).unwrap();
    changed
}

pub fn place_of(bytes: &[u8], wanted: &[u8]) -> usize {
    bytes.windows(wanted.len()).position(|window| window == wanted).expect("the bytes to be there")
}
