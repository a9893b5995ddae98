//! Reading as laws and as sentences: what is understood, what it costs to be wrong, and that no text
//! whatever can bring the reader down.
#![expect(clippy::unwrap_used, clippy::disallowed_methods, reason = "a test reads files and may fail loudly")]

use coopdash::document::{Code, EXAMPLE, Reading, Severity, read};
use coopdash::output::{findings, findings_in_short};
use coopdash::programme::{
    Flag, InitiativeStatus, Measure, Metric, Observation, Programme, Section, Standing, Value,
};
use coopdash::text::Place;
use proptest::prelude::*;
use std::path::Path;

fn document(path: &str) -> String {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/documents");
    std::fs::read_to_string(folder.join(path)).unwrap()
}

/// What `line` says for each number below `count`.
fn lines(count: usize, line: impl Fn(usize) -> String) -> String {
    (0..count).map(line).collect::<Vec<_>>().concat()
}

fn codes(reading: &Reading) -> Vec<&'static str> {
    reading.findings.iter().map(|finding| finding.code.name()).collect()
}

/// Every place a programme names.
fn places(programme: &Programme) -> Vec<&Place> {
    let mut places: Vec<&Place> = vec![&programme.about.place];
    for metric in &programme.metrics {
        places.push(&metric.place);
        places.extend(metric.id.iter().map(|id| &id.place));
        places.extend(metric.values.iter().map(|value| &value.place));
        places.extend(metric.baseline.iter().map(|point| &point.place));
        places.extend(metric.target.iter().map(|point| &point.place));
    }
    for item in &programme.initiatives {
        places.push(&item.place);
        places.extend([&item.agreed_on, &item.completed_on].into_iter().flatten().map(|date| &date.place));
        places.extend(item.due.iter().map(|due| &due.place));
        places.extend(item.metrics.iter().map(|link| &link.place));
        places.extend(item.updates.iter().map(|update| &update.place));
        match &item.standing {
            Standing::NotGiven => {}
            Standing::Done(done) => places.push(&done.place),
            Standing::Status(status) => places.push(&status.place),
            Standing::Both(done, status) => places.extend([&done.place, &status.place]),
        }
    }
    places.extend(programme.recommendations.iter().map(|item| &item.place));
    places.extend(programme.evaluation.iter().flat_map(|part| part.criteria.iter().map(|item| &item.place)));
    places.extend(programme.meetings.iter().map(|item| &item.place));
    places.extend(programme.unread.iter().map(|item| &item.place));
    places
}

/// What holds for every text there is.
fn the_laws_hold(text: &str) {
    let reading = read(text);
    assert_eq!(reading, read(text), "reading twice gives the same");
    assert_eq!(reading.source.text(), text);
    let mut at = 0;
    for finding in &reading.findings {
        assert!(finding.place.start() >= at, "findings stand in the order of their places");
        at = finding.place.start();
        assert!(!finding.message.is_empty() && !finding.label.is_empty() && finding.help.is_some());
    }
    let of_findings = reading.findings.iter().flat_map(|finding| {
        std::iter::once(&finding.place).chain(finding.also.iter().map(|(place, _)| place))
    });
    for place in of_findings.chain(places(&reading.programme)).filter(|place| place.line() > 0) {
        assert!(text.get(place.span()).is_some(), "{place:?} is not inside the text or not on a boundary");
        let counted = reading.source.place(place.span());
        assert_eq!((place.line(), place.column()), (counted.line(), counted.column()), "{place:?}");
    }
    let printed = findings(&reading, "a.yaml") + &findings_in_short(&reading, "a.yaml");
    assert!(printed.chars().all(|c| c == '\n' || !c.is_control()), "{printed:?}");
    if reading.unreadable {
        assert_eq!(Programme { unread: Vec::new(), ..reading.programme }, Programme::default());
        assert!(reading.findings.iter().any(|finding| finding.severity == Severity::Error));
    }
}

