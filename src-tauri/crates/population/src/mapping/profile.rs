//! The data file behind the proposals.

use std::sync::LazyLock;

use serde::Deserialize;
use table::ColumnKind;

use super::{field::CanonicalField, propose::Choice};

/// Everything that is known about columns.
pub(super) struct Profiles {
    /// Kinds of records that have the fields of a change.
    pub change_like: Vec<String>,
    pub fields: Vec<CanonicalField>,
    /// For each field, in the same order, names that columns have in any tool, the likeliest first.
    pub headers: Vec<Headers>,
    pub tools: Vec<Tool>,
}

#[derive(Default)]
pub(super) struct Headers {
    pub always: Vec<String>,
    /// Names that mean this field only among changes: “type”.
    pub among_changes: Vec<String>,
}

/// One tool and the names it gives its columns.
#[derive(Deserialize)]
pub(super) struct Tool {
    pub tool: String,
    /// Names by which the tool is known.
    pub signs: Vec<String>,
    /// How many of them must be there.
    pub signs_needed: usize,
    pub headers: Vec<ToolHeader>,
    pub asks: Vec<ToolAsk>,
    pub notes: Vec<String>,
}

#[derive(Deserialize)]
pub(super) struct ToolHeader {
    pub field: String,
    pub names: Vec<String>,
    /// The kinds of records for which this holds; all when empty.
    #[serde(default, rename = "for")]
    pub kinds: Vec<String>,
}

#[derive(Deserialize)]
pub(super) struct ToolAsk {
    pub id: String,
    pub headers: Vec<String>,
    pub field: String,
    pub question: String,
    pub choices: Vec<Choice>,
}

#[derive(Deserialize)]
struct File {
    change_like: Vec<String>,
    fields: Vec<FieldLine>,
    tools: Vec<Tool>,
}

#[derive(Deserialize)]
struct FieldLine {
    name: String,
    label: String,
    kind: ColumnKind,
    hint: String,
    headers: Vec<String>,
    #[serde(default)]
    change_headers: Vec<String>,
}

static PROFILES: LazyLock<Profiles> = LazyLock::new(|| {
    // The file is part of the program and read by a test; should it ever be broken, nothing is proposed.
    read().unwrap_or_else(|_| Profiles {
        change_like: Vec::new(),
        fields: Vec::new(),
        headers: Vec::new(),
        tools: Vec::new(),
    })
});

pub(super) fn profiles() -> &'static Profiles {
    &PROFILES
}

pub(super) fn read() -> Result<Profiles, serde_json::Error> {
    let file: File = serde_json::from_str(include_str!("../../data/profiles.json"))?;
    let (fields, headers) = file
        .fields
        .into_iter()
        .map(|line| {
            (
                CanonicalField { name: line.name, label: line.label, kind: line.kind, hint: line.hint },
                Headers { always: line.headers, among_changes: line.change_headers },
            )
        })
        .unzip();
    Ok(Profiles { change_like: file.change_like, fields, headers, tools: file.tools })
}

/// A header as headers are compared: lower case, with whatever is no letter and no digit as one blank.
pub(super) fn plain(header: &str) -> String {
    let mut plain = String::new();
    for letter in header.chars().take(200) {
        if letter.is_alphanumeric() {
            plain.extend(letter.to_lowercase());
        } else if !plain.is_empty() && !plain.ends_with(' ') {
            plain.push(' ');
        }
    }
    plain.truncate(plain.trim_end().len());
    plain
}
