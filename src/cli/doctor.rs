//! `coopdash doctor`: what this terminal can show, what was chosen and why, and which files are in use.
//!
//! Never asks the terminal anything: some answer late, some never.

use super::arguments::Arguments;
use super::commands::{DEFAULT_FILE, print};
use super::exit::{FAILED, refused};
use super::looks;
use crate::output::{ansi, text};
use crate::settings::{Depth, Role, Theme};
use crate::shell::{self, Editor, Environment, Followed, PollReason};
use crate::text::Clean;
use crate::view::look::Look;
use crate::view::parts::canvas::Canvas;
use crate::wording::doctor::{self, Diagnosis};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use std::path::Path;

/// Prints the diagnosis; 1 where a theme or a settings file is wrong, or a theme cannot be read well.
pub(super) fn doctor(arguments: &Arguments) -> u8 {
    let environment = Environment::read();
    let found = match looks::find(arguments, &environment) {
        Ok(found) => found,
        Err(why) => return refused(why),
    };
    let flaws = found.own.as_ref().map(Theme::flaws).unwrap_or_default();
    let look = Look::of(&found.looks, found.own.as_ref());
    let diagnosis = Diagnosis {
        version: env!("CARGO_PKG_VERSION"),
        glyphs: (found.looks.glyphs.name(), found.why_glyphs),
        colours: (colours(found.looks.depth), found.why_depth),
        theme: (found.looks.theme.name(), found.why_theme),
        terminal: terminal(&environment),
        files: files(&environment, arguments.files().first().copied()),
        wrong: found.wrong.as_ref(),
        flaws: &flaws,
    };
    let printed = print(&diagnosis.text(&roles(&look, environment.output_is_terminal)));
    if found.wrong.is_some() || !flaws.is_empty() { FAILED } else { printed }
}

const fn colours(depth: Depth) -> &'static str {
    match depth {
        Depth::Mono => "one",
        Depth::Ansi16 => "16",
        Depth::Indexed => "256",
        Depth::True => "24 bits",
    }
}

fn terminal(environment: &Environment) -> Vec<(&'static str, Clean)> {
    let value = |value: &Option<String>| Clean::line(value.as_deref().unwrap_or("not set"));
    let is = |terminal: bool| Clean::line(if terminal { "a terminal" } else { "no terminal" });
    vec![
        ("TERM", value(&environment.term)),
        ("COLORTERM", value(&environment.color_term)),
        ("locale", value(&environment.locale)),
        ("NO_COLOR", Clean::line(if environment.no_color { "set" } else { "not set" })),
        ("input", is(environment.input_is_terminal)),
        ("output", is(environment.output_is_terminal)),
    ]
}

fn files(environment: &Environment, file: Option<&Path>) -> Vec<(&'static str, Clean)> {
    let there = |path: &Path| {
        let state = if shell::exists(path) { "there" } else { "not there" };
        Clean::line(&format!("{} ({state})", path.to_string_lossy()))
    };
    let settings = looks::settings_file(environment);
    let no_folder = || Clean::line("no folder for settings: HOME is not set");
    let mut rows = vec![("without a name", there(Path::new(DEFAULT_FILE)))];
    rows.extend(file.map(|file| ("this file", there(file))));
    let in_use = file.unwrap_or(Path::new(DEFAULT_FILE));
    if shell::exists(in_use) {
        rows.push(("followed", Clean::line(&followed(&shell::followed(in_use, environment)))));
    }
    let editor = editor(environment);
    rows.extend([("settings", settings.as_deref().map_or_else(no_folder, there)), ("editor", editor)]);
    rows
}

/// Which editor will come, and why.
fn editor(environment: &Environment) -> Clean {
    let said = match shell::editor(environment) {
        Ok(Editor { program, named_by, instead, .. }) => {
            let why = match (named_by, instead) {
                (_, Some(instead)) => instead,
                (Some(variable), None) => format!("{variable} names it"),
                (None, None) => "VISUAL and EDITOR are not set".to_owned(),
            };
            format!("{} ({why})", program.display())
        }
        Err(why) => why,
    };
    Clean::line(&said)
}

fn followed(how: &Followed) -> String {
    match how {
        Followed::Events => doctor::BY_EVENTS.to_owned(),
        Followed::Never => doctor::NOT_FOLLOWED.to_owned(),
        Followed::Looks(PollReason::Asked) => doctor::by_looking("COOPDASH_WATCH asks for it"),
        Followed::Looks(PollReason::System) => doctor::by_looking("the system tells of no change here"),
        Followed::Looks(PollReason::FileSystem(kind)) => doctor::by_looking(&format!("it is on {kind}")),
    }
}

/// The names of the roles that carry colour, each painted as itself where that can be seen.
fn roles(look: &Look, painted: bool) -> Clean {
    let shown = [
        Role::Text,
        Role::Bright,
        Role::Muted,
        Role::Heading,
        Role::Current,
        Role::Good,
        Role::Bad,
        Role::Warn,
    ];
    let area = Rect::new(0, 0, 68, 1);
    let mut row = Buffer::empty(area);
    let mut x = 0;
    for role in shown {
        let name = format!("{role:?}").to_lowercase();
        x = Canvas::new(area, &mut row).text(x, 0, &name, look.style(role)) + 1;
    }
    if painted { ansi(&row) } else { Clean::lines(&text(&row)) }
}
