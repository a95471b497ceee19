//! Sampling without a workspace: sizes, limits, and draws from a file.

use std::{collections::BTreeMap, fs::File, io::Read as _};

use ::sample::{Design, StratumPlan, pick};
use ground::{Effort, Problem};
use population::{Export, RECORD_ID, propose};
use sampling::{ALGORITHM, LimitQuestion, Percent, SizeQuestion, limit, meaning, size};
use serde_json::{Value, json};
use sha2::{Digest as _, Sha256};
use table::{Corrections, DecimalSign, Encoding};

use crate::{
    arguments::{Draw, Method, Model, SampleCommand},
    output::{Outcome, Output},
};

pub fn run(output: &Output, what: SampleCommand) -> Result<Outcome, Problem> {
    match what {
        SampleCommand::Size { population, confidence, tolerable, expected, allowed, model } => {
            let question = SizeQuestion {
                population,
                confidence: Percent::parse(&confidence)?,
                tolerable: Percent::parse(&tolerable)?,
                expected: expected.as_deref().map(Percent::parse).transpose()?,
                allowed,
                model: model.map(model_of),
            };
            let answer = size(&question)?;
            let value = serde_json::to_value(&answer).map_err(ground::Fault::bug)?;
            output.answer(&value, || {
                format!(
                    "{} records, {} failures allowed.\n{}",
                    answer.sample_size,
                    answer.allowed_deviations,
                    meaning(&question, &answer)
                )
            });
        }
        SampleCommand::Limit { population, size, failures, confidence, model } => {
            let confidence = Percent::parse(&confidence)?;
            let question =
                LimitQuestion { population, sample_size: size, failures, confidence, model: model.map(model_of) };
            let answer = limit(&question)?;
            let value = serde_json::to_value(&answer).map_err(ground::Fault::bug)?;
            output.answer(&value, || {
                let count = answer.upper_count.map(|count| format!(", {count} records")).unwrap_or_default();
                format!(
                    "{failures} of {size} failed ({:.1} %). With {confidence} % confidence at most {:.1} %{count}.",
                    answer.rate * 100.0,
                    answer.upper_limit * 100.0,
                )
            });
        }
        SampleCommand::Draw(wanted) => draw(output, *wanted)?,
    }
    Ok(Outcome::Done)
}

fn draw(output: &Output, wanted: Draw) -> Result<(), Problem> {
    let shown = wanted.file.to_string_lossy().into_owned();
    let unreadable = |error: std::io::Error| {
        Problem::refusal(
            "file.unreadable",
            format!("{shown} can’t be read: {error}."),
            "Check that the file is there and that you may read it.",
        )
    };
    let mut file = File::open(&wanted.file).map_err(unreadable)?;
    let file_name = wanted.file.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    let recognised = table::recognise(&mut file, &file_name, &corrections(&wanted)?)?;
    let mut mapping = propose(&recognised.shape.columns, "").mapping;
    for told in &wanted.field {
        let (field, column) = halves(told, "--field", "FIELD=COLUMN")?;
        mapping.insert(field.to_owned(), column.to_owned());
    }
    if let Some(id) = wanted.id {
        mapping.insert(RECORD_ID.to_owned(), id);
    }
    let export = Export { file_name: &file_name, shape: &recognised.shape, mapping: &mapping };
    let design = Design {
        method: method_of(wanted.method),
        filter: export.canonical(wanted.filter.as_deref().unwrap_or(""))?,
        seed: wanted.seed.unwrap_or_default().trim().to_owned(),
        size: wanted.size.unwrap_or(0),
        strata: strata(&wanted.stratum_size)?,
    };
    let missing = |option: &str, why: &str| Problem::refusal("sample.option-missing", why, format!("Give {option}."));
    let stratum = match (wanted.method, wanted.stratum.as_deref()) {
        (Method::Stratified, None) => {
            return Err(missing("--stratum COLUMN", "A stratified draw needs the column whose values are the strata."));
        }
        (Method::Stratified, column) => column,
        _ => None,
    };
    let value = match (wanted.method, wanted.value.as_deref()) {
        (Method::Mus, None) => {
            return Err(missing("--value COLUMN", "A draw by value needs the column that holds the amounts."));
        }
        (Method::Mus, column) => column,
        _ => None,
    };
    let gathered = export.gather(&mut file, &design.filter, stratum, value, &Effort::default())?;
    let sha256 = fingerprint(&wanted.file).map_err(unreadable)?;
    let picked = pick(&design, &gathered, &sha256)?;
    let ids: Vec<&str> = picked.items.iter().map(|item| item.record_id.as_str()).collect();
    let mut answer = json!({
        "ids": ids,
        "rows": picked.items.iter().map(|item| item.row).collect::<Vec<_>>(),
        "population_sha256": sha256,
        "population_size": picked.population_size,
        "duplicates_left_out": picked.duplicates,
        "algorithm": ALGORITHM,
        "method": design.method.word(),
        "filter": design.filter,
        "seed": design.seed,
    });
    if !picked.strata.is_empty() {
        answer["strata"] = serde_json::to_value(&picked.strata).map_err(ground::Fault::bug)?;
    }
    if !picked.total_value.is_empty() {
        answer["total_value"] = Value::from(picked.total_value.clone());
        answer["interval"] = Value::from(picked.interval.clone());
        answer["hits"] = picked.items.iter().map(|item| item.hits).collect();
        answer["without_value"] = Value::from(picked.without_value);
    }
    output.answer(&answer, || ids.join("\n"));
    Ok(())
}

