use ::organisation::Person;
use ::programme::{APPROVE, CHANGE, NewProgramme, Programme, ProgrammeChange, Stage, approve, begin, change};
use ground::{Day, Id, Problem};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::Nothing;
use crate::{
    Desk, Named, Operation,
    cards::{AuditCard, audit_cards},
    coverage::{Coverage, coverage},
    operation::operation,
    work::person_name,
};

pub(super) fn operations() -> Vec<Operation> {
    vec![
        operation("programme.list", "The programmes, the latest first.", list),
        operation("programme.view", "A programme with its audits and its coverage.", |desk, request: OfProgramme| {
            let programme = request.programme.programme(desk.book()?.reading())?;
            view(desk, programme)
        }),
        operation("programme.begin", "Opens a programme for a period.", |desk, wanted: NewProgramme| {
            let author = desk.author()?;
            let book = desk.book_mut()?;
            let mark = book.desk_mark().to_owned();
            let programme = begin(book, &author, &mark, wanted)?;
            view(desk, programme.id)
        }),
        operation("programme.change", "Changes a programme; an approved one gets its next revision.", change_it),
        operation("programme.approve", "Approves the revision as it stands.", approve_it),
    ]
}

#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct OfProgramme {
    programme: Named,
}

/// A programme as a list shows it.
#[derive(Debug, Serialize, JsonSchema)]
struct ProgrammeCard {
    id: Id<Programme>,
    reference: String,
    title: String,
    stage: Stage,
    revision: i64,
    period_start: Day,
    period_end: Day,
    audits: i64,
}

fn list(desk: &mut Desk, _: Nothing) -> Result<Vec<ProgrammeCard>, Problem> {
    let today = desk.today();
    let reading = desk.book()?.reading();
    let programmes: Vec<Programme> = reading.records("ORDER BY period_start DESC, reference", [])?;
    programmes
        .into_iter()
        .map(|programme| {
            Ok(ProgrammeCard {
                stage: programme.stage(today),
                audits: reading.count("SELECT count(*) FROM audit WHERE programme = ?1", [programme.id.to_string()])?,
                id: programme.id,
                reference: programme.reference,
                title: programme.title,
                revision: programme.revision,
                period_start: programme.period_start,
                period_end: programme.period_end,
            })
        })
        .collect()
}

/// A programme with its audits and its coverage.
#[derive(Debug, Serialize, JsonSchema)]
struct ProgrammeView {
    id: Id<Programme>,
    reference: String,
    title: String,
    revision: i64,
    period_start: Day,
    period_end: Day,
    objectives: String,
    scope: String,
    methods: String,
    resources_days: Option<f64>,
    planned_days: f64,
    manager: Option<Id<Person>>,
    manager_name: Option<String>,
    approved_by: Option<Id<Person>>,
    approved_by_name: Option<String>,
    approved_on: Option<Day>,
    change_reason: String,
    stage: Stage,
    audits: Vec<AuditCard>,
    coverage: Coverage,
}

fn view(desk: &mut Desk, id: Id<Programme>) -> Result<ProgrammeView, Problem> {
    let today = desk.today();
    let reading = desk.book()?.reading();
    let programme = reading.need(id)?;
    let mut audits = audit_cards(reading, Some(id))?;
    audits.reverse();
    Ok(ProgrammeView {
        stage: programme.stage(today),
        planned_days: audits.iter().filter_map(|card| card.days).sum(),
        coverage: coverage(reading, id)?,
        audits,
        manager_name: person_name(reading, programme.manager)?,
        approved_by_name: person_name(reading, programme.approved_by)?,
        id: programme.id,
        reference: programme.reference,
        title: programme.title,
        revision: programme.revision,
        period_start: programme.period_start,
        period_end: programme.period_end,
        objectives: programme.objectives,
        scope: programme.scope,
        methods: programme.methods,
        resources_days: programme.resources_days,
        manager: programme.manager,
        approved_by: programme.approved_by,
        approved_on: programme.approved_on,
        change_reason: programme.change_reason,
    })
}

#[derive(Debug, Deserialize, JsonSchema)]
struct ChangeProgramme {
    programme: Named,
    /// Why; needed once the programme is approved.
    reason: Option<String>,
    #[serde(flatten)]
    change: ProgrammeChange,
}

fn change_it(desk: &mut Desk, request: ChangeProgramme) -> Result<ProgrammeView, Problem> {
    let author = desk.author()?;
    let id = request.programme.programme(desk.book()?.reading())?;
    desk.book_mut()?
        .act(id, CHANGE, &author, request.reason.as_deref(), |writing| change(writing, id, request.change))?;
    view(desk, id)
}

#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct ApproveProgramme {
    programme: Named,
    by: Named,
    on: Day,
}

fn approve_it(desk: &mut Desk, request: ApproveProgramme) -> Result<ProgrammeView, Problem> {
    let author = desk.author()?;
    let reading = desk.book()?.reading();
    let id = request.programme.programme(reading)?;
    let by = request.by.person(reading)?;
    desk.book_mut()?.act(id, APPROVE, &author, None, |writing| approve(writing, id, by, request.on))?;
    view(desk, id)
}
