//! Overview: what moved, where the commitments stand, what is next, what needs attention.
//!
//! Panels are chosen by importance and drawn in the order of reading; one that does not fit whole
//! is left out whole, and the attention list counts what it cannot show.

mod figures;
mod wide;

use super::chart;
use crate::app::State;
use crate::app::geometry::{Width, width};
use crate::figures::Urgency;
use crate::programme::Section;
use crate::settings::Role;
use crate::text;
use crate::view::list::List;
use crate::view::panel::Panel;
use crate::view::viewport::position;
use crate::wording::{self, Demand};
use ratatui::layout::Position;

/// Figures shown before the rest is counted.
const MOST_FIGURES: usize = 6;

/// Draws the overview.
pub(in crate::view) fn draw(state: &State, body: &mut Panel<'_>) -> Option<Position> {
    match width(body.columns() + 4) {
        Width::Narrow => narrow(state, body),
        Width::Normal => normal(state, body),
        Width::Wide | Width::Wall => wide::draw(state, body),
    }
}

/// The row of the overview a pointer belongs to, to see whether it is the chosen one.
struct Rows<'a> {
    state: &'a State,
    cursor: Option<Position>,
}

impl Rows<'_> {
    /// Marks row `y` of `panel` as chosen if `row` is.
    fn mark(&mut self, row: usize, y: u16, height: u16, panel: &mut Panel<'_>) {
        if row != self.state.row() {
            return;
        }
        panel.select(y, height);
        self.cursor = Some(panel.cursor(y));
    }

    fn meeting_row(&self) -> usize {
        self.state.good.programme.metrics.len()
    }

    fn attention_row(&self, index: usize) -> usize {
        self.meeting_row() + usize::from(self.state.figures.next_meeting.is_some()) + index
    }
}

/// 40 columns: names, two values and a change; then one row for each of the rest.
fn narrow(state: &State, body: &mut Panel<'_>) -> Option<Position> {
    let mut rows = Rows { state, cursor: None };
    let attention = u16::try_from(state.figures.attention.len()).unwrap_or(u16::MAX);
    let below = 3 + attention.min(2);
    let room = body.rows().saturating_sub(below);
    let (mut y, total) = (0, state.good.programme.metrics.len());
    let end = super::metrics::values_end(state, body);
    let shown = first_shown(total, usize::from(room), state.row());
    for at in shown.clone() {
        super::metrics::compact(state, at, (end, y), body);
        rows.mark(at, y, 1, body);
        y += 1;
    }
    body.rule(y);
    if shown.len() < total {
        body.right(body.columns(), y, &format!(" {}", position(&shown, total)), Role::Muted);
    }
    y += 1;
    let edge = body.columns();
    body.both(y, ("Initiatives", Role::Text), (&done_words(state), Role::Text), 1);
    y += 1;
    if let Some((when, title)) = next_meeting(state) {
        body.both(y, (&format!("Next: {title}"), Role::Text), (&when, Role::Text), 1);
        rows.mark(rows.meeting_row(), y, 1, body);
        y += 1;
    }
    let remaining = body.rows().saturating_sub(y);
    attention_list(&mut rows, &mut body.part(0, y, edge, remaining));
    rows.cursor
}

/// 80 columns: one column of panels.
fn normal(state: &State, body: &mut Panel<'_>) -> Option<Position> {
    let mut rows = Rows { state, cursor: None };
    let edge = body.columns();
    let figures = state.good.programme.metrics.len().clamp(1, MOST_FIGURES);
    let attention = state.figures.attention.len().max(1);
    // Bars and letters need a legend, words do not.
    let aims = state.good.programme.metrics.iter().any(|metric| metric.target.is_some());
    let has_letters = !chart::flag_legend(state, &(0..MOST_FIGURES), "").is_empty();
    let heights = Heights::choose(body.rows(), figures, attention, !aims || has_letters);
    let mut y = 0;
    figures::draw(&mut rows, &mut body.part(0, y, edge, heights.figures), heights.figures_shown);
    y += heights.figures + heights.gap;
    if heights.initiatives > 0 {
        initiatives_panel(state, &mut body.part(0, y, edge, heights.initiatives));
        y += heights.initiatives + heights.gap;
    }
    if heights.meeting > 0 {
        meeting_panel(&mut rows, &mut body.part(0, y, edge, heights.meeting));
        y += heights.meeting + heights.gap;
    }
    let remaining = body.rows().saturating_sub(y);
    attention_panel(&mut rows, &mut body.part(0, y, edge, remaining));
    rows.cursor
}

