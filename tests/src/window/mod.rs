//! The real window: the program under a display of its own, driven as a person would.
//!
//! Every [`Window`] has its own Xvfb, its own WebKitWebDriver and its own data folders, so tests run side by side
//! and touch nobody's files. What the page writes to its console is kept and, at [`Window::close`], judged.

mod bus;
mod display;
mod group;
mod hand;
mod open;
mod page;
mod said;

pub use open::{Opening, Window, built};
pub use page::Found;
pub use said::Said;
pub use thirtyfour::{By, Key, WebElement, error::WebDriverResult};
