//! The demo shows what it says it shows, whenever it is made.

#![allow(clippy::unwrap_used, reason = "a test that can't go on has failed")]

use std::{
    path::{Path, PathBuf},
    sync::{Arc, OnceLock},
};

use book::{Access, params};
use desk::{DEMO_PASSPHRASE, Desk, Home, NoSecrets, make_demo};
use ground::{Clock, Day, Instant};
use serde_json::{Value, json};
use tempfile::TempDir;

/// The day the play was written for, the same year seen from the next, and a leap day.
const DAYS: [&str; 3] = ["2026-10-06", "2027-03-01", "2028-02-29"];

/// A clock that stands still.
struct Still(Instant);
impl Clock for Still {
    fn now(&self) -> Instant {
        self.0
    }
}

fn at(moment: &str) -> Instant {
    serde_json::from_value(moment.into()).unwrap()
}

/// A demo made for a day and opened in the afternoon of that day.
struct Demo {
    desk: Desk,
    _folder: TempDir,
}

impl Demo {
    /// A copy of the demo of that day, which is made once for all tests.
    fn of(day: &str) -> Self {
        static MADE: [OnceLock<Vec<u8>>; 3] = [const { OnceLock::new() }; 3];
        let now = at(&format!("{day}T13:00:00Z"));
        let place = DAYS.iter().position(|other| *other == day).unwrap();
        let bytes = MADE[place].get_or_init(|| {
            let folder = tempfile::tempdir().unwrap();
            let path = folder.path().join("demo.tickmark");
            let as_of: Day = day.parse().unwrap();
            make_demo(&path, Some(as_of), now).unwrap();
            assert_eq!(left_in(&folder), std::slice::from_ref(&path), "the file is whole by itself");
            std::fs::read(path).unwrap()
        });
        Self::opened(now, |path| std::fs::write(path, bytes).unwrap())
    }

    fn opened(now: Instant, put: impl FnOnce(&Path)) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("demo.tickmark");
        put(&path);
        let mut desk =
            Desk::with("the tests", Home(folder.path().join("home")), Arc::new(Still(now)), Box::new(NoSecrets));
        desk.open(&path, None, Access::Write).unwrap();
        Self { desk, _folder: folder }
    }

    fn ask(&mut self, operation: &str, request: Value) -> Value {
        self.desk.call(operation, request).unwrap_or_else(|problem| panic!("{operation}: {problem}")).value
    }

    fn findings(&mut self, audit: &str) -> Vec<Value> {
        self.ask("finding.list", json!({ "audit": audit }))["findings"].as_array().unwrap().clone()
    }
}

/// One member of each, in the order given.
fn each<'a>(list: &'a [Value], member: &str) -> Vec<&'a str> {
    list.iter().map(|value| value[member].as_str().unwrap_or("")).collect()
}

#[test]
fn the_counts_of_today_hold_on_whatever_day_it_is_made() {
    for day in DAYS {
        let mut demo = Demo::of(day);
        let today = demo.ask("today.view", json!({}));
        assert_eq!(today["me"]["name"], "Jonas Berg", "{day}");
        let counts = &today["counts"];
        assert_eq!(counts["audits"], json!({ "follow_up": 2, "in_progress": 1, "planned": 1 }), "{day}");
        assert_eq!(
            counts["nonconformities"],
            json!({ "issued": 5, "major": 1, "minor": 4, "closed": 1, "open": 4, "draft": 1 }),
            "{day}"
        );
        assert_eq!(counts["actions"], json!({ "total": 7, "open": 5, "closed": 2, "overdue": 1 }), "{day}");
        let coverage = &counts["coverage"];
        assert_eq!(coverage["covered"], 11, "{day}");
        assert_eq!(coverage["in_progress"], 8, "{day}");
        assert_eq!(coverage["planned"], 31, "{day}");
        assert_eq!(coverage["of"], 62, "{day}");
        assert_eq!(
            coverage["not_planned_clauses"],
            json!([
                "8.2.1", "8.2.2", "8.4.1", "8.4.2", "8.4.3", "8.5.2.1", "8.5.2.2", "8.5.2.3", "8.7.1", "8.7.2",
                "8.7.3.1", "8.7.3.2"
            ]),
            "{day}"
        );
    }
}

#[test]
fn the_file_is_whole_says_that_it_is_a_demo_and_bears_every_signature() {
    for day in DAYS {
        let mut demo = Demo::of(day);
        let check = demo.desk.book().unwrap().check().unwrap();
        assert!(check.is_clean(), "{day}: {check:?}");
        let status = demo.ask("workspace.status", json!({}));
        assert_eq!(status["demo"], true);
        assert_eq!(status["encrypted"], false);
        assert_eq!(status["organisation"], "Fjordlicht Managed Services A/S");
        for (audit, revision) in [("IA-2026-01", 0), ("IA-2026-02", 0), ("IA-2026-02", 1)] {
            let verified = demo.ask("report.verify", json!({ "audit": audit, "revision": revision }));
            assert_eq!(verified["verdict"], "valid", "{day}: {audit} revision {revision}: {verified:#}");
            assert_eq!(verified["known_as"]["reference"], format!("{audit}-R"));
            assert_eq!(verified["known_as"]["revision"], revision);
            assert_eq!(verified["signatures"][0]["signer"]["name"], "Jonas Berg");
        }
        let revisions = demo.ask("report.state", json!({ "audit": "IA-2026-02" }));
        assert_eq!(revisions["revisions"][0]["superseded"], false);
        assert_eq!(revisions["revisions"][1]["superseded"], true);
        assert!(revisions["revisions"][0]["change_note"].as_str().unwrap().contains("wrong site"));
    }
}

