use std::{collections::BTreeMap, fs::File, path::PathBuf};

use ::audit::Audit;
use ::population::{
    Arrival, BRING_IN, DESCRIBE, Description, KEEP_TEST, Look, Pages, Population, Proposal, Ran, Ready, RuleTest,
    WITHDRAW, WRITE_TEST, Wanted, bring_in_with_excerpt, canonical, describe, keep_test, look_at, pack, page_of,
    populations_of, propose, ready_tests, remembered, run_rule, tests_of, withdraw, write_test,
};
use ::sample::Sample;
use book::params;
use ground::{Day, Id, Problem};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use table::{Corrections, Recognised};

use super::audit::OfAudit;
use crate::{Desk, DeskError, Named, Operation, operation::operation};

pub(super) fn operations() -> Vec<Operation> {
    vec![
        operation("population.recognise", "How a file would be read as a table, and what its columns mean.", recognise),
        operation("population.bring-in", "Freezes a file as a population.", bring),
        operation("population.list", "The populations of an audit.", list),
        operation("population.view", "One population with its tests.", |desk, request: OfPopulation| {
            let population = request.population.population(desk.book()?.reading())?;
            one(desk, population)
        }),
        operation("population.describe", "Says more precisely where a population comes from.", describe_it),
        operation("population.withdraw", "Withdraws a population, with a reason; it stays readable.", withdraw_it),
        operation("population.rows", "Rows of a population, filtered.", rows),
        operation("population.look", "Counts, dates, gaps and duplicates of a population.", look),
        operation("population.check-rule", "A rule in its canonical form, or what is wrong with it.", check_rule),
        operation("population.run-rule", "Holds a rule against every row.", run),
        operation("population.keep-test", "Keeps what a rule found as part of the working paper.", keep),
        operation("population.write-test", "Writes what came of looking at the hits, as it is typed.", write),
    ]
}

#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct OfPopulation {
    pub population: Named,
}

#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct Recognise {
    path: PathBuf,
    /// What is to be read otherwise than it was recognised.
    #[serde(default)]
    corrections: Corrections,
    /// What one row is, such as `incident`.
    #[serde(default)]
    record_type: String,
}

/// A file as it would be read.
#[derive(Debug, Serialize, JsonSchema)]
struct RecognisedView {
    #[serde(flatten)]
    recognised: Recognised,
    file_name: String,
    size_bytes: u64,
    /// What the columns mean.
    proposal: Proposal,
    /// The population with the same columns from which the meaning was taken over.
    remembered_from: Option<String>,
    /// How the remembered file was read where it matters: kinds of columns and forms of moments.
    forms: Vec<&'static str>,
}

fn recognise(desk: &mut Desk, request: Recognise) -> Result<RecognisedView, Problem> {
    let unreadable = |error: std::io::Error| DeskError::Unreadable {
        path: request.path.to_string_lossy().into_owned(),
        reason: error.to_string(),
    };
    let mut file = File::open(&request.path).map_err(unreadable)?;
    let size_bytes = file.metadata().map_err(unreadable)?.len();
    let file_name = request.path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    let recognised = table::recognise(&mut file, &file_name, &request.corrections)?;
    let mut proposal = propose(&recognised.shape.columns, &request.record_type);
    let earlier = match desk.book() {
        Ok(book) => remembered(book.reading(), &recognised.shape)?,
        // Recognising needs no workspace.
        Err(_) => None,
    };
    let remembered_from = earlier.map(|earlier| {
        proposal.mapping = earlier.mapping;
        proposal.tool = Some(earlier.tool).filter(|tool| !tool.is_empty()).or(proposal.tool.take());
        earlier.reference
    });
    Ok(RecognisedView { recognised, file_name, size_bytes, proposal, remembered_from, forms: table::forms().to_vec() })
}

#[derive(Debug, Deserialize, JsonSchema)]
struct BringIn {
    audit: Named,
    path: PathBuf,
    #[serde(flatten)]
    told: Arrival,
}

