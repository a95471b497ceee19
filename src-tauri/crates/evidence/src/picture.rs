//! A picture as pixels: opened from bytes that nobody vouches for, stood upright, covered, made smaller, written anew.
//!
//! Invariant: what is written here holds pixels and nothing else. No time, no place, no camera, no colour profile, no
//! smaller picture within the picture goes from the bytes that were read into those that are written.

use std::{
    io::Cursor,
    panic::{AssertUnwindSafe, catch_unwind},
};

use image::{
    DynamicImage, ExtendedColorType, ImageDecoder, ImageEncoder, ImageFormat, ImageReader, Limits, Rgb, RgbImage,
    codecs::{jpeg::JpegEncoder, png::PngEncoder},
    imageops,
    metadata::Orientation,
};

use crate::{Area, EvidenceError, camera::CameraNotes};

/// The most pixels a picture may have; a hundred million is more than any telephone makes.
pub const MOST_PIXELS: u64 = 100_000_000;
/// The most memory that the pixels of a picture may take as they are read.
const MOST_MEMORY_BYTES: u64 = 400 * 1024 * 1024;
/// The quality of a JPEG that goes into a report, of 100.
const REPORT_QUALITY: u8 = 85;
/// The quality of a JPEG that is kept at full size, of 100.
const KEPT_QUALITY: u8 = 92;
/// The colour that covers.
const COVER: Rgb<u8> = Rgb([0, 0, 0]);
/// The colour behind what is transparent.
const BEHIND: u8 = 255;

/// A picture as it is sent and kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Shown {
    /// The bytes of a file.
    pub bytes: Vec<u8>,
    /// What sort of file.
    pub media_type: &'static str,
    /// Pixels from left to right.
    pub width: u32,
    /// Pixels from top to bottom.
    pub height: u32,
}

/// A picture as pixels, standing upright.
#[derive(Debug, Clone)]
pub struct Picture {
    pixels: RgbImage,
    /// Whether it came as a photograph; drawings and screens keep their sharp edges.
    photograph: bool,
}

impl Picture {
    /// Opens a picture and stands it upright. What is transparent becomes white, because what lies under it would
    /// otherwise go along unseen. Of a moving picture the first frame is taken.
    ///
    /// # Errors
    /// Refuses what is no picture, is damaged, or has more than [`MOST_PIXELS`].
    pub fn open(bytes: &[u8]) -> Result<Self, EvidenceError> {
        sheltered(|| {
            let (decoder, format) = decoder(bytes)?;
            let mut read = DynamicImage::from_decoder(decoder).map_err(unreadable)?;
            let held = Orientation::from_exif(CameraNotes::of(bytes).orientation);
            read = DynamicImage::ImageRgb8(flat(read));
            read.apply_orientation(held.unwrap_or(Orientation::NoTransforms));
            Ok(Self { pixels: read.into_rgb8(), photograph: format == ImageFormat::Jpeg })
        })
        .unwrap_or_else(|| Err(EvidenceError::PictureDamaged { why: "it can’t be decoded".to_owned() }))
    }

    /// Pixels from left to right, and from top to bottom.
    #[must_use]
    pub fn size(&self) -> (u32, u32) {
        self.pixels.dimensions()
    }

    /// The colour of a pixel as red, green and blue; none outside the picture.
    #[must_use]
    pub fn colour(&self, x: u32, y: u32) -> Option<[u8; 3]> {
        self.pixels.get_pixel_checked(x, y).map(|pixel| pixel.0)
    }

    /// Puts black over an area; the pixels that were there are gone.
    pub fn cover(&mut self, area: Area) {
        let (width, height) = self.size();
        let right = area.left.saturating_add(area.width).min(width);
        let bottom = area.top.saturating_add(area.height).min(height);
        for y in area.top.min(height)..bottom {
            for x in area.left.min(width)..right {
                self.pixels.put_pixel(x, y, COVER);
            }
        }
    }

    /// Makes it smaller, so that its longer edge has at most so many pixels. It is never made larger.
    #[must_use]
    pub fn within(self, longest_edge_pixels: u32) -> Self {
        let (width, height) = self.size();
        let longest = width.max(height);
        let wanted = longest_edge_pixels.max(1);
        if longest <= wanted {
            return self;
        }
        let scaled = |edge: u32| {
            let scaled = u64::from(edge) * u64::from(wanted) / u64::from(longest);
            u32::try_from(scaled).unwrap_or(wanted).max(1)
        };
        let (width, height) = (scaled(width), scaled(height));
        // Far smaller pictures are averaged, which is quicker and looks the same.
        let pixels = if longest / wanted >= 3 {
            imageops::thumbnail(&self.pixels, width, height)
        } else {
            imageops::resize(&self.pixels, width, height, imageops::FilterType::CatmullRom)
        };
        Self { pixels, ..self }
    }

