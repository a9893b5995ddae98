//! Series of any length: columns that scroll, the same as a table, and what changes are counted from.

#![expect(clippy::unwrap_used, reason = "a test may fail loudly")]

use crate::stage::{open, plain, plain_look, press, pressed, screen};
use std::fmt::Write;

/// Sixty years of one figure, with a gap, a break and a provisional value.
fn sixty_years() -> String {
    let mut document = String::from(
        "programme: { title: Long run }\nmetrics:\n  - name: Visits\n    unit: visits\n    direction: increase\n    baseline: { value: 50, period: 1964 }\n    values:\n",
    );
    for year in 1964..=2023 {
        let value = match year {
            1990 => "null".to_owned(),
            2023 => "provisional".to_owned(),
            _ => (year - 1900).to_string(),
        };
        if value == "provisional" {
            writeln!(document, "      {year}: {{ value: 110, flag: provisional }}").unwrap();
        } else {
            writeln!(document, "      {year}: {value}").unwrap();
        }
    }
    document
}

const SIZES: [(u16, u16); 4] = [(40, 15), (80, 24), (120, 40), (200, 60)];

#[test]
fn the_latest_columns_show_first_and_the_earliest_can_be_reached() {
    let mut state = pressed(&sixty_years(), (120, 40), "2 Enter");
    let shown = plain(&state);
    assert!(shown.contains("to 2023,") && shown.contains("of 60; < earlier, > later"), "{shown}");
    press(&mut state, &"< ".repeat(70));
    let shown = plain(&state);
    assert!(shown.contains(" 1964 to "), "{shown}");
    press(&mut state, &"> ".repeat(70));
    assert!(plain(&state).contains("to 2023,"));
}

#[test]
fn the_table_has_every_period_with_its_flag_in_words() {
    let mut state = pressed(&sixty_years(), (80, 24), "2 Enter t");
    assert!(plain(&state).contains("Period"), "{}", plain(&state));
    let mut seen = String::new();
    for _ in 0..12 {
        seen.push_str(&plain(&state));
        press(&mut state, "PgDn");
    }
    for year in 1964..=2023 {
        assert!(seen.contains(&format!("{year}  ")), "{year} is missing\n{seen}");
    }
    assert!(seen.contains("provisional") && seen.contains("not reported"));
    press(&mut state, "t");
    assert!(!plain(&state).contains("Period"));
}

#[test]
fn changes_are_counted_from_what_is_chosen_and_that_is_said() {
    let document = "programme: { title: T }\nmetrics:\n  - name: Visits\n    unit: visits\n    direction: increase\n    baseline: { value: 2, period: 2020 }\n    values: { 2021: 8, 2022: 3, 2023: 6 }\n";
    let mut state = pressed(document, (80, 24), "2");
    assert!(plain(&state).contains("+3 (+100%)") && plain(&state).contains("2023 against 2022"));
    press(&mut state, "c");
    let shown = plain(&state);
    assert!(shown.contains("-2 (-25%) ! since 2021"), "{shown}");
    assert!(shown.contains("changes from the first period"), "{shown}");
    press(&mut state, "c");
    let shown = plain(&state);
    assert!(
        shown.contains("+4 since the baseline") && shown.contains("changes from the baseline"),
        "{shown}"
    );
    press(&mut state, "1");
    assert!(plain(&state).contains("2023 against 2022"), "other tabs count as ever");
    press(&mut state, "2 c");
    assert!(plain(&state).contains("2023 against 2022"));
}

#[test]
fn a_percentage_never_changes_by_per_cent_whatever_it_is_counted_from() {
    let document = "programme: { title: T }\nmetrics:\n  - name: Share\n    unit: '%'\n    baseline: { value: 20, period: 2020 }\n    values: { 2021: 40, 2022: 60, 2023: 75 }\n";
    let mut state = pressed(document, (80, 24), "2");
    for expected in ["+15 pp", "+35 pp", "+55 pp"] {
        assert!(plain(&state).contains(expected), "{expected}\n{}", plain(&state));
        press(&mut state, "c");
    }
}

