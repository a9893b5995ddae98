//! Periods: the labels under which values are kept, what they mean, and their order.
//!
//! A period is a label with an order, not an integer: years, fiscal years, halves, quarters, months and
//! ranges are all in published files. How labels are read is in `label`, what stands behind one in `marks`.
//! Never knows a value.

mod label;
mod marks;

pub use label::is_plain_year;
pub use marks::{PeriodMark, divided};

use chrono::{Datelike, NaiveDate};
use compact_str::CompactString;
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
    Months((i16, u8), (i16, u8)),
    /// A half 1 or 2 of a calendar year.
    Half(i32, u32),
    /// Several fiscal years, by the calendar years in which the first and the last begin: `2002/03-2007/08`.
    FiscalYears(i32, i32),
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
            Self::FiscalYears(first, last) => (first * 12 + 6, last * 12 + 18),
            Self::Half(year, half) => (month(year, half * 6) - 5, month(year, half * 6) + 1),
            Self::Quarter(year, quarter) => (month(year, quarter * 3) - 2, month(year, quarter * 3) + 1),
            Self::Month(year, of) => (month(year, of), month(year, of) + 1),
            Self::Years(first, last) => (first * 12, last * 12 + 12),
            Self::Months((first, from), (last, to)) => {
                (month(first.into(), from.into()), month(last.into(), to.into()) + 1)
            }
        }
    }

    /// Of fiscal years, the calendar years in which the first and the last begin.
    const fn fiscal(self) -> Option<(i32, i32)> {
        match self {
            Self::Fiscal(year) => Some((year, year)),
            Self::FiscalYears(first, last) => Some((first, last)),
            Self::Year(_)
            | Self::Half(..)
            | Self::Quarter(..)
            | Self::Month(..)
            | Self::Years(..)
            | Self::Months(..) => None,
        }
    }

    /// The same span one year earlier; none for spans longer than a year, which would overlap.
    fn year_before(self) -> Option<Self> {
        match self {
            Self::Year(year) => Some(Self::Year(year - 1)),
            Self::Fiscal(year) => Some(Self::Fiscal(year - 1)),
            Self::Half(year, half) => Some(Self::Half(year - 1, half)),
            Self::Quarter(year, quarter) => Some(Self::Quarter(year - 1, quarter)),
            Self::Month(year, month) => Some(Self::Month(year - 1, month)),
            Self::Years(..) | Self::FiscalYears(..) => None,
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
    pub label: CompactString,
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
        Some(Self { label: one_year_less(&self.label, two_digits_are_a_year).into(), shape })
    }

    /// Months from the end of `earlier` to the end of this period; negative if it is the later one.
    pub fn months_since(&self, earlier: &Self) -> i32 {
        self.shape.months().1 - earlier.shape.months().1
    }

    /// Whether a day is in the period or after it. Of a fiscal year nobody knows when it begins: it has begun
    /// as soon as it can have.
    pub fn has_begun(&self, day: NaiveDate) -> bool {
        let earliest = self.shape.fiscal().map_or(self.shape.months().0, |(first, _)| first * 12);
        earliest <= month_of(day)
    }

    /// Whether the two have a month in common.
    pub fn overlaps(&self, other: &Self) -> bool {
        let ((start, end), (other_start, other_end)) = (self.shape.months(), other.shape.months());
        start < other_end && other_start < end
    }

    /// The last day of it; of fiscal years nobody knows it.
    pub fn last_day(&self) -> Option<NaiveDate> {
        let after = self.shape.fiscal().is_none().then(|| self.shape.months().1)?;
        let month = u32::try_from(after.rem_euclid(12)).ok()? + 1;
        NaiveDate::from_ymd_opt(after.div_euclid(12), month, 1)?.pred_opt()
    }

    /// Whether its last day is known, and after this one.
    pub fn ends_after(&self, day: NaiveDate) -> bool {
        // Days are counted in the month in question alone.
        let (month, last) = (month_of(day), self.shape.months().1 - 1);
        last >= month && self.last_day().is_some_and(|last| last > day)
    }

    /// The first day that can be its last: of fiscal years nobody knows the last one, but of those in wide use none
    /// ends before 31 March (India, Japan; the United Kingdom's on 5 April).
    pub fn earliest_last_day(&self) -> Option<NaiveDate> {
        match self.shape.fiscal() {
            Some((_, last)) => NaiveDate::from_ymd_opt(last + 1, 3, 31),
            None => self.last_day(),
        }
    }

    /// How many months it has.
    pub fn length(&self) -> i32 {
        let (start, end) = self.shape.months();
        end - start
    }

    /// Whether it is a fiscal year that is called by one year alone, as in `FY2023`: read as the one that ends in
    /// that year, as most governments and the US federal one do (OMB Circular A-11, section 20.3).
    pub fn is_called_by_its_end(&self) -> bool {
        let digits = || self.label.bytes().filter(u8::is_ascii_digit).count();
        let is_one = matches!(self.shape, Shape::Fiscal(_)) && digits() == 4;
        let are_several = matches!(self.shape, Shape::FiscalYears(..)) && digits() == 8;
        is_one || are_several && self.label.to_lowercase().contains("fy")
    }

    /// Whether it is one year, of the calendar or fiscal.
    pub fn is_of_a_year(&self) -> bool {
        matches!(self.shape, Shape::Year(_) | Shape::Fiscal(_))
    }

    /// Whether both are the same kind of period, such as two quarters.
    pub fn is_like(&self, other: &Self) -> bool {
        std::mem::discriminant(&self.shape) == std::mem::discriminant(&other.shape)
    }

    /// The spelling that can be read in one way only: `2011/12`, `2011-M12` (the month in SDMX),
    /// `2003-2005`.
    pub fn unmistakable(&self) -> String {
        let fiscal = |year: i32| format!("{year}/{:02}", (year + 1).rem_euclid(100));
        match self.shape {
            Shape::Year(year) => format!("{year}"),
            Shape::Fiscal(year) => fiscal(year),
            Shape::FiscalYears(first, last) => format!("{}-{}", fiscal(first), fiscal(last)),
            Shape::Half(year, half) => format!("{year}-H{half}"),
            Shape::Quarter(year, quarter) => format!("{year}-Q{quarter}"),
            Shape::Month(year, month) => format!("{year}-M{month:02}"),
            Shape::Years(first, last) => format!("{first}-{last}"),
            Shape::Months(first, last) => {
                format!("{}-{:02}/{}-{:02}", first.0, first.1, last.0, last.1)
            }
        }
    }
}

/// The month of a day, counted from the start of year 0.
fn month_of(day: NaiveDate) -> i32 {
    day.year() * 12 + i32::try_from(day.month0()).unwrap_or(0)
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
        if let (Shape::Year(one), Shape::Year(other)) = (self.shape, other.shape) {
            return one.cmp(&other);
        }
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
        // A year and a month without anything between them.
        (6, Ok(month)) => format!("{:06}", month.saturating_sub(100)),
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
