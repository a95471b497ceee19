//! The user interface: its packages and its build, both only when they are out of date.

use std::{
    fs,
    path::Path,
    process::Command,
    time::{Duration, SystemTime},
};

use crate::{
    refusal::Refusal,
    workplace::{Workplace, run, written_by},
};

/// The oldest Node that the build runs on: major and minor.
const OLDEST_NODE: (u32, u32) = (20, 19);

/// What changes without the built screens growing old.
const NO_SOURCES: &[&str] = &["node_modules", "dist", "coverage"];

/// # Errors
/// Refuses when Node is missing or too old, or npm fails.
pub fn install(workplace: &Workplace) -> Result<(), Refusal> {
    let version = written_by(Command::new("node").arg("--version")).unwrap_or_default();
    if node_version(&version).is_none_or(|found| found < OLDEST_NODE) {
        return Err(Refusal::new(
            format!("Node.js {}.{} or later is needed.", OLDEST_NODE.0, OLDEST_NODE.1),
            "Install it from your system's packages, then run this again.",
        ));
    }
    let ui = workplace.ui();
    let installed = changed(&ui.join("node_modules/.package-lock.json"));
    let locked = changed(&ui.join("package-lock.json"));
    if installed.is_some() && installed >= locked {
        println!("Packages of the screens: all there.");
        return Ok(());
    }
    println!("Packages of the screens: installing what ui/package-lock.json names.");
    run(&mut workplace.npm(&["ci", "--no-audit", "--no-fund"]))
}

/// # Errors
/// Refuses when the build fails.
pub fn build(workplace: &Workplace) -> Result<(), Refusal> {
    let ui = workplace.ui();
    let built = changed(&ui.join("dist/index.html"));
    if built.is_some() && built >= newest_below(&ui) {
        println!("Screens: up to date.");
        return Ok(());
    }
    println!("Screens: building.");
    run(&mut workplace.npm(&["run", "--silent", "build"]))
}

/// Whether the screens' own list of commands has one for a linter.
pub fn have_a_linter(workplace: &Workplace) -> bool {
    fs::read_to_string(workplace.ui().join("package.json")).is_ok_and(|commands| commands.contains("\"lint\":"))
}

fn node_version(words: &str) -> Option<(u32, u32)> {
    let mut numbers = words.trim().strip_prefix('v')?.split('.').map(str::parse);
    Some((numbers.next()?.ok()?, numbers.next()?.ok()?))
}

fn changed(file: &Path) -> Option<Duration> {
    fs::metadata(file).ok()?.modified().ok()?.duration_since(SystemTime::UNIX_EPOCH).ok()
}

/// When the newest source below the folder was changed. Links are not followed.
fn newest_below(folder: &Path) -> Option<Duration> {
    let entries = fs::read_dir(folder).ok()?;
    entries
        .flatten()
        .filter(|entry| !NO_SOURCES.iter().any(|name| entry.file_name() == *name))
        .filter_map(|entry| match entry.file_type() {
            Ok(kind) if kind.is_dir() => newest_below(&entry.path()),
            Ok(kind) if kind.is_file() => changed(&entry.path()),
            _ => None,
        })
        .max()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nodes_own_words_about_its_version_are_understood() {
        assert_eq!(node_version("v20.20.2\n"), Some((20, 20)));
        assert!(node_version("v18.19.0").is_some_and(|found| found < OLDEST_NODE));
        assert_eq!(node_version("command not found"), None);
    }
}
