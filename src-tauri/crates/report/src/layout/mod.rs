//! From blocks to pages: headings, paragraphs, lists, tables, cards and charts become strips; strips fill sheets.
//!
//! Everything is first cut into [`strip::Strip`]s, bands across the page that are never broken. Whatever can be
//! broken over pages (a paragraph, a table, a card) is simply several strips. The pager then needs only two rules:
//! glued strips stay together, and a table's strip at the head of a page brings the table's header with it.
//!
//! Invariant: nothing here knows what an audit is, and nothing here knows PDF.

mod card;
mod chart;
mod contents;
mod lettering;
mod look;
mod pages;
mod paper;
mod picture;
mod strip;
mod structure;
mod table;

pub(crate) use chart::{Bar, Share, Tile};
pub(crate) use lettering::{Face, Letters, Typeface};
pub(crate) use look::*;
pub(crate) use pages::{Laid, Sheet};
pub(crate) use paper::Paper;
pub(crate) use strip::{Field, Link, Mark};
pub(crate) use structure::{Kid, Node, NodeId, Role, Tree};
pub(crate) use table::{Cell, Column};
