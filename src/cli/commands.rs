//! Commands: what each word after `coopdash` does.
//!
//! Never touches a file itself: the shell does.

use super::arguments::{Arguments, Present};
use super::{FAILED, FINE, looks};
use crate::app::{Access, Cause, Effect, Event, Loaded, Opening, Origin, State};
use crate::document::{EXAMPLE, TEMPLATE, read_on};
use crate::figures::derive;
use crate::output;
use crate::settings::{Depth, Theme, ThemeChoice, ThemeName};
use crate::shell;
use crate::view::look::Look;
use crate::wording::Notice;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use std::path::{Path, PathBuf};

/// The file opened where none is named.
pub(super) const DEFAULT_FILE: &str = "coopdash.yaml";

/// A text with where it comes from.
pub(super) struct Opened {
    pub(super) text: String,
    pub(super) origin: Origin,
    path: Option<PathBuf>,
}

impl Opened {
    fn of(path: &Path, text: String) -> Self {
        let name = path.file_name().unwrap_or(path.as_os_str()).to_string_lossy();
        let origin = Origin::File(crate::text::clean(&name).into_owned());
        Self { text, origin, path: Some(path.to_owned()) }
    }

    fn name(&self) -> &str {
        match &self.origin {
            Origin::Example => "built-in example",
            Origin::Input => "standard input",
            Origin::File(name) => name,
        }
    }
}

/// Reads the named file, standard input for `-`; without a name, [`DEFAULT_FILE`] of this folder if
/// it is there, else the built-in programme.
pub(super) fn open(file: Option<&Path>) -> Result<Opened, shell::Failure> {
    let path = match file {
        Some(path) if path == Path::new("-") => {
            return Ok(Opened { text: shell::read_standard_input()?, origin: Origin::Input, path: None });
        }
        Some(path) => path,
        None if shell::exists(Path::new(DEFAULT_FILE)) => Path::new(DEFAULT_FILE),
        None => return Ok(Opened { text: EXAMPLE.to_owned(), origin: Origin::Example, path: None }),
    };
    Ok(Opened::of(path, shell::read(path)?))
}

/// The same for the screen, where a file that is there but holds no text is shown as such: it is followed,
/// and read as soon as it is put right.
fn open_for_the_screen(file: Option<&Path>) -> Result<(Opened, Option<Loaded>), shell::Failure> {
    match open(file) {
        Ok(opened) => Ok((opened, None)),
        Err(failure) => match (file, failure.can_be_put_right()) {
            (Some(path), Some(loaded)) => Ok((Opened::of(path, String::new()), Some(loaded))),
            _ => Err(failure),
        },
    }
}

/// Says what failed and what helps, on standard error.
pub(super) fn failed(failure: &shell::Failure) -> u8 {
    shell::complain(&format!("coopdash: {failure}\n  {}", failure.hint()));
    FAILED
}

/// `coopdash [FILE]`: the dashboard, or the report where there is no terminal for it.
pub(super) fn show(arguments: &Arguments) -> u8 {
    start(arguments, arguments.file.as_deref(), First::Tabs)
}

/// `coopdash present`: the same, beginning with the slides.
pub(super) fn present(arguments: &Arguments, wanted: &Present) -> u8 {
    start(arguments, wanted.file.as_deref(), First::Slides(wanted.every))
}

/// What is on the screen first.
#[derive(Clone, Copy)]
enum First {
    /// The tabs.
    Tabs,
    /// The slides; with a pace in seconds, they come by themselves.
    Slides(Option<u16>),
}

/// Whether changes are allowed.
pub(super) const fn access(arguments: &Arguments) -> Access {
    if arguments.read_only { Access::ReadOnly } else { Access::Write }
}

