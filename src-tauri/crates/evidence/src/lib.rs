//! Evidence: what was seen, heard and taken along, with its SHA-256 at the moment of capture; and what the auditee is
//! asked to hand over.

mod area;
mod camera;
mod capture;
mod describe;
mod error;
mod evidence;
mod link;
mod media;
mod picture;
mod pictured;
mod redact;
mod request;

pub use area::Area;
pub use capture::{CAPTURE, Circumstances, capture_bytes, capture_file, capture_words};
pub use describe::{DESCRIBE, Description, WITHDRAW, describe, withdraw};
pub use error::EvidenceError;
pub use evidence::{Classification, EVIDENCE, Evidence, EvidenceKind, evidence_of};
pub use link::{LINK, UNLINK, link, unlink};
pub use media::{is_picture, media_type_of};
pub use picture::{MOST_PIXELS, Picture, Shown};
pub use pictured::Pictured;
pub use redact::{MOST_AREAS, REDACT, REPORT_EDGE_PIXELS, ReportCopy, redact, report_copy, report_picture};
pub use request::{
    ASK, CHANGE_REQUEST, DATA_REQUEST, DataRequest, NewDataRequest, RECEIVE, Receipt, RequestChange, WITHDRAW_REQUEST,
    ask, change_request, receive, requests_of, withdraw_request,
};
