//! Geometry: size classes and the room of the body, as plain arithmetic.
//!
//! Shared by `update`, which needs to know how far a text scrolls, and the view, which draws it.
//! Never draws.

/// The smallest window that is drawn: columns, rows.
pub const SMALLEST: (u16, u16) = (40, 12);

/// Width classes; a class decides columns and side panels.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Width {
    /// 40 to 59 columns: one thing at a time, short names.
    Narrow,
    /// 60 to 99 columns: the common 80.
    Normal,
    /// 100 to 159 columns: two panels side by side.
    Wide,
    /// 160 columns and more: list and detail side by side.
    Wall,
}

/// Height classes; a class decides rows per item.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Height {
    /// 12 to 19 rows: no blank rows.
    Low,
    /// 20 to 31 rows: the common 24.
    Normal,
    /// 32 to 49 rows: thicker bars, descriptions.
    Tall,
    /// 50 rows and more.
    Wall,
}

/// The class of a width.
pub const fn width(columns: u16) -> Width {
    match columns {
        0..=59 => Width::Narrow,
        60..=99 => Width::Normal,
        100..=159 => Width::Wide,
        _ => Width::Wall,
    }
}

/// The class of a height.
pub const fn height(rows: u16) -> Height {
    match rows {
        0..=19 => Height::Low,
        20..=31 => Height::Normal,
        32..=49 => Height::Tall,
        _ => Height::Wall,
    }
}

/// Empty columns at the left and at the right.
pub const fn margin(columns: u16) -> u16 {
    match width(columns) {
        Width::Narrow => 0,
        Width::Normal => 1,
        Width::Wide | Width::Wall => 2,
    }
}

/// Rows above the body: title, tabs, rule, message and, where there is room, a blank row.
pub const fn head(rows: u16) -> u16 {
    match height(rows) {
        Height::Low => 4,
        Height::Normal | Height::Tall | Height::Wall => 5,
    }
}

/// Columns and rows of the body of a window: between the head and the last row.
pub fn body(size: (u16, u16)) -> (u16, u16) {
    (size.0.saturating_sub(2 * margin(size.0)), size.1.saturating_sub(head(size.1) + 1))
}

/// Empty columns at the left and at the right of a slide.
pub const fn slide_margin(columns: u16) -> u16 {
    match width(columns) {
        Width::Narrow => 1,
        Width::Normal => 4,
        Width::Wide | Width::Wall => 6,
    }
}

/// Columns of a slide, and rows it has for message, content and source: all but its title, the age of the
/// data, the foot and, where there is room, blank rows between them.
pub fn slide(size: (u16, u16)) -> (u16, u16) {
    let fixed = match height(size.1) {
        Height::Low => 3,
        Height::Normal | Height::Tall | Height::Wall => 6,
    };
    (size.0.saturating_sub(2 * slide_margin(size.0)), size.1.saturating_sub(fixed))
}

/// Columns of the facts beside a metric's chart; `None` where the chart has no room.
pub const fn facts_beside_chart(columns: u16) -> Option<u16> {
    match columns {
        0..=77 => None,
        78..=99 => Some(28),
        100..=159 => Some(38),
        _ => Some(70),
    }
}

/// Columns and rows inside the box of the help page.
pub fn help(size: (u16, u16)) -> (u16, u16) {
    (size.0.saturating_sub(2).clamp(1, 76).saturating_sub(4), size.1.saturating_sub(2).saturating_sub(2))
}

/// So many hundredths of a width; of any, even of one that no screen has.
pub fn share(columns: u16, hundredths: u8) -> u16 {
    u16::try_from(u32::from(columns) * u32::from(hundredths) / 100).unwrap_or(columns)
}