#[test]
fn the_built_in_programme_reads_without_a_finding_and_holds_its_facts() {
    let reading = read(EXAMPLE);
    assert_eq!(codes(&reading), [""; 0]);
    let programme = reading.programme;
    let values = |metric: usize| -> Vec<String> {
        let values = &programme.metrics[metric].values;
        values
            .iter()
            .map(|one| match &one.value {
                Value::Number(value) => format!("{} {value}", one.period.label),
                Value::Missing | Value::Unreadable | Value::Word(_) => panic!("{one:?}"),
            })
            .collect()
    };
    assert_eq!(values(0), ["2022 3", "2023 5"]);
    assert_eq!(values(1), ["2022 1.5", "2023 2.3"]);
    assert_eq!(values(2), ["2022 60", "2023 75"]);
    let measures: Vec<Measure> = programme.metrics.iter().map(|metric| metric.measure).collect();
    assert_eq!(measures, [Measure::Count, Measure::GrowthRate, Measure::Percentage]);
    let group =
        |name: &str| programme.initiatives.iter().filter(|item| item.group.as_deref() == Some(name)).count();
    assert_eq!((group("Outcome of the talks"), group("Announced")), (3, 3));
    assert_eq!((programme.recommendations.len(), programme.meetings.len()), (3, 1));
    assert_eq!(programme.evaluation.as_ref().unwrap().criteria.len(), 3);
    // What the source does not say, the file does not say.
    assert!(programme.initiatives.iter().all(|item| item.owner.is_none() && item.due.is_none()));
    assert!(programme.metrics.iter().all(|metric| metric.target.is_none() && metric.baseline.is_none()));
    assert!(programme.about.date.is_none() && programme.about.as_of.is_none());
    assert!(programme.meetings.iter().all(|meeting| meeting.date.is_none()));
}

#[test]
fn beside_ten_mistakes_all_that_is_sound_is_shown() {
    let reading = read(document("bad/ten_mistakes.yaml"));
    let lines: Vec<usize> = reading.findings.iter().map(|finding| finding.place.line()).collect();
    assert_eq!(lines, [3, 7, 11, 18, 21, 25, 26, 29, 30, 33]);
    let mut different = codes(&reading);
    different.sort_unstable();
    different.dedup();
    assert!(different.len() >= 9, "{different:?}");

    let programme = &reading.programme;
    assert_eq!(programme.about.title, "Ten mistakes");
    let periods: Vec<Vec<&str>> = programme
        .metrics
        .iter()
        .map(|metric| readable(metric).map(|value| value.period.label.as_str()).collect())
        .collect();
    assert_eq!(periods, [vec!["2021", "2023"], vec!["2023"], vec!["2023"]]);
    let titles: Vec<&str> = programme.initiatives.iter().map(|item| item.title.as_str()).collect();
    assert_eq!(titles, ["Consultations", "School", "Phones"]);
    assert_eq!(programme.initiatives[0].owner.as_deref(), Some("Political section"));
    assert_eq!(programme.initiatives[0].standing, Standing::NotGiven);
    assert_eq!(programme.unread.len(), 1, "the item without a title is listed");
    assert_eq!(programme.meetings[0].purpose, ["Look back"]);
}

#[test]
fn thirty_mistakes_are_thirty_findings_and_hide_nothing_that_is_sound() {
    let reading = read(document("bad/thirty_mistakes.yaml"));
    assert_eq!(reading.findings.len(), 30, "{}", findings_in_short(&reading, "thirty_mistakes.yaml"));
    let mut places: Vec<usize> = reading.findings.iter().map(|finding| finding.place.start()).collect();
    places.dedup();
    assert_eq!(places.len(), 30, "no place has two findings");

    let programme = &reading.programme;
    assert_eq!(programme.about.title, "Thirty mistakes");
    let metrics: Vec<(&str, usize)> =
        programme.metrics.iter().map(|metric| (metric.name.as_str(), readable(metric).count())).collect();
    assert_eq!(metrics, [("Exercises", 1), ("Visits", 1), ("Growth", 1)]);
    let titles: Vec<&str> = programme.initiatives.iter().map(|item| item.title.as_str()).collect();
    assert_eq!(titles, ["School", "Radios", "Phones", "Consultations"]);
    assert_eq!((programme.recommendations.len(), programme.meetings.len()), (0, 2));
    assert_eq!((programme.sources.len(), programme.background.len()), (1, 1));
    let unread: Vec<Section> = programme.unread.iter().map(|unread| unread.section).collect();
    assert_eq!(unread, [Section::Metrics, Section::Initiatives, Section::Recommendations, Section::Quotes]);
}

