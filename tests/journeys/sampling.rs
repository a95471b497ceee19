//! From the client's export to a finding “x of n” that a third person can repeat.

use std::fmt::Write as _;

use serde_json::{Value, json};

use crate::world::{World, id, text};

/// An export as ServiceNow writes it: 60 changes, every tenth an emergency without approval.
fn export() -> String {
    let mut csv = String::from("number,short_description,type,approval,opened_at,closed_at,assignment_group\r\n");
    for number in 1..=60 {
        let emergency = number % 10 == 0;
        let _ = write!(
            csv,
            "CHG{number:07},\"Patch, server {number}\",{},{},2026-03-{:02} 08:00:00,2026-03-{:02} 17:30:00,{}\r\n",
            if emergency { "Emergency" } else { "Normal" },
            if emergency { "" } else { "approved" },
            number % 27 + 1,
            number % 27 + 2,
            if number % 2 == 0 { "Network" } else { "Servers" },
        );
    }
    csv
}

/// The export brought in as a population of an audit of change management.
fn a_population(world: &mut World) -> (String, Value) {
    let audit = world.audit(&["8.5.1.2", "8.5.1.3"]);
    let path = world.file_with("changes.csv", export().as_bytes());
    let seen = world.ask("population.recognise", json!({ "path": path, "record_type": "change" }));
    assert_eq!(seen["proposal"]["tool"], "ServiceNow");
    assert_eq!(seen["proposal"]["mapping"]["record_id"], "number");
    assert_eq!(seen["proposal"]["mapping"]["change_type"], "type");
    let population = world.ask(
        "population.bring-in",
        json!({
            "audit": audit, "path": path, "shape": seen["shape"], "mapping": seen["proposal"]["mapping"],
            "title": "Changes, March 2026", "record_type": "change", "tool": "ServiceNow", "query": "opened in March",
            "supplied_by": "Tomasz Kania", "tool_count": 60
        }),
    );
    (audit, population)
}

/// A drawn sample of ten of them.
fn a_sample(world: &mut World, population: &Value) -> Value {
    let audit = text(population, "/audit");
    let sample = world.ask(
        "sample.plan",
        json!({
            "audit": audit, "population": population["id"], "title": "Approval of changes", "method": "random",
            "size": 10, "attributes": [{ "name": "Approved before implementation" }]
        }),
    );
    world.ask("sample.draw", json!({ "sample": sample["id"], "seed": "IA-2026-01/2026-10-06" }))
}

fn cell(sample: &Value, place: usize) -> (Value, Value) {
    (sample["items"][place]["id"].clone(), sample["attributes"][0]["id"].clone())
}

#[test]
fn an_export_becomes_a_frozen_population_with_its_hash_its_count_and_who_supplied_it() {
    let mut world = World::new();
    let (_, population) = a_population(&mut world);

    assert_eq!(population["rows"], 60);
    assert_eq!(population["records"], 60);
    assert_eq!(population["count_agrees"], true);
    assert_eq!(text(&population, "/reference").rsplit_once('-').unwrap().1, "01");
    assert_eq!(text(&population, "/sha256").len(), 64);
    world.check();

    let page = world.ask("population.rows", json!({ "population": population["id"], "limit": 3, "from": 2 }));
    assert_eq!(page["matching"], 60);
    assert_eq!(page["rows"][0]["cells"][1], "Patch, server 3", "the quoted comma belongs to the cell");
}

#[test]
fn every_row_is_held_against_a_rule_and_the_hits_are_records_to_look_at() {
    let mut world = World::new();
    let (_, population) = a_population(&mut world);
    let rule = r#"change_type = "emergency" and approval is empty"#;

    let ran = world.ask("population.run-rule", json!({ "population": population["id"], "rule": rule }));

    assert_eq!(ran["rows"], 60);
    assert_eq!(ran["hit_count"], 6);
    assert_eq!(ran["hits"][0]["record_id"], "CHG0000010");
    let kept = world.ask(
        "population.keep-test",
        json!({ "population": population["id"], "title": "Emergency without approval", "rule": rule }),
    );
    assert_eq!(kept["tests"][0]["hit_count"], 6);
    let problem =
        world.refused("population.run-rule", json!({ "population": population["id"], "rule": "aproval = 'x'" }));
    assert!(problem.remedy.contains("approval"), "the nearest name is offered: {problem:?}");
}

