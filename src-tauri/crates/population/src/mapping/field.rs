use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use table::ColumnKind;

use super::profile::profiles;

/// A field that records of many tools have in common.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct CanonicalField {
    /// Its name in rules: `closed_at`.
    pub name: String,
    /// Its name on the screen: “Closed”.
    pub label: String,
    /// What its cells usually are.
    pub kind: ColumnKind,
    /// What it says, in a sentence.
    pub hint: String,
}

/// All canonical fields, in the order in which a form asks for them.
#[must_use]
pub fn fields() -> &'static [CanonicalField] {
    &profiles().fields
}

/// The canonical field of that name.
#[must_use]
pub fn field(name: &str) -> Option<&'static CanonicalField> {
    fields().iter().find(|field| field.name == name)
}

/// Whether a canonical field has that name.
#[must_use]
pub fn is_field(name: &str) -> bool {
    field(name).is_some()
}
