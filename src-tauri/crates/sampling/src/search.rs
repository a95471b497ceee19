/// The smallest number from `from` to `to` for which something holds, given that it holds for every larger one too.
/// Nothing when it does not hold for `to`.
///
/// Where to look first is a guess, often from floats: it changes how long it takes, never the answer.
pub(crate) fn smallest(from: u64, to: u64, guess: f64, stride: f64, holds: impl Fn(u64) -> bool) -> Option<u64> {
    if from > to {
        return None;
    }
    let (mut at, mut stride) = (whole(guess).clamp(from, to), whole(stride).max(1));
    // Below `known` it does not hold; `at` walks until it stands on the other side.
    if holds(at) {
        let mut known = at;
        loop {
            if known == from {
                return Some(from);
            }
            at = known.saturating_sub(stride).max(from);
            if !holds(at) {
                return Some(between(at, known, holds));
            }
            known = at;
            stride = stride.saturating_mul(2);
        }
    }
    loop {
        if at == to {
            return None;
        }
        let known = at;
        at = known.saturating_add(stride).min(to);
        if holds(at) {
            return Some(between(known, at, holds));
        }
        stride = stride.saturating_mul(2);
    }
}

/// It does not hold for the first and holds for the second: the smallest for which it holds.
fn between(mut fails: u64, mut works: u64, holds: impl Fn(u64) -> bool) -> u64 {
    while works - fails > 1 {
        let middle = fails + (works - fails) / 2;
        if holds(middle) { works = middle } else { fails = middle }
    }
    works
}

/// The whole part of a guess; nonsense becomes 0.
fn whole(guess: f64) -> u64 {
    // `as` takes what is too large to the largest, and what is no number to 0.
    guess.max(0.0) as u64
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_guess_does_not_change_the_answer() {
        for guess in [0.0, 3.0, 37.0, 36.0, 38.0, 99.0, 1e300, -5.0, f64::NAN, f64::INFINITY] {
            for stride in [0.0, 1.0, 10.0, 1e30] {
                assert_eq!(smallest(2, 90, guess, stride, |n| n >= 37), Some(37), "{guess} {stride}");
                assert_eq!(smallest(2, 90, guess, stride, |_| true), Some(2), "{guess} {stride}");
                assert_eq!(smallest(2, 90, guess, stride, |n| n >= 90), Some(90), "{guess} {stride}");
                assert_eq!(smallest(2, 90, guess, stride, |_| false), None, "{guess} {stride}");
                assert_eq!(smallest(0, u64::MAX, guess, stride, |n| n >= 37), Some(37), "{guess} {stride}");
            }
        }
        assert_eq!(smallest(5, 4, 0.0, 1.0, |_| true), None, "there is no number from 5 to 4");
    }
}
