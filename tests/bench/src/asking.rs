//! Asking the desk, as the screens do.

use desk::Desk;
use ground::{Fault, Problem};
use serde_json::Value;

/// Asks for an operation.
///
/// # Errors
/// Whatever it refuses.
pub fn ask(desk: &mut Desk, operation: &str, request: Value) -> Result<Value, Problem> {
    desk.call(operation, request).map(|answer| answer.value)
}

/// A text somewhere in an answer.
///
/// # Errors
/// Where there is none.
pub fn text(value: &Value, path: &str) -> Result<String, Problem> {
    let found = value.pointer(path).and_then(Value::as_str).map(str::to_owned);
    found.ok_or_else(|| Fault::bug(format!("the answer has no text at {path}")).into())
}