#[test]
fn the_same_file_and_seed_give_the_same_records_and_a_larger_draw_begins_with_the_smaller() {
    let mut world = World::new();
    let (_, population) = a_population(&mut world);
    let first = a_sample(&mut world, &population);
    let ids = |sample: &Value| -> Vec<String> {
        sample["items"].as_array().unwrap().iter().map(|item| text(item, "/record_id")).collect()
    };

    let second = a_sample(&mut world, &population);
    assert_eq!(ids(&first), ids(&second), "a draw is a function of file, filter, method, size and seed");

    let wider = world.ask("sample.extend", json!({ "sample": second["id"], "by": 5 }));
    assert_eq!(ids(&wider).len(), 15);
    assert_eq!(ids(&wider)[..10], ids(&first)[..], "extending draws the next ones");
    let problem = world.refused("sample.draw", json!({ "sample": second["id"], "seed": "another" }));
    assert_eq!(problem.code, "sample.already-drawn");

    // What was held of the population in memory went with the workspace; the file alone gives the same.
    world.reopen();
    let third = a_sample(&mut world, &population);
    assert_eq!(ids(&first), ids(&third));
    assert_eq!(first["items"][0]["seen"], third["items"][0]["seen"]);
}

#[test]
fn a_draw_by_chance_without_a_seed_is_refused() {
    let mut world = World::new();
    let (audit, population) = a_population(&mut world);
    let sample = world.ask(
        "sample.plan",
        json!({ "audit": audit, "population": population["id"], "title": "Approval", "method": "random", "size": 10,
                "attributes": [{ "name": "Approved" }] }),
    );

    let problem = world.refused("sample.draw", json!({ "sample": sample["id"], "seed": " " }));
    assert_eq!(problem.code, "sampling.seed-missing");
    let larger = world.ask("sample.change", json!({ "sample": sample["id"], "size": 61 }));
    let problem = world.refused("sample.draw", json!({ "sample": larger["id"], "seed": "x" }));
    assert!(problem.message.contains("60"), "{problem:?}");
}

#[test]
fn what_does_not_apply_says_why_and_what_was_not_found_has_failed() {
    let mut world = World::new();
    let (_, population) = a_population(&mut world);
    let sample = a_sample(&mut world, &population);
    let (item, attribute) = cell(&sample, 0);

    let problem =
        world.refused("sample.mark", json!({ "item": item, "attribute": attribute, "mark": "not_applicable" }));
    assert_eq!(problem.code, "sample.reason-needed");

    let seen = world.ask("sample.mark", json!({ "item": item, "attribute": attribute, "mark": "not_found" }));
    assert_eq!(seen["whole"]["failed"], 1);
    assert_eq!(seen["item"]["whole"], "fail");
}

#[test]
fn a_sample_is_concluded_when_every_cell_says_something_and_every_failure_has_words() {
    let mut world = World::new();
    let (_, population) = a_population(&mut world);
    let sample = a_sample(&mut world, &population);
    let concluding = json!({ "sample": sample["id"] });

    assert_eq!(world.refused("sample.conclude", concluding.clone()).code, "sample.still-open");
    for place in 0..10 {
        let (item, attribute) = cell(&sample, place);
        let mark = if place < 2 { "fail" } else { "pass" };
        world.ask("sample.mark", json!({ "item": item, "attribute": attribute, "mark": mark }));
    }
    assert_eq!(world.refused("sample.conclude", concluding.clone()).code, "sample.failure-without-words");
    for place in 0..2 {
        let (item, attribute) = cell(&sample, place);
        world.ask("sample.note", json!({ "item": item, "attribute": attribute, "text": "No approval in the record." }));
    }
    assert_eq!(world.refused("sample.conclude", concluding.clone()).code, "sample.no-conclusion");
    world.ask("sample.write", json!({ "sample": sample["id"], "text": "Approval is not reliable." }));
    let concluded = world.ask("sample.conclude", concluding);

    assert_eq!(concluded["stage"], "concluded");
    let sentence = text(&concluded, "/whole/sentence");
    assert!(sentence.starts_with("2 of 10 failed; with 95 % confidence at most "), "{sentence}");
    assert!(sentence.contains(" of the 60 changes, "), "{sentence}");
    let (item, attribute) = cell(&sample, 5);
    let problem = world.refused("sample.mark", json!({ "item": item, "attribute": attribute, "mark": "fail" }));
    assert_eq!(problem.code, "sample.concluded");
}

