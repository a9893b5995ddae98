//! One door for text: whatever stands in files, names, arguments, settings and the environment, nothing but the
//! program's own sequences reaches a terminal, a pipe or a picture.
//!
//! `STRINGS=1000000 cargo test --test whole hostile::` tries a million strings; `SEED` takes others.

#![expect(clippy::unwrap_used, clippy::panic, reason = "a test may fail loudly")]
#![expect(clippy::disallowed_methods, reason = "files are made for the program to open")]

use crate::stage::{self, day, open, opening, press, pressed};
use crate::strings::{Strings, how_many, offence, offence_in_cells, without_own_sequences};
use coopdash::app::{App, Cause, Event, Loaded, Opening, Origin, SaveFailure, State, update};
use coopdash::document::read_on;
use coopdash::figures::derive;
use coopdash::output::{self, Checked, SvgOptions};
use coopdash::programme::fields::{Field, Kind, Part};
use coopdash::settings::{Depth, GlyphSet, Letters, PageColours, Rgb, Theme, ThemeName};
use coopdash::shell::{Failure, ReadError};
use coopdash::text::Clean;
use coopdash::view::look::Look;
use coopdash::wording::{Notice, conditions};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use std::fmt::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

/// Screens by the keys that lead there from the first one.
const SCREENS: [&str; 16] = [
    "1",
    "2",
    "3",
    "4",
    "5",
    "6",
    "2 Enter",
    "3 Enter",
    "4 j Enter",
    "6 Enter",
    "i",
    "d",
    "d j j",
    "?",
    "p",
    "3 m",
];

/// Windows: the first has room for whole texts.
const SIZES: [(u16, u16); 4] = [(300, 150), (120, 40), (80, 24), (40, 12)];

/// A document with hostile strings in every field.
struct Document {
    text: String,
    strings: usize,
}

impl Document {
    fn new(source: &mut Strings) -> Self {
        let mut document = Self { text: String::new(), strings: 0 };
        document.part(source, Part::File, 0, None);
        document
    }

    /// The keys of a part, `indent` columns in; the first follows the dash of a list.
    fn part(&mut self, source: &mut Strings, part: Part, indent: usize, dash: Option<()>) {
        let mut is_first = dash.is_some();
        for field in part.fields() {
            // Now and then a field is missing, has a name that nobody knows, or holds what it cannot hold.
            if !is_first && part != Part::File && source.below(6) == 0 {
                continue;
            }
            let margin = if is_first { format!("{}- ", " ".repeat(indent - 2)) } else { " ".repeat(indent) };
            is_first = false;
            if source.below(40) == 0 {
                let (key, value) = (self.hostile(source), self.hostile(source));
                writeln!(self.text, "{margin}{key}: {value}").unwrap();
                continue;
            }
            write!(self.text, "{margin}{}:", field.key).unwrap();
            self.value(source, field, indent);
        }
        if is_first {
            writeln!(self.text, "{}- {{}}", " ".repeat(indent.saturating_sub(2))).unwrap();
        }
    }

    fn value(&mut self, source: &mut Strings, field: &Field, indent: usize) {
        let written = match field.kind {
            Kind::Group(part) => {
                self.text.push('\n');
                return self.part(source, part, indent + 2, None);
            }
            Kind::List(part) => {
                self.text.push('\n');
                let items = if indent == 0 { 6 } else { 2 };
                return (0..items).for_each(|_| self.part(source, part, indent + 4, Some(())));
            }
            Kind::Values => {
                let (period, note) = (self.hostile(source), self.hostile(source));
                format!("{{ 2022: 3, {period}: 4, 2023: {{ value: 5, note: {note} }}, 2021: {note} }}")
            }
            Kind::Texts | Kind::Links(_) => format!("[{}, {}]", self.hostile(source), self.hostile(source)),
            Kind::Text | Kind::Prose | Kind::Id => self.hostile(source),
            Kind::Number
            | Kind::Whole(_)
            | Kind::Date
            | Kind::Due
            | Kind::Time
            | Kind::TrueOrFalse
            | Kind::Word(_)
            | Kind::Period
            | Kind::Targets
            | Kind::Value => {
                let example = field.example.lines().next().unwrap_or_default().trim_start_matches("- ");
                if source.below(4) == 0 { self.hostile(source) } else { example.to_owned() }
            }
        };
        writeln!(self.text, " {written}").unwrap();
    }

