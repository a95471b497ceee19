use ground::Id;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

/// The name of a kind of change, as history tells it: `finding.raise`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Act {
    pub(crate) name: &'static str,
    pub(crate) lasting: bool,
}

impl Act {
    /// An act that its author can undo.
    #[must_use]
    pub const fn named(name: &'static str) -> Self {
        Self { name, lasting: false }
    }

    /// An act that no undo takes back, because something outside the workspace already depends on it,
    /// such as a signed report.
    #[must_use]
    pub const fn lasting(name: &'static str) -> Self {
        Self { name, lasting: true }
    }

    /// The name as history tells it.
    #[must_use]
    pub const fn name(self) -> &'static str {
        self.name
    }
}

/// Who acts.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Author {
    /// The person's record in the organisation's binder; none before there is one.
    pub person: Option<Uuid>,
    /// The name as it stood at the time of the act. History stays readable when the person's record is not at hand.
    pub name: String,
}

impl Author {
    /// The author of that name and, where there is one, that record.
    #[must_use]
    pub fn new<P>(person: Option<Id<P>>, name: impl Into<String>) -> Self {
        Self { person: person.map(Id::uuid), name: name.into() }
    }
}
