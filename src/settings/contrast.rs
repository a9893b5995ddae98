//! Contrast: whether the colours of a theme can be read on the backgrounds people have, also by those who do
//! not tell red from green.
//!
//! Contrast is WCAG 2.2's ratio (1.4.3 for text, 1.4.11 for bars and lines); difference is CIEDE2000 after a
//! simulation of full dichromacy (Machado, Oliveira and Fernandes 2009). Never measures the sixteen colours: what
//! they look like is the terminal's business.

use super::difference::ciede2000;
use super::{Colour, Depth, Rgb, Role, Theme};

/// Dark backgrounds: black, the Windows console, an editor, Ubuntu, Solarized.
pub const DARK: [Rgb; 5] =
    [Rgb(0, 0, 0), Rgb(12, 12, 12), Rgb(0x1e, 0x1e, 0x1e), Rgb(0x30, 0x0a, 0x24), Rgb(0, 0x2b, 0x36)];

/// Light backgrounds: white, paper, Solarized.
pub const LIGHT: [Rgb; 3] = [Rgb(255, 255, 255), Rgb(0xf5, 0xf5, 0xf5), Rgb(0xfd, 0xf6, 0xe3)];

/// The roles that letters are written in.
pub const TEXTS: [Role; 7] =
    [Role::Text, Role::Bright, Role::Muted, Role::Heading, Role::Good, Role::Warn, Role::Bad];

/// The roles of bars, lines and marks.
pub const SHAPES: [Role; 5] = [Role::Rule, Role::Accent, Role::Current, Role::Previous, Role::Target];

/// The least contrast of a text.
pub const FOR_TEXT: f64 = 4.5;
/// The least contrast of a bar, a line or a mark.
pub const FOR_SHAPES: f64 = 3.0;
/// The least difference of good and bad.
pub const APART: f64 = 15.0;

/// Two kinds of eyes that do not tell red from green.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Eye {
    /// Without the cones for long waves.
    Protanope,
    /// Without the cones for middle waves.
    Deuteranope,
}

/// What cannot be read well in a theme.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Flaw {
    /// A colour that does not stand out from a background.
    Faint {
        /// The role.
        role: Role,
        /// In how many colours.
        depth: Depth,
        /// The colour.
        colour: Rgb,
        /// The background it is hardest to read on.
        background: Rgb,
        /// The ratio there.
        ratio: f64,
        /// The ratio it should have.
        least: f64,
    },
    /// Good and bad look alike to some.
    Alike {
        /// To whom.
        eye: Eye,
        /// In how many colours.
        depth: Depth,
        /// How different they look: 1 can just be told apart side by side.
        difference: f64,
    },
}

impl Theme {
    /// Everything in it that cannot be read well: on backgrounds as dark or as light as that of its page, and on
    /// the selected row.
    pub fn flaws(&self) -> Vec<Flaw> {
        let is_dark = luminance(self.page.background) < MIDDLE;
        let mut backgrounds = if is_dark { DARK.to_vec() } else { LIGHT.to_vec() };
        backgrounds.push(self.page.background);
        let mut flaws = Vec::new();
        for depth in [Depth::True, Depth::Indexed] {
            let selected: Vec<Rgb> =
                self.paint(Role::Selection, depth).background.rgb().into_iter().collect();
            let on_text = [backgrounds.clone(), selected].concat();
            flaws.extend(TEXTS.iter().filter_map(|role| self.faint(*role, depth, &on_text, FOR_TEXT)));
            flaws.extend(SHAPES.iter().filter_map(|role| self.faint(*role, depth, &backgrounds, FOR_SHAPES)));
            flaws.extend(
                [Eye::Protanope, Eye::Deuteranope].into_iter().filter_map(|eye| self.alike(eye, depth)),
            );
        }
        flaws
    }

