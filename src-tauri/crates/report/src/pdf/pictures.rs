//! Pictures in the file: a JPEG as it is, anything else as plain samples.

use lopdf::{Document, ObjectId, Stream, dictionary};

use super::{dictionary_at, name as pdf_name};
use crate::{
    ReportError,
    plate::{Plate, Samples},
};

/// The name under which pages call a picture.
pub(super) fn name(number: usize) -> String {
    format!("Picture{number}")
}

/// Puts the pictures into the resources, which all pages share.
pub(super) fn add(file: &mut Document, pages: &[ObjectId], plates: &[Plate<'_>]) -> Result<(), ReportError> {
    let (Some(page), false) = (pages.first(), plates.is_empty()) else { return Ok(()) };
    let broken = |cause: lopdf::Error| ReportError::broken("the resources of a page", cause);
    let resources = file.get_dictionary(*page).and_then(|page| page.get_deref(b"Resources", file)).map_err(broken)?;
    let shared = resources
        .as_dict()
        .and_then(|resources| resources.get(b"XObject"))
        .and_then(lopdf::Object::as_reference)
        .map_err(broken)?;
    for (number, plate) in plates.iter().enumerate() {
        let picture = file.add_object(stream(plate));
        dictionary_at(file, shared)?.set(name(number), picture);
    }
    Ok(())
}

fn stream(plate: &Plate<'_>) -> Stream {
    let mut about = dictionary! {
        "Type" => "XObject",
        "Subtype" => "Image",
        "Width" => i64::from(plate.width),
        "Height" => i64::from(plate.height),
        "BitsPerComponent" => 8,
        "ColorSpace" => pdf_name(if plate.grey { "DeviceGray" } else { "DeviceRGB" }),
    };
    match &plate.samples {
        Samples::Jpeg(file) => {
            about.set("Filter", pdf_name("DCTDecode"));
            Stream::new(about, file.to_vec())
        }
        Samples::Plain(samples) => Stream::new(about, samples.clone()),
    }
}
