mod sheet;

use std::path::PathBuf;

use ::audit::{Audit, TeamMember, TeamRole};
use ::criteria::catalogue;
use ::evidence::{
    ASK, CHANGE_REQUEST, DataRequest, Evidence, EvidenceError, NewDataRequest, RECEIVE, Receipt, RequestChange,
    WITHDRAW_REQUEST, ask, change_request, receive, requests_of, withdraw_request,
};
use ::organisation::{name_of, of_workspace};
use ::report::{RequestLine, RequestListFacts, request_list};
use book::{Act, Reading, Writing};
use ground::{Day, Id, Problem};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{Written, audit::OfAudit};
use crate::{Desk, Named, Operation, files, operation::operation};

pub(super) fn operations() -> Vec<Operation> {
    vec![
        operation("request.list", "What the auditee is asked to hand over for an audit.", list),
        operation("request.view", "One thing that the auditee is asked to hand over.", |desk, request: OfRequest| {
            let id = request.request.request(desk.book()?.reading())?;
            one(desk, id)
        }),
        operation("request.add", "Asks the auditee for something.", add),
        operation("request.change", "Changes what the auditee is asked for.", |desk, request: Change| {
            act(desk, &request.request, CHANGE_REQUEST, None, |writing, id| change_request(writing, id, request.change))
        }),
        operation("request.receive", "Says that what was asked for came, or did not after all.", receive_it),
        operation(
            "request.withdraw",
            "Withdraws a request, with a reason; it stays readable.",
            |desk, request: Withdraw| {
                act(desk, &request.request, WITHDRAW_REQUEST, Some(&request.reason), withdraw_request)
            },
        ),
        operation("request.save", "Saves the list for the auditee as PDF or XLSX.", save),
    ]
}

/// Where a request stands, told from its days.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
enum RequestState {
    Open,
    Overdue,
    Received,
    Withdrawn,
}

impl RequestState {
    fn of(request: &DataRequest, today: Day) -> Self {
        if !request.withdrawn_reason.is_empty() {
            Self::Withdrawn
        } else if request.received_on.is_some() {
            Self::Received
        } else if request.is_overdue(today) {
            Self::Overdue
        } else {
            Self::Open
        }
    }

    const fn words(self) -> &'static str {
        match self {
            Self::Open => "open",
            Self::Overdue => "overdue",
            Self::Received => "received",
            Self::Withdrawn => "withdrawn",
        }
    }
}

/// A piece of evidence that came with a request.
#[derive(Debug, Serialize, JsonSchema)]
struct Came {
    id: Id<Evidence>,
    reference: String,
}

/// A request as the list shows it.
#[derive(Debug, Serialize, JsonSchema)]
struct RequestView {
    #[serde(flatten)]
    request: DataRequest,
    /// The audit.
    audit: Id<Audit>,
    state: RequestState,
    /// Days until it is due; negative when the day has passed.
    days_left: i64,
    /// The evidence that came with it, by reference.
    came: Vec<Came>,
}

fn view(reading: Reading<'_>, audit: Id<Audit>, request: DataRequest, today: Day) -> Result<RequestView, Problem> {
    let mut came = Vec::new();
    for id in &request.evidence {
        if let Some(evidence) = reading.get(*id)? {
            came.push(Came { id: *id, reference: evidence.reference });
        }
    }
    came.sort_by(|a, b| a.reference.cmp(&b.reference));
    Ok(RequestView {
        audit,
        state: RequestState::of(&request, today),
        days_left: request.due.days_since(today),
        came,
        request,
    })
}

fn list(desk: &mut Desk, request: OfAudit) -> Result<Vec<RequestView>, Problem> {
    let today = desk.today();
    let reading = desk.book()?.reading();
    let audit = request.audit.audit(reading)?;
    requests_of(reading, audit)?.into_iter().map(|request| view(reading, audit, request, today)).collect()
}

fn one(desk: &mut Desk, request: Id<DataRequest>) -> Result<RequestView, Problem> {
    let today = desk.today();
    let reading = desk.book()?.reading();
    view(reading, reading.binder_of(request)?.of(), reading.need(request)?, today)
}

