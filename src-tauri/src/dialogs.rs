//! The native file dialogs. What a person picks comes back as a path; nothing is read or written here.

use std::{future::Future, path::PathBuf, pin::Pin};

use ground::Problem;
use serde::Deserialize;
use tauri::{State, WebviewWindow};

/// A dialog that is open: `None` when the person cancels it.
pub type Pick<T> = Pin<Box<dyn Future<Output = Option<T>> + Send>>;

/// A kind of file a person may choose to see.
#[derive(Debug, Clone, Deserialize)]
pub struct Filter {
    /// As the dialog names it: `Tickmark workspace`.
    pub name: String,
    /// Without the dot: `tickmark`.
    pub extensions: Vec<String>,
}

/// Who answers when the program asks for a file.
pub trait Dialogs: Send + Sync {
    /// One file that exists.
    fn file(&self, parent: &WebviewWindow, title: &str, filters: &[Filter]) -> Pick<PathBuf>;
    /// Several files that exist.
    fn files(&self, parent: &WebviewWindow, title: &str, filters: &[Filter]) -> Pick<Vec<PathBuf>>;
    /// Where to save; `suggested` is a file name.
    fn save(&self, parent: &WebviewWindow, title: &str, suggested: &str, filters: &[Filter]) -> Pick<PathBuf>;
}

/// The one who answers in this run of the program.
pub type Answering = Box<dyn Dialogs>;

/// Asks for one file. `None` when the person cancels.
#[tauri::command]
pub async fn pick_file(
    window: WebviewWindow,
    dialogs: State<'_, Answering>,
    title: String,
    filters: Vec<Filter>,
) -> Result<Option<String>, Problem> {
    dialogs.file(&window, &title, &filters).await.map(in_unicode).transpose()
}

/// Asks for any number of files. Empty when the person cancels.
#[tauri::command]
pub async fn pick_files(
    window: WebviewWindow,
    dialogs: State<'_, Answering>,
    title: String,
    filters: Vec<Filter>,
) -> Result<Vec<String>, Problem> {
    let picked = dialogs.files(&window, &title, &filters).await.unwrap_or_default();
    picked.into_iter().map(in_unicode).collect()
}

/// Asks where to save. `None` when the person cancels.
#[tauri::command]
pub async fn pick_save(
    window: WebviewWindow,
    dialogs: State<'_, Answering>,
    title: String,
    suggested: String,
    filters: Vec<Filter>,
) -> Result<Option<String>, Problem> {
    let picked = dialogs.save(&window, &title, &suggested, &filters).await;
    picked.map(|path| in_unicode(with_an_extension(path, &filters))).transpose()
}

/// Some systems' dialogs leave the typed name bare; a workspace without its ending would not be found again.
fn with_an_extension(path: PathBuf, filters: &[Filter]) -> PathBuf {
    let wanted = filters.first().and_then(|filter| filter.extensions.first());
    match wanted {
        Some(extension) if path.extension().is_none() && extension != "*" => path.with_extension(extension),
        _ => path,
    }
}

fn in_unicode(path: PathBuf) -> Result<String, Problem> {
    path.into_os_string().into_string().map_err(|name| {
        Problem::refusal(
            "shell.name-unreadable",
            format!("The file name “{}” has characters that can't be read.", name.to_string_lossy()),
            "Rename the file, then choose it again.",
        )
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn workspaces() -> Vec<Filter> {
        vec![Filter { name: "Tickmark workspace".into(), extensions: vec!["tickmark".into()] }]
    }

    #[test]
    fn a_name_typed_without_an_ending_gets_the_first_one_offered() {
        assert_eq!(with_an_extension("/a/north".into(), &workspaces()), PathBuf::from("/a/north.tickmark"));
        assert_eq!(with_an_extension("/a/north.pdf".into(), &workspaces()), PathBuf::from("/a/north.pdf"));
        assert_eq!(with_an_extension("/a/north".into(), &[]), PathBuf::from("/a/north"));
    }

    #[cfg(unix)]
    #[test]
    fn a_file_name_that_is_no_text_is_refused_in_words() {
        use std::{ffi::OsString, os::unix::ffi::OsStringExt as _};

        let problem = in_unicode(OsString::from_vec(vec![b'a', 0xff]).into()).unwrap_err();

        assert_eq!(problem.code, "shell.name-unreadable");
        assert!(problem.remedy.starts_with("Rename"));
    }
}
