/// Chance for invented data: a SplitMix64, because it is small and gives the same row of numbers everywhere and for ever.
#[derive(Debug)]
pub(super) struct Chance(u64);

impl Chance {
    pub fn from(seed: u64) -> Self {
        Self(seed)
    }

    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }

    /// A number from 0 to below the bound.
    pub fn below(&mut self, bound: usize) -> usize {
        // The bound is small, so that the numbers are as even as anybody could see.
        (self.next() % bound.max(1) as u64) as usize
    }

    /// A number between the two, both among them.
    pub fn between(&mut self, least: i64, most: i64) -> i64 {
        least + self.below(usize::try_from(most - least + 1).unwrap_or(1)) as i64
    }

    /// True in so many of a hundred cases.
    pub fn percent(&mut self, share: usize) -> bool {
        self.below(100) < share
    }

    /// One of a list that is not empty.
    pub fn one_of<T: Copy>(&mut self, list: &[T]) -> T {
        list[self.below(list.len())]
    }

    pub fn shuffle<T>(&mut self, list: &mut [T]) {
        for place in (1..list.len()).rev() {
            list.swap(place, self.below(place + 1));
        }
    }

    /// So many of each, in an order that chance gives.
    pub fn mixed<T: Clone>(&mut self, counted: &[(T, usize)]) -> Vec<T> {
        let mut list: Vec<T> =
            counted.iter().flat_map(|(what, count)| std::iter::repeat_n(what.clone(), *count)).collect();
        self.shuffle(&mut list);
        list
    }
}
