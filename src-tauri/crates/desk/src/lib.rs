//! The desk: opens a workspace for a person, and offers the one list of operations that screens and scripts use.
//!
//! Invariant: whatever a screen can do, a script can do, because both go through [`Desk::call`].

mod cards;
mod coverage;
mod demo;
mod desk;
mod error;
mod facts;
mod files;
mod hex;
mod issue;
mod kinds;
mod named;
mod operation;
mod operations;
mod pictures;
mod readiness;
mod recent;
mod sampled;
mod secrets;
mod typescript;
mod views;
mod work;
mod zone;

pub use demo::{DEMO_PASSPHRASE, make_demo};
pub use desk::{Answer, Desk, Home};
pub use error::DeskError;
pub use kinds::KINDS;
pub use named::Named;
pub use operation::{Operation, OperationView, list, schemas};
pub use secrets::{NoSecrets, Secrets};
pub use typescript::client;
