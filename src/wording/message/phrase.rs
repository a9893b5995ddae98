//! Phrases: clauses with priorities become one sentence in many lengths.
//!
//! What matters least is shortened and left out first; what must not be lost is only shortened, until nothing
//! else helps. Each length is a whole and true sentence. Never changes a word once it is said.

/// How long a clause stays.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Keep {
    /// Goes first.
    Remark,
    /// Goes before anything that needs attention.
    Fact,
    /// Is shortened before anything that needs attention, and stays beside it as long as there is room.
    Main,
    /// Stays as long as it can, if only in its shortest form: something got worse.
    Alarm,
    /// The same, and longer: something is late.
    Late,
    /// The clause the sentence is about: never left out. There is one; see [`led_by_the_worst`].
    Lead,
}

/// A clause in its lengths, each true by itself, the longest first.
#[derive(Debug, Clone)]
pub(super) struct Phrase {
    pub(super) keep: Keep,
    forms: Vec<String>,
}

impl Phrase {
    pub(super) fn new(keep: Keep, mut forms: Vec<String>) -> Self {
        forms.retain(|form| !form.is_empty());
        forms.dedup();
        Self { keep, forms }
    }

    /// The same with more words behind each form, and with something `brief` for where none of those has room.
    pub(super) fn followed_by(mut self, words: &str, brief: &str) -> Self {
        for form in &mut self.forms {
            *form = format!("{form} {words}");
        }
        self.forms.push(brief.to_owned());
        self
    }

    /// Its shortest form.
    pub(super) fn shortest(&self) -> String {
        self.forms.last().cloned().unwrap_or_default()
    }
}

/// The phrases with one that leads: the worst, and where nothing needs attention the first. An absence never stands
/// for what is late.
pub(super) fn led_by_the_worst(mut phrases: Vec<Phrase>) -> Vec<Phrase> {
    let most = phrases.iter().map(|phrase| phrase.keep).max();
    let alarming = most.filter(|keep| *keep >= Keep::Alarm);
    let is_first = |phrase: &Phrase| alarming.is_none_or(|keep| phrase.keep == keep);
    let at = phrases.iter().position(is_first);
    if let Some(phrase) = at.and_then(|at| phrases.get_mut(at)) {
        phrase.keep = Keep::Lead;
    }
    phrases
}

/// The sentence that the phrases make in their order, the longest form first. With a lead that has a form, the
/// last is that form alone.
pub(super) fn sentences(phrases: &[Phrase]) -> Vec<String> {
    let phrases: Vec<&Phrase> = phrases.iter().filter(|phrase| !phrase.forms.is_empty()).collect();
    if phrases.is_empty() {
        return Vec::new();
    }
    // How far each is shortened; beyond its last form it is left out.
    let mut cut: Vec<usize> = vec![0; phrases.len()];
    let mut forms = vec![said(&phrases, &cut)];
    while let Some(next) = next_cut(&phrases, &cut) {
        if let Some(at) = cut.get_mut(next) {
            *at += 1;
        }
        forms.push(said(&phrases, &cut));
    }
    forms.dedup();
    forms
}

/// The phrase to shorten next.
fn next_cut(phrases: &[&Phrase], cut: &[usize]) -> Option<usize> {
    let all = || phrases.iter().zip(cut).enumerate().map(|(at, (phrase, cut))| (at, *phrase, *cut));
    let least = |can: &dyn Fn(&Phrase, usize) -> bool| {
        // Of equals the last of the sentence goes first.
        let able = all().filter(|(_, phrase, cut)| can(phrase, *cut));
        able.min_by_key(|(at, phrase, _)| (phrase.keep, usize::MAX - at)).map(|(at, ..)| at)
    };
    least(&|phrase, cut| phrase.keep < Keep::Main && cut < phrase.forms.len())
        .or_else(|| least(&|phrase, cut| phrase.keep >= Keep::Main && cut + 1 < phrase.forms.len()))
        .or_else(|| least(&|phrase, cut| phrase.keep < Keep::Lead && cut < phrase.forms.len()))
}

fn said(phrases: &[&Phrase], cut: &[usize]) -> String {
    let clauses = phrases.iter().zip(cut).filter_map(|(phrase, cut)| phrase.forms.get(*cut));
    sentence(&clauses.map(String::as_str).collect::<Vec<_>>())
}

/// Joins clauses with semicolons, begins with a capital letter and ends with a full stop.
pub(super) fn sentence(clauses: &[&str]) -> String {
    let joined = clauses.iter().filter(|clause| !clause.is_empty()).copied().collect::<Vec<_>>().join("; ");
    let mut characters = joined.chars();
    let head = characters.next().map(|first| first.to_uppercase().to_string()).unwrap_or_default();
    format!("{head}{}.", characters.as_str())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn phrase(keep: Keep, forms: &[&str]) -> Phrase {
        Phrase::new(keep, forms.iter().map(|form| (*form).to_owned()).collect())
    }

    #[test]
    fn remarks_go_first_and_alarms_are_shortened_before_they_go() {
        let phrases = [
            phrase(Keep::Lead, &["2 of 3 targets missed, 1 is met", "2 targets missed"]),
            phrase(Keep::Alarm, &["1 of 6 initiatives is 46 days late", "1 initiative late"]),
            phrase(Keep::Remark, &["none has an owner"]),
        ];
        assert_eq!(
            sentences(&phrases),
            [
                "2 of 3 targets missed, 1 is met; 1 of 6 initiatives is 46 days late; none has an owner.",
                "2 of 3 targets missed, 1 is met; 1 of 6 initiatives is 46 days late.",
                "2 of 3 targets missed, 1 is met; 1 initiative late.",
                "2 targets missed; 1 initiative late.",
                "2 targets missed.",
            ]
        );
    }
}
