//! Parts without a whole: `{ total: 90, women: 40, men: 50 }` where a value is needed.
//!
//! A figure that stands in the file and cannot be read is never "not reported". Never adds parts up.

use super::Reader;
use super::characters::shown;
use crate::document::fields::{self, Found, Part};
use crate::document::finding::{Code, Finding};
use crate::document::tree::Node;
use crate::text::{fold, number};

/// What the sum of all parts is called, in the languages of those who count (without case and accents).
const TOTALS: [&str; 26] = [
    "total",
    "totals",
    "all",
    "sum",
    "overall",
    "both",
    "together",
    "ukupno",
    "svi",
    "sveukupno",
    "skupno",
    "vkupno",
    "gjithsej",
    "totali",
    "toplam",
    "gesamt",
    "insgesamt",
    "summe",
    "totale",
    "ensemble",
    "totaal",
    "razem",
    "celkem",
    "spolu",
    "итого",
    "всего",
];

impl Reader<'_> {
    /// What to say of a group that gives numbers under names of its own, and no `value`.
    pub(super) fn parts_without_a_whole(&self, label: &Node<'_>, node: &Node<'_>) -> Option<Finding> {
        let mut parts: Vec<(String, String)> = Vec::new();
        for given in node.entries() {
            let (key, _) = given.key.text()?;
            match fields::find(Part::Value, key) {
                Found::Field(number) | Found::Other(number) => {
                    let key = Part::Value.fields().get(number).map_or("", |field| field.key);
                    if matches!(key, "value" | "target") {
                        return None;
                    }
                }
                Found::Unknown => {
                    let (text, _) = given.value.text()?;
                    number::parse(text).ok()?;
                    parts.push((shown(key), shown(text)));
                }
            }
        }
        let is_misspelt = parts.iter().any(|(key, _)| fields::nearest_to(Part::Value, key) == Some("value"));
        if parts.is_empty() || is_misspelt {
            return None;
        }
        let period = label.text().map(|(text, _)| shown(text)).unwrap_or_default();
        let message =
            format!("The figures for {period} stand under names of their own, and none is the `value`");
        let finding = Finding::new(Code::MissingField, self.spot(node), message);
        Some(finding.label("`value` is missing, so none is shown").help(proposal(&period, &parts)))
    }
}

/// The line to write: the total as the value, its parts as a remark.
fn proposal(period: &str, parts: &[(String, String)]) -> String {
    let total = parts.iter().position(|(key, _)| is_total(key));
    let rest: Vec<String> = parts
        .iter()
        .enumerate()
        .filter(|(at, _)| Some(*at) != total)
        .map(|(_, (key, value))| format!("{key} {value}"))
        .collect();
    let rest = rest.join(", ");
    match total.and_then(|at| parts.get(at)) {
        Some((_, value)) if rest.is_empty() => format!("Write `{period}: {value}`."),
        Some((_, value)) => format!("Write `{period}: {{ value: {value}, note: \"{rest}\" }}`."),
        None => format!("Write the figure for all of them: `{period}: {{ value: …, note: \"{rest}\" }}`."),
    }
}

fn is_total(key: &str) -> bool {
    let key = fold(key);
    let mut words = key.split(|letter: char| !letter.is_alphanumeric());
    words.any(|word| TOTALS.contains(&word)) || key == "укупно" || key == "вкупно" || key == "усього"
}
