//! polars, with which `cargo xtask bench` compares. It comes from PyPI into a folder of its own below the caches.

use std::{
    path::{Path, PathBuf},
    process::Command,
};

use crate::{
    refusal::Refusal,
    workplace::{Workplace, run, written_by},
};

const POLARS: &str = "2.1.0";

/// Installs polars when it is not there yet, and says which Python has it.
///
/// # Errors
/// Refuses when Python or pip fails, as without a network.
pub fn install(workplace: &Workplace) -> Result<PathBuf, Refusal> {
    let folder = workplace.cache.join(format!("polars-{POLARS}"));
    let (programs, name) = if cfg!(windows) { ("Scripts", "python") } else { ("bin", "python3") };
    let python = folder.join(programs).join(format!("{name}{}", std::env::consts::EXE_SUFFIX));
    if answers(&python) {
        return Ok(python);
    }
    println!("polars: installing {POLARS} into {}", folder.display());
    run(Command::new(name).args(["-m", "venv", "--clear"]).arg(&folder))?;
    let pip = ["-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--no-input"];
    run(Command::new(&python).args(pip).arg(format!("polars=={POLARS}")))?;
    if answers(&python) {
        return Ok(python);
    }
    Err(Refusal::new("polars was installed but does not answer.", "Remove its folder above, then run this again."))
}

fn answers(python: &Path) -> bool {
    written_by(Command::new(python).args(["-c", "import polars"])).is_some()
}
