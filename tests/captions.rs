//! A bar without its scale's end is not drawn: what the cells of every screen show, read back as a person would.
//!
//! Programmes are generated as text and drawn; nothing but the text of the screen is looked at, and the values that
//! were written into the file. `PROPTEST_CASES` sets how many.

#![expect(clippy::unwrap_used, reason = "a test may fail loudly")]

#[path = "support/screens.rs"]
mod screens;
#[path = "support/stage.rs"]
mod stage;

use proptest::prelude::*;
use screens::{Drawn, Kind, Screen, read};
use stage::{open, plain, press};
use std::fmt::Write;

/// A metric as a file has it.
#[derive(Debug, Clone)]
struct Written {
    name: &'static str,
    /// Measure and unit.
    unit: (&'static str, &'static str),
    values: [f64; 2],
    axis_max: Option<f64>,
}

const UNITS: [(&str, &str); 6] = [
    ("currency", "USD"),
    ("currency", "USD"),
    ("percentage", "%"),
    ("count", "visits"),
    ("index", "2015 = 100"),
    ("count", "Number of deaths and age-standardised mortality rates per 100,000 population"),
];

const NAMES: [&str; 3] =
    ["", " budget", " budget of the ministry in its own currency, with all that goes with it"];

/// A number of three digits at any magnitude from 1e-9 to 1e15.
fn value() -> impl Strategy<Value = f64> {
    let magnitude = prop_oneof![3 => 0..4, 1 => -9..16];
    (1_i32..1000, magnitude, prop_oneof![6 => Just(1.0), 1 => Just(-1.0)])
        .prop_map(|(digits, power, sign)| sign * f64::from(digits) * 10_f64.powi(power - 2))
}

fn written() -> impl Strategy<Value = Written> {
    let unit = prop_oneof![3 => 0..2_usize, 2 => 2..UNITS.len()].prop_map(|at| UNITS[at]);
    // Values of a metric are of one magnitude most of the time.
    let values = (value(), prop_oneof![4 => (0.5_f64..2.0).prop_map(Some), 1 => Just(None)], value())
        .prop_map(|(one, near, other)| [near.map_or(other, |near| one * near), one]);
    let axis_max = prop_oneof![9 => Just(None), 1 => (0.3_f64..3.0).prop_map(Some)];
    (0..NAMES.len(), unit, values, axis_max).prop_map(|(name, unit, values, axis_max)| Written {
        name: NAMES[name],
        unit,
        values: values.map(three_digits),
        axis_max: axis_max.map(|times| three_digits(values[1].abs() * times)),
    })
}

fn three_digits(number: f64) -> f64 {
    format!("{number:.2e}").parse().unwrap()
}

/// The number in plain digits: files have no powers of ten.
fn digits(number: f64) -> String {
    let places = (2 - number.abs().log10().floor().max(-13.0) as i32).clamp(0, 14);
    let plain = format!("{number:.*}", usize::try_from(places).unwrap());
    let plain = if plain.contains('.') { plain.trim_end_matches('0').trim_end_matches('.') } else { &plain };
    plain.to_owned()
}

fn document(metrics: &[Written]) -> String {
    let mut text = String::from("programme: { title: Test }\nmetrics:\n");
    for (at, metric) in metrics.iter().enumerate() {
        let (measure, unit) = metric.unit;
        let [before, now] = metric.values.map(digits);
        let end = metric.axis_max.map(|end| format!(", axis_max: {}", digits(end))).unwrap_or_default();
        writeln!(
            text,
            "  - {{ name: 'M{at:02}{}', measure: {measure}, unit: '{unit}'{end}, values: {{ 2022: {before}, 2023: {now} }} }}",
            metric.name
        )
        .unwrap();
    }
    text
}

/// The screens on which bars of metrics stand, and the keys that lead there.
const PAGES: [(Screen, &str); 5] = [
    (Screen::List, "1"),
    (Screen::List, "2"),
    (Screen::Detail, "2 Enter"),
    (Screen::List, "1 p"),
    (Screen::Slide, "1 p Right"),
];

/// How far a bar may be from what its scale says, in cells: half a step, and a number at the end of an axis that
/// stands in the last cell.
const NEAR: f64 = 1.1;

