//! A small program on the real loop: it counts, and does on a key what tests need to see done.

use coopdash::app::{Access, Effect, Event, Key, KeyCode, Loaded};
use coopdash::shell::{self, Clock, Environment, Program, Unsaved, World};
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use ratatui::style::{Color, Style};
use std::time::Duration;

#[derive(Default)]
struct Toy {
    text: String,
    count: u32,
    said: String,
    size: (u16, u16),
    unsaved: bool,
    cursor: bool,
    noise: bool,
    day: String,
}

/// Runs the toy on `file`, or on nothing; the exit status.
pub(crate) fn run(file: Option<std::path::PathBuf>) -> u8 {
    let text = match &file {
        Some(file) if file.as_os_str() == "-" => shell::read_standard_input(),
        Some(file) => shell::read(file),
        None => Ok("nothing".to_owned()),
    };
    let state = Toy { text: text.unwrap(), ..Toy::default() };
    // A day long past: the loop has to say that another one has begun, where it was not chosen.
    let stays = std::env::var_os("TOY_DAY").is_none();
    let today = chrono::NaiveDate::from_ymd_opt(2000, 1, 1).unwrap();
    let access = if std::env::var_os("TOY_CAPTIVE").is_some() { Access::Captive } else { Access::Write };
    let (environment, clock) = (Environment::read(), Clock::SYSTEM);
    let world = World { file, environment, access, clock, today, stays, known: None, opening: None };
    match shell::run(world, state) {
        Ok(ended) => ended.status(),
        Err(failure) => {
            eprintln!("{failure}: {}", failure.hint());
            1
        }
    }
}

impl Program for Toy {
    fn update(&mut self, event: Event) -> Option<Effect> {
        update(self, event)
    }

    fn draw(&mut self, area: Rect, cells: &mut Buffer) -> Option<Position> {
        draw(self, area, cells)
    }

    fn unsaved(&self) -> Option<Unsaved> {
        unsaved(self)
    }
}

fn update(toy: &mut Toy, event: Event) -> Option<Effect> {
    toy.said = match &event {
        Event::Key(key) => format!("key {:?} {}", key.code, if key.ctrl { "ctrl" } else { "" }),
        Event::Paste(text) => format!("paste {text:?}"),
        Event::Resize(width, height) => format!("resize {width}x{height}"),
        Event::Touched | Event::GoOn => return None,
        Event::Loaded { loaded: Loaded::Text(text), .. } => {
            format!("loaded {}", text.source.text().trim_end())
        }
        Event::Loaded { loaded, .. } => format!("{loaded:?}"),
        Event::Saved { text } => format!("saved {}", text.trim_end()),
        Event::SaveFailed(failure) => format!("{failure:?}"),
        Event::Created(name) => format!("created {name}"),
        Event::CreateFailed(why) => format!("not created: {why}"),
        Event::Busy(work) => format!("busy {work:?}"),
        Event::Tick => "tick".to_owned(),
        Event::Rested => "rested".to_owned(),
        Event::Day(day) => {
            toy.day = format!(" day {day}");
            "day".to_owned()
        }
        Event::EditorFailed(why) => format!("editor failed: {why}"),
    };
    let Event::Key(Key { code, ctrl }) = event else {
        if let Event::Saved { text } = event {
            toy.text = text;
        }
        return None;
    };
    let new = || format!("new {}\n", toy.text.trim_end());
    match (code, ctrl) {
        (KeyCode::Char('q'), false) => return Some(Effect::Quit),
        (KeyCode::Char('l'), true) => return Some(Effect::Redraw),
        (KeyCode::Char('z'), true) => return Some(Effect::Suspend),
        (KeyCode::Char('e'), false) => return Some(Effect::OpenEditor { line: 3 }),
        (KeyCode::Char('w'), false) => {
            return Some(Effect::Create { stem: "toy".to_owned(), text: "a picture".to_owned() });
        }
        (KeyCode::Char('r'), false) => return Some(Effect::Reload),
        (KeyCode::Char('s'), false) => return Some(Effect::Save { before: toy.text.clone(), text: new() }),
        (KeyCode::Char('p'), false) => panic!("the toy was told to"),
        (KeyCode::Char('b'), false) => std::thread::sleep(Duration::from_mins(1)),
        (KeyCode::Char('u'), false) => toy.unsaved = true,
        (KeyCode::Char('c'), false) => toy.cursor = !toy.cursor,
        (KeyCode::Char('n'), false) => toy.noise = !toy.noise,
        (KeyCode::Char('j'), false) => toy.count += 1,
        _ => {}
    }
    None
}

fn draw(toy: &Toy, area: Rect, cells: &mut Buffer) -> Option<Position> {
    toy_lines(toy, area).iter().zip(area.rows()).for_each(|(line, row)| {
        cells.set_stringn(row.x, row.y, line, row.width.into(), Style::new());
    });
    if let Some(row) = area.rows().nth(4) {
        cells.set_stringn(row.x, row.y, "red", row.width.into(), Style::new().fg(Color::Red).bold());
    }
    if toy.noise {
        for position in area.positions() {
            let letter = (u32::from(position.x) * 7 + u32::from(position.y) * 3 + toy.count) % 26;
            cells[position].set_char(char::from_u32('a' as u32 + letter).unwrap());
        }
    }
    toy.cursor.then(|| Position::new(area.x + 6, area.y + 1))
}

fn toy_lines(toy: &Toy, area: Rect) -> [String; 4] {
    [
        format!("size {}x{} {:?}", area.width, area.height, toy.size),
        format!("count {}.{}", toy.count, toy.day),
        format!("said {}.", toy.said),
        format!("text {}.", toy.text.trim_end()),
    ]
}

fn unsaved(toy: &Toy) -> Option<Unsaved> {
    toy.unsaved.then(|| Unsaved {
        before: toy.text.clone(),
        text: "kept at last\n".to_owned(),
        changes: vec!["joint exercises: completed".to_owned()],
        undecided: Vec::new(),
    })
}
