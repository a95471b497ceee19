//! Planning a sample, drawing it and taking it to its conclusion. What is done on the sheet itself is in `sheet`.

use std::collections::BTreeMap;

use ::audit::Audit;
use ::finding::{Finding, Grade, NewFinding, RAISE, raise};
use ::population::{Gathered, Population, cells_of, gather};
use ::sample::{
    ADD_ITEMS, Attribute, CHANGE, CONCLUDE, DRAW, DrawnItem, EXTEND, Item, NewSample, PLAN, Picked, REOPEN, REPLACE,
    Sample, Stage, StratumPlan, Told, WITHDRAW, WRITE, add_items, change, conclude, draw, extend, items_of, more, pick,
    plan, reopen, replace, samples_of, seen_in, withdraw, write,
};
use ground::{Fault, Id, Problem};
use sampling::{
    Allocation, CurvePoint, FrequencyRow, Method, Model, SiteSizes, SizeAnswer, SizeQuestion, TwoStage, allocate,
    curve, frequency_table, md1_sites, meaning, size, two_stage_from,
};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::audit::OfAudit;
use crate::{
    Desk, Named, Operation,
    operation::operation,
    sampled::{SampleView, found_words, sample_view},
    views::{FindingView, finding_view},
};

pub(super) fn operations() -> Vec<Operation> {
    vec![
        operation("sample.size", "How many records to draw, and what that means.", size_it),
        operation("sample.benchmarks", "How many sites and how many records are usual.", benchmarks),
        operation("sample.strata", "The strata of a population and how many to draw of each.", strata),
        operation("sample.list", "The samples of an audit.", list),
        operation("sample.view", "One sample with its sheet and what it says.", |desk, request: OfSample| {
            let sample = request.sample.sample(desk.book()?.reading())?;
            sample_view(desk, sample)
        }),
        operation("sample.plan", "Plans a sample.", plan_it),
        operation("sample.change", "Plans a sample differently, as long as nothing is drawn.", change_it),
        operation("sample.draw", "Draws a sample; from then on its records are fixed.", draw_it),
        operation("sample.extend", "Draws the next records of the same draw.", extend_it),
        operation("sample.add-records", "Adds chosen records to a sample by judgement.", add_records),
        operation("sample.replace", "Takes a record out that is none of the population, with a reason.", replace_it),
        operation("sample.write", "Writes the conclusion, as it is typed.", |desk, request: Write| {
            act(desk, &request.sample, WRITE, None, |writing, sample| write(writing, sample, request.text))
        }),
        operation(
            "sample.conclude",
            "Concludes a sample; its sheet is fixed from then on.",
            |desk, request: OfSample| act(desk, &request.sample, CONCLUDE, None, conclude),
        ),
        operation("sample.reopen", "Opens a concluded sample again, with a reason.", |desk, request: WithReason| {
            act(desk, &request.sample, REOPEN, Some(&request.reason), reopen)
        }),
        operation(
            "sample.withdraw",
            "Withdraws a sample, with a reason; it stays readable.",
            |desk, request: WithReason| act(desk, &request.sample, WITHDRAW, Some(&request.reason), withdraw),
        ),
        operation("sample.raise", "Writes a finding down from what failed in a sample.", raise_it),
    ]
}

#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct OfSample {
    sample: Named,
}

#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct WithReason {
    sample: Named,
    reason: String,
}

#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct Write {
    sample: Named,
    text: String,
}

/// A size, what it means, and how it compares.
#[derive(Debug, Serialize, JsonSchema)]
struct SizeView {
    #[serde(flatten)]
    answer: SizeAnswer,
    /// What the size means, in words.
    meaning: String,
    /// The size by the binomial model, for comparison.
    binomial: Option<SizeAnswer>,
    /// The chance of accepting, by the true rate.
    curve: Vec<CurvePoint>,
    /// A plan in two stages; absent where failures are allowed from the start.
    two_stage: Option<TwoStage>,
}

fn size_it(_: &mut Desk, request: SizeQuestion) -> Result<SizeView, Problem> {
    let answer = size(&request)?;
    let beside = SizeQuestion { model: Some(Model::Binomial), ..request.clone() };
    let in_two_stages = request.expected.is_none() && request.allowed.unwrap_or(0) == 0;
    Ok(SizeView {
        meaning: meaning(&request, &answer),
        binomial: if answer.model == Model::Binomial { None } else { size(&beside).ok() },
        curve: curve(
            request.confidence,
            request.tolerable,
            request.population,
            answer.sample_size,
            answer.allowed_deviations,
            Some(answer.model),
        )?,
        two_stage: if in_two_stages {
            // As large a first stage as a sample that allows no failure: who sees none is then done.
            let first = answer.sample_size;
            two_stage_from(request.population, request.confidence, request.tolerable, Some(answer.model), first).ok()
        } else {
            None
        },
        answer,
    })
}

