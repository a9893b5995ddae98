//! Periods: the labels under which values are kept, what they mean, and their order.
//!
//! A period is a label with an order, not an integer: years, fiscal years, quarters, months and
//! ranges are all in published files. How labels are read is in `label`. Never knows a value.

mod label;

use chrono::{Datelike, NaiveDate};
use std::cmp::Ordering;
use std::hash::{Hash, Hasher};

/// What a period is, once its label has been understood.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Shape {
    /// A calendar year.
    Year(i32),
    /// A fiscal year, by the calendar year in which it begins.
    Fiscal(i32),
    /// A quarter 1 to 4 of a calendar year.
    Quarter(i32, u32),
    /// A month 1 to 12 of a calendar year.
    Month(i32, u32),
    /// Several years, first and last, such as `2003-2005`.
    Years(i32, i32),
    /// A run of months, first and last, such as `2019-01/2019-09`.
    Months((i32, u32), (i32, u32)),
}

impl Shape {
    /// First month and the month after the last, counted from the start of year 0. A fiscal year is
    /// taken to begin in July, halfway between the beginnings in use, so that 2022/23 stands between
    /// 2022 and 2023.
    fn months(self) -> (i32, i32) {
        let month = |year: i32, month: u32| year * 12 + i32::try_from(month).unwrap_or(1) - 1;
        match self {
            Self::Year(year) => (year * 12, year * 12 + 12),
            Self::Fiscal(year) => (year * 12 + 6, year * 12 + 18),
            Self::Quarter(year, quarter) => (month(year, quarter * 3) - 2, month(year, quarter * 3) + 1),
            Self::Month(year, of) => (month(year, of), month(year, of) + 1),
            Self::Years(first, last) => (first * 12, last * 12 + 12),
            Self::Months(first, last) => (month(first.0, first.1), month(last.0, last.1) + 1),
        }
    }

    /// The same span one year earlier; none for spans longer than a year, which would overlap.
    fn year_before(self) -> Option<Self> {
        match self {
            Self::Year(year) => Some(Self::Year(year - 1)),
            Self::Fiscal(year) => Some(Self::Fiscal(year - 1)),
            Self::Quarter(year, quarter) => Some(Self::Quarter(year - 1, quarter)),
            Self::Month(year, month) => Some(Self::Month(year - 1, month)),
            Self::Years(..) => None,
            Self::Months(first, last) => {
                let (start, end) = self.months();
                (end - start <= 12).then_some(Self::Months((first.0 - 1, first.1), (last.0 - 1, last.1)))
            }
        }
    }
}

/// A period: what the file calls it and what it is.
///
/// Equality is by shape: `"2022"` and `2022` are one period, and so are `2022/23` and `2022/2023`.
/// The order is that of time: by the end of the period, then by its beginning.
#[derive(Debug, Clone)]
pub struct Period {
    /// As the file writes it.
    pub label: String,
    /// As it is understood.
    pub shape: Shape,
}

/// Why a label is not understood as a period.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum PeriodError {
    /// No shape fits.
    NotAPeriod,
    /// The label alone does not settle what it is: `2011-12` may be a fiscal year or a month,
    /// `2003-05` a month or three years. Holds every reading (at least one).
    ///
    /// One reading only means a month by its digits (`2023-02`) that no other period of the series
    /// bears out; it can be used, with a finding. [`Period::unmistakable`] says what to write.
    Ambiguous(Vec<Period>),
}

impl Period {
    /// The same period one year before, in the label's own style: 2021/22 for 2022/23, 2022 Q2 for
    /// 2023 Q2. None for ranges of years and for runs of more than twelve months.
    pub fn previous(&self) -> Option<Self> {
        let shape = self.shape.year_before()?;
        let two_digits_are_a_year = matches!(shape, Shape::Fiscal(_));
        Some(Self { label: one_year_less(&self.label, two_digits_are_a_year), shape })
    }

    /// Months from the end of `earlier` to the end of this period; negative if it is the later one.
    pub fn months_since(&self, earlier: &Self) -> i32 {
        self.shape.months().1 - earlier.shape.months().1
    }

    /// Whether a day is in the period or after it. Of a fiscal year nobody knows when it begins: it has begun
    /// as soon as it can have.
    pub fn has_begun(&self, day: NaiveDate) -> bool {
        let earliest = match self.shape {
            Shape::Fiscal(year) => year * 12,
            Shape::Year(_) | Shape::Quarter(..) | Shape::Month(..) | Shape::Years(..) | Shape::Months(..) => {
                self.shape.months().0
            }
        };
        earliest <= day.year() * 12 + i32::try_from(day.month0()).unwrap_or(0)
    }

    /// Whether the two have a month in common.
    pub fn overlaps(&self, other: &Self) -> bool {
        let ((start, end), (other_start, other_end)) = (self.shape.months(), other.shape.months());
        start < other_end && other_start < end
    }

    /// Whether both are the same kind of period, such as two quarters.
    pub fn is_like(&self, other: &Self) -> bool {
        std::mem::discriminant(&self.shape) == std::mem::discriminant(&other.shape)
    }

    /// The spelling that can be read in one way only: `2011/12`, `2011-M12` (the month in SDMX),
    /// `2003-2005`.
    pub fn unmistakable(&self) -> String {
        match self.shape {
            Shape::Year(year) => format!("{year}"),
            Shape::Fiscal(year) => format!("{year}/{:02}", (year + 1).rem_euclid(100)),
            Shape::Quarter(year, quarter) => format!("{year}-Q{quarter}"),
            Shape::Month(year, month) => format!("{year}-M{month:02}"),
            Shape::Years(first, last) => format!("{first}-{last}"),
            Shape::Months(first, last) => {
                format!("{}-{:02}/{}-{:02}", first.0, first.1, last.0, last.1)
            }
        }
    }
}

