//! What auditors of service management write, made up from a vocabulary, so that a search has something to find.

use crate::chance::Chance;

const SUBJECTS: &[&str] = &[
    "The incident manager",
    "The service desk",
    "The change manager",
    "The process owner",
    "The supplier manager",
    "The problem manager",
    "Second-level support",
    "The capacity planner",
    "The configuration librarian",
    "The release coordinator",
    "The service owner",
    "The security officer",
    "The duty engineer",
    "Internal audit",
    "The continuity coordinator",
    "The knowledge editor",
    "The catalogue owner",
    "The finance controller",
    "The database team",
    "The network team",
    "The cloud team",
    "The on-call lead",
    "The asset custodian",
    "The training coordinator",
    "The quality manager",
    "The customer representative",
];

const VERBS: &[&str] = &[
    "showed",
    "records",
    "reviews",
    "could not show",
    "approves",
    "explained",
    "escalates",
    "closes",
    "reconciles",
    "prioritises",
    "classifies",
    "reports",
    "plans",
    "tests",
    "restored",
    "withdrew",
    "delayed",
    "postponed",
    "verifies",
    "samples",
    "archives",
    "overlooked",
    "measures",
    "forecasts",
    "negotiated",
    "authorises",
    "drafted",
];

const OBJECTS: &[&str] = &[
    "the incident record",
    "the change request",
    "the service level agreement",
    "the service report",
    "the known error",
    "the configuration item",
    "the supplier contract",
    "the capacity plan",
    "the continuity plan",
    "the availability forecast",
    "the release plan",
    "the risk register",
    "the service catalogue",
    "the knowledge article",
    "the request model",
    "the escalation matrix",
    "the maintenance window",
    "the backup schedule",
    "the access review",
    "the patch calendar",
    "the post-implementation review",
    "the problem record",
    "the underpinning contract",
    "the improvement register",
    "the competence matrix",
    "the emergency change",
    "the baseline",
    "the discovery scan",
    "the customer complaint",
    "the satisfaction survey",
    "the budget forecast",
    "the licence inventory",
    "the firewall rule",
    "the recovery test",
    "the management review",
    "the document register",
    "the rollback procedure",
    "the monitoring threshold",
    "the workaround",
];

const TAILS: &[&str] = &[
    "on the day of the visit",
    "within the agreed target",
    "without an approval",
    "before the deployment",
    "for the whole period",
    "in two of the sampled cases",
    "since the last review",
    "at the request of the customer",
    "outside the maintenance window",
    "as the procedure demands",
    "although the priority was raised",
    "after the supplier had answered",
    "in the ticketing tool",
    "on a spreadsheet of their own",
    "during the handover between shifts",
    "under the interim arrangement",
    "with a reason given",
    "without a date or a name",
    "for the payroll service",
    "for the e-mail service",
    "for the web shop",
    "in the secondary data centre",
    "for the Aarhus branch",
    "for the storage platform",
    "across both time zones",
    "because the approver was on leave",
    "against the thresholds of the agreement",
    "following the merger",
];

const TITLES: &[&str] = &[
    "Priority set by hand",
    "Changes closed without review",
    "Catalogue out of date",
    "Targets not agreed",
    "Supplier not evaluated",
    "Recovery never tested",
    "Access not revoked",
    "Known errors not published",
    "Baseline missing",
    "Emergency changes without approval",
    "Capacity not forecast",
    "Reports sent late",
    "Roles not assigned",
    "Complaints not recorded",
    "Records overwritten",
    "Scope not communicated",
    "Discovery scan incomplete",
    "Competence not shown",
    "Risks without an owner",
    "Improvement not followed up",
];

/// Names of people, none of them anybody's.
pub const NAMES: &[&str] = &[
    "Jonas Berg",
    "Karen Holt",
    "Sofie Lund",
    "Mikkel Dahl",
    "Freja Krogh",
    "Anders Vestergaard",
    "Ida Thomsen",
    "Oluf Rask",
    "Signe Mørk",
    "Tobias Lind",
    "Ellen Aagaard",
    "Rasmus Skov",
    "Maja Winther",
    "Peter Juhl",
    "Astrid Bak",
    "Henrik Toft",
    "Line Overgaard",
    "Nikolaj Friis",
    "Camilla Bruun",
    "Emil Storm",
    "Laura Holm",
    "Jesper Kjær",
    "Nanna Ravn",
    "Viktor Bech",
    "Julie Nørgaard",
    "Oscar Damm",
    "Clara Lange",
    "Simon Bjerre",
    "Mathilde Kruse",
    "Frederik Enevoldsen",
];

/// A sentence.
pub fn sentence(chance: &mut Chance) -> String {
    let subject = chance.likelier_first(SUBJECTS);
    let (verb, object, tail) =
        (chance.likelier_first(VERBS), chance.likelier_first(OBJECTS), chance.likelier_first(TAILS));
    format!("{subject} {verb} {object} {tail}.")
}

/// Several sentences, some of which name a record by its number.
pub fn sentences(chance: &mut Chance, count: usize) -> String {
    let mut text = String::new();
    for _ in 0..count {
        if !text.is_empty() {
            text.push(' ');
        }
        text.push_str(&sentence(chance));
        if chance.percent(40) {
            text.push_str(&format!(" {}", record_number(chance)));
        }
    }
    text
}

/// The number of a record in the audited side's tool.
fn record_number(chance: &mut Chance) -> String {
    let beginning = chance.one(&["INC", "CHG", "PRB", "REQ", "CI"]);
    format!("See {beginning}{:07}.", chance.below(400_000))
}

/// A few words to call a finding by.
pub fn title(chance: &mut Chance) -> String {
    format!("{}, {}", chance.likelier_first(TITLES), chance.likelier_first(TAILS))
}

/// The name of somebody.
pub fn name(chance: &mut Chance) -> &'static str {
    chance.one(NAMES)
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    #[test]
    fn a_thousand_notes_are_hardly_ever_the_same() {
        let mut chance = Chance::seeded(3);
        let notes: BTreeSet<String> = (0..1000).map(|_| sentences(&mut chance, 3)).collect();
        assert!(notes.len() > 990, "{}", notes.len());
    }
}
