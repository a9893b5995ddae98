//! Two programs, a third hand in an editor, and one disk that fills up now and then, at random: nobody's change
//! is lost, nothing is written over that nobody chose, and in the end everything is on the disk.
//!
//! `ROUNDS` sets how many stories are played, `SEED` the first of them.

#![expect(clippy::unwrap_used, reason = "a test may fail loudly")]
#![expect(clippy::disallowed_methods, reason = "how many stories is said by the environment")]

use crate::stage::{self, open, plain};
use coopdash::app::{App, Effect, Event, update};
use coopdash::document::{NewStanding, read};
use coopdash::programme::{Programme, Update};
use std::collections::{BTreeMap, VecDeque};

const FILE: &str = "\
# Kept by the secretariat.
programme:
  title: Test programme
metrics:
  - name: Joint exercises
    values:
      2021: 2
      2022: 3   # counted twice
      2023: 5
  - name: Engagement
    values: { 2022: 60, 2023: 75 }
initiatives:
  - title: Joint training   # the first
    status: agreed
    due: 2024-06-30
  - title: Reform support
    status: in_progress
    owner: Desk 3
    updates:
      - { date: 2023-11-01, note: Begun. }

  - { title: Capacity, status: announced, owner: nobody yet }
recommendations:
  - title: Resource sharing
    status: proposed
  - title: Wider consultation
    status: accepted
    due: 2024-12-31
";

/// Numbers that look random and are the same in every run.
struct Dice(u64);

impl Dice {
    fn below(&mut self, end: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(self.0 >> 33).unwrap() % end
    }

    fn pick<'a>(&mut self, from: &[&'a str]) -> &'a str {
        from[self.below(from.len())]
    }
}

/// What the file says, by item and field.
type Facts = BTreeMap<(String, String), String>;

fn facts(programme: &Programme) -> Facts {
    let mut facts = Facts::new();
    let mut say = |title: &str, field: &str, value: String| {
        facts.insert((title.to_owned(), field.to_owned()), value);
    };
    let note = |own: &Update| format!("note {:?} {:?}", own.date.as_ref().map(|day| day.value), own.note);
    say("figures", "as_of", format!("{:?}", programme.about.as_of.as_ref().map(|day| day.value)));
    for item in &programme.initiatives {
        say(&item.title, "standing", format!("{:?}", NewStanding::as_now(&item.standing)));
        say(&item.title, "owner", format!("{:?}", item.owner));
        say(&item.title, "due", format!("{:?}", item.due.as_ref().map(|day| day.value.day)));
        say(&item.title, "completed", format!("{:?}", item.completed_on.as_ref().map(|day| day.value)));
        item.updates.iter().for_each(|own| say(&item.title, &note(own), String::new()));
    }
    for item in &programme.recommendations {
        say(&item.title, "standing", format!("{:?}", item.status.as_ref().map(|status| status.value)));
        say(&item.title, "owner", format!("{:?}", item.owner));
        say(&item.title, "due", format!("{:?}", item.due.as_ref().map(|day| day.value.day)));
        item.updates.iter().for_each(|own| say(&item.title, &note(own), String::new()));
    }
    for metric in &programme.metrics {
        for value in &metric.values {
            say(&metric.name, &value.period.label, format!("{:?} {:?}", value.value, value.flag));
        }
    }
    facts
}

/// What differs, as item and field.
fn changed(before: &Facts, after: &Facts) -> Vec<(String, String)> {
    let keys: std::collections::BTreeSet<_> = before.keys().chain(after.keys()).collect();
    keys.into_iter().filter(|key| before.get(*key) != after.get(*key)).cloned().collect()
}

/// Who last changed what.
type Writers = BTreeMap<(String, String), usize>;

const THIRD: usize = 2;

struct World {
    disk: String,
    /// Texts the disk held, for somebody who goes back and forth between versions.
    past: Vec<(String, Writers)>,
    desks: Vec<App>,
    /// Which desks have a disk that takes its time.
    hangs: Vec<bool>,
    /// What such a disk was asked for and has not done yet, with the key that asked.
    late: Vec<VecDeque<(Effect, String)>>,
    full: bool,
    /// Whether it ever is: what was done and taken back in memory has no writer on the disk.
    fills: bool,
    /// Who last changed what.
    writers: Writers,
    /// What each has set last.
    wrote: BTreeMap<(usize, (String, String)), Option<String>>,
    tale: Vec<String>,
}

