//! What holds for every question, tried on many.

#![allow(clippy::unwrap_used, reason = "a test that can't go on has failed")]

use std::collections::BTreeSet;

use num_bigint::BigUint;
use proptest::prelude::*;
use sampling::{
    Allocation, DrawKey, LimitQuestion, Method, Model, Percent, SamplingError, SizeQuestion, StratumResult,
    StratumToDraw, allocate, curve, draw_monetary, draw_random, draw_stratified, draw_systematic, limit, size,
    stratified,
};

fn hundredths(of_a_percent: u64) -> Percent {
    Percent::parse(&format!("{}.{:02}", of_a_percent / 100, of_a_percent % 100)).unwrap()
}

fn choose(out_of: u64, many: u64) -> BigUint {
    if many > out_of {
        return BigUint::ZERO;
    }
    (1..=many).fold(BigUint::from(1u8), |ways, i| ways * (out_of - i + 1) / i)
}

/// Is P(X ≤ allowed) no more than what the confidence leaves over? By the definition, in whole numbers.
fn shows_enough(population: u64, deviating: u64, sample: u64, allowed: u64, confidence: u64) -> bool {
    let ways: BigUint =
        (0..=allowed.min(sample)).map(|i| choose(deviating, i) * choose(population - deviating, sample - i)).sum();
    ways * 10_000u64 <= choose(population, sample) * (10_000 - confidence)
}

fn a_key(seed: &str, method: Method) -> DrawKey {
    DrawKey { population_sha256: "0".repeat(64), filter: String::new(), method, seed: seed.to_owned() }
}

fn a_size(population: Option<u64>, confidence: u64, tolerable: u64, allowed: u64) -> Result<u64, SamplingError> {
    let question = SizeQuestion {
        population,
        confidence: hundredths(confidence),
        tolerable: hundredths(tolerable),
        expected: None,
        allowed: Some(allowed),
        model: None,
    };
    size(&question).map(|answer| answer.sample_size)
}

fn an_upper_count(population: u64, sample_size: u64, failures: u64, confidence: u64) -> u64 {
    let confidence = hundredths(confidence);
    let question = LimitQuestion { population: Some(population), sample_size, failures, confidence, model: None };
    limit(&question).unwrap().upper_count.unwrap()
}

