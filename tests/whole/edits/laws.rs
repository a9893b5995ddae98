//! The laws of editing, on random files, judged by libyaml.
//!
//! Whatever the file: an edit is refused, or it changes the one entry that was meant and no other
//! byte. `PROPTEST_CASES=100000 cargo test --test whole edits::laws` tries longer.

use super::amounts::keeps_the_rest;
use super::judge::{What, compare, tree};
use super::manners::{NUMBERS, PERIODS};
use super::random::Author;
use super::wants::judge;
use super::*;
use chrono::NaiveDate;
use coopdash::document::{NewUpdate, NewValue, RefusalReason};
use coopdash::programme::Standing;
use coopdash::programme::fields::{Field, Kind, Part};
use proptest::collection::vec;
use proptest::prelude::any;
use proptest::test_runner::{Config, TestCaseError, TestError, TestRunner};
use std::cell::RefCell;
use std::collections::BTreeMap;

/// What is wanted of an initiative, mostly in the words it uses.
fn wanted(now: &Standing, choice: u8) -> NewStanding {
    let all = match now {
        Standing::Done(_) => [DONE, NOT_DONE, DONE, NOT_DONE, DONE, NOT_GIVEN, COMPLETED],
        Standing::Status(_) | Standing::NotGiven | Standing::Both(..) => {
            [COMPLETED, AGREED, ON_HOLD, IN_PROGRESS, COMPLETED, NOT_GIVEN, DONE]
        }
    };
    all[usize::from(choice) % all.len()]
}

const OWNERS: [&str; 14] = [
    "Liaison office",
    "me",
    "Office: north",
    "yes",
    "a, b",
    "it's",
    "the \"desk\"",
    "2024",
    "Ђурђевдан 演習",
    "two\nlines",
    "#1",
    "{x}",
    "- y",
    "\u{1b}[31m",
];
const DAYS: [&str; 6] = ["2024-12-31", "2025-01-01", "2026-02-03", "31.12.2024", "2024-02-30", "soon: maybe"];
const STATUSES: [&str; 5] = ["accepted", "in_progress", "implemented", "Under review", "purple"];
const FLAGS: [Option<Flag>; 6] =
    [None, None, None, Some(Flag::Provisional), Some(Flag::Estimated), Some(Flag::Normal)];

/// Hands out choices one by one.
struct Choices<'c>(std::slice::Iter<'c, u8>);

impl Choices<'_> {
    fn of(&mut self, count: usize) -> usize {
        usize::from(self.0.next().copied().unwrap_or(0)) % count.max(1)
    }

    fn one<T: Clone>(&mut self, all: &[T]) -> T {
        all[self.of(all.len())].clone()
    }

    /// Any or none.
    fn maybe(&mut self, all: &[&str]) -> Option<String> {
        (self.of(8) > 0).then(|| self.one(all).to_owned())
    }
}

/// A change of some item of the programme; `None` where there is no such item.
fn random(reading: &Reading, choices: &mut Choices<'_>) -> Option<Change> {
    let programme = &reading.programme;
    let kind = choices.of(9);
    let wished = match kind {
        0 | 7 => vec![Section::Initiatives],
        3 | 4 => vec![Section::Metrics],
        8 if programme.about.place.line() > 0 => {
            return Some(Change::AsOf { to: NaiveDate::from_ymd_opt(2024, 5, 1).unwrap() });
        }
        5 | 8 => return Some(Change::Initiative { title: choices.one(&OWNERS).to_owned() }),
        _ => vec![Section::Initiatives, Section::Recommendations],
    };
    let wished = choices.one(&wished);
    // Of the sections that have items the one that is wished, else any.
    let all = [wished, Section::Initiatives, Section::Metrics, Section::Recommendations];
    let section = all.into_iter().find(|section| ItemAddress::new(programme, *section, 0).is_some())?;
    // And of that section a change that it knows.
    let kind = match (section == Section::Metrics, section == Section::Initiatives, kind) {
        (true, ..) => 3,
        (false, true, 3 | 4) | (false, false, 0 | 3 | 4 | 7) => 1,
        (false, ..) => kind,
    };
    let items = (0..).map_while(|index| ItemAddress::new(programme, section, index));
    let count = items.count();
    let index = choices.of(count);
    let item = ItemAddress::new(programme, section, index)?;
    Some(match kind {
        0 | 7 => {
            let now = &programme.initiatives[index].standing;
            Change::Standing { item, to: wanted(now, u8::try_from(choices.of(256)).unwrap()) }
        }
        1 | 6 => {
            let recommended = section == Section::Recommendations;
            let part = if recommended { Part::Recommendation } else { Part::Initiative };
            let fields = part.fields().iter().filter(|field| field.set_after.is_some()).collect::<Vec<_>>();
            let Field { key, kind, .. } = fields[choices.of(fields.len())];
            let is_day = matches!(kind, Kind::Date | Kind::Due);
            let texts = if matches!(kind, Kind::Word(_)) { STATUSES.as_slice() } else { OWNERS.as_slice() };
            let all = if is_day { DAYS.as_slice() } else { texts };
            let out = Change::Field { item: item.clone(), key, to: None };
            if out.theirs(programme).is_some() && choices.of(2) == 0 {
                return Some(out);
            }
            Change::Field { item, key, to: choices.maybe(all) }
        }
        2 => {
            let date = NaiveDate::from_ymd_opt(2024, 5, 1).unwrap();
            let (status, by) = (choices.maybe(&OWNERS), choices.maybe(&OWNERS));
            let note = choices.one(&OWNERS).to_owned();
            Change::Update { item, update: NewUpdate { date, status, note, by } }
        }
        _ => value(programme, item, choices),
    })
}

