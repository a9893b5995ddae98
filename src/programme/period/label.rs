//! Labels of periods: from what a file writes to what it means.
//!
//! Never guesses a label that can mean two things: the other labels of the series decide, or the
//! answer names every reading and the reader makes a finding of it.

use super::{Period, PeriodError, Shape};
use std::borrow::Cow;

impl Period {
    /// Understands one label by itself.
    ///
    /// # Errors
    /// [`PeriodError`], also for every label that only a series can settle (`2023-06`).
    pub fn parse(label: &str) -> Result<Self, PeriodError> {
        settle(label, &readings(label), &Evidence::default())
    }

    /// Understands the labels of one series, each in the light of the others: a label that may be a
    /// month is a month if another can only be one, fiscal if another can only be fiscal, several
    /// years likewise. The answers stand in the order of the labels.
    pub fn parse_series(labels: &[impl AsRef<str>]) -> Vec<Result<Self, PeriodError>> {
        let understood: Vec<Readings> = labels.iter().map(|label| readings(label.as_ref())).collect();
        let evidence = Evidence::of(&understood);
        let each = labels.iter().zip(understood);
        each.map(|(label, one)| settle(label.as_ref(), &one, &evidence)).collect()
    }
}

/// What a label may mean by itself.
struct Readings {
    /// Most labels have one reading, and need no room for others.
    first: Option<Shape>,
    others: Vec<Shape>,
    /// Whether it surely means that, or nothing. A year, a hyphen and 01 to 12 is not sure to be a month, if nothing
    /// else bears it out.
    is_sure: bool,
}

impl From<Option<Shape>> for Readings {
    fn from(shape: Option<Shape>) -> Self {
        Self { first: shape, others: Vec::new(), is_sure: true }
    }
}

impl Readings {
    /// Those that there are of these.
    fn of(shapes: impl IntoIterator<Item = Shape>, is_sure: bool) -> Self {
        let mut shapes = shapes.into_iter();
        Self { first: shapes.next(), others: shapes.collect(), is_sure }
    }

    /// The one there is.
    fn only(&self) -> Option<Shape> {
        self.first.filter(|_| self.others.is_empty())
    }

    fn all(&self) -> impl Iterator<Item = Shape> {
        self.first.into_iter().chain(self.others.iter().copied())
    }
}

/// What the labels of a series say to each other.
#[derive(Default)]
struct Evidence {
    /// One can only be a fiscal year.
    fiscal: bool,
    /// One can only be a month.
    month: bool,
    /// One can only be several years.
    years: bool,
    /// How many may be a month.
    perhaps_months: usize,
}

impl Evidence {
    fn of(series: &[Readings]) -> Self {
        let mut sum = Self::default();
        for readings in series {
            sum.perhaps_months += usize::from(!readings.is_sure || readings.all().any(is_monthly));
            match readings.only() {
                Some(Shape::Fiscal(_) | Shape::FiscalYears(..)) => sum.fiscal = true,
                Some(Shape::Years(..)) => sum.years = true,
                Some(Shape::Month(..) | Shape::Months(..)) => sum.month = true,
                Some(Shape::Year(_) | Shape::Half(..) | Shape::Quarter(..)) | None => {}
            }
        }
        sum
    }

    fn supports(&self, shape: Shape) -> bool {
        match shape {
            Shape::Fiscal(_) | Shape::FiscalYears(..) => self.fiscal,
            Shape::Years(..) => self.years,
            Shape::Month(..) | Shape::Months(..) => self.month,
            Shape::Year(_) | Shape::Half(..) | Shape::Quarter(..) => false,
        }
    }
}

fn is_monthly(shape: Shape) -> bool {
    matches!(shape, Shape::Month(..) | Shape::Months(..))
}

/// A label with one reading left needs the company of another that may be a month, a label with
/// several the evidence for exactly one of them.
fn settle(label: &str, readings: &Readings, evidence: &Evidence) -> Result<Period, PeriodError> {
    let period = |shape| Period { label: label.trim().into(), shape };
    if readings.is_sure {
        return readings.first.map(period).ok_or(PeriodError::NotAPeriod);
    }
    let mut supported = readings.all().filter(|one| match readings.only() {
        Some(_) => evidence.perhaps_months > 1,
        None => evidence.supports(*one),
    });
    match (supported.next(), supported.next()) {
        (Some(only), None) => Ok(period(only)),
        _ => Err(PeriodError::Ambiguous(readings.all().map(period).collect())),
    }
}