#[test]
fn of_a_conflict_the_first_side_is_read_and_both_are_named() {
    let reading = read(document("bad/git_conflict.yaml"));
    assert_eq!(codes(&reading), ["conflict-marker", "conflict-marker"]);
    let exercises = &reading.programme.metrics[0];
    assert_eq!(exercises.unit.as_deref(), Some("exercises"));
    assert_eq!(exercises.values[1].value, Value::Number(5.into()));
    assert_eq!(reading.programme.metrics.len(), 2);
    assert_eq!(reading.programme.initiatives.len(), 1, "the first version of the second conflict is empty");
    // A line of seven signs under a heading of a text is no conflict.
    let heading = "programme:\n  title: T\n  summary: |\n    Heading\n    =======\n";
    assert_eq!(codes(&read(heading)), [""; 0]);
}

#[test]
fn what_could_not_be_read_is_not_called_missing() {
    let one = "metrics:\n  - name: A\n    values: { 2022: 1, 2023: 2 }\n  - name: B\n    values: ";
    let codes_of = |values: &str| codes(&read(format!("programme: {{ title: T }}\n{one}{values}\n")));
    assert_eq!(codes_of("{ 2022: 1 }"), ["no-latest-value"]);
    assert_eq!(codes_of("{ 2022: 1, 2023: two }"), ["not-a-number"]);
    assert_eq!(codes_of("{ 2022: 1, 2023: null }"), [""; 0]);
    assert_eq!(codes_of("{ 2022/23: 1 }"), [""; 0], "a fiscal year is not compared with a calendar year");
}

#[test]
fn one_broken_section_costs_that_section() {
    for (file, lost, metrics, initiatives) in [
        ("bad/unclosed_bracket.yaml", vec![Section::Metrics], 0, 1),
        ("bad/unclosed_quote.yaml", vec![Section::Programme], 1, 0),
        ("bad/unclosed_quote_closed_by_the_next.yaml", vec![Section::Programme], 0, 1),
        ("bad/unclosed_list.yaml", vec![Section::Programme], 1, 0),
        ("bad/wrong_bracket.yaml", vec![Section::Metrics, Section::Meetings], 0, 0),
        ("bad/line_without_colon.yaml", vec![Section::Metrics], 0, 1),
        ("bad/wrong_indentation.yaml", vec![Section::Metrics, Section::Initiatives, Section::Meetings], 0, 0),
    ] {
        let reading = read(document(file));
        let sections: Vec<Section> = reading.programme.unread.iter().map(|unread| unread.section).collect();
        assert_eq!(sections, lost, "{file}");
        assert_eq!(reading.findings.len(), lost.len(), "{file}: one finding a section");
        assert_eq!(reading.programme.metrics.len(), metrics, "{file}");
        assert_eq!(reading.programme.initiatives.len(), initiatives, "{file}");
        assert!(!reading.unreadable, "{file}");
    }
}

#[test]
fn only_a_text_without_anything_of_a_programme_is_unreadable() {
    for file in ["empty", "only_comments", "a_list", "a_text", "another_kind_of_file", "every_section_broken"]
    {
        assert!(read(document(&format!("bad/{file}.yaml"))).unreadable, "{file}");
    }
    for text in ["programme:\n", "metrics:\n", "programme:\n  title: A\nmetrics: [\n", "initiatives: none\n"]
    {
        assert!(!read(text).unreadable, "{text:?}");
    }
}