#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct OfRequest {
    request: Named,
}

#[derive(Debug, Deserialize, JsonSchema)]
struct Add {
    audit: Named,
    #[serde(flatten)]
    wanted: NewDataRequest,
}

fn add(desk: &mut Desk, request: Add) -> Result<RequestView, Problem> {
    let (author, today) = (desk.author()?, desk.today());
    let audit = request.audit.audit(desk.book()?.reading())?;
    let asked = desk.book_mut()?.act(audit, ASK, &author, None, |writing| ask(writing, today, request.wanted))?;
    one(desk, asked.id)
}

#[derive(Debug, Deserialize, JsonSchema)]
struct Change {
    request: Named,
    #[serde(flatten)]
    change: RequestChange,
}

#[derive(Debug, Deserialize, JsonSchema)]
struct Receive {
    request: Named,
    #[serde(flatten)]
    receipt: Receipt,
}

fn receive_it(desk: &mut Desk, request: Receive) -> Result<RequestView, Problem> {
    let today = desk.today();
    act(desk, &request.request, RECEIVE, None, |writing, id| receive(writing, today, id, request.receipt))
}

#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct Withdraw {
    request: Named,
    reason: String,
}

/// An act on one request that answers with it.
fn act<R>(
    desk: &mut Desk,
    request: &Named,
    act: Act,
    reason: Option<&str>,
    verb: impl FnOnce(&mut Writing<'_>, Id<DataRequest>) -> Result<R, EvidenceError>,
) -> Result<RequestView, Problem> {
    let author = desk.author()?;
    let reading = desk.book()?.reading();
    let id = request.request(reading)?;
    let binder = reading.binder_of(id)?;
    desk.book_mut()?.act(binder, act, &author, reason, |writing| verb(writing, id))?;
    one(desk, id)
}

/// What sort of file.
#[derive(Debug, Clone, Copy, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
enum Format {
    /// To be read and signed off.
    Pdf,
    /// To be filled in and sent back.
    Xlsx,
}

#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct Save {
    audit: Named,
    format: Format,
    to: PathBuf,
}

fn save(desk: &mut Desk, request: Save) -> Result<Written, Problem> {
    let audit = request.audit.audit(desk.book()?.reading())?;
    let facts = facts(desk, audit)?;
    let bytes = match request.format {
        Format::Pdf => request_list(&facts)?,
        Format::Xlsx => sheet::sheet(&facts)?,
    };
    files::write(&request.to, &bytes)?;
    Ok(Written { path: request.to.to_string_lossy().into_owned() })
}

/// What the auditee is given: everything that stands, in the order in which it was asked.
fn facts(desk: &Desk, audit: Id<Audit>) -> Result<RequestListFacts, Problem> {
    let today = desk.today();
    let reading = desk.book()?.reading();
    let record: Audit = reading.need(audit)?;
    let edition = catalogue(&record.edition)?;
    let organisation = of_workspace(reading)?;
    let team: Vec<TeamMember> = reading.of_binder(audit)?;
    let lead = team.iter().find(|member| member.role == TeamRole::Lead && member.left_reason.is_empty());
    let requests = requests_of(reading, audit)?
        .into_iter()
        .filter(|request| request.withdrawn_reason.is_empty())
        .map(|request| RequestLine {
            state: RequestState::of(&request, today).words().to_owned(),
            clauses: edition.in_order(&request.clauses),
            reference: request.reference,
            what: request.what,
            from_whom: request.from_whom,
            asked_on: request.asked_on,
            due: request.due,
            received_on: request.received_on,
            remark: request.remark,
        })
        .collect();
    Ok(RequestListFacts {
        demo: organisation.as_ref().is_some_and(|organisation| organisation.demo),
        organisation: organisation.map(|organisation| organisation.name).unwrap_or_default(),
        audit_reference: record.reference,
        audit_title: record.title,
        criteria: edition.line(),
        lead: lead.map(|lead| name_of(reading, lead.person)).transpose()?.unwrap_or_default(),
        as_of: today,
        printed_at: desk.now(),
        requests,
    })
}
