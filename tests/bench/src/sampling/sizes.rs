//! The size of a sample is worked out while its rates are typed, so it has to be there at once.

use std::time::Instant;

use ::sampling::{Model, Percent, SizeQuestion, curve, size, two_stage};
use ground::{Fault, Problem};

use crate::table::{Against, Table, Times};

/// For every question about a population of up to a million.
const MOST_MS: f64 = 50.0;
/// How many of the slowest are asked again, and how often.
const AGAIN: usize = 20;
const TIMES: usize = 5;

const POPULATIONS: [u64; 6] = [1_000_000, 999_999, 500_000, 100_003, 10_000, 1_000];
const CONFIDENCES: [&str; 5] = ["80", "90", "95", "99", "99.9"];
const TOLERABLES: [&str; 7] = ["0.001", "0.01", "0.1", "1", "5", "10", "50"];
const ALLOWED: [u64; 8] = [0, 1, 2, 10, 50, 300, 1_000, 4_000];
/// Expected rates as parts of the tolerable one.
const EXPECTED: [f64; 6] = [0.1, 0.5, 0.8, 0.9, 0.99, 0.999];
const MODELS: [Option<Model>; 3] = [None, Some(Model::Binomial), Some(Model::Poisson)];

/// Asks for the sizes of a grid of questions, and again for the slowest of them.
///
/// # Errors
/// A percentage that is none, which would be a mistake in the grid.
pub fn measure(quick: bool, table: &mut Table) -> Result<(), Problem> {
    let questions = grid(if quick { 2 } else { POPULATIONS.len() })?;
    let begun = Instant::now();
    let mut taken: Vec<(f64, usize)> = Vec::new();
    let mut refused = 0;
    for (place, question) in questions.iter().enumerate() {
        let mut once = Times::default();
        // A refusal is an answer, too, and someone waits for it.
        refused += usize::from(once.of(|| size(question)).is_err());
        taken.push((once.median(), place));
    }
    let whole = begun.elapsed().as_secs_f64();
    table.say(&format!(
        "{} questions, {refused} of them refused with a reason; {whole:.1} s for all, {:.2} ms for one",
        questions.len(),
        whole * 1000.0 / questions.len() as f64
    ));
    taken.sort_by(|a, b| b.0.total_cmp(&a.0));
    // What stands at the top may only have been interrupted, so it is asked again, and its median counts.
    let mut slowest: Option<(Times, usize)> = None;
    for &(_, place) in taken.iter().take(AGAIN) {
        let mut times = Times::default();
        (0..TIMES).for_each(|_| drop(times.of(|| size(&questions[place]))));
        if slowest.as_ref().is_none_or(|(most, _)| times.median() > most.median()) {
            slowest = Some((times, place));
        }
    }
    if let Some((times, place)) = slowest {
        table.times("the slowest size", &times, Against::Limit(MOST_MS));
        table.say(&format!("  {}", words(&questions[place])));
    }
    beside(table)
}

fn grid(populations: usize) -> Result<Vec<SizeQuestion>, Problem> {
    let percent = |text: &str| Percent::parse(text).map_err(Problem::from);
    let mut questions = Vec::new();
    for (&model, &population) in
        MODELS.iter().flat_map(|model| POPULATIONS[..populations].iter().map(move |p| (model, p)))
    {
        for (confidence, tolerable) in CONFIDENCES.iter().flat_map(|c| TOLERABLES.iter().map(move |t| (c, t))) {
            let question = SizeQuestion {
                population: Some(population),
                confidence: percent(confidence)?,
                tolerable: percent(tolerable)?,
                expected: None,
                allowed: None,
                model,
            };
            questions.extend(ALLOWED.map(|allowed| SizeQuestion { allowed: Some(allowed), ..question.clone() }));
            for part in EXPECTED {
                let expected = percent(&format!("{:.6}", question.tolerable.to_f64() * 100.0 * part))?;
                questions.push(SizeQuestion { expected: Some(expected), ..question.clone() });
            }
        }
    }
    Ok(questions)
}

/// What is shown beside a size: its curve and a plan in two stages.
fn beside(table: &mut Table) -> Result<(), Problem> {
    let percent = |text: &str| Percent::parse(text).map_err(Fault::bug);
    let (mut curves, mut stages) = (Times::default(), Times::default());
    for tolerable in TOLERABLES {
        let (confidence, tolerable) = (percent("95")?, percent(tolerable)?);
        for (sample, allowed) in [(60, 0), (5_000, 200), (100_000, 4_900)] {
            drop(curves.of(|| curve(confidence, tolerable, Some(1_000_000), sample, allowed, None)));
        }
        drop(stages.of(|| two_stage(Some(1_000_000), confidence, tolerable, None)));
    }
    table.times("the curve beside it", &curves, Against::Nothing);
    table.times("the plan in two stages beside it", &stages, Against::Nothing);
    Ok(())
}

fn words(question: &SizeQuestion) -> String {
    let expected = question.expected.map(|expected| format!(", {expected} expected")).unwrap_or_default();
    let allowed = question.allowed.map(|allowed| format!(", {allowed} allowed")).unwrap_or_default();
    let model = question.model.map(|model| format!(", {model:?}")).unwrap_or_default();
    format!(
        "of {}: confidence {}, tolerable {}{expected}{allowed}{model}",
        question.population.unwrap_or_default(),
        question.confidence,
        question.tolerable
    )
}
