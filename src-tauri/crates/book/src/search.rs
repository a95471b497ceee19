use ground::{Fault, Id};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

use crate::{Book, BookError, index::binder_word, params};

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

const BEST: &str = include_str!("sql/find_best.sql");
const NEWEST: &str = include_str!("sql/find_newest.sql");
/// More matches than this are not ranked: the words say too little, and ranking looks at every match.
const MOST_RANKED: i64 = 1000;

impl Book {
    /// Finds records by the words people typed; their beginnings are enough. The best match comes first; where words
    /// match very often, the newest.
    ///
    /// # Errors
    /// Only when the database fails. Words that match nothing give an empty list.
    pub fn find(&self, words: &str, in_binder: Option<Id<()>>, most: u32) -> Result<Vec<Hit>, BookError> {
        let words = match_expression(words);
        if words.is_empty() {
            return Ok(Vec::new());
        }
        let query = match in_binder {
            Some(binder) => format!("{{words}} : ({words}) AND {{binder}} : {}", binder_word(&binder.to_string())),
            None => format!("{{words}} : ({words})"),
        };
        let reading = self.reading();
        let matches = reading.count(
            "SELECT count(*) FROM (SELECT 1 FROM search WHERE search MATCH ?1 LIMIT ?2)",
            params![query, MOST_RANKED + 1],
        )?;
        let sql = if matches > MOST_RANKED { NEWEST } else { BEST };
        let found: Result<Vec<Hit>, Fault> = reading.rows(sql, params![query, most]);
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
