//! Values by period: what stands under `values` of a metric and `scores` of a criterion.
//!
//! Never decides what kind of number a metric holds.

use super::item::Item;
use super::number::not_a_number;
use super::parts::{Way, is_called};
use super::periods::{PeriodLabel, is_a_period};
use super::reader::{Reader, Slot};
use super::shown::LONGEST;
use super::shown::shown;
use crate::document::finding::{Code, Finding, Severity};
use crate::programme::fields::{self, Part};
use crate::programme::period::{Period, PeriodMark};
use crate::programme::{Flag, Unreadable};
use crate::text::Place;
use crate::text::number;
use crate::yaml::tree::{self, Given, Node, NodeKind};
use std::collections::HashSet;

/// About what a value takes in memory with its period, while all periods of a series are understood together.
const VALUE: usize = 500;

/// A value as it stands in the file, before it is known what kind of number it is.
pub(super) struct Raw<'t> {
    /// What names its period.
    pub label: PeriodLabel<'t>,
    /// Its period, once it is understood.
    pub period: Option<Period>,
    /// The value; none where none is given.
    pub value: Option<Node<'t>>,
    /// What kind of value.
    pub flag: Flag,
    /// A remark.
    pub note: Option<String>,
    /// What was to be reached in this period.
    pub target: Option<Node<'t>>,
    /// Whether the target is all that stands there: it is no value then, missing or otherwise.
    pub is_target_alone: bool,
    /// Whether it is known already that the value cannot be read, and said why.
    pub is_unreadable: bool,
    /// What stands beside the value and cannot be read.
    pub lost: Unreadable,
}

impl Raw<'_> {
    /// Where the value stands; where none is written, its period.
    pub(super) fn place(&self, reader: &Reader<'_>) -> Place {
        let is_written = |node: &Node<'_>| node.mark().start < node.mark().end;
        reader.spot(self.value.filter(is_written).unwrap_or(self.label.node))
    }
}

/// The flag and the remark of a value with those that stand behind its period, as in `2023 (p)`.
fn marked(mark: Option<PeriodMark>, flag: Flag, note: Option<String>) -> (Flag, Option<String>) {
    let Some(mark) = mark else { return (flag, note) };
    let flag = if flag == Flag::Normal { mark.flag.unwrap_or(flag) } else { flag };
    let notes: Vec<String> = note.into_iter().chain(mark.notes).collect();
    (flag, (!notes.is_empty()).then(|| notes.join("; ")))
}

/// Whether everything that stands there has become a value, readable or not.
pub(super) fn is_whole(slot: Slot<'_>, raw: &[Raw<'_>]) -> bool {
    match slot.value.kind() {
        NodeKind::Mapping => true,
        NodeKind::List => slot.value.count() == raw.len(),
        NodeKind::Text(..) | NodeKind::Lost => false,
    }
}

