//! What a chart of columns shows. Never knows where on a screen.

use crate::view::parts::axis::Tick;
use crate::view::parts::bar::Bar;
use crate::view::parts::measure::Domain;

/// Columns beside each other, with one zero line and one scale.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct ColumnChart<'a> {
    /// The columns, oldest first.
    pub bars: &'a [Bar<'a>],
    /// The scale all of them are drawn to.
    pub scale: Domain,
    /// The ticks at the left.
    pub ticks: &'a [Tick],
    /// The line to reach; both ends of a target that is a range.
    pub targets: &'a [TargetLine],
    /// The first column to show where not all have room; without it the latest are shown.
    pub first: Option<usize>,
}

/// A target across columns; what it is stands above the end of the upper line.
#[derive(Debug, Clone, PartialEq)]
pub struct TargetLine {
    /// Where it is, in the unit of the scale.
    pub value: f64,
    /// What stands at the end of the line: the value with its unit.
    pub text: String,
}
