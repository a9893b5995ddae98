//! How different two colours look: CIEDE2000, after Sharma, Wu and Dalal, "The CIEDE2000 Color-Difference
//! Formula", Color Research and Application 30 (2005).
//!
//! Never decides how different is different enough.

use libm::{atan2, cos, exp, hypot, sin};

/// The difference of two colours in CIELAB.
#[expect(clippy::many_single_char_names, reason = "the names of the formula")]
pub fn ciede2000([l1, a1, b1]: [f64; 3], [l2, a2, b2]: [f64; 3]) -> f64 {
    let shrink = |chroma: f64| (chroma.powi(7) / (chroma.powi(7) + 25_f64.powi(7))).sqrt();
    let g = 0.5 * (1.0 - shrink(f64::midpoint(hypot(a1, b1), hypot(a2, b2))));
    let (a1, a2) = (a1 * (1.0 + g), a2 * (1.0 + g));
    let (c1, c2) = (hypot(a1, b1), hypot(a2, b2));
    let hue = |a: f64, b: f64| atan2(b, a).to_degrees().rem_euclid(360.0);
    let (h1, h2) = (hue(a1, b1), hue(a2, b2));
    let grey = c1 * c2 == 0.0;
    let turn = if grey { 0.0 } else { (h2 - h1 + 180.0).rem_euclid(360.0) - 180.0 };
    let (dl, dc) = (l2 - l1, c2 - c1);
    let dh = 2.0 * (c1 * c2).sqrt() * sin((turn / 2.0).to_radians());
    let (l, c) = (f64::midpoint(l1, l2), f64::midpoint(c1, c2));
    let h = if grey { h1 + h2 } else { (h1 + turn / 2.0).rem_euclid(360.0) };
    let cosine = |times: f64, offset: f64| cos((times * h + offset).to_radians());
    let t = 1.0 - 0.17 * cosine(1.0, -30.0) + 0.24 * cosine(2.0, 0.0) + 0.32 * cosine(3.0, 6.0)
        - 0.20 * cosine(4.0, -63.0);
    let sl = 1.0 + 0.015 * (l - 50.0).powi(2) / (20.0 + (l - 50.0).powi(2)).sqrt();
    let (sc, sh) = (1.0 + 0.045 * c, 1.0 + 0.015 * c * t);
    let rotation = 30.0 * exp(-((h - 275.0) / 25.0).powi(2));
    let rt = -2.0 * shrink(c) * sin((2.0 * rotation).to_radians());
    ((dl / sl).powi(2) + (dc / sc).powi(2) + (dh / sh).powi(2) + rt * (dc / sc) * (dh / sh)).sqrt()
}
