use std::{
    collections::BTreeSet,
    path::{Path, PathBuf},
};

use toml::{Table, Value};

use super::street::{STREET, entries, house_number, name, repository, uphill};

/// What only the shell may know.
const OF_THE_WINDOW: &[&str] = &["tauri", "tauri-build", "wry", "tao", "muda", "rfd", "webkit2gtk", "gtk"];

/// The crates that a manifest leans on: for building, for running and for its tests, on any system.
fn leans_on(manifest: &Table) -> BTreeSet<String> {
    let on_some_systems = manifest.get("target").and_then(Value::as_table).into_iter().flat_map(Table::values);
    let tables = std::iter::once(manifest).chain(on_some_systems.filter_map(Value::as_table));
    let mut leans_on = BTreeSet::new();
    for table in tables {
        for kind in ["dependencies", "dev-dependencies", "build-dependencies"] {
            for (key, wanted) in table.get(kind).and_then(Value::as_table).into_iter().flatten() {
                // A dependency may be given another name; what counts is the package.
                let package = wanted.get("package").and_then(Value::as_str).unwrap_or(key);
                leans_on.insert(package.to_owned());
            }
        }
    }
    leans_on
}

fn manifest(text: &str) -> Table {
    text.parse().expect("a manifest that can be read")
}

fn manifest_in(folder: &Path) -> Table {
    let file = folder.join("Cargo.toml");
    let text = std::fs::read_to_string(&file).unwrap_or_else(|error| panic!("{}: {error}", file.display()));
    manifest(&text)
}

/// What is wrong with this crate's manifest, in words.
fn breaches(house: &str, manifest: &Table) -> Vec<String> {
    let mut breaches = Vec::new();
    if house_number(house).is_none() {
        breaches.push(format!("{house} has no place in the street: give it one in tests/walls/street.rs"));
    }
    for other in leans_on(manifest) {
        breaches.extend(uphill(house, &other).map(|arrow| format!("{arrow} runs uphill")));
        if OF_THE_WINDOW.contains(&other.as_str()) || other.starts_with("tauri-") || other == "tickmark" {
            breaches.push(format!("{house} ──▶ {other}: only the shell knows the window"));
        }
    }
    breaches
}

/// The folders that hold the crates.
fn houses() -> Vec<PathBuf> {
    entries(&repository().join("src-tauri/crates")).into_iter().filter(|entry| entry.is_dir()).collect()
}

#[test]
fn no_crate_leans_uphill_and_none_knows_the_window() {
    let folders = houses();
    assert!(folders.len() > 10, "the crates were not found");

    let breaches: Vec<_> = folders.iter().flat_map(|folder| breaches(&name(folder), &manifest_in(folder))).collect();

    assert!(breaches.is_empty(), "\n{}\n", breaches.join("\n"));
}

#[test]
fn a_crate_is_called_as_its_folder_is() {
    for folder in houses() {
        assert_eq!(manifest_in(&folder)["package"]["name"].as_str(), Some(name(&folder).as_str()));
    }
}

#[test]
fn the_shell_leans_on_the_ground_and_on_the_desk_and_on_no_slice() {
    let leans_on = leans_on(&manifest_in(&repository().join("src-tauri")));

    let slices: Vec<_> =
        STREET.iter().filter(|house| !["ground", "desk"].contains(house) && leans_on.contains(**house)).collect();

    assert!(slices.is_empty(), "the shell ──▶ {slices:?}: let the desk answer");
}

#[test]
fn the_tests_need_no_window_to_be_built() {
    let leans_on = leans_on(&manifest_in(&repository().join("tests")));

    assert!(!leans_on.contains("tickmark") && !leans_on.contains("tauri"));
}

#[test]
fn a_made_up_uphill_arrow_is_caught() {
    let made_up = |line: &str| breaches("evidence", &manifest(line));

    assert_eq!(made_up("[dependencies]\nfinding.workspace = true"), ["evidence ──▶ finding runs uphill"]);
    assert_eq!(made_up("[dev-dependencies]\ndesk = { path = \"../desk\" }"), ["evidence ──▶ desk runs uphill"]);
    assert_eq!(
        made_up("[target.'cfg(unix)'.dependencies]\nwords = { path = \"../report\", package = \"report\" }"),
        ["evidence ──▶ report runs uphill"],
        "another name does not hide it"
    );
    assert_eq!(made_up("[dependencies]\ntauri = \"2\""), ["evidence ──▶ tauri: only the shell knows the window"]);
    assert!(made_up("[dependencies]\nbook.workspace = true\nserde = \"1\"").is_empty());
}

#[test]
fn a_crate_without_a_place_in_the_street_is_named() {
    assert!(breaches("billing", &Table::new())[0].starts_with("billing has no place"));
}
