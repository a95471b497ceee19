//! From marks on a sheet to what they say. The arithmetic is in `sampling`; here is only what counts as what.

use ground::Id;
use sampling::{
    Conclusion, LimitQuestion, Method, Model, MusAnswer, Overstatement, Percent, StratumResult, limit, sentence,
    stratified, stringer,
};
use table::{Decimal, DecimalSign};

use crate::{Attribute, Item, Mark, Outcome, Sample, SampleError, StratumOutcome};

/// What the marks of one attribute, or of the records as a whole, say.
pub(crate) fn outcome(
    sample: &Sample,
    attribute: Option<Id<Attribute>>,
    name: &str,
    items: &[Item],
    marked: &dyn Fn(&Item) -> Option<Mark>,
    nouns: &str,
) -> Result<Outcome, SampleError> {
    let counting: Vec<(&Item, Option<Mark>)> =
        items.iter().filter(|item| item.counts()).map(|item| (item, marked(item))).collect();
    let count = |is: &dyn Fn(Mark) -> bool| counting.iter().filter(|(_, mark)| mark.is_some_and(is)).count() as u64;
    let (tested, failed) = (count(&|_| true), count(&Mark::is_failure));
    let not_found = counting.iter().filter(|(_, mark)| *mark == Some(Mark::NotFound)).count() as u64;
    let not_applicable = count(&|mark| mark == Mark::NotApplicable);
    let population = sample.population_size.and_then(|size| u64::try_from(size).ok());
    let confidence = Percent::parse(&sample.confidence)?;
    let mut said = Outcome {
        attribute,
        name: name.to_owned(),
        drawn: signed(counting.len() as u64),
        tested: signed(tested),
        failed: signed(failed),
        not_found: signed(not_found),
        not_applicable: signed(not_applicable),
        rate: None,
        limit: None,
        binomial: None,
        stratified: None,
        by_value: None,
        strata: strata(sample, &counting),
        sentence: String::new(),
        bound: String::new(),
    };
    if tested == 0 {
        said.sentence = match population {
            Some(0) => format!("There were no {nouns}, so there was nothing to test."),
            _ => "Nothing is tested yet.".to_owned(),
        };
        return Ok(said);
    }
    let open = counting.len() as u64 - tested;
    match sample.method {
        Method::Judgement => {
            said.sentence =
                sentence(&Conclusion::Judgement { population, sample_size: tested, failures: failed }, nouns);
        }
        Method::All => {
            said.rate = share(failed, tested - not_applicable);
            said.sentence = if open == 0 {
                sentence(&Conclusion::All { population: tested, failures: failed }, nouns)
            } else {
                format!(
                    "{failed} of {tested} tested so far failed; {open} of all {} {nouns} are still open.",
                    counting.len()
                )
            };
        }
        Method::Random | Method::Systematic => {
            said.rate = share(failed, tested - not_applicable);
            let question = LimitQuestion {
                // Records that were drawn and do not belong to the population are still counted in it: the limit in
                // records is then somewhat too high, never too low.
                population: population.map(|population| population.max(tested)),
                sample_size: tested,
                failures: failed,
                confidence,
                model: None,
            };
            let answer = limit(&question)?;
            let beside = limit(&LimitQuestion { population: None, model: Some(Model::Binomial), ..question.clone() })?;
            said.sentence = sentence(&Conclusion::Random { question: &question, answer: &answer }, nouns);
            said.bound = format!(
                "In the sample {}. Two-sided {confidence} % interval {} to {} of the {nouns}; by the binomial model, for \
                 an endless population, {} to {}, at most {}.",
                percent(answer.rate),
                percent(answer.lower_two_sided),
                percent(answer.upper_two_sided),
                percent(beside.lower_two_sided),
                percent(beside.upper_two_sided),
                percent(beside.upper_limit),
            );
            said.limit = Some(answer);
            said.binomial = Some(beside);
        }
        Method::Stratified => by_strata(&mut said, confidence, nouns)?,
        Method::MonetaryUnit => by_value(&mut said, sample, &counting, confidence, nouns)?,
    }
    if not_applicable > 0 {
        said.bound = joined(
            &said.bound,
            &format!("Does not apply to {not_applicable} of the {tested} tested; they count as not failed."),
        );
    }
    if open > 0 && sample.method != Method::All {
        said.bound = joined(&said.bound, &format!("{open} of {} are still open.", counting.len()));
    }
    Ok(said)
}

