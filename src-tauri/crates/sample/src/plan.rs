use std::collections::BTreeSet;

use audit::Audit;
use book::{Act, Writing};
use checklist::Question;
use ground::{Id, said};
use population::Population;
use sampling::{Method, Model, Percent};
use schemars::JsonSchema;
use serde::Deserialize;

use crate::{NewAttribute, Sample, SampleError, Stage, StratumPlan, add_attribute, mark::open};

/// The act as history names it.
pub const PLAN: Act = Act::named("sample.plan");
/// The act as history names it.
pub const CHANGE: Act = Act::named("sample.change");

/// A sample as it is first thought of.
#[derive(Debug, Clone, Deserialize, JsonSchema)]
pub struct NewSample {
    /// The records it is drawn from; none where nobody has a list of them.
    pub population: Option<Id<Population>>,
    /// A few words to call it by.
    pub title: String,
    /// How the records are chosen.
    pub method: Method,
    /// The question it answers.
    pub question: Option<Id<Question>>,
    /// What every record is tested for.
    #[serde(default)]
    pub attributes: Vec<NewAttribute>,
    /// Everything else.
    #[serde(flatten)]
    pub told: Told,
}

/// What may be said of a planned sample; what is absent stays.
#[derive(Debug, Clone, Default, Deserialize, JsonSchema)]
pub struct Told {
    /// A few words to call it by.
    #[serde(rename = "called")]
    pub title: Option<String>,
    /// The records it is drawn from; null for none.
    #[serde(default, deserialize_with = "said")]
    pub from: Option<Option<Id<Population>>>,
    /// The questions it answers.
    pub questions: Option<BTreeSet<Id<Question>>>,
    /// What is tested, in words.
    pub tested_for: Option<String>,
    /// How the records are chosen.
    #[serde(rename = "by")]
    pub method: Option<Method>,
    /// What is filtered out before, as a rule; empty for nothing.
    pub filter: Option<String>,
    /// The column whose values are the strata; empty for none.
    pub stratum_column: Option<String>,
    /// The strata and how many of each.
    pub strata: Option<Vec<StratumPlan>>,
    /// The column whose amounts weigh the records; empty for none.
    pub value_column: Option<String>,
    /// Confidence in percent.
    pub confidence: Option<Percent>,
    /// The rate of failures that would still be tolerable, in percent; null takes it back.
    #[serde(default, deserialize_with = "said")]
    pub tolerable: Option<Option<Percent>>,
    /// The rate of failures that is expected, in percent; null takes it back.
    #[serde(default, deserialize_with = "said")]
    pub expected: Option<Option<Percent>>,
    /// How many failures are allowed; null takes it back.
    #[serde(default, deserialize_with = "said")]
    pub allowed: Option<Option<u32>>,
    /// By which model the size is worked out; null takes it back.
    #[serde(default, deserialize_with = "said")]
    pub model: Option<Option<Model>>,
    /// How many are to be drawn.
    pub size: Option<u32>,
    /// Why this size or these records.
    pub rationale: Option<String>,
    /// What chance is to start from.
    pub seed: Option<String>,
    /// Who chose the seed, and how.
    pub seed_from: Option<String>,
}

/// Plans a sample. Nothing is drawn yet.
///
/// # Errors
/// Refuses one without a title, with a population of another audit or one that was withdrawn, with a filter or a column
/// that the population does not have, and while a signed report stands.
pub fn plan(writing: &mut Writing<'_>, wanted: NewSample) -> Result<Sample, SampleError> {
    let audit: Audit = writing.need(writing.binder())?;
    audit.must_be_open()?;
    if let Some(question) = wanted.question
        && writing.get(question)?.is_none()
    {
        return Err(SampleError::OtherAudit);
    }
    let mut number = 0;
    for earlier in writing.all::<Sample>()? {
        number = number.max(audit::number_after(&earlier.reference, "-S-"));
    }
    let sample = Sample {
        id: writing.new_id(),
        reference: format!("{}-S-{:02}{}", audit.reference, number + 1, writing.desk_mark()),
        population: wanted.population,
        title: wanted.title,
        tested_for: String::new(),
        method: wanted.method,
        filter: String::new(),
        stratum_column: String::new(),
        strata: Vec::new(),
        value_column: String::new(),
        confidence: "95".to_owned(),
        tolerable: String::new(),
        expected: String::new(),
        allowed: None,
        model: None,
        size: 0,
        rationale: String::new(),
        seed: String::new(),
        seed_from: String::new(),
        algorithm: String::new(),
        population_size: None,
        duplicates: 0,
        without_value: 0,
        total_value: String::new(),
        interval: String::new(),
        questions: wanted.question.into_iter().collect::<BTreeSet<_>>(),
        drawn_at: None,
        drawn_by: None,
        drawn_by_name: String::new(),
        conclusion: String::new(),
        concluded_at: None,
        concluded_by_name: String::new(),
        withdrawn_reason: String::new(),
        stage: Stage::Planned,
    };
    let sample = apply(writing, sample, wanted.told)?;
    writing.put(&sample)?;
    for attribute in wanted.attributes {
        add_attribute(writing, sample.id, attribute)?;
    }
    Ok(sample)
}

