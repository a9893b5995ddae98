//! The floor: the least that a screen like ours costs on the same libraries, as anybody would write it.
//!
//! Tabs, bars and a list of the widgets of ratatui, and its own loop of events. No width is measured, nothing is cut,
//! nothing is judged, and no key changes a file.

use crate::bare::Programme;
use ratatui::buffer::Buffer;
use ratatui::layout::{Constraint, Layout, Rect};
use ratatui::style::{Color, Modifier, Style};
use ratatui::text::Line;
use ratatui::widgets::{Bar, BarChart, BarGroup, Block, Tabs, Widget};

const TABS: [&str; 6] = ["Overview", "Metrics", "Initiatives", "Recommendations", "Evaluation", "Meetings"];

/// What it shows.
pub(crate) struct Floor {
    title: String,
    row: usize,
    first: usize,
    items: Vec<String>,
    metrics: Vec<(String, Vec<u64>)>,
}

impl Floor {
    /// With what was read of a file.
    pub(crate) fn new(programme: Programme) -> Self {
        let metrics = programme.metrics.into_iter().map(|metric| {
            let last = metric.values.into_values().rev().take(2);
            (metric.name, last.map(|value| format!("{value:.0}").parse().unwrap_or_default()).collect())
        });
        let items = programme.initiatives.into_iter().map(|item| {
            let mark = if item.status == "completed" { 'x' } else { ' ' };
            format!("[{mark}] {}", item.title)
        });
        Self {
            title: programme.head.title,
            row: 0,
            first: 0,
            items: items.collect(),
            metrics: metrics.collect(),
        }
    }

    /// A row down.
    pub(crate) fn down(&mut self) {
        self.row = (self.row + 1).min(self.items.len().saturating_sub(1));
    }

    /// A row down, and the frame after it.
    pub(crate) fn key(&mut self, cells: &mut Buffer) {
        self.down();
        cells.reset();
        self.draw(cells.area, cells);
    }

    /// One frame.
    pub(crate) fn draw(&mut self, area: Rect, cells: &mut Buffer) {
        let rows =
            [Constraint::Length(1), Constraint::Percentage(50), Constraint::Min(3), Constraint::Length(1)];
        let [top, middle, bottom, foot] = Layout::vertical(rows).areas(area);
        let chosen = Style::new().fg(Color::Black).bg(Color::Cyan);
        Tabs::new(TABS).highlight_style(chosen).render(top, cells);
        self.chart().render(middle, cells);
        let block = Block::bordered().title("Initiatives");
        let inside = block.inner(bottom);
        block.render(bottom, cells);
        self.first = self.first.clamp((self.row + 1).saturating_sub(inside.height.into()), self.row);
        // Those that show: the list of the library would be given all.
        let shown = self.items.iter().enumerate().skip(self.first);
        for (line, (row, item)) in inside.rows().zip(shown) {
            let style = if row == self.row { Modifier::REVERSED.into() } else { Style::new() };
            Line::styled(item.as_str(), style).render(line, cells);
        }
        Line::from(format!("row {}/{}  j/k move  q quit", self.row + 1, self.items.len()))
            .render(foot, cells);
    }

    fn chart(&self) -> BarChart<'_> {
        let block = Block::bordered().title(self.title.as_str());
        let chart = BarChart::default().block(block).bar_width(7).group_gap(3);
        self.metrics.iter().take(6).fold(chart, |chart, (name, values)| {
            let colours = [Color::Green, Color::Blue];
            let bars = values
                .iter()
                .zip(colours)
                .map(|(value, colour)| Bar::default().value(*value).style(Style::new().fg(colour)));
            let bars: Vec<Bar<'_>> = bars.collect();
            chart.data(BarGroup::default().label(Line::from(name.as_str())).bars(&bars))
        })
    }
}
