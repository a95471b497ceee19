use std::collections::HashMap;

use table::{Decimal, DecimalSign};

/// The most strata a column may make. A column with more is no attribute of groups.
pub const MOST_STRATA: usize = 1_000;

/// Decimals in which values are counted while they are gathered; fewer, when all of them allow it.
const MOST_DECIMALS: u32 = 6;
/// Amounts have at least hundredths.
const LEAST_DECIMALS: u32 = 2;

/// Gathers the records of a pass for a draw. Compact, because a population may have a million of them.
#[derive(Debug)]
pub struct Gatherer {
    id: Option<usize>,
    stratum: Option<usize>,
    value: Option<(usize, DecimalSign)>,
    ids: Vec<u8>,
    units: Vec<Unit>,
    /// How many bytes all ids begin with alike.
    alike: Option<usize>,
    names: HashMap<Box<str>, u32>,
    strata: Vec<u32>,
    values: Vec<u64>,
    without_value: u64,
}

#[derive(Debug, Clone, Copy)]
struct Unit {
    start: u32,
    length: u32,
    row: u64,
    /// Its place in the order in which it was gathered.
    place: u32,
}

impl Gatherer {
    /// Begins to gather: the columns of the record's number, of the stratum and of the value, as far as there are any.
    #[must_use]
    pub fn new(id: Option<usize>, stratum: Option<usize>, value: Option<usize>, decimal: DecimalSign) -> Self {
        Self {
            id,
            stratum,
            value: value.map(|column| (column, decimal)),
            ids: Vec::new(),
            units: Vec::new(),
            alike: None,
            names: HashMap::new(),
            strata: Vec::new(),
            values: Vec::new(),
            without_value: 0,
        }
    }

    /// Takes one row. Its number is trimmed; a row without one is known by its place in the file.
    pub fn row<'a>(&mut self, row: u64, cell: &dyn Fn(usize) -> &'a str) {
        let start = self.ids.len();
        let id = self.id.map_or("", |column| cell(column).trim_ascii());
        if id.is_empty() {
            // Without a column of numbers this is the number itself, so that "12" finds row 12.
            let named = if self.id.is_none() { row.to_string() } else { format!("row {row}") };
            self.ids.extend_from_slice(named.as_bytes());
        } else {
            self.ids.extend_from_slice(id.as_bytes());
        }
        self.compare_beginning(start);
        let place = self.units.len() as u32;
        self.units.push(Unit { start: start as u32, length: (self.ids.len() - start) as u32, row, place });
        if let Some(column) = self.stratum {
            let name = cell(column).trim_ascii();
            let next = self.names.len() as u32;
            let stratum = match self.names.get(name) {
                Some(known) => *known,
                None => *self.names.entry(name.into()).or_insert(next),
            };
            self.strata.push(stratum);
        }
        if let Some((column, sign)) = self.value {
            let value = Decimal::parse(cell(column), sign)
                .and_then(|value| value.to_scaled(MOST_DECIMALS))
                .and_then(|value| u64::try_from(value).ok())
                .unwrap_or(0);
            self.without_value += u64::from(value == 0);
            self.values.push(value);
        }
    }

    fn compare_beginning(&mut self, start: usize) {
        let this = &self.ids[start..];
        self.alike = Some(match (self.alike, self.units.first()) {
            (Some(alike), Some(first)) => {
                let first = &self.ids[first.start as usize..][..alike];
                first.iter().zip(this).take_while(|(a, b)| a == b).count()
            }
            _ => this.len(),
        });
    }

    /// How many strata there are so far.
    #[must_use]
    pub fn strata_so_far(&self) -> usize {
        self.names.len()
    }

    /// Puts the records into the order of the draw: by number, byte for byte, then by row. Of several rows with one
    /// number the first stays.
    #[must_use]
    pub fn done(self) -> Gathered {
        let Self { ids, units, alike, names, strata, values, without_value, .. } = self;
        let units = in_order(&ids, units, alike.unwrap_or(0));
        let before = units.len();
        let bytes = |unit: &Unit| &ids[unit.start as usize..][..unit.length as usize];
        let mut kept: Vec<Unit> = Vec::with_capacity(before);
        let mut without_value = without_value;
        for unit in units {
            match kept.last() {
                Some(last) if bytes(last) == bytes(&unit) => {
                    // What is left out as a duplicate is not left out a second time for its value.
                    let valued = values.get(unit.place as usize).is_none_or(|value| *value > 0);
                    without_value -= u64::from(!valued);
                }
                _ => kept.push(unit),
            }
        }
        let mut named: Vec<(Box<str>, u32)> = names.into_iter().collect();
        named.sort_unstable();
        let mut order = vec![0_u32; named.len()];
        for (sorted, (_, found)) in named.iter().enumerate() {
            order[*found as usize] = sorted as u32;
        }
        let mut members = vec![Vec::new(); named.len()];
        if !strata.is_empty() {
            for (place, unit) in kept.iter().enumerate() {
                members[order[strata[unit.place as usize] as usize] as usize].push(place as u32);
            }
        }
        let mut sorted_values: Vec<u64> = Vec::new();
        if !values.is_empty() {
            sorted_values = kept.iter().map(|unit| values[unit.place as usize]).collect();
        }
        let mut decimals = MOST_DECIMALS;
        while decimals > LEAST_DECIMALS && sorted_values.iter().all(|value| value % 10 == 0) {
            sorted_values.iter_mut().for_each(|value| *value /= 10);
            decimals -= 1;
        }
        Gathered {
            duplicates: (before - kept.len()) as u64,
            ids,
            units: kept,
            strata: named.into_iter().map(|(name, _)| String::from(name)).zip(members).collect(),
            values: sorted_values,
            decimals,
            without_value,
        }
    }
}

