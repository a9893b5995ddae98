//! Laws that hold for all values, sizes and glyph sets: a chart is read back from the cells it was drawn in.

use super::card::bar;
use super::cases::look;
use coopdash::figures::StatusMark;
use coopdash::settings::{Depth, GlyphSet};
use coopdash::view::look::Look;
use coopdash::view::parts::axis::{Axis, Tick};
use coopdash::view::parts::bar::{Bar, BarPeriod};
use coopdash::view::parts::bars::{self, BarChart};
use coopdash::view::parts::bullet::{self, Bullet};
use coopdash::view::parts::columns::{self, ColumnChart, ColumnLayout, TargetLine};
use coopdash::view::parts::digits;
use coopdash::view::parts::measure::{Domain, Length, Side, Track, TrackPlace};
use coopdash::view::parts::strip;
use proptest::prelude::*;
use ratatui::buffer::{Buffer, Cell};
use ratatui::layout::Rect;
use ratatui::style::Modifier;
use strum::VariantArray;

/// The text beside every bar: not in any glyph set.
const TEXT: &str = "75%";

fn looks() -> impl Strategy<Value = Look> {
    (prop::sample::select(GlyphSet::VARIANTS), prop::sample::select(&[Depth::Mono, Depth::True][..]))
        .prop_map(|(set, depth)| look(depth, set))
}

/// Values in tenths, so that equal ones and those next to each other come up, and some that lie far apart.
fn value() -> impl Strategy<Value = f64> {
    prop_oneof![
        8 => (-50_i32..=100).prop_map(|tenths| f64::from(tenths) / 10.0),
        1 => Just(0.0),
        1 => 1e-9..1e-3,
        1 => 10.0..1e9,
    ]
}

/// The value of a mark beside the zero line.
fn mark() -> impl Strategy<Value = f64> {
    value().prop_map(|value| if value == 0.0 { 1.0 } else { value })
}

/// A target: none, one number, or both ends of a range.
fn marks() -> impl Strategy<Value = Vec<f64>> {
    prop_oneof![
        1 => Just(Vec::new()),
        4 => mark().prop_map(|mark| vec![mark]),
        4 => (mark(), mark()).prop_map(|(a, b)| vec![f64::min(a, b), f64::max(a, b)]),
        2 => (mark(), 0.01..0.5).prop_map(|(low, wide)| vec![low, low + wide]),
    ]
}

/// The sizes of the marks on one side that lie on the scale, from zero outward.
fn on_side(targets: &[f64], side: Side, scale: Domain) -> Vec<f64> {
    let on_scale = targets.iter().filter(|target| side_of(**target) == side && scale.holds(**target));
    let mut sizes: Vec<f64> = on_scale.map(|target| target.abs()).collect();
    sizes.sort_by(f64::total_cmp);
    sizes.dedup();
    sizes
}

/// Which mark that is seen belongs to which target; none where two share a cell, or one had no room.
fn told_apart(targets: &[f64], seen: &[usize]) -> Vec<(f64, usize)> {
    if targets.len() == seen.len() {
        targets.iter().copied().zip(seen.iter().copied()).collect()
    } else {
        Vec::new()
    }
}

fn kind() -> impl Strategy<Value = BarPeriod> {
    prop::sample::select(
        &[
            BarPeriod::Previous,
            BarPeriod::Previous,
            BarPeriod::Previous,
            BarPeriod::Current,
            BarPeriod::Current,
            BarPeriod::Forecast,
        ][..],
    )
}

fn scale() -> impl Strategy<Value = Domain> {
    (prop_oneof![Just(0.0), -5.0..0.0], prop_oneof![5 => Just(10.0), 1 => Just(0.0), 1 => 1.0..1000.0])
        .prop_map(|(min, max)| Domain::new(min, max))
}

type Values = Vec<(Option<f64>, BarPeriod)>;

fn values() -> impl Strategy<Value = Values> {
    prop::collection::vec((prop::option::weighted(0.9, value()), kind()), 0..6)
}

