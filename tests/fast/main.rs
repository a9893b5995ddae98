//! The fast tier: guards of the house, laws of words and figures, documents, journeys by keys.
//! It answers while one waits.
//!
//! `cargo test --test fast`. What takes longer stands in `whole`, what needs a terminal in `terminal`.

#[path = "../support/answers.rs"]
mod answers;
#[path = "../support/desk.rs"]
mod desk;
#[path = "../support/golden.rs"]
mod golden;
#[path = "../support/pages.rs"]
mod pages;
#[path = "../support/stage.rs"]
mod stage;
#[path = "../support/strings.rs"]
mod strings;

mod actions;
mod agenda;
mod amounts;
mod arguments;
mod cases;
mod changes;
mod charts;
mod colours;
mod dates;
mod days;
mod differential;
mod documents;
mod everywhere;
mod fields;
mod figures;
mod findings;
mod floors;
mod forms;
mod fresh;
mod glance;
mod goldens;
mod journeys;
mod keys;
mod labels;
mod lasting;
mod levels;
mod lists;
mod looks;
mod merging;
mod messages;
mod outages;
mod pace;
mod paint;
mod patches;
mod periods;
mod pictures;
mod safety;
mod sample;
mod scales;
mod screen;
mod surroundings;
mod template;
mod texts;
mod tracks;
mod trials;
mod truths;
mod understood;
mod units;
mod valued;
mod vocabularies;
