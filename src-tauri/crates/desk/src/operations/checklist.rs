use ::audit::Audit;
use ::checklist::{
    ADD, ANSWER, ChecklistError, ClauseResult, DROP, MOVE, NOTE, NewQuestion, Question, REASON, REWORD, Rewording,
    Verdict, WHERE, Where, add, answer, drop_question, move_before, note, result_of, reword, say_where, write_reason,
};
use ::organisation::Person;
use book::{Act, Writing};
use ground::{Id, Problem};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::audit::OfAudit;
use crate::{
    Desk, Named, Operation,
    operation::operation,
    views::{Around, QuestionView, question_view},
    work::Work,
};

pub(super) fn operations() -> Vec<Operation> {
    vec![
        operation("checklist.view", "The checklist of an audit with its answers.", |desk, request: OfAudit| {
            let audit = request.audit.audit(desk.book()?.reading())?;
            view(desk, audit)
        }),
        operation("checklist.question", "One question with its answer.", |desk, request: OfQuestion| {
            one(desk, request.question)
        }),
        operation("checklist.answer", "Answers a question, or takes the answer back.", |desk, request: Answer| {
            act(desk, request.question, ANSWER, None, |writing| {
                answer(writing, request.question, request.verdict, request.reason)
            })
        }),
        operation("checklist.note", "Writes what was heard and seen, as it is typed.", |desk, request: Note| {
            act(desk, request.question, NOTE, None, |writing| note(writing, request.question, request.notes))
        }),
        operation(
            "checklist.reason",
            "Writes why a question is not applicable or was not assessed.",
            |desk, request: Reason| {
                act(desk, request.question, REASON, None, |writing| {
                    write_reason(writing, request.question, request.reason)
                })
            },
        ),
        operation("checklist.where", "Says who was asked, where and when.", |desk, request: SayWhere| {
            act(desk, request.question, WHERE, None, |writing| say_where(writing, request.question, request.told))
        }),
        operation("checklist.add", "Adds a question of one's own.", add_it),
        operation(
            "checklist.reword",
            "Words a question differently, as long as it is not answered.",
            |desk, request: Reword| {
                act(desk, request.question, REWORD, None, |writing| reword(writing, request.question, request.words))
            },
        ),
        operation("checklist.move", "Moves a question within its clause.", move_it),
        operation("checklist.drop", "Leaves a question out, with a reason.", drop_it),
    ]
}

#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct OfQuestion {
    question: Id<Question>,
}

#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct Answer {
    question: Id<Question>,
    /// Null takes the answer back.
    verdict: Option<Verdict>,
    /// Needed for “not applicable” and “not assessed”.
    reason: Option<String>,
}

#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct Note {
    question: Id<Question>,
    notes: String,
}

#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct Reason {
    question: Id<Question>,
    reason: String,
}

#[derive(Debug, Deserialize, JsonSchema)]
struct SayWhere {
    question: Id<Question>,
    #[serde(flatten)]
    told: Where,
}

#[derive(Debug, Deserialize, JsonSchema)]
struct AddQuestion {
    audit: Named,
    #[serde(flatten)]
    question: NewQuestion,
}

#[derive(Debug, Deserialize, JsonSchema)]
struct Reword {
    question: Id<Question>,
    #[serde(flatten)]
    words: Rewording,
}

#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct Move {
    question: Id<Question>,
    /// The question it comes before; the end of the clause where absent.
    before: Option<Id<Question>>,
}

#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct Drop {
    question: Id<Question>,
    reason: String,
}

/// The checklist of an audit.
#[derive(Debug, Serialize, JsonSchema)]
struct ChecklistView {
    audit: Id<Audit>,
    edition: String,
    clauses: Vec<ClauseOnList>,
    questions: Vec<QuestionView>,
    answered: i64,
    of: i64,
    /// What “not applicable” can mean for this standard.
    not_applicable_hint: String,
}

