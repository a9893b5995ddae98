//! Pace: when a terminal is written to, whether it answers or not.

#![expect(clippy::disallowed_methods, reason = "any time will do to begin with")]

use coopdash::shell::pace::Pace;
use std::time::{Duration, Instant};

/// Keys that come as fast as this are one that is held.
const HELD: Duration = Duration::from_millis(150);

const fn ms(milliseconds: u64) -> Duration {
    Duration::from_millis(milliseconds)
}

#[test]
fn who_writes_little_neither_waits_nor_asks() {
    let mut now = Instant::now();
    let mut pace = Pace::new(now);
    for _ in 0..1000 {
        assert_eq!(pace.wait(now), Duration::ZERO);
        assert!(!pace.writes(400, now));
        now += ms(60);
    }
}

#[test]
fn a_silent_terminal_is_written_to_as_fast_as_a_slow_line_carries() {
    let start = Instant::now();
    let (mut now, mut pace, mut written) = (start, Pace::new(start), 0);
    while now < start + ms(60_000) {
        if pace.wait(now).is_zero() {
            pace.writes(2000, now);
            written += 2000;
        }
        now += ms(16);
    }
    assert!((420_000..=432_000).contains(&written), "{written}");
}

#[test]
fn a_terminal_that_answers_gets_one_frame_at_a_time_and_no_more_than_it_takes() {
    let mut now = Instant::now();
    let mut pace = Pace::new(now);
    assert!(!pace.writes(4000, now));
    assert!(pace.writes(4000, now), "much was written");
    assert_eq!(pace.wait(now), Duration::ZERO, "nobody knows yet that it answers");
    now += ms(1);
    pace.answered(now);
    for _ in 0..100 {
        assert_eq!(pace.wait(now), Duration::ZERO);
        assert!(pace.writes(9000, now));
        assert!(pace.wait(now) > ms(2000), "it has not taken that one yet");
        now += ms(1);
        pace.answered(now);
    }
}

#[test]
fn while_a_key_is_held_large_frames_are_not_queued_whether_the_terminal_answers_or_not() {
    let start = Instant::now();
    for answers in [false, true] {
        // When the line has carried everything that was written, and when the answer to a question arrives.
        let (mut now, mut pace, mut free, mut answer) = (start, Pace::new(start), start, None);
        for round in 0_u64..20_000 {
            if answer.is_some_and(|at| at <= now) {
                answer = None;
                pace.answered(now);
            }
            pace.key(now);
            if pace.wait(now).is_zero() {
                let bytes = 6_000 + usize::try_from(round % 3).unwrap() * 1_500;
                free = free.max(now) + ms(bytes as u64 / 7);
                let asks = pace.writes(bytes, now);
                answer = answer.or((asks && answers).then_some(free + ms(300)));
                let queued = free - now;
                assert!(queued <= ms(2_000), "{answers} {round}: {queued:?}");
            }
            now += ms(16);
        }
    }
}

#[test]
fn keys_that_are_pressed_one_by_one_do_not_wait_for_room() {
    let mut now = Instant::now();
    let mut pace = Pace::new(now);
    for apart in [1000, 200, 100, 100] {
        now += ms(apart);
        pace.key(now);
    }
    pace.writes(9000, now);
    assert_eq!(pace.wait(now), HELD, "the last three came fast");
    now += HELD;
    assert_eq!(pace.wait(now), Duration::ZERO);
    pace.key(now);
    assert_eq!(pace.wait(now), Duration::ZERO);
}

#[test]
fn what_was_written_after_a_question_is_not_answered_with_it() {
    let mut now = Instant::now();
    let mut pace = Pace::new(now);
    assert!(pace.writes(7000, now));
    assert_eq!(pace.wait(now), Duration::ZERO, "nobody knows yet that it answers");
    assert!(!pace.writes(10_000, now));
    now += ms(1);
    pace.answered(now);
    assert_eq!(pace.wait(now), ms(286), "2000 of these are owed");
}

#[test]
fn a_terminal_that_does_not_answer_is_asked_once_and_never_waited_for_again() {
    let mut now = Instant::now();
    let mut pace = Pace::new(now);
    assert!(pace.writes(9000, now));
    now += ms(10_000);
    assert_eq!(pace.wait(now), Duration::ZERO);
    assert!(!pace.writes(9000, now));
    assert_eq!(pace.last_answer(now), None);
}

#[test]
fn at_the_end_an_answer_on_its_way_is_waited_for_as_long_as_it_may_take() {
    let mut now = Instant::now();
    let mut pace = Pace::new(now);
    assert_eq!(pace.last_answer(now), None);
    pace.writes(9000, now);
    now += ms(500);
    assert_eq!(pace.last_answer(now), Some(ms(1000)), "nobody knows whether it answers");
    now += ms(1500);
    pace.answered(now);
    pace.writes(9000, now);
    assert_eq!(pace.last_answer(now), Some(ms(4000)), "twice as long as the slowest");
}

#[test]
fn an_answer_that_was_lost_holds_nothing_up_for_ever() {
    let mut now = Instant::now();
    let mut pace = Pace::new(now);
    pace.writes(9000, now);
    pace.answered(now);
    assert!(pace.writes(9000, now));
    now += ms(2_900);
    assert!(!pace.wait(now).is_zero());
    now += ms(200);
    assert_eq!(pace.wait(now), Duration::ZERO);
    assert!(pace.writes(9000, now), "it is asked again");
}
