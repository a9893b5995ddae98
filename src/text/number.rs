//! Numbers as people read them: rounding, grouping and signs. How they are read is in `reading`.
//!
//! Rounding is half away from zero (ISO 80000-1, rule B), as people do by hand; Rust's own `{:.1}`
//! prints 0.25 as `0.2` and -0.04 as `-0.0`. Never knows a unit.

mod reading;

pub use reading::{LIMIT, NumberProblem, Parsed, parse};

use rust_decimal::{Decimal, RoundingStrategy};

/// Rounds half away from zero to `decimals` places; never gives a negative zero.
pub fn round(value: Decimal, decimals: u32) -> Decimal {
    let rounded = value.round_dp_with_strategy(decimals, RoundingStrategy::MidpointAwayFromZero);
    if rounded.is_zero() { Decimal::ZERO } else { rounded }
}

/// The fewest decimals from `least` on at which a number reads as it must; `least` where there are none.
pub fn fewest_decimals(least: u32, reads_well: impl Fn(u32) -> bool) -> u32 {
    (least..=Decimal::MAX_SCALE).find(|places| reads_well(*places)).unwrap_or(least)
}

/// A number with exactly `decimals` places and commas between thousands: `1,234,567.9`, `-3.60`, `0.0`.
pub fn format_decimal(value: Decimal, decimals: u32) -> String {
    let rounded = round(value, decimals);
    let digits = rounded.abs().to_string();
    let (whole, fraction) = digits.split_once('.').unwrap_or((&digits, ""));
    let sign = if rounded.is_sign_negative() { "-" } else { "" };
    let whole = grouped(whole);
    match usize::try_from(decimals) {
        Ok(places) if places > 0 => format!("{sign}{whole}.{fraction:0<places$}"),
        _ => format!("{sign}{whole}"),
    }
}

/// As [`format_decimal`], with a plus before what is still positive after rounding: `+0.8`, `-3`, `0.0`.
pub fn format_signed(value: Decimal, decimals: u32) -> String {
    let plus = if round(value, decimals) > Decimal::ZERO { "+" } else { "" };
    format!("{plus}{}", format_decimal(value, decimals))
}

/// Puts a comma before each group of three digits, counted from the right.
fn grouped(digits: &str) -> String {
    let mut written = String::with_capacity(digits.len() * 4 / 3);
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            written.push(',');
        }
        written.push(digit);
    }
    written
}
