use book::{Act, Writing};
use ground::Id;

use crate::{Finding, FindingError, Position, Stage, describe::open};

/// The act as history names it.
pub const PRESENT: Act = Act::named("finding.present");

/// Shows a finding to the auditee and writes down what they say.
///
/// # Errors
/// Refuses a dispute without words, and once a signed report quotes it.
pub fn present(
    writing: &mut Writing<'_>,
    finding: Id<Finding>,
    position: Position,
    comment: Option<String>,
) -> Result<Finding, FindingError> {
    let mut finding = open(writing, finding)?;
    if let Some(comment) = comment {
        finding.auditee_comment = comment;
    }
    if position == Position::Disputed && finding.auditee_comment.trim().is_empty() {
        return Err(FindingError::DisputeNeedsWords { reference: finding.reference });
    }
    finding.auditee_position = position;
    if finding.stage == Stage::Draft {
        finding.stage = Stage::Presented;
    }
    writing.put(&finding)?;
    Ok(finding)
}
