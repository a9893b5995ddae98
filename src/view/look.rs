//! The look: glyphs and styles as they are on this terminal, resolved once.
//!
//! Parts and pages ask for roles; here roles become the styles of cells. Never names a colour itself.

use crate::settings::{
    Colour, Depth, GlyphSet, Glyphs, Letters, Looks, Paint, Rgb, Role, Theme, ThemeChoice, ThemeName,
};
use crate::text;
use ratatui::style::{Color, Modifier, Style};
use std::borrow::Cow;
use strum::{EnumCount, VariantArray};

/// Everything that decides how a screen looks but not what it shows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Look {
    alphabet: Alphabet,
    depth: Depth,
    paints: [Paint; Role::COUNT],
}

impl Look {
    /// The look of `theme` in `depth` colours with these glyphs and letters.
    pub fn new(theme: &Theme, depth: Depth, set: GlyphSet, letters: Letters) -> Self {
        let paint = |at| Role::VARIANTS.get(at).map_or(Paint::PLAIN, |role| theme.paint(*role, depth));
        let paints = std::array::from_fn(paint);
        Self { alphabet: Alphabet { set, letters }, depth, paints }
    }

    /// The look of what is chosen; `own` is the user's theme, if there is one.
    pub fn of(looks: &Looks, own: Option<&Theme>) -> Self {
        let built_in = |name| Cow::Owned(Theme::built_in(name));
        let theme = match (looks.theme, own) {
            (ThemeChoice::BuiltIn(name), _) => built_in(name),
            (ThemeChoice::Own, Some(theme)) => Cow::Borrowed(theme),
            (ThemeChoice::Own, None) => built_in(ThemeName::default()),
        };
        Self::new(&theme, looks.depth, looks.glyphs, looks.letters)
    }

    /// The characters to draw with.
    pub const fn glyphs(&self) -> &'static Glyphs {
        self.alphabet.glyphs()
    }

    /// The glyph set.
    pub const fn set(&self) -> GlyphSet {
        self.alphabet.set
    }

    /// The letters and signs the screen has.
    pub const fn alphabet(&self) -> Alphabet {
        self.alphabet
    }

    /// The number of colours.
    pub const fn depth(&self) -> Depth {
        self.depth
    }

    /// Whether this period's bars and those before it differ in colour.
    ///
    /// Where they do not, they must differ in pattern.
    pub fn tells_bars_apart(&self) -> bool {
        self.paint(Role::Current).foreground != self.paint(Role::Previous).foreground
    }

    fn paint(&self, role: Role) -> Paint {
        self.paints.get(role as usize).copied().unwrap_or(Paint::PLAIN)
    }

    /// The style of a text or a line in `role`. The background stays what it is, unless the role has its own.
    pub fn style(&self, role: Role) -> Style {
        style_of(self.paint(role))
    }

    /// The style of cells that a bar in `role` fills whole.
    ///
    /// Where the role has a colour and the cell is a block, foreground and background are both that colour:
    /// many fonts draw `█` a pixel short, and stripes would show.
    pub fn fill(&self, role: Role) -> Style {
        let colour = colour_of(self.paint(role).foreground);
        let seamless = colour != Color::Reset && self.alphabet.set != GlyphSet::Ascii;
        if seamless { self.style(role).bg(colour) } else { self.style(role) }
    }

    /// The style of a text on top of a bar in role `bar`: the bar's colour is behind it.
    pub fn on_fill(&self, bar: Role) -> Style {
        let colour = colour_of(self.paint(bar).foreground);
        Style::new().fg(colour).bg(Color::Reset).add_modifier(Modifier::REVERSED | Modifier::BOLD)
    }

    /// The style of a mark in `role` that interrupts a bar: the terminal's own background is behind it, because
    /// no colour stands out from every bar.
    pub fn on_gap(&self, role: Role) -> Style {
        let style = self.style(role);
        if style.bg.is_some() { style } else { style.bg(Color::Reset) }
    }

    /// The style of a text in `role` on the selected row.
    ///
    /// Where the selection is reversed, the row drops its colours: three reversed colours in a row are noise.
    pub fn on_selection(&self, role: Role) -> Style {
        let (paint, selection) = (self.paint(role), self.paint(Role::Selection));
        if selection.reversed {
            return style_of(Paint { bold: paint.bold || selection.bold, ..selection });
        }
        style_of(Paint { background: selection.background, ..paint })
    }

    /// `text` as this screen can show it: only what fits into cells, in the letters and signs the terminal has.
    ///
    /// Comes before measuring and cutting, because it can change the width.
    pub fn shown<'a>(&self, text: &'a str) -> Cow<'a, str> {
        self.alphabet.shown(text)
    }

    /// `text` as [`Look::shown`], cut to `columns` with this set's mark.
    pub fn fit(&self, text: &str, columns: usize) -> String {
        text::fit(&self.shown(text), columns, self.glyphs().ellipsis).into_owned()
    }
}

