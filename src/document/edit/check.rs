//! Check: the proof that a patch changed one field and nothing else.
//!
//! Both texts are read to their ends, event by event. Never trusts the way the patch was made.

use super::Patch;
use super::events::{Comment, Event, ScalarStyle, Steps};

/// What may differ between two texts; events are numbered without comments.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Difference {
    /// One scalar or alias became the scalar `text`.
    Replaced {
        /// Number of its event, in both texts.
        event: usize,
        /// What it says now.
        text: String,
        /// How it is written now.
        style: ScalarStyle,
    },
    /// A key and its value were added.
    Inserted {
        /// Number of the key's event in the new text.
        event: usize,
        /// The key.
        key: String,
        /// Its value.
        text: String,
    },
    /// A key and its value were taken out.
    Removed {
        /// Number of the key's event in the old text.
        event: usize,
        /// The key.
        key: String,
        /// Its value.
        text: String,
    },
}

/// Whether `after`, made from `before` by `patch`, says the same but for `difference`: the same
/// events in kind, text, style, tag and anchor, and the same comments at their bytes.
pub(super) fn holds(before: &str, after: &str, patch: &Patch, difference: &Difference) -> bool {
    let (mut old, mut new) = (Steps::of(before), Steps::of(after));
    let differs = match difference {
        Difference::Replaced { event, text, style } => {
            same(&mut old, &mut new, *event) && replaced(&mut old, &mut new, text, *style)
        }
        Difference::Inserted { event, key, text } => {
            same(&mut old, &mut new, *event) && is_entry(&mut new, key, text)
        }
        Difference::Removed { event, key, text } => {
            same(&mut old, &mut new, *event) && is_entry(&mut old, key, text)
        }
    };
    differs && same_to_the_end(&mut old, &mut new) && same_comments(&old.comments, &new.comments, patch)
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

/// Whether a scalar or an alias became the scalar `text` in that style, under the same anchor.
fn replaced(old: &mut Steps<'_>, new: &mut Steps<'_>, text: &str, style: ScalarStyle) -> bool {
    let anchor = match old.next_event() {
        Some(Event::Scalar(_, _, anchor, None)) => anchor,
        Some(Event::Alias(_)) => 0,
        _ => return false,
    };
    match new.next_event() {
        Some(Event::Scalar(now, is, kept, None)) => now == text && is == style && kept == anchor,
        _ => false,
    }
}

/// Whether the next two events are a key and its value.
fn is_entry(steps: &mut Steps<'_>, key: &str, text: &str) -> bool {
    [key, text].into_iter().all(|wanted| match steps.next_event() {
        Some(Event::Scalar(found, _, 0, None)) => found == wanted,
        _ => false,
    })
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
        let (event, text, style) = (6, "new".to_owned(), ScalarStyle::Plain);
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
        let difference = Difference::Replaced { event, text, style };
        hold(&difference, "a: 1\nb: «old|new»\nc: 3 # note\n", &bad);
        assert!(accepts("a: 1\nb: &x «old|new»\n", &difference), "an anchor stays");
        assert!(accepts("a: &x 1\nb: «*x|new»\n", &difference), "an alias may become a value");
    }

    #[test]
    fn an_added_entry_may_be_that_entry_alone() {
        let difference = Difference::Inserted { event: 5, key: "b".into(), text: "new".into() };
        let bad = [
            "a: 1\n«|b: newer\n»c: 3\n",
            "a: 1\n«|d: new\n»c: 3\n",
            "a: 1\n«|b: new\nd: 4\n»c: 3\n",
            "a: 1\n«|b: new # note\n»c: 3\n",
            "a: 1\n«|b: [new]\n»c: 3\n",
            "a: 1\n«|b: !x new\n»c: 3\n",
            "a: 1\n«|b: &x new\n»c: 3\n",
            "a: 1\n«|! b: new\n»c: 3\n",
            "«|b: new\n»a: 1\nc: 3\n",
            "a: 1\n«c: 3|b: new»\n",
            "a: 1\n«|»c: 3\n",
        ];
        hold(&difference, "a: 1\n«|b: new\n»c: 3\n", &bad);
    }

    #[test]
    fn a_removed_entry_may_be_that_entry_alone() {
        let difference = Difference::Removed { event: 5, key: "b".into(), text: "old".into() };
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
