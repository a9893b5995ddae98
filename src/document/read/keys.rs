//! What can be wrong with keys, and with the form of what stands after them.

use super::periods::is_a_period;
use super::programme::section_of;
use super::reader::{Reader, Slot, severity_of};
use super::shown::shown;
use crate::document::finding::{Code, Finding, Severity};
use crate::programme::fields::{self, Field, Kind, Part};
use crate::yaml::tree::{Node, NodeKind};

impl Reader<'_> {
    /// The text of a single value; of anything else is reported what is needed.
    pub(super) fn single<'t>(&mut self, slot: Slot<'t>, needed: &str) -> Option<&'t str> {
        let text = slot.value.text();
        if text.is_none() {
            self.wrong_form(slot, needed);
        }
        text
    }

    /// Reports a value of the wrong form.
    pub(super) fn wrong_form(&mut self, slot: Slot<'_>, needed: &str) {
        let is = match slot.value.kind() {
            NodeKind::List => "a list",
            NodeKind::Mapping => "a group of keys",
            NodeKind::Text(..) => "a single text",
            // The trouble is reported already.
            NodeKind::Lost => return,
        };
        let place = self.spot(slot.value);
        let message = format!("`{}` holds {is}", slot.field.key);
        let is_text =
            matches!(slot.field.kind, Kind::Text | Kind::Prose | Kind::Id | Kind::Texts | Kind::Links(_));
        let help = match slot.value.kind() {
            NodeKind::List if slot.field.key == "evaluation" => "Write `evaluation:`, under it `criteria:`, \
                and the list under that, each two spaces further to the right."
                .to_owned(),
            NodeKind::List if is_text => {
                "Write one text. If it begins with a bracket, put it in quotes.".to_owned()
            }
            NodeKind::Mapping if is_text => text_alone(slot).unwrap_or_else(|| {
                "If this is a text with a colon or a bracket in it, put it in quotes.".to_owned()
            }),
            NodeKind::Mapping | NodeKind::List | NodeKind::Text(..) | NodeKind::Lost => {
                as_example(slot.field)
            }
        };
        let is_lost = slot.field.part == Part::File || slot.field.kind == Kind::Values;
        let severity = if is_lost { Severity::Error } else { severity_of(slot.field) };
        if let (Part::File, Some(section)) = (slot.field.part, section_of(slot.field.key)) {
            self.lose_section(section, slot.key.mark().place());
        }
        let finding = Finding::new(Code::WrongForm, place, message).severity(severity);
        self.report(finding.label(needed).help(help));
    }

    pub(super) fn unknown_field(&mut self, part: Part, name: &str, key: Node<'_>) -> Option<&'static str> {
        if self.is_beyond(Severity::Warning, &key.mark().place()) {
            return None;
        }
        let name = shown(name);
        let is_period = part == Part::Metric && is_a_period(&name);
        let nearest = if is_period { Some("values") } else { fields::nearest_to(part, &name) };
        let message = format!("`{name}` is not a field of {}", part.called());
        let all = || part.fields().iter().map(|field| field.key).collect::<Vec<_>>().join(", ");
        let help = match (nearest, fields::home_of(&name)) {
            _ if name == "<<" => {
                "After `<<:` stands a star and the name of a group of keys: `<<: *name`.".to_owned()
            }
            _ if part != Part::File && has(Part::File, &name) => {
                format!("`{name}` is a section: begin its line, and the lines below it, further to the left.")
            }
            _ if part == Part::File && has(Part::About, &name) => {
                format!("Write it under `programme:`, with two spaces before `{name}`.")
            }
            _ if part == Part::File
                && let Some(Field { key, .. }) = fields::find(Part::About, &name) =>
            {
                format!("Here it is called `{key}`: write it under `programme:`, with two spaces before it.")
            }
            _ if is_period => {
                format!("Write all values together under `values:`, this one as `{name}:` with its number.")
            }
            _ if part == Part::File && ITEMS.iter().any(|item| has(*item, &name)) => {
                "If it belongs to an item, give this line as many spaces as the other lines of that item."
                    .to_owned()
            }
            _ if part == Part::Metric && is_a_value(&name) => {
                "Write it as the value of its period: `values: { 2023: 5 }`.".to_owned()
            }
            (Some(nearest), _) => {
                format!("Perhaps `{nearest}`? If it is a remark of your own, write `x-{name}`.")
            }
            (None, Some(home)) if home.key == name => {
                format!("`{name}` is a field of {}: move it there.", home.part.called())
            }
            (None, Some(home)) => {
                format!("Here it is called `{}`, a field of {}: move it there.", home.key, home.part.called())
            }
            (None, None) => format!("Known here: {}. A remark of your own begins with `x-`.", all()),
        };
        let mut finding = Finding::new(Code::UnknownField, self.spot(key), message);
        if let Some(section) = nearest.and_then(section_of).filter(|_| part == Part::File) {
            // Very likely a whole section is missing from what is shown.
            finding.severity = Severity::Error;
            self.lose_section(section, key.mark().place());
        }
        self.report(finding.label("not known here, shown nowhere").help(help));
        nearest
    }

    /// A key that is given again: the first is shown, of figures that differ neither. A section that is given again
    /// is lost.
    pub(super) fn duplicate_key(
        &mut self,
        (field, is_disputed): (&Field, bool),
        name: &str,
        first: Node<'_>,
        (second, value): (Node<'_>, Node<'_>),
    ) {
        let name = shown(name);
        let message = if name == field.key {
            format!("`{name}` is given twice")
        } else {
            format!("`{name}` is another name for `{}`, which is given already", field.key)
        };
        let finding = Finding::new(Code::DuplicateKey, self.spot(second), message);
        let shown = if is_disputed { "first given here" } else { "first given here, and shown" };
        let finding = finding.label("given again here").also(self.spot(first), shown);
        let mut help = if is_disputed {
            "Keep one of the two and delete the other. Until then neither counts."
        } else {
            "Keep one of the two and delete the other."
        };
        if let (Part::File, Some(section)) = (field.part, section_of(field.key)) {
            help = "Move what stands below this line under the first, and delete this line.";
            if !value.is_null() {
                self.lose_section(section, second.mark().place());
            }
        } else if ["title", "name"].contains(&field.key) {
            help = "If a new item begins here, put a dash and a blank before it; else keep one of the two and delete the other.";
        } else if value.text().is_none() {
            help = "If the lines below this one belong to the item, give them as many spaces as it has, and delete this line.";
        }
        self.report(finding.help(help));
    }

    /// A field under another name: said once a name, not once an item.
    pub(super) fn other_name(&mut self, field: &'static Field, name: &str, key: Node<'_>) {
        if !self.said.insert((field.part, field.key)) {
            return;
        }
        let name = shown(name);
        let message = format!("`{name}` is read as `{}`", field.key);
        let finding = Finding::new(Code::OtherName, self.spot(key), message);
        let label = format!("usually `{}`", field.key);
        let help = format!("Write {} in place of {name}, here and wherever it stands.", field.key);
        self.report(finding.label(label).help(help));
    }
}

