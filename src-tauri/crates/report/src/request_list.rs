//! The list of what the auditee is asked to hand over, as a paper of its own.

use ground::{Day, Instant};
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

use crate::{
    ReportError,
    layout::{
        BODY, Cell, Column, FURNITURE, HAIRLINE, LEFT, Letters, Mark, NOTE, PAGE_HEIGHT, Paper, RIGHT, Style, TABLE,
        WARNING,
    },
    pdf::{self, About},
};

/// What is asked of the auditee for one audit.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct RequestListFacts {
    /// Whether it comes from the demonstration; every page says so.
    pub demo: bool,
    /// The organisation that is audited.
    pub organisation: String,
    /// The audit: `IA-2026-03`.
    pub audit_reference: String,
    /// What it is called.
    pub audit_title: String,
    /// The standard and its edition.
    pub criteria: String,
    /// The lead auditor; empty where there is none yet.
    pub lead: String,
    /// The day the list shows.
    pub as_of: Day,
    /// The moment it was printed, for the file's properties.
    pub printed_at: Instant,
    /// The requests in the order in which they are printed.
    pub requests: Vec<RequestLine>,
}

/// One request as it is printed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct RequestLine {
    /// What people call it: `IA-2026-03-R-01`.
    pub reference: String,
    /// What is to be seen.
    pub what: String,
    /// The clauses it is wanted for, in the order of the standard.
    pub clauses: Vec<String>,
    /// Who is asked.
    pub from_whom: String,
    /// The day it was asked.
    pub asked_on: Day,
    /// Wanted by the end of this day.
    pub due: Day,
    /// The day it came.
    pub received_on: Option<Day>,
    /// Where it stands: `open`, `overdue`, `received`.
    pub state: String,
    /// A remark.
    pub remark: String,
}

const COLUMNS: [Column; 5] = [
    Column::new("Reference", 0.155),
    Column::new("What we want to see", 0.37),
    Column::new("From", 0.15),
    Column::new("Due", 0.155),
    Column::new("Received", 0.17),
];

/// Prints the list as a PDF file. The same facts print the same bytes.
///
/// # Errors
/// Only when the file can't be written.
pub fn request_list(facts: &RequestListFacts) -> Result<Vec<u8>, ReportError> {
    let letters = Letters::open()?;
    let mut paper = Paper::new(&letters);
    paper.section("What we want to see");
    paper.paragraph(&format!(
        "For audit {} {} we ask for what is listed here. Records are wanted as the tool exports them, complete and \
         unchanged, so that a sample can be drawn from all of them.",
        facts.audit_reference, facts.audit_title
    ));
    let open = facts.requests.iter().filter(|line| line.received_on.is_none()).count();
    paper.ledger(
        0.24,
        vec![
            ("Organisation", facts.organisation.clone()),
            ("Criteria", facts.criteria.clone()),
            ("Lead auditor", facts.lead.clone()),
            ("As of", facts.as_of.to_string()),
            ("Still wanted", format!("{open} of {}", facts.requests.len())),
        ]
        .into_iter()
        .filter(|(_, value)| !value.is_empty())
        .collect(),
    );
    if facts.requests.is_empty() {
        paper.styled(BODY, "Nothing is asked for at the moment.");
    }
    paper.table(&COLUMNS, facts.requests.iter().map(row).collect());
    let laid = paper.lay_out(&|sheet, count| furniture(&letters, facts, sheet, count));
    pdf::write(&laid, &letters, &about(&letters, facts)?)
}

fn row(line: &RequestLine) -> Vec<Cell> {
    let late = line.state == "overdue";
    let received = match line.received_on {
        Some(day) => Cell::plain(day.to_string()),
        None if late => Cell::default().and(TABLE.bold().in_colour(WARNING), "overdue"),
        None => Cell::plain("not yet"),
    };
    let clauses = match line.clauses.as_slice() {
        [] => String::new(),
        [one] => format!("Clause {one}"),
        several => format!("Clauses {}", several.join(", ")),
    };
    vec![
        Cell::label(TABLE.bold(), &line.reference),
        Cell::plain(&line.what).and(NOTE, clauses),
        Cell::plain(&line.from_whom),
        Cell::plain(line.due.to_string()).and(NOTE, format!("asked {}", line.asked_on)),
        received.and(NOTE, &line.remark),
    ]
}

/// What stands on every page beside its text.
fn furniture(letters: &Letters, facts: &RequestListFacts, sheet: usize, count: usize) -> Vec<Mark> {
    const FOOT: f32 = 36.0;
    let demo = if facts.demo { "DEMO   " } else { "" };
    let rule = |y: f32| Mark::Shape { points: vec![(LEFT, y), (RIGHT, y)], fill: None, outline: Some((HAIRLINE, 0.5)) };
    let line = |words: String, style: Style, y: f32, at_right: bool| {
        // A long name becomes smaller; no letter of it is cut.
        let words = letters.printable(&words).replace('\n', " ");
        let (room, wide) = ((RIGHT - LEFT) * 0.75, letters.width(&words, style));
        let style = if wide > room { Style { size: style.size * room / wide, ..style } } else { style };
        let x = if at_right { RIGHT - letters.width(&words, style) } else { LEFT };
        Mark::Text { x, y, style, words: format!("{words} ") }
    };
    let head = PAGE_HEIGHT - 40.0;
    vec![
        line(format!("{demo}{}", facts.organisation), FURNITURE.bold(), head, false),
        line(facts.audit_reference.clone(), FURNITURE.bold(), head, true),
        rule(head - 7.0),
        rule(FOOT + 13.0),
        line(format!("{demo}Requests for {} as of {}", facts.audit_reference, facts.as_of), FURNITURE, FOOT, false),
        line(format!("Page {} of {count}", sheet + 1), FURNITURE.bold(), FOOT, true),
    ]
}

fn about(letters: &Letters, facts: &RequestListFacts) -> Result<About, ReportError> {
    let json = serde_json::to_vec_pretty(facts).map_err(|cause| ReportError::broken("the attached facts", cause))?;
    let mut identity = [0; 16];
    identity.copy_from_slice(&Sha256::digest(&json)[..16]);
    let one_line = |words: &str| letters.printable(words).split_whitespace().collect::<Vec<_>>().join(" ");
    Ok(About {
        title: one_line(&format!("Requests for {} {}", facts.audit_reference, facts.audit_title)),
        author: one_line(&facts.lead),
        subject: one_line(&format!("What the auditee is asked to hand over, {}", facts.organisation)),
        created: facts.printed_at,
        facts: json,
        identity,
    })
}
