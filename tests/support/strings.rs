//! Hostile strings, and what of a printed text no program of good manners writes.
//!
//! Chance from a seed, so that a string is found again. What may be printed is said here once more, and not
//! asked of the program. `STRINGS` sets how many there are, `SEED` which.

/// How many strings a test is to try.
pub(crate) fn how_many(usual: usize) -> usize {
    number("STRINGS").unwrap_or(usual)
}

#[expect(clippy::disallowed_methods, reason = "how long a test runs is said from outside")]
fn number(variable: &str) -> Option<usize> {
    std::env::var(variable).ok()?.parse().ok()
}

/// Pieces that act somewhere, that hide, or that some script needs.
const PIECES: &[&str] = &[
    // Sequences of terminals, whole and torn, in seven bits and in eight.
    "\u{1b}[2J",
    "\u{1b}[31m",
    "\u{1b}]0;title\u{7}",
    "\u{1b}]52;c;YQ==\u{1b}\\",
    "\u{1b}P1$r3 q\u{1b}\\",
    "\u{1b}[6n",
    "\u{1b}[?1049l",
    "\u{1b}c",
    "\u{1b}(0",
    "\u{1b}",
    "\u{9b}2J",
    "\u{9d}0;t\u{9c}",
    "\u{90}q\u{9c}",
    "\u{1b}[200~",
    "\u{1b}_G\u{1b}\\",
    // Control characters and line breaks.
    "\0",
    "\u{7}",
    "\u{8}\u{8}",
    "\r",
    "\r\n",
    "\n",
    "\t",
    "\u{b}",
    "\u{c}",
    "\u{e}",
    "\u{18}",
    "\u{7f}",
    "\u{85}",
    "\u{2028}",
    "\u{2029}",
    "\nerror: forged\n",
    "\n::error::forged",
    "%0A::error::x",
    "::stop-commands::x",
    // Directions, tags, what is no character, annotations.
    "\u{202e}",
    "\u{202d}x\u{202c}",
    "\u{2066}",
    "\u{2067}y\u{2069}",
    "\u{200e}",
    "\u{200f}",
    "\u{61c}",
    "\u{206a}",
    "\u{e0001}",
    "\u{e0061}\u{e0062}\u{e007f}",
    "\u{fffe}",
    "\u{ffff}",
    "\u{fdd0}",
    "\u{1fffe}",
    "\u{10ffff}",
    "\u{fff9}a\u{fffa}b\u{fffb}",
    // What is not seen, and floods of it.
    "\u{200b}",
    "\u{200c}",
    "\u{200d}",
    "\u{200d}\u{200d}\u{200d}",
    "\u{2060}",
    "\u{2063}",
    "\u{feff}",
    "\u{ad}",
    "\u{34f}",
    "\u{115f}",
    "\u{3164}",
    "\u{ffa0}",
    "\u{180e}",
    "\u{fe0f}",
    "\u{fe0f}\u{e0101}\u{e0102}\u{fe01}",
    "\u{e000}",
    "\u{f8ff}",
    "\u{e01f5}",
    "\u{301}",
    "Z\u{30d}\u{30e}\u{304}\u{305}\u{33f}\u{311}\u{306}\u{310}\u{352}\u{357}\u{351}\u{307}\u{308}\u{30a}",
    "\u{20e3}",
    "\u{1d173}",
    // Signs of the program's own forms.
    "<b>&\"'",
    "]]>",
    "`",
    "{",
    "%",
    "\\",
    "--",
    "-x",
    ": #",
    "=cmd",
    "$(id)",
    "\u{fffd}",
    "¶",
    "…",
    // Words, as they are written.
    "Sarajevo",
    "Đorđe",
    "s\u{30c}c\u{301}",
    "Straße",
    "Київ",
    "Ελλάς",
    "می\u{200c}خواهم",
    "العربية\u{200f}!",
    "שלום (C++\u{200e})",
    "क्\u{200d}ष",
    "ශ්\u{200d}රී",
    "ภาษา\u{200b}ไทย",
    "ខ្មែរ\u{200b}ភាសា",
    "日本語",
    "한국어",
    "ཧྐྵྨླྺྼྻྂ",
    "👩\u{200d}🚀",
    "❤\u{fe0f}\u{200d}🔥",
    "🇧🇦",
    "👍\u{1f3fd}",
    " ",
    " of ",
    "2023",
    "12,5",
    "due",
];

/// A source of strings.
pub(crate) struct Strings(u64);

impl Strings {
    /// The source of this name and the seed of the run.
    pub(crate) fn new(name: u64) -> Self {
        Self(
            u64::try_from(number("SEED").unwrap_or(1)).unwrap_or(1).wrapping_mul(0xD134_2543_DE82_EF95)
                ^ name,
        )
    }

    pub(crate) fn below(&mut self, end: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        usize::try_from((mixed ^ (mixed >> 31)) % (end as u64)).unwrap_or_default()
    }

    /// A hostile string.
    pub(crate) fn next(&mut self) -> String {
        let mut string = String::new();
        for _ in 0..=self.below(5) {
            match self.below(12) {
                0 => string.extend(self.any()),
                1 => string.push_str(&"\u{30d}\u{489}\u{5b0}".repeat(self.below(40))),
                _ => string.push_str(PIECES[self.below(PIECES.len())]),
            }
        }
        string
    }

