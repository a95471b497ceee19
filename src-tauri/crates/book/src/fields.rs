//! A record as its fields: between the serde form, the binder's document and the row of a table.

use std::collections::BTreeMap;

use automerge::ScalarValue;
use ground::Problem;
use serde_json::{Map, Number, Value};

use crate::Kind;

/// The longest note, statement or minute, in characters. Some hundred pages; beyond it a file is the better place.
pub const LONGEST_TEXT_CHARS: usize = 200_000;
/// The longest one-line field, in characters.
pub const LONGEST_LINE_CHARS: usize = 4_000;
/// The longest structured value, in characters of JSON.
const LONGEST_JSON_CHARS: usize = 1_000_000;

/// The value of one field in the binder's document.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Field {
    Text(String),
    Integer(i64),
    Real(f64),
    Flag(bool),
    /// Words that merge: an Automerge text.
    Words(String),
}

impl Field {
    pub fn to_scalar(&self) -> ScalarValue {
        match self {
            Self::Text(text) | Self::Words(text) => ScalarValue::Str(text.as_str().into()),
            Self::Integer(number) => ScalarValue::Int(*number),
            Self::Real(number) => ScalarValue::F64(*number),
            Self::Flag(flag) => ScalarValue::Boolean(*flag),
        }
    }

    pub fn from_scalar(scalar: &ScalarValue) -> Option<Self> {
        match scalar {
            ScalarValue::Str(text) => Some(Self::Text(text.to_string())),
            ScalarValue::Int(number) | ScalarValue::Timestamp(number) => Some(Self::Integer(*number)),
            ScalarValue::Uint(number) => Some(Self::Integer(i64::try_from(*number).unwrap_or(i64::MAX))),
            ScalarValue::F64(number) => Some(Self::Real(*number)),
            ScalarValue::Boolean(flag) => Some(Self::Flag(*flag)),
            ScalarValue::Null | ScalarValue::Bytes(_) | ScalarValue::Counter(_) | ScalarValue::Unknown { .. } => None,
        }
    }

    pub fn to_json(&self) -> Value {
        match self {
            Self::Text(text) | Self::Words(text) => Value::String(text.clone()),
            Self::Integer(number) => Value::from(*number),
            Self::Real(number) => Number::from_f64(*number).map_or(Value::Null, Value::Number),
            Self::Flag(flag) => Value::Bool(*flag),
        }
    }

    fn from_json(value: &Value) -> Option<Self> {
        match value {
            Value::String(text) => Some(Self::Text(text.clone())),
            Value::Bool(flag) => Some(Self::Flag(*flag)),
            Value::Number(number) => number.as_i64().map(Self::Integer).or_else(|| number.as_f64().map(Self::Real)),
            Value::Null | Value::Array(_) | Value::Object(_) => None,
        }
    }
}

/// The fields of one record by their key in the document: `grade`, `clauses/8.5.1`, `assigned/8.5.1`.
pub(crate) type Fields = BTreeMap<String, Field>;

/// Takes a record's serde form apart.
///
/// # Errors
/// Refuses text that is too long or holds control characters, and a shape that the kind doesn't allow.
pub(crate) fn from_json(kind: &Kind, record: &Map<String, Value>) -> Result<Fields, Problem> {
    let mut fields = Fields::new();
    for (name, value) in record {
        if name == "id" {
            continue;
        }
        if kind.is_long_text(name) {
            let words = value.as_str().unwrap_or_default();
            check_text(name, words, LONGEST_TEXT_CHARS)?;
            fields.insert(name.clone(), Field::Words(words.to_owned()));
        } else if kind.is_set(name) {
            for member in value.as_array().into_iter().flatten() {
                let member = member.as_str().ok_or_else(|| undeclared(kind, name))?;
                check_text(name, member, LONGEST_LINE_CHARS)?;
                fields.insert(format!("{name}/{member}"), Field::Flag(true));
            }
        } else if kind.is_map(name) {
            for (key, entry) in value.as_object().into_iter().flatten() {
                check_text(name, key, LONGEST_LINE_CHARS)?;
                if let Some(field) = Field::from_json(entry) {
                    check_field(name, &field)?;
                    fields.insert(format!("{name}/{key}"), field);
                } else if !entry.is_null() {
                    return Err(undeclared(kind, name));
                }
            }
        } else if kind.is_json(name) {
            if !value.is_null() {
                let text = canonical(value);
                if text.chars().count() > LONGEST_JSON_CHARS {
                    return Err(too_long(name, LONGEST_JSON_CHARS));
                }
                fields.insert(name.clone(), Field::Text(text));
            }
        } else if let Some(field) = Field::from_json(value) {
            check_field(name, &field)?;
            fields.insert(name.clone(), field);
        } else if !value.is_null() {
            return Err(undeclared(kind, name));
        }
    }
    Ok(fields)
}

