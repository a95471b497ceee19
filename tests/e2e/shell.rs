//! What the window does whatever it shows: it opens, it answers, it stays at home.

use serde_json::{Value, json};
use tests::window::{Opening, WebDriverResult, Window};

use crate::places;

/// Calls one of the shell's commands as the page does. A refusal comes back as `Err`.
async fn invoke(window: &Window, command: &str, arguments: Value) -> WebDriverResult<Result<Value, Value>> {
    let script = r#"
        const [command, given, done] = arguments;
        window.__TAURI_INTERNALS__.invoke(command, given).then(
          (answer) => done({ answer }), (refusal) => done({ refusal }));
    "#;
    let said: Value = window.page.execute_async(script, vec![json!(command), arguments]).await?.convert()?;
    Ok(match said.get("refusal") {
        Some(refusal) => Err(refusal.clone()),
        None => Ok(said.get("answer").cloned().unwrap_or_default()),
    })
}

/// Lets the page note what the shell tells it under this name.
async fn note(window: &Window, event: &str) -> WebDriverResult<()> {
    let script = r#"
        const [event, done] = arguments;
        window.noted = [];
        const handler = window.__TAURI_INTERNALS__.transformCallback((told) => window.noted.push(told.payload));
        window.__TAURI_INTERNALS__.invoke("plugin:event|listen", { event, target: { kind: "Any" }, handler })
          .then(() => done(null), (refusal) => done(String(refusal)));
    "#;
    let refusal: Value = window.page.execute_async(script, vec![json!(event)]).await?.convert()?;
    assert_eq!(refusal, Value::Null);
    Ok(())
}

/// What the page has noted, once it is this many things.
async fn noted(window: &Window, wanted: usize) -> WebDriverResult<Vec<Value>> {
    let mut told = Vec::new();
    for _ in 0..100 {
        told = window.page.execute("return window.noted", vec![]).await?.convert()?;
        if told.len() >= wanted {
            break;
        }
        tokio::time::sleep(std::time::Duration::from_millis(50)).await;
    }
    Ok(told)
}

#[tokio::test(flavor = "multi_thread")]
async fn a_menu_entry_chosen_by_its_keys_is_told_to_the_page() -> WebDriverResult<()> {
    let window = Opening::default().open().await?;
    window.reads("Tickmark").await?;
    note(&window, "menu").await?;

    for keys in ["ctrl+3", "ctrl+shift+z", "ctrl+equal", "F1"] {
        window.keyboard(keys).expect("keys that reach the window");
    }

    let told = noted(&window, 4).await?;
    assert_eq!(told, [json!("go.audits"), json!("edit.redo"), json!("view.zoom-in"), json!("help.guide")]);
    window.close().await
}