fn bars_of(values: &Values) -> Vec<Bar<'static>> {
    values.iter().map(|(value, kind)| bar("2023", *value, TEXT, *kind)).collect()
}

fn side_of(value: f64) -> Side {
    if value < 0.0 { Side::Negative } else { Side::Positive }
}

/// Which way the bars of a chart grow.
#[derive(Clone, Copy, PartialEq)]
enum Growth {
    Sideways,
    Upright,
}

/// How much of a cell a bar fills, in eighths; `None` is the mark.
fn eighths(symbol: &str, modifier: Modifier, growth: Growth, look: &Look) -> Option<usize> {
    let glyphs = look.glyphs();
    let part = |set: Option<&'static [&'static str; 7]>| {
        let part = set.into_iter().flatten().position(|glyph| *glyph == symbol)? + 1;
        Some(if modifier.contains(Modifier::REVERSED) { 8 - part } else { part })
    };
    let (mark, parts, whole) = match growth {
        Growth::Sideways => (
            glyphs.target,
            None,
            [
                glyphs.thin,
                glyphs.thick,
                glyphs.earlier,
                glyphs.forecast,
                glyphs.beyond_right,
                glyphs.beyond_left,
            ],
        ),
        Growth::Upright => (
            glyphs.target_line,
            part(glyphs.lower_eighths),
            [
                glyphs.thick,
                glyphs.thick,
                glyphs.earlier,
                glyphs.forecast,
                glyphs.beyond_up,
                glyphs.beyond_down,
            ],
        ),
    };
    let half = glyphs.halves.is_some_and(|halves| {
        [halves.thick_right, halves.thick_left, halves.thin_right, halves.thin_left].contains(&symbol)
    });
    match () {
        () if symbol == mark => None,
        () if whole.contains(&symbol) => Some(8),
        () if half && growth == Growth::Sideways => Some(4),
        () => Some(parts.unwrap_or(0)),
    }
}

/// The length of a bar without a mark, in eighths.
fn length(cells: &[Option<usize>]) -> usize {
    cells.iter().map_while(|cell| cell.filter(|&part| part > 0)).sum()
}

/// What a chart of bars shows: for each bar its cells outward from zero on the side of its value.
fn drawn(chart: &BarChart, look: &Look, width: u16) -> Vec<(f64, Vec<Option<usize>>)> {
    let area = Rect::new(0, 0, width, chart.height());
    let mut buffer = Buffer::empty(area);
    bars::draw(chart, look, area, &mut buffer);
    let plot = chart.plot(width.into(), look);
    let mut y = 0;
    let mut rows = Vec::new();
    for bar in chart.bars {
        if let Some(value) = bar.value {
            let side = side_of(value);
            let cells = (0..plot.track.cells(side)).filter_map(|cell| {
                let x = u16::try_from(plot.column(TrackPlace::Cell(side, cell))).ok()?;
                buffer.cell((x, y))
            });
            let read = |cell: &Cell| eighths(cell.symbol(), cell.modifier, Growth::Sideways, look);
            rows.push((value, cells.map(read).collect()));
        }
        y += if bar.kind == BarPeriod::Current { chart.thickness.clamp(1, 4) } else { 1 };
    }
    rows
}

type Draw<'a> = &'a dyn Fn(&mut Buffer);

fn in_order(bars: &[(f64, usize)]) -> Result<(), TestCaseError> {
    for (a, long) in bars {
        for (b, short) in bars {
            if side_of(*a) == side_of(*b) && a.abs() >= b.abs() {
                prop_assert!(long >= short, "{} is drawn {}, but {} is drawn {}", a, long, b, short);
            }
        }
    }
    Ok(())
}

