use audit::Audit;
use book::{Act, Author, Book};
use finding::Finding;
use ground::{Day, Id};
use organisation::Person;
use programme::year_of;
use schemars::JsonSchema;
use serde::Deserialize;

use crate::{BINDER, CorrectiveAction, CorrectiveActionError, Source, Stage};

/// The act as history names it.
pub const RAISE: Act = Act::named("action.raise");

/// A corrective action that is to be raised.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct NewCorrectiveAction {
    /// The nonconformity it answers to; absent where it answers to something else.
    pub finding: Option<Id<Finding>>,
    /// What it answers to, where it is no finding.
    pub source: Option<Source>,
    /// That in words.
    #[serde(default)]
    pub source_words: String,
    /// Who answers for it.
    pub owner: Id<Person>,
    /// Due at the end of this day.
    pub due: Day,
    /// What is to be done.
    pub description: String,
}

/// Raises a corrective action.
///
/// # Errors
/// Refuses one for something that is no nonconformity, without a description, with an unknown owner or a due day in
/// the past.
pub fn raise(
    book: &mut Book,
    by: &Author,
    mark: &str,
    wanted: NewCorrectiveAction,
) -> Result<CorrectiveAction, CorrectiveActionError> {
    let now = book.now();
    let reading = book.reading();
    let description = wanted.description.trim().to_owned();
    if description.is_empty() {
        return Err(CorrectiveActionError::NoDescription);
    }
    reading.get(wanted.owner)?.ok_or(CorrectiveActionError::NoSuchPerson)?;
    let mut audit: Option<Id<Audit>> = None;
    let source = match wanted.finding {
        Some(id) => {
            let finding = reading.need(id).map_err(ground::Fault::from)?;
            if !finding.stands() {
                return Err(CorrectiveActionError::FindingWithdrawn { reference: finding.reference });
            }
            if !finding.grade.is_nonconformity() {
                return Err(CorrectiveActionError::NotANonconformity { reference: finding.reference });
            }
            audit = Some(reading.binder_of(id).map_err(ground::Fault::from)?.of());
            Source::InternalAudit
        }
        None => {
            if wanted.source_words.trim().is_empty() {
                return Err(CorrectiveActionError::NoSource);
            }
            wanted.source.unwrap_or(Source::Other)
        }
    };
    if wanted.due < now.day() {
        return Err(CorrectiveActionError::DueInPast { due: wanted.due, raised: now.day() });
    }
    let year = year_of(reading, now.day())?;
    let last = reading.count(
        "SELECT coalesce(max(CAST(substr(reference, 10) AS INTEGER)), 0) FROM corrective_action WHERE reference LIKE ?1",
        [format!("CAR-{year}-%")],
    )?;
    // A desk other than the home desk adds its letters, so that two desks never give the same reference.
    let reference = format!("CAR-{year}-{:03}{mark}", last + 1);
    let action = CorrectiveAction {
        id: Id::new(),
        reference: reference.clone(),
        source,
        source_words: wanted.source_words,
        finding: wanted.finding,
        audit,
        owner: wanted.owner,
        description,
        due: wanted.due,
        original_due: wanted.due,
        due_changes: Vec::new(),
        raised_at: now,
        implemented_on: None,
        verified_by: None,
        verified_on: None,
        verification: String::new(),
        stage: Stage::Open,
    };
    book.act_in_new(action.id, BINDER, &reference, RAISE, by, |writing| {
        writing.put(&action)?;
        Ok(action)
    })
}
