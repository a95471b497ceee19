//! What the figures say, in sentences that may stand in a report.

use crate::{LimitAnswer, LimitQuestion, MusAnswer, Percent, SizeAnswer, SizeQuestion, StratifiedAnswer, limit::STEPS};

/// What a sample of this size will say, before it is drawn.
#[must_use]
pub fn meaning(question: &SizeQuestion, answer: &SizeAnswer) -> String {
    let SizeQuestion { population, confidence, tolerable, .. } = question;
    let (sample, allowed) = (answer.sample_size, answer.allowed_deviations);
    match (population, answer.deviations_in_population) {
        (Some(0), _) => "The population has no records, so there is nothing to test.".to_owned(),
        (Some(records), _) if *records == sample => {
            format!("All {} records are tested, so the result is certain.", grouped(*records))
        }
        (Some(records), Some(too_many)) => format!(
            "If {tolerable} % or more were wrong, which is {} of {}, you would see {} among the {} tested, with \
             {confidence} % confidence.",
            grouped(too_many),
            grouped(*records),
            more_than(allowed),
            grouped(sample)
        ),
        _ => format!(
            "If {tolerable} % or more were wrong, you would see {} among the {} tested, with {confidence} % confidence.",
            more_than(allowed),
            grouped(sample)
        ),
    }
}

fn more_than(allowed: u64) -> String {
    if allowed == 0 { "at least one".to_owned() } else { format!("more than {}", grouped(allowed)) }
}

/// What was tested, and how it was chosen: that decides what may be said.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Conclusion<'a> {
    /// Drawn at random or at even distances.
    Random {
        /// What was seen.
        question: &'a LimitQuestion,
        /// What it says.
        answer: &'a LimitAnswer,
    },
    /// Drawn at random by strata.
    Stratified {
        /// What it says.
        answer: &'a StratifiedAnswer,
    },
    /// Drawn by value.
    Monetary {
        /// What it says.
        answer: &'a MusAnswer,
        /// The records tested.
        sample_size: u64,
        /// Those found overstated.
        failures: u64,
        /// The confidence.
        confidence: Percent,
    },
    /// Every record was tested.
    All {
        /// The records there are.
        population: u64,
        /// Those that failed.
        failures: u64,
    },
    /// Chosen by the auditor. Nothing is said about the rest.
    Judgement {
        /// The records there are; nothing where they aren't counted.
        population: Option<u64>,
        /// The records tested.
        sample_size: u64,
        /// Those that failed.
        failures: u64,
    },
}

/// The result in a sentence. The noun names the records in the plural: `incidents`.
#[must_use]
pub fn sentence(conclusion: &Conclusion<'_>, noun: &str) -> String {
    match conclusion {
        Conclusion::Random { question, answer } => random(question, answer, noun),
        Conclusion::Stratified { answer } => by_strata(answer, noun),
        Conclusion::Monetary { answer, sample_size, failures, confidence } => format!(
            "{} of {} found overstated; that projects to {}, and with {confidence} % confidence the {noun} are overstated \
             by {} at most.",
            grouped(*failures),
            grouped(*sample_size),
            amount(answer.projected),
            amount(answer.upper_limit)
        ),
        Conclusion::All { population, failures } => all(*failures, *population, noun),
        Conclusion::Judgement { population, sample_size, failures } => {
            let tested = format!("{} of {} tested failed; ", grouped(*failures), grouped(*sample_size));
            let others = match population.map(|population| population.saturating_sub(*sample_size)) {
                Some(0) => return all(*failures, *sample_size, noun),
                Some(others) => format!("the other {}", grouped(others)),
                None => "the others".to_owned(),
            };
            format!("{tested}chosen by judgement, so nothing is said about {others}.")
        }
    }
}

fn all(failures: u64, population: u64, noun: &str) -> String {
    if population == 0 {
        return format!("There were no {noun}, so there was nothing to test.");
    }
    let share = percentage(failures.into(), population.into());
    format!("{} of all {} failed: {share} %.", grouped(failures), grouped(population))
}

