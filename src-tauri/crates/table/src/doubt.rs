use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// Something that was recognised and may still be wrong, so a person looks at it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Doubt {
    /// A stable name such as `table.day-or-month`.
    pub code: String,
    /// The column it is about, if it is about one.
    pub column: Option<String>,
    /// What is in doubt, as a sentence.
    pub message: String,
    /// What to do, starting with a verb.
    pub remedy: String,
}

impl Doubt {
    pub(crate) fn about_the_file(code: &str, message: impl Into<String>, remedy: &str) -> Self {
        Self { code: code.to_owned(), column: None, message: message.into(), remedy: remedy.to_owned() }
    }

    pub(crate) fn about(column: &str, code: &str, message: impl Into<String>, remedy: &str) -> Self {
        Self { column: Some(column.to_owned()), ..Self::about_the_file(code, message, remedy) }
    }
}