fn by_strata(said: &mut Outcome, confidence: Percent, nouns: &str) -> Result<(), SampleError> {
    let untested = said.strata.iter().find(|stratum| stratum.population > 0 && stratum.tested == 0);
    if let Some(untested) = untested {
        // A stratum nobody looked at has no rate, and without it there is no weighted one.
        said.sentence = format!(
            "{} of {} tested failed; nothing is said of all {nouns} as long as none of “{}” is tested.",
            said.failed, said.tested, untested.name
        );
        return Ok(());
    }
    let results: Vec<StratumResult> = said
        .strata
        .iter()
        .map(|stratum| StratumResult {
            stratum: stratum.name.clone(),
            population: stratum.population.max(stratum.tested),
            sample: stratum.tested,
            failures: stratum.failed,
        })
        .collect();
    let answer = stratified(&results, confidence)?;
    said.rate = Some(answer.weighted_rate);
    said.sentence = sentence(&Conclusion::Stratified { answer: &answer }, nouns);
    let about = answer
        .upper_approximate
        .map(|about| format!(" About {} by the effective sample size (Korn and Graubard).", percent(about)))
        .unwrap_or_default();
    said.bound = format!(
        "As drawn {}; weighted by stratum {}. The limit holds whatever lies in which stratum (each stratum's exact \
         limit, shared confidence).{about}",
        percent(answer.raw_rate),
        percent(answer.weighted_rate),
    );
    said.stratified = Some(answer);
    Ok(())
}

fn by_value(
    said: &mut Outcome,
    sample: &Sample,
    counting: &[(&Item, Option<Mark>)],
    confidence: Percent,
    nouns: &str,
) -> Result<(), SampleError> {
    if said.tested < said.drawn {
        said.sentence = format!(
            "{} of {} tested failed; the {nouns} as a whole can be judged when all {} are tested.",
            said.failed, said.tested, said.drawn
        );
        return Ok(());
    }
    let mut found = Vec::new();
    for (item, mark) in counting {
        if !mark.is_some_and(Mark::is_failure) {
            continue;
        }
        let book_value = minor(&item.value)?;
        // A failure without the right value is wrong as a whole: the careful assumption.
        let right = if item.value_found.is_empty() { 0 } else { minor(&item.value_found)? };
        found.push(Overstatement { book_value, overstated: book_value.saturating_sub(right) });
    }
    let size = u64::try_from(sample.size).unwrap_or(0);
    let answer: MusAnswer = stringer(minor(&sample.total_value)?.into(), size, &found, confidence)?;
    said.sentence = sentence(
        &Conclusion::Monetary {
            answer: &answer,
            sample_size: said.tested.unsigned_abs(),
            failures: found.iter().filter(|found| found.overstated > 0).count() as u64,
            confidence,
        },
        nouns,
    );
    said.bound = format!("Stringer bound with binomial factors; interval {}.", sample.interval);
    said.by_value = Some(answer);
    Ok(())
}

/// The strata with what was seen of them. Empty unless the sample is stratified.
fn strata(sample: &Sample, counting: &[(&Item, Option<Mark>)]) -> Vec<StratumOutcome> {
    if sample.method != Method::Stratified {
        return Vec::new();
    }
    sample
        .strata
        .iter()
        .map(|stratum| {
            let of = || counting.iter().filter(|(item, _)| item.stratum == stratum.name);
            StratumOutcome {
                name: stratum.name.clone(),
                population: stratum.population,
                drawn: of().count() as u64,
                tested: of().filter(|(_, mark)| mark.is_some()).count() as u64,
                failed: of().filter(|(_, mark)| mark.is_some_and(Mark::is_failure)).count() as u64,
            }
        })
        .collect()
}

/// An amount in hundredths.
fn minor(amount: &str) -> Result<u64, SampleError> {
    let unreadable = || SampleError::NoNumber { value: amount.to_owned() };
    let amount = Decimal::parse(amount, DecimalSign::Point).ok_or_else(unreadable)?;
    let millionths = amount.to_scaled(6).and_then(|fine| u64::try_from(fine).ok()).ok_or_else(unreadable)?;
    // What is finer than hundredths is rounded: the limit is told in hundredths.
    Ok(millionths.div_euclid(10_000) + u64::from(millionths.rem_euclid(10_000) >= 5_000))
}

#[allow(clippy::cast_precision_loss)]
fn share(part: u64, whole: u64) -> Option<f64> {
    (whole > 0).then(|| part as f64 / whole as f64)
}

fn percent(rate: f64) -> String {
    let shown = format!("{:.1} %", rate * 100.0);
    if rate > 0.0 && shown == "0.0 %" { "less than 0.1 %".to_owned() } else { shown }
}

fn joined(a: &str, b: &str) -> String {
    if a.is_empty() { b.to_owned() } else { format!("{a} {b}") }
}

fn signed(count: u64) -> i64 {
    i64::try_from(count).unwrap_or(i64::MAX)
}
