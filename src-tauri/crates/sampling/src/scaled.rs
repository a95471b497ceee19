//! Bounds: a positive number held between two numbers of 64 bits, so that what is decided with them is proven.
//!
//! Products of thousands of fractions are too small for a float and too long for whole numbers. Here every step
//! rounds one side down and the other side up, in whole numbers; the true value never leaves the two. Where a question
//! falls between them, `exact` answers it.

use std::cmp::Ordering;

/// `mantissa · 2^exponent`. The highest bit of the mantissa is set, but for zero, whose parts are both 0.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Scaled {
    mantissa: u64,
    exponent: i64,
}

/// Which way a step rounds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Towards {
    Below,
    Above,
}

impl Scaled {
    const ZERO: Self = Self { mantissa: 0, exponent: 0 };

    /// `value · 2^exponent`, and a little more when `rest` says that something was cut off before.
    fn of(value: u128, exponent: i64, rest: bool, towards: Towards) -> Self {
        let bits = 128 - i64::from(value.leading_zeros());
        if bits <= 64 {
            // A quotient that comes here has all 64 bits, so one more on top covers what was cut off below.
            debug_assert!(!rest || bits == 64, "what was cut off is less than the last bit");
            let Some(shift) = u32::try_from(64 - bits).ok().filter(|_| value > 0) else { return Self::ZERO };
            let scaled = Self { mantissa: low_word(value << shift), exponent: exponent - i64::from(shift) };
            return if rest && towards == Towards::Above { scaled.next() } else { scaled };
        }
        let shift = bits - 64;
        let scaled = Self { mantissa: low_word(value >> shift), exponent: exponent + shift };
        let cut_off = rest || value.trailing_zeros() < u32::try_from(shift).unwrap_or(0);
        if cut_off && towards == Towards::Above { scaled.next() } else { scaled }
    }

    /// The next larger number of 64 bits.
    fn next(self) -> Self {
        match self.mantissa.checked_add(1) {
            Some(mantissa) => Self { mantissa, ..self },
            None => Self { mantissa: 1 << 63, exponent: self.exponent + 1 },
        }
    }

    fn times(self, other: Self, towards: Towards) -> Self {
        let product = u128::from(self.mantissa) * u128::from(other.mantissa);
        Self::of(product, self.exponent + other.exponent, false, towards)
    }

    /// The divisor is never zero: [`Bounds::over`] sees to it.
    fn over(self, divisor: Self, towards: Towards) -> Self {
        let (dividend, divisor_mantissa) = (u128::from(self.mantissa) << 64, u128::from(divisor.mantissa));
        let quotient = dividend / divisor_mantissa;
        let rest = quotient * divisor_mantissa != dividend;
        Self::of(quotient, self.exponent - divisor.exponent - 64, rest, towards)
    }

    fn plus(self, other: Self, towards: Towards) -> Self {
        let (large, small) = if self.compare(other) == Ordering::Less { (other, self) } else { (self, other) };
        if small.mantissa == 0 {
            return large;
        }
        let (distance, wide) = (large.exponent - small.exponent, u128::from(large.mantissa) << 63);
        match u32::try_from(distance) {
            Ok(distance) if distance < 127 => {
                let small = u128::from(small.mantissa) << 63;
                let rest = small.trailing_zeros() < distance;
                Self::of(wide + (small >> distance), large.exponent - 63, rest, towards)
            }
            _ => Self::of(wide, large.exponent - 63, true, towards),
        }
    }

    fn compare(self, other: Self) -> Ordering {
        match (self.mantissa, other.mantissa) {
            (0, 0) => Ordering::Equal,
            (0, _) => Ordering::Less,
            (_, 0) => Ordering::Greater,
            _ => self.exponent.cmp(&other.exponent).then(self.mantissa.cmp(&other.mantissa)),
        }
    }

    fn to_f64(self) -> f64 {
        // Beyond these an f64 is 0 or infinite anyway.
        let exponent = i32::try_from(self.exponent.clamp(-2000, 2000)).unwrap_or(0);
        // Two steps, because 2^-1100 alone is already 0.
        (self.mantissa as f64) * 2f64.powi(exponent / 2) * 2f64.powi(exponent - exponent / 2)
    }
}

/// The lower 64 bits of a number of which no more are in use.
fn low_word(value: u128) -> u64 {
    value as u64
}

/// A number that is 0 or more, known to lie between two numbers, both included.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Bounds {
    low: Scaled,
    high: Scaled,
}

impl Bounds {
    /// A whole number.
    pub(crate) fn of(value: u128) -> Self {
        Self { low: Scaled::of(value, 0, false, Towards::Below), high: Scaled::of(value, 0, false, Towards::Above) }
    }

    /// A fraction. The lower number is not zero.
    pub(crate) fn fraction(part: u128, whole: u128) -> Self {
        Self::of(part).over(Self::of(whole))
    }

    pub(crate) fn times(self, other: Self) -> Self {
        Self { low: self.low.times(other.low, Towards::Below), high: self.high.times(other.high, Towards::Above) }
    }

