//! The overview from 100 columns on: figures with bars at the left, what needs attention at the right,
//! the checklist and the rest below.

use super::{MOST_FIGURES, Rows, attention_list, first_shown, initiatives_panel, metric, next_meeting};
use crate::app::State;
use crate::settings::Role;
use crate::text;
use crate::view::pages::chart::{Flags, Pair};
use crate::view::pages::metrics::change_cell;
use crate::view::pages::{chart, initiatives};
use crate::view::panel::Panel;
use crate::wording::{self, Pointer};
use ratatui::layout::Position;

/// From 100 columns: figures with bars at the left, attention and the meeting at the right, the
/// checklist and the rest below.
pub(super) fn draw(state: &State, body: &mut Panel<'_>) -> Option<Position> {
    if body.rows() < 24 {
        return super::normal(state, body);
    }
    let mut rows = Rows { state, cursor: None };
    let edge = body.columns();
    let left = edge * 62 / 100;
    let right_from = left + 4;
    let total = state.good.programme.metrics.len();
    let each = if body.rows() >= 48 { 5 } else { 4 };
    let fit = total.min(MOST_FIGURES).min(usize::from((body.rows() / 2).saturating_sub(3) / each)).max(1);
    let top_rows = 3 + u16::try_from(fit).unwrap_or(1) * each;
    wide_figures(&mut rows, &mut body.part(0, 0, left, top_rows), fit, each);
    let side = edge.saturating_sub(right_from);
    let attention_rows = top_rows.saturating_sub(5);
    {
        let mut panel = body.part(right_from, 0, side, attention_rows);
        let count = state.figures.attention.len();
        panel.heading(0, &format!("Needs attention ({count})"), "");
        let below = attention_rows.saturating_sub(2);
        attention_list(&mut rows, &mut panel.part(0, 2, side, below));
    }
    wide_meeting(&mut rows, &mut body.part(right_from, attention_rows, side, 5));
    let rest = body.rows().saturating_sub(top_rows + 1);
    wide_below(state, &mut body.part(0, top_rows + 1, edge, rest));
    rows.cursor
}

fn wide_meeting(rows: &mut Rows<'_>, panel: &mut Panel<'_>) {
    panel.heading(0, "Next meeting", "press 6");
    let Some((when, title)) = next_meeting(rows.state) else {
        panel.text(0, 1, "None to come.", Role::Muted);
        return;
    };
    panel.text(0, 1, &when, Role::Bright);
    rows.mark(rows.meeting_row(), 1, 1, panel);
    let columns = usize::from(panel.columns()).max(1);
    for (y, line) in (2..5).zip(text::wrap(&title, columns)) {
        panel.text(0, y, &line, Role::Text);
    }
}

fn wide_figures(rows: &mut Rows<'_>, panel: &mut Panel<'_>, fit: usize, each: u16) {
    let state = rows.state;
    let total = state.good.programme.metrics.len();
    let shown = first_shown(total, fit, state.row().min(total.saturating_sub(1)));
    let summary = if shown.len() < total {
        format!("{}-{} of {total}, press 2", shown.start + 1, shown.end)
    } else {
        "press 2".to_owned()
    };
    panel.heading(0, "Figures", &summary);
    let edge = panel.columns();
    let mut y = 2;
    for at in shown {
        if let Some((metric, own)) = metric(state, at) {
            let change_at = edge.saturating_sub(31);
            let name = format!("{}{}", state.mark(Pointer::Metric(at)), metric.name);
            panel.text_in(0, y, change_at.saturating_sub(2), &name, Role::Text);
            let scale = own.scale.as_ref().map(|scale| wording::scale(metric, scale)).unwrap_or_default();
            let taken = panel.right(edge, y, &scale, Role::Muted);
            let change_columns = (edge - change_at).saturating_sub(taken + 2);
            change_cell(own, None, 0, 0, &mut panel.part(change_at, y, change_columns, 1));
            rows.mark(at, y, 1, panel);
            chart::pair(
                state,
                at,
                Pair { thickness: each - 3, axis: 0, flags: Flags::Letters },
                &mut panel.part(0, y + 1, edge, each - 2),
            );
        }
        y += each;
    }
    let glyphs = panel.glyphs();
    let aims = state.good.programme.metrics.iter().any(|metric| metric.target.is_some());
    let target = if aims { format!("{} target  ", glyphs.target) } else { String::new() };
    let bars = format!("{} before  {} latest  {target}", glyphs.thin, glyphs.thick);
    let change = format!("{bars}{}{} change", glyphs.up, glyphs.down);
    let forms = [format!("{change}  pp percentage points"), change, bars];
    let words = forms.iter().find(|form| panel.width(form) <= edge).or_else(|| forms.last());
    panel.text(0, y, words.map_or("", |words| words.trim_end()), Role::Muted);
}

/// The checklist in one row each, the recommendations and, where there is room, the criteria.
fn wide_below(state: &State, panel: &mut Panel<'_>) {
    let edge = panel.columns();
    initiatives_panel(state, &mut panel.part(0, 0, edge, 3));
    let programme = &state.good.programme;
    let room = usize::from(panel.rows());
    let count = programme.initiatives.len();
    let mut y = 4;
    let advice = programme.recommendations.len();
    let list =
        count.min(room.saturating_sub(5)).min(if advice > 0 { room.saturating_sub(8).max(3) } else { room });
    for at in state.order.iter().take(list) {
        let (Some(item), Some(own)) = (programme.initiatives.get(*at), state.figures.initiatives.get(*at))
        else {
            continue;
        };
        let mark = state.mark(Pointer::Initiative(*at));
        initiatives::compact((item, mark), own, y, panel);
        y += 1;
    }
    if list < count {
        panel.right(edge, y.saturating_sub(1), &format!(" and {} more, press 3", count - list), Role::Muted);
    }
    y += 1;
    if usize::from(y) + 1 + advice <= room && advice > 0 {
        panel.part(0, y, edge, 1).heading(0, &format!("Recommendations ({advice})"), "press 4");
        for (at, item) in programme.recommendations.iter().enumerate() {
            let offset = u16::try_from(at + 1).unwrap_or(u16::MAX);
            let title = format!("{}{}", state.mark(Pointer::Recommendation(at)), item.title);
            panel.text_in(0, y + offset, 38, &title, Role::Text);
            panel.text(40, y + offset, item.description.as_deref().unwrap_or(""), Role::Muted);
        }
        y += u16::try_from(advice).unwrap_or(0) + 2;
    }
    let Some(evaluation) = &programme.evaluation else { return };
    let criteria = evaluation.criteria.len();
    if criteria > 0 && usize::from(y) + 1 + criteria <= room {
        panel.part(0, y, edge, 1).heading(0, &format!("Evaluation ({criteria})"), "press 5");
        for (at, item) in evaluation.criteria.iter().enumerate() {
            let offset = u16::try_from(at + 1).unwrap_or(u16::MAX);
            let title = format!("{}{}", state.mark(Pointer::Criterion(at)), item.title);
            panel.text_in(0, y + offset, 38, &title, Role::Text);
            panel.text(40, y + offset, &item.improvement, Role::Muted);
        }
    }
}
