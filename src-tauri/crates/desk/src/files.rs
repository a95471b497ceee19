//! The files that belong to one workspace.

use std::path::{Path, PathBuf};

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
