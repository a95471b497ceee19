//! Another program, written from the text alone, draws the same.

#![allow(clippy::unwrap_used, reason = "a test that can't go on has failed")]

use std::{
    io::Write,
    path::{Path, PathBuf},
    process::{Command, Output, Stdio},
};

use proptest::{
    strategy::{Strategy, ValueTree},
    test_runner::TestRunner,
};
use sampling::{
    DrawKey, Method, StratumDraw, StratumToDraw, Unit, draw_monetary, draw_random, draw_stratified, draw_systematic,
    in_draw_order,
};
use serde_json::{Value, json};

const FINGERPRINT: &str = "00112233445566778899aabbccddeeff00112233445566778899aabbccddeeff";

fn a_key(method: Method) -> DrawKey {
    DrawKey {
        population_sha256: FINGERPRINT.to_owned(),
        filter: String::new(),
        method,
        seed: "IA-2026-01/2026-02-09".to_owned(),
    }
}

fn program() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../tests/redraw.py")
}

fn redraw(arguments: &[&str], input: &[u8]) -> Output {
    let child = Command::new("python3")
        .arg(program())
        .args(arguments)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn();
    let mut child = child.expect("This test draws again with Python: install python3 and put it on the path.");
    // Everything is read before anything is answered, so neither side waits for the other.
    child.stdin.take().unwrap().write_all(input).unwrap();
    let output = child.wait_with_output().unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    output
}

/// What to draw, as Python is told, and what this crate draws.
fn a_draw(key: &DrawKey, numbers: &[u64]) -> (Value, Value) {
    let mut wanted = json!({
        "method": key.method,
        "fingerprint": key.population_sha256,
        "filter": key.filter,
        "seed": key.seed,
    });
    let (population, size) = (numbers[0] + 1, numbers[1] % (numbers[0] + 2));
    wanted["N"] = population.into();
    wanted["n"] = size.into();
    let drawn = match key.method {
        Method::Systematic => json!(draw_systematic(key, population, size).unwrap()),
        Method::MonetaryUnit => {
            // Values of very different sizes, with some of nothing between them.
            let values: Vec<u64> = numbers.iter().map(|number| number % 97 * (number % 7) * (number % 5)).collect();
            let size = size % 40 + 1;
            (wanted["values"], wanted["n"]) = (json!(values), size.into());
            match draw_monetary(key, &values, size) {
                Ok(draw) => draw.drawn.iter().map(|hit| json!([hit.index, hit.hits])).collect(),
                Err(refusal) => {
                    assert!(values.iter().sum::<u64>() < size, "{refusal}");
                    (wanted["method"], wanted["n"]) = ("systematic".into(), 0.into());
                    json!([])
                }
            }
        }
        Method::Stratified => {
            let strata = numbers.chunks(2).enumerate().map(|(place, numbers)| StratumToDraw {
                stratum: format!("{}{place}", ["P", "ä", "", "Ω "][place % 4]),
                population: numbers[0] % 90,
                size: (numbers[numbers.len() - 1] % 90).min(numbers[0] % 90),
            });
            let strata: Vec<_> = strata.collect();
            wanted["strata"] = strata.iter().map(|one| json!([one.stratum, one.population, one.size])).collect();
            let drawn = draw_stratified(key, &strata).unwrap();
            drawn.iter().map(|one| json!([one.stratum, one.drawn])).collect()
        }
        _ => json!(draw_random(key, "", population, size).unwrap()),
    };
    (wanted, drawn)
}

#[test]
fn a_thousand_draws_are_drawn_alike_by_another_program() {
    let method =
        proptest::sample::select(vec![Method::Random, Method::Systematic, Method::Stratified, Method::MonetaryUnit]);
    let key = ("[0-9a-fA-F]{64}", ".{0,20}", method, "[^\\s].{0,20}");
    let draws = (key, proptest::collection::vec(0u64..3000, 2..20));
    let mut runner = TestRunner::deterministic();
    let (mut wanted, mut drawn) = (Vec::new(), Vec::new());
    for _ in 0..1000 {
        let ((population_sha256, filter, method, seed), numbers) = draws.new_tree(&mut runner).unwrap().current();
        // What travels is the fingerprint in lower case: so the text has it.
        let key = DrawKey { population_sha256: population_sha256.to_lowercase(), filter, method, seed };
        let (one_wanted, one_drawn) = a_draw(&key, &numbers);
        wanted.push(one_wanted);
        drawn.push(one_drawn);
    }

    let output = redraw(&[], &serde_json::to_vec(&wanted).unwrap());

    let redrawn: Vec<Value> = serde_json::from_slice(&output.stdout).unwrap();
    assert_eq!(redrawn.len(), drawn.len());
    for ((wanted, drawn), redrawn) in wanted.iter().zip(&drawn).zip(&redrawn) {
        assert_eq!(drawn, redrawn, "{wanted}");
    }
}

