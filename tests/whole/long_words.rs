//! A value that is a word or a sentence takes no room of others: not that of another metric, and not that of a year,
//! a name or the value before it. It is shortened, and seen to be.

use crate::stage::{open, plain_look, press, screen};
use coopdash::settings::GlyphSet;

const SIZES: [(u16, u16); 6] = [(40, 12), (48, 16), (60, 20), (80, 24), (100, 30), (160, 50)];

/// Two metrics: one of numbers, and one of words of which the latest, or the one before, is so long.
fn programme(length: usize, is_latest: bool) -> String {
    let long: String =
        "adopted by the parliament in May and in force since June; ".chars().cycle().take(length).collect();
    let (before, now) = if is_latest { ("none", long.trim()) } else { (long.trim(), "none") };
    format!(
        "programme: {{ title: Words }}\nmetrics:\n  - {{ name: Trained, unit: people, values: {{ 2022: 5, 2023: 8 }} }}\n  \
         - {{ name: Law, measure: qualitative, values: {{ 2022: \"{before}\", 2023: \"{now}\" }} }}\n"
    )
}

/// The rows of the body of a page, without the message above and the keys below.
fn body(document: &str, size: (u16, u16), keys: &str, set: GlyphSet) -> Vec<String> {
    let mut state = open(document, size);
    press(&mut state, keys);
    let shown = screen(&state, &plain_look(set));
    shown.lines().skip(4).map(str::to_owned).collect()
}

/// Whether a row is that of a name.
fn is_named(row: &str, name: &str) -> bool {
    row.trim_start_matches(['>', ' ']).starts_with(name)
}

#[test]
fn however_long_a_word_is_the_rows_of_other_metrics_stay_as_they_are() {
    each(|document, size, set| {
        for keys in ["1", "2"] {
            let [long, short] = [document, &programme(4, true)].map(|one| body(one, size, keys, set));
            let rows = short.iter().zip(&long).take_while(|(row, _)| !is_named(row, "Law"));
            for (row, same) in rows {
                assert_eq!(same, row, "{keys} at {size:?}\n{document}\n{}", long.join("\n"));
            }
        }
    });
}

#[test]
fn however_long_a_word_is_its_name_its_year_and_the_value_beside_it_stay() {
    each(|document, size, set| {
        // Below 60 columns the chosen metric alone has its years.
        for keys in ["1", if size.0 < 60 { "2 j" } else { "2" }] {
            let rows = body(document, size, keys, set);
            let shown = format!("{keys} at {size:?}\n{document}\n{}", rows.join("\n"));
            let at = rows.iter().position(|row| is_named(row, "Law"));
            let own = &rows[at.unwrap_or_else(|| panic!("no name: {shown}"))..];
            assert!(own.iter().any(|row| row.contains("none")), "{shown}");
            // Beside each other in one row, or in a row each.
            if keys != "1" || size.0 >= 100 {
                let labelled = |year: &str| own.iter().any(|row| row.trim_start().starts_with(year));
                assert!(labelled("2022") && labelled("2023"), "{shown}");
            }
            let mark = if set == GlyphSet::Ascii { ".." } else { "…" };
            let cut = own.iter().filter(|row| row.contains("adop"));
            let is_said = cut.clone().all(|row| row.contains(mark) || row.contains(long_of(document)));
            assert!(is_said && cut.count() > 0, "{shown}");
        }
    });
}

/// The long word of a document.
fn long_of(document: &str) -> &str {
    document.split('"').find(|part| part.starts_with("adop")).unwrap_or("")
}

/// Calls `check` with every length, size and set of glyphs.
fn each(check: impl Fn(&str, (u16, u16), GlyphSet)) {
    for length in [8, 24, 33, 52, 77, 130] {
        for is_latest in [true, false] {
            for size in SIZES {
                for set in [GlyphSet::Full, GlyphSet::Ascii] {
                    check(&programme(length, is_latest), size, set);
                }
            }
        }
    }
}

#[test]
fn however_long_a_score_in_words_is_its_criterion_and_what_is_to_improve_stay() {
    let long = "adopted by the parliament in May and in force since June; ".repeat(3);
    for size in SIZES {
        let document = format!(
            "programme: {{ title: Words }}\nevaluation:\n  criteria:\n    - {{ title: Readiness, scores: {{ 2022: \
             \"{long}\", 2023: \"{long}\" }}, improvement: More drills }}\n"
        );
        let rows = body(&document, size, "5", GlyphSet::Full);
        let shown = format!("{size:?}\n{}", rows.join("\n"));
        assert!(rows.iter().any(|row| is_named(row, "Readiness")), "{shown}");
        assert!(rows.iter().any(|row| row.contains("More drills")), "{shown}");
        assert!(rows.iter().filter(|row| row.contains("adop")).all(|row| row.contains('…')), "{shown}");
    }
}
