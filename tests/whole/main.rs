//! The whole: every page at every size, every key in every place, laws over random files, the program's own arguments.
//!
//! `cargo test --test whole`, or a part of it: `cargo test --test whole edits::`. What answers at once is in `fast`.

#[path = "../support/costly.rs"]
mod costly;
#[path = "../support/golden.rs"]
mod golden;
#[path = "../support/pages.rs"]
mod pages;
#[path = "../support/screens.rs"]
mod screens;
#[path = "../support/stage.rs"]
mod stage;
#[path = "../support/strings.rs"]
mod strings;

mod access;
mod budgets;
mod captions;
mod check;
mod commands;
mod doubts;
mod edits;
mod frames;
mod hostile;
mod long_words;
mod numbers;
mod reading;
mod series;
mod slides;
mod together;
mod words;
