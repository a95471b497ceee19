use std::{error::Error as StdError, fmt};

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// Whether a person can act on a problem, or something broke.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Severity {
    /// A rule said no. Nothing was changed; the person can act on it.
    Refusal,
    /// Something broke: the disk, the file, the program. Nothing was half-changed.
    Fault,
    /// The person stopped it.
    Cancelled,
}

/// A sentence and a next step: the one shape in which anything that went wrong reaches a person or a script.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Problem {
    /// A stable name such as `finding.no-evidence`; programs match on this, never on the words.
    pub code: String,
    /// What is the matter, in the user's words.
    pub message: String,
    /// What to do next, starting with a verb.
    pub remedy: String,
    /// Refusal, fault or cancel.
    pub severity: Severity,
}

impl Problem {
    /// A refusal: the person can act on it.
    #[must_use]
    pub fn refusal(code: &str, message: impl Into<String>, remedy: impl Into<String>) -> Self {
        Self { code: code.to_owned(), message: message.into(), remedy: remedy.into(), severity: Severity::Refusal }
    }

    /// A fault: something broke.
    #[must_use]
    pub fn fault(code: &str, message: impl Into<String>, remedy: impl Into<String>) -> Self {
        Self { severity: Severity::Fault, ..Self::refusal(code, message, remedy) }
    }

    /// The person stopped a long task. Nothing was changed.
    #[must_use]
    pub fn cancelled(what: &str) -> Self {
        Self {
            severity: Severity::Cancelled,
            ..Self::refusal(
                "cancelled",
                format!("{what} was stopped before it finished."),
                "Start it again when you want it.",
            )
        }
    }
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {}", self.message, self.remedy)
    }
}
impl StdError for Problem {}

/// How a slice's own error enum becomes a [`Problem`]: its `Display` is the sentence, this adds code and next step.
pub trait Explain: StdError {
    /// A stable name such as `finding.no-evidence`.
    fn code(&self) -> &'static str;
    /// What to do next, starting with a verb.
    fn remedy(&self) -> String;
    /// A refusal unless the slice says otherwise.
    fn severity(&self) -> Severity {
        Severity::Refusal
    }
    /// The fault underneath, where the slice only passes one on; it explains itself.
    fn fault(&self) -> Option<&Fault> {
        None
    }
    /// The problem a person or a script sees.
    fn problem(&self) -> Problem {
        if let Some(fault) = self.fault() {
            return fault.problem();
        }
        Problem {
            code: self.code().to_owned(),
            message: self.to_string(),
            remedy: self.remedy(),
            severity: self.severity(),
        }
    }
}

/// Something broke that no rule foresaw: the disk, the file, the program itself.
#[derive(Debug)]
pub struct Fault {
    problem: Box<Problem>,
    source: Option<Box<dyn StdError + Send + Sync>>,
}

impl Fault {
    /// A fault in plain words, with a code and a next step.
    #[must_use]
    pub fn new(code: &str, message: impl Into<String>, remedy: impl Into<String>) -> Self {
        Self { problem: Box::new(Problem::fault(code, message, remedy)), source: None }
    }

    /// Passes on a problem that a lower part has already put into words, whatever its severity.
    #[must_use]
    pub fn passing_on(problem: Problem) -> Self {
        Self { problem: Box::new(problem), source: None }
    }

    /// Keeps the error that caused it, for whoever mends the program.
    #[must_use]
    pub fn because(mut self, source: impl Into<Box<dyn StdError + Send + Sync>>) -> Self {
        self.source = Some(source.into());
        self
    }

    /// A mistake in the program: something that its own code promised did not hold.
    #[must_use]
    pub fn bug(what: impl fmt::Display) -> Self {
        Self::new(
            "program.bug",
            format!("The program made a mistake: {what}"),
            "Save nothing over the file; report this sentence with what you did just before.",
        )
    }
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.problem.message)?;
        if let Some(source) = &self.source {
            write!(f, " ({source})")?;
        }
        Ok(())
    }
}
impl StdError for Fault {
    fn source(&self) -> Option<&(dyn StdError + 'static)> {
        self.source.as_ref().map(|source| &**source as &(dyn StdError + 'static))
    }
}
impl From<Fault> for Problem {
    fn from(fault: Fault) -> Self {
        let message = fault.to_string();
        Self { message, ..*fault.problem }
    }
}
/// Whatever a slice refuses with reaches the outside as the problem it explains.
impl<E: Explain> From<E> for Problem {
    fn from(error: E) -> Self {
        error.problem()
    }
}

impl Fault {
    /// The problem a person or a script sees.
    #[must_use]
    pub fn problem(&self) -> Problem {
        Problem { message: self.to_string(), ..(*self.problem).clone() }
    }
    /// A stable name such as `workspace.disk-full`.
    #[must_use]
    pub fn code(&self) -> &str {
        &self.problem.code
    }
}
