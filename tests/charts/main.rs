//! Charts: every case as golden text in every glyph set, laws over random values, and colours that can be read.

#![expect(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test may fail loudly")]

mod card;
mod cases;
mod colours;
mod difference;
mod laws;
