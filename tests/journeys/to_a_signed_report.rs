//! From an empty file to a signed audit report, without a window.

use serde_json::json;

use crate::world::{SIGNING, World, id, read, text};

#[test]
fn an_auditor_goes_from_an_empty_file_to_a_signed_report() {
    let mut world = World::new();
    let audit = world.audit(&["8.6.1", "9.4"]);
    assert_eq!(audit, "IA-2026-01");
    world.ask("audit.hold-opening", json!({ "audit": audit, "at": "2026-10-06T08:30:00Z" }));
    let questions = world.questions(&audit);
    let incident = &questions[1];
    for question in &questions {
        world.ask("checklist.answer", json!({ "question": question["id"], "verdict": "conforming" }));
    }
    world.ask("checklist.answer", json!({ "question": incident["id"], "verdict": "minor" }));
    world.ask("checklist.note", json!({ "question": incident["id"], "notes": "Six of forty bear another priority." }));
    let export = world.file_with("incidents.csv", b"number,priority\nINC0001,2\n");
    let evidence = world.ask(
        "evidence.add-file",
        json!({ "audit": audit, "question": incident["id"], "path": export, "source": "ServiceNow export" }),
    );
    assert_eq!(text(&evidence, "/reference"), "IA-2026-01-E-001");

    let state = world.ask("report.state", json!({ "audit": audit }));
    assert!(
        state["needs"].to_string().contains("is answered as a nonconformity, and no finding says so"),
        "a nonconforming answer without a finding is open work: {state}"
    );

    let finding = world.ask(
        "finding.raise",
        json!({ "audit": audit, "question": incident["id"], "clauses": ["8.6.1"], "grade": "minor",
                "requirement": "Priority follows from impact and urgency.",
                "statement": "Priority is not set from impact and urgency in all cases." }),
    );
    let draft = text(&finding, "/reference");
    assert_eq!(draft, "IA-2026-01-D01");
    world.ask("finding.write", json!({ "finding": draft, "field": "grade_reason", "text": "Isolated cases." }));
    world.finish(&audit);
    let identity = world.identity();
    let issue = json!({ "audit": audit, "identity": identity, "passphrase": SIGNING });

    let problem = world.refused("report.issue", issue.clone());
    assert_eq!(problem.code, "report.not-ready");
    assert!(problem.message.contains("no evidence attached"), "{problem}");

    world.ask("finding.describe", json!({ "finding": draft, "evidence": [evidence["id"]] }));
    let holt = id(&world.ask("organisation.put-person", json!({ "name": "Sofie Lund" })));
    let action = world.ask(
        "action.raise",
        json!({ "finding": draft, "owner": holt, "due": "2026-11-30", "description": "Build the matrix into the form." }),
    );
    assert_eq!(text(&action, "/reference"), "CAR-2026-001");
    let state = world.ask("report.issue", issue);
    assert_eq!(state["revisions"][0]["revision"], 0);

    let out = world.path("report.pdf");
    let saved = world.ask("report.save", json!({ "audit": audit, "to": out }));
    assert_eq!(saved["draft"], false);
    let verified = world.ask("report.verify", json!({ "path": out }));
    assert_eq!(text(&verified, "/verdict"), "valid");
    assert_eq!(verified["signatures"][0]["covers_whole_file"], true);
    assert_eq!(text(&verified, "/known_as/reference"), "IA-2026-01-R");
    let findings = world.ask("finding.list", json!({ "audit": audit }));
    assert_eq!(text(&findings, "/findings/0/reference"), "IA-2026-01-NC-01");
    assert_eq!(text(&findings, "/findings/0/stage"), "issued");
    assert_eq!(text(&world.ask("audit.view", json!({ "audit": audit })), "/stage"), "follow_up");
    world.reopen();
    world.check();
}

#[test]
fn a_report_with_one_changed_byte_is_not_valid() {
    let mut world = World::new();
    let audit = world.audit_ready_for_its_report();
    world.issue(&audit);
    let out = world.path("report.pdf");
    world.ask("report.save", json!({ "audit": audit, "to": out }));
    let mut bytes = read(&out);
    let somewhere = bytes.len() / 3;
    bytes[somewhere] ^= 0x20;
    let changed = world.file_with("changed.pdf", &bytes);

    let verified = world.ask("report.verify", json!({ "path": changed }));

    assert_eq!(text(&verified, "/verdict"), "invalid");
    assert!(verified.get("known_as").is_none(), "a changed file is not the one that was issued");
}

#[test]
fn a_clause_that_was_not_looked_at_is_named_with_its_reason() {
    let mut world = World::new();
    let audit = world.audit(&["8.6.1", "8.6.3"]);
    world.ask("audit.hold-opening", json!({ "audit": audit, "at": "2026-10-06T08:30:00Z" }));
    for question in world.questions(&audit).iter().filter(|question| question["clause"] == "8.6.1") {
        world.ask("checklist.answer", json!({ "question": question["id"], "verdict": "conforming" }));
    }

    let problem = world.refused("audit.hold-closing", json!({ "audit": audit, "at": "2026-10-07T15:00:00Z" }));
    assert_eq!(problem.code, "audit.uncovered");
    assert!(problem.message.contains("8.6.3"), "{problem}");

    world.ask(
        "audit.not-covered",
        json!({ "audit": audit, "clause": "8.6.3", "reason": "The problem manager fell ill." }),
    );
    world.finish(&audit);
    world.issue(&audit);
    let pages = world.ask("report.pages", json!({ "audit": audit, "revision": 0 }));
    let verified = world.ask("report.verify", json!({ "audit": audit, "revision": 0 }));
    assert_eq!(text(&verified, "/verdict"), "valid");
    assert!(text(&pages, "/base64").len() > 10_000);
    let clause = world.ask("checklist.view", json!({ "audit": audit }));
    let open = clause["clauses"].as_array().unwrap().iter().find(|clause| clause["number"] == "8.6.3").unwrap().clone();
    assert_eq!(open["result"], "open", "what was not looked at is never conforming");
    assert_eq!(open["reason_not_covered"], "The problem manager fell ill.");
}

#[test]
fn only_the_lead_issues_the_report() {
    let mut world = World::new();
    let audit = world.audit_ready_for_its_report();
    let identity = world.identity();
    world.ask("workspace.become", json!({ "person": "Karen Holt" }));
    let problem = world.refused("report.issue", json!({ "audit": audit, "identity": identity, "passphrase": SIGNING }));
    assert_eq!(problem.code, "report.only-the-lead");
}

#[test]
fn a_wrong_passphrase_of_the_key_changes_nothing() {
    let mut world = World::new();
    let audit = world.audit_ready_for_its_report();
    let identity = world.identity();
    let problem =
        world.refused("report.issue", json!({ "audit": audit, "identity": identity, "passphrase": "something else" }));
    assert_eq!(problem.code, "seal.wrong-passphrase");
    assert_eq!(world.ask("report.state", json!({ "audit": audit }))["revisions"], json!([]));
}
