//! Survey: what is known of all rows of a text, kept beside its reading.
//!
//! Never finds anything out: what is asked, and how it is answered, is for [`Question`](super::Question) to say.

use std::any::{Any, TypeId};
use std::cell::RefCell;
use std::collections::HashMap;
use std::fmt;
use std::sync::Arc;

/// Of each kind of question so many answers are kept, the latest: there are a few tabs, and a window has one width at a time.
const KEPT: usize = 12;

/// What is known of all rows.
#[derive(Default)]
pub(super) struct Survey {
    of_text: KnownAnswers,
    of_lists: KnownAnswers,
    /// Whether the lists were made of the text as it is now.
    is_of_new_lists: bool,
}

/// By the kind of question a `Vec<(Q, Arc<A>)>`, the latest answer last.
type KnownAnswers = RefCell<HashMap<TypeId, Box<dyn Any + Send>>>;

impl Survey {
    /// The text is another one, or what is shown beside it: nothing is known.
    pub(super) fn forget(&mut self) {
        self.of_text = KnownAnswers::default();
        self.of_lists = KnownAnswers::default();
    }

    /// The lists were made anew: what follows from their order is not known any more.
    pub(super) fn forget_lists(&mut self) {
        self.of_lists = KnownAnswers::default();
        self.is_of_new_lists = true;
    }

    /// The lists are not those of the text.
    pub(super) fn outdate_lists(&mut self) {
        self.is_of_new_lists = false;
    }

    /// Whether the lists were made of the text as it is now.
    pub(super) const fn is_of_new_lists(&self) -> bool {
        self.is_of_new_lists
    }

    const fn answers(&self, follows_lists: bool) -> &KnownAnswers {
        if follows_lists { &self.of_lists } else { &self.of_text }
    }

    /// The answer to a question, if it was asked before.
    pub(super) fn known<Q, A>(&self, question: &Q, follows_lists: bool) -> Option<Arc<A>>
    where
        Q: PartialEq + 'static,
        A: Send + Sync + 'static,
    {
        let known = self.answers(follows_lists).borrow();
        let answers = known.get(&TypeId::of::<Q>())?.downcast_ref::<Vec<(Q, Arc<A>)>>()?;
        answers.iter().find(|(asked, _)| asked == question).map(|(_, answer)| Arc::clone(answer))
    }

    /// Keeps an answer.
    pub(super) fn keep<Q: Send + 'static, A: Send + Sync + 'static>(
        &self,
        question: Q,
        answer: &Arc<A>,
        follows_lists: bool,
    ) {
        let mut known = self.answers(follows_lists).borrow_mut();
        let answers = known.entry(TypeId::of::<Q>()).or_insert_with(|| Box::new(Vec::<(Q, Arc<A>)>::new()));
        if let Some(answers) = answers.downcast_mut::<Vec<(Q, Arc<A>)>>() {
            if answers.len() >= KEPT {
                answers.remove(0);
            }
            answers.push((question, Arc::clone(answer)));
        }
    }
}

/// What is known of a text follows from it: a copy finds it out anew.
impl Clone for Survey {
    fn clone(&self) -> Self {
        Self { is_of_new_lists: self.is_of_new_lists, ..Self::default() }
    }
}

/// Two equal texts are equal, whatever was asked of them.
impl PartialEq for Survey {
    fn eq(&self, _: &Self) -> bool {
        true
    }
}

impl fmt::Debug for Survey {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.debug_struct("Survey").finish_non_exhaustive()
    }
}
