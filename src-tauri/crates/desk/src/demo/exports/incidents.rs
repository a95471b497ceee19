//! The incidents of a year, as ServiceNow exports them.

use std::collections::BTreeMap;

use ground::{Day, Fault};

use super::{
    chance::Chance,
    fitting::{Stratum, fitted},
    kinds::{DISTURBANCES, Kind, OUTAGES, TROUBLES},
    lines::Lines,
    moment::{Moment, working_day},
    names::{agent, caller, filled},
};
use crate::demo::calendar::Calendar;

const PRIORITIES: [&str; 4] = ["1 - Critical", "2 - High", "3 - Moderate", "4 - Low"];
const LEVELS: [&str; 4] = ["", "1 - High", "2 - Medium", "3 - Low"];
/// Incidents by priority.
const COUNTS: [usize; 4] = [12, 168, 1_904, 2_728];
/// How many of them the matrix ranks otherwise.
const WRONG: [usize; 4] = [0, 21, 408, 390];
/// How many are drawn of each, and how many of those the matrix ranks otherwise.
const DRAWN: [(u64, usize); 4] = [(4, 0), (8, 1), (14, 3), (14, 2)];
const FIRST_NUMBER: usize = 46_801;
/// Numbers that no record has: deleted test records.
const GAPS: [usize; 6] = [47_212, 47_213, 48_640, 49_877, 50_418, 51_006];
const REOPENED: usize = 96;
/// Incidents that waited for a supplier for more than sixty days.
const LONG: usize = 11;
/// No more than this are closed on one day.
const CLOSED_A_DAY: usize = 41;
const HOUR: i64 = 3_600;
const DAY: i64 = 24 * HOUR;
/// Seconds in which an incident is to be resolved, by priority.
const TARGETS: [i64; 4] = [4 * HOUR, 8 * HOUR, 5 * DAY, 10 * DAY];

/// An incident that the play speaks of.
struct Told {
    number: usize,
    rank: usize,
    impact: usize,
    urgency: usize,
    kind: Kind,
    customer: &'static str,
}

const fn told(number: usize, customer: &'static str, like: &Kind, text: &'static str) -> Told {
    let kind = Kind { service: like.service, category: like.category, team: like.team, text };
    Told { number, rank: 0, impact: 1, urgency: 1, kind, customer }
}

static TOLD: [Told; 9] = [
    told(48_102, "Nordkorn", &OUTAGES[2], "Storage of cluster 2 offline, all servers on it are down"),
    told(48_377, "Sundbro Logistics", &OUTAGES[4], "Ring of Gdansk broken twice: four customers without VPN"),
    told(49_016, "Tidevand Energi", &OUTAGES[7], "Database cluster lost its majority and stopped"),
    told(49_551, "Havbryg", &OUTAGES[6], "Mail gateway rejects everything, three customers"),
    told(49_980, "Elmegaard Foods", &OUTAGES[11], "Certificate of the logon service has run out, nobody can log on"),
    told(50_103, "Kvist & Lyng", &OUTAGES[3], "Core router Gdansk restarts every few minutes, five customers"),
    told(50_744, "Marselis Dental", &OUTAGES[9], "Backup storage encrypted by a faulty update, no restore possible"),
    Told { rank: 1, urgency: 3, ..told(48_523, "Baltwood", &DISTURBANCES[12], "Test server slow since the morning") },
    Told {
        rank: 3,
        impact: 3,
        urgency: 3,
        ..told(48_911, "Rosenlund Care", &TROUBLES[25], "New badge for a colleague who starts on Monday")
    },
];
/// The form of this one is on a picture; it is in the sample.
const PICTURED: usize = 48_523;

/// The major ones with the day of their review and the moment at which top management knew, in days and minutes after
/// they were opened.
const MAJORS: [(usize, Option<(i64, i64)>); 5] =
    [(48_102, Some((6, 55))), (48_377, None), (49_016, None), (49_980, Some((9, 80))), (50_744, None)];

struct Incident {
    number: usize,
    opened: Moment,
    rank: usize,
    impact: usize,
    urgency: usize,
    text: String,
    caller: String,
    category: &'static str,
    team: &'static str,
    agent: &'static str,
    service: &'static str,
    site: &'static str,
    customer: &'static str,
    channel: &'static str,
    resolved: Moment,
    closed: Moment,
    reopened: usize,
}

impl Incident {
    /// Whether impact and urgency give another priority by the matrix.
    fn is_wrong(&self) -> bool {
        matrix(self.impact, self.urgency) != self.rank
    }

    fn made_sla(&self) -> &'static str {
        let seconds = self.resolved.seconds_since(self.opened);
        if seconds <= TARGETS[self.rank] { "true" } else { "false" }
    }
}

/// The place of the priority that impact and urgency give.
fn matrix(impact: usize, urgency: usize) -> usize {
    match impact + urgency {
        2 => 0,
        3 => 1,
        4 => 2,
        _ => 3,
    }
}