fn bring(desk: &mut Desk, request: BringIn) -> Result<PopulationView, Problem> {
    let author = desk.author()?;
    let effort = desk.effort.clone();
    let audit = request.audit.audit(desk.book()?.reading())?;
    let (population, excerpt) = desk.book_mut()?.act(audit, BRING_IN, &author, None, |writing| {
        bring_in_with_excerpt(writing, &request.path, request.told, &effort)
    })?;
    desk.hold(excerpt);
    one(desk, population.id)
}

/// A population and what rests on it.
#[derive(Debug, Serialize, JsonSchema)]
pub(super) struct PopulationView {
    #[serde(flatten)]
    population: Population,
    /// The audit.
    audit: Id<Audit>,
    /// Records from which samples are drawn when nothing is filtered out.
    records: i64,
    /// Whether the file holds as many rows as the tool showed; absent where nobody wrote down what it showed.
    count_agrees: Option<bool>,
    /// What one record is called, and several.
    noun: String,
    nouns: String,
    /// The samples drawn from it, by reference.
    samples: Vec<String>,
    /// The rules held against it that are part of the working paper.
    tests: Vec<RuleTest>,
    /// The rules that fit records of this sort.
    ready: Ready,
    /// The columns by which such records are usually stratified, as far as the file has them.
    stratify_by: Vec<String>,
    /// Whether a signed report stands that it must not contradict.
    locked: bool,
}

fn one(desk: &Desk, population: Id<Population>) -> Result<PopulationView, Problem> {
    let reading = desk.book()?.reading();
    let population: Population = reading.need(population)?;
    let samples: Vec<Sample> = reading.records(
        "WHERE population = ?1 AND stage <> 'withdrawn' ORDER BY reference",
        params![population.id.to_string()],
    )?;
    let pack = pack(&population.record_type);
    let audit: Audit = reading.need(reading.binder_of(population.id)?.of())?;
    let period = audit.period_from.zip(audit.period_to);
    Ok(PopulationView {
        audit: audit.id,
        locked: audit.is_locked(),
        records: population.records(),
        count_agrees: population.tool_count.map(|count| count == population.rows),
        noun: pack.map_or_else(|| "record".to_owned(), |pack| pack.singular.clone()),
        nouns: pack.map_or_else(|| "records".to_owned(), |pack| pack.plural.clone()),
        samples: samples.into_iter().map(|sample| sample.reference).collect(),
        tests: tests_of(reading, population.id)?,
        ready: ready_tests(&population.record_type, population.mapping.keys().map(String::as_str), period),
        stratify_by: pack
            .into_iter()
            .flat_map(|pack| &pack.stratify_by)
            .filter_map(|by| population.mapping.get(by.field.as_deref()?).cloned())
            .collect(),
        population,
    })
}

fn list(desk: &mut Desk, request: OfAudit) -> Result<Vec<PopulationView>, Problem> {
    let reading = desk.book()?.reading();
    let audit = request.audit.audit(reading)?;
    populations_of(reading, audit)?.into_iter().map(|population| one(desk, population.id)).collect()
}

#[derive(Debug, Deserialize, JsonSchema)]
struct Describe {
    population: Named,
    #[serde(flatten)]
    told: Description,
}

fn describe_it(desk: &mut Desk, request: Describe) -> Result<PopulationView, Problem> {
    let author = desk.author()?;
    let reading = desk.book()?.reading();
    let id = request.population.population(reading)?;
    let binder = reading.binder_of(id)?;
    desk.book_mut()?.act(binder, DESCRIBE, &author, None, |writing| describe(writing, id, request.told))?;
    one(desk, id)
}

#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct Withdraw {
    population: Named,
    reason: String,
}

fn withdraw_it(desk: &mut Desk, request: Withdraw) -> Result<PopulationView, Problem> {
    let author = desk.author()?;
    let reading = desk.book()?.reading();
    let id = request.population.population(reading)?;
    let binder = reading.binder_of(id)?;
    let used_by = one(desk, id)?.samples.into_iter().next();
    desk.book_mut()?
        .act(binder, WITHDRAW, &author, Some(&request.reason), |writing| withdraw(writing, id, used_by.as_deref()))?;
    one(desk, id)
}

#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct Rows {
    population: Named,
    /// What is filtered out before, as a rule; empty for nothing.
    #[serde(default)]
    filter: String,
    /// How many matching rows to pass over.
    #[serde(default)]
    from: u64,
    /// How many to give, at most 500.
    #[serde(default)]
    limit: u64,
    /// Only rows one of whose cells holds these words.
    #[serde(default)]
    holding: String,
}

