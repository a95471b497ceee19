use zstd::{
    bulk::{Compressor, Decompressor},
    zstd_safe::CParameter,
};

/// How many bytes a part has before it is packed; only the last one of a blob has fewer.
pub(crate) const PART_BYTES: usize = 1024 * 1024;
/// The part is kept as it is.
pub(crate) const RAW: i64 = 0;
/// The part is one frame of Zstandard.
pub(crate) const ZSTD: i64 = 1;
/// The quickest level that still knows long matches; higher ones take longer than the disk they save.
const LEVEL: i32 = 1;

/// Packs parts.
pub(crate) struct Packer {
    /// None where nothing would come of trying.
    zstd: Option<Compressor<'static>>,
}

impl Packer {
    pub(crate) fn of(media_type: &str) -> Self {
        let zstd = if is_packed_already(media_type) { None } else { Compressor::new(LEVEL).ok() };
        let zstd = zstd.and_then(|mut zstd| {
            // A flipped bit in a packed part is then found at once, and not only when the whole is hashed.
            zstd.set_parameter(CParameter::ChecksumFlag(true)).ok().map(|()| zstd)
        });
        Self { zstd }
    }

    /// The part packed; nothing where that would not save an eighth of it.
    pub(crate) fn pack(&mut self, part: &[u8]) -> Option<Vec<u8>> {
        let zstd = self.zstd.as_mut()?;
        // Zstandard gives up as soon as it runs out of room.
        let mut packed = Vec::with_capacity(part.len() - part.len() / 8);
        zstd.compress_to_buffer(part, &mut packed).ok()?;
        Some(packed)
    }
}

/// Pictures, sound, film and archives: their bytes leave nothing to save.
fn is_packed_already(media_type: &str) -> bool {
    const PLAIN_PICTURES: [&str; 3] = ["image/svg+xml", "image/bmp", "image/tiff"];
    const PACKED: [&str; 8] = [
        "application/pdf",
        "application/zip",
        "application/gzip",
        "application/zstd",
        "application/x-7z-compressed",
        "application/vnd.rar",
        "application/vnd.ms-excel.sheet.macroenabled.12",
        "application/vnd.ms-excel.sheet.binary.macroenabled.12",
    ];
    const PACKED_FAMILIES: [&str; 5] = [
        "image/",
        "audio/",
        "video/",
        "application/vnd.openxmlformats-officedocument.",
        "application/vnd.oasis.opendocument.",
    ];
    let name = media_type.split(';').next().unwrap_or_default().trim().to_ascii_lowercase();
    if PLAIN_PICTURES.contains(&name.as_str()) {
        return false;
    }
    name.ends_with("+zip")
        || PACKED.contains(&name.as_str())
        || PACKED_FAMILIES.iter().any(|family| name.starts_with(family))
}

/// Unpacks parts.
#[derive(Default)]
pub(crate) struct Unpacker {
    zstd: Decompressor<'static>,
}

impl Unpacker {
    /// Unpacks a part into exactly the room it should fill. Says what is wrong with it otherwise; a frame that would
    /// grow beyond the room is stopped at its end.
    pub(crate) fn unpack(&mut self, packing: i64, kept: &[u8], part: &mut [u8]) -> Result<(), &'static str> {
        match packing {
            RAW if kept.len() == part.len() => part.copy_from_slice(kept),
            RAW => return Err("has another length than it should"),
            ZSTD => match self.zstd.decompress_to_buffer(kept, part) {
                Ok(length) if length == part.len() => {}
                Ok(_) => return Err("has another length than it should"),
                Err(_) => return Err("can’t be unpacked to its length"),
            },
            _ => return Err("is packed in a way that nobody knows"),
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_part_is_packed_only_where_that_saves_an_eighth() {
        let rows: Vec<u8> = (0..20_000_u32).flat_map(|row| format!("{row};approved;Lind\n").into_bytes()).collect();
        let mut state = 7_u64;
        let noise: Vec<u8> = std::iter::repeat_with(|| {
            state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            (state >> 56) as u8
        })
        .take(100_000)
        .collect();
        let mut packer = Packer::of("text/csv");
        let packed = packer.pack(&rows).expect("rows are packed");
        assert!(packed.len() <= rows.len() - rows.len() / 8);
        assert!(packer.pack(&noise).is_none(), "noise is kept as it is");
        assert_eq!(packer.pack(&rows), Some(packed), "what did not fit leaves nothing behind");
        assert!(packer.pack(b"").is_none() && packer.pack(b"x").is_none());
    }

    #[test]
    fn what_is_packed_already_is_not_tried() {
        for media_type in ["image/png", "IMAGE/JPEG", "application/pdf", "application/epub+zip", "video/mp4"] {
            assert!(Packer::of(media_type).pack(&[0; 1000]).is_none(), "{media_type}");
        }
        for media_type in ["text/csv; charset=utf-8", "image/svg+xml", "application/json", ""] {
            assert!(Packer::of(media_type).pack(&[0; 1000]).is_some(), "{media_type}");
        }
    }

    #[test]
    fn a_packed_part_that_grows_beyond_its_room_is_stopped_there() {
        // A frame that says it holds ten gigabytes of zeros, and one that says nothing and holds two parts.
        let mut zstd = Compressor::new(1).unwrap();
        let long = zstd.compress(&vec![0; 2 * PART_BYTES]).unwrap();
        let mut unpacker = Unpacker::default();
        let mut part = vec![0; PART_BYTES];
        assert!(unpacker.unpack(ZSTD, &long, &mut part).is_err());
        let short = zstd.compress(&[7; 10]).unwrap();
        assert!(unpacker.unpack(ZSTD, &short, &mut part).is_err());
        assert!(unpacker.unpack(ZSTD, &[], &mut part).is_err());
        assert!(unpacker.unpack(RAW, &[7; 10], &mut part).is_err());
        assert!(unpacker.unpack(2, &[7; 10], &mut part[..10]).is_err());
        unpacker.unpack(ZSTD, &short, &mut part[..10]).unwrap();
        assert_eq!(part[..10], [7; 10]);
    }
}
