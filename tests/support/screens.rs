//! Screens read back: the bars that are drawn in cells, and what is written of their scales.

use std::ops::Range;

/// What kind of page a screen is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Screen {
    /// Several metrics.
    List,
    /// One metric and its years as columns.
    Detail,
    /// One metric as a slide.
    Slide,
}

/// How a bar is drawn.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Kind {
    /// Two bars under each other.
    Pair,
    /// A bar in a row with its numbers.
    Row,
    /// An upright column.
    Column,
}

/// A bar as it is seen.
#[derive(Debug, Clone)]
pub(crate) struct Drawn {
    /// The number of its metric.
    pub(crate) metric: usize,
    pub(crate) kind: Kind,
    /// Whether it is of this year.
    pub(crate) now: bool,
    /// Its length in cells.
    pub(crate) length: f64,
    /// Whether it is cut.
    pub(crate) cut: bool,
    /// Where its scale begins and ends, as it is written.
    pub(crate) ends: (f64, f64),
    /// What one cell stands for, where the place of the ends can be seen.
    pub(crate) cell: Option<f64>,
    /// Whether its scale is said to differ.
    pub(crate) says_different: bool,
}

type Rows = Vec<Vec<char>>;

/// All bars of metrics on a screen; why one of them cannot be read.
pub(crate) fn read(shown: &str, screen: Screen) -> Result<Vec<Drawn>, String> {
    let rows: Rows = shown.lines().map(|line| line.chars().collect()).collect();
    let mut drawn = pairs(&rows)?;
    match screen {
        Screen::List => drawn.extend(in_rows(&rows)?),
        Screen::Detail => drawn.extend(columns(&rows)?),
        Screen::Slide => {}
    }
    Ok(drawn)
}

/// The text of a row between two columns.
fn part(row: &[char], columns: Range<usize>) -> String {
    row.get(columns.start.min(row.len())..columns.end.min(row.len())).unwrap_or_default().iter().collect()
}

/// The column in which a text begins.
fn place_of(wanted: &str, text: &str) -> Option<usize> {
    text.split_once(wanted).map(|(before, _)| before.chars().count())
}

fn symbol(rows: &Rows, x: usize, y: usize) -> char {
    rows.get(y).and_then(|row| row.get(x)).copied().unwrap_or(' ')
}

/// A number as it is written on a screen, up to what is no part of it: `60 bn USD`, `-1.5%`, `2e-6`.
pub(crate) fn number(text: &str) -> Option<f64> {
    let mut words = text.trim().split(' ');
    let first = words.next()?.trim_end_matches('%').replace(',', "");
    let unit = words.next().unwrap_or_default().trim_end_matches('%');
    let power = match unit {
        "k" => 3,
        "mn" => 6,
        "bn" => 9,
        "tn" => 12,
        _ => 0,
    };
    Some(first.parse::<f64>().ok()? * 10_f64.powi(power))
}

/// The number of the metric whose row this is.
fn metric_of(row: &[char]) -> Option<usize> {
    let text: String = row.iter().collect();
    let text = text.trim_start_matches([' ', '>', '*']);
    let digits = text.strip_prefix('M')?.get(..2)?;
    digits.parse().ok()
}

const LONG: [char; 5] = ['█', '▄', '╱', '»', '«'];

/// The length of what is drawn from `from` on, in cells; whether it is cut.
fn run(cells: impl Iterator<Item = char>) -> (f64, bool) {
    let (mut length, mut cut) = (0.0, false);
    for cell in cells {
        match cell {
            _ if LONG.contains(&cell) => length += 1.0,
            '▌' | '▐' | '▖' | '▗' => length += 0.5,
            _ => break,
        }
        cut |= matches!(cell, '»' | '«');
    }
    (length, cut)
}