fn random(question: &LimitQuestion, answer: &LimitAnswer, noun: &str) -> String {
    let LimitQuestion { population, sample_size, failures, confidence, .. } = question;
    if *population == Some(*sample_size) {
        return all(*failures, *sample_size, noun);
    }
    let tested = format!("{} of {} failed", grouped(*failures), grouped(*sample_size));
    match population.zip(answer.upper_count) {
        Some((records, count)) => {
            format!("{tested}; with {confidence} % confidence {}.", at_most(count, records, noun))
        }
        None => {
            let limit = percentage(steps(answer.upper_limit), STEPS.into());
            format!("{tested}; with {confidence} % confidence at most {limit} % of the {noun} are affected.")
        }
    }
}

fn by_strata(answer: &StratifiedAnswer, noun: &str) -> String {
    let StratifiedAnswer { population, sample_size, failures, confidence, .. } = answer;
    if population == sample_size {
        return all(*failures, *population, noun);
    }
    format!(
        "{} of {} failed; weighted by stratum that is {} % of the {} {noun}; with {confidence} % confidence {}.",
        grouped(*failures),
        grouped(*sample_size),
        percentage(steps(answer.weighted_rate), STEPS.into()),
        grouped(*population),
        at_most(answer.upper_guaranteed_count, *population, noun)
    )
}

fn at_most(count: u64, records: u64, noun: &str) -> String {
    if count == 0 {
        return format!("none of the {} {noun} are affected", grouped(records));
    }
    let share = percentage(count.into(), records.into());
    let is = if count == 1 { "is" } else { "are" };
    format!("at most {share} % of the {} {noun}, {}, {is} affected", grouped(records), grouped(count))
}

/// A rate from 0 to 1 in millionths of a millionth, so that it is rounded as its decimals show it.
fn steps(rate: f64) -> u128 {
    (rate * STEPS as f64).round().max(0.0) as u128
}

/// A share in percent with one decimal, rounded to the nearest and a tie to the even digit. What is more than nothing
/// never shows as 0.0: it is given as many decimals as it takes.
fn percentage(part: u128, whole: u128) -> String {
    let (mut decimals, mut scale) = (1, 10u128);
    loop {
        let (scaled, rest) = (part * 100 * scale / whole.max(1), part * 100 * scale % whole.max(1));
        let up = rest * 2 > whole || (rest * 2 == whole && scaled % 2 == 1);
        let scaled = scaled + u128::from(up);
        if scaled == 0 && part > 0 && decimals < 12 {
            decimals += 1;
            scale *= 10;
            continue;
        }
        return format!("{}.{:0decimals$}", scaled / scale, scaled % scale);
    }
}

/// Minor units as an amount: `1,234.50`.
fn amount(minor: u64) -> String {
    format!("{}.{:02}", grouped(minor / 100), minor % 100)
}

/// A whole number with a comma between thousands: `4,812`.
pub(crate) fn grouped(number: u64) -> String {
    let digits = number.to_string();
    let mut grouped = String::with_capacity(digits.len() + digits.len() / 3);
    for (place, digit) in digits.chars().enumerate() {
        if place > 0 && (digits.len() - place).is_multiple_of(3) {
            grouped.push(',');
        }
        grouped.push(digit);
    }
    grouped
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn thousands_are_set_off() {
        let shown: Vec<_> = [0, 12, 999, 1000, 4812, 1_000_000].map(grouped).into();
        assert_eq!(shown, ["0", "12", "999", "1,000", "4,812", "1,000,000"]);
    }

    #[test]
    fn a_percentage_is_rounded_to_the_nearest_and_a_tie_to_the_even_digit() {
        assert_eq!(percentage(1319, 4812), "27.4");
        assert_eq!(percentage(3, 5), "60.0");
        assert_eq!(percentage(1, 2000), "0.05", "a tie to the even digit would be nothing");
        assert_eq!(percentage(3, 2000), "0.2", "0.15 lies between 0.1 and 0.2");
        assert_eq!(percentage(5, 2000), "0.2", "0.25 lies between 0.2 and 0.3");
        assert_eq!(percentage(0, 7), "0.0");
        assert_eq!(percentage(1, 10_000_000), "0.00001");
        assert_eq!(percentage(7, 7), "100.0");
    }
}
