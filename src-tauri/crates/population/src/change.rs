use audit::Audit;
use book::{Act, Writing};
use ground::{Id, Instant, said};
use schemars::JsonSchema;
use serde::Deserialize;

use crate::{Population, PopulationError};

/// The act as history names it.
pub const DESCRIBE: Act = Act::named("population.describe");
/// The act as history names it.
pub const WITHDRAW: Act = Act::named("population.withdraw");

/// What may be said differently of a population; what is absent stays. The bytes, how they are read and what the
/// columns mean are not among it.
#[derive(Debug, Clone, Default, Deserialize, JsonSchema)]
pub struct Description {
    /// The records and their period.
    pub title: Option<String>,
    /// The tool it was exported from.
    pub tool: Option<String>,
    /// The query, view or report that was exported.
    pub query: Option<String>,
    /// Who supplied it.
    pub supplied_by: Option<String>,
    /// When it was exported; null takes it back.
    #[serde(default, deserialize_with = "said")]
    pub extracted_at: Option<Option<Instant>>,
    /// The time zone in which the file tells its moments.
    pub timezone: Option<String>,
    /// How many records the tool itself showed; null takes it back.
    #[serde(default, deserialize_with = "said")]
    pub tool_count: Option<Option<u32>>,
    /// How it was made sure that nothing is missing.
    pub completeness: Option<String>,
}

/// Says more precisely where a population comes from.
///
/// # Errors
/// Refuses an empty name or supplier, and while a signed report stands.
pub fn describe(
    writing: &mut Writing<'_>,
    population: Id<Population>,
    wanted: Description,
) -> Result<Population, PopulationError> {
    let mut population = open(writing, population)?;
    population.title = wanted.title.unwrap_or(population.title).trim().to_owned();
    population.tool = wanted.tool.unwrap_or(population.tool);
    population.query = wanted.query.unwrap_or(population.query);
    population.supplied_by = wanted.supplied_by.unwrap_or(population.supplied_by).trim().to_owned();
    population.extracted_at = wanted.extracted_at.unwrap_or(population.extracted_at);
    population.timezone = wanted.timezone.unwrap_or(population.timezone);
    population.tool_count = wanted.tool_count.map_or(population.tool_count, |count| count.map(i64::from));
    population.completeness = wanted.completeness.unwrap_or(population.completeness);
    must_be_named(&population.title, &population.supplied_by)?;
    writing.put(&population)?;
    Ok(population)
}

/// Withdraws a population, with the act's reason. It stays readable; its number is not given again. `used_by` is the
/// reference of a sample that rests on it, told by who knows.
///
/// # Errors
/// Refuses without a reason, one that a sample rests on, and while a signed report stands.
pub fn withdraw(
    writing: &mut Writing<'_>,
    population: Id<Population>,
    used_by: Option<&str>,
) -> Result<Population, PopulationError> {
    let mut population = open(writing, population)?;
    if let Some(sample) = used_by {
        return Err(PopulationError::InUse { reference: population.reference, sample: sample.to_owned() });
    }
    let reason = writing.reason.map(str::trim).unwrap_or_default();
    if reason.is_empty() {
        return Err(PopulationError::NeedsReason { reference: population.reference });
    }
    population.withdrawn_reason = reason.to_owned();
    writing.put(&population)?;
    Ok(population)
}

pub(crate) fn must_be_named(title: &str, supplied_by: &str) -> Result<(), PopulationError> {
    if title.trim().is_empty() {
        return Err(PopulationError::NoTitle);
    }
    if supplied_by.trim().is_empty() {
        return Err(PopulationError::NoSupplier { title: title.to_owned() });
    }
    Ok(())
}

fn open(writing: &Writing<'_>, population: Id<Population>) -> Result<Population, PopulationError> {
    writing.need::<Audit>(writing.binder())?.must_be_open()?;
    let population: Population = writing.need(population)?;
    population.must_count()?;
    Ok(population)
}