/// Sorts by the bytes of the ids, then by row. Ids of one system begin alike; the eight bytes behind that mostly decide.
fn in_order(ids: &[u8], units: Vec<Unit>, alike: usize) -> Vec<Unit> {
    let bytes = |unit: &Unit| &ids[unit.start as usize..][..unit.length as usize];
    let key = |unit: &Unit| {
        let mut key = [0; 8];
        let behind = bytes(unit).get(alike..).unwrap_or_default();
        let taken = behind.len().min(8);
        key[..taken].copy_from_slice(&behind[..taken]);
        u64::from_be_bytes(key)
    };
    let mut keyed: Vec<(u64, Unit)> = units.into_iter().map(|unit| (key(&unit), unit)).collect();
    let order = |a: &(u64, Unit), b: &(u64, Unit)| {
        a.0.cmp(&b.0).then_with(|| bytes(&a.1).cmp(bytes(&b.1))).then_with(|| a.1.row.cmp(&b.1.row))
    };
    if !keyed.is_sorted_by(|a, b| order(a, b).is_le()) {
        keyed.sort_unstable_by(order);
    }
    keyed.into_iter().map(|(_, unit)| unit).collect()
}

/// The records from which is drawn, in the order of the draw.
#[derive(Debug)]
pub struct Gathered {
    ids: Vec<u8>,
    units: Vec<Unit>,
    strata: Vec<(String, Vec<u32>)>,
    values: Vec<u64>,
    decimals: u32,
    duplicates: u64,
    without_value: u64,
}

