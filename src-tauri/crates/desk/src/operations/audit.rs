use std::collections::{BTreeMap, BTreeSet};

use ::audit::{
    ADD_MEMBER, ASSIGN, Acceptance, Accepted, Audit, AuditError, CANCEL, CHANGE_PLAN, CLOSING, Method, NOT_COVERED,
    NewAudit, OPENING, ObjectivesOutcome, PUT_PARTICIPANT, Participant, PlanChange, Prose, PutParticipant,
    REMOVE_MEMBER, REMOVE_PARTICIPANT, TeamMember, TeamRole, WRITE, add_member, assign, cancel, change_plan, closing,
    not_covered, opening, plan, put_participant, remove_member, remove_participant, write,
};
use ::checklist::{ChecklistError, draw};
use ::criteria::catalogue;
use ::organisation::{Conflict, Examined, OwnDocument, Person, Process, Service, Site, conflicts, name_of};
use book::{Act, Writing};
use ground::{Day, Id, Instant, Problem};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::{
    Desk, DeskError, Named, Operation,
    cards::{AuditCard, audit_card, audit_cards},
    operation::operation,
    work::{Work, person_name},
};

pub(super) fn operations() -> Vec<Operation> {
    vec![
        operation(
            "audit.list",
            "The audits, the latest first.",
            |desk, request: List| -> Result<Vec<AuditCard>, Problem> {
                let reading = desk.book()?.reading();
                let programme = request.programme.map(|programme| programme.programme(reading)).transpose()?;
                Ok(audit_cards(reading, programme)?)
            },
        ),
        operation("audit.view", "An audit with its plan and team.", |desk, request: OfAudit| {
            let audit = request.audit.audit(desk.book()?.reading())?;
            view(desk, audit)
        }),
        operation("audit.plan", "Plans an audit and draws its checklist.", plan_it),
        operation("audit.change-plan", "Changes the plan; new clauses get their questions.", change_it),
        operation("audit.write", "Writes one of the longer texts, as it is typed.", write_it),
        operation("audit.add-member", "Takes somebody into the team.", add_it),
        operation("audit.remove-member", "Lets somebody go from the team.", remove_it),
        operation("audit.check-independence", "Why a person could not audit this; empty when they can.", independence),
        operation("audit.assign", "Gives clauses to a member of the team, or takes them back.", assign_it),
        operation("audit.put-participant", "Puts somebody on the attendance list, or changes their entry.", put_it),
        operation("audit.remove-participant", "Takes somebody off the attendance list.", take_off),
        operation("audit.hold-opening", "Records the opening meeting.", |desk, request: Meeting| {
            act(desk, &request.audit, OPENING, None, |writing, audit| opening(writing, audit, request.at))
        }),
        operation("audit.hold-closing", "Records the closing meeting.", close_it),
        operation("audit.not-covered", "Says why a clause was not looked at.", |desk, request: NotCovered| {
            act(desk, &request.audit, NOT_COVERED, Some(&request.reason), |writing, audit| {
                not_covered(writing, audit, &request.clause)
            })
        }),
        operation("audit.cancel", "Calls an audit off.", |desk, request: WithReason| {
            act(desk, &request.audit, CANCEL, Some(&request.reason), cancel)
        }),
    ]
}

#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct List {
    /// Only of this programme.
    programme: Option<Named>,
}

#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct OfAudit {
    pub audit: Named,
}

#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct WithReason {
    audit: Named,
    reason: String,
}

#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct Meeting {
    audit: Named,
    at: Instant,
}

#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct NotCovered {
    audit: Named,
    clause: String,
    /// Empty takes it back.
    reason: String,
}

/// An audit with its plan and team.
#[derive(Debug, Serialize, JsonSchema)]
pub(super) struct AuditView {
    #[serde(flatten)]
    card: AuditCard,
    objectives: String,
    scope_text: String,
    clause_numbers: Vec<String>,
    edition: String,
    criteria_line: String,
    own_documents: BTreeSet<Id<OwnDocument>>,
    sites: Vec<SiteInScope>,
    process_ids: BTreeSet<Id<Process>>,
    service_ids: BTreeSet<Id<Service>>,
    method: Method,
    period_from: Option<Day>,
    period_to: Option<Day>,
    client: Option<Id<Person>>,
    client_name: Option<String>,
    confidentiality: String,
    distribution: String,
    planned_days: Option<f64>,
    actual_days: Option<f64>,
    opening_held_at: Option<Instant>,
    closing_held_at: Option<Instant>,
    course: String,
    obstacles: String,
    conclusion: String,
    fulfilment: String,
    objectives_outcome: Option<ObjectivesOutcome>,
    objectives_met: String,
    implications: String,
    follow_up_text: String,
    team: Vec<TeamMemberView>,
    participants: Vec<Participant>,
    assigned: BTreeMap<String, Id<Person>>,
    not_covered: BTreeMap<String, String>,
    /// A signed report stands and no revision is being made.
    locked: bool,
    /// Why a new revision is being made; empty while none is.
    revision_reason: String,
    stage_reason: String,
}

