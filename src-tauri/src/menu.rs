//! The application's menu. It does nothing by itself: it tells the window which entry was chosen.

use tauri::{
    App, AppHandle, Emitter as _, Wry,
    menu::{Menu, MenuBuilder, MenuItemBuilder, Submenu, SubmenuBuilder},
};

use crate::{closing, window};

/// The event that names the chosen entry, for example `file.open`.
pub const MENU: &str = "menu";

/// An entry that the shell itself answers.
const QUIT: &str = "file.quit";

/// One entry: what the window is told, what the person reads, and the keys that choose it.
struct Entry(&'static str, &'static str, &'static str);

/// A line between groups.
const LINE: Entry = Entry("", "", "");

const FILE: &[Entry] = &[
    Entry("file.new", "New workspace…", "CmdOrCtrl+N"),
    Entry("file.open", "Open…", "CmdOrCtrl+O"),
    Entry("file.close", "Close workspace", "CmdOrCtrl+W"),
    LINE,
    Entry(QUIT, "Quit", "CmdOrCtrl+Q"),
];
const EDIT: &[Entry] =
    &[Entry("edit.undo", "Undo", "CmdOrCtrl+Z"), Entry("edit.redo", "Redo", "CmdOrCtrl+Shift+Z"), LINE];
const VIEW: &[Entry] = &[
    Entry("view.light", "Light", ""),
    Entry("view.dark", "Dark", ""),
    Entry("view.system", "As the system", ""),
    LINE,
    Entry("view.zoom-in", "Zoom in", "CmdOrCtrl+="),
    Entry("view.zoom-out", "Zoom out", "CmdOrCtrl+-"),
    Entry("view.zoom-reset", "Actual size", "CmdOrCtrl+0"),
];
const GO: &[Entry] = &[
    Entry("go.today", "Today", "CmdOrCtrl+1"),
    Entry("go.programme", "Programme", "CmdOrCtrl+2"),
    Entry("go.audits", "Audits", "CmdOrCtrl+3"),
    Entry("go.actions", "Actions", "CmdOrCtrl+4"),
    Entry("go.organisation", "Organisation", "CmdOrCtrl+5"),
    Entry("go.standards", "Standards", "CmdOrCtrl+6"),
    Entry("go.history", "History", "CmdOrCtrl+7"),
    LINE,
    Entry("go.search", "Search or command…", "CmdOrCtrl+K"),
];
const HELP: &[Entry] = &[
    Entry("help.guide", "Guide", "F1"),
    Entry("help.keys", "All keys", "CmdOrCtrl+/"),
    LINE,
    Entry("help.about", "About Tickmark", ""),
];

/// The whole menu. The letter after `&` opens a part of it from the keyboard.
///
/// # Errors
/// Where the system gives no menu.
pub fn build(app: &AppHandle) -> tauri::Result<Menu<Wry>> {
    let menu = MenuBuilder::new(app);
    #[cfg(target_os = "macos")]
    let menu = menu.item(&SubmenuBuilder::new(app, "Tickmark").hide().hide_others().show_all().build()?);
    menu.items(&[
        &submenu(app, "&File", FILE)?,
        &clipboard(app, submenu(app, "&Edit", EDIT)?)?,
        &submenu(app, "&View", VIEW)?,
        &submenu(app, "&Go", GO)?,
        &submenu(app, "&Help", HELP)?,
    ])
    .build()
}

fn submenu(app: &AppHandle, title: &str, entries: &[Entry]) -> tauri::Result<Submenu<Wry>> {
    let mut submenu = SubmenuBuilder::new(app, title);
    for Entry(id, text, keys) in entries {
        if id.is_empty() {
            submenu = submenu.separator();
            continue;
        }
        let item = MenuItemBuilder::with_id(*id, text);
        let item = if keys.is_empty() { item } else { item.accelerator(keys) };
        submenu = submenu.item(&item.build(app)?);
    }
    submenu.build()
}

/// Cut, copy, paste and select all, as the system does them.
#[cfg(not(target_os = "linux"))]
fn clipboard(app: &AppHandle, edit: Submenu<Wry>) -> tauri::Result<Submenu<Wry>> {
    use tauri::menu::PredefinedMenuItem;
    edit.append_items(&[
        &PredefinedMenuItem::cut(app, None)?,
        &PredefinedMenuItem::copy(app, None)?,
        &PredefinedMenuItem::paste(app, None)?,
        &PredefinedMenuItem::select_all(app, None)?,
    ])?;
    Ok(edit)
}

/// Cut, copy, paste and select all. The page answers to their keys by itself, so these entries have none;
/// chosen with the mouse they are given to the page as its own editing commands.
#[cfg(target_os = "linux")]
fn clipboard(app: &AppHandle, edit: Submenu<Wry>) -> tauri::Result<Submenu<Wry>> {
    for (id, text, _) in EDITING_COMMANDS {
        edit.append(&MenuItemBuilder::with_id(*id, text).build(app)?)?;
    }
    Ok(edit)
}

/// What the entry is called, what the person reads, and WebKit's name for it.
#[cfg(target_os = "linux")]
const EDITING_COMMANDS: &[(&str, &str, &str)] = &[
    ("edit.cut", "Cut", "Cut"),
    ("edit.copy", "Copy", "Copy"),
    ("edit.paste", "Paste", "Paste"),
    ("edit.select-all", "Select all", "SelectAll"),
];

#[cfg(target_os = "linux")]
fn is_edited_by_the_page(app: &AppHandle, id: &str) -> bool {
    use tauri::Manager as _;
    use webkit2gtk::WebViewExt as _;

    let Some((_, _, command)) = EDITING_COMMANDS.iter().find(|(known, _, _)| *known == id) else { return false };
    if let Some(window) = app.get_webview_window(window::MAIN) {
        // A window that closes at this moment has nothing to paste into.
        let _ = window.with_webview(move |page| page.inner().execute_editing_command(command));
    }
    true
}

#[cfg(not(target_os = "linux"))]
fn is_edited_by_the_page(_: &AppHandle, _: &str) -> bool {
    false
}

/// Lets the window hear of every chosen entry, and answers those that are the shell's own.
pub fn listen(app: &App) {
    app.on_menu_event(|app, chosen| {
        let id = chosen.id().as_ref();
        if id == QUIT {
            closing::ask(app);
        } else if !is_edited_by_the_page(app, id) {
            let _ = app.emit_to(window::MAIN, MENU, id);
        }
    });
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    fn entries() -> impl Iterator<Item = &'static Entry> {
        [FILE, EDIT, VIEW, GO, HELP].into_iter().flatten().filter(|Entry(id, _, _)| !id.is_empty())
    }

    #[test]
    fn no_two_entries_share_a_name_or_their_keys() {
        let (mut names, mut taken) = (BTreeSet::new(), BTreeSet::new());
        for Entry(id, text, keys) in entries() {
            assert!(names.insert(id), "{id} stands twice");
            assert!(keys.is_empty() || taken.insert(keys), "{text}: {keys} already chooses another entry");
        }
    }

    #[test]
    fn every_key_combination_is_one_that_the_system_understands() {
        for Entry(id, _, keys) in entries().filter(|Entry(_, _, keys)| !keys.is_empty()) {
            assert!(keys.parse::<muda::accelerator::Accelerator>().is_ok(), "{id}: {keys}");
        }
    }
}
