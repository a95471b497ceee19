//! What the auditee is asked to hand over: asked, late, received, withdrawn, and given to them as a list.

use serde_json::{Value, json};

use crate::world::{World, id, read, text};

fn ask(audit: &str, what: &str, due: &str) -> Value {
    json!({ "audit": audit, "what": what, "due": due, "from_whom": "Service desk" })
}

#[test]
fn a_request_is_asked_becomes_late_and_is_received_with_its_evidence() {
    let mut world = World::new();
    let audit = world.audit(&["8.6.1"]);
    let holt = world.person("Karen Holt");
    let mut wanted = ask(&audit, "All incidents of September, as the tool exports them.", "2026-10-08");
    wanted["clauses"] = json!(["8.6.1"]);
    wanted["population"] = json!("incident");
    let first = world.ask("request.add", wanted);
    assert_eq!((text(&first, "/reference"), text(&first, "/state")), ("IA-2026-01-R-01".into(), "open".into()));
    assert_eq!((text(&first, "/asked_on"), first["days_left"].clone()), ("2026-10-06".into(), json!(2)));
    let second = json!({ "audit": audit, "what": "The on-call rota.", "asked_on": "2026-10-01", "due": "2026-10-05",
                         "person": holt });
    let second = world.ask("request.add", second);
    assert_eq!((text(&second, "/from_whom"), text(&second, "/state")), ("Karen Holt".into(), "overdue".into()));

    let rota = world.ask("evidence.add-words", json!({ "audit": audit, "kind": "document", "description": "Rota." }));
    let received = world
        .ask("request.receive", json!({ "request": "ia-2026-01-r-02", "evidence": [rota["id"]], "remark": "Late." }));
    assert_eq!((text(&received, "/state"), text(&received, "/received_on")), ("received".into(), "2026-10-06".into()));
    assert_eq!(received["came"][0]["reference"], "IA-2026-01-E-001");
    let back = world.ask("request.receive", json!({ "request": "IA-2026-01-R-02", "received_on": null }));
    assert_eq!((text(&back, "/state"), text(&back, "/remark")), ("overdue".into(), "Late.".into()));
    let moved = world.ask("request.change", json!({ "request": "IA-2026-01-R-02", "due": "2026-10-09" }));
    assert_eq!(text(&moved, "/state"), "open");
    let found = world.ask("workspace.find", json!({ "words": "on-call" }));
    assert_eq!(
        (text(&found[0], "/kind"), text(&found[0], "/title")),
        ("data_request".into(), "IA-2026-01-R-02".into())
    );
    world.check();
}

#[test]
fn a_request_that_can_not_be_meant_is_refused() {
    let mut world = World::new();
    let audit = world.audit(&["8.6.1"]);
    assert_eq!(world.refused("request.add", ask(&audit, " ", "2026-10-08")).code, "request.says-nothing");
    assert_eq!(world.refused("request.add", ask(&audit, "Rota", "2026-10-05")).code, "request.due-before-asked");
    let mut elsewhere = ask(&audit, "Changes", "2026-10-08");
    elsewhere["clauses"] = json!(["8.5.1"]);
    assert_eq!(world.refused("request.add", elsewhere).code, "request.out-of-scope");
    world.ask("request.add", ask(&audit, "Rota", "2026-10-08"));
    let receive = |on: &str| json!({ "request": "IA-2026-01-R-01", "received_on": on });
    assert_eq!(world.refused("request.receive", receive("2026-10-05")).code, "request.received-before-asked");
    assert_eq!(world.refused("request.receive", receive("2026-11-05")).code, "evidence.in-future");
    let withdraw = |reason: &str| json!({ "request": "IA-2026-01-R-01", "reason": reason });
    assert_eq!(world.refused("request.withdraw", withdraw(" ")).code, "evidence.needs-reason");
    assert_eq!(text(&world.ask("request.withdraw", withdraw("Seen on site.")), "/state"), "withdrawn");
    assert_eq!(world.refused("request.receive", receive("2026-10-06")).code, "request.withdrawn");
    let next = world.ask("request.add", ask(&audit, "Rota of November", "2026-10-08"));
    assert_eq!(text(&next, "/reference"), "IA-2026-01-R-02", "a number once given is not given again");
    let list = world.ask("request.list", json!({ "audit": audit }));
    assert_eq!(list.as_array().unwrap().len(), 2, "what was withdrawn stays readable");
    world.check();
}

#[test]
fn no_request_changes_while_a_signed_report_stands() {
    let mut world = World::new();
    let audit = world.audit_ready_for_its_report();
    world.ask("request.add", ask(&audit, "Rota", "2026-10-08"));
    world.issue(&audit);
    assert_eq!(world.refused("request.add", ask(&audit, "More", "2026-10-08")).code, "audit.locked");
    assert_eq!(world.refused("request.receive", json!({ "request": "IA-2026-01-R-01" })).code, "audit.locked");
    let saved = world.path("requests.pdf");
    world.ask("request.save", json!({ "audit": audit, "format": "pdf", "to": saved }));
    assert!(read(&saved).starts_with(b"%PDF-1.7"), "the list can still be given to somebody");
}

#[test]
fn the_list_is_given_to_the_auditee_as_pdf_and_as_a_workbook() {
    let mut world = World::new();
    let audit = world.audit(&["8.6.1"]);
    world.ask("request.add", ask(&audit, "All incidents of September.", "2026-10-08"));
    world.ask("request.add", ask(&audit, "=HYPERLINK(\"http://example.org\",\"open\")", "2026-10-09"));
    let gone = id(&world.ask("request.add", ask(&audit, "Nobody needs this.", "2026-10-09")));
    world.ask("request.withdraw", json!({ "request": gone, "reason": "Asked twice." }));
    let save = |format: &str, to: &std::path::Path| json!({ "audit": audit, "format": format, "to": to });

    let (pdf, again) = (world.path("requests.pdf"), world.path("again.pdf"));
    assert_eq!(text(&world.ask("request.save", save("pdf", &pdf)), "/path"), pdf.to_string_lossy());
    assert!(read(&pdf).starts_with(b"%PDF-1.7") && read(&pdf).len() > 10_000);
    world.ask("request.save", save("pdf", &again));
    assert_eq!(read(&pdf).len(), read(&again).len(), "only the moment of printing differs");

    let (book, again) = (world.path("requests.xlsx"), world.path("again.xlsx"));
    world.ask("request.save", save("xlsx", &book));
    world.ask("request.save", save("xlsx", &again));
    assert_eq!(read(&book), read(&again), "the same list gives the same bytes");
    let problem = world.refused("request.save", save("xlsx", std::path::Path::new("/no/such/folder/list.xlsx")));
    assert_eq!(problem.code, "file.unwritable");
}