fn pairs(rows: &Rows) -> Result<Vec<Drawn>, String> {
    let mut drawn = Vec::new();
    for (y, row) in rows.iter().enumerate() {
        let text: String = row.iter().collect();
        let label = text.trim_start();
        let is_pair = label.starts_with("2022 ") || label.starts_with("2023 ");
        let Some(zero) = row.iter().position(|cell| *cell == '│').filter(|_| is_pair) else { continue };
        let right = run(row.iter().skip(zero + 1).copied());
        let left = run(row.iter().take(zero).rev().copied());
        let (length, cut) = if right.0 > 0.0 { right } else { left };
        if length == 0.0 {
            continue;
        }
        let now = label.starts_with("2023");
        let (head, metric) = (0..y)
            .rev()
            .find_map(|at| Some((at, metric_of(&rows[at])?)))
            .ok_or_else(|| format!("a bar of nothing: {text}"))?;
        let (ends, cell, said) =
            if let Some((ends, cell, note)) = axis(rows, zero, first_below(rows, zero, y))? {
                (ends, Some(cell), note)
            } else {
                let above = rows.get(head..y).into_iter().flatten().rev().find_map(|row| caption(row));
                (above.ok_or_else(|| format!("no end of a scale: {text}"))?, None, false)
            };
        let said = said || says_different(&rows[head]);
        drawn.push(Drawn { metric, kind: Kind::Pair, now, length, cut, ends, cell, says_different: said });
    }
    Ok(drawn)
}

/// Whether a row is one more of a thick bar.
fn is_more(rows: &Rows, zero: usize, y: usize) -> bool {
    symbol(rows, zero, y) == '│'
}

/// The first row below the bars that begin at `y`.
fn first_below(rows: &Rows, zero: usize, y: usize) -> usize {
    (y..rows.len()).find(|at| !is_more(rows, zero, *at)).unwrap_or(rows.len())
}

fn says_different(row: &[char]) -> bool {
    let text: String = row.iter().collect();
    let is_own =
        |(_, after): (&str, &str)| after.starts_with(|letter: char| letter.is_ascii_digit() || letter == '-');
    text.contains("different scale")
        || text.contains("own scale")
        || text.rsplit_once(" own ").is_some_and(is_own)
}

type Axis = ((f64, f64), f64, bool);

/// What a cell stands for: as much on both sides of zero, so that both ends have room.
fn cell_of((start, end): (f64, f64), below: usize, above: usize) -> f64 {
    let side = |extent: f64, cells: usize| if extent > 0.0 { extent / screen_number(cells) } else { 0.0 };
    side(end, above).max(side(-start, below))
}

/// The ends of an axis whose first row is `y`, what a cell stands for, and whether its note says that it differs.
/// Every number stands under its place, and every tick has its number.
fn axis(rows: &Rows, zero: usize, y: usize) -> Result<Option<Axis>, String> {
    let Some(row) = rows.get(y) else { return Ok(None) };
    let line: Vec<usize> = line_of(row, zero);
    let labels_at = if line.is_empty() { y } else { y + 1 };
    let Some(labels_row) = rows.get(labels_at) else { return Ok(None) };
    let right = line.last().copied();
    let labels = labels(labels_row, line.first().copied().unwrap_or(0), right);
    let text: String = labels_row.iter().collect();
    let note =
        line.is_empty() && ["different scale", " own scale ", " own "].iter().any(|note| text.contains(note));
    let numbers: Vec<(Range<usize>, f64)> =
        labels.iter().filter_map(|(at, label)| Some((at.clone(), number(label)?))).collect();
    let Some(((first, start), (last, end))) = numbers.first().zip(numbers.last()) else {
        return if line.is_empty() { Ok(None) } else { Err(format!("an axis without numbers: {text}")) };
    };
    if line.is_empty() {
        // The numbers of both ends alone; zero may have had no room.
        if metric_of(labels_row).is_some() || last.end <= zero && *end != 0.0 {
            return Ok(None);
        }
        let left = if numbers.len() > 1 && *start < 0.0 { first.start } else { zero };
        let start = if *start < 0.0 { *start } else { 0.0 };
        let ends = (start, *end);
        let cell = cell_of(ends, zero.saturating_sub(left), (last.end - 1).saturating_sub(zero));
        return Ok(Some((ends, cell, note)));
    }
    let (left, right) = (line[0], line[line.len() - 1]);
    let start = if first.start == left { *start } else { 0.0 };
    if last.end != right + 1 {
        return Err(format!("the end is not written under the end: {text}"));
    }
    let cell = cell_of((start, *end), zero - left, right - zero);
    for column in &line {
        let wanted = (screen_number(*column) - screen_number(zero)) * cell;
        let stands =
            |(at, number): &(Range<usize>, f64)| at.contains(column) && (number - wanted).abs() <= 2.5 * cell;
        // The foot of the zero line is no tick.
        if !numbers.iter().any(stands) && *column != zero {
            return Err(format!("no number under the tick in column {column}: {text}"));
        }
    }
    Ok(Some(((start, *end), cell, note)))
}

