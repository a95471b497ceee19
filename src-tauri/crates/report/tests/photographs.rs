//! Photographs on paper: as they came, with words for whoever can't see them, and never a broken one in silence.
#![allow(clippy::unwrap_used, reason = "this is a test")]

mod fjordlicht;
mod reading;

use fjordlicht::{a_report, jpeg, photo, png};
use ground::Explain;
use lopdf::{Document, Object, Stream};
use reading::read;
use report::{
    AuditReportFacts, Printing, audit_report,
    facts::{Photo, Picture},
};

fn with(photos: Vec<Photo>) -> AuditReportFacts {
    let mut facts = a_report();
    facts.annexes.photos = photos;
    facts
}

/// The pictures in the file, in the order of their numbers.
fn pictures(file: &Document) -> Vec<&Stream> {
    let is_picture =
        |stream: &&Stream| stream.dict.get(b"Subtype").and_then(Object::as_name).is_ok_and(|kind| kind == b"Image");
    file.objects.values().filter_map(|object| object.as_stream().ok()).filter(is_picture).collect()
}

fn filter(stream: &Stream) -> String {
    String::from_utf8(stream.dict.get(b"Filter").and_then(Object::as_name).unwrap_or_default().to_vec()).unwrap()
}

#[test]
fn a_jpeg_goes_into_the_file_byte_for_byte_and_stays_out_of_the_attached_facts() {
    let facts = a_report();
    let bytes = audit_report(&facts, Printing::Issue).unwrap();
    let file = Document::load_mem(&bytes).unwrap();
    let all = pictures(&file);
    assert_eq!(all.len(), 3);
    for (stream, photo) in all.iter().zip(&facts.annexes.photos).take(2) {
        assert_eq!(filter(stream), "DCTDecode");
        assert!(stream.content == photo.picture.0, "{} was written anew", photo.reference);
    }
    let attached: AuditReportFacts = serde_json::from_slice(&read(&bytes).attached).unwrap();
    for (kept, given) in attached.annexes.photos.iter().zip(&facts.annexes.photos) {
        assert_eq!((kept.sha256.as_str(), kept.width), (given.sha256.as_str(), given.width));
        assert!(kept.picture == Picture::default(), "the facts hold the fingerprint, not the picture");
    }
}

#[test]
fn what_is_see_through_in_a_png_becomes_white() {
    let bytes = audit_report(&with(vec![photo("E-1", png(256, 2), 256, 2)]), Printing::Issue).unwrap();
    let file = Document::load_mem(&bytes).unwrap();
    let all = pictures(&file);
    let samples = all[0].decompressed_content().unwrap();
    assert_eq!(samples.len(), 256 * 2 * 3);
    assert_eq!(&samples[..3], [20, 60, 140], "opaque at the left");
    assert!(samples[255 * 3..256 * 3].iter().all(|sample| *sample > 250), "nearly white at the right");
    assert!(all[0].dict.get(b"SMask").is_err(), "an archived page has nothing behind its pictures");
}

#[test]
fn a_photograph_is_a_figure_with_its_caption_as_words() {
    let file = Document::load_mem(&audit_report(&a_report(), Printing::Issue).unwrap()).unwrap();
    let mut found = 0;
    for element in file.objects.values().filter_map(|object| object.as_dict().ok()) {
        let is_figure = element.get(b"S").and_then(Object::as_name).is_ok_and(|role| role == b"Figure");
        let says = element.get(b"Alt").and_then(Object::as_str).map(|words| {
            let units: Vec<u16> = words[2..].chunks(2).map(|pair| u16::from_be_bytes([pair[0], pair[1]])).collect();
            String::from_utf16(&units).unwrap()
        });
        if is_figure
            && a_report().annexes.photos.iter().any(|photo| says.as_ref().is_ok_and(|says| *says == photo.caption))
        {
            let place = element.get(b"A").and_then(Object::as_dict).unwrap();
            assert!(place.get(b"BBox").is_ok(), "a figure says where it stands");
            found += 1;
        }
    }
    assert_eq!(found, 3);
}

