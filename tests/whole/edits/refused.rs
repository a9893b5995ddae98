//! What is refused: the reason, and the line to go to.

use super::*;
use coopdash::document::RefusalReason;

fn hold(rows: &[(&str, NewStanding, &str, usize, RefusalReason)]) {
    for (name, to, text, line, reason) in rows {
        let refusal = match set(text, *to) {
            Err(refusal) => refusal,
            Ok(edited) => panic!("{name}: was edited: {:?}", edited.patch),
        };
        assert_eq!((refusal.line, &refusal.reason), (*line, reason), "{name}");
    }
}

#[test]
#[rustfmt::skip]
fn a_value_that_is_more_than_one_word() {
    use coopdash::yaml::Obstacle::{NotOneWord, Tagged};
    use RefusalReason::Text;
    hold(&[
        ("literal", COMPLETED, "initiatives:\n- title: B\n  status: |\n    agreed\n", 3, Text(NotOneWord)),
        ("folded", COMPLETED, "initiatives:\n- title: B\n  status: >-\n    agreed\n", 3, Text(NotOneWord)),
        ("list", COMPLETED, "initiatives:\n- title: B\n  status: [agreed]\n", 3, Text(NotOneWord)),
        ("block list", COMPLETED, "initiatives:\n- title: B\n  status:\n  - agreed\n", 3, Text(NotOneWord)),
        ("mapping", COMPLETED, "initiatives:\n- title: B\n  status: {word: agreed}\n", 3, Text(NotOneWord)),
        ("tag", COMPLETED, "initiatives:\n- title: B\n  status: !word agreed\n", 3, Text(Tagged)),
        ("tag of the language", COMPLETED, "initiatives:\n- title: B\n  status: !!str agreed\n", 3, Text(Tagged)),
        ("tag and nothing", COMPLETED, "initiatives:\n- title: B\n  status: !word\n", 3, Text(Tagged)),
        ("plain over two lines", COMPLETED, "initiatives:\n- title: B\n  status: in\n    progress\n", 3, Text(NotOneWord)),
        ("quoted over two lines", COMPLETED, "initiatives:\n- title: B\n  status: \"in\n    progress\"\n", 3, Text(NotOneWord)),
        ("over two lines for older readers", COMPLETED, "initiatives:\n- title: B\n  status: agreed\u{85}\n", 3, Text(NotOneWord)),
        ("list, to be taken out", NOT_GIVEN, "initiatives:\n- title: B\n  status: [agreed]\n", 3, Text(NotOneWord)),
    ]);
}

#[test]
#[rustfmt::skip]
fn a_value_that_stands_for_another() {
    use coopdash::yaml::Obstacle::{Inherited, SharedAnchor};
    use RefusalReason::Text;
    hold(&[
        ("anchor used below", COMPLETED, "initiatives:\n- title: B\n  status: &s agreed\n- title: C\n  status: *s\n", 3, Text(SharedAnchor)),
        ("anchor used in braces", COMPLETED, "initiatives: [{title: B, status: &s agreed}]\nx: *s\n", 1, Text(SharedAnchor)),
        ("anchor of an empty value used", COMPLETED, "initiatives:\n- title: B\n  status: &s\nx: *s\n", 3, Text(SharedAnchor)),
        ("item used as a whole", COMPLETED, "initiatives:\n- &b\n  title: B\n  status: agreed\nx: *b\n", 3, Text(SharedAnchor)),
        ("item used by a merge", COMPLETED, "initiatives:\n- &b {title: B, status: agreed}\nx:\n  <<: *b\n", 2, Text(SharedAnchor)),
        ("list used as a whole", COMPLETED, "initiatives: &l\n- title: B\n  status: agreed\nx: *l\n", 2, Text(SharedAnchor)),
        ("an alias as the item", COMPLETED, "x: &b {title: B, status: agreed}\ninitiatives:\n- *b\n", 3, Text(SharedAnchor)),
        ("inherits done beside its status", COMPLETED, "x: &x {done: false}\ninitiatives:\n- <<: *x\n  title: B\n  status: agreed\n", 3, RefusalReason::BothGiven),
        ("would inherit afterwards", NOT_GIVEN, "x: &x {status: agreed}\ninitiatives:\n- <<: *x\n  title: B\n  status: completed\n", 3, RefusalReason::Text(coopdash::yaml::Obstacle::CheckFailed)),
        ("inherited", COMPLETED, "x: &x {status: agreed}\ninitiatives:\n- <<: *x\n  title: B\n", 3, Text(Inherited)),
        ("inherited from two", COMPLETED, "x: &x {status: agreed}\ny: &y {owner: me}\ninitiatives:\n- title: B\n  <<: [*x, *y]\n", 4, Text(Inherited)),
    ]);
}

