//! Aside: what takes longer than a frame to take in is taken in beside the loop, by a copy of the program.
//!
//! The program as it was goes on being shown, and what only looks around is shown with it. Once the copy is done it
//! takes the place of the program and takes in, in order, all that has come in meanwhile: what comes of it is the same
//! as if everybody had waited. Never decides what takes long.

use super::copied::Aside;
use super::{AT_ONCE, Ended, Program, Running};
use crate::app::{Effect, Event, Glance, Work};
use crate::shell::Failure;
use crate::shell::losses::unmade;
use crate::shell::message::Message;
use crate::shell::terminal::say;
use crate::shell::threads::spawn;
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use std::ops::ControlFlow;
use std::sync::mpsc::channel;
use std::time::{Duration, Instant};

impl<P: Program> Running<P> {
    /// Takes an event in: now, beside the loop, or after what is being taken in. What is to be done for it.
    pub(super) fn take_event(&mut self, event: Event) -> Option<Effect> {
        if let Some(aside) = &mut self.aside {
            aside.keep(event, &mut self.program);
            return None;
        }
        match self.program.beside(&event) {
            Some((copy, work)) => self.take_aside(copy, event, work),
            None => self.program.update(event),
        }
    }

    /// Lets the copy take it in; what is to be done for it, if that is known within a moment.
    fn take_aside(&mut self, copy: P, event: Event, work: Work) -> Option<Effect> {
        let (hand, taken) = channel::<(P, Event)>();
        let (answer, done) = channel();
        let (tell, area) = (self.tell.clone(), Rect::from((Position::ORIGIN, self.screen.size())));
        let started = spawn(move || {
            let Ok((mut copy, event)) = taken.recv() else { return };
            let effect = copy.update(event);
            // What a frame of it asks of all rows is found out here as well.
            let _ = copy.draw(area, &mut Buffer::empty(area));
            let _ = answer.send((copy, effect));
            tell.send(Message::TakenIn);
        });
        if started.is_err() {
            return self.program.update(event);
        }
        let holds = self.program.glance(&event) == Glance::Holds;
        let _ = hand.send((copy, event));
        if let Ok((program, effect)) = done.recv_timeout(AT_ONCE) {
            self.program = program;
            return effect;
        }
        let _ = self.program.update(Event::Busy(Some(work)));
        self.aside = Some(Aside::new(done, work, holds));
        None
    }

    /// The copy is done: it takes the place of the program, and then in what has come in meanwhile.
    pub(super) fn taken_in(&mut self) -> ControlFlow<Result<Ended, Failure>> {
        // Of one that was done within a moment nobody needs to be told.
        let Some((program, effect)) = self.aside.as_ref().and_then(|aside| aside.done.try_recv().ok()) else {
            return ControlFlow::Continue(());
        };
        let waiting = self.aside.take().map(|aside| aside.waiting).unwrap_or_default();
        let before = std::mem::replace(&mut self.program, program);
        // A long text takes a while to be given up: that, too, is done beside the loop.
        let _ = spawn(move || drop(before));
        self.is_due = true;
        // Whoever pressed the key has waited long enough.
        self.patience = Duration::ZERO;
        let asked = match effect {
            Some(Effect::Quit) => return ControlFlow::Break(Ok(Ended::Quit)),
            Some(effect) => self.perform(effect),
            None => Vec::new(),
        };
        self.patience = AT_ONCE;
        self.feed(asked.into_iter().chain(waiting))
    }

    /// Waits until then for what is being taken in, before the program leaves. It is said where a change was not made.
    pub(super) fn last_taken_in(&mut self, until: Instant) {
        let Some(aside) = self.aside.take() else { return };
        let left = until.saturating_duration_since(super::now());
        let mut is_unmade = aside.is_awaited(&self.program);
        match aside.done.recv_timeout(left) {
            Ok((program, _)) => self.program = program,
            Err(_) => is_unmade |= aside.is_change,
        }
        if is_unmade {
            say(&unmade());
        }
    }
}
