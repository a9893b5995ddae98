//! The loop: waits, takes everything that came in to the app, draws, and waits again.
//!
//! Never wakes up while nothing happens, and never decides what an event means.

use super::failure::Failure;
use super::follow::{self, Look, Means};
use super::screen::Screen;
use super::terminal::{Terminal, say};
use super::watch::{self, Message, Shared};
use super::{Environment, clock, editor, files, panic, plain, save};
use crate::app::{Cause, Effect, Event, SaveFailure};
use crate::text::Clean;
use chrono::NaiveDate;
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use std::collections::VecDeque;
use std::ops::ControlFlow;
use std::path::PathBuf;
use std::sync::Arc;
use std::sync::atomic::Ordering;
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, channel};
use std::time::{Duration, Instant};
use std::{io, thread};

/// The shortest time between two frames.
const FRAME: Duration = Duration::from_millis(16);

/// The longest time without a frame while events keep coming.
const LONGEST: Duration = Duration::from_millis(100);

/// How long stopping may take to happen after it was asked for.
const STOPPING: Duration = Duration::from_millis(50);

/// A program as the loop sees it: a state and three functions.
#[derive(Debug)]
pub struct Program<S, U, D, L>
where
    U: FnMut(&mut S, Event) -> Option<Effect>,
    D: FnMut(&S, Rect, &mut Buffer) -> Option<Position>,
    L: FnMut(&S) -> Option<Unsaved>,
{
    /// Everything it knows.
    pub state: S,
    /// Takes one event into the state.
    pub update: U,
    /// Draws the state, and says where the hardware cursor belongs.
    pub draw: D,
    /// What would be lost if the program ended now.
    pub unsaved: L,
}

/// What would be lost.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unsaved {
    /// What the file is believed to hold.
    pub before: String,
    /// What it shall hold.
    pub text: String,
    /// The changes between the two, each as a phrase for the user.
    pub changes: Vec<String>,
    /// Changes in neither, because somebody else changed the same and nobody has chosen yet.
    pub undecided: Vec<String>,
}

/// What the program runs on.
#[derive(Debug)]
pub struct World {
    /// The file it shows; none for the built-in programme and standard input.
    pub file: Option<PathBuf>,
    /// The environment.
    pub environment: Environment,
    /// The day the program was told; `None` where the user chose it, and it stays.
    pub today: Option<NaiveDate>,
}

/// How the program ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Ended {
    /// The user left.
    Quit,
    /// This signal ended it; a lost terminal counts as SIGHUP.
    Signal(i32),
}

impl Ended {
    /// The exit status: 0, or 128 and the number of the signal.
    pub fn status(self) -> u8 {
        match self {
            Self::Quit => 0,
            Self::Signal(signal) => u8::try_from(128 + signal).unwrap_or(u8::MAX),
        }
    }
}

/// Runs `program` on the terminal until it ends. To be called once in a process: the threads that watch the
/// terminal stay.
///
/// # Errors
///
/// [`Failure::NoTerminal`] and [`Failure::Terminal`].
pub fn run<S, U, D, L>(world: World, program: Program<S, U, D, L>) -> Result<Ended, Failure>
where
    U: FnMut(&mut S, Event) -> Option<Effect>,
    D: FnMut(&S, Rect, &mut Buffer) -> Option<Position>,
    L: FnMut(&S) -> Option<Unsaved>,
{
    let shared = Shared::new(Terminal::open()?);
    let signals = watch::catch_signals().map_err(Failure::Terminal)?;
    let to_give_back = Arc::clone(&shared);
    panic::end_with(move || to_give_back.terminal.give_back());
    shared.terminal.take().map_err(Failure::Terminal)?;
    let (tell, inbox) = channel();
    let screen = Screen::new(shared.terminal.size());
    let mut running = Running { world, program, shared, screen, stage: Stage::Shown, wake: None, seen: None };
    // The state learns of its window before the first frame, as it will of every later size.
    let size = running.screen.size();
    let _ = running.feed(Event::Resize(size.width, size.height));
    running.show().map_err(Failure::Terminal)?;
    watch::start(&running.shared, signals, &tell);
    running.follow(&tell);
    let ended = running.live(&inbox);
    // Never let go of: keys typed from now on are for whoever has the terminal next.
    std::mem::forget(running.shared.silence_keys());
    running.shared.terminal.give_back();
    if let Ended::Signal(_) = ended {
        running.save_or_name_what_is_lost();
    }
    Ok(ended)
}

/// Whether this program has the terminal.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Stage {
    Shown,
    /// Stopped, or going on in the background.
    Away,
}