fn screen_number(count: usize) -> f64 {
    f64::from(u16::try_from(count).unwrap_or(u16::MAX))
}

/// The columns of the ticks of an axis line that runs through column `zero`, both ends among them.
fn line_of(row: &[char], zero: usize) -> Vec<usize> {
    const TICKS: [char; 5] = ['┴', '└', '├', '┤', '┘'];
    let is_line = |at: &usize| row.get(*at).is_some_and(|cell| TICKS.contains(cell) || *cell == '─');
    if !row.get(zero).is_some_and(|cell| TICKS.contains(cell)) {
        return Vec::new();
    }
    let left = (0..=zero).rev().take_while(is_line).last().unwrap_or(zero);
    let right = (zero..row.len()).take_while(is_line).last().unwrap_or(zero);
    (left..=right).filter(|at| row.get(*at).is_some_and(|cell| TICKS.contains(cell))).collect()
}

/// The texts of a row that stand two columns apart, with the columns of the number each begins with.
fn labels(row: &[char], from: usize, to: Option<usize>) -> Vec<(Range<usize>, String)> {
    let end = to.map_or(row.len(), |to| (to + 1).min(row.len()));
    let (mut labels, mut at) = (Vec::new(), from);
    while at < end {
        if row[at] == ' ' {
            at += 1;
            continue;
        }
        let stop = (at..end)
            .find(|x| row[*x] == ' ' && row.get(x + 1).is_none_or(|next| *next == ' '))
            .unwrap_or(end);
        let text = part(row, at..stop);
        let mut words = text.split(' ');
        let first = words.next().unwrap_or_default();
        let unit = words.next().filter(|word| ["k", "mn", "bn", "tn"].contains(&word.trim_end_matches('%')));
        let wide = first.chars().count() + unit.map_or(0, |unit| 1 + unit.len());
        labels.push((at..at + wide, text));
        at = stop;
    }
    labels
}

/// The ends that a heading gives: `scale 0 to 60 bn`, `0-100%`.
fn caption(row: &[char]) -> Option<(f64, f64)> {
    let text: String = row.iter().collect();
    if let Some((before, after)) = text.rsplit_once(" to ") {
        let start = before.rsplit("  ").next()?.trim_start_matches("scale ").to_owned();
        let start = start.rsplit(", ").next()?.trim_start_matches("own scale ").trim_start_matches("own ");
        return Some((number(start)?, number(after)?));
    }
    let (_, after) = text.rsplit_once(" 0-")?;
    Some((0.0, number(after)?))
}