#[tokio::test(flavor = "multi_thread")]
async fn words_typed_just_before_the_window_is_closed_are_saved() -> WebDriverResult<()> {
    let (window, folder) = places::demo().await?;
    let audit = places::audit(&window, "IA-2026-03").await?;
    window.go(&format!("{audit}/checklist")).await?;
    window.by_testid("notes").await?;
    places::settled(&window).await?;
    window.fill("notes", "The very last words").await?;

    window.keyboard("ctrl+q").expect("keys that reach the window");
    window.ends().await;

    let mut desk = places::a_desk(&folder);
    let path = folder.path().join("demo.tickmark");
    desk.call("workspace.open", json!({ "path": path })).expect("the workspace");
    let found = desk.call("workspace.find", json!({ "words": "very last words" })).expect("a search").value;
    assert_eq!(found.as_array().map(Vec::len), Some(1), "{found}");
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn a_second_start_hands_its_workspace_to_the_open_window_and_ends() -> WebDriverResult<()> {
    let window = Opening::default().on_a_bus().open().await?;
    window.reads("Tickmark").await?;
    note(&window, "opening").await?;

    let second = window.start_again(&["/at/the/site/south.tickmark"]).expect("a second start");

    assert!(second.status.success(), "{}", String::from_utf8_lossy(&second.stderr));
    let workspace = json!({ "workspace": "/at/the/site/south.tickmark", "demo": false });
    assert_eq!(noted(&window, 1).await?.first(), Some(&workspace));
    assert_eq!(invoke(&window, "opening", json!({})).await?, Ok(workspace), "a page that loads again shows it too");
    window.close().await
}

#[tokio::test(flavor = "multi_thread")]
async fn the_window_opens_says_what_it_is_and_complains_of_nothing() -> WebDriverResult<()> {
    let window = Opening::default().open().await?;

    window.reads("Tickmark").await?;
    assert!(window.page.title().await?.contains("Tickmark"));
    window.picture("first-page").await?;

    window.close().await
}

#[tokio::test(flavor = "multi_thread")]
async fn the_window_fits_a_small_and_a_large_screen() -> WebDriverResult<()> {
    let window = Opening::default().open().await?;

    window.size(1280, 800).await?;
    window.picture("first-page-1280x800").await?;
    window.size(1920, 1080).await?;
    window.picture("first-page-1920x1080").await?;

    window.close().await
}

#[tokio::test(flavor = "multi_thread")]
async fn an_operation_that_does_not_exist_is_a_problem_with_a_next_step() -> WebDriverResult<()> {
    let window = Opening::default().open().await?;

    let problem = invoke(&window, "call", json!({ "name": "no such thing", "request": {} })).await?.unwrap_err();

    for part in ["code", "message", "remedy", "severity"] {
        assert!(problem[part].as_str().is_some_and(|words| !words.is_empty()), "no {part} in {problem}");
    }
    window.close().await
}

#[tokio::test(flavor = "multi_thread")]
async fn a_file_dialog_is_answered_in_turn_and_may_be_cancelled() -> WebDriverResult<()> {
    let window = Opening::default().answering(&["/evidence/contract.pdf", "", "/reports/IA-2026-01"]).open().await?;
    let filters = json!([{ "name": "PDF", "extensions": ["pdf"] }]);
    let one = json!({ "title": "Add evidence", "filters": filters });

    assert_eq!(invoke(&window, "pick_file", one.clone()).await?, Ok(json!("/evidence/contract.pdf")));
    assert_eq!(invoke(&window, "pick_files", one).await?, Ok(json!([])));
    let saving = json!({ "title": "Save the report", "suggested": "IA-2026-01.pdf", "filters": filters });
    assert_eq!(invoke(&window, "pick_save", saving).await?, Ok(json!("/reports/IA-2026-01.pdf")));

    window.close().await
}

#[tokio::test(flavor = "multi_thread")]
async fn the_page_learns_which_workspace_the_program_was_started_with() -> WebDriverResult<()> {
    let named = Opening::default().workspace("/at/the/site/north.tickmark".as_ref()).open().await?;
    let opening = invoke(&named, "opening", json!({})).await?;
    assert_eq!(opening, Ok(json!({ "workspace": "/at/the/site/north.tickmark", "demo": false })));
    drop(named);

    let demo = Opening::default().demo().open().await?;
    let opening = invoke(&demo, "opening", json!({})).await?.unwrap_or_default();
    assert_eq!(opening["demo"], true);
    let workspace = opening["workspace"].as_str().unwrap_or_default().to_owned();
    assert!(workspace.starts_with(&demo.home().display().to_string()), "{workspace} is outside the program's data");
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn the_page_is_given_no_right_that_the_capability_file_does_not_name() -> WebDriverResult<()> {
    let window = Opening::default().open().await?;

    for (command, arguments) in [
        ("plugin:window|set_title", json!({ "label": "main", "value": "Something else" })),
        ("plugin:event|emit", json!({ "event": "touched", "payload": [] })),
        ("plugin:webview|create_webview_window", json!({ "options": { "label": "second", "url": "index.html" } })),
        ("plugin:app|version", json!({})),
        ("plugin:path|resolve_directory", json!({ "directory": 1 })),
        ("plugin:window-state|restore_state", json!({ "label": "main", "flags": 1 })),
        ("plugin:shell|execute", json!({ "program": "sh" })),
    ] {
        let answer = invoke(&window, command, arguments).await?;
        assert!(answer.is_err(), "{command} answered {answer:?}");
    }
    assert_eq!(invoke(&window, "plugin:webview|set_webview_zoom", json!({ "value": 2.0 })).await?, Ok(Value::Null));
    window.close().await
}

#[tokio::test(flavor = "multi_thread")]
async fn the_window_goes_nowhere_else_and_opens_no_second_one() -> WebDriverResult<()> {
    let window = Opening::default().open().await?;
    let home = window.page.current_url().await?;

    for way in [
        "location.href = 'https://example.com/'",
        "location.href = 'file:///etc/passwd'",
        "location.href = 'data:text/html,elsewhere'",
        "window.open('https://example.com/')",
        "window.open('/')",
    ] {
        window.page.execute(way, vec![]).await?;
        tokio::time::sleep(std::time::Duration::from_millis(300)).await;
        assert_eq!(window.page.current_url().await?, home, "after {way}");
    }
    assert_eq!(window.page.windows().await?.len(), 1);
    Ok(())
}

#[tokio::test(flavor = "multi_thread")]
async fn the_page_runs_no_script_and_loads_nothing_from_elsewhere() -> WebDriverResult<()> {
    let window = Opening::default().open().await?;
    let script = r#"
        const done = arguments[0];
        const stopped = [];
        document.addEventListener("securitypolicyviolation", (event) => stopped.push(event.effectiveDirective));
        const inline = document.createElement("script");
        inline.textContent = "window.strange = true";
        document.body.append(inline);
        const image = new Image();
        image.src = "https://example.com/pixel.png";
        document.body.append(image);
        fetch("https://example.com/").catch(() => 0);
        const frame = document.createElement("iframe");
        frame.src = "https://example.com/";
        document.body.append(frame);
        setTimeout(() => done({ stopped, strange: window.strange ?? false }), 500);
    "#;

    let said: Value = window.page.execute_async(script, vec![]).await?.convert()?;

    assert_eq!(said["strange"], false, "an inline script ran");
    for directive in ["script-src-elem", "img-src", "connect-src", "frame-src"] {
        let stopped = said["stopped"].as_array().is_some_and(|stopped| stopped.contains(&json!(directive)));
        assert!(stopped, "{directive} was not stopped: {said}");
    }
    assert!(!window.said().complaints().is_empty(), "what the policy stops is heard on the console");
    Ok(())
}
