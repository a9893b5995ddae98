//! The loop: waits, takes everything that came in to the app, draws, and waits again.
//!
//! Never wakes up while nothing happens, never waits for a disk or for the terminal, and never decides what an
//! event means.

mod aside;
mod asking;
mod copied;
mod leaving;
mod lending;
mod program;
mod showing;
mod waiting;

pub use program::{Ended, Program, Unsaved, World};

use super::ahead::Ahead;
use super::clock::instant as now;
use super::failure::Failure;
use super::follow::{self, Snapshot};
use super::inbox::{Inbox, Tell, inbox};
use super::keys::InputEvent;
use super::message::{Message, Opened};
use super::pace::Pace;
use super::screen::Screen;
use super::terminal::Terminal;
use super::threads::Server;
use super::watch::{self, SharedState};
use super::work::{Job, JobKind, done};
use super::{lock, losses, panic};
use crate::app::{Cause, Effect, Event, Work};
use copied::Aside;
use std::collections::VecDeque;
use std::ops::ControlFlow;
use std::sync::Arc;
use std::time::{Duration, Instant};

/// The shortest time between two frames.
const FRAME: Duration = Duration::from_millis(16);

/// The longest time without a frame while events keep coming.
const LONGEST: Duration = Duration::from_millis(100);

/// So much may be asked for and not be done.
const MOST_WORK: usize = 8;

/// What is done within this time is waited for: its answer belongs to the frame after the key.
const AT_ONCE: Duration = Duration::from_millis(60);

/// How long is a moment without a key.
const REST: Duration = Duration::from_millis(150);

/// Runs `program` on the terminal until it ends. To be called once in a process: the thread that watches the
/// terminal stays.
///
/// # Errors
///
/// [`Failure::NoTerminal`], [`Failure::Terminal`] and [`Failure::Threads`]; and why the text cannot be read, where it was still being
/// read.
pub fn run(world: World, program: impl Program) -> Result<Ended, Failure> {
    let shared = SharedState::new(Terminal::open()?);
    let signals = watch::catch_signals().map_err(Failure::Terminal)?;
    let to_give_back = Arc::clone(&shared);
    panic::end_with(move || to_give_back.terminal.give_back());
    let (tell, inbox) = inbox().map_err(Failure::Threads)?;
    let mut running = Running::start(world, program, Arc::clone(&shared), inbox, tell.clone())?;
    // The state learns of its window before the first frame, as it will of every later size.
    let size = running.screen.size();
    let _ = running.feed([Event::Resize(size.width, size.height)]);
    running.show();
    // What came meanwhile has waited: a thread more would have kept the first frame waiting.
    if let Err(error) = watch::start(&shared, signals, &tell) {
        shared.terminal.give_back();
        return Err(Failure::Threads(error));
    }
    running.follow();
    let ended = running.live();
    running.leave(&ended);
    ended
}

/// Whether this program has the terminal.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum ScreenState {
    Shown,
    /// Stopped, or going on in the background.
    Away,
}

/// Whether the text that the program was started with was read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum FirstText {
    Awaited,
    There,
}

struct Running<P: Program> {
    world: World,
    program: P,
    /// A copy of it that is taking something in.
    aside: Option<Aside<P>>,
    /// How long the answer to a piece of work is waited for.
    patience: Duration,
    shared: Arc<SharedState>,
    inbox: Inbox,
    tell: Tell,
    /// What was typed and is not taken.
    ahead: Ahead,
    /// What came in while an answer was waited for.
    held: VecDeque<Message>,
    worker: Server<Job>,
    /// Writes what the terminal does not take at once, so that it stops nobody else.
    writer: Server<Vec<u8>>,
    screen: Screen,
    pace: Pace,
    stage: ScreenState,
    /// The bytes that set the modes of the terminal, until they are written.
    modes: &'static [u8],
    /// Whether something may have changed that is to be drawn.
    is_due: bool,
    /// Whether a frame is being written.
    is_writing: bool,
    /// What was asked of the worker and is not answered.
    work: VecDeque<JobKind>,
    /// Of which the app was told.
    busy: Option<Work>,
    /// When the app wants to be woken up; the only thing that ever moves by itself.
    wake: Option<Instant>,
    /// When it wants to be told that nothing was pressed for a moment.
    rest: Option<Instant>,
    /// Since when the app waits to go on with something once nothing else has come in.
    to_go_on: Option<Instant>,
    /// The text that the program was started with.
    first: FirstText,
    /// What the file looked like when it was said that it may have been changed.
    seen: Option<Snapshot>,
    /// What it looked like when it was last saved or read here.
    known: Option<Snapshot>,
    /// Whether it leaves: then there is no other haste.
    leaves: bool,
    /// When it came back from being stopped.
    back: Option<Instant>,
}

