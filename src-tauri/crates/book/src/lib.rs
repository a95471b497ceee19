//! The book: one workspace file, its binders, and the one door through which they change.
//!
//! A binder is an Automerge document and its changes are the truth; the tables are an index that can be rebuilt
//! from them at any time.
//!
//! Invariant: the book knows binders, records and acts. It doesn't know what an audit is.

mod act;
mod backup;
mod binder;
mod blob;
mod book;
mod change;
mod check;
mod error;
mod fields;
mod format;
mod history;
mod index;
mod kind;
mod local;
mod lock;
mod open_question;
mod reading;
mod search;
mod share;
mod shelf;
mod undo;
mod workspace;
mod writing;

pub use act::{Act, Author};
pub use blob::{BlobReader, BlobRef, BlobWriter, KeptFile, LARGEST_BLOB_BYTES};
pub use book::{BinderKind, BinderView, Book, Touched};
pub use check::CheckReport;
pub use error::BookError;
pub use fields::{LONGEST_LINE_CHARS, LONGEST_TEXT_CHARS};
pub use history::{FieldChange, HistoryEntry};
pub use kind::{Kind, Record};
pub use lock::Holder;
pub use open_question::{Answer, OpenQuestion};
pub use reading::Reading;
pub use rusqlite::params;
pub use search::Hit;
pub use share::{Heads, TakenIn};
pub use undo::{UndoState, UndoableAct};
pub use workspace::{Access, Opening};
pub use writing::Writing;