/// Opens a file on the screen.
fn start(arguments: &Arguments, file: Option<&Path>, first: First) -> u8 {
    let environment = shell::Environment::read();
    let dumb = environment.term.as_deref() == Some("dumb");
    if !environment.output_is_terminal || dumb {
        return report(arguments, file);
    }
    let (opened, wrong) = match open_for_the_screen(file) {
        Ok(opened) => opened,
        Err(failure) => return failed(&failure),
    };
    let found = match looks::find(arguments, &environment) {
        Ok(found) => found,
        Err(why) => {
            shell::complain(&format!("coopdash: {why}"));
            return FAILED;
        }
    };
    let today = arguments.as_of.unwrap_or_else(shell::today);
    let opening =
        Opening { text: opened.text, origin: opened.origin, access: access(arguments), today, size: (0, 0) };
    let mut state = State::new(opening);
    let at = shell::now();
    state.opened(at);
    if let Some(loaded) = wrong {
        crate::app::update(&mut state, Event::Loaded { loaded, at, cause: Cause::Touched });
    }
    state.looks = found.looks;
    state.author = arguments.author.as_deref().map(|who| crate::text::clean(who).trim().to_owned());
    state.author = state.author.filter(|who| !who.is_empty());
    state.notice = found.wrong.map(Notice::Settings);
    if let First::Slides(every) = first {
        state.present(every);
    }
    let own = found.own.as_ref();
    let mut drawn = (found.looks, Look::of(&found.looks, own));
    let program = shell::Program {
        state,
        update: |state: &mut State, event| update(state, event, own),
        draw: |state: &State, area, buffer: &mut _| {
            if state.looks != drawn.0 {
                drawn = (state.looks, Look::of(&state.looks, own));
            }
            crate::view::draw(state, &drawn.1, area, buffer)
        },
        unsaved,
    };
    let today = arguments.as_of.is_none().then_some(today);
    match shell::run(shell::World { file: opened.path, environment, today }, program) {
        Ok(ended) => ended.status(),
        Err(failure) => failed(&failure),
    }
}

/// Takes one event into the state; a picture that is asked for is drawn on the way to the shell.
fn update(state: &mut State, event: Event, own: Option<&Theme>) -> Option<Effect> {
    let effect = crate::app::update(state, event)?;
    if let Effect::Picture { stem } = effect {
        return Some(Effect::Create { stem, text: picture(state, own) });
    }
    Some(effect)
}

/// The present screen as a picture. It has every colour, whatever the terminal has, unless colour was
/// turned off.
fn picture(state: &State, own: Option<&Theme>) -> String {
    let mut looks = state.looks;
    if looks.depth != Depth::Mono {
        looks.depth = Depth::True;
    }
    if looks.theme == ThemeChoice::BuiltIn(ThemeName::Auto) {
        looks.theme = ThemeChoice::BuiltIn(ThemeName::Dark);
    }
    let page = match (looks.theme, own) {
        (ThemeChoice::Own, Some(theme)) => theme.page,
        (ThemeChoice::BuiltIn(name), _) => Theme::built_in(name).page,
        (ThemeChoice::Own, None) => Theme::built_in(ThemeName::Dark).page,
    };
    let area = Rect::new(0, 0, state.size.0, state.size.1);
    let mut frame = Buffer::empty(area);
    crate::view::draw(state, &Look::of(&looks, own), area, &mut frame);
    let title = format!("coopdash: {}", state.tab.title());
    output::svg(&frame, &output::Picture { title: &title, page })
}

/// What would be lost if the program ended now.
fn unsaved(state: &State) -> Option<shell::Unsaved> {
    state.unsaved().then(|| shell::Unsaved {
        before: state.disk.clone(),
        text: state.good.source.text().to_owned(),
        changes: state.unsaved_changes(),
        undecided: state.undecided(),
    })
}

/// `coopdash report`: everything as plain text on standard output.
pub(super) fn report(arguments: &Arguments, file: Option<&Path>) -> u8 {
    let opened = match open(file) {
        Ok(opened) => opened,
        Err(failure) => return failed(&failure),
    };
    let today = arguments.as_of.unwrap_or_else(shell::today);
    let reading = read_on(&opened.text, today);
    let figures = derive(&reading.programme, today);
    let Some(report) = output::report_if_there_is_room(&reading, &figures, opened.name()) else {
        shell::complain(
            "coopdash: there is not enough memory for the report\n  Divide the file into several programmes, or read it where there is more memory.",
        );
        return FAILED;
    };
    let printed = print(&report);
    if reading.unreadable { FAILED } else { printed }
}

/// `coopdash new`: a file to begin with; an existing one is never touched.
pub(super) fn new(file: &Path, example: bool) -> u8 {
    let text = if example { EXAMPLE } else { TEMPLATE };
    let name = crate::text::clean(&file.to_string_lossy()).into_owned();
    match shell::create(file, text) {
        Ok(()) => print(&format!("{name} is written. Open it with: coopdash {name}\n")),
        Err(failure) => failed(&failure),
    }
}

/// Prints on standard output. A closed pipe is the reader's wish; a full disk is a failure.
pub(super) fn print(text: &str) -> u8 {
    match shell::print(text) {
        Ok(()) => FINE,
        Err(failure) => failed(&failure),
    }
}
