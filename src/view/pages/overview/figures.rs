//! The figures of the overview below 100 columns: a row for each metric with its two values, the change, and where
//! it stands; without any target, a bar in place of that, with the value of the period before marked.
//!
//! A number is never cut and never drawn over: columns are as wide as what stands in them, and where that leaves
//! no room for names, the bar goes first and then the value before.

use crate::app::{Question, State};
use crate::figures::{ChangeKind, MetricFigures, MetricStanding, number};
use crate::programme::{Metric, Section, Value};
use crate::settings::Role;
use crate::text;
use crate::view::list::{Cell, Column, Columns, List};
use crate::view::look::Alphabet;
use crate::view::pages::change::{change_cell, change_width, short_change};
use crate::view::pages::{chart, metric_at};
use crate::view::panel::Panel;
use crate::wording::{self, Phrase, Pointer, segment};
use ratatui::layout::{Constraint, Position};
use rust_decimal::Decimal;

/// Columns that a name needs to be told from others.
const NAME: u16 = 20;
/// Cells of the bar.
const BAR: u16 = 9;
/// Columns of the longest word for where a metric stands.
const STANDING: u16 = 18;
/// Columns of the end of a scale behind a bar, at most: `-500 mn to 1 bn`.
const LONGEST_END: u16 = 15;

/// Figures shown before the rest is counted.
pub(super) const MOST: usize = 6;

/// Draws the heading, `most` of the metrics, and the legend.
pub(super) fn draw(state: &State, panel: &mut Panel<'_>, most: usize) -> Option<Position> {
    let total = state.programme().metrics.len();
    if total == 0 {
        panel.heading(0, "Figures", "");
        panel.text(0, 1, &wording::no_figures(state.programme()), Role::Muted);
        return None;
    }
    let shown = List::even(1, total, Some(state.row())).without_sign().scrolled(most);
    let different = chart::different(state, shown.items.clone());
    let aims = state.ask(chart::AllMetrics).has_target;
    let widths = state.ask(WidthsIn(panel.look.alphabet()));
    let notes = wording::scale::DIFFERENT_FORMS.iter().filter(|_| !different.is_empty());
    let bars = notes.map(|note| Last::Bar(Some(note))).chain([Last::Bar(None), Last::Change]);
    let lasts: Vec<Last> = if aims { vec![Last::Standing] } else { bars.collect() };
    let columns = FigureColumns::choose((state, panel.columns()), &widths, &lasts);
    panel.part(0, 0, columns.names().saturating_sub(1), 1).heading(0, "Figures", &shown.position());
    head(state, &columns, panel);
    let (cursor, y) = shown.draw(1, panel, |at, _, panel| {
        if let Some((metric, own)) = metric_at(state, at) {
            let mark = state.mark(Pointer::Item(Section::Metrics, at));
            row(state, (metric, own, mark), different.contains(&at), &columns, panel);
        }
    });
    let flags = chart::flag_legend(state, &shown.items, "   ");
    if columns.has_bars() {
        legend(state, &columns, (shown.items.len(), &flags), y, panel);
    } else if panel.width(flags.trim_end()) <= panel.columns() {
        panel.right(panel.columns(), y, flags.trim_end(), Role::Muted);
    }
    cursor
}

/// What stands above the columns.
fn head(state: &State, columns: &FigureColumns, panel: &mut Panel<'_>) {
    let periods = state.figures().periods.as_ref();
    let now = periods.map_or("", |(now, _)| now.label.as_str());
    let before = periods.map_or("", |(_, before)| before.as_ref().map_or("before", |period| &period.label));
    let bar = periods.map_or_else(String::new, |_| format!("{now} as bar"));
    let cells = [
        Cell::none(),
        Cell::new(before, Role::Muted),
        Cell::new(now, Role::Bright),
        Cell::new("Change", Role::Muted),
        Cell::new(&bar, Role::Muted),
        Cell::new(wording::STANDING, Role::Muted),
    ];
    columns.columns.row(cells, 0, panel);
}