    /// The divisor is a number above zero.
    pub(crate) fn over(self, divisor: Self) -> Self {
        debug_assert!(divisor.low.mantissa > 0, "nothing is divided by zero");
        Self { low: self.low.over(divisor.high, Towards::Below), high: self.high.over(divisor.low, Towards::Above) }
    }

    pub(crate) fn plus(self, other: Self) -> Self {
        Self { low: self.low.plus(other.low, Towards::Below), high: self.high.plus(other.high, Towards::Above) }
    }

    /// This, and perhaps as much as `rest` more.
    pub(crate) fn plus_at_most(self, rest: Self) -> Self {
        Self { low: self.low, high: self.high.plus(rest.high, Towards::Above) }
    }

    /// This, multiplied by itself so many times.
    pub(crate) fn to_the(self, mut times: u64) -> Self {
        let (mut product, mut square) = (Self::of(1), self);
        while times > 0 {
            if times % 2 == 1 {
                product = product.times(square);
            }
            square = square.times(square);
            times /= 2;
        }
        product
    }

    /// Which of the two is larger; nothing where the bounds leave it open, and nothing where both are equal.
    pub(crate) fn compare(self, other: Self) -> Option<Ordering> {
        if self.high.compare(other.low) == Ordering::Less {
            return Some(Ordering::Less);
        }
        (self.low.compare(other.high) == Ordering::Greater).then_some(Ordering::Greater)
    }

    /// True when this is so much smaller than the other that it no longer shows: a 2^80th.
    pub(crate) fn vanishes_beside(self, other: Self) -> bool {
        self.high.mantissa == 0 || self.high.exponent + 80 < other.low.exponent
    }

    /// Near enough to be drawn in a chart.
    pub(crate) fn to_f64(self) -> f64 {
        f64::midpoint(self.low.to_f64(), self.high.to_f64())
    }
}

#[cfg(test)]
mod tests {
    use num_bigint::BigUint;
    use proptest::prelude::*;

    use super::*;

    /// Both sides as whole numbers, multiplied by 2^200.
    fn wide(scaled: Scaled) -> BigUint {
        let shift = scaled.exponent + 400;
        BigUint::from(scaled.mantissa) << u64::try_from(shift).expect("an exponent within the test's range")
    }

    fn encloses(bounds: Bounds, part: u128, whole: u128) -> bool {
        let exact = BigUint::from(part) << 400u32;
        wide(bounds.low) * whole <= exact && exact <= wide(bounds.high) * whole
    }

    proptest! {
        #[test]
        fn the_true_value_never_leaves_its_bounds(a in 1u64.., b in 1u64.., c in 1u64.., d in 1u64..) {
            let (a, b, c, d) = (u128::from(a >> 3), u128::from(b >> 3), u128::from(c >> 3) + 1, u128::from(d >> 3) + 1);
            prop_assert!(encloses(Bounds::of(a * b), a * b, 1));
            prop_assert!(encloses(Bounds::fraction(a, c), a, c));
            prop_assert!(encloses(Bounds::fraction(a, c).times(Bounds::fraction(b, d)), a * b, c * d));
            prop_assert!(encloses(Bounds::fraction(a, c).plus(Bounds::fraction(b, d)), a * d + b * c, c * d));
            if b > 0 {
                prop_assert!(encloses(Bounds::fraction(a, c).over(Bounds::fraction(b, d)), a * d, c * b));
            }
        }

        #[test]
        fn bounds_stay_close(a in 1u64.., b in 1u64..) {
            let bounds = Bounds::fraction(u128::from(a), u128::from(b));
            let (low, high) = (wide(bounds.low), wide(bounds.high));
            prop_assert!((&high - &low) << 60u32 <= high);
        }
    }

    #[test]
    fn a_power_is_a_product_of_equals() {
        let power = Bounds::fraction(19, 20).to_the(59);
        let by_hand = (0..59).fold(Bounds::of(1), |product, _| product.times(Bounds::fraction(19, 20)));
        assert!((power.to_f64() - by_hand.to_f64()).abs() < 1e-15);
        assert_eq!(Bounds::of(7).to_the(0).compare(Bounds::of(1)), None, "both are 1");
    }

    #[test]
    fn bounds_of_equal_numbers_decide_nothing() {
        assert_eq!(Bounds::fraction(1, 3).compare(Bounds::fraction(2, 6)), None);
        assert_eq!(Bounds::of(0).compare(Bounds::of(1)), Some(Ordering::Less));
        assert_eq!(Bounds::of(2).compare(Bounds::of(1)), Some(Ordering::Greater));
    }

    #[test]
    fn a_number_below_every_float_is_still_compared() {
        let tiny = Bounds::fraction(1, 10).to_the(5000);
        assert_eq!(tiny.compare(tiny.times(Bounds::fraction(9, 10))), Some(Ordering::Greater));
        assert!(tiny.to_f64() < f64::MIN_POSITIVE);
    }
}
