//! A number is never cut and never drawn over, however long it is and however small the window.

use crate::pages::FULL;
use crate::stage::{open, plain, plain_look, press, pressed, screen};
use coopdash::app::State;
use coopdash::figures::MetricFigures;
use coopdash::programme::{Metric, Observation, Value};
use coopdash::settings::GlyphSet;
use coopdash::wording;

const LARGE: &str = include_str!("../documents/good/large_figures.yaml");
const SIZES: [(u16, u16); 9] =
    [(40, 12), (40, 15), (52, 20), (60, 20), (80, 24), (100, 30), (120, 40), (160, 50), (200, 60)];

const PAGES: [&str; 13] = [
    "1",
    "2",
    "2 Enter",
    "2 Enter t",
    "3",
    "3 Enter",
    "4",
    "5",
    "6",
    "i",
    "1 p",
    "1 p Right",
    "1 p Right Right Right",
];

#[test]
fn no_cut_ends_in_a_digit() {
    for document in [LARGE, FULL] {
        for size in SIZES {
            for keys in PAGES {
                for set in [GlyphSet::Full, GlyphSet::Ascii] {
                    let mark = if set == GlyphSet::Ascii { ".." } else { "…" };
                    let state = pressed(document, size, keys);
                    let shown = screen(&state, &plain_look(set));
                    for row in shown.lines() {
                        let parts: Vec<&str> = row.split(mark).collect();
                        let mut cut = parts[..parts.len() - 1].iter();
                        let is_cut = cut.any(|part| part.ends_with(|letter: char| letter.is_ascii_digit()));
                        assert!(!is_cut, "{keys} at {size:?}: {row}\n{shown}");
                    }
                }
            }
        }
    }
}

/// Every metric with its figures.
fn metrics(state: &State) -> impl Iterator<Item = (&Metric, &MetricFigures)> {
    state.programme().metrics.iter().zip(&state.figures().metrics)
}

/// Whether a row has this text with nothing of a number before or behind it.
fn has_whole(row: &str, text: &str) -> bool {
    let is_part = |letter: char| letter.is_ascii_digit() || letter == ',';
    let parts: Vec<&str> = row.split(text).collect();
    parts.windows(2).any(|pair| !pair[0].ends_with(is_part) && !pair[1].starts_with(is_part))
}

#[test]
fn the_latest_value_stands_whole_in_the_row_of_its_metric() {
    let level = |value: Option<&Observation>, metric: &Metric, own: &MetricFigures| {
        let value = value.filter(|value| matches!(value.value, Value::Number(_)))?;
        Some(wording::value::level(value, metric, own.decimals))
    };
    for size in SIZES {
        let mut state = open(LARGE, size);
        // From 100 columns the values stand beside bars.
        let pages = if size.0 < 60 { &["1", "2"][..] } else { &["1"] };
        for keys in pages {
            press(&mut state, keys);
            let shown = plain(&state);
            let mut seen = 0;
            for (metric, own) in metrics(&state) {
                let Some(current) = level(own.current.map(|at| &metric.values[at]), metric, own) else {
                    continue;
                };
                let head: String = metric.name.chars().take(4).collect();
                let is_row = |row: &&str| row.trim_start_matches(['>', ' ']).starts_with(&head);
                let Some(at) = shown.lines().position(|row| is_row(&row)) else { continue };
                // The list at the bottom, or the row and the bars below it.
                let rows: Vec<&str> = shown.lines().skip(at).take(if size.0 < 100 { 1 } else { 4 }).collect();
                let in_list = shown.lines().rfind(|row| is_row(row)).unwrap();
                let is_whole = rows.iter().chain([&in_list]).any(|row| has_whole(row, &current));
                assert!(is_whole, "{} at {size:?}: {current} in {rows:?}\n{shown}", metric.name);
                seen += 1;
            }
            assert!(seen > 0, "{shown}");
        }
    }
}

#[test]
fn both_values_stand_whole_where_the_overview_gives_both() {
    let state = open(LARGE, (80, 24));
    let shown = plain(&state);
    for (name, before, now) in [
        ("Trade with", None, "12,345,678,901"),
        ("Budget", None, "301,234,567.89"),
        ("People trained", None, "134,567"),
        ("Share of", None, "7.14%"),
    ] {
        let row = shown.lines().find(|row| row.contains(name)).unwrap();
        let parts = [before, Some(now)].into_iter().flatten();
        assert!(parts.clone().all(|value| has_whole(row, value)), "{row}\n{shown}");
    }
    let ordinary = LARGE.replace("12345678901", "1345678").replace("1234567890", "1234567");
    let ordinary = ordinary.replace("287654321.55", "1287.5").replace("301234567.89", "1350.25");
    let state = open(&ordinary, (80, 24));
    let shown = plain(&state);
    let row = shown.lines().find(|row| row.contains("Trade with")).unwrap();
    assert!(has_whole(row, "1,234,567") && has_whole(row, "1,345,678"), "{shown}");
}