/// What the metric says itself goes before what it inherits.
fn own_first(mut entries: Vec<Given<'_>>) -> Vec<Given<'_>> {
    if entries.iter().any(|given| given.inherited) {
        let mut known: HashSet<&str> = HashSet::new();
        entries.retain(|given| known.insert(given.key.text().unwrap_or("")) || !given.inherited);
    }
    entries
}

/// Whether these are groups of digits between commas.
fn is_rest(between: &str) -> bool {
    between.len() <= LONGEST
        && between.starts_with(',')
        && between.ends_with(',')
        && between.bytes().all(|byte| byte.is_ascii_digit() || byte == b',')
}

impl Reader<'_> {
    /// Every value of a field, in the order of the file.
    pub(super) fn raw_values<'t>(&mut self, slot: Slot<'t>) -> Vec<Raw<'t>> {
        if !tree::is_room_for(slot.value.count() * VALUE) {
            self.no_room(slot.key);
            return Vec::new();
        }
        match slot.value.kind() {
            NodeKind::Mapping => {
                let entries = own_first(slot.value.entries());
                let mut values: Vec<Raw<'t>> = Vec::with_capacity(entries.len());
                for given in entries {
                    match values.last_mut() {
                        Some(before) if self.is_decimal_comma(before, given.key, given.value) => {
                            before.is_unreadable = true;
                        }
                        _ => values.push(self.raw_value(given.key, given.value)),
                    }
                }
                values
            }
            NodeKind::List => slot.value.items().filter_map(|node| self.raw_in_list(node)).collect(),
            NodeKind::Text(..) | NodeKind::Lost => {
                self.wrong_form(slot, "values under their periods are needed here");
                Vec::new()
            }
        }
    }

    /// Between brackets a comma ends a value, so that `2022: 1,5` is 1 for 2022 and nothing for 5.
    /// Neither is what was meant.
    fn is_decimal_comma(&mut self, before: &Raw<'_>, key: Node<'_>, value: Node<'_>) -> bool {
        let Some(first) = before.value else { return false };
        let is_number = |node: Node<'_>| {
            let signs = |byte: u8| byte.is_ascii_digit() || matches!(byte, b'-' | b'.');
            node.text().is_some_and(|text| text.bytes().all(signs))
        };
        let between = self.source.text().get(first.mark().end as usize..key.mark().start as usize);
        // The rest of `1,234,567`.
        if before.is_unreadable && between.is_some_and(is_rest) && is_number(key) {
            return true;
        }
        let is_rest = || key.text().is_some_and(|text| text.starts_with(|c: char| c.is_ascii_digit()));
        if between != Some(",") || !value.is_empty() || !is_number(first) || !is_rest() {
            return false;
        }
        let place = self.source.place(first.mark().start as usize..key.mark().end as usize);
        let whole = first.text().unwrap_or("");
        let decimals = key.text().unwrap_or("");
        let written = format!("{whole},{decimals}");
        let Err(problem) = number::parse(&written) else { return false };
        self.report(not_a_number(&shown(&written), &problem, place, ""));
        true
    }

    /// A sum that a spreadsheet could not make, such as `#DIV/0!`, begins with the sign of a remark: the value
    /// would be missing without a word.
    fn is_spreadsheet_error(&mut self, label: Node<'_>, value: Node<'_>) -> bool {
        if !value.is_empty() || !value.is_null() {
            return false;
        }
        let Some((place, comment)) = self.comment_behind(label) else { return false };
        let word = comment.split([' ', ',', '}']).next().unwrap_or("");
        let letters = word.strip_prefix('#').unwrap_or("");
        // `#####` is what a column shows that is too narrow for its value.
        let is_error = ["N/A", "NV"].contains(&letters)
            || (word.len() > 2 && word.bytes().all(|byte| byte == b'#'))
            || (letters.len() > 3
                && letters.ends_with(['!', '?'])
                && letters.chars().all(|letter| letter.is_uppercase() || "/0!?".contains(letter)));
        if !is_error {
            return false;
        }
        let place = self.source.place(place.start()..place.start() + word.len());
        let message = format!("`{}` is no value, but the error of a spreadsheet", shown(word));
        let finding = Finding::new(Code::NotANumber, place, message).label("YAML takes this for a comment");
        self.report(finding.help("Write the value in digits, or null if it was not reported."));
        true
    }

    fn raw_value<'t>(&mut self, label: Node<'t>, node: Node<'t>) -> Raw<'t> {
        if let NodeKind::Mapping = node.kind() {
            if let Some(finding) = self.parts_without_a_whole(label, node, Way::Under) {
                self.report(finding);
                let item = Item::known(Part::Value, node, self);
                return Raw { is_unreadable: true, ..self.raw_group(&item, label) };
            }
            let item = Item::open(Part::Value, node, self);
            if let Some(slot) = item.slot("period") {
                let message = "The period of this value is given twice";
                let finding = Finding::new(Code::DuplicatePeriod, self.spot(slot.key), message);
                let finding = finding.label("passed over").also(self.spot(label), "this is its period");
                self.report(finding.severity(Severity::Warning).help("Delete one of the two."));
            }
            return self.raw_group(&item, label);
        }
        let is_unreadable = self.is_spreadsheet_error(label, node) || self.is_commented_out(label, node);
        let (label, mark) = PeriodLabel::of(label);
        let (flag, remark) = marked(mark, Flag::Normal, None);
        Raw {
            label,
            period: None,
            value: Some(node),
            flag,
            note: remark,
            target: None,
            is_target_alone: false,
            is_unreadable,
            lost: Unreadable::default(),
        }
    }

    fn raw_in_list<'t>(&mut self, node: Node<'t>) -> Option<Raw<'t>> {
        let entries = match node.kind() {
            NodeKind::Mapping => node.entries(),
            NodeKind::List | NodeKind::Text(..) => {
                let finding =
                    Finding::new(Code::WrongForm, self.spot(node), "A value in a list needs its period");
                let help = "Write `- { period: 2023, value: 5 }`, or all values as `{ 2022: 3, 2023: 5 }`.";
                let finding = finding.severity(Severity::Error).label("for which period is this?");
                self.report(finding.help(help));
                return None;
            }
            NodeKind::Lost => return None,
        };
        if let [one] = entries.as_slice()
            && one.key.text().is_some_and(|name| fields::find(Part::Value, name).is_none())
        {
            return Some(self.raw_value(one.key, one.value));
        }
        let is_of_periods = |given: &Given<'_>| given.key.text().is_some_and(is_a_period);
        if !entries.is_empty() && entries.iter().all(is_of_periods) {
            let message = "Several values stand behind one dash";
            let finding = Finding::new(Code::WrongForm, self.spot(node), message).severity(Severity::Error);
            let help = "Delete the dash: each value has a line of its own, `2023: 5`.";
            self.report(finding.label("not read").help(help));
            return None;
        }
        let names_it = |given: &&Given<'_>| given.key.text().is_some_and(|name| is_called(name, "period"));
        if let Some(period) = entries.iter().find(names_it).map(|given| given.value)
            && let Some(finding) = self.parts_without_a_whole(period, node, Way::Listed)
        {
            self.report(finding);
            let known = Item::known(Part::Value, node, self);
            return Some(Raw { is_unreadable: true, ..self.raw_group(&known, period) });
        }
        let item = Item::open(Part::Value, node, self);
        let Some(period) = item.slot("period") else {
            let finding =
                Finding::new(Code::MissingField, item.spot(self), "A value in a list needs its period");
            self.report(finding.label("`period` is missing").help("Add `period: 2023`."));
            return None;
        };
        Some(self.raw_group(&item, period.value))
    }

    fn raw_group<'t>(&mut self, item: &Item<'t>, label: Node<'t>) -> Raw<'t> {
        let flag = item.word("status", self).map_or(Flag::Normal, |flag| flag.value);
        let (label, mark) = PeriodLabel::of(label);
        let (flag, note) = marked(mark, flag, item.text("note", self));
        let value = item.given("value").map(|slot| slot.value);
        let target = item.slot("target").map(|slot| slot.value);
        // A figure under a misspelt name stands in the file all the same.
        let is_unreadable = item.unreadable().has("value") || item.is_disputed();
        let is_target_alone = target.is_some() && value.is_none() && flag == Flag::Normal && !is_unreadable;
        let mut lost = Unreadable::default();
        let beside = ["status", "note"];
        beside.into_iter().filter(|key| item.unreadable().has(key)).for_each(|key| lost.note(key));
        Raw { label, period: None, value, flag, note, target, is_target_alone, is_unreadable, lost }
    }

    /// The values whose periods are understood. Of a period that is given twice neither can be relied on.
    pub(super) fn once_each<'t>(
        &mut self,
        mut values: Vec<Raw<'t>>,
        periods: impl IntoIterator<Item = Option<Period>>,
    ) -> Vec<Raw<'t>> {
        for (raw, period) in values.iter_mut().zip(periods) {
            raw.period = period;
        }
        values.retain(|raw| raw.period.is_some());
        if values.is_sorted_by(|a, b| a.period < b.period) {
            return values;
        }
        let mut order: Vec<usize> = (0..values.len()).collect();
        let period = |at: usize| values.get(at).map(|raw| &raw.period);
        // Stable: of two that are the same the first stays before the other.
        order.sort_by(|a, b| period(*a).cmp(&period(*b)));
        // Each that is given again, with the first.
        let mut again: Vec<(usize, usize)> = Vec::new();
        for run in order.chunk_by(|a, b| period(*a) == period(*b)) {
            let Some((first, others)) = run.split_first() else { continue };
            again.extend(others.iter().map(|other| (*other, *first)));
        }
        again.sort_unstable();
        self.given_again(&mut values, &again);
        values
    }

    /// Reports each value of a period that was given before, with the place of the first, and leaves it out.
    fn given_again(&mut self, values: &mut Vec<Raw<'_>>, again: &[(usize, usize)]) {
        for (other, first) in again {
            let Some((label, raw)) = values.get(*first).map(|raw| raw.label.node).zip(values.get(*other))
            else {
                continue;
            };
            let written = raw.period.as_ref().map_or("", |period| period.label.as_str());
            let message = format!("{} is given twice", shown(written));
            let finding = Finding::new(Code::DuplicatePeriod, self.spot(raw.label.node), message);
            let finding = finding.label("given again here").also(self.spot(label), "first given here");
            self.report(finding.help("Delete the wrong one. Until then neither value is shown."));
            if let Some(raw) = values.get_mut(*first) {
                raw.is_unreadable = true;
            }
        }
        let is_first = |at: usize| again.binary_search_by_key(&at, |(other, _)| *other).is_err();
        let mut at = 0..;
        values.retain(|_| at.next().is_some_and(is_first));
    }
}