    /// A string in quotes; what YAML does not take as it is, and some of the rest, by its number.
    fn hostile(&mut self, source: &mut Strings) -> String {
        self.strings += 1;
        let string = source.next();
        let mut quoted = "\"".to_owned();
        for c in string.chars() {
            let is_raw = !matches!(c, '"' | '\\' | '\n' | '\r') && (!c.is_control() || source.below(50) == 0);
            if is_raw && source.below(8) > 0 {
                quoted.push(c);
            } else {
                write!(quoted, "\\U{:08X}", u32::from(c)).unwrap();
            }
        }
        quoted + "\""
    }
}

/// Asserts that a text is harmless already before it comes to the door, and behind it.
#[track_caller]
fn passes(what: &str, text: &str) {
    if let Some(found) = offence(text) {
        panic!("{what}: {found}");
    }
    let passed = Clean::lines(text);
    assert_eq!(passed.as_str().lines().count(), text.lines().count(), "{what}");
    if let Some(found) = offence(passed.as_str()) {
        panic!("{what}, behind the door: {found}");
    }
}

/// Workflow commands without the letters of their escapes.
fn unescaped(commands: &str) -> String {
    ["%2C", "%3A", "%25", "%0A", "%0D"]
        .iter()
        .fold(commands.to_owned(), |text, escape| text.replace(escape, "%"))
}

fn printed_forms(text: &str) {
    let reading = read_on(text, day());
    let figures = derive(&reading.programme, day());
    passes("report", &output::report(&reading, &figures, "programme.yaml"));
    // Lines of the file are cut to the width of the page, and so are the words that need a mark of direction.
    passes("check", Clean::lines(&output::findings(&reading, "programme.yaml")).as_str());
    passes("check in short", &output::findings_in_short(&reading, "programme.yaml"));
    let conditions = conditions(&reading.programme, &figures);
    passes("conditions", &output::conditions_in_short(&conditions, "programme.yaml"));
    let findings = reading.findings.len();
    let checked = Checked { file: "programme.yaml", reading: Ok(reading), conditions };
    let commands = output::findings_for_github(&checked);
    passes("check for GitHub", &unescaped(&commands));
    assert_eq!(commands.lines().count(), findings + checked.conditions.len(), "{commands}");
    passes("check in JSON", &output::findings_in_json(&[checked], day()));
}

/// Screens of a document, in every form a screen has; another window and other letters each time.
fn screens(text: &str, number: usize) {
    let look = look(number);
    let mut state = open(text, SIZES[number % SIZES.len()]);
    // In the largest window a screen holds as much as in all the others together.
    let step = if number.is_multiple_of(SIZES.len()) { 4 } else { 2 };
    for (at, keys) in SCREENS.into_iter().enumerate().skip(number / 4 % step).step_by(step) {
        press(&mut state, keys);
        screen(&state, &look, at == number % SCREENS.len());
        press(&mut state, "Esc Esc Esc");
    }
}

fn look(number: usize) -> Look {
    let (set, letters) = match number % 3 {
        0 => (GlyphSet::Full, Letters::Unicode),
        1 => (GlyphSet::Ascii, Letters::Unicode),
        _ => (GlyphSet::Console, Letters::Ascii),
    };
    Look::new(&Theme::built_in(ThemeName::Dark), Depth::True, set, letters)
}

fn screen(state: &State, look: &Look, as_picture: bool) {
    let area = Rect::new(0, 0, state.session.size.0, state.session.size.1);
    let mut frame = Buffer::empty(area);
    coopdash::view::draw(state, look, area, &mut frame);
    if let Some(found) = frame.content().iter().find_map(|cell| offence_in_cells(cell.symbol())) {
        panic!("on the screen: {found}");
    }
    passes("screen as text", &output::text(&frame));
    let coloured = output::ansi(&frame);
    assert_eq!(without_own_sequences(coloured.as_str(), false), Ok(plain(&frame)));
    if as_picture {
        let page = PageColours { text: Rgb(230, 230, 230), background: Rgb(0, 0, 0) };
        let picture = output::svg(&frame, &SvgOptions { title: "hostile", page });
        passes("screen as picture", &picture);
        let tags = picture.matches('<').count();
        assert_eq!(tags, picture.matches('>').count(), "a word became a tag");
    }
}