#[test]
fn a_judgement_sample_needs_a_reason_and_never_shows_a_percentage() {
    let mut world = World::new();
    let (audit, population) = a_population(&mut world);
    let sample = world.ask(
        "sample.plan",
        json!({ "audit": audit, "population": population["id"], "title": "Emergencies", "method": "judgement",
                "attributes": [{ "name": "Approved afterwards" }] }),
    );
    let adding = json!({ "sample": sample["id"], "records": ["CHG0000010", "CHG0000020"] });
    assert_eq!(world.refused("sample.add-records", adding.clone()).code, "sample.needs-rationale");
    world.ask("sample.change", json!({ "sample": sample["id"], "rationale": "Both went live at night." }));
    let problem = world.refused("sample.add-records", json!({ "sample": sample["id"], "records": ["CHG0000099"] }));
    assert_eq!(problem.code, "sample.no-record");
    let drawn = world.ask("sample.add-records", adding);

    let (item, attribute) = cell(&drawn, 0);
    let seen = world.ask(
        "sample.mark",
        json!({ "item": item, "attribute": attribute, "mark": "fail", "note": "Nobody approved it." }),
    );

    let sentence = text(&seen, "/whole/sentence");
    assert!(!sentence.contains('%'), "{sentence}");
    assert_eq!(seen["whole"]["rate"], Value::Null);
    assert_eq!(seen["whole"]["limit"], Value::Null);
}

#[test]
fn a_record_that_is_no_change_at_all_is_replaced_by_the_next_of_the_same_draw() {
    let mut world = World::new();
    let (_, population) = a_population(&mut world);
    let sample = a_sample(&mut world, &population);
    let wider = a_sample(&mut world, &population);
    let wider = world.ask("sample.extend", json!({ "sample": wider["id"], "by": 1 }));
    let (item, _) = cell(&sample, 3);

    let problem = world.refused("sample.replace", json!({ "item": item, "reason": " " }));
    assert_eq!(problem.code, "sample.needs-reason");
    let replaced = world.ask("sample.replace", json!({ "item": item, "reason": "A test ticket of the tool's vendor" }));

    assert_eq!(replaced["items"].as_array().unwrap().len(), 11);
    assert_eq!(replaced["items"][3]["replaced_reason"], "A test ticket of the tool's vendor");
    assert_eq!(replaced["items"][10]["record_id"], wider["items"][10]["record_id"]);
    assert_eq!(replaced["items"][10]["replaces"], replaced["items"][3]["id"]);
}

#[test]
fn a_stratified_sample_is_weighted() {
    let mut world = World::new();
    let (audit, population) = a_population(&mut world);
    let strata = world.ask(
        "sample.strata",
        json!({ "population": population["id"], "column": "change_type", "size": 10, "how": "equal" }),
    );
    assert_eq!(
        strata,
        json!([
            { "name": "Emergency", "population": 6, "size": 5 }, { "name": "Normal", "population": 54, "size": 5 }
        ])
    );
    let sample = world.ask(
        "sample.plan",
        json!({ "audit": audit, "population": population["id"], "title": "By type", "method": "stratified",
                "stratum_column": "change_type", "strata": strata, "attributes": [{ "name": "Approved" }] }),
    );
    let drawn = world.ask("sample.draw", json!({ "sample": sample["id"], "seed": "weights" }));
    let mut last = Value::Null;
    for place in 0..10 {
        let (item, attribute) = cell(&drawn, place);
        let emergency = drawn["items"][place]["stratum"] == "Emergency";
        let mark = if emergency { "fail" } else { "pass" };
        last = world.ask("sample.mark", json!({ "item": item, "attribute": attribute, "mark": mark, "note": "seen" }));
    }

    let rate = last["whole"]["rate"].as_f64().unwrap();
    assert!((rate - 0.1).abs() < 1e-12, "5 of 5 of 6, 0 of 5 of 54: a tenth, not a half; {rate}");
    assert!(text(&last, "/whole/sentence").contains("weighted by stratum"), "{last}");
}