/// The row below: what the marks stand for. Where a metric has a target there are words in place of bars.
fn legend(
    state: &State,
    columns: &FigureColumns,
    (count, flags): (usize, &str),
    y: u16,
    panel: &mut Panel<'_>,
) {
    let glyphs = panel.glyphs();
    let periods = state.figures().periods.as_ref().filter(|_| state.ask(chart::AllMetrics).is_of_one_period);
    let before = periods
        .and_then(|(_, before)| before.as_ref())
        .map_or("the year before", |period| period.label.as_str());
    let metrics = || (0..count).filter_map(|at| metric_at(state, at));
    let is_below = |own: &MetricFigures| own.scale.as_ref().is_some_and(|scale| scale.start < Decimal::ZERO);
    let says = |is_so: bool, words: String| if is_so { words + "   " } else { String::new() };
    let has_negative = metrics().any(|(_, own)| is_below(own));
    let is_cut = metrics().any(|(metric, own)| chart::is_cut(metric, own));
    // A short word needs its explanation; longer ones do not.
    let is_brief = columns.note.is_some_and(wording::scale::is_brief);
    let zero = says(has_negative, format!("{} zero", glyphs.tee_up));
    let cut = says(is_cut, format!("{} past its end", glyphs.beyond_right));
    let own = says(is_brief, wording::scale::brief_meaning());
    let mark = glyphs.before;
    let marks = format!("{own}{mark} {before}   {zero}{cut}");
    let whole = if has_negative || is_cut || is_brief || !flags.is_empty() {
        format!("{marks}{flags}bars run from zero to the number at their end")
    } else {
        format!("{mark} marks {before}; each bar runs from zero to the number at its end")
    };
    let words = segment(whole).or(1, format!("{marks}{flags}"));
    let words = Phrase::new([words.or(2, format!("{flags}{own}{mark} {before}")).or(3, marks)]);
    let words = panel.fitting(&words, panel.columns()).unwrap_or_default();
    panel.right(panel.columns(), y, words.trim_end(), Role::Muted);
}

/// The columns that the widest of each kind takes, with the labels above them.
struct Widths {
    previous: u16,
    current: u16,
    change: u16,
    end: u16,
}

/// How wide is the widest of each kind in these letters?
#[derive(PartialEq)]
struct WidthsIn(Alphabet);

impl Question for WidthsIn {
    type Answer = Widths;

    fn answer(&self, state: &State) -> Widths {
        let letters = self.0;
        let labels = state.figures().periods.as_ref();
        let now = labels.map_or(0, |(now, _)| letters.width(&now.label));
        let before = labels.and_then(|(_, before)| before.as_ref()).map_or(0, |it| letters.width(&it.label));
        let mut widths = Widths {
            previous: before.max(4),
            current: now.max(4),
            change: change_width(state, letters),
            end: 4,
        };
        for (metric, own) in state.programme().metrics.iter().zip(&state.figures().metrics) {
            // Words may stand beyond their column, where there is room.
            let wide = |at: Option<usize>| {
                let value = at.and_then(|at| metric.values.get(at))?;
                matches!(value.value, Value::Number(_))
                    .then(|| letters.width(&wording::value::level(value, metric, own.decimals)))
            };
            widths.previous = widths.previous.max(wide(own.previous).unwrap_or(0));
            widths.current = widths.current.max(wide(own.current).unwrap_or(0));
            // One that is longer has no bar: it must not take the bars of all others.
            let end = Some(letters.width(&end_of_scale(metric, own))).filter(|end| *end <= LONGEST_END);
            widths.end = widths.end.max(end.unwrap_or(0));
        }
        widths
    }
}

/// The columns of the list: name, value before, latest value, change, bar with the end of its scale, and in place of
/// a bar the word for where a metric stands.
struct FigureColumns {
    columns: Columns<'static, 6>,
    /// The columns behind bars that the ends of scales take.
    end: u16,
    /// What is said of a scale that differs from the others of its unit; without room for it such a bar is left
    /// out.
    note: Option<&'static str>,
}

impl FigureColumns {
    /// With the first of what may stand last that leaves room for names; then without the values before.
    fn choose(wide: (&State, u16), widths: &Widths, lasts: &[Last]) -> Self {
        let mut forms = lasts.iter().map(|last| Self::new(wide, widths, *last, true));
        let plainest = || Self::new(wide, widths, lasts.last().copied().unwrap_or(Last::Change), false);
        forms.find(|form| form.names() >= NAME).unwrap_or_else(plainest)
    }

