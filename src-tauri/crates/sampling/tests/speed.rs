//! How long the worst questions take: someone is typing while they are answered. Run with
//! `cargo test --release -p sampling -- --ignored speed --nocapture --test-threads 1`.

#![allow(clippy::unwrap_used, reason = "a test that can't go on has failed")]

use std::time::{Duration, Instant};

use sampling::{
    DrawKey, LimitQuestion, Method, Model, Percent, SizeQuestion, StratumResult, curve, draw_random, limit, size,
    stratified, two_stage,
};

/// For every question about a population of up to a million.
const MOST: Duration = Duration::from_millis(50);
const MILLION: u64 = 1_000_000;

fn percent(text: &str) -> Percent {
    Percent::parse(text).unwrap()
}

/// What this thread has had of the processor, where the system tells, so that it does not matter what else is running.
fn spent(since: Instant) -> Duration {
    let told = std::fs::read_to_string("/proc/thread-self/schedstat").ok();
    let nanoseconds = told.and_then(|told| told.split_whitespace().next().and_then(|first| first.parse().ok()));
    nanoseconds.map_or_else(|| since.elapsed(), Duration::from_nanos)
}

/// The quickest of three times.
fn is_quick(what: &str, slowest: &mut Duration, work: impl Fn() -> String) {
    let (since, mut quickest, mut answer) = (Instant::now(), Duration::MAX, String::new());
    for _ in 0..3 {
        let before = spent(since);
        answer = work();
        quickest = (spent(since) - before).min(quickest);
    }
    if quickest > *slowest {
        *slowest = quickest;
        println!("{:>8.1} ms  {what}: {answer}", quickest.as_secs_f64() * 1000.0);
    }
    assert!(quickest <= MOST, "{what} took {quickest:?}: {answer}");
}

#[test]
#[ignore = "takes its time, and means something only when optimised"]
fn speed_of_every_size() {
    let mut slowest = Duration::ZERO;
    let models = [Some(Model::Hypergeometric), Some(Model::Binomial), Some(Model::Poisson)];
    for model in models {
        for population in [MILLION, MILLION - 1, 100_003] {
            for confidence in ["50", "80", "90", "95", "99.9", "99.999999"] {
                // Poisson is for rare deviations; nobody asks it about nearly all.
                let rates = if model == Some(Model::Poisson) { 6 } else { 7 };
                for tolerable in &["0.0001", "0.01", "1", "2.2", "5", "50", "99.9"][..rates] {
                    for allowed in [0, 1, 10, 100, 300, 700, 1000, 4000] {
                        let question = SizeQuestion {
                            population: Some(population),
                            confidence: percent(confidence),
                            tolerable: percent(tolerable),
                            expected: None,
                            allowed: Some(allowed),
                            model,
                        };
                        is_quick(&format!("{question:?}"), &mut slowest, || format!("{:?}", size(&question)));
                    }
                    for share in [0.1, 0.5, 0.9, 0.99, 0.998, 0.9999] {
                        let expected = format!("{:.6}", percent(tolerable).to_f64() * 100.0 * share);
                        let question = SizeQuestion {
                            population: Some(population),
                            confidence: percent(confidence),
                            tolerable: percent(tolerable),
                            expected: Some(percent(&expected)),
                            allowed: None,
                            model,
                        };
                        is_quick(&format!("{question:?}"), &mut slowest, || format!("{:?}", size(&question)));
                    }
                }
            }
        }
    }
    println!("{:>8.1} ms at most for a size", slowest.as_secs_f64() * 1000.0);
}

#[test]
#[ignore = "takes its time, and means something only when optimised"]
fn speed_of_every_limit() {
    let mut slowest = Duration::ZERO;
    for model in [Model::Hypergeometric, Model::Binomial, Model::Poisson] {
        for (sample_size, failures) in
            [(60, 0), (1000, 500), (50_000, 300), (500_000, 0), (500_000, 250_000), (999_999, 4), (999_999, 999_000)]
        {
            let confidence = percent("95");
            let question =
                LimitQuestion { population: Some(MILLION), sample_size, failures, confidence, model: Some(model) };
            is_quick(&format!("{question:?}"), &mut slowest, || format!("{:?}", limit(&question)));
        }
    }
    println!("{:>8.1} ms at most for a limit", slowest.as_secs_f64() * 1000.0);
}

#[test]
#[ignore = "takes its time, and means something only when optimised"]
fn speed_of_the_rest() {
    let mut slowest = Duration::ZERO;
    let confidence = percent("95");
    for model in [Model::Hypergeometric, Model::Binomial, Model::Poisson] {
        for tolerable in ["0.001", "0.01", "1", "5", "50", "99"] {
            let tolerable = percent(tolerable);
            is_quick(&format!("two stages {tolerable} {model:?}"), &mut slowest, || {
                format!("{:?}", two_stage(Some(MILLION), confidence, tolerable, Some(model)))
            });
            for (sample, allowed) in [(60, 0), (5000, 200), (100_000, 4900), (500_000, 250_000)] {
                is_quick(&format!("curve {tolerable} {sample} {allowed} {model:?}"), &mut slowest, || {
                    let points = curve(confidence, tolerable, Some(MILLION), sample, allowed, Some(model));
                    format!("{:?}", points.map(|points| points.len()))
                });
            }
        }
    }
    for (strata, sample, failures) in [(2, 4, 0), (40, 2, 0), (4, 100, 0), (40, 30, 1), (1000, 10, 1)] {
        let strata: Vec<_> = (0..strata)
            .map(|place| StratumResult { stratum: place.to_string(), population: MILLION / strata, sample, failures })
            .collect();
        is_quick(&format!("{} strata, {sample}, {failures}", strata.len()), &mut slowest, || {
            format!("{:?}", stratified(&strata, confidence))
        });
    }
    let key = DrawKey {
        population_sha256: "0".repeat(64),
        filter: String::new(),
        method: Method::Random,
        seed: "seed".to_owned(),
    };
    is_quick("60 of a million drawn", &mut slowest, || format!("{:?}", draw_random(&key, "", MILLION, 60)));
    println!("{:>8.1} ms at most for the rest", slowest.as_secs_f64() * 1000.0);
}
