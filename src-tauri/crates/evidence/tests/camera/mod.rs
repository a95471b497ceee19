//! Photographs as a camera writes them, made for the tests.

#![allow(clippy::unwrap_used, reason = "a photograph that can’t be made fails its test")]

use std::io::Cursor;

use exif::{Field, In, Rational, Tag, Value, experimental::Writer};
use image::{DynamicImage, ImageFormat, Rgb, RgbImage, metadata::Orientation};

pub const RED: Rgb<u8> = Rgb([220, 20, 20]);
pub const GREEN: Rgb<u8> = Rgb([20, 180, 20]);
pub const BLUE: Rgb<u8> = Rgb([20, 20, 220]);
pub const YELLOW: Rgb<u8> = Rgb([230, 220, 20]);

/// A picture of 96 × 64 pixels with another colour in each quarter, so that no turn of it looks like another.
pub fn four_quarters() -> RgbImage {
    RgbImage::from_fn(96, 64, |x, y| match (x < 48, y < 32) {
        (true, true) => RED,
        (false, true) => GREEN,
        (true, false) => BLUE,
        (false, false) => YELLOW,
    })
}

pub fn written(picture: &RgbImage, format: ImageFormat) -> Vec<u8> {
    let mut bytes = Vec::new();
    DynamicImage::ImageRgb8(picture.clone()).write_to(&mut Cursor::new(&mut bytes), format).unwrap();
    bytes
}

/// What a camera notes, as the body of an EXIF segment.
pub fn notes(fields: &[(Tag, Value)]) -> Vec<u8> {
    let fields: Vec<Field> =
        fields.iter().map(|(tag, value)| Field { tag: *tag, ifd_num: In::PRIMARY, value: value.clone() }).collect();
    let mut writer = Writer::new();
    fields.iter().for_each(|field| writer.push_field(field));
    let mut body = Cursor::new(Vec::new());
    writer.write(&mut body, false).unwrap();
    body.into_inner()
}

pub fn words(text: &str) -> Value {
    Value::Ascii(vec![text.as_bytes().to_vec()])
}

pub fn degrees(degrees: u32, minutes: u32, hundredths_of_seconds: u32) -> Value {
    let part = |num, denom| Rational { num, denom };
    Value::Rational(vec![part(degrees, 1), part(minutes, 1), part(hundredths_of_seconds, 100)])
}

/// The same JPEG with an EXIF segment behind its first two bytes.
pub fn with_notes(jpeg: &[u8], notes: &[u8]) -> Vec<u8> {
    let length = u16::try_from(notes.len() + 8).unwrap();
    let mut bytes = jpeg[..2].to_vec();
    bytes.extend([0xFF, 0xE1]);
    bytes.extend(length.to_be_bytes());
    bytes.extend(b"Exif\0\0");
    bytes.extend(notes);
    bytes.extend(&jpeg[2..]);
    bytes
}

/// A photograph of that upright picture, taken with the camera held so: its pixels lie in the file as the sensor saw
/// them, and the notes say how to turn them.
pub fn photograph(upright: &RgbImage, held: u8) -> Vec<u8> {
    let back = match held {
        6 => 8,
        8 => 6,
        itself => itself,
    };
    let mut seen = DynamicImage::ImageRgb8(upright.clone());
    seen.apply_orientation(Orientation::from_exif(back).unwrap());
    let jpeg = written(&seen.into_rgb8(), ImageFormat::Jpeg);
    with_notes(&jpeg, &notes(&[(Tag::Orientation, Value::Short(vec![u16::from(held)]))]))
}

/// A photograph with everything a telephone notes.
pub fn telling_photograph() -> Vec<u8> {
    let told = notes(&[
        (Tag::Make, words("Nordlys")),
        (Tag::Model, words("Nordlys Phone 7")),
        (Tag::DateTimeOriginal, words("2026:10:06 14:05:11")),
        (Tag::OffsetTimeOriginal, words("+02:00")),
        (Tag::GPSLatitudeRef, words("N")),
        (Tag::GPSLatitude, degrees(56, 9, 2_346)),
        (Tag::GPSLongitudeRef, words("E")),
        (Tag::GPSLongitude, degrees(10, 12, 1_188)),
        (Tag::UserComment, Value::Undefined(b"ASCII\0\0\0desk of Marta Holm".to_vec(), 0)),
    ]);
    with_notes(&written(&four_quarters(), ImageFormat::Jpeg), &told)
}
