//! Rules: small sentences that are true or false of a row.
//!
//! A rule filters a population before a sample is drawn, or tests every row of it. It finds rows to look at; what they
//! mean is for the auditor to say.
//!
//! ```text
//! priority = "1 - Critical" and (closed_at is empty or closed_at < opened_at)
//! ```
//!
//! # What can be said
//!
//! A rule is made of tests, joined by `and` and `or`, turned round by `not (…)`, grouped by parentheses. `and` binds
//! closer than `or`. Words may be written in capitals.
//!
//! | test | true when |
//! |---|---|
//! | `a = v`, `a != v` | the cell is, or is not, `v` |
//! | `a < v`, `a <= v`, `a > v`, `a >= v` | the number or the moment stands before or after `v` |
//! | `a contains v`, `a starts with v` | the cell as written has the text `v` in it, or at its start |
//! | `a in (v, w)` | the cell is one of the values |
//! | `a is empty`, `a is not empty` | the cell holds nothing but blanks, or something |
//!
//! `a` is a canonical field (`closed_at`) that the mapping ties to a column, or a column by its name in square brackets
//! (`[Custom field (Change type)]`; a `]` in the name is written `]]`). `v` is one of:
//! - text in double or single quotes; the same quote inside is written twice;
//! - a number with a point: `-2.5`;
//! - a day or a moment: `2026-01-31`, `2026-01-31 14:00`, `2026-01-31 14:00:30`;
//! - another field or column, which may be moved when it is a moment: `opened_at + 5 days`, `- 30 minutes`, `+ 2 hours`.
//!
//! `a not in (…)`, `a not contains v`, `a not starts with v`, `==`, `<>`, `≤`, `≥` and `≠` are read too.
//!
//! # What it means
//!
//! - Texts are compared without regard to capitals, letter by letter as Unicode lower-cases them; blanks around the cell
//!   do not count. Blanks around the text in quotes count for `contains` only. Text has no order: `<` between texts is
//!   refused.
//! - A number is compared exactly, never as a float. Quotes on a column of numbers compare the cell as it is written.
//! - A day stands for the whole day: `<= 2026-01-31` takes in its evening. Where one of two columns holds days without a
//!   time, both are compared as days, so that a thing done on the due day is not late.
//! - Times are compared as the file has them; no time zone is guessed.
//! - An empty cell makes every test false but `is empty` and `!=`. Two empty cells do not differ: `a != b` is false.
//! - A cell that can't be read as its column's kind makes the test false and is counted ([`BoundRule::unreadable`]).
//!   The second half of an `and` or `or` that is settled by its first half is not read.
//! - `not (…)` is true exactly when the inside is false, also where a cell was empty or unreadable.
//!
//! # The canonical text
//!
//! `Display` writes a rule in one form only, which is hashed into every draw and therefore never changes: words and
//! canonical names in lower case; single blanks between words and around signs; a comma and a blank in lists; texts in
//! double quotes with `"` doubled; numbers without needless zeros; `14:00` without seconds when they are zero; `1 day`,
//! `2 days`; `not` always with parentheses, other parentheses only around an `or` inside an `and`. Nothing is sorted.
//! Reading the canonical text gives the same rule again.
//!
//! # Limits
//!
//! At most [`LONGEST`] characters, as typed and in canonical form; [`DEEPEST`] levels of parentheses and `not`;
//! [`MOST_TESTS`] tests.

mod bind;
mod error;
mod fields;
mod hold;
mod near;
mod read;
mod text;
mod token;
mod tree;
mod write;

use std::{
    borrow::Cow,
    collections::BTreeSet,
    fmt,
    hash::{Hash, Hasher},
    str::FromStr,
};

use schemars::{JsonSchema, Schema, SchemaGenerator};
use serde::{Deserialize, Serialize};

pub use error::{RuleError, RuleTrouble};
pub use fields::Fields;
pub use hold::{BoundRule, UnreadableCells, Verdict};
use tree::{Name, Spot, Tree};

/// The most characters that a rule may have.
pub const LONGEST: usize = 4_000;
/// The most levels of parentheses and `not`.
pub const DEEPEST: usize = 64;
/// The most tests in one rule.
pub const MOST_TESTS: usize = 200;

/// A sentence that is true or false of a row. See the [module](self) for the language.
#[derive(Debug, Clone)]
pub struct Rule {
    tree: Tree,
    /// Where each test stood in the text as typed, so that a refusal can point at it. No part of what the rule says.
    spots: Vec<Spot>,
}

impl Rule {
    /// Reads a rule as a person types it.
    ///
    /// # Errors
    /// Refuses what is no rule, naming the position and what could stand there.
    pub fn parse(text: &str) -> Result<Self, RuleError> {
        let rule = read::read(text)?;
        let length = rule.to_string().chars().count();
        if length > LONGEST {
            return Err(RuleError::at(1, RuleTrouble::TooLong { length }));
        }
        Ok(rule)
    }

    /// Ties the rule's names to the columns of one table.
    ///
    /// # Errors
    /// Refuses a name that the table lacks, and a comparison that the column's kind does not allow.
    pub fn bind(&self, fields: &Fields) -> Result<BoundRule, RuleError> {
        bind::bind(&self.tree, &self.spots, fields)
    }

    /// The canonical fields that the rule speaks of.
    #[must_use]
    pub fn fields(&self) -> BTreeSet<&str> {
        let mut found = BTreeSet::new();
        self.tree.each_name(&mut |name| {
            if let Name::Field(field) = name {
                found.insert(field.as_str());
            }
        });
        found
    }

    /// The columns that the rule names in square brackets.
    #[must_use]
    pub fn columns(&self) -> BTreeSet<&str> {
        let mut found = BTreeSet::new();
        self.tree.each_name(&mut |name| {
            if let Name::Column(column) = name {
                found.insert(column.as_str());
            }
        });
        found
    }
}

impl PartialEq for Rule {
    fn eq(&self, other: &Self) -> bool {
        self.tree == other.tree
    }
}
impl Eq for Rule {}
impl Hash for Rule {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.tree.hash(state);
    }
}
impl fmt::Display for Rule {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write::rule(&self.tree, f)
    }
}
impl FromStr for Rule {
    type Err = RuleError;
    fn from_str(text: &str) -> Result<Self, Self::Err> {
        Self::parse(text)
    }
}
impl Serialize for Rule {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}
impl<'de> Deserialize<'de> for Rule {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = Cow::<'de, str>::deserialize(deserializer)?;
        Self::parse(&text).map_err(serde::de::Error::custom)
    }
}
impl JsonSchema for Rule {
    fn inline_schema() -> bool {
        true
    }
    fn schema_name() -> Cow<'static, str> {
        "Rule".into()
    }
    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        schemars::json_schema!({ "type": "string" })
    }
}

#[cfg(test)]
mod tests;
