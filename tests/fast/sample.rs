//! Samples: programmes, metrics and numbers from the text of a file, as the program reads it.

#![expect(clippy::expect_used, reason = "a test may fail loudly")]

use chrono::NaiveDate;
use coopdash::document::read_on;
use coopdash::programme::{Metric, Period, Programme, Target};
use coopdash::text::Place;
use rust_decimal::Decimal;

pub(crate) fn day(year: i32, month: u32, day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(year, month, day).expect("a day")
}

pub(crate) fn decimal(text: &str) -> Decimal {
    text.parse().expect("a number")
}

pub(crate) fn period(label: &str) -> Period {
    Period::parse(label).expect("a period")
}

/// What the program's own reader makes of a text.
pub(crate) fn programme(text: &str) -> Programme {
    read_on(text, day(2026, 11, 23)).programme
}

/// A count without a unit, of cells such as `2023: 14 provisional`: a period, then a number, a word or nothing, then
/// a flag.
pub(crate) fn metric(values: &[&str]) -> Metric {
    metric_with("", values)
}

/// The same with further fields, such as `measure: index, unit: points`.
pub(crate) fn metric_with(fields: &str, values: &[&str]) -> Metric {
    let comma = if fields.is_empty() { "" } else { ", " };
    let cells: Vec<String> = values.iter().map(|cell| written(cell)).collect();
    let values = cells.join(", ");
    let text = format!("metrics: [{{ name: A metric{comma}{fields}, values: {{ {values} }} }}]");
    programme(&text).metrics.pop().expect("a metric")
}

/// A cell as a file writes it: `"2023": { value: 14, status: provisional }`.
fn written(cell: &str) -> String {
    const FLAGS: [&str; 6] = ["provisional", "estimated", "forecast", "partial", "break", "suppressed"];
    let (label, said) = cell.split_once(':').expect("a period and a colon");
    let word = |is_flag: bool| said.split_whitespace().find(|word| FLAGS.contains(word) == is_flag);
    let (value, flag) = (word(false).unwrap_or("null"), word(true).unwrap_or("normal"));
    format!("\"{label}\": {{ value: {value}, status: {flag} }}")
}

pub(crate) fn target(label: &str, value: &str) -> Target {
    Target { place: Place::default(), period: Some(period(label)), value: decimal(value), max: None }
}