/// Heights of the panels of one column; 0 for a panel that is left out.
struct Heights {
    gap: u16,
    figures: u16,
    figures_shown: usize,
    initiatives: u16,
    meeting: u16,
}

impl Heights {
    /// Gives room by importance: attention (at least two rows), figures, the meeting, the counts.
    fn choose(rows: u16, figures: usize, attention: usize, has_legend: bool) -> Self {
        let count = |number: usize| u16::try_from(number).unwrap_or(u16::MAX);
        let wanted_attention = 1 + count(attention.min(3));
        for (gap, initiatives, meeting, legend) in
            [(1, 3, 2, 1), (1, 2, 2, 1), (0, 3, 2, 1), (0, 2, 2, 0), (0, 2, 0, 0), (0, 0, 0, 0)]
        {
            for least_attention in [wanted_attention, wanted_attention.min(3)] {
                let gaps = gap * (1 + u16::from(initiatives > 0) + u16::from(meeting > 0));
                let figure_rows = 1 + count(figures) + if has_legend { legend } else { 0 };
                if figure_rows + initiatives + meeting + least_attention + gaps <= rows {
                    return Self { gap, figures: figure_rows, figures_shown: figures, initiatives, meeting };
                }
            }
        }
        let figure_rows = rows.saturating_sub(wanted_attention.min(3)).max(2);
        Self {
            gap: 0,
            figures: figure_rows,
            figures_shown: usize::from(figure_rows - 1),
            initiatives: 0,
            meeting: 0,
        }
    }
}

fn initiatives_panel(state: &State, panel: &mut Panel<'_>) {
    panel.heading(0, "Initiatives", &done_words(state));
    let edge = panel.columns();
    let counts_at = if panel.rows() > 2 {
        chart::strip(state, &mut panel.part(0, 1, edge, 1));
        2
    } else {
        1
    };
    let counts = panel.longest(&wording::counts_line(&state.figures.counts), edge);
    panel.text(0, counts_at, &counts, Role::Text);
}

fn done_words(state: &State) -> String {
    let programme = &state.good.programme;
    let unread = wording::not_read(programme, Some(Section::Initiatives));
    let unread = unread.map(|words| format!(", {}", words.shortest())).unwrap_or_default();
    format!("{} of {} done{unread}", state.figures.counts.done, programme.initiatives.len())
}

/// When the next meeting is, and what it is called.
fn next_meeting(state: &State) -> Option<(String, String)> {
    let at = state.figures.next_meeting?;
    let meeting = state.good.programme.meetings.get(at)?;
    let days = state.figures.meetings.get(at).and_then(|own| own.days);
    let when = match (&meeting.date, days) {
        (Some(date), Some(days)) => {
            format!("{}, {}", text::date::format_date(date.value), wording::distance(days))
        }
        _ if meeting.unreadable.has("date") => "date not readable".to_owned(),
        _ => "date not set".to_owned(),
    };
    Some((when, meeting.title.clone()))
}

fn meeting_panel(rows: &mut Rows<'_>, panel: &mut Panel<'_>) {
    panel.heading(0, "Next meeting", "");
    let Some((when, title)) = next_meeting(rows.state) else {
        panel.text(0, 1, "None to come.", Role::Muted);
        return;
    };
    panel.both(1, (&title, Role::Text), (&when, Role::Text), 2);
    rows.mark(rows.meeting_row(), 1, 1, panel);
}

