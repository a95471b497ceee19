//! A workspace with ten years of audits, made through the same doors a person goes through.

use std::{path::Path, sync::Arc};

use audit::{Audit, Method, NewAudit, Prose, PutParticipant, SiteVisit};
use book::{Access, Author, Book, Opening, Writing};
use corrective_action::{Closure, NewCorrectiveAction};
use criteria::{Edition, ISO_20000_1_2018, catalogue};
use desk::KINDS;
use finding::Finding;
use ground::{Clock as _, Day, Fault, Id, Instant, Problem, Secret, SteppingClock};
use organisation::{Founding, Person, PersonRole, PutPerson, PutSite, Site, SiteKind, found, put_person, put_site};
use programme::{NewProgramme, Programme};

use crate::{
    chance::Chance,
    fieldwork::{self, Work},
    words::{self, NAMES},
};

/// Raised whenever what is made changes, so that a workspace kept from an earlier run is made anew.
pub const VERSION: u32 = 2;
/// Findings for each audit, on average.
const FINDINGS_EACH: usize = 20;
/// Findings of the audit whose report is printed.
const FINDINGS_OF_THE_LONG_ONE: usize = 40;
/// The newest audits are planned, those before them under way, and the one before those waits for its report.
const PLANNED: usize = 2;
const UNDER_WAY: usize = 8;
const FIRST_YEAR: i32 = 2017;
const YEARS: usize = 10;
const SITES: usize = 12;
const EVENING: &str = "2026-12-15";

/// The evening on which the large workspace is opened.
///
/// # Errors
/// Never, because the day is in the calendar.
pub fn evening() -> Result<Instant, Problem> {
    at(day(EVENING)?, 18)
}

fn day(text: &str) -> Result<Day, Problem> {
    Ok(text.parse::<Day>().map_err(Fault::bug)?)
}

fn at(day: Day, hour: u8) -> Result<Instant, Problem> {
    Ok(serde_json::from_value(format!("{day}T{hour:02}:00:00Z").into()).map_err(Fault::bug)?)
}

/// Who and what audits are about.
struct World {
    people: Vec<Person>,
    sites: Vec<Site>,
    programmes: Vec<Programme>,
    edition: &'static Edition,
}

/// Where an audit is in its life when the large workspace is opened.
#[derive(Clone, Copy, PartialEq)]
enum Life {
    /// Its report is signed.
    Reported,
    /// All is answered, and the report waits to be issued.
    TheLongOne,
    /// Half answered, answer by answer.
    UnderWay,
    /// Nothing was looked at yet.
    Planned,
}

impl Life {
    fn of(number: usize, audits: usize) -> Self {
        match audits - number {
            newest if newest <= PLANNED => Self::Planned,
            newest if newest <= PLANNED + UNDER_WAY => Self::UnderWay,
            newest if newest == PLANNED + UNDER_WAY + 1 => Self::TheLongOne,
            _ => Self::Reported,
        }
    }

    /// How many findings an audit has, so that together they come to a whole number for each audit.
    fn findings(self, number: usize, audits: usize) -> usize {
        let others = audits - PLANNED - 1;
        let left = audits * FINDINGS_EACH - FINDINGS_OF_THE_LONG_ONE;
        match self {
            Self::Planned => 0,
            Self::TheLongOne => FINDINGS_OF_THE_LONG_ONE,
            Self::UnderWay | Self::Reported => left / others + usize::from(number < left % others),
        }
    }
}

/// Makes a workspace with so many audits, and tells how far it is.
///
/// # Errors
/// Whatever a slice refuses, which would be a mistake in what is made here.
pub fn make(path: &Path, passphrase: &Secret, audits: usize, tell: &mut dyn FnMut(usize)) -> Result<(), Problem> {
    let mut chance = Chance::seeded(u64::try_from(audits).unwrap_or_default());
    let clock = Arc::new(SteppingClock::starting(at(day("2017-01-02")?, 8)?, 1_000));
    let mut book = Book::create(
        path,
        Opening {
            passphrase: Some(passphrase.clone()),
            access: Access::Write,
            kinds: KINDS,
            clock: Box::new(clock.clone()),
            program: "bench",
        },
    )?;
    let world = people_and_places(&mut book, &mut chance)?;
    for number in 0..audits {
        let life = Life::of(number, audits);
        let start = first_day(number, audits, life)?;
        clock.set(at(start, 8)?);
        let lead = if life == Life::TheLongOne { &world.people[0] } else { &world.people[chance.below(6)] };
        let made = Made { life, start, lead, findings: life.findings(number, audits), number, audits };
        let (audit, issued) = one_audit(&mut book, &world, &made, &mut chance)?;
        follow_up(&mut book, &world, &audit, &issued, &clock, &mut chance)?;
        tell(number + 1);
    }
    Ok(())
}

