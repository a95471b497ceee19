use book::{Act, Writing};
use ground::Id;

use super::{DataRequest, open};
use crate::EvidenceError;

/// The act as history names it.
pub const WITHDRAW_REQUEST: Act = Act::named("request.withdraw");

/// Withdraws a request, with the act's reason. It stays readable; its number is not given again.
///
/// # Errors
/// Refuses without a reason, twice, and while a signed report stands.
pub fn withdraw_request(writing: &mut Writing<'_>, request: Id<DataRequest>) -> Result<DataRequest, EvidenceError> {
    let mut request = open(writing, request)?;
    let reason = writing.reason.map(str::trim).unwrap_or_default();
    if reason.is_empty() {
        return Err(EvidenceError::NeedsReason { reference: request.reference });
    }
    request.withdrawn_reason = reason.to_owned();
    writing.put(&request)?;
    Ok(request)
}