    /// Any character at all; every second one of the kinds that are not letters.
    fn any(&mut self) -> Option<char> {
        let code = match self.below(4) {
            0 => self.below(0xa0),
            1 => 0x2000 + self.below(0x70),
            _ => self.below(0x11_0000),
        };
        char::from_u32(u32::try_from(code).unwrap_or_default())
    }
}

/// What stands in a printed text and must not: control characters but line ends, what turns the direction of
/// writing, tags, what is no character; marks of direction in lines without a word that needs them, what is not
/// seen between Latin letters, and floods.
pub(crate) fn offence(printed: &str) -> Option<String> {
    printed.split('\n').find_map(|line| {
        let letters: Vec<char> = line.chars().collect();
        if line.bytes().all(|byte| matches!(byte, b' '..=b'~')) {
            return None;
        }
        let has_from_right = letters.iter().any(|c| {
            c.is_alphabetic() && matches!(*c as u32, 0x590..=0x8ff | 0xfb1d..=0xfefc | 0x10800..=0x1efff)
        });
        let mut run = 0;
        letters.iter().enumerate().find_map(|(at, c)| {
            run = if is_mark(*c) { run + 1 } else { 0 };
            let is_wrong = match *c as u32 {
                0..=0x1f
                | 0x7f..=0x9f
                | 0x2028..=0x202e
                | 0x2065..=0x206f
                | 0xfff0..=0xfffb
                | 0xe0000..=0xe00ff
                | 0xe01f0..=0xe0fff
                | 0xfdd0..=0xfdef => true,
                code if code & 0xfffe == 0xfffe => true,
                0x61c | 0x200e | 0x200f => !has_from_right,
                0xad
                | 0x115f
                | 0x1160
                | 0x3164
                | 0xffa0
                | 0x180e
                | 0x200b..=0x200d
                | 0x2060..=0x2064
                | 0xfeff => stands_between_latin_letters(&letters, at),
                _ => run > 20,
            };
            is_wrong.then(|| format!("U+{:04X} in {line:?}", *c as u32))
        })
    })
}

fn is_mark(c: char) -> bool {
    matches!(c as u32, 0x300..=0x36f | 0x483..=0x489 | 0x591..=0x5bd | 0xfe00..=0xfe0f | 0xe0100..=0xe01ef | 0x200c | 0x200d)
}

fn stands_between_latin_letters(letters: &[char], at: usize) -> bool {
    let is_letter =
        |c: &&char| c.is_alphabetic() || ('\u{2190}'..='\u{2bff}').contains(*c) || **c as u32 >= 0x1f000;
    let is_latin = |c: Option<&char>| c.is_none_or(|c| (*c as u32) < 0x590);
    let before = letters[..at].iter().rev().find(is_letter);
    let behind = letters[at + 1..].iter().find(is_letter);
    is_latin(before) && is_latin(behind) && (before.is_some() || behind.is_some())
}

/// The same of what goes into cells, where nothing is that is not seen.
pub(crate) fn offence_in_cells(printed: &str) -> Option<String> {
    let unseen = |c: char| {
        matches!(c as u32, 0xad | 0x34f | 0x61c | 0x115f | 0x1160 | 0x3164 | 0xffa0 | 0x180b..=0x180f | 0x200b..=0x200f
            | 0x2060..=0x206f | 0xfe00..=0xfe0f | 0xfeff | 0xe0100..=0xe01ef)
    };
    let found =
        printed.chars().find(|c| unseen(*c)).map(|c| format!("U+{:04X} in a cell of {printed:?}", c as u32));
    found.or_else(|| offence(printed))
}

/// The text without the program's own sequences: styles, and on a screen places, modes, and the erasing of
/// all or of the rest of a row.
pub(crate) fn without_own_sequences(written: &str, is_screen: bool) -> Result<String, String> {
    let mut parts = written.split('\u{1b}');
    let mut text = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let end = part.find(|c: char| c.is_ascii_alphabetic()).ok_or_else(|| format!("ESC {part:?}"))?;
        let (sequence, rest) = part.split_at(end + 1);
        let is_number = |text: &str| {
            text.split(';').all(|one| !one.is_empty() && one.bytes().all(|b| b.is_ascii_digit()))
        };
        let body = sequence.strip_prefix('[').unwrap_or("none");
        let is_own = match (body.split_at(body.len() - 1), is_screen) {
            ((numbers, "m"), _) => is_number(numbers),
            ((place, "H"), true) => is_number(place) && place.split(';').count() == 2,
            ((mode, "h" | "l"), true) => ["?1049", "?25", "?2004", "?2026"].contains(&mode),
            ((two, "J"), true) => two == "2",
            ((blanks, "X"), true) => blanks.bytes().all(|b| b.is_ascii_digit()),
            // Whether the terminal has come so far.
            (("", "K") | ("5", "n"), true) => true,
            _ => false,
        };
        if !is_own {
            return Err(format!("the sequence {sequence:?}"));
        }
        text.push_str(rest);
    }
    Ok(text)
}
