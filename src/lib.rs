//! The architecture of coopdash, and the order of its floors.
//!
//! coopdash shows one document on a handful of tabs with a cursor, so it is Elm in plain Rust:
//! an enum in, a value changed in place, an enum out.
//!
//! ```text
//!   text --Tree::read--> Tree --understand--> Reading { source, tree, programme, findings }    document  never fails
//!                                                | derive(programme, today)
//!                                                v
//!                                             Figures                                         figures
//!                                                |
//! Event --update--> App { State } ---------------+--draw(state, look, area)--> Buffer --> terminal      shell
//!   ^       |                                                                    |  `---> text ansi svg output
//!   |       v                                                                    `- the narrow waist
//!   |    Effect --perform--> file, editor                                                     shell
//!   `--- Saved / Failed / Loaded / Touched ---'
//!
//! key - keymap -> Action - update -> Change - edit -> Splice - proved on both trees -> new text with its tree
//!                                                            - read -> new programme `-> Effect::Save
//! ```
//!
//! A long text is read on two cores, where there are two: cut at its sections and items (`yaml/tree/{cut, piece, joined}`),
//! and its items from both ends of their list (`document/read/many`). What comes of it is the same on one.
//!
//! In a long text a change takes longer than a frame (`app/lasting`): then a copy of the program takes it in beside the
//! loop (`shell/run/aside`), and after it whatever came in meanwhile. The program as it was goes on being shown.
//!
//! A value walks from the file to its bar through `yaml/tree/build`, `yaml/tree/node`, `document/read/{rows, values,
//! observations, metric}`, `figures/{metric, scale}`, `view/pages/{metrics, chart}` and `view/parts/bars`. A tick walks
//! from the key to the disk through `shell/keys`, `app/{action, update}`, `app/update/{ticking, changing}`,
//! `document/edit` with `standing`, `yaml/{group, splice, proof}`, `app/effect` and `shell/save`.
//!
//! The floors stand below in order; a floor imports only from floors above it in this list
//! (held by `tests/fast/floors.rs`).
//!
//! # Laws
//!
//! 1. **The text is the truth.** The programme is only made by reading text; a change is a patch to
//!    the text, which is then read again; its figures are set with it (`app/state/document`).
//! 2. **Reading never fails.** It gives what it understood, and findings with places for the rest.
//!    A wrong item costs that item, not the file.
//! 3. **Below the shell nothing fails and nothing waits.**
//! 4. **`app::update` is the only writer** of the state, which an `App` lends out to be read and to nothing
//!    else; it does no IO and returns at most one effect; the answer to an effect is an event.
//! 5. **`view::draw` is a function** of state, look and area: two calls give equal buffers, and any
//!    area works, 0x0 included.
//! 6. **Nothing flows back from drawing**: what shows is computed from the chosen row.
//!    What only a walk over all rows tells is a question to the state (`app/question`), answered once for a text;
//!    neither a key nor a frame walks what it does not show (held by `tests/rows`).
//! 7. **Today is an argument**: frames and reports are reproducible.
//! 8. **One table of actions, one of fields, one of sections, one of finding codes** make everything that
//!    users read about them, and whoever goes through all of them walks the table.
//! 9. **The view names roles, the theme names colours**; meaning is never carried by colour alone.
//! 10. **Every string from a file is cleaned once, at the door**, before anything else sees it; and whatever
//!     writes (standard output, standard error, the screen) asks for a text that only cleaning makes.
//! 11. **Floors import downward only**, and each names only its own outside crates.
//!
//! # To add something, touch these
//!
//! | what | files | asked for by |
//! |---|---|---|
//! | a field | its row in `programme/fields/table`, its fact in `wording/facts` | the full document |
//! | a tab | `app/tab`, its row in `app/section`, its page in `view/pages` | the compiler, then `journeys` |
//! | a finding | its row in `document/finding/codes`, the rule in `document/read` or `document/rules` | the bad documents |
//! | a key | its row in `app/action`, its arm in `app/update` | the compiler, the table of keys |
//! | a format | `cli/arguments`, its writer in `output`, its arm in `cli/render` | the compiler |
//! | a sentence | `wording`, as a `Phrase` where it has to fit | nobody |
//!
//! How each is done, and how tests are run, is in `CONTRIBUTING.md`.

pub mod text;

pub mod yaml;

pub mod programme;

pub mod document;

pub mod figures;

pub mod settings;

pub mod wording;

pub mod app;

pub mod view;

pub mod output;

pub mod shell;

pub mod cli;
