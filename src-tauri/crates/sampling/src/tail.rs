//! How likely it is that a sample holds no more than so many deviations.
//!
//! No probability is ever calculated by itself. Each outcome is compared with its neighbour, where their chances stand
//! in a ratio of whole numbers: `chance(i + 1) / chance(i)`. Outcomes up to the limit are added up on one side, those
//! beyond it on the other, both in units of the chance of the limit itself; what they have in common cancels. In all
//! three models the ratio falls from one outcome to the next, so what is left out far away is less than a geometric
//! series, and is counted in the bounds.

use std::cmp::Ordering;

use crate::{exact, scaled::Bounds, share::Share};

/// The number of deviations that a sample may hold.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Deviations {
    /// Drawn without putting back, from a population in which so many deviate. Neither number exceeds the population.
    Hypergeometric { population: u64, deviating: u64, sample: u64 },
    /// Each record deviates with the same chance, whatever the others do.
    Binomial { rate: Share, sample: u64 },
    /// Deviations fall evenly, `rate · sample` on average.
    Poisson { rate: Share, sample: u64 },
}

impl Deviations {
    /// The fewest that can be in the sample.
    pub(crate) fn least(self) -> u64 {
        match self {
            Self::Hypergeometric { population, deviating, sample } => sample.saturating_sub(population - deviating),
            Self::Binomial { rate, sample } if rate.part == rate.whole => sample,
            Self::Binomial { .. } | Self::Poisson { .. } => 0,
        }
    }

    /// The most that can be in the sample.
    pub(crate) fn most(self) -> u64 {
        match self {
            Self::Hypergeometric { deviating, sample, .. } => deviating.min(sample),
            Self::Binomial { rate, sample } if rate.part > 0 => sample,
            Self::Poisson { rate, sample } if rate.part > 0 && sample > 0 => u64::MAX,
            Self::Binomial { .. } | Self::Poisson { .. } => 0,
        }
    }

    /// `chance(i + 1) / chance(i)`, for an `i` from the least to below the most. Neither number is zero.
    pub(crate) fn ratio(self, i: u64) -> (u128, u128) {
        match self {
            Self::Hypergeometric { population, deviating, sample } => (
                u128::from(deviating - i) * u128::from(sample - i),
                u128::from(i + 1) * u128::from(population - deviating + i + 1 - sample),
            ),
            Self::Binomial { rate, sample } => {
                (u128::from(sample - i) * rate.part, u128::from(i + 1) * (rate.whole - rate.part))
            }
            Self::Poisson { rate, sample } => (u128::from(sample) * rate.part, u128::from(i + 1) * rate.whole),
        }
    }

    /// Is the chance of at most `limit` deviations less than the share, equal to it or greater? The answer is proven.
    pub(crate) fn at_most(self, limit: u64, share: Share) -> Ordering {
        if limit < self.least() {
            return 0.cmp(&share.part);
        }
        if limit >= self.most() {
            return share.whole.cmp(&share.part);
        }
        if share.part == 0 {
            return Ordering::Greater;
        }
        if share.part == share.whole {
            return Ordering::Less;
        }
        if let Some(order) = self.beside_the_middle(limit, share) {
            return order;
        }
        // up to / (up to + beyond) ? part / whole, which is up to · (whole − part) ? beyond · part. The side without the
        // peak is soon added up; on the other it often takes a few outcomes to have certainly enough.
        let (up_to_weight, beyond_weight) = (Bounds::of(share.whole - share.part), Bounds::of(share.part));
        let order = if self.is_past_the_peak(limit) {
            let enough = self.beyond(limit, None).times(beyond_weight).over(up_to_weight);
            self.up_to(limit, Some(enough)).compare(enough)
        } else {
            let enough = self.up_to(limit, None).times(up_to_weight).over(beyond_weight);
            self.beyond(limit, Some(enough)).compare(enough).map(Ordering::reverse)
        };
        order.unwrap_or_else(|| exact::at_most(self, limit, share))
    }

    /// Where the chances are the same from either end, half of them lie on either side of the middle. Without this,
    /// that equality would have to be found with numbers of many thousand digits.
    fn beside_the_middle(self, limit: u64, share: Share) -> Option<Ordering> {
        let is_even = match self {
            Self::Hypergeometric { population, deviating, sample } => {
                deviating == population - deviating || sample == population - sample
            }
            Self::Binomial { rate, .. } => rate.part == rate.whole - rate.part,
            Self::Poisson { .. } => false,
        };
        let is_half = share.part == share.whole - share.part;
        (is_even && is_half).then(|| (2 * limit + 1).cmp(&(self.least() + self.most())))
    }

    fn is_past_the_peak(self, limit: u64) -> bool {
        let (above, this) = self.ratio(limit);
        above < this
    }