fn people_and_places(book: &mut Book, chance: &mut Chance) -> Result<World, Problem> {
    let founding = Founding {
        name: "Fjordlicht".to_owned(),
        person: NAMES[0].to_owned(),
        timezone: "Europe/Copenhagen".to_owned(),
        demo: false,
    };
    let (organisation, first) = found(book, founding)?;
    let by = Author::new(Some(first.id), first.name.clone());
    let (mut people, mut sites) = (vec![first], Vec::new());
    book.act(organisation.id, organisation::PUT_PERSON, &by, None, |writing| {
        for name in &NAMES[1..] {
            let wanted = PutPerson {
                id: None,
                name: (*name).to_owned(),
                job_title: "Manager".to_owned(),
                email: None,
                employed_by: None,
                active: true,
                roles: [PersonRole::LeadAuditor].into(),
            };
            people.push(put_person(writing, wanted)?);
        }
        for number in 1..=SITES {
            let wanted = PutSite {
                id: None,
                code: format!("S{number:02}"),
                name: format!("Site {number}"),
                kind: SiteKind::Branch,
                address: String::new(),
                headcount: Some(20),
            };
            sites.push(put_site(writing, wanted)?);
        }
        Ok::<_, Problem>(())
    })?;
    let mut programmes = Vec::new();
    for year in (FIRST_YEAR..).take(YEARS) {
        let wanted = NewProgramme {
            reference: None,
            title: format!("Internal audits {year}"),
            period_start: day(&format!("{year}-01-01"))?,
            period_end: day(&format!("{year}-12-31"))?,
            objectives: words::sentences(chance, 3),
            scope: words::sentences(chance, 2),
            methods: words::sentences(chance, 2),
            resources_days: Some(400.0),
            manager: Some(people[0].id),
        };
        programmes.push(programme::begin(book, &by, "", wanted)?);
    }
    Ok(World { people, sites, programmes, edition: catalogue(ISO_20000_1_2018)? })
}

/// The audits of a year are spread over it; those still planned begin after the evening.
fn first_day(number: usize, audits: usize, life: Life) -> Result<Day, Problem> {
    if life == Life::Planned {
        return Ok(day(EVENING)?.plus_days(5));
    }
    let a_year = audits.div_ceil(YEARS);
    let days = i64::try_from((number % a_year) * 340 / a_year).unwrap_or_default();
    let year = i64::from(FIRST_YEAR) + i64::try_from(number / a_year).unwrap_or_default();
    Ok(day(&format!("{year}-01-04"))?.plus_days(days))
}

/// The audit that is made next.
struct Made<'a> {
    life: Life,
    start: Day,
    lead: &'a Person,
    findings: usize,
    number: usize,
    audits: usize,
}

/// Makes one audit; answers with it and with the findings that its report quotes.
fn one_audit(
    book: &mut Book,
    world: &World,
    made: &Made<'_>,
    chance: &mut Chance,
) -> Result<(Audit, Vec<Finding>), Problem> {
    let by = Author::new(Some(made.lead.id), made.lead.name.clone());
    let work = Work { edition: world.edition, findings: made.findings, sites: &world.sites };
    let wanted = plan(world, made, chance);
    let opened = at(made.start, 9)?;
    let closed = at(made.start.plus_days(2), 15)?;
    let mut issued = Vec::new();
    let audit = audit::plan::<Problem>(book, &by, "", wanted, |writing, audit| {
        checklist::draw(writing, audit)?;
        if made.life == Life::Planned {
            return Ok(());
        }
        audit::opening(writing, audit.id, opened)?;
        Ok(())
    })?;
    match made.life {
        Life::Reported => {
            issued = book.act(audit.id, checklist::ANSWER, &by, None, |writing| {
                fieldwork::half_answered(writing, &work, chance)?;
                conclude(writing, audit.id, closed, true, chance)
            })?;
        }
        Life::UnderWay => fieldwork::act_by_act(book, &by, audit.id, &work, false, chance)?,
        Life::TheLongOne => {
            fieldwork::act_by_act(book, &by, audit.id, &work, true, chance)?;
            book.act(audit.id, audit::CLOSING, &by, None, |writing| {
                conclude(writing, audit.id, closed, false, chance)
            })?;
        }
        Life::Planned => {}
    }
    Ok((audit, issued))
}