#[test]
fn a_file_is_drawn_from_alike() {
    let rows = [
        ("10", "P1", 700),
        ("b", "P2", 5),
        ("B", "P1", 0),
        ("9", "P10", 90),
        ("é", "P2", 4000),
        ("b", "P1", 3),
        ("a,\"quoted\"", "P1", 250),
        ("11", "P2", 41),
    ];
    let file = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("redrawn.csv");
    let lines: Vec<_> = rows
        .iter()
        .map(|(id, stratum, value)| format!("\"{}\",{stratum},{value}\r\n", id.replace('"', "\"\"")))
        .collect();
    std::fs::write(&file, format!("\u{feff}id,stratum,value\r\n{}", lines.concat())).unwrap();
    let redrawn = |method: Method, size: &str| {
        let arguments = [method.word(), FINGERPRINT, "", &a_key(method).seed, size, file.to_str().unwrap()];
        String::from_utf8(redraw(&arguments, b"").stdout).unwrap().lines().map(str::to_owned).collect::<Vec<_>>()
    };
    let of = |stratum: Option<&str>| {
        let mut units: Vec<_> = (1..)
            .zip(&rows)
            .filter(|(_, row)| stratum.is_none_or(|stratum| row.1 == stratum))
            .map(|(row, (id, ..))| Unit { id: (*id).to_owned(), row })
            .collect();
        in_draw_order(&mut units);
        units
    };
    let at = |units: &[Unit], index: &u64| units[usize::try_from(*index).unwrap()].clone();

    let all = of(None);
    let drawn = draw_random(&a_key(Method::Random), "", 8, 5).unwrap();
    assert_eq!(redrawn(Method::Random, "5"), drawn.iter().map(|index| at(&all, index).id).collect::<Vec<_>>());
    let drawn = draw_systematic(&a_key(Method::Systematic), 8, 3).unwrap();
    assert_eq!(redrawn(Method::Systematic, "3"), drawn.iter().map(|index| at(&all, index).id).collect::<Vec<_>>());

    let values: Vec<_> = all.iter().map(|unit| rows[usize::try_from(unit.row - 1).unwrap()].2).collect();
    let drawn = draw_monetary(&a_key(Method::MonetaryUnit), &values, 6).unwrap().drawn;
    let hits: Vec<_> = drawn.iter().map(|hit| format!("{}\t{}", at(&all, &hit.index).id, hit.hits)).collect();
    assert_eq!(redrawn(Method::MonetaryUnit, "6"), hits);

    let strata = [("P2", 2), ("P1", 3), ("P10", 1)].map(|(stratum, size)| StratumToDraw {
        stratum: stratum.to_owned(),
        population: of(Some(stratum)).len() as u64,
        size,
    });
    let drawn = draw_stratified(&a_key(Method::Stratified), &strata).unwrap();
    let named = |draw: &StratumDraw| {
        let units = of(Some(&draw.stratum));
        draw.drawn.iter().map(|index| format!("{}\t{}", draw.stratum, at(&units, index).id)).collect::<Vec<_>>()
    };
    assert_eq!(redrawn(Method::Stratified, "P2=2,P1=3,P10=1"), drawn.iter().flat_map(named).collect::<Vec<_>>());
}

#[test]
fn the_example_in_the_text_is_drawn() {
    // These figures stand in the description of the draw. Whoever changes one changes what old samples mean.
    let random = |size| draw_random(&a_key(Method::Random), "", 4812, size).unwrap();
    assert_eq!(random(5), [1170, 3771, 2808, 2567, 3222]);
    assert_eq!(random(8), [1170, 3771, 2808, 2567, 3222, 1376, 2100, 2557]);
    assert_eq!(draw_systematic(&a_key(Method::Systematic), 4812, 5).unwrap(), [957, 1919, 2882, 3844, 4807]);

    let strata = [("P10", 9, 1), ("P2", 168, 4), ("P1", 12, 2)].map(|(stratum, population, size)| StratumToDraw {
        stratum: stratum.to_owned(),
        population,
        size,
    });
    let drawn = draw_stratified(&a_key(Method::Stratified), &strata).unwrap();
    let drawn: Vec<_> = drawn.iter().map(|one| (one.stratum.as_str(), one.drawn.as_slice())).collect();
    assert_eq!(drawn, [("P1", [3, 10].as_slice()), ("P10", &[8]), ("P2", &[33, 129, 109, 67])]);

    let by_value = draw_monetary(&a_key(Method::MonetaryUnit), &[100, 0, 5000, 250, 90, 3000], 4).unwrap();
    let hits: Vec<_> = by_value.drawn.iter().map(|hit| (hit.index, hit.hits, hit.certain)).collect();
    assert_eq!(hits, [(2, 2, true), (5, 2, true)]);
    assert_eq!((by_value.total_value, by_value.interval), (8440, 2110));
}
