//! A wall that nobody looks after: a day and a night of slides on the real loop, by a clock that goes faster,
//! while the file is rewritten, broken, taken away and put back and the window changes. Nothing piles up, and what
//! depends on the day is another at midnight.

use crate::session::{Session, Start};
use crate::written;
use coopdash::app::{Access, App, Effect, Event, Opening, Origin};
use coopdash::settings::{Depth, GlyphSet, Letters, Theme, ThemeName};
use coopdash::shell::{self, Clock, Environment, Program, Unsaved, World};
use coopdash::view::look::Look;
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

const PROGRAMME: &str = "\
programme: { title: Unattended }
metrics:
  - name: Joint exercises
    unit: exercises
    direction: increase
    values: { 2024: 3, 2025: 5 }
initiatives:
  - title: Joint training
    status: agreed
    owner: Training office
    due: 2026-12-31
meetings:
  - title: Steering committee
    date: 2027-01-01
";

/// The program on a wall.
struct Wall {
    state: App,
    look: Look,
}

impl Program for Wall {
    fn update(&mut self, event: Event) -> Option<Effect> {
        coopdash::app::update(&mut self.state, event)
    }

    fn draw(&mut self, area: Rect, cells: &mut Buffer) -> Option<Position> {
        coopdash::view::draw(&self.state, &self.look, area, cells)
    }

    fn unsaved(&self) -> Option<Unsaved> {
        None
    }
}

/// Runs a wall from noon of New Year's Eve on.
pub(crate) fn run(file: PathBuf) -> u8 {
    let noon = chrono::NaiveDate::from_ymd_opt(2026, 12, 31).unwrap().and_hms_opt(12, 0, 0).unwrap();
    let times = std::env::var("TIMES").unwrap().parse().unwrap();
    let (text, access, today) = (std::fs::read_to_string(&file).unwrap(), Access::Wall, noon.date());
    let origin = Origin::File("programme.yaml".to_owned());
    let state = App::new(Opening { text, origin, access, today, size: (0, 0) }).presenting(Some(20));
    let look = Look::new(&Theme::built_in(ThemeName::Mono), Depth::Mono, GlyphSet::Full, Letters::Unicode);
    let (environment, clock) = (Environment::read(), Clock::fast(noon, times));
    let world = World {
        file: Some(file),
        environment,
        access,
        clock,
        today,
        stays: false,
        known: None,
        opening: None,
    };
    shell::run(world, Wall { state, look }).unwrap().status()
}

fn wall(file: &Path, times: u32) -> Session {
    let mut start = Start::toy(Some(file)).with("TIMES", &times.to_string());
    for word in &mut start.command {
        if word == "toy" {
            "wall".clone_into(word);
        }
    }
    start.go()
}

/// Megabytes in memory.
fn memory(session: &Session) -> f64 {
    let status = std::fs::read_to_string(format!("/proc/{}/status", session.pid())).unwrap();
    let line = status.lines().find_map(|line| line.strip_prefix("VmRSS:")).unwrap();
    line.trim().trim_end_matches(" kB").trim().parse::<f64>().unwrap() / 1000.0
}

#[test]
fn at_midnight_what_is_late_is_late_though_no_key_is_pressed_and_no_slide_comes() {
    let (_folder, file) = written("programme.yaml", PROGRAMME);
    // Twelve hours in four seconds.
    let mut session = wall(&file, 10_800);
    session.wait_for("Unattended");
    session.press(" ");
    session.wait_for("paused");
    session.press("\x1b[H");
    session.wait_for("initiative agreed");
    assert!(!session.wrote_since(0, "1 day late"), "before midnight");
    session.wait_for("1 day late");
    session.press("q");
    assert_eq!(session.end(), Ok(0));
}

#[test]
#[ignore = "takes two minutes; .ci/run calls it"]
#[cfg(target_os = "linux")]
fn in_a_day_and_a_night_nothing_piles_up() {
    let seconds: u64 = std::env::var("SECONDS").map_or(120, |seconds| seconds.parse().unwrap());
    let (_folder, file) = written("programme.yaml", PROGRAMME);
    let mut session = wall(&file, u32::try_from(24 * 60 * 60 / seconds).unwrap());
    // It has been as large as it will ever be before it is weighed: a larger screen is no leak.
    session.resize(200, 60);
    session.wait_for("Unattended");
    let started = Instant::now();
    let mut weights = Vec::new();
    for round in 0.. {
        let passed = started.elapsed();
        if passed > Duration::from_secs(seconds) {
            break;
        }
        match round % 5 {
            0 => {
                std::fs::write(&file, PROGRAMME.replace("2025: 5", &format!("2025: {}", round % 7))).unwrap();
            }
            1 => session.resize(40 + 37 * round % 161, 12 + 23 * round % 49),
            2 => std::fs::remove_file(&file).unwrap(),
            3 => std::fs::write(&file, "programme: [\n").unwrap(),
            _ => {
                session.resize(80, 24);
                std::fs::write(&file, PROGRAMME).unwrap();
            }
        }
        std::thread::sleep(Duration::from_millis(500));
        if round % 5 == 4 {
            std::thread::sleep(Duration::from_millis(500));
            weights.push((passed.as_secs(), memory(&session)));
        }
        let is_new_year = passed > Duration::from_secs(seconds / 2 + 5);
        let is_late = session.wrote_since(0, "1 day late");
        assert!(passed > Duration::from_secs(seconds / 2 - 2) || !is_late, "before midnight: {passed:?}");
        assert!(!is_new_year || is_late, "after midnight: {passed:?}");
    }
    let warm: Vec<f64> =
        weights.iter().filter(|(at, _)| *at > seconds / 6).map(|(_, weight)| *weight).collect();
    let third = warm.len() / 3;
    let middle = |some: &[f64]| {
        let mut some = some.to_vec();
        some.sort_by(f64::total_cmp);
        some[some.len() / 2]
    };
    let (first, last) = (middle(&warm[..third]), middle(&warm[2 * third..]));
    println!("{first:.2} MB in the first hours, {last:.2} MB in the last; all: {warm:.1?}");
    assert!(last <= 1.05 * first, "{first:.2} MB, then {last:.2} MB");
    session.press("q");
    assert_eq!(session.end(), Ok(0));
}
