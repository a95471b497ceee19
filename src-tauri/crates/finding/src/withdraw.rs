use book::{Act, Writing};
use ground::Id;

use crate::{Finding, FindingError, Stage, describe::open};

/// The act as history names it.
pub const WITHDRAW: Act = Act::named("finding.withdraw");

/// Withdraws a finding, with the act's reason. It stays readable; its number is not given again.
///
/// # Errors
/// Refuses without a reason. An issued one is withdrawn only while a new revision of the report is being made.
pub fn withdraw(writing: &mut Writing<'_>, finding: Id<Finding>) -> Result<Finding, FindingError> {
    let mut finding = open(writing, finding)?;
    let reason = writing.reason.map(str::trim).unwrap_or_default();
    if reason.is_empty() {
        return Err(FindingError::WithdrawNeedsReason { reference: finding.reference });
    }
    finding.withdrawn_reason = reason.to_owned();
    finding.stage = Stage::Withdrawn;
    writing.put(&finding)?;
    Ok(finding)
}