/// The rows of a frame, blanks at their ends gone where nothing is seen of them.
fn plain(frame: &Buffer) -> String {
    let coloured = output::ansi(frame);
    let mut text = String::new();
    for (number, part) in coloured.as_str().split('\u{1b}').enumerate() {
        text.push_str(if number == 0 { part } else { part.split_once('m').map_or("", |(_, rest)| rest) });
    }
    text
}

/// Documents with as many strings as are wanted, each with its number.
fn documents(name: u64) -> impl Iterator<Item = (usize, String)> {
    let (mut source, wanted) = (Strings::new(name), how_many(300));
    let mut tried = 0;
    (0..).map_while(move |number| {
        let document = (tried < wanted).then(|| Document::new(&mut source))?;
        tried += document.strings;
        Some((number, document.text))
    })
}

#[test]
fn documents_are_printed_without_anything_that_acts() {
    documents(1).for_each(|(_, text)| printed_forms(&text));
}

#[test]
fn documents_are_drawn_without_anything_that_acts_or_is_not_seen() {
    documents(8).for_each(|(number, text)| screens(&text, number));
}

#[test]
fn what_the_world_answers_is_drawn_like_everything_else() {
    let mut source = Strings::new(2);
    let document = "programme: { title: T }\ninitiatives:\n  - title: A\n    status: agreed\n";
    // Some at once: what has no room is cleaned, too.
    let mut next = move || (0..100).map(|_| source.next()).collect::<String>();
    for number in 0..how_many(1200).div_ceil(900) {
        let begun = Opening { origin: Origin::File(next()), ..opening(document, SIZES[1 + number % 3]) };
        let mut state = App::new(begun).by(Some(&next()));
        let (why, help) = (next(), next());
        let loaded = Loaded::Unreadable { why, line: None, help };
        for event in [
            Event::CreateFailed(next()),
            Event::Created(next()),
            Event::EditorFailed(next()),
            Event::SaveFailed(SaveFailure::System(next())),
            stage::loaded(loaded, "14:07", Cause::Asked),
        ] {
            update(&mut state, event);
            screen(&state, &look(number), false);
        }
        let state = state.saying(Some(Notice::Settings(next())));
        screen(&state, &look(number), false);
        // What is typed is shown as it is typed, in a search and in a field.
        for keys in ["/", "Esc 3 m j j Enter"] {
            let mut state = pressed(document, SIZES[1 + number % 3], keys);
            update(&mut state, Event::Paste(next().chars().take(80).collect()));
            screen(&state, &look(number), false);
        }
    }
}

#[test]
fn names_of_files_are_one_line_wherever_they_stand() {
    let mut source = Strings::new(3);
    let reading = read_on("- one\n", day());
    for number in 0..how_many(300) {
        let name = source.next();
        let path = PathBuf::from(&name);
        let missing = Failure::File { path: path.clone(), reason: ReadError::Missing }.to_string();
        let exists = Failure::Create { path, reason: std::io::ErrorKind::AlreadyExists.into() }.to_string();
        let short = output::findings_in_short(&reading, &name);
        let checked = Checked { file: &name, reading: Err(missing.clone()), conditions: Vec::new() };
        let commands = output::findings_for_github(&checked);
        for (printed, lines) in [(missing, 1), (exists, 1), (short, 2), (unescaped(&commands), 1)] {
            passes("name of a file", &printed);
            assert_eq!(printed.lines().count(), lines, "{name:?}: {printed:?}");
        }
        if number % 8 == 0 {
            passes("name in full", &output::findings(&reading, &name));
            passes("name in JSON", &output::findings_in_json(&[checked], day()));
        }
    }
}

#[test]
fn ids_that_look_alike_for_want_of_something_to_be_seen_are_equal() {
    for hidden in ["\u{200b}", "\u{200c}", "\u{200d}", "\u{2060}", "\u{feff}", "\u{ad}", "\u{3164}"] {
        let text = format!(
            "programme: {{ title: T }}\nmetrics: [{{ name: Visits, id: vis{hidden}its, values: {{ 2023: 1 }} }}]\n\
             initiatives: [{{ title: A, status: agreed, metrics: [visits] }}]\n"
        );
        let reading = read_on(&text, day());
        let dead = reading.findings.iter().find(|finding| finding.code.name().contains("link"));
        assert!(dead.is_none(), "{hidden:?}: {dead:?}");
        assert_eq!(reading.programme.metrics[0].id.as_ref().unwrap().value, "visits", "{hidden:?}");
    }
}

