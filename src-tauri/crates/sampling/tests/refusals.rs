//! What the arithmetic refuses, and that it says so in a sentence with a next step.

#![allow(clippy::unwrap_used, reason = "a test that can't go on has failed")]

use std::collections::BTreeMap;

use ground::Explain;
use sampling::{
    Allocation, DrawKey, LimitQuestion, MOST_RECORDS, Method, Model, Overstatement, Percent, SamplingError,
    SizeQuestion, StratumResult, StratumToDraw, allocate, curve, draw_monetary, draw_random, draw_stratified,
    draw_systematic, estimate_size, limit, size, stratified, stringer, two_stage, two_stage_from,
};

fn percent(text: &str) -> Percent {
    Percent::parse(text).unwrap()
}

fn a_size() -> SizeQuestion {
    SizeQuestion {
        population: Some(500),
        confidence: percent("95"),
        tolerable: percent("5"),
        expected: None,
        allowed: None,
        model: None,
    }
}

fn a_limit() -> LimitQuestion {
    LimitQuestion { population: Some(500), sample_size: 40, failures: 6, confidence: percent("95"), model: None }
}

fn a_key(method: Method) -> DrawKey {
    DrawKey { population_sha256: "0".repeat(64), filter: String::new(), method, seed: "seed".to_owned() }
}

fn a_stratum(stratum: &str, population: u64, sample: u64, failures: u64) -> StratumResult {
    StratumResult { stratum: stratum.to_owned(), population, sample, failures }
}

/// The refusal's code, and that its sentence and its next step can be read.
fn code<T: std::fmt::Debug>(answer: Result<T, SamplingError>) -> &'static str {
    let refusal = answer.unwrap_err();
    let (sentence, remedy) = (refusal.to_string(), refusal.remedy());
    assert!(sentence.ends_with('.') && remedy.ends_with('.'), "{sentence} {remedy}");
    assert!(sentence.starts_with(|first: char| !first.is_lowercase()), "{sentence}");
    assert!(remedy.starts_with(char::is_uppercase), "{remedy}");
    refusal.code()
}

#[test]
fn a_size_is_refused_where_no_sample_can_do() {
    let with = |change: &dyn Fn(&mut SizeQuestion)| {
        let mut question = a_size();
        change(&mut question);
        code(size(&question))
    };
    for rate in ["0", "100"] {
        assert_eq!(with(&|question| question.tolerable = percent(rate)), "sampling.tolerable-out-of-range");
        assert_eq!(with(&|question| question.confidence = percent(rate)), "sampling.confidence-out-of-range");
    }
    assert_eq!(with(&|question| question.expected = Some(percent("5"))), "sampling.expected-too-high");
    assert_eq!(with(&|question| question.expected = Some(percent("7"))), "sampling.expected-too-high");
    assert_eq!(with(&|question| question.expected = Some(percent("4.99"))), "sampling.expected-too-high-here");
    assert_eq!(with(&|question| question.allowed = Some(25)), "sampling.allowed-too-many");
    assert_eq!(with(&|question| question.allowed = Some(u64::MAX)), "sampling.allowed-too-many");
    assert_eq!(with(&|question| question.population = Some(MOST_RECORDS + 1)), "sampling.population-too-large");
    assert_eq!(
        with(&|question| (question.expected, question.allowed) = (Some(percent("1")), Some(1))),
        "sampling.expected-and-allowed"
    );
    assert_eq!(
        with(&|question| (question.population, question.model) = (None, Some(Model::Hypergeometric))),
        "sampling.population-unknown"
    );
    assert_eq!(
        with(&|question| (question.population, question.tolerable) = (None, percent("0.00001"))),
        "sampling.sample-too-large"
    );
    assert_eq!(
        with(&|question| (question.population, question.allowed) = (None, Some(u64::MAX))),
        "sampling.sample-too-large"
    );
}

#[test]
fn an_expected_rate_that_takes_too_many_tests_is_refused() {
    let question = SizeQuestion { population: None, expected: Some(percent("4.9999")), ..a_size() };
    assert_eq!(code(size(&question)), "sampling.sample-too-large");
}

#[test]
fn a_population_without_records_is_a_result() {
    for (expected, model) in [(None, None), (Some(percent("1")), None), (None, Some(Model::Poisson))] {
        let answer = size(&SizeQuestion { population: Some(0), expected, model, ..a_size() }).unwrap();
        assert_eq!((answer.sample_size, answer.deviations_in_population), (0, Some(0)));
    }
    let answer = limit(&LimitQuestion { population: Some(0), sample_size: 0, failures: 0, ..a_limit() }).unwrap();
    assert_eq!((answer.upper_count, answer.upper_limit), (Some(0), 0.0));
    assert_eq!(estimate_size(Some(0), percent("95"), percent("50"), percent("5")), Ok(0));
    assert_eq!(stratified(&[], percent("95")).unwrap().upper_guaranteed, 0.0);
    assert_eq!(draw_random(&a_key(Method::Random), "", 0, 0), Ok(Vec::new()));
    assert_eq!(draw_systematic(&a_key(Method::Systematic), 0, 0), Ok(Vec::new()));
}

