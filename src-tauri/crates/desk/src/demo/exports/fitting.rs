//! A draw depends on every byte of its file, and with the days of the play every byte moves. So that the auditors find
//! the same on whatever day the demo is made, the last moment in the file is chosen: the first with which they do.

use ground::Fault;
use sampling::{DrawKey, Method, draw_random};
use sha2::{Digest, Sha256};

/// Ends that are tried before the play is said to be wrong. One that fits is found among the first few thousand.
const MOST_ENDS: i64 = 86_400;

/// A stratum of a file and what its draw is to find.
#[derive(Debug)]
pub(super) struct Stratum {
    pub name: &'static str,
    /// Its records in the order of their numbers, and whether something is wrong with each.
    pub wrong: Vec<bool>,
    pub drawn: u64,
    /// How many of the drawn ones are wrong.
    pub found: usize,
    /// A record that is among the drawn ones, by its place.
    pub among: Option<usize>,
}

/// The file with the first end that fits; `end` gives the last line by the number of the try.
pub(super) fn fitted(
    beginning: &str,
    end: impl Fn(i64) -> String,
    seed: &str,
    strata: &[Stratum],
) -> Result<String, Fault> {
    let begun = Sha256::new().chain_update(beginning);
    let mut key = DrawKey {
        population_sha256: String::new(),
        filter: String::new(),
        method: Method::Stratified,
        seed: seed.to_owned(),
    };
    for attempt in 0..MOST_ENDS {
        let end = end(attempt);
        let hash = begun.clone().chain_update(&end).finalize();
        key.population_sha256 = hash.iter().map(|byte| format!("{byte:02x}")).collect();
        if all_fit(&key, strata)? {
            return Ok(format!("{beginning}{end}"));
        }
    }
    Err(Fault::bug("no end of an export gives what the play finds in it"))
}

fn all_fit(key: &DrawKey, strata: &[Stratum]) -> Result<bool, Fault> {
    for stratum in strata {
        let places = draw_random(key, stratum.name, stratum.wrong.len() as u64, stratum.drawn).map_err(Fault::bug)?;
        let places: Vec<usize> = places.into_iter().filter_map(|place| usize::try_from(place).ok()).collect();
        let found = places.iter().filter(|place| stratum.wrong.get(**place) == Some(&true)).count();
        if found != stratum.found || stratum.among.is_some_and(|wanted| !places.contains(&wanted)) {
            return Ok(false);
        }
    }
    Ok(true)
}
