use std::collections::{BTreeMap, BTreeSet};

use book::{Act, Author, Book, Reading, Writing};
use criteria::catalogue;
use ground::{Day, Fault, Id, said};
use organisation::{OwnDocument, Person, Process, Service, Site, conflicts};
use programme::Programme;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::{
    Acceptance, Audit, AuditError, BINDER, Method, ObjectivesOutcome, Stage, TeamMember, TeamRole, examined,
    team::{join, why},
};

/// The act as history names it.
pub const PLAN: Act = Act::named("audit.plan");
/// The act as history names it.
pub const CHANGE_PLAN: Act = Act::named("audit.change-plan");

/// A site in scope and how it is visited.
#[derive(Debug, Clone, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct SiteVisit {
    /// The site.
    pub site: Id<Site>,
    /// On site, remotely, or both.
    pub method: Method,
}

/// An audit that is to be planned.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct NewAudit {
    /// The programme it belongs to.
    pub programme: Option<Id<Programme>>,
    /// Its title.
    pub title: String,
    /// The edition of the standard, as `criteria.editions` lists it.
    pub edition: String,
    /// What it is to find out.
    pub objectives: String,
    /// The scope in words.
    #[serde(default)]
    pub scope_text: String,
    /// The clauses in scope.
    pub clauses: BTreeSet<String>,
    /// The sites in scope.
    pub sites: Vec<SiteVisit>,
    /// The method over all.
    pub method: Method,
    /// The first day.
    pub date_start: Day,
    /// The last day.
    pub date_end: Day,
    /// Records are examined from this day on.
    pub period_from: Option<Day>,
    /// Records are examined up to this day.
    pub period_to: Option<Day>,
    /// Who asked for it.
    pub client: Option<Id<Person>>,
    /// Who leads it.
    pub lead: Id<Person>,
    /// The organisation's own documents it is held against.
    #[serde(default)]
    pub own_documents: BTreeSet<Id<OwnDocument>>,
    /// The processes the scope names.
    #[serde(default)]
    pub processes: BTreeSet<Id<Process>>,
    /// The services the scope names.
    #[serde(default)]
    pub services: BTreeSet<Id<Service>>,
    /// Auditor-days planned.
    pub planned_days: Option<f64>,
    /// Who may read the report.
    #[serde(default)]
    pub confidentiality: String,
    /// Who accepts that the lead is not independent, where that is so.
    pub accept_conflicts: Option<Acceptance>,
}

/// What of a plan is to be changed; what is absent stays, and null takes back what need not be said.
#[derive(Debug, Clone, Default, Deserialize, JsonSchema)]
pub struct PlanChange {
    /// Its title.
    pub title: Option<String>,
    /// What it is to find out.
    pub objectives: Option<String>,
    /// The scope in words.
    pub scope_text: Option<String>,
    /// The clauses in scope.
    pub clauses: Option<BTreeSet<String>>,
    /// The sites in scope.
    pub sites: Option<Vec<SiteVisit>>,
    /// The method over all.
    pub method: Option<Method>,
    /// The first day.
    pub date_start: Option<Day>,
    /// The last day.
    pub date_end: Option<Day>,
    /// Records are examined from this day on.
    #[serde(default, deserialize_with = "said")]
    pub period_from: Option<Option<Day>>,
    /// Records are examined up to this day.
    #[serde(default, deserialize_with = "said")]
    pub period_to: Option<Option<Day>>,
    /// Who asked for it.
    #[serde(default, deserialize_with = "said")]
    pub client: Option<Option<Id<Person>>>,
    /// The organisation's own documents it is held against.
    pub own_documents: Option<BTreeSet<Id<OwnDocument>>>,
    /// The processes the scope names.
    pub processes: Option<BTreeSet<Id<Process>>>,
    /// The services the scope names.
    pub services: Option<BTreeSet<Id<Service>>>,
    /// Auditor-days planned.
    #[serde(default, deserialize_with = "said")]
    pub planned_days: Option<Option<f64>>,
    /// Auditor-days it took.
    #[serde(default, deserialize_with = "said")]
    pub actual_days: Option<Option<f64>>,
    /// Whether the objectives were met.
    #[serde(default, deserialize_with = "said")]
    pub objectives_outcome: Option<Option<ObjectivesOutcome>>,
    /// Who may read the report.
    pub confidentiality: Option<String>,
    /// Who gets the report.
    pub distribution: Option<String>,
}

