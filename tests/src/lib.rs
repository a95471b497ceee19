//! What the tests share.
//!
//! - `journeys/` tells an auditor's day against real files, one story a file,
//! - `walls.rs` keeps the crates and the screens in their order,
//! - `e2e/` looks at the real window.

pub mod verifiers;
#[cfg(all(feature = "window", unix))]
pub mod window;
