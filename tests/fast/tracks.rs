//! Tracks: the lengths of bars and the places of marks.

use coopdash::view::parts::measure::{Domain, Side, Track, TrackPlace};

#[test]
fn zero_is_no_bar_and_next_to_nothing_is_one_step() {
    let track = Track::new(Domain::new(0.0, 900.0), 40, 2);
    assert_eq!(track.length(0.0).steps, 0);
    assert_eq!(track.length(0.001).steps, 1);
    assert_eq!(track.length(900.0).steps, 80);
    assert!(track.length(901.0).cut);
}

#[test]
fn both_sides_of_zero_share_the_size_of_a_cell() {
    let track = Track::new(Domain::new(-1.0, 3.0), 40, 8);
    assert_eq!((track.cells(Side::Negative), track.cells(Side::Positive)), (10, 30));
    assert_eq!(track.length(-1.0).steps, track.length(1.0).steps);
}

#[test]
fn a_mark_moves_out_of_the_way_of_bars() {
    let track = Track::new(Domain::new(0.0, 100.0), 12, 1);
    let mut bars = [track.length(75.0), track.length(60.0)];
    // 75 of 100 fills nine of twelve cells, and 80 lies in the tenth.
    assert_eq!(track.marks(&[80.0], &mut bars), [Some(TrackPlace::Cell(Side::Positive, 9))]);
    assert_eq!(bars.map(|bar| bar.steps), [9, 7]);
}

#[test]
fn bars_on_both_sides_of_a_mark_part_where_it_stands() {
    let track = Track::new(Domain::new(0.0, 100.0), 10, 2);
    let mut bars = [track.length(79.9), track.length(80.0)];
    let places = track.marks(&[80.0], &mut bars);
    assert_eq!(places, [Some(TrackPlace::Cell(Side::Positive, 8))]);
    assert_eq!(bars.map(|bar| bar.steps), [16, 17]);
}

#[test]
fn a_mark_at_zero_stands_on_the_zero_line() {
    let track = Track::new(Domain::new(-1.0, 1.0), 10, 2);
    assert_eq!(track.marks(&[0.0], &mut []), [Some(TrackPlace::Zero)]);
}

#[test]
fn both_ends_of_a_range_stand_apart_with_the_bar_between_them() {
    let track = Track::new(Domain::new(0.0, 10.0), 10, 1);
    let mut bars = [track.length(5.1), track.length(4.9)];
    let places = track.marks(&[5.0, 5.2], &mut bars);
    // A bar of whole cells reaches the first mark and not the second: they take a cell each.
    assert_eq!(places, [4, 5].map(|cell| Some(TrackPlace::Cell(Side::Positive, cell))));
    assert_eq!(bars.map(|bar| bar.steps), [5, 4]);
}

#[test]
fn where_marks_have_no_room_the_last_is_left_out() {
    let track = Track::new(Domain::new(0.0, 10.0), 1, 1);
    let mut bars = [track.length(6.0)];
    assert_eq!(track.marks(&[5.0, 7.0], &mut bars), [Some(TrackPlace::Cell(Side::Positive, 0)), None]);
    assert_eq!(bars[0].steps, 1);
}