    fn new((state, wide): (&State, u16), widths: &Widths, last: Last, has_before: bool) -> Self {
        let (has_bar, note) = if let Last::Bar(note) = last { (true, note) } else { (false, None) };
        let said = note.map_or(0, |note| u16::try_from(text::width(note)).unwrap_or(0) + 1);
        let end = widths.end.max(5);
        let current = widths.current.max(5) + u16::from(!has_before);
        let columns = [
            Column::left(0, "", Constraint::Fill(1)),
            Column::right(1, "", Constraint::Length(widths.previous + 1)).only_if(has_before),
            Column::right(if has_before { 2 } else { 1 }, "", Constraint::Length(current)),
            Column::left(2, "", Constraint::Length((widths.change + 1).max(10))),
            Column::left(0, "", Constraint::Length(BAR + 1 + end + said)).only_if(has_bar),
            Column::left(1, "", Constraint::Length(STANDING)).only_if(matches!(last, Last::Standing)),
        ];
        Self { columns: Columns::new(state, wide, columns), end, note }
    }

    /// The columns that names have at least, so that they touch no number.
    const fn names(&self) -> u16 {
        let [names, ..] = self.columns.areas();
        names.width
    }

    const fn has_bars(&self) -> bool {
        let [.., bars, _] = self.columns.areas();
        bars.width > 0
    }
}

/// What the last column of the list is.
#[derive(Clone, Copy)]
enum Last {
    Change,
    /// A bar, with what is said of one whose scale differs.
    Bar(Option<&'static str>),
    Standing,
}

fn end_of_scale(metric: &Metric, own: &MetricFigures) -> String {
    let current = own.current.and_then(|index| number(metric.values.get(index)?));
    let is_below = current.is_some_and(|value| value < Decimal::ZERO);
    let scale = own.scale.as_ref();
    scale.map_or_else(String::new, |scale| wording::scale::ends(metric, scale, is_below))
}

/// The bar of a row with the end of its scale behind it, where that has room, and what is said of one that differs.
fn bar(
    (metric, own): (&Metric, &MetricFigures),
    differs: bool,
    columns: &FigureColumns,
    panel: &mut Panel<'_>,
) {
    let end = end_of_scale(metric, own);
    let note = columns.note.filter(|_| differs);
    if own.scale.is_none() || panel.width(&end) > columns.end || differs && note.is_none() {
        return;
    }
    chart::bullet(metric, own, &mut panel.part(0, 0, BAR, 1));
    let taken = panel.text(BAR + 1, 0, &end, Role::Muted);
    panel.text(BAR + 1 + taken + 1, 0, note.unwrap_or_default(), Role::Muted);
}

/// One metric, in the first row of a panel.
fn row(
    state: &State,
    (metric, own, mark): (&Metric, &MetricFigures, &str),
    differs: bool,
    columns: &FigureColumns,
    panel: &mut Panel<'_>,
) {
    let standing_role = if own.standing == MetricStanding::NoTarget { Role::Muted } else { Role::Text };
    // Words leave the name as much as tells it from others.
    let [_, _, latest, ..] = columns.columns.areas();
    let [before, latest] = chart::levels((metric, own), latest.right().saturating_sub(NAME + 2), panel);
    let cells = [
        Cell::none(),
        Cell::new(&before, Role::Muted),
        Cell::new(&latest, Role::Bright),
        Cell::none(),
        Cell::none(),
        Cell::new(wording::standing::word(own.standing), standing_role),
    ];
    let [name, ..] = columns.columns.row(cells, 0, panel);
    let [_, _, _, moved, bars, standing] = columns.columns.areas();
    let short = panel.name(&metric.name, metric.short.as_deref(), name.width);
    chart::named(state, &format!("{mark}{short}"), (metric, own), &mut panel.part(0, 0, name.width, 1));
    let has_reason = matches!(own.change.kind, ChangeKind::Undefined(_));
    let room = moved.width.saturating_sub(u16::from(bars.width > 0));
    if standing.width == 0
        && has_reason
        && panel.width(&wording::change::long(&own.change, own.decimals)) > room
    {
        // Why there is no change says more than a bar.
        change_cell(own, None, moved.x, 0, panel);
        return;
    }
    short_change(own, 0, 0, &mut panel.part(moved.x, 0, room, 1));
    if bars.width > 0 {
        bar((metric, own), differs, columns, &mut panel.part(bars.x, 0, panel.columns(), 1));
    }
}
