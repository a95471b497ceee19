//! The shell's fences, read from the files that set them up: what the page may load, run and ask for.
//!
//! That they hold in the real window is seen in `tests/e2e`.

use std::{collections::BTreeSet, fs, path::Path};

use serde_json::Value;

fn shell_file(name: &str) -> Value {
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join(name);
    let text = fs::read_to_string(&file).unwrap_or_else(|error| panic!("{}: {error}", file.display()));
    serde_json::from_str(&text).unwrap_or_else(|error| panic!("{}: {error}", file.display()))
}

#[test]
fn the_page_loads_and_runs_only_what_the_program_brings() {
    let policy = shell_file("tauri.conf.json")["app"]["security"]["csp"].take();
    let policy = policy.as_object().expect("a content security policy");

    assert_eq!(policy["default-src"], "'none'", "what is not named is not loaded");
    assert_eq!(policy["script-src"], "'self'");
    assert_eq!(policy["style-src"], "'self'");
    for (directive, sources) in policy {
        let sources = sources.as_str().expect("sources in one line");
        for source in sources.split(' ') {
            let is_of_the_program = ["'none'", "'self'", "data:", "blob:", "ipc:", "http://ipc.localhost"];
            assert!(is_of_the_program.contains(&source), "{directive} lets {source} in");
        }
    }
}

#[test]
fn the_one_window_may_ask_for_nothing_that_is_not_named_one_by_one() {
    let capabilities: Vec<_> = fs::read_dir(Path::new(env!("CARGO_MANIFEST_DIR")).join("capabilities"))
        .expect("the capabilities")
        .map(|entry| entry.expect("an entry that can be read").file_name())
        .collect();
    assert_eq!(capabilities, ["main.json"], "one file says it all");

    let capability = shell_file("capabilities/main.json");
    assert_eq!(capability["windows"], serde_json::json!(["main"]));
    assert!(capability.get("remote").is_none(), "no page from elsewhere has any right");
    assert!(capability.get("webviews").is_none());
    for permission in capability["permissions"].as_array().expect("a list") {
        let permission = permission.as_str().expect("a permission without a scope of its own");
        assert!(permission.contains("allow-"), "{permission} stands for more than one right");
        for whole_area in ["fs:", "shell:", "http:", "opener:", "process:", "path:"] {
            assert!(!permission.contains(whole_area), "{permission}");
        }
    }
}

#[test]
fn every_command_of_the_shell_is_allowed_by_name_and_no_other() {
    let allowed: BTreeSet<String> = shell_file("capabilities/main.json")["permissions"]
        .as_array()
        .expect("a list")
        .iter()
        .filter_map(|permission| permission.as_str()?.strip_prefix("allow-").map(|command| command.replace('-', "_")))
        .collect();

    // `progress` tells how far a long task is and `stop` asks it to end: neither reaches a file or a record.
    let commands =
        ["call", "leave", "opening", "pick_file", "pick_files", "pick_save", "progress", "stop"].map(str::to_owned);

    assert_eq!(allowed, BTreeSet::from(commands));
}

#[test]
fn the_page_is_not_handed_the_whole_of_tauri() {
    let app = shell_file("tauri.conf.json")["app"].take();

    assert_ne!(app["withGlobalTauri"], true);
    assert_ne!(app["security"]["dangerousDisableAssetCspModification"], true);
    assert!(app["security"].get("assetProtocol").is_none(), "no file is reached by an address");
    assert_eq!(app["windows"].as_array().map(Vec::len), Some(1));
    assert_eq!(app["windows"][0]["create"], false, "the window is opened by the code that keeps it at home");
}
