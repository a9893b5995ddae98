//! Every field of the table has its place on a screen and in the report.
//!
//! The document is made from the table of fields, so that a field that is added there and forgotten
//! elsewhere is found here.

#![expect(clippy::unwrap_used, clippy::panic, reason = "a test may fail loudly")]

use crate::stage::{day, press, pressed};
use chrono::{Days, NaiveDate};
use coopdash::app::{Tab, sheet};
use coopdash::document::read;
use coopdash::figures::derive;
use coopdash::programme::fields::{Field, Kind, Part};
use coopdash::{output, text};
use std::fmt::Write;

/// A document that uses every field, and what each of them must be seen as.
#[derive(Default)]
struct Everything {
    document: String,
    seen: Vec<(String, String)>,
    dates: u64,
}

impl Everything {
    fn of_the_table() -> Self {
        let mut everything = Self::default();
        everything.part(Part::File, 0, None);
        everything
    }

    /// The keys of a part, `indent` columns in; the first follows the dash of a list.
    fn part(&mut self, part: Part, indent: usize, dash: Option<()>) {
        let mut first = dash.is_some();
        for field in part.fields() {
            // `done` beside `status` is a contradiction, and has a test of its own.
            if field.key == "done" {
                continue;
            }
            let margin = if first { format!("{}- ", " ".repeat(indent - 2)) } else { " ".repeat(indent) };
            write!(self.document, "{margin}{}:", field.key).unwrap();
            first = false;
            self.value(field, indent);
        }
    }

    fn value(&mut self, field: &Field, indent: usize) {
        let name = format!("{:?} {}", field.part, field.key);
        let word = format!("zz-{:?}-{}", field.part, field.key).to_lowercase().replace('_', "-");
        let written = match field.kind {
            Kind::Group(part) => {
                self.document.push('\n');
                return self.part(part, indent + 2, None);
            }
            Kind::List(part) => {
                self.document.push('\n');
                return self.part(part, indent + 4, Some(()));
            }
            Kind::Values => return self.values(field),
            Kind::Text | Kind::Prose | Kind::Texts | Kind::Id => {
                self.seen.push((name, word.clone()));
                word
            }
            Kind::Targets => {
                self.seen.push((name, "7,811".to_owned()));
                "{ 2031: 7811, 2032: 7822 }".to_owned()
            }
            Kind::Date | Kind::Due => {
                // Days of their own, in an order that no rule objects to.
                self.dates += 1;
                let date = NaiveDate::from_ymd_opt(2021, 1, 1).unwrap() + Days::new(40 * self.dates);
                self.seen.push((name, text::date::format_date(date)));
                date.to_string()
            }
            Kind::Links(part) => {
                // A link is seen as the name of what it leads to.
                let id = format!("zz-{part:?}-id").to_lowercase();
                let title = if part == Part::Metric { "name" } else { "title" };
                self.seen.push((name, format!("zz-{part:?}-{title}").to_lowercase()));
                format!("[{id}]")
            }
            Kind::Word(vocabulary) => {
                let word = vocabulary.words()[0];
                self.seen.push((name, shown_word(field, word)));
                word.to_owned()
            }
            Kind::Number | Kind::Whole(_) | Kind::Time | Kind::TrueOrFalse | Kind::Period | Kind::Value => {
                let (written, shown) = figure(field);
                self.seen.push((name, shown.to_owned()));
                written.to_owned()
            }
        };
        writeln!(self.document, " {written}").unwrap();
    }

    fn values(&mut self, field: &Field) {
        let note = format!("zz-{:?}-value-note", field.part).to_lowercase();
        let scores = field.part == Part::Criterion;
        let (before, now) = if scores { ("3.1", "4.2") } else { ("7301", "7402") };
        let all =
            format!("{{ 2022: {before}, 2023: {{ value: {now}, status: provisional, note: {note} }} }}");
        let (before, now) = if scores { ("3.1 of 5.5", "4.2 of 5.5") } else { ("7,301", "7,402") };
        for (what, shown) in [
            ("note", note),
            ("period", "2022".to_owned()),
            ("value", before.to_owned()),
            ("value with more to say", now.to_owned()),
        ] {
            self.seen.push((format!("{:?} value {what}", field.part), shown));
        }
        // A score has no flag of its own words.
        self.seen.push((format!("{:?} value status", field.part), "provisional".to_owned()));
        writeln!(self.document, " {all}").unwrap();
    }
}

