//! Back: the proof that taking an edit back (or making it again) does that and nothing else, in a text that
//! somebody else has changed since.
//!
//! Twofold, as for edits: the YAML of both texts differs in one place, and the programmes differ in nothing
//! but what the changes are about. Never looks at how the bytes were found.

use super::address::ItemAddress;
use super::change::{Change, NewStanding};
use super::expected;
use crate::document::reading::Reading;
use crate::programme::{Programme, Section};
use crate::yaml::group::Group;
use crate::yaml::{Entry, Node, NodeForm, Tree};

/// Whether both texts are YAML from the first line to the last and say the same but for one entry or one item.
pub fn differs_once(before: &str, after: &str) -> bool {
    let (of_before, of_after) = (Tree::read(before), Tree::read(after));
    let files = Group::file(&of_before, before).ok().zip(Group::file(&of_after, after).ok());
    files.is_some_and(|(a, b)| a.node().is_written_as(b.node()) || once(a.node(), b.node()))
}

/// Whether two programmes say the same but for what these changes are about.
pub fn differ_in(before: &Reading, after: &Reading, changes: &[Change]) -> bool {
    let (mut a, mut b) = (before.programme.clone(), after.programme.clone());
    changes.iter().all(|change| without(&mut a, &mut b, change).is_some()) && a == b
}

/// Takes out of both programmes what a change is about.
fn without(a: &mut Programme, b: &mut Programme, change: &Change) -> Option<()> {
    let plain = match change {
        Change::Initiative { title } => return without_initiative(a, b, title),
        Change::AsOf { .. } => {
            (a.about.as_of, b.about.as_of) = (None, None);
            return Some(());
        }
        Change::Update { item, update } => {
            let remark = expected::remark(update);
            for programme in [a, b] {
                if let Some(updates) = expected::updates(programme, item) {
                    updates.retain(|one| *one != remark);
                }
            }
            return Some(());
        }
        Change::Standing { item, .. } => Change::Standing { item: item.clone(), to: NewStanding::NotGiven },
        Change::Field { item, key, .. } => Change::Field { item: item.clone(), key, to: None },
        Change::Value { item, period, .. } => {
            Change::Value { item: item.clone(), period: period.clone(), to: None }
        }
    };
    let is_there = |item: &ItemAddress, programme: &Programme| item.place(programme).is_some();
    let item = plain.item().filter(|item| is_there(item, a) && is_there(item, b))?;
    debug_assert!(item.section != Section::Meetings, "no other section can be changed");
    (*a, *b) = (expected::with(a, &plain)?, expected::with(b, &plain)?);
    Some(())
}

/// Takes the initiative out that only one of the programmes has.
fn without_initiative(a: &mut Programme, b: &mut Programme, title: &str) -> Option<()> {
    let (long, short) = if a.initiatives.len() > b.initiatives.len() { (a, b) } else { (b, a) };
    let alike = long.initiatives.iter().zip(&short.initiatives).take_while(|(one, other)| one == other);
    let at = alike.count();
    let own =
        long.initiatives.get(at).filter(|own| own.title == crate::document::read::cleaned(title.trim()));
    own?;
    long.initiatives.remove(at);
    Some(())
}

fn same_entry(a: Entry<'_>, b: Entry<'_>) -> bool {
    a.key.is_written_as(b.key) && a.value.is_written_as(b.value)
}

/// Whether two parts that are not the same differ in one place.
fn once(a: Node<'_>, b: Node<'_>) -> bool {
    let is_small = |node: Node<'_>| {
        !matches!(node.form(), NodeForm::List(_) | NodeForm::Mapping(_)) || node.count() == 0
    };
    match (a.form(), b.form()) {
        (NodeForm::Mapping(_), NodeForm::Mapping(_)) if a.count() == b.count() => {
            let mut unlike = a.pairs().zip(b.pairs()).filter(|(a, b)| !same_entry(*a, *b));
            match (unlike.next(), unlike.next(), unlike.next()) {
                (Some((a, b)), None, _) => a.key.is_written_as(b.key) && once(a.value, b.value),
                // A value and what kind of value it is are set together.
                (Some(one), Some(two), None) => [one, two].iter().all(|(a, b)| {
                    a.key.is_written_as(b.key) && a.value.word().is_some() && b.value.word().is_some()
                }),
                _ => false,
            }
        }
        (NodeForm::List(_), NodeForm::List(_)) if a.count() == b.count() => {
            let mut unlike = a.items().zip(b.items()).filter(|(a, b)| !a.is_written_as(*b));
            unlike.next().is_some_and(|(a, b)| once(a, b)) && unlike.next().is_none()
        }
        _ if is_small(a) || is_small(b) => true,
        (NodeForm::Mapping(_), NodeForm::Mapping(_)) => {
            one_more(&a.pairs().collect::<Vec<_>>(), &b.pairs().collect::<Vec<_>>(), same_entry)
        }
        (NodeForm::List(_), NodeForm::List(_)) => {
            one_more(&a.items().collect::<Vec<_>>(), &b.items().collect::<Vec<_>>(), Node::is_written_as)
        }
        _ => false,
    }
}

/// Whether one of two rows has one part more than the other, and all else is the same.
fn one_more<T: Copy>(a: &[T], b: &[T], same: impl Fn(T, T) -> bool) -> bool {
    let (long, short) = if a.len() > b.len() { (a, b) } else { (b, a) };
    if long.len() != short.len() + 1 {
        return false;
    }
    let head = long.iter().zip(short).take_while(|(a, b)| same(**a, **b)).count();
    let rest = long.iter().skip(head + 1).zip(short.iter().skip(head));
    rest.into_iter().all(|(a, b)| same(*a, *b))
}
