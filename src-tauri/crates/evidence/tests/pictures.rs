//! Pictures: upright however the camera was held, covered for good, and silent about when and where they were taken.

#![allow(clippy::unwrap_used, reason = "a test that can’t go on has failed")]

mod camera;

use camera::*;
use evidence::{Area, EvidenceError, Picture, Pictured};
use exif::{Rational, Tag, Value};
use image::{DynamicImage, GenericImageView, ImageFormat, Rgba, RgbaImage};
use proptest::prelude::*;

/// Whether a colour is another but for what a JPEG loses.
fn near(colour: Option<[u8; 3]>, other: image::Rgb<u8>) -> bool {
    colour.is_some_and(|colour| colour.iter().zip(other.0).all(|(a, b)| a.abs_diff(b) < 24))
}

fn holds(bytes: &[u8], words: &[u8]) -> bool {
    bytes.windows(words.len()).any(|window| window == words)
}

#[test]
fn a_photograph_stands_upright_however_the_camera_was_held() {
    for held in 1..=8 {
        let bytes = photograph(&four_quarters(), held);
        let about = Pictured::of(&bytes).expect("a picture");
        assert_eq!((about.width, about.height), (96, 64), "held {held}");
        let picture = Picture::open(&bytes).unwrap();
        assert_eq!(picture.size(), (96, 64), "held {held}");
        for (x, y, colour) in [(10, 10, RED), (80, 10, GREEN), (10, 55, BLUE), (80, 55, YELLOW)] {
            assert!(near(picture.colour(x, y), colour), "held {held}, at {x},{y}: {:?}", picture.colour(x, y));
        }
    }
}

#[test]
fn what_is_covered_is_covered_where_one_sees_it_however_the_camera_was_held() {
    for held in 1..=8 {
        let mut picture = Picture::open(&photograph(&four_quarters(), held)).unwrap();
        picture.cover(Area { left: 64, top: 0, width: 32, height: 16 });
        let copy = Picture::open(&picture.kept().unwrap().bytes).unwrap();
        assert_eq!(copy.size(), (96, 64), "held {held}: the copy is not turned once more");
        assert!(near(copy.colour(80, 8), image::Rgb([0, 0, 0])), "held {held}: {:?}", copy.colour(80, 8));
        assert!(near(copy.colour(80, 25), GREEN), "held {held}: beneath the cover all is as it was");
        assert!(near(copy.colour(10, 10), RED), "held {held}");
    }
}

#[test]
fn what_a_camera_wrote_is_read() {
    let about = Pictured::of(&telling_photograph()).expect("a picture");
    assert_eq!(about.taken_at.as_deref(), Some("2026-10-06T14:05:11+02:00"));
    assert_eq!(about.camera.as_deref(), Some("Nordlys Phone 7"), "the maker is not said twice");
    assert_eq!((about.latitude, about.longitude), (Some(56.156_517), Some(10.203_3)));
}

#[test]
fn south_and_west_are_negative_and_half_a_place_is_none() {
    let place = |fields: &[(Tag, Value)]| {
        let about = Pictured::of(&with_notes(&written(&four_quarters(), ImageFormat::Jpeg), &notes(fields))).unwrap();
        (about.latitude, about.longitude)
    };
    let latitude = [(Tag::GPSLatitudeRef, words("S")), (Tag::GPSLatitude, degrees(33, 30, 0))];
    let longitude = [(Tag::GPSLongitudeRef, words("W")), (Tag::GPSLongitude, degrees(70, 45, 0))];
    assert_eq!(place(&[latitude.clone(), longitude.clone()].concat()), (Some(-33.5), Some(-70.75)));
    assert_eq!(place(&latitude), (None, None));
    let nothing = Value::Rational(vec![Rational { num: 1, denom: 0 }]);
    let broken = [latitude.to_vec(), vec![(Tag::GPSLongitudeRef, words("W")), (Tag::GPSLongitude, nothing)]].concat();
    assert_eq!(place(&broken), (None, None), "a division by zero is no place");
    let beyond = [latitude.to_vec(), vec![(Tag::GPSLongitudeRef, words("E")), (Tag::GPSLongitude, degrees(999, 0, 0))]];
    assert_eq!(place(&beyond.concat()), (None, None), "the earth has no such degree");
}

