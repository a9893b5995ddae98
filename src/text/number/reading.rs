//! Reading numbers: what a text says if it is a number, and what was probably meant if it is not.
//!
//! Accepts what YAML's core schema calls a number, and a percent sign after it. Never guesses:
//! a decimal comma or a thousands separator is a problem with a proposal, not a value.

mod in_text;

use in_text::number_in_text;
use rust_decimal::Decimal;
use std::str::FromStr;

/// A number that was read, with the decimals it was written with.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Parsed {
    /// Digits alone: `1.5`, `-3`, `1e3`.
    Plain(Decimal),
    /// Digits with a percent sign: `1.5%`, `36 %`.
    PerCent(Decimal),
}

/// Why a text is no number, and what to write instead where that can be said.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum NumberProblem {
    /// A comma marks the decimals (`1,5`, `1.300,00`); the number with a point.
    DecimalComma(String),
    /// Thousands are set apart (`1 000`, `130,000.00`, `1_000`); the number without separators.
    Grouped(String),
    /// One comma and three digits (`1,000`): a thousand in some countries and one in others.
    Either {
        /// The number if the comma sets thousands apart.
        grouped: String,
        /// The number if the comma marks the decimals.
        decimal: String,
    },
    /// A number in words (`three`); its digits.
    InWords(String),
    /// A number with something else beside it (`5 exercises`, `about 5`); the number alone.
    WithText(String),
    /// A number in parentheses, which is a loss in accounts; the number without them.
    InParentheses(String),
    /// A zero leads the digits (`010`), which YAML 1.1 reads to the base of eight; the number without it.
    LeadingZero(String),
    /// A mark for a missing value (`n/a`, `-`, `..`); `null` says so.
    MissingMark,
    /// Infinity or "not a number".
    NotFinite,
    /// Further from zero than [`LIMIT`], or an exponent that 28 decimals cannot hold.
    TooLarge,
    /// No number at all.
    NotANumber,
}

/// The largest number that is read: 10 to the power of 18. It leaves room for exact arithmetic in
/// 28 digits.
pub const LIMIT: Decimal = Decimal::from_parts(2_808_348_672, 232_830_643, 0, false, 0);

/// Reads a number.
///
/// # Errors
/// [`NumberProblem`], with what to write instead where that is certain enough to propose.
pub fn parse(text: &str) -> Result<Parsed, NumberProblem> {
    if let Some(number) = usual(text) {
        return Ok(Parsed::Plain(number));
    }
    let text = text.trim();
    let (number, wrap): (&str, fn(Decimal) -> Parsed) = match text.strip_suffix('%') {
        Some(share) => (share.trim_end(), Parsed::PerCent),
        None => (text, Parsed::Plain),
    };
    match plain(number) {
        Some(value) => value.map(wrap),
        None => Err(problem(number)),
    }
}

/// A number as nearly all are written: some digits, with a point among them or without.
fn usual(text: &str) -> Option<Decimal> {
    /// As many digits as a whole number of 64 bits holds in any case, and [`LIMIT`] allows.
    const MOST: usize = 18;
    let (sign, digits) = match text.as_bytes() {
        [b'-', digits @ ..] => (-1, digits),
        digits => (1, digits),
    };
    let has_leading_zero = matches!(digits, [b'0', b'0'..=b'9', ..]);
    if has_leading_zero || digits.len() > MOST || !digits.first().is_some_and(u8::is_ascii_digit) {
        return None;
    }
    let (mut number, mut decimals) = (0_i64, None);
    for byte in digits {
        match (byte, decimals) {
            (b'0'..=b'9', _) => {
                number = number * 10 + i64::from(byte - b'0');
                decimals = decimals.map(|decimals| decimals + 1);
            }
            (b'.', None) => decimals = Some(0),
            _ => return None,
        }
    }
    // There is a zero below nothing.
    (number > 0 || sign > 0).then(|| Decimal::new(sign * number, decimals.unwrap_or(0)))
}

/// A number in YAML's core schema; none where the text is not one at all.
fn plain(text: &str) -> Option<Result<Decimal, NumberProblem>> {
    let unsigned = text.strip_prefix(['+', '-']).unwrap_or(text);
    let (mantissa, exponent) = match unsigned.split_once(['e', 'E']) {
        Some((mantissa, exponent)) => (mantissa, Some(exponent)),
        None => (unsigned, None),
    };
    let (whole, fraction) = mantissa.split_once('.').unwrap_or((mantissa, ""));
    let exponent_digits = exponent.map(|part| part.strip_prefix(['+', '-']).unwrap_or(part));
    let is_number = all_digits(whole)
        && all_digits(fraction)
        && !(whole.is_empty() && fraction.is_empty())
        && exponent_digits.is_none_or(|digits| all_digits(digits) && !digits.is_empty());
    let is_octal = whole == unsigned && whole.len() > 1 && whole.starts_with('0');
    is_number.then(|| {
        let value = if exponent.is_some() { Decimal::from_scientific(text) } else { Decimal::from_str(text) };
        let value = value.ok().filter(|value| value.abs() <= LIMIT).ok_or(NumberProblem::TooLarge)?;
        if is_octal { Err(NumberProblem::LeadingZero(value.to_string())) } else { Ok(value) }
    })
}

fn all_digits(text: &str) -> bool {
    text.bytes().all(|byte| byte.is_ascii_digit())
}

