//! Many: the items of a list one after the other, those of a long one from both ends.
//!
//! What comes of them is the same either way: items are read beside each other as far as there is nothing to say of
//! them, and where there is, in their order.

use super::reader::Reader;
use super::rows::Readable;
use crate::programme::fields::Part;
use crate::text::from_both_ends;
use crate::yaml::Node;
use crate::yaml::tree::is_for_two;
use std::ops::ControlFlow;

/// So many items are read at a time.
const AT_A_TIME: usize = 64;

/// So often items are read in vain beside the others: where there is much to say, all is left to be read in order.
const MOST_TWICE: usize = 8;

impl Reader<'_> {
    /// Reads the items of a list, each behind those that are there.
    pub(super) fn items<T: Readable>(&mut self, part: Part, list: Node<'_>, items: &mut Vec<T>) {
        let mark = list.mark();
        if self.unmerged.is_empty() && is_for_two((mark.end - mark.start) as usize) {
            self.items_from_both_ends(part, list, AT_A_TIME, items);
        } else {
            items.extend(list.items().filter_map(|node| self.list_item(part, node)));
        }
    }

    /// The same from both ends, so many at a time: each at once in the place where it stays.
    fn items_from_both_ends<T: Readable>(
        &mut self,
        part: Part,
        list: Node<'_>,
        at_a_time: usize,
        items: &mut Vec<T>,
    ) {
        let before = items.len();
        let firsts: Vec<Node<'_>> = list.items().step_by(at_a_time).collect();
        items.resize_with(before + list.count(), T::default);
        let places = items.get_mut(before..).unwrap_or_default().chunks_mut(at_a_time);
        let mut sound: Vec<usize> = Vec::with_capacity(firsts.len());
        let beside = self.beside();
        let front = |(first, places): (&Node<'_>, &mut [T])| {
            sound.push(self.fill(part, list.items_from(*first), places));
            ControlFlow::Continue(())
        };
        let mut twice = 0;
        let back = |(first, places): (&Node<'_>, &mut [T])| {
            if twice == MOST_TWICE {
                return ControlFlow::Continue(None);
            }
            let mut reader = beside.beside();
            let count = reader.fill(part, list.items_from(*first), places);
            let is_silent = reader.is_silent();
            twice += usize::from(!is_silent);
            ControlFlow::Continue(is_silent.then_some(count))
        };
        let mut behind = from_both_ends(firsts.iter().zip(places), front, back);
        while let Some(count) = behind.pop() {
            let at = sound.len();
            sound.push(count.unwrap_or_else(|| {
                let places = items.get_mut(before..).and_then(|items| items.chunks_mut(at_a_time).nth(at));
                let first = firsts.get(at).zip(places);
                first.map_or(0, |(first, places)| self.fill(part, list.items_from(*first), places))
            }));
        }
        keep_sound(items, before, at_a_time, &sound);
    }

    /// Reads as many items as there are places; how many of them can be shown, which stand first.
    fn fill<'t, T: Readable>(
        &mut self,
        part: Part,
        nodes: impl Iterator<Item = Node<'t>>,
        places: &mut [T],
    ) -> usize {
        let mut left = places.iter_mut();
        let mut count = 0;
        for node in nodes.take(left.len()) {
            if let Some(item) = self.list_item(part, node)
                && let Some(place) = left.next()
            {
                *place = item;
                count += 1;
            }
        }
        count
    }
}

/// Takes out the places, from `before` on, that are left over of so many at a time.
fn keep_sound<T>(items: &mut Vec<T>, before: usize, at_a_time: usize, sound: &[usize]) {
    let mut at = 0..;
    items.retain(|_| {
        let place = at.next().unwrap_or_default();
        place < before || {
            let place = place - before;
            sound.get(place / at_a_time).is_some_and(|count| place % at_a_time < *count)
        }
    });
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::programme::{Initiative, Metric};
    use crate::text::Source;
    use crate::yaml::Tree;
    use std::fmt::Debug;

    /// Items of which some have nothing wrong with them, and others much.
    const ITEMS: &[&str] = &[
        "- { name: A, title: A, status: agreed, values: { 2023: 5 } }",
        "- { name: B, title: B, state: agreed, values: { 2023: 5 } }",
        "- { name: C, title: C, due: 2023-13-01, values: { 2023: five } }",
        "- words alone",
        "-",
        "- { title: D, values: { FY2023: 5, FY2024: 6 } }",
        "- { name: &e E, title: &t E, values: { 2023: 5, 2023: 6 } }",
        "- { nmae: F, ttile: F }",
    ];

    fn is_the_same_from_both_ends<T: Readable + PartialEq + Debug>(part: Part, text: &str, at_a_time: usize) {
        let (source, tree) = (Source::new(text), Tree::read(text));
        let list = tree.root(text).unwrap();
        let (mut one, mut other) = (Reader::new(&source), Reader::new(&source));
        let (mut in_order, mut both) = (Vec::<T>::new(), Vec::<T>::new());
        one.items(part, list, &mut in_order);
        other.items_from_both_ends(part, list, at_a_time, &mut both);
        assert_eq!(in_order, both, "{text}");
        assert_eq!((one.unread, one.said), (other.unread, other.said), "{text}");
        assert_eq!(one.diagnostics.in_order(&source), other.diagnostics.in_order(&source), "{text}");
    }

    #[test]
    fn items_and_what_is_said_of_them_are_the_same_in_order_and_from_both_ends() {
        for seed in 0..400_usize {
            let pick = |at: usize| ITEMS.get((seed.wrapping_mul(31) + at * (seed % 7 + 1)) % ITEMS.len());
            let lines: Vec<&str> = (0..seed % 40).filter_map(pick).copied().collect();
            let text = format!("- {{ name: Z, title: Z }}\n{}\n", lines.join("\n"));
            is_the_same_from_both_ends::<Metric>(Part::Metric, &text, seed % 4 + 1);
            is_the_same_from_both_ends::<Initiative>(Part::Initiative, &text, seed % 3 + 1);
        }
    }
}