impl Gathered {
    /// How many records there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.units.len()
    }

    /// Whether there are none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.units.is_empty()
    }

    /// The number and the row of the record at a place of the order.
    #[must_use]
    pub fn unit(&self, place: usize) -> (&str, u64) {
        match self.units.get(place) {
            Some(unit) => (self.id(unit), unit.row),
            None => ("", 0),
        }
    }

    fn id(&self, unit: &Unit) -> &str {
        // What was gathered was text; only its middle could be none, and ids are kept whole.
        std::str::from_utf8(&self.ids[unit.start as usize..][..unit.length as usize]).unwrap_or("")
    }

    /// The place of the record with that number.
    #[must_use]
    pub fn find(&self, id: &str) -> Option<usize> {
        self.units.binary_search_by(|unit| self.id(unit).as_bytes().cmp(id.as_bytes())).ok()
    }

    /// The strata and how many records each has, in the bytewise order of their names.
    #[must_use]
    pub fn strata_sizes(&self) -> Vec<(String, u64)> {
        self.strata.iter().map(|(name, members)| (name.clone(), members.len() as u64)).collect()
    }

    /// The places of a stratum's records, in order.
    #[must_use]
    pub fn stratum(&self, name: &str) -> &[u32] {
        self.strata.iter().find(|(stratum, _)| stratum == name).map_or(&[], |(_, members)| members)
    }

    /// The values of the records, in order, in the smallest unit that all of them are whole in: hundredths or finer.
    /// A record without a value above zero has 0.
    #[must_use]
    pub fn values(&self) -> &[u64] {
        &self.values
    }

    /// An amount of that unit as a decimal.
    #[must_use]
    pub fn money(&self, amount: u64) -> String {
        let unit = 10_u64.pow(self.decimals);
        format!("{}.{:0width$}", amount / unit, amount % unit, width = self.decimals as usize)
    }

    /// Rows left out because an earlier row has the same number.
    #[must_use]
    pub fn duplicates(&self) -> u64 {
        self.duplicates
    }

    /// Records without a value above zero.
    #[must_use]
    pub fn without_value(&self) -> u64 {
        self.without_value
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Rows of number, stratum and value, the first in row 2.
    fn gathered(rows: &[[&str; 3]]) -> Gathered {
        let mut gatherer = Gatherer::new(Some(0), Some(1), Some(2), DecimalSign::Point);
        for (place, row) in rows.iter().enumerate() {
            gatherer.row(place as u64 + 2, &|column| row[column]);
        }
        gatherer.done()
    }

    fn ids(gathered: &Gathered) -> Vec<(&str, u64)> {
        (0..gathered.len()).map(|place| gathered.unit(place)).collect()
    }

    #[test]
    fn records_are_in_the_order_of_their_numbers_as_bytes() {
        let gathered =
            gathered(&[["10", "b", "1"], ["9", "a", "1"], ["1000000001", "b", "1"], ["1000000000", "a", "1"]]);

        assert_eq!(ids(&gathered), [("10", 2), ("1000000000", 5), ("1000000001", 4), ("9", 3)]);
        assert_eq!(gathered.find("9"), Some(3));
        assert_eq!(gathered.find("11"), None);
        assert_eq!(gathered.strata_sizes(), [("a".to_owned(), 2), ("b".to_owned(), 2)]);
        assert_eq!(gathered.stratum("a"), [1, 3]);
    }

    #[test]
    fn of_several_rows_with_one_number_the_first_counts() {
        let gathered = gathered(&[["INC2", "a", "1"], ["INC1", "b", "2"], ["INC2", "c", "0"], [" INC1 ", "d", "4"]]);

        assert_eq!(ids(&gathered), [("INC1", 3), ("INC2", 2)]);
        assert_eq!(gathered.duplicates(), 2);
        assert_eq!(gathered.stratum("b"), [0], "the first row says which stratum");
        assert_eq!(gathered.values(), [200, 100]);
        assert_eq!(gathered.without_value(), 0, "what is left out as a duplicate is not left out twice");
    }

    #[test]
    fn a_row_without_a_number_is_known_by_its_place_and_is_not_lost() {
        let gathered = gathered(&[["", "a", "1"], ["INC1", "a", "1"]]);

        assert_eq!(ids(&gathered), [("INC1", 3), ("row 2", 2)]);
    }

    #[test]
    fn values_are_whole_in_the_smallest_unit_they_need() {
        let cents = gathered(&[["a", "", "12.5"], ["b", "", "3"], ["c", "", "-4"], ["d", "", "none"]]);
        assert_eq!(cents.values(), [1250, 300, 0, 0]);
        assert_eq!(cents.without_value(), 2);
        assert_eq!(cents.money(1250), "12.50");

        let finer = gathered(&[["a", "", "12.5"], ["b", "", "0.0125"]]);
        assert_eq!(finer.values(), [125_000, 125]);
        assert_eq!(finer.money(125), "0.0125");
    }
}
