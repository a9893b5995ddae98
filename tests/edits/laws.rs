//! The laws of editing, on random files, judged by libyaml.
//!
//! Whatever the file: an edit is refused, or it changes the one entry that was meant and no other
//! byte. `PROPTEST_CASES=100000 cargo test --release --test edits laws` tries longer.

use super::judge::{Verdict, compare, events};
use super::random::Author;
use super::*;
use coopdash::document::{RefusalReason, Standing};
use proptest::collection::vec;
use proptest::prelude::any;
use proptest::test_runner::{Config, TestCaseError, TestError, TestRunner};
use std::cell::RefCell;
use std::collections::BTreeMap;

/// What is wanted, mostly in the words the item uses.
fn wanted(now: &Standing, choice: u8) -> NewStanding {
    let all = match now {
        Standing::Done(_) => [DONE, NOT_DONE, DONE, NOT_DONE, DONE, NOT_GIVEN, COMPLETED],
        Standing::Status(_) | Standing::NotGiven | Standing::Both(..) => {
            [COMPLETED, AGREED, ON_HOLD, IN_PROGRESS, COMPLETED, NOT_GIVEN, DONE]
        }
    };
    all[usize::from(choice) % all.len()]
}

/// How a case came out.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Outcome {
    /// The file has no initiative that can be read.
    NothingToEdit,
    /// Edited, and libyaml agrees.
    Edited,
    /// Edited; libyaml does not read the file, or reads another, so that it could not judge.
    NotJudged,
    /// Refused, and why.
    Refused(&'static str),
}

#[test]
fn an_edit_changes_the_entry_that_was_meant_or_is_refused() {
    let outcomes = RefCell::new(BTreeMap::<Outcome, usize>::new());
    let cases = match Config::default().cases {
        256 => 3000,
        asked => asked,
    };
    let config = Config { cases, failure_persistence: None, ..Config::default() };
    let choices = (vec(any::<u8>(), 0..240), any::<u8>(), any::<u8>());
    let result = TestRunner::new(config).run(&choices, |(choices, which, to)| {
        let text = Author::write(&choices);
        let outcome = outcome(&text, usize::from(which), to)
            .map_err(|wrong| TestCaseError::fail(format!("{wrong}\n{text:?}\n{text}")))?;
        *outcomes.borrow_mut().entry(outcome).or_default() += 1;
        Ok(())
    });
    let outcomes = outcomes.into_inner();
    if let Err(TestError::Fail(wrong, _)) = &result {
        panic!("{wrong}");
    }
    result.unwrap();
    report(&outcomes);
    // Nearly every reason is seen before anything is written; the last proof is for the rest.
    let left = outcomes.get(&Outcome::Refused(name(RefusalReason::CheckFailed))).copied().unwrap_or(0);
    assert!(left * 50 < cases as usize, "too many refusals only by the proof: {outcomes:?}");
    let edited = outcomes.get(&Outcome::Edited).copied().unwrap_or(0);
    assert!(edited * 4 > cases as usize, "too few edits to mean anything: {outcomes:?}");
}

#[expect(clippy::print_stdout, reason = "figures for whoever runs it with --nocapture")]
fn report(outcomes: &BTreeMap<Outcome, usize>) {
    println!("{outcomes:?}");
}

