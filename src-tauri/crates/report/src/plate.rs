//! A plate: a photograph made ready for printing.
//!
//! A JPEG is looked at and goes into the file byte for byte. A PNG is unpacked, and what is see-through becomes white,
//! because an archived page has nothing behind it. Whatever else it is given, a plate is not made and the reason is said.

use std::io::Cursor;

use png::{ColorType, Decoder, Limits, Transformations};
use sha2::{Digest, Sha256};

use crate::facts::Photo;

/// A picture larger than this was not made for a report.
const MOST_BYTES: usize = 16 << 20;
const MOST_PIXELS: u32 = 6000;
/// What unpacking a PNG may take. A picture of the greatest size in colour would take more and is refused.
const MOST_MEMORY: usize = 96 << 20;

/// A photograph made ready.
#[derive(Debug, Clone)]
pub(crate) struct Plate<'a> {
    pub(crate) width: u32,
    pub(crate) height: u32,
    pub(crate) grey: bool,
    pub(crate) samples: Samples<'a>,
}

/// What the file will hold.
#[derive(Debug, Clone)]
pub(crate) enum Samples<'a> {
    /// A JPEG file, as it came.
    Jpeg(&'a [u8]),
    /// One byte for each colour of each pixel, row by row.
    Plain(Vec<u8>),
}

impl<'a> Plate<'a> {
    /// Makes the plate of a photograph, or says why there can be none: the end of a sentence about the photograph.
    pub(crate) fn of(photo: &'a Photo) -> Result<Self, String> {
        let file = photo.picture.0.as_slice();
        if file.is_empty() {
            return Err("its picture is not there".to_owned());
        }
        if file.len() > MOST_BYTES {
            return Err(format!("its file is larger than {} MiB", MOST_BYTES >> 20));
        }
        let hash: String = Sha256::digest(file).iter().map(|byte| format!("{byte:02x}")).collect();
        if !hash.eq_ignore_ascii_case(&photo.sha256) {
            return Err("its picture has another SHA-256 than the one recorded".to_owned());
        }
        let plate = if file.starts_with(&[0xFF, 0xD8, 0xFF]) {
            jpeg(file)?
        } else if file.starts_with(b"\x89PNG") {
            png(file)?
        } else {
            return Err("its picture is neither JPEG nor PNG".to_owned());
        };
        if (plate.width, plate.height) != (photo.width, photo.height) {
            let (width, height) = (plate.width, plate.height);
            return Err(format!(
                "its picture has {width} × {height} pixels, not {} × {} as recorded",
                photo.width, photo.height
            ));
        }
        Ok(plate)
    }
}

/// Reads a JPEG's segments up to its samples.
fn jpeg(file: &[u8]) -> Result<Plate<'_>, String> {
    let broken = || "its JPEG file is incomplete".to_owned();
    let mut frame = None;
    let mut at = 2;
    loop {
        // A marker may have any number of filling bytes before it.
        while file.get(at + 1) == Some(&0xFF) {
            at += 1;
        }
        let (Some(0xFF), Some(marker)) = (file.get(at), file.get(at + 1)) else { return Err(broken()) };
        let length = match (file.get(at + 2), file.get(at + 3)) {
            (Some(high), Some(low)) => usize::from(u16::from_be_bytes([*high, *low])),
            _ => return Err(broken()),
        };
        let segment = file.get(at + 4..at + 2 + length.max(2)).ok_or_else(broken)?;
        match marker {
            0xE1 if segment.starts_with(b"Exif") => {
                return Err("its picture still carries time, place and camera (EXIF)".to_owned());
            }
            // Baseline, extended and progressive; the other kinds are not read by programs that show PDF.
            0xC0..=0xC2 => frame = Some(jpeg_frame(segment).ok_or_else(broken)??),
            0xC3 | 0xC5..=0xC7 | 0xC9..=0xCB | 0xCD..=0xCF => {
                return Err("its JPEG file is of a rare kind that a PDF can't hold".to_owned());
            }
            0xDA => break,
            0xD9 => return Err(broken()),
            _ => {}
        }
        at += 2 + length.max(2);
    }
    let ends = file.windows(2).rev().take(64).any(|pair| pair == [0xFF, 0xD9]);
    let (width, height, grey) = frame.filter(|_| ends).ok_or_else(broken)?;
    Ok(Plate { width, height, grey, samples: Samples::Jpeg(file) })
}

/// Width, height and whether it is grey; nothing where the segment is too short.
fn jpeg_frame(segment: &[u8]) -> Option<Result<(u32, u32, bool), String>> {
    let [precision, height @ .., colours] = segment.get(..6)? else { return None };
    let [high, low, wide, narrow] = height else { return None };
    let height = u32::from(u16::from_be_bytes([*high, *low]));
    let width = u32::from(u16::from_be_bytes([*wide, *narrow]));
    Some(match (precision, colours) {
        (8, 1 | 3) => sane(width, height).map(|()| (width, height, *colours == 1)),
        (8, _) => Err("its JPEG file is made for a printing press (CMYK)".to_owned()),
        _ => Err("its JPEG file has more than 8 bits for a colour".to_owned()),
    })
}

fn sane(width: u32, height: u32) -> Result<(), String> {
    match (width, height) {
        (0, _) | (_, 0) => Err("its picture is empty".to_owned()),
        _ if width.max(height) > MOST_PIXELS => {
            Err(format!("its picture is wider or higher than {MOST_PIXELS} pixels"))
        }
        _ => Ok(()),
    }
}

fn png(file: &[u8]) -> Result<Plate<'_>, String> {
    let broken = |_| "its PNG file can't be read".to_owned();
    let mut decoder = Decoder::new_with_limits(Cursor::new(file), Limits { bytes: MOST_MEMORY });
    decoder.set_transformations(Transformations::EXPAND | Transformations::STRIP_16);
    let header = decoder.read_header_info().map_err(broken)?;
    let (width, height) = (header.width, header.height);
    sane(width, height)?;
    let mut reader = decoder.read_info().map_err(broken)?;
    let size = reader.output_buffer_size().filter(|size| *size <= MOST_MEMORY);
    let mut samples = vec![0; size.ok_or("its PNG file is too large")?];
    let frame = reader.next_frame(&mut samples).map_err(broken)?;
    samples.truncate(frame.buffer_size());
    let (colours, see_through) = match frame.color_type {
        ColorType::Grayscale => (1, false),
        ColorType::GrayscaleAlpha => (1, true),
        ColorType::Rgb => (3, false),
        ColorType::Rgba => (3, true),
        ColorType::Indexed => return Err("its PNG file can't be read".to_owned()),
    };
    if see_through {
        samples = on_white(&samples, colours);
    }
    Ok(Plate { width, height, grey: colours == 1, samples: Samples::Plain(samples) })
}

/// Lays pixels with their opacity on white.
fn on_white(samples: &[u8], colours: usize) -> Vec<u8> {
    let mut out = Vec::with_capacity(samples.len() / (colours + 1) * colours);
    for pixel in samples.chunks_exact(colours + 1) {
        let opacity = u32::from(pixel[colours]);
        out.extend(pixel[..colours].iter().map(|sample| {
            let mixed = (u32::from(*sample) * opacity + 255 * (255 - opacity) + 127) / 255;
            u8::try_from(mixed).unwrap_or(u8::MAX)
        }));
    }
    out
}
