//! Patch: one stretch of text that gives way to another.
//!
//! Knows nothing of YAML. Never applies to a text it was not made for, as far as the stretch shows.

use std::ops::Range;

/// A replacement of one stretch of a text.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Patch {
    /// Byte offset at which the stretch begins.
    pub at: usize,
    /// The text that goes.
    pub removed: String,
    /// The text that comes in its place.
    pub inserted: String,
}

impl Patch {
    /// The bytes of the text before that go.
    pub fn span(&self) -> Range<usize> {
        self.at..self.at.saturating_add(self.removed.len())
    }

    /// The text after the patch; `None` when `text` does not hold what should go, where it should go.
    pub fn apply(&self, text: &str) -> Option<String> {
        let head = text.get(..self.at)?;
        let tail = text.get(self.at..)?.strip_prefix(self.removed.as_str())?;
        let mut after = String::with_capacity(head.len() + self.inserted.len() + tail.len());
        after.push_str(head);
        after.push_str(&self.inserted);
        after.push_str(tail);
        Some(after)
    }

    /// The patch that takes this one back, to the byte.
    #[must_use]
    pub fn inverse(&self) -> Self {
        Self { at: self.at, removed: self.inserted.clone(), inserted: self.removed.clone() }
    }

    /// The shortest patch that makes one text of another.
    pub fn between(before: &str, after: &str) -> Self {
        let alike = before.chars().zip(after.chars()).take_while(|(a, b)| a == b);
        let head: usize = alike.map(|(letter, _)| letter.len_utf8()).sum();
        let (old, new) = (before.get(head..).unwrap_or(""), after.get(head..).unwrap_or(""));
        let alike = old.chars().rev().zip(new.chars().rev()).take_while(|(a, b)| a == b);
        let tail: usize = alike.map(|(letter, _)| letter.len_utf8()).sum();
        let middle = |text: &str| text.get(..text.len().saturating_sub(tail)).unwrap_or("").to_owned();
        Self { at: head, removed: middle(old), inserted: middle(new) }
    }

    /// Whether the patch changes nothing.
    pub fn is_empty(&self) -> bool {
        self.removed == self.inserted
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn patch(at: usize, removed: &str, inserted: &str) -> Patch {
        Patch { at, removed: removed.into(), inserted: inserted.into() }
    }

    #[test]
    fn a_patch_and_its_inverse_give_the_text_back() {
        let before = "status: agreed\n";
        let patch = patch(8, "agreed", "completed");
        let after = patch.apply(before).unwrap();
        assert_eq!(after, "status: completed\n");
        assert_eq!(patch.inverse().apply(&after).unwrap(), before);
    }

    #[test]
    fn a_patch_does_not_apply_where_the_text_is_another() {
        assert_eq!(patch(8, "agreed", "completed").apply("status: announced\n"), None);
        assert_eq!(patch(99, "", "x").apply("short"), None);
        assert_eq!(patch(1, "", "x").apply("š"), None, "inside a character");
    }

    #[test]
    fn the_patch_between_two_texts_makes_one_of_the_other() {
        for (before, after) in
            [("abcd", "abxd"), ("aa", "aaa"), ("aaa", "aa"), ("š", "ž"), ("", "x"), ("x", "x")]
        {
            let patch = Patch::between(before, after);
            assert_eq!(patch.apply(before).as_deref(), Some(after));
        }
        assert_eq!(Patch::between("{ value: 3 }", "{ value: 4, status: x }"), patch(9, "3", "4, status: x"));
    }

    #[test]
    fn at_the_end_of_the_text_a_patch_may_add() {
        assert_eq!(patch(2, "", "c").apply("ab").as_deref(), Some("abc"));
    }
}
