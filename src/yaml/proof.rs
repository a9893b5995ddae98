//! Proof: that a patch changed one field and nothing else.
//!
//! Both texts are held against each other step by step, to their ends. Never trusts the way the patch was made.

use super::tree::{Tag, TreeStep, What};
use super::write::Piece;
use super::{Patch, Tree};
use std::ops::Range;

/// What may differ between two texts: one run of steps gives way to another, either of which may be empty.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Difference {
    /// Number of the first step that differs; all before it are the same.
    pub step: usize,
    /// What goes.
    pub gone: Vec<Piece>,
    /// What comes in its place.
    pub came: Vec<Piece>,
}

/// A text with its tree.
type TextWithTree<'a> = (&'a str, &'a Tree);

/// Whether `after`, made from `before` by `patch`, says the same but for `difference`: the same
/// steps in kind, text, style, tag and anchor, the same comments, and nothing else in the documents behind.
pub(crate) fn holds(
    before: TextWithTree<'_>,
    after: TextWithTree<'_>,
    patch: &Patch,
    difference: &Difference,
) -> bool {
    let Difference { step, gone, came } = difference;
    let (old, new) = (*step..step + gone.len(), *step..step + came.len());
    let tails = (old.end..before.1.steps().len(), new.end..after.1.steps().len());
    // One word in place of another keeps its anchor.
    let keeps = matches!((gone.as_slice(), came.as_slice()), ([Piece::Any], [Piece::Word(..)]));
    before.1.unsound.is_none()
        && after.1.unsound.is_none()
        && same((before, 0..*step), (after, 0..*step))
        && are(before, old.clone(), gone)
        && are(after, new.clone(), came)
        && are_named_alike((before, old), (after, new), keeps)
        && same((before, tails.0), (after, tails.1))
        && !is_in_a_comment(before, patch.at, patch.span().end)
        && !is_in_a_comment(after, patch.at, patch.at + patch.inserted.len())
        && leaves_other_documents(before.1, after.1, patch)
}

/// Some steps of a text.
type Stretch<'a> = (TextWithTree<'a>, Range<usize>);

/// Whether steps of both texts are the same.
fn same((a, old): Stretch<'_>, (b, new): Stretch<'_>) -> bool {
    let (Some(steps), Some(others)) = (a.1.steps().get(old.clone()), b.1.steps().get(new.clone())) else {
        return false;
    };
    steps.len() == others.len()
        && a.1.anchors_in(old).eq(b.1.anchors_in(new))
        && steps.iter().zip(others).all(|(one, other)| {
            let is_same = (one.what, one.tag) == (other.what, other.tag);
            let is_word = matches!(one.what, What::Scalar(_));
            is_same && (!is_word || a.1.text_of(one, a.0) == b.1.text_of(other, b.0))
        })
}

/// Whether what is set is without any anchor, or (`keeps`) has that of the word it takes the place of.
fn are_named_alike(before: Stretch<'_>, after: Stretch<'_>, keeps: bool) -> bool {
    let (mut old, mut new) = (own_anchors(before), own_anchors(after));
    if keeps { old.eq(new) } else { old.next().is_none() && new.next().is_none() }
}

