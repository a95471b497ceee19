use book::{Act, HistoryEntry, OpenQuestion, UndoState, UndoableAct};
use ground::{Id, Problem};
use schemars::JsonSchema;
use serde::Deserialize;
use uuid::Uuid;

use super::Nothing;
use crate::{Desk, DeskError, Named, Operation, operation::operation};

pub(super) fn operations() -> Vec<Operation> {
    vec![
        operation("history.recent", "The newest acts of the workspace or of one binder.", recent),
        operation("history.of-record", "The history of one record: who, when, from what to what, why.", of_record),
        operation(
            "history.open-questions",
            "Fields that two people set differently and nobody has settled.",
            open_questions,
        ),
        operation("history.settle", "Settles a field that two people set differently.", settle),
        operation("undo.state", "What undo and redo would do now.", |desk, _: Nothing| -> Result<UndoState, Problem> {
            Ok(desk.book()?.undo_state()?)
        }),
        operation(
            "undo.undo",
            "Takes back the last act of this desk.",
            |desk, _: Nothing| -> Result<UndoableAct, Problem> {
                let author = desk.author()?;
                Ok(desk.book_mut()?.undo(&author)?)
            },
        ),
        operation(
            "undo.redo",
            "Does again what was last undone.",
            |desk, _: Nothing| -> Result<UndoableAct, Problem> {
                let author = desk.author()?;
                Ok(desk.book_mut()?.redo(&author)?)
            },
        ),
    ]
}

#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct Recent {
    binder: Option<Uuid>,
    /// The hash of a change: only what came before it.
    before: Option<String>,
    /// At most so many; 100 where absent.
    most: Option<u32>,
}

fn recent(desk: &mut Desk, request: Recent) -> Result<Vec<HistoryEntry>, Problem> {
    let binder = request.binder.map(Id::from_uuid);
    Ok(desk.book()?.recent(binder, request.before.as_deref(), request.most.unwrap_or(100).min(1000))?)
}

#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct OfRecord {
    /// The kind of record; told from the reference where absent.
    kind: Option<String>,
    /// Its id, or the reference people read.
    record: Named,
}

fn of_record(desk: &mut Desk, request: OfRecord) -> Result<Vec<HistoryEntry>, Problem> {
    let id = request.record.0.parse::<Uuid>().ok();
    let (kind, record) = match (request.kind, id) {
        (Some(kind), Some(id)) => (kind, id),
        _ => request.record.any(desk.book()?.reading())?,
    };
    Ok(desk.book_mut()?.history_of(&kind, record)?)
}

#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct OpenQuestions {
    binder: Option<Uuid>,
}

fn open_questions(desk: &mut Desk, request: OpenQuestions) -> Result<Vec<OpenQuestion>, Problem> {
    Ok(desk.book()?.open_questions::<()>(request.binder.map(Id::from_uuid))?)
}

const SETTLE: Act = Act::named("question.settle");

#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct Settle {
    kind: String,
    record: Uuid,
    field: String,
    /// Which of the answers is to stand, counted from 0 in the order in which the question lists them.
    answer: usize,
    reason: Option<String>,
}

fn settle(desk: &mut Desk, request: Settle) -> Result<Vec<OpenQuestion>, Problem> {
    let author = desk.author()?;
    let open = desk.book()?.open_questions::<()>(None)?;
    let question = open
        .into_iter()
        .find(|open| open.kind == request.kind && open.record == request.record && open.field == request.field)
        .ok_or_else(|| DeskError::NotFound { what: "open question", named: request.field.clone() })?;
    let binder: Id<()> = Id::from_uuid(question.binder);
    desk.book_mut()?
        .act(binder, SETTLE, &author, request.reason.as_deref(), |writing| writing.settle(&question, request.answer))?;
    Ok(desk.book()?.open_questions(Some(binder))?)
}