    /// The chance of at most `limit` deviations, for showing and drawing only.
    pub(crate) fn chance_of_at_most(self, limit: u64) -> f64 {
        if limit < self.least() {
            0.0
        } else if limit >= self.most() {
            1.0
        } else {
            self.near(limit).1
        }
    }

    /// The chance of just the limit and of at most the limit, to the last few bits of a float, for a limit from the least
    /// to below the most.
    pub(crate) fn near(self, limit: u64) -> (f64, f64) {
        // What is a 2^64th of the rest does not show.
        let all = Bounds::of(1 << 64);
        let (up_to, beyond) = if self.is_past_the_peak(limit) {
            let beyond = self.beyond(limit, None);
            (self.up_to(limit, Some(beyond.times(all))), beyond)
        } else {
            let up_to = self.up_to(limit, None);
            (up_to, self.beyond(limit, Some(up_to.times(all))))
        };
        let whole = up_to.plus(beyond);
        (Bounds::of(1).over(whole).to_f64(), up_to.over(whole).to_f64())
    }

    /// The chances from the least to the limit, in units of the limit's own; the adding stops when they are certainly
    /// more than `enough`.
    fn up_to(self, limit: u64, enough: Option<Bounds>) -> Bounds {
        let (mut term, mut sum) = (Bounds::of(1), Bounds::of(1));
        let mut i = limit;
        while i > self.least() {
            let (this, below) = self.ratio(i - 1);
            if term.vanishes_beside(sum) && below < this {
                return sum.plus_at_most(term.times(Bounds::fraction(below, this - below)));
            }
            term = term.times(Bounds::fraction(below, this));
            sum = sum.plus(term);
            i -= 1;
            if enough.is_some_and(|enough| sum.compare(enough) == Some(Ordering::Greater)) {
                return sum;
            }
        }
        sum
    }

    /// The chances beyond the limit, in units of the limit's own; the adding stops when they are certainly more
    /// than `enough`.
    fn beyond(self, limit: u64, enough: Option<Bounds>) -> Bounds {
        let (mut term, mut sum) = (Bounds::of(1), Bounds::of(0));
        let mut i = limit;
        while i < self.most() {
            let (above, this) = self.ratio(i);
            let so_far = sum.plus(term);
            if term.vanishes_beside(so_far) && above < this {
                return sum.plus_at_most(term.times(Bounds::fraction(above, this - above)));
            }
            term = term.times(Bounds::fraction(above, this));
            sum = sum.plus(term);
            i += 1;
            if enough.is_some_and(|enough| sum.compare(enough) == Some(Ordering::Greater)) {
                return sum;
            }
        }
        sum
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn a_tail() -> impl Strategy<Value = (Deviations, u64)> {
        let hypergeometric = (1u64..120).prop_flat_map(|population| {
            (0..=population, 0..=population).prop_map(move |(deviating, sample)| Deviations::Hypergeometric {
                population,
                deviating,
                sample,
            })
        });
        let rate = (0u128..=40).prop_map(|part| Share::new(part, 40));
        let binomial = (rate.clone(), 0u64..100).prop_map(|(rate, sample)| Deviations::Binomial { rate, sample });
        let poisson = (rate, 0u64..100).prop_map(|(rate, sample)| Deviations::Poisson { rate, sample });
        (prop_oneof![hypergeometric, binomial, poisson], 0u64..60)
    }

    proptest! {
        #[test]
        fn the_bounds_and_the_exact_sum_say_the_same((tail, limit) in a_tail(), part in 1u128..200) {
            let share = Share::new(part, 200);
            let inside = tail.least() <= limit && limit < tail.most();
            prop_assume!(inside);
            prop_assert_eq!(tail.at_most(limit, share), exact::at_most(tail, limit, share));
        }

        #[test]
        fn the_shown_chance_stands_on_the_same_side((tail, limit) in a_tail(), part in 1u128..200) {
            let (share, chance) = (Share::new(part, 200), tail.chance_of_at_most(limit));
            prop_assume!((chance - share.to_f64()).abs() > 1e-12);
            prop_assert_eq!(tail.at_most(limit, share), chance.total_cmp(&share.to_f64()));
        }
    }

    #[test]
    fn a_chance_that_equals_the_share_is_found_equal() {
        // One deviation among a million: with 950,000 looked at it is missed with a chance of exactly 5 %.
        let five = Share::new(5, 100);
        let tail = |sample| Deviations::Hypergeometric { population: 1_000_000, deviating: 1, sample };
        assert_eq!(tail(950_000).at_most(0, five), Ordering::Equal);
        assert_eq!(tail(949_999).at_most(0, five), Ordering::Greater);
        assert_eq!(tail(950_001).at_most(0, five), Ordering::Less);
        // As many heads as tails.
        let coin = Deviations::Binomial { rate: Share::new(1, 2), sample: 601 };
        assert_eq!(coin.at_most(300, Share::new(1, 2)), Ordering::Equal);
    }
}
