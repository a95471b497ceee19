use std::collections::BTreeSet;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use table::Column;

use super::{
    Mapping,
    profile::{Profiles, Tool, plain, profiles},
};

/// What the columns of a table seem to hold.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Proposal {
    /// The tool whose export it looks like.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub tool: Option<String>,
    /// For a canonical field the name of the column that seems to hold it.
    pub mapping: Mapping,
    /// Columns whose meaning has to be asked; they are not mapped until it is answered.
    pub asks: Vec<Ask>,
    /// What to know about exports of this tool.
    pub notes: Vec<String>,
}

/// A question about a column that can be read in more than one way.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Ask {
    /// A stable name: `itop.ttr-passed`.
    pub id: String,
    /// The column's name.
    pub column: String,
    /// The canonical field that it is about.
    pub field: String,
    /// The question.
    pub question: String,
    /// What can be answered.
    pub choices: Vec<Choice>,
}

/// One answer and what follows from it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Choice {
    /// A stable word: `missed`.
    pub answer: String,
    /// The answer as the screen shows it.
    pub label: String,
    /// The canonical field to map the column to; none when the column stays unmapped.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub field: Option<String>,
    /// A rule that finds the missed targets under this reading.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub test: Option<String>,
}

/// Proposes a mapping for a table that holds records of one kind, such as `incident` or `change`; the words are those of
/// the question catalogue.
///
/// A tool is recognised by the names it gives its columns. Its own names come before those that any tool may use, and
/// the first of several columns with one name wins.
#[must_use]
pub fn propose(columns: &[Column], record_type: &str) -> Proposal {
    let known = profiles();
    let headers: Vec<String> = columns.iter().map(|column| plain(&column.header)).collect();
    let tool = recognised(known, &headers);
    let asks: Vec<(usize, Ask)> =
        tool.into_iter().flat_map(|tool| &tool.asks).filter_map(|ask| asked(ask, columns, &headers)).collect();
    let kept_back: BTreeSet<usize> = asks.iter().map(|(place, _)| *place).collect();

    let mut candidates = candidates(known, tool, &headers, record_type);
    candidates.sort_unstable();
    let mut taken = kept_back;
    let mut mapping = Mapping::new();
    for candidate in candidates {
        let field = &known.fields[candidate.field].name;
        if !mapping.contains_key(field) && taken.insert(candidate.column) {
            mapping.insert(field.clone(), columns[candidate.column].name.clone());
        }
    }
    Proposal {
        tool: tool.map(|tool| tool.tool.clone()),
        mapping,
        asks: asks.into_iter().map(|(_, ask)| ask).collect(),
        notes: tool.map(|tool| tool.notes.clone()).unwrap_or_default(),
    }
}

/// The tool most of whose names are there, if enough of those are that only it uses.
fn recognised(known: &'static Profiles, headers: &[String]) -> Option<&'static Tool> {
    let there: BTreeSet<&str> = headers.iter().map(String::as_str).collect();
    known
        .tools
        .iter()
        .rev()
        .filter_map(|tool| {
            let signs = tool.signs.iter().filter(|sign| there.contains(sign.as_str())).count();
            let names =
                tool.headers.iter().filter(|header| header.names.iter().any(|name| there.contains(name.as_str())));
            (signs >= tool.signs_needed).then(|| (3 * signs + names.count(), tool))
        })
        .max_by_key(|(score, _)| *score)
        .map(|(_, tool)| tool)
}

fn asked(ask: &super::profile::ToolAsk, columns: &[Column], headers: &[String]) -> Option<(usize, Ask)> {
    let place = headers.iter().position(|header| ask.headers.contains(header))?;
    let column = columns[place].name.clone();
    let in_brackets = format!("[{}]", column.replace(']', "]]"));
    let choices = ask
        .choices
        .iter()
        .map(|choice| Choice {
            test: choice.test.as_ref().map(|test| test.replace("{name}", &in_brackets)),
            ..choice.clone()
        })
        .collect();
    Some((
        place,
        Ask {
            id: ask.id.clone(),
            question: ask.question.replace("{column}", &column),
            column,
            field: ask.field.clone(),
            choices,
        },
    ))
}

/// A column that may hold a field; the smaller, the likelier.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
struct Candidate {
    /// 0: the tool's own name for this kind of record; 1: the tool's own name; 2: a name of changes among changes;
    /// 3: a name of any tool; 4: such a name as a custom field.
    level: u8,
    /// How far back the name stands in its list.
    rank: usize,
    field: usize,
    column: usize,
}

fn candidates(known: &Profiles, tool: Option<&Tool>, headers: &[String], record_type: &str) -> Vec<Candidate> {
    let mut found = Vec::new();
    let mut add = |level: u8, field: usize, names: &[String], prefix: &str| {
        for (column, header) in headers.iter().enumerate() {
            let Some(header) = header.strip_prefix(prefix) else { continue };
            if let Some(rank) = names.iter().position(|name| name == header) {
                found.push(Candidate { level, rank, field, column });
            }
        }
    };
    for line in tool.into_iter().flat_map(|tool| &tool.headers) {
        let Some(field) = known.fields.iter().position(|field| field.name == line.field) else { continue };
        if line.kinds.is_empty() {
            add(1, field, &line.names, "");
        } else if line.kinds.iter().any(|kind| kind == record_type) {
            add(0, field, &line.names, "");
        }
    }
    let change_like = known.change_like.iter().any(|kind| kind == record_type);
    for (field, names) in known.headers.iter().enumerate() {
        if change_like {
            add(2, field, &names.among_changes, "");
        }
        add(3, field, &names.always, "");
        add(4, field, &names.always, "custom field ");
    }
    found
}
