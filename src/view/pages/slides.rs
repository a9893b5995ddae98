//! A slide: one message, what it is made of, where that comes from and how old it is.
//!
//! Takes the whole window. Never paints the background, and never cuts: what does not fit is on the next
//! page.

use super::change::change_cell;
use super::{chart, evaluation};
use crate::app::geometry::{self, Height, height};
use crate::app::slides::{BAR_ROWS, Page, Picture, Slide, SlideLine, is_narrow, large, number, page};
use crate::app::{Access, Action, Broken, Mode, State};
use crate::figures::MetricFigures;
use crate::programme::Metric;
use crate::settings::{Glyphs, Role};
use crate::view::frame::{self, Hint};
use crate::view::panel::Panel;
use crate::view::parts::digits;
use crate::wording::{self, Tone, value};
use ratatui::layout::Position;

/// Draws the slide that is shown; where nothing could be read yet, why.
pub(in crate::view) fn draw(state: &State, panel: &mut Panel<'_>) -> Option<Position> {
    let playing = state.show.slides.is_some_and(|slides| slides.playing);
    if let Some(broken) = state.document.broken.as_ref().filter(|_| !state.has_good_text()) {
        let cursor = unreadable(state, broken, panel);
        return Some(cursor).filter(|_| !playing);
    }
    let page = &*page(state)?;
    let margin = geometry::slide_margin(panel.columns());
    let (columns, rows) = (panel.columns().saturating_sub(2 * margin), panel.rows());
    let top = u16::from(height(rows) != Height::Low);
    frame::title(state, &mut panel.part(margin, top, columns, 1));
    let mut y = top + 1 + top;
    // In the margin: on the wall a cursor over the first letter would hide it.
    let cursor = panel.part(margin.saturating_sub(1), y, columns, 1).cursor(0);
    y = panel.part(margin, 0, columns, rows).lines(0, y, &page.message, Role::Bright) + top;
    let source = u16::try_from(page.source.len()).unwrap_or(0);
    let body = rows.saturating_sub(y + source + 2);
    content(state, page, &mut panel.part(margin, y, columns, body));
    let from = rows.saturating_sub(2 + source);
    panel.part(margin, 0, columns, rows).lines(0, from, &page.source, Role::Muted);
    // The page that says more is none of the slides.
    let (age, role) = frame::alarm_of(state, false).map_or_else(
        || (wording::data_age_of(state.programme(), state.figures()), Role::Muted),
        |alarm| (alarm, Role::Bad),
    );
    let mut row = panel.part(margin, rows.saturating_sub(2), columns, 1);
    row.text(0, 0, &row.longest(&age, columns), role);
    foot(state, page, &mut panel.part(margin, rows.saturating_sub(1), columns, 1));
    // Slides that come by themselves are for a wall, where a cursor is a stain.
    Some(cursor).filter(|_| !playing)
}

/// A file of which nothing can be shown: what is the matter, and since when.
fn unreadable(state: &State, broken: &Broken, panel: &mut Panel<'_>) -> Position {
    let margin = geometry::slide_margin(panel.columns());
    let (columns, rows) = (panel.columns().saturating_sub(2 * margin), panel.rows());
    let top = u16::from(height(rows) != Height::Low);
    let mut head = panel.part(margin, top, columns, 1);
    let alarm = frame::alarm_of(state, false).unwrap_or_default();
    head.text(0, 0, &head.longest(&alarm, columns), Role::Bad);
    let y = top + 1 + top;
    let body = rows.saturating_sub(y + 2);
    let cursor = super::broken::draw(broken, state.session.access, &mut panel.part(margin, y, columns, body));
    keys(state, 0, &mut panel.part(margin, rows.saturating_sub(1), columns, 1));
    cursor
}

fn content(state: &State, page: &Page, body: &mut Panel<'_>) {
    if let (Picture::Figure, Slide::Of(_, at)) = (page.picture, page.slide) {
        return figure(state, at, &page.lines, body);
    }
    let drawn = match page.picture {
        Picture::Strip => strip_rows(state.session.size.1),
        Picture::Count(scale) => 5 * scale + 3,
        Picture::Number(scale) => 5 * scale + 1,
        Picture::Figure | Picture::None => 0,
    };
    let taken = drawn + u16::try_from(page.lines.len()).unwrap_or(u16::MAX - drawn);
    let mut y = air(state.session.size.1, body.rows().saturating_sub(taken));
    match page.picture {
        Picture::Strip => chart::counted_strip(state, y, 2, body),
        Picture::Count(scale) => {
            number_in_digits(state, page.slide, scale, y, body);
            let columns = body.columns();
            chart::strip(state, &mut body.part(0, y + 5 * scale + 1, columns, 1));
        }
        Picture::Number(scale) => number_in_digits(state, page.slide, scale, y, body),
        Picture::Figure | Picture::None => {}
    }
    y += drawn;
    let scores_at = scores_at(page, body);
    let different = chart::different(state, page.lines.iter().filter_map(|line| line.bars));
    for (row, line) in (y..).zip(&page.lines) {
        body.text(0, row, &line.text, role(line));
        if let (Some(x), Some(score)) = (scores_at, line.score) {
            score_bar(state, score, &mut body.part(x, row, evaluation::SCORE_BAR, 1));
        }
        if let Some(metric) = line.bars {
            let columns = body.columns().saturating_sub(BARS_AT);
            let part = &mut body.part(BARS_AT, row, columns, BAR_ROWS);
            list_bars(state, metric, different.contains(&metric), part);
        }
    }
}

