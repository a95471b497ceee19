//! Fonts are cut down to the letters that are used.
//!
//! The pages go on naming glyphs by their old numbers; a map in the font leads from those to the numbers in the cut
//! font, so that no page has to be written again.

use lopdf::{Dictionary, Document, Object, ObjectId, Stream, dictionary};
use subsetter::GlyphRemapper;

use super::dictionary_at;
use crate::ReportError;

/// Cuts every font in the file.
pub(super) fn subset_fonts(file: &mut Document) -> Result<(), ReportError> {
    let is_composite = |object: &Object| {
        object
            .as_dict()
            .and_then(|font| font.get(b"Subtype"))
            .and_then(Object::as_name)
            .is_ok_and(|kind| kind == b"Type0")
    };
    let fonts: Vec<ObjectId> =
        file.objects.iter().filter(|(_, object)| is_composite(object)).map(|(id, _)| *id).collect();
    for font in fonts {
        subset_font(file, font)?;
    }
    Ok(())
}

fn subset_font(file: &mut Document, id: ObjectId) -> Result<(), ReportError> {
    let broken = |cause: lopdf::Error| ReportError::broken("a font in the file", cause);
    let mut font = file.get_object(id).and_then(Object::as_dict).map_err(broken)?.clone();
    let descendants = font.get_deref(b"DescendantFonts", file).and_then(Object::as_array).map_err(broken)?.clone();
    let first = descendants.first().ok_or_else(|| ReportError::broken("a font in the file", "no descendant font"))?;
    let mut descendant = resolved(file, first)?;
    let mut descriptor = resolved(file, descendant.get(b"FontDescriptor").map_err(broken)?)?;
    let program = descriptor.get(b"FontFile2").and_then(Object::as_reference).map_err(broken)?;
    let bytes = file.get_object(program).and_then(Object::as_stream).map_err(broken)?.content.clone();
    let used = used_glyphs(descendant.get_deref(b"W", file).and_then(Object::as_array).map_err(broken)?);

    let mut numbers = GlyphRemapper::new();
    let mut map = vec![0_u8; (usize::from(used.iter().copied().max().unwrap_or(0)) + 1) * 2];
    for glyph in used {
        let at = usize::from(glyph) * 2;
        map[at..at + 2].copy_from_slice(&numbers.remap(glyph).to_be_bytes());
    }
    let cut = subsetter::subset(&bytes, 0, &numbers)
        .map_err(|cause| ReportError::broken("a shipped font", cause.to_string()))?;

    let base = font.get(b"BaseFont").and_then(Object::as_name).map_err(broken)?;
    let base = Object::Name([b"TICKMK+".as_slice(), base.rsplit(|sign| *sign == b'+').next().unwrap_or(base)].concat());
    let length = i64::try_from(cut.len()).unwrap_or(i64::MAX);
    file.objects.insert(program, Object::Stream(Stream::new(dictionary! { "Length1" => length }, cut)));
    let map = file.add_object(Stream::new(Dictionary::new(), map));
    descriptor.set("FontName", base.clone());
    descendant.set("BaseFont", base.clone());
    descendant.set("CIDToGIDMap", map);
    font.set("BaseFont", base);
    put_back(file, &mut descendant, "FontDescriptor", descriptor)?;
    match first {
        Object::Reference(reference) => *dictionary_at(file, *reference)? = descendant,
        _ => font.set("DescendantFonts", vec![Object::Dictionary(descendant)]),
    }
    *dictionary_at(file, id)? = font;
    Ok(())
}

fn resolved(file: &Document, object: &Object) -> Result<Dictionary, ReportError> {
    let found = match object {
        Object::Reference(id) => file.get_object(*id).and_then(Object::as_dict),
        other => other.as_dict(),
    };
    found.cloned().map_err(|cause| ReportError::broken("a font in the file", cause))
}

fn put_back(file: &mut Document, owner: &mut Dictionary, key: &str, value: Dictionary) -> Result<(), ReportError> {
    match owner.get(key.as_bytes()).and_then(Object::as_reference) {
        Ok(reference) => *dictionary_at(file, reference)? = value,
        Err(_) => owner.set(key, Object::Dictionary(value)),
    }
    Ok(())
}

/// The glyphs that the widths name: `first [width …]` or `first last width`.
fn used_glyphs(widths: &[Object]) -> Vec<u16> {
    let number = |object: Option<&Object>| object.and_then(|o| o.as_i64().ok()).and_then(|n| u16::try_from(n).ok());
    let mut used = Vec::new();
    let mut at = 0;
    while let Some(first) = number(widths.get(at)) {
        match widths.get(at + 1) {
            Some(Object::Array(each)) => {
                used.extend((first..=u16::MAX).take(each.len()));
                at += 2;
            }
            other => {
                used.extend(first..=number(other).unwrap_or(first));
                at += 3;
            }
        }
    }
    used
}