proptest! {
    #[test]
    fn a_size_does_and_one_less_does_not(
        population in 1u64..90, tolerable in 1u64..10_000, confidence in 1u64..10_000, allowed in 0u64..6,
    ) {
        let deviating = (tolerable * population).div_ceil(10_000).max(1);
        match a_size(Some(population), confidence, tolerable, allowed) {
            Ok(size) => {
                prop_assert!(size > allowed && size <= population);
                prop_assert!(shows_enough(population, deviating, size, allowed, confidence));
                prop_assert!(!shows_enough(population, deviating, size - 1, allowed, confidence));
            }
            Err(refusal) => {
                prop_assert_eq!(refusal, SamplingError::AllowedTooMany { allowed, too_many: deviating });
                prop_assert!(allowed >= deviating);
            }
        }
    }

    #[test]
    fn a_size_with_an_expected_rate_is_the_first_that_does(
        population in 1u64..70, tolerable in 2u64..10_000, part in 1u64..100, confidence in 1u64..10_000,
    ) {
        let expected = (tolerable * part / 100).max(1);
        let deviating = (tolerable * population).div_ceil(10_000).max(1);
        let question = SizeQuestion {
            population: Some(population),
            confidence: hundredths(confidence),
            tolerable: hundredths(tolerable),
            expected: Some(hundredths(expected)),
            allowed: None,
            model: None,
        };
        let first = (1..=population)
            .map(|size| (size, (expected * size).div_ceil(10_000)))
            .find(|(size, allowed)| *allowed < deviating && shows_enough(population, deviating, *size, *allowed, confidence));
        let found = size(&question).ok().map(|answer| (answer.sample_size, answer.allowed_deviations));
        prop_assert_eq!(found, first);
    }

    #[test]
    fn who_allows_more_or_wants_to_be_surer_tests_more(
        population in proptest::option::of(500u64..20_000),
        tolerable in 200u64..5000, confidence in 100u64..9900, allowed in 0u64..8,
    ) {
        let size = a_size(population, confidence, tolerable, allowed).unwrap();
        prop_assert!(a_size(population, confidence, tolerable, allowed + 1).unwrap() > size);
        prop_assert!(a_size(population, confidence + 50, tolerable, allowed).unwrap() >= size);
        prop_assert!(a_size(population, confidence, tolerable + 100, allowed).unwrap() <= size);
        if confidence >= 8000 {
            let uncounted = a_size(None, confidence, tolerable, allowed).unwrap();
            prop_assert!(uncounted >= size, "at the usual confidences, counting the records never costs tests");
        }
    }

    #[test]
    fn a_sample_that_does_limits_the_deviations_below_what_is_too_many(
        population in 30u64..5000, tolerable in 1u64..6000, confidence in 100u64..9999, allowed in 0u64..5,
    ) {
        let too_many = (tolerable * population).div_ceil(10_000).max(1);
        let Ok(size) = a_size(Some(population), confidence, tolerable, allowed) else { return Ok(()) };
        prop_assert!(an_upper_count(population, size, allowed, confidence) < too_many);
        if size > allowed + 1 {
            prop_assert!(an_upper_count(population, size - 1, allowed, confidence) >= too_many);
        }
    }

    #[test]
    fn limits_grow_with_failures_and_confidence_and_shrink_with_tests(
        population in 60u64..3000, sample in 2u64..50, failures in 0u64..50, confidence in 100u64..9900,
    ) {
        let failures = failures % sample;
        let upper = an_upper_count(population, sample, failures, confidence);
        prop_assert!(an_upper_count(population, sample, failures + 1, confidence) > upper);
        prop_assert!(an_upper_count(population, sample, failures, confidence + 50) >= upper);
        prop_assert!(an_upper_count(population, sample + 1, failures, confidence) <= upper);
        prop_assert!(upper >= failures && upper <= population - (sample - failures));
    }

    #[test]
    fn limits_on_both_sides_enclose_the_rate_in_every_model(
        population in proptest::option::of(400u64..4000), sample in 1u64..300, failures in 0u64..300,
        confidence in 8000u64..9990, poisson in any::<bool>(),
    ) {
        let failures = failures % (sample + 1);
        let model = poisson.then_some(Model::Poisson);
        let confidence = hundredths(confidence);
        let question = LimitQuestion { population, sample_size: sample, failures, confidence, model };
        let answer = limit(&question).unwrap();
        prop_assert!(answer.lower_two_sided <= answer.rate && answer.rate <= answer.upper_two_sided);
        prop_assert!(answer.upper_limit <= answer.upper_two_sided, "both sides share what one has alone");
        prop_assert!(answer.lower_two_sided >= 0.0 && answer.upper_two_sided <= 1.0);
        if let Some((lower, upper)) = answer.two_sided_counts {
            prop_assert!(lower >= failures && lower <= upper && answer.upper_count.unwrap() <= upper);
        }
    }

    #[test]
    fn a_curve_falls_from_certainty(
        population in proptest::option::of(100u64..4000), sample in 1u64..100, allowed in 0u64..5, tolerable in 1u64..9999,
    ) {
        let points =
            curve(hundredths(9500), hundredths(tolerable), population, sample, allowed, None).unwrap();
        prop_assert!(points.len() > 1 && points.len() <= 61);
        prop_assert!(points[0].rate == 0.0 && points[0].chance_of_accepting == 1.0);
        for pair in points.windows(2) {
            prop_assert!(pair[0].rate < pair[1].rate);
            prop_assert!(pair[0].chance_of_accepting >= pair[1].chance_of_accepting - 1e-12);
        }
        let last = points[points.len() - 1];
        prop_assert!(last.rate >= hundredths(tolerable).to_f64() && last.rate <= 1.0);
        prop_assert!(last.chance_of_accepting <= 0.005 || last.rate == 1.0);
    }

    #[test]
    fn every_draw_is_of_different_records(seed in "[a-z0-9]{1,12}", population in 1u64..400, share in 0u64..=100) {
        let size = population * share / 100;
        let drawn = draw_random(&a_key(&seed, Method::Random), "", population, size).unwrap();
        let even = draw_systematic(&a_key(&seed, Method::Systematic), population, size).unwrap();
        for draw in [&drawn, &even] {
            let different: BTreeSet<_> = draw.iter().collect();
            prop_assert_eq!(different.len() as u64, size);
            prop_assert!(draw.iter().all(|index| *index < population));
        }
        prop_assert!(even.is_sorted());
    }

    #[test]
    fn a_larger_draw_begins_with_the_smaller(seed in "[a-z0-9]{1,12}", population in 1u64..400, size in 0u64..400) {
        let key = a_key(&seed, Method::Random);
        let all = draw_random(&key, "", population, population).unwrap();
        let some = draw_random(&key, "", population, size % (population + 1)).unwrap();
        prop_assert!(all.starts_with(&some));
    }

    #[test]
    fn what_is_drawn_from_a_stratum_does_not_depend_on_the_others(
        seed in "[a-z0-9]{1,12}", populations in proptest::collection::vec(1u64..90, 1..6),
    ) {
        let key = a_key(&seed, Method::Stratified);
        let strata: Vec<_> = populations.iter().enumerate().map(|(place, population)| StratumToDraw {
            stratum: format!("P{place}"),
            population: *population,
            size: population / 2,
        }).collect();
        let together = draw_stratified(&key, &strata).unwrap();
        for stratum in &strata {
            let alone = draw_stratified(&key, std::slice::from_ref(stratum)).unwrap();
            prop_assert!(together.contains(&alone[0]));
            let drawn = draw_random(&key, &stratum.stratum, stratum.population, stratum.size).unwrap();
            prop_assert_eq!(&alone[0].drawn, &drawn);
        }
    }

    #[test]
    fn every_point_of_value_falls_on_a_record(
        seed in "[a-z0-9]{1,12}", values in proptest::collection::vec(0u64..5000, 1..60), size in 1u64..40,
    ) {
        let total: u64 = values.iter().sum();
        prop_assume!(total >= size);
        let draw = draw_monetary(&a_key(&seed, Method::MonetaryUnit), &values, size).unwrap();
        prop_assert_eq!(draw.drawn.iter().map(|hit| hit.hits).sum::<u64>(), size);
        prop_assert_eq!((draw.total_value, draw.interval), (total, total / size));
        prop_assert!(draw.drawn.is_sorted_by(|a, b| a.index < b.index));
        for (index, value) in (0u64..).zip(&values) {
            let hit = draw.drawn.iter().find(|hit| hit.index == index);
            let certain = value * size >= total;
            prop_assert!(!certain || hit.is_some(), "a record as large as the interval is always drawn");
            prop_assert!(hit.is_none_or(|hit| *value > 0 && hit.certain == certain && (certain || hit.hits == 1)));
        }
    }

    #[test]
    fn a_sample_is_divided_without_rest_and_within_bounds(
        populations in proptest::collection::vec(0u64..200, 1..8), share in 0u64..=100, minimum in 0u64..12,
        equal in any::<bool>(),
    ) {
        let strata: Vec<_> = populations.iter().enumerate().map(|(place, records)| (format!("P{place}"), *records)).collect();
        let total = populations.iter().sum::<u64>() * share / 100;
        let how = if equal { Allocation::Equal } else { Allocation::Proportional };
        let needed: u64 = populations.iter().map(|records| minimum.min(*records)).sum();
        match allocate(&strata, total, &how, minimum) {
            Ok(sizes) => {
                prop_assert_eq!(sizes.iter().sum::<u64>(), total);
                for (size, (_, records)) in sizes.iter().zip(&strata) {
                    prop_assert!(size <= records && *size >= minimum.min(*records));
                }
                let mut turned = strata.clone();
                turned.reverse();
                let mut again = allocate(&turned, total, &how, minimum).unwrap();
                again.reverse();
                prop_assert_eq!(sizes, again, "the order in which strata are given changes nothing");
            }
            Err(refusal) => {
                prop_assert!(needed > total);
                prop_assert_eq!(refusal, SamplingError::MinimumTooLarge { minimum, needed, wanted: total });
            }
        }
    }

    #[test]
    fn one_stratum_is_a_simple_sample(population in 1u64..600, sample in 1u64..60, failures in 0u64..60) {
        let sample = sample.min(population);
        let failures = failures % (sample + 1);
        let stratum = StratumResult { stratum: "P1".to_owned(), population, sample, failures };
        let answer = stratified(&[stratum], hundredths(9500)).unwrap();
        prop_assert_eq!(answer.upper_guaranteed_count, an_upper_count(population, sample, failures, 9500));
        prop_assert!((answer.weighted_rate - answer.raw_rate).abs() < 1e-12);
    }

    #[test]
    fn the_guaranteed_limit_lies_above_what_was_seen(
        strata in proptest::collection::vec((1u64..300, 1u64..40, 0u64..40), 1..6), confidence in 8000u64..9990,
    ) {
        let strata: Vec<_> = strata.into_iter().enumerate().map(|(place, (population, sample, failures))| {
            let sample = sample.min(population);
            StratumResult { stratum: place.to_string(), population, sample, failures: failures % (sample + 1) }
        }).collect();
        let answer = stratified(&strata, hundredths(confidence)).unwrap();
        // The limit is a whole number of records, what was seen need not be.
        prop_assert!(answer.weighted_count < answer.upper_guaranteed_count as f64 + 1.0);
        prop_assert!(answer.upper_guaranteed <= 1.0);
        prop_assert!(answer.upper_approximate.is_none_or(|upper| upper > answer.weighted_rate && upper < 1.0));
        prop_assert!(answer.effective_sample_size.is_none_or(|size| size <= answer.sample_size as f64));
    }
}

#[test]
fn every_pair_of_records_is_drawn_about_as_often() {
    // 2 of 6 in order: 30 outcomes. With 9,000 seeds each comes 300 times, give or take; χ² with 29 degrees of freedom
    // is above 58.3 once in a thousand, and these seeds never change.
    let mut counted = [[0u32; 6]; 6];
    for seed in 0..9000 {
        let drawn = draw_random(&a_key(&format!("seed {seed}"), Method::Random), "", 6, 2).unwrap();
        counted[usize::try_from(drawn[0]).unwrap()][usize::try_from(drawn[1]).unwrap()] += 1;
    }
    let mut chi_square = 0.0;
    for (first, row) in counted.iter().enumerate() {
        for (second, times) in row.iter().enumerate() {
            if first == second {
                assert_eq!(*times, 0);
            } else {
                chi_square += (f64::from(*times) - 300.0).powi(2) / 300.0;
            }
        }
    }
    assert!(chi_square < 58.3, "{chi_square}");
}
