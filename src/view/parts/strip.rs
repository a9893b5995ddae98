//! The strip of initiatives: how many are done, under way, late and not started, in one row.
//!
//! One segment for each, up to twelve; more than that, or too many for the room, as one bar in proportion.
//! The counts in words belong beside it. Never counts: it draws the marks it is given.

use super::canvas::Canvas;
use crate::figures::StatusMark;
use crate::settings::Role;
use crate::view::look::Look;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

/// More segments than this are hard to count by eye.
const MOST_SEGMENTS: usize = 12;

/// A segment narrower than this has no middle for its sign.
const NARROWEST: usize = 3;

/// The order of the parts of a bar in proportion.
const ORDER: [StatusMark; 6] = [
    StatusMark::Done,
    StatusMark::InProgress,
    StatusMark::Overdue,
    StatusMark::Open,
    StatusMark::Resting,
    StatusMark::Unknown,
];

/// The marks of initiatives as a strip needs them: one by one as far as they are few, and how many of each.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct StripMarks {
    few: Vec<StatusMark>,
    counts: [usize; ORDER.len()],
}

impl FromIterator<StatusMark> for StripMarks {
    fn from_iter<I: IntoIterator<Item = StatusMark>>(all: I) -> Self {
        let mut marks = Self::default();
        for mark in all {
            if marks.few.len() <= MOST_SEGMENTS {
                marks.few.push(mark);
            }
            let own = ORDER.iter().zip(&mut marks.counts).find(|(kind, _)| **kind == mark);
            if let Some((_, count)) = own {
                *count += 1;
            }
        }
        marks
    }
}

/// Draws one segment for each of `marks`, in their order, or one bar, into the first row of `area`.
pub fn draw(marks: &StripMarks, look: &Look, area: Rect, buffer: &mut Buffer) {
    let mut canvas = Canvas::new(area, buffer);
    let StripMarks { few: marks, counts } = marks;
    let gaps = marks.len().saturating_sub(1);
    let room = canvas.width().saturating_sub(gaps);
    if marks.len() <= MOST_SEGMENTS && room >= marks.len() * NARROWEST {
        let shares = vec![1; marks.len()];
        let mut x = 0;
        for (mark, wide) in marks.iter().zip(split(room, &shares)) {
            segment(&mut canvas, *mark, x, wide, look);
            x += wide + 1;
        }
        return;
    }
    let mut x = 0;
    for (mark, wide) in ORDER.into_iter().zip(split(canvas.width(), counts)) {
        segment(&mut canvas, mark, x, wide, look);
        x += wide;
    }
}

fn segment(canvas: &mut Canvas, mark: StatusMark, x: usize, wide: usize, look: &Look) {
    let glyphs = look.glyphs();
    let (glyph, style, sign) = match mark {
        StatusMark::Done => (glyphs.thick, look.fill(Role::Good), None),
        StatusMark::InProgress => (glyphs.under_way, look.style(Role::Current), None),
        // A quarter of the cell is inked: in the colour of bars it could hardly be seen from afar.
        StatusMark::Open => (glyphs.not_started, look.style(Role::Muted), None),
        StatusMark::Overdue => (glyphs.not_started, look.style(Role::Bad), Some("!")),
        StatusMark::Resting => (glyphs.not_started, look.style(Role::Muted), Some("-")),
        StatusMark::Unknown => (glyphs.not_started, look.style(Role::Bad), Some("?")),
    };
    canvas.run(x, 0, wide, glyph, style);
    if let (Some(sign), true) = (sign, wide > 0) {
        canvas.glyph(x + wide.saturating_sub(1) / 2, 0, sign, style);
    }
}

/// `room` columns in proportion to `shares`; what is not zero gets a column at least, where there are enough.
fn split(room: usize, shares: &[usize]) -> Vec<usize> {
    let total: usize = shares.iter().sum();
    let some = shares.iter().filter(|share| **share > 0).count();
    let (least, rest) = if room >= some { (1, room - some) } else { (0, room) };
    let mut sum = 0;
    let mut parts = Vec::with_capacity(shares.len());
    for share in shares {
        // The end of each part is rounded, not its width: the parts then fill the room exactly.
        let end = |sum: usize| (2 * rest * sum + total) / (2 * total.max(1));
        let start = end(sum);
        sum += share;
        parts.push(end(sum) - start + if *share > 0 { least } else { 0 });
    }
    parts
}
