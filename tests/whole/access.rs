//! Who may do what: read-only, captive and wall, over every key in every place.

use crate::golden::Pages;
use crate::pages::FULL;
use crate::stage::{self, asked, loaded, opening, plain, press, touched};
use coopdash::app::{
    ACTIONS, Access, Action, App, Cause, Effect, Event, Key, KeyCode, Layer, Loaded, Mode, Need, Opening,
    meaning, update,
};
use coopdash::document::EXAMPLE;
use std::collections::HashSet;

/// What could be read of it and what not: problems, and an item that could not be read.
const TORN: &str = "\
programme: { title: Torn }
initiatives:
  - title: Joint training
    status: agreed
  - 7
unknown: 1
";

/// Keys that lead to every kind of place.
const PLACES: [&str; 16] = [
    "1",
    "2",
    "2 Enter",
    "2 Enter t",
    "3",
    "3 Enter",
    "4",
    "4 Enter",
    "5",
    "6",
    "6 Enter",
    "i",
    "d",
    "?",
    "p",
    "3 / t r",
];

const BARRED: [Access; 3] = [Access::ReadOnly, Access::Captive, Access::Wall];

fn opened(document: &str, access: Access, size: (u16, u16)) -> App {
    let state = App::new(Opening { access, ..opening(document, size) });
    if access == Access::Wall { state.presenting(Some(5)) } else { state }
}

/// Every key that means something anywhere, and some that mean nothing.
fn every_key() -> Vec<Key> {
    let mut keys: Vec<Key> = ACTIONS.iter().flat_map(|entry| entry.keys).copied().collect();
    let nothing = ["x", ":", "!", "|", "Ctrl-D", "Ctrl-X", "Ctrl-]", "F12"];
    keys.extend(nothing.into_iter().filter_map(Key::named));
    let mut seen = HashSet::new();
    keys.retain(|key| seen.insert(*key));
    keys
}

/// Every kind of place that somebody with this access can get to.
fn places(access: Access) -> Vec<(String, App)> {
    let mut places = Vec::new();
    let documents: [(&str, &str, &[&str]); 4] = [
        ("example", EXAMPLE, &PLACES),
        ("torn", TORN, &["1", "3", "3 G Enter", "4", "d", "p"]),
        ("none", "", &["1", "p"]),
        ("wrong", "- a list\n", &["1", "d", "p"]),
    ];
    for (name, document, keys) in documents {
        let keys = if access == Access::Wall { &["Right"] } else { keys };
        for keys in keys {
            let mut state = opened(document, access, (80, 24));
            press(&mut state, keys);
            places.push((format!("{access:?} {name} {keys}"), state));
        }
    }
    places
}

#[test]
fn no_key_in_any_place_leads_to_an_effect_that_is_barred() {
    for (place, state) in BARRED.into_iter().flat_map(places) {
        for first in every_key() {
            let mut after = state.clone();
            let effects = [
                update(&mut after, Event::Key(first)),
                // Some keys answer the one before: e after a refusal, + after a tick, q after a question.
                update(&mut after, Event::Key(Key { code: KeyCode::Char('e'), ctrl: false })),
                update(&mut after, Event::Key(Key { code: KeyCode::Char('+'), ctrl: false })),
            ];
            for effect in effects.into_iter().flatten() {
                assert!(
                    state.session.access.allows(effect.needs()),
                    "{place} then {}: {effect:?}",
                    first.name()
                );
            }
            assert_eq!(after.text(), state.text(), "{place} {}", first.name());
            assert!(after.dialogue.form.is_none() && after.store.history.is_empty());
        }
    }
}

#[test]
fn every_key_that_is_refused_says_why_and_does_nothing_else() {
    let mut refused = HashSet::new();
    for (place, state) in BARRED.into_iter().flat_map(places) {
        for key in every_key() {
            let Some(entry) = meaning(state.mode(), key).filter(|entry| !state.allows(entry.needs)) else {
                continue;
            };
            refused.insert((state.session.access, entry.action));
            let mut after = state.clone();
            assert_eq!(update(&mut after, Event::Key(key)), None, "{place} {}", key.name());
            let said = after.dialogue.notice.as_ref().unwrap().to_string();
            assert!(
                said.contains("read-only") || said.contains("q leaves"),
                "{place} {}: {said}",
                key.name()
            );
            assert_eq!(after.saying(None), state.clone().saying(None), "{place} {}", key.name());
        }
    }
    let actions = |access: Access| refused.iter().filter(|(own, _)| *own == access).count();
    assert_eq!(actions(Access::ReadOnly), 10, "{refused:?}");
    assert_eq!(actions(Access::Captive), 10, "{refused:?}");
}

