//! Render: one screen on standard output, without a terminal.
//!
//! A page is reached by the key a user would press for it. Never writes a file.

use super::arguments::{Arguments, OutputFormat, PageName, Render};
use super::commands::{DocumentSource, access, failed, page_of, print};
use super::exit::{FAILED, USAGE, refused};
use super::looks;
use super::today::today_in_print;
use crate::app::slides;
use crate::app::{App, Event, Key, KeyCode, Mode, Opening, entry, update};
use crate::output::{self, SvgOptions, ansi, svg};
use crate::settings::{
    ColourFlag, Depth, GlyphSet, Letters, PageColours, Preferences, ThemeChoice, ThemeName,
};
use crate::shell::{self, Meanwhile};
use crate::text::Clean;
use crate::view::look::Look;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

/// The key for the next slide.
const NEXT_SLIDE: Key = Key { code: KeyCode::PageDown, ctrl: false };

/// `coopdash render`: one page of a file as plain text, text with colours, or a picture.
pub(super) fn render(arguments: &Arguments, wanted: &Render) -> u8 {
    let source = DocumentSource::of(arguments);
    let meanwhile = Meanwhile::begin();
    let text = match source.text(&meanwhile) {
        Ok(text) => text,
        Err(failure) => {
            drop(meanwhile);
            return failed(&failure);
        }
    };
    let (columns, rows) = wanted.size;
    let mut state = App::new(Opening {
        text,
        origin: source.origin,
        access: access(arguments),
        today: today_in_print(arguments),
        size: (columns, rows),
    });
    let tab = if wanted.slide.is_some() { PageName::SLIDES } else { wanted.tab };
    if let Some(key) = key(tab) {
        update(&mut state, Event::Key(key));
    }
    if let Some(number) = wanted.slide
        && let Err(why) = turn_to(&mut state, number)
    {
        drop(meanwhile);
        refused(why);
        return USAGE;
    }
    let area = Rect::new(0, 0, columns, rows);
    let mut frame = Buffer::empty(area);
    let (look, page) = match look(arguments, wanted.format) {
        Ok(found) => found,
        Err(why) => {
            drop(meanwhile);
            return refused(why);
        }
    };
    crate::view::draw(&state, &look, area, &mut frame);
    drop(meanwhile);
    let printed = print(&match wanted.format {
        OutputFormat::Text => Clean::lines(&output::text(&frame)),
        OutputFormat::Ansi => ansi(&frame),
        OutputFormat::Svg => Clean::lines(&picture(tab, &frame, page)),
    });
    if state.document.broken.is_some() { FAILED } else { printed }
}

/// Turns to a slide, counted from 1, as a user would.
fn turn_to(state: &mut App, number: usize) -> Result<(), String> {
    let (_, count) = slides::number(state);
    if !(1..=count).contains(&number) {
        return Err(format!("there is no slide {number}: write 1 to {count}"));
    }
    while state.show.slides.is_some_and(|slides| slides.at + 1 < number) {
        update(state, Event::Key(NEXT_SLIDE));
    }
    Ok(())
}

/// The key that leads to a page.
fn key(page: PageName) -> Option<Key> {
    match page {
        PageName::Of(tab) => Some(tab.key()),
        PageName::Over(action) => entry(Mode::Tabs, action)?.keys.first().copied(),
    }
}

/// How the page looks. Plain text has no colour to tell bars apart; a picture has every colour and
/// letter, whatever the terminal has. The settings file has no say: the same command gives the same
/// page to everybody.
fn look(arguments: &Arguments, form: OutputFormat) -> Result<(Look, PageColours), Clean> {
    let environment = shell::Environment::read();
    let asked = ColourFlag::named(&arguments.color).unwrap_or_default();
    let flag = match form {
        OutputFormat::Text => ColourFlag::Exactly(Depth::Mono),
        // Who asks for colours by format has asked for colours.
        OutputFormat::Ansi if asked == ColourFlag::Auto => ColourFlag::Always,
        OutputFormat::Ansi => asked,
        OutputFormat::Svg => match asked {
            ColourFlag::Exactly(depth) => ColourFlag::Exactly(depth),
            ColourFlag::Auto | ColourFlag::Always => ColourFlag::Exactly(Depth::True),
        },
    };
    let mut found = looks::with(arguments, &environment, flag, &Preferences::default())?;
    if form == OutputFormat::Svg {
        found.looks.glyphs = GlyphSet::named(&arguments.glyphs).unwrap_or(GlyphSet::Full);
        found.looks.letters = Letters::Unicode;
        // A picture has a background of its own.
        if found.looks.theme == ThemeChoice::BuiltIn(ThemeName::Auto) {
            found.looks.theme = ThemeChoice::BuiltIn(ThemeName::Dark);
        }
    }
    let page = page_of(found.looks, found.own.as_ref());
    Ok((Look::of(&found.looks, found.own.as_ref()), page))
}

fn picture(tab: PageName, frame: &Buffer, page: PageColours) -> String {
    let title = format!("coopdash: {}", tab.name());
    svg(frame, &SvgOptions { title: &title, page })
}
