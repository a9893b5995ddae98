//! The heading of a metric above its bars: its name, its change, and what there is to say of its scale.

use super::{CHANGE, INDENT, change_cell};
use crate::figures::MetricFigures;
use crate::programme::Metric;
use crate::settings::{Glyphs, Role};
use crate::view::pages::chart;
use crate::view::panel::Panel;
use crate::wording;

/// The name with its change, its target and what there is to say of its scale; returns whether a caption was
/// written.
pub(super) fn head(
    (metric, mark, own): (&Metric, &str, &MetricFigures),
    (captions, remarks): (&[String], &[Vec<String>]),
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
    let beside = |name: u16| captions.iter().find(|words| fits(words, name, right, body));
    let caption = beside(name).or_else(|| beside(name.min(LEAST_NAME))).map(String::as_str);
    if let Some(words) = caption {
        right = right.saturating_sub(body.right(right, 0, words, Role::Muted) + 2);
    }
    for forms in remarks {
        if let Some(remark) = forms.iter().find(|words| fits(words, name, right, body)) {
            right = right.saturating_sub(body.right(right, 0, remark, Role::Muted) + 2);
        }
    }
    let room = right.saturating_sub(INDENT);
    let name = body.name(&metric.name, metric.short.as_deref(), room);
    body.text_in(INDENT, 0, room, &format!("{mark}{name}"), Role::Bright);
    caption.is_some()
}

/// The fewest columns of a name beside the caption of its scale.
const LEAST_NAME: u16 = 11;

/// The scale where no axis shows it, and that it is not the one of its unit; longest form first.
pub(super) fn captions(
    (metric, own): (&Metric, &MetricFigures),
    has_axis: bool,
    differs: bool,
) -> Vec<String> {
    match &own.scale {
        Some(scale) if !has_axis => wording::scale::captions(metric, scale, differs),
        Some(_) if differs => vec![wording::scale::DIFFERENT.to_owned()],
        _ => Vec::new(),
    }
}

/// That a bar is cut, where the metric stands, what lies ahead; what matters most comes first, each in its lengths.
pub(super) fn remarks(
    metric: &Metric,
    own: &MetricFigures,
    has_bars: bool,
    glyphs: &Glyphs,
) -> Vec<Vec<String>> {
    let is_cut = has_bars && chart::is_cut(metric, own);
    let cut = is_cut.then(|| vec![wording::scale::cut(glyphs.beyond_right)]);
    let standing = Some(wording::standing::remark(metric, own));
    let ahead = wording::value::ahead(metric, own).map(|ahead| vec![ahead]);
    [cut, standing, ahead].into_iter().flatten().collect()
}
