use std::collections::BTreeMap;

use sample::Mark;
use serde::Deserialize;
use serde_json::{Map, Value};

/// One act of the play.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Scene {
    /// When; a minute after the act before it where absent.
    pub at: Option<String>,
    /// Who; the one who acted before where absent.
    pub by: Option<String>,
    /// An operation, or one of the player's own acts.
    #[serde(rename = "do")]
    pub act: String,
    /// Its request. `@name` stands for the id of what bears that name, `#file` for the bytes of a file of the demo.
    #[serde(default)]
    pub with: Value,
    /// The name under which what it made is known from then on.
    #[serde(rename = "as")]
    pub name: Option<String>,
}

/// A question answered at one go: what was noted, of whom and where, and what it comes to.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Answered {
    /// The code of the question.
    pub question: String,
    /// What was concluded.
    pub verdict: String,
    /// Who was asked.
    pub whom: String,
    /// The code of the site.
    pub site: String,
    /// Where there.
    pub place: String,
    /// From afar.
    #[serde(default)]
    pub remote: bool,
    /// What was heard and seen.
    pub notes: String,
    /// Why it is not applicable or was not assessed.
    #[serde(default)]
    pub reason: String,
}

/// A person who can sign.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Signatory {
    /// Their name.
    pub name: String,
    /// Who employs them.
    pub organisation: String,
}

/// An export that is brought in as a population.
#[derive(Debug, Deserialize)]
pub(super) struct Arrived {
    /// The name of the export.
    pub export: String,
    /// What one row is.
    pub record_type: String,
    /// What columns mean that the proposal doesn't know.
    #[serde(default)]
    pub mapping: BTreeMap<String, String>,
    /// The rest of what is said of it.
    #[serde(flatten)]
    pub told: Map<String, Value>,
}

/// One column of a sheet, worked from top to bottom. What is not singled out is as it should be.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Worked {
    /// The sample.
    pub sample: String,
    /// What is tested.
    pub attribute: String,
    /// The records that were singled out.
    #[serde(default)]
    pub noted: Vec<Noted>,
    /// How many of the last records nobody has looked at yet.
    #[serde(default)]
    pub leave_open: usize,
}

/// A record that is singled out: the first that fits and was not singled out before. Nobody knows its number when the
/// play is written.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Noted {
    /// What was seen; a failure where absent.
    pub mark: Option<Mark>,
    /// What the auditor wrote down.
    pub note: String,
    /// What stands in its cells or is its number; anything where empty.
    #[serde(default)]
    pub holding: Vec<String>,
    /// How many that fit are passed over.
    #[serde(default)]
    pub skip: usize,
}
