//! Nobody audits their own work, unless a named person accepts it with a reason.

use serde_json::json;

use crate::world::{World, id, text};

#[test]
fn who_owned_what_is_audited_within_twelve_months_is_refused_with_the_reason() {
    let mut world = World::new();
    let ewa = world.person("Ewa Lisowska");
    world.ask(
        "organisation.put-responsibility",
        json!({ "person": ewa, "of": "clause", "object": "8.5.1", "kind": "owner",
                "valid_from": "2023-01-01", "valid_to": "2025-12-31" }),
    );
    let audit = world.audit(&["8.5.1.1", "8.5.1.3"]);

    let problem = world.refused("audit.add-member", json!({ "audit": audit, "person": ewa, "role": "auditor" }));

    assert_eq!(problem.code, "audit.not-independent");
    assert!(problem.message.contains("owner of 8.5.1.1 from 2023-01-01 until 2025-12-31"), "{problem}");
    assert!(problem.message.contains("counts until 2026-12-31"), "{problem}");
    world.ask("audit.add-member", json!({ "audit": audit, "person": ewa, "role": "observer" }));
}

#[test]
fn a_responsibility_that_ended_more_than_twelve_months_ago_no_longer_counts() {
    let mut world = World::new();
    let ewa = world.person("Ewa Lisowska");
    world.ask(
        "organisation.put-responsibility",
        json!({ "person": ewa, "of": "clause", "object": "8.5.1", "kind": "owner",
                "valid_from": "2023-01-01", "valid_to": "2025-10-05" }),
    );
    let audit = world.audit(&["8.5.1.1"]);
    world.ask("audit.add-member", json!({ "audit": audit, "person": ewa, "role": "auditor" }));
}

#[test]
fn a_named_person_may_accept_it_with_a_reason_and_the_audit_says_so() {
    let mut world = World::new();
    let ewa = world.person("Ewa Lisowska");
    let holt = world.person("Karen Holt");
    let process = json!({ "name": "Change management", "owner": ewa, "clauses": ["8.5.1.1"], "criticality": 4 });
    world.ask("organisation.put-process", process);
    let audit = world.audit(&["8.5.1.1"]);
    let join = |accept: serde_json::Value| json!({ "audit": audit, "person": ewa, "role": "auditor", "accept_conflicts": accept });
    assert_eq!(
        world.refused("audit.add-member", join(json!({ "by": holt, "reason": " " }))).code,
        "audit.acceptance-needs-reason"
    );
    assert_eq!(
        world.refused("audit.add-member", join(json!({ "by": ewa, "reason": "I am fair." }))).code,
        "audit.accepts-own-conflict"
    );

    let view = world.ask("audit.add-member", join(json!({ "by": holt, "reason": "Nobody else knows the tool." })));

    let member = view["team"].as_array().unwrap().iter().find(|member| member["role"] == "auditor").unwrap();
    assert_eq!(text(member, "/accepted/by_name"), "Karen Holt");
    assert_eq!(text(member, "/accepted/reason"), "Nobody else knows the tool.");
    assert_eq!(text(member, "/conflicts/0/what"), "owner of Change management");
}

#[test]
fn a_lead_who_owns_what_is_audited_is_refused_when_planning() {
    let mut world = World::new();
    let me = world.me();
    world.ask(
        "organisation.put-responsibility",
        json!({ "person": me, "of": "clause", "object": "8.6", "kind": "manager", "valid_from": "2024-01-01" }),
    );
    let plan = world.plan(&["8.6.1"]);
    assert_eq!(world.refused("audit.plan", plan).code, "audit.not-independent");
    assert_eq!(world.ask("audit.list", json!({})), json!([]));
}

#[test]
fn a_plan_is_not_changed_so_that_a_member_would_judge_their_own_work() {
    let mut world = World::new();
    let ewa = world.person("Ewa Lisowska");
    world.ask(
        "organisation.put-responsibility",
        json!({ "person": ewa, "of": "clause", "object": "8.6.3", "kind": "owner", "valid_from": "2026-01-01" }),
    );
    let audit = world.audit(&["8.6.1"]);
    world.ask("audit.add-member", json!({ "audit": audit, "person": ewa, "role": "auditor" }));
    let problem = world.refused("audit.change-plan", json!({ "audit": audit, "clauses": ["8.6.1", "8.6.3"] }));
    assert_eq!(problem.code, "audit.not-independent");
    let others = id(&world.ask("organisation.put-person", json!({ "name": "Daniel Okafor" })));
    let outside = world.refused("audit.assign", json!({ "audit": audit, "clauses": ["8.6.1"], "person": others }));
    assert_eq!(outside.code, "audit.not-in-team");
    world.ask("audit.assign", json!({ "audit": audit, "clauses": ["8.6.1"], "person": ewa }));
}
