//! Evidence: what was seen, heard and taken along, with its SHA-256 at the moment of capture.

mod capture;
mod describe;
mod error;
mod evidence;
mod media;

pub use capture::{CAPTURE, Circumstances, capture_bytes, capture_file, capture_words};
pub use describe::{DESCRIBE, Description, WITHDRAW, describe, withdraw};
pub use error::EvidenceError;
pub use evidence::{Classification, EVIDENCE, Evidence, EvidenceKind, evidence_of};
pub use media::{is_picture, media_type_of};
