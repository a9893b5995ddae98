//! Chance from a seed: splitmix64, so that a round can be run again by its number.

/// A source of chance.
pub(crate) struct Rng(u64);

impl Rng {
    /// The source of one seed and round.
    pub(crate) fn new(seed: u64, round: u64) -> Self {
        Self(seed.wrapping_mul(0xD134_2543_DE82_EF95).wrapping_add(round.wrapping_mul(0x2545_F491_4F6C_DD1D)))
    }

    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        mixed ^ (mixed >> 31)
    }

    /// A number from `low` to `high`, both included.
    pub(crate) fn between(&mut self, low: i64, high: i64) -> i64 {
        let span = u64::try_from(high - low + 1).expect("low is not above high");
        low + i64::try_from(self.next() % span).expect("the span is small")
    }

    /// A small number from `low` to `high`, both included.
    pub(crate) fn small(&mut self, low: i32, high: i32) -> i32 {
        i32::try_from(self.between(i64::from(low), i64::from(high))).expect("both ends are small")
    }

    /// Whether one of `of` chances comes up.
    pub(crate) fn one_in(&mut self, of: i64) -> bool {
        self.between(1, of) == 1
    }

    /// One of several.
    pub(crate) fn pick<T: Copy>(&mut self, from: &[T]) -> T {
        let at = self.between(1, i64::try_from(from.len()).expect("a short list")) - 1;
        from[usize::try_from(at).expect("not negative")]
    }
}