/// A site in scope and how it is visited.
#[derive(Debug, Serialize, JsonSchema)]
struct SiteInScope {
    site: Id<Site>,
    code: String,
    name: String,
    method: Method,
}

/// Somebody in the team.
#[derive(Debug, Serialize, JsonSchema)]
struct TeamMemberView {
    id: Id<TeamMember>,
    person: Id<Person>,
    name: String,
    job_title: String,
    role: TeamRole,
    conflicts: Vec<Conflict>,
    accepted: Option<Accepted>,
}

pub(super) fn view(desk: &mut Desk, id: Id<Audit>) -> Result<AuditView, Problem> {
    let reading = desk.book()?.reading();
    let work = Work::read(reading, id)?;
    let card = audit_card(reading, id)?.ok_or(DeskError::NotFound { what: "audit", named: id.to_string() })?;
    let mut sites = Vec::new();
    for (site, method) in &work.audit.sites {
        let record = reading.get(*site)?;
        sites.push(SiteInScope {
            site: *site,
            code: record.as_ref().map(|site| site.code.clone()).unwrap_or_default(),
            name: record.map(|site| site.name).unwrap_or_default(),
            method: *method,
        });
    }
    sites.sort_by(|a, b| a.code.cmp(&b.code));
    let team = work
        .team
        .iter()
        .map(|member| {
            let person = reading.get(member.person)?;
            Ok(TeamMemberView {
                id: member.id,
                person: member.person,
                name: name_of(reading, member.person)?,
                job_title: person.map(|person| person.job_title).unwrap_or_default(),
                role: member.role,
                conflicts: member.conflicts.clone(),
                accepted: member.accepted.clone(),
            })
        })
        .collect::<Result<_, Problem>>()?;
    Ok(AuditView {
        card,
        clause_numbers: work.clauses(),
        criteria_line: work.edition.line(),
        client_name: person_name(reading, work.audit.client)?,
        locked: work.audit.is_locked(),
        participants: work.participants,
        team,
        sites,
        objectives: work.audit.objectives,
        scope_text: work.audit.scope_text,
        edition: work.audit.edition,
        own_documents: work.audit.own_documents,
        process_ids: work.audit.processes,
        service_ids: work.audit.services,
        method: work.audit.method,
        period_from: work.audit.period_from,
        period_to: work.audit.period_to,
        client: work.audit.client,
        confidentiality: work.audit.confidentiality,
        distribution: work.audit.distribution,
        planned_days: work.audit.planned_days,
        actual_days: work.audit.actual_days,
        opening_held_at: work.audit.opening_held_at,
        closing_held_at: work.audit.closing_held_at,
        course: work.audit.course,
        obstacles: work.audit.obstacles,
        conclusion: work.audit.conclusion,
        fulfilment: work.audit.fulfilment,
        objectives_outcome: work.audit.objectives_outcome,
        objectives_met: work.audit.objectives_met,
        implications: work.audit.implications,
        follow_up_text: work.audit.follow_up_text,
        assigned: work.audit.assigned,
        not_covered: work.audit.not_covered,
        revision_reason: work.audit.revision_reason,
        stage_reason: work.audit.stage_reason,
    })
}

/// An act in an audit's binder that answers with the audit.
fn act<R>(
    desk: &mut Desk,
    audit: &Named,
    act: Act,
    reason: Option<&str>,
    verb: impl FnOnce(&mut Writing<'_>, Id<Audit>) -> Result<R, AuditError>,
) -> Result<AuditView, Problem> {
    let author = desk.author()?;
    let id = audit.audit(desk.book()?.reading())?;
    desk.book_mut()?.act(id, act, &author, reason, |writing| verb(writing, id))?;
    view(desk, id)
}

fn plan_it(desk: &mut Desk, wanted: NewAudit) -> Result<AuditView, Problem> {
    let author = desk.author()?;
    let book = desk.book_mut()?;
    let mark = book.desk_mark().to_owned();
    let audit = plan::<ChecklistError>(book, &author, &mark, wanted, draw)?;
    view(desk, audit.id)
}

#[derive(Debug, Deserialize, JsonSchema)]
struct ChangeThePlan {
    audit: Named,
    #[serde(flatten)]
    change: PlanChange,
}

fn change_it(desk: &mut Desk, request: ChangeThePlan) -> Result<AuditView, Problem> {
    let author = desk.author()?;
    let id = request.audit.audit(desk.book()?.reading())?;
    desk.book_mut()?.act(id, CHANGE_PLAN, &author, None, |writing| {
        let audit = change_plan(writing, id, request.change)?;
        draw(writing, &audit)
    })?;
    view(desk, id)
}

#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct WriteProse {
    audit: Named,
    field: Prose,
    text: String,
}