const COLUMNS: [&str; 19] = [
    "number",
    "opened_at",
    "short_description",
    "caller_id",
    "priority",
    "impact",
    "urgency",
    "state",
    "category",
    "assignment_group",
    "assigned_to",
    "business_service",
    "location",
    "company",
    "contact_type",
    "resolved_at",
    "closed_at",
    "reopen_count",
    "made_sla",
];

/// Every incident of the year.
pub(super) fn all(calendar: &Calendar) -> Result<String, Fault> {
    let incidents = register(calendar)?;
    let (last, others) = incidents.split_last().ok_or_else(|| Fault::bug("there are no incidents"))?;
    let mut lines = Lines::service_now(&COLUMNS);
    for incident in others {
        lines.row(&cells(incident, incident.closed));
    }
    let end = |seconds| lines.line(&cells(last, last.closed.plus(seconds)));
    // Where the fewest ends fit comes first, so that most are given up after one draw.
    let strata = [1, 2, 3, 0].map(|rank| stratum(&incidents, rank));
    fitted(&lines.text, end, &calendar.text("IA-2026-01/{2026-02-09}")?, &strata)
}

fn stratum(incidents: &[Incident], rank: usize) -> Stratum {
    let members = || incidents.iter().filter(|incident| incident.rank == rank);
    let (drawn, found) = DRAWN[rank];
    Stratum {
        name: PRIORITIES[rank],
        wrong: members().map(Incident::is_wrong).collect(),
        drawn,
        found,
        among: members().position(|incident| incident.number == PICTURED),
    }
}

/// Those that were declared major, with what was done about them.
pub(super) fn majors(calendar: &Calendar) -> Result<String, Fault> {
    let mut columns: Vec<&str> = COLUMNS.to_vec();
    columns.extend(["major_incident_state", "u_major_incident_owner", "u_review_held_on", "u_management_informed_at"]);
    let mut lines = Lines::service_now(&columns);
    let incidents = register(calendar)?;
    for (number, followed_up) in MAJORS {
        let incident = incidents.iter().find(|incident| incident.number == number);
        let incident = incident.ok_or_else(|| Fault::bug(format!("incident {number} is not in the register")))?;
        let (review, informed) = match followed_up {
            Some((days, minutes)) => (
                working_day(incident.opened.day.plus_days(days)).to_string(),
                incident.opened.plus(60 * minutes).to_string(),
            ),
            None => (String::new(), String::new()),
        };
        let mut cells = cells(incident, incident.closed).to_vec();
        cells.extend(["Accepted".to_owned(), incident.agent.to_owned(), review, informed]);
        lines.row(&cells);
    }
    Ok(lines.text)
}

fn cells(incident: &Incident, closed: Moment) -> [String; 19] {
    [
        format!("INC{:07}", incident.number),
        incident.opened.to_string(),
        incident.text.clone(),
        incident.caller.clone(),
        PRIORITIES[incident.rank].to_owned(),
        LEVELS[incident.impact].to_owned(),
        LEVELS[incident.urgency].to_owned(),
        "Closed".to_owned(),
        incident.category.to_owned(),
        incident.team.to_owned(),
        incident.agent.to_owned(),
        incident.service.to_owned(),
        incident.site.to_owned(),
        incident.customer.to_owned(),
        incident.channel.to_owned(),
        incident.resolved.to_string(),
        closed.to_string(),
        incident.reopened.to_string(),
        incident.made_sla().to_owned(),
    ]
}

/// The incidents in the order of their numbers, which is the order in which they were opened.
fn register(calendar: &Calendar) -> Result<Vec<Incident>, Fault> {
    let mut chance = Chance::from(4_812);
    let total = COUNTS.iter().sum();
    let numbers = (FIRST_NUMBER..).filter(|number| !GAPS.contains(number)).take(total);
    let opened = openings(&mut chance, calendar.day("2025-01-01")?, total);
    let mut plan = Plan::of(&mut chance);
    let mut incidents = Vec::with_capacity(total);
    for (number, opened) in numbers.zip(opened) {
        let told = TOLD.iter().find(|told| told.number == number);
        incidents.push(incident(&mut chance, &mut plan, number, opened, told));
    }
    make_some_long(&mut chance, &mut incidents);
    close(&mut chance, &mut incidents);
    Ok(incidents)
}

/// What is still to be given out, so that the counts are right in the end. Incidents that the play speaks of are not
/// in it.
struct Plan {
    ranks: Vec<usize>,
    wrong: [Vec<bool>; 4],
    reopened: Vec<bool>,
}

impl Plan {
    fn of(chance: &mut Chance) -> Self {
        let told = |rank: usize| TOLD.iter().filter(move |told| told.rank == rank);
        let left = [0, 1, 2, 3].map(|rank| COUNTS[rank] - told(rank).count());
        let wrong = [0, 1, 2, 3].map(|rank| {
            let of_told = told(rank).filter(|told| matrix(told.impact, told.urgency) != rank).count();
            let wrong = WRONG[rank] - of_told;
            chance.mixed(&[(true, wrong), (false, left[rank] - wrong)])
        });
        let ranks: Vec<(usize, usize)> = left.into_iter().enumerate().collect();
        let others: usize = left.iter().sum();
        Self {
            ranks: chance.mixed(&ranks),
            wrong,
            reopened: chance.mixed(&[(true, REOPENED), (false, others - REOPENED)]),
        }
    }
}

