//! What is said about a sample.

#![allow(clippy::unwrap_used, reason = "a test that can't go on has failed")]

use sampling::{
    Allocation, Conclusion, LimitQuestion, Overstatement, Percent, SizeQuestion, StratumResult, allocate, limit,
    meaning, sentence, size, stratified, stringer,
};

fn percent(text: &str) -> Percent {
    Percent::parse(text).unwrap()
}

fn of_a_random_sample(population: Option<u64>, sample_size: u64, failures: u64) -> String {
    let question = LimitQuestion { population, sample_size, failures, confidence: percent("95"), model: None };
    let answer = limit(&question).unwrap();
    sentence(&Conclusion::Random { question: &question, answer: &answer }, "incidents")
}

#[test]
fn a_random_sample_says_how_many_are_affected_at_most() {
    assert_eq!(
        of_a_random_sample(Some(4812), 40, 6),
        "6 of 40 failed; with 95 % confidence at most 27.4 % of the 4,812 incidents, 1,319, are affected."
    );
    assert_eq!(
        of_a_random_sample(None, 60, 0),
        "0 of 60 failed; with 95 % confidence at most 4.9 % of the incidents are affected."
    );
    assert_eq!(of_a_random_sample(Some(5), 5, 3), "3 of all 5 failed: 60.0 %.", "who tested all needs no confidence");
    assert_eq!(
        of_a_random_sample(Some(5000), 4900, 0),
        "0 of 4,900 failed; with 95 % confidence none of the 5,000 incidents are affected."
    );
    assert_eq!(
        of_a_random_sample(Some(5000), 4700, 0),
        "0 of 4,700 failed; with 95 % confidence at most 0.02 % of the 5,000 incidents, 1, is affected.",
        "a limit that isn't nothing never shows as nothing"
    );
}

#[test]
fn a_stratified_sample_is_weighted() {
    let strata: Vec<_> = [("P1", 12, 4, 0), ("P2", 168, 8, 1), ("P3", 1904, 14, 3), ("P4", 2728, 14, 2)]
        .map(|(stratum, population, sample, failures)| StratumResult {
            stratum: stratum.to_owned(),
            population,
            sample,
            failures,
        })
        .into();
    let answer = stratified(&strata, percent("95")).unwrap();
    assert!((answer.weighted_rate - 0.170_140).abs() < 5e-7, "{}", answer.weighted_rate);
    assert!((answer.weighted_count - 818.714_286).abs() < 5e-7, "{}", answer.weighted_count);
    assert!((answer.raw_rate - 0.15).abs() < 1e-12);
    // Integrated numerically from the density of the beta distribution.
    assert!((answer.effective_sample_size.unwrap() - 27.999_823).abs() < 5e-7, "{answer:?}");
    assert!((answer.upper_approximate.unwrap() - 0.329_697).abs() < 1e-6, "{answer:?}");
    assert!(answer.upper_approximate.unwrap() < answer.upper_guaranteed);
    let said = sentence(&Conclusion::Stratified { answer: &answer }, "incidents");
    assert!(
        said.starts_with(
            "6 of 40 failed; weighted by stratum that is 17.0 % of the 4,812 incidents; with 95 % confidence at most "
        ),
        "{said}"
    );
}

#[test]
fn a_stratum_that_was_tested_in_full_adds_no_doubt() {
    let stratum = |stratum: &str, population, sample, failures| StratumResult {
        stratum: stratum.to_owned(),
        population,
        sample,
        failures,
    };
    let all = [stratum("P1", 4, 4, 1), stratum("P2", 6, 6, 0), stratum("P3", 0, 0, 0)];
    let answer = stratified(&all, percent("95")).unwrap();
    assert_eq!((answer.upper_guaranteed_count, answer.weighted_rate), (1, 0.1));
    assert_eq!(sentence(&Conclusion::Stratified { answer: &answer }, "changes"), "1 of all 10 failed: 10.0 %.");

    let alone = [stratum("P2", 500, 40, 2)];
    let beside = [stratum("P1", 4, 4, 1), stratum("P2", 500, 40, 2)];
    let (alone, beside) = (stratified(&alone, percent("95")).unwrap(), stratified(&beside, percent("95")).unwrap());
    assert_eq!(beside.upper_guaranteed_count, alone.upper_guaranteed_count + 1, "and takes none of the confidence");
}

