//! A card with every case of a chart on one screen of 120 columns and 40 rows. The values are invented.

use coopdash::settings::Role;
use coopdash::view::look::Look;
use coopdash::view::parts::axis::{Axis, Tick};
use coopdash::view::parts::bar::{Bar, BarPeriod};
use coopdash::view::parts::bars::{self, BarChart};
use coopdash::view::parts::bullet::{self, Bullet};
use coopdash::view::parts::canvas::Canvas;
use coopdash::view::parts::columns::{self, ColumnChart, TargetLine};
use coopdash::view::parts::measure::Domain;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

pub(crate) fn bar<'a>(label: &'a str, value: Option<f64>, text: &'a str, kind: BarPeriod) -> Bar<'a> {
    Bar { label, value, text, kind }
}

/// Last year and this year.
pub(crate) fn pair<'a>(previous: (Option<f64>, &'a str), current: (Option<f64>, &'a str)) -> [Bar<'a>; 2] {
    [
        bar("2022", previous.0, previous.1, BarPeriod::Previous),
        bar("2023", current.0, current.1, BarPeriod::Current),
    ]
}

pub(crate) fn chart<'a>(bars: &'a [Bar<'a>], end: f64) -> BarChart<'a> {
    BarChart {
        bars,
        scale: Domain::new(0.0, end),
        targets: &[],
        thickness: 1,
        label_columns: 4,
        value_columns: 8,
        below_columns: 8,
    }
}

struct Card<'a> {
    look: &'a Look,
    buffer: Buffer,
}

impl Card<'_> {
    fn heading(&mut self, x: u16, y: u16, text: &str) {
        let mut canvas = Canvas::new(Rect::new(x, y, 56, 1), &mut self.buffer);
        let end = canvas.text(0, 0, text, self.look.style(Role::Heading));
        canvas.run(end + 1, 0, 56, self.look.glyphs().horizontal, self.look.style(Role::Rule));
    }

    fn name(&mut self, y: u16, text: &str) {
        Canvas::new(Rect::new(2, y, 56, 1), &mut self.buffer).text(0, 0, text, self.look.style(Role::Bright));
    }

    fn bars(&mut self, x: u16, y: u16, chart: &BarChart) {
        bars::draw(chart, self.look, Rect::new(x, y, 56, chart.height()), &mut self.buffer);
    }
}

/// The whole card.
pub(crate) fn card(look: &Look) -> Buffer {
    let mut card = Card { look, buffer: Buffer::empty(Rect::new(0, 0, 120, 40)) };
    left(&mut card);
    right(&mut card);
    card.buffer
}

fn left(card: &mut Card) {
    card.heading(2, 0, "1 Rise with target");
    card.name(1, "Engagement");
    let bars = pair((Some(60.0), "60%"), (Some(75.0), "75%"));
    card.bars(2, 2, &BarChart { targets: &[80.0], ..chart(&bars, 100.0) });

    card.heading(2, 5, "2 Fall, equal scale ends, three rows thick");
    card.name(6, "Trainers certified");
    let bars = pair((Some(12.0), "12"), (Some(9.0), "9"));
    card.bars(2, 7, &BarChart { thickness: 3, ..chart(&bars, 12.0) });

    card.heading(2, 12, "3 Previous year missing, target reached");
    card.name(13, "Liaison visits");
    let bars = pair((None, "not reported"), (Some(7.0), "7"));
    card.bars(2, 14, &BarChart { targets: &[7.0], ..chart(&bars, 8.0) });

    card.heading(2, 17, "4 Zero is not missing");
    card.name(18, "Incidents reported");
    let bars = pair((Some(4.0), "4"), (Some(0.0), "0"));
    card.bars(2, 19, &chart(&bars, 8.0));

    card.heading(2, 22, "5 Tiny value, never invisible");
    card.name(23, "Exchange officers");
    let bars = pair((Some(1.0), "1"), (Some(2.0), "2"));
    card.bars(2, 24, &chart(&bars, 900.0));

    card.heading(2, 27, "6 Beyond the scale, cut");
    card.name(28, "Visitors");
    let bars = pair((Some(200.0), "200"), (Some(9510.0), "9,510"));
    card.bars(2, 29, &chart(&bars, 1000.0));

    card.heading(2, 32, "7 With an axis");
    card.name(33, "Joint exercises");
    let bars = pair((Some(3.0), "3"), (Some(5.0), "5"));
    let chart = chart(&bars, 6.0);
    card.bars(2, 34, &chart);
    let ticks = [(0.0, "0"), (2.0, "2"), (4.0, "4"), (6.0, "6")]
        .map(|(at, label)| Tick { at, label: label.to_owned() });
    let plot = chart.plot(56, card.look);
    let axis = Axis { plot, ticks: &ticks, unit: " exercises", notes: &[] };
    axis.draw(card.look, Rect::new(2, 36, 56, 2), &mut card.buffer);
}