impl World {
    fn new(text: &str, desks: usize) -> Self {
        let (hangs, late) = (vec![false; desks], vec![VecDeque::new(); desks]);
        let desks = (0..desks).map(|_| open(text, (80, 24))).collect();
        let (disk, writers) = (text.to_owned(), Writers::new());
        Self {
            disk,
            past: vec![(text.to_owned(), Writers::new())],
            desks,
            hangs,
            late,
            full: false,
            fills: true,
            writers,
            wrote: BTreeMap::new(),
            tale: Vec::new(),
        }
    }

    /// The disk holds another text: who wrote it, and with which key.
    fn write(&mut self, who: usize, text: String, action: &str) {
        let tale = || self.tale.join("\n");
        let reading = read(&text);
        let sound = !reading.unreadable && reading.can_be_changed();
        assert!(sound, "{action} broke the file\n{}\n{}\n-->\n{text}", tale(), self.disk);
        let changes = changed(&facts(&read(&self.disk).programme), &facts(&reading.programme));
        if who != THIRD {
            let before = facts(&read(&self.disk).programme);
            let seen = facts(&read(&self.desks[who].store.disk).programme);
            for key in &changes {
                let is_seen = seen.get(key) == before.get(key);
                assert!(is_seen, "{action} writes over {key:?}, never seen\n{}\n{text}", tale());
                let takes_back = matches!(action, "u" | "Ctrl-R") && !self.fills;
                // Who set the same word cannot tell that it was another and came back in between.
                let same =
                    self.wrote.get(&(who, key.clone())).is_some_and(|own| *own == before.get(key).cloned());
                let own = same || self.writers.get(key).is_none_or(|writer| *writer == who);
                assert!(!takes_back || own, "{action} takes {key:?} of another back\n{}\n{text}", tale());
            }
        }
        self.tale.push(format!("    {who} writes {changes:?}"));
        let now = facts(&reading.programme);
        for key in changes {
            self.wrote.insert((who, key.clone()), now.get(&key).cloned());
            self.writers.insert(key, who);
        }
        self.disk.clone_from(&text);
        self.past.push((text, self.writers.clone()));
    }

    fn feed(&mut self, who: usize, event: Event, action: &str) {
        let mut next = Some(event);
        for _ in 0..20 {
            let Some(event) = next.take() else { return };
            let Some(effect) = update(&mut self.desks[who], event) else { return };
            if !matches!(effect, Effect::Save { .. } | Effect::Reload) {
                return;
            }
            if self.hangs[who] || !self.late[who].is_empty() {
                self.late[who].push_back((effect, action.to_owned()));
                return;
            }
            next = Some(self.perform(who, &effect, action));
        }
        assert!(next.is_none(), "no end\n{}", self.tale.join("\n"));
    }

    /// What the disk answers.
    fn perform(&mut self, who: usize, effect: &Effect, action: &str) -> Event {
        let event = stage::answer(effect, &self.disk, self.full).unwrap();
        if let Event::Saved { text } = &event {
            self.write(who, text.clone(), action);
        }
        event
    }

    /// The disk of a desk does what it was asked for first, and says so.
    fn answer(&mut self, who: usize) {
        let Some((effect, action)) = self.late[who].pop_front() else { return };
        self.tale.push(format!("desk {who} gets an answer"));
        let event = self.perform(who, &effect, &action);
        self.feed(who, event, &action);
    }

    fn play(&mut self, who: usize, keys: &str) {
        self.tale.push(format!("desk {who}{}: {keys}", if self.full { " (full)" } else { "" }));
        for (name, event) in stage::events(keys) {
            self.feed(who, event, name);
        }
    }

    fn touch(&mut self, who: usize) {
        self.tale.push(format!("desk {who} sees the file"));
        let text = self.disk.clone();
        self.feed(who, stage::touched(text, "14:10"), "reload");
    }

