//! The audit report as a document: which section follows which, and what each says.
//!
//! The order is that of ISO 19011 clause 6.5.1 as an internal audit function uses it: what a busy reader needs comes
//! first, what proves it comes last. What must always be said is said also when there is nothing to say.

mod annexes;
mod audience;
mod basis;
mod conclusions;
mod cover;
mod findings;
mod follow_up;
mod furniture;
mod not_covered;
mod photographs;
mod sample_grid;
mod sample_sheets;
mod sampling;
mod sign_off;
mod signs;
mod summary;
mod words;

use sha2::{Digest, Sha256};

pub use sign_off::{SIGNATURE_AUDITEE, SIGNATURE_LEAD, SIGNATURE_MANAGER, SIGNATURE_REVIEWER};

use crate::{
    ReportError,
    facts::AuditReportFacts,
    layout::{Letters, Paper},
    pdf::{self, About},
};

/// What the paper is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Printing {
    /// To be read and discussed. Every page says that it is a draft.
    Draft,
    /// To be signed and handed out.
    Issue,
}

/// Prints the audit report as a PDF file.
///
/// # Errors
/// Refuses to issue a report without a day of issue, a later revision without a change note, a nonconformity without
/// requirement, evidence or statement (ISO 19011 clause 6.4.8), and a photograph that can't be printed. A draft is
/// printed with such gaps.
pub fn audit_report(facts: &AuditReportFacts, state: Printing) -> Result<Vec<u8>, ReportError> {
    if state == Printing::Issue {
        fit_to_issue(facts)?;
    }
    let photos = photographs::plates(facts);
    if state == Printing::Issue {
        photographs::fit_to_issue(&photos)?;
    }
    let letters = Letters::open()?;
    let mut paper = Paper::new(&letters);
    paper.plates = &photos.plates;
    cover::write(&mut paper, facts, state);
    summary::write(&mut paper, facts);
    basis::write(&mut paper, facts);
    conclusions::write(&mut paper, facts);
    findings::write(&mut paper, facts);
    follow_up::write(&mut paper, facts);
    sampling::write(&mut paper, facts);
    sign_off::write(&mut paper, facts);
    annexes::write(&mut paper, facts, &photos);
    let laid = paper.lay_out(&|sheet, count| furniture::draw(&letters, facts, state, sheet, count));
    pdf::write(&laid, &letters, &about(&letters, facts, state)?)
}

fn fit_to_issue(facts: &AuditReportFacts) -> Result<(), ReportError> {
    let control = &facts.control;
    let reference = || control.reference.clone();
    if control.issued_on.is_none() {
        return Err(ReportError::NoDayOfIssue { reference: reference() });
    }
    if control.revision > 0 && control.change_note.as_deref().is_none_or(|note| note.trim().is_empty()) {
        return Err(ReportError::NoChangeNote { reference: reference(), revision: control.revision });
    }
    for finding in facts.findings.iter().filter(|finding| finding.grade.is_nonconformity()) {
        let missing = if finding.requirements.is_empty() {
            "requirement"
        } else if finding.evidence.is_empty() && finding.evidence_words.trim().is_empty() {
            "evidence"
        } else if finding.statement.trim().is_empty() {
            "statement"
        } else {
            continue;
        };
        return Err(ReportError::IncompleteNonconformity { finding: finding.reference.clone(), missing });
    }
    Ok(())
}

fn about(letters: &Letters, facts: &AuditReportFacts, state: Printing) -> Result<About, ReportError> {
    let control = &facts.control;
    let json = serde_json::to_vec_pretty(facts).map_err(|cause| ReportError::broken("the attached facts", cause))?;
    let hash = Sha256::new().chain_update(&json).chain_update([u8::from(state == Printing::Draft)]).finalize();
    let mut identity = [0; 16];
    identity.copy_from_slice(&hash[..16]);
    let copy = audience::mark(control).map(|mark| format!(" ({})", mark.to_lowercase())).unwrap_or_default();
    let draft = if state == Printing::Draft { " (draft)" } else { "" };
    // The file's properties must read the same in both places where a PDF keeps them, so they are plain lines.
    let one_line = |words: &str| letters.printable(words).split_whitespace().collect::<Vec<_>>().join(" ");
    Ok(About {
        title: one_line(&format!("{} {}{copy}{draft}", control.reference, control.audit_title)),
        author: one_line(&facts.signatories.lead.name),
        subject: one_line(&format!("Internal audit report, {}, revision {}", control.organisation, control.revision)),
        created: control.reported_at,
        facts: json,
        identity,
    })
}
