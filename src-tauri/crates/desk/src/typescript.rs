//! The TypeScript client, written from the list of operations.
use std::fmt::Write as _;

use serde_json::{Map, Value};

use crate::schemas;

/// The text of the generated client: every type, and one function for each operation.
#[must_use]
pub fn client() -> String {
    let (views, definitions) = schemas();
    let mut text = String::from(
        "// Generated from the list of operations. Change the operations, then run `cargo xtask operations`.\n\
         /* eslint-disable */\nimport { call } from \"./call\";\n\n",
    );
    let names = Map::new();
    let definitions = definitions.as_object().unwrap_or(&names);
    for (name, schema) in definitions {
        comment(&mut text, schema, "");
        let is_record =
            schema.get("properties").is_some() && schema.get("oneOf").is_none() && schema.get("anyOf").is_none();
        if is_record {
            let _ = write!(text, "export interface {name} ");
            text.push_str(&shape(schema, ""));
            text.push('\n');
        } else {
            let _ = writeln!(text, "export type {name} = {};", shape(schema, ""));
        }
        text.push('\n');
    }
    text.push_str("export const operations = {\n");
    let mut slice = "";
    for view in &views {
        let (of, verb) = view.name.split_once('.').unwrap_or(("", view.name));
        if of != slice {
            if !slice.is_empty() {
                text.push_str("  },\n");
            }
            let _ = writeln!(text, "  {of}: {{");
            slice = of;
        }
        let _ = writeln!(text, "    /** {} */", view.help);
        let empty = view.request.pointer("/$ref").and_then(Value::as_str) == Some("#/$defs/Nothing");
        let request = shape(&view.request, "    ");
        let default = if empty { " = {}" } else { "" };
        let _ = writeln!(
            text,
            "    {}: (request: {request}{default}): Promise<{}> => call(\"{}\", request),",
            camel(verb),
            shape(&view.answer, "    "),
            view.name
        );
    }
    text.push_str("  },\n};\n");
    text
}

fn comment(text: &mut String, schema: &Value, indent: &str) {
    if let Some(words) = schema.get("description").and_then(Value::as_str) {
        let words = words.replace("*/", "* /");
        let mut lines = words.lines();
        match (lines.next(), lines.clone().next()) {
            (Some(one), None) => {
                let _ = writeln!(text, "{indent}/** {one} */");
            }
            _ => {
                let _ = writeln!(text, "{indent}/**");
                for line in words.lines() {
                    let _ = writeln!(text, "{indent} * {}", line.trim_end());
                }
                let _ = writeln!(text, "{indent} */");
            }
        }
    }
}

/// `check-independence` as `checkIndependence`.
fn camel(verb: &str) -> String {
    let mut parts = verb.split('-');
    let first = parts.next().unwrap_or_default().to_owned();
    parts.fold(first, |mut text, part| {
        let mut letters = part.chars();
        text.extend(letters.next().map(|letter| letter.to_ascii_uppercase()));
        text.push_str(letters.as_str());
        text
    })
}

/// A schema as a TypeScript type.
fn shape(schema: &Value, indent: &str) -> String {
    match schema {
        Value::Bool(_) => return "unknown".to_owned(),
        Value::Object(_) => {}
        _ => return "never".to_owned(),
    }
    if let Some(reference) = schema.get("$ref").and_then(Value::as_str) {
        return reference.rsplit('/').next().unwrap_or("unknown").to_owned();
    }
    if let Some(constant) = schema.get("const") {
        return constant.to_string();
    }
    if let Some(values) = schema.get("enum").and_then(Value::as_array) {
        return values.iter().map(Value::to_string).collect::<Vec<_>>().join(" | ");
    }
    for choice in ["oneOf", "anyOf"] {
        if let Some(variants) = schema.get(choice).and_then(Value::as_array) {
            let mut shapes: Vec<String> = variants.iter().map(|variant| shape(variant, indent)).collect();
            shapes.dedup();
            return shapes.join(" | ");
        }
    }
    if let Some(parts) = schema.get("allOf").and_then(Value::as_array) {
        return parts.iter().map(|part| shape(part, indent)).collect::<Vec<_>>().join(" & ");
    }
    match schema.get("type") {
        Some(Value::String(kind)) => of_type(kind, schema, indent),
        Some(Value::Array(kinds)) => {
            let shapes: Vec<String> =
                kinds.iter().filter_map(Value::as_str).map(|kind| of_type(kind, schema, indent)).collect();
            shapes.join(" | ")
        }
        _ if schema.get("properties").is_some() => object(schema, indent),
        _ => "unknown".to_owned(),
    }
}

fn of_type(kind: &str, schema: &Value, indent: &str) -> String {
    match kind {
        "string" => "string".to_owned(),
        "integer" | "number" => "number".to_owned(),
        "boolean" => "boolean".to_owned(),
        "null" => "null".to_owned(),
        "array" => {
            let of = schema.get("items").map_or_else(|| "unknown".to_owned(), |items| shape(items, indent));
            if of.contains(' ') { format!("({of})[]") } else { format!("{of}[]") }
        }
        _ => object(schema, indent),
    }
}

fn object(schema: &Value, indent: &str) -> String {
    let Some(properties) = schema.get("properties").and_then(Value::as_object) else {
        // A map whose keys are numbers: JSON writes them as text, and the schema says of what shape.
        let by_pattern =
            schema.get("patternProperties").and_then(Value::as_object).and_then(|shapes| shapes.values().next());
        if let Some(values) = by_pattern {
            return format!("Record<string, {}>", shape(values, indent));
        }
        return match schema.get("additionalProperties") {
            Some(Value::Bool(false)) => "Record<string, never>".to_owned(),
            Some(values) => format!("Record<string, {}>", shape(values, indent)),
            None => "Record<string, unknown>".to_owned(),
        };
    };
    let required: Vec<&str> =
        schema.get("required").and_then(Value::as_array).into_iter().flatten().filter_map(Value::as_str).collect();
    let inner = format!("{indent}  ");
    let mut text = String::from("{\n");
    for (name, property) in properties {
        comment(&mut text, property, &inner);
        let of = shape(property, &inner);
        let optional = !required.contains(&name.as_str());
        // A field that may be absent is left out of answers, so readers meet `undefined`; writers may say null as well.
        let mark = if optional { "?" } else { "" };
        let of = if optional && of.contains("null") { format!("{} | undefined", of) } else { of };
        let _ = writeln!(text, "{inner}{name}{mark}: {of};");
    }
    text.push_str(indent);
    text.push('}');
    text
}