/// Whether a label may be a period at all.
pub(super) fn is_label(label: &str) -> bool {
    readings(label).first.is_some()
}

/// Whether a label is a year in four digits and nothing else, as most are.
pub fn is_plain_year(label: &str) -> bool {
    year(label).is_some()
}

/// Dashes that stand for a hyphen.
const DASHES: [char; 6] = ['\u{2010}', '\u{2011}', '\u{2012}', '\u{2013}', '\u{2014}', '\u{2212}'];

fn readings(label: &str) -> Readings {
    if let Some(year) = year(label) {
        return Some(Shape::Year(year)).into();
    }
    let label = label.trim();
    let label = if label.is_ascii() { Cow::Borrowed(label) } else { label.replace(DASHES, "-").into() };
    let one = single(&label);
    if one.first.is_some() {
        return one;
    }
    let range = range(&label);
    Readings { is_sure: range.others.is_empty(), ..range }
}

/// One year, or a part of one.
fn single(label: &str) -> Readings {
    if label.get(..2).is_some_and(|first| first.eq_ignore_ascii_case("fy")) {
        return named_fiscal(label.get(2..).unwrap_or("").trim_start_matches([' ', '-'])).into();
    }
    let (Some(first), Some(rest)) = (label.get(..4).and_then(year), label.get(4..)) else {
        return year_behind(label).into();
    };
    if rest.is_empty() {
        return Some(Shape::Year(first)).into();
    }
    if let Some(end) = rest.strip_prefix('/')
        && ends_fiscal(first, end)
    {
        return Some(Shape::Fiscal(first)).into();
    }
    let part = rest.strip_prefix(['-', ' ', '/']).unwrap_or(rest);
    if let shape @ Some(_) = part_of(first, part) {
        return shape.into();
    }
    match part {
        _ if rest.starts_with('-') => after_hyphen(first, part),
        // A blank or nothing before two digits: a month, unless it may be more.
        month if !rest.starts_with('/') && month_number(month).is_some() => after_hyphen(first, month),
        _ => None.into(),
    }
}

/// What follows `FY`: the year it ends in, or both years.
fn named_fiscal(rest: &str) -> Option<Shape> {
    if let Some(end) = year(rest) {
        return Some(Shape::Fiscal(end - 1));
    }
    let first = rest.get(..4).and_then(year)?;
    let end = rest.get(4..)?.strip_prefix(['/', '-'])?;
    ends_fiscal(first, end).then_some(Shape::Fiscal(first))
}

/// `Q1 2024`, `H1/2023`: the year stands last.
fn year_behind(label: &str) -> Option<Shape> {
    let at = label.len().checked_sub(4)?;
    let last = label.get(at..).and_then(year)?;
    let part = label.get(..at)?;
    let part = part.strip_suffix([' ', '-', '/']).unwrap_or(part);
    part_of(last, part)
}

/// A part of a year with its letter: `Q1`, `H1` or `S1` (the semester of SDMX), `M06`; also `1Q`, `1H`.
fn part_of(year: i32, part: &str) -> Option<Shape> {
    let letters = |letter: char| letter.is_ascii_alphabetic();
    let number = part.strip_prefix(letters).or_else(|| part.strip_suffix(letters))?;
    let letter = part.chars().find(char::is_ascii_alphabetic)?.to_ascii_uppercase();
    match letter {
        'Q' => {
            within(number, 1, 4).filter(|_| number.len() == 1).map(|quarter| Shape::Quarter(year, quarter))
        }
        'H' | 'S' => within(number, 1, 2).filter(|_| number.len() == 1).map(|half| Shape::Half(year, half)),
        'M' if part.starts_with(letters) => month_number(number).map(|month| Shape::Month(year, month)),
        _ => None,
    }
}

/// What stands between the first and the last period of a range.
const BETWEEN: [&str; 9] = [" to ", " through ", " until ", " bis ", " do ", " до ", " à ", " a ", " - "];

