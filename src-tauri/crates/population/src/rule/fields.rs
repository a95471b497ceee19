use std::collections::BTreeMap;

use table::{Column, ColumnKind, DecimalSign, Shape};

/// The names that rules may use for one table: its columns, and the canonical fields that the mapping ties to them.
#[derive(Debug, Clone)]
pub struct Fields {
    columns: Vec<Column>,
    mapped: BTreeMap<String, usize>,
    decimal: DecimalSign,
}

impl Fields {
    /// The names of a table. The mapping says for a canonical field the name of its column; an entry whose column the
    /// table lacks counts as not mapped.
    #[must_use]
    pub fn new(shape: &Shape, mapping: &BTreeMap<String, String>) -> Self {
        let places: BTreeMap<&str, usize> =
            shape.columns.iter().enumerate().map(|(place, column)| (column.name.as_str(), place)).collect();
        let mapped = mapping
            .iter()
            .filter_map(|(field, column)| places.get(column.as_str()).map(|&place| (field.clone(), place)))
            .collect();
        Self { columns: shape.columns.clone(), mapped, decimal: shape.layout.decimal }
    }

    /// The column of a canonical field, counted from 0.
    #[must_use]
    pub fn position(&self, field: &str) -> Option<usize> {
        self.mapped.get(field).copied()
    }

    /// The canonical fields that have a column.
    pub fn mapped(&self) -> impl Iterator<Item = &str> {
        self.mapped.keys().map(String::as_str)
    }

    /// The column of that name. Where none is written just so, one that differs only in capitals and outer blanks will
    /// do, if there is only one.
    pub(crate) fn column_named(&self, name: &str) -> Option<usize> {
        if let Some(place) = self.columns.iter().position(|column| column.name == name) {
            return Some(place);
        }
        let mut alike = self
            .columns
            .iter()
            .enumerate()
            .filter(|(_, column)| super::text::same(column.name.trim(), name.trim()))
            .map(|(place, _)| place);
        let first = alike.next();
        if alike.next().is_none() { first } else { None }
    }

    pub(crate) fn column(&self, place: usize) -> &Column {
        &self.columns[place]
    }

    pub(crate) fn kind(&self, place: usize) -> ColumnKind {
        self.columns[place].kind
    }

    pub(crate) fn names(&self) -> impl Iterator<Item = &str> {
        self.columns.iter().map(|column| column.name.as_str())
    }

    pub(crate) const fn decimal(&self) -> DecimalSign {
        self.decimal
    }
}
