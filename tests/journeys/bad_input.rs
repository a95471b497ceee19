//! What is wrong is refused in a sentence with a next step, and nothing half-done stays behind.

use std::{fs::File, path::Path};

use book::LARGEST_BLOB_BYTES;
use desk::list;
use ground::Severity;
use serde_json::{Value, json};

use crate::world::{PASSPHRASE, World};

#[test]
fn every_operation_refuses_a_request_it_does_not_understand() {
    let mut world = World::new();
    for name in list().keys() {
        let problem = match world.desk.call(name, json!({ "no such field": 1, "audit": 7, "question": true })) {
            Ok(_) => panic!("{name} took a request it can't understand"),
            Err(problem) => problem,
        };
        assert_eq!(problem.code, "desk.bad-request", "{name}: {problem}");
        assert!(problem.remedy.contains(name), "{name}: the remedy names the schema");
    }
    assert_eq!(world.refused("finding.erase", json!({})).code, "desk.no-operation");
    world.check();
}

#[test]
fn a_missing_or_wrong_field_is_named() {
    let mut world = World::new();
    let problem = world.refused("audit.plan", json!({ "title": "No more than that" }));
    assert!(problem.message.contains("missing field"), "{problem}");
    let mut plan = world.plan(&["8.6.1"]);
    plan["date_start"] = json!("2026-02-30");
    let problem = world.refused("audit.plan", plan);
    assert!(problem.message.contains("2026-02-30"), "{problem}");
}

#[test]
fn a_plan_that_can_not_be_is_refused() {
    let mut world = World::new();
    let plan = world.plan(&["8.6.1"]);
    let mut with = |field: &str, value: Value| {
        let mut plan = plan.clone();
        plan[field] = value;
        world.refused("audit.plan", plan).code
    };
    assert_eq!(with("clauses", json!(["8.99"])), "criteria.no-clause");
    assert_eq!(with("clauses", json!(["8.6"])), "criteria.heading");
    assert_eq!(with("clauses", json!([])), "audit.no-clauses");
    assert_eq!(with("edition", json!("iso9001:1987")), "criteria.no-edition");
    assert_eq!(with("sites", json!([])), "audit.no-sites");
    assert_eq!(with("objectives", json!("  ")), "audit.no-objectives");
    assert_eq!(with("date_end", json!("2026-10-01")), "audit.dates");
    assert_eq!(with("lead", json!("01a20f72-1133-72ea-9c77-a50263b043a5")), "audit.unknown");
    assert_eq!(world.ask("audit.list", json!({})), json!([]), "no audit was planned");
    world.check();
}

#[test]
fn a_day_before_the_audit_or_in_the_future_is_refused() {
    let mut world = World::new();
    let audit = world.audit(&["8.6.1"]);
    let question = world.questions(&audit)[0]["id"].clone();
    let seen = |at: &str| json!({ "question": question, "seen_at": at });
    assert_eq!(world.refused("checklist.where", seen("2026-09-01T10:00:00Z")).code, "checklist.before-audit");
    assert_eq!(world.refused("checklist.where", seen("2030-01-01T10:00:00Z")).code, "checklist.in-future");
    let words = json!({ "audit": audit, "kind": "interview", "description": "x", "seen_at": "2026-09-01T10:00:00Z" });
    assert_eq!(world.refused("evidence.add-words", words).code, "evidence.before-audit");
    let opening = json!({ "audit": audit, "at": "2026-09-01T10:00:00Z" });
    assert_eq!(world.refused("audit.hold-opening", opening).code, "audit.meeting-too-early");
    world.check();
}

#[test]
fn odd_text_is_kept_as_typed_and_impossible_text_is_refused() {
    let mut world = World::new();
    let audit = world.audit(&["8.6.1"]);
    let question = world.questions(&audit)[0]["id"].clone();
    let note = |notes: &str| json!({ "question": question, "notes": notes });
    assert_eq!(world.refused("checklist.note", note(&"x".repeat(1_000_000))).code, "text.too-long");
    assert_eq!(world.refused("checklist.note", note("bell \u{7}")).code, "text.control-character");
    assert_eq!(world.refused("checklist.note", note("nul \0")).code, "text.control-character");
    let odd = "\u{202e}שלום\u{202c} <script>alert(1)</script> '; DROP TABLE question; -- 👩🏽‍🔬\n\ttab";
    assert_eq!(world.ask("checklist.note", note(odd))["notes"], odd);
    world.reopen();
    assert_eq!(world.ask("checklist.question", json!({ "question": question }))["notes"], odd);
    let draft = world.path("draft.pdf");
    world.ask("report.save", json!({ "audit": audit, "to": draft }));
    world.check();
}

