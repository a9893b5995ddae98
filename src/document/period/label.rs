//! Labels of periods: from what a file writes to what it means.
//!
//! Never guesses a label that can mean two things: the other labels of the series decide, or the
//! answer names every reading and the reader makes a finding of it.

use super::{Period, PeriodError, Shape};

impl Period {
    /// Understands one label by itself.
    ///
    /// # Errors
    /// [`PeriodError`], also for every label that only a series can settle (`2023-06`).
    pub fn parse(label: &str) -> Result<Self, PeriodError> {
        settle(label, readings(label), &Evidence::default())
    }

    /// Understands the labels of one series, each in the light of the others: a label that may be a
    /// month is a month if another can only be one, fiscal if another can only be fiscal, several
    /// years likewise. The answers stand in the order of the labels.
    pub fn parse_series(labels: &[&str]) -> Vec<Result<Self, PeriodError>> {
        let understood: Vec<Readings> = labels.iter().map(|label| readings(label)).collect();
        let evidence = Evidence::of(&understood);
        labels.iter().zip(understood).map(|(label, one)| settle(label, one, &evidence)).collect()
    }
}

/// What a label may mean by itself.
enum Readings {
    Nothing,
    Surely(Shape),
    /// A year, a hyphen and 01 to 12: the month, and what else it may be.
    Perhaps(Vec<Shape>),
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
            let (only, perhaps_month) = match readings {
                Readings::Nothing => (None, false),
                Readings::Surely(shape) => (Some(*shape), is_monthly(*shape)),
                Readings::Perhaps(shapes) => (shapes.first().filter(|_| shapes.len() == 1).copied(), true),
            };
            sum.perhaps_months += usize::from(perhaps_month);
            match only {
                Some(Shape::Fiscal(_)) => sum.fiscal = true,
                Some(Shape::Years(..)) => sum.years = true,
                Some(Shape::Month(..) | Shape::Months(..)) => sum.month = true,
                Some(Shape::Year(_) | Shape::Quarter(..)) | None => {}
            }
        }
        sum
    }

    fn supports(&self, shape: Shape) -> bool {
        match shape {
            Shape::Fiscal(_) => self.fiscal,
            Shape::Years(..) => self.years,
            Shape::Month(..) | Shape::Months(..) => self.month,
            Shape::Year(_) | Shape::Quarter(..) => false,
        }
    }
}

fn is_monthly(shape: Shape) -> bool {
    matches!(shape, Shape::Month(..) | Shape::Months(..))
}

/// A label with one reading left needs the company of another that may be a month, a label with
/// several the evidence for exactly one of them.
fn settle(label: &str, readings: Readings, evidence: &Evidence) -> Result<Period, PeriodError> {
    let period = |shape| Period { label: label.trim().to_owned(), shape };
    let shapes = match readings {
        Readings::Nothing => return Err(PeriodError::NotAPeriod),
        Readings::Surely(shape) => return Ok(period(shape)),
        Readings::Perhaps(shapes) => shapes,
    };
    let supported: Vec<Shape> = match shapes.as_slice() {
        [month] if evidence.perhaps_months > 1 => vec![*month],
        [_] => Vec::new(),
        several => several.iter().copied().filter(|one| evidence.supports(*one)).collect(),
    };
    match supported.as_slice() {
        [only] => Ok(period(*only)),
        _ => Err(PeriodError::Ambiguous(shapes.into_iter().map(period).collect())),
    }
}

fn readings(label: &str) -> Readings {
    let label = label.trim().replace('\u{2013}', "-");
    let surely = |shape: Option<Shape>| shape.map_or(Readings::Nothing, Readings::Surely);
    if let Some((first, last)) = label.split_once('/')
        && let (Some(first), Some(last)) = (year_and_month(first), year_and_month(last))
    {
        return surely((first <= last).then_some(Shape::Months(first, last)));
    }
    let (Some(year), Some(rest)) = (label.get(..4).and_then(year), label.get(4..)) else {
        return Readings::Nothing;
    };
    if rest.is_empty() {
        return Readings::Surely(Shape::Year(year));
    }
    if let Some(end) = rest.strip_prefix('/') {
        return surely(ends_fiscal(year, end).then_some(Shape::Fiscal(year)));
    }
    let part = rest.strip_prefix(['-', ' ']).unwrap_or(rest);
    if let Some(quarter) = part.strip_prefix(['Q', 'q']) {
        return surely(within(quarter, 1, 4).map(|quarter| Shape::Quarter(year, quarter)));
    }
    if let Some(month) = part.strip_prefix(['M', 'm']) {
        return surely(month_number(month).map(|month| Shape::Month(year, month)));
    }
    if rest.starts_with('-') { after_hyphen(year, part) } else { Readings::Nothing }
}

