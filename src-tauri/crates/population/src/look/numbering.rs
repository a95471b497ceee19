//! Gaps in numbering.

use hashbrown::HashMap;

use super::{
    GAPS_LISTED, MOST_SERIES, SERIES_LISTED,
    answer::{Gap, Series},
};

/// The numberings among the ids: the ten with the most ids, and what is missing in each.
pub(super) fn numbering<'a>(ids: impl Iterator<Item = &'a str> + Clone) -> Vec<Series> {
    let mut sizes: HashMap<&str, u64> = HashMap::new();
    for id in ids.clone() {
        let Some(numbered) = Numbered::of(id) else { continue };
        if let Some(size) = sizes.get_mut(numbered.prefix) {
            *size += 1;
        } else if sizes.len() < MOST_SERIES {
            sizes.insert(numbered.prefix, 1);
        }
    }
    let mut largest: Vec<(&str, u64)> = sizes.into_iter().filter(|(_, size)| *size > 1).collect();
    largest.sort_unstable_by(|one, other| other.1.cmp(&one.1).then_with(|| one.0.cmp(other.0)));
    largest.truncate(SERIES_LISTED);

    let places: HashMap<&str, usize> =
        largest.iter().enumerate().map(|(place, (prefix, _))| (*prefix, place)).collect();
    let mut numbers: Vec<Vec<(u64, u8)>> =
        largest.iter().map(|(_, size)| Vec::with_capacity(usize::try_from(*size).unwrap_or_default())).collect();
    for id in ids {
        let Some(numbered) = Numbered::of(id) else { continue };
        if let Some(&place) = places.get(numbered.prefix) {
            numbers[place].push((numbered.number, numbered.digits));
        }
    }
    largest.into_iter().zip(numbers).filter_map(|((prefix, _), numbers)| series(prefix, numbers)).collect()
}

fn series(prefix: &str, mut numbers: Vec<(u64, u8)>) -> Option<Series> {
    numbers.sort_unstable();
    // The fewest digits that are written tell how far numbers are filled up with zeros.
    let digits = numbers.iter().map(|(_, digits)| usize::from(*digits)).min()?;
    numbers.dedup_by_key(|(number, _)| *number);
    let written = |number: u64| format!("{prefix}{number:0digits$}");
    let mut found = Series {
        prefix: prefix.to_owned(),
        numbers: numbers.len() as u64,
        lowest: written(numbers.first()?.0),
        highest: written(numbers.last()?.0),
        missing: 0,
        gap_count: 0,
        gaps: Vec::new(),
    };
    for pair in numbers.windows(2) {
        let (before, after) = (pair[0].0, pair[1].0);
        let missing = after - before - 1;
        if missing > 0 {
            found.missing += missing;
            found.gap_count += 1;
            if found.gaps.len() < GAPS_LISTED {
                found.gaps.push(Gap { from: written(before + 1), to: written(after - 1), missing });
            }
        }
    }
    Some(found)
}

/// An id as a beginning and a number.
struct Numbered<'a> {
    prefix: &'a str,
    number: u64,
    digits: u8,
}

impl<'a> Numbered<'a> {
    /// Splits off the digits at the end. Blanks between digits, as some tools write them in long numbers, belong to the
    /// number. More than 18 digits are no number that is counted up.
    fn of(id: &'a str) -> Option<Self> {
        let (mut number, mut digits, mut unit) = (0_u64, 0_u8, 1_u64);
        let mut begins = id.len();
        for (place, letter) in id.char_indices().rev() {
            if let Some(digit) = letter.to_digit(10) {
                if digits == 18 {
                    return None;
                }
                number += u64::from(digit) * unit;
                unit *= 10;
                digits += 1;
                begins = place;
            } else if !matches!(letter, ' ' | '\u{a0}' | '\u{202f}') || digits == 0 {
                break;
            }
        }
        // A blank that does not stand between two digits belongs to what is before the number: `begins` is the place of
        // the foremost digit.
        (digits > 0).then_some(Self { prefix: &id[..begins], number, digits })
    }
}