#[test]
fn who_tests_every_record_is_certain() {
    for model in [None, Some(Model::Binomial), Some(Model::Poisson)] {
        let answer = limit(&LimitQuestion { population: Some(40), sample_size: 40, model, ..a_limit() }).unwrap();
        assert_eq!((answer.upper_count, answer.two_sided_counts), (Some(6), Some((6, 6))));
        assert_eq!((answer.lower_two_sided, answer.upper_limit), (0.15, 0.15));
        let answer = size(&SizeQuestion { population: Some(40), model, ..a_size() }).unwrap();
        assert!(answer.sample_size <= 40, "no more than there are, whatever the model thinks");
    }
}

#[test]
fn a_limit_is_refused_where_the_numbers_do_not_belong_together() {
    assert_eq!(code(limit(&LimitQuestion { failures: 41, ..a_limit() })), "sampling.failures-exceed-sample");
    assert_eq!(code(limit(&LimitQuestion { sample_size: 501, ..a_limit() })), "sampling.sample-exceeds-population");
    assert_eq!(code(limit(&LimitQuestion { sample_size: 0, failures: 0, ..a_limit() })), "sampling.nothing-tested");
    assert_eq!(
        code(limit(&LimitQuestion { population: None, sample_size: u64::MAX, ..a_limit() })),
        "sampling.sample-too-large"
    );
    for rate in ["0", "100"] {
        let question = LimitQuestion { confidence: percent(rate), ..a_limit() };
        assert_eq!(code(limit(&question)), "sampling.confidence-out-of-range");
    }
    let model = Some(Model::Hypergeometric);
    assert_eq!(code(limit(&LimitQuestion { population: None, model, ..a_limit() })), "sampling.population-unknown");
    assert_eq!(code(curve(percent("95"), percent("5"), Some(10), 11, 0, None)), "sampling.sample-exceeds-population");
}

#[test]
fn a_plan_in_two_stages_is_refused_where_none_does() {
    let (confidence, tolerable) = (percent("95"), percent("5"));
    assert_eq!(code(two_stage(Some(10), confidence, tolerable, None)), "sampling.allowed-too-many");
    assert_eq!(
        two_stage_from(None, confidence, tolerable, None, 58),
        Err(SamplingError::FirstStageTooSmall { first: 58, least: 59 })
    );
    assert_eq!(two_stage_from(None, confidence, tolerable, None, 59).unwrap().second, 90);
    assert_eq!(code(two_stage_from(None, confidence, tolerable, None, 0)), "sampling.first-stage-too-small");
    assert_eq!(code(two_stage_from(Some(100), confidence, tolerable, None, 101)), "sampling.sample-exceeds-population");
    assert_eq!(code(two_stage_from(None, confidence, tolerable, None, u64::MAX)), "sampling.sample-too-large");
}

#[test]
fn a_draw_is_refused_where_it_could_not_be_repeated_or_is_too_large() {
    let seedless = DrawKey { seed: " ".to_owned(), ..a_key(Method::Random) };
    assert_eq!(code(draw_random(&seedless, "", 5, 2)), "sampling.seed-missing");
    let anonymous = DrawKey { population_sha256: String::new(), ..a_key(Method::Random) };
    assert_eq!(code(draw_random(&anonymous, "", 5, 2)), "sampling.fingerprint-unreadable");
    assert_eq!(code(draw_random(&a_key(Method::Random), "", 5, 6)), "sampling.sample-exceeds-population");
    assert_eq!(code(draw_random(&a_key(Method::Random), "", u64::MAX, 6)), "sampling.population-too-large");
    assert_eq!(code(draw_systematic(&a_key(Method::Systematic), 5, 6)), "sampling.sample-exceeds-population");
    for method in [Method::Judgement, Method::All, Method::Systematic] {
        assert_eq!(code(draw_random(&a_key(method), "", 5, 2)), "sampling.wrong-method");
    }
    let twice = [1, 2].map(|size| StratumToDraw { stratum: "P1".to_owned(), population: 9, size });
    assert_eq!(code(draw_stratified(&a_key(Method::Stratified), &twice)), "sampling.stratum-twice");

    let by_value = a_key(Method::MonetaryUnit);
    assert_eq!(code(draw_monetary(&by_value, &[], 1)), "sampling.no-value");
    assert_eq!(code(draw_monetary(&by_value, &[0, 0], 1)), "sampling.no-value");
    assert_eq!(code(draw_monetary(&by_value, &[u64::MAX, 1], 1)), "sampling.value-too-large");
    assert_eq!(code(draw_monetary(&by_value, &[3], 4)), "sampling.sample-exceeds-population");
    assert_eq!(code(draw_monetary(&by_value, &[u64::MAX], u64::MAX)), "sampling.sample-too-large");
}

