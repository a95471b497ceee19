use std::fs;

use crate::{
    refusal::Refusal,
    workplace::{Workplace, run, written_by},
};

/// Writes the screens' client, a TypeScript file, anew from the desk's list of operations.
///
/// # Errors
/// Refuses when `tick` can't be built or the file can't be written.
pub fn write(workplace: &Workplace) -> Result<(), Refusal> {
    run(&mut workplace.cargo(&["build", "--package", "cli"]))?;
    let mut tick = std::process::Command::new(workplace.built("debug", "tick"));
    let client = written_by(tick.args(["operations", "--typescript"]))
        .ok_or_else(|| Refusal::new("`tick operations` failed.", "Run it by hand and read what it says."))?;
    let file = workplace.ui().join("src/ground/operations.gen.ts");
    if fs::read_to_string(&file).is_ok_and(|standing| standing == client) {
        println!("{}: up to date.", file.display());
        return Ok(());
    }
    fs::write(&file, client).map_err(|error| {
        Refusal::new(format!("{} could not be written: {error}.", file.display()), "Make room on the disk.")
    })?;
    println!("{}: written.", file.display());
    Ok(())
}
