//! Lists: the words on what a list shows, in what order and under which headings.
//!
//! Always on the screen, in the longest form that fits: a filtered list never looks like the whole.

use crate::app::section::ListRow;
use crate::app::{Grouping, Listing, Show, Sort, State, Tab};
use crate::settings::Role;
use crate::text;
use crate::view::panel::Panel;

/// Writes the choices at the end of row `y` of which `used` columns are taken or, where they have no room
/// there, into the row below; returns the first free row.
pub(super) fn choices(state: &State, tab: Tab, used: u16, y: u16, body: &mut Panel<'_>) -> u16 {
    let Some((listing, row)) = state.listing(tab).zip(tab.row().list.as_ref()) else { return y };
    let forms = forms(state, tab, listing, row);
    let columns = body.columns();
    let beside = columns.saturating_sub(used + 2);
    let role = if listing.show == Show::All { Role::Muted } else { Role::Warn };
    if let Some(form) = body.fitting(&forms, beside).filter(|_| used > 0) {
        body.right(columns, y, form, role);
        return y + 1;
    }
    let below = if used > 0 { y + 1 } else { y };
    body.text(0, below, body.longest(&forms, columns), role);
    below + 1
}

/// The choices in words, the longest form first; the shortest say what matters most first.
fn forms(state: &State, tab: Tab, listing: &Listing, row: &ListRow) -> Vec<String> {
    let all = total(state, tab);
    let shown = if listing.show == Show::All {
        format!("all {all}")
    } else {
        format!("{}, {} of {all}", show_word(listing.show), listing.order.len())
    };
    let late = if state.outdated(tab) { "   (before the last change)" } else { "" };
    let (sort, group) = (sort_word(listing.sort), group_word(listing.group, row));
    let mut forms = vec![format!("show: {shown}   sort: {sort}   group: {group}{late}")];
    let grouped = if listing.group == Grouping::None { String::new() } else { format!("   group: {group}") };
    forms.push(format!("show: {shown}   sort: {sort}{grouped}{late}"));
    let grouped = grouped.replacen("   group:", ", group", 1);
    forms.push(format!("{shown}, {sort}{grouped}{late}"));
    if listing.show == Show::All && grouped.is_empty() && late.is_empty() {
        forms.push(sort.to_owned());
    }
    if !late.is_empty() {
        forms.push(format!("{shown} (before the change)"));
    } else if !grouped.is_empty() {
        forms.push(format!("{shown}, {group}, {}", sort.trim_start_matches("most ")));
    }
    forms
}

/// The list without a filter: how many items there are.
fn total(state: &State, tab: Tab) -> usize {
    let count = tab.row().section.as_ref().and_then(|row| (row.count)(&state.good.programme));
    count.unwrap_or(0)
}

const fn show_word(show: Show) -> &'static str {
    match show {
        Show::All => "all",
        Show::Overdue => "overdue",
        Show::Soon => "due soon",
        Show::NotClosed => "not closed",
        Show::Done => "done",
        Show::NoOwner => "no owner",
    }
}

const fn sort_word(sort: Sort) -> &'static str {
    match sort {
        Sort::Urgent => "most urgent first",
        Sort::File => "as in the file",
        Sort::Due => "by due date",
        Sort::Owner => "by owner",
        Sort::Title => "by title",
    }
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
