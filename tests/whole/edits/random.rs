//! Random files in every style, with random damage, for the laws of editing.
//!
//! A file is made from a run of bytes, each a choice; a shorter run makes a simpler file, so that a
//! counter-example shrinks to something a person can read.

use super::manners::{
    DAMAGE, FIELDS, FLOW_OTHERS, FLOW_STATUS, FLOW_VALUES, HEADS, METRICS, OTHERS, STATUS, UPDATES, VALUES,
    WORDS,
};

/// Writes a file from choices.
pub(crate) struct Author<'c> {
    choices: std::slice::Iter<'c, u8>,
    text: String,
    line_end: usize,
    anchors: bool,
    /// The section that is written.
    section: &'static str,
}

impl<'c> Author<'c> {
    /// The file those choices make.
    pub(crate) fn write(choices: &'c [u8]) -> String {
        let mut author = Self {
            choices: choices.iter(),
            text: String::new(),
            line_end: 0,
            anchors: false,
            section: "initiatives",
        };
        let damage = author.of(12);
        author.line_end = author.of(6);
        match author.of(8) {
            7 => author.json(),
            _ => author.file(),
        }
        for _ in 0..damage.saturating_sub(8) {
            author.damage();
        }
        author.text
    }

    /// A choice among `count`; the first when no choices are left.
    fn of(&mut self, count: usize) -> usize {
        usize::from(self.choices.next().copied().unwrap_or(0)) % count
    }

