//! Vocabularies: the words that fields hold, each of which means one thing.

#![expect(clippy::panic, reason = "a test may fail loudly")]

use coopdash::programme::words::{alike, listed, nearest_word, plain, word_of};
use coopdash::programme::{
    Choice, Direction, Flag, InitiativeStatus, Measure, MeetingStatus, RecommendationStatus,
};
use std::collections::HashMap;
use std::fmt::Debug;

fn each_word_means_one_thing<T: Choice + Debug>() {
    let mut seen: HashMap<String, T> = HashMap::new();
    for row in T::WORDS {
        assert_eq!(word_of::<T>(row.word), Some(row.value));
        assert_eq!(row.value.word(), row.word);
        for text in std::iter::once(&row.word).chain(row.also) {
            if let Some(other) = seen.insert(plain(text), row.value) {
                assert_eq!(other, row.value, "{text} means two things");
                panic!("{text} stands twice");
            }
        }
    }
}

#[test]
fn each_word_of_each_table_means_one_thing() {
    each_word_means_one_thing::<InitiativeStatus>();
    each_word_means_one_thing::<RecommendationStatus>();
    each_word_means_one_thing::<MeetingStatus>();
    each_word_means_one_thing::<Flag>();
    each_word_means_one_thing::<Measure>();
    each_word_means_one_thing::<Direction>();
}

#[test]
fn case_spaces_hyphens_and_underscores_do_not_matter() {
    for text in ["in_progress", "In Progress", "IN-PROGRESS", "inprogress"] {
        assert!(alike(text, "in_progress") && word_of(text) == Some(InitiativeStatus::InProgress), "{text}");
    }
    assert_eq!(word_of("Done"), Some(InitiativeStatus::Completed));
    assert_eq!(word_of("b"), Some(Flag::Break));
}

#[test]
fn a_slip_of_the_pen_is_recognised_and_another_word_is_not() {
    assert_eq!(nearest_word::<InitiativeStatus>("complted"), Some("completed"));
    assert_eq!(nearest_word::<InitiativeStatus>("in progess"), Some("in_progress"));
    assert_eq!(nearest_word::<InitiativeStatus>("purple"), None);
    assert_eq!(nearest_word::<InitiativeStatus>(""), None);
}

#[test]
fn the_words_to_choose_from_read_as_a_list() {
    assert_eq!(listed::<Direction>(), "increase, decrease, range or neutral");
}
