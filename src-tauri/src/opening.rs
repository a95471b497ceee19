//! Which workspace to show: asked by the window when it starts, and told to it when a second start hands one over.

use std::sync::Mutex;

use desk::Home;
use ground::Problem;
use serde::Serialize;
use tauri::{AppHandle, Emitter as _, Manager as _, State};

use crate::{arguments::Arguments, window};

/// The event that a second start, or a double click on a file, sends to the window. It carries an [`Opening`].
pub const OPENING: &str = "opening";

/// The demo workspace's file name in the program's own folder.
const DEMO: &str = "demo.tickmark";

/// What the window is asked to show.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct Opening {
    /// The workspace's path, or none: the first page.
    pub workspace: Option<String>,
    /// Whether it is the demo workspace, which is made when it is not there yet.
    pub demo: bool,
}

/// What the program was started with, until the window has asked for it.
#[derive(Default)]
pub struct AskedFor(Mutex<Opening>);

impl AskedFor {
    /// Keeps it for the window's first question.
    pub fn at_start(opening: Opening) -> Self {
        Self(Mutex::new(opening))
    }
}

impl Opening {
    /// What these arguments ask the window to show. `home` is the program's own folder.
    pub fn of(arguments: &Arguments, home: &Home) -> Self {
        match arguments {
            Arguments::Workspace(path) => Self { workspace: Some(path.to_string_lossy().into_owned()), demo: false },
            Arguments::Demo => Self { workspace: Some(home.0.join(DEMO).to_string_lossy().into_owned()), demo: true },
            Arguments::Nothing | Arguments::Help | Arguments::Version => Self::default(),
        }
    }
}

/// Which workspace the program was started with.
#[tauri::command]
pub fn opening(asked_for: State<'_, AskedFor>) -> Result<Opening, Problem> {
    // Kept, not taken: a page that is loaded again shows the same workspace again.
    asked_for.0.lock().map(|opening| opening.clone()).map_err(|_| {
        Problem::fault(
            "shell.start-lost",
            "What the program was started with was lost.",
            "Open the workspace from the File menu.",
        )
    })
}

/// Hands a second start's wish to the window that is already open, and brings that window to the front.
pub fn hand_over(app: &AppHandle, arguments: &Arguments) {
    if let Some(window) = app.get_webview_window(window::MAIN) {
        // A window manager may refuse to raise a window; the workspace is handed over all the same.
        let _ = window.unminimize();
        let _ = window.show();
        let _ = window.set_focus();
    }
    let opening = Opening::of(arguments, &Home::of_user());
    if opening.workspace.is_some() {
        if let Some(mut asked_for) = app.try_state::<AskedFor>().as_ref().and_then(|asked_for| asked_for.0.lock().ok())
        {
            *asked_for = opening.clone();
        }
        let _ = app.emit_to(window::MAIN, OPENING, opening);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_demo_lives_in_the_programs_own_folder() {
        let opening = Opening::of(&Arguments::Demo, &Home("/data".into()));

        assert!(opening.demo);
        assert_eq!(opening.workspace.as_deref(), Some("/data/demo.tickmark"));
    }

    #[test]
    fn no_arguments_show_the_first_page() {
        assert_eq!(Opening::of(&Arguments::Nothing, &Home("/data".into())), Opening::default());
    }
}
