//! Editing: a change somebody wants becomes a patch of a few bytes of the text.
//!
//! A change that cannot be made without doubt is refused with the line to go to; nothing is ever
//! guessed. Never writes a file, and never touches a byte outside the patch.

mod address;
mod back;
mod change;
mod expected;
mod field;
mod initiative;
mod periods;
mod rebase;
mod refusal;
mod standing;
mod step;
mod three_way;
mod typed;
mod update;
mod value;

pub use address::ItemAddress;
pub use back::{differ_in, differs_once};
pub use change::{Change, NewStanding, NewUpdate, NewValue, Subject};
pub use refusal::{Refusal, RefusalReason};

use super::finding::{Code, Finding, Severity};
use super::reading::Reading;
use crate::programme::Section;
use crate::yaml::{Obstacle, Patch, Proved};
use std::collections::HashMap;
use step::{ProvedStep, Text};

/// What a change comes to.
#[derive(Debug, Clone, PartialEq)]
pub struct Edited {
    /// The bytes that change; its [`Patch::inverse`] undoes it to the byte.
    pub patch: Patch,
    /// The text after the change, already read.
    pub reading: Reading,
}

/// Makes a change: finds the few bytes that must differ, and proves that nothing else does.
///
/// The proof is twofold. The new text has the same events as the old one but for what was set, added or
/// taken out, and the same comments; and the programme read from it equals the old programme with that
/// change made in memory. What the file's own rules would report, and did not before, is refused with that
/// finding; only where an initiative stands may be set all the same.
///
/// # Errors
///
/// Whatever leaves a doubt is refused, with the line to look at.
pub fn edit(reading: &Reading, change: &Change) -> Result<Edited, Refusal> {
    let (step, change, line) = proved_step(reading, change)?;
    let failed = || Refusal::at(line, Obstacle::CheckFailed);
    let (patch, mut after) = match step {
        None => (Patch::default(), reading.clone()),
        Some(Proved { patch, text, tree }) => (patch, reading.read_again_as(text, tree)),
    };
    if let Some(finding) = reported(reading, &after, &change, patch.at) {
        let line = finding.place.line().clamp(1, reading.source.lines().max(1));
        return Err(Refusal::at(line, RefusalReason::Reported(Box::new(finding))));
    }
    // Where nothing is to be done, what cannot be understood may stay as it is.
    let is_met = expected::is_met(&reading.programme, &mut after.programme, &change);
    if is_met.unwrap_or(patch.is_empty()) { Ok(Edited { patch, reading: after }) } else { Err(failed()) }
}

/// The step that makes the change; the change in the words the item keeps to; and the line of the item.
fn proved_step(reading: &Reading, change: &Change) -> Result<(ProvedStep, Change, usize), Refusal> {
    let (tree, programme) = (reading.tree_as_written(), &reading.programme);
    let before = Text { text: reading.source.text(), tree: &tree };
    let missing = || Refusal::at(1, RefusalReason::NotFound);
    let group = |item: &ItemAddress| before.item(item.place(programme).ok_or_else(missing)?);
    let line = change.item().and_then(|item| item.place(programme)).map_or(1, |place| place.line().max(1));
    let step = match change {
        Change::Initiative { title } => {
            initiative::add(before, typed::typed(title).unwrap_or_default(), &programme.initiatives)?
        }
        Change::AsOf { to } => field::as_of(before, &programme.about, *to)?,
        Change::Standing { item, to } if item.section == Section::Initiatives => {
            let (step, to) = standing::set(group(item)?, standing::of(programme, item.index), *to)?;
            return Ok((step, Change::Standing { item: item.clone(), to }, line));
        }
        Change::Field { item, key, to } => {
            let field = item.section.part().field(key).filter(|field| field.set_after.is_some());
            let to = to.as_deref().and_then(typed::typed);
            let given = change.theirs(programme).is_some();
            field::set(group(item)?, field.ok_or_else(missing)?, to, given)?
        }
        Change::Update { item, update } if item.section != Section::Metrics => {
            let given = if item.section == Section::Recommendations {
                programme.recommendations.get(item.index).map(|one| &one.updates)
            } else {
                programme.initiatives.get(item.index).map(|one| &one.updates)
            };
            let given = given.is_some_and(|updates| !updates.is_empty());
            update::add(group(item)?, item.section.part(), update, given)?
        }
        Change::Value { item, period, to } if item.section == Section::Metrics => {
            item.place(programme).ok_or_else(missing)?;
            let metric = programme.metrics.get(item.index).ok_or_else(missing)?;
            value::set(before, metric, period, to.as_ref())?
        }
        Change::Standing { .. } | Change::Update { .. } | Change::Value { .. } => {
            return Err(missing());
        }
    };
    Ok((step, change.clone(), line))
}

/// The first finding, of those that are no mere hints, that the change would bring. Where the file has the
/// same one elsewhere, it is the one nearest to the byte that changed.
fn reported(before: &Reading, after: &Reading, change: &Change, at: usize) -> Option<Finding> {
    if let Change::Standing { .. } = change {
        return None;
    }
    let mut known: HashMap<(Code, &str), usize> = HashMap::new();
    for finding in &before.findings {
        *known.entry((finding.code, &finding.message)).or_default() += 1;
    }
    let mut serious = after.findings.iter().filter(|finding| finding.severity > Severity::Hint);
    let new = serious.find(|finding| match known.get_mut(&(finding.code, finding.message.as_str())) {
        Some(left @ 1..) => {
            *left -= 1;
            false
        }
        _ => true,
    })?;
    let same = |finding: &&Finding| finding.code == new.code && finding.message == new.message;
    let distance = |finding: &&Finding| finding.place.start().abs_diff(at);
    after.findings.iter().filter(same).min_by_key(distance).cloned()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::read;
    use crate::programme::{Flag, InitiativeStatus};
    use crate::yaml::tree::READ;

    fn texts_read(text: &str, change: impl Fn(&Reading) -> Change) -> usize {
        let reading = read(text);
        let before = READ.get();
        edit(&reading, &change(&reading)).unwrap();
        READ.get() - before
    }

    #[test]
    fn a_tick_reads_the_new_text_once_and_a_value_with_its_kind_twice() {
        let text = "initiatives:\n- title: A\n  status: agreed\nmetrics:\n- name: B\n  values: { 2023: { value: 1, status: estimated } }\n";
        let tick = |reading: &Reading| {
            let item = ItemAddress::new(&reading.programme, Section::Initiatives, 0).unwrap();
            Change::Standing { item, to: NewStanding::Status(InitiativeStatus::Completed) }
        };
        assert_eq!(texts_read(text, tick), 1);
        let value = |reading: &Reading| {
            let item = ItemAddress::new(&reading.programme, Section::Metrics, 0).unwrap();
            let to = Some(NewValue { number: "2".into(), status: Some(Flag::Provisional) });
            Change::Value { item, period: "2023".into(), to }
        };
        assert_eq!(texts_read(text, value), 2);
    }
}