#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct Benchmarks {
    /// Sites besides the central function.
    sites: Option<u64>,
}

/// What is usual elsewhere; no rule of the standard.
#[derive(Debug, Serialize, JsonSchema)]
struct BenchmarksView {
    /// How many of those sites a certification body would visit, besides the central function.
    sites: Option<SiteSizes>,
    /// How many records are usual by how often a control runs.
    frequencies: Vec<FrequencyRow>,
}

fn benchmarks(_: &mut Desk, request: Benchmarks) -> Result<BenchmarksView, Problem> {
    Ok(BenchmarksView { sites: request.sites.map(md1_sites), frequencies: frequency_table() })
}

#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct StrataRequest {
    population: Named,
    /// What is filtered out before, as a rule; empty for nothing.
    #[serde(default)]
    filter: String,
    /// The column, or the field it holds.
    column: String,
    /// How many in all.
    size: u64,
    how: How,
    /// The least of each stratum that has as many.
    #[serde(default)]
    minimum: u64,
    /// Own numbers, by stratum.
    #[serde(default)]
    own: BTreeMap<String, u64>,
}

/// How a sample is spread over the strata.
#[derive(Debug, Clone, Copy, Deserialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
enum How {
    Proportional,
    Equal,
    Own,
}

fn strata(desk: &mut Desk, request: StrataRequest) -> Result<Vec<StratumPlan>, Problem> {
    let reading = desk.book()?.reading();
    let population: Population = reading.need(request.population.population(reading)?)?;
    let gathered = gathered(desk, &population, &request.filter, Some(&request.column), None)?;
    let strata = gathered.strata_sizes();
    let how = match request.how {
        How::Proportional => Allocation::Proportional,
        How::Equal => Allocation::Equal,
        How::Own => Allocation::Own(request.own),
    };
    let sizes = allocate(&strata, request.size, &how, request.minimum)?;
    Ok(strata.into_iter().zip(sizes).map(|((name, population), size)| StratumPlan { name, population, size }).collect())
}

/// A sample in a list.
#[derive(Debug, Serialize, JsonSchema)]
struct SampleCard {
    id: Id<Sample>,
    reference: String,
    title: String,
    method: Method,
    random: bool,
    stage: Stage,
    population: Option<Id<Population>>,
    population_title: Option<String>,
    population_size: Option<i64>,
    size: i64,
    /// Cells of the sheet, and those that say something.
    cells: i64,
    filled: i64,
    /// Records that failed.
    failed: i64,
    /// What it says so far, as a sentence.
    sentence: String,
}

fn list(desk: &mut Desk, request: OfAudit) -> Result<Vec<SampleCard>, Problem> {
    let audit = request.audit.audit(desk.book()?.reading())?;
    let samples = samples_of(desk.book()?.reading(), audit)?;
    samples
        .into_iter()
        .map(|sample| {
            let view = sample_view(desk, sample.id)?;
            Ok(SampleCard {
                id: sample.id,
                random: sample.is_random(),
                stage: sample.stage(),
                population: sample.population,
                population_title: view.population_title,
                population_size: sample.population_size,
                size: i64::try_from(view.items.iter().filter(|item| item.item.counts()).count()).unwrap_or_default(),
                cells: view.cells,
                filled: view.filled,
                failed: view.whole.as_ref().map_or(0, |whole| whole.failed),
                sentence: view.whole.map(|whole| whole.sentence).unwrap_or_default(),
                reference: sample.reference,
                title: sample.title,
                method: sample.method,
            })
        })
        .collect()
}

#[derive(Debug, Deserialize, JsonSchema)]
struct PlanRequest {
    audit: Named,
    #[serde(flatten)]
    sample: NewSample,
}

fn plan_it(desk: &mut Desk, request: PlanRequest) -> Result<SampleView, Problem> {
    let author = desk.author()?;
    let audit = request.audit.audit(desk.book()?.reading())?;
    let sample = desk.book_mut()?.act(audit, PLAN, &author, None, |writing| plan(writing, request.sample))?;
    sample_view(desk, sample.id)
}

