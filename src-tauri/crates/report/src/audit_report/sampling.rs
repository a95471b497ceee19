//! Sections 10 and 11: what a sample can say, the samples taken and how to draw them again, and what follows for the
//! programme.

use super::{
    basis::listed,
    sample_sheets,
    words::{joined, number, or_not_recorded},
};
use crate::{
    facts::{AuditReportFacts, RuleTest, SampleFacts},
    layout::{ACCENT, BODY, Cell, Column, HASH, MONO, NOTE, Paper, QUIET, Style, TABLE},
};

/// ISO 19011 clause 6.5.1 asks for this reminder in every report.
const REMINDER: &str = "An audit is a sample of the information available. What was not looked at may hold \
    nonconformities that this report does not name, and the absence of a finding is no proof of conformity.";

/// Texts for programs and fingerprints, on the lines of the labels beside them.
const CODE: Style = Style { leading: BODY.leading, ..MONO };
const PRINT: Style = Style { leading: BODY.leading, ..HASH };

pub(super) fn write(paper: &mut Paper<'_>, facts: &AuditReportFacts) {
    let sampling = &facts.sampling;
    paper.section("10 Sampling");
    paper.paragraph(REMINDER);
    paper.paragraph(&sampling.statement);
    if sampling.samples.is_empty() {
        paper.paragraph("Samples with a recorded population: none.");
    }
    let columns = [
        Column::new("Sample", 0.19),
        Column::new("Population", 0.24),
        Column::new("How it was drawn", 0.22),
        Column::new("Size", 0.12),
        Column::new("Result", 0.23),
    ];
    paper.table(&columns, sampling.samples.iter().map(row).collect());
    if sampling.samples.iter().any(|sample| !sample.random) {
        paper.styled(NOTE, "A result is extended to the population only where chance decided what was drawn.");
    }
    if sampling.samples.iter().any(|sample| !sample.items.is_empty()) {
        paper.styled(NOTE, "Annex D lists every record that was drawn, with what each test gave.");
    }
    for sample in &sampling.samples {
        one(paper, sample);
    }
    if !sampling.rules.is_empty() {
        paper.part("Tests by rule of other populations");
        rules(paper, &sampling.rules);
    }

    paper.section("11 Implications for the audit programme");
    listed(paper, &facts.implications, "None.");
}

fn row(sample: &SampleFacts) -> Vec<Cell> {
    let quiet = TABLE.in_colour(QUIET);
    let size =
        sample.population_size.map_or_else(|| "Not counted".to_owned(), |size| format!("{} records", number(size)));
    let chance = if sample.random { "Drawn by chance" } else { "Not drawn by chance" };
    let size_of_sample = Cell::plain(format!("{} drawn", number(sample.sample_size)))
        .and(TABLE, format!("{} tested", number(sample.tested)));
    let result = Cell::default().and(TABLE.bold(), tally(sample)).and(TABLE, &sample.result);
    vec![
        Cell::bold(&sample.reference),
        Cell::plain(&sample.population).and(quiet, size),
        Cell::plain(&sample.method).and(quiet, chance),
        size_of_sample,
        result,
    ]
}

/// `6 of 40 tested failed`.
fn tally(sample: &SampleFacts) -> String {
    format!("{} of {} tested failed", number(sample.failed), number(sample.tested))
}

/// One sample with all that is needed to judge it and to draw it again.
fn one(paper: &mut Paper<'_>, sample: &SampleFacts) {
    paper.part(&joined(&[sample.reference.as_str(), &sample.population], "  "));
    if sample.conclusion.is_empty() {
        paper.styled(BODY.bold(), &format!("{}.", tally(sample)));
    } else {
        paper.styled(BODY.bold(), &sample.conclusion);
    }
    // Without chance there is nothing to extend, whatever was worked out.
    if sample.random {
        paper.styled(NOTE, &sample.bound);
    }
    paper.gap(8.0);
    paper.ledger_of_cells(0.2, about(sample));
    strata(paper, sample);
    if !sample.rules.is_empty() {
        paper.caption("Every row of the population, tested by rule");
        rules(paper, &sample.rules);
    }
    if !sample.repeat_command.is_empty() {
        paper.card(ACCENT, |paper| {
            paper.caption("How to repeat the draw");
            paper.styled(NOTE, "With the same file this command draws the same records in the same order.");
            paper.styled(MONO, &sample.repeat_command);
        });
    }
}

