//! Actions: everything a user can mean, in one table.
//!
//! The keymap, the footer, the help page and the README's key list are made from [`ACTIONS`], so
//! that none of them can drift. Never does anything itself.

use super::access::Need;
use super::event::{Key, KeyCode};
use super::tab::Tab;
use strum::VariantArray;

/// What the user meant.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, VariantArray)]
#[expect(missing_docs, reason = "each is described in the table of actions below")]
pub enum Action {
    NextTab,
    PreviousTab,
    ToTab,
    Down,
    Up,
    PageDown,
    PageUp,
    First,
    Last,
    ScrollDown,
    ScrollUp,
    Open,
    Back,
    Tick,
    Date,
    DateFigures,
    Change,
    Add,
    Mine,
    Theirs,
    Undo,
    Redo,
    Find,
    FindNext,
    FindPrevious,
    Compare,
    Table,
    Earlier,
    Later,
    Present,
    NextSlide,
    PreviousSlide,
    FirstSlide,
    LastSlide,
    Play,
    Faster,
    Slower,
    Notes,
    Filter,
    Sort,
    GroupBy,
    About,
    Problems,
    Edit,
    Reload,
    Help,
    NextGlyphs,
    NextTheme,
    SavePicture,
    Redraw,
    Suspend,
    Quit,
}

/// What is on top of the screen, and so which keys have a meaning.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, VariantArray)]
pub enum Mode {
    /// One of the tabs.
    Tabs,
    /// The detail of one item.
    Detail,
    /// A page of text: about, help.
    Sheet,
    /// The list of problems.
    Problems,
    /// The slides.
    Slides,
    /// The menu of changes.
    Menu,
    /// A change meets one of somebody else: one of the two is to be chosen.
    Clash,
    /// Typing into a field: characters are text.
    Typing,
}

/// The groups of the help page, in its order.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, VariantArray)]
pub enum HelpGroup {
    /// Where to look.
    Move,
    /// Changing the file.
    Change,
    /// Finding text.
    Find,
    /// Pages over the tabs.
    Pages,
    /// Showing the programme to others.
    Slides,
    /// The file and the program.
    Program,
}

impl HelpGroup {
    /// Its heading.
    pub const fn title(self) -> &'static str {
        match self {
            Self::Move => "Move",
            Self::Find => "Find",
            Self::Change => "Change",
            Self::Pages => "Pages",
            Self::Slides => "Slides",
            Self::Program => "File and program",
        }
    }
}

/// One row of the table of actions.
#[derive(Debug)]
pub struct Binding {
    /// The action.
    pub action: Action,
    /// What it does, in a few words, for the help page.
    pub doc: &'static str,
    /// One or two words for the footer; empty where the footer never shows it.
    pub hint: &'static str,
    /// Where the help page lists it.
    pub group: HelpGroup,
    /// The keys that mean it; the first is the one the footer shows.
    pub keys: &'static [Key],
    /// Where these keys have this meaning.
    pub modes: &'static [Mode],
    /// What it takes: not everybody may do everything.
    pub needs: Need,
}

const fn ch(c: char) -> Key {
    Key { code: KeyCode::Char(c), ctrl: false }
}

const fn ctrl(c: char) -> Key {
    Key { code: KeyCode::Char(c), ctrl: true }
}

const fn key(code: KeyCode) -> Key {
    Key { code, ctrl: false }
}

const ALL: &[Mode] = &[Mode::Tabs, Mode::Detail, Mode::Sheet, Mode::Problems];
const EVERYWHERE: &[Mode] = Mode::VARIANTS;
const UNDER_NO_SLIDES: &[Mode] =
    &[Mode::Tabs, Mode::Detail, Mode::Sheet, Mode::Problems, Mode::Menu, Mode::Clash, Mode::Typing];
const SHOWN: &[Mode] = &[Mode::Tabs, Mode::Detail, Mode::Sheet, Mode::Problems, Mode::Slides];
const LEAVE: &[Mode] =
    &[Mode::Tabs, Mode::Detail, Mode::Sheet, Mode::Problems, Mode::Slides, Mode::Menu, Mode::Clash];
const SLIDES: &[Mode] = &[Mode::Slides];
const TABS: &[Mode] = &[Mode::Tabs];
const LISTS: &[Mode] = &[Mode::Tabs, Mode::Detail, Mode::Problems, Mode::Menu];
const ROWS: &[Mode] = &[Mode::Tabs, Mode::Detail, Mode::Sheet, Mode::Problems, Mode::Menu];
const CLASH: &[Mode] = &[Mode::Clash];
const ITEMS: &[Mode] = &[Mode::Tabs, Mode::Detail];

