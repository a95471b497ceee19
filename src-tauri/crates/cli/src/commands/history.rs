use std::path::Path;

use book::Access;
use ground::Problem;
use serde_json::{Value, json};

use super::open;
use crate::output::{Outcome, Output, text};

pub fn tell(output: &Output, file: &Path, record: Option<String>) -> Result<Outcome, Problem> {
    let mut desk = open(file, Access::Read)?;
    let entries = match record {
        Some(record) => desk.call("history.of-record", json!({ "record": record }))?.value,
        None => desk.call("history.recent", json!({ "most": 200 }))?.value,
    };
    output.answer(&entries, || {
        let lines: Vec<String> = entries.as_array().into_iter().flatten().map(line).collect();
        if lines.is_empty() { "Nothing was done yet.".to_owned() } else { lines.join("\n") }
    });
    Ok(Outcome::Done)
}

fn line(entry: &Value) -> String {
    let at = text(entry, "/at").get(..19).unwrap_or_default().replace('T', " ");
    let why = match text(entry, "/why") {
        "" => String::new(),
        why => format!("  because: {why}"),
    };
    let mut line = format!("{at}  {}  {}{why}", text(entry, "/by"), text(entry, "/act"));
    for field in entry["fields"].as_array().into_iter().flatten() {
        line.push_str(&format!(
            "\n    {}: {} → {}",
            text(field, "/field"),
            shown(field.get("from")),
            shown(field.get("to"))
        ));
    }
    line
}

fn shown(value: Option<&Value>) -> String {
    match value {
        None | Some(Value::Null) => "nothing".to_owned(),
        Some(Value::String(words)) => format!("“{words}”"),
        Some(other) => other.to_string(),
    }
}
