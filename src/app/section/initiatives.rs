//! Initiatives: their row in the table of sections.

use super::row::{
    Content, Head, Large, ListRow, Menus, More, SectionRow, SlideRow, TabRow, in_list, in_order,
};
use crate::app::action::Action;
use crate::app::fields;
use crate::app::forms::{MenuRow, Then};
use crate::app::listing::{Listed, Sort, Stage, shown};
use crate::app::slide::{Blocks, LineGroup, Picture, SlideLine, hanging, hanging_height};
use crate::app::state::State;
use crate::app::tab::Tab;
use crate::document::NewStanding;
use crate::figures::{Progress, SOON, StatusMark};
use crate::programme::{Choice, Initiative, InitiativeStatus, Section, Standing};
use crate::text;
use crate::wording::{self, Tone};
use std::borrow::Cow;

/// The initiatives.
pub(super) static TAB: TabRow = TabRow {
    title: "Initiatives",
    rows: |state| in_list(state, Tab::Initiatives, Section::Initiatives),
    height: (2, 2),
    list: Some(ListRow {
        sort: Sort::Urgent,
        items: listed,
        theme: "by group",
        noun: ("initiative", "initiatives"),
    }),
    message: |of| wording::initiatives_message(of.programme, of.figures),
    slides: SlideRow {
        all: |state| if state.programme().initiatives.is_empty() { vec![] } else { vec![0] },
        first: |_| Some(0),
        blocks: |state, _, columns| blocks(state, columns),
        notes: |programme, _| {
            programme.initiatives.iter().map(|item| (item.title.as_str(), item.notes.as_ref())).collect()
        },
        picture: Picture::Strip,
        more: More { large: |state, _| Some(large(state)), ..More::NOTHING },
    },
    keys: &[
        Action::Tick,
        Action::Change,
        Action::Open,
        Action::NextTab,
        Action::Undo,
        Action::Find,
        Action::Edit,
        Action::Quit,
        Action::Filter,
        Action::Sort,
        Action::GroupBy,
    ],
    section: Some(SectionRow {
        section: Section::Initiatives,
        count: |programme| Some(programme.initiatives.len()),
        item: |programme, at| {
            let Initiative { title, id, place, .. } = programme.initiatives.get(at)?;
            Some(Head { title, id: id.as_ref().map(|id| id.value.as_str()), place })
        },
        found: |state| in_order(Section::Initiatives, &state.view.order),
        facts: |of, at| {
            let facts = |(item, own)| wording::initiative_facts(item, own, &of.links);
            pair(of, at).map(facts).unwrap_or_default()
        },
        values: |_, _| Vec::new(),
        whole: |_| Vec::new(),
        counts: |of| Some(wording::counts(&of.figures.counts).join(", ")),
        line: |of, at| {
            let line =
                |(item, own): (&Initiative, &Progress)| format!("{} {}", wording::mark(own.mark), item.title);
            pair(of, at).map(line).unwrap_or_default()
        },
        menus: Some(Menus { menu, words }),
        keys: &[Action::Back, Action::Tick, Action::Down, Action::ScrollDown, Action::Edit, Action::Quit],
    }),
};

fn pair<'a>(of: &Content<'a>, at: usize) -> Option<(&'a Initiative, &'a Progress)> {
    of.programme.initiatives.get(at).zip(of.figures.initiatives.get(at))
}

fn menu(state: &State, at: usize) -> Vec<MenuRow> {
    let Some(item) = state.programme().initiatives.get(at) else { return Vec::new() };
    let is_lost = item.has_unreadable_standing();
    let status = if is_lost { wording::NOT_READABLE } else { wording::standing_word(&item.standing) };
    fields::of(item, status).into_iter().chain([MenuRow::note(item.updates.len())]).collect()
}

