//! The system's own file dialogs.

use std::path::{Path, PathBuf};

use rfd::{AsyncFileDialog, FileHandle};
use tauri::WebviewWindow;

use crate::dialogs::{Dialogs, Filter, Pick};

/// Answers with what the person picks in the system's dialog.
pub struct Native;

impl Dialogs for Native {
    fn file(&self, parent: &WebviewWindow, title: &str, filters: &[Filter]) -> Pick<PathBuf> {
        let dialog = over(parent, title, filters);
        Box::pin(async move { dialog.pick_file().await.map(path) })
    }

    fn files(&self, parent: &WebviewWindow, title: &str, filters: &[Filter]) -> Pick<Vec<PathBuf>> {
        let dialog = over(parent, title, filters);
        Box::pin(async move { dialog.pick_files().await.map(|files| files.into_iter().map(path).collect()) })
    }

    fn save(&self, parent: &WebviewWindow, title: &str, suggested: &str, filters: &[Filter]) -> Pick<PathBuf> {
        // Only a file name is suggested: the person, not the page, chooses the folder.
        let name = Path::new(suggested).file_name().unwrap_or_default().to_string_lossy();
        let dialog = over(parent, title, filters).set_file_name(name);
        Box::pin(async move { dialog.save_file().await.map(path) })
    }
}

fn over(parent: &WebviewWindow, title: &str, filters: &[Filter]) -> AsyncFileDialog {
    filters
        .iter()
        .fold(AsyncFileDialog::new().set_parent(parent).set_title(title), |dialog, Filter { name, extensions }| {
            dialog.add_filter(name, extensions)
        })
}

fn path(file: FileHandle) -> PathBuf {
    file.path().to_path_buf()
}