#[test]
fn odd_notes_are_left_out_and_the_picture_is_kept() {
    let about = |fields: &[(Tag, Value)]| {
        Pictured::of(&with_notes(&written(&four_quarters(), ImageFormat::Jpeg), &notes(fields))).unwrap()
    };
    assert_eq!(about(&[(Tag::DateTimeOriginal, words("0000:00:00 00:00:00"))]).taken_at, None);
    assert_eq!(about(&[(Tag::DateTimeOriginal, words("2026:02:30 10:00:00"))]).taken_at, None, "no such day");
    assert_eq!(about(&[(Tag::DateTimeOriginal, words("yesterday"))]).taken_at, None);
    let zoneless =
        about(&[(Tag::DateTimeOriginal, words("2026:03:02 08:09:10")), (Tag::OffsetTimeOriginal, words("   :  "))]);
    assert_eq!(zoneless.taken_at.as_deref(), Some("2026-03-02T08:09:10"));
    let named = about(&[(Tag::Model, words(&format!("X\u{7}\u{1b}[31m {}", "long ".repeat(80))))]);
    let camera = named.camera.unwrap();
    assert!(!camera.contains(char::is_control) && camera.chars().count() <= 120, "{camera}");
    assert_eq!(Pictured::of(&photograph(&four_quarters(), 1)).unwrap().taken_at, None);
}

#[test]
fn nothing_a_camera_wrote_survives_in_a_copy() {
    let original = telling_photograph();
    for word in [b"Exif".as_slice(), b"Nordlys", b"2026:10:06", b"Marta"] {
        assert!(holds(&original, word), "the original has it");
    }
    let picture = Picture::open(&original).unwrap();
    for copy in [picture.kept().unwrap(), picture.printed().unwrap(), picture.clone().within(40).shown().unwrap()] {
        for word in [b"Exif".as_slice(), b"Nordlys", b"2026:10:06", b"Marta", b"http://ns.adobe.com", b"ICC_PROFILE"] {
            assert!(!holds(&copy.bytes, word), "{} is in the copy", String::from_utf8_lossy(word));
        }
        let read = exif::Reader::new().read_from_container(&mut std::io::Cursor::new(&copy.bytes));
        assert!(read.is_err(), "a reader of such notes finds none");
    }
}

#[test]
fn nothing_of_what_is_covered_survives_in_a_copy() {
    let secret = Area { left: 11, top: 7, width: 21, height: 13 };
    let outside = |x: u32, y: u32| !(11..32).contains(&x) || !(7..20).contains(&y);
    let mut drawn = four_quarters();
    for (x, y, pixel) in drawn.enumerate_pixels_mut() {
        if !outside(x, y) {
            *pixel = if (x + y) % 2 == 0 { image::Rgb([255, 255, 255]) } else { image::Rgb([255, 0, 255]) };
        }
    }
    for format in [ImageFormat::Png, ImageFormat::Jpeg] {
        let mut picture = Picture::open(&written(&drawn, format)).unwrap();
        picture.cover(secret);
        let mut blank = four_quarters();
        for (x, y, pixel) in blank.enumerate_pixels_mut() {
            if !outside(x, y) {
                *pixel = image::Rgb([9, 99, 199]);
            }
        }
        let kept = picture.kept().unwrap();
        let copy = image::load_from_memory(&kept.bytes).unwrap();
        let most = if format == ImageFormat::Png { 0 } else { 40 };
        for y in 7..20 {
            for x in 11..32 {
                let colour = copy.get_pixel(x, y).0;
                assert!(colour[..3].iter().all(|part| *part <= most), "{format:?} at {x},{y}: {colour:?}");
            }
        }
        if format == ImageFormat::Png {
            // Whatever lay there, the copy is the same to the last byte.
            let mut other = Picture::open(&written(&blank, format)).unwrap();
            other.cover(secret);
            assert_eq!(other.kept().unwrap().bytes, kept.bytes);
        }
    }
}

