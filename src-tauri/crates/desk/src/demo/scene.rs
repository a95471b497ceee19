use serde::Deserialize;
use serde_json::Value;

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
