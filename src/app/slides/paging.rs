//! Paging: the items of a slide on as many pages as they need.
//!
//! Items keep their order and stay whole where they fit on a page. Never cuts and never leaves out.

use crate::app::slide::{LineGroup, SlideLine};

/// Rows of all items.
pub(super) fn height(items: &[LineGroup]) -> usize {
    items.iter().map(Vec::len).sum()
}

/// Rows of items of these heights with a blank one between two.
pub(super) fn spaced(heights: &[usize]) -> usize {
    heights.iter().sum::<usize>() + heights.len().saturating_sub(1)
}

/// Items on as few pages as their order allows. Where everything fits on one, blank rows stand between
/// them: as many as there is room for, up to `most`.
pub(super) fn split(items: Vec<LineGroup>, room: usize, most: usize) -> Vec<Vec<SlideLine>> {
    let spaced = height(&items) + items.len().saturating_sub(1);
    if spaced <= room {
        let between = items.len().saturating_sub(1).max(1);
        let blank = ((room - height(&items)) / between).min(most);
        let gap = vec![SlideLine::plain(String::new()); blank];
        let spaced = items.into_iter().enumerate().flat_map(|(number, item)| {
            let gap = if number > 0 { gap.clone() } else { Vec::new() };
            gap.into_iter().chain(item)
        });
        return vec![spaced.collect()];
    }
    let starts = starts(items.iter().map(Vec::len), room);
    let ends = starts.iter().skip(1).copied().map(Some).chain([None]);
    let get = |at| items.get(at).cloned();
    starts.iter().zip(ends).map(|(from, to)| lines(get, *from, to)).collect()
}

/// Where a page begins: with this row of this item.
pub(super) type Start = (usize, usize);

/// Where each page begins, of items of these heights.
pub(super) fn starts(heights: impl Iterator<Item = usize>, room: usize) -> Vec<Start> {
    let mut starts = vec![(0, 0)];
    let mut taken = 0;
    for (item, height) in heights.enumerate() {
        for from in (0..height).step_by(room.max(1)) {
            let rows = (height - from).min(room);
            if taken > 0 && (taken + rows > room || from > 0) {
                starts.push((item, from));
                taken = 0;
            }
            taken += rows;
        }
    }
    starts
}

/// The rows of a page, up to where the next one begins.
pub(super) fn lines(
    item: impl Fn(usize) -> Option<LineGroup>,
    (first, above): Start,
    to: Option<Start>,
) -> Vec<SlideLine> {
    let (last, below) = to.unwrap_or((usize::MAX, 0));
    let mut rows = Vec::new();
    for at in first..=last {
        // No row of the item that the next page begins with, where it begins with its first.
        if (at, 0) == (last, below) {
            break;
        }
        let Some(own) = item(at) else { break };
        let from = if at == first { above } else { 0 };
        let end = if at == last { below } else { own.len() };
        rows.extend(own.into_iter().take(end).skip(from));
    }
    rows
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rows(numbers: &[usize]) -> Vec<LineGroup> {
        numbers.iter().map(|rows| (0..*rows).map(|row| SlideLine::plain(row.to_string())).collect()).collect()
    }

    fn sizes(pages: &[Vec<SlideLine>]) -> Vec<usize> {
        pages.iter().map(Vec::len).collect()
    }

    #[test]
    fn items_stay_whole_and_keep_their_order() {
        assert_eq!(sizes(&split(rows(&[2, 2]), 5, 1)), [5], "with a blank row between");
        assert_eq!(sizes(&split(rows(&[2, 2, 2]), 6, 1)), [6], "without, where that is needed");
        assert_eq!(sizes(&split(rows(&[2, 2, 2]), 5, 1)), [4, 2]);
    }

    #[test]
    fn an_item_longer_than_a_page_goes_on_and_nothing_is_lost() {
        assert_eq!(sizes(&split(rows(&[1, 7, 1]), 3, 1)), [1, 3, 3, 2]);
        assert_eq!(sizes(&split(Vec::new(), 3, 1)), [0], "a slide without a list is a page");
    }

    #[test]
    fn a_high_page_has_more_air_between_its_items_but_never_more_than_it_may() {
        assert_eq!(sizes(&split(rows(&[2, 2, 2]), 10, 3)), [10], "two rows between");
        assert_eq!(sizes(&split(rows(&[2, 2, 2]), 9, 3)), [8], "one row: two have no room");
        assert_eq!(sizes(&split(rows(&[2, 2, 2]), 40, 3)), [12]);
    }
}
