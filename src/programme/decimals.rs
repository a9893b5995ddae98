//! Decimals: how finely the values of a series are shown where the file does not say.
//!
//! At most four telling digits: `1.364256480218281` beside `2.58` is read out by nobody. Never rounds a value; where
//! rounding would reach zero or a target, the wording adds digits again.

use super::choices::Flag;
use super::model::Observation;
use rust_decimal::Decimal;

/// Digits that tell something, from the first that is not zero on.
const TELLING: u32 = 4;

/// Decimals at most.
const MOST: u32 = 6;

/// The decimals of all levels of a series: as many as its finest value of up to four telling digits is written with;
/// where all that have decimals have more, so many that the largest shows four. Whole numbers do not tell: the 100 of
/// a series of 88.0687 is as fine as the rest.
pub fn decimals(values: &[Observation]) -> u32 {
    let numbers = || values.iter().filter_map(number);
    let fine = || numbers().filter(|number| number.scale() > 0);
    let plain = fine().filter(|number| digits(*number) <= TELLING).map(|number| number.scale()).max();
    let largest = || numbers().map(|number| number.abs()).max().map_or(0, room);
    if fine().next().is_none() { 0 } else { plain.unwrap_or_else(largest).min(MOST) }
}

/// The first value that is written more finely than it is shown.
pub fn finer(values: &[Observation], decimals: u32) -> Option<&Observation> {
    // Noughts at the end are no finer; they are taken off where they would be all that is.
    let is_finer = |number: Decimal| number.scale() > decimals && number.normalize().scale() > decimals;
    values.iter().find(|one| number(one).is_some_and(is_finer))
}

fn number(one: &Observation) -> Option<Decimal> {
    one.value.number().filter(|_| one.flag != Flag::Suppressed)
}

/// The telling digits a number is written with.
fn digits(number: Decimal) -> u32 {
    number.mantissa().unsigned_abs().checked_ilog10().map_or(1, |log| log + 1)
}

/// The decimals that leave a number four telling digits, or as many as it has before its point.
fn room(number: Decimal) -> u32 {
    // The power of ten of its first digit is the number of digits less those behind the point, less one.
    let (digits, scale) = (digits(number), number.scale());
    if number.is_zero() { MOST } else { (TELLING + scale).saturating_sub(digits) }
}
