//! Amounts: how numbers are rounded and written, with how many decimals, and which texts are read as one.

#![expect(clippy::expect_used, clippy::unwrap_used, reason = "a test may fail loudly")]

use crate::sample::{decimal, programme};
use coopdash::programme::decimals::{decimals, finer};
use coopdash::text::number::{LIMIT, NumberProblem, Parsed, format_decimal, format_signed, parse, round};
use proptest::prelude::*;
use rust_decimal::Decimal;

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
    for (value, decimals, shown) in
        [("0.8", 1, "+0.8"), ("0.04", 1, "0.0"), ("-0.04", 1, "0.0"), ("-3", 0, "-3"), ("0.05", 1, "+0.1")]
    {
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

fn read(text: &str) -> String {
    match parse(text) {
        Ok(Parsed::Plain(value)) => value.to_string(),
        Ok(Parsed::PerCent(value)) => format!("{value} per cent"),
        Err(problem) => format!("{problem:?}"),
    }
}

#[test]
fn the_limit_is_ten_to_the_power_of_eighteen() {
    assert_eq!(LIMIT.to_string(), "1000000000000000000");
}

#[test]
fn numbers_keep_the_decimals_they_are_written_with() {
    for (text, value) in [
        ("3", "3"),
        ("+3", "3"),
        (" 1.30 ", "1.30"),
        ("-0.5", "-0.5"),
        (".5", "0.5"),
        ("5.", "5"),
        ("1e3", "1000"),
        ("1.5E-2", "0.015"),
        ("0.50", "0.50"),
        ("00.5", "0.5"),
        ("0", "0"),
        ("66.6666666666666667", "66.6666666666666667"),
        ("1e18", "1000000000000000000"),
        ("1.5%", "1.5 per cent"),
        ("36 %", "36 per cent"),
    ] {
        assert_eq!(read(text), value, "{text}");
    }
}

#[test]
fn commas_and_spaces_are_problems_with_a_proposal() {
    for (text, problem) in [
        ("1,5", "DecimalComma(\"1.5\")"),
        ("-1,5", "DecimalComma(\"-1.5\")"),
        ("1,5%", "DecimalComma(\"1.5\")"),
        ("1.300,00", "DecimalComma(\"1300.00\")"),
        ("1 300,5", "DecimalComma(\"1300.5\")"),
        ("72,0000", "DecimalComma(\"72.0000\")"),
        ("1,000", "Either { grouped: \"1000\", decimal: \"1.000\" }"),
        ("1,000,000", "Grouped(\"1000000\")"),
        ("130,000.00", "Grouped(\"130000.00\")"),
        ("1.234.567", "Grouped(\"1234567\")"),
        ("1 000", "Grouped(\"1000\")"),
        ("1\u{202f}234\u{a0}567", "Grouped(\"1234567\")"),
        ("1'000.5", "Grouped(\"1000.5\")"),
        ("1_000", "Grouped(\"1000\")"),
    ] {
        assert_eq!(read(text), problem, "{text}");
    }
}

#[test]
fn words_marks_and_the_rest_say_what_they_are() {
    for (text, problem) in [
        ("three", "InWords(\"3\")"),
        ("Twenty-five", "InWords(\"25\")"),
        ("5 exercises", "WithText(\"5\")"),
        ("EUR 5", "WithText(\"5\")"),
        ("minus 5", "WithText(\"-5\")"),
        ("at least 5", "WithText(\"5\")"),
        ("no data until 2025", "NotANumber"),
        ("see page 14", "NotANumber"),
        ("COVID-19", "NotANumber"),
        ("l5", "NotANumber"),
        ("by 2026", "NotANumber"),
        ("about -2.5 points", "WithText(\"-2.5\")"),
        ("2939.04 p", "WithText(\"2939.04\")"),
        ("\u{2212}5", "WithText(\"-5\")"),
        ("\u{2013}5", "WithText(\"-5\")"),
        ("\u{2013}5 EUR", "WithText(\"-5\")"),
        ("5\u{2013}7", "NotANumber"),
        ("(7)", "InParentheses(\"7\")"),
        ("24O", "NotANumber"),
        ("(about 7)", "WithText(\"7\")"),
        ("2.3 million", "NotANumber"),
        ("5k", "NotANumber"),
        ("3 to 5", "NotANumber"),
        ("3-5", "NotANumber"),
        ("n/a", "MissingMark"),
        ("..", "MissingMark"),
        ("#DIV/0!", "MissingMark"),
        (":", "MissingMark"),
        ("", "MissingMark"),
        (".nan", "NotFinite"),
        (".inf", "NotFinite"),
        ("-.Inf", "NotFinite"),
        ("NaN", "NotFinite"),
        ("1e999", "TooLarge"),
        ("1e19", "TooLarge"),
        ("99999999999999999999999999999999999999", "TooLarge"),
        ("No", "NotANumber"),
        ("1.2.3", "NotANumber"),
        ("0x1F", "NotANumber"),
        ("0010", "LeadingZero(\"10\")"),
        ("-07", "LeadingZero(\"-7\")"),
        ("00", "LeadingZero(\"0\")"),
        ("٣", "NotANumber"),
    ] {
        assert_eq!(read(text), problem, "{text}");
    }
}

proptest! {
    #[test]
    fn every_decimal_is_read_as_itself(mantissa in any::<i64>(), scale in 2u32..20) {
        let value = Decimal::new(mantissa, scale);
        prop_assert_eq!(parse(&value.to_string()), Ok(Parsed::Plain(value)));
    }

    #[test]
    fn no_text_makes_reading_fail_and_every_proposal_is_a_number(text in "[-+0-9.,eE %'_a-z\u{2212}]{0,12}|\\PC{0,8}") {
        use NumberProblem::{DecimalComma, Either, Grouped, InWords, WithText};
        let proposals = match parse(&text) {
            Err(DecimalComma(it) | Grouped(it) | InWords(it) | WithText(it)) => vec![it],
            Err(Either { grouped, decimal }) => vec![grouped, decimal],
            _ => vec![],
        };
        for proposal in proposals {
            let is_number = matches!(parse(&proposal), Ok(Parsed::Plain(_)) | Err(NumberProblem::TooLarge));
            prop_assert!(is_number && proposal.trim() == proposal, "{} for {}", proposal, text);
        }
    }
}

/// The decimals of a metric with these values, and whether some are written more finely.
fn of(values: &str) -> (u32, bool) {
    let programme = programme(&format!("metrics: [{{ name: A, values: {{ {values} }} }}]"));
    let values = &programme.metrics.first().expect("a metric").values;
    let decimals = decimals(values);
    (decimals, finer(values, decimals).is_some())
}

#[test]
fn four_telling_digits_are_shown_at_most() {
    for (values, expected) in [
        ("2022: 3, 2023: 5", (0, false)),
        ("2022: 3, 2023: 2.50", (2, false)),
        ("2021: 2.58, 2022: 1.364256480218281, 2023: 3", (2, true)),
        ("2022: 0.906093302475231", (4, true)),
        ("2022: 0.000906093302475231", (6, true)),
        ("2022: 71.825, 2023: 12.5", (1, true)),
        ("2022: 71.825, 2023: 12.125", (2, true)),
        ("2022: 1264.6, 2023: 554.69", (0, true)),
        ("2022: 123456", (0, false)),
        ("2007: 100, 2016: 88.0687, 2017: 88.6438", (1, true)),
        ("2015: 28, 2016: 28.216, 2017: 27.192", (2, true)),
        ("2022: 0.0", (1, false)),
        ("2022: 3, 2023: { value: 4.25, status: suppressed }", (0, false)),
        ("", (0, false)),
    ] {
        assert_eq!(of(values), expected, "{values}");
    }
}
