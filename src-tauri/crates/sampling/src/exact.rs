//! The same question as in `tail`, answered with whole numbers of any length: for what the bounds leave open.
//!
//! That is mostly a chance that equals the share to the last digit, as with one deviation among twenty and nineteen
//! looked at.

use std::cmp::Ordering;

use num_bigint::BigUint;

use crate::{share::Share, tail::Deviations};

/// How the chance of at most `limit` deviations compares with the share.
pub(crate) fn at_most(deviations: Deviations, limit: u64, share: Share) -> Ordering {
    match deviations {
        Deviations::Hypergeometric { population, deviating, sample } => {
            // Which records deviate and which are drawn may be exchanged, so the smaller number is counted through.
            let (few, many) = (deviating.min(sample), deviating.max(sample));
            let least = deviations.least();
            let first = choose(many, least) * choose(population - many, few - least);
            compare(sum(deviations, first, limit), share, choose(population, few))
        }
        Deviations::Binomial { rate, sample } => {
            let (first, all) = (power(rate.whole - rate.part, sample), power(rate.whole, sample));
            compare(sum(deviations, first, limit), share, all)
        }
        Deviations::Poisson { rate, sample } => poisson(u128::from(sample) * rate.part, rate.whole, limit, share),
    }
}

/// The ways to have at most `limit` deviations, from the ways to have the least.
fn sum(deviations: Deviations, first: BigUint, limit: u64) -> BigUint {
    let (mut ways, mut sum) = (first.clone(), first);
    for i in deviations.least()..limit.min(deviations.most()) {
        let (above, this) = deviations.ratio(i);
        ways = ways * above / this;
        sum += &ways;
    }
    sum
}

fn compare(ways: BigUint, share: Share, all: BigUint) -> Ordering {
    (ways * share.whole).cmp(&(all * share.part))
}

/// The ways to choose so many out of so many.
pub(crate) fn choose(out_of: u64, many: u64) -> BigUint {
    if many > out_of {
        return BigUint::ZERO;
    }
    let many = many.min(out_of - many);
    (1..=many).fold(BigUint::from(1u8), |ways, i| ways * (out_of - many + i) / i)
}

/// A number multiplied by itself so many times.
pub(crate) fn power(base: u128, mut times: u64) -> BigUint {
    let (mut product, mut square) = (BigUint::from(1u8), BigUint::from(base));
    while times > 0 {
        if times % 2 == 1 {
            product *= &square;
        }
        times /= 2;
        if times > 0 {
            square = &square * &square;
        }
    }
    product
}

/// Σ λ^i / i! up to the limit, against the share of e^λ, with λ = part / whole.
///
/// e^λ is known only between two fractions, but they come as close as need be, and the two sides are never equal: e^λ
/// is no fraction unless λ is 0 (Lindemann).
fn poisson(part: u128, whole: u128, limit: u64, share: Share) -> Ordering {
    let (part, whole) = (BigUint::from(part), BigUint::from(whole));
    // Everything is kept multiplied by whole^i · i!.
    let (mut term, mut sum, mut up_to_limit) = (BigUint::from(1u8), BigUint::from(1u8), BigUint::from(1u8));
    let mut i = 0u64;
    loop {
        i += 1;
        let step = &whole * i;
        term *= &part;
        sum = sum * &step + &term;
        up_to_limit = if i <= limit { sum.clone() } else { up_to_limit * &step };
        // From here on each term is less than half of the one before, so all that is left is less than the last.
        if i <= limit || &whole * (i + 1) < &part * 2u8 {
            continue;
        }
        let counted = &up_to_limit * share.whole;
        if counted <= &sum * share.part {
            return Ordering::Less;
        }
        if counted >= (&sum + &term) * share.part {
            return Ordering::Greater;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ways_to_choose_are_counted() {
        assert_eq!(choose(5, 2), BigUint::from(10u8));
        assert_eq!(choose(52, 5), BigUint::from(2_598_960u32));
        assert_eq!((choose(4, 0), choose(4, 4), choose(4, 5)), (1u8.into(), 1u8.into(), 0u8.into()));
        assert_eq!(power(3, 5), BigUint::from(243u8));
    }

    #[test]
    fn a_chance_is_its_fraction_exactly() {
        let from_four = Deviations::Hypergeometric { population: 4, deviating: 2, sample: 2 };
        assert_eq!(at_most(from_four, 1, Share::new(5, 6)), Ordering::Equal);
        assert_eq!(at_most(from_four, 0, Share::new(1, 6)), Ordering::Equal);
        // At least one of the four drawn deviates, for only three are sound.
        let most_deviate = Deviations::Hypergeometric { population: 7, deviating: 4, sample: 4 };
        assert_eq!(at_most(most_deviate, 2, Share::new(22, 35)), Ordering::Equal);
        let thirds = Deviations::Binomial { rate: Share::new(1, 3), sample: 3 };
        assert_eq!(at_most(thirds, 1, Share::new(20, 27)), Ordering::Equal);
        assert_eq!(at_most(thirds, 2, Share::new(26, 27)), Ordering::Equal);
    }

    #[test]
    fn the_exact_sum_of_a_poisson_distribution_is_e() {
        // P(X ≤ 0) = e^-1 = 0.36787944117144232…
        let one = Deviations::Poisson { rate: Share::new(1, 1), sample: 1 };
        assert_eq!(at_most(one, 0, Share::new(36_787_944_117_144_232, 100_000_000_000_000_000)), Ordering::Greater);
        assert_eq!(at_most(one, 0, Share::new(36_787_944_117_144_233, 100_000_000_000_000_000)), Ordering::Less);
    }
}