fn right(card: &mut Card) {
    card.heading(62, 0, "8 Negative values, shared zero line");
    let bars = [
        bar("2020", Some(-1.0), "-1.0%", BarPeriod::Previous),
        bar("2021", Some(0.4), "0.4%", BarPeriod::Previous),
        bar("2022", Some(-0.3), "-0.3%", BarPeriod::Previous),
        bar("2023", Some(2.3), "2.3%", BarPeriod::Current),
    ];
    let negative = BarChart { scale: Domain::new(-1.0, 3.0), ..chart(&bars, 3.0) };
    card.bars(62, 1, &negative);
    let ticks = [(-1.0, "-1%"), (0.0, "0%"), (1.0, "1%"), (2.0, "2%"), (3.0, "3%")]
        .map(|(at, label)| Tick { at, label: label.to_owned() });
    let plot = negative.plot(56, card.look);
    let axis = Axis { plot, ticks: &ticks, unit: "", notes: &[] };
    axis.draw(card.look, Rect::new(62, 5, 56, 2), &mut card.buffer);

    card.heading(62, 8, "9 Years as columns, one missing, target line");
    let years = [
        bar("2018", Some(42.0), "42%", BarPeriod::Previous),
        bar("2019", Some(48.0), "48%", BarPeriod::Previous),
        bar("2020", None, "n/a", BarPeriod::Previous),
        bar("2021", Some(55.0), "55%", BarPeriod::Previous),
        bar("2022", Some(60.0), "60%", BarPeriod::Previous),
        bar("2023", Some(75.0), "75%", BarPeriod::Current),
    ];
    let ticks =
        [(0.0, "0%"), (50.0, "50%"), (100.0, "100%")].map(|(at, label)| Tick { at, label: label.to_owned() });
    let targets = [TargetLine { value: 80.0, text: "80%".to_owned() }];
    let chart9 = ColumnChart {
        bars: &years,
        scale: Domain::new(0.0, 100.0),
        ticks: &ticks,
        targets: &targets,
        first: None,
    };
    columns::draw(&chart9, card.look, Rect::new(62, 9, 56, 15), &mut card.buffer);

    card.heading(62, 25, "10 Forecast hatched");
    let bars = [
        bar("2022", Some(61.0), "61%", BarPeriod::Previous),
        bar("2023", Some(76.0), "76%", BarPeriod::Current),
        bar("2024 forecast", Some(83.0), "83%", BarPeriod::Forecast),
    ];
    card.bars(62, 26, &BarChart { label_columns: 13, ..chart(&bars, 100.0) });

    card.heading(62, 30, "11 List bars: value, year before, target");
    let scale = Domain::new(0.0, 100.0);
    let bullets: [(f64, f64, &[f64]); 5] = [
        (75.0, 60.0, &[80.0]),
        (80.0, 60.0, &[80.0]),
        (60.0, 75.0, &[80.0]),
        (79.0, 79.5, &[80.0]),
        (62.0, 20.0, &[40.0, 60.0]),
    ];
    for (y, (value, previous, targets)) in (31..).zip(bullets) {
        let bullet = Bullet { value: Some(value), previous: Some(previous), targets, scale };
        bullet::draw(&bullet, card.look, Rect::new(62, y, 30, 1), &mut card.buffer);
    }

    card.heading(62, 37, "12 Target from 4 to 6");
    let bars = pair((Some(8.0), "8"), (Some(5.0), "5"));
    card.bars(62, 38, &BarChart { targets: &[4.0, 6.0], ..chart(&bars, 10.0) });
}
