//! Random: names that nobody can foresee, and moments at which not everybody does the same.

use std::hash::{BuildHasher, RandomState};
use std::time::Duration;

/// A number that nobody outside this process can foresee.
pub(super) fn number() -> u64 {
    RandomState::new().hash_one(())
}

/// A random part of a time.
pub(super) fn below(limit: Duration) -> Duration {
    let micros = u64::try_from(limit.as_micros()).unwrap_or(u64::MAX).max(1);
    Duration::from_micros(number() % micros)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_number_comes_twice_and_no_part_is_the_whole() {
        let numbers: std::collections::HashSet<u64> = (0..1000).map(|_| number()).collect();
        assert_eq!(numbers.len(), 1000);
        let limit = Duration::from_millis(500);
        let parts: Vec<_> = (0..1000).map(|_| below(limit)).collect();
        assert!(parts.iter().all(|part| *part < limit));
        assert!(parts.iter().any(|part| *part < limit / 4) && parts.iter().any(|part| *part > limit / 4 * 3));
        assert_eq!(below(Duration::ZERO), Duration::ZERO);
    }
}
