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

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn decimal(text: &str) -> Decimal {
        text.parse().unwrap()
    }

    #[test]
    fn rounding_is_half_away_from_zero_and_zero_has_no_sign() {
        for (value, decimals, shown) in [
            ("0.35", 1, "0.4"),
            ("-2.5", 0, "-3"),
            ("2.675", 2, "2.68"),
            ("1.005", 2, "1.01"),
            ("-0.004", 2, "0.00"),
            ("-0.0", 0, "0"),
            ("7", 2, "7.00"),
            ("-999.5", 0, "-1,000"),
            ("999", 0, "999"),
            ("79228162514264337593543950335", 2, "79,228,162,514,264,337,593,543,950,335.00"),
        ] {
            assert_eq!(format_decimal(decimal(value), decimals), shown);
        }
    }

    #[test]
    fn minus_zero_is_zero() {
        assert!((-Decimal::ZERO).is_sign_negative(), "there is such a number");
        assert_eq!(
            (round(-Decimal::ZERO, 1).is_sign_negative(), format_decimal(-Decimal::ZERO, 1)),
            (false, "0.0".into())
        );
    }

    #[test]
    fn only_what_is_positive_after_rounding_has_a_plus() {
        for (value, decimals, shown) in [
            ("0.8", 1, "+0.8"),
            ("0.04", 1, "0.0"),
            ("-0.04", 1, "0.0"),
            ("-3", 0, "-3"),
            ("0.05", 1, "+0.1"),
        ] {
            assert_eq!(format_signed(decimal(value), decimals), shown);
        }
    }

    /// Rounds by hand, on the digits: the slow way that is easy to believe.
    fn slow_reference(mantissa: i64, scale: u32, decimals: u32) -> String {
        let mut digits = i128::from(mantissa).abs();
        let mut places = scale;
        while places > decimals + 1 {
            // Cutting further digits cannot turn a number below a half into a half or the reverse.
            digits /= 10;
            places -= 1;
        }
        if places == decimals + 1 {
            digits = digits / 10 + i128::from(digits % 10 >= 5);
            places -= 1;
        }
        let digits = digits * 10_i128.pow(decimals - places);
        let sign = if mantissa < 0 && digits != 0 { "-" } else { "" };
        let one = 10_i128.pow(decimals);
        let width = usize::try_from(decimals).unwrap();
        let fraction = if decimals == 0 { String::new() } else { format!(".{:0width$}", digits % one) };
        format!("{sign}{}{fraction}", digits / one)
    }

    proptest! {
        #[test]
        fn rounding_agrees_with_rounding_by_hand(
            mantissa in prop_oneof![any::<i64>(), -20_000_i64..20_000],
            scale in 0u32..9,
            decimals in 0u32..7,
        ) {
            let shown = format_decimal(Decimal::new(mantissa, scale), decimals);
            prop_assert_eq!(shown.replace(',', ""), slow_reference(mantissa, scale, decimals));
        }

        #[test]
        fn what_is_shown_reads_back_as_the_rounded_number(mantissa in any::<i64>(), scale in 0u32..20, decimals in 0u32..9) {
            let value = Decimal::new(mantissa, scale);
            let shown = format_decimal(value, decimals).replace(',', "");
            prop_assert_eq!(shown.parse::<Decimal>().unwrap(), round(value, decimals));
            prop_assert!(!shown.trim_start_matches('-').chars().all(|c| matches!(c, '0' | '.')) || !shown.starts_with('-'));
        }

        #[test]
        fn groups_have_three_digits(mantissa in any::<i64>()) {
            let shown = format_decimal(Decimal::from(mantissa), 0);
            let groups: Vec<&str> = shown.trim_start_matches('-').split(',').collect();
            prop_assert!((1..=3).contains(&groups[0].len()) && groups[1..].iter().all(|group| group.len() == 3));
        }
    }
}
