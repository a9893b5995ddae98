//! A bar without its scale's end is not drawn: what the cells of every screen show, read back as a person would.
//!
//! Programmes are generated as text and drawn; nothing but the text of the screen is looked at, and the values that
//! were written into the file. `PROPTEST_CASES` sets how many.

#![expect(
    clippy::unwrap_used,
    clippy::disallowed_methods,
    reason = "a test may fail loudly, and asks how many cases are wanted"
)]

use crate::screens::{Drawn, Kind, Screen, read};
use crate::stage::{plain, pressed};
use proptest::prelude::*;
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
    let scientific = format!("{number:e}");
    let power: i32 = scientific.split_once('e').unwrap().1.parse().unwrap();
    let places = (2 - power).clamp(0, 14);
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
        // The end is read back from words such as 2.05 bn, in floating point.
        let nearly = (end - start).abs() * 1e-12;
        let outside = value > end + nearly || value < start - nearly;
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
        one.ends == other.ends || one.kind == Kind::Row && one.ends.1.to_bits() == other.ends.1.to_bits()
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
        ("1", 100..) if !shown.contains("2023 as bar") => 62,
        ("2", 160..) => 54,
        _ => return shown.to_owned(),
    };
    let columns = 2 + usize::from(columns - 4) * share / 100;
    shown.lines().map(|line| line.chars().take(columns).collect::<String>() + "\n").collect()
}

fn judged(metrics: &[Written], size: (u16, u16)) -> Result<usize, String> {
    let mut all = 0;
    for (screen, keys) in PAGES {
        let state = pressed(&document(metrics), size, keys);
        let shown = plain(&state);
        let bars = judge(metrics, screen, &left_of(&shown, keys, size.0));
        all += bars.map_err(|why| format!("{why}\n{keys} at {size:?}\n{}\n{shown}", document(metrics)))?;
    }
    Ok(all)
}

/// Some programmes; more where `PROPTEST_CASES` asks for them.
fn cases() -> ProptestConfig {
    let standard = ProptestConfig::default();
    let cases = if std::env::var_os("PROPTEST_CASES").is_some() { standard.cases } else { 64 };
    ProptestConfig { cases, failure_persistence: None, ..standard }
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

fn of(unit: (&'static str, &'static str), values: [f64; 2]) -> Written {
    Written { name: " budget", unit, values, axis_max: None }
}

fn screen(metrics: &[Written], keys: &str, size: (u16, u16)) -> String {
    let state = pressed(&document(metrics), size, keys);
    plain(&state)
}

#[test]
fn bars_are_drawn_on_every_screen_where_there_is_room_and_not_left_out_to_be_safe() {
    let metrics = [of(UNITS[3], [3.0, 5.0]), of(UNITS[2], [60.0, 75.0]), of(UNITS[0], [3e9, 4e9])];
    for size in [(80, 24), (100, 30), (120, 40), (160, 50), (200, 60)] {
        for (screen_of, keys) in PAGES {
            let shown = left_of(&screen(&metrics, keys, size), keys, size.0);
            let bars = judge(&metrics, screen_of, &shown).unwrap();
            // At 80 columns long values leave no room for the bars of rows, nor 24 rows for those of a slide.
            let is_tight = size.0 == 80 && screen_of == Screen::List && keys != "2";
            assert!(bars > 0 || is_tight, "{keys} at {size:?}\n{shown}");
        }
    }
    for size in [(40, 15), (60, 20)] {
        assert!(judge(&metrics, Screen::List, &screen(&metrics, "2", size)).unwrap() >= 2);
    }
    let shown = screen(&metrics[..2], "1", (80, 24));
    assert_eq!(judge(&metrics, Screen::List, &shown).unwrap(), 2, "{shown}");
}

#[test]
fn one_of_three_budgets_far_from_the_others_is_said_to_differ_and_only_that_one() {
    let metrics =
        [of(UNITS[0], [1.48e8, 1.66e8]), of(UNITS[0], [8.24e8, 9.27e8]), of(UNITS[0], [4.43e10, 4.91e10])];
    for columns in (80..=200).step_by(8) {
        for rows in [24, 40] {
            judged(&metrics, (columns, rows)).unwrap();
        }
        let shown = screen(&metrics, "2", (columns, 30));
        let head = |name: &str| {
            let is_head = |line: &&str| line.trim_start_matches([' ', '>']).starts_with(name);
            shown.lines().filter(is_head).any(|line| line.contains("different scale"))
        };
        assert_eq!(["M00", "M01", "M02"].map(head), [false, false, true], "{shown}");
    }
}

#[test]
fn a_share_beyond_the_whole_leaves_the_others_on_0_to_100_and_says_that_it_differs() {
    let metrics = [[171.8, 173.3], [10.3, 10.4], [99.4, 99.7], [1.8, 1.8]].map(|values| of(UNITS[2], values));
    for size in [(80, 24), (99, 24), (100, 30), (120, 40), (200, 60)] {
        for (screen_of, keys) in PAGES {
            let shown = screen(&metrics, keys, size);
            let drawn = read(&left_of(&shown, keys, size.0), screen_of).unwrap();
            for bar in drawn.iter().filter(|_| screen_of == Screen::List) {
                let expected = if bar.metric == 0 { (200.0, true) } else { (100.0, false) };
                assert_eq!((bar.ends.1, bar.says_different), expected, "{keys}: {bar:?}\n{shown}");
            }
        }
    }
}

#[test]
fn a_long_unit_gives_way_and_the_end_stands_under_the_end() {
    let metrics = [of(UNITS[5], [34.0, 40.0])];
    for columns in (40..=200).step_by(9) {
        for rows in [15, 24, 40, 60] {
            judged(&metrics, (columns, rows)).unwrap();
        }
    }
    let shown = screen(&metrics, "2", (100, 30));
    let axis = shown.lines().skip_while(|line| !line.contains('└')).nth(1).unwrap();
    assert!(axis.contains("0 deaths and…  ") && axis.ends_with(" 40"), "{shown}");
}

#[test]
fn where_the_ends_have_no_room_the_numbers_stand_alone() {
    let document = "programme: { title: Test }
metrics:
  - { name: M00, unit: USD, axis_max: 999888777666555, values: { 2022: 123456789012345, 2023: 923456789012345 } }
";
    let state = pressed(document, (40, 15), "2");
    let shown = plain(&state);
    assert!(shown.contains("2023  923,456,789,012,345\n") && !shown.contains(['█', '▄']), "{shown}");
}

#[test]
fn a_bar_that_is_cut_is_said_to_be() {
    let cut = Written { axis_max: Some(2.0), ..of(UNITS[3], [3.0, 5.0]) };
    for (keys, size, words) in [
        ("2", (100, 30), "» runs past the end of the scale"),
        ("1", (80, 24), "» past its end"),
        ("1", (120, 40), "» past the scale"),
        ("1 p", (120, 40), "» runs past the end of the scale"),
    ] {
        let shown = screen(std::slice::from_ref(&cut), keys, size);
        assert!(shown.contains(words), "{keys}\n{shown}");
    }
}