#[test]
fn the_programme_is_in_its_second_revision_and_within_its_days() {
    let mut demo = Demo::of("2026-10-06");
    let programme = demo.ask("programme.view", json!({ "programme": "AP-2026" }));
    assert_eq!(programme["revision"], 2);
    assert_eq!(programme["stage"], "active");
    assert_eq!(programme["approved_by_name"], "Ingrid Solberg");
    assert_eq!(programme["approved_on"], "2026-04-02");
    assert_eq!(programme["planned_days"], 24.0);
    assert_eq!(programme["resources_days"], 26.0);
    assert!(programme["change_reason"].as_str().unwrap().contains("from 2026-06-08 to 2026-10-05"));
    let audits = programme["audits"].as_array().unwrap();
    assert_eq!(each(audits, "reference"), ["IA-2026-01", "IA-2026-02", "IA-2026-03", "IA-2026-04"]);
    assert_eq!(audits.iter().map(|audit| audit["clauses"].as_i64().unwrap()).collect::<Vec<_>>(), [5, 6, 8, 31]);
    assert_eq!(audits[2]["date_start"], "2026-10-05");
}

#[test]
fn the_findings_bear_their_numbers_and_what_the_auditee_says() {
    let mut demo = Demo::of("2027-03-01");
    let first = demo.findings("IA-2026-01");
    assert_eq!(
        each(&first, "reference"),
        ["IA-2026-01-GP-01", "IA-2026-01-NC-01", "IA-2026-01-NC-02", "IA-2026-01-OFI-01"]
    );
    assert_eq!(each(&first, "grade"), ["good_practice", "minor", "major", "opportunity"]);
    assert_eq!(each(&first, "stage"), ["issued", "closed", "issued", "issued"]);

    let second = demo.findings("IA-2026-02");
    assert_eq!(
        each(&second, "reference"),
        ["IA-2026-02-NC-01", "IA-2026-02-NC-02", "IA-2026-02-NC-03", "IA-2026-02-OBS-01"]
    );
    let clauses: Vec<&Value> = second.iter().map(|finding| &finding["clauses"][0]).collect();
    assert_eq!(clauses, ["8.5.1.3", "8.2.6", "8.5.1.2", "8.5.3"]);
    assert_eq!(each(&second, "auditee_position"), ["agreed", "agreed", "disputed", "agreed"]);
    assert!(second[2]["auditee_comment"].as_str().unwrap().contains("standard change template"));

    let third = demo.findings("IA-2026-03");
    assert_eq!(each(&third, "stage"), ["draft"]);
    for finding in first.iter().chain(&second).chain(&third) {
        assert!(!finding["evidence"].as_array().unwrap().is_empty(), "{} rests on something", finding["reference"]);
    }
}

#[test]
fn the_third_audit_is_in_its_second_day_with_fourteen_answers_of_twenty_five() {
    let mut demo = Demo::of("2026-10-06");
    let checklist = demo.ask("checklist.view", json!({ "audit": "IA-2026-03" }));
    assert_eq!(checklist["answered"], 14);
    assert_eq!(checklist["of"], 25);
    for (audit, of) in [("IA-2026-01", 16), ("IA-2026-02", 19)] {
        let checklist = demo.ask("checklist.view", json!({ "audit": audit }));
        assert_eq!(checklist["answered"], of, "{audit} has every question answered");
        assert_eq!(checklist["of"], of);
        for question in checklist["questions"].as_array().unwrap() {
            assert!(!question["notes"].as_str().unwrap().is_empty(), "{}", question["code"]);
            assert!(!question["with_whom"].as_str().unwrap().is_empty(), "{}", question["code"]);
        }
    }
}

#[test]
fn the_actions_stand_where_their_stories_left_them() {
    for day in DAYS {
        let mut demo = Demo::of(day);
        let mut actions = demo.ask("action.list", json!({})).as_array().unwrap().clone();
        actions.sort_by_key(|action| action["reference"].as_str().unwrap().to_owned());
        let references: Vec<String> = (1..=7).map(|number| format!("CAR-2026-{number:03}")).collect();
        assert_eq!(each(&actions, "reference"), references, "{day}");
        assert_eq!(each(&actions, "stage"), ["closed", "open", "open", "open", "open", "open", "closed"], "{day}");
        assert_eq!(actions[4]["overdue"], true, "{day}");
        assert_eq!(actions[4]["days_left"], -6, "{day}");
        assert_eq!(actions[1]["days_left"], 24, "{day}: its effect is to be checked within thirty days");
        assert_ne!(actions[3]["due"], actions[3]["original_due"], "{day}: only the fourth moved");
        assert_eq!(actions[0]["verified_by_name"], "Daniel Okafor");
        assert_eq!(actions[6]["source"], "external_audit");
    }
}

