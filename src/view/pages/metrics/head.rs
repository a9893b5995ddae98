//! The heading of a metric above its bars: its name, its change, and what there is to say of its scale.

use crate::figures::MetricFigures;
use crate::programme::Metric;
use crate::settings::{Glyphs, Role};
use crate::view::pages::change::change_cell;
use crate::view::pages::chart;
use crate::view::panel::Panel;
use crate::wording::{self, Phrase};

/// Columns of the change at the right of a metric's name.
const CHANGE: u16 = 24;
/// Columns before the name and the bars: the selection mark and a blank.
pub(super) const INDENT: u16 = 2;

/// The name with its change, its target and what there is to say of its scale; returns whether a caption was
/// written.
pub(super) fn head(
    (metric, mark, own): (&Metric, &str, &MetricFigures),
    (captions, remarks): (&Phrase, &[Phrase]),
    since: Option<&str>,
    body: &mut Panel<'_>,
) -> bool {
    let columns = body.columns();
    let change_at = columns.saturating_sub(CHANGE);
    change_cell(own, since, change_at, 0, body);
    let mut right = change_at.saturating_sub(2);
    let name = body.width(mark) + body.width(&metric.name);
    let fits = |words: &str, name: u16, right: u16, body: &Panel<'_>| {
        name.saturating_add(INDENT + body.width(words) + 2) <= right
    };
    // A long name gives way to a caption: without it there are no bars.
    let beside = |name: u16| captions.within(|words| fits(words, name, right, body));
    let caption = beside(name).or_else(|| beside(name.min(LEAST_NAME)));
    if let Some(words) = &caption {
        right = right.saturating_sub(body.right(right, 0, words, Role::Muted) + 2);
    }
    for remark in remarks {
        if let Some(words) = remark.within(|words| fits(words, name, right, body)) {
            right = right.saturating_sub(body.right(right, 0, &words, Role::Muted) + 2);
        }
    }
    let room = right.saturating_sub(INDENT);
    let name = body.name(&metric.name, metric.short.as_deref(), room);
    body.text_in(INDENT, 0, room, &format!("{mark}{name}"), Role::Bright);
    caption.is_some()
}

/// The fewest columns of a name beside the caption of its scale.
const LEAST_NAME: u16 = 11;

/// The scale where no axis shows it, and that it is not the one of its unit.
pub(super) fn captions((metric, own): (&Metric, &MetricFigures), has_axis: bool, differs: bool) -> Phrase {
    match &own.scale {
        Some(scale) if !has_axis => wording::scale::captions(metric, scale, differs),
        Some(_) if differs => wording::scale::DIFFERENT.into(),
        _ => Phrase::default(),
    }
}

/// That a bar is cut, where the metric stands, what lies ahead; what matters most comes first.
pub(super) fn remarks(metric: &Metric, own: &MetricFigures, has_bars: bool, glyphs: &Glyphs) -> Vec<Phrase> {
    let is_cut = has_bars && chart::is_cut(metric, own);
    let cut = is_cut.then(|| wording::scale::cut(glyphs.beyond_right).into());
    let standing = Some(wording::standing::remark(metric, own));
    let ahead = wording::value::ahead(metric, own).map(Phrase::from);
    [cut, standing, ahead].into_iter().flatten().collect()
}
