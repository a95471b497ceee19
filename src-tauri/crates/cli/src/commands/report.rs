use std::path::Path;

use book::Access;
use ground::Problem;
use serde_json::{Value, json};

use super::{a_desk, open, sit_down};
use crate::output::{Outcome, Output, text};

/// That the next revision is to be issued, and how.
pub struct Issue {
    pub identity: String,
    pub change_note: Option<String>,
    pub person: Option<String>,
}

pub fn write(output: &Output, file: &Path, audit: &str, out: &Path, issue: Option<Issue>) -> Result<Outcome, Problem> {
    let mut desk = open(file, if issue.is_some() { Access::Write } else { Access::Read })?;
    if let Some(issue) = issue {
        if let Some(person) = &issue.person {
            sit_down(&mut desk, person)?;
        }
        desk.call(
            "report.issue",
            json!({ "audit": audit, "identity": issue.identity, "change_note": issue.change_note }),
        )?;
    }
    let saved = desk.call("report.save", json!({ "audit": audit, "to": out }))?.value;
    output.answer(&saved, || {
        let what = match saved["revision"].as_i64() {
            Some(revision) => format!("revision {revision}, signed"),
            None => "a draft, marked so on every page".to_owned(),
        };
        format!(
            "Wrote {}: {what}, {} bytes, SHA-256 {}.",
            text(&saved, "/path"),
            saved["size_bytes"],
            text(&saved, "/sha256")
        )
    });
    Ok(Outcome::Done)
}

pub fn verify(output: &Output, pdf: &Path) -> Result<Outcome, Problem> {
    let verified = a_desk().call("report.verify", json!({ "path": pdf }))?.value;
    output.answer(&verified, || told(&verified));
    Ok(if text(&verified, "/verdict") == "valid" { Outcome::Done } else { Outcome::NotValid })
}

fn told(verified: &Value) -> String {
    let mut lines = vec![match text(verified, "/verdict") {
        "valid" => "Valid: the file is as it was signed.".to_owned(),
        "unsigned" => "Unsigned: nobody signed this file.".to_owned(),
        _ => "Not valid.".to_owned(),
    }];
    problems(&mut lines, &verified["problems"], "");
    for signature in verified["signatures"].as_array().into_iter().flatten() {
        let sound = if signature["sound"].as_bool() == Some(true) { "sound" } else { "broken" };
        let covers = if signature["covers_whole_file"].as_bool() == Some(true) {
            "covers the whole file"
        } else {
            "covers an earlier revision"
        };
        lines.push(format!(
            "{}: {sound}, {covers}, signed by {} at {}",
            text(signature, "/field"),
            text(signature, "/signer/name"),
            text(signature, "/claimed_at")
        ));
        lines.push(format!(
            "  certificate SHA-256 {}{}",
            text(signature, "/signer/fingerprint"),
            if signature.pointer("/signer/self_signed").and_then(Value::as_bool) == Some(true) {
                ", self-signed"
            } else {
                ""
            }
        ));
        for remark in signature["remarks"].as_array().into_iter().flatten().filter_map(Value::as_str) {
            lines.push(format!("  {remark}"));
        }
        problems(&mut lines, &signature["problems"], "  ");
    }
    lines.push(format!("File SHA-256 {}", text(verified, "/file_sha256")));
    lines.join("\n")
}

fn problems(lines: &mut Vec<String>, problems: &Value, indent: &str) {
    for problem in problems.as_array().into_iter().flatten() {
        lines.push(format!("{indent}{} {}", text(problem, "/message"), text(problem, "/remedy")));
    }
}