#[test]
fn what_hides_under_full_transparency_is_gone() {
    let hidden = RgbaImage::from_pixel(8, 8, Rgba([255, 0, 255, 0]));
    let mut bytes = Vec::new();
    DynamicImage::ImageRgba8(hidden).write_to(&mut std::io::Cursor::new(&mut bytes), ImageFormat::Png).unwrap();
    let picture = Picture::open(&bytes).unwrap();
    assert_eq!(picture.colour(3, 3), Some([255, 255, 255]));
}

#[test]
fn every_kind_that_is_called_a_picture_can_be_opened() {
    let drawn = four_quarters();
    for format in
        [ImageFormat::Png, ImageFormat::Jpeg, ImageFormat::Gif, ImageFormat::WebP, ImageFormat::Bmp, ImageFormat::Tiff]
    {
        let bytes = written(&drawn, format);
        let picture = Picture::open(&bytes).unwrap_or_else(|error| panic!("{format:?}: {error}"));
        assert!(near(picture.colour(10, 10), RED), "{format:?}");
        assert_eq!(Pictured::of(&bytes).map(|about| (about.width, about.height)), Some((96, 64)), "{format:?}");
    }
}

#[test]
fn a_picture_is_made_smaller_and_never_larger() {
    let picture = Picture::open(&written(&four_quarters(), ImageFormat::Png)).unwrap();
    assert_eq!(picture.clone().within(48).size(), (48, 32));
    assert_eq!(picture.clone().within(10).size(), (10, 6));
    assert_eq!(picture.clone().within(0).size(), (1, 1));
    assert_eq!(picture.clone().within(4096).size(), (96, 64));
    assert!(near(picture.within(48).colour(10, 8), RED));
    let line = image::RgbImage::from_pixel(1, 500, RED);
    assert_eq!(Picture::open(&written(&line, ImageFormat::Png)).unwrap().within(50).size(), (1, 50));
}

/// A PNG whose head promises so many pixels and which has none.
fn promising(width: u32, height: u32) -> Vec<u8> {
    let mut bytes = written(&four_quarters(), ImageFormat::Png);
    bytes[16..20].copy_from_slice(&width.to_be_bytes());
    bytes[20..24].copy_from_slice(&height.to_be_bytes());
    let mut check = u32::MAX;
    for byte in &bytes[12..29] {
        check ^= u32::from(*byte);
        for _ in 0..8 {
            check = if check & 1 == 1 { (check >> 1) ^ 0xEDB8_8320 } else { check >> 1 };
        }
    }
    bytes[29..33].copy_from_slice(&(!check).to_be_bytes());
    bytes
}

#[test]
fn a_picture_that_would_fill_the_memory_is_refused_before_it_is_read() {
    for (width, height) in [(60_000, 60_000), (100_000_001, 1), (u32::MAX >> 1, u32::MAX >> 1)] {
        let refused = Picture::open(&promising(width, height)).unwrap_err();
        assert!(
            matches!(refused, EvidenceError::PictureTooLarge { .. } | EvidenceError::PictureDamaged { .. }),
            "{width} × {height}: {refused}"
        );
    }
    assert!(matches!(Picture::open(&promising(60_000, 60_000)), Err(EvidenceError::PictureTooLarge { .. })));
    assert!(Pictured::of(&promising(60_000, 60_000)).is_none());
}

#[test]
fn what_is_no_picture_is_refused_in_words() {
    for bytes in
        [b"".as_slice(), b"<svg xmlns='http://www.w3.org/2000/svg'><script/></svg>", b"%PDF-1.7", b"\xFF\xD8\xFF"]
    {
        let refused = Picture::open(bytes).unwrap_err();
        assert!(matches!(refused, EvidenceError::NotAPicture | EvidenceError::PictureDamaged { .. }), "{refused}");
    }
}