#[derive(Debug, Deserialize, JsonSchema)]
struct ChangeRequest {
    sample: Named,
    #[serde(flatten)]
    told: Told,
}

fn change_it(desk: &mut Desk, request: ChangeRequest) -> Result<SampleView, Problem> {
    act(desk, &request.sample, CHANGE, None, |writing, sample| change(writing, sample, request.told))
}

/// Everything a draw is a function of, read once.
struct Source {
    population: Population,
    gathered: Gathered,
}

fn source_of(desk: &Desk, sample: &Sample) -> Result<Source, Problem> {
    let reading = desk.book()?.reading();
    let population = sample.population.ok_or(::sample::SampleError::NoPopulation)?;
    let population: Population = reading.need(population)?;
    let stratum = Some(sample.stratum_column.as_str()).filter(|_| sample.method == Method::Stratified);
    let value = Some(sample.value_column.as_str()).filter(|_| sample.method == Method::MonetaryUnit);
    let gathered = gathered(desk, &population, &sample.filter, stratum, value)?;
    Ok(Source { population, gathered })
}

/// The records of a population in the order of the draw: from what is held of it, else from its file.
fn gathered(
    desk: &Desk,
    population: &Population,
    filter: &str,
    stratum: Option<&str>,
    value: Option<&str>,
) -> Result<Gathered, Problem> {
    if let Some(excerpt) = desk.held(population)
        && let Some(gathered) = excerpt.gather(&population.export(), filter, stratum, value)?
    {
        return Ok(gathered);
    }
    Ok(gather(desk.book()?.reading(), population, filter, stratum, value, &desk.effort)?)
}

/// Puts the cells of the drawn rows beside them.
fn with_cells(desk: &Desk, population: &Population, mut drawn: Vec<DrawnItem>) -> Result<Vec<DrawnItem>, Problem> {
    let rows = drawn.iter().map(|item| item.row).collect();
    let reading = desk.book()?.reading();
    let near = match desk.held(population) {
        Some(excerpt) => excerpt.cells_of(reading, population, &rows)?,
        None => None,
    };
    let mut cells = match near {
        Some(cells) => cells,
        None => cells_of(reading, population, &rows, &desk.effort)?,
    };
    for item in &mut drawn {
        item.seen = seen_in(population, cells.remove(&item.row).unwrap_or_default());
    }
    Ok(drawn)
}

#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct DrawRequest {
    sample: Named,
    /// What chance starts from; what was planned where absent.
    seed: Option<String>,
    /// Who chose the seed, and how.
    seed_from: Option<String>,
}

fn draw_it(desk: &mut Desk, request: DrawRequest) -> Result<SampleView, Problem> {
    let reading = desk.book()?.reading();
    let mut sample: Sample = reading.need(request.sample.sample(reading)?)?;
    if let Some(seed) = request.seed {
        seed.trim().clone_into(&mut sample.seed);
    }
    let source = source_of(desk, &sample)?;
    let picked = pick(&sample.design()?, &source.gathered, &source.population.sha256)?;
    let items = with_cells(desk, &source.population, picked.items)?;
    let picked = Picked { items, ..picked };
    act(desk, &request.sample, DRAW, None, |writing, id| {
        draw(writing, id, &sample.seed, request.seed_from.as_deref(), picked)
    })
}

#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct ExtendRequest {
    sample: Named,
    /// How many more; of a stratified sample, spread as before where `strata` says nothing.
    by: u64,
    /// How many more of each stratum.
    #[serde(default)]
    strata: BTreeMap<String, u64>,
}

fn extend_it(desk: &mut Desk, request: ExtendRequest) -> Result<SampleView, Problem> {
    let reading = desk.book()?.reading();
    let sample: Sample = reading.need(request.sample.sample(reading)?)?;
    let source = source_of(desk, &sample)?;
    let items = items_of(reading, sample.id)?;
    let next = more(&sample, &source.gathered, &source.population.sha256, &items, request.by, &request.strata)?;
    let next = with_cells(desk, &source.population, next)?;
    act(desk, &request.sample, EXTEND, None, |writing, id| extend(writing, id, next))
}

#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct AddRecords {
    sample: Named,
    /// The numbers of the records.
    records: Vec<String>,
}

