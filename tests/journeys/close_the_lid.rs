//! A process killed at any moment loses nothing that it had acknowledged.

use std::{
    io::{BufRead, BufReader},
    process::{Child, Command, Stdio},
    sync::Arc,
    time::Duration,
};

use desk::{Desk, Home, NoSecrets};
use ground::SystemClock;
use serde_json::{Value, json};

use crate::world::{PASSPHRASE, World};

const FILE: &str = "TICKMARK_TEST_LID_FILE";
const KILLS: u64 = 25;

/// Not a test by itself: what the killed process runs.
#[test]
fn the_writer_that_is_killed() {
    let Some(file) = std::env::var_os(FILE) else { return };
    let home = Home(std::path::Path::new(&file).with_extension("home"));
    let mut desk = Desk::with("tests", home, Arc::new(SystemClock), Box::new(NoSecrets));
    desk.call("workspace.open", json!({ "path": file.to_string_lossy(), "passphrase": PASSPHRASE })).unwrap();
    let questions = desk.call("checklist.view", json!({ "audit": "IA-2026-01" })).unwrap().value["questions"].clone();
    let questions: Vec<Value> = questions.as_array().unwrap().clone();
    for round in 0_u64.. {
        for question in &questions {
            let id = question["id"].as_str().unwrap();
            let word = format!("{}-{round}", std::process::id());
            desk.call("checklist.note", json!({ "question": id, "notes": word })).unwrap();
            // Acknowledged only now: the line is written after the answer came back.
            println!("saved {id} {word}");
        }
    }
}

#[test]
fn every_acknowledged_answer_is_there_after_the_process_was_killed() {
    let mut world = World::new();
    world.audit(&["8.6.1"]);
    world.desk.close();
    let mut acknowledged: u64 = 0;
    for kill in 0..KILLS {
        let mut writer = start(&world);
        let lines = BufReader::new(writer.stdout.take().unwrap()).lines();
        let mut last: std::collections::HashMap<String, String> = std::collections::HashMap::new();
        // The moment differs from time to time, early and late within a commit.
        let (after, pause) = (1 + kill % 5, Duration::from_micros(kill * 977 % 9_000));
        let mut stopped = false;
        for line in lines {
            let Ok(line) = line else { break };
            let Some(told) = line.split("saved ").nth(1) else { continue };
            if let Some((id, word)) = told.split_once(' ') {
                last.insert(id.to_owned(), word.to_owned());
                acknowledged += 1;
            }
            if !stopped && last.len() as u64 >= after.min(4) {
                std::thread::sleep(pause);
                writer.kill().unwrap();
                stopped = true;
            }
        }
        writer.wait().unwrap();
        assert!(stopped, "the writer ended before it was killed");
        world.reopen();
        for (id, word) in &last {
            let notes = world.ask("checklist.question", json!({ "question": id }))["notes"].clone();
            let (pid, round) = word.split_once('-').unwrap();
            let (kept_pid, kept_round) = notes.as_str().unwrap().split_once('-').unwrap();
            assert_eq!(pid, kept_pid, "what was acknowledged is there");
            assert!(
                kept_round.parse::<u64>().unwrap() >= round.parse::<u64>().unwrap(),
                "{notes} is older than {word}"
            );
        }
        if kill % 5 == 0 || kill + 1 == KILLS {
            world.check();
        }
        world.desk.close();
    }
    assert!(acknowledged >= KILLS, "the writer was to save something each time");
}

fn start(world: &World) -> Child {
    Command::new(std::env::current_exe().unwrap())
        .args(["--exact", "close_the_lid::the_writer_that_is_killed", "--nocapture", "--test-threads", "1"])
        .env(FILE, &world.file)
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .unwrap()
}