macro_rules! entry {
    ($action:ident, $doc:literal, $hint:literal, $group:ident, $keys:expr, $modes:expr) => {
        entry!($action, $doc, $hint, $group, $keys, $modes, Nothing)
    };
    ($action:ident, $doc:literal, $hint:literal, $group:ident, $keys:expr, $modes:expr, $needs:ident) => {
        Binding {
            action: Action::$action,
            doc: $doc,
            hint: $hint,
            group: HelpGroup::$group,
            keys: $keys,
            modes: $modes,
            needs: Need::$needs,
        }
    };
}

/// The one table of actions.
#[rustfmt::skip]
pub const ACTIONS: &[Binding] = &[
    entry!(NextTab, "next tab", "tab", Move,
        &[key(KeyCode::Tab), ch(']'), key(KeyCode::Right), ch('l')], TABS),
    entry!(NextTab, "next tab", "", Move, &[key(KeyCode::Tab), ch(']')], &[Mode::Detail, Mode::Sheet, Mode::Problems]),
    entry!(PreviousTab, "previous tab", "", Move,
        &[key(KeyCode::BackTab), ch('['), key(KeyCode::Left), ch('h')], TABS),
    entry!(PreviousTab, "previous tab", "", Move, &[key(KeyCode::BackTab), ch('[')], &[Mode::Detail, Mode::Sheet, Mode::Problems]),
    entry!(ToTab, "the tab of this number", "", Move, &Tab::KEYS, ALL),
    entry!(Down, "next row; in a detail, the next item", "select", Move, &[key(KeyCode::Down), ch('j')], ROWS),
    entry!(Up, "previous row; in a detail, the item before", "", Move, &[key(KeyCode::Up), ch('k')], ROWS),
    entry!(PageDown, "a page down", "", Move, &[key(KeyCode::PageDown)], ROWS),
    entry!(PageUp, "a page up", "", Move, &[key(KeyCode::PageUp)], ROWS),
    entry!(First, "first row", "", Move, &[ch('g'), key(KeyCode::Home)], ROWS),
    entry!(Last, "last row", "", Move, &[ch('G'), key(KeyCode::End)], ROWS),
    entry!(ScrollDown, "in a detail, text further down", "scroll", Move, &[key(KeyCode::Right), ch('l')], &[Mode::Detail, Mode::Sheet]),
    entry!(ScrollUp, "in a detail, text further up", "", Move, &[key(KeyCode::Left), ch('h')], &[Mode::Detail, Mode::Sheet]),
    entry!(Open, "open the selected row; of a problem, its item", "open", Move, &[key(KeyCode::Enter)], LISTS),
    entry!(Back, "close what is open; never leaves", "back", Move, &[key(KeyCode::Esc)], UNDER_NO_SLIDES),
    entry!(Back, "close what is open; never leaves", "back", Move, &[key(KeyCode::Esc)], SLIDES, Pages),
    entry!(Tick, "complete the initiative, or reopen it", "tick", Change, &[ch(' ')], ITEMS, Writing),
    entry!(Date, "after a tick: today as the day it was completed on", "", Change, &[ch('+')], ITEMS, Writing),
    entry!(DateFigures, "say that the figures are of today (as_of)", "", Change, &[ch('A')], ITEMS, Writing),
    entry!(Change, "change the item: status, due, owner, dates, notes, values", "change", Change, &[ch('m')], ITEMS, Writing),
    entry!(Add, "add an initiative", "add", Change, &[ch('a')], ITEMS, Writing),
    entry!(Mine, "where two people changed the same: write yours", "yours", Change, &[ch('m')], CLASH, Writing),
    entry!(Theirs, "where two people changed the same: keep theirs", "theirs", Change, &[ch('t')], CLASH, Writing),
    entry!(Undo, "take the last change back", "undo", Change, &[ch('u')], ITEMS, Writing),
    entry!(Redo, "make it again", "", Change, &[ctrl('r')], ITEMS, Writing),
    entry!(Find, "find text in everything, without regard to case and accents", "find", Find, &[ch('/')], ALL),
    entry!(FindNext, "next match", "next", Find, &[ch('n')], ALL),
    entry!(FindPrevious, "match before", "", Find, &[ch('N')], &[Mode::Tabs, Mode::Problems]),
    entry!(Filter, "filter: all, overdue, due soon, not closed, done, no owner", "filter", Find, &[ch('f')], TABS),
    entry!(Sort, "sort: most urgent first, as in the file, due date, owner, title", "sort", Find, &[ch('s')], TABS),
    entry!(GroupBy, "group: none, by status, by owner, by group", "group", Find, &[ch('b')], TABS),
    entry!(Compare, "changes from: the period before, the first, the baseline", "compare", Pages, &[ch('c')], ITEMS),
    entry!(Table, "in a metric, its values as a table or as columns", "table", Pages, &[ch('t')], &[Mode::Detail]),
    entry!(Earlier, "in a metric, columns of earlier periods", "", Pages, &[ch('<')], &[Mode::Detail]),
    entry!(Later, "in a metric, columns of later periods", "", Pages, &[ch('>')], &[Mode::Detail]),
    entry!(About, "the programme: parties, summary, background, sources", "about", Pages, &[ch('i')], ALL),
    entry!(Problems, "what is wrong in the file, with what to write", "problems", Pages, &[ch('d')], ALL),
    entry!(Help, "keys and signs", "help", Pages, &[ch('?'), key(KeyCode::F(1))], SHOWN, Pages),
    entry!(Present, "show the programme as slides; Esc comes back", "slides", Slides, &[ch('p')], ALL),
    entry!(NextSlide, "next slide", "slide", Slides,
        &[key(KeyCode::Right), key(KeyCode::Enter), key(KeyCode::PageDown), key(KeyCode::Down), ch('l'), ch('j')], SLIDES),
    entry!(PreviousSlide, "slide before", "", Slides,
        &[key(KeyCode::Left), key(KeyCode::Backspace), key(KeyCode::PageUp), key(KeyCode::Up), ch('h'), ch('k')], SLIDES),
    entry!(FirstSlide, "first slide", "", Slides, &[ch('g'), key(KeyCode::Home)], SLIDES),
    entry!(LastSlide, "last slide", "", Slides, &[ch('G'), key(KeyCode::End)], SLIDES),
    entry!(Play, "let slides come by themselves, or hold them", "play", Slides, &[ch(' ')], SLIDES),
    entry!(Faster, "shorter time for each slide", "", Slides, &[ch('+')], SLIDES),
    entry!(Slower, "longer time for each slide", "", Slides, &[ch('-')], SLIDES),
    entry!(Notes, "show or hide speaker notes", "notes", Slides, &[ch('N')], &[Mode::Slides, Mode::Detail, Mode::Sheet], Pages),
    entry!(Edit, "open the file in $EDITOR at the selected item", "editor", Program, &[ch('e')],
        &[Mode::Tabs, Mode::Detail, Mode::Sheet, Mode::Problems, Mode::Clash], Starting),
    entry!(Reload, "read the file again", "reload", Program, &[ch('r'), key(KeyCode::F(5))], SHOWN),
    entry!(SavePicture, "save this screen as a picture (SVG) in this folder", "", Program, &[ch('S')], SHOWN, Creating),
    entry!(NextGlyphs, "other characters for bars: full, console, ascii", "", Program, &[ch('#')], SHOWN),
    entry!(NextTheme, "other colours: auto, dark, light, high-contrast, mono", "", Program, &[ch('T')], SHOWN),
    entry!(Redraw, "draw the whole screen again", "", Program, &[ctrl('l')], EVERYWHERE),
    entry!(Suspend, "back to the shell; fg returns", "", Program, &[ctrl('z')], EVERYWHERE, Stopping),
    entry!(Quit, "leave; asks once if a change is not saved", "quit", Program, &[ch('q'), ctrl('c')], LEAVE),
    entry!(Quit, "leave; asks once if a change is not saved", "", Program, &[ctrl('c')], &[Mode::Typing]),
];

/// What `key` means in `mode`.
pub fn meaning(mode: Mode, key: Key) -> Option<&'static Binding> {
    ACTIONS.iter().find(|entry| entry.modes.contains(&mode) && entry.keys.contains(&key))
}

/// The first entry of an action that has a meaning in `mode`.
pub fn entry(mode: Mode, action: Action) -> Option<&'static Binding> {
    ACTIONS.iter().find(|entry| entry.action == action && entry.modes.contains(&mode))
}
