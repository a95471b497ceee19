//! One column, as it is held.

use std::hash::BuildHasher;

use hashbrown::{DefaultHashBuilder, HashTable};

/// A column with more different values is held cell by cell, or not at all.
const MOST_VALUES: usize = 4_096;

#[derive(Debug)]
pub(super) enum Column {
    /// Few different values, and which of them stands in each row.
    Coded(Coded),
    /// Every cell.
    Whole(Texts),
    /// It took too much memory.
    Nothing,
}

/// Texts one after the other in one buffer.
#[derive(Debug, Default)]
pub(super) struct Texts {
    letters: String,
    ends: Vec<u32>,
}

impl Texts {
    fn get(&self, place: usize) -> Option<&str> {
        let to = *self.ends.get(place)? as usize;
        let from = if place == 0 { 0 } else { self.ends[place - 1] as usize };
        self.letters.get(from..to)
    }

    /// Takes a text; says whether there was room.
    fn add(&mut self, text: &str, room: &mut usize) -> bool {
        let cost = text.len() + size_of::<u32>();
        let Some(left) = room.checked_sub(cost) else { return false };
        *room = left;
        self.letters.push_str(text);
        // Not too large: all texts together take no more than the room there was.
        self.ends.push(self.letters.len() as u32);
        true
    }

    fn cost(&self) -> usize {
        self.letters.len() + self.ends.len() * size_of::<u32>()
    }
}

#[derive(Debug, Default)]
pub(super) struct Coded {
    values: Texts,
    /// Places in `values`, by the hash of the text.
    places: HashTable<u16>,
    hasher: DefaultHashBuilder,
    /// The value of each row, as a place in `values`.
    rows: Vec<u16>,
}

impl Coded {
    /// Takes a cell; says whether there was room for another value, where it is one.
    fn add(&mut self, cell: &str, room: &mut usize) -> bool {
        // Exports are often sorted.
        if let Some(last) = self.rows.last().copied()
            && self.values.get(last.into()) == Some(cell)
        {
            self.rows.push(last);
            return true;
        }
        let hash = self.hasher.hash_one(cell);
        let values = &self.values;
        if let Some(place) = self.places.find(hash, |place| values.get((*place).into()) == Some(cell)) {
            self.rows.push(*place);
            return true;
        }
        let place = self.values.ends.len();
        if place >= MOST_VALUES || !self.values.add(cell, room) {
            return false;
        }
        let place = place as u16;
        let (values, hasher) = (&self.values, &self.hasher);
        let hash_of = |place: &u16| hasher.hash_one(values.get((*place).into()).unwrap_or_default());
        self.places.insert_unique(hash, place, hash_of);
        self.rows.push(place);
        true
    }
}

impl Default for Column {
    fn default() -> Self {
        Self::Coded(Coded::default())
    }
}

impl Column {
    /// A column in which hardly a value comes twice.
    pub(super) fn of_ids() -> Self {
        Self::Whole(Texts::default())
    }

    /// Takes the cell of the next row. `is_meant` says whether the column is worth being held cell by cell.
    pub(super) fn add(&mut self, cell: &str, is_meant: impl Fn() -> bool, room: &mut usize) {
        let held = match self {
            Self::Coded(coded) => coded.add(cell, room),
            Self::Whole(texts) => texts.add(cell, room),
            Self::Nothing => return,
        };
        if held {
            return;
        }
        *self = match std::mem::replace(self, Self::Nothing) {
            Self::Coded(coded) if is_meant() => written_out(&coded, cell, room),
            Self::Coded(coded) => {
                *room += coded.values.cost();
                Self::Nothing
            }
            Self::Whole(texts) => {
                *room += texts.cost();
                Self::Nothing
            }
            Self::Nothing => Self::Nothing,
        };
    }

    /// Whether it is held.
    pub(super) const fn is_held(&self) -> bool {
        !matches!(self, Self::Nothing)
    }

    /// The cell of a row, counted from 0; nothing where the column is not held.
    pub(super) fn get(&self, row: usize) -> Option<&str> {
        match self {
            Self::Coded(coded) => coded.values.get((*coded.rows.get(row)?).into()),
            Self::Whole(texts) => texts.get(row),
            Self::Nothing => None,
        }
    }
}

/// The cells of a coded column one by one, and the one that did not fit into it.
fn written_out(coded: &Coded, cell: &str, room: &mut usize) -> Column {
    *room += coded.values.cost();
    let mut texts = Texts::default();
    let rows = coded.rows.iter().map(|place| coded.values.get((*place).into()).unwrap_or_default());
    for text in rows.chain([cell]) {
        if !texts.add(text, room) {
            *room += texts.cost();
            return Column::Nothing;
        }
    }
    Column::Whole(texts)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn column(cells: &[String], meant: bool, room: &mut usize) -> Column {
        let mut column = Column::default();
        cells.iter().for_each(|cell| column.add(cell, || meant, room));
        column
    }

    fn is_held(column: &Column, cells: &[String]) -> bool {
        cells.iter().enumerate().all(|(row, cell)| column.get(row) == Some(cell))
    }

    #[test]
    fn few_values_are_held_once_and_every_row_has_its_own() {
        let cells: Vec<String> = (0..10_000).map(|row| format!(" {} ", row % 7)).collect();
        let mut room = 1_000;
        let column = column(&cells, false, &mut room);
        assert!(matches!(column, Column::Coded(_)) && is_held(&column, &cells));
        assert_eq!(room, 1_000 - 7 * 7);
    }

    #[test]
    fn many_values_are_held_one_by_one_where_the_column_means_something_and_not_at_all_elsewhere() {
        let cells: Vec<String> = (0..MOST_VALUES + 50).map(|row| row.to_string()).collect();
        let bytes: usize = cells.iter().map(|cell| cell.len() + 4).sum();
        let mut room = 1_000_000;
        let meant = column(&cells, true, &mut room);
        assert!(matches!(meant, Column::Whole(_)) && is_held(&meant, &cells));
        assert_eq!(room, 1_000_000 - bytes);

        let mut room = 1_000_000;
        let other = column(&cells, false, &mut room);
        assert!(!other.is_held() && other.get(0).is_none());
        assert_eq!(room, 1_000_000, "what is not held takes no room");
    }

    #[test]
    fn a_column_that_takes_more_than_the_room_is_not_held_and_gives_its_room_back() {
        let cells: Vec<String> = (0..MOST_VALUES + 50).map(|row| row.to_string()).collect();
        let mut room = 30_000;
        assert!(!column(&cells, true, &mut room).is_held());
        assert_eq!(room, 30_000);
    }
}
