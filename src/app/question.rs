//! Questions: what only a walk over all rows tells (widths of columns, heights, counts, orders, messages), told once, so
//! that neither a key nor a frame walks what it does not show.
//!
//! One rule: an answer is of a text, its day and what stands on the disk, and whatever sets one of these throws all
//! answers away (see [`Document`](super::Document)); those that follow the order of the lists go when the lists are made
//! anew as well. Whatever else an answer depends on (a width, the letters
//! of the screen, a setting) is part of its question. Never knows what is asked.

use super::state::State;
use std::sync::Arc;

/// Something that only a walk over all rows tells. Two equal questions have one answer as long as the text, its day and
/// what stands on the disk are the same.
pub trait Question: PartialEq + Send + 'static {
    /// What is told.
    type Answer: Send + Sync + 'static;

    /// Whether what is told follows from the order of the lists, too.
    const FOLLOWS_LISTS: bool = false;

    /// Walks over all rows.
    fn answer(&self, state: &State) -> Self::Answer;
}

impl State {
    /// The answer to a question about all rows: walked for once, and then known.
    pub fn ask<Q: Question>(&self, question: Q) -> Arc<Q::Answer> {
        let survey = self.document.survey();
        if let Some(answer) = survey.known(&question, Q::FOLLOWS_LISTS) {
            return answer;
        }
        // What is asked may ask on.
        let answer = Arc::new(question.answer(self));
        survey.keep(question, &answer, Q::FOLLOWS_LISTS);
        answer
    }
}
