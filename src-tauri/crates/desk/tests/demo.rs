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

#[test]
fn the_populations_hold_what_the_tools_exported() {
    for day in DAYS {
        let mut demo = Demo::of(day);
        for (audit, expected) in [
            ("IA-2026-01", vec![("IA-2026-01-P-01", "incident", 4_812), ("IA-2026-01-P-02", "major_incident", 5)]),
            (
                "IA-2026-02",
                vec![
                    ("IA-2026-02-P-01", "change", 1_136),
                    ("IA-2026-02-P-02", "deployment_event", 61),
                    ("IA-2026-02-P-03", "ci", 2_940),
                ],
            ),
            ("IA-2026-03", vec![("IA-2026-03-P-01", "external_supplier", 14)]),
        ] {
            let populations = demo.ask("population.list", json!({ "audit": audit }));
            let populations = populations.as_array().unwrap();
            assert_eq!(populations.len(), expected.len(), "{day}");
            for (population, (reference, record_type, rows)) in populations.iter().zip(expected) {
                assert_eq!(population["reference"], reference, "{day}");
                assert_eq!(population["record_type"], record_type, "{day}: {reference}");
                assert_eq!(population["rows"], rows, "{day}: {reference}");
                assert_eq!(population["records"], rows, "{day}: {reference} has each record once");
                assert_eq!(population["count_agrees"], true, "{day}: {reference}");
                assert_eq!(population["set_aside_count"], 0, "{day}: {reference}");
                assert_eq!(population["unreadable_cells"], 0, "{day}: {reference}");
                assert!(!population["completeness"].as_str().unwrap().is_empty(), "{day}: {reference}");
            }
        }
    }
}

#[test]
fn the_incidents_are_counted_as_the_play_says_and_lie_in_the_audited_year() {
    for day in DAYS {
        let mut demo = Demo::of(day);
        let asked = json!({ "population": "IA-2026-01-P-01", "count": ["priority", "business_service", "company"] });
        let look = demo.ask("population.look", asked);
        let column = |name: &str| {
            let columns = look["columns"].as_array().unwrap();
            columns.iter().find(|column| column["column"] == name).unwrap()
        };
        let counts = json!([
            { "value": "4 - Low", "rows": 2_728 },
            { "value": "3 - Moderate", "rows": 1_904 },
            { "value": "2 - High", "rows": 168 },
            { "value": "1 - Critical", "rows": 12 },
        ]);
        assert_eq!(column("priority")["values"], counts, "{day}");
        assert_eq!(column("business_service")["distinct"], 9, "{day}");
        assert_eq!(column("company")["distinct"], 11, "{day}");
        assert_eq!(look["outside"]["within"], 4_812, "{day}");
        let numbering = look["numbering"].as_array().unwrap();
        assert_eq!(numbering.len(), 1, "{day}");
        assert_eq!((&numbering[0]["missing"], &numbering[0]["gap_count"]), (&json!(6), &json!(5)), "{day}");
    }
}

/// The whole outcome of a sample, and how many failed by attribute.
fn sample(demo: &mut Demo, reference: &str) -> (Value, Vec<i64>) {
    let view = demo.ask("sample.view", json!({ "sample": reference }));
    let failed = view["outcomes"].as_array().unwrap().iter().map(|outcome| outcome["failed"].as_i64().unwrap());
    let failed = failed.collect();
    (view, failed)
}

/// Of each stratum how many there are, were drawn and failed.
fn strata(outcome: &Value) -> Vec<[i64; 3]> {
    let number = |stratum: &Value, member: &str| stratum[member].as_i64().unwrap();
    let strata = outcome["strata"].as_array().unwrap().iter();
    strata.map(|stratum| ["population", "drawn", "failed"].map(|member| number(stratum, member))).collect()
}

/// A share in percent with one decimal, as it is printed.
fn percent(share: &Value) -> String {
    format!("{:.1}", share.as_f64().unwrap() * 100.0)
}

#[test]
fn the_incidents_of_the_sample_fail_in_six_of_forty_and_seventeen_percent_by_weight() {
    for day in DAYS {
        let mut demo = Demo::of(day);
        let (view, failed) = sample(&mut demo, "IA-2026-01-S-01");
        assert_eq!(view["stage"], "concluded", "{day}");
        assert_eq!(failed, [0, 6], "{day}");
        let outcome = &view["outcomes"][1];
        assert_eq!(strata(outcome), [[12, 4, 0], [168, 8, 1], [1_904, 14, 3], [2_728, 14, 2]], "{day}");
        assert_eq!(percent(&outcome["stratified"]["raw_rate"]), "15.0", "{day}");
        assert_eq!(percent(&outcome["stratified"]["weighted_rate"]), "17.0", "{day}");
        assert_eq!(view["findings"], json!(["IA-2026-01-NC-01"]), "{day}");
        assert_eq!(view["clauses"], json!(["8.6.1"]), "{day}");
    }
    let (view, _) = sample(&mut Demo::of(DAYS[0]), "IA-2026-01-S-01");
    assert_eq!(view["seed"], "IA-2026-01/2026-02-09");
}