/// Plans a sample differently, as long as nothing is drawn. Title and purpose may still be reworded after the draw.
///
/// # Errors
/// As [`plan`]; also what would change the draw, once it is made.
pub fn change(writing: &mut Writing<'_>, sample: Id<Sample>, told: Told) -> Result<Sample, SampleError> {
    let sample = open(writing, sample)?;
    let sample = apply(writing, sample, told)?;
    writing.put(&sample)?;
    Ok(sample)
}

fn apply(writing: &Writing<'_>, before: Sample, told: Told) -> Result<Sample, SampleError> {
    let mut sample = before.clone();
    let percent = |told: Option<Option<Percent>>, now: String| match told {
        Some(said) => said.map(|percent| percent.to_string()).unwrap_or_default(),
        None => now,
    };
    sample.title = told.title.unwrap_or(sample.title).trim().to_owned();
    sample.population = told.from.unwrap_or(sample.population);
    sample.questions = told.questions.unwrap_or(sample.questions);
    for question in sample.questions.difference(&before.questions) {
        if writing.get(*question)?.is_none() {
            return Err(SampleError::OtherAudit);
        }
    }
    sample.tested_for = told.tested_for.unwrap_or(sample.tested_for);
    sample.rationale = told.rationale.unwrap_or(sample.rationale);
    sample.method = told.method.unwrap_or(sample.method);
    sample.filter = told.filter.unwrap_or(sample.filter);
    sample.stratum_column = told.stratum_column.unwrap_or(sample.stratum_column);
    sample.strata = told.strata.unwrap_or(sample.strata);
    sample.value_column = told.value_column.unwrap_or(sample.value_column);
    sample.confidence = told.confidence.map_or(sample.confidence, |confidence| confidence.to_string());
    sample.tolerable = percent(told.tolerable, sample.tolerable);
    sample.expected = percent(told.expected, sample.expected);
    sample.allowed = told.allowed.map_or(sample.allowed, |allowed| allowed.map(i64::from));
    sample.model = told.model.unwrap_or(sample.model);
    sample.size = told.size.map_or(sample.size, i64::from);
    sample.seed = told.seed.unwrap_or(sample.seed).trim().to_owned();
    sample.seed_from = told.seed_from.unwrap_or(sample.seed_from);
    if sample.title.is_empty() {
        return Err(SampleError::NoTitle);
    }
    match sample.population {
        Some(population) => {
            let population: Population = writing.get(population)?.ok_or(SampleError::NoPopulation)?;
            population.must_count()?;
            // In its canonical form, because that is what the draw's key is made of.
            sample.filter = population.export().canonical(&sample.filter)?;
            for column in [&sample.stratum_column, &sample.value_column] {
                if !column.is_empty() {
                    population.export().named(column)?;
                }
            }
        }
        None if sample.method != Method::Judgement => return Err(SampleError::NoPopulation),
        None => {}
    }
    sample.strata.sort_by(|a, b| a.name.as_bytes().cmp(b.name.as_bytes()));
    if sample.stage() != Stage::Planned && draws_differently(&before, &sample) {
        return Err(SampleError::AlreadyDrawn { reference: sample.reference });
    }
    Ok(sample)
}

/// Whether the two would not draw the same records.
fn draws_differently(a: &Sample, b: &Sample) -> bool {
    let of = |sample: &Sample| {
        (
            sample.population,
            sample.method,
            sample.filter.clone(),
            sample.stratum_column.clone(),
            sample.strata.clone(),
            sample.value_column.clone(),
            sample.size,
            sample.seed.clone(),
        )
    };
    of(a) != of(b)
}
