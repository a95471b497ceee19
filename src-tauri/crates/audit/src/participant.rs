use book::{Act, Kind, Record, Writing};
use ground::Id;
use organisation::Person;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::{Audit, AuditError};

/// The act as history names it.
pub const PUT_PARTICIPANT: Act = Act::named("audit.put-participant");
/// The act as history names it.
pub const REMOVE_PARTICIPANT: Act = Act::named("audit.remove-participant");

/// Somebody of the audited side who took part.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Participant {
    /// The id of their entry.
    pub id: Id<Self>,
    /// Their name.
    pub name: String,
    /// What they do.
    pub job_title: String,
    /// Their record, where they have one.
    pub person: Option<Id<Person>>,
    /// At the opening meeting.
    pub opening: bool,
    /// At the closing meeting.
    pub closing: bool,
    /// Interviewed.
    pub interviewed: bool,
    /// Taken off the list, because they did not take part after all.
    pub removed: bool,
}

/// How the book keeps it.
pub static PARTICIPANT: Kind = Kind {
    flags: &["opening", "closing", "interviewed", "removed"],
    searched: &["name"],
    ..Kind::named("participant", include_str!("sql/participant.sql"))
};

impl Record for Participant {
    const KIND: &'static Kind = &PARTICIPANT;
    fn id(&self) -> Id<Self> {
        self.id
    }
}

/// A participant as they are to be; without an id, a new one.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
pub struct PutParticipant {
    /// The entry to change; absent for a new one.
    pub id: Option<Id<Participant>>,
    /// Their name.
    pub name: String,
    /// What they do.
    #[serde(default)]
    pub job_title: String,
    /// Their record, where they have one.
    pub person: Option<Id<Person>>,
    /// At the opening meeting.
    #[serde(default)]
    pub opening: bool,
    /// At the closing meeting.
    #[serde(default)]
    pub closing: bool,
    /// Interviewed.
    #[serde(default)]
    pub interviewed: bool,
}

/// Puts somebody on the attendance list, or changes their entry.
///
/// # Errors
/// Refuses an empty name, and while a signed report stands.
pub fn put_participant(
    writing: &mut Writing<'_>,
    audit: Id<Audit>,
    wanted: PutParticipant,
) -> Result<Participant, AuditError> {
    writing.need(audit)?.must_be_open()?;
    let name = wanted.name.trim().to_owned();
    if name.is_empty() {
        return Err(AuditError::Unknown { what: "name" });
    }
    let participant = Participant {
        id: wanted.id.unwrap_or_default(),
        name,
        job_title: wanted.job_title,
        person: wanted.person,
        opening: wanted.opening,
        closing: wanted.closing,
        interviewed: wanted.interviewed,
        removed: false,
    };
    writing.put(&participant)?;
    Ok(participant)
}

/// Takes somebody off the attendance list.
///
/// # Errors
/// Refuses while a signed report stands.
pub fn remove_participant(
    writing: &mut Writing<'_>,
    audit: Id<Audit>,
    participant: Id<Participant>,
) -> Result<(), AuditError> {
    writing.need(audit)?.must_be_open()?;
    let mut participant = writing.need(participant)?;
    participant.removed = true;
    writing.put(&participant)?;
    Ok(())
}
