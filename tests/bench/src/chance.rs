/// Chance that falls the same way every time: SplitMix64 from a seed.
pub struct Chance(u64);

impl Chance {
    /// Chance from a seed.
    pub const fn seeded(seed: u64) -> Self {
        Self(seed)
    }

    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        mixed ^ (mixed >> 31)
    }

    /// A number below `end`; 0 where that is 0.
    pub fn below(&mut self, end: usize) -> usize {
        let end = u64::try_from(end).unwrap_or(u64::MAX).max(1);
        usize::try_from(self.next() % end).unwrap_or_default()
    }

    /// One of several, each as likely as the next.
    pub fn one<T: Copy>(&mut self, of: &[T]) -> T {
        of[self.below(of.len())]
    }

    /// One of several, the first ones far more often, as words are in a language.
    pub fn likelier_first<T: Copy>(&mut self, of: &[T]) -> T {
        let last = self.below(of.len()) + 1;
        of[self.below(last)]
    }

    /// Yes so many times in a hundred.
    pub fn percent(&mut self, often: usize) -> bool {
        self.below(100) < often
    }

    /// Bytes that no compression makes smaller, as those of a photo are.
    pub fn bytes(&mut self, count: usize) -> Vec<u8> {
        let mut bytes = Vec::with_capacity(count + 8);
        while bytes.len() < count {
            bytes.extend(self.next().to_le_bytes());
        }
        bytes.truncate(count);
        bytes
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_same_seed_gives_the_same_chance() {
        let throw = |seed| (0..20).map(|_| Chance::seeded(seed).below(1_000_000)).collect::<Vec<_>>();
        assert_eq!(throw(7), throw(7));
        assert_ne!(throw(7), throw(8));
    }

    #[test]
    fn the_first_of_several_comes_more_often_where_it_is_to() {
        let mut chance = Chance::seeded(1);
        let firsts = (0..1000).filter(|_| chance.likelier_first(&[0, 1, 2, 3, 4, 5, 6, 7, 8, 9]) == 0).count();
        assert!(firsts > 200, "{firsts} of 1000");
    }
}
