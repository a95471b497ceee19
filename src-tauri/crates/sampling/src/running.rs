//! The chance that a growing sample holds no more than a growing number of deviations, in floats.
//!
//! Beside the chance it is kept how far off it may be by now. So floats may say that a sample certainly does not do, and
//! leave everything else to whole numbers, which also set them right again. Where floats break down and are no number,
//! nothing is certain, and whole numbers decide as well.

use crate::{Model, model::Tolerated};

/// No step of the calculation is off by more than this share: each is a handful of operations that are right to one
/// part in 2^53.
const STEP: f64 = 16.0 * f64::EPSILON;

/// What falls out and is less than this is left out of the calculation, and counted as doubt.
const SHOWS: f64 = 1e-13;

/// See the module.
pub(crate) struct Running {
    model: Model,
    rate: f64,
    population: f64,
    deviating: f64,
    sample: f64,
    allowed: f64,
    /// P(X = allowed).
    just_allowed: f64,
    /// P(X ≤ allowed).
    up_to_allowed: f64,
    /// How far off P(X = allowed) may be, as a share of it.
    doubt_of_just_allowed: f64,
    /// How far off P(X ≤ allowed) may be.
    doubt: f64,
}

impl Running {
    /// An empty sample, in which nothing is allowed and nothing found.
    pub(crate) fn new(tolerated: Tolerated) -> Self {
        Self {
            model: tolerated.model,
            rate: tolerated.rate.to_f64(),
            population: tolerated.population.unwrap_or(0) as f64,
            deviating: tolerated.too_many.unwrap_or(0) as f64,
            sample: 0.0,
            allowed: 0.0,
            just_allowed: 1.0,
            up_to_allowed: 1.0,
            doubt_of_just_allowed: 0.0,
            doubt: 0.0,
        }
    }

    /// True when P(X ≤ allowed) is above this, whatever the floats are off by.
    pub(crate) fn is_certainly_above(&self, threshold: f64) -> bool {
        self.up_to_allowed - self.doubt > threshold * (1.0 + STEP)
    }

    /// Begins anew with chances that are right to the last few bits.
    pub(crate) fn set_right(&mut self, tolerated: Tolerated, sample: u64, allowed: u64) {
        let deviations = tolerated.sampled(sample);
        if (deviations.least()..deviations.most()).contains(&allowed) {
            (self.just_allowed, self.up_to_allowed) = deviations.near(allowed);
            self.doubt_of_just_allowed = STEP;
            self.doubt = STEP * self.up_to_allowed;
        }
    }

    /// The sample grows by so many records.
    pub(crate) fn more_records(&mut self, records: u64) {
        match self.model {
            Model::Hypergeometric => (0..records).for_each(|_| self.one_more_drawn()),
            Model::Binomial => (0..records).for_each(|_| self.one_more_tried()),
            Model::Poisson => self.more_falling(records as f64),
        }
    }

    /// One more deviation is allowed.
    pub(crate) fn one_more_allowed(&mut self) {
        let (sample, allowed) = (self.sample, self.allowed);
        self.just_allowed *= match self.model {
            Model::Hypergeometric => {
                let others = self.population - self.deviating - sample + allowed + 1.0;
                (self.deviating - allowed) * (sample - allowed) / ((allowed + 1.0) * others)
            }
            Model::Binomial => (sample - allowed) * self.rate / ((allowed + 1.0) * (1.0 - self.rate)),
            Model::Poisson => sample * self.rate / (allowed + 1.0),
        };
        self.allowed += 1.0;
        self.doubt_of_just_allowed += STEP;
        self.change(self.just_allowed);
    }

    /// P(X ≤ allowed) changes by an amount that is a part of P(X = allowed).
    fn change(&mut self, amount: f64) {
        self.up_to_allowed += amount;
        self.doubt += amount.abs() * (self.doubt_of_just_allowed + STEP) + self.up_to_allowed.abs() * f64::EPSILON;
    }

    /// What held just as many as are allowed, and meets one more among those left, falls out.
    fn one_more_drawn(&mut self) {
        let (sample, allowed) = (self.sample, self.allowed);
        let left = self.population - sample;
        let deviating_left = self.deviating - allowed;
        self.change(-self.just_allowed * deviating_left / left);
        self.just_allowed *= (left - deviating_left) / left * (sample + 1.0) / (sample + 1.0 - allowed);
        self.doubt_of_just_allowed += STEP;
        self.sample += 1.0;
    }

    /// What held just as many as are allowed, and meets one more, falls out.
    fn one_more_tried(&mut self) {
        let (sample, allowed) = (self.sample, self.allowed);
        self.change(-self.just_allowed * self.rate);
        self.just_allowed *= (1.0 - self.rate) * (sample + 1.0) / (sample + 1.0 - allowed);
        self.doubt_of_just_allowed += STEP;
        self.sample += 1.0;
    }

    /// Records may add several deviations at once, so what is well within the limit falls out too.
    fn more_falling(&mut self, records: f64) {
        if records == 0.0 {
            return;
        }
        let (mean, added_mean) = (self.sample * self.rate, records * self.rate);
        let (mut adds_exactly, mut adds_more) = ((-added_mean).exp(), -(-added_mean).exp_m1());
        let (mut chance, mut held, mut added, mut falls_out) = (self.just_allowed, self.allowed, 0.0, 0.0);
        while chance * adds_more > SHOWS {
            falls_out += chance * adds_more;
            if held == 0.0 {
                break;
            }
            chance *= held / mean;
            held -= 1.0;
            added += 1.0;
            adds_exactly *= added_mean / added;
            adds_more -= adds_exactly;
        }
        self.change(-falls_out);
        // What was left out falls off at least by half from one to the next, and so does the error of each `adds_more`.
        self.doubt += 2.0 * SHOWS + falls_out * STEP * (added + 1.0);
        let growth = if self.allowed > 0.0 { self.allowed * (records / self.sample).ln_1p() } else { 0.0 };
        self.just_allowed *= (growth - added_mean).exp();
        self.doubt_of_just_allowed += STEP * (1.0 + growth + added_mean);
        self.sample += records;
    }
}