#[test]
fn what_the_table_says_an_action_needs_is_what_its_effect_needs() {
    for (action, effect) in [
        (Action::Edit, Effect::OpenEditor { line: 1 }),
        (Action::SavePicture, Effect::Picture { stem: String::new() }),
        (Action::Suspend, Effect::Suspend),
        (Action::Tick, Effect::Save { before: String::new(), text: String::new() }),
        (Action::Reload, Effect::Reload),
    ] {
        let entries = ACTIONS.iter().filter(|entry| entry.action == action);
        assert!(entries.clone().count() > 0 && entries.clone().all(|entry| entry.needs == effect.needs()));
    }
}

#[test]
fn no_screen_offers_a_key_that_is_refused() {
    // As footers, notices and pages name keys.
    let words = [
        ("e", Need::Starting, ["e editor", "e opens", "e edits", "$EDITOR"]),
        ("m", Need::Writing, ["m change", "m menu", "m opens", "m writes"]),
        ("Space", Need::Writing, ["Space tick", "Space completes", "complete the initiative", "u undo"]),
        ("S", Need::Creating, ["S saves", "save this screen", "coopdash new", "Add them like this"]),
        ("Ctrl-Z", Need::Stopping, ["Ctrl-Z", "back to the shell", "fg returns", "report FILE"]),
        ("Esc", Need::Pages, ["Esc back", "? help", "N notes", "d says more"]),
    ];
    for (place, state) in BARRED.into_iter().flat_map(places) {
        for size in [(80, 24), (200, 60), (30, 8)] {
            let mut state = state.clone();
            update(&mut state, Event::Resize(size.0, size.1));
            for keys in ["", "Down Enter"] {
                let mut state = state.clone();
                press(&mut state, keys);
                let shown = plain(&state);
                for (key, _, words) in words.iter().filter(|(_, need, _)| !state.allows(*need)) {
                    for words in words {
                        // The way to plain text is there for everybody who has a shell.
                        let found = shown.contains(words);
                        assert!(!found, "{place} {keys} {size:?}: {key} is offered: {words}\n{shown}");
                    }
                }
            }
        }
    }
}

#[test]
fn screens_of_those_who_may_only_look() {
    let size = (80, 24);
    let mut golden = Pages::new("frames/access", size);
    for (page, access, keys) in [
        ("read-only initiatives", Access::ReadOnly, "3"),
        ("read-only initiative", Access::ReadOnly, "3 Enter"),
        ("read-only change", Access::ReadOnly, "3 Space"),
        ("read-only help", Access::ReadOnly, "3 ?"),
        ("captive shell", Access::Captive, "3 Ctrl-Z"),
        ("captive problems", Access::Captive, "d"),
        ("wall next", Access::Wall, "Right"),
        ("wall left", Access::Wall, "Esc"),
    ] {
        let mut state = opened(EXAMPLE, access, size);
        press(&mut state, keys);
        golden.add(page, plain(&state));
    }
    golden.check();
}

#[test]
fn a_wall_has_slides_and_nothing_else_until_it_is_left() {
    let mut state = opened(TORN, Access::Wall, (80, 24));
    let forwards = every_key().into_iter();
    for key in forwards.clone().chain(forwards.rev()) {
        for key in [key, key] {
            let effect = update(&mut state, Event::Key(key));
            let leaves = [(KeyCode::Char('q'), false), (KeyCode::Char('c'), true)];
            assert_eq!(effect == Some(Effect::Quit), leaves.contains(&(key.code, key.ctrl)));
            assert_eq!((state.mode(), &state.view.layers[..]), (Mode::Slides, &[Layer::Slides][..]));
            assert!(!state.show.notes);
        }
    }
}

