//! Samples on paper: what makes a draw repeatable, the sheets of records, and what a sample by judgement must not say.
#![allow(clippy::unwrap_used, reason = "this is a test")]

mod fjordlicht;
mod reading;

use fjordlicht::{a_report, sample_of, samples};
use reading::{Read, read};
use report::{
    AuditReportFacts, Printing, audit_report,
    facts::{RuleTest, SampleFacts, TestResult},
};

fn issued(facts: &AuditReportFacts) -> Read {
    read(&audit_report(facts, Printing::Issue).unwrap())
}

/// The report with one sample of that size.
fn with(sample: SampleFacts) -> Read {
    let mut facts = a_report();
    facts.sampling.samples = vec![sample];
    issued(&facts)
}

/// What stands between two texts, each time it does; the contents name both in one go and are left out.
fn between<'a>(paper: &'a Read, from: &str, to: &str) -> Vec<&'a str> {
    let body = paper.whole.split_once("Page 3 of").unwrap().1;
    body.split(from).skip(1).map(|rest| rest.split(to).next().unwrap()).collect()
}

#[test]
fn everything_that_makes_a_draw_repeatable_is_printed() {
    let paper = issued(&a_report());
    let must = [
        "Tool ServiceNow",
        "incident.list?opened_at>=2025-01-01^opened_at<=2025-12-31",
        "Supplied by Sofie Lund",
        "9 Feb 2026, 10:12 (Europe/Copenhagen), in the presence of Jonas Berg",
        "The row count equals the counter of the list view; the numbers have no gap.",
        "incidents-2025.csv SHA-256 9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
        "5,103 in the file, 2 set aside because they could not be read, 15 duplicates left out, 4,812 in the filter",
        "Filter state = \"Closed\" and not (short_description starts with \"[TEST]\")",
        "Stratified random by priority",
        "95 % confidence. 4 of P1, 8 of P2, 14 of P3, 14 of P4.",
        "Seed IA-2026-01/2026-02-09 Audit reference and day of the draw, shown to the auditee before the draw",
        "Algorithm tickmark-draw-1",
        "9 Feb 2026, 10:31 (Europe/Copenhagen), Jonas Berg, before testing",
        "INC0041177: A test ticket, not an incident; INC0042740 stands in for it",
        "6 of 40 failed; weighted by stratum, 17.0 % of the 4,812 incidents are expected to fail.",
        "With 95 % confidence at most 31.4 % of the incidents, 1,511, are affected.",
        "P1 12 4 0 of 4",
        "How to repeat the draw",
        "tick sample draw --file incidents-2025.csv --method stratified --stratum priority --size 40 \
         --seed IA-2026-01/2026-02-09 --where 'state = \"Closed\" and not (short_description starts with \"[TEST]\")'",
        "P1 without a review priority = \"1 - Critical\" and (review is empty or review < closed_at + 10 days) 4,812 3",
        "All 3 were looked at; they are part of NC-02.",
        "A hit is a record to look at, not a verdict.",
    ];
    let missing: Vec<&str> = must.into_iter().filter(|words| !paper.says(words)).collect();
    assert!(missing.is_empty(), "not on paper: {missing:#?}");
}

#[test]
fn a_sample_by_judgement_shows_no_percentage_and_no_bound() {
    let mut facts = a_report();
    facts.sampling.samples.retain(|sample| sample.method == "By judgement");
    assert!(facts.sampling.samples[0].bound.contains('%'), "one was worked out");
    let paper = issued(&facts);
    let section = between(&paper, "10 Sampling", "11 Implications").concat();
    assert!(section.contains("By judgement") && !section.contains('%'), "{section}");
    let sheet = between(&paper, "Annex D Sample sheets", "Annex E").concat();
    assert!(sheet.contains("Skagen Backup") && !sheet.contains('%'), "{sheet}");
    assert!(paper.says("0 of 3 tested failed; chosen by judgement, so nothing is said about the other 9."));
    assert!(paper.says("The five that the services depend on most"));
    assert!(paper.says("A result is extended to the population only where chance decided"));
}

#[test]
fn a_sheet_lists_every_record_with_its_results_and_who_tested_it() {
    let paper = issued(&a_report());
    let sheet = between(&paper, "Annex D Sample sheets", "Annex E Evidence index").concat();
    for item in &samples()[0].items {
        assert!(sheet.contains(&item.record_id), "{} is not in the sheet", item.record_id);
    }
    for words in [
        "✓ pass: the requirement is met. ✗ fail: it is not met. ✗ not found: the record could not be shown",
        "41 records in the order of the draw, 1 of them replaced.",
        "5 INC0040685 P2 6 Mar 2025 Low ✗ fail ✓ pass",
        "31 INC0044247 P4 4 Mar 2025 Medium ✓ pass – n/a",
        "INC0042740 for INC0041177 P3 21 Mar 2025 Low ✓ pass ✓ pass",
        "Failed 6 of 40 0 of 39",
        "41 INC0041177 A test ticket, not an incident INC0042740",
        "INC0043699 A ✗ fail Recorded one step lower than the matrix gives. E-003",
        "Closed by the caller within a minute.",
        "Tested by Jonas Berg: No. 1 to 26.",
        "Tested by Daniel Okafor: No. 27 to 40.",
        "4 MI-04 ✗ fail ✗ not found",
        "5 MI-05 B ✗ fail Not recorded.",
        "4 Vestlink ○ open",
        "Failed 0 of 3",
    ] {
        assert!(sheet.contains(words), "not in the sheets: {words}\n{sheet}");
    }
}

