//! What each command does: open the workspace, call operations, say what came of it.

mod history;
mod report;
mod sample;

use std::{io::Read as _, path::Path, sync::Arc};

use book::Access;
use desk::{Desk, Home, list, make_demo, schemas};
use ground::{Clock as _, Problem, Secret, SystemClock};
use serde_json::{Value, json};

use crate::{
    arguments::{Command, IdentityCommand},
    output::{Outcome, Output, text},
    passphrases::{self, Asked},
};

/// The longest request read from the standard input, in bytes: a pasted picture fits, a disk image does not.
const LONGEST_REQUEST_BYTES: u64 = 1024 * 1024 * 1024;

pub fn run(command: Command, output: &Output) -> Result<Outcome, Problem> {
    match command {
        Command::New { file, organisation, person, timezone, plain } => {
            new(output, &file, &organisation, person, &timezone, plain)
        }
        Command::Demo { file, as_of } => {
            make_demo(&file, as_of, SystemClock.now())?;
            let mut desk = open(&file, Access::Read)?;
            let status = desk.call("workspace.status", Value::Null)?.value;
            output.answer(&status, || {
                format!(
                    "Made the demo workspace {}. Its signing identities have the passphrase “{}”.",
                    file.display(),
                    desk::DEMO_PASSPHRASE
                )
            });
            Ok(Outcome::Done)
        }
        Command::Check { file, rebuild } => check(output, &file, rebuild),
        Command::Operations { typescript } => {
            operations(output, typescript);
            Ok(Outcome::Done)
        }
        Command::Call { file, operation, request, person } => call(&file, &operation, request, person),
        Command::History { file, record } => history::tell(output, &file, record),
        Command::Undo { file } => {
            let mut desk = open(&file, Access::Write)?;
            let undone = desk.call("undo.undo", Value::Null)?.value;
            output.answer(&undone, || format!("Took back {} of {}.", text(&undone, "/act"), text(&undone, "/at")));
            Ok(Outcome::Done)
        }
        Command::Backup { file, to } => {
            let mut desk = open(&file, Access::Read)?;
            let written = desk.call("workspace.back-up", json!({ "to": to }))?.value;
            output.answer(&written, || format!("Copied to {}.", text(&written, "/path")));
            Ok(Outcome::Done)
        }
        Command::Identity { what } => identity(output, what),
        Command::Report { file, audit, out, issue, sign, change_note, person } => {
            let issue = if issue { sign.map(|identity| report::Issue { identity, change_note, person }) } else { None };
            report::write(output, &file, &audit, &out, issue)
        }
        Command::Sample { what } => sample::run(output, what),
        Command::Verify { pdf } => report::verify(output, &pdf),
    }
}

fn a_desk() -> Desk {
    Desk::with("tick", Home::of_user(), Arc::new(SystemClock), Box::new(Asked))
}

/// A desk with the workspace open.
pub(super) fn open(file: &Path, access: Access) -> Result<Desk, Problem> {
    let mut desk = a_desk();
    desk.open(file, None, access)?;
    Ok(desk)
}

fn new(
    output: &Output,
    file: &Path,
    organisation: &str,
    person: Option<String>,
    timezone: &str,
    plain: bool,
) -> Result<Outcome, Problem> {
    let passphrase: Option<Secret> = if plain { None } else { Some(passphrases::new_workspace()?) };
    let person = person
        .or_else(|| ["USER", "LOGNAME", "USERNAME"].iter().find_map(|name| std::env::var(name).ok()))
        .filter(|name| !name.trim().is_empty())
        .unwrap_or_else(|| "Auditor".to_owned());
    let mut desk = a_desk();
    let mut request = json!({ "path": file, "organisation": organisation, "person": person, "timezone": timezone });
    if let Some(passphrase) = &passphrase {
        request["passphrase"] = Value::from(passphrase.reveal());
    }
    let status = desk.call("workspace.new", request)?.value;
    output.answer(&status, || {
        let made = format!("Made {} for {organisation}.", file.display());
        if plain {
            format!("{made}\nIt is not encrypted: whoever has the file can read everything in it.")
        } else {
            made
        }
    });
    Ok(Outcome::Done)
}

fn check(output: &Output, file: &Path, rebuild: bool) -> Result<Outcome, Problem> {
    let mut desk = open(file, if rebuild { Access::Write } else { Access::Read })?;
    let operation = if rebuild { "workspace.rebuild" } else { "workspace.check" };
    let report = desk.call(operation, Value::Null)?.value;
    let problems: Vec<&str> = report["problems"].as_array().into_iter().flatten().filter_map(Value::as_str).collect();
    output.answer(&report, || {
        let looked = format!(
            "Looked at {} binders, {} changes, {} records and {} files.",
            report["binders"], report["changes"], report["records"], report["blobs"]
        );
        if problems.is_empty() {
            format!("{looked} All is well.")
        } else {
            format!("{looked}\n{}", problems.join("\n"))
        }
    });
    Ok(if problems.is_empty() { Outcome::Done } else { Outcome::NotValid })
}