/// A year, a hyphen and four or two digits. Four digits are the last year of a range, never a fiscal
/// year; two digits may be a fiscal year, a month or the last year of a range.
fn after_hyphen(first: i32, part: &str) -> Readings {
    if let Some(last) = year(part) {
        return if last > first { Readings::Surely(Shape::Years(first, last)) } else { Readings::Nothing };
    }
    let Some(digits) = two_digits(part) else { return Readings::Nothing };
    let last = first - first.rem_euclid(100) + digits;
    let month = month_number(part);
    // The published short ranges of years that look like months are windows of a few years.
    let is_range = last > first + 1 && (month.is_none() || last - first < 10);
    let fiscal = ends_fiscal(first, part).then_some(Shape::Fiscal(first));
    let years = is_range.then_some(Shape::Years(first, last));
    let Some(month) = month else {
        return fiscal.or(years).map_or(Readings::Nothing, Readings::Surely);
    };
    let all = [fiscal, years, Some(Shape::Month(first, month))];
    Readings::Perhaps(all.into_iter().flatten().collect())
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

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn shape(label: &str) -> Shape {
        Period::parse(label).unwrap_or_else(|error| panic!("{label}: {error:?}")).shape
    }

    fn readings_of(label: &str) -> Vec<String> {
        match Period::parse(label) {
            Err(PeriodError::Ambiguous(readings)) => readings.iter().map(Period::unmistakable).collect(),
            other => panic!("{label}: {other:?}"),
        }
    }

    fn series(labels: &[&str]) -> Vec<String> {
        let write = |one: Result<Period, PeriodError>| one.map_or("?".into(), |it| it.unmistakable());
        Period::parse_series(labels).into_iter().map(write).collect()
    }

    #[test]
    fn labels_that_can_only_be_one_thing_are_that_thing() {
        for (label, expected) in [
            ("2022", Shape::Year(2022)),
            (" 2022 ", Shape::Year(2022)),
            ("2022/23", Shape::Fiscal(2022)),
            ("2011/12", Shape::Fiscal(2011)),
            ("2022/2023", Shape::Fiscal(2022)),
            ("1999/00", Shape::Fiscal(1999)),
            ("2022-23", Shape::Fiscal(2022)),
            ("1999-00", Shape::Fiscal(1999)),
            ("2023-Q2", Shape::Quarter(2023, 2)),
            ("2023 Q2", Shape::Quarter(2023, 2)),
            ("2023q2", Shape::Quarter(2023, 2)),
            ("2023-M06", Shape::Month(2023, 6)),
            ("2003-2005", Shape::Years(2003, 2005)),
            ("2003–2005", Shape::Years(2003, 2005)),
            ("2022-2023", Shape::Years(2022, 2023)),
            ("2011-13", Shape::Years(2011, 2013)),
            ("2019-01/2019-09", Shape::Months((2019, 1), (2019, 9))),
        ] {
            assert_eq!(shape(label), expected, "{label}");
        }
    }

    #[test]
    fn labels_that_fit_no_shape_are_no_period() {
        for label in [
            "",
            "22",
            "2022/24",
            "2022/22",
            "2022-21",
            "2023-13",
            "2023-00",
            "2023-Q5",
            "2023-Q",
            "2023-Q+1",
            "2023-M13",
            "2005-2003",
            "2003-2003",
            "2019-09/2019-01",
            "2022/",
            "2022-",
            "2022 23",
            "20221",
            "FY2022",
            "2023-06-30",
            "last year",
            "२०२२",
            "202é",
            "-2022",
            "+202",
        ] {
            assert_eq!(Period::parse(label), Err(PeriodError::NotAPeriod), "{label}");
        }
    }

    #[test]
    fn a_hyphen_and_01_to_12_alone_names_every_reading() {
        assert_eq!(readings_of("2011-12"), ["2011/12", "2011-M12"]);
        assert_eq!(readings_of("2003-05"), ["2003-2005", "2003-M05"]);
        assert_eq!(readings_of("2002-12"), ["2002-M12"], "ten years are no window");
        assert_eq!(readings_of("2023-02"), ["2023-M02"]);
    }

    #[test]
    fn the_other_labels_of_a_series_settle_what_one_alone_does_not() {
        assert_eq!(series(&["2022-06", "2023-06"]), ["2022-M06", "2023-M06"]);
        assert_eq!(series(&["2011-12", "2011-06"]), ["2011-M12", "2011-M06"]);
        assert_eq!(series(&["2023-02", "2023"]), ["?", "2023"]);
        assert_eq!(series(&["2011-12", "2012-01", "2012-02"]), ["2011-M12", "2012-M01", "2012-M02"]);
        assert_eq!(series(&["2010/11", "2011-12"]), ["2010/11", "2011/12"]);
        assert_eq!(series(&["2011-12", "2012-13"]), ["2011/12", "2012/13"]);
        assert_eq!(series(&["2009-11", "2010-12", "2011-13"]), ["2009-2011", "2010-2012", "2011-2013"]);
        assert_eq!(series(&["2011-12", "2012-13", "2020-M01"]), ["?", "2012/13", "2020-M01"]);
        assert_eq!(series(&["2011-12", "2012"]), ["?", "2012"]);
        assert_eq!(series(&["2003-05", "2004-06"]), ["?", "?"]);
    }

    proptest! {
        #[test]
        fn no_label_whatever_makes_reading_fail(label in "\\PC{0,16}", other in "[0-9/Qm -]{0,10}") {
            prop_assert_eq!(Period::parse_series(&[&label, &other]).len(), 2);
        }
    }
}
