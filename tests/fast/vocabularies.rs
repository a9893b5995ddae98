//! Vocabularies: the words that fields hold, each of which means one thing.

#![expect(clippy::panic, reason = "a test may fail loudly")]

use coopdash::programme::words::{WordMatch, find, listed, plain};
use coopdash::programme::{
    Choice, Direction, Flag, InitiativeStatus, Measure, MeetingStatus, RecommendationStatus,
};
use std::collections::HashMap;
use std::fmt::Debug;

fn each_word_means_one_thing<T: Choice + Debug>() {
    let mut seen: HashMap<String, T> = HashMap::new();
    for row in T::WORDS {
        assert_eq!(find::<T>(row.word), WordMatch::Word(row.value));
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
        assert_eq!(find(text), WordMatch::Word(InitiativeStatus::InProgress), "{text}");
    }
    assert_eq!(find("Done"), WordMatch::Other(InitiativeStatus::Completed));
    assert_eq!(find("b"), WordMatch::Other(Flag::Break));
}

#[test]
fn a_slip_of_the_pen_is_recognised_and_another_word_is_not() {
    assert_eq!(find::<InitiativeStatus>("complted"), WordMatch::Unknown(Some("completed")));
    assert_eq!(find::<InitiativeStatus>("in progess"), WordMatch::Unknown(Some("in_progress")));
    assert_eq!(find::<InitiativeStatus>("purple"), WordMatch::Unknown(None));
    assert_eq!(find::<InitiativeStatus>(""), WordMatch::Unknown(None));
}

#[test]
fn the_words_to_choose_from_read_as_a_list() {
    assert_eq!(listed::<Direction>(), "increase, decrease, range or neutral");
}
