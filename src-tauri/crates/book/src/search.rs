use ground::{Fault, Id};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use crate::{Book, BookError, params};

/// A record in which words were found.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Hit {
    /// The kind of record.
    pub kind: String,
    /// The record.
    pub record: Uuid,
    /// The binder it stands in.
    pub binder: Uuid,
    /// A few words around the match; the matching words stand between U+2039 and U+203A, `‹` and `›`.
    pub excerpt: String,
}

const FIND: &str = include_str!("sql/find.sql");

impl Book {
    /// Finds records by the words people typed; the beginning of the last word is enough.
    ///
    /// # Errors
    /// Only when the database fails. Words that match nothing give an empty list.
    pub fn find(&self, words: &str, in_binder: Option<Id<()>>, most: u32) -> Result<Vec<Hit>, BookError> {
        let query = match_expression(words);
        if query.is_empty() {
            return Ok(Vec::new());
        }
        let found: Result<Vec<Hit>, Fault> =
            self.reading().rows(FIND, params![query, in_binder.map(|id| id.to_string()), most]);
        Ok(found?)
    }
}

/// Every word quoted, so that what people type is never taken for FTS5's own language.
fn match_expression(words: &str) -> String {
    let parts: Vec<String> = words
        .split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .take(16)
        .map(|word| format!("\"{word}\"*"))
        .collect();
    parts.join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_people_type_is_never_taken_for_a_query_language() {
        assert_eq!(match_expression("change* OR \"x\" NEAR("), "\"change\"* \"OR\"* \"x\"* \"NEAR\"*");
        assert_eq!(match_expression(" -- "), "");
    }
}
