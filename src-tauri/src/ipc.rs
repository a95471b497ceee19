//! The one command beneath every screen: a name and a request go in, an answer or a problem comes out.

use std::sync::Arc;

use desk::Answer;
use ground::Problem;
use serde_json::Value;
use tauri::{
    AppHandle, Emitter as _, Manager as _, Wry,
    ipc::{Invoke, InvokeBody},
};

use crate::{clerk::Clerk, window};

/// The command's name; `capabilities/main.json` allows it to the one window.
pub const CALL: &str = "call";

/// The event that says which kinds of record an act touched, so that screens ask again.
pub const TOUCHED: &str = "touched";

/// Hands a call to the desk. It is no asynchronous command, because those may overtake each other: the page's calls
/// reach the desk in the order in which the page made them, so an earlier answer never replaces a later one.
pub fn call(invoke: Invoke<Wry>) {
    let Invoke { message, resolver, .. } = invoke;
    let app = message.webview_ref().app_handle().clone();
    let (name, request) = match read(message.payload()) {
        Ok(call) => call,
        Err(problem) => return resolver.reject(problem),
    };
    let answered = move |answer: Result<Answer, Problem>| match answer {
        Ok(answer) => {
            say_what_was_touched(&app, &answer.touched);
            resolver.resolve(answer.value);
        }
        Err(problem) => resolver.reject(problem),
    };
    message.webview_ref().state::<Arc<Clerk>>().take(name, request, Box::new(answered));
}

fn say_what_was_touched(app: &AppHandle, touched: &[String]) {
    if !touched.is_empty() {
        // A window that is already gone needs no news.
        let _ = app.emit_to(window::MAIN, TOUCHED, touched);
    }
}

fn read(body: &InvokeBody) -> Result<(String, Value), Problem> {
    let InvokeBody::Json(call) = body else { return Err(unreadable()) };
    let name = call.get("name").and_then(Value::as_str).ok_or_else(unreadable)?;
    Ok((name.to_owned(), call.get("request").cloned().unwrap_or_default()))
}

fn unreadable() -> Problem {
    Problem::fault(
        "shell.call-unreadable",
        "A call has no name of an operation.",
        "Start the program again; report it if it stays so.",
    )
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn a_call_is_a_name_and_a_request_and_the_request_may_be_absent() {
        let read = |call| read(&InvokeBody::Json(call)).map_err(|problem| problem.code);

        assert_eq!(read(json!({ "name": "today.view" })), Ok(("today.view".into(), Value::Null)));
        assert_eq!(read(json!({ "name": "a.b", "request": { "c": 1 } })), Ok(("a.b".into(), json!({ "c": 1 }))));
        assert_eq!(read(json!({ "request": {} })), Err("shell.call-unreadable".into()));
        assert_eq!(read(json!([1, 2])), Err("shell.call-unreadable".into()));
    }
}
