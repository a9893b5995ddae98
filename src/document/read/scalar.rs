//! Single values: texts, `true` and `false`, and words of a fixed choice.

use super::reader::{Reader, Slot, severity_of};
use super::shown::LONGEST;
use super::shown::{clean, clean_lines, shown};
use crate::document::finding::{Code, Finding, Severity};
use crate::programme::Placed;
use crate::programme::fields::Kind;
use crate::programme::words::{self, Choice};
use crate::text::Place;
use crate::yaml::tree::{self, Node, NodeKind, ScalarStyle, Tag};

/// About what a text of a list takes in memory beside its letters.
const TEXT: usize = 160;

impl<'s> Reader<'s> {
    /// One text with its place; none if it is empty.
    pub(super) fn text_of(&mut self, slot: Slot<'_>) -> Option<Placed<String>> {
        let NodeKind::Text(text, style) = slot.value.kind() else {
            let is_one = !matches!(slot.field.kind, Kind::Texts | Kind::Links(_));
            let needed =
                if is_one { "one text is needed here" } else { "a text or a list of texts is needed" };
            self.wrong_form(slot, needed);
            return None;
        };
        if matches!(style, ScalarStyle::Literal | ScalarStyle::Folded) {
            self.comments_in(slot.value);
        }
        if style == ScalarStyle::Plain {
            self.text_in_comment(slot, text);
        }
        self.foreign_tag(slot.value);
        self.swallowed_anchor(slot.value);
        let value = if slot.field.kind == Kind::Prose { clean_lines(text) } else { clean(text) };
        (!value.is_empty()).then(|| Placed { value, place: slot.value.mark().place() })
    }

    /// One text or a list of texts; none where something is there and no text came of it.
    pub(super) fn texts_of(&mut self, slot: Slot<'_>) -> Option<Vec<Placed<String>>> {
        if slot.value.kind() != NodeKind::List {
            return self.text_of(slot).map(|text| vec![text]);
        }
        let one = |node| Slot { value: node, ..slot };
        let given: Vec<Node<'_>> = slot.value.items().filter(|node| !node.is_null()).collect();
        let is_empty = given.is_empty();
        if !tree::is_room_for(given.len() * TEXT) {
            self.no_room(slot.key);
            return None;
        }
        let texts: Vec<_> = given.into_iter().filter_map(|node| self.text_of(one(node))).collect();
        (is_empty || !texts.is_empty()).then_some(texts)
    }

    pub(super) fn true_or_false_of(&mut self, slot: Slot<'_>) -> Option<Placed<bool>> {
        let text = self.single(slot, "true or false is needed here")?;
        let place = self.spot(slot.value);
        let written = shown(text);
        let meant = match written.to_lowercase().as_str() {
            "true" => return Some(Placed { value: true, place }),
            "false" => return Some(Placed { value: false, place }),
            "yes" | "y" | "on" | "1" | "x" | "done" | "completed" => "Write true.".to_owned(),
            "no" | "n" | "off" | "0" | "open" => "Write false.".to_owned(),
            _ => format!("Write `{}: true` or `{0}: false`.", slot.field.key),
        };
        let message = format!("`{written}` is neither true nor false");
        let finding = Finding::new(Code::NotTrueOrFalse, place, message).severity(severity_of(slot.field));
        self.report(finding.label("true or false is needed here").help(meant));
        None
    }

    pub(super) fn word_of<T: Choice>(&mut self, slot: Slot<'_>) -> Option<Placed<T>> {
        self.word_or(slot, |_| None)
    }

    /// A word of a choice, or one of another table that means it.
    pub(super) fn word_or<T: Choice>(
        &mut self,
        slot: Slot<'_>,
        meant: impl Fn(&str) -> Option<T>,
    ) -> Option<Placed<T>> {
        let text = self.single(slot, "one word is needed here")?;
        let place = self.spot(slot.value);
        if let Some(value) = words::stored::<T>(text) {
            return Some(Placed { value, place });
        }
        let written = shown(text);
        let Some(value) = words::word_of::<T>(&written).or_else(|| meant(&written)) else {
            if !self.is_beyond(Code::UnknownWord.severity(), &place) {
                self.report(unknown_word::<T>(&written, place));
            }
            return None;
        };
        let word = value.word();
        if !words::alike(word, &written) {
            let message = format!("`{written}` is read as `{word}`");
            let finding = Finding::new(Code::OtherWord, place, message);
            self.report(finding.label(format!("usually `{word}`")).help(format!("Write {word}.")));
        }
        Some(Placed { value, place })
    }

    /// Lines of a block text that look like comments.
    fn comments_in(&mut self, node: Node<'_>) {
        let (start, end) = (node.mark().start as usize, node.mark().end as usize);
        let written = self.source.text().get(start..end).unwrap_or("");
        let mut at = start;
        for line in written.split_inclusive('\n') {
            let content = line.trim_start();
            if content.starts_with("# ") {
                let begin = at + line.len() - content.len();
                let place = self.source.place(begin..begin + content.trim_end().len());
                let message = "A comment inside a text over several lines is part of the text";
                let finding = Finding::new(Code::CommentInText, place, message);
                let help = "Move it above the line with `|` or `>`.";
                self.report(finding.label("shown as text").help(help));
            }
            at += line.len();
        }
    }

