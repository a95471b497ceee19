//! The audit report: facts, their layout on pages, and the PDF that carries both.
//!
//! Invariant: the same facts print the same bytes. No clock is read, no system font is opened, and whatever has no
//! order of its own is printed in the order in which it is given.
#![warn(missing_docs)]

mod audit_report;
mod error;
pub mod facts;
mod layout;
mod pdf;
mod plate;
mod request_list;
mod revision;

pub use audit_report::{
    Printing, SIGNATURE_AUDITEE, SIGNATURE_LEAD, SIGNATURE_MANAGER, SIGNATURE_REVIEWER, audit_report,
};
pub use error::ReportError;
pub use facts::AuditReportFacts;
pub use request_list::{RequestLine, RequestListFacts, request_list};
pub use revision::{REVISION, Revision, revisions_of};

/// The regular letters of the report, a TrueType program, for whoever writes into a signature field.
pub const SIGNATURE_FONT: &[u8] = layout::Typeface::Regular.bytes();