/// What to write where the only value of a group is the text that is meant, as in `{ narrative: Text }`.
fn text_alone(slot: Slot<'_>) -> Option<String> {
    let entries = slot.value.entries();
    let [only] = entries.as_slice() else { return None };
    only.key.text().filter(|key| matches!(*key, "narrative" | "text"))?;
    let text = only.value.text().filter(|_| !only.value.is_null())?;
    Some(format!(
        "Write the text alone: `{}: {}`. If all of this is the text, put it in quotes.",
        slot.field.key,
        shown(text)
    ))
}

/// Parts that are items of a section.
const ITEMS: [Part; 5] =
    [Part::Metric, Part::Initiative, Part::Recommendation, Part::Criterion, Part::Meeting];

/// Whether a part has this very field.
fn has(part: Part, key: &str) -> bool {
    part.field(key).is_some()
}

/// Whether other kinds of files keep the latest value of a metric under this name.
fn is_a_value(name: &str) -> bool {
    let plain = name.to_lowercase().replace([' ', '-', '_'], "");
    ["value", "current", "currentvalue", "actual", "actualvalue", "latest", "latestvalue"]
        .contains(&plain.as_str())
}

/// How a field is written.
fn as_example(field: &Field) -> String {
    let Field { key, kind, example, .. } = field;
    let is_below =
        matches!(kind, Kind::List(_)) || matches!(kind, Kind::Group(_)) && !example.starts_with('{');
    if is_below {
        format!("Write `{key}:` and under it, two spaces further to the right, lines such as `{example}`.")
    } else {
        format!("Write it like this: `{key}: {example}`")
    }
}
