//! The bytes of files, kept once and named by their SHA-256.
//!
//! Bytes are kept in parts of one mebibyte, each packed by itself, so that a large file is written, read and proven
//! as a stream and no more than a few parts of it are ever in memory.

mod file;
mod keep;
mod packers;
mod packing;
mod reader;
mod unpacking;
mod writer;

pub use file::KeptFile;
pub use keep::{BlobRef, LARGEST_BLOB_BYTES};
pub(crate) use keep::{keep_bytes, keep_file};
pub(crate) use packing::{PART_BYTES, Packer, RAW, ZSTD};
pub use reader::BlobReader;
pub(crate) use reader::blob_rows;
pub use writer::BlobWriter;
