//! Cover and contents: what this document is, which revision, for whom.

use super::{
    Printing, audience,
    words::{day, joined, named, or_not_recorded, reporting_moment},
};
use crate::{
    facts::AuditReportFacts,
    layout::{ACCENT, BODY, HEADING_1, LEAD, PAPER_WHITE, Paper, TITLE, WARNING},
};

const PALE: u32 = 0xcf_e3e8;

pub(super) fn write(paper: &mut Paper<'_>, facts: &AuditReportFacts, state: Printing) {
    let control = &facts.control;
    paper.banner(ACCENT, |paper| {
        paper.styled(BODY.bold().in_colour(PALE), "INTERNAL AUDIT REPORT");
        paper.gap(10.0);
        paper.styled(TITLE.in_colour(PAPER_WHITE), or_not_recorded(&control.audit_title));
        paper.gap(8.0);
        paper.styled(LEAD.in_colour(PAPER_WHITE), or_not_recorded(&control.organisation));
        let line = [format!("Audit {}", control.audit_reference), format!("report {}", control.reference)];
        paper.styled(BODY.in_colour(PALE), &format!("{}, revision {}", joined(&line, ", "), control.revision));
    });
    if facts.demo {
        paper.styled(
            BODY.bold().in_colour(WARNING),
            "DEMO. The organisation, the people and the records in this report are invented.",
        );
    }
    if state == Printing::Draft {
        paper.styled(BODY.bold().in_colour(WARNING), "DRAFT. This paper is not issued and may still change.");
    }
    paper.ledger(0.24, control_block(facts, state));
    paper.fresh_page();
    paper.styled(HEADING_1, "Contents");
    paper.contents_here();
    paper.fresh_page();
}

fn control_block(facts: &AuditReportFacts, state: Printing) -> Vec<(&'static str, String)> {
    let control = &facts.control;
    let mut rows = vec![
        ("Report", control.reference.clone()),
        ("Revision", control.revision.to_string()),
        ("Date issued", issued(facts, state)),
    ];
    if let Some(superseded) = &control.supersedes {
        rows.push(("Supersedes", superseded.clone()));
    }
    if control.revision > 0 {
        rows.push(("What changed", or_not_recorded(control.change_note.as_deref().unwrap_or("")).to_owned()));
    }
    let recipients: Vec<String> =
        control.distribution.iter().map(|recipient| named(&recipient.name, &recipient.role)).collect();
    rows.extend([
        ("Audit", joined(&[control.audit_reference.as_str(), &control.audit_title], ", ")),
        ("Organisation", or_not_recorded(&control.organisation).to_owned()),
        ("Scope of the system", or_not_recorded(&control.scope_statement).to_owned()),
        ("Audit client", or_not_recorded(&facts.audit_client).to_owned()),
        ("Lead auditor", or_not_recorded(&facts.signatories.lead.name).to_owned()),
        ("Classification", or_not_recorded(&control.classification).to_owned()),
        ("Confidentiality", or_not_recorded(&control.confidentiality).to_owned()),
        ("Copy", audience::told(control)),
        ("Distribution", if recipients.is_empty() { "None.".to_owned() } else { recipients.join("\n") }),
        ("State of the facts", reporting_moment(control)),
    ]);
    rows
}

fn issued(facts: &AuditReportFacts, state: Printing) -> String {
    match (state, facts.control.issued_on) {
        (Printing::Issue, Some(on)) => day(on),
        (Printing::Draft, Some(on)) => format!("Draft; to be issued {}", day(on)),
        (_, None) => "Not issued".to_owned(),
    }
}