#[test]
fn every_record_tested_is_said_without_a_limit() {
    let all = |population, failures| sentence(&Conclusion::All { population, failures }, "major incidents");
    assert_eq!(all(5, 3), "3 of all 5 failed: 60.0 %.");
    assert_eq!(all(5, 0), "0 of all 5 failed: 0.0 %.");
    assert_eq!(all(0, 0), "There were no major incidents, so there was nothing to test.");
}

#[test]
fn a_judgement_sample_says_nothing_about_the_rest() {
    let judged = |population| sentence(&Conclusion::Judgement { population, sample_size: 3, failures: 0 }, "incidents");
    assert_eq!(judged(Some(12)), "0 of 3 tested failed; chosen by judgement, so nothing is said about the other 9.");
    assert_eq!(judged(None), "0 of 3 tested failed; chosen by judgement, so nothing is said about the others.");
    assert_eq!(judged(Some(3)), "0 of all 3 failed: 0.0 %.", "where there are no others");
    assert!(!judged(Some(12)).contains('%'), "no rate, no projection");
}

#[test]
fn a_sample_by_value_says_how_much_is_overstated_at_most() {
    let found = [Overstatement { book_value: 40_000, overstated: 10_000 }];
    let answer = stringer(10_000_000, 50, &found, percent("95")).unwrap();
    assert_eq!((answer.interval, answer.projected), (200_000, 50_000), "a quarter of an interval");
    let conclusion = Conclusion::Monetary { answer: &answer, sample_size: 50, failures: 1, confidence: percent("95") };
    assert_eq!(
        sentence(&conclusion, "invoices"),
        "1 of 50 found overstated; that projects to 500.00, and with 95 % confidence the invoices are overstated by \
         6,646.59 at most."
    );
}

#[test]
fn a_size_says_what_it_will_show() {
    let mut question = SizeQuestion {
        population: Some(500),
        confidence: percent("95"),
        tolerable: percent("5"),
        expected: None,
        allowed: Some(2),
        model: None,
    };
    let meaning_of = |question: &SizeQuestion| meaning(question, &size(question).unwrap());
    assert_eq!(
        meaning_of(&question),
        "If 5 % or more were wrong, which is 25 of 500, you would see more than 2 among the 114 tested, with 95 % \
         confidence."
    );
    question.population = None;
    question.allowed = None;
    assert_eq!(
        meaning_of(&question),
        "If 5 % or more were wrong, you would see at least one among the 59 tested, with 95 % confidence."
    );
    question.population = Some(10);
    assert_eq!(meaning_of(&question), "All 10 records are tested, so the result is certain.");
    question.population = Some(0);
    assert_eq!(meaning_of(&question), "The population has no records, so there is nothing to test.");
}

#[test]
fn a_sample_is_divided_by_largest_remainders() {
    let strata =
        [("P1", 12), ("P2", 168), ("P3", 1904), ("P4", 2728)].map(|(name, records)| (name.to_owned(), records));
    let divided = |total, how: &Allocation, minimum| allocate(&strata, total, how, minimum).unwrap();
    assert_eq!(divided(40, &Allocation::Proportional, 0), [0, 1, 16, 23]);
    assert_eq!(divided(40, &Allocation::Proportional, 4), [4, 4, 13, 19]);
    assert_eq!(divided(42, &Allocation::Equal, 0), [11, 11, 10, 10], "equal rests go by name");
    assert_eq!(divided(60, &Allocation::Equal, 0), [12, 16, 16, 16], "no stratum gives more than it has");
    assert_eq!(divided(4812, &Allocation::Equal, 0), [12, 168, 1904, 2728]);
}