fn attention_panel(rows: &mut Rows<'_>, panel: &mut Panel<'_>) {
    let total = rows.state.figures.attention.len();
    panel.heading(0, &format!("Needs attention ({total})"), "");
    let (edge, below) = (panel.columns(), panel.rows().saturating_sub(1));
    attention_list(rows, &mut panel.part(0, 1, edge, below));
}

/// One row each, with the key of the tab that mends it; the last row counts what does not fit.
fn attention_list(rows: &mut Rows<'_>, panel: &mut Panel<'_>) {
    let state = rows.state;
    let items = &state.figures.attention;
    if items.is_empty() {
        panel.text(0, 0, "Nothing needs attention.", Role::Muted);
        return;
    }
    let (edge, room) = (panel.columns(), panel.rows());
    let demands: Vec<Demand> =
        items.iter().map(|item| wording::attention(item, &state.good.programme, &state.figures)).collect();
    let wide = usize::from(edge.saturating_sub(11));
    let wrapped: Vec<Vec<String>> =
        demands.iter().map(|demand| text::wrap(&demand.sentence(), wide)).collect();
    let all = wrapped.iter().map(Vec::len).sum::<usize>();
    let whole = all <= usize::from(room);
    let lines = |at: usize| if whole { wrapped.get(at).map_or(1, Vec::len) } else { 1 };
    let heights = (0..items.len()).map(|at| u16::try_from(lines(at)).unwrap_or(1)).collect();
    let chosen = state.row().checked_sub(rows.attention_row(0));
    let shown = List::new(heights, chosen).without_sign().band(u16::MAX).within(room);
    let (cursor, _) = shown.draw(0, panel, |at, _, panel| {
        let (Some(demand), Some(broken), Some(item)) = (demands.get(at), wrapped.get(at), items.get(at))
        else {
            return;
        };
        let last = at + 1 == shown.items.end && !shown.is_whole();
        let tail = if last { shown.position() } else { format!("press {}", state.key_to(demand.pointer)) };
        let (sign, role) = sign(item.weight());
        panel.text(0, 0, sign, role);
        if whole {
            panel.right(edge, 0, &tail, Role::Muted);
            panel.lines(2, 0, broken, Role::Text);
        } else {
            told(demand, (&tail, last), &mut panel.part(2, 0, edge.saturating_sub(2), 1));
        }
    });
    rows.cursor = cursor.or(rows.cursor);
}

/// What stands before a row: loud for what is wrong alone.
const fn sign(weight: Urgency) -> (&'static str, Role) {
    match weight {
        Urgency::Alarm => ("!", Role::Bad),
        Urgency::Soon | Urgency::Housekeeping => ("", Role::Muted),
    }
}

/// A demand over the whole of a panel. Where it is too long it is said in fewer words, then its key goes, and then
/// its name is cut: what is said stays. A tail that counts what is left out is needed.
fn told(demand: &Demand, (tail, is_needed): (&str, bool), panel: &mut Panel<'_>) {
    const TITLE: u16 = 16;
    let columns = panel.columns();
    let beside = columns.saturating_sub(panel.width(tail) + 1);
    let name = panel.width(&demand.name);
    let alone = if is_needed { beside } else { columns };
    let fits =
        |room: u16, least: u16| demand.said.within(|said| panel.width(said).saturating_add(least) <= room);
    let (said, room) = fits(beside, name)
        .map(|said| (said, beside))
        .or_else(|| fits(alone, name).map(|said| (said, alone)))
        .or_else(|| fits(alone, name.min(TITLE)).map(|said| (said, alone)))
        .unwrap_or_else(|| (demand.said.shortest(), alone));
    if room == beside {
        panel.right(columns, 0, tail, Role::Muted);
    }
    let taken = panel.text_in(0, 0, room.saturating_sub(panel.width(&said)), &demand.name, Role::Text);
    panel.text_in(taken, 0, room.saturating_sub(taken), &said, Role::Text);
}

/// As many of `total` as there is room for, the chosen one among them.
fn first_shown(total: usize, room: usize, chosen: usize) -> std::ops::Range<usize> {
    let room = room.min(total);
    let first = if chosen < room { 0 } else { (chosen + 1 - room).min(total - room) };
    first..first + room
}
