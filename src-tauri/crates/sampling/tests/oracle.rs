//! Sizes and limits as another program found them by the plainest way there is: `oracle.json`, written by `oracle.py`.

#![allow(clippy::unwrap_used, reason = "a test that can't go on has failed")]

use sampling::{
    LimitQuestion, Model, Overstatement, Percent, SizeQuestion, StratumResult, limit, size, stratified, stringer,
    two_stage, two_stage_from,
};
use serde_json::Value;

fn oracle(name: &str) -> Vec<Value> {
    let oracle: Value = serde_json::from_str(include_str!("oracle.json")).unwrap();
    let rows = oracle[name].as_array().unwrap().clone();
    assert!(!rows.is_empty());
    rows
}

fn percent(text: &Value) -> Option<Percent> {
    text.as_str().map(|text| Percent::parse(text).unwrap())
}

fn model(text: &Value) -> Option<Model> {
    Some(serde_json::from_value(text.clone()).unwrap())
}

#[test]
fn every_size_is_the_one_that_counting_through_finds() {
    for row in oracle("sizes") {
        let question = SizeQuestion {
            population: row["population"].as_u64(),
            confidence: percent(&row["confidence"]).unwrap(),
            tolerable: percent(&row["tolerable"]).unwrap(),
            expected: percent(&row["expected"]),
            allowed: row["allowed"].as_u64(),
            model: model(&row["model"]),
        };
        let found = size(&question).ok().map(|answer| (answer.sample_size, answer.allowed_deviations));
        assert_eq!(found, row["size"].as_u64().zip(row["may_show"].as_u64()), "{row}");
    }
}

#[test]
fn every_limit_is_the_one_that_counting_through_finds() {
    for row in oracle("limits") {
        let question = LimitQuestion {
            population: row["population"].as_u64(),
            sample_size: row["sample"].as_u64().unwrap(),
            failures: row["failures"].as_u64().unwrap(),
            confidence: percent(&row["confidence"]).unwrap(),
            model: None,
        };
        if question.sample_size == 0 {
            continue;
        }
        let answer = limit(&question).unwrap();
        assert_eq!(answer.upper_count, row["upper"].as_u64(), "{row}");
        let two_sided = &row["two_sided"];
        assert_eq!(answer.two_sided_counts, two_sided[0].as_u64().zip(two_sided[1].as_u64()), "{row}");
    }
}

#[test]
fn every_rate_is_the_one_that_counting_through_finds() {
    for row in oracle("rates") {
        let question = LimitQuestion {
            population: None,
            sample_size: row["sample"].as_u64().unwrap(),
            failures: row["failures"].as_u64().unwrap(),
            confidence: percent(&row["confidence"]).unwrap(),
            model: model(&row["model"]),
        };
        let answer = limit(&question).unwrap();
        // The oracle counts in millionths of a millionth, and so closely the limits are found.
        let found = [answer.upper_limit, answer.lower_two_sided, answer.upper_two_sided].map(|rate| rate * 1e12);
        let wanted = [&row["upper"], &row["two_sided"][0], &row["two_sided"][1]].map(|rate| rate.as_f64().unwrap());
        assert!(found.iter().zip(wanted).all(|(found, wanted)| (found - wanted).abs() < 0.01), "{found:?}: {row}");
    }
}

#[test]
fn every_plan_in_two_stages_is_the_one_that_counting_through_finds() {
    for row in oracle("two_stages") {
        let (population, model) = (row["population"].as_u64(), model(&row["model"]));
        let (confidence, tolerable) = (percent(&row["confidence"]).unwrap(), percent(&row["tolerable"]).unwrap());
        let stages = &row["stages"];
        let Ok(plan) = two_stage(population, confidence, tolerable, model) else {
            assert!(row["too_many"] == 1, "refused only where one deviation is already too many: {row}");
            continue;
        };
        assert_eq!((Some(plan.first), Some(plan.second)), (stages[0].as_u64(), stages[1].as_u64()), "{row}");
        let miss = 1.0 - confidence.to_f64();
        assert!(plan.chance_of_accepting <= miss + 1e-12, "{row}");

        let from = two_stage_from(population, confidence, tolerable, model, plan.first).unwrap();
        assert_eq!(from.second, plan.second, "the same first stage has the same second: {row}");
        if plan.first == 1 {
            continue;
        }
        let short = two_stage_from(population, confidence, tolerable, model, plan.first - 1);
        assert!(short.is_err() || short.unwrap().second > plan.second + 1, "a shorter first stage costs more: {row}");
    }
}

#[test]
fn strata_without_a_failure_hide_no_more_than_trying_all_ways_finds() {
    for row in oracle("strata_without_failure") {
        let strata = row["strata"].as_array().unwrap().iter().enumerate().map(|(place, stratum)| StratumResult {
            stratum: place.to_string(),
            population: stratum[0].as_u64().unwrap(),
            sample: stratum[1].as_u64().unwrap(),
            failures: 0,
        });
        let strata: Vec<_> = strata.collect();
        let answer = stratified(&strata, percent(&row["confidence"]).unwrap()).unwrap();
        assert_eq!(Some(answer.upper_guaranteed_count), row["upper"].as_u64(), "{row}");
    }
}

#[test]
fn every_bound_of_stringer_is_the_one_that_fractions_give() {
    for row in oracle("stringers") {
        let found = row["found"].as_array().unwrap().iter().map(|found| Overstatement {
            book_value: found[0].as_u64().unwrap(),
            overstated: found[1].as_u64().unwrap(),
        });
        let found: Vec<_> = found.collect();
        let (total, sample) = (row["total"].as_u64().unwrap(), row["sample"].as_u64().unwrap());
        let answer = stringer(total.into(), sample, &found, percent(&row["confidence"]).unwrap()).unwrap();
        assert_eq!(Some(answer.certain), row["certain"].as_u64(), "{row}");
        assert_eq!(Some(answer.projected), row["projected"].as_u64(), "{row}");
        assert_eq!(Some(answer.upper_limit), row["upper"].as_u64(), "{row}");
        assert_eq!(Some(answer.basic_precision), row["basic"].as_u64(), "{row}");
    }
}
