//! What it costs to save one answer, beside the least that a safe commit can cost on this disk.

use std::path::Path;

use book::Author;
use checklist::Verdict;
use desk::Desk;
use ground::{Fault, Id, Problem, Secret};
use rusqlite::Connection;
use serde_json::{Value, json};

use crate::{
    asking::{ask, text},
    table::{Against, Table, Times},
};

/// An answer may take so many times as long as the bare commit.
const MOST: f64 = 2.0;
const ANSWERS: usize = 300;
/// A note is saved so many times while it is typed.
const TYPED: usize = 20;

/// The audit and the question that were answered, for whatever else wants them.
pub struct Answered {
    pub audit: String,
    pub question: String,
}

/// One row in one table, saved as safely as the workspace saves.
fn bare(path: &Path, key: Option<&Secret>) -> Result<Connection, Problem> {
    let connection = Connection::open(path).map_err(Fault::bug)?;
    if let Some(key) = key {
        connection.pragma_update(None, "key", key.reveal()).map_err(Fault::bug)?;
    }
    connection
        .execute_batch(
            "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA fullfsync = ON;
             CREATE TABLE line (number INTEGER PRIMARY KEY, words TEXT NOT NULL) STRICT;",
        )
        .map_err(Fault::bug)?;
    Ok(connection)
}

fn commit(bare: &Connection, number: usize) -> Result<(), Problem> {
    bare.prepare_cached("INSERT INTO line (words) VALUES (?1)")
        .and_then(|mut insert| insert.execute([format!("answer {number}")]))
        .map_err(Fault::bug)?;
    Ok(())
}

/// Answers questions of an audit under way, through the desk and through the book, in turn with bare commits.
///
/// # Errors
/// Whatever the desk refuses.
pub fn measure(desk: &mut Desk, folder: &Path, key: Option<&Secret>, table: &mut Table) -> Result<Answered, Problem> {
    let audit = under_way(desk)?;
    let view = ask(desk, "checklist.view", json!({ "audit": audit }))?;
    let questions: Vec<String> = view["questions"]
        .as_array()
        .into_iter()
        .flatten()
        .filter_map(|it| it["id"].as_str())
        .map(str::to_owned)
        .collect();
    let id_of = |text: &str| text.parse::<Id<checklist::Question>>().map_err(Fault::bug);
    let binder: Id<audit::Audit> = text(&view, "/audit")?.parse().map_err(Fault::bug)?;
    let me = ask(desk, "workspace.status", json!({}))?;
    let by = Author::new(Some(text(&me, "/me/id")?.parse::<Id<()>>().map_err(Fault::bug)?), text(&me, "/me/name")?);
    let plain = bare(&folder.join("bare.sqlite"), None)?;
    let encrypted = key.map(|key| bare(&folder.join("bare-encrypted.sqlite"), Some(key))).transpose()?;

    let (mut called, mut acted, mut noted) = (Times::default(), Times::default(), Times::default());
    let (mut bare_plain, mut bare_encrypted) = (Times::default(), Times::default());
    // Turn by turn, so that whatever else the computer does falls on all alike.
    for number in 0..ANSWERS {
        let verdict = if number % 2 == 0 { "observation" } else { "conforming" };
        let request = json!({ "question": questions[number * 7 % questions.len()], "verdict": verdict });
        called.of(|| ask(desk, "checklist.answer", request))?;
        bare_plain.of(|| commit(&plain, number))?;

        let question = id_of(&questions[number * 11 % questions.len()])?;
        let verdict = if number % 2 == 0 { Verdict::Opportunity } else { Verdict::Conforming };
        acted.of(|| {
            desk.book_mut()?.act(binder, checklist::ANSWER, &by, None, |writing| {
                checklist::answer(writing, question, Some(verdict), None).map_err(Problem::from)
            })
        })?;
        if let Some(encrypted) = &encrypted {
            bare_encrypted.of(|| commit(encrypted, number))?;
        }

        // As it is typed: the same note, a few words longer each time.
        let words = "The service desk records the priority by hand, as the duty engineer said. ";
        let note = words.repeat(1 + number % TYPED);
        let request = json!({ "question": questions[number / TYPED % questions.len()], "notes": note });
        noted.of(|| ask(desk, "checklist.note", request))?;
    }
    table.times("a bare one-row commit, plain", &bare_plain, Against::Nothing);
    if encrypted.is_some() {
        table.times("a bare one-row commit, encrypted", &bare_encrypted, Against::Nothing);
    }
    let peer = Against::Peer { peer: bare_plain.median(), most: MOST };
    table.times("book.act of an answer", &acted, peer);
    table.times("checklist.answer through the desk", &called, peer);
    table.times("checklist.note as it is typed", &noted, Against::Nothing);
    Ok(Answered { audit, question: questions[0].clone() })
}

/// The reference of an audit under way.
fn under_way(desk: &mut Desk) -> Result<String, Problem> {
    let audits = ask(desk, "audit.list", json!({}))?;
    let found = audits.as_array().into_iter().flatten().find(|audit| audit["stage"] == "in_progress");
    text(found.unwrap_or(&Value::Null), "/reference")
}