impl<P: Program> Running<P> {
    /// Takes the terminal: whatever fails before leaves it alone.
    fn start(
        mut world: World,
        program: P,
        shared: Arc<SharedState>,
        inbox: Inbox,
        tell: Tell,
    ) -> Result<Self, Failure> {
        let first = if world.opening.is_some() { FirstText::Awaited } else { FirstText::There };
        if let Some(opening) = world.opening.take() {
            opening.then(&tell, Message::Opened).map_err(Failure::Threads)?;
        }
        let (file, clock, screen) = (world.file.clone(), world.clock, Arc::clone(&shared));
        let worker = Server::new(&tell, move |job| Message::Done(done(job, file.as_deref(), clock)));
        let writer = Server::new(&tell, move |rest: Vec<u8>| Message::Written(screen.terminal.show(&rest)));
        let modes = shared.terminal.take().map_err(Failure::Terminal)?;
        shared.terminal.forget_keys();
        Ok(Self {
            worker,
            writer,
            screen: Screen::new(shared.terminal.size()),
            pace: Pace::new(now()),
            known: world.known.take().map(Ok),
            world,
            program,
            aside: None,
            patience: AT_ONCE,
            shared,
            inbox,
            tell,
            ahead: Ahead::new(),
            held: VecDeque::new(),
            stage: ScreenState::Shown,
            modes,
            is_due: true,
            is_writing: false,
            work: VecDeque::new(),
            busy: None,
            wake: None,
            rest: None,
            to_go_on: None,
            first,
            seen: None,
            leaves: false,
            back: None,
        })
    }

    /// Waits, takes in what came, draws; until something ends it.
    fn live(&mut self) -> Result<Ended, Failure> {
        let mut drawn = now();
        loop {
            let first = self.next();
            let started = now();
            let mut next = Some(first);
            while let Some(message) = next {
                if let ControlFlow::Break(ended) = self.take_in(message) {
                    return ended;
                }
                if started.elapsed() > LONGEST {
                    break;
                }
                let pause = FRAME.saturating_sub(drawn.elapsed());
                next = self.receive(Some(now() + pause));
            }
            if self.show() {
                drawn = now();
            }
        }
    }

    fn take_in(&mut self, message: Message) -> ControlFlow<Result<Ended, Failure>> {
        match message {
            Message::Typed(piece) => self.take_in_typed(piece),
            Message::Due(event) => {
                self.to_go_on.take_if(|_| event == Event::GoOn);
                self.feed([event])
            }
            Message::Opened(Ok(Opened { loaded, known })) => {
                self.known = known.map(Ok);
                self.first = FirstText::There;
                self.seen.take_if(|look| self.known == Some(*look));
                let touched = self.seen.as_ref().map(|_| Event::Touched);
                let loaded = Event::Loaded { loaded, at: self.world.clock.now(), cause: Cause::Started };
                self.feed(std::iter::once(loaded).chain(touched))
            }
            Message::Opened(Err(failure)) => ControlFlow::Break(Err(failure)),
            Message::Ready if self.is_new_day() => self.feed([]),
            Message::Ready => ControlFlow::Continue(()),
            Message::Written(Ok(())) => {
                self.is_writing = false;
                ControlFlow::Continue(())
            }
            Message::Written(Err(_)) => ControlFlow::Break(Ok(Ended::Signal(signal_hook::consts::SIGHUP))),
            Message::Done(answer) => {
                let events = self.answered(answer);
                self.feed(events)
            }
            Message::TakenIn => self.taken_in(),
            // It looks as it was saved or read here: that is no news.
            Message::Touched(look) if self.known == Some(look) => ControlFlow::Continue(()),
            Message::Touched(look) => {
                self.seen = Some(look);
                // What is still being read for the first time is not read a second time beside it.
                let touched = (self.first == FirstText::There).then_some(Event::Touched);
                self.feed(touched)
            }
            Message::Resized => {
                let resized = self.measure();
                self.feed(resized)
            }
            Message::Continued => {
                let resized = self.goes_on();
                self.feed(resized)
            }
            Message::Leave(signal) => ControlFlow::Break(Ok(Ended::Signal(signal))),
        }
    }