    /// The worst of `backgrounds` for a role, if it is too bad there. The terminal's own colour is its business.
    fn faint(&self, role: Role, depth: Depth, backgrounds: &[Rgb], least: f64) -> Option<Flaw> {
        let paint = self.paint(role, depth);
        let own: Vec<Rgb> = paint.background.rgb().into_iter().collect();
        let backgrounds = if own.is_empty() { backgrounds } else { &own };
        let colour = match paint.foreground {
            Colour::Default => None,
            colour @ (Colour::Ansi(_) | Colour::Indexed(_) | Colour::Rgb(_)) => colour.rgb(),
        }?;
        let ratios = backgrounds.iter().map(|background| (contrast(colour, *background), *background));
        let (ratio, background) = ratios.min_by(|a, b| a.0.total_cmp(&b.0))?;
        (ratio < least).then_some(Flaw::Faint { role, depth, colour, background, ratio, least })
    }

    fn alike(&self, eye: Eye, depth: Depth) -> Option<Flaw> {
        let colour = |role| self.paint(role, depth).foreground.rgb();
        let difference = difference(eye, colour(Role::Good)?, colour(Role::Bad)?);
        (difference < APART).then_some(Flaw::Alike { eye, depth, difference })
    }
}

/// The light of a grey that black and white stand out from alike.
const MIDDLE: f64 = 0.18;

/// WCAG's contrast ratio of two colours, 1 to 21.
pub fn contrast(a: Rgb, b: Rgb) -> f64 {
    let (a, b) = (luminance(a), luminance(b));
    (a.max(b) + 0.05) / (a.min(b) + 0.05)
}

/// How different two colours look to an eye (CIEDE2000).
pub fn difference(eye: Eye, a: Rgb, b: Rgb) -> f64 {
    ciede2000(lab(seen(eye, light(a))), lab(seen(eye, light(b))))
}

/// A channel of sRGB as light.
fn linear(channel: u8) -> f64 {
    let share = f64::from(channel) / 255.0;
    if share <= 0.04045 { share / 12.92 } else { libm::pow((share + 0.055) / 1.055, 2.4) }
}

fn light(Rgb(red, green, blue): Rgb) -> [f64; 3] {
    [red, green, blue].map(linear)
}

fn luminance(colour: Rgb) -> f64 {
    let [red, green, blue] = light(colour);
    0.2126 * red + 0.7152 * green + 0.0722 * blue
}

/// Light as such an eye sees it (Machado and others 2009, severity 1.0).
fn seen(eye: Eye, light: [f64; 3]) -> [f64; 3] {
    let rows = match eye {
        Eye::Protanope => [
            [0.152_286, 1.052_583, -0.204_868],
            [0.114_503, 0.786_281, 0.099_216],
            [-0.003_882, -0.048_116, 1.051_998],
        ],
        Eye::Deuteranope => [
            [0.367_322, 0.860_646, -0.227_968],
            [0.280_085, 0.672_501, 0.047_413],
            [-0.011_820, 0.042_940, 0.968_881],
        ],
    };
    rows.map(|row: [f64; 3]| row.iter().zip(light).map(|(a, b)| a * b).sum::<f64>().clamp(0.0, 1.0))
}

/// Linear sRGB as CIELAB under D65.
fn lab([red, green, blue]: [f64; 3]) -> [f64; 3] {
    let x = (0.412_456_4 * red + 0.357_576_1 * green + 0.180_437_5 * blue) / 0.950_47;
    let y = 0.212_672_9 * red + 0.715_152_2 * green + 0.072_175_0 * blue;
    let z = (0.019_333_9 * red + 0.119_192_0 * green + 0.950_304_1 * blue) / 1.088_83;
    let [x, y, z] = [x, y, z].map(|share| {
        if share > 216.0 / 24389.0 { libm::cbrt(share) } else { (24389.0 / 27.0 * share + 16.0) / 116.0 }
    });
    [116.0 * y - 16.0, 500.0 * (x - y), 200.0 * (y - z)]
}