/// Moments of a year: more on working days and by day, a few at any hour.
fn openings(chance: &mut Chance, first: Day, count: usize) -> Vec<Moment> {
    let days: Vec<Day> = (0..365)
        .map(|later| first.plus_days(later))
        .flat_map(|day| std::iter::repeat_n(day, if day.is_weekend() { 1 } else { 9 }))
        .collect();
    let mut opened: Vec<Moment> = (0..count)
        .map(|_| {
            let day = chance.one_of(&days);
            let hours = if day.is_weekend() || chance.percent(8) { (0, 24) } else { (7, 17) };
            Moment::at(day, chance.between(hours.0 * HOUR, hours.1 * HOUR - 1))
        })
        .collect();
    opened.sort_unstable();
    opened
}

fn incident(
    chance: &mut Chance,
    plan: &mut Plan,
    number: usize,
    opened: Moment,
    told: Option<&'static Told>,
) -> Incident {
    let rank = told.map_or_else(|| plan.ranks.pop().unwrap_or(3), |told| told.rank);
    let (impact, urgency) = match told {
        Some(told) => (told.impact, told.urgency),
        None => typed(chance, rank, plan.wrong[rank].pop().unwrap_or(false)),
    };
    let kind = match told {
        Some(told) => told.kind,
        None if rank < 2 => chance.one_of(&OUTAGES),
        None if rank == 2 || chance.percent(12) => chance.one_of(&DISTURBANCES),
        None => chance.one_of(&TROUBLES),
    };
    let customer = told.map_or_else(|| kind.service.customer(chance), |told| told.customer);
    let longest = [4 * HOUR + 900, 8 * HOUR + 1_200, 3 * DAY, 8 * DAY][rank];
    // Told ones of the highest priority lasted longer than two hours.
    let shortest = if told.is_some() && rank == 0 { 2 * HOUR + 600 } else { 600 * (rank as i64 + 1) };
    let mut resolved = opened.plus(chance.between(shortest, longest));
    if rank > 1 && working_day(resolved.day) != resolved.day {
        resolved = Moment::at(working_day(resolved.day), chance.between(8 * HOUR, 11 * HOUR));
    }
    Incident {
        number,
        opened,
        rank,
        impact,
        urgency,
        text: filled(chance, kind.text, customer),
        caller: caller(chance),
        category: kind.category,
        team: kind.team.name,
        agent: agent(chance, kind.team.site),
        service: kind.service.name,
        site: kind.team.site,
        customer,
        channel: match rank {
            0 | 1 => chance.one_of(&["Phone", "Phone", "Monitoring"]),
            _ => chance.one_of(&["Phone", "Phone", "Self-service", "Self-service", "Email"]),
        },
        resolved,
        closed: resolved,
        reopened: usize::from(told.is_none() && plan.reopened.pop().unwrap_or(false)),
    }
}

/// Impact and urgency as they were typed for that priority. Wrong ones are of one sort for each priority: a priority
/// too high among the high ones, too low among the others.
fn typed(chance: &mut Chance, rank: usize, wrong: bool) -> (usize, usize) {
    let either_way: &[(usize, usize)] = match (rank, wrong) {
        (0, _) => &[(1, 1)],
        (1, false) | (2, true) => &[(1, 2), (2, 1)],
        (2, false) => &[(1, 3), (2, 2), (3, 1)],
        (1 | 3, true) => &[(1, 3), (3, 1)],
        _ => &[(2, 3), (3, 2), (3, 3), (3, 3)],
    };
    chance.one_of(either_way)
}

/// A few waited for a supplier.
fn make_some_long(chance: &mut Chance, incidents: &mut [Incident]) {
    let mut places: Vec<usize> = (0..incidents.len() * 3 / 5).filter(|place| incidents[*place].rank > 1).collect();
    chance.shuffle(&mut places);
    for place in places.into_iter().take(LONG) {
        let incident = &mut incidents[place];
        let day = working_day(incident.opened.day.plus_days(chance.between(61, 130)));
        incident.resolved = Moment::at(day, chance.between(8 * HOUR, 16 * HOUR));
    }
}

/// Closes each on a working day one to five days after it was resolved.
fn close(chance: &mut Chance, incidents: &mut [Incident]) {
    let mut closed_on: BTreeMap<Day, usize> = BTreeMap::new();
    for incident in incidents {
        let mut day = working_day(incident.resolved.day.plus_days(chance.between(1, 5)));
        while closed_on.get(&day).is_some_and(|closed| *closed >= CLOSED_A_DAY) {
            day = working_day(day.plus_days(1));
        }
        *closed_on.entry(day).or_default() += 1;
        incident.closed = Moment::at(day, chance.between(8 * HOUR, 16 * HOUR));
    }
}