struct Running<S, U, D, L>
where
    U: FnMut(&mut S, Event) -> Option<Effect>,
    D: FnMut(&S, Rect, &mut Buffer) -> Option<Position>,
    L: FnMut(&S) -> Option<Unsaved>,
{
    world: World,
    program: Program<S, U, D, L>,
    shared: Arc<Shared>,
    screen: Screen,
    stage: Stage,
    /// When the app wants to be woken up; the only thing that ever moves by itself.
    wake: Option<Instant>,
    /// What the file looked like when it was said that it may have been changed.
    seen: Option<Look>,
}

impl<S, U, D, L> Running<S, U, D, L>
where
    U: FnMut(&mut S, Event) -> Option<Effect>,
    D: FnMut(&S, Rect, &mut Buffer) -> Option<Position>,
    L: FnMut(&S) -> Option<Unsaved>,
{
    /// Waits, takes in what came, draws; until something ends it.
    #[expect(clippy::disallowed_methods, reason = "frames are paced")]
    fn live(&mut self, inbox: &Receiver<Message>) -> Ended {
        let mut drawn = Instant::now();
        while let Some(first) = self.next(inbox) {
            let started = Instant::now();
            let mut next = Some(first);
            while let Some(message) = next {
                if let ControlFlow::Break(ended) = self.take_in(message) {
                    return ended;
                }
                if started.elapsed() > LONGEST {
                    break;
                }
                next = inbox.recv_timeout(FRAME.saturating_sub(drawn.elapsed())).ok();
            }
            if self.show().is_err() {
                return Ended::Signal(signal_hook::consts::SIGHUP);
            }
            drawn = Instant::now();
        }
        Ended::Quit
    }

    /// The next message; sleeps until there is one, or until the app wants to be woken up.
    #[expect(clippy::disallowed_methods, reason = "the app asked for a time")]
    fn next(&mut self, inbox: &Receiver<Message>) -> Option<Message> {
        let Some(wake) = self.wake else { return inbox.recv().ok() };
        match inbox.recv_timeout(wake.saturating_duration_since(Instant::now())) {
            Ok(message) => Some(message),
            Err(RecvTimeoutError::Timeout) => {
                self.wake = None;
                Some(Message::Typed(Event::Tick))
            }
            Err(RecvTimeoutError::Disconnected) => None,
        }
    }

    fn take_in(&mut self, message: Message) -> ControlFlow<Ended> {
        match message {
            Message::Typed(event) => self.feed(event),
            Message::Touched(look) => {
                self.seen = Some(look);
                self.feed(Event::Touched)
            }
            Message::Resized => self.measure().map_or(ControlFlow::Continue(()), |event| self.feed(event)),
            Message::Continued => {
                self.come_back().map_or(ControlFlow::Continue(()), |event| self.feed(event))
            }
            Message::Leave(signal) => ControlFlow::Break(Ended::Signal(signal)),
        }
    }

    /// Takes the size of the window; an event if it is another one.
    fn measure(&mut self) -> Option<Event> {
        let size = self.shared.terminal.size();
        let is_new = size != self.screen.size();
        self.screen.resize(size);
        is_new.then_some(Event::Resize(size.width, size.height))
    }

    /// Gives the app an event, does what it asks for, and gives it the answers.
    fn feed(&mut self, event: Event) -> ControlFlow<Ended> {
        let mut events: VecDeque<Event> = self.new_day().into_iter().chain([event]).collect();
        while let Some(event) = events.pop_front() {
            let Some(effect) = (self.program.update)(&mut self.program.state, event) else { continue };
            if effect == Effect::Quit {
                return ControlFlow::Break(Ended::Quit);
            }
            events.extend(self.perform(effect));
        }
        ControlFlow::Continue(())
    }

    /// The day, if another one has begun since the app was told: asked with each event, so that nothing wakes
    /// up for it. Slides that come by themselves bring an event at least every hour.
    fn new_day(&mut self) -> Option<Event> {
        let today = clock::today();
        let known = self.world.today.as_mut().filter(|known| **known != today)?;
        *known = today;
        Some(Event::Day(today))
    }

    /// Does what the app asks of the world.
    fn perform(&mut self, effect: Effect) -> Vec<Event> {
        match effect {
            Effect::Save { before, text } => vec![self.save(&before, text)],
            Effect::Reload => self.reload().into_iter().collect(),
            Effect::Follow => self.seen.take().and_then(|look| self.read_if(&look)).into_iter().collect(),
            Effect::OpenEditor { line } => self.open_editor(line),
            Effect::Create { stem, text } => vec![plain::create_numbered(&stem, &text)],
            Effect::Timer { seconds } => {
                self.wake = seconds.map(in_seconds);
                Vec::new()
            }
            Effect::Redraw => {
                self.screen.forget();
                Vec::new()
            }
            Effect::Suspend => self.suspend().into_iter().collect(),
            Effect::Quit | Effect::Picture { .. } => Vec::new(),
        }
    }

    fn save(&self, before: &str, text: String) -> Event {
        let Some(file) = &self.world.file else {
            return Event::SaveFailed(SaveFailure::System("there is no file to write to".to_owned()));
        };
        match save::save(file, before, &text) {
            Ok(()) => Event::Saved { text },
            Err(failure) => Event::SaveFailed(failure),
        }
    }

    /// Follows the file, where there is one.
    fn follow(&self, tell: &Sender<Message>) {
        if let Some(file) = self.world.file.clone() {
            follow::start(file, Means::wanted(&self.world.environment), tell);
        }
    }

    fn reload(&self) -> Option<Event> {
        let loaded = files::reload(self.world.file.as_deref()?);
        Some(Event::Loaded { loaded, at: clock::now(), cause: Cause::Asked })
    }

    /// Reads the file again if it still looks like this; else somebody is writing, and it will be said when
    /// that is over.
    fn read_if(&self, look: &Look) -> Option<Event> {
        let loaded = files::reload_if(self.world.file.as_deref()?, look)?;
        Some(Event::Loaded { loaded, at: clock::now(), cause: Cause::Touched })
    }

    fn open_editor(&mut self, line: usize) -> Vec<Event> {
        let Some(file) = self.world.file.clone() else {
            return vec![Event::EditorFailed("there is no file to open".to_owned())];
        };
        let shared = Arc::clone(&self.shared);
        let silence = shared.silence_keys();
        shared.editor_open.store(true, Ordering::SeqCst);
        self.go_away();
        let edited = editor::open(&self.world.environment, &file, line);
        let resized = self.come_back();
        watch::editor_is_closed();
        drop(silence);
        resized.into_iter().chain(edited.err().map(Event::EditorFailed)).chain(self.reload()).collect()
    }

    /// Stops as Ctrl-Z stops other programs, with everything that was started together with this one. Where
    /// nobody could wake it up again (no shell with jobs), the system does not stop it.
    fn suspend(&mut self) -> Option<Event> {
        let shared = Arc::clone(&self.shared);
        let _silence = shared.silence_keys();
        self.go_away();
        let _ = rustix::process::kill_current_process_group(rustix::process::Signal::TSTP);
        thread::sleep(STOPPING);
        self.come_back()
    }

    fn go_away(&mut self) {
        self.shared.terminal.give_back();
        self.stage = Stage::Away;
    }

    /// Takes the terminal again, unless somebody else is in the foreground now. An event if the window has
    /// another size than before.
    fn come_back(&mut self) -> Option<Event> {
        if self.shared.terminal.is_in_foreground() && self.shared.terminal.take().is_ok() {
            self.stage = Stage::Shown;
        }
        self.measure()
    }

    fn show(&mut self) -> io::Result<()> {
        if self.stage == Stage::Away {
            return Ok(());
        }
        let Self { program: Program { state, draw, .. }, screen, shared, .. } = self;
        shared.terminal.show(screen.frame(|area, cells| draw(state, area, cells))?)
    }

    /// The last chance of edits that could not be saved before.
    fn save_or_name_what_is_lost(&mut self) {
        let Some(unsaved) = (self.program.unsaved)(&self.program.state) else { return };
        let Some(file) = &self.world.file else { return };
        if let Err(failure) = save::save(file, &unsaved.before, &unsaved.text) {
            say(&lost(why(&failure), &unsaved.changes));
        }
        if !unsaved.undecided.is_empty() {
            say(&lost("somebody else changed the same", &unsaved.undecided));
        }
    }
}

/// The time so many seconds from now.
#[expect(clippy::disallowed_methods, reason = "the app asked for a time")]
fn in_seconds(seconds: u16) -> Instant {
    Instant::now() + Duration::from_secs(seconds.into())
}

/// Why a save did not succeed, as a phrase.
fn why(failure: &SaveFailure) -> &str {
    match failure {
        SaveFailure::ChangedByAnother => "somebody else changed the file",
        SaveFailure::Locked => "another program is saving the file",
        SaveFailure::System(phrase) => phrase,
    }
}

/// What is said about edits that are lost.
fn lost(why: &str, changes: &[String]) -> Clean {
    let line = |change: &String| format!("  {}\n", Clean::line(change));
    let changes: String = changes.iter().map(line).collect();
    Clean::lines(&format!("coopdash: not saved, because {}:\n{changes}", Clean::line(why)))
}
