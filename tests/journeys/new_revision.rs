//! A signed report never changes; what comes later is a new revision with a reason.

use serde_json::json;

use crate::world::{SIGNING, World, text};

#[test]
fn a_signed_report_locks_its_audit_until_a_revision_is_opened_with_a_reason() {
    let mut world = World::new();
    let audit = world.audit_ready_for_its_report();
    world.issue(&audit);
    let question = world.questions(&audit)[0].clone();
    let rev0 = text(&world.ask("report.state", json!({ "audit": audit })), "/revisions/0/sha256");

    for (operation, request) in [
        ("checklist.answer", json!({ "question": question["id"], "verdict": "observation" })),
        ("checklist.note", json!({ "question": question["id"], "notes": "later" })),
        ("audit.write", json!({ "audit": audit, "field": "conclusion", "text": "later" })),
        ("finding.raise", json!({ "audit": audit, "clauses": ["8.6.1"], "grade": "observation" })),
        ("evidence.add-words", json!({ "audit": audit, "kind": "interview", "description": "later" })),
    ] {
        assert_eq!(world.refused(operation, request).code, "audit.locked", "{operation}");
    }
    assert_eq!(world.refused("undo.undo", json!({})).code, "undo.lasting");
    let empty = world.refused("report.open-revision", json!({ "audit": audit, "reason": " " }));
    assert_eq!(empty.code, "audit.needs-reason");

    world.ask("report.open-revision", json!({ "audit": audit, "reason": "The report named the wrong site." }));
    world.ask("audit.write", json!({ "audit": audit, "field": "conclusion", "text": "Corrected." }));
    let state = world.ask("report.issue", json!({ "audit": audit, "identity": "Jonas Berg", "passphrase": SIGNING }));

    assert_eq!(state["revisions"][0]["revision"], 1);
    assert_eq!(state["revisions"][0]["change_note"], "The report named the wrong site.");
    assert_eq!(state["revisions"][1]["superseded"], true);
    assert_eq!(text(&state, "/revisions/1/sha256"), rev0, "the old revision is still the same bytes");
    for revision in [0, 1] {
        let verified = world.ask("report.verify", json!({ "audit": audit, "revision": revision }));
        assert_eq!(text(&verified, "/verdict"), "valid");
        assert_eq!(verified["known_as"]["revision"], revision);
    }
    world.check();
}
