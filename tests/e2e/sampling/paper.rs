//! What a third person makes of the signed report and of the export: reads it, verifies it, draws again.

use std::{path::Path, process::Command};

use serde_json::Value;
use tests::window::built;

/// All the words of a report, with single spaces, as pdftotext reads them; none where it is not installed.
pub fn words_of(report: &Path) -> Option<String> {
    let read = Command::new("pdftotext").args(["-raw", "-enc", "UTF-8"]).arg(report).arg("-").output();
    let read = match read {
        Ok(read) => read,
        Err(error) if std::env::var_os("TICKMARK_VERIFIERS").is_some() => panic!("pdftotext reads nothing: {error}"),
        Err(_) => return None,
    };
    assert!(read.status.success(), "pdftotext can’t read {}", report.display());
    let text = String::from_utf8_lossy(&read.stdout).into_owned();
    Some(text.split_whitespace().collect::<Vec<_>>().join(" "))
}

/// The SHA-256 of a file, as another program works it out.
pub fn fingerprint(file: &Path) -> String {
    let said = Command::new("sha256sum").arg(file).output().expect("sha256sum");
    let line = String::from_utf8_lossy(&said.stdout).into_owned();
    line.split_whitespace().next().expect("a fingerprint").to_owned()
}

/// What `tick verify` says of a report.
pub fn tick_verify(report: &Path) -> String {
    let said = Command::new(built("tick")).arg("--json").arg("verify").arg(report).output().expect("tick");
    let answer: Value = serde_json::from_slice(&said.stdout).expect("an answer");
    assert!(said.status.success(), "{answer}");
    answer["verdict"].as_str().expect("a verdict").to_owned()
}

/// The records that the printed command draws, run by a shell in the folder where the export lies.
pub fn drawn_again(command: &str, folder: &Path) -> Vec<String> {
    let tick = built("tick");
    let beside = tick.parent().expect("a folder").to_path_buf();
    let path = std::env::join_paths(
        std::iter::once(beside).chain(std::env::split_paths(&std::env::var_os("PATH").unwrap_or_default())),
    );
    let drawn = Command::new("sh")
        .args(["-c", command])
        .env("PATH", path.expect("a search path"))
        .current_dir(folder)
        .output()
        .expect("a shell");
    assert!(drawn.status.success(), "{command}\n{}", String::from_utf8_lossy(&drawn.stderr));
    String::from_utf8_lossy(&drawn.stdout).lines().map(str::to_owned).collect()
}
