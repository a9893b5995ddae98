//! Charts: every case as golden text in every glyph set, laws over random values, and colours that can be read.

mod card;
mod cases;
mod colours;
mod laws;