fn corrections(wanted: &Draw) -> Result<Corrections, Problem> {
    let encoding = match wanted.encoding.as_deref() {
        None => None,
        Some(name) => {
            let known = [Encoding::Utf8, Encoding::Utf16Le, Encoding::Utf16Be, Encoding::Windows1252];
            let found = known.into_iter().find(|encoding| encoding.name().eq_ignore_ascii_case(name));
            Some(found.ok_or_else(|| {
                Problem::refusal(
                    "sample.no-encoding",
                    format!("There is no encoding “{name}” to read a table in."),
                    "Give UTF-8, UTF-16 LE, UTF-16 BE or Windows-1252.",
                )
            })?)
        }
    };
    let mut forms = BTreeMap::new();
    for told in &wanted.form {
        let (column, form) = halves(told, "--form", "COLUMN=FORM")?;
        forms.insert(column.to_owned(), form.to_owned());
    }
    Ok(Corrections {
        encoding,
        delimiter: wanted.delimiter,
        sheet: wanted.sheet.clone(),
        header_row: wanted.header_row,
        decimal: wanted.decimal.map(|sign| if sign == ',' { DecimalSign::Comma } else { DecimalSign::Point }),
        forms,
        ..Corrections::default()
    })
}

/// Own numbers by stratum. The name may hold an equals sign; the number does not.
fn strata(told: &[String]) -> Result<Vec<StratumPlan>, Problem> {
    told.iter()
        .map(|told| {
            let halves = told.rsplit_once('=').and_then(|(name, size)| Some((name, size.trim().parse().ok()?)));
            let (name, size) = halves.ok_or_else(|| shape_problem(told, "--stratum-size", "NAME=N"))?;
            Ok(StratumPlan { name: name.to_owned(), population: 0, size })
        })
        .collect()
}

fn halves<'a>(told: &'a str, option: &str, shape: &str) -> Result<(&'a str, &'a str), Problem> {
    told.split_once('=').ok_or_else(|| shape_problem(told, option, shape))
}

fn shape_problem(told: &str, option: &str, shape: &str) -> Problem {
    Problem::refusal(
        "sample.option-unreadable",
        format!("“{told}” is not of the shape {shape}."),
        format!("Give {option} {shape}."),
    )
}

fn fingerprint(path: &std::path::Path) -> std::io::Result<String> {
    let mut file = File::open(path)?;
    let mut hasher = Sha256::new();
    let mut part = vec![0; 1 << 20];
    loop {
        match file.read(&mut part)? {
            0 => break,
            read => hasher.update(&part[..read]),
        }
    }
    Ok(hasher.finalize().iter().map(|byte| format!("{byte:02x}")).collect())
}

fn model_of(model: Model) -> sampling::Model {
    match model {
        Model::Hypergeometric => sampling::Model::Hypergeometric,
        Model::Binomial => sampling::Model::Binomial,
        Model::Poisson => sampling::Model::Poisson,
    }
}

fn method_of(method: Method) -> sampling::Method {
    match method {
        Method::Random => sampling::Method::Random,
        Method::Systematic => sampling::Method::Systematic,
        Method::Stratified => sampling::Method::Stratified,
        Method::Mus => sampling::Method::MonetaryUnit,
        Method::All => sampling::Method::All,
    }
}