/// What is wrong with a text that is no number.
fn problem(text: &str) -> NumberProblem {
    // A dash of any length before a digit is a sign.
    let signed = text.strip_prefix(DASHES).filter(|rest| rest.starts_with(|c: char| c.is_ascii_digit()));
    if let Some(rest) = signed.filter(|_| !text.starts_with(['-', '\u{2212}'])) {
        return problem(&format!("\u{2212}{rest}"));
    }
    if let Some(loss) = in_parentheses(text) {
        return loss;
    }
    let lower = text.to_lowercase();
    match lower.trim_start_matches(['+', '-', '.']) {
        "inf" | "infinity" | "nan" | "∞" => return NumberProblem::NotFinite,
        _ => {}
    }
    // `#DIV/0!`, `#N/A`: what spreadsheets write in place of a value.
    if is_missing_mark(&lower) || lower.starts_with('#') {
        return NumberProblem::MissingMark;
    }
    separated(text)
        .or_else(|| in_words(&lower).map(|value| NumberProblem::InWords(value.to_string())))
        .or_else(|| among_words(&lower).map(NumberProblem::WithText))
        .unwrap_or(NumberProblem::NotANumber)
}

/// The one number that stands among words, with its sign.
fn among_words(lower: &str) -> Option<String> {
    let lower = lower.replace(DASHES, "-");
    let (number, is_below_zero) = number_in_text(&lower)?;
    let value = plain(number)?.ok()?;
    Some(if is_below_zero { -value } else { value }.to_string())
}

/// Hyphens, dashes and the minus, as word processors put them for each other.
const DASHES: [char; 7] = ['-', '\u{2010}', '\u{2011}', '\u{2012}', '\u{2013}', '\u{2014}', '\u{2212}'];

/// `(7)`: a loss in accounts, a number in words elsewhere.
fn in_parentheses(text: &str) -> Option<NumberProblem> {
    let inner = text.strip_prefix('(')?.strip_suffix(')')?;
    let number = plain(inner)?.ok().filter(rust_decimal::Decimal::is_sign_positive)?;
    Some(NumberProblem::InParentheses(number.to_string()))
}

fn is_missing_mark(lower: &str) -> bool {
    const MARKS: [&str; 13] =
        ["", "-", "--", "\u{2013}", "\u{2014}", "..", "...", "\u{2026}", ":", "?", "n/a", "na", "n.a."];
    MARKS.contains(&lower) || lower == "not reported"
}

/// Digits with separators: points, commas, spaces, apostrophes, underscores, in any plausible order.
fn separated(text: &str) -> Option<NumberProblem> {
    let (sign, body) = match text.strip_prefix(['-', '\u{2212}', '+']) {
        Some(body) if text.starts_with('+') => ("", body),
        Some(body) => ("-", body),
        None => ("", text),
    };
    // From here on every kind of space between digits is a space.
    let spaced: String = body.chars().map(|c| if is_space_between_digits(c) { ' ' } else { c }).collect();
    let signed = |number: String| format!("{sign}{number}");
    if let Some(number) = ungrouped(&spaced, ' ', '.') {
        return Some(if text.starts_with('\u{2212}') && !spaced.contains(' ') {
            NumberProblem::WithText(signed(number))
        } else {
            NumberProblem::Grouped(signed(number))
        });
    }
    let comma_groups = ungrouped(&spaced, ',', '.');
    let comma_decimals = ungrouped(&spaced, '.', ',').or_else(|| ungrouped(&spaced, ' ', ','));
    match (comma_groups, comma_decimals) {
        (Some(grouped), Some(decimal)) if grouped != decimal => {
            Some(NumberProblem::Either { grouped: signed(grouped), decimal: signed(decimal) })
        }
        (None, Some(decimal)) if spaced.contains(',') => Some(NumberProblem::DecimalComma(signed(decimal))),
        (Some(grouped), _) | (None, Some(grouped)) => Some(NumberProblem::Grouped(signed(grouped))),
        (None, None) => None,
    }
}

fn is_space_between_digits(letter: char) -> bool {
    letter.is_whitespace() || matches!(letter, '\'' | '\u{2019}' | '_')
}

/// The digits of a number whose thousands are set apart by `group` (if at all) and whose decimals
/// follow `point`; none where the groups are not groups.
fn ungrouped(text: &str, group: char, point: char) -> Option<String> {
    let (whole, fraction) = match text.split_once(point) {
        Some((whole, fraction)) => (whole, Some(fraction)),
        None => (text, None),
    };
    let mut groups = whole.split(group);
    let first = groups.next().unwrap_or("");
    let mut well_formed = all_digits(first) && !first.is_empty();
    for later in groups {
        well_formed &= first.len() <= 3 && later.len() == 3 && all_digits(later);
    }
    well_formed &= fraction.is_none_or(|digits| all_digits(digits) && !digits.is_empty());
    let digits: String = whole.chars().filter(char::is_ascii_digit).collect();
    let number = match fraction {
        Some(fraction) => format!("{digits}.{fraction}"),
        None => digits,
    };
    well_formed.then_some(number)
}

/// Numbers up to a hundred in English words.
fn in_words(lower: &str) -> Option<u32> {
    const ONES: &str = "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen \
                        fifteen sixteen seventeen eighteen nineteen";
    const TENS: &str = "twenty thirty forty fifty sixty seventy eighty ninety";
    let at = |words: &str, word: &str| {
        (0_u32..).zip(words.split(' ')).find(|(_, one)| *one == word).map(|(at, _)| at)
    };
    let small = |word: &str| at(ONES, word);
    let ten = |word: &str| at(TENS, word).map(|at| at * 10 + 20);
    if matches!(lower, "hundred" | "a hundred" | "one hundred") {
        return Some(100);
    }
    if let Some((tens, ones)) = lower.split_once(['-', ' ']) {
        return Some(ten(tens)? + small(ones).filter(|ones| (1..=9).contains(ones))?);
    }
    small(lower).or_else(|| ten(lower))
}