/// What stands in a column of a drawn record.
fn seen<'a>(item: &'a Value, column: &str) -> &'a str {
    let cells = item["seen"].as_array().unwrap();
    cells.iter().find(|cell| cell["column"] == column).unwrap()["value"].as_str().unwrap()
}

#[test]
fn what_is_marked_as_failed_can_be_seen_in_the_record_itself() {
    let level = |cell: &str| cell[..1].parse::<i64>().unwrap();
    for day in DAYS {
        let mut demo = Demo::of(day);
        let (incidents, _) = sample(&mut demo, "IA-2026-01-S-01");
        let priority = incidents["attributes"][1]["id"].as_str().unwrap();
        let mut pictured = false;
        for item in incidents["items"].as_array().unwrap() {
            let by_matrix = match level(seen(item, "impact")) + level(seen(item, "urgency")) {
                2 => 1,
                3 => 2,
                4 => 3,
                _ => 4,
            };
            let agrees = by_matrix == level(seen(item, "priority"));
            assert_eq!(item["marks"][priority] == "pass", agrees, "{day}: {item:#}");
            pictured |= item["record_id"] == "INC0048523";
        }
        assert!(pictured, "{day}: the incident on the picture is in the sample");

        let (changes, _) = sample(&mut demo, "IA-2026-02-S-01");
        let approved = changes["attributes"][1]["id"].as_str().unwrap();
        for item in changes["items"].as_array().unwrap() {
            assert_eq!(item["marks"][approved] == "pass", seen(item, "approval") == "Approved", "{day}: {item:#}");
        }
    }
}

#[test]
fn the_other_samples_say_what_the_audits_found() {
    for day in DAYS {
        let mut demo = Demo::of(day);
        let (majors, failed) = sample(&mut demo, "IA-2026-01-S-02");
        assert_eq!((majors["method"].as_str(), failed), (Some("all"), vec![0, 3, 3]), "{day}");
        assert_eq!(majors["whole"]["failed"], 3, "{day}: the same three");
        assert_eq!(majors["findings"], json!(["IA-2026-01-NC-02"]), "{day}");

        let (changes, failed) = sample(&mut demo, "IA-2026-02-S-01");
        assert_eq!(failed, [0, 4], "{day}");
        assert_eq!(strata(&changes["outcomes"][1]), [[33, 9, 4], [361, 20, 0], [742, 6, 0]], "{day}");

        let (deployments, failed) = sample(&mut demo, "IA-2026-02-S-02");
        assert_eq!((deployments["whole"]["drawn"].as_i64(), failed), (Some(61), vec![2]), "{day}");

        let (items, failed) = sample(&mut demo, "IA-2026-02-S-03");
        assert_eq!((items["whole"]["drawn"].as_i64(), failed), (Some(25), vec![7]), "{day}");
        assert_eq!(items["population_size"], 2_940, "{day}");
        let binomial = &items["outcomes"][0]["binomial"];
        assert_eq!(percent(&binomial["rate"]), "28.0", "{day}");
        assert_eq!(percent(&binomial["lower_two_sided"]), "12.1", "{day}");
        assert_eq!(percent(&binomial["upper_two_sided"]), "49.4", "{day}");
        for sample in [&majors, &changes, &deployments, &items] {
            assert_eq!(sample["stage"], "concluded", "{day}: {}", sample["reference"]);
        }
    }
}

#[test]
fn suppliers_chosen_by_judgement_give_no_percentage_and_two_are_open() {
    let mut demo = Demo::of(DAYS[0]);
    let (suppliers, failed) = sample(&mut demo, "IA-2026-03-S-01");
    assert_eq!(failed, [0, 0, 0]);
    assert_eq!(suppliers["method"], "judgement");
    assert_eq!(suppliers["stage"], "drawn");
    assert_eq!(suppliers["population_size"], 14);
    assert!(!suppliers["rationale"].as_str().unwrap().is_empty());
    let whole = &suppliers["whole"];
    assert_eq!((whole["drawn"].as_i64(), whole["tested"].as_i64()), (Some(5), Some(3)));
    assert_eq!(whole.get("rate"), None);
    assert!(!whole["sentence"].as_str().unwrap().contains('%'), "{whole:#}");
}

