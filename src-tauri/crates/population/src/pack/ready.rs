use std::collections::BTreeSet;

use ground::Day;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::pack;
use crate::rule::Rule;

/// The ready tests of a kind of record, sorted by whether they can be run.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Ready {
    /// Those whose fields are all mapped.
    pub runnable: Vec<Runnable>,
    /// The others, and what they lack.
    pub lacking: Vec<Lacking>,
}

/// A ready test that can be run on this table.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Runnable {
    /// A stable name.
    pub id: String,
    /// Its title.
    pub title: String,
    /// The rule in its canonical form, the period filled in.
    pub rule: String,
    /// What a hit means.
    pub meaning: String,
}

/// A ready test that can't be run yet.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Lacking {
    /// A stable name.
    pub id: String,
    /// Its title.
    pub title: String,
    /// The canonical fields that no column is mapped to.
    pub fields: Vec<String>,
    /// Whether the audited period has to be known.
    pub period: bool,
}

/// The ready tests of a kind of record for a table in which these canonical fields are mapped. An unknown word has none.
///
/// A test that names the audited period needs its first and last day.
#[must_use]
pub fn ready_tests<'a>(word: &str, mapped: impl IntoIterator<Item = &'a str>, period: Option<(Day, Day)>) -> Ready {
    let mapped: BTreeSet<&str> = mapped.into_iter().collect();
    let mut ready = Ready::default();
    for test in pack(word).into_iter().flat_map(|pack| &pack.tests) {
        let lacking: Vec<String> =
            test.fields.iter().filter(|field| !mapped.contains(field.as_str())).cloned().collect();
        let rule = match period {
            Some(period) => Some(within(&test.rule, period)),
            None if test.needs_period() => None,
            None => Some(test.rule.clone()),
        };
        match rule.and_then(|rule| Rule::parse(&rule).ok()).filter(|_| lacking.is_empty()) {
            Some(rule) => ready.runnable.push(Runnable {
                id: test.id.clone(),
                title: test.title.clone(),
                rule: rule.to_string(),
                meaning: test.meaning.clone(),
            }),
            None => ready.lacking.push(Lacking {
                id: test.id.clone(),
                title: test.title.clone(),
                fields: lacking,
                period: period.is_none() && test.needs_period(),
            }),
        }
    }
    ready
}

/// The rule with the days of the period in their places.
pub(super) fn within(rule: &str, (from, to): (Day, Day)) -> String {
    rule.replace("{from}", &from.to_string()).replace("{to}", &to.to_string())
}

pub(super) fn names_period(rule: &str) -> bool {
    rule.contains("{from}") || rule.contains("{to}")
}

/// The canonical fields that a ready test speaks of, whatever the period.
pub(super) fn fields_of(rule: &str) -> Vec<String> {
    let any_day = rule.replace("{from}", "2000-01-01").replace("{to}", "2000-12-31");
    Rule::parse(&any_day).map_or_else(|_| Vec::new(), |rule| rule.fields().into_iter().map(str::to_owned).collect())
}
