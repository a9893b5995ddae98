//! Commands: what each word after `coopdash` does.
//!
//! Never touches a file itself: the shell does.

use super::arguments::{Arguments, Command, Present};
use super::exit::{FAILED, FINE, refused};
use super::today::{doubt, today, today_in_print};
use super::{advice, looks};
use crate::app::{Access, App, Cause, Effect, Event, Glance, Loaded, Opening, Origin, State, Work, update};
use crate::document::{EXAMPLE, TEMPLATE, read_on};
use crate::figures::derive;
use crate::output;
use crate::settings::{Depth, Looks, PageColours, Theme, ThemeChoice, ThemeName};
use crate::shell::{self, Environment, Meanwhile};
use crate::text::Clean;
use crate::view::look::Look;
use crate::wording::{Notice, meanwhile as wording};
use chrono::NaiveDate;
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use std::path::{Path, PathBuf};
use std::time::Duration;

/// The file opened where none is named.
pub(super) const DEFAULT_FILE: &str = "coopdash.yaml";

/// What a text is called that has no file.
const INPUT: &str = "standard input";

/// Where a text comes from.
#[derive(Debug, Clone)]
pub(super) struct DocumentSource {
    pub(super) origin: Origin,
    path: Option<PathBuf>,
}

impl DocumentSource {
    /// The file that is named; without a name [`DEFAULT_FILE`] of this folder if it is there, else the built-in
    /// programme. Captives see no file that was not named.
    pub(super) fn of(arguments: &Arguments) -> Self {
        let usual = Path::new(DEFAULT_FILE);
        let usual = || Some(usual).filter(|file| !arguments.captive && shell::exists(file));
        let named = arguments.files().first().copied().or_else(usual);
        named.map_or(Self { origin: Origin::Example, path: None }, Self::named)
    }

    /// The file of this name, standard input for `-`.
    pub(super) fn named(path: &Path) -> Self {
        if path == Path::new(shell::STANDARD_INPUT) {
            return Self { origin: Origin::Input, path: None };
        }
        let name = path.file_name().unwrap_or(path.as_os_str()).to_string_lossy();
        let origin = Origin::File(Clean::line(&name).to_string());
        Self { origin, path: Some(path.to_owned()) }
    }

    /// Reads the text, and says so if that takes long.
    pub(super) fn text(&self, meanwhile: &Meanwhile) -> Result<String, shell::Failure> {
        match &self.origin {
            Origin::Example => {}
            // Nothing is written into what somebody types.
            Origin::Input if shell::input_is_typed() => {}
            Origin::Input => meanwhile.doing(&wording::reading(INPUT, None)),
            Origin::File(name) => {
                let size = self.path.as_deref().and_then(shell::size);
                meanwhile.doing(&wording::reading(name, size));
            }
        }
        self.text_and_look().map(|(text, _)| text)
    }

    /// Reads the text, and what its file looked like, where it has one that nobody was changing.
    fn text_and_look(&self) -> Result<(String, Option<shell::Stamp>), shell::Failure> {
        match (&self.origin, &self.path) {
            (Origin::Input, _) => shell::read_standard_input().map(|text| (text, None)),
            (_, Some(path)) => shell::read_known(path),
            (Origin::Example | Origin::File(_), None) => Ok((EXAMPLE.to_owned(), None)),
        }
    }

    /// Reads it for the screen, where a file that is there but holds no text is shown as such: it is followed,
    /// and read as soon as it is put right. On a wall also one that is not there yet.
    fn load(&self, access: Access, today: NaiveDate) -> Result<shell::Opened, shell::Failure> {
        let failure = match self.text_and_look() {
            Ok((text, known)) => {
                let loaded = Loaded::Text(Box::new(read_on(text, today)));
                return Ok(shell::Opened { loaded, known });
            }
            Err(failure) => failure,
        };
        let waited_for = match access {
            Access::Wall => failure.can_come_back(),
            Access::Write | Access::ReadOnly | Access::Captive => failure.can_be_put_right(),
        };
        waited_for.map(|loaded| shell::Opened { loaded, known: None }).ok_or(failure)
    }

    /// Reads it in a thread of its own, where it is not built in: its disk may be away.
    fn begin_to_load(
        &self,
        access: Access,
        today: NaiveDate,
    ) -> std::io::Result<shell::Later<Result<shell::Opened, shell::Failure>>> {
        if self.origin == Origin::Example {
            return Ok(shell::Later::now(self.load(access, today)));
        }
        let reader = self.clone();
        shell::later(move || reader.load(access, today))
    }
}

