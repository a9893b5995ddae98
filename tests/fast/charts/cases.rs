//! Every case of a chart as golden text.

#![expect(clippy::needless_raw_string_hashes, reason = "expect-test writes its texts with them")]

use super::card::{bar, card, chart, pair};
use crate::golden;
use coopdash::figures::StatusMark;
use coopdash::output;
use coopdash::settings::{Depth, GlyphSet, Letters, Theme, ThemeName};
use coopdash::view::look::Look;
use coopdash::view::parts::axis::Tick;
use coopdash::view::parts::bar::{Bar, BarPeriod};
use coopdash::view::parts::bars::{self, BarChart};
use coopdash::view::parts::columns::{self, ColumnChart, ColumnLayout};
use coopdash::view::parts::measure::Domain;
use coopdash::view::parts::strip;
use expect_test::expect;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

pub(crate) fn look(depth: Depth, set: GlyphSet) -> Look {
    Look::new(&Theme::built_in(ThemeName::Dark), depth, set, Letters::Unicode)
}

fn text(depth: Depth, set: GlyphSet) -> String {
    output::text(&card(&look(depth, set)))
}

#[test]
fn all_cases_with_all_glyphs_in_colour() {
    golden::check("charts/full.txt", &text(Depth::True, GlyphSet::Full));
}

#[test]
fn all_cases_with_all_glyphs_in_one_colour() {
    golden::check("charts/mono.txt", &text(Depth::Mono, GlyphSet::Full));
}

#[test]
fn all_cases_on_a_console() {
    golden::check("charts/console.txt", &text(Depth::Ansi16, GlyphSet::Console));
}

#[test]
fn all_cases_in_ascii() {
    let text = text(Depth::Ansi16, GlyphSet::Ascii);
    assert!(text.is_ascii());
    golden::check("charts/ascii.txt", &text);
}

/// The card as a picture: colours are reviewed where they are changed.
#[test]
fn all_cases_as_pictures_on_a_dark_and_on_a_light_page() {
    for (name, file) in [(ThemeName::Dark, "charts/dark.svg"), (ThemeName::Light, "charts/light.svg")] {
        let theme = Theme::built_in(name);
        let look = Look::new(&theme, Depth::True, GlyphSet::Full, Letters::Unicode);
        let picture =
            output::svg(&card(&look), &output::SvgOptions { title: "Cases of charts", page: theme.page });
        golden::check(file, &picture);
    }
}

/// A part of this size drawn with all glyphs, as text.
fn drawn((width, height): (u16, u16), draw: impl Fn(&Look, Rect, &mut Buffer)) -> String {
    let area = Rect::new(0, 0, width, height);
    let mut buffer = Buffer::empty(area);
    draw(&look(Depth::True, GlyphSet::Full), area, &mut buffer);
    output::text(&buffer)
}

#[test]
fn columns_without_room_for_all_show_the_latest_and_say_that_there_are_more() {
    let years: Vec<String> = (2004..=2023).map(|year| year.to_string()).collect();
    let values = (0_u32..).map(|step| f64::from(step % 7) + 1.0);
    let bars: Vec<_> = years
        .iter()
        .zip(values)
        .map(|(year, value)| bar(year, Some(value), "n", BarPeriod::Previous))
        .collect();
    let ticks = [Tick { at: 0.0, label: "0".to_owned() }, Tick { at: 8.0, label: "8".to_owned() }];
    let chart =
        ColumnChart { bars: &bars, scale: Domain::new(0.0, 8.0), ticks: &ticks, targets: &[], first: None };
    expect![[r#"
                              n
        8│  n     n     n    ▂▂▂▂
         │ ▁▁▁▁  ▄▄▄▄  ▇▇▇▇  ████
         │ ████  ████  ████  ████
        0└────────────────────────
         « 2020  2021  2022  2023
    "#]]
    .assert_eq(&drawn((27, 6), |look, area, buffer| columns::draw(&chart, look, area, buffer)));
    let middle = ColumnChart { first: Some(8), ..chart };
    let layout = ColumnLayout::of(&middle, (27, 6), &look(Depth::True, GlyphSet::Full)).unwrap();
    assert_eq!(layout.shown, 8..12);
}

#[test]
fn columns_below_zero_hang_from_the_shared_zero_line() {
    let bars = [
        bar("2021", Some(-2.0), "-2.0%", BarPeriod::Previous),
        bar("2022", Some(0.0), "0.0%", BarPeriod::Previous),
        bar("2023", Some(3.0), "3.0%", BarPeriod::Current),
        bar("2024", Some(12.0), "12.0%", BarPeriod::Current),
    ];
    let ticks =
        [(-2.0, "-2%"), (0.0, "0%"), (4.0, "4%")].map(|(at, label)| Tick { at, label: label.to_owned() });
    let chart =
        ColumnChart { bars: &bars, scale: Domain::new(-2.0, 4.0), ticks: &ticks, targets: &[], first: None };
    expect![[r#"
                                        12.0%
         4%│                    3.0%    ▲▲▲▲▲▲
           │                   ▆▆▆▆▆▆   ██████
           │                   ██████   ██████
           │                   ██████   ██████
           │           0.0%    ██████   ██████
         0%├────────────────────────────────────
           │ ██████
           │ ██████
        -2%│ ▄▄▄▄▄▄
             -2.0%
              2021     2022     2023     2024
    "#]]
    .assert_eq(&drawn((40, 12), |look, area, buffer| columns::draw(&chart, look, area, buffer)));
}

#[test]
fn a_strip_has_a_segment_for_each_or_one_bar_in_proportion() {
    let few = [
        StatusMark::Done,
        StatusMark::InProgress,
        StatusMark::Overdue,
        StatusMark::Open,
        StatusMark::Resting,
    ];
    let many = [few.to_vec(), vec![StatusMark::Open; 15]].concat();
    let strip = |marks: &[StatusMark]| {
        drawn((60, 1), |look, area, buffer| strip::draw(&marks.iter().copied().collect(), look, area, buffer))
    };
    expect![[r#"
        ███████████ ▒▒▒▒▒▒▒▒▒▒▒ ░░░░░!░░░░░░ ░░░░░░░░░░░ ░░░░░-░░░░░
    "#]]
    .assert_eq(&strip(&few));
    expect![[r#"
        ████▒▒▒▒░!░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░-░░
    "#]]
    .assert_eq(&strip(&many));
}

#[test]
fn labels_are_cut_and_values_stay_whole() {
    let bars = pair((Some(3.0), "3 of 5"), (Some(5.0), "5 of 5"));
    let mut bars = bars.map(|bar| Bar { label: "fiscal year 2022/23", ..bar });
    bars[1].label = "日本語日本語日本語";
    let chart = BarChart { label_columns: 10, value_columns: 6, below_columns: 6, ..chart(&bars, 5.0) };
    expect![[r#"
        fiscal ye… │▄▄▄▄▄▄▄▄▄▄▄▄▖ 3 of 5
        日本語日…  │█████████████████████ 5 of 5
    "#]]
    .assert_eq(&drawn((40, 2), |look, area, buffer| bars::draw(&chart, look, area, buffer)));
}
