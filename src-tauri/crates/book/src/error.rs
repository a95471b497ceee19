use std::path::PathBuf;

use ground::{Explain, Fault, Severity};
use rusqlite::ErrorCode;

use crate::Holder;

/// Why the book may refuse. Each is something a person can act on; a [`Fault`] is not.
#[derive(Debug, thiserror::Error)]
pub enum BookError {
    /// The path holds something else.
    #[error("{} is not a Tickmark workspace.", path.display())]
    NotAWorkspace {
        /// Where it was looked for.
        path: PathBuf,
    },
    /// Nothing is at the path.
    #[error("There is no workspace at {}.", path.display())]
    NoSuchFile {
        /// Where it was looked for.
        path: PathBuf,
    },
    /// A new workspace never replaces a file.
    #[error("There is already a file at {}.", path.display())]
    AlreadyThere {
        /// The file in the way.
        path: PathBuf,
    },
    /// The file is encrypted and no passphrase was given.
    #[error("This workspace is encrypted and needs its passphrase.")]
    NeedsPassphrase,
    /// The key does not fit. A file that was never a workspace can't be told apart from this.
    #[error("The passphrase does not open this workspace.")]
    WrongPassphrase,
    /// A passphrase that a machine guesses at once.
    #[error("The passphrase is shorter than {least} characters.")]
    PassphraseTooShort {
        /// The least number of characters.
        least: usize,
    },
    /// The file was written by a later version of the program.
    #[error(
        "This workspace was written by a newer version of Tickmark (format {found}; this program reads up to {known})."
    )]
    Newer {
        /// The file's format.
        found: i64,
        /// The newest format this program knows.
        known: i64,
    },
    /// The file was written by an earlier version of the program and can't be changed as it is opened.
    #[error(
        "This workspace was written by an older version of Tickmark (format {found}; this program keeps format {known})."
    )]
    Older {
        /// The file's format.
        found: i64,
        /// The format that this program writes.
        known: i64,
    },
    /// Another program has the workspace open for writing.
    #[error("The workspace is open elsewhere: {holder}.")]
    Held {
        /// Who has it.
        holder: Holder,
    },
    /// The workspace was opened for reading only.
    #[error("This workspace is open for reading only, so nothing can be changed.")]
    ReadOnly,
    /// No binder of that id is in the workspace.
    #[error("The workspace has no binder {id}.")]
    NoBinder {
        /// The id asked for.
        id: String,
    },
    /// No record of that id is in the workspace.
    #[error("There is no {kind} {id} in this workspace.")]
    NoRecord {
        /// The kind of record.
        kind: &'static str,
        /// The id asked for.
        id: String,
    },
    /// The desk has done nothing that could be undone.
    #[error("There is nothing to undo.")]
    NothingToUndo,
    /// Nothing was undone that could be done again.
    #[error("There is nothing to redo.")]
    NothingToRedo,
    /// The act can't be taken back.
    #[error("“{act}” can’t be undone, because others may already rely on it.")]
    Lasting {
        /// The act's name.
        act: String,
    },
    /// Someone changed the same field since.
    #[error("“{act}” can’t be undone: {who} has changed {field} since.")]
    ChangedSince {
        /// The act that was to be undone.
        act: String,
        /// Who changed it.
        who: String,
        /// The field, as a person would say it.
        field: String,
    },
    /// Someone changed what an undo had put back.
    #[error("“{act}” can’t be done again: {who} has changed {field} since.")]
    UndoneChangedSince {
        /// The act that was to be done again.
        act: String,
        /// Who changed it.
        who: String,
        /// The field, as a person would say it.
        field: String,
    },
    /// The question is not open, or the answer is not among those given.
    #[error("The question about {field} is not open any more, or has other answers by now.")]
    NotOpen {
        /// The field, as a person would say it.
        field: String,
    },
    /// Evidence larger than a workspace takes.
    #[error("This file has {size_bytes} bytes; a workspace takes files of up to {largest_bytes} bytes.")]
    BlobTooLarge {
        /// The file's size.
        size_bytes: u64,
        /// The largest size taken.
        largest_bytes: u64,
    },
    /// No blob of that hash.
    #[error("The bytes {sha256} are not in this workspace.")]
    NoBlob {
        /// The SHA-256 asked for.
        sha256: String,
    },
    /// A file could not be read.
    #[error("{} can’t be read: {reason}.", path.display())]
    Unreadable {
        /// The file.
        path: PathBuf,
        /// What the operating system said.
        reason: String,
    },
    /// A file could not be written.
    #[error("{} can’t be written: {reason}.", path.display())]
    Unwritable {
        /// The file.
        path: PathBuf,
        /// What the operating system said.
        reason: String,
    },
    /// Bytes that are no change.
    #[error("These bytes are not a change of a binder: {reason}.")]
    NotAChange {
        /// What is wrong with them.
        reason: String,
    },
    /// A long task was stopped by the person.
    #[error("{what} was stopped before it finished.")]
    Cancelled {
        /// The task.
        what: &'static str,
    },
    /// Something broke.
    #[error(transparent)]
    Fault(#[from] Fault),
}