/// Edits an initiative of the text and judges what came of it.
fn outcome(text: &str, which: usize, choice: u8) -> Result<Outcome, String> {
    let reading = read(text);
    let initiatives = &reading.programme.initiatives;
    let Some(index) = which.checked_rem(initiatives.len()) else { return Ok(Outcome::NothingToEdit) };
    let to = wanted(&initiatives[index].standing, choice);
    let item = ItemAddress::new(&reading.programme, Section::Initiatives, index).unwrap();
    let edited = match edit(&reading, &Change::Standing { item: item.clone(), to }) {
        Ok(edited) => edited,
        Err(refusal) if refusal.line == 0 || refusal.line > reading.source.lines() + 1 => {
            return Err(format!("no such line: {refusal:?}"));
        }
        Err(refusal) => return Ok(Outcome::Refused(name(refusal.reason))),
    };
    let patch = &edited.patch;
    let after = patch.apply(text).ok_or("the patch does not apply")?;
    if after != edited.reading.source.text() {
        return Err("another text was read than the patch makes".into());
    }
    if patch.inverse().apply(&after).as_deref() != Some(text) {
        return Err("undoing does not restore the text".into());
    }
    if [&patch.removed, &patch.inserted].iter().any(|stretch| lines(stretch) > 2) {
        return Err(format!("more than one line: {patch:?}"));
    }
    let place = &initiatives[index].place;
    // These end lines for libyaml, which knows YAML 1.1 alone, so that it may read another file.
    if text.contains(['\u{85}', '\u{2028}', '\u{2029}']) {
        return Ok(Outcome::NotJudged);
    }
    let Some(before) = events(text) else { return Ok(Outcome::NotJudged) };
    let after = events(&after).ok_or("libyaml does not read the text any more")?;
    let Some(verdict) = compare(&before, &after)? else {
        return if patch.is_empty() {
            Ok(Outcome::Edited)
        } else {
            Err(format!("nothing changed: {patch:?}"))
        };
    };
    let stands = &edited.reading.programme.initiatives[index].standing;
    let to = match (NewStanding::as_now(stands).ok_or("both are given")?, to) {
        (is @ DONE, COMPLETED) | (is @ NOT_DONE, AGREED) => is,
        (is, to) if is == to => to,
        other => return Err(format!("it does not stand where it should: {other:?}")),
    };
    judge(&verdict, to).map_err(|wrong| format!("{wrong} for {to:?}"))?;
    let begins = place.span.start - if text.starts_with('\u{feff}') { '\u{feff}'.len_utf8() } else { 0 };
    if !verdict.item.contains(&begins) {
        return Err(format!("the item at byte {begins} was meant: {verdict:?}"));
    }
    if verdict.before.is_none() {
        let back = edit(&edited.reading, &Change::Standing { item, to: NOT_GIVEN });
        let back = back.map(|back| back.reading.source.text().to_owned());
        if back.as_deref() != Ok(text) {
            return Err(format!("what was added does not come out again: {back:?}"));
        }
    }
    Ok(Outcome::Edited)
}

fn name(reason: RefusalReason) -> &'static str {
    match reason {
        RefusalReason::NotFound => "not found",
        RefusalReason::Ambiguous => "ambiguous",
        RefusalReason::ChangedByAnother => "changed by another",
        RefusalReason::BothGiven => "both given",
        RefusalReason::DuplicateKey => "duplicate key",
        RefusalReason::ComplexKey => "complex key",
        RefusalReason::NotOneWord => "not one word",
        RefusalReason::SharedAnchor => "shared anchor",
        RefusalReason::Inherited => "inherited",
        RefusalReason::NoSafePlace => "no safe place",
        RefusalReason::BrokenText => "broken text",
        RefusalReason::CheckFailed => "check failed",
        RefusalReason::Reported(_) => "reported",
    }
}

fn lines(stretch: &str) -> usize {
    stretch.split(['\n', '\r']).filter(|line| !line.is_empty()).count() + 1
}

/// Whether the entry that differs is the one that was meant, and says what it should.
fn judge(verdict: &Verdict, to: NewStanding) -> Result<(), String> {
    let wanted = match to {
        NewStanding::Status(InitiativeStatus::Completed) => Some("completed"),
        NewStanding::Status(InitiativeStatus::Agreed) => Some("agreed"),
        NewStanding::Status(InitiativeStatus::OnHold) => Some("on_hold"),
        NewStanding::Status(_) => Some("in_progress"),
        NewStanding::Done(true) => Some("true"),
        NewStanding::Done(false) => Some("false"),
        NewStanding::NotGiven => None,
    };
    // The names that are understood for the two fields; blanks, hyphens and case do not matter.
    let status = ["status", "state", "activitystatus", "progress"];
    let done = ["done", "completed", "complete", "checked", "finished"];
    let plain = |key: &str| key.to_lowercase().replace([' ', '-', '_'], "");
    let is_meant = |key: &str| match to {
        NewStanding::Status(_) => status.contains(&key),
        NewStanding::Done(_) => done.contains(&key),
        NewStanding::NotGiven => status.contains(&key) || done.contains(&key),
    };
    let after = verdict.after.as_deref();
    // An anchor stays where it was.
    let says = after == wanted
        || after
            .zip(wanted)
            .is_some_and(|(after, wanted)| after.starts_with('&') && after.ends_with(&format!(" {wanted}")));
    // A section, a position unless the item stands without a dash, and the key.
    let leads = match verdict.path.as_slice() {
        [_, key] | [_, _, key] => is_meant(&plain(key)),
        _ => false,
    };
    if says && leads { Ok(()) } else { Err(format!("something else changed: {verdict:?}")) }
}
