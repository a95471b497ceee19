//! A corrective action: what is done so that a nonconformity loses its cause, by whom and until when.

mod change;
mod close;
mod corrective_action;
mod error;
mod raise;

pub use change::{CHANGE, Change, change};
pub use close::{CLOSE, Closure, close};
pub use corrective_action::{BINDER, CORRECTIVE_ACTION, CorrectiveAction, DueChange, Source, Stage, actions};
pub use error::CorrectiveActionError;
pub use raise::{NewCorrectiveAction, RAISE, raise};