/// When something was saved.
#[derive(Debug, Serialize, JsonSchema)]
struct Saved {
    saved_at: Instant,
}

fn write_it(desk: &mut Desk, request: WriteProse) -> Result<Saved, Problem> {
    let author = desk.author()?;
    let id = request.audit.audit(desk.book()?.reading())?;
    desk.book_mut()?.act(id, WRITE, &author, None, |writing| write(writing, id, request.field, request.text))?;
    Ok(Saved { saved_at: desk.now() })
}

#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct AddMember {
    audit: Named,
    person: Named,
    role: TeamRole,
    /// Who accepts that they are not independent, where that is so.
    accept_conflicts: Option<Acceptance>,
}

fn add_it(desk: &mut Desk, request: AddMember) -> Result<AuditView, Problem> {
    let person = request.person.person(desk.book()?.reading())?;
    act(desk, &request.audit, ADD_MEMBER, None, |writing, audit| {
        add_member(writing, audit, person, request.role, request.accept_conflicts)
    })
}

#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct RemoveMember {
    audit: Named,
    member: Id<TeamMember>,
    reason: String,
}

fn remove_it(desk: &mut Desk, request: RemoveMember) -> Result<AuditView, Problem> {
    act(desk, &request.audit, REMOVE_MEMBER, Some(&request.reason), |writing, audit| {
        remove_member(writing, audit, request.member)
    })
}

#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct CheckIndependence {
    person: Named,
    clauses: BTreeSet<String>,
    #[serde(default)]
    sites: BTreeSet<Id<Site>>,
    #[serde(default)]
    processes: BTreeSet<Id<Process>>,
    #[serde(default)]
    services: BTreeSet<Id<Service>>,
    date_start: Day,
}

fn independence(desk: &mut Desk, request: CheckIndependence) -> Result<Vec<Conflict>, Problem> {
    let reading = desk.book()?.reading();
    let person = request.person.person(reading)?;
    let examined = Examined {
        clauses: request.clauses,
        sites: request.sites,
        processes: request.processes,
        services: request.services,
    };
    Ok(conflicts(reading, person, &examined, request.date_start)?)
}

#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct AssignClauses {
    audit: Named,
    clauses: BTreeSet<String>,
    /// Absent takes them back.
    person: Option<Named>,
}

fn assign_it(desk: &mut Desk, request: AssignClauses) -> Result<AuditView, Problem> {
    let reading = desk.book()?.reading();
    let person = request.person.map(|person| person.person(reading)).transpose()?;
    let edition = catalogue(&reading.need(request.audit.audit(reading)?)?.edition)?;
    edition.check_auditable(&request.clauses)?;
    act(desk, &request.audit, ASSIGN, None, |writing, audit| assign(writing, audit, &request.clauses, person))
}

#[derive(Debug, Deserialize, JsonSchema)]
struct PutAParticipant {
    audit: Named,
    #[serde(flatten)]
    participant: PutParticipant,
}

fn put_it(desk: &mut Desk, request: PutAParticipant) -> Result<Participant, Problem> {
    let author = desk.author()?;
    let id = request.audit.audit(desk.book()?.reading())?;
    Ok(desk
        .book_mut()?
        .act(id, PUT_PARTICIPANT, &author, None, |writing| put_participant(writing, id, request.participant))?)
}

#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct RemoveParticipant {
    audit: Named,
    participant: Id<Participant>,
}

fn take_off(desk: &mut Desk, request: RemoveParticipant) -> Result<AuditView, Problem> {
    act(desk, &request.audit, REMOVE_PARTICIPANT, None, |writing, audit| {
        remove_participant(writing, audit, request.participant)
    })
}

fn close_it(desk: &mut Desk, request: Meeting) -> Result<AuditView, Problem> {
    let reading = desk.book()?.reading();
    let uncovered = Work::read(reading, request.audit.audit(reading)?)?.uncovered();
    act(desk, &request.audit, CLOSING, None, |writing, audit| closing(writing, audit, request.at, &uncovered))
}
