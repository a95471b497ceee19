//! Closing: the page writes down what was typed last, then the window goes.

use std::{
    sync::atomic::{AtomicBool, Ordering},
    thread,
    time::Duration,
};

use tauri::{AppHandle, Emitter as _, Manager as _, State, Window, WindowEvent};

use crate::window;

/// The event that asks the page to write down what waits, and to answer with [`leave`].
pub const CLOSING: &str = "closing";

/// How long the page may take to answer. A page that is broken never does, and the window has to close all the same.
const PATIENCE: Duration = Duration::from_secs(5);

/// Whether the page has been asked and has not answered yet.
#[derive(Debug, Default)]
pub struct Asked(AtomicBool);

/// Called for whatever happens to the window: closing waits for the page's answer.
pub fn follow(window: &Window, event: &WindowEvent) {
    if let WindowEvent::CloseRequested { api, .. } = event {
        api.prevent_close();
        ask(window.app_handle());
    }
}

/// Asks the page whether the window may close.
pub fn ask(app: &AppHandle) {
    if app.state::<Asked>().0.swap(true, Ordering::SeqCst) {
        // It has been asked already.
        return;
    }
    if app.emit_to(window::MAIN, CLOSING, ()).is_err() {
        return close(app);
    }
    let waiting = app.clone();
    let spawned = thread::Builder::new().name("closing".to_owned()).spawn(move || {
        thread::sleep(PATIENCE);
        if waiting.state::<Asked>().0.load(Ordering::SeqCst) {
            close(&waiting);
        }
    });
    if spawned.is_err() {
        // Without a thread nobody would close the window of a page that is broken.
        close(app);
    }
}

/// The page's answer: all is written down, or the person has to look at something first.
#[tauri::command]
pub async fn leave(app: AppHandle, asked: State<'_, Asked>, ready: bool) -> Result<(), ground::Problem> {
    asked.0.store(false, Ordering::SeqCst);
    if ready {
        close(&app);
    }
    Ok(())
}

fn close(app: &AppHandle) {
    match app.get_webview_window(window::MAIN) {
        Some(window) if window.destroy().is_ok() => {}
        // Without its window the program has nothing left to do.
        _ => app.exit(0),
    }
}
