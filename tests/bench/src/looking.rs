//! What a person waits for in a workspace with ten years of audits.

use std::path::Path;

use desk::Desk;
use ground::{Problem, Secret};
use rusqlite::Connection;
use serde_json::{Value, json};

use crate::{
    asking::{ask, text},
    machine,
    table::{Against, Table, Times},
};

const TIMES: usize = 5;
/// The first screen, from the moment the key is known.
const FIRST_SCREEN_MS: f64 = 500.0;
/// A search and a list.
const LOOKUP_MS: f64 = 50.0;
const MEMORY_MB: f64 = 200.0;
const AUDITS_OPENED: usize = 12;

/// Opens the workspace several times over and looks at the first screen.
///
/// # Errors
/// Whatever the desk refuses.
pub fn first_screen(desk: &mut Desk, file: &Path, key: &Secret, table: &mut Table) -> Result<(), Problem> {
    let (mut derived, mut opened) = (Times::default(), Times::default());
    let (mut today, mut list, mut all) = (Times::default(), Times::default(), Times::default());
    for _ in 0..TIMES {
        desk.close();
        let mut here = [Times::default(), Times::default(), Times::default(), Times::default()];
        here[0].of(|| derive(file, key))?;
        let request = json!({ "path": file, "passphrase": key.reveal() });
        here[1].of(|| ask(desk, "workspace.open", request))?;
        here[2].of(|| ask(desk, "today.view", json!({})))?;
        here[3].of(|| ask(desk, "audit.list", json!({})))?;
        let [a, b, c, d] = here.each_ref().map(Times::median);
        all.millis((b - a).max(0.0) + c + d);
        for (times, took) in [(&mut derived, a), (&mut opened, b), (&mut today, c), (&mut list, d)] {
            times.millis(took);
        }
    }
    table.times("the key alone: a bare connection and one read", &derived, Against::Nothing);
    table.times("workspace.open, the key included", &opened, Against::Nothing);
    table.times("today.view", &today, Against::Nothing);
    table.times("audit.list", &list, Against::Nothing);
    table.times("all of these without the key", &all, Against::Limit(FIRST_SCREEN_MS));
    Ok(())
}

/// Reads one page under the key, which is what deriving it costs.
fn derive(file: &Path, key: &Secret) -> Result<(), Problem> {
    let connection = Connection::open(file).map_err(ground::Fault::bug)?;
    connection.pragma_update(None, "key", key.reveal()).map_err(ground::Fault::bug)?;
    connection
        .query_row("SELECT count(*) FROM sqlite_schema", [], |row| row.get::<_, i64>(0))
        .map_err(ground::Fault::bug)?;
    Ok(())
}

/// Searches, and lists findings in every way the screen can.
///
/// # Errors
/// Whatever the desk refuses.
pub fn lookups(desk: &mut Desk, audits: usize, table: &mut Table) -> Result<(), Problem> {
    for words in ["workaround", "service", "the", "capacity forecast", "INC0004711", "supplier con", "Vestergaard"] {
        let found = several(desk, "workspace.find", &json!({ "words": words }))?;
        let title = format!("workspace.find “{words}”, {} shown", count(&found.0));
        table.times(&title, &found.1, Against::Limit(LOOKUP_MS));
    }
    let rare = several(desk, "workspace.find", &json!({ "words": "service", "audit": "IA-2026-01" }))?;
    table.times("workspace.find “service” in one audit", &rare.1, Against::Limit(LOOKUP_MS));
    let lists = [
        ("by reference", json!({})),
        ("by grade", json!({ "sort": "grade" })),
        ("by clause", json!({ "sort": "clause" })),
        ("the newest first", json!({ "sort": "raised_at" })),
        ("major, by reference", json!({ "grade": "major" })),
        ("minor, by clause", json!({ "grade": "minor", "sort": "clause" })),
        ("drafts, by grade", json!({ "stage": "draft", "sort": "grade" })),
        ("of 8.6.1, by grade", json!({ "clause": "8.6.1", "sort": "grade" })),
        ("minor of 8.6.1, the newest first", json!({ "grade": "minor", "clause": "8.6.1", "sort": "raised_at" })),
        ("by grade, the page in the middle", json!({ "sort": "grade", "offset": audits * 10 })),
        ("of one audit", json!({ "audit": "IA-2026-01" })),
    ];
    for (how, request) in lists {
        let (answer, times) = several(desk, "finding.list", &request)?;
        let title = format!("finding.list {how}, {} of {}", count(&answer["findings"]), answer["of"]);
        table.times(&title, &times, Against::Limit(LOOKUP_MS));
    }
    Ok(())
}

fn several(desk: &mut Desk, operation: &str, request: &Value) -> Result<(Value, Times), Problem> {
    let mut times = Times::default();
    let mut answer = Value::Null;
    for _ in 0..TIMES {
        answer = times.of(|| ask(desk, operation, request.clone()))?;
    }
    Ok((answer, times))
}

fn count(list: &Value) -> usize {
    list.as_array().map_or(0, Vec::len)
}

/// Opens several audits one after the other, as a person going through them does.
///
/// # Errors
/// Whatever the desk refuses.
pub fn audits(desk: &mut Desk, table: &mut Table) -> Result<(), Problem> {
    let list = ask(desk, "audit.list", json!({}))?;
    let (mut audit, mut checklist, mut findings, mut evidence, mut report) =
        (Times::default(), Times::default(), Times::default(), Times::default(), Times::default());
    for card in list.as_array().into_iter().flatten().take(AUDITS_OPENED) {
        let this = json!({ "audit": text(card, "/reference")? });
        audit.of(|| ask(desk, "audit.view", this.clone()))?;
        checklist.of(|| ask(desk, "checklist.view", this.clone()))?;
        findings.of(|| ask(desk, "finding.list", this.clone()))?;
        evidence.of(|| ask(desk, "evidence.list", this.clone()))?;
        report.of(|| ask(desk, "report.state", this.clone()))?;
    }
    table.times("audit.view", &audit, Against::Nothing);
    table.times("checklist.view, 171 questions", &checklist, Against::Nothing);
    table.times("finding.list of an audit", &findings, Against::Nothing);
    table.times("evidence.list of an audit", &evidence, Against::Nothing);
    table.times("report.state", &report, Against::Nothing);
    let (_, actions) = several(desk, "action.list", &json!({}))?;
    table.times("action.list, all of the workspace", &actions, Against::Nothing);
    let (_, programme) = several(desk, "programme.view", &json!({ "programme": "AP-2025" }))?;
    table.times("programme.view", &programme, Against::Nothing);
    Ok(())
}

/// Tells the memory of this process, which holds the desk and nothing else of size.
pub fn memory(title: &str, table: &mut Table) {
    match machine::memory() {
        Some((now, most)) => {
            table.size(&format!("memory {title}, now"), now, Against::Nothing);
            table.size(&format!("memory {title}, the most so far"), most, Against::Limit(MEMORY_MB));
        }
        None => table.say("memory: this system does not tell it"),
    }
}