#[test]
fn keys_for_metrics_say_so_elsewhere() {
    let state = pressed(&sixty_years(), (80, 24), "1 c");
    assert!(plain(&state).contains("This key works on metrics; 2 shows them"));
}

#[test]
fn the_next_sixty_days_are_one_list_by_date() {
    let document = "programme: { title: T }\ninitiatives:\n  - { title: Training desk, due: 2024-02-20, status: agreed }\n  - { title: Done work, due: 2024-02-21, status: completed }\nrecommendations:\n  - { title: Radios, due: 2024-01-20 }\nmeetings:\n  - { title: Review, date: 2024-02-08 }\n  - { title: Far away, date: 2024-08-08 }\n";
    let state = pressed(document, (80, 24), "6");
    let shown = plain(&state);
    let list: String = shown.lines().skip_while(|line| !line.contains("Next 60 days")).collect();
    let order = ["Radios, in 5 days", "Review (scheduled), in 24 days", "Training desk, in 36 days"];
    let places: Vec<usize> = order.iter().map(|one| list.find(one).unwrap()).collect();
    assert!(places.is_sorted(), "{shown}");
    assert!(!list.contains("Done work") && !list.contains("Far away"), "{shown}");
    let report = coopdash::output::report(state.reading(), state.figures(), "programme.yaml");
    assert!(order.iter().all(|one| report.contains(one)), "{report}");
}

/// Forty metrics of sixty years, two hundred initiatives, in Latin, Cyrillic and Chinese letters.
fn large() -> String {
    let name = |number: usize| match number % 3 {
        0 => format!(
            "Združena međunarodna obuka pripadnika oružanih snaga za podršku mirovnim operacijama {number}"
        ),
        1 => format!("Заједничка обука припадника оружаних снага за подршку мировним операцијама {number}"),
        _ => format!("联合国维持和平行动中的武装部队人员联合培训与能力建设项目 {number}"),
    };
    let mut document =
        String::from("programme: { title: Велики програм сарадње, marking: EXAMPLE }\nmetrics:\n");
    for metric in 0..40 {
        write!(document, "  - name: {}\n    unit: visits\n    values: {{ ", name(metric)).unwrap();
        for year in 1964..=2023 {
            write!(document, "{year}: {}, ", (year * (metric + 3)) % 97).unwrap();
        }
        document.push_str("}\n");
    }
    document.push_str("initiatives:\n");
    for initiative in 0..200 {
        let status = ["agreed", "in_progress", "completed", "announced"][initiative % 4];
        writeln!(
            document,
            "  - title: {}\n    status: {status}\n    owner: {}",
            name(initiative),
            name(initiative + 1)
        )
        .unwrap();
    }
    document
}

#[test]
fn a_large_programme_in_three_scripts_keeps_straight_columns_and_marks_what_it_cuts() {
    use coopdash::settings::GlyphSet;
    use strum::VariantArray;
    let document = large();
    for size in SIZES {
        for set in GlyphSet::VARIANTS {
            let begun = open(&document, size);
            for keys in ["1", "2", "2 Enter", "2 Enter t", "3", "3 G", "4", "5", "6", "p", "p Right"] {
                let mut state = begun.clone();
                press(&mut state, keys);
                let shown = screen(&state, &plain_look(*set));
                for line in shown.lines() {
                    assert!(coopdash::text::width(line) <= usize::from(size.0), "{keys} {size:?}\n{line}");
                }
            }
        }
    }
}

#[test]
fn every_item_of_a_large_programme_can_be_reached() {
    let mut state = pressed(&large(), (80, 24), "3");
    let mut seen = std::collections::BTreeSet::new();
    for _ in 0..200 {
        seen.insert(state.chosen());
        press(&mut state, "j");
    }
    assert_eq!(seen.len(), 200);
    press(&mut state, "2");
    press(&mut state, &"j ".repeat(39));
    assert_eq!(state.row(), 39);
    press(&mut state, "Enter");
    assert!(coopdash::app::sheet::rows(&state).len() >= 60);
}
