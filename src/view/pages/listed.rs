//! Lists: the words on what a list shows, in what order and under which headings.
//!
//! Always on the screen, in the longest form that fits: a filtered list never looks like the whole.

use crate::app::section::ListRow;
use crate::app::{Grouping, Listing, Show, State, Tab};
use crate::settings::Role;
use crate::text;
use crate::view::panel::Panel;
use crate::wording::{Phrase, segment, word};

/// Writes the choices at the end of row `y` of which `used` columns are taken or, where they have no room
/// there, into the row below; returns the first free row.
pub(super) fn choices(state: &State, tab: Tab, used: u16, y: u16, body: &mut Panel<'_>) -> u16 {
    let Some((listing, row)) = state.listing(tab).zip(tab.row().list.as_ref()) else { return y };
    let words = words(state, tab, listing, row);
    let columns = body.columns();
    let beside = columns.saturating_sub(used + 2);
    let role = if listing.show == Show::All { Role::Muted } else { Role::Warn };
    if let Some(words) = body.fitting(&words, beside).filter(|_| used > 0) {
        body.right(columns, y, &words, role);
        return y + 1;
    }
    let below = if used > 0 { y + 1 } else { y };
    body.text(0, below, &body.longest(&words, columns), role);
    below + 1
}

/// The choices in words; the shortest say what matters most first.
fn words(state: &State, tab: Tab, listing: &Listing, row: &ListRow) -> Phrase {
    let all = total(state, tab);
    let shown = if listing.show == Show::All {
        format!("all {all}")
    } else {
        format!("{}, {} of {all}", word(listing.show), listing.order.len())
    };
    let (sort, group) = (word(listing.sort), group_word(listing.group, row));
    let (is_late, is_grouped) = (state.outdated(tab), listing.group != Grouping::None);
    let grouped = segment(format!("   group: {group}"));
    let grouped = if is_grouped { grouped.or(2, format!(", group {group}")) } else { grouped.goes(1) };
    let phrase = Phrase::new([
        segment("show: ").goes(2),
        segment(&shown),
        segment("   sort: ").or(2, ", "),
        segment(sort),
        grouped,
        segment(if is_late { "   (before the last change)" } else { "" }),
    ]);
    match (is_late, is_grouped, listing.show) {
        (true, ..) => phrase.otherwise(format!("{shown} (before the change)")),
        (_, true, _) => phrase.otherwise(format!("{shown}, {group}, {}", sort.trim_start_matches("most "))),
        (_, _, Show::All) => phrase.otherwise(sort),
        _ => phrase,
    }
}

/// The list without a filter: how many items there are.
fn total(state: &State, tab: Tab) -> usize {
    let count = tab.row().section.as_ref().and_then(|row| (row.count)(state.programme()));
    count.unwrap_or(0)
}

const fn group_word(group: Grouping, row: &ListRow) -> &'static str {
    match group {
        Grouping::None => "none",
        Grouping::Status => "by status",
        Grouping::Owner => "by owner",
        Grouping::Theme => row.theme,
    }
}

/// Says that a filter keeps nothing, and how to get the rest back.
pub(super) fn nothing(state: &State, tab: Tab, y: u16, body: &mut Panel<'_>) {
    let Some((listing, row)) = state.listing(tab).zip(tab.row().list.as_ref()) else { return };
    let (one, many) = row.noun;
    let what = match listing.show {
        Show::All => return,
        Show::Overdue => "overdue".to_owned(),
        Show::Soon => format!("due within {} days", crate::figures::SOON),
        Show::NotClosed => "still to be closed".to_owned(),
        Show::Done => "done".to_owned(),
        Show::NoOwner => "without an owner".to_owned(),
    };
    let words = match total(state, tab) {
        1 => format!("The one {one} is not {what}. f shows others"),
        all => format!("None of the {all} {many} is {what}. f shows others"),
    };
    body.lines(0, y, &text::wrap(&words, usize::from(body.columns()).max(1)), Role::Text);
}
