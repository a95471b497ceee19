//! The demo: a workspace in the middle of a programme, played act by act as its people would have done it.
//!
//! The play stands in `demo/scenes`, written for one Tuesday in October. Every day in it is moved by the same distance,
//! so that what was overdue or under way on that Tuesday is so on the day the demo is made. The files that its auditors
//! draw their samples from are made together with it.

use std::path::Path;

use book::BookError;
use ground::{Day, Instant, Problem};

use crate::{DeskError, files};

mod arrival;
mod attachments;
mod calendar;
mod exports;
mod player;
mod scene;
mod sheet;

use calendar::Calendar;
use player::Player;

/// The passphrase of the demo's signing identities. It is no secret: the people are invented.
pub const DEMO_PASSPHRASE: &str = "demo";

/// The play, in the order in which it happened.
const PLAY: [&str; 8] = [
    include_str!("demo/scenes/1-organisation.json"),
    include_str!("demo/scenes/2-programme.json"),
    include_str!("demo/scenes/3-resolution.json"),
    include_str!("demo/scenes/4-spring.json"),
    include_str!("demo/scenes/5-change.json"),
    include_str!("demo/scenes/6-change-report.json"),
    include_str!("demo/scenes/7-summer.json"),
    include_str!("demo/scenes/8-autumn.json"),
];

/// Makes the demo workspace, as it would stand on the day `as_of`; today where none is given.
///
/// The file is made under another name and put in its place when it is whole.
///
/// # Errors
/// Refuses a path where a file already is; leaves no file behind when it can't be finished.
pub fn make_demo(path: &Path, as_of: Option<Day>, now: Instant) -> Result<(), Problem> {
    if path.exists() {
        return Err(BookError::AlreadyThere { path: path.to_owned() }.into());
    }
    let making = files::beside(path, ".being-made");
    files::remove_workspace(&making);
    let made = perform(&making, Calendar::of(as_of, now)).and_then(|()| {
        std::fs::rename(&making, path).map_err(|error| {
            DeskError::Unwritable { path: path.to_string_lossy().into_owned(), reason: error.to_string() }.into()
        })
    });
    files::remove_workspace(&making);
    made
}

/// Plays the whole play; the workspace is closed when this returns.
fn perform(path: &Path, calendar: Calendar) -> Result<(), Problem> {
    let mut player = Player::begin(path, calendar)?;
    PLAY.iter().try_for_each(|scenes| player.play(scenes))?;
    player.leave()
}
