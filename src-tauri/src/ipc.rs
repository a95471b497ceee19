//! The one command beneath every screen: a name and a request go in, an answer or a problem comes out.

use std::sync::Arc;

use ground::Problem;
use serde_json::Value;
use tauri::{AppHandle, Emitter as _, State};

use crate::{clerk::Clerk, window};

/// The event that says which kinds of record an act touched, so that screens ask again.
pub const TOUCHED: &str = "touched";

/// Calls one of the desk's operations.
#[tauri::command]
pub async fn call(
    app: AppHandle,
    clerk: State<'_, Arc<Clerk>>,
    name: String,
    request: Value,
) -> Result<Value, Problem> {
    let clerk = Arc::clone(&clerk);
    let answer =
        tauri::async_runtime::spawn_blocking(move || clerk.call(name, request)).await.map_err(|_| lost())??;
    if !answer.touched.is_empty() {
        // A window that is already gone needs no news.
        let _ = app.emit_to(window::MAIN, TOUCHED, &answer.touched);
    }
    Ok(answer.value)
}

fn lost() -> Problem {
    Problem::fault(
        "shell.call-lost",
        "The call was lost on its way to the desk.",
        "Try it again; start the program again if it stays so.",
    )
}
