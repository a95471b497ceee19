use std::io::IsTerminal as _;

use desk::Secrets;
use ground::{Problem, Secret};

const WORKSPACE: &str = "TICKMARK_PASSPHRASE";
const IDENTITY: &str = "TICKMARK_IDENTITY_PASSPHRASE";

/// Passphrases from the environment, or from a prompt where somebody sits in front of it.
#[derive(Debug, Clone, Copy)]
pub struct Asked;

impl Secrets for Asked {
    fn workspace(&self) -> Option<Secret> {
        from_environment(WORKSPACE).or_else(|| prompt("Passphrase of the workspace: "))
    }
    fn identity(&self, name: &str) -> Option<Secret> {
        from_environment(IDENTITY).or_else(|| prompt(&format!("Passphrase of the signing identity ({name}): ")))
    }
}

/// A passphrase for a new workspace, typed twice where it is typed.
pub fn new_workspace() -> Result<Secret, Problem> {
    if let Some(given) = from_environment(WORKSPACE) {
        return Ok(given);
    }
    let none = || {
        Problem::refusal(
            "workspace.needs-passphrase",
            "A new workspace is encrypted, and no passphrase was given.",
            "Set TICKMARK_PASSPHRASE, or decline encryption with --plain.",
        )
    };
    let first = prompt("Passphrase for the new workspace: ").ok_or_else(none)?;
    let second = prompt("Once more: ").ok_or_else(none)?;
    if first.reveal() != second.reveal() {
        return Err(Problem::refusal(
            "workspace.passphrases-differ",
            "The two passphrases differ.",
            "Start again and type the same one twice.",
        ));
    }
    Ok(first)
}

/// The passphrase of a PKCS#12 file; where nobody can be asked, the one the key is to be kept under.
pub fn of_file() -> Option<Secret> {
    prompt("Passphrase of the PKCS#12 file: ")
}

fn from_environment(name: &str) -> Option<Secret> {
    std::env::var(name).ok().filter(|words| !words.is_empty()).map(Secret::new)
}

fn prompt(words: &str) -> Option<Secret> {
    if !std::io::stdin().is_terminal() {
        return None;
    }
    rpassword::prompt_password(words).ok().map(Secret::new)
}
