//! `cargo xtask`: sets up, runs, tests and measures Tickmark.
//!
//! Invariant: it leans on no other crate, because it is built before all of them.
//!
//! - `workplace` knows where things are and runs programs,
//! - `packages` looks after the system's packages, `screens` after the user interface,
//! - `setup`, `run`, `test`, `operations` and `bench` are the commands,
//! - `count` reads how many tests a runner ran, `verifiers` brings in the independent ones, `polars` a peer.

mod bench;
mod count;
mod operations;
mod packages;
mod polars;
mod refusal;
mod run;
mod screens;
mod setup;
mod test;
mod verifiers;
mod workplace;

use std::process::ExitCode;

use refusal::Refusal;
use workplace::Workplace;

const HELP: &str = "\
Usage: cargo xtask COMMAND

  run [-- ARGUMENTS]   set up what is missing, then open the desktop on the demo workspace
                       (without a display: make the demo, write its report and verify both)
  test                 set up what is missing, then run every check there is
  setup [--test]       set up only; with --test also what the tests need
  operations           write the screens' client anew from the desk's list of operations
  bench [ARGUMENTS]    measure how long a person waits, in release and with 1,000 audits
                       (--quick: with 50; --fresh: make the large workspace anew; --only sampling: samples alone)
";

fn main() -> ExitCode {
    let words: Vec<String> = std::env::args().skip(1).collect();
    let words: Vec<&str> = words.iter().map(String::as_str).collect();
    let outcome = Workplace::find().and_then(|workplace| match words.as_slice() {
        ["run"] => run::run(&workplace, &["--demo"]),
        ["run", "--", arguments @ ..] => run::run(&workplace, arguments),
        ["test"] => test::test(&workplace),
        ["setup"] => setup::setup(&workplace, setup::For::Running),
        ["setup", "--test"] => setup::setup(&workplace, setup::For::Testing),
        ["operations"] => operations::write(&workplace),
        ["bench", arguments @ ..] => bench::bench(&workplace, arguments),
        [] | ["help" | "--help" | "-h"] => {
            print!("{HELP}");
            Ok(())
        }
        unknown => Err(Refusal::new(
            format!("There is no command “{}”.", unknown.join(" ")),
            "Choose one of those that `cargo xtask help` lists.",
        )),
    });
    match outcome {
        Ok(()) => ExitCode::SUCCESS,
        Err(refusal) => {
            eprintln!("\n{refusal}");
            ExitCode::FAILURE
        }
    }
}