/// What is known about a sample, label by label. What is empty is left out.
fn about(sample: &SampleFacts) -> Vec<(&'static str, Cell)> {
    let plain = |text: &str| Cell::default().and(BODY, text);
    let code = |text: &str| Cell::default().and(CODE, text);
    let quiet = BODY.in_colour(QUIET);
    let fingerprint = sample.source_sha256.as_deref().map(|hash| format!("SHA-256 {hash}")).unwrap_or_default();
    let filter = if sample.filter.is_empty() && !sample.file_name.is_empty() {
        plain("None: every row counts.")
    } else {
        code(&sample.filter)
    };
    let replaced = sample_sheets::replaced(sample);
    let mut tested_for = plain(&sample.tested_for);
    for attribute in &sample.attributes {
        tested_for = tested_for.and(BODY, joined(&[attribute.key.as_str(), &attribute.name], "  "));
    }
    let rows = [
        ("Source", plain(&sample.source)),
        ("Tool", plain(&sample.tool)),
        ("Query", code(&sample.query)),
        ("Supplied by", plain(&sample.supplied_by)),
        ("Taken out", plain(&sample.extracted)),
        ("Completeness", plain(&sample.completeness)),
        ("File", plain(&sample.file_name).and(PRINT.in_colour(QUIET), fingerprint)),
        ("Rows", plain(&rows_in_words(sample))),
        ("Filter", filter),
        ("Method", plain(&sample.method).and(quiet, &sample.reason)),
        ("Parameters", plain(&sample.parameters)),
        ("Seed", code(&sample.seed).and(quiet, &sample.seed_chosen)),
        ("Algorithm", code(&sample.algorithm)),
        ("Drawn", plain(&sample.drawn)),
        ("Replaced", replaced.iter().fold(Cell::default(), |cell, one| cell.and(BODY, one))),
        ("Tested for", tested_for),
    ];
    rows.into_iter().filter(|(_, cell)| !cell.is_empty()).collect()
}

/// `4,829 in the file, 2 set aside, 15 duplicates left out, 4,812 in the filter`.
fn rows_in_words(sample: &SampleFacts) -> String {
    let counts = [
        (sample.rows_in_file, "in the file"),
        (sample.rows_set_aside, "set aside because they could not be read"),
        (sample.duplicates_left_out, "duplicates left out"),
        (sample.rows_in_filter, "in the filter"),
    ];
    let said: Vec<String> =
        counts.iter().filter_map(|(count, what)| Some(format!("{} {what}", number((*count)?)))).collect();
    said.join(", ")
}

fn strata(paper: &mut Paper<'_>, sample: &SampleFacts) {
    let rows = sample.strata.iter().map(|stratum| {
        let tested = stratum.tested.unwrap_or(stratum.sample_size);
        vec![
            Cell::bold(&stratum.name),
            Cell::plain(number(stratum.population_size)),
            Cell::plain(number(stratum.sample_size)),
            Cell::plain(format!("{} of {}", number(stratum.failed), number(tested))),
        ]
    });
    let columns = [
        Column::new("Stratum", 0.4),
        Column::new("Records", 0.2),
        Column::new("Drawn", 0.2),
        Column::new("Failed", 0.2),
    ];
    paper.table(&columns, rows.collect());
}

fn rules(paper: &mut Paper<'_>, tests: &[RuleTest]) {
    let rows = tests.iter().map(|test| {
        vec![
            Cell::bold(&test.title).and(TABLE.in_colour(QUIET), &test.population),
            Cell::default().and(MONO, &test.rule),
            Cell::plain(number(test.rows)),
            Cell::plain(number(test.hits)),
            Cell::plain(if test.hits > 0 { or_not_recorded(&test.looked_at) } else { &test.looked_at }),
        ]
    });
    let columns = [
        Column::new("Test", 0.23),
        Column::new("Rule", 0.34),
        Column::new("Rows", 0.09),
        Column::new("Hits", 0.08),
        Column::new("Looked at", 0.26),
    ];
    paper.table(&columns, rows.collect());
    paper.styled(NOTE, "A hit is a record to look at, not a verdict.");
}
