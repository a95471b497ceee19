//! The one window. It shows the program's own page and nothing else.

use tauri::{App, Url, WebviewWindow, WebviewWindowBuilder, webview::NewWindowResponse};

/// The one window's label; `capabilities/main.json` gives rights to no other.
pub const MAIN: &str = "main";

/// Opens the window as `tauri.conf.json` describes it.
///
/// # Errors
/// Where the system gives no window, for example without a display.
pub fn open(app: &App) -> tauri::Result<()> {
    let described = app.config().app.windows.iter().find(|window| window.label == MAIN);
    let described = described.ok_or(tauri::Error::WindowNotFound)?;
    let window = WebviewWindowBuilder::from_config(app, described)?
        .on_navigation(is_at_home)
        .on_new_window(|_, _| NewWindowResponse::Deny)
        .on_document_title_changed(|window, title| {
            // The page names the open workspace; a window manager that shows no titles loses nothing.
            let _ = window.set_title(&title);
        })
        .build()?;
    say_what_the_page_says(&window)
}

/// Prints what the page writes to its console, where a test drives the window. Debug builds only.
#[cfg(all(debug_assertions, target_os = "linux"))]
fn say_what_the_page_says(window: &WebviewWindow) -> tauri::Result<()> {
    use webkit2gtk::{SettingsExt as _, WebViewExt as _};

    if std::env::var_os("TAURI_WEBVIEW_AUTOMATION").is_none() {
        return Ok(());
    }
    window.with_webview(|page| {
        if let Some(settings) = page.inner().settings() {
            settings.set_enable_write_console_messages_to_stdout(true);
        }
    })
}

#[cfg(not(all(debug_assertions, target_os = "linux")))]
fn say_what_the_page_says(_: &WebviewWindow) -> tauri::Result<()> {
    Ok(())
}

/// Whether the address is the program's own page. Everything else, above all the network, is refused.
fn is_at_home(address: &Url) -> bool {
    let embedded = match address.scheme() {
        "tauri" => address.host_str() == Some("localhost"),
        // On Windows and Android the embedded page has this address.
        "http" | "https" => cfg!(windows) && address.host_str() == Some("tauri.localhost"),
        _ => false,
    };
    // `tauri dev` shows the page from the development server.
    let developed = cfg!(dev) && address.scheme() == "http" && address.host_str() == Some("localhost");
    embedded || developed
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_window_stays_at_home() {
        let home = |address: &str| is_at_home(&address.parse().unwrap());

        assert!(home("tauri://localhost/"));
        assert!(home("tauri://localhost/index.html#/audits"));
        for elsewhere in [
            "https://example.com/",
            "http://127.0.0.1:8080/",
            "tauri://localhost.example.com/",
            "file:///etc/passwd",
            "data:text/html,x",
            "javascript:alert(1)",
            "about:blank",
        ] {
            assert!(!home(elsewhere), "{elsewhere} is not the program's own page");
        }
    }
}
