use std::collections::{BTreeMap, BTreeSet};

use ground::Day;
use table::{Column, ColumnKind, DecimalSign, Encoding, FileKind, Layout, Shape};

use super::{Pack, catalogue, pack, packs, packs_for_clause, ready, ready_tests};
use crate::{
    mapping,
    rule::{Fields, Rule},
};

fn period() -> (Day, Day) {
    (Day::of(2025, 1, 1).unwrap(), Day::of(2025, 12, 31).unwrap())
}

/// A table with one column for each canonical field, of the kind that it usually has.
fn whole_table() -> (Shape, BTreeMap<String, String>) {
    let columns = mapping::fields()
        .iter()
        .map(|field| Column {
            name: field.label.clone(),
            header: field.label.clone(),
            kind: field.kind,
            form: if field.kind == ColumnKind::Moment { "YYYY-MM-DD HH:MM:SS".to_owned() } else { String::new() },
        })
        .collect();
    let layout = Layout {
        file: FileKind::Text,
        encoding: Encoding::Utf8,
        delimiter: ',',
        quote: '"',
        sheet: None,
        header_row: 1,
        decimal: DecimalSign::Point,
    };
    let mapping = mapping::fields().iter().map(|field| (field.name.clone(), field.label.clone())).collect();
    (Shape { layout, columns }, mapping)
}