#[test]
fn a_long_sheet_repeats_its_header_on_every_page() {
    let mut sample = sample_of(150, 8);
    sample.items.iter_mut().for_each(|item| item.facts.clear());
    let paper = with(sample);
    let pages: Vec<&String> = paper.pages.iter().filter(|page| page.matches("✓ pass").count() > 20).collect();
    assert!(pages.len() > 3, "the sheet fills several pages");
    for page in pages {
        assert!(page.contains("No. Record Stratum A B C D E F G H"), "a page of the sheet lacks the header:\n{page}");
    }
}

#[test]
fn a_wide_sheet_is_cut_between_attributes_and_loses_none() {
    for tested_for in [1, 3, 8, 9, 20] {
        let sample = sample_of(9, tested_for);
        let all = sample.items.iter().flat_map(|item| &item.results);
        let (mut passed, mut open) = (0, 0);
        for result in all {
            passed += usize::from(result.result == TestResult::Pass);
            open += usize::from(result.result == TestResult::Open);
        }
        let names: Vec<String> = sample.attributes.iter().map(|attribute| attribute.name.clone()).collect();
        let paper = with(sample);
        let sheet = between(&paper, "Annex D Sample sheets", "Annex E Evidence index").concat();
        assert_eq!(sheet.matches("✓ pass").count() - 1, passed, "{tested_for} attributes, the legend aside");
        assert_eq!(sheet.matches("○ open").count() - 1, open, "{tested_for} attributes, the legend aside");
        for name in names {
            assert!(sheet.contains(&name), "{name} is not named");
        }
        assert!(sheet.contains("3 Mar 2026 22:00") && sheet.contains("Platform team"), "what the records say");
    }
}

#[test]
fn a_sample_without_records_or_attributes_is_printed_as_far_as_it_goes() {
    let mut bare = sample_of(4, 0);
    bare.items[0].facts.clear();
    let listed = with(bare);
    assert!(listed.says("CHG0000004"));
    let none = with(SampleFacts { reference: "S-9".into(), tested: 2, ..SampleFacts::default() });
    assert!(none.says("0 of 2 tested failed.") && none.says("Its records were not listed one by one."));
    let mut facts = a_report();
    facts.sampling.samples.clear();
    facts.sampling.rules = vec![RuleTest {
        title: "No owner".into(),
        population: "Risks".into(),
        rows: 31,
        hits: 2,
        ..RuleTest::default()
    }];
    let rules = issued(&facts);
    assert!(rules.says("Samples with a recorded population: none."));
    assert!(rules.says("No owner Risks 31 2 Not recorded."));
    assert!(rules.says("No sample with a recorded population was drawn."));
}

#[test]
fn hostile_samples_are_printed_whole() {
    let mut sample = sample_of(3, 3);
    sample.attributes[1].key = "priority_matrix_of_the_handbook".into();
    sample.attributes[2].key = "\u{0}\u{202e}".into();
    sample.items[0].record_id = "x".repeat(4000);
    sample.items[1].stratum = "Ω".repeat(300);
    sample.items[1].facts[0].label = "label ".repeat(60);
    sample.items[2].results[0].attribute = usize::MAX;
    sample.items[2].results[0].note = "about nothing".into();
    sample.items[2].number = u64::MAX;
    sample.filter = "f".repeat(3000);
    sample.repeat_command = "--where ".repeat(400);
    let paper = with(sample);
    assert!(paper.whole.matches("--where").count() >= 400);
    assert_eq!(paper.whole.matches('Ω').count(), 300, "once, in the grid's column for strata");
    assert!(paper.whole.matches('x').count() >= 4000, "an id wider than its column is broken, not cut");
    assert!(paper.says("about nothing"), "a note on an attribute that does not exist is printed all the same");
    assert!(paper.says("U+0000, U+202E"), "the report names what it could not print");
}

#[test]
fn facts_from_before_the_sheets_can_still_be_read() {
    let mut json = serde_json::to_value(a_report()).unwrap();
    json["control"].as_object_mut().unwrap().retain(|key, _| key != "audience" && key != "kept_out");
    json["annexes"].as_object_mut().unwrap().remove("photos");
    json["sampling"].as_object_mut().unwrap().remove("rules");
    let old = [
        "reference",
        "population",
        "source",
        "filter",
        "population_size",
        "sample_size",
        "tested",
        "failed",
        "method",
        "random",
        "seed",
        "result",
        "strata",
        "replaced",
    ];
    for sample in json["sampling"]["samples"].as_array_mut().unwrap() {
        sample.as_object_mut().unwrap().retain(|key, _| old.contains(&key.as_str()));
    }
    let facts: AuditReportFacts = serde_json::from_value(json).unwrap();
    assert_eq!(facts.sampling.samples[0].failed, 6);
    assert!(issued(&facts).says("Full copy"));
}