/// The letters and signs a screen has: all of a look that decides how wide a text is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Alphabet {
    set: GlyphSet,
    letters: Letters,
}

impl Alphabet {
    /// The characters to draw with.
    pub const fn glyphs(self) -> &'static Glyphs {
        self.set.glyphs()
    }

    /// `text` as [`Look::shown`].
    pub fn shown(self, text: &str) -> Cow<'_, str> {
        let cells = text::cells(text);
        match (self.letters, self.set) {
            (Letters::Ascii, _) => then(cells, text::seven_bit),
            (Letters::Unicode, GlyphSet::Ascii) => then(cells, text::plain_punctuation),
            (Letters::Unicode, GlyphSet::Full | GlyphSet::Console) => cells,
        }
    }

    /// The columns a text takes as the screen shows it.
    pub fn width(self, text: &str) -> u16 {
        u16::try_from(text::width(&self.shown(text))).unwrap_or(u16::MAX)
    }
}

/// Applies `change` without losing a borrow that nothing has changed.
fn then(text: Cow<'_, str>, change: fn(&str) -> Cow<'_, str>) -> Cow<'_, str> {
    match text {
        Cow::Borrowed(text) => change(text),
        Cow::Owned(text) => Cow::Owned(change(&text).into_owned()),
    }
}

fn style_of(paint: Paint) -> Style {
    let mut style = Style::new().fg(colour_of(paint.foreground));
    if paint.background != Colour::Default {
        style = style.bg(colour_of(paint.background));
    }
    if paint.bold {
        style = style.add_modifier(Modifier::BOLD);
    }
    if paint.reversed {
        style = style.add_modifier(Modifier::REVERSED);
    }
    style
}

/// The sixteen colours under the names that terminals of sixteen colours are sent: `38;5;n` is not for them.
const ANSI: [Color; 16] = [
    Color::Black,
    Color::Red,
    Color::Green,
    Color::Yellow,
    Color::Blue,
    Color::Magenta,
    Color::Cyan,
    Color::Gray,
    Color::DarkGray,
    Color::LightRed,
    Color::LightGreen,
    Color::LightYellow,
    Color::LightBlue,
    Color::LightMagenta,
    Color::LightCyan,
    Color::White,
];

/// The number of one of them: 1 for red.
pub fn number_of(named: Color) -> u8 {
    (0..).zip(ANSI).find(|(_, one)| *one == named).map_or(0, |(number, _)| number)
}

fn colour_of(colour: Colour) -> Color {
    match colour {
        Colour::Default => Color::Reset,
        Colour::Ansi(number) => ANSI.get(usize::from(number)).copied().unwrap_or(Color::Reset),
        Colour::Indexed(number) => Color::Indexed(number),
        Colour::Rgb(Rgb(red, green, blue)) => Color::Rgb(red, green, blue),
    }
}
