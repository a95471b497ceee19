//! What the printed report says, read back from the file.
#![allow(clippy::unwrap_used, reason = "this is a test")]

mod fjordlicht;
mod reading;

use fjordlicht::{a_report, checklist, many_findings};
use ground::Explain;
use reading::{Read, read};
use report::{
    AuditReportFacts, Printing, ReportError, audit_report,
    facts::{Audience, CoverageResult, Grade, KeptOut, Picture},
};

fn issued(facts: &AuditReportFacts) -> Read {
    read(&audit_report(facts, Printing::Issue).unwrap())
}

#[test]
fn every_part_that_a_report_must_have_is_printed() {
    let paper = issued(&a_report());
    let must = [
        // the control block
        "IA-2026-01-R",
        "27 Feb 2026",
        "Revision 0 named the wrong site for NC-02.",
        "IA-2026-01-R revision 0 of 20 Feb 2026",
        "for workplace, hosting, backup and network services delivered from Aarhus and Gdansk.",
        "Confidential",
        "Pass it on only with the consent of the audit client.",
        "Mateusz Wrona (head of operations Gdansk)",
        "27 Feb 2026, 14:30 (Europe/Copenhagen, UTC+01:00)",
        // client, objectives, scope, criteria
        "Ingrid Solberg, CEO",
        "Determine whether service reports lead to decisions.",
        "1 Jan 2025 to 31 Dec 2025",
        "8.6.2 Service request management",
        "GDN Gdansk Operations centre 24/7 remote 7.6, 8.6.1, 8.6.3",
        "ISO/IEC 20000-1:2018 with Amd 1:2024",
        "SMS-01 SMS handbook, v5.2, 3 Nov 2025",
        // people, dates, methods
        "Daniel Okafor Auditor External consultant 7.6, 8.6.3; Gdansk",
        "No member of the team owns, performs, manages or designed what they audited in the period.",
        "Karen Holt, 20 Jan 2026",
        "Eleven months have passed and no other auditor knows the tool.",
        "Sofie Lund Service desk manager, Aarhus",
        "remote, screen sharing",
        // course, coverage
        "Observation of two hours at the service desk",
        "the shift handover was not observed.",
        "It takes place at 22:00 and could not be followed by video.",
        "The problem manager was ill on both days.",
        "Planned clauses: 1 of 5 conforming, 1 of 5 conforming, with remarks, 1 of 5 nonconforming, 1 of 5 no instance, 1 of 5 not assessed.",
        // conclusions
        "they are handled with skill and then forgotten.",
        "The criteria are met in the clauses looked at",
        "In part. Problem management could not be assessed.",
        // findings
        "Priority is not set from impact and urgency in all cases.",
        "SMS handbook v5.2, section 8.6: The priority of an incident follows from its impact",
        "INC0040012, INC0040877, INC0041930, INC0042204, INC0043718, INC0044981.",
        "IA-2025-01-NC-04: same requirement, other site",
        "We agree. The form lets the agent overwrite the value & nobody looks at it <yet>.",
        "CAR-2026-002, owner Mateusz Wrona, due 31 Aug 2026, first due 15 Jun 2026 (implemented, cycle 2)",
        "Review dates for desk articles would help the agents to trust them.",
        "tested by new joiners in their first week.",
        "The record was shown in the closing meeting.",
        // opinions, follow-up
        "Both deployments were covered by the template for standard changes \"T-17\"",
        "Both deployments touched the database tier.",
        "Containment for major incidents Mateusz Wrona 20 Feb 2026",
        "Six reports of 2025 looked at",
        // sampling
        "An audit is a sample of the information available.",
        "IA-2026-01/2026-02-09",
        "6 of 40; 17.0 % weighted by stratum",
        "P3 1,904 14 3 of 14",
        "Observe the shift handover at Gdansk in IA-2026-02.",
        // annexes
        "Note 16: forty records were opened together",
        "4e07408562bedb8b60ce05c1decfe3ad16b72230967de01f640b7e4729b49fce",
        "Closing meeting 12 Feb 2026 Karen Holt Auditee in the room",
        "Acknowledges receipt. This is not agreement with every finding.",
    ];
    let missing: Vec<&str> = must.into_iter().filter(|words| !paper.says(words)).collect();
    assert!(missing.is_empty(), "not on paper: {missing:#?}");
}

#[test]
fn what_is_empty_is_said_to_be_none() {
    let mut facts = a_report();
    facts.findings.clear();
    facts.diverging_opinions.clear();
    facts.not_covered.clear();
    facts.coverage.retain(|line| line.result == CoverageResult::Conforming);
    facts.independence.accepted_conflicts.clear();
    facts.course.obstacles.clear();
    facts.earlier_findings.clear();
    facts.sampling.samples.clear();
    facts.audit_client.clear();
    let paper = issued(&facts);
    for words in [
        "Unresolved diverging opinions None.",
        "What was not covered, and why None.",
        "Accepted conflicts of interest: none.",
        "Obstacles None.",
        "is not in doubt. None were raised.",
        "An audit is a sample",
        "Audit client Not recorded.",
    ] {
        assert!(paper.says(words), "not on paper: {words}");
    }
}

