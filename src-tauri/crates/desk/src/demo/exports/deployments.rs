//! What went live in March, as the pipeline logs it.

use ground::Fault;

use super::{chance::Chance, changes::register, lines::Lines, moment::Moment};
use crate::demo::calendar::Calendar;

const EVENTS: usize = 61;
const FIRST_NUMBER: usize = 20_301;
/// Two went live without a change.
const PAST_THE_REGISTER: [(usize, &str, &str, &str); 2] = [
    (20_318, "E-mail & Collaboration", "mail-gateway", "CI-002206"),
    (20_355, "Backup & Restore", "backup-proxy", "CI-003917"),
];
/// What people do with their hands, past every pipeline.
const BY_HAND: [&str; 3] = ["Hardware", "Printer", "Wireless"];
const PEOPLE: [&str; 4] = ["d.zak", "i.luczak", "k.sobczak", "pipeline"];

/// Every event of the month, in the order in which they happened.
pub(super) fn all(calendar: &Calendar) -> Result<String, Fault> {
    let mut chance = Chance::from(61);
    let (from, to) = (calendar.day("2026-03-01")?, calendar.day("2026-03-31")?);
    let mut changes = register(calendar)?;
    changes.retain(|change| change.worked.0.day >= from && change.worked.1.day <= to);
    changes.retain(|change| !BY_HAND.contains(&change.category));
    changes.sort_by_key(|change| change.worked.0);
    let wanted = EVENTS - PAST_THE_REGISTER.len();
    if changes.len() < wanted {
        return Err(Fault::bug("too few changes were carried out in March"));
    }
    let mut lines = Lines::with_semicolons(&[
        "id",
        "created_at",
        "service",
        "name",
        "version",
        "ci",
        "status",
        "change_request",
        "deployed_by",
    ]);
    let mut matched = (0..wanted).map(|place| &changes[place * changes.len() / wanted]);
    let mut now = Moment::at(from, 0);
    for number in FIRST_NUMBER..FIRST_NUMBER + EVENTS {
        let past = PAST_THE_REGISTER.iter().find(|past| past.0 == number);
        let (service, name, ci, change) = match past {
            Some((_, service, name, ci)) => (*service, (*name).to_owned(), (*ci).to_owned(), String::new()),
            None => {
                let change = matched.next().ok_or_else(|| Fault::bug("a deployment has no change"))?;
                now = now.plus(75).max(change.worked.0.plus(240));
                let name = change.service.to_lowercase().replace(" & ", "-").replace(' ', "-");
                (change.service, name, change.ci.clone(), change.number.clone())
            }
        };
        if past.is_some() {
            now = now.plus(chance.between(900, 2_400));
        }
        let version = format!("26.{}.{}", chance.between(1, 9), chance.between(0, 30));
        let by = chance.one_of(&PEOPLE);
        lines.row(&[&number.to_string(), &now.iso(), service, &name, &version, &ci, "succeeded", &change, by]);
    }
    Ok(lines.text)
}
