use std::collections::BTreeMap;

use ground::Day;
use table::Shape;

use super::{
    MOST_COUNTED_BYTES,
    answer::{Duplicates, Look, RowList},
    column::Seen,
    ids::Ids,
    numbering::numbering,
    period::Period,
};

/// Collects a [`Look`] while rows pass by.
pub struct Looker {
    rows: u64,
    id: Option<(usize, String)>,
    empty_ids: RowList,
    ids: Ids,
    columns: Vec<Seen>,
    /// Bytes that counted values may still take.
    budget: usize,
    period: Option<Period>,
}

impl Looker {
    /// Looks at a table whose mapping says which column holds the ids (`record_id`).
    ///
    /// `count` names the columns to look into, counted from 0; those that the table lacks are passed over. `period` asks
    /// which rows lie outside of it, both days being inside: by `opened_at`, or the first of `actual_start`,
    /// `planned_start`, `resolved_at`, `closed_at` and `updated_at` that is mapped to a column of moments.
    #[must_use]
    pub fn new(shape: &Shape, mapping: &BTreeMap<String, String>, count: &[usize], period: Option<(Day, Day)>) -> Self {
        let mut looker = Self::without_period(shape, mapping, count);
        looker.period = period.and_then(|period| Period::of(shape, mapping, None, period));
        looker
    }

    /// As [`Looker::new`], with the field that places rows in time. Nothing is placed when no column of moments is
    /// mapped to it.
    #[must_use]
    pub fn placed_by(
        field: &str,
        shape: &Shape,
        mapping: &BTreeMap<String, String>,
        count: &[usize],
        period: (Day, Day),
    ) -> Self {
        let mut looker = Self::without_period(shape, mapping, count);
        looker.period = Period::of(shape, mapping, Some(field), period);
        looker
    }

    fn without_period(shape: &Shape, mapping: &BTreeMap<String, String>, count: &[usize]) -> Self {
        let id = mapping.get("record_id").and_then(|name| Some((shape.position(name)?, name.clone())));
        let mut places: Vec<usize> = count.iter().copied().filter(|place| *place < shape.columns.len()).collect();
        places.sort_unstable();
        places.dedup();
        let decimal = shape.layout.decimal;
        let columns = places.into_iter().map(|place| Seen::of(place, &shape.columns[place], decimal)).collect();
        Self {
            rows: 0,
            id,
            empty_ids: RowList::default(),
            ids: Ids::default(),
            columns,
            budget: MOST_COUNTED_BYTES,
            period: None,
        }
    }

    /// Takes a row, whose cells are asked for by column, counted from 0.
    pub fn row<'row>(&mut self, number: u64, cell: &dyn Fn(usize) -> &'row str) {
        self.rows += 1;
        let id = self.id.as_ref().map_or("", |(place, _)| cell(*place).trim());
        if self.id.is_some() {
            if id.is_empty() {
                self.empty_ids.add(number);
            } else {
                self.ids.add(id, number);
            }
        }
        for column in &mut self.columns {
            column.cell(number, cell(column.place), &mut self.budget);
        }
        if let Some(period) = &mut self.period {
            period.row(number, id, cell);
        }
    }

    /// The ids that occur more than once, for whoever asks for nothing else.
    #[must_use]
    pub fn duplicates(&self) -> Duplicates {
        self.ids.duplicates()
    }

    /// What was seen.
    #[must_use]
    pub fn done(self) -> Look {
        Look {
            rows: self.rows,
            id_column: self.id.map(|(_, name)| name),
            empty_ids: self.empty_ids,
            duplicates: self.ids.duplicates(),
            numbering: numbering(self.ids.iter()),
            all_ids_seen: self.ids.complete(),
            columns: self.columns.into_iter().map(Seen::done).collect(),
            outside: self.period.map(Period::done),
        }
    }
}
