use std::{
    fmt,
    fs::{self, File, OpenOptions, TryLockError},
    io::Read,
    path::{Path, PathBuf},
};

use ground::Instant;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::workspace::beside;

/// Who has a workspace open for writing.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Holder {
    /// The account on that computer.
    pub user: String,
    /// The computer's name.
    pub computer: String,
    /// The program: the desktop or `tick`.
    pub program: String,
    /// The process, to find it in a task list.
    pub process: u32,
    /// Since when.
    pub since: Instant,
}

impl Holder {
    /// This process, from now on.
    #[must_use]
    pub fn this_process(program: &str, since: Instant) -> Self {
        let from_environment =
            |names: &[&str]| names.iter().find_map(|name| std::env::var(name).ok()).filter(|text| !text.is_empty());
        let computer = from_environment(&["HOSTNAME", "COMPUTERNAME"])
            .or_else(|| fs::read_to_string("/etc/hostname").ok().map(|text| text.trim().to_owned()));
        Self {
            user: from_environment(&["USER", "LOGNAME", "USERNAME"]).unwrap_or_else(|| "someone".to_owned()),
            computer: computer.unwrap_or_else(|| "this computer".to_owned()),
            program: program.to_owned(),
            process: std::process::id(),
            since,
        }
    }
}

impl fmt::Display for Holder {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            f,
            "{} on {} has it since {} ({}, process {})",
            self.user,
            self.computer,
            self.since.utc().format("%Y-%m-%d %H:%M UTC"),
            self.program,
            self.process
        )
    }
}

/// The lock that makes one program at a time the writer. The operating system lets go of it when the process ends,
/// however it ends.
#[derive(Debug)]
pub(crate) struct WriterLock {
    /// Held as long as the lock is to be.
    _file: File,
    /// Who has it stands in a file of its own: Windows lets nobody else read one that is locked.
    told: PathBuf,
}

impl Drop for WriterLock {
    fn drop(&mut self) {
        let _ = fs::remove_file(&self.told);
    }
}

/// What came of trying to become the writer.
pub(crate) enum Locking {
    Ours(WriterLock),
    Held(Option<Holder>),
    /// The folder can't be written, so neither can the workspace.
    Impossible,
}

pub(crate) fn try_lock(workspace: &Path, holder: &Holder) -> Locking {
    let opened =
        OpenOptions::new().read(true).write(true).create(true).truncate(false).open(beside(workspace, ".lock"));
    let Ok(file) = opened else { return Locking::Impossible };
    let told = beside(workspace, ".holder");
    match file.try_lock() {
        Ok(()) => {
            // A courtesy to the second program; the lock counts even when it can't be written.
            if let Ok(text) = serde_json::to_vec(holder) {
                let _ = fs::write(&told, text);
            }
            Locking::Ours(WriterLock { _file: file, told })
        }
        Err(TryLockError::WouldBlock) => Locking::Held(read_holder(&told)),
        Err(TryLockError::Error(_)) => Locking::Impossible,
    }
}

fn read_holder(told: &Path) -> Option<Holder> {
    let mut text = String::new();
    File::open(told).ok()?.take(4096).read_to_string(&mut text).ok()?;
    serde_json::from_str(&text).ok()
}
