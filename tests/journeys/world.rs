//! A desk with a small organisation on it, built in one line each.

use std::{
    path::{Path, PathBuf},
    sync::Arc,
};

use desk::{Desk, Home, NoSecrets};
use ground::{Instant, Problem, SteppingClock};
use serde_json::{Value, json};
use tempfile::TempDir;

pub const PASSPHRASE: &str = "correct horse battery";
pub const SIGNING: &str = "a passphrase for the key";

pub struct World {
    pub desk: Desk,
    pub folder: TempDir,
    pub file: PathBuf,
}

/// Tuesday 6 October 2026, 08:00 UTC.
pub fn morning() -> Instant {
    serde_json::from_value(json!("2026-10-06T08:00:00Z")).unwrap()
}

impl World {
    /// A new workspace of Fjordlicht, with Jonas Berg at the desk.
    pub fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("fjordlicht.tickmark");
        let clock = Arc::new(SteppingClock::starting(morning(), 1_000));
        let home = Home(folder.path().join("home"));
        let desk = Desk::with("tests", home, clock, Box::new(NoSecrets));
        let mut world = Self { desk, folder, file };
        world.ask(
            "workspace.new",
            json!({ "path": world.file, "passphrase": PASSPHRASE, "organisation": "Fjordlicht", "person": "Jonas Berg",
                    "timezone": "Europe/Copenhagen" }),
        );
        world
    }

    /// Asks for an operation that must work.
    pub fn ask(&mut self, operation: &str, request: Value) -> Value {
        match self.desk.call(operation, request) {
            Ok(answer) => answer.value,
            Err(problem) => panic!("{operation} was refused: {} {}", problem.code, problem),
        }
    }

    /// Asks for an operation that must be refused, and proves that nothing changed.
    pub fn refused(&mut self, operation: &str, request: Value) -> Problem {
        let before = self.changes();
        let problem = match self.desk.call(operation, request) {
            Ok(answer) => panic!("{operation} was to be refused and answered {}", answer.value),
            Err(problem) => problem,
        };
        assert_eq!(self.changes(), before, "{operation}: a refusal changes nothing");
        assert!(problem.message.ends_with(['.', '”']) || problem.message.contains(": "), "{problem:?}");
        assert!(!problem.remedy.is_empty(), "a refusal names the next step");
        problem
    }

    fn changes(&mut self) -> usize {
        let Ok(answer) = self.desk.call("history.recent", json!({ "most": 1000 })) else { return 0 };
        answer.value.as_array().map_or(0, Vec::len)
    }

    pub fn reopen(&mut self) {
        self.desk.close();
        let (file, passphrase) = (self.file.clone(), PASSPHRASE);
        self.ask("workspace.open", json!({ "path": file, "passphrase": passphrase }));
    }

    pub fn site(&mut self, code: &str) -> String {
        id(&self.ask("organisation.put-site", json!({ "code": code, "name": code, "kind": "central" })))
    }

    pub fn person(&mut self, name: &str) -> String {
        id(&self.ask("organisation.put-person", json!({ "name": name, "job_title": "Manager" })))
    }

    pub fn me(&mut self) -> String {
        id(&self.ask("workspace.status", json!({}))["me"])
    }

    /// What an audit of these clauses needs to be planned, led by whoever sits at the desk.
    pub fn plan(&mut self, clauses: &[&str]) -> Value {
        let site = self.site("AAR");
        let client = self.person("Karen Holt");
        let lead = self.me();
        json!({
            "title": "Resolution", "edition": "iso20000-1:2018+a1", "objectives": "See whether incidents are resolved.",
            "clauses": clauses, "sites": [{ "site": site, "method": "onsite" }], "method": "onsite",
            "date_start": "2026-10-06", "date_end": "2026-10-07", "lead": lead, "client": client
        })
    }

    /// A planned audit of these clauses; answers with its reference.
    pub fn audit(&mut self, clauses: &[&str]) -> String {
        let plan = self.plan(clauses);
        text(&self.ask("audit.plan", plan), "/reference")
    }

    pub fn questions(&mut self, audit: &str) -> Vec<Value> {
        self.ask("checklist.view", json!({ "audit": audit }))["questions"].as_array().unwrap().clone()
    }

    pub fn answer_all(&mut self, audit: &str) {
        for question in self.questions(audit) {
            self.ask("checklist.answer", json!({ "question": question["id"], "verdict": "conforming" }));
        }
    }

    /// An audit of 8.6.1 with every answer, meeting and text a report needs, and no finding.
    pub fn audit_ready_for_its_report(&mut self) -> String {
        let audit = self.audit(&["8.6.1"]);
        self.ask("audit.hold-opening", json!({ "audit": audit, "at": "2026-10-06T08:30:00Z" }));
        self.answer_all(&audit);
        self.finish(&audit);
        audit
    }

    pub fn finish(&mut self, audit: &str) {
        self.ask("audit.put-participant", json!({ "audit": audit, "name": "Sofie Lund", "opening": true }));
        self.ask("audit.hold-closing", json!({ "audit": audit, "at": "2026-10-07T15:00:00Z" }));
        for field in ["conclusion", "fulfilment"] {
            self.ask(
                "audit.write",
                json!({ "audit": audit, "field": field, "text": "As planned, the criteria are met." }),
            );
        }
    }

    pub fn identity(&mut self) -> String {
        id(&self.ask("identity.create", json!({ "name": "Jonas Berg", "passphrase": SIGNING })))
    }

    pub fn issue(&mut self, audit: &str) -> Value {
        let identity = self.identity();
        self.ask("report.issue", json!({ "audit": audit, "identity": identity, "passphrase": SIGNING }))
    }

    pub fn check(&mut self) {
        let report = self.ask("workspace.check", json!({}));
        assert_eq!(report["problems"], json!([]), "tick check must be clean");
    }

    pub fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    pub fn file_with(&self, name: &str, bytes: &[u8]) -> PathBuf {
        let path = self.path(name);
        std::fs::write(&path, bytes).unwrap();
        path
    }
}

pub fn id(value: &Value) -> String {
    text(value, "/id")
}

pub fn text(value: &Value, path: &str) -> String {
    value.pointer(path).and_then(Value::as_str).unwrap_or_else(|| panic!("{path} is missing in {value}")).to_owned()
}

pub fn read(path: &Path) -> Vec<u8> {
    std::fs::read(path).unwrap()
}
