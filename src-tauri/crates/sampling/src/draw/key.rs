use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

use crate::{Method, SamplingError};

/// The name of this way to draw. A change that draws other records has another name.
pub const ALGORITHM: &str = "tickmark-draw-1";

/// All that a draw depends on, but for the stratum and the size. The size is left out so that a larger draw begins with
/// the smaller one.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct DrawKey {
    /// The SHA-256 of the file that the population was imported from, in hexadecimal.
    pub population_sha256: String,
    /// Which records of it, as canonical text; empty for all.
    pub filter: String,
    /// How records are chosen.
    pub method: Method,
    /// The seed, written down before the draw. Every character counts, spaces too.
    pub seed: String,
}

impl DrawKey {
    /// The random words of this draw within a stratum; the stratum is empty where there are none.
    pub(super) fn words(&self, stratum: &str) -> Result<Words, SamplingError> {
        if self.seed.trim().is_empty() {
            return Err(SamplingError::SeedMissing);
        }
        if self.population_sha256.len() != 64 || !self.population_sha256.bytes().all(|digit| digit.is_ascii_hexdigit())
        {
            return Err(SamplingError::FingerprintUnreadable);
        }
        let fingerprint = self.population_sha256.to_ascii_lowercase();
        let mut hash = Sha256::new();
        for text in [ALGORITHM, &fingerprint, &self.filter, self.method.word(), &self.seed, stratum] {
            // With its length in front, no text can reach into the next.
            hash.update((text.len() as u64).to_be_bytes());
            hash.update(text.as_bytes());
        }
        Ok(Words { key: hash.finalize().into(), block: 0, left: Vec::new() })
    }

    /// Refuses a key that names another method than the one that is to draw.
    pub(super) fn is_for(&self, methods: &[Method]) -> Result<(), SamplingError> {
        if methods.contains(&self.method) {
            return Ok(());
        }
        Err(SamplingError::WrongMethod { method: self.method })
    }
}

/// An endless row of words of 64 bits, which the key alone decides.
pub(super) struct Words {
    key: [u8; 32],
    block: u64,
    /// The words of the current block that weren't taken yet, the last first.
    left: Vec<u64>,
}

impl Words {
    fn next(&mut self) -> u64 {
        if let Some(word) = self.left.pop() {
            return word;
        }
        let block: [u8; 32] =
            Sha256::new().chain_update(self.key).chain_update(self.block.to_be_bytes()).finalize().into();
        self.block += 1;
        let words = block.chunks_exact(8).rev();
        self.left = words.map(|word| word.iter().fold(0, |value, byte| value << 8 | u64::from(*byte))).collect();
        self.left.pop().unwrap_or_default()
    }

    /// A number from 0 to below the bound, each with the same chance. The bound is 1 or more.
    pub(super) fn below(&mut self, bound: u64) -> u64 {
        below(1 << 64, bound, || self.next())
    }
}

/// Words beyond the largest multiple of the bound are passed over: with them the small numbers would come more often.
/// There are `all` words, 0 to `all − 1`.
fn below(all: u128, bound: u64, mut next: impl FnMut() -> u64) -> u64 {
    let bound = bound.max(1);
    let even = all / u128::from(bound) * u128::from(bound);
    loop {
        let word = next();
        if u128::from(word) < even {
            return word % bound;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn a_key() -> DrawKey {
        DrawKey {
            population_sha256: "00112233445566778899aabbccddeeff00112233445566778899aabbccddeeff".to_owned(),
            filter: String::new(),
            method: Method::Random,
            seed: "IA-2026-01/2026-02-09".to_owned(),
        }
    }

    #[test]
    fn each_number_comes_as_often_as_any_other() {
        // As if words had eight bits: every word once, and whoever is passed over takes none.
        for bound in 1..=256u64 {
            let mut counted = vec![0; usize::try_from(bound).unwrap()];
            for word in 0..256u64 {
                let mut asked = 0;
                let number = below(256, bound, || {
                    asked += 1;
                    if asked == 1 { word } else { 0 }
                });
                if asked == 1 {
                    counted[usize::try_from(number).unwrap()] += 1;
                }
            }
            assert!(counted.iter().all(|times| *times == 256 / bound), "{bound}: {counted:?}");
        }
    }

    #[test]
    fn words_of_full_length_are_passed_over_only_beyond_the_last_multiple() {
        for bound in [1u64, 2, 3, 5, 6, 7, 10, 1 << 32, (1 << 63) + 1, u64::MAX] {
            let last = u64::try_from((1u128 << 64) / u128::from(bound) * u128::from(bound) - 1).unwrap();
            assert_eq!(below(1 << 64, bound, || last), bound - 1, "the last accepted word gives the largest number");
            if last < u64::MAX {
                let mut words = [last + 1, u64::MAX, 0].into_iter();
                assert_eq!(below(1 << 64, bound, || words.next().unwrap()), 0, "{bound}");
                assert_eq!(words.next(), None, "both words beyond were passed over");
            }
        }
    }

    #[test]
    fn every_part_of_the_key_changes_the_words() {
        let first = |key: &DrawKey, stratum: &str| key.words(stratum).unwrap().next();
        let key = a_key();
        let other = [
            first(&key, ""),
            first(&key, "P1"),
            first(&DrawKey { population_sha256: "0".repeat(64), ..key.clone() }, ""),
            first(&DrawKey { filter: "priority=P1".into(), ..key.clone() }, ""),
            first(&DrawKey { method: Method::Stratified, ..key.clone() }, ""),
            first(&DrawKey { seed: "IA-2026-01/2026-02-09 ".into(), ..key.clone() }, ""),
            // The same bytes in a row, divided otherwise between filter and method.
            first(&DrawKey { filter: "a".into(), seed: "bc".into(), ..key.clone() }, ""),
            first(&DrawKey { filter: "ab".into(), seed: "c".into(), ..key.clone() }, ""),
        ];
        let different: std::collections::BTreeSet<_> = other.iter().collect();
        assert_eq!(different.len(), other.len());
        let upper = DrawKey { population_sha256: key.population_sha256.to_uppercase(), ..key.clone() };
        assert_eq!(first(&key, ""), first(&upper, ""), "a fingerprint is the same in capitals");
    }

    #[test]
    fn a_draw_nobody_could_repeat_is_refused() {
        let refusal = |key: DrawKey| key.words("").err();
        for seed in ["", " ", "\t\n"] {
            assert_eq!(refusal(DrawKey { seed: seed.into(), ..a_key() }), Some(SamplingError::SeedMissing));
        }
        for fingerprint in ["", "abc", &"g".repeat(64), &"0".repeat(63), &"é".repeat(32)] {
            let key = DrawKey { population_sha256: fingerprint.into(), ..a_key() };
            assert_eq!(refusal(key), Some(SamplingError::FingerprintUnreadable));
        }
    }
}