impl Explain for BookError {
    fn code(&self) -> &'static str {
        match self {
            Self::NotAWorkspace { .. } => "workspace.not-a-workspace",
            Self::NoSuchFile { .. } => "workspace.no-such-file",
            Self::AlreadyThere { .. } => "workspace.already-there",
            Self::NeedsPassphrase => "workspace.needs-passphrase",
            Self::WrongPassphrase => "workspace.wrong-passphrase",
            Self::PassphraseTooShort { .. } => "workspace.passphrase-too-short",
            Self::Newer { .. } => "workspace.newer",
            Self::Older { .. } => "workspace.older",
            Self::Held { .. } => "workspace.held",
            Self::ReadOnly => "workspace.read-only",
            Self::NoBinder { .. } => "binder.not-found",
            Self::NoRecord { .. } => "record.not-found",
            Self::NothingToUndo => "undo.nothing",
            Self::NothingToRedo => "redo.nothing",
            Self::Lasting { .. } => "undo.lasting",
            Self::ChangedSince { .. } => "undo.changed-since",
            Self::UndoneChangedSince { .. } => "redo.changed-since",
            Self::NotOpen { .. } => "question.not-open",
            Self::BlobTooLarge { .. } => "blob.too-large",
            Self::NoBlob { .. } => "blob.not-found",
            Self::Unreadable { .. } => "file.unreadable",
            Self::Unwritable { .. } => "file.unwritable",
            Self::NotAChange { .. } => "change.not-a-change",
            Self::Cancelled { .. } => "cancelled",
            Self::Fault(_) => "fault",
        }
    }

    fn remedy(&self) -> String {
        match self {
            Self::NotAWorkspace { .. } => "Choose a file that ends in .tickmark, or start a new workspace.",
            Self::NoSuchFile { .. } => "Check the path, or start a new workspace there.",
            Self::AlreadyThere { .. } => "Choose another name, or open the file that is there.",
            Self::NeedsPassphrase => "Type the passphrase it was created with.",
            Self::WrongPassphrase => {
                "Type the passphrase again. If it is right, the file is damaged or was never a workspace: open a backup."
            }
            Self::PassphraseTooShort { .. } => "Use a longer one; four random words are easy to keep in mind.",
            Self::Newer { .. } => "Install the newer version; nothing in the file was touched.",
            Self::Older { .. } => "Open it for writing once, or open a copy of it for writing.",
            Self::Held { .. } => "Close it there first, or open it here for reading only.",
            Self::ReadOnly => "Close it where it is open for writing, or copy the file to a disk you may write to.",
            Self::NoBinder { .. } | Self::NoRecord { .. } => "Look the reference up in the list it comes from.",
            Self::NothingToUndo | Self::NothingToRedo => "Go on; the history shows everything that was done.",
            Self::Lasting { .. } => "Issue a new revision with a reason instead.",
            Self::NotOpen { .. } => "Look at the record as it stands now, and answer again if it is still open.",
            Self::ChangedSince { .. } | Self::UndoneChangedSince { .. } => "Look at the history of the record and change the field by hand.",
            Self::BlobTooLarge { .. } => {
                "Attach an extract, or write down where the file is kept and what its SHA-256 is."
            }
            Self::NoBlob { .. } => "Ask whoever captured it for the bytes; the hash will prove them.",
            Self::Unreadable { .. } => "Check that the file is there and that you may read it.",
            Self::Unwritable { .. } => "Choose a folder that exists, that you may write to and that has room.",
            Self::NotAChange { .. } => "Ask the sender for the file again; nothing was taken over.",
            Self::Cancelled { .. } => "Start it again when you want it.",
            Self::Fault(_) => "Try again.",
        }
        .to_owned()
    }

    fn severity(&self) -> Severity {
        match self {
            Self::Cancelled { .. } => Severity::Cancelled,
            _ => Severity::Refusal,
        }
    }

    fn fault(&self) -> Option<&Fault> {
        if let Self::Fault(fault) = self { Some(fault) } else { None }
    }
}

impl From<BookError> for Fault {
    fn from(error: BookError) -> Self {
        match error {
            BookError::Fault(fault) => fault,
            refusal => Self::passing_on(refusal.problem()),
        }
    }
}

/// Says what a database error means for the person at the desk.
pub(crate) fn fault(error: rusqlite::Error) -> Fault {
    let told = match error.sqlite_error_code() {
        Some(ErrorCode::DiskFull) => Fault::new(
            "workspace.disk-full",
            "The disk is full, so the last change could not be saved. What was saved before is safe.",
            "Free some space, then repeat the last change.",
        ),
        Some(ErrorCode::ReadOnly | ErrorCode::CannotOpen | ErrorCode::PermissionDenied) => Fault::new(
            "workspace.not-writable",
            "The workspace can’t be written where it lies.",
            "Copy it to a folder you may write to, or open it for reading only.",
        ),
        Some(ErrorCode::DatabaseCorrupt | ErrorCode::NotADatabase) => Fault::new(
            "workspace.damaged",
            "The workspace file is damaged.",
            "Copy the file as it is, then open your last backup; `tick check` says what is hurt.",
        ),
        Some(ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked) => Fault::new(
            "workspace.busy",
            "Another program is writing to the workspace right now.",
            "Wait a moment and try again.",
        ),
        Some(ErrorCode::SystemIoFailure) => Fault::new(
            "workspace.io",
            "The disk did not take or give what it was asked for.",
            "Check the disk and its connection, then try again; what was saved before is safe.",
        ),
        _ => Fault::new(
            "workspace.sqlite",
            "The database reported an error.",
            "Try again; if it stays, run `tick check` on the workspace.",
        ),
    };
    told.because(error)
}

impl BookError {
    pub(crate) fn sqlite(error: rusqlite::Error) -> Self {
        Self::Fault(fault(error))
    }
}
