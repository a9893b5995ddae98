//! Parts: charts and other pieces that pages are put together from.
//!
//! Never knows the state: what a part shows is handed to it.

pub mod axis;
pub mod bar;
pub mod bars;
pub mod bullet;
pub mod canvas;
pub mod columns;
pub mod digits;
pub mod measure;
pub mod strip;
pub mod viewport;
