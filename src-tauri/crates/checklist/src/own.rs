use audit::Audit;
use book::{Act, Writing};
use ground::Id;
use schemars::JsonSchema;
use serde::Deserialize;

use crate::{ChecklistError, Origin, Question, answer::open};

/// The act as history names it.
pub const ADD: Act = Act::named("checklist.add");
/// The act as history names it.
pub const REWORD: Act = Act::named("checklist.reword");
/// The act as history names it.
pub const MOVE: Act = Act::named("checklist.move");
/// The act as history names it.
pub const DROP: Act = Act::named("checklist.drop");

/// A question written for one audit.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
pub struct NewQuestion {
    /// The clause it belongs to.
    pub clause: String,
    /// The question.
    pub text: String,
    /// What to look for.
    #[serde(default)]
    pub look_for: Vec<String>,
    /// The question it comes after; the last of the clause when absent.
    pub after: Option<Id<Question>>,
}

/// Adds a question of the auditor's own.
///
/// # Errors
/// Refuses an empty one and a clause out of scope.
pub fn add(writing: &mut Writing<'_>, wanted: NewQuestion) -> Result<Question, ChecklistError> {
    let audit: Audit = writing.need(writing.binder())?;
    audit.must_be_open()?;
    if !audit.clauses.contains(&wanted.clause) {
        return Err(ChecklistError::OutOfScope { clause: wanted.clause });
    }
    let text = wanted.text.trim().to_owned();
    if text.is_empty() {
        return Err(ChecklistError::Empty);
    }
    let all: Vec<Question> = writing.all()?;
    let own = all.iter().filter(|question| question.clause == wanted.clause && question.origin == Origin::Own).count();
    let mut clause = of_clause(&all, &wanted.clause);
    let code = format!("OWN-{}-{:02}{}", wanted.clause, own + 1, writing.desk_mark());
    let question = Question::asked(code, wanted.clause, text, wanted.look_for, Origin::Own);
    let id = question.id;
    let place = wanted
        .after
        .and_then(|after| clause.iter().position(|other| other.id == after))
        .map_or(clause.len(), |place| place + 1);
    clause.insert(place, question);
    number(writing, clause)?;
    Ok(writing.need(id)?)
}

/// New words for a question.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
pub struct Rewording {
    /// The question.
    pub text: String,
    /// What to look for; stays when absent.
    pub look_for: Option<Vec<String>>,
}

/// Words a question differently, as long as it is not answered.
///
/// # Errors
/// Refuses an answered question and an empty one.
pub fn reword(
    writing: &mut Writing<'_>,
    question: Id<Question>,
    wanted: Rewording,
) -> Result<Question, ChecklistError> {
    let mut question = open(writing, question)?;
    if question.is_answered() {
        return Err(ChecklistError::Answered { code: question.code });
    }
    let text = wanted.text.trim().to_owned();
    if text.is_empty() {
        return Err(ChecklistError::Empty);
    }
    question.text = text;
    question.look_for = wanted.look_for.unwrap_or(question.look_for);
    writing.put(&question)?;
    Ok(question)
}

/// Moves a question before another of its clause; to the end of the clause when none is named.
///
/// # Errors
/// Refuses to move it to another clause.
pub fn move_before(
    writing: &mut Writing<'_>,
    question: Id<Question>,
    before: Option<Id<Question>>,
) -> Result<(), ChecklistError> {
    let question = open(writing, question)?;
    let all: Vec<Question> = writing.all()?;
    let mut clause = of_clause(&all, &question.clause);
    clause.retain(|other| other.id != question.id);
    let place = match before {
        Some(before) => clause.iter().position(|other| other.id == before).ok_or(ChecklistError::OtherClause)?,
        None => clause.len(),
    };
    clause.insert(place, question);
    number(writing, clause)
}

/// Leaves a question out, with the act's reason. Its clause stays in scope.
///
/// # Errors
/// Refuses an answered question, and without a reason.
pub fn drop_question(writing: &mut Writing<'_>, question: Id<Question>) -> Result<Question, ChecklistError> {
    let mut question = open(writing, question)?;
    if question.is_answered() {
        return Err(ChecklistError::Answered { code: question.code });
    }
    let reason = writing.reason.map(str::trim).unwrap_or_default();
    if reason.is_empty() {
        return Err(ChecklistError::DropNeedsReason { code: question.code });
    }
    question.dropped_reason = reason.to_owned();
    writing.put(&question)?;
    Ok(question)
}

fn of_clause(all: &[Question], clause: &str) -> Vec<Question> {
    let mut questions: Vec<Question> = all.iter().filter(|question| question.clause == clause).cloned().collect();
    questions.sort_by_key(|question| (question.position, question.id));
    questions
}

fn number(writing: &mut Writing<'_>, clause: Vec<Question>) -> Result<(), ChecklistError> {
    let mut position = 0;
    for question in clause {
        position += 1000;
        writing.put(&Question { position, ..question })?;
    }
    Ok(())
}
