//! Text: display width, cutting, wrapping, cleaning, numbers and dates as people read them; and how long ones are
//! worked on by two cores.
//!
//! Never knows what a metric is.

pub mod date;
pub mod number;

mod both_ends;
mod cell;
mod door;
mod fit;
mod fold;
mod line;
mod sanitise;
mod signs;
mod source;
mod width;

pub use both_ends::{from_both_ends, has_two_cores};
pub use cell::{cells, fits_a_cell};
pub use door::Clean;
pub use fit::{fit, pad_left, pad_right, wrap, wrapped_height};
pub use fold::{fold, plain_punctuation, seven_bit};
pub use line::{LineEditor, fitting};
pub use sanitise::{BREAK, HIDDEN, clean, clean_lines, cleaned};
pub use source::{Place, Source};
pub use width::{is_narrow, width};

/// The same with a capital letter at its beginning.
pub fn capital(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}