    /// Something a user does.
    fn act(&mut self, who: usize, dice: &mut Dice, number: usize) {
        if self.desks[who].dialogue.form.is_some() {
            self.play(who, dice.pick(&["Enter Esc Esc", "Esc Esc"]));
        } else if self.desks[who].store.clash.is_none() {
            self.play(who, "Esc Esc");
        }
        if self.desks[who].store.clash.is_some() {
            return self.play(who, dice.pick(&["m", "t", "t"]));
        }
        let down = "j ".repeat(dice.below(4));
        let (small, month) = (dice.below(90), 1 + dice.below(9));
        let keys = match dice.below(15) {
            0 | 1 => format!("3 g {down} Space"),
            2 => format!("3 g {down} Space +"),
            3 => format!("3 g {down} m Enter {} Enter", "j ".repeat(dice.below(6))),
            4 => format!("{} g {down} m j j Enter Ctrl-U \"Desk {number}\" Enter", dice.pick(&["3", "4"])),
            5 => format!("3 g {down} m j Enter Ctrl-U \"2025-0{month}-15\" Enter"),
            6 => format!("{} g {down} m G Enter \"Note {number}.\" Enter", dice.pick(&["3", "4"])),
            7 => format!("2 g {down} m j Enter Ctrl-U \"{small}\" Enter"),
            8 => {
                format!("2 g {down} m Enter Ctrl-U \"{}: {small} provisional\" Enter", 2015 + dice.below(10))
            }
            9 => format!("{} g {down} m j j Enter Ctrl-U Enter", dice.pick(&["2", "3", "4"])),
            10 => format!("a \"Item {number}: new\" Enter"),
            11 => format!("3 g {down} m j j Enter Ctrl-U \"Desk {number}\""),
            12 => "Ctrl-R".to_owned(),
            13 => "A".to_owned(),
            _ => dice.pick(&["u", "u", "u u"]).to_owned(),
        };
        self.play(who, &keys);
    }

    /// Somebody writes with an editor; what would be no sound file is not written.
    fn third(&mut self, dice: &mut Dice, number: usize) {
        let mut lines: Vec<String> = self.disk.lines().map(str::to_owned).collect();
        let at = dice.below(lines.len());
        let what = dice.below(9);
        match what {
            0 => lines.insert(at, format!("# remark {number}")),
            1 | 2 => {
                let (key, to) = if what == 1 {
                    ("status: ", dice.pick(&["agreed", "on_hold", "in_progress"]).to_owned())
                } else {
                    ("owner: ", format!("Third {number}"))
                };
                let of_key =
                    |line: &&mut String| line.starts_with("    ") && line.trim_start().starts_with(key);
                let mut hits: Vec<&mut String> = lines.iter_mut().filter(|line| of_key(line)).collect();
                if !hits.is_empty() {
                    let hit = dice.below(hits.len());
                    *hits[hit] = format!("    {key}{to}");
                }
            }
            3 | 4 => self::blocks(&mut lines, dice, what == 3),
            5 | 6 => {
                let line = [format!("    owner: Third {number}"), format!("    id: i{number}")];
                lines.insert(at, line[what - 5].clone());
            }
            7 => {
                // Unless somebody sees it meanwhile, an older version is as if nothing had been in between.
                let (text, writers) = self.past[dice.below(self.past.len())].clone();
                self.tale.push(format!("third: back to\n{text}"));
                self.write(THIRD, text, "the editor");
                self.writers = writers;
                return;
            }
            _ => {
                if let Some(title) = lines[at].find("- title: ") {
                    lines[at].replace_range(title + 9.., &format!("Renamed {number}"));
                }
            }
        }
        let text = lines.join("\n") + "\n";
        let reading = read(&text);
        let titles = |programme: &Programme| {
            let mut all: Vec<_> = programme.initiatives.iter().map(|item| item.title.clone()).collect();
            all.sort();
            all.windows(2).all(|pair| pair[0] != pair[1])
        };
        if reading.can_be_changed() && reading.findings.is_empty() && titles(&reading.programme) {
            self.tale.push(format!("third: {what}\n{text}"));
            self.write(THIRD, text, "the editor");
        }
    }