    fn one<'w>(&mut self, words: &[&'w str]) -> &'w str {
        words[self.of(words.len())]
    }

    fn put(&mut self, text: &str) {
        for (index, line) in text.split('\n').enumerate() {
            if index > 0 {
                self.end_line();
            }
            self.text.push_str(line);
        }
    }

    fn end_line(&mut self) {
        let kind = if self.line_end == 5 { self.of(3) } else { self.line_end };
        self.text.push_str(match kind {
            3 | 1 => "\r\n",
            4 | 2 => "\r",
            _ => "\n",
        });
    }

    fn line(&mut self, text: &str) {
        self.put(text);
        let behind = self.one(&["", "", "", "", "", " ", " # note", "\t"]);
        self.text.push_str(behind);
        self.end_line();
        let between = self.one(&["", "", "", "", "", "\n", "# between\n", "    # indented\n"]);
        self.put(between);
    }

    fn file(&mut self) {
        let head =
            self.one(&["", "", "", "\u{feff}", "# head\n", "---\n", "%YAML 1.1\n---\n", "--- # start\n"]);
        self.put(head);
        let about = self.one(&HEADS);
        self.put(about);
        self.anchors = self.of(2) == 1;
        if self.anchors {
            self.put("x-words:\n  word: &word agreed\n  base: &base {owner: me}\n  more: &with_status {status: agreed}\n  years: &years {2021: 1}\n");
        }
        if self.of(2) == 1 {
            self.section("recommendations");
        }
        if self.of(4) > 0 {
            self.section("initiatives");
        }
        if self.of(2) == 1 {
            self.section("metrics");
        }
        let used = if self.text.contains("&used ") { "x: *used\n" } else { "" };
        let broken = if self.of(6) == 5 { "sources: [\n" } else { "" };
        let meetings = "meetings:\n- title: T1\n  status: held\n";
        let tail = self.one(&["", used, used, meetings, "...\n", "---\nb: c\n", broken]);
        self.put(tail);
        if self.of(4) == 3 {
            let length = self.text.trim_end_matches(['\r', '\n']).len();
            self.text.truncate(length);
        }
    }

    fn section(&mut self, name: &'static str) {
        self.section = name;
        let count = 1 + self.of(4);
        if self.of(6) == 5 {
            let items: Vec<String> = (0..count).map(|number| self.in_braces(number)).collect();
            let comma = self.one(&[", ", ",", ",\n  "]);
            let list = format!("{name}: [{}]", items.join(comma));
            return self.line(&list);
        }
        if self.of(12) == 11 {
            let nothing = self.one(&["", " []", " ~", " # none", " {}"]);
            return self.line(&format!("{name}:{nothing}"));
        }
        self.line(&format!("{name}:"));
        let indent = self.of(3) * 2;
        for number in 0..count {
            if self.of(5) == 4 {
                let item = self.in_braces(number);
                self.line(&format!("{}- {item}", " ".repeat(indent)));
            } else {
                self.in_lines(number, indent);
            }
        }
    }

    fn title(&mut self, number: usize) -> String {
        let number = if self.of(8) == 7 { 0 } else { number };
        let shape = self.one(&[
            "title: T#",
            "title: T#",
            "title: \"T#\"",
            "title: 'T#'",
            "title: >-\n    T#",
            "title:\n    T#",
            "\"title\": \"T#\"",
            "? title\n  : T#",
        ]);
        shape.replace('#', &number.to_string())
    }

    fn in_lines(&mut self, number: usize, indent: usize) {
        let mut entries = vec![self.title(number)];
        if self.section == "metrics" {
            entries.push(self.one(&METRICS).to_owned());
            let values = self.one(&VALUES).to_owned();
            let at = self.of(entries.len() + 1);
            entries.insert(at, values);
        } else {
            for _ in 0..self.of(4) {
                let rows = [OTHERS.as_slice(), &UPDATES, &FIELDS, &FIELDS][self.of(4)];
                let other = self.one(rows);
                entries.push(other.to_owned());
            }
            let status = self.one(&STATUS).replace("WORD", self.one(&WORDS));
            let at = self.of(entries.len() + 1);
            entries.insert(at, status);
        }
        entries.retain(|entry| !entry.is_empty() && (self.anchors || !entry.contains('*')));
        let dash = self.one(&["- ", "- ", "-   ", "-\n  ", "- &item\n  "]);
        let column = " ".repeat(indent + if dash == "-   " { 4 } else { 2 });
        self.put(&format!(
            "{}{}",
            " ".repeat(indent),
            dash.replace('\n', &format!("\n{}", " ".repeat(indent)))
        ));
        for (index, entry) in entries.iter().enumerate() {
            if index > 0 {
                self.text.push_str(&column);
            }
            // Rows are written for an item whose keys stand in column 2.
            let margin = format!("\n{}", column.get(2..).unwrap_or(""));
            self.line(&entry.replace('\n', &margin));
        }
    }

    fn in_braces(&mut self, number: usize) -> String {
        let mut entries = vec![
            self.one(&["title: T#", "\"title\": \"T#\"", "'title': T#"]).replace('#', &number.to_string()),
        ];
        for _ in 0..self.of(3) {
            let other = self.one(&FLOW_OTHERS);
            entries.push(other.to_owned());
        }
        let rows = if self.section == "metrics" { FLOW_VALUES.as_slice() } else { &FLOW_STATUS };
        let status = self.one(rows).replace("WORD", self.one(&WORDS));
        let at = self.of(entries.len() + 1);
        entries.insert(at, status);
        entries.retain(|entry| !entry.is_empty() && (self.anchors || !entry.contains('*')));
        let comma = self.one(&[", ", ",", " , ", ",\n    ", ", # c\n    "]);
        let (open, close) = [("{", "}"), ("{ ", " }"), ("{", ",}"), ("{", " # d\n    }")][self.of(4)];
        format!("{open}{}{close}", entries.join(comma))
    }

    fn json(&mut self) {
        let mut items = Vec::new();
        for number in 0..=self.of(3) {
            let status = self.one(&["", ", \"status\": \"agreed\"", ",\"done\":false", ", \"status\": null"]);
            let other = self.one(&[
                "",
                ", \"owner\": \"me\"",
                ", \"partners\": [\"a\", \"b\"]",
                ", \"updates\": []",
                ",\n   \"due\": \"2024-12-31\"",
            ]);
            items.push(format!("{{\"title\": \"T{number}\"{other}{status}}}"));
        }
        let values = self.one(&[
            "{\"2022\": 3, \"2023\": 5}",
            "{\"2022\":3}",
            "{\n    \"2022\": 3,\n    \"2023\": {\"value\": 5}\n  }",
            "{\"2022 (p)\": 3, \"2023\": {\"value\": 5, \"target\": 8}}",
            "{}",
            "null",
        ]);
        let space = self.one(&["", " ", "\n  "]);
        let (open, close) = self.one(&["[|]", "[\n    |\n  ]"]).split_once('|').unwrap_or_default();
        let items = items.join(&format!(",{space}"));
        let metrics = format!("{{\"name\": \"M\", \"values\": {values}}}");
        self.put(&format!(
            "{{\"metrics\": [{metrics}],{space}\"initiatives\":{space}{open}{items}{close}}}\n"
        ));
    }

    fn damage(&mut self) {
        let letters = self.text.chars().count();
        let at = (self.of(256) * 256 + self.of(256)) % (letters + 1);
        let sign = self.one(&DAMAGE);
        let gone = self.of(4) % 3;
        let head: String = self.text.chars().take(at).collect();
        let tail: String = self.text.chars().skip(at + gone).collect();
        self.text = [head.as_str(), sign, tail.as_str()].concat();
    }
}
