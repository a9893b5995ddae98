//! App: the one owner of a state. Everybody may read it; nobody but `update` writes it, and the compiler sees to that.

use super::broken::{Broken, Outage};
use super::layer::Layer;
use super::listing::Listing;
use super::slide::Slides;
use super::state::{Dialogue, Document, Origin, Presentation, Session, State, Store, View};
use super::{Access, Effect, Event, TabTable};
use crate::document::Reading;
use crate::settings::Looks;
use crate::wording::Notice;
use chrono::NaiveDate;

/// A running program: a state that is read by everybody and written by [`update`].
#[derive(Debug, Clone, PartialEq)]
pub struct App {
    state: State,
}

impl std::ops::Deref for App {
    type Target = State;

    fn deref(&self) -> &State {
        &self.state
    }
}

/// What a state begins with.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Opening {
    /// The text.
    pub text: String,
    /// Where it comes from.
    pub origin: Origin,
    /// What may be done.
    pub access: Access,
    /// The day everything is counted from.
    pub today: NaiveDate,
    /// Columns and rows of the window.
    pub size: (u16, u16),
}

impl App {
    /// What a run begins with.
    pub fn new(opening: Opening) -> Self {
        Self { state: begun(opening) }
    }

    /// A program whose text is still being read.
    pub fn awaiting(opening: Opening) -> Self {
        let mut state = begun(Opening { text: String::new(), ..opening });
        let awaited = Broken { reading: Reading::default(), outage: Outage::Awaited, since: None };
        state.document.stands_beside(Some(awaited));
        Self { state }
    }

    /// With these looks.
    #[must_use]
    pub fn looking(mut self, looks: Looks) -> Self {
        self.state.session.looks = looks;
        self
    }

    /// With who makes changes, where that is said.
    #[must_use]
    pub fn by(mut self, author: Option<&str>) -> Self {
        let author = author.map(|who| crate::text::clean(who).trim().to_owned());
        self.state.session.author = author.filter(|who| !who.is_empty());
        self
    }

    /// With something that is to be said first.
    #[must_use]
    pub fn saying(mut self, notice: Option<Notice>) -> Self {
        self.state.dialogue.notice = notice;
        self
    }

    /// With slides over the tabs; with a pace, in seconds, they come by themselves.
    #[must_use]
    pub fn presenting(mut self, every: Option<u16>) -> Self {
        let every_or = every.unwrap_or(Slides::EVERY);
        self.state.show.slides = Some(Slides { at: 0, part: 0, playing: every.is_some(), every: every_or });
        self.state.view.layers.push(Layer::Slides);
        self
    }
}

/// Takes one event into the app; what it asks of the world.
pub fn update(app: &mut App, event: Event) -> Option<Effect> {
    super::update::take(&mut app.state, event)
}

/// The state a run begins with.
fn begun(opening: Opening) -> State {
    let Opening { text, origin, access, today, size } = opening;
    let lists = TabTable::from_closure(|tab| tab.row().list.as_ref().map(|row| Listing::new(row.sort)));
    let mut state = State {
        document: Document::begun(&text, today),
        view: View { lists, ..View::default() },
        dialogue: Dialogue::default(),
        store: Store::default(),
        show: Presentation::default(),
        session: Session { origin, access, author: None, looks: Looks::default(), size },
    };
    state.keep_as_on_disk(state.text().to_owned());
    state.begin_with_rows();
    state
}