/// The bars of a metric in a list, their axis, and in its row what there is to say of the scale.
fn list_bars(state: &State, at: usize, differs: bool, panel: &mut Panel<'_>) {
    let is_cut = super::metric_at(state, at).is_some_and(|(metric, own)| chart::is_cut(metric, own));
    let notes = wording::scale::notes(differs, is_cut.then(|| panel.glyphs().beyond_right));
    let notes: Vec<String> = notes.forms().collect();
    let caption = chart::Caption::Axis(1, &notes);
    let form = chart::PairForm { thickness: 1, caption, level: chart::LevelForm::Word, alone: false };
    chart::pair(state, at, form, panel);
}

/// Where the bars of scores begin: beside the longest score, if they all fit there.
fn scores_at(page: &Page, body: &Panel<'_>) -> Option<u16> {
    let scores = page.lines.iter().filter(|line| line.score.is_some());
    let x = scores.map(|line| body.width(&line.text)).max()? + 3;
    (x + evaluation::SCORE_BAR <= body.columns()).then_some(x)
}

/// The bar of a score, as on the page of the evaluation.
fn score_bar(state: &State, (criterion, score): (usize, usize), panel: &mut Panel<'_>) {
    let Some(evaluation) = &state.programme().evaluation else { return };
    let scores = evaluation.criteria.get(criterion).map_or(&[][..], |criterion| &criterion.scores);
    if let Some(share) = scores.get(score).and_then(|score| evaluation::share(score, evaluation)) {
        let own = state.figures().criteria.get(criterion);
        evaluation::bar(share, own.is_some_and(|own| own.current == Some(score)), panel);
    }
}

/// Columns before the bars of a list: its texts stand there.
const BARS_AT: u16 = 4;

/// Blank rows between the message and what it is made of: some of those that a high window leaves over.
fn air(rows: u16, spare: u16) -> u16 {
    match height(rows) {
        Height::Low | Height::Normal => 0,
        Height::Tall | Height::Wall => (spare / 3).min(MOST_SPARE),
    }
}

fn role(line: &SlideLine) -> Role {
    if line.strong && line.tone == Tone::Plain { Role::Bright } else { super::sheet::role(line.tone) }
}

/// Rows of the strip with its counts and a blank row.
fn strip_rows(rows: u16) -> u16 {
    if height(rows) == Height::Low { 2 } else { 3 }
}

/// The number of a slide, large, with what it counts beside it.
fn number_in_digits(state: &State, slide: Slide, scale: u16, y: u16, body: &mut Panel<'_>) {
    let Some((number, beside)) = large(state, slide) else { return };
    let columns = body.columns();
    let Some((wide, high, scale)) = digits::size(&number, columns * 6 / 10, 5 * scale) else { return };
    let mut part = body.part(0, y, columns, high);
    part.draw(|look, area, buffer| digits::draw(&number, scale, look, area, buffer));
    let top = high.saturating_sub(u16::try_from(beside.len()).unwrap_or(0)) / 2;
    part.lines(wide + 3, top, &beside, Role::Text);
}

/// The value in large digits, the change and the value before beside it, the two bars below.
fn figure(state: &State, at: usize, lines: &[SlideLine], body: &mut Panel<'_>) {
    let Some((metric, own)) = super::metric_at(state, at) else { return };
    let (columns, rows) = (body.columns(), body.rows());
    let thickness = match height(state.session.size.1) {
        Height::Low => 1,
        Height::Normal => 2,
        Height::Tall => 3,
        Height::Wall => 4,
    };
    // Two bars, an axis where there is room, and what is said of the target.
    let said = u16::try_from(lines.len()).unwrap_or(1);
    let bars = 1 + thickness;
    let low = height(state.session.size.1) == Height::Low;
    let (gap, axis) = if low { (0, 0) } else { (1, 2) };
    let room = rows.saturating_sub(bars + axis + said + 2 * gap);
    let current = own.latest(metric);
    let words =
        current.map(|latest| value::number_in_words(latest, metric, own.decimals)).unwrap_or_default();
    let number = words.split(' ').next().unwrap_or_default();
    let own = &spoken(own);
    let mut y = 0;
    if let Some((wide, high, scale)) = digits::size(number, columns * 6 / 10, room) {
        body.draw(|look, area, buffer| digits::draw(number, scale, look, area, buffer));
        let beside = wide + 3;
        let mut right = body.part(beside, 0, columns.saturating_sub(beside), high);
        let before = own.before(metric);
        let before = before.map(|before| wording::dated_level(before, metric, own.decimals));
        change_cell(own, None, 0, high / 2 - u16::from(before.is_some()), &mut right);
        if let Some(before) = before.filter(|words| right.width(words) <= right.columns()) {
            right.text(0, high / 2 + 1, &before, Role::Muted);
        }
        // What is left over on a high window stands between the number and its bars, not under all.
        let spare = room.saturating_sub(high) / 3;
        y = high + gap + spare.min(MOST_SPARE);
    } else {
        body.text(0, 0, &words, Role::Bright);
        change_cell(own, None, body.width(&words) + 2, 0, body);
        y += 1;
    }
    let mut beside = 0;
    for line in lines {
        for wrapped in crate::text::wrap(&line.text, usize::from(columns).max(1)) {
            beside = body.text(0, y, &wrapped, Role::Text);
            y += 1;
        }
    }
    // On a low window an axis would take the room of the large digits.
    let is_said = low && y > 0 && scale_beside(beside, (metric, own), y - 1, body);
    y += gap;
    let left = rows.saturating_sub(y);
    if own.scale.is_some() && left >= bars {
        let caption = if is_said { chart::Caption::Written } else { chart::Caption::Axis(axis.max(1), &[]) };
        let form = chart::PairForm { thickness, caption, level: chart::LevelForm::Word, alone: true };
        chart::pair(state, at, form, &mut body.part(0, y, columns, left.min(bars + axis.max(1))));
    }
}

