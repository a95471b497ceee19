//! The checklist: the questions of an audit, frozen when it is planned, and what was answered.

mod answer;
mod draw;
mod error;
mod own;
mod question;
mod result;

pub use answer::{ANSWER, NOTE, REASON, WHERE, Where, answer, note, say_where, write_reason};
pub use draw::{DRAW, draw};
pub use error::ChecklistError;
pub use own::{ADD, DROP, MOVE, NewQuestion, REWORD, Rewording, add, drop_question, move_before, reword};
pub use question::{Origin, QUESTION, Question, Verdict, questions_of};
pub use result::{ClauseResult, result_of};