#[test]
fn what_a_wall_says_to_a_key_is_gone_with_the_slide() {
    let mut state = opened(FULL, Access::Wall, (80, 24));
    press(&mut state, "Esc");
    assert!(plain(&state).contains("Slides only here"), "{}", plain(&state));
    update(&mut state, Event::Tick);
    assert!(!plain(&state).contains("Slides only here"), "{}", plain(&state));
}

/// A wall on a file that was not there when it began.
fn waiting() -> App {
    let mut state = opened("", Access::Wall, (80, 24));
    update(&mut state, loaded(Loaded::Missing, "08:00", Cause::Touched));
    state
}

#[test]
fn a_wall_waits_for_a_file_that_is_not_there_yet_and_begins_with_the_first_slide() {
    for ticks in 0..4 {
        let mut state = waiting();
        for _ in 0..ticks {
            let next = update(&mut state, Event::Tick);
            assert_eq!(next, Some(Effect::Timer { seconds: Some(5) }), "it goes on waiting");
            let shown = plain(&state);
            assert!(shown.contains("programme.yaml is not there since 15 Jan 08:00"), "{shown}");
            assert!(shown.contains("It is shown as soon as it can be read."), "{shown}");
            assert!(!shown.contains("Nothing needs attention"), "nothing is known of it:\n{shown}");
        }
        update(&mut state, touched(FULL, "08:01"));
        assert!(plain(&state).contains("Slide 1 of"), "after {ticks} ticks:\n{}", plain(&state));
        update(&mut state, Event::Tick);
        assert!(plain(&state).contains("Slide 2 of"), "it goes on by itself:\n{}", plain(&state));
    }
}

#[test]
fn a_wall_goes_on_while_its_file_is_away_or_broken_and_after_it_is_back() {
    for away in [Loaded::Missing, stage::text_of("programme: [\n"), stage::text_of("")] {
        let mut state = opened(FULL, Access::Wall, (80, 24));
        update(&mut state, loaded(away.clone(), "08:00", Cause::Touched));
        for slide in 2..5 {
            update(&mut state, Event::Tick);
            assert!(plain(&state).contains(&format!("Slide {slide} of")), "{}", plain(&state));
            assert!(plain(&state).contains("08:00"), "{away:?}:\n{}", plain(&state));
            let mut wide = state.clone();
            update(&mut wide, Event::Resize(200, 60));
            assert!(!plain(&wide).contains("d says"), "there is no such key here:\n{}", plain(&wide));
        }
        update(&mut state, touched(FULL, "08:05"));
        update(&mut state, Event::Tick);
        assert!(!plain(&state).contains("08:00") && plain(&state).contains("Slide 5"), "{}", plain(&state));
        assert_eq!(update(&mut state, Event::Tick), Some(Effect::Timer { seconds: Some(5) }));
    }
}

#[test]
fn a_wall_goes_on_when_there_are_fewer_slides_than_before() {
    let mut state = opened(FULL, Access::Wall, (80, 24));
    press(&mut state, "G");
    update(&mut state, touched("programme: { title: Less }\n", "08:00"));
    for _ in 0..3 {
        let next = update(&mut state, Event::Tick);
        assert_eq!(next, Some(Effect::Timer { seconds: Some(5) }));
        assert!(plain(&state).contains(" of 2"), "{}", plain(&state));
    }
}

#[test]
fn a_file_that_comes_back_is_shown_to_captives_as_to_everybody() {
    let mut state = opened("- a list\n", Access::Captive, (80, 24));
    assert!(!plain(&state).contains("e opens"), "{}", plain(&state));
    update(&mut state, asked(FULL));
    assert!(state.document.broken.is_none() && plain(&state).contains("read-only"), "{}", plain(&state));
}

#[test]
fn a_visitor_whose_window_claims_to_be_huge_gets_every_page() {
    for keys in PLACES {
        for size in [(1058, 60), (2000, 60)] {
            let mut state = opened(FULL, Access::Captive, size);
            press(&mut state, keys);
            assert!(!plain(&state).trim().is_empty(), "{keys} {size:?}");
        }
    }
}