    /// Takes in one thing that was typed.
    fn take_in_typed(&mut self, piece: InputEvent) -> ControlFlow<Result<Ended, Failure>> {
        match piece {
            InputEvent::Key(key) => {
                self.pace.key(now());
                self.feed([Event::Key(key)])
            }
            InputEvent::Paste(text) => self.feed([Event::Paste(text)]),
            InputEvent::Answered => {
                self.pace.answered(now());
                ControlFlow::Continue(())
            }
        }
    }

    /// Takes the size of the window; an event if it is another one.
    fn measure(&mut self) -> Option<Event> {
        let size = self.shared.terminal.size();
        let is_new = size != self.screen.size();
        self.screen.resize(size);
        self.is_due = true;
        is_new.then_some(Event::Resize(size.width, size.height))
    }

    /// Gives the app events, does what it asks for, and gives it the answers.
    fn feed(&mut self, events: impl IntoIterator<Item = Event>) -> ControlFlow<Result<Ended, Failure>> {
        self.is_due = true;
        let mut events: VecDeque<Event> = self.new_day().into_iter().chain(events).collect();
        while let Some(event) = events.pop_front() {
            let Some(effect) = self.take_event(event) else { continue };
            if effect == Effect::Quit {
                return ControlFlow::Break(Ok(Ended::Quit));
            }
            events.extend(self.perform(effect));
        }
        ControlFlow::Continue(())
    }

    /// The day, if another one has begun since the app was told: asked with each event, and once a day besides.
    fn new_day(&mut self) -> Option<Event> {
        self.is_new_day().then(|| {
            self.world.today = self.world.clock.today();
            Event::Day(self.world.today)
        })
    }

    fn is_new_day(&self) -> bool {
        !self.world.stays && self.world.today != self.world.clock.today()
    }

    /// Does what the app asks of the world.
    fn perform(&mut self, effect: Effect) -> Vec<Event> {
        if !self.world.access.allows(effect.needs()) {
            // The app has refused it before; this is the second lock.
            return Vec::new();
        }
        let today = self.world.today;
        match effect {
            Effect::Save { before, text } => {
                self.put_at_stake(losses::in_doubt);
                self.ask(Job::Save { before, text, patience: lock::PATIENCE })
            }
            // One that waits for its turn will read what there is then.
            Effect::Reload if self.work.iter().skip(1).any(|kind| *kind == JobKind::Read) => Vec::new(),
            Effect::Reload => self.ask(Job::Read(self.asked(today))),
            Effect::Follow => {
                let Some(look) = self.seen.take() else { return Vec::new() };
                self.ask(Job::ReadIf(look, self.asked(today)))
            }
            Effect::Create { .. } if self.work.len() >= MOST_WORK => {
                vec![Event::CreateFailed("others are still being written".to_owned())]
            }
            Effect::Create { stem, text } => self.ask(Job::Create { stem, text }),
            Effect::OpenEditor { line } => self.open_editor(line),
            Effect::Timer { seconds } => {
                self.wake =
                    seconds.map(|seconds| now() + self.world.clock.wait(Duration::from_secs(seconds.into())));
                Vec::new()
            }
            Effect::Rest => {
                self.rest = Some(now() + REST);
                Vec::new()
            }
            Effect::GoOn => {
                // Behind everything that has come in, and once however often it is asked for.
                if self.to_go_on.replace(now()).is_none() {
                    let _ = self.tell.send(Message::Due(Event::GoOn));
                }
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

    /// Follows the file, where there is one.
    fn follow(&self) {
        if let Some(file) = self.world.file.clone() {
            follow::start(file, &self.world.environment, &self.tell);
        }
    }
}
