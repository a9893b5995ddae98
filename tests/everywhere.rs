//! Every field of the table has its place on a screen and in the report.
//!
//! The document is made from the table of fields, so that a field that is added there and forgotten
//! elsewhere is found here.

#![expect(clippy::unwrap_used, reason = "a test may fail loudly")]

#[path = "support/stage.rs"]
mod stage;

use chrono::{Days, NaiveDate};
use coopdash::app::{Tab, sheet};
use coopdash::document::fields::{Field, Kind, Part};
use coopdash::document::read;
use coopdash::figures::derive;
use coopdash::{output, text};
use stage::{day, open, press};
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
            Kind::Date => {
                // Days of their own, in an order that no rule objects to.
                self.dates += 1;
                let date = NaiveDate::from_ymd_opt(2021, 1, 1).unwrap() + Days::new(40 * self.dates);
                self.seen.push((name, text::date::format_date(date)));
                date.to_string()
            }
            Kind::Links(part) => format!("[{}]", format!("zz-{part:?}-id").to_lowercase()),
            Kind::Word(vocabulary) => vocabulary.words()[0].to_owned(),
            Kind::Number | Kind::Whole | Kind::Time | Kind::TrueOrFalse | Kind::Period | Kind::Value => {
                field.example.to_owned()
            }
        };
        writeln!(self.document, " {written}").unwrap();
    }

    fn values(&mut self, field: &Field) {
        let note = format!("zz-{:?}-value-note", field.part).to_lowercase();
        let all = format!("{{ 2022: 3, 2023: {{ value: 4, status: provisional, note: {note} }} }}");
        self.seen.push((format!("{:?} value note", field.part), note));
        writeln!(self.document, " {all}").unwrap();
    }
}

/// All the text that keys lead to, in a window wide enough that no line is broken.
fn reachable(document: &str) -> String {
    let mut all = String::new();
    let mut state = open(document, (200, 60));
    press(&mut state, "i N");
    write!(all, "{:?}", sheet::rows(&state)).unwrap();
    for tab in Tab::ALL.into_iter().skip(1) {
        press(&mut state, &format!("{} g", tab.index() + 1));
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
