//! Photographs as evidence: seen upright, covered in the copy for the report, and linked to what they support.

use std::path::PathBuf;

use base64::{Engine, engine::general_purpose::STANDARD};
use serde_json::{Value, json};

use crate::world::{World, id, read, text};

/// A telephone held sideways took it: 96 × 64 pixels upright, with time, place and the telephone's name beside it.
fn photograph() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("fixtures/photograph-held-sideways.jpg")
}

/// A picture without compression, in which every pixel of a rectangle has that grey and every other one is light.
fn screen(grey: u8) -> Vec<u8> {
    const WIDTH: u32 = 80;
    const HEIGHT: u32 = 40;
    let mut bytes = b"BM".to_vec();
    let size = 54 + WIDTH * HEIGHT * 3;
    for number in [size, 0, 54, 40, WIDTH, HEIGHT] {
        bytes.extend(number.to_le_bytes());
    }
    bytes.extend([1, 0, 24, 0]);
    for number in [0, WIDTH * HEIGHT * 3, 2835, 2835, 0, 0] {
        bytes.extend(u32::to_le_bytes(number));
    }
    // Rows lie from the bottom to the top.
    for y in (0..HEIGHT).rev() {
        for x in 0..WIDTH {
            let inside = (20..50).contains(&x) && (10..20).contains(&y);
            bytes.extend([if inside { grey } else { 230 }; 3]);
        }
    }
    bytes
}

fn bytes_of(picture: &Value) -> Vec<u8> {
    STANDARD.decode(text(picture, "/base64")).unwrap()
}

fn holds(bytes: &[u8], words: &str) -> bool {
    bytes.windows(words.len()).any(|window| window == words.as_bytes())
}

#[test]
fn a_photograph_tells_when_and_where_and_its_copy_does_not() {
    let mut world = World::new();
    let audit = world.audit(&["8.6.1"]);
    let photo = world.ask("evidence.add-file", json!({ "audit": audit, "path": photograph() }));
    assert_eq!((text(&photo, "/kind"), photo["is_picture"].clone()), ("photo".to_owned(), json!(true)));
    assert_eq!((photo["pictured"]["width"].clone(), photo["pictured"]["height"].clone()), (json!(96), json!(64)));
    assert_eq!(text(&photo, "/pictured/taken_at"), "2026-10-06T14:05:11+02:00");
    assert_eq!(text(&photo, "/pictured/camera"), "Nordlys Phone 7");
    assert_eq!(photo["pictured"]["latitude"], json!(56.156_517));

    let original = bytes_of(&world.ask("evidence.bytes", json!({ "evidence": photo["id"] })));
    assert_eq!(original, read(&photograph()), "the original stays as it was captured");
    assert!(holds(&original, "Nordlys") && holds(&original, "Exif"));
    for operation in ["evidence.picture", "evidence.report-picture"] {
        let mut request = json!({ "evidence": photo["id"] });
        if operation == "evidence.picture" {
            request["longest_edge_pixels"] = json!(48);
        }
        let picture = world.ask(operation, request);
        let bytes = bytes_of(&picture);
        assert!(!holds(&bytes, "Nordlys") && !holds(&bytes, "Exif") && !holds(&bytes, "2026:10:06"), "{operation}");
        assert!(picture["width"].as_i64() > picture["height"].as_i64(), "{operation}: it stands upright");
    }
    let saved = world.path("copy.jpg");
    world.ask("evidence.save", json!({ "evidence": photo["id"], "report_copy": true, "to": saved }));
    assert!(!holds(&read(&saved), "Nordlys"), "a copy that is saved tells no more than one that is printed");
    world.check();
}

