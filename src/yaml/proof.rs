//! Check: the proof that a patch changed one field and nothing else.
//!
//! Both texts are read to their ends, event by event. Never trusts the way the patch was made.

use super::Patch;
use super::events::{Comment, Event, Steps};
use super::write::{Form, Piece};

/// What may differ between two texts: one run of events gives way to another, either of which may be
/// empty. Events are numbered without comments.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Difference {
    /// Number of the first event that differs; all before it are the same.
    pub event: usize,
    /// What goes.
    pub gone: Vec<Piece>,
    /// What comes in its place.
    pub came: Vec<Piece>,
}

/// Whether `after`, made from `before` by `patch`, says the same but for `difference`: the same
/// events in kind, text, style, tag and anchor, and the same comments at their bytes.
pub(crate) fn holds(before: &str, after: &str, patch: &Patch, difference: &Difference) -> bool {
    let (mut old, mut new) = (Steps::of(before), Steps::of(after));
    same(&mut old, &mut new, difference.event)
        && differ(&mut old, &mut new, difference)
        && same_to_the_end(&mut old, &mut new)
        && same_comments(&old.comments, &new.comments, patch)
}

/// Whether the next events of both texts are those that were to go and to come.
fn differ(old: &mut Steps<'_>, new: &mut Steps<'_>, difference: &Difference) -> bool {
    let Difference { gone, came, .. } = difference;
    if let ([Piece::Any], [word @ Piece::Word(..)]) = (gone.as_slice(), came.as_slice()) {
        // One word in place of another keeps its anchor.
        let anchor = match old.next_event() {
            Some(Event::Scalar(_, _, anchor, None)) => anchor,
            Some(Event::Alias(_)) => 0,
            _ => return false,
        };
        return new.next_event().is_some_and(|event| is(&event, word, anchor));
    }
    let are = |steps: &mut Steps<'_>, pieces: &[Piece]| {
        pieces.iter().all(|piece| steps.next_event().is_some_and(|event| is(&event, piece, 0)))
    };
    are(old, gone) && are(new, came)
}

/// Whether an event is the one expected, under this anchor (0 for none).
fn is(event: &Event<'_>, piece: &Piece, anchor: usize) -> bool {
    match (event, piece) {
        (Event::Scalar(text, style, under, None), Piece::Word(wanted, way)) => {
            text == wanted && style == way && *under == anchor
        }
        (Event::Scalar(_, _, under, None), Piece::Any) => *under == anchor,
        (Event::Alias(_), Piece::Any) => anchor == 0,
        (Event::MappingStart(style, under, None), Piece::Begin(Form::Mapping, way))
        | (Event::SequenceStart(style, under, None), Piece::Begin(Form::List, way)) => {
            style == way && *under == anchor
        }
        (Event::MappingEnd, Piece::End(Form::Mapping)) | (Event::SequenceEnd, Piece::End(Form::List)) => true,
        _ => false,
    }
}

impl<'t> Steps<'t> {
    fn next_event(&mut self) -> Option<Event<'t>> {
        self.next().map(|step| step.event)
    }
}

/// Whether the next `count` events are the same.
fn same(old: &mut Steps<'_>, new: &mut Steps<'_>, count: usize) -> bool {
    (0..count).all(|_| old.next_event().is_some_and(|event| Some(event) == new.next_event()))
}

/// Whether all further events are the same and both texts end well.
fn same_to_the_end(old: &mut Steps<'_>, new: &mut Steps<'_>) -> bool {
    loop {
        match (old.next_event(), new.next_event()) {
            (None, None) => return old.broken.is_none() && new.broken.is_none(),
            (Some(a), Some(b)) if a == b => {}
            _ => return false,
        }
    }
}

/// Whether each comment says what it said, at the byte where the patch leaves it.
fn same_comments(old: &[Comment<'_>], new: &[Comment<'_>], patch: &Patch) -> bool {
    let moved = |at: usize| match at.checked_sub(patch.span().end) {
        Some(past) => patch.at + patch.inserted.len() + past,
        None => at,
    };
    old.len() == new.len() && old.iter().zip(new).all(|(was, is)| moved(was.0) == is.0 && was.1 == is.1)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::yaml::events::{ScalarStyle, StructureStyle};
    use std::borrow::Cow;

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
        holds(&before, &after, &patch, difference)
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

    // Events 0 to 2 begin the stream, the document and the mapping; `b` and its value are 5 and 6.

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
        let difference = Difference { event: 6, gone: vec![Piece::Any], came: vec![word("new")] };
        hold(&difference, "a: 1\nb: «old|new»\nc: 3 # note\n", &bad);
        assert!(accepts("a: 1\nb: &x «old|new»\n", &difference), "an anchor stays");
        assert!(accepts("a: &x 1\nb: «*x|new»\n", &difference), "an alias may become a value");
    }

    #[test]
    fn an_added_entry_may_be_that_entry_alone() {
        let difference = Difference { event: 5, gone: Vec::new(), came: vec![word("b"), word("new")] };
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
        let difference = Difference { event: 5, gone: vec![word("b"), word("old")], came: Vec::new() };
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
        let begin = Piece::Begin(Form::Mapping, StructureStyle::Flow);
        let group = vec![begin, word("value"), word("3"), Piece::End(Form::Mapping)];
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
        let difference = Difference { event: 6, gone: vec![Piece::Any], came: group.clone() };
        hold(&difference, "a: 1\nb: «3|{value: 3}»\n", &bad);
        let back = Difference { event: 6, gone: group, came: vec![word("3")] };
        hold(&back, "a: 1\nb: «{value: 3}|3»\n", &["a: 1\nb: «{value: 4}|3»\n", "a: 1\nb: «{value: 3}|4»\n"]);
    }

    #[test]
    fn comments_keep_their_words_and_their_bytes() {
        let comment = |at: usize, text: &'static str| (at, Cow::from(text));
        let patch = Patch { at: 10, removed: "old".into(), inserted: "newer".into() };
        let old = [comment(5, "a"), comment(20, "b")];
        assert!(same_comments(&old, &[comment(5, "a"), comment(22, "b")], &patch));
        for new in [[comment(5, "a"), comment(20, "b")], [comment(5, "x"), comment(22, "b")]] {
            assert!(!same_comments(&old, &new, &patch), "{new:?}");
        }
        assert!(!same_comments(&old, &[comment(5, "a")], &patch));
    }
}