/// A text that takes longer to read is waited for on the screen, where keys work meanwhile.
const MOMENT: Duration = Duration::from_millis(150);

/// Says what failed and what helps, on standard error.
pub(super) fn failed(failure: &shell::Failure) -> u8 {
    let meant = if let shell::Failure::File { path, reason: shell::ReadError::Missing } = failure {
        advice::nearest_command(path)
    } else {
        None
    };
    let hint = meant.map_or_else(
        || failure.hint().to_owned(),
        |command| format!("perhaps the command {command} was meant: coopdash {command} FILE"),
    );
    refused(format_args!("{failure}\n  {hint}"))
}

/// What may be done.
pub(super) const fn access(arguments: &Arguments) -> Access {
    match arguments {
        Arguments { command: Some(Command::Present(Present { every: Some(_), .. })), .. } => Access::Wall,
        Arguments { captive: true, .. } => Access::Captive,
        Arguments { read_only: true, .. } => Access::ReadOnly,
        Arguments { .. } => Access::Write,
    }
}

/// The environment, as far as it may be used.
fn environment(arguments: &Arguments) -> Environment {
    let mut environment = Environment::read();
    if arguments.captive {
        environment = environment.captive();
    }
    if access(arguments) == Access::Wall {
        environment = environment.on_a_wall();
    }
    environment
}

/// Whether there is a terminal to show something on. A captive has the one they came with, or none.
fn has_screen(arguments: &Arguments, environment: &Environment) -> bool {
    let dumb = environment.term.as_deref() == Some("dumb");
    environment.output_is_terminal && !dumb && (environment.input_is_terminal || !arguments.captive)
}

/// `coopdash [FILE]` and `coopdash present`: the dashboard, which begins with its tabs or its slides, or the report
/// where there is no terminal for it.
pub(super) fn show(arguments: &Arguments) -> u8 {
    let environment = environment(arguments);
    if !has_screen(arguments, &environment) {
        return report(arguments);
    }
    shell::share_where_it_is_scarce();
    let source = DocumentSource::of(arguments);
    let today = today(arguments);
    let access = access(arguments);
    let opening = match source.begin_to_load(access, today) {
        Ok(opening) => opening,
        Err(error) => return failed(&shell::Failure::Threads(error)),
    };
    let found = match looks::find(arguments, &environment) {
        Ok(found) => found,
        Err(why) => return refused(why),
    };
    let begin = Opening { text: String::new(), origin: source.origin, access, today, size: (0, 0) };
    let doubt = doubt(arguments, today).map(Notice::Clock);
    let said = doubt.or(found.wrong.map(|wrong| Notice::Settings(wrong.to_string())));
    let mut app = App::awaiting(begin).looking(found.looks).by(arguments.author.as_deref());
    let mut known = None;
    let opening = match opening.within(MOMENT) {
        Some(Ok(opened)) => {
            let loaded = opened.loaded;
            known = opened.known;
            update(&mut app, Event::Loaded { loaded, at: shell::now(), cause: Cause::Started });
            None
        }
        Some(Err(failure)) => return failed(&failure),
        None => Some(opening),
    };
    app = app.saying(said);
    if let Some(Command::Present(wanted)) = &arguments.command {
        app = app.presenting(wanted.every);
    }
    let drawn = (found.looks, Look::of(&found.looks, found.own.as_ref()));
    let program = OnScreen { app, own: found.own, drawn };
    let stays = arguments.as_of.is_some();
    let (file, clock) = (source.path, shell::Clock::SYSTEM);
    let world = shell::World { file, environment, access, clock, today, stays, known, opening };
    match shell::run(world, program) {
        Ok(ended) => ended.status(),
        Err(failure) => failed(&failure),
    }
}

/// The program on the screen.
#[derive(Clone)]
struct OnScreen {
    app: App,
    /// The user's own theme.
    own: Option<Theme>,
    /// How the last frame looked, and what follows from that.
    drawn: (Looks, Look),
}

