//! Counts the distinct values of a column.

use std::hash::BuildHasher;

use hashbrown::{DefaultHashBuilder, HashTable};

use super::{LONGEST_COUNTED, MOST_DISTINCT, VALUES_LISTED, answer::Counted};

/// The values of one column and how often each occurs. All texts stand in one buffer.
pub(super) struct Counter {
    /// Places in `values`, by the hash of the text.
    places: HashTable<u32>,
    values: Vec<Entry>,
    texts: String,
    hasher: DefaultHashBuilder,
    /// The value of the row before, because exports are often sorted.
    last: Option<u32>,
    /// Whether a value was met that could not be kept.
    more: bool,
}

struct Entry {
    from: u32,
    to: u32,
    rows: u64,
}

impl Counter {
    pub(super) fn new() -> Self {
        Self {
            places: HashTable::new(),
            values: Vec::new(),
            texts: String::new(),
            hasher: DefaultHashBuilder::default(),
            last: None,
            more: false,
        }
    }

    /// Counts a value; `budget` is what all counters together may still take.
    pub(super) fn count(&mut self, value: &str, budget: &mut usize) {
        let value = beginning(value);
        if let Some(place) = self.last
            && self.text(place) == value
        {
            self.values[place as usize].rows += 1;
            return;
        }
        let hash = self.hasher.hash_one(value);
        let (values, texts) = (&self.values, &self.texts);
        let found = self.places.find(hash, |&place| {
            let entry = &values[place as usize];
            texts[entry.from as usize..entry.to as usize] == *value
        });
        if let Some(&place) = found {
            self.values[place as usize].rows += 1;
            self.last = Some(place);
            return;
        }
        let cost = value.len() + size_of::<Entry>() + 2 * size_of::<u32>();
        if self.values.len() >= MOST_DISTINCT || *budget < cost {
            self.more = true;
            return;
        }
        *budget -= cost;
        // Neither number can be too large: there are at most 10,000 texts of at most 1,000 bytes.
        let place = self.values.len() as u32;
        let from = self.texts.len() as u32;
        self.texts.push_str(value);
        self.values.push(Entry { from, to: self.texts.len() as u32, rows: 1 });
        let (values, texts, hasher) = (&self.values, &self.texts, &self.hasher);
        self.places.insert_unique(hash, place, |&place| {
            let entry = &values[place as usize];
            hasher.hash_one(&texts[entry.from as usize..entry.to as usize])
        });
        self.last = Some(place);
    }

    fn text(&self, place: u32) -> &str {
        let entry = &self.values[place as usize];
        &self.texts[entry.from as usize..entry.to as usize]
    }

    pub(super) fn distinct(&self) -> u64 {
        self.values.len() as u64
    }

    pub(super) const fn more(&self) -> bool {
        self.more
    }

    /// The most frequent values, equal counts by value bytewise.
    pub(super) fn top(&self) -> Vec<Counted> {
        let mut places: Vec<u32> = (0..self.values.len() as u32).collect();
        places.sort_unstable_by(|&one, &other| {
            let (first, second) = (&self.values[one as usize], &self.values[other as usize]);
            second.rows.cmp(&first.rows).then_with(|| self.text(one).cmp(self.text(other)))
        });
        places
            .into_iter()
            .take(VALUES_LISTED)
            .map(|place| Counted { value: self.text(place).to_owned(), rows: self.values[place as usize].rows })
            .collect()
    }
}

/// A long text by its beginning, cut between two characters.
fn beginning(value: &str) -> &str {
    if value.len() <= LONGEST_COUNTED { value } else { &value[..value.floor_char_boundary(LONGEST_COUNTED)] }
}