#[test]
fn an_anchor_of_one_section_serves_the_others_even_when_a_third_is_broken() {
    let sound = "x-who: &who Political section\ninitiatives:\n  - title: School\n    owner: *who\n";
    for text in [sound.to_owned(), format!("{sound}metrics: [\n")] {
        let programme = read(&text).programme;
        assert_eq!(programme.initiatives[0].owner.as_deref(), Some("Political section"), "{text}");
    }
}

#[test]
fn what_an_item_says_itself_goes_before_what_it_inherits() {
    let programme = read(document("good/anchors.yaml")).programme;
    let statuses: Vec<Option<InitiativeStatus>> = programme
        .initiatives
        .iter()
        .map(|item| match &item.standing {
            Standing::Status(status) => Some(status.value),
            Standing::NotGiven | Standing::Done(_) | Standing::Both(..) => None,
        })
        .collect();
    let (agreed, in_progress) = (Some(InitiativeStatus::Agreed), Some(InitiativeStatus::InProgress));
    assert_eq!(statuses, [agreed, in_progress, None, agreed]);
    assert_eq!(programme.initiatives[3].priority.as_deref(), Some("high"));
    let corrected = &programme.metrics[1].values;
    assert_eq!(
        corrected.iter().map(|value| value.value.clone()).collect::<Vec<_>>(),
        [3, 6].map(|n| Value::Number(n.into()))
    );
}

#[test]
fn a_programme_is_the_same_whatever_ends_its_lines() {
    let text = document("good/full.yaml");
    let programme = read(&text).programme;
    for ending in ["\r\n", "\r"] {
        assert_eq!(read(text.replace('\n', ending)).programme, programme);
    }
    assert_eq!(read(format!("\u{feff}{text}")).programme, programme);
    assert_eq!(read(text.trim_end()).programme, programme);
    assert_eq!(read(format!("---\n{text}...\n")).programme, programme);
}

#[test]
fn values_stand_in_the_order_of_time_with_what_the_file_says_of_them() {
    let programme = read(document("good/full.yaml")).programme;
    let drills = &programme.metrics[0];
    let flags: Vec<(&str, Flag)> =
        drills.values.iter().map(|value| (value.period.label.as_str(), value.flag)).collect();
    let normal = Flag::Normal;
    assert_eq!(
        flags,
        [
            ("2020", normal),
            ("2021", normal),
            ("2022", normal),
            ("2023", Flag::Provisional),
            ("2024", Flag::Forecast)
        ]
    );
    assert_eq!(drills.values[1].value, Value::Missing);
    assert_eq!(drills.values[3].note(), Some("Without December."));
    assert_eq!(programme.metrics[4].values[0].value, Value::Word("partly ready".to_owned()));

    let shuffled = "metrics:\n  - name: A\n    values: { 2023: 5, 2021: 1, 2022: 3 }\n";
    let values = &read(shuffled).programme.metrics[0].values;
    let labels: Vec<&str> = values.iter().map(|value| value.period.label.as_str()).collect();
    assert_eq!(labels, ["2021", "2022", "2023"]);
}

#[test]
fn a_word_that_looks_like_no_stays_a_word() {
    let programme = read(document("good/words_as_values.yaml")).programme;
    assert_eq!(programme.metrics[1].values[0].value, Value::Word("no".to_owned()));
    let text = "programme: { title: NO, location: no, language: off }\n";
    let about = read(text).programme.about;
    assert_eq!(
        (about.title.as_str(), about.location.as_deref(), about.language.as_deref()),
        ("NO", Some("no"), Some("off"))
    );
}

