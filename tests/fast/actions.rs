//! Actions: no key has two meanings, and leaving is never far.

use coopdash::app::{ACTIONS, Action, Binding, HelpGroup, Key, KeyCode, Mode, Need, meaning};
use std::collections::HashSet;
use strum::VariantArray;

const fn ch(c: char) -> Key {
    Key { code: KeyCode::Char(c), ctrl: false }
}

/// A row of a table of actions.
const fn row(action: Action, keys: &'static [Key], modes: &'static [Mode]) -> Binding {
    Binding { action, doc: "", hint: "", group: HelpGroup::Change, keys, modes, needs: Need::Nothing }
}

fn means(mode: Mode, key: Key) -> Option<Action> {
    meaning(mode, key).map(|entry| entry.action)
}

/// Keys that mean two things in one mode.
fn doubled(table: &[Binding]) -> Vec<String> {
    let mut seen = HashSet::new();
    let keys = table.iter().flat_map(|entry| entry.modes.iter().map(move |mode| (mode, entry.keys)));
    let all = keys.flat_map(|(mode, keys)| keys.iter().map(move |key| (*mode, *key)));
    let doubled = all.filter(|meant| !seen.insert(*meant));
    doubled.map(|(mode, key)| format!("{} in {mode:?}", key.name())).collect()
}

#[test]
fn no_key_has_two_meanings_in_one_mode() {
    assert_eq!(doubled(ACTIONS), [""; 0]);
}

#[test]
fn a_key_with_two_meanings_is_found_in_every_mode() {
    const CHANGE: &[Key] = &[ch('m')];
    const MINE: &[Key] = &[ch('x'), ch('m')];
    for mode in Mode::VARIANTS {
        let twice = [
            row(Action::Change, CHANGE, std::slice::from_ref(mode)),
            row(Action::Mine, MINE, Mode::VARIANTS),
        ];
        assert_eq!(doubled(&twice), [format!("m in {mode:?}")]);
    }
}

#[test]
fn every_action_stands_in_the_table() {
    for action in Action::VARIANTS {
        assert!(ACTIONS.iter().any(|entry| entry.action == *action), "{action:?}");
    }
}

#[test]
fn what_an_action_does_is_said_in_a_few_words() {
    for entry in ACTIONS {
        assert!(!entry.doc.ends_with('.') && entry.doc.len() <= 64, "{}", entry.doc);
    }
}

#[test]
fn leaving_and_help_are_one_key_away_wherever_no_text_is_typed() {
    let boxes = [Mode::Menu, Mode::Clash, Mode::Typing];
    for mode in Mode::VARIANTS.iter().filter(|mode| !boxes.contains(mode)) {
        assert_eq!(means(*mode, ch('q')), Some(Action::Quit));
        assert_eq!(means(*mode, ch('?')), Some(Action::Help));
    }
}

#[test]
fn ctrl_c_leaves_from_everywhere() {
    for mode in Mode::VARIANTS {
        assert_eq!(means(*mode, Key { ctrl: true, ..ch('c') }), Some(Action::Quit), "{mode:?}");
    }
}

#[test]
fn escape_never_leaves() {
    for mode in Mode::VARIANTS {
        assert_eq!(means(*mode, Key { code: KeyCode::Esc, ctrl: false }), Some(Action::Back));
    }
}