#[test]
fn a_clause_that_was_not_assessed_is_named_even_where_nobody_recorded_it() {
    let mut facts = a_report();
    facts.not_covered.clear();
    facts.coverage[1].answered = 1;
    let paper = issued(&facts);
    assert!(paper.says("Clause 8.6.3 Problem management The problem manager was ill on both days."));
    assert!(paper.says("Part of clause 8.6.1 Incident management: 3 questions were not answered, of 4"));
    assert!(paper.says("2 parts of the scope were not covered."), "the summary counts the same list");
}

#[test]
fn the_summary_stays_on_one_page() {
    let mut facts = a_report();
    facts.findings = many_findings(30);
    let paper = issued(&facts);
    let summary = paper.pages.iter().position(|page| page.contains("questions answered")).unwrap();
    assert!(paper.pages[summary].contains("Nonconformities Finding Grade"), "the list is on the summary's page");
    assert!(paper.pages[summary + 1].contains("1 Objectives"), "and the next page is the next section");
    assert!(paper.says("Section 6 has"), "what is left out is counted");
}

#[test]
fn a_draft_and_a_demo_say_so_on_every_page() {
    let draft = read(&audit_report(&a_report(), Printing::Draft).unwrap());
    for (number, page) in draft.pages.iter().enumerate() {
        assert!(page.contains("DRAFT") && page.contains("DEMO"), "page {} does not say what it is", number + 1);
    }
    let mut real = a_report();
    real.demo = false;
    let issue = issued(&real);
    assert!(!issue.whole.contains("DRAFT") && !issue.whole.contains("DEMO"), "an issued report is neither");
}

#[test]
fn a_copy_says_for_whom_it_is_and_how_much_it_leaves_out() {
    let mut facts = a_report();
    assert!(issued(&facts).says("Copy Full copy Distribution"));
    facts.control.audience = Audience::Auditee;
    facts.control.kept_out = KeptOut { evidence: 3, notes: 1 };
    let paper = issued(&facts);
    assert!(paper.says(
        "Auditee's copy: without confidential evidence and internal notes 3 pieces of evidence and 1 note are kept out of this copy."
    ));
    assert!(paper.says("Annex E Evidence index 3 pieces of evidence are kept out of this copy."));
    assert!(paper.says("Annex C Checklist with answers 1 note is kept out of this copy."));
    for (number, page) in paper.pages.iter().enumerate() {
        assert!(page.contains("Auditee's copy"), "page {} could be taken for the full copy", number + 1);
    }
    facts.annexes.evidence.clear();
    assert!(issued(&facts).says("3 pieces of evidence are kept out of this copy. No evidence was recorded."));
}

#[test]
fn every_page_counts_itself_and_names_the_report() {
    let paper = issued(&a_report());
    let count = paper.pages.len();
    for (number, page) in paper.pages.iter().enumerate() {
        assert!(page.contains(&format!("Page {} of {count}", number + 1)), "page {} of {count}", number + 1);
        assert!(page.contains("IA-2026-01-R rev 1"), "page {} names the report", number + 1);
    }
}

#[test]
fn the_same_facts_print_the_same_bytes() {
    let once = audit_report(&a_report(), Printing::Issue).unwrap();
    std::thread::sleep(std::time::Duration::from_millis(1100));
    let again = audit_report(&a_report(), Printing::Issue).unwrap();
    assert!(once == again, "a clock or a chance order got into the file");
    let mut other = a_report();
    other.control.audit_title.push('!');
    assert!(once != audit_report(&other, Printing::Issue).unwrap(), "other facts, other bytes");
}

#[test]
fn greek_and_cyrillic_can_be_read_back() {
    let paper = issued(&a_report());
    for words in [
        "Τα τρία περιστατικά έκλεισαν εκτός ωραρίου.",
        "Звіти не складено через брак часу.",
        "Наталя Шевченко",
        "Ελένη Παππά",
    ] {
        assert!(paper.says(words), "not on paper: {words}");
    }
}

#[test]
fn the_words_of_the_organisation_stand_for_its_grades() {
    let mut facts = a_report();
    facts.grade_labels.insert(Grade::MajorNonconformity, "Hauptabweichung".to_owned());
    let paper = issued(&facts);
    assert!(paper.says("◆ Hauptabweichung IA-2026-01-NC-02"));
    assert!(!paper.says("Major nonconformity"), "the usual word is not used beside it");
    let attached: AuditReportFacts = serde_json::from_slice(&paper.attached).unwrap();
    assert_eq!(attached.grade_labels, facts.grade_labels);
}

