use book::{Act, Kind, Record, Writing};
use ground::{Id, Instant};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use crate::{Population, PopulationError, UnreadableCells};

/// The act as history names it.
pub const KEEP_TEST: Act = Act::named("population.keep-test");
/// The act as history names it.
pub const WRITE_TEST: Act = Act::named("population.write-test");

/// A row that a rule hit.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Hit {
    /// The row as a spreadsheet counts it.
    pub row: u64,
    /// The number of the record.
    pub record_id: String,
}

/// A rule that was held against every row, kept as part of the working paper. Its hits are records to look at.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct RuleTest {
    /// Its id.
    pub id: Id<Self>,
    /// The population.
    pub population: Id<Population>,
    /// A few words to call it by: `Closed without approval`.
    pub title: String,
    /// The rule.
    pub rule: String,
    /// What was filtered out before; may be empty.
    pub filter: String,
    /// Rows it was held against.
    pub rows: i64,
    /// Rows it hit.
    pub hit_count: i64,
    /// The first of them.
    #[serde(default)]
    pub hits: Vec<Hit>,
    /// What came of looking at them.
    pub conclusion: String,
    /// When it was run.
    pub run_at: Instant,
    /// By whom.
    pub run_by_name: String,
}

/// How the book keeps it.
pub static RULE_TEST: Kind = Kind {
    long_text: &["conclusion"],
    json: &["hits"],
    searched: &["title", "rule", "conclusion"],
    ..Kind::named("rule_test", include_str!("sql/rule_test.sql"))
};

impl Record for RuleTest {
    const KIND: &'static Kind = &RULE_TEST;
    fn id(&self) -> Id<Self> {
        self.id
    }
}

/// What running a rule over every row gave.
#[derive(Debug, Clone, Serialize, JsonSchema)]
pub struct Ran {
    /// The rule in its canonical form.
    pub rule: String,
    /// The filter in its canonical form.
    pub filter: String,
    /// Rows it was held against.
    pub rows: u64,
    /// Rows it hit.
    pub hit_count: u64,
    /// Cells that the rule could not read, by column. Their rows are no hits.
    pub unreadable: Vec<UnreadableCells>,
    /// The first hits.
    pub hits: Vec<Hit>,
}

/// Hits that are kept with a test; the others are found again by running the rule.
pub const HITS_KEPT: usize = 500;

/// Keeps what a rule found as part of the working paper.
///
/// # Errors
/// Refuses a test without a title, and while a signed report stands.
pub fn keep_test(
    writing: &mut Writing<'_>,
    population: Id<Population>,
    title: &str,
    ran: Ran,
) -> Result<RuleTest, PopulationError> {
    writing.need::<audit::Audit>(writing.binder())?.must_be_open()?;
    writing.need(population)?.must_count()?;
    if title.trim().is_empty() {
        return Err(PopulationError::NoTitle);
    }
    let test = RuleTest {
        id: writing.new_id(),
        population,
        title: title.trim().to_owned(),
        rule: ran.rule,
        filter: ran.filter,
        rows: i64::try_from(ran.rows).unwrap_or(i64::MAX),
        hit_count: i64::try_from(ran.hit_count).unwrap_or(i64::MAX),
        hits: ran.hits,
        conclusion: String::new(),
        run_at: writing.now,
        run_by_name: writing.by.name.clone(),
    };
    writing.put(&test)?;
    Ok(test)
}

/// Writes down what came of looking at the hits, as it is typed.
///
/// # Errors
/// Refuses while a signed report stands.
pub fn write_test(writing: &mut Writing<'_>, test: Id<RuleTest>, text: String) -> Result<RuleTest, PopulationError> {
    writing.need::<audit::Audit>(writing.binder())?.must_be_open()?;
    let mut test: RuleTest = writing.need(test)?;
    test.conclusion = text;
    writing.put(&test)?;
    Ok(test)
}
