use std::fmt;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// How records are chosen. Its word is part of what a draw depends on, so the words never change.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Method {
    /// Each record with the same chance.
    Random,
    /// At even distances, from a random start.
    Systematic,
    /// At random within each stratum.
    Stratified,
    /// At even distances of value, so that a record's chance grows with its value.
    #[serde(rename = "mus")]
    MonetaryUnit,
    /// By the auditor, for a reason. Says nothing about the records that weren't chosen.
    Judgement,
    /// Every record.
    All,
}

impl Method {
    /// The word that a draw depends on and that records are kept under.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::Random => "random",
            Self::Systematic => "systematic",
            Self::Stratified => "stratified",
            Self::MonetaryUnit => "mus",
            Self::Judgement => "judgement",
            Self::All => "all",
        }
    }

    /// True when the records are drawn by chance, so that a seed is needed and something can be said about the rest.
    #[must_use]
    pub fn is_by_chance(self) -> bool {
        !matches!(self, Self::Judgement | Self::All)
    }
}

impl fmt::Display for Method {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.word())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_method_is_kept_under_its_word() {
        for method in [
            Method::Random,
            Method::Systematic,
            Method::Stratified,
            Method::MonetaryUnit,
            Method::Judgement,
            Method::All,
        ] {
            assert_eq!(serde_json::to_string(&method).unwrap(), format!("\"{}\"", method.word()));
        }
    }
}
