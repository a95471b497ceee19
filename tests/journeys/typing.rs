//! What is typed is kept, can be taken back, found again, and told.

use base64::{Engine, engine::general_purpose::STANDARD};
use serde_json::json;

use crate::world::{World, text};

#[test]
fn questions_are_frozen_and_own_ones_are_added_reworded_and_moved() {
    let mut world = World::new();
    let audit = world.audit(&["8.6.1"]);
    let questions = world.questions(&audit);
    assert_eq!(questions.len(), 4, "the library has four questions for 8.6.1");
    let own = world.ask(
        "checklist.add",
        json!({ "audit": audit, "clause": "8.6.1", "text": "Who watches the queue at night?", "after": questions[0]["id"] }),
    );
    assert_eq!(text(&own, "/code"), "OWN-8.6.1-01");
    let codes = |world: &mut World| -> Vec<String> {
        world.questions(&audit).iter().map(|question| text(question, "/code")).collect()
    };
    assert_eq!(codes(&mut world)[1], "OWN-8.6.1-01");
    world.ask("checklist.move", json!({ "question": own["id"], "before": questions[0]["id"] }));
    assert_eq!(codes(&mut world)[0], "OWN-8.6.1-01");
    world.ask("checklist.reword", json!({ "question": own["id"], "text": "Who watches the queue on Sundays?" }));
    world.ask("checklist.answer", json!({ "question": own["id"], "verdict": "conforming" }));
    let problem = world.refused("checklist.reword", json!({ "question": own["id"], "text": "Another one?" }));
    assert_eq!(problem.code, "checklist.answered");
    let other = world.refused("checklist.add", json!({ "audit": audit, "clause": "8.6.2", "text": "Out of scope?" }));
    assert_eq!(other.code, "checklist.out-of-scope");
}

#[test]
fn not_applicable_needs_a_reason_and_the_screen_is_told_what_it_can_mean() {
    let mut world = World::new();
    let audit = world.audit(&["8.6.1"]);
    let question = world.questions(&audit)[0]["id"].clone();
    for verdict in ["not_applicable", "not_assessed"] {
        let problem = world.refused("checklist.answer", json!({ "question": question, "verdict": verdict }));
        assert_eq!(problem.code, "checklist.reason-needed");
    }
    world.ask(
        "checklist.answer",
        json!({ "question": question, "verdict": "not_applicable", "reason": "None occurred." }),
    );
    let problem = world.refused("checklist.reason", json!({ "question": question, "reason": "" }));
    assert_eq!(problem.code, "checklist.reason-needed");
    let hint = text(&world.ask("checklist.view", json!({ "audit": audit })), "/not_applicable_hint");
    assert!(hint.contains("no instance occurred"), "{hint}");
}

#[test]
fn notes_typed_in_one_go_are_taken_back_whole_and_told_as_one() {
    let mut world = World::new();
    let audit = world.audit(&["8.6.1"]);
    let question = world.questions(&audit)[0]["id"].clone();
    for notes in ["M", "Mar", "Marta showed the list."] {
        world.ask("checklist.note", json!({ "question": question, "notes": notes }));
    }
    let history = world.ask("history.of-record", json!({ "kind": "question", "record": question }));
    let told: Vec<&str> = history.as_array().unwrap().iter().map(|entry| entry["act"].as_str().unwrap()).collect();
    assert_eq!(told, ["audit.plan", "checklist.note"]);
    assert_eq!(history[1]["fields"][0]["to"], "Marta showed the list.");
    assert_eq!(history[1]["by"], "Jonas Berg");

    world.ask("undo.undo", json!({}));
    assert_eq!(world.ask("checklist.question", json!({ "question": question }))["notes"], "");
    world.ask("undo.redo", json!({}));
    assert_eq!(world.ask("checklist.question", json!({ "question": question }))["notes"], "Marta showed the list.");
    let found = world.ask("workspace.find", json!({ "words": "marta list" }));
    assert_eq!(found[0]["kind"], "question");
    assert_eq!(found[0]["audit_reference"], "IA-2026-01");
}

#[test]
fn the_same_picture_pasted_twice_is_kept_once() {
    let mut world = World::new();
    let audit = world.audit(&["8.6.1"]);
    let question = world.questions(&audit)[0]["id"].clone();
    let picture = STANDARD.encode(b"\x89PNG\r\n\x1a\n not really a picture, but bytes all the same");
    let paste = json!({ "audit": audit, "question": question, "file_name": "pasted.png", "media_type": "image/png",
                        "base64": picture, "kind": "picture" });
    let first = world.ask("evidence.add-bytes", paste.clone());
    let second = world.ask("evidence.add-bytes", paste);
    assert_eq!(first["sha256"], second["sha256"]);
    assert_eq!(text(&second, "/reference"), "IA-2026-01-E-002");
    assert_eq!(text(&first, "/seen_by_name"), "Jonas Berg");
    assert_eq!(world.ask("workspace.check", json!({}))["blobs"], 1);
    assert_eq!(world.ask("evidence.bytes", json!({ "evidence": "IA-2026-01-E-001" }))["base64"], picture);
    let view = world.ask("checklist.question", json!({ "question": question }));
    assert_eq!(view["evidence"], 2);
}

