//! The figures of the overview below 100 columns: a row for each metric with its two values, the change, and where
//! it stands; without any target, a bar in place of that, with the value of the period before marked.
//!
//! A number is never cut and never drawn over: columns are as wide as what stands in them, and where that leaves
//! no room for names, the bar goes first and then the value before.

use super::{Rows, first_shown};
use crate::app::State;
use crate::figures::{ChangeKind, MetricFigures, MetricStanding, number};
use crate::programme::{Metric, Observation, Period, Section, Value};
use crate::settings::Role;
use crate::text;
use crate::view::pages::{chart, metric_at, metrics};
use crate::view::panel::Panel;
use crate::wording::{self, Phrase, Pointer, segment};

/// Columns that a name needs to be told from others.
const NAME: u16 = 20;
/// Cells of the bar.
const BAR: u16 = 9;
/// Columns of the longest word for where a metric stands.
const STANDING: u16 = 18;
/// Columns of the end of a scale behind a bar, at most: `-500 mn to 1 bn`.
const LONGEST_END: u16 = 15;

/// Draws the heading, `most` of the metrics, and the legend.
pub(super) fn draw(rows: &mut Rows<'_>, panel: &mut Panel<'_>, most: usize) {
    let state = rows.state;
    let total = state.good.programme.metrics.len();
    if total == 0 {
        panel.heading(0, "Figures", "");
        panel.text(0, 1, &wording::no_figures(&state.good.programme), Role::Muted);
        return;
    }
    let shown = first_shown(total, most, state.row().min(total));
    let different = chart::different(state, shown.clone());
    let aims = state.good.programme.metrics.iter().any(|metric| metric.target.is_some());
    let widths = Widths::of(state, panel);
    let columns = if aims {
        Columns::standing(panel.columns(), &widths)
    } else {
        Columns::new(panel.columns(), &widths, !different.is_empty())
    };
    let count = if shown.len() < total {
        format!("{}-{} of {total}", shown.start + 1, shown.end)
    } else {
        String::new()
    };
    panel.part(0, 0, columns.names.saturating_sub(1), 1).heading(0, "Figures", &count);
    head(state, &columns, panel);
    for (y, at) in (1..panel.rows()).zip(shown.clone()) {
        let Some((metric, own)) = metric_at(state, at) else { continue };
        let mark = state.mark(Pointer::Item(Section::Metrics, at));
        let common = state.figures.periods.as_ref().map(|(now, _)| now);
        row((metric, own, mark), (common, different.contains(&at)), y, &columns, panel);
        rows.mark(at, y, 1, panel);
    }
    let flags = chart::flag_legend(state, &shown, "   ");
    if columns.bar.is_some() {
        legend(state, &columns, panel, (most, &flags));
    } else {
        let y = u16::try_from(shown.len() + 1).unwrap_or(u16::MAX);
        let words = flags.trim_end();
        if panel.width(words) <= panel.columns() && y < panel.rows() {
            panel.right(panel.columns(), y, words, Role::Muted);
        }
    }
}

fn head(state: &State, columns: &Columns, panel: &mut Panel<'_>) {
    if let Some((now, before)) = &state.figures.periods {
        let before = before.as_ref().map_or("before", |period| period.label.as_str());
        if let Some(end) = columns.previous {
            panel.right(end, 0, before, Role::Muted);
        }
        panel.right(columns.current, 0, &now.label, Role::Bright);
        if let Some(bar) = columns.bar {
            panel.text(bar, 0, &format!("{} as bar", now.label), Role::Muted);
        }
    }
    if let Some(standing) = columns.standing {
        panel.text(standing, 0, wording::words::STANDING, Role::Muted);
    }
    panel.text(columns.change, 0, "Change", Role::Muted);
}

