//! Patches: what they make of a text, and how they are carried to another.

#![expect(clippy::unwrap_used, reason = "a test may fail loudly")]

use coopdash::document::{Shift, differs_once};
use coopdash::yaml::Patch;

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
    for (before, after) in [("abcd", "abxd"), ("aa", "aaa"), ("aaa", "aa"), ("š", "ž"), ("", "x"), ("x", "x")]
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

const BEFORE: &str = "a: 1\nb: 2\nc: 3\nd: 4\n";

fn replacing(text: &str, removed: &str, inserted: &str) -> Patch {
    Patch { at: text.find(removed).unwrap(), removed: removed.into(), inserted: inserted.into() }
}

#[test]
fn a_patch_moves_with_its_line_when_lines_come_and_go_around_it() {
    let after = "# new\na: 1\nc: 3\nd: 4\ne: 5\n";
    let shift = Shift::between(BEFORE, after);
    let carried = shift.carry(&replacing(BEFORE, "3", "33")).unwrap();
    assert_eq!(carried.apply(after).unwrap(), "# new\na: 1\nc: 33\nd: 4\ne: 5\n");
}

#[test]
fn a_patch_in_a_line_that_was_changed_has_no_place_any_more() {
    let shift = Shift::between(BEFORE, &BEFORE.replace("b: 2", "b: two"));
    assert_eq!(shift.carry(&replacing(BEFORE, "2", "22")), None);
    assert!(shift.carry(&replacing(BEFORE, "c: 3\n", "")).is_some());
}

#[test]
fn a_patch_that_only_adds_keeps_its_place_beside_lines_that_come() {
    let after = BEFORE.replace("b: 2\n", "b: 2\nbb: 2\n");
    let shift = Shift::between(BEFORE, &after);
    let at = BEFORE.find("c: 3").unwrap();
    let carried = shift.carry(&Patch { at, removed: String::new(), inserted: "x: 9\n".into() }).unwrap();
    assert_eq!(carried.apply(&after).unwrap(), "a: 1\nb: 2\nbb: 2\nx: 9\nc: 3\nd: 4\n");
}

#[test]
fn seen_from_after_a_patch_the_places_count_it_in() {
    let own = replacing(BEFORE, "a: 1\n", "a: 1\naa: 11\n");
    let theirs = BEFORE.replace("d: 4", "d: four");
    let shift = Shift::between(BEFORE, &theirs);
    let both = own.apply(&theirs).unwrap();
    assert_eq!(shift.after(&own), Shift::between(&own.apply(BEFORE).unwrap(), &both));
}

#[test]
fn equal_texts_shift_nothing() {
    assert!(Shift::between(BEFORE, BEFORE).is_empty());
    assert!(Shift::between("", "").is_empty());
}

#[test]
fn one_entry_or_item_more_or_less_or_another_word_is_one_difference() {
    let text = "a:\n  - t: 1\n    u: 2\n  - t: 3\nb: 4\n";
    for after in [
        text.to_owned(),
        text.replace("u: 2", "u: 5"),
        text.replace("    u: 2\n", ""),
        text.replace("  - t: 3\n", ""),
        text.replace("t: 3", "t: 3\n    n: [x]"),
    ] {
        assert!(differs_once(text, &after) && differs_once(&after, text), "{after}");
    }
}

#[test]
fn a_part_that_goes_over_to_a_neighbour_is_more_than_one_difference() {
    let text = "a:\n  - t: 1\n  - t: 3\n    own: 4\n";
    for after in [
        text.replace("  - t: 3\n", ""),
        text.replace("    own: 4\n", "").replace("t: 1", "t: 2"),
        text.replace("- t: 3\n    own: 4", "x: ["),
        "a:\n  - t: 1\n    own: 4\n".to_owned(),
    ] {
        assert!(!differs_once(text, &after) && !differs_once(&after, text), "{after}");
    }
}
