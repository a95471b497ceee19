//! What a camera wrote beside the picture: when, where, with what, and how it was held.

use std::io::Cursor;

use exif::{Exif, In, Tag, Value};

/// What a camera wrote beside the picture, as far as it can be read.
#[derive(Debug, Clone, Default, PartialEq)]
pub(crate) struct CameraNotes {
    /// The camera's own clock: `2026-03-02T14:05:11`, with `+02:00` behind it where the camera knew its zone.
    pub taken_at: Option<String>,
    /// Degrees, north is positive.
    pub latitude: Option<f64>,
    /// Degrees, east is positive.
    pub longitude: Option<f64>,
    /// Maker and model.
    pub camera: Option<String>,
    /// How the camera was held, 1 to 8 as EXIF counts; 1 where nothing is said.
    pub orientation: u8,
}

/// The longest name of a camera that is taken over.
const LONGEST_CAMERA_CHARS: usize = 120;

impl CameraNotes {
    /// Reads them. What is absent or broken is left out: notes beside a picture decide nothing.
    pub fn of(bytes: &[u8]) -> Self {
        let read = exif::Reader::new()
            .continue_on_error(true)
            .read_from_container(&mut Cursor::new(bytes))
            .or_else(|error| error.distill_partial_result(|_| ()));
        let Ok(notes) = read else { return Self { orientation: 1, ..Self::default() } };
        let (latitude, longitude) = match (
            degrees(&notes, Tag::GPSLatitude, Tag::GPSLatitudeRef, b'S', 90.0),
            degrees(&notes, Tag::GPSLongitude, Tag::GPSLongitudeRef, b'W', 180.0),
        ) {
            // Half a place is no place.
            (Some(latitude), Some(longitude)) => (Some(latitude), Some(longitude)),
            _ => (None, None),
        };
        Self {
            taken_at: taken_at(&notes),
            latitude,
            longitude,
            camera: camera(&notes),
            orientation: orientation(&notes),
        }
    }
}

fn orientation(notes: &Exif) -> u8 {
    let told = notes.get_field(Tag::Orientation, In::PRIMARY).and_then(|field| field.value.get_uint(0));
    told.and_then(|told| u8::try_from(told).ok()).filter(|told| (1..=8).contains(told)).unwrap_or(1)
}

fn ascii(notes: &Exif, tag: Tag) -> Option<&[u8]> {
    match &notes.get_field(tag, In::PRIMARY)?.value {
        Value::Ascii(texts) => texts.first().map(Vec::as_slice),
        _ => None,
    }
}

fn taken_at(notes: &Exif) -> Option<String> {
    let (text, zone) = [
        (Tag::DateTimeOriginal, Tag::OffsetTimeOriginal),
        (Tag::DateTimeDigitized, Tag::OffsetTimeDigitized),
        (Tag::DateTime, Tag::OffsetTime),
    ]
    .into_iter()
    .find_map(|(time, zone)| Some((ascii(notes, time)?, ascii(notes, zone))))?;
    let mut at = exif::DateTime::from_ascii(text).ok()?;
    if let Some(zone) = zone {
        // A zone that can't be read leaves the time as the camera had it.
        let _ = at.parse_offset(zone);
    }
    ground::Day::of(i32::from(at.year), u32::from(at.month), u32::from(at.day))?;
    if at.hour > 23 || at.minute > 59 || at.second > 60 {
        return None;
    }
    let zone = at.offset.filter(|minutes| minutes.abs() < 24 * 60).map_or_else(String::new, |minutes| {
        let sign = if minutes < 0 { '-' } else { '+' };
        format!("{sign}{:02}:{:02}", minutes.abs() / 60, minutes.abs() % 60)
    });
    Some(format!("{:04}-{:02}-{:02}T{:02}:{:02}:{:02}{zone}", at.year, at.month, at.day, at.hour, at.minute, at.second))
}

/// Degrees, minutes and seconds as one number, to about a tenth of a metre.
fn degrees(notes: &Exif, tag: Tag, side: Tag, negative: u8, most: f64) -> Option<f64> {
    let Value::Rational(parts) = &notes.get_field(tag, In::PRIMARY)?.value else { return None };
    if parts.is_empty() || parts.len() > 3 || parts.iter().any(|part| part.denom == 0) {
        return None;
    }
    let size: f64 = parts.iter().zip([1.0, 60.0, 3600.0]).map(|(part, of)| part.to_f64() / of).sum();
    let size = (size * 1e6).round() / 1e6;
    let side = ascii(notes, side).and_then(|letters| letters.first()).copied()?;
    (size <= most).then_some(if side.eq_ignore_ascii_case(&negative) { -size } else { size })
}

fn camera(notes: &Exif) -> Option<String> {
    let plain = |tag| {
        // Whatever a file says is taken over only as a line of visible letters.
        let text = String::from_utf8_lossy(ascii(notes, tag)?).replace(|letter: char| letter.is_control(), " ");
        let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
        (!text.is_empty()).then_some(text)
    };
    let (maker, model) = (plain(Tag::Make), plain(Tag::Model));
    let named = match (maker, model) {
        (Some(maker), Some(model)) if model.to_lowercase().starts_with(&maker.to_lowercase()) => model,
        (Some(maker), Some(model)) => format!("{maker} {model}"),
        (maker, model) => maker.or(model)?,
    };
    Some(named.chars().take(LONGEST_CAMERA_CHARS).collect())
}
