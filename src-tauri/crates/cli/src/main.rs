//! `tick`: every operation without a window.

mod arguments;
mod commands;
mod output;
mod passphrases;

use std::process::ExitCode;

use clap::Parser as _;

fn main() -> ExitCode {
    let arguments = arguments::Tick::parse();
    let output = output::Output::new(arguments.json);
    match commands::run(arguments.command, &output) {
        Ok(outcome) => outcome.code(),
        Err(problem) => output.problem(&problem),
    }
}