/// Bars in rows with their numbers: they stand under the heading of their column.
fn in_rows(rows: &Rows) -> Result<Vec<Drawn>, String> {
    const HEADING: &str = "2023 as bar";
    const CELLS: usize = 9;
    let heading = rows.iter().find_map(|row| {
        let text: String = row.iter().collect();
        text.contains("Figures").then(|| place_of(HEADING, &text))?
    });
    let Some(bar_at) = heading else { return Ok(Vec::new()) };
    let mut drawn = Vec::new();
    for row in rows {
        let Some(metric) = metric_of(row) else { continue };
        let bar = part(row, bar_at..bar_at + CELLS);
        if !bar.contains(['▇', '»', '«']) {
            continue;
        }
        let text = part(row, bar_at + CELLS..row.len());
        let ends = match text.split_once(" to ") {
            Some((start, end)) => number(start).zip(number(end)),
            None => number(&text).map(|end| (0.0, end)),
        };
        let ends = ends.ok_or_else(|| format!("no end of a scale: {}", row.iter().collect::<String>()))?;
        // Where there is a zero line the bar is measured on one side of it.
        let has_zero = !bar.contains('┴');
        // A mark of the value before may lie on the bar.
        let length = bar.chars().rposition_of(|cell| matches!(cell, '▇' | '»')).map_or(0, |at| at + 1);
        let says_different = ["different scale", "own scale", " own"].iter().any(|note| text.contains(note));
        drawn.push(Drawn {
            metric,
            kind: Kind::Row,
            now: true,
            length: screen_number(length),
            cut: bar.contains(['»', '«']),
            ends,
            cell: (has_zero && ends.0 == 0.0).then_some(ends.1 / 9.0),
            says_different,
        });
    }
    Ok(drawn)
}

trait Last {
    fn rposition_of(self, is: impl Fn(char) -> bool) -> Option<usize>;
}

impl Last for std::str::Chars<'_> {
    fn rposition_of(self, is: impl Fn(char) -> bool) -> Option<usize> {
        self.enumerate().filter(|(_, cell)| is(*cell)).map(|(at, _)| at).last()
    }
}

/// The columns of a metric: the numbers at both ends of their axis, and how high that of this year is.
fn columns(rows: &Rows) -> Result<Vec<Drawn>, String> {
    let foot = |(y, row): (usize, &Vec<char>)| {
        let x = row.iter().take(row.len() * 2 / 3).position(|cell| matches!(cell, '└' | '├'))?;
        Some((x, y))
    };
    let Some((x, zero)) = rows.iter().enumerate().skip(4).find_map(foot) else { return Ok(Vec::new()) };
    let is_axis = |y: &usize| matches!(symbol(rows, x, *y), '│' | '└' | '├');
    let lines: Vec<usize> = (4..rows.len()).filter(is_axis).collect();
    let (top, bottom) = (lines[0], lines[lines.len() - 1]);
    let year = (bottom..rows.len()).find_map(|y| {
        let text = part(&rows[y], x..rows[y].len());
        place_of("2023", &text).map(|at| x + at)
    });
    let column = year.ok_or("columns without this year")? + 1;
    let up = height((top..zero).rev().map(|y| symbol(rows, column, y)));
    let down = height((zero + 1..=bottom).map(|y| symbol(rows, column, y)));
    let (length, cut) = if up.0 > 0.0 { up } else { down };
    if length == 0.0 {
        return Ok(Vec::new());
    }
    // Where the other side of zero needs the larger cells, the outermost rows can be beyond the scale.
    let labelled: Vec<(usize, f64)> =
        (top..=bottom).filter_map(|y| Some((y, number(&part(&rows[y], 0..x))?))).collect();
    let (Some((top, end)), Some((bottom, start))) = (labelled.first(), labelled.last()) else {
        return Err("columns without numbers at their axis".to_owned());
    };
    let ends = (start.min(0.0), end.max(0.0));
    let metric = rows.iter().find_map(|row| metric_of(row)).ok_or("columns of nothing")?;
    let cell = Some(cell_of(ends, bottom - zero, zero - top));
    Ok(vec![Drawn { metric, kind: Kind::Column, now: true, length, cut, ends, cell, says_different: false }])
}

/// The height of a column, and whether it is cut.
fn height(cells: impl Iterator<Item = char>) -> (f64, bool) {
    const EIGHTHS: [char; 7] = ['▁', '▂', '▃', '▄', '▅', '▆', '▇'];
    let (mut height, mut cut) = (0.0, false);
    for cell in cells {
        match EIGHTHS.iter().position(|part| *part == cell) {
            Some(part) => height += screen_number(part + 1) / 8.0,
            None if matches!(cell, '█' | '▒' | '▲' | '▼') => height += 1.0,
            None => break,
        }
        cut |= matches!(cell, '▲' | '▼');
    }
    (height, cut)
}
