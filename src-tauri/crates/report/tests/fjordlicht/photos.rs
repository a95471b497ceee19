use report::facts::*;
use sha2::{Digest, Sha256};

/// Three photographs: lying, standing, and a picture of a screen.
pub fn photos() -> Vec<Photo> {
    let mut rack = photo("E-012", jpeg(320, 240), 320, 240);
    rack.caption = "The patch panel in the server room; ports 12 to 24 carry no label".into();
    rack.taken = "11 Feb 2026, 09:20 (Europe/Copenhagen), server room Aarhus, Jonas Berg".into();
    let mut board = photo("E-013", jpeg(180, 320), 180, 320);
    board.caption = "Shift board at the service desk".into();
    let mut screen = photo("E-014", png(200, 100), 200, 100);
    screen.caption = "Form on which the agent may overwrite the priority".into();
    vec![rack, board, screen]
}

/// A photograph of those bytes.
pub fn photo(reference: &str, bytes: Vec<u8>, width: u32, height: u32) -> Photo {
    Photo {
        reference: reference.into(),
        caption: format!("Photograph {reference}"),
        taken: String::new(),
        sha256: Sha256::digest(&bytes).iter().map(|byte| format!("{byte:02x}")).collect(),
        width,
        height,
        picture: Picture(bytes),
    }
}

/// A JPEG of that size, in slanting stripes of colour.
pub fn jpeg(width: u16, height: u16) -> Vec<u8> {
    let mut pixels = Vec::new();
    for y in 0..u32::from(height) {
        for x in 0..u32::from(width) {
            let stripe = (x + y) / 24 % 2 == 0;
            let shade = u8::try_from(y * 120 / u32::from(height)).unwrap();
            pixels.extend(if stripe { [40 + shade, 90, 110] } else { [220, 200 - shade, 160] });
        }
    }
    let mut bytes = Vec::new();
    let mut encoder = image::codecs::jpeg::JpegEncoder::new_with_quality(&mut bytes, 85);
    encoder.encode(&pixels, width.into(), height.into(), image::ExtendedColorType::Rgb8).unwrap();
    bytes
}

/// A PNG of that size that becomes see-through to the right.
pub fn png(width: u32, height: u32) -> Vec<u8> {
    let mut bytes = Vec::new();
    let mut encoder = png::Encoder::new(&mut bytes, width, height);
    encoder.set_color(png::ColorType::Rgba);
    let pixels: Vec<u8> = (0..height)
        .flat_map(|_| (0..width).flat_map(|x| [20, 60, 140, 255 - u8::try_from(x * 255 / width).unwrap()]))
        .collect();
    encoder.write_header().unwrap().write_image_data(&pixels).unwrap();
    bytes
}
