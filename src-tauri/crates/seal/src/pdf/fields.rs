use lopdf::{Dictionary, Document, Object, ObjectId};

use super::text;

/// A place in the document where somebody signs, or has signed.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct SignatureField {
    pub(crate) id: ObjectId,
    pub(crate) name: String,
    /// What is signed, once it is.
    pub(crate) value: Option<Value>,
}

/// The signature in a field: where it stands and what it says.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Value {
    /// `None` where the signature stands inside the field itself.
    pub(crate) id: Option<ObjectId>,
    pub(crate) dictionary: Dictionary,
}

/// All signature fields in the order of their objects.
pub(crate) fn signature_fields(document: &Document) -> Vec<SignatureField> {
    document
        .objects
        .iter()
        .filter_map(|(id, object)| {
            let field = object.as_dict().ok().filter(|field| is_signature_field(field))?;
            let name = text(field, b"T").unwrap_or_default();
            Some(SignatureField { id: *id, name, value: value(document, field) })
        })
        .collect()
}

pub(crate) fn is_signature_field(dictionary: &Dictionary) -> bool {
    dictionary.get(b"FT").and_then(Object::as_name).is_ok_and(|kind| kind == b"Sig")
}

fn value(document: &Document, field: &Dictionary) -> Option<Value> {
    let stated = field.get(b"V").ok()?;
    if matches!(stated, Object::Null) {
        return None;
    }
    let (id, object) = document.dereference(stated).ok()?;
    // A value that is no dictionary is still one: the field counts as signed, and the signature as damaged.
    Some(Value { id, dictionary: object.as_dict().cloned().unwrap_or_default() })
}

/// What the certification of the document allows (ISO 32000-1, table 254): 1 nothing, 2 filling in and signing,
/// 3 comments too. `None` where nobody certified it.
pub(crate) fn certification_level(document: &Document) -> Option<i64> {
    let follow = |dictionary: &Dictionary, key: &[u8]| -> Option<Object> {
        document.dereference(dictionary.get(key).ok()?).ok().map(|(_, object)| object.clone())
    };
    let perms = follow(document.catalog().ok()?, b"Perms")?;
    let certification = follow(perms.as_dict().ok()?, b"DocMDP")?;
    let references = follow(certification.as_dict().ok()?, b"Reference")?;
    for reference in references.as_array().ok()? {
        let Ok((_, reference)) = document.dereference(reference) else { continue };
        let Ok(reference) = reference.as_dict() else { continue };
        if reference.get(b"TransformMethod").and_then(Object::as_name).is_ok_and(|method| method == b"DocMDP") {
            let level = follow(reference, b"TransformParams")
                .and_then(|parameters| parameters.as_dict().ok()?.get(b"P").ok()?.as_i64().ok());
            // The level that applies where none is stated.
            return Some(level.unwrap_or(2));
        }
    }
    None
}
