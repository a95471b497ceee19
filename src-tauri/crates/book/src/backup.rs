use std::{fs, path::Path};

use ground::Secret;

use crate::{Access, Book, BookError, workspace};

impl Book {
    /// Copies the workspace, whole and consistent, to another file under the same passphrase, and proves the copy opens.
    ///
    /// # Errors
    /// Refuses a path where a file already is or nothing can be written, and a wrong passphrase. Leaves no file behind then.
    pub fn back_up(&self, to: &Path, passphrase: Option<&Secret>) -> Result<(), BookError> {
        if to.exists() {
            return Err(BookError::AlreadyThere { path: to.to_owned() });
        }
        if self.encrypted && passphrase.is_none_or(Secret::is_empty) {
            return Err(BookError::NeedsPassphrase);
        }
        let passphrase = passphrase.filter(|_| self.encrypted);
        // Proves the passphrase before the copy is written under it.
        drop(workspace::connect(&self.path, passphrase, Access::Read)?);
        let making = workspace::beside(to, ".making");
        let _ = fs::remove_file(&making);
        let copied = workspace::export(&self.connection, &making, passphrase)
            .and_then(|()| workspace::connect(&making, passphrase, Access::Read).map(drop))
            .and_then(|()| {
                fs::rename(&making, to)
                    .map_err(|error| BookError::Unwritable { path: to.to_owned(), reason: error.to_string() })
            });
        if copied.is_err() {
            let _ = fs::remove_file(&making);
        }
        copied
    }
}
