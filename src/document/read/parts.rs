//! Parts without a whole: `{ total: 90, women: 40, men: 50 }` where a value is needed.
//!
//! A figure that stands in the file and cannot be read is never "not reported". Never adds parts up.

use super::reader::Reader;
use super::shown::shown;
use crate::document::finding::{Code, Finding};
use crate::programme::fields::{self, Part};
use crate::text::{fold, number};
use crate::yaml::tree::Node;

/// What the sum of all parts is called, in the languages of those who count (without case and accents).
const TOTALS: &str = "total, totals, all, sum, overall, both, together, ukupno, svi, sveukupno, skupno, vkupno, \
    gjithsej, totali, toplam, gesamt, insgesamt, summe, totale, ensemble, totaal, razem, celkem, \
    spolu, итого, всего";

/// How a value is told its period.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Way {
    /// It stands under it.
    Under,
    /// It stands behind a dash, with its period beside it.
    Listed,
}

impl Reader<'_> {
    /// What to say of a group that gives numbers under names of its own, and no `value`; `way` is how values stand
    /// there.
    pub(super) fn parts_without_a_whole(&self, label: Node<'_>, node: Node<'_>, way: Way) -> Option<Finding> {
        let mut parts: Vec<(String, String)> = Vec::new();
        for given in node.entries() {
            let key = given.key.text()?;
            match fields::find(Part::Value, key) {
                Some(field) if ["value", "target"].contains(&field.key) => return None,
                Some(_) => {}
                None => {
                    let text = given.value.text()?;
                    number::parse(text).ok()?;
                    parts.push((shown(key), shown(text)));
                }
            }
        }
        let is_misspelt = parts.iter().any(|(key, _)| fields::nearest_to(Part::Value, key) == Some("value"));
        if parts.is_empty() || is_misspelt {
            return None;
        }
        let period = label.text().map(shown).unwrap_or_default();
        let message =
            format!("The figures for {period} stand under names of their own, and none is the `value`");
        let finding = Finding::new(Code::MissingField, self.spot(node), message);
        Some(finding.label("`value` is missing, so none is shown").help(proposal(&period, &parts, way)))
    }
}

/// Whether a name in a group of a value is that of this field.
pub(super) fn is_called(name: &str, key: &str) -> bool {
    fields::find(Part::Value, name).is_some_and(|field| field.key == key)
}

/// The line to write: the total as the value, its parts as a remark.
fn proposal(period: &str, parts: &[(String, String)], way: Way) -> String {
    let total = parts.iter().position(|(key, _)| is_total(key));
    let others = parts.iter().enumerate().filter(|(at, _)| Some(*at) != total);
    let rest: Vec<String> = others.map(|(_, (key, value))| format!("{key} {value}")).collect();
    let note = if rest.is_empty() { String::new() } else { format!(", note: \"{}\"", rest.join(", ")) };
    let whole = total.and_then(|at| parts.get(at)).map(|(_, value)| value.as_str());
    let value = whole.unwrap_or("…");
    let line = match way {
        Way::Under if rest.is_empty() => format!("{period}: {value}"),
        Way::Under => format!("{period}: {{ value: {value}{note} }}"),
        Way::Listed => format!("- {{ period: {period}, value: {value}{note} }}"),
    };
    if whole.is_some() {
        format!("Write `{line}`.")
    } else {
        format!("Write the figure for all of them: `{line}`.")
    }
}

fn is_total(key: &str) -> bool {
    let key = fold(key);
    let mut words = key.split(|letter: char| !letter.is_alphanumeric());
    words.any(|word| TOTALS.split(", ").any(|total| total == word))
        || key == "укупно"
        || key == "вкупно"
        || key == "усього"
}
