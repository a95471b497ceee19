//! The tables that auditors know: `tables.json`.

#![allow(clippy::unwrap_used, reason = "a test that can't go on has failed")]

use sampling::{LimitQuestion, Model, Percent, SizeQuestion, estimate_size, frequency_table, limit, md1_sites, size};
use serde_json::Value;

fn table(name: &str) -> Vec<Value> {
    let tables: Value = serde_json::from_str(include_str!("tables.json")).unwrap();
    let rows = tables[name].as_array().unwrap().clone();
    assert!(!rows.is_empty());
    rows
}

fn percent(text: &Value) -> Percent {
    Percent::parse(text.as_str().unwrap()).unwrap()
}

fn typed(text: &str) -> Percent {
    Percent::parse(text).unwrap()
}

fn a_question(confidence: Percent, tolerable: Percent) -> SizeQuestion {
    SizeQuestion { population: None, confidence, tolerable, expected: None, allowed: None, model: None }
}

#[test]
fn a_sample_without_a_deviation_is_as_large_as_the_tables_say() {
    for row in table("discovery") {
        let question = a_question(percent(&row["confidence"]), percent(&row["tolerable"]));
        let answer = size(&question).unwrap();
        assert_eq!(answer.sample_size, row["n_infinite"].as_u64().unwrap(), "{row}");
        assert_eq!((answer.model, answer.deviations_in_population), (Model::Binomial, None));
        for (population, expected) in row["by_population"].as_object().unwrap() {
            let question = SizeQuestion { population: Some(population.parse().unwrap()), ..question.clone() };
            let answer = size(&question).unwrap();
            assert_eq!(answer.sample_size, expected.as_u64().unwrap(), "{population} records: {row}");
            assert_eq!(answer.model, Model::Hypergeometric);
        }
    }
}

#[test]
fn a_sample_with_allowed_deviations_is_as_large_as_the_tables_say() {
    for row in table("acceptance") {
        for (allowed, expected) in row["by_allowed"].as_object().unwrap() {
            let allowed = Some(allowed.parse().unwrap());
            let question =
                SizeQuestion { allowed, ..a_question(percent(&row["confidence"]), percent(&row["tolerable"])) };
            assert_eq!(size(&question).unwrap().sample_size, expected.as_u64().unwrap(), "{allowed:?}: {row}");
        }
    }
}

#[test]
fn known_sizes_are_met() {
    let binomial = |confidence, tolerable, sizes: [u64; 4]| {
        for (allowed, expected) in (0..).zip(sizes) {
            let question = SizeQuestion { allowed: Some(allowed), ..a_question(typed(confidence), typed(tolerable)) };
            assert_eq!(size(&question).unwrap().sample_size, expected, "{confidence} % {tolerable} % {allowed}");
        }
    };
    binomial("95", "1", [299, 473, 628, 773]);
    binomial("95", "5", [59, 93, 124, 153]);
    binomial("95", "10", [29, 46, 61, 76]);
    binomial("90", "5", [45, 77, 105, 132]);

    for (population, confidence, tolerable, allowed, expected) in [
        (500, "95", "8", 0, 35),
        (500, "95", "6", 0, 47),
        (500, "95", "4", 0, 69),
        (500, "95", "2", 0, 129),
        (50, "95", "5", 0, 31),
        (1200, "90", "5", 0, 45),
        (1200, "90", "5", 2, 102),
    ] {
        let question = SizeQuestion {
            population: Some(population),
            allowed: Some(allowed),
            ..a_question(typed(confidence), typed(tolerable))
        };
        assert_eq!(size(&question).unwrap().sample_size, expected, "{question:?}");
    }
}

#[test]
fn an_expected_rate_allows_as_many_as_it_makes_rounded_up() {
    for (tolerable, expected, sample_size, allowed) in [("5", "3.5", 400, 14), ("8", "7", 1300, 91), ("5", "1", 77, 1)]
    {
        let question = SizeQuestion { expected: Some(typed(expected)), ..a_question(typed("90"), typed(tolerable)) };
        let answer = size(&question).unwrap();
        assert_eq!((answer.sample_size, answer.allowed_deviations), (sample_size, allowed), "{tolerable} {expected}");
    }
}