#[test]
fn a_percentage_is_never_a_count() {
    let measure = |lines: &str| {
        let text = format!("metrics:\n  - name: A\n    {lines}\n");
        let metric = read(&text).programme.metrics.remove(0);
        (metric.measure, metric.unit)
    };
    let per_cent = || Some("%".to_owned());
    assert_eq!(measure("unit: \"%\"\n    values: { 2022: 60 }"), (Measure::Percentage, per_cent()));
    assert_eq!(
        measure("unit: \"%\"\n    measure: count\n    values: { 2022: 60 }"),
        (Measure::Percentage, per_cent())
    );
    assert_eq!(measure("values: { 2022: 60%, 2023: null }"), (Measure::Percentage, per_cent()));
    assert_eq!(measure("unit: pp\n    values: { 2022: 1 }").0, Measure::Percentage);
    assert_eq!(measure("unit: \"% of GDP\"\n    values: { 2022: 1 }").0, Measure::Percentage);
    assert_eq!(measure("unit: EUR million\n    values: { 2022: 1 }").0, Measure::Currency);
    assert_eq!(measure("unit: km\n    values: { 2022: 1 }").0, Measure::Count);
    assert_eq!(measure("values: { 2022: 60 }"), (Measure::Count, None));
}

/// The values that could be read.
fn readable(metric: &Metric) -> impl Iterator<Item = &Observation> {
    metric.values.iter().filter(|one| one.value != Value::Unreadable)
}

#[test]
fn a_doubtful_value_is_not_shown_at_all() {
    for (values, shown) in [
        ("{ 2021: 1, 2022: 3, 2022: 4 }", vec!["2021"]),
        ("{ 2022: 1,5, 2023: 2 }", vec!["2023"]),
        ("{ 2022: 5 exercises, 2023: 2 }", vec!["2023"]),
        ("{ 2011-12: 3, 2015: 2 }", vec!["2015"]),
        ("{ 2022: 3%, 2023: 2 }", vec!["2023"]),
    ] {
        let reading = read(format!("metrics:\n  - name: A\n    values: {values}\n"));
        let labels: Vec<&str> =
            readable(&reading.programme.metrics[0]).map(|value| value.period.label.as_str()).collect();
        assert_eq!(labels, shown, "{values}");
        assert!(reading.findings.iter().any(|finding| finding.severity == Severity::Error), "{values}");
    }
}

#[test]
fn hostile_texts_are_refused_with_a_place_or_simply_read() {
    let bomb = lines(29, |n| format!("x-{}: &a{0} [*a{n}, *a{n}]\n", n + 1));
    let bomb = format!("x-0: &a0 [lol, lol]\n{bomb}initiatives: *a29\n");
    assert!(codes(&read(&bomb)).contains(&"too-many-aliases"));

    for deep in ["[".repeat(200_000), "{a: ".repeat(200_000), "- ".repeat(200_000), "? ".repeat(200_000)] {
        let reading = read(format!("programme:\n  title: T\nmetrics:\n  {deep}\n"));
        assert_eq!(reading.findings[0].place.line(), 4, "{}", findings(&reading, "deep"));
        assert_eq!(reading.programme.about.title, "T");
    }

    let long = "word ".repeat(1_000_000);
    let reading = read(format!("programme:\n  title: T\n  summary: {long}\n"));
    assert_eq!(reading.programme.about.summary.unwrap().len(), long.len() - 1);

    let many = format!("x-a: &a T\nbackground:\n{}", "- title: *a\n  text: *a\n".repeat(600));
    let reading = read(&many);
    assert_eq!(reading.programme.background.len(), 500, "a thousand aliases are read");
    assert!(codes(&reading).contains(&"too-many-aliases"));

    let merges = "- <<: *b\n  title: A\n".repeat(2_000);
    let reading = read(format!("x-b: &b {{ status: agreed }}\ninitiatives:\n{merges}"));
    assert_eq!(reading.programme.initiatives.len(), 2_000);
    assert!(codes(&reading).contains(&"too-many-aliases"));
}

#[test]
fn many_mistakes_cost_no_more_time_than_few() {
    // Each of these would take minutes if any step looked at the whole text again for each mistake.
    let sections = lines(4_000, |n| format!("a{n}: [\n"));
    assert!(read(&sections).unreadable);
    let keys = lines(4_000, |n| format!("  k{n}: 1\n"));
    let reading = read(format!("programme:\n{keys}"));
    assert_eq!(reading.findings.last().map(|finding| finding.code), Some(Code::TooManyFindings));
    let one_line = lines(4_000, |n| format!("{{title: T, id: i{n}, due: soon, metrics: [m{n}]}}, "));
    let reading = read(format!("metrics: []\ninitiatives: [{one_line}]\n"));
    assert_eq!(reading.programme.initiatives.len(), 4_000);
    assert!(findings(&reading, "one line").len() < 4_000_000);
}