/// Plans an audit: gives it its reference and its lead.
///
/// `also` runs in the same act, for what belongs to a new audit but is not this crate's, such as its checklist.
///
/// # Errors
/// Refuses a plan without title, objectives, clauses or sites, an unknown clause, an end before the beginning, and a
/// lead who would judge their own work.
pub fn plan<E: From<AuditError> + From<Fault>>(
    book: &mut Book,
    by: &Author,
    mark: &str,
    wanted: NewAudit,
    also: impl FnOnce(&mut Writing<'_>, &Audit) -> Result<(), E>,
) -> Result<Audit, E> {
    let programme = match wanted.programme {
        Some(programme) => Some(book.reading().get(programme)?.ok_or(AuditError::Unknown { what: "programme" })?),
        None => None,
    };
    let year = programme.map_or(wanted.date_start.year(), |programme| programme.year());
    let reference = next_reference(book.reading(), year, mark)?;
    let audit = Audit {
        id: Id::new(),
        reference: reference.clone(),
        programme: wanted.programme,
        title: wanted.title.trim().to_owned(),
        edition: wanted.edition,
        objectives: wanted.objectives,
        scope_text: wanted.scope_text,
        clauses: wanted.clauses,
        sites: by_site(wanted.sites),
        processes: wanted.processes,
        services: wanted.services,
        own_documents: wanted.own_documents,
        method: wanted.method,
        date_start: wanted.date_start,
        date_end: wanted.date_end,
        period_from: wanted.period_from,
        period_to: wanted.period_to,
        client: wanted.client,
        planned_days: wanted.planned_days,
        actual_days: None,
        assigned: BTreeMap::new(),
        not_covered: BTreeMap::new(),
        opening_held_at: None,
        closing_held_at: None,
        course: String::new(),
        obstacles: String::new(),
        conclusion: String::new(),
        fulfilment: String::new(),
        objectives_outcome: None,
        objectives_met: String::new(),
        implications: String::new(),
        follow_up_text: String::new(),
        confidentiality: wanted.confidentiality,
        distribution: String::new(),
        stage_reason: String::new(),
        signed_revision: None,
        revision_reason: String::new(),
        stage: Stage::Planned,
    };
    check(book.reading(), &audit)?;
    book.act_in_new(audit.id, BINDER, &reference, PLAN, by, |writing| {
        writing.put(&audit)?;
        join(writing, &audit, wanted.lead, TeamRole::Lead, wanted.accept_conflicts)?;
        also(writing, &audit)?;
        Ok(audit)
    })
}

/// Changes the plan.
///
/// # Errors
/// As [`plan`]; also when the change would make a member of the team judge their own work.
pub fn change_plan(writing: &mut Writing<'_>, audit: Id<Audit>, wanted: PlanChange) -> Result<Audit, AuditError> {
    let mut audit = writing.need(audit)?;
    audit.must_be_open()?;
    if let Some(title) = wanted.title {
        audit.title = title.trim().to_owned();
    }
    audit.objectives = wanted.objectives.unwrap_or(audit.objectives);
    audit.scope_text = wanted.scope_text.unwrap_or(audit.scope_text);
    audit.clauses = wanted.clauses.unwrap_or(audit.clauses);
    audit.sites = wanted.sites.map_or(audit.sites, by_site);
    audit.method = wanted.method.unwrap_or(audit.method);
    audit.date_start = wanted.date_start.unwrap_or(audit.date_start);
    audit.date_end = wanted.date_end.unwrap_or(audit.date_end);
    audit.period_from = wanted.period_from.unwrap_or(audit.period_from);
    audit.period_to = wanted.period_to.unwrap_or(audit.period_to);
    audit.client = wanted.client.unwrap_or(audit.client);
    audit.own_documents = wanted.own_documents.unwrap_or(audit.own_documents);
    audit.processes = wanted.processes.unwrap_or(audit.processes);
    audit.services = wanted.services.unwrap_or(audit.services);
    audit.planned_days = wanted.planned_days.unwrap_or(audit.planned_days);
    audit.actual_days = wanted.actual_days.unwrap_or(audit.actual_days);
    audit.objectives_outcome = wanted.objectives_outcome.unwrap_or(audit.objectives_outcome);
    audit.confidentiality = wanted.confidentiality.unwrap_or(audit.confidentiality);
    audit.distribution = wanted.distribution.unwrap_or(audit.distribution);
    let clauses = audit.clauses.clone();
    audit.assigned.retain(|clause, _| clauses.contains(clause));
    check(writing.reading(), &audit)?;
    let team: Vec<TeamMember> = writing.all()?;
    for member in team.iter().filter(|member| member.left_reason.is_empty() && member.role.judges()) {
        let now = conflicts(writing.reading(), member.person, &examined(&audit), audit.date_start)?;
        let new: Vec<_> = now.into_iter().filter(|conflict| !member.conflicts.contains(conflict)).collect();
        if !new.is_empty() {
            let name = organisation::name_of(writing.reading(), member.person)?;
            return Err(AuditError::NotIndependent { name, why: why(&new) });
        }
    }
    writing.put(&audit)?;
    Ok(audit)
}

fn by_site(visits: Vec<SiteVisit>) -> BTreeMap<Id<Site>, Method> {
    visits.into_iter().map(|visit| (visit.site, visit.method)).collect()
}

fn check(reading: Reading<'_>, audit: &Audit) -> Result<(), AuditError> {
    if audit.title.is_empty() {
        return Err(AuditError::NoTitle);
    }
    if audit.objectives.trim().is_empty() {
        return Err(AuditError::NoObjectives);
    }
    if audit.clauses.is_empty() {
        return Err(AuditError::NoClauses);
    }
    if audit.sites.is_empty() {
        return Err(AuditError::NoSites);
    }
    if audit.date_end < audit.date_start {
        return Err(AuditError::EndsBeforeItBegins { start: audit.date_start, end: audit.date_end });
    }
    if let (Some(start), Some(end)) = (audit.period_from, audit.period_to)
        && end < start
    {
        return Err(AuditError::EndsBeforeItBegins { start, end });
    }
    catalogue(&audit.edition)?.check_auditable(&audit.clauses)?;
    for site in audit.sites.keys() {
        reading.get(*site)?.ok_or(AuditError::Unknown { what: "site" })?;
    }
    for process in &audit.processes {
        reading.get(*process)?.ok_or(AuditError::Unknown { what: "process" })?;
    }
    for service in &audit.services {
        reading.get(*service)?.ok_or(AuditError::Unknown { what: "service" })?;
    }
    for document in &audit.own_documents {
        reading.get(*document)?.ok_or(AuditError::Unknown { what: "document" })?;
    }
    if let Some(programme) = audit.programme {
        reading.get(programme)?.ok_or(AuditError::Unknown { what: "programme" })?;
    }
    if let Some(client) = audit.client {
        reading.get(client)?.ok_or(AuditError::Unknown { what: "person" })?;
    }
    Ok(())
}

/// `IA-2026-03`: the year of the programme, or of the first day, and the next number of that year. A desk other than the home desk adds its
/// letters, so that two desks never give the same reference.
fn next_reference(reading: Reading<'_>, year: i32, mark: &str) -> Result<String, Fault> {
    let last = reading.count(
        "SELECT coalesce(max(CAST(substr(reference, 9) AS INTEGER)), 0) FROM audit WHERE reference LIKE ?1",
        [format!("IA-{year}-%")],
    )?;
    Ok(format!("IA-{year}-{:02}{mark}", last + 1))
}