fn rows(desk: &mut Desk, request: Rows) -> Result<Pages, Problem> {
    let reading = desk.book()?.reading();
    let population = reading.need(request.population.population(reading)?)?;
    let wanted = Wanted {
        filter: request.filter,
        holding: request.holding,
        from: request.from,
        limit: if request.limit == 0 { 100 } else { request.limit.min(500) },
    };
    Ok(page_of(reading, &population, &wanted, &desk.effort)?)
}

#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct LookRequest {
    population: Named,
    /// What is filtered out before, as a rule; empty for nothing.
    #[serde(default)]
    filter: String,
    /// Columns whose values are counted; those with a meaning where absent.
    count: Option<Vec<String>>,
}

fn look(desk: &mut Desk, request: LookRequest) -> Result<Look, Problem> {
    let reading = desk.book()?.reading();
    let population = reading.need(request.population.population(reading)?)?;
    let audit: Audit = reading.need(reading.binder_of(population.id)?.of())?;
    let period: Option<(Day, Day)> = audit.period_from.zip(audit.period_to);
    if let Some(excerpt) = desk.held(&population)
        && let Some(look) = excerpt.look(&population, &request.filter, request.count.as_deref(), period)?
    {
        return Ok(look);
    }
    Ok(look_at(reading, &population, &request.filter, request.count.as_deref(), period, &desk.effort)?)
}

#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct RuleRequest {
    population: Named,
    rule: String,
    /// What is filtered out before, as a rule; empty for nothing.
    #[serde(default)]
    filter: String,
}

/// A rule that can be read.
#[derive(Debug, Serialize, JsonSchema)]
struct RuleView {
    /// In its canonical form.
    rule: String,
}

fn check_rule(desk: &mut Desk, request: RuleRequest) -> Result<RuleView, Problem> {
    let reading = desk.book()?.reading();
    let population: Population = reading.need(request.population.population(reading)?)?;
    Ok(RuleView { rule: canonical(&population, &request.rule)? })
}

/// What a rule found.
#[derive(Debug, Serialize, JsonSchema)]
struct RanView {
    #[serde(flatten)]
    ran: Ran,
    /// The columns of `hits`.
    columns: Vec<String>,
    /// The cells of the first hits, by row.
    cells: BTreeMap<u64, Vec<String>>,
}

fn run(desk: &mut Desk, request: RuleRequest) -> Result<RanView, Problem> {
    let reading = desk.book()?.reading();
    let population: Population = reading.need(request.population.population(reading)?)?;
    let ran = run_rule(reading, &population, &request.rule, &request.filter, &desk.effort)?;
    let rows = ran.hits.iter().map(|hit| hit.row).collect();
    let cells = ::population::cells_of(reading, &population, &rows, &desk.effort)?;
    Ok(RanView { columns: population.shape.columns.iter().map(|column| column.name.clone()).collect(), cells, ran })
}

#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct Keep {
    population: Named,
    title: String,
    rule: String,
    /// What is filtered out before, as a rule; empty for nothing.
    #[serde(default)]
    filter: String,
}

fn keep(desk: &mut Desk, request: Keep) -> Result<PopulationView, Problem> {
    let author = desk.author()?;
    let reading = desk.book()?.reading();
    let population: Population = reading.need(request.population.population(reading)?)?;
    let ran = run_rule(reading, &population, &request.rule, &request.filter, &desk.effort)?;
    let binder = reading.binder_of(population.id)?;
    desk.book_mut()?
        .act(binder, KEEP_TEST, &author, None, |writing| keep_test(writing, population.id, &request.title, ran))?;
    one(desk, population.id)
}

#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct WriteRequest {
    test: Id<RuleTest>,
    text: String,
}

fn write(desk: &mut Desk, request: WriteRequest) -> Result<RuleTest, Problem> {
    let author = desk.author()?;
    let binder = desk.book()?.reading().binder_of(request.test)?;
    Ok(desk
        .book_mut()?
        .act(binder, WRITE_TEST, &author, None, |writing| write_test(writing, request.test, request.text))?)
}