impl PartialEq for Period {
    fn eq(&self, other: &Self) -> bool {
        self.shape == other.shape
    }
}

impl Eq for Period {}

impl Hash for Period {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.shape.hash(state);
    }
}

impl Ord for Period {
    fn cmp(&self, other: &Self) -> Ordering {
        let key = |period: &Self| {
            let (start, end) = period.shape.months();
            (end, start, period.shape)
        };
        key(self).cmp(&key(other))
    }
}

impl PartialOrd for Period {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

/// Rewrites a label for the year before: groups of four digits are years; groups of two are years
/// only in fiscal labels (2000/01 becomes 1999/00).
fn one_year_less(label: &str, two_digits_are_a_year: bool) -> String {
    let lessened = |group: &str| match (group.len(), group.parse::<u32>()) {
        (4, Ok(year)) => format!("{:04}", year.saturating_sub(1)),
        (2, Ok(year)) if two_digits_are_a_year => format!("{:02}", (year + 99) % 100),
        _ => group.to_owned(),
    };
    let mut written = String::with_capacity(label.len());
    let mut group = String::new();
    for letter in label.chars().map(Some).chain([None]) {
        if let Some(digit) = letter.filter(char::is_ascii_digit) {
            group.push(digit);
        } else {
            written.push_str(&lessened(&group));
            group.clear();
            written.extend(letter);
        }
    }
    written
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn the_year_before_keeps_the_style_of_the_label() {
        for (label, before) in [
            ("2022", "2021"),
            ("2022/23", "2021/22"),
            ("2000/01", "1999/00"),
            ("2022/2023", "2021/2022"),
            ("2022-23", "2021-22"),
            ("2023-Q2", "2022-Q2"),
            ("2023 Q2", "2022 Q2"),
            ("2023-M06", "2022-M06"),
            ("2020-01/2020-09", "2019-01/2019-09"),
        ] {
            let previous = Period::parse(label).unwrap().previous().unwrap();
            assert_eq!(previous.label, before);
            assert_eq!(Period::parse(before), Ok(previous), "the label says what the shape says");
        }
        assert_eq!(Period::parse("2003-2005").unwrap().previous(), None);
        assert_eq!(Period::parse("2019-01/2020-06").unwrap().previous(), None);
    }

    #[test]
    fn a_mixed_series_sorts_oldest_first() {
        let sorted =
            ["2021", "2022-Q1", "2022-Q2", "2022-M06", "2020-2022", "2022", "2022-Q4", "2022/23", "2023"];
        let mut periods: Vec<Period> =
            sorted.iter().rev().map(|label| Period::parse(label).unwrap()).collect();
        periods.sort();
        assert_eq!(periods.iter().map(|one| one.label.as_str()).collect::<Vec<_>>(), sorted);
    }

    #[test]
    fn distance_counts_months_between_ends() {
        let months = |later: &str, earlier: &str| {
            Period::parse(later).unwrap().months_since(&Period::parse(earlier).unwrap())
        };
        assert_eq!(months("2025", "2022"), 36);
        assert_eq!(months("2023-Q2", "2022"), 6);
        assert_eq!(months("2022/23", "2020/21"), 24);
        assert_eq!(months("2023-M06", "2023-Q2"), 0);
        assert_eq!(months("2020", "2021"), -12);
    }

    fn any_shape() -> impl Strategy<Value = Shape> {
        let year = 1001..=2999;
        prop_oneof![
            year.clone().prop_map(Shape::Year),
            year.clone().prop_map(Shape::Fiscal),
            (year.clone(), 1u32..=4).prop_map(|(year, quarter)| Shape::Quarter(year, quarter)),
            (year.clone(), 1u32..=12).prop_map(|(year, month)| Shape::Month(year, month)),
            (year.clone(), 1..=20).prop_map(|(first, more)| Shape::Years(first, first + more)),
            (year, 1u32..=12, 0u32..=11)
                .prop_map(|(year, from, more)| Shape::Months((year, from), (year, (from + more).min(12)))),
        ]
    }

    fn any_period() -> impl Strategy<Value = Period> {
        any_shape().prop_map(|shape| {
            let mut period = Period { label: String::new(), shape };
            period.label = period.unmistakable();
            period
        })
    }

    proptest! {
        #[test]
        fn the_unmistakable_spelling_is_read_as_what_it_was_written_from(period in any_period()) {
            prop_assert_eq!(Period::parse(&period.label), Ok(period));
        }

        #[test]
        fn the_period_before_is_a_year_earlier_and_says_so(period in any_period()) {
            if let Some(before) = period.previous() {
                prop_assert!(before < period);
                prop_assert_eq!(period.months_since(&before), 12);
                prop_assert_eq!(Period::parse(&before.label), Ok(before));
            }
        }

        #[test]
        fn the_period_before_a_later_one_is_later(one in any_period(), other in any_period()) {
            if let (Some(before_one), Some(before_other)) = (one.previous(), other.previous()) {
                prop_assert_eq!(one.cmp(&other), before_one.cmp(&before_other));
            }
        }

        #[test]
        fn the_order_is_total(a in any_period(), b in any_period(), c in any_period()) {
            prop_assert_eq!(a.cmp(&b), b.cmp(&a).reverse());
            prop_assert_eq!(a == b, a.cmp(&b) == Ordering::Equal);
            if a <= b && b <= c {
                prop_assert!(a <= c);
            }
        }
    }
}