fn plan(world: &World, made: &Made<'_>, chance: &mut Chance) -> NewAudit {
    let a_year = made.audits.div_ceil(YEARS);
    let visit = |site: &Site| SiteVisit { site: site.id, method: Method::Onsite };
    NewAudit {
        programme: world.programmes.get(made.number / a_year).map(|programme| programme.id),
        title: words::title(chance),
        edition: ISO_20000_1_2018.to_owned(),
        objectives: words::sentences(chance, 3),
        scope_text: words::sentences(chance, 2),
        clauses: world.edition.auditable().map(|clause| clause.number.clone()).collect(),
        sites: world.sites.iter().skip(made.number % 10).take(2).map(visit).collect(),
        method: Method::Onsite,
        date_start: made.start,
        date_end: made.start.plus_days(2),
        period_from: Some(made.start.minus_months(12)),
        period_to: Some(made.start),
        client: Some(world.people[10].id),
        lead: made.lead.id,
        own_documents: Default::default(),
        processes: Default::default(),
        services: Default::default(),
        planned_days: Some(3.0),
        confidentiality: "For the organisation and the audit team only.".to_owned(),
        accept_conflicts: None,
    }
}

/// Holds the closing meeting and writes what surrounds the findings; issues the report where it is to be issued.
fn conclude(
    writing: &mut Writing<'_>,
    audit: Id<Audit>,
    closed: Instant,
    issues: bool,
    chance: &mut Chance,
) -> Result<Vec<Finding>, Problem> {
    for _ in 0..6 {
        let wanted = PutParticipant {
            id: None,
            name: words::name(chance).to_owned(),
            job_title: "Manager".to_owned(),
            person: None,
            opening: true,
            closing: chance.percent(60),
            interviewed: chance.percent(50),
        };
        audit::put_participant(writing, audit, wanted)?;
    }
    for prose in [Prose::Course, Prose::Conclusion, Prose::Fulfilment, Prose::ObjectivesMet, Prose::Distribution] {
        let text = words::sentences(chance, 3);
        audit::write(writing, audit, prose, text)?;
    }
    let audit = audit::closing(writing, audit, closed, &[])?;
    if !issues {
        return Ok(Vec::new());
    }
    let issued = finding::issue_all(writing, &audit)?;
    audit::report_issued(writing, audit.id, 0, issued.iter().any(|finding| finding.grade.is_nonconformity()))?;
    Ok(issued)
}

/// Raises corrective actions for some of the nonconformities, and closes most of them.
fn follow_up(
    book: &mut Book,
    world: &World,
    audit: &Audit,
    issued: &[Finding],
    clock: &SteppingClock,
    chance: &mut Chance,
) -> Result<(), Problem> {
    for finding in issued.iter().filter(|finding| finding.grade.is_nonconformity()) {
        if !chance.percent(40) {
            continue;
        }
        let (owner, other) = (&world.people[10 + chance.below(8)], &world.people[20 + chance.below(8)]);
        let by = Author::new(Some(owner.id), owner.name.clone());
        let done = clock.now().day().plus_days(20);
        let wanted = NewCorrectiveAction {
            finding: Some(finding.id),
            source: None,
            source_words: String::new(),
            owner: owner.id,
            due: done.plus_days(40),
            description: words::sentences(chance, 2),
        };
        let action = corrective_action::raise(book, &by, "", wanted)?;
        if audit.date_start.year() < FIRST_YEAR + 9 && chance.percent(90) {
            let verification = words::sentence(chance);
            let closure =
                Closure { implemented_on: done, verified_by: other.id, verified_on: done.plus_days(30), verification };
            let by = Author::new(Some(other.id), other.name.clone());
            book.act(action.id, corrective_action::CLOSE, &by, None, |writing| {
                corrective_action::close(writing, action.id, closure)
            })?;
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_findings_of_all_audits_together_are_twenty_for_each() {
        for audits in [50, 1000] {
            let all: usize = (0..audits).map(|number| Life::of(number, audits).findings(number, audits)).sum();
            assert_eq!(all, audits * FINDINGS_EACH);
        }
    }
}