impl shell::Program for OnScreen {
    /// Takes one event into the state; a picture that is asked for is drawn on the way to the shell.
    fn update(&mut self, event: Event) -> Option<Effect> {
        let effect = update(&mut self.app, event)?;
        if let Effect::Picture { stem } = effect {
            return Some(Effect::Create { stem, text: picture(&self.app, self.own.as_ref()) });
        }
        Some(effect)
    }

    fn beside(&self, event: &Event) -> Option<(Self, Work)> {
        self.app.lasts(event).map(|work| (self.clone(), work))
    }

    fn glance(&self, event: &Event) -> Glance {
        self.app.glance(event)
    }

    fn draw(&mut self, area: Rect, cells: &mut Buffer) -> Option<Position> {
        if self.app.session.looks != self.drawn.0 {
            self.drawn = (self.app.session.looks, Look::of(&self.app.session.looks, self.own.as_ref()));
        }
        crate::view::draw(&self.app, &self.drawn.1, area, cells)
    }

    fn unsaved(&self) -> Option<shell::Unsaved> {
        let state = &self.app;
        state.unsaved().then(|| shell::Unsaved {
            before: state.store.disk.clone(),
            text: state.text().to_owned(),
            changes: state.store.unsaved_changes(),
            undecided: state.store.undecided(),
        })
    }

    fn known_text(&self) -> Option<String> {
        let state = &self.app;
        (state.has_good_text() && !state.unsaved()).then(|| state.text().to_owned())
    }
}

/// The colours of the page on which a picture lies.
pub(super) fn page_of(looks: Looks, own: Option<&Theme>) -> PageColours {
    match (looks.theme, own) {
        (ThemeChoice::Own, Some(theme)) => theme.page,
        (ThemeChoice::Own, None) => Theme::built_in(ThemeName::Dark).page,
        (ThemeChoice::BuiltIn(name), _) => Theme::built_in(name).page,
    }
}

/// The present screen as a picture. It has every colour, whatever the terminal has, unless colour was
/// turned off.
fn picture(state: &State, own: Option<&Theme>) -> String {
    let mut looks = state.session.looks;
    if looks.depth != Depth::Mono {
        looks.depth = Depth::True;
    }
    if looks.theme == ThemeChoice::BuiltIn(ThemeName::Auto) {
        looks.theme = ThemeChoice::BuiltIn(ThemeName::Dark);
    }
    let area = Rect::new(0, 0, state.session.size.0, state.session.size.1);
    let mut frame = Buffer::empty(area);
    crate::view::draw(state, &Look::of(&looks, own), area, &mut frame);
    let title = format!("coopdash: {}", state.view.tab.title());
    output::svg(&frame, &output::SvgOptions { title: &title, page: page_of(looks, own) })
}

/// `coopdash report`: everything as plain text on standard output.
pub(super) fn report(arguments: &Arguments) -> u8 {
    let source = DocumentSource::of(arguments);
    let meanwhile = Meanwhile::begin();
    let text = match source.text(&meanwhile) {
        Ok(text) => text,
        Err(failure) => {
            drop(meanwhile);
            return failed(&failure);
        }
    };
    let today = today_in_print(arguments);
    let reading = read_on(text, today);
    meanwhile.doing(wording::REPORTING);
    let figures = derive(&reading.programme, today);
    let name = match &source.origin {
        Origin::Example => "built-in example",
        Origin::Input => INPUT,
        Origin::File(name) => name,
    };
    let report = output::report_if_there_is_room(&reading, &figures, name);
    drop(meanwhile);
    let Some(report) = report else {
        return refused(
            "there is not enough memory for the report\n  \
             Divide the file into several programmes, or read it where there is more memory.",
        );
    };
    let printed = print(&Clean::lines(&report));
    if reading.unreadable { FAILED } else { printed }
}

/// `coopdash new`: a file to begin with; an existing one is never touched.
pub(super) fn new(file: &Path, example: bool) -> u8 {
    let text = if example { EXAMPLE } else { TEMPLATE };
    let name = Clean::line(&file.to_string_lossy());
    match shell::create(file, text) {
        Ok(()) => print(&Clean::lines(&format!("{name} is written. Open it with: coopdash {name}\n"))),
        Err(failure) => failed(&failure),
    }
}

/// Prints on standard output. A closed pipe is the reader's wish; a full disk is a failure.
pub(super) fn print(text: &Clean) -> u8 {
    match shell::print(text) {
        Ok(()) => FINE,
        Err(failure) => failed(&failure),
    }
}
