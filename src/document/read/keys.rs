//! What can be wrong with keys, and with the form of what stands after them.

use super::characters::clean;
use super::item::Slot;
use super::{Reader, severity_of};
use crate::document::fields::{self, Field, Kind, Part};
use crate::document::finding::{Code, Finding};
use crate::document::tree::{self, Node};

impl Reader<'_> {
    /// Reports a value of the wrong form.
    pub(super) fn wrong_form(&mut self, slot: Slot<'_, '_>, needed: &str) {
        let (is, bracket) = match slot.value.kind() {
            tree::Kind::List(_) => ("a list", '['),
            tree::Kind::Mapping(_) => ("a group of keys", '{'),
            tree::Kind::Text(..) => ("a single text", ' '),
            // The trouble is reported already.
            tree::Kind::Shared(_) | tree::Kind::Lost => return,
        };
        let place = self.spot(slot.value);
        let in_brackets =
            self.source.text().get(place.span.start..).is_some_and(|text| text.starts_with(bracket));
        let message = format!("`{}` holds {is}", slot.field.key);
        let help = match slot.field.kind {
            Kind::Text | Kind::Prose | Kind::Id if in_brackets => {
                "If this is a text, put it in quotes.".to_owned()
            }
            _ => format!("Write it like this: `{}: {}`", slot.field.key, slot.field.example),
        };
        let finding = Finding::new(Code::WrongForm, place, message).severity(severity_of(slot.field));
        self.report(finding.label(needed).help(help));
    }

    pub(super) fn unknown_field(&mut self, part: Part, name: &str, key: &Node<'_>, nearest: Option<&str>) {
        let name = clean(name);
        let message = format!("`{name}` is not a field of {}", part.called());
        let all = || part.fields().iter().map(|field| field.key).collect::<Vec<_>>().join(", ");
        let help = match (nearest, fields::home_of(&name)) {
            (Some(nearest), _) => {
                format!("Perhaps `{nearest}`? If it is a remark of your own, write `x-{name}`.")
            }
            (None, Some(home)) => format!("`{name}` is a field of {}: move it there.", home.called()),
            (None, None) => format!("Known here: {}. A remark of your own begins with `x-`.", all()),
        };
        let finding = Finding::new(Code::UnknownField, self.spot(key), message);
        self.report(finding.label("not known here, shown nowhere").help(help));
    }

    pub(super) fn duplicate_key(&mut self, field: &Field, name: &str, first: &Node<'_>, second: &Node<'_>) {
        let name = clean(name);
        let message = if name == field.key {
            format!("`{name}` is given twice")
        } else {
            format!("`{name}` is another name for `{}`, which is given already", field.key)
        };
        let finding = Finding::new(Code::DuplicateKey, self.spot(second), message);
        let finding = finding.label("given again here").also(self.spot(first), "first given here, and shown");
        self.report(finding.help("Keep one of the two and delete the other."));
    }

    pub(super) fn other_name(&mut self, field: &Field, name: &str, key: &Node<'_>) {
        let name = clean(name);
        let message = format!("`{name}` is read as `{}`", field.key);
        let finding = Finding::new(Code::OtherName, self.spot(key), message);
        let label = format!("usually `{}`", field.key);
        self.report(finding.label(label).help(format!("Write {} in place of {name}.", field.key)));
    }
}