#[test]
#[rustfmt::skip]
fn a_key_that_is_not_clear() {
    use coopdash::yaml::Obstacle::{ComplexKey, DuplicateKey};
    use RefusalReason::{BothGiven, Text};
    hold(&[
        ("twice", COMPLETED, "initiatives:\n- title: B\n  status: agreed\n  status: agreed\n", 4, Text(DuplicateKey)),
        ("twice, once in quotes", COMPLETED, "initiatives:\n- title: B\n  status: agreed\n  \"status\": agreed\n", 4, Text(DuplicateKey)),
        ("twice by two names", COMPLETED, "initiatives:\n- title: B\n  status: agreed\n  state: agreed\n", 4, Text(DuplicateKey)),
        ("twice in braces", COMPLETED, "initiatives:\n- {title: B, status: agreed, status: agreed}\n", 2, Text(DuplicateKey)),
        ("both", COMPLETED, "initiatives:\n- title: B\n  status: agreed\n  done: false\n", 4, BothGiven),
        ("both, and done is wanted", DONE, "initiatives:\n- title: B\n  done: false\n  status: agreed\n", 4, BothGiven),
        ("both, and none is wanted", NOT_GIVEN, "initiatives:\n- title: B\n  done: false\n  status: agreed\n", 3, BothGiven),
        ("both after it", IN_PROGRESS, "initiatives:\n- title: B\n  done: false\n", 3, BothGiven),
        ("both after it, done", DONE, "initiatives:\n- title: B\n  status: agreed\n", 3, BothGiven),
        ("explicit key", COMPLETED, "initiatives:\n- title: B\n  ? status\n  : agreed\n", 3, Text(ComplexKey)),
        ("explicit key in braces", COMPLETED, "initiatives:\n- {title: B, ? status : agreed}\n", 2, Text(ComplexKey)),
        ("a key that is a list", COMPLETED, "initiatives:\n- title: B\n  ? [a]\n  : x\n  status: agreed\n", 3, Text(ComplexKey)),
        ("a key that is an alias", COMPLETED, "x: &k status\ninitiatives:\n- title: B\n  *k : agreed\n", 4, Text(ComplexKey)),
        ("a key that is another for older readers", COMPLETED, "initiatives:\n- title: B\n  \"status\u{2028}\": agreed\n", 3, Text(ComplexKey)),
        ("a key with an anchor", COMPLETED, "initiatives:\n- title: B\n  &k status: agreed\n", 3, Text(ComplexKey)),
        ("a key with a tag", COMPLETED, "initiatives:\n- title: B\n  !!str status: agreed\n", 3, Text(ComplexKey)),
    ]);
}

#[test]
#[rustfmt::skip]
fn a_layout_without_a_safe_place() {
    use coopdash::yaml::Obstacle::NoSafePlace;
    use RefusalReason::Text;
    hold(&[
        ("only a folded title", COMPLETED, "initiatives:\n- title: >-\n    B\n", 2, Text(NoSafePlace)),
        ("a pair in brackets", COMPLETED, "initiatives: [title: B]\n", 1, Text(NoSafePlace)),
        ("only a key with an anchor", COMPLETED, "initiatives:\n- &k title: B\n", 2, Text(NoSafePlace)),
        ("only an explicit key", COMPLETED, "initiatives:\n- ? title\n  : B\n", 2, Text(NoSafePlace)),
        ("an anchor and no value", COMPLETED, "initiatives:\n- title: B\n  status: &s\n", 3, Text(NoSafePlace)),
        ("a key alone in braces", COMPLETED, "initiatives:\n- {title: B, status}\n", 2, Text(NoSafePlace)),
        ("a comment would go", NOT_GIVEN, "initiatives:\n- title: B\n  status: agreed # by both\n", 3, Text(NoSafePlace)),
        ("the dash would go", NOT_GIVEN, "initiatives:\n- status: agreed\n  title: B\n", 2, Text(NoSafePlace)),
        ("an anchor would go", NOT_GIVEN, "initiatives:\n- title: B\n  status: &s agreed\n", 3, Text(NoSafePlace)),
        ("a comment before the comma would go", NOT_GIVEN, "initiatives:\n- {title: B # c\n  , status: agreed}\n", 3, Text(NoSafePlace)),
    ]);
}

#[test]
#[rustfmt::skip]
fn a_section_given_twice() {
    let text = "initiatives:\n- title: B\n  status: agreed\ninitiatives:\n- title: C\n";
    hold(&[("twice", COMPLETED, text, 4, RefusalReason::Text(coopdash::yaml::Obstacle::DuplicateKey))]);
}

#[test]
#[rustfmt::skip]
fn a_file_with_a_syntax_error_anywhere() {
    use coopdash::yaml::Obstacle::BrokenText;
    use RefusalReason::Text;
    hold(&[
        ("after it", COMPLETED, "initiatives:\n- title: B\n  status: agreed\nsources: [a\n\nmeetings: []\n", 6, Text(BrokenText)),
        ("before it", COMPLETED, "sources:\n- title: \"x\n\ninitiatives:\n- title: B\n  status: agreed\n", 2, Text(BrokenText)),
    ]);
}

#[test]
fn a_file_that_git_could_not_merge() {
    let text =
        "initiatives:\n- title: B\n<<<<<<< HEAD\n  status: agreed\n=======\n  status: announced\n>>>>>>> x\n";
    let below = "initiatives:\n- title: B\n  status: agreed\nmetrics:\n<<<<<<< HEAD\n=======\n>>>>>>> x\n";
    for text in [text, below] {
        assert!(set(text, COMPLETED).is_err(), "{text}");
    }
}
