//! The page for signatures. Its fields are reserved now, so that signing later changes nothing but a field.

use super::words::{named, or_not_recorded};
use crate::{
    facts::{AuditReportFacts, Signatory},
    layout::Paper,
};

/// The name of the lead auditor's signature field.
pub const SIGNATURE_LEAD: &str = "signature-lead";
/// The name of the reviewer's signature field.
pub const SIGNATURE_REVIEWER: &str = "signature-reviewer";
/// The name of the programme manager's signature field.
pub const SIGNATURE_MANAGER: &str = "signature-manager";
/// The name of the auditee's signature field.
pub const SIGNATURE_AUDITEE: &str = "signature-auditee";

pub(super) fn write(paper: &mut Paper<'_>, facts: &AuditReportFacts) {
    paper.fresh_page();
    paper.section("Signatures");
    let control = &facts.control;
    paper.paragraph(&format!(
        "These signatures stand for report {}, revision {}, as printed here with the attached facts.",
        or_not_recorded(&control.reference),
        control.revision
    ));
    let signatories = &facts.signatories;
    let mut field = |name: &'static str, whose: &str, signatory: &Signatory, means: &str| {
        let person = named(&signatory.name, &signatory.role);
        let caption = if person.is_empty() { whose.to_owned() } else { format!("{whose}: {person}") };
        paper.signature(name, &caption, means, "Place, date and signature, where it is signed on paper");
    };
    field(SIGNATURE_LEAD, "Lead auditor", &signatories.lead, "Answers for the content of this report.");
    field(SIGNATURE_REVIEWER, "Reviewer", &signatories.reviewer, "Has reviewed this report before it was issued.");
    field(
        SIGNATURE_MANAGER,
        "Manager of the audit programme",
        &signatories.manager,
        "Accepts this report for the programme.",
    );
    field(
        SIGNATURE_AUDITEE,
        "Auditee",
        &signatories.auditee,
        "Acknowledges receipt. This is not agreement with every finding.",
    );
}