    /// As a window shows it.
    ///
    /// # Errors
    /// Only when the picture can't be written.
    pub fn shown(&self) -> Result<Shown, EvidenceError> {
        if self.photograph { self.as_jpeg(REPORT_QUALITY) } else { self.as_png() }
    }

    /// At full size, as the copy for reports is kept: a photograph as JPEG, anything else without loss.
    ///
    /// # Errors
    /// Only when the picture can't be written.
    pub fn kept(&self) -> Result<Shown, EvidenceError> {
        if self.photograph { self.as_jpeg(KEPT_QUALITY) } else { self.as_png() }
    }

    /// As a report prints it.
    ///
    /// # Errors
    /// Only when the picture can't be written.
    pub fn printed(&self) -> Result<Shown, EvidenceError> {
        self.as_jpeg(REPORT_QUALITY)
    }

    fn as_jpeg(&self, quality: u8) -> Result<Shown, EvidenceError> {
        let mut bytes = Vec::new();
        let (width, height) = self.size();
        JpegEncoder::new_with_quality(&mut bytes, quality)
            .write_image(self.pixels.as_raw(), width, height, ExtendedColorType::Rgb8)
            .map_err(unwritable)?;
        Ok(Shown { bytes, media_type: "image/jpeg", width, height })
    }

    fn as_png(&self) -> Result<Shown, EvidenceError> {
        let mut bytes = Vec::new();
        let (width, height) = self.size();
        PngEncoder::new(&mut bytes)
            .write_image(self.pixels.as_raw(), width, height, ExtendedColorType::Rgb8)
            .map_err(unwritable)?;
        Ok(Shown { bytes, media_type: "image/png", width, height })
    }
}

/// Pixels from left to right and from top to bottom as they lie in the file, without decoding them.
pub(crate) fn size_of(bytes: &[u8]) -> Result<(u32, u32), EvidenceError> {
    sheltered(|| Ok(decoder(bytes)?.0.dimensions()))
        .unwrap_or_else(|| Err(EvidenceError::PictureDamaged { why: "it can’t be decoded".to_owned() }))
}

/// Runs what reads bytes that nobody vouches for. The decoders are written not to panic; should one do so on a file made
/// for that purpose, it is that file which is refused and not the day's work that is lost.
pub(crate) fn sheltered<T>(read: impl FnOnce() -> T) -> Option<T> {
    catch_unwind(AssertUnwindSafe(read)).ok()
}

fn decoder(bytes: &[u8]) -> Result<(impl ImageDecoder + '_, ImageFormat), EvidenceError> {
    let reader = ImageReader::new(Cursor::new(bytes))
        .with_guessed_format()
        .map_err(|error| unreadable(image::ImageError::IoError(error)))?;
    let format = reader.format().ok_or(EvidenceError::NotAPicture)?;
    let mut decoder = reader.into_decoder().map_err(unreadable)?;
    let (width, height) = decoder.dimensions();
    let pixels = u64::from(width) * u64::from(height);
    if pixels == 0 {
        return Err(EvidenceError::NotAPicture);
    }
    if pixels > MOST_PIXELS || decoder.total_bytes() > MOST_MEMORY_BYTES {
        return Err(EvidenceError::PictureTooLarge { width, height });
    }
    let mut limits = Limits::default();
    limits.max_alloc = Some(MOST_MEMORY_BYTES);
    decoder.set_limits(limits).map_err(unreadable)?;
    Ok((decoder, format))
}

/// The pixels on white.
fn flat(read: DynamicImage) -> RgbImage {
    if !read.color().has_alpha() {
        return read.into_rgb8();
    }
    let pixels = read.into_rgba8();
    let mut flat = RgbImage::new(pixels.width(), pixels.height());
    for (onto, pixel) in flat.pixels_mut().zip(pixels.pixels()) {
        let [red, green, blue, alpha] = pixel.0;
        let mixed = |colour: u8| {
            let sum = u16::from(colour) * u16::from(alpha) + u16::from(BEHIND) * (255 - u16::from(alpha));
            u8::try_from((sum + 127) / 255).unwrap_or(BEHIND)
        };
        *onto = Rgb([mixed(red), mixed(green), mixed(blue)]);
    }
    flat
}

fn unreadable(error: image::ImageError) -> EvidenceError {
    match error {
        image::ImageError::Unsupported(_) => EvidenceError::NotAPicture,
        other => EvidenceError::PictureDamaged { why: other.to_string() },
    }
}

fn unwritable(error: image::ImageError) -> EvidenceError {
    EvidenceError::Fault(ground::Fault::bug(error))
}
