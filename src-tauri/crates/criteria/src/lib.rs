//! Criteria: the standards audited against, as clause numbers, short titles and our own questions.
//!
//! Invariant: no sentence of a standard stands here. Editions are added, never changed: an audit keeps the edition it
//! was planned with.

mod catalogue;
mod edition;
mod error;

pub use catalogue::{ISO_20000_1_2018, catalogue, editions};
pub use edition::{Clause, ClauseKind, ClauseView, Edition, EditionView, LibraryQuestion, Pdca};
pub use error::CriteriaError;
