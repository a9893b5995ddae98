//! Where marks are drawn, so that they keep their order with bars and with each other.
//!
//! A bar never passes a mark its value has not reached, nor stops short of one it has, as it is seen: a mark is
//! seen in the middle of its cell. Marks move first; bars give way only where that is not enough.

use super::{Length, Side, Track, TrackPlace};

/// How far a mark may move from the cell its value lies in.
const FARTHEST: usize = 4;

/// A mark on one side of zero, and the cell its value lies in.
#[derive(Clone, Copy)]
struct SideMark {
    size: f64,
    natural: usize,
}

/// How bad a choice of cells is, worst reason first: the steps a bar moves, marks that fall together, cells
/// that marks move.
type Cost = (usize, usize, usize);

impl Track {
    /// The places of marks at `values` that keep their order with `bars`; some bars may move by a little to
    /// allow it.
    ///
    /// `None` beyond the scale, and where no cell is left: the last of the marks is left out first.
    pub fn marks(&self, values: &[f64], bars: &mut [Length]) -> Vec<Option<TrackPlace>> {
        let place = |value: &f64| if value.is_nan() { None } else { self.place(*value) };
        let mut places: Vec<Option<TrackPlace>> = values.iter().map(place).collect();
        for side in [Side::Negative, Side::Positive] {
            let on_side = |(value, place): (&f64, &Option<TrackPlace>)| {
                let Some(TrackPlace::Cell(own, natural)) = *place else { return None };
                (own == side).then_some(SideMark { size: value.abs(), natural })
            };
            let wanted = values.iter().zip(&places).filter_map(on_side).collect();
            let cells = self.choose(side, wanted, bars);
            for (place, value) in places.iter_mut().zip(values) {
                if matches!(place, Some(TrackPlace::Cell(own, _)) if *own == side) {
                    let cell = cells.iter().find(|(size, _)| size.total_cmp(&value.abs()).is_eq());
                    *place = cell.map(|(_, cell)| TrackPlace::Cell(side, *cell));
                }
            }
            self.give_way(side, &cells, bars);
        }
        places
    }

    /// The size and the cell of each mark on one side, from zero outward; marks that find no cell are left out.
    fn choose(&self, side: Side, mut wanted: Vec<SideMark>, bars: &[Length]) -> Vec<(f64, usize)> {
        while !wanted.is_empty() {
            let mut marks = wanted.clone();
            marks.sort_by(|a, b| a.size.total_cmp(&b.size));
            marks.dedup_by(|a, b| a.size.total_cmp(&b.size).is_eq());
            if let Some((_, cells)) = self.best(side, &marks, bars) {
                return cells;
            }
            wanted.pop();
        }
        Vec::new()
    }

    /// The cells for `marks` (from zero outward) that move bars least, then marks.
    fn best(&self, side: Side, marks: &[SideMark], bars: &[Length]) -> Option<(Cost, Vec<(f64, usize)>)> {
        // The sign of a cut bar takes the last cell.
        let signs = usize::from(bars.iter().any(|bar| bar.side == side && bar.cut));
        let last = self.cells(side).saturating_sub(signs).max(1);
        let mut best: Option<(Cost, Vec<(f64, usize)>)> = None;
        try_all(marks, last, &mut Vec::with_capacity(marks.len()), &mut |cells| {
            let chosen: Vec<(f64, usize)> =
                marks.iter().map(|mark| mark.size).zip(cells.iter().copied()).collect();
            let Some(moved) = self.moved(side, &chosen, bars) else { return };
            let together = cells.windows(2).filter(|pair| pair.first() == pair.last()).count();
            let strayed = marks.iter().zip(cells).map(|(mark, cell)| mark.natural.abs_diff(*cell)).sum();
            let cost = (moved, together, strayed);
            if best.as_ref().is_none_or(|(least, _)| cost < *least) {
                best = Some((cost, chosen));
            }
        });
        best
    }

    /// The most steps that a bar has to move for marks in these cells; `None` where bars between two marks
    /// have no room, or one that is not zero would vanish.
    fn moved(&self, side: Side, cells: &[(f64, usize)], bars: &[Length]) -> Option<usize> {
        let mut most = 0;
        for bar in bars.iter().filter(|bar| bar.side == side && bar.value != 0.0) {
            let (least, longest) = self.room(bar, cells);
            if least > longest || longest == 0 {
                return None;
            }
            most = most.max(bar.steps.clamp(least, longest).abs_diff(bar.steps));
        }
        Some(most)
    }

    fn give_way(&self, side: Side, cells: &[(f64, usize)], bars: &mut [Length]) {
        for bar in bars.iter_mut().filter(|bar| bar.side == side && bar.value != 0.0) {
            let (least, longest) = self.room(bar, cells);
            bar.steps = bar.steps.max(least).min(longest);
        }
    }

    /// The shortest and the longest that a bar may be between marks.
    fn room(&self, bar: &Length, cells: &[(f64, usize)]) -> (usize, usize) {
        let reached = |mark: &&(f64, usize)| bar.value.abs() >= mark.0;
        let least = cells.iter().filter(reached).map(|(_, cell)| self.middle_up(*cell)).max();
        let most = cells.iter().filter(|mark| !reached(mark)).map(|(_, cell)| self.middle_down(*cell)).min();
        (least.unwrap_or(0), most.unwrap_or(usize::MAX))
    }

    /// The longest bar that does not pass the middle of `cell`.
    const fn middle_down(&self, cell: usize) -> usize {
        (2 * cell + 1) * self.steps / 2
    }

    /// The shortest bar that reaches the middle of `cell`.
    const fn middle_up(&self, cell: usize) -> usize {
        ((2 * cell + 1) * self.steps).div_ceil(2)
    }
}

/// Calls `try_one` with every choice of cells that keeps `marks` in their order.
fn try_all(marks: &[SideMark], last: usize, cells: &mut Vec<usize>, try_one: &mut impl FnMut(&[usize])) {
    let Some(mark) = marks.get(cells.len()) else { return try_one(cells) };
    let first = mark.natural.saturating_sub(FARTHEST).max(cells.last().copied().unwrap_or(0));
    for cell in first..last.min(mark.natural + FARTHEST + 1) {
        cells.push(cell);
        try_all(marks, last, cells, try_one);
        cells.pop();
    }
}
