//! `tick sample` as a script uses it: the figures of the tables, draws that repeat, and refusals that name the way out.

#![allow(clippy::unwrap_used, reason = "a test that can’t go on has failed")]

use std::{fmt::Write as _, path::PathBuf, process::Command};

use serde_json::Value;
use tempfile::TempDir;

/// What `tick sample` answers as JSON.
fn asked(words: &[&str]) -> Value {
    let output = Command::new(env!("CARGO_BIN_EXE_tick")).arg("sample").args(words).arg("--json").output().unwrap();
    assert!(output.status.success(), "{words:?}: {}", String::from_utf8_lossy(&output.stderr));
    serde_json::from_slice(&output.stdout).unwrap()
}

/// The problem with which `tick sample` refuses.
fn refused(words: &[&str]) -> Value {
    let output = Command::new(env!("CARGO_BIN_EXE_tick")).arg("sample").args(words).arg("--json").output().unwrap();
    assert_eq!(output.status.code(), Some(1), "{words:?} is a refusal: {}", String::from_utf8_lossy(&output.stderr));
    let problem: Value = serde_json::from_slice(&output.stderr).unwrap();
    assert!(!problem["remedy"].as_str().unwrap().is_empty(), "{problem}");
    problem
}

fn size(words: &str) -> u64 {
    let words: Vec<&str> = ["size"].into_iter().chain(words.split(' ')).collect();
    asked(&words)["sample_size"].as_u64().unwrap()
}

/// 200 incidents in four priorities, with an amount each, numbered so that bytes and numbers sort differently.
fn an_export() -> (TempDir, PathBuf) {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("incidents.csv");
    let mut csv = String::from("number,priority,opened_at,amount\n");
    for number in 1..=200 {
        let _ = writeln!(csv, "INC{number},P{},2025-{:02}-05 08:00:00,{number}.50", number % 4 + 1, number % 12 + 1);
    }
    std::fs::write(&path, csv).unwrap();
    (folder, path)
}

fn draw(path: &std::path::Path, words: &[&str]) -> Value {
    let path = path.to_string_lossy();
    let words: Vec<&str> = ["draw", "--file", &path].into_iter().chain(words.iter().copied()).collect();
    asked(&words)
}

fn ids(drawn: &Value) -> Vec<String> {
    drawn["ids"].as_array().unwrap().iter().map(|id| id.as_str().unwrap().to_owned()).collect()
}

#[test]
fn sizes_are_those_of_the_tables() {
    for (allowed, wanted) in [(0, 59), (1, 93), (2, 124), (3, 153)] {
        assert_eq!(size(&format!("--confidence 95 --tolerable 5 --allowed {allowed} --model binomial")), wanted);
    }
    assert_eq!(size("--population 500 --confidence 95 --tolerable 8"), 35);
    assert_eq!(size("--population 50 --confidence 95 --tolerable 5"), 31);
    assert_eq!(size("--population 1200 --confidence 90 --tolerable 5 --allowed 2"), 102);
    assert_eq!(size("--confidence 90 --tolerable 5 --expected 3.5"), 400, "a float would say 423");
    assert_eq!(size("--confidence 90 --tolerable 8 --expected 7"), 1300);
    let answer = asked(&["size", "--population", "4812", "--confidence", "95", "--tolerable", "5"]);
    assert_eq!(answer["deviations_in_population"], 241, "5 % of 4,812, rounded up");
    assert_eq!(answer["model"], "hypergeometric");
}

#[test]
fn limits_are_exact() {
    let limit = |words: &str| {
        let words: Vec<&str> = ["limit"].into_iter().chain(words.split(' ')).collect();
        asked(&words)["upper_limit"].as_f64().unwrap()
    };
    assert!((limit("--size 60 --failures 0 --confidence 95") - 0.048_702_91).abs() < 5e-9);
    assert!((limit("--size 145 --failures 1 --confidence 95") - 0.032_296_96).abs() < 5e-9);
    for (failures, count) in [(0, 25.0), (1, 43.0), (2, 59.0), (3, 75.0)] {
        let found = limit(&format!("--population 1200 --size 102 --failures {failures} --confidence 90"));
        assert!((found - count / 1200.0).abs() < 1e-12, "{failures}: {found}");
    }
}

