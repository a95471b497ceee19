//! The walls: no crate and no screen leans uphill.
//!
//! The crates stand in the order of an auditor's day, and each leans only on those that stand before it.
//! The screens stand in the same order. The shell stands last and is the only one that knows Tauri.

mod walls {
    mod crates;
    mod screens;
    mod street;
}
