//! Files outside the workspace.

use std::path::{Path, PathBuf};

use ground::Problem;

use crate::DeskError;

/// The file beside another one whose name goes on with that ending.
pub(crate) fn beside(path: &Path, ending: &str) -> PathBuf {
    let mut name = path.as_os_str().to_os_string();
    name.push(ending);
    PathBuf::from(name)
}

/// Removes a workspace that was never finished, with everything the book puts beside it.
pub(crate) fn remove_workspace(path: &Path) {
    for ending in ["", "-wal", "-shm", ".lock", ".holder"] {
        // What is not there need not be removed; what can't be is in nobody's way.
        let _ = std::fs::remove_file(beside(path, ending));
    }
}

/// Writes a file whole or not at all.
pub(crate) fn write(to: &Path, bytes: &[u8]) -> Result<(), Problem> {
    let unwritable = |error: std::io::Error| DeskError::Unwritable {
        path: to.to_string_lossy().into_owned(),
        reason: error.to_string(),
    };
    let making = beside(to, ".making");
    std::fs::write(&making, bytes).and_then(|()| std::fs::rename(&making, to)).map_err(|error| {
        let _ = std::fs::remove_file(&making);
        Problem::from(unwritable(error))
    })
}
