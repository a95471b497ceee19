//! The size of a sample that may hold as many deviations as are expected.
//!
//! With `allowed = ceil(expected · n)` the chance falls from one size to the next, but jumps up wherever one more is
//! allowed: like the teeth of a saw, each with its lowest point at its end. So no halving finds the smallest size, and
//! the end of every tooth has to be looked at. [`Running`] passes over those that certainly don't do; on the others
//! whole numbers decide. Within the first tooth that does, halving finds the size.

use crate::{model::Tolerated, running::Running, search::smallest, share::Share, size::shows_enough};

/// The smallest sample, and the deviations it may hold; nothing when no sample does.
pub(crate) fn smallest_expecting(tolerated: Tolerated, miss: Share, expected: Share) -> Option<(u64, u64)> {
    if tolerated.population == Some(0) {
        return Some((0, 0));
    }
    let largest = tolerated.largest_sample();
    let threshold = miss.to_f64();
    let mut chance = Running::new(tolerated);
    let (mut allowed, mut end) = (0, 0);
    while end < largest {
        let begin = end + 1;
        allowed += 1;
        if tolerated.too_many.is_some_and(|too_many| allowed >= too_many) {
            return None;
        }
        end = largest_expecting(expected, allowed).min(largest);
        chance.more_records(end + 1 - begin);
        chance.one_more_allowed();
        if chance.is_certainly_above(threshold) && tolerated.population != Some(end) {
            continue;
        }
        if end > allowed && shows_enough(tolerated, miss, end, allowed) {
            let does = |sample| shows_enough(tolerated, miss, sample, allowed);
            let sample = smallest(begin.max(allowed + 1), end, f64::INFINITY, 1.0, does).unwrap_or(end);
            return Some((sample, allowed));
        }
        chance.set_right(tolerated, end, allowed);
    }
    None
}

/// The largest sample in which no more than so many are expected.
fn largest_expecting(expected: Share, allowed: u64) -> u64 {
    u64::try_from(u128::from(allowed) * expected.whole / expected.part).unwrap_or(u64::MAX)
}