fn undeclared(kind: &Kind, name: &str) -> Problem {
    ground::Fault::bug(format!("field `{name}` of {} holds a shape that its kind does not declare", kind.name))
        .problem()
}

/// Puts a record's serde form together. Absent registers are left out, so that they read as `None`.
pub(crate) fn to_json(kind: &Kind, id: &str, fields: &Fields) -> Map<String, Value> {
    let mut record = Map::new();
    record.insert("id".to_owned(), Value::String(id.to_owned()));
    for name in kind.long_text {
        record.insert((*name).to_owned(), Value::String(String::new()));
    }
    for name in kind.sets {
        record.insert((*name).to_owned(), Value::Array(Vec::new()));
    }
    for name in kind.maps {
        record.insert((*name).to_owned(), Value::Object(Map::new()));
    }
    for name in kind.flags {
        record.insert((*name).to_owned(), Value::Bool(false));
    }
    for (key, field) in fields {
        match key.split_once('/') {
            Some((name, member)) if kind.is_set(name) => {
                if *field == Field::Flag(true)
                    && let Some(Value::Array(members)) = record.get_mut(name)
                {
                    members.push(Value::String(member.to_owned()));
                }
            }
            Some((name, entry)) if kind.is_map(name) => {
                if let Some(Value::Object(entries)) = record.get_mut(name) {
                    entries.insert(entry.to_owned(), field.to_json());
                }
            }
            // The id names the record from outside; one inside its fields could only contradict it.
            _ if key == "id" => {}
            _ if kind.is_json(key) => {
                let value = match field {
                    Field::Text(text) => serde_json::from_str(text).unwrap_or(Value::Null),
                    other => other.to_json(),
                };
                if !value.is_null() {
                    record.insert(key.clone(), value);
                }
            }
            _ => {
                record.insert(key.clone(), field.to_json());
            }
        }
    }
    record
}

/// Structured values as one text, with fields in order of their names: whether serde_json keeps another order is decided
/// by whatever else a program is built with, and two programs must write the same row.
pub(crate) fn canonical(value: &Value) -> String {
    fn sorted(value: &Value) -> Value {
        match value {
            Value::Object(fields) => {
                let fields: BTreeMap<&String, &Value> = fields.iter().collect();
                Value::Object(fields.into_iter().map(|(name, value)| (name.clone(), sorted(value))).collect())
            }
            Value::Array(members) => Value::Array(members.iter().map(sorted).collect()),
            other => other.clone(),
        }
    }
    sorted(value).to_string()
}

fn check_field(name: &str, field: &Field) -> Result<(), Problem> {
    match field {
        Field::Text(text) | Field::Words(text) => check_text(name, text, LONGEST_LINE_CHARS),
        Field::Integer(_) | Field::Real(_) | Field::Flag(_) => Ok(()),
    }
}

fn check_text(name: &str, text: &str, longest: usize) -> Result<(), Problem> {
    // The byte length is looked at first, because counting a huge text costs more than refusing it.
    if text.len() > longest && text.chars().count() > longest {
        return Err(too_long(name, longest));
    }
    if let Some(control) = text.chars().find(|c| c.is_control() && !matches!(c, '\n' | '\r' | '\t')) {
        return Err(Problem::refusal(
            "text.control-character",
            format!(
                "The text for “{}” holds an invisible control character (U+{:04X}).",
                spoken(name),
                u32::from(control)
            ),
            "Remove it, or paste the text again without formatting.",
        ));
    }
    Ok(())
}

fn too_long(name: &str, longest: usize) -> Problem {
    Problem::refusal(
        "text.too-long",
        format!("The text for “{}” is longer than {longest} characters.", spoken(name)),
        "Shorten it, or attach the long version as a file.",
    )
}

/// A field's name as a person would say it.
pub(crate) fn spoken(name: &str) -> String {
    name.replace('_', " ")
}

#[cfg(test)]
mod tests {
    use super::canonical;

    #[test]
    fn structured_values_are_written_in_one_order_whatever_the_program_was_built_with() {
        let value = serde_json::from_str(r#"{"reason": "r", "by": {"z": [{"b": 1, "a": 2}], "a": null}}"#).unwrap();
        assert_eq!(canonical(&value), r#"{"by":{"a":null,"z":[{"a":2,"b":1}]},"reason":"r"}"#);
    }
}