/// Runs the program with hostile words around it, and gives what it wrote on both outputs.
fn run(arguments: &[String], folder: &Path, environment: &[(&str, &str)]) -> [String; 2] {
    let mut command = Command::new(env!("CARGO_BIN_EXE_coopdash"));
    command.args(arguments).current_dir(folder).env_clear().envs(environment.iter().copied());
    let output = command.stdin(Stdio::null()).output().unwrap();
    let code = output.status.code();
    assert!(matches!(code, Some(0..=2)), "{arguments:?} ended with {code:?}");
    [output.stdout, output.stderr].map(|bytes| String::from_utf8(bytes).unwrap())
}

#[test]
fn arguments_settings_themes_and_the_environment_are_said_without_acting() {
    let folder = tempfile::tempdir().unwrap();
    let (home, settings) = (folder.path().to_str().unwrap(), folder.path().join("coopdash/settings.yaml"));
    std::fs::create_dir(folder.path().join("coopdash")).unwrap();
    let mut source = Strings::new(4);
    // No argument and no variable holds a NUL.
    let mut next = move || source.next().replace('\0', "");
    for number in 0..(how_many(60) / 20).clamp(3, 300) {
        let word = next();
        let theme = folder.path().join("theme.yaml");
        let quoted = |word: &str| format!("\"{}\"", word.escape_default());
        std::fs::write(&theme, format!("rgb: {{ bad: {} }}\n", quoted(&word))).unwrap();
        let values = ["theme", "glyphs", "color", "page", &quoted(&next())];
        std::fs::write(&settings, format!("{}: {}\n", values[number % 5], quoted(&next()))).unwrap();
        let (term, locale, editor) = (next(), next(), next());
        let environment = [
            ("XDG_CONFIG_HOME", home),
            ("TERM", term.as_str()),
            ("COLORTERM", &word),
            ("LC_ALL", &locale),
            ("EDITOR", &editor),
            ("COOPDASH_WATCH", &word),
        ];
        for arguments in [
            vec!["doctor".to_owned()],
            vec!["doctor".to_owned(), "--".to_owned(), word.clone()],
            vec!["doctor".to_owned(), "--theme=theme.yaml".to_owned()],
            vec!["render".to_owned(), format!("--theme={word}")],
            vec!["check".to_owned(), format!("--explain={word}")],
            vec!["report".to_owned(), format!("--as-of={word}")],
            vec![word.clone(), word.clone()],
            vec![format!("--{word}")],
            [vec!["check".to_owned(), "--".to_owned()], (0..100).map(|_| next()).collect()].concat(),
        ] {
            for written in run(&arguments, folder.path(), &environment) {
                passes(&format!("{arguments:?}"), &written);
            }
        }
    }
}

#[test]
fn no_word_of_others_begins_a_line_of_its_own() {
    let folder = tempfile::tempdir().unwrap();
    let forged = "x\nerror: forged\u{2028}error: forged\u{85}error: forged";
    for arguments in [
        vec!["check", forged],
        vec!["new", "nowhere/x\nerror: forged"],
        vec!["check", "--format=github", forged],
        vec!["report", "--theme", forged, forged],
        vec!["render", "--theme", forged],
        vec!["doctor", "--theme", forged],
        vec!["--as-of", forged],
        vec!["check", "--explain", forged],
        vec!["check", "--fail-on", forged, "x"],
        vec!["present", "--every", forged],
        vec!["report", "x", forged],
        vec!["--x\nerror: forged"],
    ] {
        let arguments: Vec<String> = arguments.into_iter().map(str::to_owned).collect();
        let written = run(&arguments, folder.path(), &[]).concat();
        let begins = |line: &str| line.trim_start().starts_with("error: forged");
        assert!(written.contains("forged") || written.contains("Sarajevo"), "{arguments:?}: {written}");
        assert!(!written.lines().any(begins), "{arguments:?}: {written}");
    }
}