#[test]
fn a_picture_cut_short_anywhere_is_refused_or_shown_and_nothing_else() {
    for format in
        [ImageFormat::Png, ImageFormat::Jpeg, ImageFormat::Gif, ImageFormat::WebP, ImageFormat::Bmp, ImageFormat::Tiff]
    {
        let bytes = written(&image::RgbImage::from_pixel(9, 7, RED), format);
        for length in 0..bytes.len() {
            let _ = Picture::open(&bytes[..length]).map(|picture| assert_eq!(picture.size(), (9, 7)));
            let _ = Pictured::of(&bytes[..length]);
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    #[test]
    fn a_picture_with_foreign_bytes_in_it_never_stops_the_program(
        format in prop::sample::select(vec![ImageFormat::Png, ImageFormat::Jpeg, ImageFormat::Gif, ImageFormat::WebP, ImageFormat::Bmp, ImageFormat::Tiff]),
        hits in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..12),
    ) {
        let mut bytes = if format == ImageFormat::Jpeg { telling_photograph() } else { written(&four_quarters(), format) };
        for (place, byte) in hits {
            let place = place.index(bytes.len());
            bytes[place] = byte;
        }
        if let Ok(picture) = Picture::open(&bytes) {
            let (width, height) = picture.size();
            prop_assert!(u64::from(width) * u64::from(height) <= evidence::MOST_PIXELS);
        }
        let _ = Pictured::of(&bytes);
    }
}

/// A piece of evidence in which so much is covered, with a copy made when so much was.
fn covered(boxes: &[&str], in_copy: Option<&[&str]>) -> evidence::Evidence {
    let id = ground::Id::<evidence::Evidence>::new();
    let copy = in_copy.map(|boxes| serde_json::json!({ "sha256": "copy", "boxes": boxes }));
    serde_json::from_value(serde_json::json!({
        "id": id, "reference": "IA-2026-01-E-001", "kind": "picture", "description": "", "source": "", "place": "",
        "provided_by": "", "remark": "", "seen_at": "2026-10-06T08:00:00Z", "captured_at": "2026-10-06T08:00:00Z",
        "seen_by_name": "Jonas Berg", "remote": false, "classification": "internal", "sha256": "original",
        "questions": [], "boxes": boxes, "redaction_note": "", "report_copy": copy, "withdrawn_reason": "",
    }))
    .unwrap()
}

#[test]
fn a_copy_in_which_less_is_covered_than_two_people_said_is_never_shown() {
    let original = written(&four_quarters(), ImageFormat::Png);
    let mut half = Picture::open(&original).unwrap();
    half.cover(Area { left: 0, top: 0, width: 10, height: 10 });
    let copy = half.kept().unwrap().bytes;
    let bytes_of =
        |sha256: &str| Ok::<_, EvidenceError>(if sha256 == "copy" { copy.clone() } else { original.clone() });

    let both = covered(&["0,0,10,10", "60,40,10,10"], Some(&["0,0,10,10"]));
    let shown = evidence::report_copy(&both, bytes_of).unwrap();
    assert_eq!((shown.colour(5, 5), shown.colour(65, 45)), (Some([0; 3]), Some([0; 3])), "both are covered");

    let one = covered(&["0,0,10,10"], Some(&["0,0,10,10"]));
    let only_the_copy = |sha256: &str| {
        if sha256 == "copy" { Ok(copy.clone()) } else { Err(EvidenceError::NoFile { reference: "E".to_owned() }) }
    };
    let shown = evidence::report_copy(&one, only_the_copy).expect("the copy stands without its original");
    assert_eq!((shown.colour(5, 5), shown.colour(65, 45)), (Some([0; 3]), Some(YELLOW.0)));
    assert!(evidence::report_copy(&both, only_the_copy).is_err(), "less than all is not shown instead");
}