    /// `title: Phase #2`: what follows the sign is not shown. Comments begin with a blank after it, so what
    /// has none may well be meant.
    fn text_in_comment(&mut self, slot: Slot<'_>, text: &str) {
        let Some((place, comment)) = self.comment_behind(slot.value) else { return };
        if said_in(comment).is_none() {
            return;
        }
        let message =
            format!("`{}` is read as a comment, not as a part of `{}`", shown(comment), slot.field.key);
        let finding = Finding::new(Code::CommentInText, place, message).severity(Severity::Hint);
        let whole = shown(&format!("{text} {comment}"));
        let help = format!("If it belongs to the text, write `\"{whole}\"`; else a blank after the #.");
        self.report(finding.label("not shown").help(help));
    }

    /// `due: #2024-06-30`: a value behind the sign of a comment is no value. Whether that is so. A comment that
    /// has a blank after its sign is one.
    pub(super) fn is_commented_out(&mut self, key: Node<'_>, value: Node<'_>) -> bool {
        if !value.is_empty() || !value.is_null() {
            return false;
        }
        let Some((place, comment)) = self.comment_behind(key) else { return false };
        let Some(rest) = said_in(comment) else { return false };
        let name = key.text().map(shown).unwrap_or_default();
        let message = format!("`{}` is a comment, so nothing is given for `{name}`", shown(comment));
        let help =
            format!("Write `{name}: {}` if that is the value; else put a blank after the #.", shown(rest));
        let finding = Finding::new(Code::CommentInText, place, message).label("not read");
        self.report(finding.help(help));
        true
    }

    /// What to write where nothing but a comment stands after a key, as in `title: #1 of the plan`.
    pub(super) fn only_a_comment(&self, slot: Slot<'_>) -> Option<String> {
        let (key, comment) = (slot.field.key, shown(self.comment_behind(slot.key)?.1));
        Some(format!("What follows a # is a comment. If it is the text, write `{key}: \"{comment}\"`."))
    }

    /// The comment that is all that follows a key or a value in its line.
    pub(super) fn comment_behind(&self, node: Node<'_>) -> Option<(Place, &'s str)> {
        let at = node.mark().end as usize;
        let rest = self.source.text().get(at..)?;
        let comment = rest.trim_start_matches(['"', '\'', ':', ' ', '\t']);
        if !comment.starts_with('#') {
            return None;
        }
        let length = comment.find(['\n', '\r']).unwrap_or(comment.len());
        let start = at + rest.len() - comment.len();
        let comment = comment.get(..length)?.trim_end();
        Some((self.source.place(start..start + comment.len()), comment))
    }

    /// A word with an ampersand before a text is a mark for repeating it. Where nothing repeats it, it was
    /// very likely meant as the beginning of the text, and would be missing without a word.
    fn swallowed_anchor(&mut self, node: Node<'_>) {
        if !node.is_shared() {
            return;
        }
        let place = self.spot(node);
        let line = self.source.line(place.line());
        if line.len() > LONGEST {
            return;
        }
        let before: String = line.chars().take(place.column().saturating_sub(1)).collect();
        let Some(mark) = before.split_whitespace().next_back().filter(|word| word.starts_with('&')) else {
            return;
        };
        if !before.ends_with(' ') || self.is_repeated(mark.trim_start_matches('&')) {
            return;
        }
        let text = node.text().unwrap_or("");
        let message = format!("`{}` before this text is not shown", shown(mark));
        let finding = Finding::new(Code::ReservedCharacter, place, message).severity(Severity::Warning);
        let help =
            format!("If it belongs to the text, put all in quotes: \"{} {}\".", shown(mark), shown(text));
        self.report(finding.label("YAML takes a word with & for a mark").help(help));
    }

    /// Whether a star and this name stand anywhere: the text is looked through once.
    fn is_repeated(&self, name: &str) -> bool {
        let source = self.source;
        let names = self.repeated.get_or_init(|| {
            let after = source.text().split('*').skip(1);
            after.map(|rest| rest.split([' ', ',', ']', '}', '\n', '\r']).next().unwrap_or("")).collect()
        });
        names.contains(name)
    }

    /// Tags have no meaning here.
    pub(super) fn foreign_tag(&mut self, node: Node<'_>) {
        if node.tag() == Tag::Foreign {
            let message = "The word with an exclamation mark before this value has no meaning here";
            let finding = Finding::new(Code::IgnoredTag, self.spot(node), message);
            let help = "Delete it. If it is part of the text, put the text in quotes.";
            self.report(finding.label("read without it").help(help));
        }
    }
}

/// What a comment says, where no blank stands after its sign: that may well be meant.
fn said_in(comment: &str) -> Option<&str> {
    comment.strip_prefix('#').filter(|rest| rest.starts_with(char::is_alphanumeric))
}

/// The finding about a word that is none of the choice.
fn unknown_word<T: Choice>(written: &str, place: Place) -> Finding {
    // The word that a text begins with: `completed (late)`.
    let first = || written.split(|letter: char| !letter.is_alphanumeric() && letter != '_').next();
    let choice = format!("Write {}.", words::listed::<T>());
    let late = ["late", "delayed", "overdue", "behind schedule"];
    let help = match words::nearest_word::<T>(written).or_else(|| Some(words::word_of::<T>(first()?)?.word()))
    {
        _ if late.contains(&written.to_lowercase().as_str()) => {
            format!("{choice} That it is late is counted from its date.")
        }
        Some(word) => format!("Perhaps `{word}`? {choice}"),
        None => choice,
    };
    let finding = Finding::new(Code::UnknownWord, place, format!("`{written}` is not {}", T::CALLED));
    finding.label("not one of the words for it").help(help)
}