#[test]
fn strata_are_refused_by_name() {
    let untested = [a_stratum("P1", 12, 4, 0), a_stratum("P2", 168, 0, 0)];
    let refusal = stratified(&untested, percent("95")).unwrap_err();
    assert_eq!(refusal.code(), "sampling.stratum-not-tested");
    assert!(refusal.to_string().contains("P2"), "{refusal}");
    let confidence = percent("95");
    assert_eq!(code(stratified(&[a_stratum("P1", 3, 4, 0)], confidence)), "sampling.sample-exceeds-population");
    assert_eq!(code(stratified(&[a_stratum("P1", 9, 4, 5)], confidence)), "sampling.failures-exceed-sample");
    let twice = [a_stratum("P1", 9, 4, 1), a_stratum("P1", 9, 4, 1)];
    assert_eq!(code(stratified(&twice, confidence)), "sampling.stratum-twice");
    let endless = [a_stratum("P1", MOST_RECORDS, 4, 1), a_stratum("P2", 1, 1, 1)];
    assert_eq!(code(stratified(&endless, confidence)), "sampling.population-too-large");
}

#[test]
fn a_division_among_strata_is_refused_where_it_does_not_fit() {
    let strata = [("P1".to_owned(), 12), ("P2".to_owned(), 168)];
    let own = |sizes: &[(&str, u64)], total, minimum| {
        let sizes: BTreeMap<_, _> = sizes.iter().map(|(name, size)| ((*name).to_owned(), *size)).collect();
        allocate(&strata, total, &Allocation::Own(sizes), minimum)
    };
    assert_eq!(own(&[("P1", 4), ("P2", 8)], 12, 4), Ok(vec![4, 8]));
    assert_eq!(own(&[("P2", 8)], 8, 0), Ok(vec![0, 8]));
    assert_eq!(code(own(&[("P1", 4), ("P2", 8)], 13, 0)), "sampling.own-sizes-do-not-add-up");
    assert_eq!(code(own(&[("P1", 4), ("P3", 8)], 12, 0)), "sampling.no-such-stratum");
    assert_eq!(code(own(&[("P1", 13), ("P2", 8)], 21, 0)), "sampling.sample-exceeds-population");
    assert_eq!(code(own(&[("P1", 1), ("P2", 9)], 10, 2)), "sampling.below-minimum");
    assert_eq!(code(allocate(&strata, 181, &Allocation::Equal, 0)), "sampling.sample-exceeds-population");
    assert_eq!(code(allocate(&strata, 9, &Allocation::Proportional, 5)), "sampling.minimum-too-large");
    let twice = [("P1".to_owned(), 12), ("P1".to_owned(), 168)];
    assert_eq!(code(allocate(&twice, 9, &Allocation::Proportional, 0)), "sampling.stratum-twice");
    assert_eq!(allocate(&[], 0, &Allocation::Equal, 3), Ok(Vec::new()));
}

#[test]
fn a_bound_by_value_is_refused_where_it_makes_no_sense() {
    let bound = |value, sample, found: &[(u64, u64)]| {
        let found = found
            .iter()
            .map(|(book_value, overstated)| Overstatement { book_value: *book_value, overstated: *overstated });
        stringer(value, sample, &found.collect::<Vec<_>>(), percent("95"))
    };
    assert_eq!(code(bound(0, 10, &[])), "sampling.no-value");
    assert_eq!(code(bound(-5, 10, &[])), "sampling.no-value");
    assert_eq!(code(bound(i128::MAX, 10, &[])), "sampling.value-too-large");
    assert_eq!(code(bound(1000, 0, &[])), "sampling.nothing-tested");
    assert_eq!(code(bound(1000, u64::MAX, &[])), "sampling.sample-too-large");
    assert_eq!(code(bound(1000, 1, &[(5, 1), (5, 1)])), "sampling.failures-exceed-sample");
    assert_eq!(code(bound(1000, 10, &[(5, 6)])), "sampling.overstated-beyond-value");
    let everything = bound(i128::from(u64::MAX), 2, &[(u64::MAX, u64::MAX), (u64::MAX, u64::MAX)]).unwrap();
    assert_eq!(everything.upper_limit, u64::MAX, "no more can be wrong than there is");
}

#[test]
fn an_estimate_is_refused_where_there_is_nothing_to_estimate() {
    let estimate = |assumed, margin| code(estimate_size(None, percent("95"), percent(assumed), percent(margin)));
    assert_eq!(estimate("0", "5"), "sampling.assumed-out-of-range");
    assert_eq!(estimate("100", "5"), "sampling.assumed-out-of-range");
    assert_eq!(estimate("50", "0"), "sampling.margin-out-of-range");
    assert_eq!(estimate("50", "0.000001"), "sampling.sample-too-large");
    assert_eq!(code(Percent::parse("lots")), "sampling.unreadable-percent");
}
