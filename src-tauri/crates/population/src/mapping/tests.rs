use std::collections::BTreeSet;

use proptest::prelude::*;
use table::{Column, ColumnKind};

use super::{MappingError, check, field, fields, profile, propose};
use crate::rule::Rule;

fn columns(headers: &[&str]) -> Vec<Column> {
    let mut columns: Vec<Column> = Vec::new();
    for header in headers {
        let earlier = columns.iter().filter(|column| column.header == *header).count();
        let name = if earlier == 0 { (*header).to_owned() } else { format!("{header} ({})", earlier + 1) };
        columns.push(Column { name, header: (*header).to_owned(), kind: ColumnKind::Text, form: String::new() });
    }
    columns
}

#[track_caller]
fn proposes(headers: &[&str], record_type: &str, tool: Option<&str>, expected: &[(&str, &str)]) {
    let proposal = propose(&columns(headers), record_type);
    assert_eq!(proposal.tool.as_deref(), tool);
    let found: Vec<(&str, &str)> =
        proposal.mapping.iter().map(|(field, column)| (field.as_str(), column.as_str())).collect();
    let mut expected = expected.to_vec();
    expected.sort_unstable();
    assert_eq!(found, expected);
}

#[test]
fn the_data_file_is_read_and_has_forty_fields() {
    let profiles = profile::read().unwrap();
    assert_eq!(profiles.fields.len(), 40);
    assert_eq!(fields().len(), 40);
    let names: BTreeSet<&str> = fields().iter().map(|field| field.name.as_str()).collect();
    assert_eq!(names.len(), 40, "each field once");
    for tool in &profiles.tools {
        for header in &tool.headers {
            assert!(field(&header.field).is_some(), "{} of {}", header.field, tool.tool);
        }
        for name in tool.headers.iter().flat_map(|header| &header.names).chain(&tool.signs) {
            assert_eq!(&profile::plain(name), name, "a name of {} that no header can match", tool.tool);
        }
    }
    for names in &profiles.headers {
        for name in names.always.iter().chain(&names.among_changes) {
            assert_eq!(&profile::plain(name), name, "a name that no header can match");
        }
    }
}

#[test]
fn servicenow_incidents_are_known_by_their_field_names() {
    proposes(
        &[
            "number",
            "opened_at",
            "short_description",
            "caller_id",
            "priority",
            "state",
            "category",
            "assignment_group",
            "assigned_to",
            "sys_updated_on",
            "sys_updated_by",
            "made_sla",
            "problem_id",
            "rfc",
        ],
        "incident",
        Some("ServiceNow"),
        &[
            ("record_id", "number"),
            ("opened_at", "opened_at"),
            ("title", "short_description"),
            ("requester", "caller_id"),
            ("priority", "priority"),
            ("status", "state"),
            ("category", "category"),
            ("team", "assignment_group"),
            ("assignee", "assigned_to"),
            ("updated_at", "sys_updated_on"),
            ("updated_by", "sys_updated_by"),
            ("sla_resolution_met", "made_sla"),
            ("linked_problem", "problem_id"),
            ("linked_change", "rfc"),
        ],
    );
}

#[test]
fn servicenow_changes_from_a_workbook_are_known_by_their_labels() {
    proposes(
        &[
            "Number",
            "Short description",
            "Type",
            "State",
            "Planned start date",
            "Planned end date",
            "Actual start date",
            "Assigned to",
            "Assignment group",
            "Approval",
            "Risk",
            "Configuration item",
        ],
        "change",
        Some("ServiceNow"),
        &[
            ("record_id", "Number"),
            ("title", "Short description"),
            ("change_type", "Type"),
            ("status", "State"),
            ("planned_start", "Planned start date"),
            ("planned_end", "Planned end date"),
            ("actual_start", "Actual start date"),
            ("assignee", "Assigned to"),
            ("team", "Assignment group"),
            ("approval", "Approval"),
            ("risk", "Risk"),
            ("ci", "Configuration item"),
        ],
    );
}