/// Whether a ready test hits a row that is empty but for these fields.
fn hits(id: &str, cells: &[(&str, &'static str)]) -> bool {
    let (shape, mapping) = whole_table();
    let test = packs().iter().flat_map(|pack| &pack.tests).find(|test| test.id == id).unwrap();
    let rule = Rule::parse(&ready::within(&test.rule, period())).unwrap();
    let bound = rule.bind(&Fields::new(&shape, &mapping)).unwrap();
    let cell = |column: usize| {
        let field = &mapping::fields()[column].name;
        cells.iter().find(|(name, _)| name == field).map_or("", |(_, cell)| *cell)
    };
    bound.holds(&cell).is_true()
}

#[test]
fn the_data_file_is_read() {
    let packs = catalogue::read().unwrap();
    let words: BTreeSet<&str> = packs.iter().map(|pack| pack.word.as_str()).collect();
    assert_eq!(words.len(), packs.len(), "each word once");
}

#[test]
fn every_population_that_a_question_names_has_a_pack() {
    let words: BTreeSet<&str> = criteria::editions()
        .iter()
        .flat_map(|edition| edition.questions())
        .filter_map(|question| question.population.as_deref())
        .collect();
    assert!(words.len() >= 50, "the catalogue names {}", words.len());
    for word in words {
        assert!(pack(word).is_some(), "no pack for {word}");
    }
}

#[test]
fn every_clause_with_a_population_has_its_packs() {
    for edition in criteria::editions() {
        for question in edition.questions() {
            let Some(word) = &question.population else { continue };
            let found = packs_for_clause(edition.id(), &question.clause).unwrap();
            assert!(found.iter().any(|pack| pack.word == *word), "{} asks for {word}", question.id);
        }
    }
    let words = |clause| -> Vec<&str> {
        let found = packs_for_clause(criteria::ISO_20000_1_2018, clause).unwrap();
        found.into_iter().map(|pack| pack.word.as_str()).collect()
    };
    assert_eq!(words("8.6.2"), ["service_request"]);
    assert!(words("8.6").contains(&"problem"), "a heading has the packs of the clauses under it");
    assert!(!words("8.6").contains(&"change"));
    assert!(packs_for_clause(criteria::ISO_20000_1_2018, "8.99").is_err());
    assert!(packs_for_clause("iso99999", "8.6").is_err());
}

#[test]
fn every_pack_is_complete_and_speaks_of_canonical_fields_only() {
    for Pack { word, singular, plural, ask_for, columns, stratify_by, take_all, attributes, tests } in packs() {
        assert!(!singular.is_empty() && !plural.is_empty() && singular != plural, "{word}");
        assert!(ask_for.ends_with('.') && ask_for.len() > 30, "{word} says what to ask for");
        assert!(columns.iter().any(|column| column.needed), "{word} needs some column");
        assert!(attributes.len() >= 3, "{word} has attributes");
        assert!(!tests.is_empty(), "{word} has ready tests");
        let mut seen = BTreeSet::new();
        for column in columns {
            assert!(mapping::is_field(&column.field), "{word}: {}", column.field);
            assert!(seen.insert(&column.field), "{word} asks for {} twice", column.field);
        }
        for field in stratify_by.iter().filter_map(|stratum| stratum.field.as_ref()) {
            assert!(mapping::is_field(field), "{word}: {field}");
        }
        for rule in take_all.iter().filter_map(|all| all.rule.as_ref()) {
            Rule::parse(&ready::within(rule, period())).unwrap_or_else(|error| panic!("{word}: {error}"));
        }
    }
}

#[test]
fn every_ready_test_is_a_rule_that_fits_a_table_with_all_fields() {
    let (shape, mapping) = whole_table();
    let fields = Fields::new(&shape, &mapping);
    let mut ids = BTreeSet::new();
    for pack in packs() {
        for test in &pack.tests {
            assert!(ids.insert(&test.id), "{} twice", test.id);
            assert!(test.id.starts_with(&format!("{}.", pack.word)), "{}", test.id);
            assert!(!test.fields.is_empty(), "{} names no field", test.id);
            assert!(!test.title.is_empty() && test.meaning.ends_with('.'), "{}", test.id);
            let rule = Rule::parse(&ready::within(&test.rule, period()))
                .unwrap_or_else(|error| panic!("{}: {error}", test.id));
            rule.bind(&fields).unwrap_or_else(|error| panic!("{}: {error}", test.id));
            for field in &test.fields {
                assert!(
                    pack.columns.iter().any(|column| column.field == *field) || field == "title",
                    "{} needs {field}, which the pack does not ask for",
                    test.id
                );
            }
        }
    }
    assert!(ids.len() > 300);
}

#[test]
fn ready_tests_are_those_whose_fields_are_mapped() {
    let ready = ready_tests("change", ["record_id", "opened_at", "closed_at", "approval"], Some(period()));
    let runnable: Vec<&str> = ready.runnable.iter().map(|test| test.id.as_str()).collect();
    assert!(runnable.contains(&"change.closed-not-approved"), "{runnable:?}");
    assert!(runnable.contains(&"change.closed-before-opened"));
    assert!(!runnable.contains(&"change.before-plan"));
    let lacking = ready.lacking.iter().find(|test| test.id == "change.before-plan").unwrap();
    assert_eq!(lacking.fields, ["actual_start", "planned_start"]);
    assert_eq!(ready.runnable.len() + ready.lacking.len(), pack("change").unwrap().tests.len());
    assert_eq!(ready_tests("shoe", ["record_id"], None), super::Ready::default());
}

#[test]
fn a_test_that_names_the_period_waits_until_it_is_known() {
    let mapped = ["opened_at", "closed_at"];
    let find = |period| {
        let ready = ready_tests("incident", mapped, period);
        let runnable = ready.runnable.into_iter().find(|test| test.id == "incident.open-from-before");
        (runnable.map(|test| test.rule), ready.lacking.into_iter().find(|test| test.id == "incident.open-from-before"))
    };
    let (rule, lacking) = find(None);
    assert_eq!(rule, None);
    assert!(lacking.unwrap().period);
    let (rule, lacking) = find(Some(period()));
    assert_eq!(rule.unwrap(), "opened_at < 2025-01-01 and closed_at is empty");
    assert_eq!(lacking, None);
}

#[test]
fn ready_tests_hit_what_they_say_and_leave_the_rest() {
    let closed = ("closed_at", "2025-05-01 10:00:00");
    assert!(hits("change.closed-not-approved", &[closed, ("approval", "Requested")]));
    assert!(hits("change.closed-not-approved", &[closed]));
    assert!(!hits("change.closed-not-approved", &[closed, ("approval", "Approved")]));
    assert!(!hits("change.closed-not-approved", &[("approval", "Requested")]), "an open change may still wait");

    assert!(hits("incident.top-without-problem", &[("priority", "1 - Critical")]));
    assert!(!hits("incident.top-without-problem", &[("priority", "1 - Critical"), ("linked_problem", "PRB1")]));
    assert!(!hits("incident.top-without-problem", &[("priority", "1 very low")]), "one tool counts the other way");

    assert!(hits(
        "incident.resolved-late",
        &[("resolved_at", "2025-05-02 10:00:00"), ("due_at", "2025-05-01 10:00:00")]
    ));
    assert!(!hits("incident.resolved-late", &[("due_at", "2025-05-01 10:00:00")]));
    assert!(hits("incident.open-overdue", &[("due_at", "2025-12-30 10:00:00")]));
    assert!(!hits("incident.open-overdue", &[("due_at", "2025-12-31 10:00:00")]), "due on the last day");
    assert!(!hits(
        "incident.open-overdue",
        &[("due_at", "2025-12-30 10:00:00"), ("resolved_at", "2026-01-02 10:00:00")]
    ));

    assert!(hits("incident.target-missed", &[("sla_resolution_met", "false")]));
    assert!(!hits("incident.target-missed", &[("sla_resolution_met", "true")]));
    assert!(hits("incident.at-once", &[("opened_at", "2025-05-01 10:00:00"), ("closed_at", "2025-05-01 10:00:30")]));
    assert!(!hits("incident.at-once", &[("opened_at", "2025-05-01 10:00:00"), ("closed_at", "2025-05-01 09:00:00")]));
    assert!(hits("incident.looks-like-a-test", &[("title", "Test Ticket, please ignore")]));
    assert!(!hits("incident.looks-like-a-test", &[("title", "Testing tool is down")]));

    assert!(hits("change.urgent-without-cause", &[("change_type", "Emergency")]));
    assert!(!hits("change.urgent-without-cause", &[("change_type", "Emergency"), ("linked_incident", "INC1")]));
    assert!(hits("change.failed", &[("close_code", "Unsuccessful")]));
    assert!(!hits("change.failed", &[("close_code", "Successful")]));
    assert!(hits("external_supplier.contract-ended", &[("due_at", "2025-06-30 00:00:00")]));
    assert!(hits("corrective_action.judged-by-owner", &[("approval", "A. Berg"), ("assignee", "a. berg")]));
    assert!(!hits("corrective_action.judged-by-owner", &[]), "two empty cells are no match");
}

#[test]
fn a_pack_has_the_word_for_one_and_for_many() {
    let pack = pack("external_supplier").unwrap();
    assert_eq!(pack.noun(1), "external supplier");
    assert_eq!(pack.noun(0), "external suppliers");
    assert_eq!(pack.noun(2), "external suppliers");
}
