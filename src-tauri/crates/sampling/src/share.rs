/// An exact share from 0 to 1, in lowest terms.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Share {
    pub(crate) part: u128,
    pub(crate) whole: u128,
}

impl Share {
    /// The whole is not zero, and not smaller than the part.
    pub(crate) fn new(part: u128, whole: u128) -> Self {
        let (mut divisor, mut rest) = (whole, part);
        while rest > 0 {
            (divisor, rest) = (rest, divisor % rest);
        }
        Self { part: part / divisor, whole: whole / divisor }
    }

    /// What is missing to 1.
    pub(crate) fn rest(self) -> Self {
        Self { part: self.whole - self.part, whole: self.whole }
    }

    /// This, divided evenly among so many.
    pub(crate) fn among(self, many: u64) -> Self {
        Self::new(self.part, self.whole * u128::from(many.max(1)))
    }

    /// The smallest whole number that is no less than this share of `count`.
    pub(crate) fn of_rounded_up(self, count: u64) -> u64 {
        u64::try_from((self.part * u128::from(count)).div_ceil(self.whole)).unwrap_or(u64::MAX)
    }

    pub(crate) fn to_f64(self) -> f64 {
        self.part as f64 / self.whole as f64
    }
}
