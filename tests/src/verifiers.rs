//! Independent verifiers: programs of other people that judge what Tickmark hands out.
//!
//! `cargo xtask test` installs them all and asks for all. Elsewhere one that is missing gives no verdict.

use std::{
    env,
    ffi::OsString,
    path::Path,
    process::{Command, Output},
};

/// What one program says of one file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Verdict {
    /// Whether the file, or every signature on it, is sound. Whether the signer is trusted is another question.
    pub sound: bool,
    /// How many signatures the program found.
    pub signatures: usize,
    /// All that it wrote, for the message of a test that fails.
    pub words: String,
}

/// What pdfsig says of the signatures.
///
/// # Panics
/// When it is missing although all verifiers are asked for.
#[must_use]
pub fn pdfsig(pdf: &Path) -> Option<Verdict> {
    let output = asked("pdfsig".into(), &["-nocert"], pdf)?;
    let words = words(&output);
    let signatures = words.matches("Signature Validation:").count();
    let valid = words.matches("Signature Validation: Signature is Valid.").count();
    Some(Verdict { sound: signatures > 0 && valid == signatures, signatures, words })
}

/// What pyHanko says of the signatures: intact, and nothing that a signature does not allow came later.
///
/// # Panics
/// When it is missing although all verifiers are asked for.
#[must_use]
pub fn pyhanko(pdf: &Path) -> Option<Verdict> {
    let program = env::var_os("TICKMARK_PYHANKO").unwrap_or_else(|| "pyhanko".into());
    let output = asked(program, &["sign", "validate", "--no-revocation-check"], pdf)?;
    // One line a signature: `field:fingerprint:INTACT:UNTRUSTED,UNTOUCHED`. The exit code judges trust too, so it
    // is not looked at.
    let lines = String::from_utf8_lossy(&output.stdout).into_owned();
    let judged: Vec<_> = lines.lines().filter_map(|line| line.splitn(3, ':').nth(2)).collect();
    let is_sound = |judged: &&str| {
        judged.starts_with("INTACT") && !judged.contains("ILLEGAL_MODIFICATIONS") && !judged.contains("NONSTANDARD")
    };
    let sound = judged.iter().all(is_sound);
    Some(Verdict { sound: sound && !judged.is_empty(), signatures: judged.len(), words: words(&output) })
}

/// What qpdf says of the file's structure. It counts no signatures.
///
/// # Panics
/// When it is missing although all verifiers are asked for.
#[must_use]
pub fn qpdf(pdf: &Path) -> Option<Verdict> {
    let output = asked("qpdf".into(), &["--check"], pdf)?;
    Some(Verdict { sound: output.status.success(), signatures: 0, words: words(&output) })
}

fn asked(program: OsString, words: &[&str], file: &Path) -> Option<Output> {
    let answer = Command::new(&program).args(words).arg(file).env("LC_ALL", "C").output();
    match answer {
        Ok(output) => Some(output),
        Err(error) if env::var_os("TICKMARK_VERIFIERS").is_some() => {
            panic!("{} gives no verdict: {error}", program.display())
        }
        Err(_) => None,
    }
}

fn words(output: &Output) -> String {
    format!("{}{}", String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr))
}
