//! Sections 10 and 11: what a sample can say, the samples taken, and what follows for the programme.

use super::basis::listed;
use crate::{
    facts::{AuditReportFacts, SampleFacts},
    layout::{Cell, Column, HASH, NOTE, Paper, QUIET, TABLE},
};

/// ISO 19011 clause 6.5.1 asks for this reminder in every report.
const REMINDER: &str = "An audit is a sample of the information available. What was not looked at may hold \
    nonconformities that this report does not name, and the absence of a finding is no proof of conformity.";

pub(super) fn write(paper: &mut Paper<'_>, facts: &AuditReportFacts) {
    paper.section("10 Sampling");
    paper.paragraph(REMINDER);
    paper.paragraph(&facts.sampling.statement);
    if facts.sampling.samples.is_empty() {
        paper.paragraph("Samples with a recorded population: none.");
    }
    let columns = [
        Column::new("Sample", 0.16),
        Column::new("Population", 0.3),
        Column::new("How it was drawn", 0.22),
        Column::new("Size", 0.1),
        Column::new("Result", 0.22),
    ];
    paper.table(&columns, facts.sampling.samples.iter().map(row).collect());
    strata(paper, &facts.sampling.samples);
    if facts.sampling.samples.iter().any(|sample| !sample.random) {
        paper.styled(NOTE, "A result is extended to the population only where chance decided what was drawn.");
    }

    paper.section("11 Implications for the audit programme");
    listed(paper, &facts.implications, "None.");
}

fn row(sample: &SampleFacts) -> Vec<Cell> {
    let quiet = TABLE.in_colour(QUIET);
    let labelled =
        |label: &str, value: &str| if value.is_empty() { String::new() } else { format!("{label}: {value}") };
    let size = sample.population_size.map_or_else(|| "Not counted".to_owned(), |size| format!("{size} records"));
    let population = Cell::plain(&sample.population)
        .and(quiet, size)
        .and(quiet, labelled("Source", &sample.source))
        .and(quiet, labelled("Filter", &sample.filter))
        .and(HASH.in_colour(QUIET), labelled("SHA-256", sample.source_sha256.as_deref().unwrap_or("")));
    let mut drawn = Cell::plain(&sample.method)
        .and(quiet, if sample.random { "Drawn by chance" } else { "Not drawn by chance" })
        .and(quiet, labelled("Seed", &sample.seed));
    for replaced in &sample.replaced {
        drawn = drawn.and(quiet, labelled("Replaced", replaced));
    }
    let result = Cell::default()
        .and(TABLE.bold(), format!("{} of {} tested failed", sample.failed, sample.tested))
        .and(TABLE, &sample.result)
        .and(quiet, labelled("Tested for", &sample.tested_for));
    let size = Cell::plain(format!("{} drawn", sample.sample_size)).and(TABLE, format!("{} tested", sample.tested));
    vec![Cell::bold(&sample.reference), population, drawn, size, result]
}

fn strata(paper: &mut Paper<'_>, samples: &[SampleFacts]) {
    let stratified: Vec<&SampleFacts> = samples.iter().filter(|sample| !sample.strata.is_empty()).collect();
    if stratified.is_empty() {
        return;
    }
    paper.part("Strata");
    let mut rows = Vec::new();
    for sample in stratified {
        for stratum in &sample.strata {
            rows.push(vec![
                Cell::bold(&sample.reference),
                Cell::plain(&stratum.name),
                Cell::plain(stratum.population_size.to_string()),
                Cell::plain(stratum.sample_size.to_string()),
                Cell::plain(format!("{} of {}", stratum.failed, stratum.sample_size)),
            ]);
        }
    }
    let columns = [
        Column::new("Sample", 0.28),
        Column::new("Stratum", 0.24),
        Column::new("Records", 0.16),
        Column::new("Drawn", 0.16),
        Column::new("Failed", 0.16),
    ];
    paper.table(&columns, rows);
}