proptest! {
    #[test]
    fn a_larger_value_is_never_a_shorter_bar_and_equal_values_are_equal_bars(
        values in values(), scale in scale(), width in 0_u16..90, look in looks(),
    ) {
        let bars = bars_of(&values);
        let chart = BarChart { bars: &bars, scale, targets: &[], thickness: 1, label_columns: 4, value_columns: 4, below_columns: 4 };
        let drawn = drawn(&chart, &look, width);
        in_order(&drawn.iter().map(|(value, cells)| (*value, length(cells))).collect::<Vec<_>>())?;
    }

    #[test]
    fn a_bar_is_as_long_as_its_value_to_within_half_a_step(
        value in value(), scale in scale(), width in 20_u16..90, look in looks(),
    ) {
        let bars = [bar("", Some(value), "", BarPeriod::Current)];
        let chart = BarChart { bars: &bars, scale, targets: &[], thickness: 1, label_columns: 0, value_columns: 0, below_columns: 0 };
        let plot = chart.plot(width.into(), &look);
        let drawn = drawn(&chart, &look, width);
        let length = length(&drawn[0].1);
        let cells = |side| f64::from(u32::try_from(plot.track.cells(side)).unwrap());
        if cells(side_of(value)) == 0.0 {
            return Ok(());
        }
        if value == 0.0 {
            prop_assert_eq!(length, 0);
        } else if value > scale.max() || value < scale.min() {
            prop_assert!(length == plot.track.cells(side_of(value)) * 8);
        } else {
            let exact = [(scale.max(), Side::Positive), (scale.min(), Side::Negative)]
                .into_iter()
                .filter(|(end, _)| *end != 0.0)
                .map(|(end, side)| value.abs() * cells(side) / end.abs())
                .fold(f64::INFINITY, f64::min);
            let step = 1.0 / f64::from(u32::try_from(plot.track.steps()).unwrap());
            let length = f64::from(u32::try_from(length).unwrap()) / 8.0;
            prop_assert!(length > 0.0);
            prop_assert!((length - exact).abs() <= step / 2.0 + 1e-6 || (length - step).abs() < 1e-6, "{} for {}", length, exact);
        }
    }

    #[test]
    fn a_bar_never_passes_a_mark_it_has_not_reached_and_never_stops_short_of_one_it_has(
        values in values(), targets in marks(), scale in scale(), width in 0_u16..90, look in looks(),
        thickness in 0_u16..6,
    ) {
        let bars = bars_of(&values);
        let chart = BarChart { bars: &bars, scale, targets: &targets, thickness, label_columns: 4, value_columns: 4, below_columns: 4 };
        for (value, cells) in drawn(&chart, &look, width) {
            if value == 0.0 { continue }
            let on_side = on_side(&targets, side_of(value), scale);
            let marks: Vec<usize> = (0..cells.len()).filter(|at| cells[*at].is_none()).collect();
            let drawn = cells.iter().flatten().filter(|part| **part > 0).count();
            prop_assert!(cells.is_empty() || drawn > 0, "{} looks like nothing: {:?}", value, cells);
            // Only beyond the scale, where there is no cell for it between the bars, and where it would hide the bar.
            prop_assert!(cells.len() <= 3 || !marks.is_empty() || on_side.is_empty() || drawn <= 2, "no mark in {:?}", cells);
            for (target, mark) in told_apart(&on_side, &marks) {
                let (inside, outside) = (&cells[..mark], &cells[mark + 1..]);
                if value.abs() >= target {
                    prop_assert!(
                        inside.iter().all(|part| part.is_none_or(|part| part == 8)), "{} stops short of {}: {:?}", value, target, cells
                    );
                } else {
                    prop_assert!(
                        outside.iter().all(|part| part.is_none_or(|part| part == 0)), "{} passes {}: {:?}", value, target, cells
                    );
                }
            }
        }
    }

    #[test]
    fn marks_keep_bars_in_order_and_at_the_middle_of_their_cell(
        values in prop::collection::vec(value(), 0..6), marks in prop::collection::vec(value(), 0..4), scale in scale(),
        cells in 0_usize..40, steps in prop::sample::select(&[1_usize, 2, 8][..]),
    ) {
        let track = Track::new(scale, cells, steps);
        let mut bars: Vec<Length> = values.iter().map(|value| track.length(*value)).collect();
        let places = track.marks(&marks, &mut bars);
        in_order(&bars.iter().map(|bar| (bar.value, bar.steps)).collect::<Vec<_>>())?;
        for (mark, place) in marks.iter().zip(&places) {
            let Some(TrackPlace::Cell(side, cell)) = *place else { continue };
            prop_assert!(side == side_of(*mark) && scale.holds(*mark));
            for bar in bars.iter().filter(|bar| bar.side == side && bar.value != 0.0) {
                let middle = (2 * cell + 1) * steps;
                if bar.value.abs() >= mark.abs() {
                    prop_assert!(2 * bar.steps >= middle);
                } else {
                    prop_assert!(2 * bar.steps <= middle && bar.steps > 0);
                }
                prop_assert!(bar.steps <= track.cells(side) * steps);
            }
            for (other, there) in marks.iter().zip(&places) {
                let Some(TrackPlace::Cell(own, beyond)) = *there else { continue };
                prop_assert!(own != side || other.abs() < mark.abs() || cell <= beyond, "{} before {}", other, mark);
            }
        }
    }

    #[test]
    fn a_mark_stands_within_its_cell_and_four_more_and_both_ends_of_a_range_are_seen(
        value in 0.0..10.0, low in 1.0..9.0, wide in 0.01..3.0, cells in 6_usize..60,
        steps in prop::sample::select(&[1_usize, 2, 8][..]),
    ) {
        let track = Track::new(Domain::new(0.0, 10.0), cells, steps);
        let high = f64::min(low + wide, 10.0);
        let mut bars = [track.length(value)];
        let places = track.marks(&[low, high], &mut bars);
        for (mark, place) in [low, high].into_iter().zip(places) {
            let (Some(TrackPlace::Cell(_, natural)), Some(TrackPlace::Cell(_, cell))) = (track.place(mark), place) else {
                return Err(TestCaseError::fail(format!("{mark} has no mark")));
            };
            prop_assert!(natural.abs_diff(cell) <= 4);
        }
        prop_assert!(bars[0].steps.abs_diff(track.length(value).steps) <= steps, "{} gives way too far", value);
    }

    #[test]
    fn columns_keep_the_same_order_and_the_same_distance_from_their_target_lines(
        values in values(), targets in marks(), scale in scale(), width in 0_u16..90, height in 0_u16..30,
        look in looks(),
    ) {
        // Without texts: one that stands inside a column hides what it is drawn on.
        let bars: Vec<Bar> = bars_of(&values).into_iter().map(|bar| Bar { text: "", ..bar }).collect();
        let lines: Vec<TargetLine> = targets.iter().map(|value| TargetLine { value: *value, text: TEXT.to_owned() }).collect();
        let chart = ColumnChart { bars: &bars, scale, ticks: &[], targets: &lines, first: None };
        let area = Rect::new(0, 0, width, height);
        let mut buffer = Buffer::empty(area);
        columns::draw(&chart, &look, area, &mut buffer);
        let Some(layout) = ColumnLayout::of(&chart, (width.into(), height.into()), &look) else { return Ok(()) };
        let zero = layout.zero;
        let cell = |x: usize, y: usize| buffer.cell((u16::try_from(x).unwrap(), u16::try_from(y).unwrap()));
        let outward = |side| -> Vec<usize> {
            if side == Side::Negative { (zero + 1..usize::from(height) - 1).collect() } else { (0..zero).rev().collect() }
        };
        // A line is seen between the columns: at the end of the first slot.
        let is_line = |y: usize| cell(layout.left(0) + layout.wide, y).is_some_and(|cell| cell.symbol() == look.glyphs().target_line);
        let mut seen = Vec::new();
        for (position, bar) in bars[layout.shown.clone()].iter().enumerate() {
            let Some(value) = bar.value else { continue };
            let x = layout.left(position);
            let rows = outward(side_of(value));
            let read = |cell: &Cell| eighths(cell.symbol(), cell.modifier, Growth::Upright, &look);
            let height = length(&rows.iter().filter_map(|y| cell(x, *y)).map(read).collect::<Vec<_>>());
            seen.push((value, height));
            let marks: Vec<usize> = (0..rows.len()).filter(|at| is_line(rows[*at])).collect();
            for (target, mark) in told_apart(&on_side(&targets, side_of(value), scale), &marks) {
                if value == 0.0 { continue }
                let middle = mark * 8 + 4;
                if value.abs() >= target {
                    prop_assert!(height >= middle, "{} stops short of {}", value, target);
                } else {
                    prop_assert!(height <= middle, "{} passes {}", value, target);
                }
            }
        }
        in_order(&seen)?;
    }

    #[test]
    fn a_list_bar_stands_in_order_with_all_its_marks(
        value in value(), previous in mark(), targets in marks(), end in 1.0..100.0, width in 3_u16..40, look in looks(),
    ) {
        let (value, previous) = (value.abs(), previous.abs());
        let targets: Vec<f64> = targets.into_iter().map(f64::abs).collect();
        let bullet = Bullet { value: Some(value), previous: Some(previous), targets: &targets, scale: Domain::new(0.0, end) };
        let area = Rect::new(0, 0, width, 1);
        let mut buffer = Buffer::empty(area);
        bullet::draw(&bullet, &look, area, &mut buffer);
        let glyphs = look.glyphs();
        let symbols: Vec<&str> = buffer.content().iter().map(Cell::symbol).collect();
        let places = |glyph: &str| -> Vec<usize> { (0..symbols.len()).filter(|at| symbols[*at] == glyph).collect() };
        let is_bar = |symbol: &&str| [glyphs.list_bar, glyphs.beyond_right].contains(symbol);
        let on_side = on_side(&targets, Side::Positive, bullet.scale);
        prop_assert!(value == 0.0 || symbols.iter().any(is_bar), "{} looks like nothing: {:?}", value, symbols);
        // A mark may be hidden by another one, or by a bar that is no longer than the mark.
        let drawn = places(glyphs.target);
        let bar = symbols.iter().filter(|symbol| is_bar(symbol)).count();
        prop_assert!(on_side.is_empty() || !drawn.is_empty() || bar == 1, "{:?}", symbols);
        let goals = told_apart(&on_side, &drawn);
        let before = places(glyphs.before).into_iter().map(|at| (previous, at));
        for (mark, at) in goals.into_iter().chain(before) {
            if value >= mark {
                prop_assert!(symbols[..at].iter().all(|symbol| is_bar(symbol) || [glyphs.before, glyphs.target].contains(symbol)), "{} reached {}: {:?}", value, mark, symbols);
            } else {
                prop_assert!(!symbols[at..].iter().any(is_bar), "{} has not reached {}: {:?}", value, mark, symbols);
            }
        }
    }

    #[test]
    fn nothing_is_drawn_outside_the_area_whatever_its_size(
        values in values(), targets in marks(), scale in scale(), look in looks(),
        x in 0_u16..12, y in 0_u16..12, width in 0_u16..70, height in 0_u16..20, thickness in 0_u16..6,
        reserve in 0_usize..12,
    ) {
        let all = Rect::new(0, 0, 60, 16);
        let area = Rect::new(x, y, width, height);
        let bars = bars_of(&values);
        let labels = [(scale.min(), "min"), (0.0, "0"), (scale.max(), "a long label of the end")];
        let ticks = labels.map(|(at, label)| Tick { at, label: label.to_owned() });
        let chart = BarChart { bars: &bars, scale, targets: &targets, thickness, label_columns: reserve, value_columns: reserve, below_columns: reserve };
        let lines: Vec<TargetLine> = targets.iter().map(|value| TargetLine { value: *value, text: TEXT.to_owned() }).collect();
        let upright = ColumnChart { bars: &bars, scale, ticks: &ticks, targets: &lines, first: Some(1) };
        let value = values.first().and_then(|(value, _)| *value);
        let bullet = Bullet { value, previous: targets.first().copied(), targets: &targets, scale };
        let marks = [StatusMark::Done, StatusMark::Overdue, StatusMark::Open, StatusMark::Resting, StatusMark::InProgress].repeat(reserve);
        let parts: [Draw; 5] = [
            &|buffer| bars::draw(&chart, &look, area, buffer),
            &|buffer| Axis { plot: chart.plot(width.into(), &look), ticks: &ticks, unit: " a long unit of it", notes: &["a note".to_owned()] }.draw(&look, area, buffer),
            &|buffer| columns::draw(&upright, &look, area, buffer),
            &|buffer| bullet::draw(&bullet, &look, area, buffer),
            &|buffer| strip::draw(&marks.iter().copied().collect(), &look, area, buffer),
        ];
        for draw in parts {
            let mut buffer = Buffer::empty(all);
            draw(&mut buffer);
            for position in all.positions().filter(|position| !area.contains(*position)) {
                prop_assert_eq!(&buffer[position], &Cell::default(), "{:?}", position);
            }
        }
    }

    #[test]
    fn a_value_that_fits_its_reserve_is_never_clipped_or_drawn_over(
        values in values(), targets in marks(), scale in scale(), room in 2_u16..60, look in looks(),
    ) {
        let bars = bars_of(&values);
        let reserve = coopdash::text::width(TEXT);
        let chart = BarChart { bars: &bars, scale, targets: &targets, thickness: 1, label_columns: 4, value_columns: reserve, below_columns: reserve };
        let area = Rect::new(0, 0, room + 4 + 1 + 2 * (1 + 3), chart.height());
        let mut buffer = Buffer::empty(area);
        bars::draw(&chart, &look, area, &mut buffer);
        for row in coopdash::output::text(&buffer).lines() {
            prop_assert!(row.starts_with("2023 ") && row.contains(TEXT), "{:?}", row);
        }
    }
}