#[test]
fn a_draw_is_repeated_by_the_same_words_and_a_larger_one_begins_with_it() {
    let (_folder, path) = an_export();

    let five = draw(&path, &["--method", "random", "--size", "5", "--seed", "IA-2026-01/2026-02-09"]);
    let again = draw(&path, &["--method", "random", "--size", "5", "--seed", "IA-2026-01/2026-02-09"]);
    let eight = draw(&path, &["--method", "random", "--size", "8", "--seed", "IA-2026-01/2026-02-09"]);

    assert_eq!(five, again);
    assert_eq!(ids(&eight)[..5], ids(&five)[..]);
    assert_eq!(five["algorithm"], "tickmark-draw-1");
    assert_eq!(five["population_sha256"].as_str().unwrap().len(), 64);
    let other = draw(&path, &["--method", "random", "--size", "5", "--seed", "another"]);
    assert_ne!(ids(&five), ids(&other));
}

#[test]
fn every_method_draws_what_it_says() {
    let (_folder, path) = an_export();

    let strata = draw(&path, &["--method", "stratified", "--stratum", "priority", "--size", "20", "--seed", "s"]);
    assert_eq!(strata["strata"].as_array().unwrap().iter().map(|it| it["size"].as_u64().unwrap()).sum::<u64>(), 20);
    assert_eq!(strata["strata"][0]["name"], "P1");
    let own = ["--method", "stratified", "--stratum", "priority", "--stratum-size", "P1=3", "--seed", "s"];
    assert_eq!(ids(&draw(&path, &own)).len(), 3);

    let even = draw(&path, &["--method", "systematic", "--size", "10", "--seed", "s"]);
    assert_eq!(ids(&even).len(), 10);

    let by_value = draw(&path, &["--method", "mus", "--value", "amount", "--size", "10", "--seed", "s"]);
    assert_eq!(by_value["total_value"], "20200.00");
    assert_eq!(by_value["interval"], "2020.00");

    let filtered = draw(
        &path,
        &[
            "--method",
            "random",
            "--size",
            "4",
            "--seed",
            "s",
            "--where",
            r#"priority = "p1" AND opened_at < 2025-06-01"#,
        ],
    );
    assert_eq!(
        filtered["filter"], r#"priority = "p1" and opened_at < 2025-06-01"#,
        "the canonical text is what counts"
    );
    assert!(filtered["population_size"].as_u64().unwrap() < 50);
}

#[test]
fn what_can_not_be_drawn_is_refused_with_the_way_out() {
    let (folder, path) = an_export();
    let path = path.to_string_lossy().into_owned();
    let code = |words: &[&str]| {
        let words: Vec<&str> = ["draw", "--file", &path].into_iter().chain(words.iter().copied()).collect();
        refused(&words)["code"].as_str().unwrap().to_owned()
    };

    assert_eq!(code(&["--method", "random", "--size", "5"]), "sampling.seed-missing");
    assert_eq!(code(&["--method", "random", "--size", "201", "--seed", "s"]), "sampling.sample-exceeds-population");
    assert_eq!(code(&["--method", "random", "--seed", "s"]), "sample.no-size");
    assert_eq!(code(&["--method", "stratified", "--size", "5", "--seed", "s"]), "sample.option-missing");
    assert_eq!(
        code(&["--method", "stratified", "--stratum", "colour", "--size", "5", "--seed", "s"]),
        "population.no-column"
    );
    assert!(code(&["--method", "random", "--size", "5", "--seed", "s", "--where", "prio = 1"]).starts_with("rule."));
    assert_eq!(
        refused(&["size", "--population", "500", "--confidence", "95", "--tolerable", "100"])["code"],
        "sampling.tolerable-out-of-range"
    );
    let empty = folder.path().join("empty.csv");
    std::fs::write(&empty, "").unwrap();
    let words = ["draw", "--file", empty.to_str().unwrap(), "--method", "random", "--size", "1", "--seed", "s"];
    assert_eq!(refused(&words)["code"], "table.empty");
}
