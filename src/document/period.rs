//! Periods: the labels under which values are kept, and their order.
//!
//! A period is a label with an order, not an integer: years, fiscal years, quarters, months and
//! ranges are all in published files. Never guesses an ambiguous label; that is the reader's finding.

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

/// A period: what the file calls it and what it is.
///
/// Equality is by shape: `"2022"` and `2022` are one period, and so are `2022/23` and `2022/2023`.
#[derive(Debug, Clone)]
pub struct Period {
    /// As the file writes it.
    pub label: String,
    /// As it is understood.
    pub shape: Shape,
}

impl PartialEq for Period {
    fn eq(&self, other: &Self) -> bool {
        self.shape == other.shape
    }
}

impl Eq for Period {}
