//! Which column holds what: the canonical fields, and a proposal from the names that tools give their columns.
//!
//! The program proposes, the person decides. Invariant: a proposal never maps one column to two fields, and never maps a
//! column whose meaning has to be asked first.

mod error;
mod field;
mod profile;
mod propose;

use std::collections::BTreeMap;

pub use error::MappingError;
pub use field::{CanonicalField, field, fields, is_field};
pub use propose::{Ask, Choice, Proposal, propose};
use table::Column;

/// For a canonical field the name of the column that holds it.
pub type Mapping = BTreeMap<String, String>;

/// Whether a mapping makes sense for a table.
///
/// # Errors
/// Refuses a field that is not canonical, a column that the table lacks, and a column given to two fields.
pub fn check(columns: &[Column], mapping: &Mapping) -> Result<(), MappingError> {
    let mut taken: BTreeMap<&str, &str> = BTreeMap::new();
    for (name, column) in mapping {
        if field(name).is_none() {
            return Err(MappingError::NoField { field: name.clone() });
        }
        if !columns.iter().any(|known| known.name == *column) {
            return Err(MappingError::NoColumn { field: name.clone(), column: column.clone() });
        }
        if let Some(first) = taken.insert(column, name) {
            return Err(MappingError::Twice { column: column.clone(), first: first.to_owned(), second: name.clone() });
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests;
