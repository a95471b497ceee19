//! The independent verifiers: programs of other people that judge what Tickmark hands out.
//!
//! pdfsig and qpdf are system packages. pyHanko comes from PyPI into a folder of its own below the caches.

use std::{
    path::{Path, PathBuf},
    process::Command,
};

use crate::{
    refusal::Refusal,
    workplace::{Workplace, run, written_by},
};

/// The versions that the tests were written against.
const PYHANKO: &[&str] = &["pyHanko==0.38.0", "pyhanko-cli==0.6.0"];

/// Tells the tests where pyHanko is.
pub const WHERE_PYHANKO_IS: &str = "TICKMARK_PYHANKO";
/// Tells the tests that a verifier that is missing is a failure, not something to pass over.
pub const ALL_REQUIRED: &str = "TICKMARK_VERIFIERS";

/// Installs pyHanko when it is not there yet, and says where it is.
///
/// # Errors
/// Refuses when Python or pip fails.
pub fn install(workplace: &Workplace) -> Result<PathBuf, Refusal> {
    let folder = workplace.cache.join("pyhanko-0.38.0");
    let programs = folder.join(if cfg!(windows) { "Scripts" } else { "bin" });
    let pyhanko = programs.join(format!("pyhanko{}", std::env::consts::EXE_SUFFIX));
    if answers(&pyhanko) {
        println!("pyHanko: there.");
        return Ok(pyhanko);
    }
    println!("pyHanko: installing {} into {}", PYHANKO.join(" "), folder.display());
    let python = if cfg!(windows) { "python" } else { "python3" };
    run(Command::new(python).args(["-m", "venv", "--clear"]).arg(&folder))?;
    let pip = ["-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--no-input"];
    run(Command::new(programs.join(python)).args(pip).args(PYHANKO))?;
    if answers(&pyhanko) {
        return Ok(pyhanko);
    }
    Err(Refusal::new("pyHanko was installed but does not answer.", "Remove its folder above, then run this again."))
}

fn answers(pyhanko: &Path) -> bool {
    written_by(Command::new(pyhanko).arg("--version")).is_some()
}
