use crate::{
    polars,
    refusal::Refusal,
    workplace::{Workplace, run},
};

/// Measures what a person waits for, in release and in a workspace with ten years of audits.
///
/// # Errors
/// Refuses when the programs can't be built or something can't be measured. A figure over its limit is told, not
/// refused: how busy the computer is decides about it, too. Without polars there is one comparison less.
pub fn bench(workplace: &Workplace, arguments: &[&str]) -> Result<(), Refusal> {
    run(&mut workplace.cargo(&["build", "--release", "--package", "cli", "--package", "bench"]))?;
    let mut bench = std::process::Command::new(workplace.built("release", "bench"));
    bench.arg("--folder").arg(workplace.cache.join("bench")).arg("--tick").arg(workplace.built("release", "tick"));
    match polars::install(workplace) {
        Ok(python) => drop(bench.arg("--python").arg(python)),
        Err(missing) => println!("polars can’t be had, so nothing is compared with it. {missing}"),
    }
    run(bench.args(arguments))
}