#[test]
fn two_screens_that_differ_only_in_what_is_covered_print_the_same() {
    let mut world = World::new();
    let audit = world.audit(&["8.6.1"]);
    let mut printed = Vec::new();
    let mut kept = Vec::new();
    for grey in [30, 90, 200] {
        let file = world.file_with(&format!("screen-{grey}.bmp"), &screen(grey));
        let shot = id(&world.ask("evidence.add-file", json!({ "audit": audit, "path": file })));
        let before = world.ask("evidence.report-picture", json!({ "evidence": shot }))["base64"].clone();
        // A little less than what is to be hidden would show.
        let narrow = json!([{ "left": 20, "top": 10, "width": 29, "height": 10 }]);
        world.ask("evidence.redact", json!({ "evidence": shot, "boxes": narrow }));
        let shows = world.ask("evidence.report-picture", json!({ "evidence": shot }))["base64"].clone();
        let whole = json!([{ "left": 20, "top": 10, "width": 30, "height": 10 }]);
        let view =
            world.ask("evidence.redact", json!({ "evidence": shot, "boxes": whole, "note": "A customer's name." }));
        assert_eq!(view["covered"], whole, "the new list stands for the old one");
        let after = world.ask("evidence.report-picture", json!({ "evidence": shot }))["base64"].clone();
        assert_ne!(before, after);
        printed.push((after, shows));
        kept.push(text(&view, "/report_copy_sha256"));
        assert_eq!(bytes_of(&world.ask("evidence.bytes", json!({ "evidence": shot }))), screen(grey));
    }
    assert!(printed[0].0 == printed[1].0 && printed[1].0 == printed[2].0, "nothing of what is covered is left");
    assert_ne!(printed[1].1, printed[2].1, "the test sees what is left uncovered");
    assert!(kept[0] == kept[1] && kept[1] == kept[2], "the copies are the same to the last byte");
    world.check();
}

#[test]
fn what_is_covered_can_be_uncovered_taken_back_and_is_refused_beside_the_picture() {
    let mut world = World::new();
    let audit = world.audit(&["8.6.1"]);
    let shot = json!({ "audit": audit, "file_name": "screen.bmp", "media_type": "image/bmp", "kind": "picture",
                       "base64": STANDARD.encode(screen(90)) });
    let shot = id(&world.ask("evidence.add-bytes", shot));
    let plain = world.ask("evidence.report-picture", json!({ "evidence": shot }))["base64"].clone();
    let cover = |boxes: Value| json!({ "evidence": shot, "boxes": boxes });
    let beside = json!([{ "left": 80, "top": 0, "width": 5, "height": 5 }]);
    assert_eq!(world.refused("evidence.redact", cover(beside)).code, "evidence.area-outside");
    let wide = json!([{ "left": 70, "top": 30, "width": 4_000_000_000_u32, "height": 4_000_000_000_u32 }]);
    let view = world.ask("evidence.redact", cover(wide));
    assert_eq!(view["covered"], json!([{ "left": 70, "top": 30, "width": 10, "height": 10 }]), "cut to the picture");
    let covered = world.ask("evidence.report-picture", json!({ "evidence": shot }))["base64"].clone();
    assert_ne!(covered, plain);

    // Something else in between, because strokes of one kind in a row are taken back as one.
    world.ask("evidence.describe", json!({ "evidence": shot, "remark": "Taken at the desk." }));
    let view = world.ask("evidence.redact", cover(json!([])));
    assert!(view.get("report_copy").is_none() && view["covered"] == json!([]), "{view}");
    assert_eq!(world.ask("evidence.report-picture", json!({ "evidence": shot }))["base64"], plain);
    world.ask("undo.undo", json!({}));
    assert_eq!(world.ask("evidence.report-picture", json!({ "evidence": shot }))["base64"], covered);
    world.reopen();
    assert_eq!(world.ask("evidence.report-picture", json!({ "evidence": shot }))["base64"], covered);

    world.ask("evidence.withdraw", json!({ "evidence": shot, "reason": "Another screen." }));
    assert_eq!(world.refused("evidence.redact", cover(json!([]))).code, "evidence.withdrawn");
    world.check();
}

#[test]
fn what_only_calls_itself_a_picture_is_kept_and_not_shown() {
    let mut world = World::new();
    let audit = world.audit(&["8.6.1"]);
    let file = world.file_with("screen.png", b"\x89PNG\r\n\x1a\n<script>alert(1)</script>");
    let shot = world.ask("evidence.add-file", json!({ "audit": audit, "path": file }));
    assert_eq!(shot["is_picture"], json!(false));
    let problem = world.refused("evidence.picture", json!({ "evidence": shot["id"], "longest_edge_pixels": 100 }));
    assert!(["evidence.picture-damaged", "evidence.not-a-picture"].contains(&problem.code.as_str()), "{problem:?}");
    let words = world.ask("evidence.add-words", json!({ "audit": audit, "description": "Nobody was at the desk." }));
    let none = world.refused("evidence.redact", json!({ "evidence": words["id"], "boxes": [] }));
    assert_eq!(none.code, "evidence.no-file");
    world.check();
}