#[test]
fn a_jira_export_with_repeated_headers_maps_the_first_and_asks_about_goals() {
    let columns = columns(&[
        "Summary",
        "Issue key",
        "Issue id",
        "Issue Type",
        "Status",
        "Project key",
        "Priority",
        "Assignee",
        "Reporter",
        "Created",
        "Updated",
        "Resolved",
        "Due date",
        "Labels",
        "Labels",
        "Custom field (Change type)",
        "Custom field (Time to resolution)",
    ]);
    let proposal = propose(&columns, "change");

    assert_eq!(proposal.tool.as_deref(), Some("Jira"));
    assert_eq!(proposal.mapping["record_id"], "Issue key");
    assert_eq!(proposal.mapping["record_type"], "Issue Type");
    assert_eq!(proposal.mapping["change_type"], "Custom field (Change type)");
    assert_eq!(proposal.mapping["opened_at"], "Created");
    assert_eq!(proposal.asks.len(), 1);
    assert_eq!(proposal.asks[0].column, "Custom field (Time to resolution)");
    assert!(!proposal.mapping.contains_key("sla_resolution_met"), "what must be asked is not mapped");
    let test = proposal.asks[0].choices[0].test.as_deref().unwrap();
    assert_eq!(test, r#"[Custom field (Time to resolution)] starts with "-""#);
}

#[test]
fn itop_is_asked_what_passed_means_and_its_tests_are_rules() {
    let columns = columns(&[
        "ref",
        "title",
        "org_id_friendlyname",
        "caller_id_friendlyname",
        "team_id_friendlyname",
        "status",
        "priority",
        "start_date",
        "resolution_date",
        "close_date",
        "service_name",
        "sla_tto_passed",
        "sla_ttr_passed",
    ]);
    let proposal = propose(&columns, "incident");

    assert_eq!(proposal.tool.as_deref(), Some("iTop"));
    assert_eq!(proposal.mapping["opened_at"], "start_date");
    assert_eq!(proposal.mapping["customer"], "org_id_friendlyname");
    let asked: Vec<&str> = proposal.asks.iter().map(|ask| ask.id.as_str()).collect();
    assert_eq!(asked, ["itop.tto-passed", "itop.ttr-passed"]);
    let met = proposal.asks[1].choices.iter().find(|choice| choice.answer == "met").unwrap();
    assert_eq!(met.field.as_deref(), Some("sla_resolution_met"));
    for choice in proposal.asks.iter().flat_map(|ask| &ask.choices) {
        Rule::parse(choice.test.as_deref().unwrap()).unwrap();
    }
}

#[test]
fn glpi_is_known_in_english_and_in_german() {
    proposes(
        &[
            "ID",
            "Title",
            "Entity",
            "Status",
            "Last update",
            "Opening date",
            "Priority",
            "Requester - Requester",
            "Assigned to - Technician",
            "Category",
            "Time to resolve",
        ],
        "incident",
        Some("GLPI"),
        &[
            ("record_id", "ID"),
            ("title", "Title"),
            ("customer", "Entity"),
            ("status", "Status"),
            ("updated_at", "Last update"),
            ("opened_at", "Opening date"),
            ("priority", "Priority"),
            ("requester", "Requester - Requester"),
            ("assignee", "Assigned to - Technician"),
            ("category", "Category"),
            ("due_at", "Time to resolve"),
        ],
    );
    proposes(
        &[
            "ID",
            "Titel",
            "Status",
            "Eröffnungsdatum",
            "Priorität",
            "Anforderer - Anforderer",
            "Zugewiesen an - Techniker",
        ],
        "incident",
        Some("GLPI"),
        &[
            ("record_id", "ID"),
            ("title", "Titel"),
            ("status", "Status"),
            ("opened_at", "Eröffnungsdatum"),
            ("priority", "Priorität"),
            ("requester", "Anforderer - Anforderer"),
            ("assignee", "Zugewiesen an - Techniker"),
        ],
    );
}

#[test]
fn znuny_is_asked_about_its_differences() {
    let columns = columns(&[
        "TicketNumber",
        "Age",
        "Created",
        "Closed",
        "FirstLock",
        "FirstResponse",
        "State",
        "Priority",
        "Queue",
        "Lock",
        "Owner",
        "CustomerID",
        "Subject",
        "SolutionDiffInMin",
    ]);
    let proposal = propose(&columns, "incident");

    assert_eq!(proposal.tool.as_deref(), Some("Znuny"));
    assert_eq!(proposal.mapping["record_id"], "TicketNumber");
    assert_eq!(proposal.mapping["team"], "Queue");
    assert_eq!(proposal.asks[0].id, "znuny.solution-difference");
}

#[test]
fn an_unknown_tool_is_mapped_by_the_names_that_many_use() {
    proposes(
        &["Ticketnummer", "Kurzbeschreibung", "Standort", "Erstellt am", "Geschlossen am", "Fällig am", "Bemerkung"],
        "incident",
        None,
        &[
            ("record_id", "Ticketnummer"),
            ("title", "Kurzbeschreibung"),
            ("site", "Standort"),
            ("opened_at", "Erstellt am"),
            ("closed_at", "Geschlossen am"),
            ("due_at", "Fällig am"),
        ],
    );
}

#[test]
fn type_is_the_type_of_change_among_changes_and_of_record_otherwise() {
    proposes(&["Type"], "change", None, &[("change_type", "Type")]);
    proposes(&["Type"], "incident", None, &[("record_type", "Type")]);
}

#[test]
fn a_column_is_not_mapped_twice_by_a_person_either() {
    let columns = columns(&["a", "b"]);
    let mapping = |pairs: &[(&str, &str)]| {
        pairs.iter().map(|(field, column)| ((*field).to_owned(), (*column).to_owned())).collect()
    };
    assert_eq!(check(&columns, &mapping(&[("title", "a"), ("status", "b")])), Ok(()));
    let twice = check(&columns, &mapping(&[("title", "a"), ("status", "a")])).unwrap_err();
    assert!(matches!(twice, MappingError::Twice { .. }), "{twice}");
    let no_column = check(&columns, &mapping(&[("title", "c")])).unwrap_err();
    assert!(matches!(no_column, MappingError::NoColumn { .. }), "{no_column}");
    let no_field = check(&columns, &mapping(&[("shoe_size", "a")])).unwrap_err();
    assert!(matches!(no_field, MappingError::NoField { .. }), "{no_field}");
}

proptest! {
    #[test]
    fn no_proposal_maps_a_column_twice_whatever_the_headers_are(
        picks in prop::collection::vec((0..4_usize, any::<prop::sample::Index>(), "\\PC{0,12}"), 0..60),
        record_type in prop::sample::select(vec!["incident", "change", "ci", "document", ""]),
    ) {
        let known: Vec<&String> =
            profile::profiles().tools.iter().flat_map(|tool| &tool.headers).flat_map(|header| &header.names).collect();
        let headers: Vec<String> = picks
            .iter()
            .map(|(pick, index, noise)| if *pick == 0 { noise.clone() } else { known[index.index(known.len())].clone() })
            .collect();
        let headers: Vec<&str> = headers.iter().map(String::as_str).collect();
        let columns = columns(&headers);
        let proposal = propose(&columns, record_type);
        let mut seen = BTreeSet::new();
        for column in proposal.mapping.values() {
            prop_assert!(seen.insert(column), "{column} is mapped twice");
        }
        for ask in &proposal.asks {
            prop_assert!(!seen.contains(&ask.column), "{} must be asked first", ask.column);
        }
    }
}
