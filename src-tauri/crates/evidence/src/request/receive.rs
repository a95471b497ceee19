use std::collections::BTreeSet;

use book::{Act, Writing};
use ground::{Day, Id, said};
use schemars::JsonSchema;
use serde::Deserialize;

use super::{DataRequest, must_fit, open};
use crate::{Evidence, EvidenceError};

/// The act as history names it.
pub const RECEIVE: Act = Act::named("request.receive");

/// What came.
#[derive(Debug, Clone, Default, Deserialize, JsonSchema)]
pub struct Receipt {
    /// The day it came; today where absent. Null says that it has not come after all.
    #[serde(default, deserialize_with = "said")]
    pub received_on: Option<Option<Day>>,
    /// The evidence that came with it; what was named before stays where absent.
    pub evidence: Option<BTreeSet<Id<Evidence>>>,
    /// A remark; what was remarked before stays where absent.
    pub remark: Option<String>,
}

/// Says that what was asked for came, or that it did not come after all.
///
/// # Errors
/// Refuses a day before it was asked or in the future, evidence of another audit, a withdrawn request, and while a
/// signed report stands.
pub fn receive(
    writing: &mut Writing<'_>,
    today: Day,
    request: Id<DataRequest>,
    receipt: Receipt,
) -> Result<DataRequest, EvidenceError> {
    let mut request = open(writing, request)?;
    request.received_on = receipt.received_on.unwrap_or(Some(today));
    request.evidence = receipt.evidence.unwrap_or(request.evidence);
    request.remark = receipt.remark.unwrap_or(request.remark);
    must_fit(writing, &request)?;
    writing.put(&request)?;
    Ok(request)
}
