//! What leaves the house is judged by programs that are not ours.

use std::path::Path;

use desk::make_demo;
use serde_json::json;
use tests::verifiers::{Verdict, pdfsig, pyhanko, qpdf};

use crate::world::{World, morning, read};

fn both(pdf: &Path) -> Vec<Verdict> {
    [pdfsig(pdf), pyhanko(pdf)].into_iter().flatten().collect()
}

#[test]
fn pdfsig_and_pyhanko_accept_the_report_and_refuse_it_after_one_changed_byte() {
    let mut world = World::new();
    let audit = world.audit_ready_for_its_report();
    world.issue(&audit);
    let out = world.path("report.pdf");
    world.ask("report.save", json!({ "audit": audit, "to": out }));
    for verdict in both(&out) {
        assert!(verdict.sound && verdict.signatures == 1, "{}", verdict.words);
    }
    assert!(qpdf(&out).is_none_or(|verdict| verdict.sound));
    let whole = read(&out);
    for place in [whole.len() / 7, whole.len() / 3, whole.len() / 2] {
        let mut changed = whole.clone();
        changed[place] ^= 1;
        let changed = world.file_with("changed.pdf", &changed);
        for verdict in both(&changed) {
            assert!(!verdict.sound, "byte {place} was changed and nobody saw it: {}", verdict.words);
        }
    }
}

#[test]
fn every_report_of_the_demo_is_accepted_by_others_and_known_to_its_workspace() {
    let mut world = World::new();
    let file = world.path("demo.tickmark");
    make_demo(&file, None, morning()).unwrap();
    world.desk.close();
    world.ask("workspace.open", json!({ "path": file }));
    for (audit, revision) in [("IA-2026-01", 0), ("IA-2026-02", 0), ("IA-2026-02", 1)] {
        let out = world.path(&format!("{audit}-{revision}.pdf"));
        world.ask("report.save", json!({ "audit": audit, "revision": revision, "to": out }));
        for verdict in both(&out) {
            assert!(verdict.sound, "{audit} revision {revision}: {}", verdict.words);
        }
        let verified = world.ask("report.verify", json!({ "path": out }));
        assert_eq!((&verified["verdict"], &verified["known_as"]["revision"]), (&json!("valid"), &json!(revision)));
    }
    world.check();
}
