//! Puts the program together.

use std::{env, path::PathBuf, process::ExitCode, sync::Arc};

use desk::{Desk, Home};
use ground::Effort;
use tauri::{App, AppHandle, Manager as _, RunEvent, Wry, ipc::Invoke};
use tauri_plugin_window_state::StateFlags;

use crate::{
    arguments::{Arguments, HELP},
    clerk::Clerk,
    closing,
    dialogs::{self, Answering},
    effort, ipc, menu,
    native::Native,
    opening::{self, AskedFor, Opening},
    panic, window,
};

/// Starts the program and stays until its window is closed.
#[must_use]
pub fn start() -> ExitCode {
    panic::keep_user_data_out();
    let here = env::current_dir().unwrap_or_default();
    let arguments = match Arguments::read(env::args_os().skip(1), &here) {
        Ok(Arguments::Help) => {
            print!("{HELP}");
            return ExitCode::SUCCESS;
        }
        Ok(Arguments::Version) => {
            println!("tickmark {}", env!("CARGO_PKG_VERSION"));
            return ExitCode::SUCCESS;
        }
        Ok(arguments) => arguments,
        Err(refusal) => {
            eprintln!("{refusal}");
            return ExitCode::from(2);
        }
    };
    match run(arguments) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("Tickmark could not open its window: {error}");
            eprintln!("Check that there is a display, or use `tick`, which needs none.");
            ExitCode::FAILURE
        }
    }
}

fn run(arguments: Arguments) -> tauri::Result<()> {
    let watched: Arc<Effort> = Arc::default();
    let worked = Arc::clone(&watched);
    let clerk = Arc::new(Clerk::at(move || {
        let mut desk = Desk::new("Tickmark").watched_through(Arc::clone(&worked));
        move |name, request| desk.call(name, request)
    })?);
    let at_exit = Arc::clone(&clerk);
    tauri::Builder::default()
        // First, as its documentation asks: a second start has to end before it opens anything.
        .plugin(tauri_plugin_single_instance::init(second_start))
        .plugin(
            tauri_plugin_window_state::Builder::new()
                .with_state_flags(
                    StateFlags::SIZE | StateFlags::POSITION | StateFlags::MAXIMIZED | StateFlags::FULLSCREEN,
                )
                .build(),
        )
        .manage(clerk)
        .manage(watched)
        .manage(answering())
        .manage(closing::Asked::default())
        .on_window_event(closing::follow)
        .menu(menu::build)
        .invoke_handler(commands())
        .setup(move |app| set_up(app, &arguments))
        .build(tauri::generate_context!())?
        .run(move |app, event| follow(app, event, &at_exit));
    Ok(())
}

/// What the page may ask of the shell, as far as its capabilities allow it.
fn commands() -> impl Fn(Invoke<Wry>) -> bool + Send + Sync + 'static {
    let of_the_shell: Box<dyn Fn(Invoke<Wry>) -> bool + Send + Sync> = Box::new(tauri::generate_handler![
        opening::opening,
        closing::leave,
        effort::progress,
        effort::stop,
        dialogs::pick_file,
        dialogs::pick_files,
        dialogs::pick_save
    ]);
    move |invoke| {
        if invoke.message.command() == ipc::CALL {
            ipc::call(invoke);
            return true;
        }
        of_the_shell(invoke)
    }
}

fn set_up(app: &App, arguments: &Arguments) -> Result<(), Box<dyn std::error::Error>> {
    app.manage(AskedFor::at_start(Opening::of(arguments, &Home::of_user())));
    menu::listen(app);
    window::open(app)?;
    Ok(())
}

/// Called in the program that is already open, with the words and the folder of the second start.
fn second_start(app: &AppHandle, words: Vec<String>, here: String) {
    let words = words.into_iter().skip(1).map(Into::into);
    // Words that can't be read open nothing; the window still comes to the front.
    let arguments = Arguments::read(words, &PathBuf::from(here)).unwrap_or(Arguments::Nothing);
    opening::hand_over(app, &arguments);
}

fn follow(app: &AppHandle, event: RunEvent, clerk: &Clerk) {
    match event {
        RunEvent::Exit if !clerk.close() => {
            eprintln!("Tickmark closed while a task was still under way. What was saved is safe.");
        }
        #[cfg(target_os = "macos")]
        RunEvent::Opened { urls } => {
            if let Some(path) = urls.iter().find_map(|url| url.to_file_path().ok()) {
                opening::hand_over(app, &Arguments::Workspace(path));
            }
        }
        _ => {
            let _ = app;
        }
    }
}

#[cfg(debug_assertions)]
fn answering() -> Answering {
    match crate::scripted::Scripted::from_environment() {
        Some(scripted) => Box::new(scripted),
        None => Box::new(Native),
    }
}

#[cfg(not(debug_assertions))]
fn answering() -> Answering {
    Box::new(Native)
}
