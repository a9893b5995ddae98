//! Both ends: a row of work, done from its front here and from its back beside it until they meet.
//!
//! What comes of it is the same on one core and on two. Never decides what is worth a thread.

use std::ops::ControlFlow;
use std::sync::Mutex;
use std::thread;

/// Whether there is a core beside the one this runs on.
pub fn has_two_cores() -> bool {
    thread::available_parallelism().is_ok_and(|cores| cores.get() > 1)
}

/// Works on all of `work`: `front` takes the next of what is left, `back` the last, in a thread of its own; without
/// room for the thread `front` takes all. Either ends it by a break. What `back` made of its share, the last first.
pub fn from_both_ends<W: Send, T: Send>(
    work: impl DoubleEndedIterator<Item = W> + Send,
    mut front: impl FnMut(W) -> ControlFlow<()>,
    mut back: impl FnMut(W) -> ControlFlow<(), T> + Send,
) -> Vec<T> {
    let left = Mutex::new(Some(work));
    let take = |from: fn(&mut _) -> Option<W>| left.lock().ok().and_then(|mut left| from(left.as_mut()?));
    let end = || _ = left.lock().map(|mut left| *left = None);
    thread::scope(|scope| {
        let behind = thread::Builder::new().spawn_scoped(scope, || {
            let mut made = Vec::new();
            while let Some(one) = take(DoubleEndedIterator::next_back) {
                match back(one) {
                    ControlFlow::Continue(one) => made.push(one),
                    ControlFlow::Break(()) => end(),
                }
            }
            made
        });
        while let Some(one) = take(Iterator::next) {
            if front(one).is_break() {
                end();
            }
        }
        behind.ok().and_then(|thread| thread.join().ok()).unwrap_or_default()
    })
}
