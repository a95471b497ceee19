//! The shell: the one place that knows Tauri.
//!
//! Invariant: nothing here knows what an audit is. A call is a name and a request; the desk answers it.
//!
//! To find one's way:
//! - `start` puts everything together,
//! - `arguments` reads how the program was started,
//! - `opening` hands on which workspace to show,
//! - `window` opens the one window and keeps it at home,
//! - `closing` lets the page write down what was typed last,
//! - `menu` is the application's menu,
//! - `dialogs` asks for files, `native` and `scripted` are who answers,
//! - `effort` tells how far a long task is and asks it to stop,
//! - `ipc` takes the window's calls, `clerk` carries them to the desk,
//! - `panic` keeps user data out of what a mistake prints.

mod arguments;
mod clerk;
mod closing;
mod dialogs;
mod effort;
mod ipc;
mod menu;
mod native;
mod opening;
mod panic;
mod scripted;
mod start;
mod window;

pub use start::start;
