//! The changes of twelve months, as ServiceNow exports them.

use ground::Fault;

use super::{
    chance::Chance,
    config_items,
    fitting::{Stratum, fitted},
    kinds::{COLLABORATION, EMERGENCY_CHANGES, HOSTING, Kind, NORMAL_CHANGES, STANDARD_CHANGES},
    lines::Lines,
    moment::{Moment, working_day},
    names::{agent, caller, filled},
};
use crate::demo::calendar::Calendar;

const TYPES: [&str; 3] = ["Standard", "Normal", "Emergency"];
/// Changes by type.
const COUNTS: [usize; 3] = [742, 361, 33];
/// How many are drawn of each, and how many of those have no approval.
const DRAWN: [(u64, usize); 3] = [(6, 0), (20, 0), (9, 4)];
/// Emergency changes without an approval.
const UNAPPROVED: usize = 12;
/// Changes that failed or were backed out.
const FAILED: usize = 13;
const FIRST_NUMBER: usize = 30_214;
/// Numbers that no record has.
const GAPS: [usize; 5] = [30_398, 30_399, 30_702, 31_090, 31_233];
const HOUR: i64 = 3_600;

/// Changes that the play speaks of, all of them normal.
const TOLD: [(usize, &str, Kind); 2] = [
    (30_877, "Retire Fax Gateway; its last users have moved to e-mail", NORMAL_CHANGES[7]),
    (31_290, "Managed Kubernetes as a new service: request for design and transition", NORMAL_CHANGES[0]),
];

pub(super) struct Change {
    pub number: String,
    kind: usize,
    approved: bool,
    text: String,
    requester: String,
    agent: &'static str,
    team: &'static str,
    pub category: &'static str,
    pub service: &'static str,
    pub ci: String,
    customer: &'static str,
    risk: &'static str,
    incident: String,
    opened: Moment,
    planned: (Moment, Moment),
    pub worked: (Moment, Moment),
    result: &'static str,
    closed: Moment,
}

const COLUMNS: [&str; 21] = [
    "number",
    "short_description",
    "type",
    "state",
    "risk",
    "approval",
    "opened_at",
    "requested_by",
    "assignment_group",
    "assigned_to",
    "business_service",
    "cmdb_ci",
    "company",
    "start_date",
    "end_date",
    "work_start",
    "work_end",
    "close_code",
    "parent_incident",
    "closed_at",
    "sys_updated_by",
];

/// Every change of the twelve months.
pub(super) fn all(calendar: &Calendar) -> Result<String, Fault> {
    let changes = register(calendar)?;
    let (last, others) = changes.split_last().ok_or_else(|| Fault::bug("there are no changes"))?;
    let mut lines = Lines::service_now(&COLUMNS);
    for change in others {
        lines.row(&cells(change, change.closed));
    }
    let end = |seconds| lines.line(&cells(last, last.closed.plus(seconds)));
    let strata = [2, 1, 0].map(|kind| {
        let (drawn, found) = DRAWN[kind];
        let members = changes.iter().filter(|change| change.kind == kind);
        Stratum {
            name: TYPES[kind],
            wrong: members.map(|change| !change.approved).collect(),
            drawn,
            found,
            among: None,
        }
    });
    fitted(&lines.text, end, &calendar.text("IA-2026-02/{2026-04-20}")?, &strata)
}

fn cells(change: &Change, closed: Moment) -> [String; 21] {
    [
        change.number.clone(),
        change.text.clone(),
        TYPES[change.kind].to_owned(),
        "Closed".to_owned(),
        change.risk.to_owned(),
        if change.approved { "Approved" } else { "Not Yet Requested" }.to_owned(),
        change.opened.to_string(),
        change.requester.clone(),
        change.team.to_owned(),
        change.agent.to_owned(),
        change.service.to_owned(),
        change.ci.clone(),
        change.customer.to_owned(),
        change.planned.0.to_string(),
        change.planned.1.to_string(),
        change.worked.0.to_string(),
        change.worked.1.to_string(),
        change.result.to_owned(),
        change.incident.clone(),
        closed.to_string(),
        change.agent.to_owned(),
    ]
}

/// The numbers that the tool gave.
pub(super) fn numbers() -> impl Iterator<Item = usize> {
    (FIRST_NUMBER..).filter(|number| !GAPS.contains(number)).take(COUNTS.iter().sum())
}