#[test]
fn what_failed_becomes_one_finding_with_x_of_n_the_records_and_the_sheet_as_evidence() {
    let mut world = World::new();
    let (_, population) = a_population(&mut world);
    let sample = a_sample(&mut world, &population);
    let problem =
        world.refused("sample.raise", json!({ "sample": sample["id"], "clauses": ["8.5.1.3"], "grade": "minor" }));
    assert_eq!(problem.code, "sample.nothing-failed");
    for place in 0..10 {
        let (item, attribute) = cell(&sample, place);
        let (mark, note) = if place < 3 { ("fail", "No approval.") } else { ("pass", "") };
        world.ask("sample.mark", json!({ "item": item, "attribute": attribute, "mark": mark, "note": note }));
    }

    let finding = world.ask(
        "sample.raise",
        json!({ "sample": sample["id"], "attribute": sample["attributes"][0]["id"], "clauses": ["8.5.1.3"],
                "grade": "minor", "statement": "Changes go live without approval." }),
    );

    assert_eq!(finding["extent"], "3 of 10");
    let words = text(&finding, "/evidence_words");
    for place in 0..3 {
        assert!(words.contains(&text(&sample["items"][place], "/record_id")), "{words}");
    }
    assert!(!words.contains(&text(&sample["items"][4], "/record_id")), "only what failed is named: {words}");
    assert!(words.contains("at most"), "the bound is part of it: {words}");
    assert_eq!(finding["evidence"].as_array().unwrap().len(), 1, "the sheet is evidence");
    let view = world.ask("sample.view", json!({ "sample": sample["id"] }));
    assert_eq!(view["findings"], json!([finding["reference"]]));
    world.check();
    let _ = id(&view);
}

#[test]
fn a_population_that_a_sample_rests_on_is_not_withdrawn() {
    let mut world = World::new();
    let (_, population) = a_population(&mut world);
    a_sample(&mut world, &population);

    let problem =
        world.refused("population.withdraw", json!({ "population": population["id"], "reason": "Wrong month" }));
    assert_eq!(problem.code, "population.in-use");
}

#[test]
fn a_file_that_is_no_table_is_refused_and_nothing_of_it_is_kept() {
    let mut world = World::new();
    let audit = world.audit(&["8.5.1.2"]);
    let noise: Vec<u8> = (0..60_000_u32).map(|number| (number.wrapping_mul(2_654_435_761) >> 24) as u8).collect();
    for (name, bytes) in [("empty.csv", Vec::new()), ("noise.csv", noise)] {
        let path = world.file_with(name, &bytes);
        let problem = world.refused("population.recognise", json!({ "path": path }));
        assert!(problem.code.starts_with("table."), "{name}: {problem:?}");
    }
    let path = world.file_with("good.csv", export().as_bytes());
    let seen = world.ask("population.recognise", json!({ "path": path }));
    let without = json!({ "audit": audit, "path": path, "shape": seen["shape"], "title": "Changes" });
    assert_eq!(world.refused("population.bring-in", without).code, "population.no-supplier");
    let twice = json!({ "audit": audit, "path": path, "shape": seen["shape"], "title": "Changes", "supplied_by": "TK",
                        "mapping": { "record_id": "number", "title": "number" } });
    assert_eq!(world.refused("population.bring-in", twice).code, "mapping.column-twice");
    assert_eq!(world.ask("population.list", json!({ "audit": audit })), json!([]));
    world.check();
}

#[test]
fn the_next_file_of_the_same_source_is_read_as_the_last_one_was() {
    let mut world = World::new();
    let (_, population) = a_population(&mut world);
    let path = world.file_with("changes-april.csv", export().as_bytes());

    let seen = world.ask("population.recognise", json!({ "path": path }));

    assert_eq!(seen["remembered_from"], population["reference"]);
    assert_eq!(seen["proposal"]["mapping"], population["mapping"]);
}