#[test]
fn evidence_supports_several_questions_and_findings_and_the_list_says_what_supports_nothing() {
    let mut world = World::new();
    let plan = world.plan(&["8.6.1"]);
    let audit = text(&world.ask("audit.plan", plan.clone()), "/reference");
    let questions = world.questions(&audit);
    let words = |what: &str| json!({ "audit": audit, "kind": "interview", "description": what });
    let linked = id(&world.ask("evidence.add-words", words("The desk takes every call.")));
    let alone = id(&world.ask("evidence.add-words", words("The coffee is good.")));
    let unlinked = |world: &mut World| -> Vec<String> {
        let list = world.ask("evidence.list", json!({ "audit": audit, "unlinked": true }));
        list.as_array().unwrap().iter().map(id).collect()
    };
    assert_eq!(unlinked(&mut world), [linked.clone(), alone.clone()]);
    for question in &questions[..2] {
        world.ask("evidence.link", json!({ "evidence": linked, "question": question["id"] }));
    }
    for (grade, title) in [("observation", "Calls"), ("opportunity", "A second line")] {
        world.ask("finding.raise", json!({ "audit": audit, "clauses": ["8.6.1"], "grade": grade, "title": title }));
    }
    world.ask("evidence.link-finding", json!({ "evidence": linked, "finding": "IA-2026-01-D01" }));
    let view = world.ask("evidence.link-finding", json!({ "evidence": linked, "finding": "IA-2026-01-D02" }));
    let codes: Vec<String> =
        view["supports_questions"].as_array().unwrap().iter().map(|question| text(question, "/code")).collect();
    let mut wanted = vec![text(&questions[0], "/code"), text(&questions[1], "/code")];
    wanted.sort();
    assert_eq!(codes, wanted);
    assert_eq!(view["supports_findings"][1]["reference"], "IA-2026-01-D02");
    assert_eq!(unlinked(&mut world), std::slice::from_ref(&alone));
    for question in &questions[..2] {
        let seen = world.ask("checklist.question", json!({ "question": question["id"] }));
        assert_eq!(seen["evidence"], 1, "each question counts it");
    }

    world.ask("evidence.unlink", json!({ "evidence": linked, "question": questions[0]["id"] }));
    assert_eq!(world.ask("checklist.question", json!({ "question": questions[0]["id"] }))["evidence"], 0);
    world.ask("undo.undo", json!({}));
    assert_eq!(world.ask("checklist.question", json!({ "question": questions[0]["id"] }))["evidence"], 1);
    let view = world.ask("evidence.unlink-finding", json!({ "evidence": linked, "finding": "IA-2026-01-D01" }));
    assert_eq!(view["supports_findings"].as_array().unwrap().len(), 1);

    let other = text(&world.ask("audit.plan", plan), "/reference");
    let foreign = world.questions(&other)[0]["id"].clone();
    let problem = world.refused("evidence.link", json!({ "evidence": linked, "question": foreign }));
    assert_eq!(problem.code, "evidence.other-audit");
    world.ask("evidence.withdraw", json!({ "evidence": alone, "reason": "Beside the point." }));
    assert!(unlinked(&mut world).is_empty(), "what no longer counts need not support anything");
    world.check();
}

#[test]
fn confidential_evidence_says_that_the_auditee_does_not_get_it() {
    let mut world = World::new();
    let audit = world.audit(&["8.6.1"]);
    let said = world.ask("evidence.add-words", json!({ "audit": audit, "description": "Payroll was on the screen." }));
    assert_eq!(said["kept_from_auditee"], json!(false));
    for (classification, kept) in [("confidential", true), ("personal_data", true), ("public", false)] {
        let request = json!({ "evidence": said["id"], "classification": classification });
        assert_eq!(world.ask("evidence.describe", request)["kept_from_auditee"], json!(kept), "{classification}");
    }
}