/// What is written for a number, a time or a period, and what must be seen of it. Numbers of their own, so that
/// none is found because another one is shown.
fn figure(field: &Field) -> (&'static str, &'static str) {
    match (field.part, field.key) {
        (Part::About, "stale_after") => ("4321", "4321 days"),
        (Part::About, "history") => ("true", "leave a dated update"),
        // Decimals are seen at every number of the metric.
        (Part::Metric, "decimals") => ("2", "7,402.00"),
        (Part::Metric, "axis_max") => ("9901", "9,901.00"),
        (Part::Metric, "cumulative") => ("true", "running total"),
        (Part::Decision, "done") => ("true", ", done)"),
        (Part::Baseline, "period") => ("2011", "2011"),
        (Part::Baseline, "value") => ("7101", "7,101"),
        (Part::Target, "period") => ("2033", "by 2033"),
        (Part::Target, "value") => ("8203", "8,203"),
        (Part::Target, "max") => ("8304", "8,304"),
        (Part::Thresholds, "on_track") => ("0.87", "87%"),
        (Part::Thresholds, "needs_acceleration") => ("0.43", "43%"),
        (Part::Scale, "min") => ("0.5", "0.5 to"),
        (Part::Scale, "max") => ("5.5", "5.5"),
        (Part::Meeting, "time") => ("13:37", "13:37"),
        _ => panic!("{:?} {} is a new figure: say how it is written and seen", field.part, field.key),
    }
}

/// What must be seen of a word of a vocabulary.
fn shown_word(field: &Field, word: &str) -> String {
    match (field.part, field.key) {
        (Part::Metric, "measure") => format!("{word},"),
        (Part::Metric, "direction") => "when higher".to_owned(),
        (Part::Initiative | Part::Recommendation | Part::Meeting, _) => word.replace('_', " "),
        _ => panic!("{:?} {} is a new word: say how it is seen", field.part, field.key),
    }
}

/// All the text that keys lead to, in a window wide enough that no line is broken.
fn reachable(document: &str) -> String {
    let mut all = String::new();
    let mut state = pressed(document, (200, 60), "i N");
    write!(all, "{:?}", sheet::rows(&state)).unwrap();
    for tab in Tab::ALL.iter().copied().skip(1) {
        press(&mut state, &format!("{} g", tab.number()));
        for _ in 0..state.row_count(tab) {
            press(&mut state, "Enter N");
            let (title, _) = state.head(state.chosen().unwrap()).unwrap();
            write!(all, "{title} {:?}", sheet::rows(&state)).unwrap();
            press(&mut state, "Esc j");
        }
    }
    all
}

fn missing(everything: &Everything, from: &str) -> Vec<String> {
    let lost = everything.seen.iter().filter(|(_, shown)| !from.contains(shown.as_str()));
    lost.map(|(name, shown)| format!("{name} ({shown})")).collect()
}

#[test]
fn every_field_of_the_table_can_be_reached_on_a_screen() {
    let everything = Everything::of_the_table();
    assert!(everything.seen.len() > 60, "only {} fields are looked for", everything.seen.len());
    let lost = missing(&everything, &reachable(&everything.document));
    assert!(lost.is_empty(), "on no screen: {lost:#?}\n{}", everything.document);
}

#[test]
fn every_field_of_the_table_is_in_the_report() {
    let everything = Everything::of_the_table();
    let reading = read(&everything.document);
    let report = output::report(&reading, &derive(&reading.programme, day()), "everything.yaml");
    let lost = missing(&everything, &report);
    assert!(lost.is_empty(), "not in the report: {lost:#?}\n{}", everything.document);
    assert!(!report.contains('\u{1b}'));
}
