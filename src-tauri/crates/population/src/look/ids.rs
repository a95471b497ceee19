//! All ids of a table in one buffer, and those that occur more than once.

use super::{
    DUPLICATES_LISTED, MOST_IDS,
    answer::{Duplicate, Duplicates, RowList},
};

/// Ids with their rows, nine bytes each beside their letters.
#[derive(Default)]
pub(super) struct Ids {
    letters: String,
    ends: Vec<u32>,
    rows: Vec<u32>,
    incomplete: bool,
}

impl Ids {
    pub(super) fn add(&mut self, id: &str, row: u64) {
        let (Ok(end), Ok(row)) = (u32::try_from(self.letters.len() + id.len()), u32::try_from(row)) else {
            self.incomplete = true;
            return;
        };
        if self.ends.len() >= MOST_IDS {
            self.incomplete = true;
            return;
        }
        self.letters.push_str(id);
        self.ends.push(end);
        self.rows.push(row);
    }

    pub(super) const fn complete(&self) -> bool {
        !self.incomplete
    }

    pub(super) fn iter(&self) -> impl Iterator<Item = &str> + Clone {
        (0..self.ends.len()).map(|place| self.id(place))
    }

    fn id(&self, place: usize) -> &str {
        let from = if place == 0 { 0 } else { self.ends[place - 1] as usize };
        &self.letters[from..self.ends[place] as usize]
    }

    /// The ids that occur more than once.
    pub(super) fn duplicates(&self) -> Duplicates {
        let sorted = self.sorted();
        let mut found = Duplicates::default();
        let mut groups: Vec<&[(u64, u32)]> = Vec::new();
        for group in
            sorted.chunk_by(|one, other| one.0 == other.0 && self.id(one.1 as usize) == self.id(other.1 as usize))
        {
            if group.len() > 1 {
                found.ids += 1;
                found.rows += group.len() as u64;
                groups.push(group);
            }
        }
        // Within a group the rows ascend, so the first entry says where the id was met first.
        groups.sort_unstable_by_key(|group| group[0].1);
        found.first = groups
            .into_iter()
            .take(DUPLICATES_LISTED)
            .map(|group| {
                let mut rows = RowList::default();
                group.iter().for_each(|(_, place)| rows.add(u64::from(self.rows[*place as usize])));
                Duplicate { id: self.id(group[0].1 as usize).to_owned(), rows }
            })
            .collect();
        found
    }

    /// The places of the ids in bytewise order, equal ids in the order of the file, each with the eight bytes that
    /// follow what all ids have in common. Those settle most comparisons without a look at the letters.
    fn sorted(&self) -> Vec<(u64, u32)> {
        let common = self.common_beginning();
        let mut places: Vec<(u64, u32)> = (0..self.ends.len())
            .map(|place| {
                let rest = &self.id(place).as_bytes()[common..];
                let mut key = [0; 8];
                let length = rest.len().min(8);
                key[..length].copy_from_slice(&rest[..length]);
                (u64::from_be_bytes(key), place as u32)
            })
            .collect();
        places.sort_unstable_by(|one, other| {
            one.0
                .cmp(&other.0)
                .then_with(|| self.id(one.1 as usize).cmp(self.id(other.1 as usize)))
                .then_with(|| one.1.cmp(&other.1))
        });
        places
    }

    /// How many bytes all ids begin with alike.
    fn common_beginning(&self) -> usize {
        if self.ends.is_empty() {
            return 0;
        }
        let first = self.id(0).as_bytes();
        self.iter().fold(first.len(), |common, id| {
            first[..common].iter().zip(id.as_bytes()).take_while(|(one, other)| one == other).count()
        })
    }
}
