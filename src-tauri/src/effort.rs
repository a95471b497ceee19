//! What the desk is busy with: the window may look at it, and ask for an end, while a call is under way.

use std::sync::Arc;

use ground::{Effort, Problem, Progress};
use tauri::State;

/// How far the call is that the desk works on; nothing where it is quick or none is under way.
#[tauri::command]
pub fn progress(effort: State<'_, Arc<Effort>>) -> Result<Option<Progress>, Problem> {
    Ok(effort.progress())
}

/// Asks the call that is under way to stop. It leaves nothing half-done.
#[tauri::command]
pub fn stop(effort: State<'_, Arc<Effort>>) -> Result<(), Problem> {
    effort.stop();
    Ok(())
}