#[test]
fn a_five_gigabyte_attachment_is_refused_before_it_is_read() {
    let mut world = World::new();
    let audit = world.audit(&["8.6.1"]);
    let huge = world.path("huge.bin");
    // A hole of five gigabytes takes no room on the disk.
    File::create(&huge).unwrap().set_len(5 * 1024 * 1024 * 1024).unwrap();
    let problem = world.refused("evidence.add-file", json!({ "audit": audit, "path": huge }));
    assert_eq!(problem.code, "blob.too-large");
    assert!(problem.message.contains(&LARGEST_BLOB_BYTES.to_string()), "{problem}");
    let gone = world.refused("evidence.add-file", json!({ "audit": audit, "path": world.path("nowhere.txt") }));
    assert_eq!(gone.code, "file.unreadable");
    let folder = world.refused("evidence.add-file", json!({ "audit": audit, "path": world.folder.path() }));
    assert_eq!(folder.code, "file.unreadable");
    let empty = world.file_with("empty.txt", b"");
    assert_eq!(world.refused("evidence.add-file", json!({ "audit": audit, "path": empty })).code, "evidence.no-bytes");
    let nonsense = json!({ "audit": audit, "file_name": "x", "media_type": "image/png", "base64": "%%%" });
    assert_eq!(world.refused("evidence.add-bytes", nonsense).code, "desk.not-base64");
    assert_eq!(world.ask("workspace.check", json!({}))["blobs"], 0, "nothing half-done stays behind");
    world.check();
}

#[test]
fn a_file_that_is_no_workspace_is_refused_and_left_alone() {
    let mut world = World::new();
    let letter = world.file_with("letter.txt", b"Dear auditor, this is no workspace at all, it is a letter.");
    let problem = world.desk.call("workspace.open", json!({ "path": letter })).unwrap_err();
    assert_eq!(problem.code, "workspace.not-a-workspace");
    assert_eq!(problem.severity, Severity::Refusal);
    let nowhere = world.desk.call("workspace.open", json!({ "path": world.path("nowhere.tickmark") })).unwrap_err();
    assert_eq!(nowhere.code, "workspace.no-such-file");
    let file = world.file.clone();
    let again = world
        .desk
        .call("workspace.new", json!({ "path": file, "organisation": "Other", "person": "Other" }))
        .unwrap_err();
    assert_eq!(again.code, "workspace.already-there");
    world.reopen();
    world.check();
}

#[test]
fn a_new_workspace_that_is_refused_leaves_no_file() {
    let mut world = World::new();
    let path = world.path("other.tickmark");
    for (request, code) in [
        (json!({ "path": path, "organisation": " ", "person": "P" }), "organisation.no-name"),
        (
            json!({ "path": path, "organisation": "O", "person": "P", "passphrase": "short" }),
            "workspace.passphrase-too-short",
        ),
    ] {
        assert_eq!(world.desk.call("workspace.new", request).unwrap_err().code, code);
        assert!(!path.exists());
    }
    let beside = |path: &Path| {
        std::fs::read_dir(path)
            .unwrap()
            .filter(|entry| entry.as_ref().unwrap().file_name().to_string_lossy().starts_with("other"))
            .count()
    };
    assert_eq!(beside(world.folder.path()), 0, "nothing half-made stays behind");
}

#[test]
fn the_passphrase_appears_in_no_answer_and_no_problem() {
    let mut world = World::new();
    let file = world.file.clone();
    world.desk.close();
    let wrong =
        world.desk.call("workspace.open", json!({ "path": file, "passphrase": "hunter2-hunter2" })).unwrap_err();
    assert_eq!(wrong.code, "workspace.wrong-passphrase");
    assert!(!format!("{wrong:?}").contains("hunter2"));
    let status = world.ask("workspace.open", json!({ "path": file, "passphrase": PASSPHRASE }));
    assert!(!status.to_string().contains(PASSPHRASE));
    let bad =
        world.desk.call("workspace.open", json!({ "path": file, "passphrase": ["hunter2-hunter2"] })).unwrap_err();
    assert_eq!(bad.code, "desk.bad-request");
    assert!(!format!("{bad:?}").contains("hunter2"), "{bad}");
}
