//! Render: one screen on standard output, without a terminal.
//!
//! A page is reached by the key a user would press for it. Never writes a file.

use super::arguments::{Arguments, Form, Page, Render};
use super::commands::{failed, open, print};
use super::{FAILED, looks};
use crate::app::{Event, Key, KeyCode, Opening, State, update};
use crate::output::{Picture, ansi, svg, text};
use crate::settings::{
    ColourFlag, Depth, GlyphSet, Letters, Page as PageColours, Preferences, Theme, ThemeChoice, ThemeName,
};
use crate::shell;
use crate::view::look::Look;
use clap::ValueEnum;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

/// The key for the next slide.
const NEXT_SLIDE: Key = Key { code: KeyCode::PageDown, ctrl: false };

/// More slides than any file has.
const MOST_SLIDES: usize = 10_000;

/// `coopdash render`: one page of a file as plain text, text with colours, or a picture.
pub(super) fn render(arguments: &Arguments, wanted: &Render) -> u8 {
    let opened = match open(wanted.file.as_deref()) {
        Ok(opened) => opened,
        Err(failure) => return failed(&failure),
    };
    let (columns, rows) = wanted.size;
    let mut state = State::new(Opening {
        text: opened.text,
        origin: opened.origin,
        access: crate::app::Access::ReadOnly,
        today: arguments.as_of.unwrap_or_else(shell::today),
        size: (columns, rows),
    });
    if let Some(key) = Key::named(key(wanted.tab)) {
        update(&mut state, Event::Key(key));
    }
    let slide = if wanted.tab == Page::Slides { wanted.slide.min(MOST_SLIDES) } else { 1 };
    for _ in 1..slide {
        update(&mut state, Event::Key(NEXT_SLIDE));
    }
    let area = Rect::new(0, 0, columns, rows);
    let mut frame = Buffer::empty(area);
    let (look, page) = match look(arguments, wanted.format) {
        Ok(found) => found,
        Err(why) => {
            shell::complain(&format!("coopdash: {why}"));
            return FAILED;
        }
    };
    crate::view::draw(&state, &look, area, &mut frame);
    let printed = print(&match wanted.format {
        Form::Text => text(&frame),
        Form::Ansi => ansi(&frame),
        Form::Svg => picture(wanted, &frame, page),
    });
    if state.broken.is_some() { FAILED } else { printed }
}

/// The key that leads to a page.
const fn key(page: Page) -> &'static str {
    match page {
        Page::Overview => "1",
        Page::Metrics => "2",
        Page::Initiatives => "3",
        Page::Recommendations => "4",
        Page::Evaluation => "5",
        Page::Meetings => "6",
        Page::About => "i",
        Page::Problems => "d",
        Page::Help => "?",
        Page::Slides => "p",
    }
}

/// How the page looks. Plain text has no colour to tell bars apart; a picture has every colour and
/// letter, whatever the terminal has. The settings file has no say: the same command gives the same
/// page to everybody.
fn look(arguments: &Arguments, form: Form) -> Result<(Look, PageColours), String> {
    let environment = shell::Environment::read();
    let asked = ColourFlag::named(&arguments.color).unwrap_or_default();
    let flag = match form {
        Form::Text => ColourFlag::Exactly(Depth::Mono),
        // Who asks for colours by format has asked for colours.
        Form::Ansi if asked == ColourFlag::Auto => ColourFlag::Always,
        Form::Ansi => asked,
        Form::Svg => match asked {
            ColourFlag::Exactly(depth) => ColourFlag::Exactly(depth),
            ColourFlag::Auto | ColourFlag::Always => ColourFlag::Exactly(Depth::True),
        },
    };
    let mut found = looks::with(arguments, &environment, flag, &Preferences::default())?;
    if form == Form::Svg {
        found.looks.glyphs = GlyphSet::named(&arguments.glyphs).unwrap_or(GlyphSet::Full);
        found.looks.letters = Letters::Unicode;
        // A picture has a background of its own.
        if found.looks.theme == ThemeChoice::BuiltIn(ThemeName::Auto) {
            found.looks.theme = ThemeChoice::BuiltIn(ThemeName::Dark);
        }
    }
    let page = match (found.looks.theme, &found.own) {
        (ThemeChoice::Own, Some(own)) => own.page,
        (ThemeChoice::BuiltIn(name), _) => Theme::built_in(name).page,
        (ThemeChoice::Own, None) => Theme::built_in(ThemeName::Dark).page,
    };
    Ok((Look::of(&found.looks, found.own.as_ref()), page))
}

fn picture(wanted: &Render, frame: &Buffer, page: PageColours) -> String {
    let name = wanted.tab.to_possible_value();
    let title = format!("coopdash: {}", name.as_ref().map_or("", |name| name.get_name()));
    svg(frame, &Picture { title: &title, page })
}