/// Where an initiative can stand, in the words its entry keeps to.
fn words(state: &State, at: usize) -> Vec<MenuRow> {
    let Some(item) = state.programme().initiatives.get(at) else { return Vec::new() };
    let row = |label: &str, to| MenuRow::choice(label, Then::Stand(to));
    if let Standing::Done(_) = item.standing {
        return vec![row("not done", NewStanding::Done(false)), row("done", NewStanding::Done(true))];
    }
    InitiativeStatus::WORDS
        .iter()
        .map(|word| row(wording::word(word.value), NewStanding::Status(word.value)))
        .collect()
}

fn listed(state: &State) -> Vec<Listed<'_>> {
    let all = state.programme().initiatives.iter().zip(&state.figures().initiatives).enumerate();
    all.map(|(at, (item, own))| listed_one(at, item, own)).collect()
}

fn listed_one<'a>(at: usize, item: &'a Initiative, own: &Progress) -> Listed<'a> {
    let due = item.due.as_ref().map(|due| due.value.day);
    let stage = match (own.mark, own.days) {
        (StatusMark::Overdue, _) => Stage::Overdue,
        (StatusMark::Done, _) => Stage::Done,
        (StatusMark::Resting, _) => {
            if own.is_closed() {
                Stage::Dropped
            } else {
                Stage::OnHold
            }
        }
        (_, Some(0..=SOON)) => Stage::Soon,
        (StatusMark::Open | StatusMark::InProgress | StatusMark::Unknown, _) => Stage::Open,
    };
    let owner = shown(item.owner.as_deref(), "owner", &item.unreadable);
    let theme = shown(item.group.as_deref(), "group", &item.unreadable);
    let (title, status) = (item.title.as_str(), wording::progress_word(own));
    Listed { at, title, owner, due, status, theme, no_theme: "no group", stage }
}

/// How many are done of how many.
fn large(state: &State) -> Large {
    let counts = &state.figures().counts;
    let number = format!("{}/{}", counts.done, state.programme().initiatives.len());
    (number, wording::counts(counts))
}

/// What a slide says of an initiative below its title.
fn said(item: &Initiative, own: &Progress) -> String {
    let due = item.due.as_ref().map_or_else(
        || no(item, "due", "no due date"),
        |date| {
            let when = own.days.map(|days| format!(", {}", wording::due(days))).unwrap_or_default();
            format!("due {}{when}", wording::due_in_full(&date.value))
        },
    );
    let owner =
        item.owner.as_deref().map_or_else(|| Cow::Owned(no(item, "owner", "no owner")), Cow::Borrowed);
    format!("{}; {owner}; {due}", wording::progress_word(own))
}

fn blocks(state: &State, columns: usize) -> Blocks<'_> {
    let order = &state.view.order;
    let of = |row: usize| {
        let at = *order.get(row)?;
        state.programme().initiatives.get(at).zip(state.figures().initiatives.get(at))
    };
    let below = columns.saturating_sub(4).max(1);
    let rows = move |(item, own): (&Initiative, &Progress)| {
        let name = hanging(wording::mark(own.mark), &item.title, columns);
        let mut rows: LineGroup = name.into_iter().map(SlideLine::name).collect();
        let wrapped = text::wrap(&said(item, own), below);
        rows.extend(wrapped.into_iter().map(|text| SlideLine::plain(format!("    {text}"))));
        if own.mark == StatusMark::Overdue {
            for row in &mut rows {
                row.tone = Tone::Bad;
            }
        }
        rows
    };
    let height = move |(item, own): (&Initiative, &Progress)| {
        hanging_height(wording::mark(own.mark), &item.title, columns)
            + text::wrapped_height(&said(item, own), below)
    };
    Blocks::new(order.len(), move |row| of(row).map(rows).unwrap_or_default())
        .of_heights(move |row| of(row).map_or(0, height))
}

/// What stands for a field that has nothing to show: `due not readable`, `no due date`.
fn no(item: &Initiative, key: &str, missing: &str) -> String {
    let words = wording::given(&item.unreadable, key, missing);
    if words == missing { words.to_owned() } else { format!("{key} {words}") }
}
