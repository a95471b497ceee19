//! What one column holds, as it is collected.

use std::collections::BTreeMap;

use chrono::{Datelike, NaiveDateTime};
use table::{Column, ColumnKind, Decimal, DecimalSign};

use super::{
    answer::{ColumnLook, Month, RowList},
    counter::Counter,
};

pub(super) struct Seen {
    pub place: usize,
    column: Column,
    decimal: DecimalSign,
    filled: u64,
    empty: u64,
    counter: Counter,
    moments: Option<(NaiveDateTime, NaiveDateTime)>,
    /// By year and month.
    months: BTreeMap<(i32, u32), u64>,
    numbers: Option<(Decimal, Decimal)>,
    unreadable: RowList,
}

impl Seen {
    pub(super) fn of(place: usize, column: &Column, decimal: DecimalSign) -> Self {
        Self {
            place,
            column: column.clone(),
            decimal,
            filled: 0,
            empty: 0,
            counter: Counter::new(),
            moments: None,
            months: BTreeMap::new(),
            numbers: None,
            unreadable: RowList::default(),
        }
    }

    pub(super) fn cell(&mut self, row: u64, cell: &str, budget: &mut usize) {
        let cell = cell.trim();
        if cell.is_empty() {
            self.empty += 1;
            return;
        }
        self.filled += 1;
        self.counter.count(cell, budget);
        match self.column.kind {
            ColumnKind::Text => {}
            ColumnKind::Moment => match table::moment(cell, &self.column.form) {
                Some(moment) => {
                    let (earliest, latest) = self.moments.unwrap_or((moment, moment));
                    self.moments = Some((earliest.min(moment), latest.max(moment)));
                    *self.months.entry((moment.year(), moment.month())).or_default() += 1;
                }
                None => self.unreadable.add(row),
            },
            ColumnKind::Number => match Decimal::parse(cell, self.decimal) {
                Some(number) => {
                    let (smallest, largest) = self.numbers.unwrap_or((number, number));
                    self.numbers = Some((smallest.min(number), largest.max(number)));
                }
                None => self.unreadable.add(row),
            },
        }
    }

    pub(super) fn done(self) -> ColumnLook {
        let values = self.counter.top();
        let listed: u64 = values.iter().map(|value| value.rows).sum();
        let written = |moment: NaiveDateTime| moment.format("%Y-%m-%d %H:%M:%S").to_string();
        ColumnLook {
            column: self.column.name,
            kind: self.column.kind,
            filled: self.filled,
            empty: self.empty,
            distinct: self.counter.distinct(),
            more_distinct: self.counter.more(),
            values,
            other_rows: self.filled - listed,
            earliest: self.moments.map(|(earliest, _)| written(earliest)),
            latest: self.moments.map(|(_, latest)| written(latest)),
            months: self
                .months
                .into_iter()
                .map(|((year, month), rows)| Month { month: format!("{year:04}-{month:02}"), rows })
                .collect(),
            smallest: self.numbers.map(|(smallest, _)| smallest),
            largest: self.numbers.map(|(_, largest)| largest),
            unreadable: self.unreadable,
        }
    }
}
