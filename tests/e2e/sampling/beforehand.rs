//! What stands before the client's tool is opened: an organisation, and a planned audit of changes that has begun.

use std::path::{Path, PathBuf};

use ground::Clock as _;
use serde_json::{Value, json};
use tempfile::TempDir;

use super::export::export;
use crate::places::a_desk;

pub const PASSPHRASE: &str = "four words for a file";
/// Whoever answers for changes, and handed the file over.
pub const SUPPLIER: &str = "Tomasz Kania";

/// The files of one auditor.
pub struct Files {
    pub folder: TempDir,
    /// The audit's reference.
    pub audit: String,
    /// The question of the audit that is answered from records.
    pub question: String,
}

impl Files {
    pub fn home(&self) -> PathBuf {
        self.folder.path().join("home")
    }

    pub fn workspace(&self) -> PathBuf {
        self.folder.path().join("fjordlicht.tickmark")
    }

    pub fn export(&self) -> PathBuf {
        self.folder.path().join("change_request.csv")
    }

    pub fn report(&self) -> PathBuf {
        self.folder.path().join("IA-01-R.pdf")
    }
}

/// Makes the workspace without a window, with everything up to the day on which the records come.
pub fn an_audit_of_changes() -> Files {
    let folder = tempfile::tempdir().expect("a folder");
    let mut files = Files { folder, audit: String::new(), question: String::new() };
    std::fs::write(files.export(), export()).expect("an export");
    let mut desk = a_desk(&files.folder);
    let mut ask = |operation: &str, request: Value| match desk.call(operation, request) {
        Ok(answer) => answer.value,
        Err(problem) => panic!("{operation}: {problem:?}"),
    };
    ask("workspace.new", the_workspace(&files.workspace()));
    let id = |value: &Value| value["id"].as_str().expect("an id").to_owned();
    let lead = id(&ask("workspace.status", json!({}))["me"]);
    let site = id(&ask("organisation.put-site", json!({ "code": "AAR", "name": "Aarhus", "kind": "central" })));
    let client = id(&ask("organisation.put-person", json!({ "name": "Karen Holt", "job_title": "Director" })));
    ask("organisation.put-person", json!({ "name": SUPPLIER, "job_title": "Change manager" }));
    let now = ground::SystemClock.now().to_string();
    // Whole minutes, as the fields of the window have them.
    let (today, minute) = (&now[..10], format!("{}:00Z", &now[..16]));
    let audit = ask(
        "audit.plan",
        json!({
            "title": "Change management", "edition": "iso20000-1:2018+a1",
            "objectives": "See whether changes are approved before they are carried out.", "clauses": ["8.5.1.3"],
            "sites": [{ "site": site, "method": "onsite" }], "method": "onsite", "date_start": today,
            "date_end": today, "period_from": "2026-01-01", "period_to": "2026-06-30", "lead": lead, "client": client
        }),
    );
    let audit = audit["reference"].as_str().expect("a reference").to_owned();
    files.audit.clone_from(&audit);
    ask("audit.put-participant", json!({ "audit": audit, "name": SUPPLIER, "opening": true, "interviewed": true }));
    ask("audit.hold-opening", json!({ "audit": audit, "at": minute }));
    let checklist = ask("checklist.view", json!({ "audit": audit }));
    let questions = checklist["questions"].as_array().expect("questions");
    let of_records = questions.iter().find(|question| question["population"] == "change").expect("one about changes");
    files.question = of_records["code"].as_str().expect("a code").to_owned();
    for question in questions.iter().filter(|question| question["code"] != of_records["code"]) {
        ask("checklist.answer", json!({ "question": question["id"], "verdict": "conforming" }));
    }
    files
}

fn the_workspace(path: &Path) -> Value {
    json!({ "path": path, "passphrase": PASSPHRASE, "organisation": "Fjordlicht", "person": "Jonas Berg",
            "timezone": "Europe/Copenhagen" })
}
