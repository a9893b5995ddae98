//! The words of a scale: its ends, in few columns where there is little room, and the captions of bars.
//!
//! An end is written exactly in every form, never rounded: a bar is read against it.

use super::phrase::{Phrase, segment};
use super::value;
use crate::figures::Scale;
use crate::programme::{Metric, unit};
use crate::text::number::format_decimal;
use crate::text::width;
use rust_decimal::Decimal;

/// Short forms of large numbers, as powers of ten, largest first.
const SHORT: [(u32, &str); 4] = [(12, "tn"), (9, "bn"), (6, "mn"), (3, "k")];

/// What may stand behind a number of a scale.
const SIGNS: [&str; 2] = ["%", " pp"];

/// The columns of an end that has to be short.
const FEW: usize = 8;

/// Said of a bar whose scale is not the one of its unit.
pub const DIFFERENT: &str = "different scale";

/// The same where there is less room, longest first.
pub const DIFFERENT_FORMS: [&str; 3] = [DIFFERENT, "own scale", "own"];

/// Whether a note on a scale that differs needs a legend.
pub fn is_brief(note: &str) -> bool {
    DIFFERENT_FORMS.last() == Some(&note)
}

/// What the shortest of them means, for legends.
pub fn brief_meaning() -> String {
    let [.., brief] = DIFFERENT_FORMS;
    format!("{brief}: {DIFFERENT}")
}

/// What is said of a bar that is cut, with the sign at its end.
pub fn cut(sign: &str) -> String {
    format!("{sign} runs past the end of the scale")
}

/// What there is to say of a scale in its axis: that it differs, and that bars are `cut`, which may go unsaid.
pub fn notes(differs: bool, sign: Option<&str>) -> Phrase {
    let cut = sign.map(cut).unwrap_or_default();
    if !differs {
        return if sign.is_some() { Phrase::new([segment(cut).goes(1)]) } else { Phrase::default() };
    }
    let [long, middle, brief] = DIFFERENT_FORMS;
    let cut = segment(if sign.is_some() { format!(", {cut}") } else { cut }).goes(1);
    Phrase::new([segment(long).or(2, middle).or(3, brief), cut])
}

/// A number of a scale in all its forms, each shorter than the one before: `60,000,000,000`, `60 bn`.
pub fn forms(number: Decimal, metric: &Metric, decimals: u32) -> Vec<String> {
    let full = value::number(number, metric, decimals);
    let sign = SIGNS.into_iter().find(|sign| full.ends_with(sign)).unwrap_or_default();
    let plain = if number.is_zero() { Some("0".to_owned()) } else { None };
    // Of thousand euros a million would be read as a million euros.
    let is_multiple = metric.unit.as_deref().is_some_and(unit::has_multiplier);
    let words = in_words(number).filter(|_| !is_multiple);
    let shorter = [plain, words, in_powers(number)].into_iter().flatten();
    let mut forms = vec![full];
    for form in shorter.map(|form| form + sign) {
        if forms.iter().all(|other| width(&form) < width(other)) {
            forms.push(form);
        }
    }
    forms
}

/// A number of a scale in a few columns, or in as few as it can be written in exactly.
pub fn short(number: Decimal, metric: &Metric, decimals: u32) -> String {
    let mut forms = forms(number, metric, decimals);
    let fits = forms.iter().position(|form| width(form) <= FEW);
    let chosen = fits.unwrap_or(forms.len().saturating_sub(1));
    forms.swap_remove(chosen)
}

/// Where a scale ends, for a column behind bars: `60 bn`; with its beginning where the bar runs that way:
/// `-1 to 3%`.
pub fn ends(metric: &Metric, scale: &Scale, is_below: bool) -> String {
    let end = short(scale.end, metric, scale.decimals);
    if is_below { between(&short_start(metric, scale), &end) } else { end }
}

/// Where a scale begins and ends: `scale 0 to 100%`, `0-100%`. Of one that `differs` from the others of its unit that
/// is said, too.
pub fn captions(metric: &Metric, scale: &Scale, differs: bool) -> Phrase {
    let start = start(format_decimal(scale.start, scale.decimals));
    let full = between(&start, &value::number(scale.end, metric, scale.decimals));
    let (start, end) = (short_start(metric, scale), short(scale.end, metric, scale.decimals));
    let short = between(&start, &end);
    let tight = if scale.start.is_zero() { format!("0-{end}") } else { short.clone() };
    let head = if differs {
        let [long, middle, brief] = DIFFERENT_FORMS;
        segment(format!("{long}, ")).or(2, format!("{middle} ")).or(3, format!("{brief} "))
    } else {
        segment("scale ").goes(2)
    };
    Phrase::new([head, segment(full).or(1, short).or(2, tight)])
}

/// The beginning of a scale; its sign of a share stands at the end.
fn short_start(metric: &Metric, scale: &Scale) -> String {
    let short = short(scale.start, metric, scale.decimals);
    let bare = SIGNS.into_iter().find_map(|sign| short.strip_suffix(sign));
    start(bare.unwrap_or(&short).to_owned())
}

/// Zero has no decimals.
fn start(number: String) -> String {
    if number.trim_matches(|letter| matches!(letter, '0' | '.')).is_empty() { "0".to_owned() } else { number }
}

fn between(start: &str, end: &str) -> String {
    format!("{start} to {end}")
}

/// A large number as thousands, millions and so on: `1.5 mn`, `60 bn`; none where that is not exact.
fn in_words(number: Decimal) -> Option<String> {
    let words = SHORT.iter().find_map(|(power, word)| {
        let unit = Decimal::from(10_u64.checked_pow(*power)?);
        let times = number.checked_div(unit)?.normalize();
        let is_exact = times.checked_mul(unit) == Some(number);
        (times.abs() >= Decimal::ONE && times.scale() <= 2 && is_exact).then_some((times, word))
    });
    words.map(|(times, word)| format!("{} {word}", format_decimal(times, times.scale())))
}

/// A number of at most three digits with a power of ten: `2e-6`, `1.5e18`.
fn in_powers(number: Decimal) -> Option<String> {
    let number = number.normalize();
    let mut digits = number.mantissa();
    let mut power = -i64::from(number.scale());
    while digits != 0 && digits % 10 == 0 {
        digits /= 10;
        power += 1;
    }
    let places = digits.unsigned_abs().checked_ilog10().filter(|places| *places <= 2)?;
    let first = Decimal::try_from_i128_with_scale(digits, places).ok()?;
    Some(format!("{}e{}", format_decimal(first, places), power + i64::from(places)))
}
