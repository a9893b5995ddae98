//! A slide: one message, what it is made of, where that comes from and how old it is.
//!
//! Takes the whole window. Never paints the background, and never cuts: what does not fit is on the next
//! page.

use super::chart;
use super::metrics::change_cell;
use crate::app::geometry::{self, Height, height};
use crate::app::slides::{Line, Page, Picture, Slide, is_narrow, number, pages};
use crate::app::{Action, Mode, State, entry};
use crate::settings::Role;
use crate::view::frame;
use crate::view::panel::Panel;
use crate::view::parts::digits;
use crate::wording::{self, Tone, value};
use ratatui::layout::Position;

/// Draws the slide that is shown.
pub(in crate::view) fn draw(state: &State, panel: &mut Panel<'_>) -> Option<Position> {
    let pages = pages(state);
    let at = state.slides.map_or(0, |slides| slides.at).min(pages.len().saturating_sub(1));
    let page = pages.get(at)?;
    let margin = geometry::slide_margin(panel.columns());
    let (columns, rows) = (panel.columns().saturating_sub(2 * margin), panel.rows());
    let top = u16::from(height(rows) != Height::Low);
    frame::title(state, &mut panel.part(margin, top, columns, 1));
    let mut y = top + 1 + top;
    let cursor = panel.part(margin, y, columns, 1).cursor(0);
    for line in &page.message {
        panel.part(margin, y, columns, 1).text(0, 0, line, Role::Bright);
        y += 1;
    }
    y += top;
    let source = u16::try_from(page.source.len()).unwrap_or(0);
    let body = rows.saturating_sub(y + source + 2);
    content(state, page, &mut panel.part(margin, y, columns, body));
    for (row, line) in (rows.saturating_sub(2 + source)..).zip(&page.source) {
        panel.part(margin, row, columns, 1).text(0, 0, line, Role::Muted);
    }
    let (age, role) = frame::alarm_of(state).map_or_else(
        || (wording::data_age_of(&state.good.programme, &state.figures), Role::Muted),
        |alarm| (alarm, Role::Bad),
    );
    let mut row = panel.part(margin, rows.saturating_sub(2), columns, 1);
    let fitting = age.iter().find(|form| row.width(form) <= columns).or_else(|| age.last());
    if let Some(form) = fitting {
        row.text(0, 0, form, role);
    }
    foot(state, page, &mut panel.part(margin, rows.saturating_sub(1), columns, 1));
    Some(cursor)
}

fn content(state: &State, page: &Page, body: &mut Panel<'_>) {
    let mut y = 0;
    match (page.picture, page.slide) {
        (Picture::Figure, Slide::Metric(at)) => return figure(state, at, &page.lines, body),
        (Picture::Strip, _) => {
            let columns = body.columns();
            chart::strip(state, &mut body.part(0, 0, columns, 1));
            y = 1;
        }
        _ => {}
    }
    for (row, line) in (y..).zip(&page.lines) {
        body.text(0, row, &line.text, role(line));
    }
}

fn role(line: &Line) -> Role {
    if line.strong && line.tone == Tone::Plain { Role::Bright } else { super::sheet::role(line.tone) }
}

/// The value in large digits, the change beside it, the two bars below.
fn figure(state: &State, at: usize, lines: &[Line], body: &mut Panel<'_>) {
    let Some((metric, own)) = state.good.programme.metrics.get(at).zip(state.figures.metrics.get(at)) else {
        return;
    };
    let (columns, rows) = (body.columns(), body.rows());
    let thickness = match height(state.size.1) {
        Height::Low => 1,
        Height::Normal => 2,
        Height::Tall => 3,
        Height::Wall => 4,
    };
    // Two bars, an axis where there is room, and what is said of the target.
    let said = u16::try_from(lines.len()).unwrap_or(1);
    let bars = 1 + thickness;
    let low = height(state.size.1) == Height::Low;
    let (gap, axis) = if low { (0, 0) } else { (1, 2) };
    let room = rows.saturating_sub(bars + axis + said + 2 * gap);
    let current = own.current.and_then(|index| metric.values.get(index));
    let words = current.map(|latest| value::level(latest, metric, own.decimals)).unwrap_or_default();
    let number = words.split(' ').next().unwrap_or_default();
    let mut y = 0;
    if let Some((wide, high, scale)) = digits::size(number, columns * 6 / 10, room) {
        let (look, area, buffer) = body.chart();
        digits::draw(number, scale, look, area, buffer);
        let beside = wide + 3;
        let mut right = body.part(beside, 0, columns.saturating_sub(beside), high);
        change_cell(own, None, 0, high / 2, &mut right);
        y = high + gap;
    } else {
        body.text(0, 0, &words, Role::Bright);
        change_cell(own, None, body.width(&words) + 2, 0, body);
        y += 1;
    }
    for line in lines {
        for wrapped in crate::text::wrap(&line.text, usize::from(columns).max(1)) {
            body.text(0, y, &wrapped, Role::Text);
            y += 1;
        }
    }
    y += gap;
    let left = rows.saturating_sub(y);
    if own.scale.is_some() && left >= bars {
        chart::pair(state, at, thickness, &mut body.part(0, y, columns, left.min(bars + axis)));
    }
}

/// The last row: which slide this is, and the keys.
fn foot(state: &State, page: &Page, row: &mut Panel<'_>) {
    let narrow = is_narrow(state.size.0);
    let (at, slides) = number(state, page);
    let place = if narrow { format!("{}/{slides}", at + 1) } else { format!("Slide {} of {slides}", at + 1) };
    let (part, parts) = page.part;
    let place = if parts > 1 { format!("{place}, page {} of {parts}", part + 1) } else { place };
    let tempo = state.slides.map_or_else(String::new, tempo);
    let columns = row.columns();
    let mut x = row.text(0, 0, &place, Role::Bright) + 2;
    let right = row.right(columns, 0, &tempo, Role::Muted) + 2;
    if let Some(notice) = &state.notice {
        row.text_in(x, 0, columns.saturating_sub(x + right), &notice.text(), Role::Bright);
        return;
    }
    for action in [Action::NextSlide, Action::Back, Action::Play, Action::Notes, Action::Help] {
        let Some(entry) = entry(Mode::Slides, action) else { continue };
        let Some(key) = entry.keys.first() else { continue };
        let hint = format!("{} {}", key.name(), entry.hint);
        if x + row.width(&hint) + right <= columns {
            x += row.text(x, 0, &hint, Role::Muted) + 2;
        }
    }
}

/// How fast slides come by themselves, or that they stay.
fn tempo(slides: crate::app::slides::Slides) -> String {
    if slides.playing { wording::pace(slides.every) } else { wording::PAUSED.to_owned() }
}