#[test]
fn upper_limits_are_the_ones_in_the_tables() {
    let upper = |sample_size, failures, confidence| {
        let confidence = typed(confidence);
        limit(&LimitQuestion { population: None, sample_size, failures, confidence, model: None }).unwrap().upper_limit
    };
    for row in table("upper_bounds") {
        let (sample, failures) = (row["n"].as_u64().unwrap(), row["k"].as_u64().unwrap());
        assert!((upper(sample, failures, "95") - row["upper95"].as_f64().unwrap()).abs() <= 0.000_051, "{row}");
        assert!((upper(sample, failures, "90") - row["upper90"].as_f64().unwrap()).abs() <= 0.000_051, "{row}");
    }
    assert!((upper(60, 0, "95") - 0.048_702_91).abs() < 5e-9);
    assert!((upper(145, 1, "95") - 0.032_296_96).abs() < 5e-9);
}

#[test]
fn limits_of_a_counted_population_are_met() {
    for (failures, expected) in [(0, 0.020_833), (1, 0.035_833), (2, 0.049_167), (3, 0.0625)] {
        let question =
            LimitQuestion { population: Some(1200), sample_size: 102, failures, confidence: typed("90"), model: None };
        assert!((limit(&question).unwrap().upper_limit - expected).abs() < 5e-7, "{failures}");
    }
}

#[test]
fn a_limit_on_both_sides_is_that_of_clopper_and_pearson() {
    let confidence = typed("95");
    let question = LimitQuestion { population: None, sample_size: 25, failures: 7, confidence, model: None };
    let answer = limit(&question).unwrap();
    assert_eq!(format!("{:.1}–{:.1}", answer.lower_two_sided * 100.0, answer.upper_two_sided * 100.0), "12.1–49.4");
}

#[test]
fn the_poisson_limits_are_those_of_the_chi_square_tables() {
    // Half the 95 % quantiles of χ² with 2, 4 and 6 degrees of freedom: 5.9915, 9.4877, 12.5916.
    for (failures, chi_square) in [(0, 5.991_464_547), (1, 9.487_729_037), (2, 12.591_587_244)] {
        let question = LimitQuestion {
            population: None,
            sample_size: 100,
            failures,
            confidence: typed("95"),
            model: Some(Model::Poisson),
        };
        assert!((limit(&question).unwrap().upper_limit - chi_square / 200.0).abs() < 1e-10, "{failures}");
    }
}

#[test]
fn a_sample_that_estimates_a_rate_is_as_large_as_the_tables_say() {
    for row in table("estimation") {
        let population = row["population"].as_u64();
        let found =
            estimate_size(population, percent(&row["confidence"]), percent(&row["assumed"]), percent(&row["margin"]));
        assert_eq!(found.unwrap(), row["size"].as_u64().unwrap(), "{row}");
    }
    assert_eq!(estimate_size(None, typed("95"), typed("50"), typed("5")).unwrap(), 385);
}

#[test]
fn sites_are_sampled_as_md_1_says() {
    for row in table("md1") {
        let sizes = serde_json::to_value(md1_sites(row["sites"].as_u64().unwrap())).unwrap();
        for audit in ["initial", "surveillance", "recertification"] {
            assert_eq!(sizes[audit], row[audit], "{audit}: {row}");
        }
    }
    assert_eq!(md1_sites(0).initial, 0);
    assert_eq!(md1_sites(u64::MAX).initial, 1 << 32, "the root of the largest number is rounded up, too");
}

#[test]
fn the_frequency_table_is_the_known_convention() {
    assert_eq!(serde_json::to_value(frequency_table()).unwrap().as_array().unwrap(), &table("frequency"));
}
