use audit::Audit;
use book::Reading;
use evidence::Evidence;
use ground::{Id, Problem};
use population::{Population, RuleTest, populations_of, tests_of};
use report::facts as print;
use sample::{Item, Mark, Sample, samples_of};
use sampling::Method;

use super::Printed;
use crate::{
    sampled::{SampleView, grouped, spoken, view_of},
    work::Work,
    zone::local_time,
};

/// How samples were drawn and what they showed. A withdrawn sample is not printed; its number stays free.
pub(crate) fn sampling(
    reading: Reading<'_>,
    work: &Work,
    zone: &str,
    printed: &Printed,
) -> Result<print::Sampling, Problem> {
    let audit: Id<Audit> = work.audit.id;
    let populations = populations_of(reading, audit)?;
    let mut samples = Vec::new();
    let mut sampled = Vec::new();
    for sample in samples_of(reading, audit)? {
        if !sample.stands() || sample.drawn_at.is_none() {
            continue;
        }
        // The rules of a population stand with the first sample from it.
        let first = sample.population.is_some_and(|population| !sampled.contains(&population));
        sampled.extend(sample.population.filter(|_| first));
        let population = populations.iter().find(|population| Some(population.id) == sample.population);
        samples.push(one(reading, work, printed, zone, sample.id, population, first)?);
    }
    let mut rules = Vec::new();
    for population in populations.iter().filter(|population| population.withdrawn_reason.is_empty()) {
        if !sampled.contains(&population.id) {
            rules.extend(rules_of(reading, population)?);
        }
    }
    Ok(print::Sampling { statement: String::new(), samples, rules })
}

fn rules_of(reading: Reading<'_>, population: &Population) -> Result<Vec<print::RuleTest>, Problem> {
    let rule = |test: RuleTest| print::RuleTest {
        title: test.title,
        population: population.title.clone(),
        rule: if test.filter.is_empty() { test.rule } else { format!("{} (of rows with {})", test.rule, test.filter) },
        rows: test.rows.unsigned_abs(),
        hits: test.hit_count.unsigned_abs(),
        looked_at: test.conclusion,
    };
    Ok(tests_of(reading, population.id)?.into_iter().map(rule).collect())
}

fn one(
    reading: Reading<'_>,
    work: &Work,
    printed: &Printed,
    zone: &str,
    sample: Id<Sample>,
    population: Option<&Population>,
    with_rules: bool,
) -> Result<print::SampleFacts, Problem> {
    let view = view_of(reading, sample)?;
    let sample = &view.sample;
    let whole = view.whole.as_ref();
    let rules = match population.filter(|_| with_rules) {
        Some(population) => rules_of(reading, population)?,
        None => Vec::new(),
    };
    let of = |told: fn(&Population) -> &str| population.map(told).unwrap_or_default().to_owned();
    let count = |number: i64| number.unsigned_abs();
    Ok(print::SampleFacts {
        reference: sample.reference.clone(),
        population: population.map_or_else(|| sample.title.clone(), |population| population.title.clone()),
        source: String::new(),
        tool: of(|population| &population.tool),
        query: of(|population| &population.query),
        supplied_by: of(|population| &population.supplied_by),
        extracted: population.map(|population| extracted(population, zone)).unwrap_or_default(),
        completeness: population.map(completeness).unwrap_or_default(),
        file_name: of(|population| &population.file_name),
        source_sha256: population.map(|population| population.sha256.clone()),
        rows_in_file: population.map(|population| count(population.rows)),
        rows_set_aside: population.map(|population| count(population.set_aside_count)),
        duplicates_left_out: population.map(|_| count(sample.duplicates)),
        rows_in_filter: sample.population_size.filter(|_| !sample.filter.is_empty()).map(count),
        filter: sample.filter.clone(),
        population_size: sample.population_size.map(count),
        sample_size: view.items.iter().filter(|item| item.item.counts()).count() as u64,
        tested: whole.map_or(0, |whole| count(whole.tested)),
        failed: whole.map_or(0, |whole| count(whole.failed)),
        method: spoken(sample.method).to_owned(),
        random: view.random,
        reason: sample.rationale.clone(),
        parameters: parameters(sample),
        algorithm: sample.algorithm.clone(),
        seed: sample.seed.clone(),
        seed_chosen: sample.seed_from.clone(),
        drawn: sample
            .drawn_at
            .map(|at| format!("{}, {}", local_time(zone, at), sample.drawn_by_name))
            .unwrap_or_default(),
        repeat_command: view.redraw.clone().unwrap_or_default(),
        tested_for: sample.tested_for.clone(),
        result: whole.map(|whole| in_short(sample, whole)).unwrap_or_default(),
        conclusion: conclusion(&view),
        bound: whole.map(|whole| whole.bound.clone()).unwrap_or_default(),
        strata: whole.into_iter().flat_map(|whole| &whole.strata).map(stratum).collect(),
        replaced: Vec::new(),
        attributes: view
            .attributes
            .iter()
            .zip(keys())
            .map(|(attribute, key)| print::Attribute { key, name: attribute.name.clone() })
            .collect(),
        items: view.items.iter().map(|item| record(&view, &item.item, work, printed)).collect(),
        rules,
    })
}