#[test]
fn figures_step_down_until_they_fit() {
    assert_eq!(digits::size("75%", 48, 10), Some((44, 10, 2)));
    assert_eq!(digits::size("75%", 43, 10), Some((22, 5, 1)));
    assert_eq!(digits::size("75%", 21, 10), None);
}

#[test]
fn what_is_no_number_has_no_figures() {
    assert_eq!(digits::size("partly", 200, 60), None);
    assert_eq!(digits::size("", 200, 60), None);
}

proptest! {
    #[test]
    fn a_strip_in_proportion_fills_its_room_and_every_part_of_it_is_seen(
        counts in [5_usize..200, 0..200, 9..200], width in 3_u16..90, look in looks(),
    ) {
        let kinds = [StatusMark::Done, StatusMark::InProgress, StatusMark::Open];
        let marks: Vec<StatusMark> =
            kinds.iter().zip(counts).flat_map(|(kind, count)| std::iter::repeat_n(*kind, count)).collect();
        let area = Rect::new(0, 0, width, 1);
        let mut buffer = Buffer::empty(area);
        strip::draw(&marks.iter().copied().collect(), &look, area, &mut buffer);
        let (glyphs, total) = (look.glyphs(), counts.iter().sum::<usize>());
        let mut all = 0;
        for (glyph, count) in [glyphs.thick, glyphs.under_way, glyphs.not_started].into_iter().zip(counts) {
            let cells = buffer.content.iter().filter(|cell| cell.symbol() == glyph).count();
            prop_assert_eq!(cells > 0, count > 0);
            prop_assert!((cells * total).abs_diff(count * usize::from(width)) <= 3 * total);
            all += cells;
        }
        prop_assert_eq!(all, usize::from(width));
    }
}