#[test]
fn a_text_beyond_the_limit_is_refused() {
    let reading = read(" ".repeat(33 * 1024 * 1024));
    assert_eq!(codes(&reading), ["too-large"]);
    assert!(reading.unreadable);
}

/// Some texts of each kind; more where `PROPTEST_CASES` asks for them.
fn cases() -> ProptestConfig {
    let standard = ProptestConfig::default();
    let cases = if std::env::var_os("PROPTEST_CASES").is_some() { standard.cases } else { 200 };
    ProptestConfig { cases, failure_persistence: None, ..standard }
}

/// What is put into a document to try its reading.
const PIECES: &[&str] = &[
    "",
    " ",
    "\n",
    "\r\n",
    "\t",
    ":",
    ": ",
    "- ",
    "[",
    "]",
    "{",
    "}",
    "\"",
    "'",
    "#",
    " # ",
    "&a ",
    "*a",
    "!x ",
    "|\n",
    ">\n",
    "---\n",
    "...\n",
    "? ",
    "<<: ",
    "%",
    "1,5",
    "null",
    "\u{0}",
    "\u{1b}",
    "\u{202e}",
    "\u{feff}",
    "č",
    "🙂",
    "\u{85}",
    "\u{9b}",
    "\u{200b}",
    "\u{ffff}",
    "<<<<<<< a\n",
    "=======\n",
    ">>>>>>> b\n",
    "|||||||\n",
    "\u{2028}",
    "yes",
    "2022: 3",
];

/// A real document with a few stretches taken out, doubled or replaced.
fn mutated() -> impl Strategy<Value = String> {
    let documents = vec![
        EXAMPLE.to_owned(),
        document("good/full.yaml"),
        document("good/anchors.yaml"),
        document("good/json_style.yaml"),
        document("bad/ten_mistakes.yaml"),
    ];
    let pieces = proptest::sample::select(PIECES);
    // Most places are inside a line; what matters at the beginning of one needs a draw of its own.
    let edit = (any::<prop::sample::Index>(), any::<bool>(), 0_usize..12, pieces);
    (proptest::sample::select(documents), prop::collection::vec(edit, 1..6)).prop_map(|(text, edits)| {
        let mut letters: Vec<char> = text.chars().collect();
        for (at, to_the_margin, taken, put) in edits {
            let within = at.index(letters.len() + 1);
            let margin =
                letters.iter().take(within).rposition(|letter| *letter == '\n').map_or(0, |at| at + 1);
            let at = if to_the_margin { margin } else { within };
            let end = (at + taken).min(letters.len());
            letters.splice(at..end, put.chars());
        }
        letters.into_iter().collect()
    })
}

proptest! {
    #![proptest_config(cases())]

    #[test]
    fn the_laws_hold_for_arbitrary_bytes(bytes in prop::collection::vec(any::<u8>(), 0..120)) {
        the_laws_hold(&String::from_utf8_lossy(&bytes));
    }

    #[test]
    fn the_laws_hold_for_what_looks_like_yaml(text in "(programme|metrics|initiatives|[a-z]{1,3}|[-:?,&*#|>!%'\"{}\\[\\] \n\r\t~]|[0-9]|č){0,80}") {
        the_laws_hold(&text);
    }

    #[test]
    fn the_laws_hold_for_damaged_documents(text in mutated()) {
        the_laws_hold(&text);
    }
}

#[test]
fn the_laws_hold_for_every_document_of_the_tests() {
    for folder in ["good", "bad"] {
        let files =
            Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/documents").join(folder).read_dir().unwrap();
        for file in files
            .map(|file| file.unwrap().path())
            .filter(|path| path.extension().is_some_and(|end| end == "yaml"))
        {
            the_laws_hold(&std::fs::read_to_string(file).unwrap());
        }
    }
}
