use corrective_action::{
    CHANGE, CLOSE, Change, Closure, CorrectiveAction, CorrectiveActionError, NewCorrectiveAction, Source, actions,
    change, close, raise,
};
use ground::{Day, Id, Problem};
use schemars::JsonSchema;
use serde::Deserialize;

use crate::{
    Desk, Named, Operation,
    cards::{ActionCard, action_card, action_cards},
    operation::operation,
};

pub(super) fn operations() -> Vec<Operation> {
    vec![
        operation("action.list", "The corrective actions, the earliest due day first.", list),
        operation("action.view", "One corrective action.", |desk, request: OfAction| {
            let action = request.action.action(desk.book()?.reading())?;
            one(desk, action)
        }),
        operation("action.raise", "Raises a corrective action from a nonconformity or another source.", raise_it),
        operation(
            "action.change",
            "Changes a corrective action; moving its due date needs a reason.",
            |desk, request: ChangeIt| {
                act(desk, &request.action, CHANGE, request.reason.as_deref(), |writing, action| {
                    change(writing, action, request.change)
                })
            },
        ),
        operation(
            "action.close",
            "Closes a corrective action that someone other than its owner saw to work.",
            |desk, request: CloseIt| {
                act(desk, &request.action, CLOSE, None, |writing, action| close(writing, action, request.closure))
            },
        ),
    ]
}

#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct OfAction {
    action: Named,
}

#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct List {
    audit: Option<Named>,
    owner: Option<Named>,
    finding: Option<Named>,
}

fn list(desk: &mut Desk, request: List) -> Result<Vec<ActionCard>, Problem> {
    let today = desk.today();
    let reading = desk.book()?.reading();
    let audit = request.audit.map(|audit| audit.audit(reading)).transpose()?;
    let owner = request.owner.map(|owner| owner.person(reading)).transpose()?;
    let finding = request.finding.map(|finding| finding.finding(reading)).transpose()?;
    let mut wanted = actions(reading)?;
    wanted.retain(|action| {
        (audit.is_none() || action.audit == audit)
            && owner.is_none_or(|owner| action.owner == owner)
            && (finding.is_none() || action.finding == finding)
    });
    Ok(action_cards(reading, wanted, today)?)
}

#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct Raise {
    /// The nonconformity it answers to; absent where it answers to something else.
    finding: Option<Named>,
    /// What it answers to, where it is no finding.
    source: Option<Source>,
    /// That in words.
    #[serde(default)]
    source_words: String,
    owner: Named,
    due: Day,
    description: String,
}

fn raise_it(desk: &mut Desk, request: Raise) -> Result<ActionCard, Problem> {
    let author = desk.author()?;
    let reading = desk.book()?.reading();
    let wanted = NewCorrectiveAction {
        finding: request.finding.map(|finding| finding.finding(reading)).transpose()?,
        source: request.source,
        source_words: request.source_words,
        owner: request.owner.person(reading)?,
        due: request.due,
        description: request.description,
    };
    let book = desk.book_mut()?;
    let mark = book.desk_mark().to_owned();
    let action = raise(book, &author, &mark, wanted)?;
    one(desk, action.id)
}

#[derive(Debug, Deserialize, JsonSchema)]
struct ChangeIt {
    action: Named,
    /// Why; needed to move the due date.
    reason: Option<String>,
    #[serde(flatten)]
    change: Change,
}

#[derive(Debug, Deserialize, JsonSchema)]
struct CloseIt {
    action: Named,
    #[serde(flatten)]
    closure: Closure,
}

fn one(desk: &mut Desk, action: Id<CorrectiveAction>) -> Result<ActionCard, Problem> {
    let today = desk.today();
    let reading = desk.book()?.reading();
    Ok(action_card(reading, reading.need(action)?, today)?)
}

fn act<R>(
    desk: &mut Desk,
    action: &Named,
    act: book::Act,
    reason: Option<&str>,
    verb: impl FnOnce(&mut book::Writing<'_>, Id<CorrectiveAction>) -> Result<R, CorrectiveActionError>,
) -> Result<ActionCard, Problem> {
    let author = desk.author()?;
    let id = action.action(desk.book()?.reading())?;
    desk.book_mut()?.act(id, act, &author, reason, |writing| verb(writing, id))?;
    one(desk, id)
}