#[test]
fn a_long_table_repeats_its_header_on_every_page() {
    let mut facts = a_report();
    facts.annexes.checklist = checklist(60);
    let paper = issued(&facts);
    let with_answers: Vec<&String> = paper.pages.iter().filter(|page| page.contains("See: E-003")).collect();
    assert!(with_answers.len() > 3, "the checklist fills several pages");
    for page in with_answers {
        assert!(page.contains("No. Question Answer Notes"), "a page of answers lacks the header:\n{page}");
    }
}

#[test]
fn a_note_of_ten_thousand_words_is_printed_whole() {
    let mut facts = a_report();
    let words: Vec<String> = (0..10_000).map(|number| format!("word{number:05}")).collect();
    facts.annexes.checklist[0].notes = words.join(" ");
    facts.findings[0].extent = words.join(" ");
    let paper = issued(&facts);
    let numbered: Vec<&str> =
        paper.whole.split(' ').filter(|word| word.len() == 9 && word.starts_with("word")).collect();
    assert_eq!(numbered.len(), 20_000, "once in the finding, once in the checklist");
    assert!(numbered[..10_000] == words && numbered[10_000..] == words, "all of them, in their order");
}

#[test]
fn hostile_text_is_shown_and_never_dropped() {
    let mut facts = a_report();
    facts.annexes.checklist[0].notes = "a\u{0}b\u{7}c\u{1b}[31md\u{202e}gnirts\u{200b}e\u{5d0}\u{1f600}f".to_owned();
    facts.findings[0].title = "T\r\nwo\tlines".to_owned();
    facts.control.audit_title = "x".repeat(3000);
    facts.control.classification = "long ".repeat(300);
    facts.signatories.lead.name = "Anna ".repeat(200);
    facts.findings[0].comment_by = "Bob ".repeat(300);
    let paper = issued(&facts);
    let stand_in = '\u{fffd}';
    let shown = format!("a{stand_in}b{stand_in}c{stand_in}[31md{stand_in}gnirts{stand_in}e{stand_in}{stand_in}f");
    assert!(paper.says(&shown), "each unprintable sign has its stand-in");
    assert!(
        paper.says("U+0000, U+0007, U+001B, U+05D0, U+200B, U+202E, U+1F600"),
        "the report names what it could not print"
    );
    assert!(paper.whole.matches("Bob").count() >= 300, "a long name is not cut");
    let attached: AuditReportFacts = serde_json::from_slice(&paper.attached).unwrap();
    facts.annexes.photos.iter_mut().for_each(|photo| photo.picture = Picture::default());
    assert!(attached == facts, "the attached facts hold every sign unchanged");
}

#[test]
fn a_million_letters_without_a_space_are_all_printed() {
    let mut facts = a_report();
    let before = issued(&facts).whole.matches('ж').count();
    facts.annexes.checklist[0].notes = "ж".repeat(1_000_000);
    let paper = issued(&facts);
    assert_eq!(paper.whole.matches('ж').count() - before, 1_000_000);
}

#[test]
fn a_large_report_is_small_and_quick() {
    let mut facts = a_report();
    facts.annexes.checklist = checklist(171);
    facts.findings = many_findings(40);
    let started = std::time::Instant::now();
    let bytes = audit_report(&facts, Printing::Issue).unwrap();
    let took = started.elapsed();
    eprintln!("{} bytes in {took:?}", bytes.len());
    assert!(bytes.len() < 2_000_000, "{} bytes", bytes.len());
    assert!(took.as_secs() < 10, "{took:?}, unoptimised and beside other tests");
}

#[test]
fn an_issued_report_has_a_day_and_a_change_note() {
    let mut facts = a_report();
    facts.control.issued_on = None;
    assert_eq!(refused(&facts).code(), "report.no-day-of-issue");
    let mut facts = a_report();
    facts.control.change_note = Some("  ".into());
    assert_eq!(refused(&facts).code(), "report.no-change-note");
}

#[test]
fn a_nonconformity_without_evidence_is_not_issued_but_can_be_drafted() {
    let mut facts = a_report();
    facts.findings[1].evidence.clear();
    facts.findings[1].evidence_words.clear();
    let refusal = refused(&facts);
    assert_eq!(refusal.code(), "report.incomplete-nonconformity");
    assert!(refusal.to_string().contains("IA-2026-01-NC-02"), "{refusal}");
    assert!(refusal.remedy().starts_with("Add"), "{}", refusal.remedy());
    assert!(read(&audit_report(&facts, Printing::Draft).unwrap()).says("Evidence Not recorded."));
}

fn refused(facts: &AuditReportFacts) -> ReportError {
    audit_report(facts, Printing::Issue).unwrap_err()
}
