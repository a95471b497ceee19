//! Answers to the file dialogs that were written down beforehand, for tests in the real window. Debug builds only.
#![cfg(debug_assertions)]

use std::{collections::VecDeque, future::ready, path::PathBuf, sync::Mutex};

use tauri::WebviewWindow;

use crate::dialogs::{Dialogs, Filter, Pick};

/// The environment variable that holds the answers, one a line. An empty line, and none left, mean “cancelled”.
pub const ANSWERS: &str = "TICKMARK_DIALOG_ANSWER";

/// Answers in the order in which they were written.
pub struct Scripted(Mutex<VecDeque<String>>);

impl Scripted {
    /// The answers of this run, if the environment has any.
    pub fn from_environment() -> Option<Self> {
        std::env::var(ANSWERS).ok().map(|answers| Self::of(&answers))
    }

    fn of(answers: &str) -> Self {
        Self(Mutex::new(answers.split('\n').map(str::to_owned).collect()))
    }

    fn next(&self) -> Option<PathBuf> {
        let answer = self.0.lock().ok()?.pop_front()?;
        (!answer.is_empty()).then(|| PathBuf::from(answer))
    }
}

impl Dialogs for Scripted {
    fn file(&self, _: &WebviewWindow, _: &str, _: &[Filter]) -> Pick<PathBuf> {
        Box::pin(ready(self.next()))
    }

    fn files(&self, _: &WebviewWindow, _: &str, _: &[Filter]) -> Pick<Vec<PathBuf>> {
        Box::pin(ready(self.next().map(|path| vec![path])))
    }

    fn save(&self, _: &WebviewWindow, _: &str, _: &str, _: &[Filter]) -> Pick<PathBuf> {
        Box::pin(ready(self.next()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn answers_are_given_in_turn_and_an_empty_line_is_a_cancel() {
        let scripted = Scripted::of("/a.pdf\n\n/b.pdf");

        let given: Vec<_> = (0..4).map(|_| scripted.next()).collect();

        assert_eq!(given, [Some("/a.pdf".into()), None, Some("/b.pdf".into()), None]);
    }
}