/// Everything that must be true of the bars of one screen; how many there were.
fn judge(metrics: &[Written], screen: Screen, shown: &str) -> Result<usize, String> {
    let drawn = read(shown, screen)?;
    let mut cells: Option<(f64, f64)> = None;
    for bar in &drawn {
        let metric = metrics.get(bar.metric).ok_or("a bar of no metric")?;
        let (start, end) = bar.ends;
        let value = metric.values[usize::from(bar.now)];
        let outside = value > end || value < start;
        if bar.cut != outside {
            return Err(format!("{value} on {start} to {end}, and cut is {}: {bar:?}", bar.cut));
        }
        if outside || (bar.length > 0.0) && bar.length <= 1.0 && value.abs() < (end - start) / 20.0 {
            continue;
        }
        match bar.cell {
            // The axis says how long the scale is.
            Some(cell) => {
                let wanted = value.abs() / cell;
                // The mark of the year before moves a bar of few cells.
                let near = if bar.kind == Kind::Row { 2.0 * NEAR } else { NEAR };
                if (wanted - bar.length).abs() > near {
                    return Err(format!("{value} is {wanted:.2} cells: {bar:?}"));
                }
            }
            // Else all bars of the screen that begin at its left end are measured in as many cells.
            None if bar.kind == Kind::Pair && start == 0.0 && bar.length > 2.0 => {
                let per_cell = end / value;
                let own = ((bar.length - NEAR) * per_cell, (bar.length + NEAR) * per_cell);
                let (least, most) = cells.map_or(own, |(least, most)| (least.max(own.0), most.min(own.1)));
                if least > most {
                    return Err(format!("{value} of {end} is no bar of {cells:?} cells: {bar:?}"));
                }
                cells = Some((least, most));
            }
            None => {}
        }
    }
    apart(metrics, &drawn)?;
    Ok(drawn.len())
}

/// Of one unit, all bars that do not say that their scale differs have one scale, and none says so if all have it.
fn apart(metrics: &[Written], drawn: &[Drawn]) -> Result<(), String> {
    // In a row the beginning of a scale is written where the bar runs that way.
    let is_like = |one: &Drawn, other: &Drawn| {
        one.ends == other.ends || one.kind == Kind::Row && one.ends.1 == other.ends.1
    };
    for one in drawn {
        let unit = metrics[one.metric].unit;
        let family = || drawn.iter().filter(|other| metrics[other.metric].unit == unit);
        if let Some(other) =
            family().find(|other| !one.says_different && !other.says_different && !is_like(one, other))
        {
            return Err(format!("two scales, and neither is said to differ: {one:?} {other:?}"));
        }
        if one.says_different
            && family().any(|other| !other.says_different)
            && !family().any(|other| !is_like(one, other))
        {
            return Err(format!("no scale differs from this one: {one:?}"));
        }
    }
    Ok(())
}

/// The part of a screen that has the bars of all metrics: on wide screens something else stands beside it.
fn left_of(shown: &str, keys: &str, columns: u16) -> String {
    let share = match (keys, columns) {
        ("1", 100..) if !shown.contains("2023 level") => 62,
        ("2", 160..) => 54,
        _ => return shown.to_owned(),
    };
    let columns = 2 + usize::from(columns - 4) * share / 100;
    shown.lines().map(|line| line.chars().take(columns).collect::<String>() + "\n").collect()
}

fn judged(metrics: &[Written], size: (u16, u16)) -> Result<usize, String> {
    let mut all = 0;
    for (screen, keys) in PAGES {
        let mut state = open(&document(metrics), size);
        press(&mut state, keys);
        let shown = plain(&state);
        let bars = judge(metrics, screen, &left_of(&shown, keys, size.0));
        all += bars.map_err(|why| format!("{why}\n{keys} at {size:?}\n{}\n{shown}", document(metrics)))?;
    }
    Ok(all)
}

fn cases() -> ProptestConfig {
    let cases = std::env::var("PROPTEST_CASES").ok().and_then(|cases| cases.parse().ok()).unwrap_or(64);
    ProptestConfig { cases, failure_persistence: None, ..ProptestConfig::default() }
}

proptest! {
    #![proptest_config(cases())]
    #[test]
    fn every_bar_that_is_drawn_has_the_end_of_its_scale(
        metrics in prop::collection::vec(written(), 1..13),
        columns in 40_u16..=200,
        rows in prop::sample::select(&[15_u16, 24, 40, 60][..]),
    ) {
        if let Err(why) = judged(&metrics, (columns, rows)) {
            prop_assert!(false, "{}", why);
        }
    }
}
