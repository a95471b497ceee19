//! The real window, looked at as a person looks at it.
#![cfg(unix)]

mod demo;
mod keyboard;
mod looking;
mod places;
mod sampling;
mod screens;
mod shell;
mod to_a_signed_report;
