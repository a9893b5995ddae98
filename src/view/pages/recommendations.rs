//! Recommendations: what was advised, in full, with its status and what carries it out.

use super::listed;
use crate::app::geometry::{Height, Width, height, width};
use crate::app::{Question, State, Tab};
use crate::figures;
use crate::programme::{Recommendation, Section};
use crate::settings::Role;
use crate::text;
use crate::view::list::{Cell, Column, Columns, ItemHeights, List, OwnHeights};
use crate::view::panel::Panel;
use crate::wording::{self, Pointer};
use ratatui::layout::{Constraint, Position};

const INDENT: u16 = 4;

/// Draws the list.
pub(in crate::view) fn draw(state: &State, body: &mut Panel<'_>) -> Option<Position> {
    let programme = state.programme();
    let items = &programme.recommendations;
    if items.is_empty() {
        return Some(super::empty(state, "recommendations", &["- title: Joint training calendar"], body));
    }
    let columns = usize::from(body.columns().saturating_sub(INDENT).min(96)).max(1);
    let narrow = width(body.columns()) == Width::Narrow;
    let chosen = state.row();
    let listing = state.listing(Tab::Recommendations)?;
    let mut y = listed::choices(state, Tab::Recommendations, 0, 0, body);
    y += u16::from(height(state.session.size.1) != Height::Low && !narrow);
    if listing.order.is_empty() {
        listed::nothing(state, Tab::Recommendations, y, body);
        return Some(body.cursor(y));
    }
    let text = |row: usize, at: usize| match items.get(at) {
        Some(item) if !narrow => lines(state, item, columns),
        Some(item) if row == chosen => {
            let status = wording::recommendation_standing(item, state.figures().today);
            std::iter::once(status).chain(lines(state, item, columns)).collect()
        }
        Some(_) | None => Vec::new(),
    };
    let gap = u16::from(!narrow);
    let heights = if narrow {
        let own = listing.order.get(chosen).map_or(0, |at| text(chosen, *at).len());
        ItemHeights::But(1, listing.order.len(), (chosen, rows(own, 0)))
    } else {
        ItemHeights::Own(state.ask(AdviceHeights(columns)))
    };
    let list = List::new(heights, Some(chosen)).grouped(listing);
    let again = u16::from(listing.heading(0).is_some());
    let shown = list.above_position((body.rows() + gap).saturating_sub(y + again));
    // The last row says which part of the list shows.
    let room = body.rows().saturating_sub(u16::from(!shown.is_whole()));
    let columns = Columns::new(state, body.columns(), COLUMNS);
    let (cursor, _) = shown.draw(y, &mut body.part(0, 0, body.columns(), room), |row, chosen, panel| {
        let Some(at) = listing.order.get(row) else { return };
        let lines = &text(row, *at);
        let Some(item) = items.get(*at) else { return };
        head(state, (*at, item), (chosen, narrow), &columns, panel);
        let bottom = panel.rows().saturating_sub(1);
        for (y, line) in (1..=bottom).zip(lines) {
            let goes_on = y == bottom && usize::from(y) < lines.len();
            let mark = if goes_on { panel.glyphs().ellipsis } else { "" };
            panel.text(INDENT, y, &format!("{line}{mark}"), Role::Text);
        }
    });
    shown.say_below(body);
    cursor
}

/// How high are all recommendations of the list in so many columns, with the blank row below each?
#[derive(PartialEq)]
struct AdviceHeights(usize);

impl Question for AdviceHeights {
    type Answer = OwnHeights;

    const FOLLOWS_LISTS: bool = true;

    fn answer(&self, state: &State) -> OwnHeights {
        let items = &state.programme().recommendations;
        let order = state.listing(Tab::Recommendations).map_or(&[][..], |listing| &listing.order);
        let lines = |at: &usize| items.get(*at).map_or(0, |item| lines(state, item, self.0).len());
        order.iter().map(|at| rows(lines(at), 1)).collect()
    }
}

/// The rows of a recommendation of so many lines, with its head.
fn rows(lines: usize, gap: u16) -> u16 {
    u16::try_from(lines).unwrap_or(u16::MAX).saturating_add(1 + gap)
}

/// The columns of the first row: number and title, and the status.
const COLUMNS: [Column<'static>; 2] =
    [Column::left(2, "", Constraint::Fill(1)), Column::right(2, "", Constraint::Length(20))];

/// The first row of a recommendation; on narrow screens its status stands below.
fn head(
    state: &State,
    (at, item): (usize, &Recommendation),
    (chosen, narrow): (bool, bool),
    columns: &Columns<'_, 2>,
    panel: &mut Panel<'_>,
) {
    let today = state.figures().today;
    let is_late = figures::days_to_answer(item, today).is_some_and(|days| days < 0);
    let status = if narrow { String::new() } else { wording::recommendation_standing(item, today) };
    let title =
        format!("{} {}{}", at + 1, state.mark(Pointer::Item(Section::Recommendations, at)), item.title);
    let cells = [
        Cell::new(&title, if chosen { Role::Bright } else { Role::Text }),
        Cell::new(&status, if is_late { Role::Bad } else { Role::Muted }),
    ];
    columns.row(cells, 0, panel);
}

/// The advice in full, and the initiatives it is linked to.
fn lines(state: &State, item: &Recommendation, columns: usize) -> Vec<String> {
    let mut lines = item.description.as_ref().map(|advice| text::wrap(advice, columns)).unwrap_or_default();
    let carried_out = if item.initiatives.is_empty() {
        "No initiative linked".to_owned()
    } else {
        let known = state.content().links;
        let titles: Vec<String> =
            item.initiatives.iter().map(|id| known.initiative_title(&id.value)).collect();
        format!("Carried out by {}", wording::list(&titles))
    };
    lines.extend(text::wrap(&carried_out, columns));
    lines
}
