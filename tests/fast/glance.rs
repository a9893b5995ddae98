//! A glance at every page: one size and one set of glyphs, the rest of `frames` is looked at by the whole.

use crate::golden::Pages;
use crate::pages::{self, FULL};
use crate::stage::plain;

#[test]
fn every_page_in_the_usual_window() {
    let size = (80, 24);
    pages::check(Pages::new("frames/full", size), FULL, size, plain);
}
