use std::{
    io::{IsTerminal as _, Write as _},
    process::ExitCode,
};

use ground::{Problem, Severity};
use serde_json::Value;

/// How a command ended that was not refused.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Outcome {
    /// Done.
    Done,
    /// What was looked at is not valid.
    NotValid,
}

impl Outcome {
    pub fn code(self) -> ExitCode {
        match self {
            Self::Done => ExitCode::SUCCESS,
            Self::NotValid => ExitCode::from(4),
        }
    }
}

/// Where answers go: words for people, JSON for programs.
#[derive(Debug, Clone, Copy)]
pub struct Output {
    json: bool,
}

impl Output {
    pub fn new(json: bool) -> Self {
        Self { json }
    }

    pub fn is_json(self) -> bool {
        self.json
    }

    /// The answer as JSON where that was asked for, in words otherwise.
    pub fn answer(self, value: &Value, words: impl FnOnce() -> String) {
        let text = if self.json { pretty(value) } else { words() };
        // A reader that went away, such as `head`, is no fault.
        let _ = writeln!(std::io::stdout(), "{}", text.trim_end());
    }

    /// Tells a problem as `{code, message, remedy}` on the standard error, and the exit code that goes with it.
    pub fn problem(self, problem: &Problem) -> ExitCode {
        let told = serde_json::json!({
            "code": problem.code, "message": problem.message, "remedy": problem.remedy,
        });
        // A person in front of a terminal reads the sentences; whatever else reads it gets the object alone.
        let text = if self.json || !std::io::stderr().is_terminal() {
            told.to_string()
        } else {
            format!("{}\n{}\n({})", problem.message, problem.remedy, problem.code)
        };
        let _ = writeln!(std::io::stderr(), "{text}");
        match problem.severity {
            Severity::Refusal | Severity::Cancelled => ExitCode::from(1),
            Severity::Fault => ExitCode::from(3),
        }
    }
}

pub fn pretty(value: &Value) -> String {
    serde_json::to_string_pretty(value).unwrap_or_default()
}

/// A text field of an answer; empty where it is absent.
pub fn text<'a>(value: &'a Value, path: &str) -> &'a str {
    value.pointer(path).and_then(Value::as_str).unwrap_or_default()
}
