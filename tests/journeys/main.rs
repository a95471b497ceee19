//! An auditor's day, one story a file, against real workspace files.

#![allow(clippy::unwrap_used, reason = "a journey that can’t go on has failed")]

mod world;

mod bad_input;
mod close_the_lid;
mod evidence_pictures;
mod independence;
mod judged_by_others;
mod new_revision;
mod requests;
mod sampling;
mod to_a_signed_report;
mod typing;
