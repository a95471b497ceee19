//! Where rows lie against the period.

use std::collections::BTreeMap;

use chrono::{NaiveDate, NaiveDateTime};
use ground::Day;
use table::{ColumnKind, Shape};

use super::{
    OUTSIDE_LISTED,
    answer::{Outside, OutsideRow},
};

/// The fields that can place a row in time, the one that counts first.
const FIELDS: [&str; 6] = ["opened_at", "actual_start", "planned_start", "resolved_at", "closed_at", "updated_at"];

/// The column that places rows in time, and what was seen in it.
pub(super) struct Period {
    place: usize,
    form: String,
    from: NaiveDateTime,
    /// Midnight after the last day.
    before: NaiveDateTime,
    seen: Outside,
}

impl Period {
    /// Takes the first field in time that is mapped to a column of moments, or the one that is asked for.
    pub(super) fn of(
        shape: &Shape,
        mapping: &BTreeMap<String, String>,
        asked: Option<&str>,
        (from, to): (Day, Day),
    ) -> Option<Self> {
        let moments = |field: &str| {
            let place = shape.position(mapping.get(field)?)?;
            (shape.columns[place].kind == ColumnKind::Moment).then_some(place)
        };
        let (field, place) = match asked {
            Some(field) => (field, moments(field)?),
            None => FIELDS.iter().find_map(|field| Some((*field, moments(field)?)))?,
        };
        let column = &shape.columns[place];
        Some(Self {
            place,
            form: column.form.clone(),
            from: midnight(from)?,
            before: midnight(to.plus_days(1))?,
            seen: Outside {
                field: field.to_owned(),
                column: column.name.clone(),
                from,
                to,
                within: 0,
                before: 0,
                after: 0,
                empty: 0,
                unreadable: 0,
                first: Vec::new(),
            },
        })
    }

    pub(super) fn row<'row>(&mut self, number: u64, id: &str, cell: &dyn Fn(usize) -> &'row str) {
        let written = cell(self.place).trim();
        if written.is_empty() {
            self.seen.empty += 1;
            return;
        }
        let Some(moment) = table::moment(written, &self.form) else {
            self.seen.unreadable += 1;
            return;
        };
        if moment < self.from {
            self.seen.before += 1;
        } else if moment >= self.before {
            self.seen.after += 1;
        } else {
            self.seen.within += 1;
            return;
        }
        if self.seen.first.len() < OUTSIDE_LISTED {
            self.seen.first.push(OutsideRow { row: number, id: id.to_owned(), moment: written.to_owned() });
        }
    }

    pub(super) fn done(self) -> Outside {
        self.seen
    }
}

fn midnight(day: Day) -> Option<NaiveDateTime> {
    NaiveDate::from_ymd_opt(day.year(), day.month(), day.day_of_month())?.and_hms_opt(0, 0, 0)
}