/// A value written, exchanged or taken out.
fn value(programme: &coopdash::programme::Programme, item: ItemAddress, choices: &mut Choices<'_>) -> Change {
    let period = choices.one(&PERIODS).to_owned();
    let number = choices.one(&NUMBERS).to_owned();
    let labels: Vec<String> =
        programme.metrics[item.index].values.iter().map(|one| one.period.label.to_string()).collect();
    if !labels.is_empty() && choices.of(4) == 0 {
        return Change::Value { item, period: choices.one(&labels), to: None };
    }
    let to = (choices.of(20) > 0).then(|| NewValue { number, status: choices.one(&FLAGS) });
    Change::Value { item, period, to }
}

fn kind(change: &Change) -> &'static str {
    match change {
        Change::Standing { .. } => "standing",
        Change::Field { to: Some(_), .. } => "field",
        Change::Field { to: None, .. } => "field out",
        Change::Update { .. } => "update",
        Change::Value { to: Some(_), .. } => "value",
        Change::Value { to: None, .. } => "value out",
        Change::AsOf { .. } => "as of",
        Change::Initiative { .. } => "initiative",
    }
}

/// How a case came out.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Outcome {
    /// Edited, and libyaml agrees.
    Edited,
    /// There was nothing to do, and nothing was done.
    Unchanged,
    /// Edited; libyaml does not read the file, or reads another, so that it could not judge.
    NotJudged,
    /// Refused, and why.
    Refused(&'static str),
}

#[test]
fn texts_that_once_broke_a_law_do_so_no_more() {
    let text = "recommendations:\r  - {title: A, updates: [{date: 2024-01-02}],}\r    # indented\r\t";
    let reading = read(text);
    let change = Change::Initiative { title: "Liaison office".to_owned() };
    // libyaml does not take a line of tabs for an empty one.
    assert_eq!(
        outcome(text, &reading, &change),
        Ok(Outcome::Refused(name(&RefusalReason::Text(coopdash::yaml::Obstacle::CheckFailed))))
    );
    let ended = text.trim_end_matches('\t');
    assert_eq!(outcome(ended, &read(ended), &change), Ok(Outcome::Edited));
    let text = "initiatives:\n- done: true\n  title:\n    T1\n# between\n  due: 2024-12-31\n \t # tab\n  owner: me\n";
    let reading = read(text);
    let item = ItemAddress::new(&reading.programme, Section::Initiatives, 0).unwrap();
    let change = Change::Field { item, key: "due", to: None };
    assert!(matches!(outcome(text, &reading, &change), Ok(Outcome::Refused(_))));
    let text = "metrics: [{name: M, values: { ?\r  \"\r2022\": 3,\r  2023: 5}}]\r";
    let reading = read(text);
    let item = ItemAddress::new(&reading.programme, Section::Metrics, 0).unwrap();
    let to = Some(NewValue { number: "3".to_owned(), status: None });
    let change = Change::Value { item, period: "2021".to_owned(), to };
    // A sign of a key on a line above goes with the key that follows it.
    assert!(matches!(outcome(text, &reading, &change), Ok(Outcome::Refused(_))));
    // A key that is only read without the letter nobody sees: the value must not be called taken out.
    let text = "metrics:\n- name: M\n  v\u{feff}alues: {2022: 3, 2023: 5}\n";
    let reading = read(text);
    let item = ItemAddress::new(&reading.programme, Section::Metrics, 0).unwrap();
    let change = Change::Value { item, period: "2022".to_owned(), to: None };
    assert_eq!(
        outcome(text, &reading, &change),
        Ok(Outcome::Refused(name(&RefusalReason::Text(coopdash::yaml::Obstacle::CheckFailed))))
    );
}