#[test]
fn what_is_withdrawn_stays_readable_and_its_number_is_not_given_again() {
    let mut world = World::new();
    let audit = world.audit(&["8.6.1"]);
    let words = |what: &str| json!({ "audit": audit, "kind": "interview", "description": what });
    world.ask("evidence.add-words", words("The desk says yes."));
    let silent = world.refused("evidence.withdraw", json!({ "evidence": "IA-2026-01-E-001", "reason": "" }));
    assert_eq!(silent.code, "evidence.needs-reason");
    world.ask("evidence.withdraw", json!({ "evidence": "IA-2026-01-E-001", "reason": "Another audit's." }));
    let next = world.ask("evidence.add-words", words("The desk says no."));
    assert_eq!(text(&next, "/reference"), "IA-2026-01-E-002");
    let raise = json!({ "audit": audit, "clauses": ["8.6.1"], "grade": "observation", "statement": "Weak." });
    world.ask("finding.raise", raise.clone());
    world.ask("finding.withdraw", json!({ "finding": "IA-2026-01-D01", "reason": "Misread." }));
    assert_eq!(text(&world.ask("finding.raise", raise), "/reference"), "IA-2026-01-D02");
    let first = world.ask("finding.view", json!({ "finding": "IA-2026-01-D01" }));
    assert_eq!(
        (text(&first, "/stage"), text(&first, "/withdrawn_reason")),
        ("withdrawn".to_owned(), "Misread.".to_owned())
    );
}

#[test]
fn evidence_of_an_unmet_requirement_can_not_be_softened() {
    let mut world = World::new();
    let audit = world.audit(&["8.6.1"]);
    world.ask(
        "evidence.add-words",
        json!({ "audit": audit, "kind": "record", "description": "INC0001 without priority." }),
    );
    let raise = json!({ "audit": audit, "clauses": ["8.6.1"], "grade": "minor" });
    world.ask("finding.raise", raise);
    let view = world.ask("evidence.list", json!({ "audit": audit }));
    world.ask("finding.describe", json!({ "finding": "IA-2026-01-D01", "evidence": [view[0]["id"]] }));
    let problem = world.refused(
        "finding.grade",
        json!({ "finding": "IA-2026-01-D01", "grade": "opportunity", "reason": "Let us be kind." }),
    );
    assert_eq!(problem.code, "finding.softened");
    let silent = world.refused("finding.grade", json!({ "finding": "IA-2026-01-D01", "grade": "major", "reason": "" }));
    assert_eq!(silent.code, "finding.grade-needs-reason");
}

#[test]
fn a_corrective_action_is_moved_and_closed_only_by_others_than_its_owner() {
    let mut world = World::new();
    let audit = world.audit(&["8.6.1"]);
    let holt = world.person("Karen Holt");
    world.ask("finding.raise", json!({ "audit": audit, "clauses": ["8.6.1"], "grade": "minor" }));
    let me = world.me();
    world.ask(
        "action.raise",
        json!({ "finding": "IA-2026-01-D01", "owner": me, "due": "2026-11-01", "description": "Mend the form." }),
    );
    let moving = |reason: &str| json!({ "action": "CAR-2026-001", "due": "2026-12-01", "reason": reason });
    assert_eq!(world.refused("action.change", moving("")).code, "action.due-needs-reason");
    assert_eq!(world.refused("action.change", moving("Tool upgrade.")).code, "action.owner-approves");
    world.ask("workspace.become", json!({ "person": holt }));
    let moved = world.ask("action.change", moving("Tool upgrade."));
    assert_eq!(
        (text(&moved, "/due"), text(&moved, "/original_due")),
        ("2026-12-01".to_owned(), "2026-11-01".to_owned())
    );
    let close = |by: &str, words: &str| {
        json!({ "action": "CAR-2026-001", "implemented_on": "2026-10-20", "verified_by": by,
                "verified_on": "2026-10-30", "verification": words })
    };
    assert_eq!(world.refused("action.close", close(&me, "It works.")).code, "action.owner-verifies");
    assert_eq!(world.refused("action.close", close(&holt, " ")).code, "action.no-verification");
    let closed = world.ask("action.close", close(&holt, "Twenty tickets looked at, none wrong."));
    assert_eq!(text(&closed, "/stage"), "closed");
}

#[test]
fn undo_never_takes_the_organisation_away() {
    let mut world = World::new();
    let problem = world.refused("undo.undo", json!({}));
    assert_eq!(problem.code, "undo.lasting");
    assert_eq!(text(&world.ask("organisation.view", json!({})), "/name"), "Fjordlicht");
}

#[test]
fn a_site_that_was_said_can_be_taken_back_and_silence_leaves_it() {
    let mut world = World::new();
    let audit = world.audit(&["8.6.1"]);
    let question = world.questions(&audit)[0]["id"].clone();
    let site = world.ask("organisation.view", json!({}))["sites"][0]["id"].clone();
    world.ask("checklist.where", json!({ "question": question, "site": site }));
    let kept = world.ask("checklist.where", json!({ "question": question, "place": "Room 2" }));
    assert_eq!(kept["site"], site);
    let cleared = world.ask("checklist.where", json!({ "question": question, "site": null }));
    assert!(cleared.get("site").is_none(), "{cleared}");
}

#[test]
fn what_a_plan_need_not_say_can_be_taken_back() {
    let mut world = World::new();
    let audit = world.audit(&["8.6.1"]);
    let change = |field: &str, value: serde_json::Value| {
        let mut request = json!({ "audit": audit });
        request[field] = value;
        request
    };
    world.ask("audit.change-plan", change("period_from", json!("2025-10-01")));
    let kept = world.ask("audit.change-plan", change("title", json!("Incidents")));
    assert_eq!((text(&kept, "/period_from"), text(&kept, "/client_name")), ("2025-10-01".into(), "Karen Holt".into()));
    world.ask("audit.change-plan", change("period_from", json!(null)));
    let cleared = world.ask("audit.change-plan", change("client", json!(null)));
    assert!(cleared.get("period_from").is_none() && cleared.get("client").is_none(), "{cleared}");
}
