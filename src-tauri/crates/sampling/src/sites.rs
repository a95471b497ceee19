use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// How many sites to visit beside the central function, which is audited every time.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct SiteSizes {
    /// In the first audit.
    pub initial: u64,
    /// In each surveillance audit.
    pub surveillance: u64,
    /// In the recertification.
    pub recertification: u64,
}

/// The sizes of IAF MD 1 for sites that do much the same under one management system: the square root of their number,
/// 0.6 of it and 0.8 of it, each rounded up. It binds certification bodies; for an internal programme it is a benchmark.
///
/// Whole numbers decide: the smallest y with y² ≥ x, with 25·y² ≥ 9·x and with 25·y² ≥ 16·x.
#[must_use]
pub fn md1_sites(sites_without_centre: u64) -> SiteSizes {
    SiteSizes {
        initial: root_rounded_up(sites_without_centre, 25),
        surveillance: root_rounded_up(sites_without_centre, 9),
        recertification: root_rounded_up(sites_without_centre, 16),
    }
}

/// The smallest y with `25 · y² ≥ squared_share · x`.
fn root_rounded_up(x: u64, squared_share: u64) -> u64 {
    let least_square = (u128::from(x) * u128::from(squared_share)).div_ceil(25);
    let root = least_square.isqrt();
    let root = if root * root < least_square { root + 1 } else { root };
    u64::try_from(root).unwrap_or(u64::MAX)
}
