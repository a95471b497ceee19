//! The large workspace between runs: made once, kept, and measured on a copy.

use std::{
    fs,
    path::{Path, PathBuf},
    time::Instant,
};

use book::{Access, Book, Opening};
use desk::KINDS;
use ground::{Fault, Problem, Secret, SystemClock};

use crate::large;

/// The two files that hold the same workspace.
pub struct Kept {
    pub encrypted: PathBuf,
    pub plain: PathBuf,
}

/// The passphrase of the large workspace, which holds nobody's secrets.
pub fn passphrase() -> Secret {
    Secret::new("ten years of audits".to_owned())
}

impl Kept {
    /// Where the workspace of so many audits is kept.
    pub fn within(folder: &Path, audits: usize) -> Self {
        let name = |form: &str| folder.join(format!("large-v{}-{audits}-{form}.tickmark", large::VERSION));
        Self { encrypted: name("encrypted"), plain: name("plain") }
    }

    /// Makes what is missing. Opens what is there once, so that its tables are as this program has them.
    ///
    /// # Errors
    /// Whatever the book refuses, and a folder where nothing can be written.
    pub fn make_ready(&self, audits: usize, fresh: bool) -> Result<(), Problem> {
        if fresh {
            remove(&self.encrypted);
            remove(&self.plain);
        }
        if !self.encrypted.exists() {
            let making = self.encrypted.with_extension("half-made");
            remove(&making);
            let begun = Instant::now();
            large::make(&making, &passphrase(), audits, &mut |made| {
                if made % 50 == 0 {
                    println!("made {made} of {audits} audits, {:.0} s", begun.elapsed().as_secs_f64());
                }
            })?;
            move_to(&making, &self.encrypted)?;
        }
        drop(open(&self.encrypted, Some(passphrase()))?);
        if !self.plain.exists() {
            let making = self.plain.with_extension("half-made");
            remove(&making);
            fs::copy(&self.encrypted, &making).map_err(Fault::bug)?;
            open(&making, Some(passphrase()))?.change_passphrase(Some(&passphrase()), None)?;
            move_to(&making, &self.plain)?;
        }
        drop(open(&self.plain, None)?);
        Ok(())
    }
}

fn open(path: &Path, passphrase: Option<Secret>) -> Result<Book, Problem> {
    let clock = Box::new(SystemClock);
    Ok(Book::open(path, Opening { passphrase, access: Access::Write, kinds: KINDS, clock, program: "bench" })?)
}

fn move_to(making: &Path, path: &Path) -> Result<(), Problem> {
    Ok(fs::rename(making, path).map_err(Fault::bug)?)
}

/// Removes a workspace that no program has open.
pub fn remove(path: &Path) {
    for ending in ["", "-wal", "-shm", ".lock"] {
        let mut name = path.as_os_str().to_os_string();
        name.push(ending);
        let _ = fs::remove_file(name);
    }
}
