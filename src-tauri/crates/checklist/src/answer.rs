use audit::{Audit, must_be_open};
use book::{Act, Writing};
use ground::{Id, Instant, said};
use organisation::Site;
use schemars::JsonSchema;
use serde::Deserialize;

use crate::{ChecklistError, Question, Verdict};

/// The act as history names it.
pub const ANSWER: Act = Act::named("checklist.answer");
/// The act as history names it.
pub const NOTE: Act = Act::named("checklist.note");
/// The act as history names it.
pub const REASON: Act = Act::named("checklist.reason");
/// The act as history names it.
pub const WHERE: Act = Act::named("checklist.where");

/// Answers a question, or takes the answer back with no verdict.
///
/// # Errors
/// Refuses “not applicable” and “not assessed” without a reason, and while a signed report stands.
pub fn answer(
    writing: &mut Writing<'_>,
    question: Id<Question>,
    verdict: Option<Verdict>,
    reason: Option<String>,
) -> Result<Question, ChecklistError> {
    let mut question = open(writing, question)?;
    if let Some(reason) = reason {
        question.reason = reason;
    }
    match verdict {
        Some(verdict) if verdict.needs_reason() && question.reason.trim().is_empty() => {
            let verdict = if verdict == Verdict::NotApplicable { "not applicable" } else { "not assessed" };
            return Err(ChecklistError::ReasonNeeded { verdict });
        }
        _ => {}
    }
    question.verdict = verdict;
    question.answered_by = verdict.and(writing.by.person.map(Id::from_uuid));
    question.answered_at = verdict.map(|_| writing.now);
    writing.put(&question)?;
    Ok(question)
}

/// Writes what was heard and seen, as it is typed.
///
/// # Errors
/// Refuses while a signed report stands.
pub fn note(writing: &mut Writing<'_>, question: Id<Question>, notes: String) -> Result<Question, ChecklistError> {
    let mut question = open(writing, question)?;
    question.notes = notes;
    writing.put(&question)?;
    Ok(question)
}

/// Writes why a question is not applicable or was not assessed, as it is typed.
///
/// # Errors
/// Refuses while a signed report stands, and an empty reason where the verdict needs one.
pub fn write_reason(
    writing: &mut Writing<'_>,
    question: Id<Question>,
    reason: String,
) -> Result<Question, ChecklistError> {
    let question = open(writing, question)?;
    let verdict = question.verdict;
    let mut question = question;
    question.reason = reason;
    if question.reason.trim().is_empty()
        && let Some(verdict) = verdict.filter(|verdict| verdict.needs_reason())
    {
        let verdict = if verdict == Verdict::NotApplicable { "not applicable" } else { "not assessed" };
        return Err(ChecklistError::ReasonNeeded { verdict });
    }
    writing.put(&question)?;
    Ok(question)
}

/// Who was asked, where and when. What is absent stays.
#[derive(Debug, Clone, Default, Deserialize, JsonSchema)]
pub struct Where {
    /// Who was interviewed.
    pub with_whom: Option<String>,
    /// Where.
    pub place: Option<String>,
    /// At which site; null takes it back.
    #[serde(default, deserialize_with = "said")]
    pub site: Option<Option<Id<Site>>>,
    /// When.
    pub seen_at: Option<Instant>,
    /// From afar.
    pub remote: Option<bool>,
}

/// Says who was asked, where and when.
///
/// # Errors
/// Refuses a day before the audit or in the future, and while a signed report stands.
pub fn say_where(writing: &mut Writing<'_>, question: Id<Question>, wanted: Where) -> Result<Question, ChecklistError> {
    let mut question = open(writing, question)?;
    if let Some(at) = wanted.seen_at {
        let audit: Audit = writing.need(writing.binder())?;
        audit.can_see_at(at, writing.now)?;
        question.seen_at = Some(at);
    }
    question.with_whom = wanted.with_whom.unwrap_or(question.with_whom);
    question.place = wanted.place.unwrap_or(question.place);
    question.site = wanted.site.unwrap_or(question.site);
    question.remote = wanted.remote.unwrap_or(question.remote);
    writing.put(&question)?;
    Ok(question)
}

/// The question, where the audit's work may still change.
pub(crate) fn open(writing: &Writing<'_>, question: Id<Question>) -> Result<Question, ChecklistError> {
    must_be_open(writing.reading(), writing.binder())?;
    Ok(writing.need(question)?)
}