#[test]
fn two_photographs_stand_on_a_page_with_caption_and_fingerprint() {
    let photos: Vec<Photo> = (1..=5).map(|number| photo(&format!("E-{number}"), jpeg(64, 96), 64, 96)).collect();
    let fingerprint = photos[0].sha256.clone();
    let paper = read(&audit_report(&with(photos), Printing::Issue).unwrap());
    let counts: Vec<usize> = paper
        .pages
        .iter()
        .map(|page| page.matches("SHA-256 of this copy:").count())
        .filter(|count| *count > 0)
        .collect();
    assert_eq!(counts, [2, 2, 1]);
    assert!(paper.says(&format!("E-1 Photograph E-1 SHA-256 of this copy: {fingerprint}")));
    let none = read(&audit_report(&with(Vec::new()), Printing::Issue).unwrap());
    assert!(none.says("Annex F Photographs No photographs are printed."));
}

/// A JPEG with one byte changed behind that marker.
fn changed(marker: u8, behind: usize, to: u8) -> Vec<u8> {
    let mut bytes = jpeg(32, 32);
    let at = bytes.windows(2).position(|pair| pair == [0xFF, marker]).unwrap();
    bytes[at + behind] = to;
    bytes
}

#[test]
fn a_photograph_that_cannot_be_printed_is_refused_with_its_reason_and_named_in_a_draft() {
    let good = jpeg(32, 32);
    let mut with_place = good.clone();
    with_place.splice(2..2, [0xFF, 0xE1, 0, 10, b'E', b'x', b'i', b'f', 0, 0, 1, 2]);
    let frame = |behind, to| changed(0xC0, behind, to);
    let mut press = frame(9, 4);
    press.extend([0xFF, 0xD9]);
    let mut other_hash = photo("E-7", good.clone(), 32, 32);
    other_hash.sha256 = "0".repeat(64);
    let cases = [
        (photo("E-7", Vec::new(), 32, 32), "is not there"),
        (photo("E-7", b"GIF89a....".to_vec(), 32, 32), "neither JPEG nor PNG"),
        (photo("E-7", good[..good.len() / 2].to_vec(), 32, 32), "incomplete"),
        (photo("E-7", good[..12].to_vec(), 32, 32), "incomplete"),
        (photo("E-7", press, 32, 32), "printing press"),
        (photo("E-7", frame(4, 12), 32, 32), "more than 8 bits"),
        (photo("E-7", frame(1, 0xC9), 32, 32), "rare kind"),
        (photo("E-7", frame(7, 0xFF), 32, 32), "wider or higher"),
        (photo("E-7", with_place, 32, 32), "EXIF"),
        (photo("E-7", good.clone(), 32, 33), "32 × 32 pixels, not 32 × 33"),
        (photo("E-7", png(32, 32)[..60].to_vec(), 32, 32), "PNG file can't be read"),
        (other_hash, "another SHA-256"),
    ];
    for (photo, reason) in cases {
        let facts = with(vec![photo]);
        let refusal = audit_report(&facts, Printing::Issue).unwrap_err();
        assert_eq!(refusal.code(), "report.unusable-photo");
        let said = refusal.to_string();
        assert!(said.starts_with("Photograph E-7 can't be printed: ") && said.contains(reason), "{said}");
        assert!(refusal.remedy().starts_with("Make"), "{}", refusal.remedy());
        let draft = read(&audit_report(&facts, Printing::Draft).unwrap());
        assert!(draft.says("The photograph is missing here: "), "a draft shows the gap: {reason}");
    }
}

#[test]
fn no_damage_to_a_picture_stops_a_draft_from_being_printed() {
    let mut photos = Vec::new();
    for good in [jpeg(16, 16), png(16, 16)] {
        for place in (0..good.len()).step_by(2) {
            let mut bytes = good.clone();
            bytes[place] ^= 0xA5;
            photos.push(photo("E-1", bytes, 16, 16));
            if place % 8 == 0 {
                photos.push(photo("E-2", good[..place].to_vec(), 16, 16));
            }
        }
    }
    let count = photos.len();
    let file = Document::load_mem(&audit_report(&with(photos), Printing::Draft).unwrap()).unwrap();
    assert!(pictures(&file).len() < count, "some can't be printed, and the paper is whole");
}

#[test]
fn many_photographs_make_the_file_larger_by_their_own_size_only() {
    let before = audit_report(&with(Vec::new()), Printing::Issue).unwrap().len();
    let bytes = jpeg(1600, 1200);
    let size = bytes.len();
    let photos = (0..12).map(|number| photo(&format!("E-{number}"), bytes.clone(), 1600, 1200)).collect();
    let after = audit_report(&with(photos), Printing::Issue).unwrap().len();
    let added = after - before;
    assert!(added < 12 * size + 60_000, "{added} bytes for 12 pictures of {size}");
}
