//! The demo.
use std::path::Path;
use ground::{Day, Instant, Problem};
/// The passphrase of the demo's signing identities.
pub const DEMO_PASSPHRASE: &str = "demo";
/// Makes the demo workspace.
pub fn make_demo(_path: &Path, _as_of: Option<Day>, _now: Instant) -> Result<(), Problem> {
    Ok(())
}