/// Writes where the scale of a metric begins and ends at the right of row `y`, if there is room beside what
/// stands there.
fn scale_beside(taken: u16, (metric, own): (&Metric, &MetricFigures), y: u16, body: &mut Panel<'_>) -> bool {
    let columns = body.columns();
    let captions = own.alone.as_ref().map(|scale| wording::scale::captions(metric, scale, false));
    let words = captions.and_then(|all| all.within(|words| taken + 2 + body.width(words) <= columns));
    body.right(columns, y, &words.unwrap_or_default(), Role::Muted) > 0
}

/// The most blank rows between a number and its bars.
const MOST_SPARE: u16 = 4;

/// The same without the letters of flags at its change: the message has them in words.
fn spoken(own: &MetricFigures) -> MetricFigures {
    let mut own = own.clone();
    own.change.flags.clear();
    own
}

/// The last row: which slide this is, and the keys.
fn foot(state: &State, page: &Page, row: &mut Panel<'_>) {
    let narrow = is_narrow(state.session.size.0);
    let (at, slides) = number(state);
    let place = if narrow { format!("{}/{slides}", at + 1) } else { format!("Slide {} of {slides}", at + 1) };
    let (part, parts) = page.part;
    let place = match parts {
        0 | 1 => place,
        _ if narrow => format!("{place} ({}/{parts})", part + 1),
        _ => format!("{place}, page {} of {parts}", part + 1),
    };
    let x = row.text(0, 0, &place, Role::Bright) + 2;
    keys(state, x, row);
}

/// From column `x` on what was just said, or the keys; at the right how fast slides come.
fn keys(state: &State, mut x: u16, row: &mut Panel<'_>) {
    let tempo = state.show.slides.map_or_else(String::new, tempo);
    let columns = row.columns();
    let right = row.right(columns, 0, &tempo, Role::Muted) + 2;
    if let Some(notice) = &state.dialogue.notice {
        // One that is longer takes the rows it needs, see `view::notice`.
        row.text_in(x, 0, columns.saturating_sub(x + right), &notice.to_string(), Role::Bright);
        return;
    }
    let playing = state.show.slides.is_some_and(|slides| slides.playing);
    // The help always has its room: it tells what has none here.
    let (help, hints) = hints(state.session.access, playing, row.glyphs());
    let reserved = help.as_ref().map_or(0, |help| frame::hint_width(help, row));
    for hint in &hints {
        if x + frame::hint_width(hint, row) + reserved + right > columns + 2 {
            break;
        }
        x = frame::write_hint(hint, x, row);
    }
    if let Some(help) = help.filter(|_| x + reserved + right <= columns + 2) {
        frame::write_hint(&help, x, row);
    }
}

/// The help key, and the other keys worth showing, most used first.
fn hints(access: Access, playing: bool, glyphs: &'static Glyphs) -> (Option<Hint>, Vec<Hint>) {
    let hint = |action| frame::hint(access, Mode::Slides, action, glyphs);
    let play = hint(Action::Play).map(|(key, word)| (key, if playing { "pause" } else { word }));
    let pace = playing.then(|| ("+ -".to_owned(), "pace"));
    // Where it is the only way out.
    let leave = hint(Action::Quit).filter(|_| access == Access::Wall);
    let wanted = [hint(Action::NextSlide), play, pace, hint(Action::Back), hint(Action::Notes), leave];
    (hint(Action::Help), wanted.into_iter().flatten().collect())
}

/// How fast slides come by themselves, or that they stay.
fn tempo(slides: crate::app::slides::Slides) -> String {
    if slides.playing { wording::pace(slides.every) } else { wording::PAUSED.to_owned() }
}