fn add_records(desk: &mut Desk, request: AddRecords) -> Result<SampleView, Problem> {
    let reading = desk.book()?.reading();
    let sample: Sample = reading.need(request.sample.sample(reading)?)?;
    let items = match sample.population {
        None => request.records.iter().map(|record| DrawnItem::named(record)).collect(),
        Some(_) => {
            let source = source_of(desk, &sample)?;
            let chosen = ::sample::chosen(&source.population, &source.gathered, &request.records)?;
            with_cells(desk, &source.population, chosen)?
        }
    };
    let records = sample.population.map(|_| source_of(desk, &sample)).transpose()?.map(|source| source.gathered.len());
    act(desk, &request.sample, ADD_ITEMS, None, |writing, id| add_items(writing, id, items, records))
}

#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct Replace {
    item: Id<Item>,
    /// Why it is none of the population after all.
    reason: String,
}

fn replace_it(desk: &mut Desk, request: Replace) -> Result<SampleView, Problem> {
    let author = desk.author()?;
    let reading = desk.book()?.reading();
    let item: Item = reading.need(request.item)?;
    let sample: Sample = reading.need(item.sample)?;
    let next = match sample.method {
        Method::Random | Method::Stratified => {
            let source = source_of(desk, &sample)?;
            let items = items_of(reading, sample.id)?;
            let of = BTreeMap::from([(item.stratum.clone(), 1)]);
            match more(&sample, &source.gathered, &source.population.sha256, &items, 1, &of) {
                Ok(next) => with_cells(desk, &source.population, next)?.pop(),
                // Every record is drawn already: nothing stands in.
                Err(::sample::SampleError::Exhausted) => None,
                Err(refused) => return Err(refused.into()),
            }
        }
        Method::Systematic | Method::MonetaryUnit | Method::Judgement | Method::All => None,
    };
    let binder = reading.binder_of(sample.id)?;
    desk.book_mut()?
        .act(binder, REPLACE, &author, Some(&request.reason), |writing| replace(writing, request.item, next))?;
    sample_view(desk, sample.id)
}

#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct RaiseRequest {
    sample: Named,
    /// Which kind of failure; every kind together where absent.
    attribute: Option<Id<Attribute>>,
    /// The clauses it is held against; those of the sample's questions where absent.
    #[serde(default)]
    clauses: std::collections::BTreeSet<String>,
    grade: Grade,
    #[serde(default)]
    title: String,
    #[serde(default)]
    requirement: String,
    #[serde(default)]
    statement: String,
    site: Option<Id<organisation::Site>>,
}

fn raise_it(desk: &mut Desk, request: RaiseRequest) -> Result<FindingView, Problem> {
    let author = desk.author()?;
    let id = request.sample.sample(desk.book()?.reading())?;
    let view = sample_view(desk, id)?;
    let found = found_words(desk, &view, request.attribute)?;
    let clauses = if request.clauses.is_empty() { found.clauses } else { request.clauses };
    let wanted = NewFinding {
        question: view.sample.questions.first().copied(),
        clauses,
        grade: request.grade,
        title: if request.title.is_empty() { found.title } else { request.title },
        requirement: request.requirement,
        evidence_words: found.evidence_words,
        statement: request.statement,
        extent: found.extent,
        evidence: found.cited,
        sample: Some(id),
        site: request.site,
    };
    let binder: Id<Audit> = view.audit;
    let finding = desk.book_mut()?.act(binder, RAISE, &author, None, |writing| {
        let mut wanted = wanted;
        // The sheet itself is evidence: a third person finds the records again by it.
        let sheet = ::evidence::capture_words(writing, found.sheet)
            .map_err(|error| Fault::passing_on(ground::Explain::problem(&error)))?;
        wanted.evidence.insert(sheet.id);
        raise(writing, wanted)
    })?;
    let today = desk.today();
    let reading = desk.book()?.reading();
    finding_view(reading, today, reading.need::<Finding>(finding.id)?)
}

/// Acts on a sample and shows it as it stands then.
pub(super) fn act<T, E: Into<Problem> + From<Fault>>(
    desk: &mut Desk,
    sample: &Named,
    name: book::Act,
    reason: Option<&str>,
    verb: impl FnOnce(&mut book::Writing<'_>, Id<Sample>) -> Result<T, E>,
) -> Result<SampleView, Problem> {
    let author = desk.author()?;
    let reading = desk.book()?.reading();
    let id = sample.sample(reading)?;
    let binder = reading.binder_of(id)?;
    desk.book_mut()?.act(binder, name, &author, reason, |writing| verb(writing, id)).map_err(Into::into)?;
    sample_view(desk, id)
}
