//! Render: one screen on standard output, without a terminal.
//!
//! A page is reached by the key a user would press for it. Never writes a file.

use super::FAILED;
use super::arguments::{Arguments, Form, Page, Render};
use super::commands::{failed, look_of, open, print};
use crate::app::{Event, Key, Opening, State, update};
use crate::output::{Picture, ansi, svg, text};
use crate::settings::{ColourFlag, Depth, GlyphSet, Letters, Theme, ThemeName};
use crate::shell;
use crate::view::look::Look;
use clap::ValueEnum;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

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
    let area = Rect::new(0, 0, columns, rows);
    let mut frame = Buffer::empty(area);
    crate::view::draw(&state, &look(arguments, wanted.format), area, &mut frame);
    let printed = print(&match wanted.format {
        Form::Text => text(&frame),
        Form::Ansi => ansi(&frame),
        Form::Svg => picture(arguments, wanted, &frame),
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
    }
}

/// How the page looks. Plain text has no colour to tell bars apart; a picture has every colour and
/// letter, whatever the terminal has.
fn look(arguments: &Arguments, form: Form) -> Look {
    let environment = shell::Environment::read();
    let asked = ColourFlag::named(&arguments.color).unwrap_or_default();
    match form {
        Form::Text => look_of(arguments, &environment, ColourFlag::Exactly(Depth::Mono)),
        // Who asks for colours by format has asked for colours.
        Form::Ansi if asked == ColourFlag::Auto => look_of(arguments, &environment, ColourFlag::Always),
        Form::Ansi => look_of(arguments, &environment, asked),
        Form::Svg => {
            let depth = match asked {
                ColourFlag::Exactly(depth) => depth,
                ColourFlag::Auto | ColourFlag::Always => Depth::True,
            };
            let set = GlyphSet::named(&arguments.glyphs).unwrap_or(GlyphSet::Full);
            Look::new(&theme(arguments), depth, set, Letters::Unicode)
        }
    }
}

/// The theme asked for; a picture has a background of its own, so `auto` is the dark one.
fn theme(arguments: &Arguments) -> Theme {
    match ThemeName::named(&arguments.theme).unwrap_or_default() {
        ThemeName::Auto => Theme::built_in(ThemeName::Dark),
        name @ (ThemeName::Dark | ThemeName::Light | ThemeName::HighContrast | ThemeName::Mono) => {
            Theme::built_in(name)
        }
    }
}

fn picture(arguments: &Arguments, wanted: &Render, frame: &Buffer) -> String {
    let page = wanted.tab.to_possible_value();
    let title = format!("coopdash: {}", page.as_ref().map_or("", |page| page.get_name()));
    svg(frame, &Picture { title: &title, page: theme(arguments).page })
}
