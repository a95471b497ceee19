//! What is held in memory of a population, so that looking at it and drawing from it takes no pass over its file.

mod column;

use std::{
    cell::Cell,
    collections::{BTreeMap, BTreeSet},
    ops::ControlFlow,
};

use book::Reading;
use ground::{Day, Effort};
use table::{Row, Shape, read_from};

use self::column::Column;
use crate::{BoundRule, Gathered, Look, Population, PopulationError, RECORD_ID, read::Export, read::opened};

/// The most memory that cells take which are held one by one.
const MOST_BYTES: usize = 96 << 20;
/// Every so many rows one at which reading can begin.
const ROWS_BETWEEN: usize = 64;

/// Takes a row by its number and its cells by column, counted from 0.
type Seeing<'a> = dyn for<'row> FnMut(u64, &dyn Fn(usize) -> &'row str) + 'a;

/// The rows of a population without most of their texts: of a column with few values which row has which, and of a
/// column that means something every cell, as far as there is room.
///
/// It is collected while the rows pass by anyway. Whatever it does not hold is read from the file, so what comes of a
/// question never depends on whether there is an excerpt.
#[derive(Debug)]
pub struct Excerpt {
    sha256: String,
    shape: Shape,
    mapping: BTreeMap<String, String>,
    /// The row as a spreadsheet counts it, for every row.
    numbers: Vec<u32>,
    /// The number of a row and the byte at which it begins.
    marks: Vec<(u64, u64)>,
    columns: Vec<Column>,
    /// Columns that mean something.
    meant: BTreeSet<usize>,
    /// Bytes that cells may still take.
    room: usize,
    /// Whether no row is missing.
    whole: bool,
}

impl Excerpt {
    /// Begins to collect.
    #[must_use]
    pub fn begin(shape: &Shape, mapping: &BTreeMap<String, String>) -> Self {
        let meant: BTreeSet<usize> = mapping.values().filter_map(|name| shape.position(name)).collect();
        let id = mapping.get(RECORD_ID).and_then(|name| shape.position(name));
        let column = |place| if Some(place) == id { Column::of_ids() } else { Column::default() };
        Self {
            sha256: String::new(),
            shape: shape.clone(),
            mapping: mapping.clone(),
            numbers: Vec::new(),
            marks: Vec::new(),
            columns: (0..shape.columns.len()).map(column).collect(),
            meant,
            room: MOST_BYTES,
            whole: true,
        }
    }

    /// Takes the next row.
    pub fn row(&mut self, row: &Row<'_>) {
        let Ok(number) = u32::try_from(row.number()) else {
            self.whole = false;
            return;
        };
        if self.numbers.len().is_multiple_of(ROWS_BETWEEN)
            && let Some(place) = row.place()
        {
            self.marks.push((row.number(), place));
        }
        self.numbers.push(number);
        for (place, column) in self.columns.iter_mut().enumerate() {
            column.add(row.get(place), || self.meant.contains(&place), &mut self.room);
        }
    }

    /// Ends collecting: these were the rows of the file of that hash.
    #[must_use]
    pub fn done(mut self, sha256: &str) -> Self {
        sha256.clone_into(&mut self.sha256);
        self
    }

    /// Collects it from the frozen bytes, in one pass.
    ///
    /// # Errors
    /// As [`Export::pass`].
    pub fn read(reading: Reading<'_>, population: &Population, effort: &Effort) -> Result<Self, PopulationError> {
        let mut excerpt = Self::begin(&population.shape, &population.mapping);
        let mut bytes = opened(reading, population, effort)?;
        population.export().pass(&mut bytes, "", effort, &mut |row| {
            excerpt.row(row);
            ControlFlow::Continue(())
        })?;
        Ok(excerpt.done(&population.sha256))
    }

    /// Whether it is an excerpt of this population, read in the same way.
    #[must_use]
    pub fn is_of(&self, population: &Population) -> bool {
        self.whole
            && self.sha256 == population.sha256
            && self.shape == population.shape
            && self.mapping == population.mapping
    }

    /// As [`look_at`](crate::look_at); nothing where it does not hold what is looked at.
    ///
    /// # Errors
    /// Refuses a filter and columns that do not fit.
    pub fn look(
        &self,
        population: &Population,
        filter: &str,
        count: Option<&[String]>,
        period: Option<(Day, Day)>,
    ) -> Result<Option<Look>, PopulationError> {
        let filter = population.export().bound(filter)?;
        let mut looker = population.looker(count, period)?;
        let held = self.pass(filter.as_ref(), &mut |number, cell| looker.row(number, cell));
        Ok(held.then(|| looker.done()))
    }

    /// As [`gather`](crate::gather); nothing where it does not hold what is gathered.
    ///
    /// # Errors
    /// As [`Export::gather`].
    pub fn gather(
        &self,
        export: &Export<'_>,
        filter: &str,
        stratum: Option<&str>,
        value: Option<&str>,
    ) -> Result<Option<Gathered>, PopulationError> {
        let filter = export.bound(filter)?;
        let mut held = true;
        let gathered = export.gathered(stratum, value, &mut |on_row| {
            held = self.pass(filter.as_ref(), &mut |number, cell| {
                // One stratum too many ends a pass over the file; here it only does no harm.
                let _ = on_row(number, cell);
            });
            Ok(())
        })?;
        Ok(held.then_some(gathered))
    }

    /// As [`cells_of`](crate::cells_of), reading only where these rows stand; nothing where that can't be known.
    ///
    /// # Errors
    /// As [`Export::pass`].
    pub fn cells_of(
        &self,
        reading: Reading<'_>,
        population: &Population,
        rows: &BTreeSet<u64>,
    ) -> Result<Option<BTreeMap<u64, Vec<String>>>, PopulationError> {
        // Where to begin, and the last row that is wanted from there.
        let mut stretches: Vec<((u64, u64), u64)> = Vec::new();
        for &row in rows {
            let behind = self.marks.partition_point(|(number, _)| *number <= row);
            let Some(mark) = behind.checked_sub(1).map(|place| self.marks[place]) else { return Ok(None) };
            match stretches.last_mut() {
                Some((begin, end)) if *begin == mark => *end = row,
                _ => stretches.push((mark, row)),
            }
        }
        // From the last to the first: a reader that goes back does not make ready what follows.
        stretches.reverse();
        let begins: Vec<(u64, u64)> = stretches.iter().map(|(begin, _)| *begin).collect();
        let mut ends = stretches.iter().map(|(_, end)| *end);
        let mut end = ends.next();
        let mut found = BTreeMap::new();
        let mut bytes = reading.blob_reader(&population.sha256)?;
        read_from(&mut bytes, &population.shape, &begins, &mut |row| {
            if rows.contains(&row.number()) {
                found.insert(row.number(), row.cells().map(str::to_owned).collect());
            }
            if end.is_some_and(|end| row.number() < end) {
                return ControlFlow::Continue(());
            }
            end = ends.next();
            ControlFlow::Break(())
        })?;
        Ok((found.len() == rows.len()).then_some(found))
    }

    /// Passes over the rows that the filter lets through. Whether all cells that were asked for are held; where they
    /// are not, what was seen is of no use.
    fn pass(&self, filter: Option<&BoundRule>, on_row: &mut Seeing<'_>) -> bool {
        if filter.is_some_and(|filter| filter.columns().any(|place| !self.columns[place].is_held())) {
            return false;
        }
        let missed = Cell::new(false);
        for (place, number) in self.numbers.iter().enumerate() {
            let cell = |column: usize| {
                let column = self.columns.get(column);
                column.and_then(|column| column.get(place)).unwrap_or_else(|| {
                    missed.set(true);
                    ""
                })
            };
            if filter.is_none_or(|filter| filter.holds(&cell).is_true()) {
                on_row(u64::from(*number), &cell);
            }
            if missed.get() {
                return false;
            }
        }
        true
    }
}

#[cfg(test)]
mod tests;