/// The changes in the order of their numbers, which is the order in which they were opened.
pub(super) fn register(calendar: &Calendar) -> Result<Vec<Change>, Fault> {
    let mut chance = Chance::from(1_136);
    let total: usize = COUNTS.iter().sum();
    let first = calendar.day("2025-04-01")?;
    let mut opened: Vec<Moment> = (0..total)
        .map(|_| {
            let day = working_day(first.plus_days(chance.between(0, 362)));
            Moment::at(day, chance.between(8 * HOUR, 15 * HOUR))
        })
        .collect();
    opened.sort_unstable();
    let mut kinds = chance.mixed(&[(0, COUNTS[0]), (1, COUNTS[1] - TOLD.len()), (2, COUNTS[2])]);
    let mut unapproved = chance.mixed(&[(true, UNAPPROVED), (false, COUNTS[2] - UNAPPROVED)]);
    let mut failed = chance.mixed(&[(true, FAILED), (false, COUNTS[1] - FAILED)]);
    let items = config_items::by_team();
    Ok(numbers()
        .zip(opened)
        .map(|(number, opened)| {
            let told = TOLD.iter().find(|told| told.0 == number);
            let kind = if told.is_some() { 1 } else { kinds.pop().unwrap_or(0) };
            let approved = kind != 2 || !unapproved.pop().unwrap_or(false);
            let failed = kind == 1 && failed.pop().unwrap_or(false);
            let mut change =
                change(&mut chance, (number, opened), (kind, approved, failed), told.map(|told| (told.1, told.2)));
            // Whoever watches has no items of their own; they watch servers.
            let items = items.get(change.team).or(items.get("Server Operations"));
            change.ci = items.map(|items| config_items::tag(chance.one_of(items))).unwrap_or_default();
            change
        })
        .collect())
}

fn change(
    chance: &mut Chance,
    (number, opened): (usize, Moment),
    (kind, approved, failed): (usize, bool, bool),
    told: Option<(&str, Kind)>,
) -> Change {
    let like = match (told, kind) {
        (Some((_, like)), _) => like,
        (None, 0) => chance.one_of(&STANDARD_CHANGES),
        (None, 1) => chance.one_of(&NORMAL_CHANGES),
        (None, _) => chance.one_of(&EMERGENCY_CHANGES),
    };
    let customer = like.service.customer(chance);
    // An emergency is worked on at once, a standard change soon, a normal one after it was weighed.
    let begin = match kind {
        2 => opened.plus(chance.between(600, 5_400)),
        _ => {
            let days = if kind == 0 { chance.between(1, 3) } else { chance.between(3, 10) };
            Moment::at(working_day(opened.day.plus_days(days)), HOUR * chance.between(18, 22))
        }
    };
    let hours = chance.between(1, 4);
    let began = begin.plus(chance.between(60, 1_500));
    let late = chance.percent(3);
    let ended =
        if late { begin.plus(hours * HOUR + 1_800) } else { began.plus(chance.between(600, hours * HOUR - 1_560)) };
    let unwell = kind == 2 || (like.service.name != HOSTING.name && kind == 1 && chance.percent(6));
    Change {
        number: format!("CHG{number:07}"),
        kind,
        approved,
        text: told.map_or_else(|| filled(chance, like.text, customer), |(text, _)| text.to_owned()),
        requester: caller(chance),
        agent: agent(chance, like.team.site),
        team: like.team.name,
        category: like.category,
        service: like.service.name,
        ci: String::new(),
        customer,
        risk: match kind {
            0 => "Low",
            1 => chance.one_of(&["Low", "Moderate", "Moderate", "High"]),
            _ => chance.one_of(&["Moderate", "High"]),
        },
        // The numbers of the incidents go on with the year.
        incident: if unwell { format!("INC{:07}", chance.between(48_000, 51_600)) } else { String::new() },
        opened,
        planned: (begin, begin.plus(hours * HOUR)),
        worked: (began, ended),
        result: match failed {
            true if chance.percent(50) => "Unsuccessful",
            true => "Backed out",
            false if like.service.name == COLLABORATION.name && chance.percent(4) => "Successful with issues",
            false => "Successful",
        },
        closed: Moment::at(working_day(ended.day.plus_days(1)), chance.between(8 * HOUR, 12 * HOUR)),
    }
}
