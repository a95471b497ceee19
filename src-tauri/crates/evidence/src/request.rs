//! What the auditee is asked to hand over: what is to be seen, from whom, by when, and whether it came.

mod ask;
mod change;
mod receive;
mod withdraw;

use std::collections::BTreeSet;

use audit::Audit;
use book::{Kind, Reading, Record, Writing};
use ground::{Day, Fault, Id};
use organisation::Person;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

pub use ask::{ASK, NewDataRequest, ask};
pub use change::{CHANGE_REQUEST, RequestChange, change_request};
pub use receive::{RECEIVE, Receipt, receive};
pub use withdraw::{WITHDRAW_REQUEST, withdraw_request};

use crate::{Evidence, EvidenceError};

/// One thing that the auditee is asked to hand over:
///
/// asked ──receive──▶ received (and back, where it turns out to be something else)
///   └────withdraw────┴──▶ withdrawn
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct DataRequest {
    /// Its id.
    pub id: Id<Self>,
    /// What people call it: `IA-2026-03-R-01`.
    pub reference: String,
    /// What is to be seen.
    pub what: String,
    /// The population it is to show, as the question catalogue names it: `incident`; empty where it is something else.
    pub population: String,
    /// The clauses it is wanted for.
    pub clauses: BTreeSet<String>,
    /// Who is asked, where the organisation knows them.
    pub person: Option<Id<Person>>,
    /// Who is asked, as a name or a function.
    pub from_whom: String,
    /// The day it was asked.
    pub asked_on: Day,
    /// Who asks.
    pub asked_by: Option<Id<Person>>,
    /// Their name at the time.
    pub asked_by_name: String,
    /// Wanted by the end of this day.
    pub due: Day,
    /// The day it came.
    pub received_on: Option<Day>,
    /// The evidence that came with it.
    pub evidence: BTreeSet<Id<Evidence>>,
    /// A remark.
    pub remark: String,
    /// Why it was withdrawn; empty while it stands.
    pub withdrawn_reason: String,
}

/// How the book keeps it.
pub static DATA_REQUEST: Kind = Kind {
    long_text: &["what", "remark"],
    sets: &["clauses", "evidence"],
    searched: &["reference", "what", "from_whom", "remark"],
    ..Kind::named("data_request", include_str!("sql/data_request.sql"))
};

impl Record for DataRequest {
    const KIND: &'static Kind = &DATA_REQUEST;
    fn id(&self) -> Id<Self> {
        self.id
    }
}

impl DataRequest {
    /// Whether it stands and has not come.
    #[must_use]
    pub const fn is_open(&self) -> bool {
        self.withdrawn_reason.is_empty() && self.received_on.is_none()
    }

    /// Whether its day has passed and it has not come. Told from the day, never set.
    #[must_use]
    pub fn is_overdue(&self, today: Day) -> bool {
        self.is_open() && self.due < today
    }
}

/// The requests of an audit in the order they were asked.
///
/// # Errors
/// Only when the database fails.
pub fn requests_of(reading: Reading<'_>, audit: Id<Audit>) -> Result<Vec<DataRequest>, Fault> {
    reading.records("WHERE binder = ?1 ORDER BY reference, id", [audit.to_string()])
}

/// The request, where it may still change.
fn open(writing: &Writing<'_>, request: Id<DataRequest>) -> Result<DataRequest, EvidenceError> {
    let audit: Audit = writing.need(writing.binder())?;
    audit.must_be_open()?;
    let request: DataRequest = writing.need(request)?;
    if !request.withdrawn_reason.is_empty() {
        return Err(EvidenceError::RequestWithdrawn { reference: request.reference });
    }
    Ok(request)
}

/// Proves that a request says what it must, whatever was changed in it.
fn must_fit(writing: &Writing<'_>, request: &DataRequest) -> Result<(), EvidenceError> {
    let audit: Audit = writing.need(writing.binder())?;
    if request.what.trim().is_empty() {
        return Err(EvidenceError::RequestSaysNothing);
    }
    if request.due < request.asked_on {
        return Err(EvidenceError::DueBeforeAsked { due: request.due, asked: request.asked_on });
    }
    if let Some(clause) = request.clauses.iter().find(|clause| !audit.clauses.contains(*clause)) {
        return Err(EvidenceError::OutOfScope { clause: clause.clone() });
    }
    if let Some(person) = request.person {
        writing.reading().get(person)?.ok_or(EvidenceError::Unknown { what: "person" })?;
    }
    for evidence in &request.evidence {
        writing.get(*evidence)?.ok_or(EvidenceError::Unknown { what: "evidence" })?;
    }
    if let Some(received) = request.received_on {
        if received < request.asked_on {
            let (reference, asked) = (request.reference.clone(), request.asked_on);
            return Err(EvidenceError::ReceivedBeforeAsked { reference, received, asked });
        }
        // A day of grace, because the day of a moment depends on where one stands.
        if received > writing.now.day().plus_days(1) {
            return Err(EvidenceError::InFuture { on: received });
        }
    }
    Ok(())
}
