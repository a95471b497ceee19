//! A table: the rows another tool exported, read the same way each time, with every doubt said aloud.
//!
//! [`recognise`] looks at the beginning of a file and says how it is written, [`Corrections`] put right what it got
//! wrong, and [`read`] streams all rows. [`Decimal`] and [`moment`] turn a cell's text into an exact value.
//!
//! Invariant: nothing here knows what a population or an audit is, nothing writes, and no cell is changed on its way:
//! an id with leading zeros or seventeen digits stays the text it was.

#![warn(missing_docs)]

mod columns;
mod corrections;
mod decimal;
mod delimiter;
mod doubt;
mod encoding;
mod error;
mod form;
mod header;
mod kinds;
mod layout;
mod limits;
mod moment;
mod months;
mod read;
mod recognise;
mod row;
mod sample;
mod sniff;
mod source;
mod split;
mod text;
mod workbook;

pub use corrections::Corrections;
pub use decimal::Decimal;
pub use doubt::Doubt;
pub use error::TableError;
pub use form::forms;
pub use layout::{Column, ColumnKind, DecimalSign, Encoding, FileKind, Layout, Shape};
pub use limits::{
    LARGEST_CELL_BYTES, LARGEST_FILE_BYTES, LARGEST_ROW_BYTES, LARGEST_UNPACKED_BYTES, MOST_COLUMNS, MOST_SET_ASIDE,
};
pub use moment::moment;
pub use read::{Read, read, read_from};
pub use recognise::{Recognised, recognise};
pub use row::{Row, SetAside};
pub use source::Source;