fn operations(output: &Output, typescript: bool) {
    if typescript {
        print!("{}", desk::client());
        return;
    }
    if output.is_json() {
        let (views, definitions) = schemas();
        output.answer(&json!({ "operations": views, "$defs": definitions }), String::new);
        return;
    }
    let longest = list().keys().map(|name| name.len()).max().unwrap_or(0);
    let lines: Vec<String> =
        list().values().map(|operation| format!("{:longest$}  {}", operation.name, operation.help)).collect();
    output.answer(&Value::Null, || lines.join("\n"));
}

/// Opens the workspace as it can be had. Where another program writes to it, reading still works; an operation that
/// would write is then refused with who has it.
fn call(file: &Path, operation: &str, request: Option<String>, person: Option<String>) -> Result<Outcome, Problem> {
    if !list().contains_key(operation) {
        return Err(desk::DeskError::NoOperation { name: operation.to_owned() }.into());
    }
    let request = read_request(operation, request)?;
    let mut desk = a_desk();
    let held = match desk.open(file, None, Access::Write) {
        Ok(()) => None,
        Err(problem) if problem.code == "workspace.held" || problem.code == "workspace.not-writable" => {
            desk.open(file, None, Access::Read)?;
            Some(problem)
        }
        Err(problem) => return Err(problem),
    };
    if let Some(person) = person {
        sit_down(&mut desk, &person)?;
    }
    match (desk.call(operation, request), held) {
        (Err(problem), Some(held)) if problem.code == "workspace.read-only" => Err(held),
        (answer, _) => {
            Output::new(true).answer(&answer?.value, String::new);
            Ok(Outcome::Done)
        }
    }
}

/// Acts as that person for this one command.
pub(super) fn sit_down(desk: &mut Desk, person: &str) -> Result<(), Problem> {
    let view = desk.call("organisation.view", Value::Null)?.value;
    let people = view["people"].as_array().cloned().unwrap_or_default();
    let found: Vec<&Value> = people
        .iter()
        .filter(|one| text(one, "/id") == person || text(one, "/name").eq_ignore_ascii_case(person))
        .collect();
    let none = || desk::DeskError::NotFound { what: "person", named: person.to_owned() };
    match found.as_slice() {
        [one] => desk.act_as(text(one, "/id").parse().map_err(|_| none())?),
        [] => Err(none().into()),
        _ => Err(desk::DeskError::Ambiguous { what: "person", named: person.to_owned() }.into()),
    }
}

fn read_request(operation: &str, request: Option<String>) -> Result<Value, Problem> {
    let text = match request.as_deref() {
        None => return Ok(json!({})),
        Some("-") => {
            let mut text = String::new();
            std::io::stdin()
                .take(LONGEST_REQUEST_BYTES)
                .read_to_string(&mut text)
                .map_err(|error| desk::DeskError::BadRequest { name: operation.to_owned(), what: error.to_string() })?;
            text
        }
        Some(text) => text.to_owned(),
    };
    serde_json::from_str(&text).map_err(|error| {
        desk::DeskError::BadRequest { name: operation.to_owned(), what: format!("it is not JSON ({error})") }.into()
    })
}

fn identity(output: &Output, what: IdentityCommand) -> Result<Outcome, Problem> {
    let mut desk = a_desk();
    match what {
        IdentityCommand::Create { name, organisation, email } => {
            let request = json!({ "name": name, "organisation": organisation, "email": email });
            let made = desk.call("identity.create", request)?.value;
            output.answer(&made, || format!("Made a signing identity.\n{}", told(&made)));
        }
        IdentityCommand::Import { file } => {
            let mut request = json!({ "path": file });
            if let Some(passphrase) = passphrases::of_file() {
                request["file_passphrase"] = Value::from(passphrase.reveal());
            }
            let taken = desk.call("identity.import", request)?.value;
            output.answer(&taken, || format!("Took a signing identity over.\n{}", told(&taken)));
        }
        IdentityCommand::List { file } => {
            if let Some(file) = file {
                desk.open(&file, None, Access::Read)?;
            }
            let kept = desk.call("identity.list", Value::Null)?.value;
            output.answer(&kept, || {
                let lines: Vec<String> = kept.as_array().into_iter().flatten().map(told).collect();
                if lines.is_empty() { "There is no signing identity yet.".to_owned() } else { lines.join("\n") }
            });
        }
    }
    Ok(Outcome::Done)
}

fn told(identity: &Value) -> String {
    format!(
        "{}  {}  {}  valid until {}  SHA-256 {}",
        text(identity, "/id"),
        text(identity, "/name"),
        text(identity, "/key_kind"),
        text(identity, "/not_after").get(..10).unwrap_or_default(),
        text(identity, "/fingerprint")
    )
}