type Outcomes = BTreeMap<(&'static str, Outcome), usize>;

#[test]
#[expect(clippy::print_stdout, reason = "figures for whoever runs it with --nocapture")]
fn an_edit_changes_the_entry_that_was_meant_or_is_refused() {
    let outcomes = RefCell::new(Outcomes::new());
    let cases = match Config::default().cases {
        256 => 3000,
        asked => asked,
    };
    let config = Config { cases, failure_persistence: None, ..Config::default() };
    let choices = (vec(any::<u8>(), 0..400), vec(any::<u8>(), 8));
    let result = TestRunner::new(config).run(&choices, |(file, change)| {
        let text = Author::write(&file);
        let reading = read(&text);
        let Some(change) = random(&reading, &mut Choices(change.iter())) else { return Ok(()) };
        let outcome = outcome(&text, &reading, &change)
            .map_err(|wrong| TestCaseError::fail(format!("{wrong}\n{change:?}\n{text:?}\n{text}")))?;
        *outcomes.borrow_mut().entry((kind(&change), outcome)).or_default() += 1;
        Ok(())
    });
    let outcomes = outcomes.into_inner();
    if let Err(TestError::Fail(wrong, _)) = &result {
        panic!("{wrong}");
    }
    result.unwrap();
    report(&outcomes);
    // Refusing everything would be safe and useless.
    let kinds = [
        ("standing", 50),
        ("field", 45),
        ("field out", 35),
        ("update", 75),
        ("value", 45),
        ("value out", 50),
        ("initiative", 75),
        ("as of", 75),
    ];
    let no_matter = [
        Outcome::Unchanged,
        Outcome::NotJudged,
        Outcome::Refused(name(&RefusalReason::Text(coopdash::yaml::Obstacle::BrokenText))),
    ];
    for (kind, least) in kinds {
        let of_kind =
            outcomes.iter().filter(|((of, outcome), _)| *of == kind && !no_matter.contains(outcome));
        let all: usize = of_kind.map(|(_, count)| count).sum();
        let made = outcomes.get(&(kind, Outcome::Edited)).copied().unwrap_or(0);
        println!("{kind}: {} per cent of {all} are made", made * 100 / all.max(1));
        // Of few texts a share says little: four standard deviations of the worst case are chance.
        let chance = 200 * all.isqrt();
        assert!(made * 100 + chance > all * least, "{kind}: {made} of {all} edited: {outcomes:?}");
        // Nearly every reason is seen before anything is written; the last proof is for the rest.
        let failed = Outcome::Refused(name(&RefusalReason::Text(coopdash::yaml::Obstacle::CheckFailed)));
        let left = outcomes.get(&(kind, failed)).copied().unwrap_or(0);
        assert!(left * 20 <= all + 100, "{kind}: too many refusals only by the proof: {outcomes:?}");
    }
}

#[expect(clippy::print_stdout, reason = "figures for whoever runs it with --nocapture")]
fn report(outcomes: &Outcomes) {
    for ((kind, outcome), count) in outcomes {
        println!("{count:7} {kind}: {outcome:?}");
    }
}

/// Makes the change and judges what came of it.
fn outcome(text: &str, reading: &Reading, change: &Change) -> Result<Outcome, String> {
    let edited = match edit(reading, change) {
        Ok(edited) => edited,
        Err(refusal) if refusal.line == 0 || refusal.line > reading.source.lines() + 1 => {
            return Err(format!("no such line: {refusal:?}"));
        }
        Err(refusal) => return Ok(Outcome::Refused(name(&refusal.reason))),
    };
    let patch = &edited.patch;
    let after = patch.apply(text).ok_or("the patch does not apply")?;
    if after != edited.reading.source.text() {
        return Err("another text was read than the patch makes".into());
    }
    if patch.inverse().apply(&after).as_deref() != Some(text) {
        return Err("undoing does not restore the text".into());
    }
    let most = match change {
        Change::Standing { .. } | Change::Field { .. } | Change::AsOf { .. } => [3, 2],
        // An empty list of two lines gives way to one that has a remark.
        Change::Update { .. } => [2, 6],
        Change::Value { .. } => [5, 3],
        Change::Initiative { .. } => [0, 5],
    };
    let came = [&patch.removed, &patch.inserted].map(|stretch| lines(stretch));
    if came[0] > most[0].max(1) || came[1] > most[1] {
        return Err(format!("more than a few lines: {patch:?}"));
    }
    if !change.moved(&reading.programme, &edited.reading.programme).is_ok_and(|moved| moved == *change) {
        return Err("the item is not found again".into());
    }
    keeps_the_rest(reading, &edited.reading, change)?;
    // These end lines for libyaml, which knows YAML 1.1 alone, so that it may read another file.
    if text.contains(['\u{85}', '\u{2028}', '\u{2029}']) {
        return Ok(Outcome::NotJudged);
    }
    // Between braces it takes a question mark for the sign of a key, whatever follows.
    if text.contains("{?") || text.contains(",?") {
        return Ok(Outcome::NotJudged);
    }
    let Some(before) = tree(text) else { return Ok(Outcome::NotJudged) };
    let after = tree(&after).ok_or("libyaml does not read the text any more")?;
    let Some(verdict) = compare(&before, &after) else {
        return if patch.is_empty() {
            Ok(Outcome::Unchanged)
        } else {
            Err(format!("nothing changed: {patch:?}"))
        };
    };
    judge(&verdict, &as_made(reading, &edited, change))?;
    let Some(item) = change.item() else { return Ok(Outcome::Edited) };
    let begins = place(reading, item) - if text.starts_with('\u{feff}') { '\u{feff}'.len_utf8() } else { 0 };
    // The stream, the document, the file, and then perhaps a list.
    let met = verdict.inside.iter().skip(3).find(|around| around.is_mapping());
    if !met.is_some_and(|met| met.bytes.contains(&begins)) {
        return Err(format!("the item at byte {begins} was meant: {verdict:#?}"));
    }
    if let What::Came(..) = verdict.what {
        taken_back(text, &edited, change, item)?;
    }
    Ok(Outcome::Edited)
}

/// What stood nowhere before comes out again to the byte.
fn taken_back(text: &str, edited: &Edited, change: &Change, item: &ItemAddress) -> Result<(), String> {
    let back = match change {
        Change::Standing { .. } => Change::Standing { item: item.clone(), to: NOT_GIVEN },
        Change::Field { key, .. } => Change::Field { item: item.clone(), key, to: None },
        Change::Update { .. } | Change::Value { .. } | Change::AsOf { .. } | Change::Initiative { .. } => {
            return Ok(());
        }
    };
    match edit(&edited.reading, &back) {
        Ok(back) if back.reading.source.text() == text => Ok(()),
        other => Err(format!("what was added does not come out again: {:?}", other.map(|back| back.patch))),
    }
}

/// The change in the words the item keeps to: completed is `done: true` where it keeps `done`.
fn as_made(reading: &Reading, edited: &Edited, change: &Change) -> Change {
    let Change::Standing { item, to } = change else { return change.clone() };
    let is = &edited.reading.programme.initiatives[item.index].standing;
    let was = &reading.programme.initiatives[item.index].standing;
    let to = match (NewStanding::as_now(is), *to) {
        (Some(is @ DONE), COMPLETED) | (Some(is @ NOT_DONE), AGREED) => is,
        (is, to) => {
            assert_eq!(is, Some(to), "it stood at {was:?}");
            to
        }
    };
    Change::Standing { item: item.clone(), to }
}

/// The byte at which an item begins.
fn place(reading: &Reading, item: &ItemAddress) -> usize {
    let programme = &reading.programme;
    let metrics = programme.metrics.iter().map(|item| &item.place);
    let initiatives = programme.initiatives.iter().map(|item| &item.place);
    let recommendations = programme.recommendations.iter().map(|item| &item.place);
    let places: Vec<_> = match item.section {
        Section::Metrics => metrics.collect(),
        Section::Recommendations => recommendations.collect(),
        Section::Initiatives
        | Section::Programme
        | Section::Evaluation
        | Section::Meetings
        | Section::Background
        | Section::Quotes
        | Section::Sources => initiatives.collect(),
    };
    places[item.index].start()
}

fn name(reason: &RefusalReason) -> &'static str {
    match reason {
        RefusalReason::NotFound => "not found",
        RefusalReason::Ambiguous => "ambiguous",
        RefusalReason::ChangedByAnother => "changed by another",
        RefusalReason::BothGiven => "both given",
        RefusalReason::Text(coopdash::yaml::Obstacle::DuplicateKey) => "duplicate key",
        RefusalReason::Text(coopdash::yaml::Obstacle::ComplexKey) => "complex key",
        RefusalReason::Text(coopdash::yaml::Obstacle::NotOneWord) => "not one word",
        RefusalReason::Text(coopdash::yaml::Obstacle::Tagged) => "tagged",
        RefusalReason::Text(coopdash::yaml::Obstacle::SharedAnchor) => "shared anchor",
        RefusalReason::Text(coopdash::yaml::Obstacle::Inherited) => "inherited",
        RefusalReason::MarkedPeriod => "marked period",
        RefusalReason::TargetBeside => "target beside",
        RefusalReason::Text(coopdash::yaml::Obstacle::NoSafePlace) => "no safe place",
        RefusalReason::Text(coopdash::yaml::Obstacle::BrokenText) => "broken text",
        RefusalReason::Text(coopdash::yaml::Obstacle::CheckFailed) => "check failed",
        RefusalReason::Reported(_) => "reported",
    }
}

fn lines(stretch: &str) -> usize {
    stretch.split(['\n', '\r']).filter(|line| !line.is_empty()).count()
}