/// Two periods of one kind, from the first to the last.
fn range(label: &str) -> Readings {
    if let Some((first, last)) = label.split_once('/') {
        if let (Some(first), Some(last)) = (year_and_month(first), year_and_month(last)) {
            return months(first, last).filter(|_| first <= last).into();
        }
        if let (Some(first), Some(last)) = (year(first), year(last)) {
            return (first < last).then_some(Shape::Years(first, last)).into();
        }
    }
    let spoken = BETWEEN.iter().find_map(|between| label.split_once(between));
    // Between fiscal years with their strokes a hyphen alone is plain.
    let sides = spoken.or_else(|| label.split_once('-').filter(|(a, b)| a.contains('/') && b.contains('/')));
    let Some((first, last)) = sides else { return None.into() };
    let (firsts, lasts) = (single(first.trim()), single(last.trim()));
    Readings::of(firsts.all().filter_map(|first| lasts.all().find_map(|last| joined(first, last))), true)
}

/// A run of months.
fn months(first: (i32, u32), last: (i32, u32)) -> Option<Shape> {
    let month = |(year, month): (i32, u32)| Some((year.try_into().ok()?, month.try_into().ok()?));
    Some(Shape::Months(month(first)?, month(last)?))
}

/// The range from one period to a later one of its kind.
fn joined(first: Shape, last: Shape) -> Option<Shape> {
    let range = match (first, last) {
        (Shape::Year(first), Shape::Year(last)) => Shape::Years(first, last),
        (Shape::Fiscal(first), Shape::Fiscal(last)) => Shape::FiscalYears(first, last),
        (Shape::Month(year, month), Shape::Month(last, end)) => months((year, month), (last, end))?,
        (Shape::Quarter(year, quarter), Shape::Quarter(last, end)) => {
            months((year, quarter * 3 - 2), (last, end * 3))?
        }
        _ => return None,
    };
    (first.months() < last.months()).then_some(range)
}

/// A year, a hyphen and four or two digits. Four digits are the last year of a range, never a fiscal
/// year; two digits may be a fiscal year, a month or the last year of a range.
fn after_hyphen(first: i32, part: &str) -> Readings {
    if let Some(last) = year(part) {
        return (last > first).then_some(Shape::Years(first, last)).into();
    }
    let Some(digits) = two_digits(part) else { return None.into() };
    let last = first - first.rem_euclid(100) + digits;
    let month = month_number(part);
    // The published short ranges of years that look like months are windows of a few years.
    let is_range = last > first + 1 && (month.is_none() || last - first < 10);
    let fiscal = ends_fiscal(first, part).then_some(Shape::Fiscal(first));
    let years = is_range.then_some(Shape::Years(first, last));
    let Some(month) = month else {
        return fiscal.or(years).into();
    };
    let all = [fiscal, years, Some(Shape::Month(first, month))];
    Readings::of(all.into_iter().flatten(), false)
}

/// Whether `end`, in two or four digits, is the year after `first`.
fn ends_fiscal(first: i32, end: &str) -> bool {
    year(end).is_some_and(|end| end == first + 1)
        || two_digits(end).is_some_and(|end| end == (first + 1).rem_euclid(100))
}

fn year_and_month(text: &str) -> Option<(i32, u32)> {
    let (first, month) = text.split_once('-')?;
    Some((year(first)?, month_number(month)?))
}

fn month_number(text: &str) -> Option<u32> {
    two_digits(text)?;
    within(text, 1, 12)
}

/// A year in four digits, from 1000 on.
fn year(text: &str) -> Option<i32> {
    let digits = text.len() == 4 && text.bytes().all(|byte| byte.is_ascii_digit());
    let year = if digits { text.parse().ok() } else { None };
    year.filter(|year| *year >= 1000)
}

fn two_digits(text: &str) -> Option<i32> {
    let digits = text.len() == 2 && text.bytes().all(|byte| byte.is_ascii_digit());
    if digits { text.parse().ok() } else { None }
}

fn within(text: &str, low: u32, high: u32) -> Option<u32> {
    let number = text.bytes().all(|byte| byte.is_ascii_digit()).then(|| text.parse().ok()).flatten()?;
    (low..=high).contains(&number).then_some(number)
}
