use std::collections::BTreeSet;

use book::{Act, Kind, Reading, Record, Writing};
use ground::{Fault, Id, Instant};
use organisation::{Conflict, Examined, Person, conflicts};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::{Audit, AuditError};

/// The act as history names it.
pub const ADD_MEMBER: Act = Act::named("audit.add-member");
/// The act as history names it.
pub const REMOVE_MEMBER: Act = Act::named("audit.remove-member");

/// What somebody does in an audit.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum TeamRole {
    /// Leads it and signs the report.
    Lead,
    /// Audits.
    Auditor,
    /// Knows the matter.
    TechnicalExpert,
    /// Learns.
    Trainee,
    /// Watches.
    Observer,
    /// Shows the way.
    Guide,
}

impl TeamRole {
    /// Whether they judge, and so must be independent of what is judged.
    #[must_use]
    pub const fn judges(self) -> bool {
        matches!(self, Self::Lead | Self::Auditor | Self::TechnicalExpert | Self::Trainee)
    }
}

/// Somebody in the team of an audit.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct TeamMember {
    /// The id of their place in the team.
    pub id: Id<Self>,
    /// Who.
    pub person: Id<Person>,
    /// What they do in it.
    pub role: TeamRole,
    /// What binds them to what is examined, as it was when they joined.
    #[serde(default)]
    pub conflicts: Vec<Conflict>,
    /// Who accepted that, and why.
    pub accepted: Option<Accepted>,
    /// Why they left the team; empty while they are in it.
    pub left_reason: String,
}

/// A lack of independence that a named person accepted.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Accepted {
    /// Who accepted it.
    pub by: Id<Person>,
    /// Their name at the time.
    pub by_name: String,
    /// Why.
    pub reason: String,
    /// When.
    pub at: Instant,
}

/// Who accepts a lack of independence, and why.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Acceptance {
    /// Who accepts it.
    pub by: Id<Person>,
    /// Why.
    pub reason: String,
}

/// How the book keeps it.
pub static TEAM_MEMBER: Kind =
    Kind { json: &["conflicts", "accepted"], ..Kind::named("team_member", include_str!("sql/team_member.sql")) };

impl Record for TeamMember {
    const KIND: &'static Kind = &TEAM_MEMBER;
    fn id(&self) -> Id<Self> {
        self.id
    }
}

/// The members who are in the team now, the lead first.
///
/// # Errors
/// Only when the database fails.
pub fn team_of(reading: Reading<'_>, audit: Id<Audit>) -> Result<Vec<TeamMember>, Fault> {
    let mut team: Vec<TeamMember> = reading.of_binder(audit)?;
    team.retain(|member| member.left_reason.is_empty());
    team.sort_by_key(|member| (member.role, member.id));
    Ok(team)
}

/// What an audit examines, for judging independence.
#[must_use]
pub fn examined(audit: &Audit) -> Examined {
    Examined {
        clauses: audit.clauses.clone(),
        sites: audit.sites.keys().copied().collect(),
        processes: audit.processes.clone(),
        services: audit.services.clone(),
    }
}

/// Takes somebody into the team.
///
/// # Errors
/// Refuses who is in it already, a second lead, and who would judge their own work, unless a named other person
/// accepts that with a reason.
pub fn add_member(
    writing: &mut Writing<'_>,
    audit: Id<Audit>,
    person: Id<Person>,
    role: TeamRole,
    acceptance: Option<Acceptance>,
) -> Result<TeamMember, AuditError> {
    let audit = writing.need(audit)?;
    audit.must_be_open()?;
    join(writing, &audit, person, role, acceptance)
}

/// As [`add_member`], for an audit that is being planned and not yet in the tables.
pub(crate) fn join(
    writing: &mut Writing<'_>,
    audit: &Audit,
    person: Id<Person>,
    role: TeamRole,
    acceptance: Option<Acceptance>,
) -> Result<TeamMember, AuditError> {
    let unknown = AuditError::Unknown { what: "person" };
    let who = writing.reading().get(person)?.ok_or(unknown)?;
    let team: Vec<TeamMember> = writing.all()?;
    let here: Vec<&TeamMember> = team.iter().filter(|member| member.left_reason.is_empty()).collect();
    if here.iter().any(|member| member.person == person) {
        return Err(AuditError::AlreadyInTeam { name: who.name });
    }
    if role == TeamRole::Lead
        && let Some(lead) = here.iter().find(|member| member.role == TeamRole::Lead)
    {
        return Err(AuditError::HasLead { name: organisation::name_of(writing.reading(), lead.person)? });
    }
    let found = if role.judges() {
        conflicts(writing.reading(), person, &examined(audit), audit.date_start)?
    } else {
        Vec::new()
    };
    let accepted = match acceptance {
        _ if found.is_empty() => None,
        None => return Err(AuditError::NotIndependent { why: why(&found), name: who.name }),
        Some(acceptance) => Some(accept(writing, &who, acceptance)?),
    };
    let member = TeamMember { id: Id::new(), person, role, conflicts: found, accepted, left_reason: String::new() };
    writing.put(&member)?;
    Ok(member)
}

fn accept(writing: &Writing<'_>, who: &Person, acceptance: Acceptance) -> Result<Accepted, AuditError> {
    let reason = acceptance.reason.trim().to_owned();
    if reason.is_empty() {
        return Err(AuditError::AcceptanceNeedsReason { name: who.name.clone() });
    }
    if acceptance.by == who.id {
        return Err(AuditError::AcceptsOwnConflict { name: who.name.clone() });
    }
    let by = writing.reading().get(acceptance.by)?.ok_or(AuditError::Unknown { what: "person" })?;
    Ok(Accepted { by: by.id, by_name: by.name, reason, at: writing.now })
}

/// The conflicts as the middle of a sentence.
pub(crate) fn why(found: &[Conflict]) -> String {
    let mut told: BTreeSet<String> = BTreeSet::new();
    let mut parts = Vec::new();
    for conflict in found {
        let until = conflict.until.map(|until| format!(" (counts until {until})")).unwrap_or_default();
        let part = format!("{}{until}", conflict.what);
        if told.insert(part.clone()) {
            parts.push(part);
        }
    }
    parts.join("; ")
}

/// Lets somebody go from the team. Their answers stay.
///
/// # Errors
/// Refuses without a reason, and for the lead.
pub fn remove_member(writing: &mut Writing<'_>, audit: Id<Audit>, member: Id<TeamMember>) -> Result<(), AuditError> {
    let mut audit = writing.need(audit)?;
    audit.must_be_open()?;
    let mut member = writing.need(member)?;
    if member.role == TeamRole::Lead {
        return Err(AuditError::LeadCantLeave);
    }
    member.left_reason = reason(writing, "Leaving the team")?;
    audit.assigned.retain(|_, person| *person != member.person);
    writing.put(&member)?;
    writing.put(&audit)?;
    Ok(())
}

pub(crate) fn reason(writing: &Writing<'_>, what: &'static str) -> Result<String, AuditError> {
    match writing.reason.map(str::trim) {
        Some(reason) if !reason.is_empty() => Ok(reason.to_owned()),
        _ => Err(AuditError::NeedsReason { what }),
    }
}
