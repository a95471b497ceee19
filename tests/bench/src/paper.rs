//! History, evidence, and the report from draft to verified signature.

use std::path::Path;

use base64::{Engine, engine::general_purpose::STANDARD};
use desk::Desk;
use ground::{Fault, Problem};
use serde_json::{Value, json};

use crate::{
    asking::{ask, text},
    chance::Chance,
    saving::Answered,
    table::{Against, Table, Times},
};

const TIMES: usize = 5;
const REPORT_MS: f64 = 1000.0;
const REPORT_MB: f64 = 2.0;
const PHOTO_BYTES: usize = 5_000_000;
const SIGNING: &str = "a passphrase for the key";

/// The history of a record, what undo would do, and undoing it.
///
/// # Errors
/// Whatever the desk refuses.
pub fn history(desk: &mut Desk, answered: &Answered, table: &mut Table) -> Result<(), Problem> {
    let of_record = json!({ "kind": "question", "record": answered.question });
    let (mut history, mut recent, mut state, mut undo) =
        (Times::default(), Times::default(), Times::default(), Times::default());
    let mut told = 0;
    for _ in 0..TIMES {
        told = history.of(|| ask(desk, "history.of-record", of_record.clone()))?.as_array().map_or(0, Vec::len);
        recent.of(|| ask(desk, "history.recent", json!({})))?;
        state.of(|| ask(desk, "undo.state", json!({})))?;
    }
    for _ in 0..TIMES {
        undo.of(|| ask(desk, "undo.undo", json!({})))?;
    }
    table.times(&format!("history.of-record, {told} entries"), &history, Against::Nothing);
    table.times("history.recent, 100 entries", &recent, Against::Nothing);
    table.times("undo.state", &state, Against::Nothing);
    table.times("undo.undo", &undo, Against::Nothing);
    Ok(())
}

/// Takes photos along, as files and as they are pasted.
///
/// # Errors
/// Whatever the desk refuses.
pub fn photos(desk: &mut Desk, folder: &Path, answered: &Answered, table: &mut Table) -> Result<(), Problem> {
    let mut chance = Chance::seeded(5);
    let (mut files, mut pasted) = (Times::default(), Times::default());
    for number in 0..TIMES {
        let path = folder.join(format!("photo-{number}.jpg"));
        std::fs::write(&path, chance.bytes(PHOTO_BYTES)).map_err(Fault::bug)?;
        let request = json!({ "audit": answered.audit, "question": answered.question, "path": path });
        files.of(|| ask(desk, "evidence.add-file", request))?;
        let request = json!({
            "audit": answered.audit, "file_name": format!("pasted-{number}.jpg"), "media_type": "image/jpeg",
            "base64": STANDARD.encode(chance.bytes(PHOTO_BYTES)),
        });
        pasted.of(|| ask(desk, "evidence.add-bytes", request))?;
    }
    table.times("evidence.add-file, a photo of 5 MB", &files, Against::Nothing);
    table.times("evidence.add-bytes, a photo of 5 MB", &pasted, Against::Nothing);
    Ok(())
}

/// Prints, signs and verifies the report of the audit that waits for it.
///
/// # Errors
/// Whatever the desk refuses.
pub fn report(desk: &mut Desk, folder: &Path, table: &mut Table) -> Result<(), Problem> {
    let audits = ask(desk, "audit.list", json!({}))?;
    let card = audits.as_array().into_iter().flatten().find(|audit| audit["stage"] == "fieldwork_done");
    let card = card.cloned().unwrap_or_default();
    let audit = text(&card, "/reference")?;
    let of = format!("{} answers and {} findings", card["answered"], card["findings"]);
    let to = folder.join("report.pdf");
    let (mut draft, mut sign, mut verify) = (Times::default(), Times::default(), Times::default());
    let save = json!({ "audit": audit, "draft": true, "to": to });
    let mut saved = Value::Null;
    for _ in 0..TIMES {
        saved = draft.of(|| ask(desk, "report.save", save.clone()))?;
    }
    let megabytes = saved["size_bytes"].as_f64().unwrap_or_default() / 1e6;
    table.times(&format!("report.save of a draft, {of}"), &draft, Against::Limit(REPORT_MS));
    table.size("its size", megabytes, Against::Limit(REPORT_MB));

    ask(desk, "workspace.become", json!({ "person": text(&card, "/lead_name")? }))?;
    let identity = ask(desk, "identity.create", json!({ "name": "Jonas Berg", "passphrase": SIGNING }))?;
    let mut issue = json!({ "audit": audit, "identity": text(&identity, "/id")?, "passphrase": SIGNING });
    for number in 0..TIMES {
        sign.of(|| ask(desk, "report.issue", issue.clone()))?;
        issue["change_note"] = format!("Printed again, time {number}.").into();
    }
    let save = json!({ "audit": audit, "to": to });
    let signed = ask(desk, "report.save", save)?;
    let megabytes = signed["size_bytes"].as_f64().unwrap_or_default() / 1e6;
    for _ in 0..TIMES {
        let answer = verify.of(|| ask(desk, "report.verify", json!({ "path": to })))?;
        if answer["verdict"] != "valid" {
            return Err(Fault::bug("the signed report does not verify").into());
        }
    }
    table.times("report.issue: numbering, printing, signing, keeping", &sign, Against::Nothing);
    table.size("the signed report", megabytes, Against::Limit(REPORT_MB));
    table.times("report.verify", &verify, Against::Nothing);
    Ok(())
}

/// Makes the demo and proves its file.
///
/// # Errors
/// Whatever the desk refuses.
pub fn demo(desk: &mut Desk, folder: &Path, table: &mut Table) -> Result<(), Problem> {
    let (mut make, mut check) = (Times::default(), Times::default());
    for number in 0..3 {
        let request = json!({ "path": folder.join(format!("demo-{number}.tickmark")) });
        make.of(|| ask(desk, "workspace.demo", request))?;
        let report = check.of(|| ask(desk, "workspace.check", json!({})))?;
        if report["problems"] != json!([]) {
            return Err(Fault::bug(format!("the demo is not clean: {}", report["problems"])).into());
        }
    }
    table.times("making and opening the demo", &make, Against::Nothing);
    table.times("workspace.check of the demo", &check, Against::Nothing);
    Ok(())
}