#[test]
fn findings_name_the_records_that_failed_on_the_sheet_of_their_sample() {
    for day in DAYS {
        let mut demo = Demo::of(day);
        for (audit, sample_reference, finding, attribute) in [
            ("IA-2026-01", "IA-2026-01-S-01", "IA-2026-01-NC-01", 1),
            ("IA-2026-01", "IA-2026-01-S-02", "IA-2026-01-NC-02", 1),
            ("IA-2026-02", "IA-2026-02-S-01", "IA-2026-02-NC-01", 1),
            ("IA-2026-02", "IA-2026-02-S-03", "IA-2026-02-NC-02", 0),
            ("IA-2026-02", "IA-2026-02-S-02", "IA-2026-02-NC-03", 0),
        ] {
            let (view, _) = sample(&mut demo, sample_reference);
            let attribute = view["attributes"][attribute]["id"].as_str().unwrap();
            let failed: Vec<&str> = view["items"]
                .as_array()
                .unwrap()
                .iter()
                .filter(|item| item["marks"][attribute] != "pass")
                .map(|item| item["record_id"].as_str().unwrap())
                .collect();
            let findings = demo.findings(audit);
            let finding = findings.iter().find(|other| other["reference"] == finding).unwrap();
            assert_eq!(finding["sample"], view["id"], "{day}: {finding:#}");
            let words = finding["evidence_words"].as_str().unwrap();
            let named = failed.iter().filter(|record| words.contains(**record)).count();
            assert!(named >= 2, "{day}: {words} names two of {failed:?}");
            assert!(!words.contains('{'), "{day}: {words}");
        }
    }
}

#[test]
fn the_rule_over_all_changes_hits_the_emergency_changes_without_approval() {
    for day in DAYS {
        let mut demo = Demo::of(day);
        let changes = demo.ask("population.view", json!({ "population": "IA-2026-02-P-01" }));
        let test = &changes["tests"][0];
        assert_eq!((test["rows"].as_i64(), test["hit_count"].as_i64()), (Some(33), Some(12)), "{day}");
        assert!(test["conclusion"].as_str().unwrap().starts_with("12 of the 33"), "{day}");
        let ready = changes["ready"]["runnable"].as_array().unwrap();
        let ready = ready.iter().find(|ready| ready["id"] == "change.closed-not-approved").unwrap();
        let ran = demo.ask("population.run-rule", json!({ "population": "IA-2026-02-P-01", "rule": ready["rule"] }));
        assert_eq!(ran["hit_count"], 12, "{day}: the ready test finds the same");
    }
}

#[test]
fn whoever_draws_again_from_the_file_that_was_brought_in_gets_the_same_records() {
    let mut demo = Demo::of("2027-03-01");
    for (number, reference) in ["IA-2026-01-S-01", "IA-2026-02-S-01", "IA-2026-02-S-03"].into_iter().enumerate() {
        let (drawn, _) = sample(&mut demo, reference);
        let population = demo.ask("population.view", json!({ "population": drawn["population_reference"] }));
        let sha256 = population["sha256"].as_str().unwrap();
        let bytes = demo.desk.book().unwrap().blob(sha256).unwrap();
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join(population["file_name"].as_str().unwrap());
        std::fs::write(&path, bytes).unwrap();

        // In an audit that has nothing to do with it, read anew.
        let recognised = demo.ask("population.recognise", json!({ "path": path }));
        let brought = json!({
            "audit": "IA-2026-04",
            "path": path,
            "title": "Once more",
            "supplied_by": "The workspace",
            "shape": recognised["shape"],
            "mapping": population["mapping"],
        });
        let brought = demo.ask("population.bring-in", brought);
        assert_eq!(brought["sha256"], sha256);
        let again = json!({
            "audit": "IA-2026-04",
            "population": brought["id"],
            "title": "Once more",
            "method": drawn["method"],
            "attributes": [{ "name": "Anything" }],
            "stratum_column": drawn["stratum_column"],
            "strata": drawn["strata"],
            "size": drawn["size"],
            "seed": drawn["seed"],
        });
        let again = demo.ask("sample.plan", again);
        assert_eq!(again["reference"], format!("IA-2026-04-S-{:02}", number + 1));
        let again = demo.ask("sample.draw", json!({ "sample": again["id"] }));
        let records = |view: &Value| each(view["items"].as_array().unwrap(), "record_id").join(" ");
        assert_eq!(records(&again), records(&drawn), "{reference}");
    }
}

#[test]
fn of_what_was_asked_for_one_came_and_one_is_overdue() {
    for day in DAYS {
        let mut demo = Demo::of(day);
        let requests = demo.ask("request.list", json!({ "audit": "IA-2026-03" }));
        let requests = requests.as_array().unwrap();
        assert_eq!(each(requests, "reference"), ["IA-2026-03-R-01", "IA-2026-03-R-02"], "{day}");
        assert_eq!(each(requests, "state"), ["received", "overdue"], "{day}");
        assert_eq!(requests[1]["days_left"], -4, "{day}");
    }
}
