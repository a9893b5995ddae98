//! The detail of a metric: its years as columns at the left, every fact at the right.

use super::chart;
use crate::app::geometry;
use crate::app::sheet;
use crate::app::{Layer, State};
use crate::view::panel::Panel;
use ratatui::layout::Position;

/// Draws the chosen metric, its facts scrolled by `scroll` rows.
pub(in crate::view) fn draw(state: &State, scroll: usize, body: &mut Panel<'_>) -> Position {
    if state.view.table {
        return super::sheet::draw(state, scroll, body);
    }
    let Some(beside) = geometry::facts_beside_chart(body.columns()) else {
        return super::sheet::draw(state, scroll, body);
    };
    let (all, rows) = (body.columns(), body.rows());
    let chart = all.saturating_sub(beside + 3);
    if let Some((metric, own)) = super::metric_at(state, state.row()) {
        chart::columns(metric, own, Some(state.view.periods_back), &mut body.part(0, 0, chart, rows));
    }
    let mut facts = body.part(chart + 3, 0, beside, rows);
    if matches!(state.view.top(), Some(Layer::Detail(_))) {
        super::sheet::rows_from(&sheet::rows(state), scroll, &mut facts);
    }
    body.cursor(0)
}