/// The anchors of some steps, without those that aliases name.
fn own_anchors(((_, tree), steps): Stretch<'_>) -> impl Iterator<Item = (usize, u32)> + '_ {
    let start = steps.start;
    let is_alias = move |at: usize| tree.steps().get(start + at).is_some_and(|step| step.what == What::Alias);
    tree.anchors_in(steps).filter(move |(at, _)| !is_alias(*at))
}

/// Whether some steps are the ones expected.
fn are(read: TextWithTree<'_>, steps: Range<usize>, pieces: &[Piece]) -> bool {
    let is = |(step, piece): (&TreeStep, &Piece)| {
        let is_such = match (step.what, piece) {
            (What::Alias, Piece::Any) => return true,
            (What::Scalar(style), Piece::Word(wanted, way)) => {
                style == *way && read.1.text_of(step, read.0) == wanted
            }
            (What::Scalar(_), Piece::Any) | (What::End, Piece::End) => true,
            (What::List(style), Piece::List(way)) | (What::Mapping(style), Piece::Mapping(way)) => {
                style == *way
            }
            _ => false,
        };
        is_such && step.tag == Tag::None
    };
    read.1.steps().get(steps).is_some_and(|steps| steps.iter().zip(pieces).all(is))
}

/// Whether a part of a stretch stands in a comment. What stands outside of a patch keeps its words and its bytes,
/// so that a comment can be touched by a stretch that begins or ends inside of one alone.
fn is_in_a_comment((text, tree): TextWithTree<'_>, start: usize, end: usize) -> bool {
    let line = text.get(..start).and_then(|head| head.rfind(['\n', '\r'])).map_or(0, |last| last + 1);
    let is_word = |at: usize| {
        let after = tree.steps().partition_point(|step| step.mark.start as usize <= at);
        let before = tree.steps().get(..after).unwrap_or_default();
        let mut words = before.iter().rev().filter(|step| matches!(step.what, What::Scalar(_)));
        words.next().is_some_and(|step| at < step.mark.end as usize)
    };
    let begins = |at: usize| {
        let before = text.get(..at).and_then(|head| head.chars().next_back());
        before.is_none_or(char::is_whitespace) && !is_word(at)
    };
    let hashes = text.get(line..end).unwrap_or("").match_indices('#').map(|(at, _)| line + at);
    hashes.filter(|at| begins(*at)).any(|at| {
        let length = text.get(at..).and_then(|rest| rest.find(['\n', '\r'])).unwrap_or(text.len() - at);
        start < at + length
    })
}

/// Whether what stands behind the first document is as it was.
fn leaves_other_documents(before: &Tree, after: &Tree, patch: &Patch) -> bool {
    let end = before.end as usize;
    let moved = (end + patch.inserted.len()).checked_sub(patch.removed.len());
    before.documents == after.documents
        && (before.documents == 1 || (patch.span().end <= end && moved == Some(after.end as usize)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::yaml::{ScalarStyle, StructureStyle};

    /// Splits `a: «x|y»` into both texts and the patch between them.
    fn texts(row: &str) -> (String, String, Patch) {
        let (head, rest) = row.split_once('«').unwrap();
        let (removed, rest) = rest.split_once('|').unwrap();
        let (inserted, tail) = rest.split_once('»').unwrap();
        let patch = Patch { at: head.len(), removed: removed.into(), inserted: inserted.into() };
        ([head, removed, tail].concat(), [head, inserted, tail].concat(), patch)
    }

    fn accepts(row: &str, difference: &Difference) -> bool {
        let (before, after, patch) = texts(row);
        holds((&before, &Tree::read(&before)), (&after, &Tree::read(&after)), &patch, difference)
    }

    fn word(text: &str) -> Piece {
        Piece::Word(text.into(), ScalarStyle::Plain)
    }

    #[track_caller]
    fn hold(difference: &Difference, good: &str, bad: &[&str]) {
        assert!(accepts(good, difference), "{good}");
        for row in bad {
            assert!(!accepts(row, difference), "{row}");
        }
    }

    // Step 0 begins the mapping; `b` and its value are 3 and 4.

    #[test]
    fn a_replaced_value_may_differ_in_its_text_alone() {
        let bad = [
            "a: 1\nb: «old|newer»\nc: 3 # note\n",
            "a: 1\nb: «old|\"new\"»\nc: 3 # note\n",
            "a: 1\nb: «old|!x new»\nc: 3 # note\n",
            "a: 1\nb: «old|&x new»\nc: 3 # note\n",
            "a: 1\nb: «old|[new]»\nc: 3 # note\n",
            "a: 1\nb: «old|new # more»\nc: 3 # note\n",
            "a: 1\nb: «old\nc: 3|new\nc: 4» # note\n",
            "a: 1\nb: «old|new\nd: 4»\nc: 3 # note\n",
            "a: «1\nb: old|2\nb: new»\nc: 3 # note\n",
            "a: 1\nb: «old\nc: 3|new» # note\n",
            "a: 1\nb: «old|new»\nc: 3 # note\nd: [\n",
            "a: 1\nb: old\nc: «3|new» # note\n",
            "a: 1\nb: «!x old|new»\nc: 3 # note\n",
            "a: 1\nb: «&x old|new»\nc: 3 # note\n",
            "a: 1\nb: «[]|new»\nc: 3 # note\n",
        ];
        let difference = Difference { step: 4, gone: vec![Piece::Any], came: vec![word("new")] };
        hold(&difference, "a: 1\nb: «old|new»\nc: 3 # note\n", &bad);
        assert!(accepts("a: 1\nb: &x «old|new»\n", &difference), "an anchor stays");
        assert!(accepts("a: &x 1\nb: «*x|new»\n", &difference), "an alias may become a value");
    }

    #[test]
    fn an_added_entry_may_be_that_entry_alone() {
        let difference = Difference { step: 3, gone: Vec::new(), came: vec![word("b"), word("new")] };
        let bad = [
            "a: 1\n«|b: newer\n»c: 3\n",
            "a: 1\n«|d: new\n»c: 3\n",
            "a: 1\n«|b: new\nd: 4\n»c: 3\n",
            "a: 1\n«|b: new # note\n»c: 3\n",
            "a: 1\n«|b: [new]\n»c: 3\n",
            "a: 1\n«|b: !x new\n»c: 3\n",
            "a: 1\n«|b: &x new\n»c: 3\n",
            "a: 1\n«|! b: new\n»c: 3\n",
            "a: 1\n«|\"b\": new\n»c: 3\n",
            "«|b: new\n»a: 1\nc: 3\n",
            "a: 1\n«c: 3|b: new»\n",
            "a: 1\n«|»c: 3\n",
        ];
        hold(&difference, "a: 1\n«|b: new\n»c: 3\n", &bad);
    }

    #[test]
    fn a_removed_entry_may_be_that_entry_alone() {
        let difference = Difference { step: 3, gone: vec![word("b"), word("old")], came: Vec::new() };
        let bad = [
            "a: 1\n«b: older\n|»c: 3\n",
            "a: 1\n«b: old # note\n|»c: 3\n",
            "a: 1\n«b: old\nc: 3\n|»",
            "a: 1\n«b: old\n|»c: 3\nd: ]\n",
            "a: 1\nb: old\n«c: 3\n|»",
        ];
        hold(&difference, "a: 1\n«b: old\n|»c: 3\n", &bad);
    }

    #[test]
    fn a_value_may_become_a_group_and_a_group_that_group_alone() {
        let begin = Piece::Mapping(StructureStyle::Flow);
        let group = vec![begin, word("value"), word("3"), Piece::End];
        let bad = [
            "a: 1\nb: «3|{value: 4}»\n",
            "a: 1\nb: «3|{value: 3, x: 1}»\n",
            "a: 1\nb: «3|{value: 3}\nd: 4»\n",
            "a: 1\nb: «3|[value, 3]»\n",
            "a: 1\nb: «3|&x {value: 3}»\n",
            "a: 1\nb: &x «3|{value: 3}»\n",
            "a: 1\nb: «3|\n  value: 3»\n",
            "a: 1\nb: «[3]|{value: 3}»\n",
        ];
        let difference = Difference { step: 4, gone: vec![Piece::Any], came: group.clone() };
        hold(&difference, "a: 1\nb: «3|{value: 3}»\n", &bad);
        let back = Difference { step: 4, gone: group, came: vec![word("3")] };
        hold(&back, "a: 1\nb: «{value: 3}|3»\n", &["a: 1\nb: «{value: 4}|3»\n", "a: 1\nb: «{value: 3}|4»\n"]);
    }

    #[test]
    fn comments_keep_their_words_and_their_bytes() {
        let difference = Difference { step: 4, gone: vec![Piece::Any], came: vec![Piece::Any] };
        let good = ["a: 1\nb: «2|3» # c\n", "a: 1 # c\nb: «2|3»\n", "a: 1\nb: «'#2'|'# 3'» # c\n"];
        for row in good {
            assert!(accepts(row, &difference), "{row}");
        }
        let bad = [
            "a: 1\nb: 2 # c«|d»\n",
            "a: 1\nb: 2 #« c|»\n",
            "a: 1\nb: 2« # c|»\n",
            "a: 1\nb: «2|3 # c»\n",
            "a: 1\n«|# c\n»b: 2\n",
            "a: 1\n«# c\n|»b: 2\n",
            "a: 1\nb: 2\n#« c|»",
        ];
        for row in bad {
            assert!(!accepts(row, &difference), "{row}");
        }
    }

    #[test]
    fn a_document_behind_the_first_stays_as_it_is() {
        let difference = Difference { step: 4, gone: vec![Piece::Any], came: vec![Piece::Any] };
        assert!(accepts("a: 1\nb: «2|3»\n---\nc: 4\n", &difference));
        assert!(!accepts("a: 1\nb: 2\n---\nc: «4|5»\n", &difference));
        assert!(!accepts("a: 1\nb: «2|2\n---\nd: 5»\n", &difference));
        assert!(!accepts("a: 1\nb: «2|3»\n---\nc: [\n", &difference));
    }
}
