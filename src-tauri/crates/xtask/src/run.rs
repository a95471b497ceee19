use std::{env, fs, process::Command};

use crate::{
    refusal::Refusal,
    setup::{For, setup},
    workplace::{Workplace, run as run_program, run_with_a_person},
};

/// Opens the desktop; without a display does what can be done without one.
///
/// # Errors
/// Refuses when something can't be set up, built or started.
pub fn run(workplace: &Workplace, arguments: &[&str]) -> Result<(), Refusal> {
    setup(workplace, For::Running)?;
    if has_a_display() {
        println!("Building the desktop. The first time takes some minutes.");
        run_program(&mut workplace.cargo(&["build", "--package", "tickmark"]))?;
        println!("Opening Tickmark.");
        return run_with_a_person(Command::new(workplace.built("debug", "tickmark")).args(arguments));
    }
    println!("There is no display, so no window can be opened. The demo is made, reported and verified without one.");
    run_program(&mut workplace.cargo(&["build", "--package", "cli"]))?;
    without_a_window(workplace)
}

/// The demo's first audit, whose report is signed.
const AUDIT: &str = "IA-2026-01";

/// Makes the demo workspace, writes its first audit report and verifies its signature, all with `tick`.
fn without_a_window(workplace: &Workplace) -> Result<(), Refusal> {
    let folder = workplace.target.join("demo");
    // An earlier run's demo is made anew, so that what is shown belongs to this build.
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(&folder).map_err(|error| {
        Refusal::new(format!("{} could not be made: {error}.", folder.display()), "Make room on the disk.")
    })?;
    let (workspace, report) = (folder.join("demo.tickmark"), folder.join("report.pdf"));
    let tick = || Command::new(workplace.built("debug", "tick"));
    run_program(tick().arg("demo").arg(&workspace))?;
    run_program(tick().arg("report").arg(&workspace).args([AUDIT, "--out"]).arg(&report))?;
    run_program(tick().arg("check").arg(&workspace))?;
    run_program(tick().arg("verify").arg(&report))?;
    println!("\nThe demo workspace is {}", workspace.display());
    println!("The audit report is   {}", report.display());
    Ok(())
}

fn has_a_display() -> bool {
    let is_set = |name: &str| env::var_os(name).is_some_and(|value| !value.is_empty());
    !cfg!(target_os = "linux") || is_set("DISPLAY") || is_set("WAYLAND_DISPLAY")
}
