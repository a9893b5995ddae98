//! Step: one proved change of a text.
//!
//! Never decides what is changed.

use super::refusal::{Refusal, RefusalReason};
use crate::text::Place;
use crate::yaml::group::Group;
use crate::yaml::splice::Splice;
use crate::yaml::{Obstacle, Proved, Tree};

/// A text with its tree.
#[derive(Debug, Clone, Copy)]
pub(super) struct Text<'t> {
    pub text: &'t str,
    pub tree: &'t Tree,
}

impl<'t> Text<'t> {
    /// The item that stands at a place.
    pub(super) fn item(self, place: &Place) -> Result<Group<'t>, Refusal> {
        let item = Group::item(self.tree, self.text, place.start())?;
        item.ok_or(Refusal::at(place.line().max(1), RefusalReason::NotFound))
    }

    /// The file as a whole.
    pub(super) fn file(self) -> Result<Group<'t>, Refusal> {
        Ok(Group::file(self.tree, self.text)?)
    }
}

/// A change of the text that was proved on the steps of both trees; none where nothing is to be done.
pub(super) type ProvedStep = Option<Proved>;

/// What a splice makes of the text of a group, if it does what was said and no more.
pub(super) fn proved(splice: Splice, group: Group<'_>) -> Result<ProvedStep, Refusal> {
    let failed = || Refusal::at(group.line(), Obstacle::CheckFailed);
    splice.proved(group).map(Some).ok_or_else(failed)
}

/// The first way that does what it says and no more.
pub(super) fn first_proved(
    group: Group<'_>,
    ways: Vec<Option<Splice>>,
    line: usize,
) -> Result<ProvedStep, Refusal> {
    let mut reason = Obstacle::NoSafePlace;
    for way in ways.into_iter().flatten() {
        match way.proved(group) {
            Some(proved) => return Ok(Some(proved)),
            None => reason = Obstacle::CheckFailed,
        }
    }
    Err(Refusal::at(line, reason))
}
