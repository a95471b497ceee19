//! Functions that have no exact value: only for approximations that are called so.

use std::f64::consts::PI;

/// The rate below which the beta distribution has this share of its weight; nothing where it does not exist.
pub(crate) fn beta_quantile(a: f64, b: f64, share: f64) -> Option<f64> {
    if !(a > 0.0 && b > 0.0 && share > 0.0 && share < 1.0) {
        return None;
    }
    Some(halved(0.0, 1.0, |x| beta_below(a, b, x) < share))
}

/// The point below which the normal distribution has this share of its weight, for a share from a half to below 1.
pub(crate) fn normal_quantile(share: f64) -> f64 {
    halved(0.0, 40.0, |z| normal_below(z) < share)
}

/// Where something stops being true, between two numbers.
fn halved(mut low: f64, mut high: f64, is_below: impl Fn(f64) -> bool) -> f64 {
    for _ in 0..200 {
        let middle = f64::midpoint(low, high);
        if is_below(middle) { low = middle } else { high = middle }
    }
    f64::midpoint(low, high)
}

/// Φ(z) = ½ + φ(z) · (z + z³/3 + z⁵/(3·5) + …), for z from 0.
fn normal_below(z: f64) -> f64 {
    if z > 9.0 {
        return 1.0;
    }
    let (mut term, mut sum, mut odd) = (z, z, 1.0);
    while term > sum * 1e-17 {
        odd += 2.0;
        term *= z * z / odd;
        sum += term;
    }
    0.5 + sum * (-z * z / 2.0).exp() / (2.0 * PI).sqrt()
}

/// The regularised incomplete beta function I_x(a, b), as a continued fraction (NIST Handbook of Mathematical Functions,
/// 8.17.22), evaluated from the front after Lentz.
fn beta_below(a: f64, b: f64, x: f64) -> f64 {
    if x <= 0.0 || x >= 1.0 {
        return if x <= 0.0 { 0.0 } else { 1.0 };
    }
    // The fraction converges quickly only on this side of the mean.
    if x > (a + 1.0) / (a + b + 2.0) {
        return 1.0 - beta_below(b, a, 1.0 - x);
    }
    const ALMOST_ZERO: f64 = 1e-300;
    let not_zero = |value: f64| if value.abs() < ALMOST_ZERO { ALMOST_ZERO } else { value };
    let front = (ln_gamma(a + b) - ln_gamma(a) - ln_gamma(b) + a * x.ln() + b * (-x).ln_1p()).exp() / a;
    let (mut above, mut below) = (1.0, 1.0 / not_zero(1.0 - (a + b) * x / (a + 1.0)));
    let mut fraction = below;
    let mut m = 1.0;
    while m < 100_000.0 {
        let even = m * (b - m) * x / ((a + 2.0 * m - 1.0) * (a + 2.0 * m));
        let odd = -(a + m) * (a + b + m) * x / ((a + 2.0 * m) * (a + 2.0 * m + 1.0));
        let mut change = 1.0;
        for part in [even, odd] {
            below = 1.0 / not_zero(1.0 + part * below);
            above = not_zero(1.0 + part / above);
            change = above * below;
            fraction *= change;
        }
        if (change - 1.0).abs() < 1e-15 {
            break;
        }
        m += 1.0;
    }
    front * fraction
}

/// The logarithm of Γ(x) for x above 0, by Stirling's series from 10 upwards.
fn ln_gamma(x: f64) -> f64 {
    let (mut shifted, mut product) = (x, 1.0);
    while shifted < 10.0 {
        product *= shifted;
        shifted += 1.0;
    }
    let square = 1.0 / (shifted * shifted);
    let series = (1.0 / 12.0 - square * (1.0 / 360.0 - square * (1.0 / 1260.0 - square / 1680.0))) / shifted;
    (shifted - 0.5) * shifted.ln() - shifted + 0.5 * (2.0 * PI).ln() + series - product.ln()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        Model,
        limit::{STEPS, highest_rate, ratio},
        share::Share,
    };

    #[test]
    fn the_normal_quantile_is_the_one_in_the_tables() {
        for (share, z) in [(0.5, 0.0), (0.95, 1.644_853_627), (0.975, 1.959_963_985), (0.995, 2.575_829_304)] {
            assert!((normal_quantile(share) - z).abs() < 1e-9, "{share}");
        }
    }

    #[test]
    fn the_beta_quantile_is_the_exact_limit_where_that_exists() {
        for (sample, failures) in [(1, 0), (5, 2), (40, 6), (60, 0), (145, 1), (1000, 999), (20_000, 137)] {
            let exact = ratio(highest_rate(Model::Binomial, sample, failures, Share::new(1, 20)), STEPS);
            let (sample, failures) = (ratio(sample, 1), ratio(failures, 1));
            let float = beta_quantile(failures + 1.0, sample - failures, 0.95).unwrap();
            assert!((float - exact).abs() < 1e-11, "{failures} of {sample}: {float} is not {exact}");
        }
        assert_eq!(beta_quantile(1.0, 0.0, 0.95), None);
    }
}