fn extracted(population: &Population, zone: &str) -> String {
    let at = population.extracted_at.map(|at| local_time(zone, at)).unwrap_or_default();
    match (at.is_empty(), population.timezone.is_empty()) {
        (false, false) => format!("{at}; moments in the file are in {}", population.timezone),
        (true, false) => format!("moments in the file are in {}", population.timezone),
        _ => at,
    }
}

fn completeness(population: &Population) -> String {
    let counted = population.tool_count.map(|count| {
        let agrees = if count == population.rows { "the same as" } else { "not the same as" };
        format!("The tool showed {}, {agrees} the rows in the file.", grouped(count.unsigned_abs()))
    });
    [counted.unwrap_or_default(), population.completeness.clone()]
        .into_iter()
        .filter(|words| !words.trim().is_empty())
        .collect::<Vec<_>>()
        .join(" ")
}

/// What the size was to show, in words.
fn parameters(sample: &Sample) -> String {
    if !sample.is_random() || sample.tolerable.is_empty() {
        return String::new();
    }
    let allowed = match (sample.expected.is_empty(), sample.allowed) {
        (false, _) => format!(", {} % expected", sample.expected),
        (true, Some(0) | None) => ", no failure allowed".to_owned(),
        (true, Some(1)) => ", 1 failure allowed".to_owned(),
        (true, Some(allowed)) => format!(", {allowed} failures allowed"),
    };
    format!("{} % confidence, {} % tolerable{allowed}", sample.confidence, sample.tolerable)
}

fn in_short(sample: &Sample, whole: &sample::Outcome) -> String {
    let percent = |rate: f64| format!("{:.1} %", rate * 100.0);
    match (sample.method, whole.rate) {
        (Method::Stratified, Some(rate)) => format!("weighted by stratum {}", percent(rate)),
        (Method::Random | Method::Systematic | Method::All, Some(rate)) => percent(rate),
        _ => String::new(),
    }
}

/// What the figures say, and what the auditor wrote.
fn conclusion(view: &SampleView) -> String {
    let said = view.whole.as_ref().map(|whole| whole.sentence.clone()).unwrap_or_default();
    let written = view.sample.conclusion.trim();
    if written.is_empty() || written == said {
        return said;
    }
    if written.contains(&said) { written.to_owned() } else { format!("{said} {written}") }
}

fn stratum(stratum: &sample::StratumOutcome) -> print::Stratum {
    print::Stratum {
        name: if stratum.name.is_empty() { "(empty)".to_owned() } else { stratum.name.clone() },
        population_size: stratum.population,
        sample_size: stratum.drawn,
        tested: Some(stratum.tested),
        failed: stratum.failed,
    }
}

/// A, B, … Z, AA, AB, …
fn keys() -> impl Iterator<Item = String> {
    let letters = || (b'A'..=b'Z').map(char::from);
    letters().map(String::from).chain(letters().flat_map(move |a| letters().map(move |b| format!("{a}{b}"))))
}

fn record(view: &SampleView, item: &Item, work: &Work, printed: &Printed) -> print::SampleItem {
    let stands_in_for = item.replaces.and_then(|replaced| {
        view.items.iter().find(|other| other.item.id == replaced).map(|other| other.item.record_id.clone())
    });
    let mut testers: Vec<&str> = item.tested_by.values().map(String::as_str).collect();
    testers.sort_unstable();
    testers.dedup();
    let reference = |id: Id<Evidence>| {
        let found = work.evidence.iter().find(|evidence| evidence.id == id && !printed.keeps_out(evidence));
        found.map(|evidence| evidence.reference.clone())
    };
    print::SampleItem {
        number: item.place.unsigned_abs(),
        record_id: item.record_id.clone(),
        stratum: item.stratum.clone(),
        facts: item
            .seen
            .iter()
            .filter(|seen| !seen.value.is_empty() && seen.value != item.stratum)
            .take(CELLS_PRINTED)
            .map(|seen| print::RecordFact { label: seen.column.clone(), value: seen.value.clone() })
            .collect(),
        results: view
            .attributes
            .iter()
            .enumerate()
            .filter_map(|(place, attribute)| {
                let mark = item.marks.get(&attribute.id)?;
                Some(print::AttributeResult {
                    attribute: place,
                    result: match mark {
                        Mark::Pass => print::TestResult::Pass,
                        Mark::Fail => print::TestResult::Fail,
                        Mark::NotFound => print::TestResult::NotFound,
                        Mark::NotApplicable => print::TestResult::NotApplicable,
                    },
                    note: item.notes.get(&attribute.id).cloned().unwrap_or_default(),
                    evidence: item.cited_for(attribute.id).filter_map(reference).collect(),
                })
            })
            .collect(),
        replaced: Some(item.replaced_reason.clone()).filter(|reason| !reason.is_empty()),
        stands_in_for,
        note: if item.value.is_empty() {
            String::new()
        } else if item.value_found.is_empty() {
            format!("Value {}", item.value)
        } else {
            format!("Value {}, found {}", item.value, item.value_found)
        },
        tested_by: testers.join(", "),
    }
}

/// Cells of the record that are printed beside its number. The others stand in the population.
const CELLS_PRINTED: usize = 2;