#[test]
fn nobody_audits_their_own_work() {
    let mut demo = Demo::of("2026-10-06");
    let mut conflicts = |person: &str, clause: &str| {
        let asked = json!({ "person": person, "clauses": [clause], "date_start": "2026-10-06" });
        demo.ask("audit.check-independence", asked).as_array().unwrap().clone()
    };
    assert_eq!(conflicts("Ewa Lisowska", "8.5.1.2")[0]["until"], "2026-12-31", "for a year after she led it");
    assert!(conflicts("Ewa Lisowska", "8.6.3")[0].get("until").is_none(), "as long as she leads it");
    assert!(conflicts("Ewa Lisowska", "8.3.4.2").is_empty());
    for clause in ["9.2.1", "9.3", "10.2"] {
        assert!(!conflicts("Karen Holt", clause).is_empty(), "{clause}");
    }
    assert!(!conflicts("Hanna Makela", "7.2").is_empty());
    assert!(conflicts("Daniel Okafor", "9.2.1").is_empty());
}

#[test]
fn its_people_can_sign_with_the_passphrase_that_is_no_secret() {
    let mut demo = Demo::of("2026-10-06");
    let identities = demo.ask("identity.list", json!({})).as_array().unwrap().clone();
    let mut names = each(&identities, "name");
    names.sort_unstable();
    assert_eq!(names, ["Daniel Okafor", "Jonas Berg", "Karen Holt"]);
    let again = json!({
        "audit": "IA-2026-01",
        "identity": "Jonas Berg",
        "passphrase": DEMO_PASSPHRASE,
        "change_note": "The distribution list was completed.",
    });
    assert_eq!(demo.ask("report.issue", again)["revisions"][0]["revision"], 1);
}

#[test]
fn no_act_lies_after_the_moment_at_which_it_was_made() {
    for made in ["2026-10-05T22:01:00Z", "2026-10-06T07:00:00Z", "2026-12-31T23:30:00Z"] {
        let now = at(made);
        let mut demo = Demo::opened(now, |path| make_demo(path, None, now).unwrap());
        let later = demo
            .desk
            .book()
            .unwrap()
            .reading()
            .count("SELECT count(*) FROM change WHERE at > ?1", params![now.millis()])
            .unwrap();
        assert_eq!(later, 0, "made at {made}");
        let checklist = demo.ask("checklist.view", json!({ "audit": "IA-2026-03" }));
        assert_eq!(checklist["answered"], 14, "made at {made}");
    }
}

#[test]
fn a_file_that_is_already_there_is_left_alone() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("mine.tickmark");
    std::fs::write(&path, "three years of work").unwrap();

    let problem = make_demo(&path, None, at("2026-10-06T12:00:00Z")).unwrap_err();

    assert_eq!(problem.code, "workspace.already-there");
    assert_eq!(std::fs::read(&path).unwrap(), b"three years of work");
    assert_eq!(left_in(&folder), [path]);
}

#[test]
fn a_demo_that_can_t_be_finished_leaves_no_file_behind() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("demo.tickmark");
    // Its people's certificates would run beyond the year 9999, which no certificate can say.
    let as_of = "9999-12-01".parse().unwrap();

    let problem = make_demo(&path, Some(as_of), at("2026-10-06T12:00:00Z")).unwrap_err();

    assert!(problem.message.contains("make-identity"), "it had begun: {problem}");
    assert_eq!(left_in(&folder), Vec::<PathBuf>::new());
}

fn left_in(folder: &TempDir) -> Vec<PathBuf> {
    std::fs::read_dir(folder.path()).unwrap().map(|entry| entry.unwrap().path()).collect()
}

#[test]
fn undo_does_not_take_back_what_the_people_of_the_demo_did() {
    let mut demo = Demo::of(DAYS[0]);
    let state = demo.desk.call("undo.state", Value::Null).unwrap().value;
    assert_eq!(state, json!({}));
}

#[test]
fn findings_are_listed_by_the_stage_that_is_shown() {
    let mut demo = Demo::of(DAYS[0]);
    let mut references = |stage: &str| -> Vec<String> {
        let listed = demo.desk.call("finding.list", json!({ "stage": stage, "grade": "minor" })).unwrap().value;
        let findings = listed["findings"].as_array().unwrap();
        assert!(findings.iter().all(|finding| finding["stage"] == stage), "{listed}");
        assert_eq!(listed["of"], findings.len());
        findings.iter().map(|finding| finding["reference"].as_str().unwrap().to_owned()).collect()
    };
    assert_eq!(references("closed"), ["IA-2026-01-NC-01"]);
    assert_eq!(references("issued"), ["IA-2026-02-NC-01", "IA-2026-02-NC-02", "IA-2026-02-NC-03"]);
    assert_eq!(references("draft"), ["IA-2026-03-D01"]);
}
