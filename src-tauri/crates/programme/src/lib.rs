//! A programme: what is audited when and by whom, over a period.

mod approve;
mod begin;
mod change;
mod error;
mod programme;

pub use approve::{APPROVE, approve};
pub use begin::{BEGIN, NewProgramme, begin};
pub use change::{CHANGE, ProgrammeChange, change};
pub use error::ProgrammeError;
pub use programme::{BINDER, PROGRAMME, Programme, Stage, year_of};