    /// The disk has room again, everybody sees the file, and everything is decided.
    fn settle(&mut self, dice: &mut Dice) {
        self.full = false;
        self.hangs.fill(false);
        for who in 0..self.desks.len() {
            while !self.late[who].is_empty() {
                self.answer(who);
            }
        }
        for who in (0..self.desks.len()).cycle().take(4 * self.desks.len()) {
            self.play(who, "Esc Esc Esc");
            self.touch(who);
            for _ in 0..20 {
                if self.desks[who].store.clash.is_some() {
                    self.play(who, dice.pick(&["m", "t"]));
                }
            }
            if self.desks[who].store.clash.is_some() {
                self.play(who, "t t t t t t t t t t t t");
            }
        }
        for desk in &self.desks {
            let tale = self.tale.join("\n");
            assert!(
                desk.store.clash.is_none() && desk.store.pending.is_empty() && desk.store.saving.is_none(),
                "something still waits\n{tale}"
            );
            assert!(!desk.unsaved() && desk.text() == self.disk, "not settled\n{tale}");
            assert!(plain(desk).lines().count() == 24);
        }
    }
}

/// Moves an item behind the next one, or takes it out.
fn blocks(lines: &mut Vec<String>, dice: &mut Dice, moves: bool) {
    let starts: Vec<usize> = (0..lines.len()).filter(|at| lines[*at].starts_with("  - ")).collect();
    let end = |from: usize| {
        let rest = lines.iter().enumerate().skip(from + 1);
        let mut ends = rest
            .filter(|(_, line)| line.starts_with("  - ") || line.starts_with(|c: char| c.is_alphabetic()));
        ends.next().map_or(lines.len(), |(at, _)| at)
    };
    let first = starts[dice.below(starts.len())];
    let middle = end(first);
    let last = if moves && starts.contains(&middle) { end(middle) } else { middle };
    let block: Vec<String> = lines.drain(first..middle).collect();
    if moves {
        let at = first + last - middle;
        lines.splice(at..at, block);
    }
}

fn stories(usual: u64) -> std::ops::Range<u64> {
    let number = |name: &str| std::env::var(name).ok().map(|value| value.parse::<u64>().unwrap());
    let first = number("SEED").unwrap_or(1);
    first..first + number("ROUNDS").unwrap_or(usual)
}

#[test]
fn two_programs_and_an_editor_lose_nothing_and_settle() {
    for seed in stories(18) {
        let mut dice = Dice(seed);
        let mut world = World::new(FILE, 2);
        world.tale.push(format!("SEED={seed}"));
        world.fills = seed % 2 == 0;
        for number in 0..25 {
            world.full = world.fills && dice.below(4) == 0;
            // In every third story a disk takes its time now and then.
            if seed % 3 == 0 {
                let who = dice.below(2);
                world.hangs[who] = dice.below(3) > 0;
                (0..dice.below(3)).for_each(|_| world.answer(who));
            }
            match dice.below(5) {
                0 => world.third(&mut dice, number),
                1 => {
                    let who = dice.below(2);
                    world.touch(who);
                }
                _ => {
                    let who = dice.below(2);
                    world.act(who, &mut dice, number);
                }
            }
        }
        world.settle(&mut dice);
    }
}

#[test]
fn one_program_alone_takes_everything_back_to_the_first_byte() {
    for seed in stories(4) {
        for text in [FILE.to_owned(), FILE.replace('\n', "\r\n"), format!("\u{feff}{}", FILE.trim_end())] {
            let mut dice = Dice(seed);
            let mut world = World::new(&text, 1);
            world.tale.push(format!("SEED={seed}"));
            for number in 0..20 {
                world.full = dice.below(4) == 0;
                world.hangs[0] = dice.below(4) == 0;
                (0..dice.below(3)).for_each(|_| world.answer(0));
                world.act(0, &mut dice, number);
                if dice.below(4) == 0 {
                    world.touch(0);
                }
            }
            world.settle(&mut dice);
            world.play(0, &"u ".repeat(60));
            assert_eq!(world.disk, text, "{}", world.tale.join("\n"));
        }
    }
}