/// A clause of the checklist and what its answers come to.
#[derive(Debug, Serialize, JsonSchema)]
struct ClauseOnList {
    number: String,
    title: String,
    position: usize,
    assigned: Option<Id<Person>>,
    questions: i64,
    answered: i64,
    result: ClauseResult,
    reason_not_covered: Option<String>,
}

fn view(desk: &mut Desk, audit: Id<Audit>) -> Result<ChecklistView, Problem> {
    let reading = desk.book()?.reading();
    let work = Work::read(reading, audit)?;
    let count = |of: usize| i64::try_from(of).unwrap_or(i64::MAX);
    let clauses = work
        .clauses()
        .into_iter()
        .map(|number| {
            let questions = work.of_clause(&number);
            ClauseOnList {
                title: work.edition.clause(&number).map(|clause| clause.title.clone()).unwrap_or_default(),
                position: work.edition.position(&number),
                assigned: work.audit.assigned.get(&number).copied(),
                questions: count(questions.clone().count()),
                answered: count(questions.clone().filter(|question| question.is_answered()).count()),
                result: result_of(questions),
                reason_not_covered: work.audit.not_covered.get(&number).cloned(),
                number,
            }
        })
        .collect();
    let around = Around {
        audit,
        assigned: work.audit.assigned.clone(),
        locked: work.audit.is_locked(),
        evidence: Some(Around::evidence_of(reading, audit)?),
    };
    let answered = count(work.questions.iter().filter(|question| question.is_answered()).count());
    let hint = if work.edition.not_applicable_means_no_instance() {
        "In ISO/IEC 20000-1 no requirement can be excluded: “not applicable” can only mean that no instance occurred in the period examined, such as no service transferred. Say so in the reason."
    } else {
        "Say why the requirement does not apply."
    };
    Ok(ChecklistView {
        audit,
        edition: work.edition.line(),
        clauses,
        answered,
        of: count(work.questions.len()),
        questions: work
            .questions
            .into_iter()
            .map(|question| question_view(reading, &around, question))
            .collect::<Result<_, _>>()?,
        not_applicable_hint: hint.to_owned(),
    })
}

fn one(desk: &mut Desk, question: Id<Question>) -> Result<QuestionView, Problem> {
    let reading = desk.book()?.reading();
    let audit: Id<Audit> = reading.binder_of(question)?.of();
    question_view(reading, &Around::read(reading, audit)?, reading.need(question)?)
}

/// An act on one question that answers with it.
fn act<R>(
    desk: &mut Desk,
    question: Id<Question>,
    act: Act,
    reason: Option<&str>,
    verb: impl FnOnce(&mut Writing<'_>) -> Result<R, ChecklistError>,
) -> Result<QuestionView, Problem> {
    let author = desk.author()?;
    let binder = desk.book()?.reading().binder_of(question)?;
    desk.book_mut()?.act(binder, act, &author, reason, verb)?;
    one(desk, question)
}

fn add_it(desk: &mut Desk, request: AddQuestion) -> Result<QuestionView, Problem> {
    let author = desk.author()?;
    let audit = request.audit.audit(desk.book()?.reading())?;
    let question = desk.book_mut()?.act(audit, ADD, &author, None, |writing| add(writing, request.question))?;
    one(desk, question.id)
}

fn move_it(desk: &mut Desk, request: Move) -> Result<ChecklistView, Problem> {
    let author = desk.author()?;
    let binder = desk.book()?.reading().binder_of(request.question)?;
    desk.book_mut()?
        .act(binder, MOVE, &author, None, |writing| move_before(writing, request.question, request.before))?;
    view(desk, binder.of())
}

fn drop_it(desk: &mut Desk, request: Drop) -> Result<ChecklistView, Problem> {
    let author = desk.author()?;
    let binder = desk.book()?.reading().binder_of(request.question)?;
    desk.book_mut()?
        .act(binder, DROP, &author, Some(&request.reason), |writing| drop_question(writing, request.question))?;
    view(desk, binder.of())
}
