use book::{Act, Author, Book};
use ground::{Day, Fault, Id};
use organisation::Person;
use schemars::JsonSchema;
use serde::Deserialize;

use crate::{BINDER, Programme, ProgrammeError, Stage};

/// The act as history names it.
pub const BEGIN: Act = Act::named("programme.begin");

/// A programme that is to be begun.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct NewProgramme {
    /// The reference people read, such as `AP-2026`; given from the first day's year where absent. Its year is the year
    /// of everything numbered under it.
    pub reference: Option<String>,
    /// Its title.
    pub title: String,
    /// The first day.
    pub period_start: Day,
    /// The last day.
    pub period_end: Day,
    /// What it is to achieve.
    #[serde(default)]
    pub objectives: String,
    /// What it covers.
    #[serde(default)]
    pub scope: String,
    /// How audits are done.
    #[serde(default)]
    pub methods: String,
    /// Auditor-days of 8 hours there are.
    pub resources_days: Option<f64>,
    /// Who runs it.
    pub manager: Option<Id<Person>>,
}

/// Opens a programme for a period.
///
/// # Errors
/// Refuses an empty title, a period that ends before it begins and an unknown manager.
pub fn begin(book: &mut Book, by: &Author, mark: &str, wanted: NewProgramme) -> Result<Programme, ProgrammeError> {
    let title = wanted.title.trim().to_owned();
    if title.is_empty() {
        return Err(ProgrammeError::NoTitle);
    }
    if wanted.period_end < wanted.period_start {
        return Err(ProgrammeError::EndsBeforeItBegins { start: wanted.period_start, end: wanted.period_end });
    }
    if let Some(manager) = wanted.manager {
        book.reading().get(manager)?.ok_or(ProgrammeError::NoSuchPerson)?;
    }
    let reference = match wanted.reference.map(|reference| reference.trim().to_owned()) {
        Some(own) if !own.is_empty() => own,
        _ => next_reference(book, wanted.period_start.year(), mark)?,
    };
    let taken =
        book.reading().count("SELECT count(*) FROM programme WHERE reference = ?1 COLLATE NOCASE", [&reference])?;
    if taken > 0 {
        return Err(ProgrammeError::ReferenceTaken { reference });
    }
    let programme = Programme {
        id: Id::new(),
        reference: reference.clone(),
        title,
        revision: 0,
        period_start: wanted.period_start,
        period_end: wanted.period_end,
        objectives: wanted.objectives,
        scope: wanted.scope,
        methods: wanted.methods,
        resources_days: wanted.resources_days,
        manager: wanted.manager,
        approved_by: None,
        approved_on: None,
        change_reason: String::new(),
        stage: Stage::Draft,
    };
    book.act_in_new(programme.id, BINDER, &reference, BEGIN, by, |writing| {
        writing.put(&programme)?;
        Ok(programme)
    })
}

/// A desk other than the home desk adds its letters, so that two desks never give the same reference.
fn next_reference(book: &Book, year: i32, mark: &str) -> Result<String, Fault> {
    let earlier =
        book.reading().count("SELECT count(*) FROM programme WHERE reference LIKE ?1", [format!("AP-{year}%")])?;
    Ok(if earlier == 0 { format!("AP-{year}{mark}") } else { format!("AP-{year}-{}{mark}", earlier + 1) })
}
