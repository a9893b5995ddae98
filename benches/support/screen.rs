//! A program with a file open in a window, without a terminal: keys go in, frames come out.

use coopdash::app::{Access, App, Cause, Event, Key, Loaded, Opening, Origin, update};
use coopdash::document::Reading;
use coopdash::settings::{Depth, GlyphSet, Letters, Theme, ThemeName};
use coopdash::view::{draw, look::Look};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

/// The day everything is counted from.
pub(crate) fn today() -> chrono::NaiveDate {
    chrono::NaiveDate::from_ymd_opt(2024, 1, 15).unwrap_or_default()
}

/// The program, and the cells it draws into.
pub(crate) struct Screen {
    app: App,
    look: Look,
    cells: Buffer,
}

impl Screen {
    /// With what was read of a file, in a window of this size.
    pub(crate) fn new(reading: Reading, size: (u16, u16)) -> Self {
        let (text, origin) = (String::new(), Origin::File("programme.yaml".to_owned()));
        let mut app = App::awaiting(Opening { text, origin, access: Access::Write, today: today(), size });
        let loaded = Loaded::Text(Box::new(reading));
        update(&mut app, Event::Loaded { loaded, at: today().into(), cause: Cause::Started });
        let theme = Theme::built_in(ThemeName::Dark);
        let look = Look::new(&theme, Depth::True, GlyphSet::Full, Letters::Unicode);
        Self { app, look, cells: Buffer::empty(Rect::new(0, 0, size.0, size.1)) }
    }

    /// A key of this name, and the frame after it; what it asks of the world is not done.
    pub(crate) fn key(&mut self, name: &str) {
        if let Some(key) = Key::named(name) {
            update(&mut self.app, Event::Key(key));
        }
        self.draw();
    }

    /// One frame.
    pub(crate) fn draw(&mut self) {
        draw(&self.app, &self.look, self.cells.area, &mut self.cells);
    }
}
