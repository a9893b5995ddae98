//! Fields: each key of the table means one field, and leads to where the model keeps it.

use coopdash::document::read;
use coopdash::programme::fields::{FIELDS, Fields, Lens, Part, find, home_of, nearest_to};
use coopdash::programme::words::plain;
use std::collections::HashSet;

#[test]
fn each_key_of_a_part_means_one_field() {
    let mut seen = HashSet::new();
    for field in FIELDS {
        for key in std::iter::once(&field.key).chain(field.also) {
            assert!(seen.insert((field.part, plain(key))), "{key} of {} stands twice", field.part.called());
        }
        assert!(!field.doc.ends_with('.') && !field.doc.is_empty(), "{}", field.key);
        assert!(!field.example.is_empty(), "{}", field.key);
        assert!(field.key.chars().all(|c| c.is_ascii_lowercase() || c == '_'), "{}", field.key);
    }
}

#[test]
fn the_parts_stand_in_their_order() {
    assert!(FIELDS.is_sorted_by_key(|field| field.part));
}

#[test]
fn a_misspelt_key_finds_its_field_and_a_strange_one_none() {
    let found = |part, key| find(part, key).map(|field| field.key);
    assert_eq!(found(Part::Metric, "vlaues"), None);
    assert_eq!(nearest_to(Part::Metric, "vlaues"), Some("values"));
    assert_eq!(nearest_to(Part::Metric, "colour"), None);
    assert_eq!(found(Part::Metric, "title"), Some("name"));
    assert_eq!(found(Part::Initiative, "Due-Date"), Some("due"));
    assert_eq!(home_of("stale_after").map(|field| field.part), Some(Part::About));
    assert_eq!(home_of("notes"), None);
    assert_eq!(home_of("indicator_name").map(|field| (field.part, field.key)), Some((Part::Metric, "name")));
}

/// Whether an item has anything where a lens leads.
fn is_given<T>(lens: &Lens<T>, one: &T) -> bool {
    match lens {
        Lens::Name(at) => !(at.get)(one).is_empty(),
        Lens::Text(at) => (at.get)(one).is_some(),
        Lens::Id(at) => (at.get)(one).is_some(),
        Lens::Texts(at) => !(at.get)(one).is_empty(),
        Lens::Links(at) => !(at.get)(one).is_empty(),
        Lens::Whole(at) => (at.get)(one).is_some(),
        Lens::Date(at) => (at.get)(one).is_some(),
        Lens::Due(at) => (at.get)(one).is_some(),
        Lens::Time(at) => (at.get)(one).is_some(),
        Lens::TrueOrFalse(at) => *(at.get)(one),
        Lens::Word(word) => (word.get)(one).is_some(),
        Lens::Own => true,
    }
}

fn all_given<T: Fields>(items: &[T]) {
    assert_eq!(T::LENSES.len(), T::PART.fields().len());
    for (field, lens) in T::rows() {
        let found = items.iter().any(|one| is_given(lens, one));
        assert!(found, "{} of {} is not where its lens leads", field.key, field.part.called());
    }
}

#[test]
fn every_row_of_the_table_leads_to_what_the_full_document_gives() {
    let text = include_str!("../documents/good/full.yaml");
    let programme = read(text).programme;
    let evaluation = programme.evaluation.unwrap();
    let commitments = programme.initiatives.iter().map(|one| &one.updates);
    let updates = commitments.chain(programme.recommendations.iter().map(|one| &one.updates));
    let decisions = programme.meetings.iter().flat_map(|one| one.decisions.clone());
    all_given(&[programme.about]);
    all_given(&programme.metrics);
    all_given(&updates.flatten().cloned().collect::<Vec<_>>());
    all_given(&programme.initiatives);
    all_given(&programme.recommendations);
    all_given(&evaluation.criteria);
    all_given(&[evaluation]);
    all_given(&decisions.collect::<Vec<_>>());
    all_given(&programme.meetings);
    all_given(&programme.background);
    all_given(&programme.quotes);
    all_given(&programme.sources);
}