fn legend(state: &State, columns: &Columns, panel: &mut Panel<'_>, (most, flags): (usize, &str)) {
    let shown = state.good.programme.metrics.len().min(most);
    let y = u16::try_from(shown + 1).unwrap_or(u16::MAX);
    if y >= panel.rows() {
        return;
    }
    let mark = panel.glyphs().before;
    let periods = state.figures.periods.as_ref().filter(|_| chart::of_one_period(state));
    let before = periods
        .and_then(|(_, before)| before.as_ref())
        .map_or("the year before", |period| period.label.as_str());
    let aims = state.good.programme.metrics.iter().take(shown).any(|metric| metric.target.is_some());
    let has_negative = state
        .figures
        .metrics
        .iter()
        .take(shown)
        .any(|own| own.scale.as_ref().is_some_and(|scale| scale.start < rust_decimal::Decimal::ZERO));
    let glyphs = panel.glyphs();
    let target = if aims { format!("{} target   ", glyphs.target) } else { String::new() };
    let zero = if has_negative { format!("{} zero   ", glyphs.tee_up) } else { String::new() };
    let metrics = state.good.programme.metrics.iter().zip(&state.figures.metrics).take(shown);
    let is_cut = metrics.clone().any(|(metric, own)| chart::is_cut(metric, own));
    let cut = if is_cut { format!("{} past its end   ", glyphs.beyond_right) } else { String::new() };
    // A short word needs its explanation; longer ones do not.
    let is_brief = columns.note.is_some_and(wording::scale::is_brief);
    let own = if is_brief { wording::scale::brief_meaning() + "   " } else { String::new() };
    let marks = format!("{own}{mark} {before}   {target}{zero}{cut}");
    let whole = if aims || has_negative || is_cut || is_brief || !flags.is_empty() {
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

impl Widths {
    fn of(state: &State, panel: &Panel<'_>) -> Self {
        let labels = state.figures.periods.as_ref();
        let now = labels.map_or(0, |(now, _)| panel.width(&now.label));
        let before = labels.and_then(|(_, before)| before.as_ref()).map_or(0, |it| panel.width(&it.label));
        let mut widths = Self {
            previous: before.max(4),
            current: now.max(4),
            change: metrics::change_width(state, panel),
            end: 4,
        };
        for (metric, own) in state.good.programme.metrics.iter().zip(&state.figures.metrics) {
            // Words may stand beyond their column, where there is room.
            let wide = |at: Option<usize>| {
                let value = at.and_then(|at| metric.values.get(at))?;
                matches!(value.value, Value::Number(_))
                    .then(|| panel.width(&wording::value::level(value, metric, own.decimals)))
            };
            widths.previous = widths.previous.max(wide(own.previous).unwrap_or(0));
            widths.current = widths.current.max(wide(own.current).unwrap_or(0));
            // One that is longer has no bar: it must not take the bars of all others.
            let end = Some(panel.width(&end_of_scale(metric, own))).filter(|end| *end <= LONGEST_END);
            widths.end = widths.end.max(end.unwrap_or(0));
        }
        widths
    }
}

/// Where the columns stand: values by their ends, the rest by where they begin.
struct Columns {
    /// Where names end at the latest, so that they touch no number.
    names: u16,
    previous: Option<u16>,
    current: u16,
    change: u16,
    bar: Option<u16>,
    /// Where the word for where a metric stands begins, in place of a bar.
    standing: Option<u16>,
    /// The columns behind bars that the ends of scales take.
    end: u16,
    /// What is said of a scale that differs from the others of its unit; without room for it such a bar is left
    /// out.
    note: Option<&'static str>,
}

impl Columns {
    /// With the bars and the longest note that leave room for names; then without bars, and without the values
    /// before.
    fn new(columns: u16, widths: &Widths, has_different: bool) -> Self {
        let notes = wording::scale::DIFFERENT_FORMS.iter().filter(|_| has_different).map(|note| Some(*note));
        let mut forms = notes
            .chain([None])
            .map(|note| Self::with(columns, widths, (true, note), true))
            .chain([Self::with(columns, widths, (false, None), true)]);
        let last = Self::with(columns, widths, (false, None), false);
        forms.find(|form| form.names >= NAME).unwrap_or(last)
    }

    /// With the word for where each metric stands in place of bars, and without the values before where names have no
    /// room.
    fn standing(columns: u16, widths: &Widths) -> Self {
        let from = columns.saturating_sub(STANDING);
        let form = |has_before| Self {
            standing: Some(from),
            ..Self::with(from.saturating_sub(1), widths, (false, None), has_before)
        };
        Some(form(true)).filter(|form| form.names >= NAME).unwrap_or_else(|| form(false))
    }

    fn with(
        columns: u16,
        widths: &Widths,
        (has_bar, note): (bool, Option<&'static str>),
        has_before: bool,
    ) -> Self {
        let said = note.map_or(0, |note| u16::try_from(text::width(note)).unwrap_or(0) + 1);
        let end = widths.end.max(5);
        let bar = has_bar.then(|| columns.saturating_sub(end + said + BAR + 1));
        let change_ends = bar.unwrap_or(columns);
        let change = change_ends.saturating_sub((widths.change + 1).max(10));
        let current = change.saturating_sub(2);
        let before_current = current.saturating_sub((widths.current + 2).max(7));
        let previous = has_before.then_some(before_current);
        let names =
            if has_before { before_current.saturating_sub(widths.previous + 2) } else { before_current };
        Self { names, previous, current, change, bar, standing: None, end, note }
    }
}

fn end_of_scale(metric: &Metric, own: &MetricFigures) -> String {
    let current = own.current.and_then(|index| number(metric.values.get(index)?));
    let is_below = current.is_some_and(|value| value < rust_decimal::Decimal::ZERO);
    let scale = own.scale.as_ref();
    scale.map_or_else(String::new, |scale| wording::scale::ends(metric, scale, is_below))
}

/// The bar of a row with the end of its scale behind it, where that has room, and what is said of one that differs.
fn bar(
    (metric, own): (&Metric, &MetricFigures),
    differs: bool,
    y: u16,
    columns: &Columns,
    panel: &mut Panel<'_>,
) {
    let Some(from) = columns.bar.filter(|_| own.scale.is_some()) else { return };
    let end = end_of_scale(metric, own);
    let note = columns.note.filter(|_| differs);
    if panel.width(&end) > columns.end || differs && note.is_none() {
        return;
    }
    chart::bullet(metric, own, &mut panel.part(from, y, BAR, 1));
    let taken = panel.text(from + BAR + 1, y, &end, Role::Muted);
    panel.text(from + BAR + 1 + taken + 1, y, note.unwrap_or_default(), Role::Muted);
}

fn row(
    (metric, own, mark): (&Metric, &MetricFigures, &str),
    (common, differs): (Option<&Period>, bool),
    y: u16,
    columns: &Columns,
    panel: &mut Panel<'_>,
) {
    let at = |index: Option<usize>| index.and_then(|index| metric.values.get(index));
    let level = |value: Option<&Observation>| {
        value.map_or_else(|| "-".to_owned(), |value| wording::value::level(value, metric, own.decimals))
    };
    let mut taken_from =
        columns.current - panel.right(columns.current, y, &level(at(own.current)), Role::Bright);
    if let Some(end) = columns.previous {
        // Words of a scale can be long: what stands before them gives way.
        let end = end.min(taken_from.saturating_sub(2));
        taken_from = end - panel.right(end, y, &level(at(own.previous)), Role::Muted);
    }
    let room = taken_from.saturating_sub(1);
    let name = match &metric.short {
        Some(short) if text::width(&metric.name) > usize::from(room) => short,
        _ => &metric.name,
    };
    chart::named(&format!("{mark}{name}"), (metric, own), common, &mut panel.part(0, y, room, 1));
    let edge = panel.columns();
    let change_ends = columns.bar.or(columns.standing).unwrap_or(edge + 1);
    let change_columns = change_ends.saturating_sub(columns.change + 1);
    if let Some(from) = columns.standing {
        let role = if own.standing == MetricStanding::NoTarget { Role::Muted } else { Role::Text };
        panel.text(from, y, wording::standing::word(own.standing), role);
    }
    let is_undefined = matches!(own.change.kind, ChangeKind::Undefined(_));
    if columns.standing.is_none()
        && is_undefined
        && panel.width(&wording::change::long(&own.change, own.decimals)) > change_columns
    {
        // Why there is no change says more than a bar.
        metrics::change_cell(own, None, columns.change, y, panel);
        return;
    }
    metrics::short_change(own, 0, 0, &mut panel.part(columns.change, y, change_columns, 1));
    bar((metric, own), differs, y, columns, panel);
}
