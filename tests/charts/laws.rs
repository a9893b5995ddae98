//! Laws that hold for all values, sizes and glyph sets: a chart is read back from the cells it was drawn in.

use crate::card::bar;
use crate::cases::look;
use coopdash::figures::Mark;
use coopdash::settings::{Depth, GlyphSet};
use coopdash::view::look::Look;
use coopdash::view::parts::axis::{self, Tick};
use coopdash::view::parts::bars::{self, Bar, BarChart, Form, Kind};
use coopdash::view::parts::bullet::{self, Bullet};
use coopdash::view::parts::columns::{self, ColumnChart, Layout, TargetLine};
use coopdash::view::parts::measure::{Length, Place, Scale, Side, Track};
use coopdash::view::parts::strip;
use proptest::prelude::*;
use ratatui::buffer::{Buffer, Cell};
use ratatui::layout::Rect;
use ratatui::style::Modifier;

/// The text beside every bar: not in any glyph set.
const TEXT: &str = "75%";

fn looks() -> impl Strategy<Value = Look> {
    (prop::sample::select(&GlyphSet::ALL[..]), prop::sample::select(&[Depth::Mono, Depth::True][..]))
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

fn kind() -> impl Strategy<Value = Kind> {
    prop::sample::select(
        &[Kind::Previous, Kind::Previous, Kind::Previous, Kind::Current, Kind::Current, Kind::Forecast][..],
    )
}

fn scale() -> impl Strategy<Value = Scale> {
    (prop_oneof![Just(0.0), -5.0..0.0], prop_oneof![5 => Just(10.0), 1 => Just(0.0), 1 => 1.0..1000.0])
        .prop_map(|(min, max)| Scale::new(min, max))
}

type Values = Vec<(Option<f64>, Kind)>;

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
            part(glyphs.left_eighths),
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
                let x = u16::try_from(plot.column(Place::Cell(side, cell))).ok()?;
                buffer.cell((x, y))
            });
            let read = |cell: &Cell| eighths(cell.symbol(), cell.modifier, Growth::Sideways, look);
            rows.push((value, cells.map(read).collect()));
        }
        y += if bar.kind == Kind::Current { chart.thickness.clamp(1, 4) } else { 1 };
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
        form in prop::sample::select(&[Form::Pair, Form::Rows][..]),
    ) {
        let bars = bars_of(&values);
        let chart = BarChart { bars: &bars, scale, target: None, form, thickness: 1, label_columns: 4, value_columns: 4 };
        let drawn = drawn(&chart, &look, width);
        in_order(&drawn.iter().map(|(value, cells)| (*value, length(cells))).collect::<Vec<_>>())?;
    }

    #[test]
    fn a_bar_is_as_long_as_its_value_to_within_half_a_step(
        value in value(), scale in scale(), width in 20_u16..90, look in looks(),
        form in prop::sample::select(&[Form::Pair, Form::Rows][..]),
    ) {
        let bars = [bar("", Some(value), "", Kind::Current)];
        let chart = BarChart { bars: &bars, scale, target: None, form, thickness: 1, label_columns: 0, value_columns: 0 };
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
        values in values(), target in mark(), scale in scale(), width in 0_u16..90, look in looks(),
        thickness in 0_u16..6, form in prop::sample::select(&[Form::Pair, Form::Rows][..]),
    ) {
        let bars = bars_of(&values);
        let chart = BarChart { bars: &bars, scale, target: Some(target), form, thickness, label_columns: 4, value_columns: 4 };
        for (value, cells) in drawn(&chart, &look, width) {
            if side_of(value) != side_of(target) || value == 0.0 { continue }
            let Some(mark) = cells.iter().position(Option::is_none) else {
                // Only beyond the scale, and where there is no cell for it between the bars.
                prop_assert!(cells.len() <= 2 || !scale.holds(target), "no mark in {:?}", cells);
                continue;
            };
            let (inside, outside) = (&cells[..mark], &cells[mark + 1..]);
            if value.abs() >= target.abs() {
                prop_assert!(inside.iter().all(|part| *part == Some(8)), "{} stops short of {}: {:?}", value, target, cells);
            } else {
                prop_assert!(outside.iter().all(|part| *part == Some(0)), "{} passes {}: {:?}", value, target, cells);
            }
        }
    }

    #[test]
    fn marks_keep_bars_in_order_and_at_the_middle_of_their_cell(
        values in prop::collection::vec(value(), 0..6), mark in value(), scale in scale(), cells in 0_usize..40,
        steps in prop::sample::select(&[1_usize, 2, 8][..]),
    ) {
        let track = Track::new(scale, cells, steps);
        let mut bars: Vec<Length> = values.iter().map(|value| track.length(*value)).collect();
        let place = track.mark(mark, &mut bars);
        in_order(&bars.iter().map(|bar| (bar.value, bar.steps)).collect::<Vec<_>>())?;
        if let Some(Place::Cell(side, cell)) = place {
            for bar in bars.iter().filter(|bar| bar.side == side && bar.value != 0.0) {
                let middle = (2 * cell + 1) * steps;
                if bar.value.abs() >= mark.abs() {
                    prop_assert!(2 * bar.steps >= middle);
                } else {
                    prop_assert!(2 * bar.steps <= middle && bar.steps > 0);
                }
                prop_assert!(bar.steps <= track.cells(side) * steps);
            }
        }
    }

    #[test]
    fn columns_keep_the_same_order_and_the_same_distance_from_their_target_line(
        values in values(), target in prop::option::of(value()), scale in scale(), width in 0_u16..90, height in 0_u16..30,
        look in looks(),
    ) {
        let bars = bars_of(&values);
        let line = target.map(|value| TargetLine { value, name: "target", text: TEXT });
        let chart = ColumnChart { bars: &bars, scale, ticks: &[], target: line, first: None };
        let area = Rect::new(0, 0, width, height);
        let mut buffer = Buffer::empty(area);
        columns::draw(&chart, &look, area, &mut buffer);
        let Some(layout) = Layout::of(&chart, (width.into(), height.into()), &look) else { return Ok(()) };
        let zero = layout.zero_row();
        let cell = |x: usize, y: usize| buffer.cell((u16::try_from(x).unwrap(), u16::try_from(y).unwrap()));
        // The line is seen between the columns: at the end of the first slot.
        let line_row = (0..usize::from(height) - 1).find(|&y| {
            y != zero && cell(layout.span(0).end, y).is_some_and(|cell| cell.symbol() == look.glyphs().target_line)
        });
        let mut seen = Vec::new();
        for (position, bar) in bars[layout.shown.clone()].iter().enumerate() {
            let Some(value) = bar.value else { continue };
            let x = layout.span(position).start;
            let rows: Vec<usize> = if value < 0.0 { (zero + 1..usize::from(height) - 1).collect() } else { (0..zero).rev().collect() };
            let read = |cell: &Cell| eighths(cell.symbol(), cell.modifier, Growth::Upright, &look);
            let height = length(&rows.into_iter().filter_map(|y| cell(x, y)).map(read).collect::<Vec<_>>());
            seen.push((value, height));
            if let (Some(target), Some(row)) = (target, line_row)
                && side_of(target) == side_of(value) && value != 0.0
            {
                let middle = (zero.abs_diff(row) - 1) * 8 + 4;
                if value.abs() >= target.abs() {
                    prop_assert!(height >= middle, "{} stops short of {}", value, target);
                } else {
                    prop_assert!(height <= middle, "{} passes {}", value, target);
                }
            }
        }
        in_order(&seen)?;
    }

    #[test]
    fn a_list_bar_stands_in_order_with_both_its_marks(
        value in value(), previous in mark(), target in mark(), end in 1.0..100.0, width in 3_u16..40, look in looks(),
    ) {
        let (value, previous, target) = (value.abs(), previous.abs(), target.abs());
        let bullet = Bullet { value: Some(value), previous: Some(previous), target: Some(target), scale: Scale::new(0.0, end) };
        let area = Rect::new(0, 0, width, 1);
        let mut buffer = Buffer::empty(area);
        bullet::draw(&bullet, &look, area, &mut buffer);
        let glyphs = look.glyphs();
        let symbols: Vec<&str> = buffer.content().iter().map(Cell::symbol).collect();
        let is_bar = |symbol: &&str| [glyphs.list_bar, glyphs.beyond_right].contains(symbol);
        for (mark, glyph) in [(previous, glyphs.before), (target, glyphs.target)] {
            if !bullet.scale.holds(mark) { continue }
            // A mark may be hidden by the other only.
            let Some(at) = symbols.iter().position(|symbol| *symbol == glyph) else {
                prop_assert!(glyph == glyphs.before && symbols.contains(&glyphs.target), "{:?}", symbols);
                continue;
            };
            if value >= mark {
                prop_assert!(symbols[..at].iter().all(|symbol| is_bar(symbol) || [glyphs.before, glyphs.target].contains(symbol)));
            } else {
                prop_assert!(!symbols[at..].iter().any(is_bar), "{:?}", symbols);
            }
        }
    }

    #[test]
    fn nothing_is_drawn_outside_the_area_whatever_its_size(
        values in values(), target in prop::option::of(value()), scale in scale(), look in looks(),
        x in 0_u16..12, y in 0_u16..12, width in 0_u16..70, height in 0_u16..20, thickness in 0_u16..6,
        reserve in 0_usize..12,
    ) {
        let all = Rect::new(0, 0, 60, 16);
        let area = Rect::new(x, y, width, height);
        let bars = bars_of(&values);
        let labels = [(scale.min(), "min"), (0.0, "0"), (scale.max(), "a long label of the end")];
        let ticks = labels.map(|(at, label)| Tick { at, label });
        let chart = BarChart { bars: &bars, scale, target, form: Form::Pair, thickness, label_columns: reserve, value_columns: reserve };
        let line = target.map(|value| TargetLine { value, name: "target", text: TEXT });
        let upright = ColumnChart { bars: &bars, scale, ticks: &ticks, target: line, first: Some(1) };
        let value = values.first().and_then(|(value, _)| *value);
        let bullet = Bullet { value, previous: target, target, scale };
        let marks = [Mark::Done, Mark::Overdue, Mark::Open, Mark::Resting, Mark::InProgress].repeat(reserve);
        let parts: [Draw; 5] = [
            &|buffer| bars::draw(&chart, &look, area, buffer),
            &|buffer| axis::draw(&chart.plot(width.into(), &look), &ticks, &look, area, buffer),
            &|buffer| columns::draw(&upright, &look, area, buffer),
            &|buffer| bullet::draw(&bullet, &look, area, buffer),
            &|buffer| strip::draw(&marks, &look, area, buffer),
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
        values in values(), target in prop::option::of(value()), scale in scale(), room in 2_u16..60, look in looks(),
        form in prop::sample::select(&[Form::Pair, Form::Rows][..]),
    ) {
        let bars = bars_of(&values);
        let reserve = coopdash::text::width(TEXT);
        let chart = BarChart { bars: &bars, scale, target, form, thickness: 1, label_columns: 4, value_columns: reserve };
        let area = Rect::new(0, 0, room + 4 + 1 + 2 * (1 + 3), chart.height());
        let mut buffer = Buffer::empty(area);
        bars::draw(&chart, &look, area, &mut buffer);
        for row in coopdash::output::text(&buffer).lines() {
            prop_assert!(row.starts_with("2023 ") && row.contains(TEXT), "{:?}", row);
        }
    }
}
