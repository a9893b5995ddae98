//! The table of fields, part by part in the order of a file, and the types of the items that hold them.
//!
//! A row says a key, its kind, its weight, other names for it, what it holds, and an example; how it is made is in
//! `making`. A new field is a row here and a line where it is shown (`wording::facts`); one that is set on screen says in its
//! row what it is written after, and needs no more. Then a line each in `data/template.yaml` and in the full document
//! of the tests: the tests name what is missing.

use super::field::{Field, Kind, Part, Weight};
use super::lens::{At, Fields, Lens, WordAt, choose, chosen};
use crate::programme::choices::{Direction, Measure, MeetingStatus, RecommendationStatus, Vocabulary};
use crate::programme::model::{Baseline, Due, Observation, Placed, Standing, Target, Thresholds, Unreadable};
use crate::text::Place;
use chrono::{NaiveDate, NaiveTime};
use rust_decimal::Decimal;

fields! {
    keys File {
        programme: Group(About) Expected ["program" "project" "about" "meta" "cooperation"]
            "The head of the file: what the programme is called and what it is" "title: Our cooperation";
        metrics: List(Metric) Remark ["indicators" "kpis" "key results" "figures" "metric" "results" "result"]
            "Figures that are kept from year to year" "- name: Joint exercises";
        initiatives: List(Initiative) Remark
            ["commitments" "activities" "actions" "objectives" "outcomes" "outputs" "deliverables" "tasks" "initiative"]
            "What the parties agreed on or announced: the checklist" "- title: Regular consultations";
        recommendations: List(Recommendation) Remark ["recommendation" "advice"]
            "What was advised" "- title: Share equipment";
        evaluation: Group(Evaluation) Remark ["assessment"]
            "How progress is judged" "framework: Yearly review";
        meetings: List(Meeting) Remark ["events" "meeting" "calendar"]
            "Meetings held and to come" "- title: Joint review";
        background: List(Background) Remark ["context"]
            "What a reader should know" "- title: The region";
        quotes: List(Quote) Remark ["quotations" "quote" "statements"]
            "What was said, word for word" "- text: We will go on";
        sources: List(Citation) Remark ["references" "documents" "links"]
            "Where the facts come from" "- title: Joint statement";
    }
    /// Section `programme`.
    struct About {
        title: Text Expected ["name"] "The full title" "Our cooperation with the partner";
        short_title: Text Remark ["short" "short name" "acronym"] "A title for narrow screens" "Cooperation";
        as_of: Date Figure ["data date" "updated" "last updated" "date of data"]
            "The day the data describe" "2024-01-15" after [title short_title];
        date: Date Remark ["agreed on" "start" "start date"]
            "The day of the visit or agreement it grew from" "2023-11-20";
        location: Text Remark ["place" "venue"] "Where it was agreed" "Sarajevo";
        parties: Texts Remark ["partners" "participating org" "participating orgs" "members"]
            "Who cooperates" "[First party, Second party]";
        language: Text Remark ["lang"] "The language of the texts" "en";
        summary: Prose Remark ["description" "abstract" "significance" "goal" "objective" "purpose"]
            "What the programme is, in a few sentences" "Both parties agreed to ...";
        marking: Text Remark ["classification" "caveat" "handling" "tlp"]
            "A handling caveat that stands on every screen and printout" "DRAFT";
        stale_after: Whole(36_500) Figure ["max age"] "After how many days the data count as old" "90";
        notes: Prose Remark ["speaker notes"] "For the speaker, never shown by itself" "Thank the hosts";
        history: TrueOrFalse Remark [] "Whether changes made on screen leave a dated update" "true";
    }
    /// One yearly figure: an item of `metrics`. Its values stand in the order of their periods, and so do its targets:
    /// `target` is the last of them, and `targets` is empty where the file gives one alone.
    struct Metric {
        id: Id Remark ["identifier" "key" "code" "indicator number"]
            "A short name that initiatives refer to it by" "exercises";
        name: Text Needed ["title" "indicator" "indicator name" "key result" "label"]
            "The full name" "Joint exercises conducted";
        short: Text Remark ["short name" "short title"] "A name for narrow columns" "Exercises";
        "measure": Word(Measure) Figure ["type" "kind" "indicator type"]
            "What kind of number it is; decides how changes are computed" "count";
        "unit": Text Figure ["units" "unit of measure" "measurement unit" "computation units"]
            "What is counted" "exercises";
        "direction": Word(Direction) Figure
            ["better" "polarity" "ascending" "higher is better" "lower is better" "desired direction"]
            "Which way is better" "increase";
        decimals: Whole(10) Remark ["precision" "decimal places"] "How many decimals are shown" "1";
        definition: Prose Remark ["description" "methodology"] "What exactly is measured" "Exercises of both parties";
        note: Prose Remark ["comment" "remark" "footnote"] "A remark for every reader" "Counted when they end";
        source: Text Remark ["data source" "source organisation" "means of verification"] "Where the figures come from" "Yearly report";
        baseline: Group(Baseline) Figure ["base" "start value" "baseline value"]
            "The point progress is measured from" "{ period: 2020, value: 1 }";
        target: Group(Target) Figure ["goal" "target value"] "The point to reach" "{ period: 2025, value: 8 }";
        targets: Targets Figure ["goals" "target values" "milestones"]
            "The points to reach, each under its year or other period; the last is the target" "{ 2024: 6, 2025: 8 }";
        cumulative: TrueOrFalse Figure ["running total" "is cumulative"]
            "Whether each value counts everything since the beginning" "true";
        thresholds: Group(Thresholds) Figure ["progress thresholds"]
            "From which share of the expected progress a metric is on track"
            "{ on_track: 0.95, needs_acceleration: 0.60 }";
        axis_max: Number Remark ["graph max value" "axis maximum" "scale max"]
            "Where the scale of the bars ends" "10";
        group: Text Remark ["category" "theme" "section" "pillar"] "A heading it stands under" "Exercises";
        values: Values Expected ["data" "years" "actuals" "series" "observations" "results"]
            "The values, each under its year or other period" "{ 2022: 3, 2023: 5 }";
        notes: Prose Remark ["speaker notes"] "For the speaker, never shown by itself" "Explain the rise";
    } + {
        /// What kind of number it is: as given, else from the unit, else a count.
        pub measure: Measure,
        /// Whether the file names the measure; else it follows from the unit, or is a count for want of anything else.
        pub is_measure_given: bool,
        /// What is counted ("exercises", "%", "EUR million").
        pub unit: Option<String>,
        /// Which way is better, if the file says so.
        pub direction: Option<Direction>,
        /// Whether the file gives a target of one period in two ways.
        pub is_target_disputed: bool,
    }
    keys Value {
        period: Period Figure ["year" "time period" "date"]
            "The period, where values are written as a list" "2023";
        value: Value Figure ["actual" "obs value" "amount"] "The value; null if it was not reported" "5";
        status: Word(Flag) Figure ["flag" "obs status" "observation status"]
            "What kind of value it is" "provisional";
        target: Number Figure ["goal" "target value"] "What was to be reached in this period" "6";
        note: Prose Remark ["comment" "remark" "footnote"] "A remark on this value" "Until September";
    }
    keys Baseline {
        period: Period Figure ["year" "date"] "The period of the baseline" "2020";
        value: Number Figure ["amount"] "The value of the baseline" "1";
    }
    keys Target {
        period: Period Figure ["year" "date" "by" "due" "deadline"] "By when" "2025";
        value: Number Figure ["min" "amount"] "The value to reach, or the lower end of a range" "8";
        max: Number Figure ["upper"] "The upper end of a range" "10";
    }
    keys Thresholds {
        on_track: Number Figure [] "From this share of the expected progress on it is on track" "0.95";
        needs_acceleration: Number Figure [] "From this share on it needs acceleration" "0.60";
    }
    /// One commitment: an item of `initiatives`. Its dated remarks stand in the order of the file.
    struct Initiative {
        id: Id Remark ["identifier" "key" "code" "ref"] "A short name that others refer to it by" "consultations";
        title: Text Needed ["name" "initiative" "commitment" "activity" "action" "objective" "outcome" "output" "deliverable" "task"]
            "The full title" "Regular consultations";
        short: Text Remark ["short name" "short title"] "A title for narrow columns" "Consultations";
        "status": Word(InitiativeStatus) Figure ["state" "activity status" "progress"]
            "Where it stands" "agreed";
        "done": TrueOrFalse Figure ["completed" "complete" "checked" "finished"]
            "The simplest way to say where it stands, in place of status" "false";
        description: Prose Remark ["details" "summary" "text"] "What was agreed" "Every half year";
        group: Text Remark ["category" "theme" "section" "pillar" "workstream"]
            "A heading it stands under" "Outcome of the talks";
        owner: Text Remark ["responsible" "lead" "assignee" "assigned to" "responsible party" "accountable"]
            "Who answers for it" "Political section" after [];
        partners: Texts Remark ["with" "participants" "participating orgs" "parties"]
            "Who takes part" "[Ministry of Defense]";
        agreed_on: Date Remark ["start" "start date" "agreed" "date"] "When it was agreed" "2023-11-20";
        due: Due Figure ["deadline" "due date" "due on" "end date" "planned end" "by"]
            "By when it is to be done" "2024-06-30" after [owner partners agreed_on];
        completed_on: Date Remark ["completed at" "completion date" "actual end" "done on" "closed on"]
            "When it was done" "2024-05-17" after [status done agreed_on due];
        priority: Text Remark ["importance" "urgency"] "How urgent it is, in your own words" "high";
        metrics: Links(Metric) Remark ["indicators" "key results" "kpis" "serves"]
            "The ids of the metrics it serves" "[exercises]";
        next_step: Prose Remark ["next steps" "next" "next action"] "What comes next" "Agree on dates";
        evidence: Texts Remark ["proof" "deliverables" "outputs" "means of verification"] "What shows that it was done" "Minutes of 17 May";
        updates: List(Update) Remark ["log" "history" "comments"]
            "Dated remarks" "- date: 2024-02-01";
        notes: Prose Remark ["speaker notes"] "For the speaker, never shown by itself" "Ask for an owner";
        source: Text Remark ["reference"] "Where it comes from" "Joint statement";
    } + {
        /// What the file says of its state, in `status` or in `done`.
        pub standing: Standing,
    }
    /// A dated remark on an item.
    struct Update {
        date: Date Remark ["on" "day"] "When" "2024-02-01";
        status: Text Remark ["state"] "Where the item stood then" "in progress";
        note: Prose Remark ["text" "comment" "remark"] "What happened" "First talks held";
        by: Text Remark ["author" "who"] "Who says so" "Political section";
    }
    /// One recommendation: an item of `recommendations`.
    struct Recommendation {
        id: Id Remark ["identifier" "key" "code" "ref"] "A short name that others refer to it by" "sharing";
        title: Text Needed ["name" "recommendation"] "The full title" "Share equipment";
        short: Text Remark ["short name" "short title"] "A title for narrow columns" "Sharing";
        status: Word(RecommendationStatus) Figure ["state" "progress"] "Where it stands" "proposed" after [id title short];
        description: Prose Remark ["details" "summary" "text"] "What is advised" "Use facilities jointly";
        addressed_to: Text Remark ["addressee" "to" "directed to"] "To whom it is made" "Both parties";
        owner: Text Remark ["responsible" "lead" "assignee" "responsible party"] "Who answers for it" "Logistics" after [addressed_to];
        response: Prose Remark ["management response" "answer" "reply"] "What was answered" "Welcomed";
        due: Due Figure ["deadline" "due date" "due on" "by"] "By when" "2024-12-31" after [owner];
        initiatives: Links(Initiative) Remark ["actions" "activities" "implemented by"]
            "The ids of the initiatives that carry it out" "[consultations]";
        next_step: Prose Remark ["next steps" "next" "next action"] "What comes next" "List what can be shared";
        evidence: Texts Remark ["proof" "deliverables" "means of verification"] "What shows that it was carried out" "Signed agreement";
        updates: List(Update) Remark ["log" "history" "comments"] "Dated remarks" "- date: 2024-02-01";
        notes: Prose Remark ["speaker notes"] "For the speaker, never shown by itself" "Costs are open";
        source: Text Remark ["reference"] "Where it comes from" "Review of 2023";
    }
    /// Section `evaluation`: how progress is judged.
    struct Evaluation {
        framework: Prose Remark ["description" "method" "approach"]
            "What the assessment is built on" "Yearly review of exercises";
        status: Text Remark ["state"] "Where the assessment itself stands" "proposed";
        next_step: Prose Remark ["next steps" "next"] "What comes next" "First assessment";
        "scale": Group(Scale) Figure ["score scale" "rating"]
            "The lowest and highest score" "{ min: 1, max: 5 }";
        assessed_on: Date Remark ["assessment date" "date" "assessed"] "When it was last assessed" "2023-12-01";
        criteria: List(Criterion) Expected ["criterion" "dimensions"] "What is judged" "- title: Readiness";
        notes: Prose Remark ["speaker notes"] "For the speaker, never shown by itself" "Scores are ours";
    } + {
        /// Lowest and highest score, if scores are kept.
        pub scale: Option<(Decimal, Decimal)>,
    }
    keys Scale {
        min: Number Figure ["lowest" "from"] "The lowest score" "1";
        max: Number Figure ["highest" "to"] "The highest score" "5";
    }
    /// One criterion of the evaluation. A score that is [`Value::Missing`](super::super::Value::Missing) was not given.
    struct Criterion {
        title: Text Needed ["name" "criterion"] "What is judged" "Operational readiness";
        improvement: Prose Expected ["improvement area" "area" "description"]
            "What is to get better" "More diverse scenarios";
        scores: Values Figure ["score" "ratings" "values"] "The scores, each under its period" "{ 2022: 2, 2023: 3 }";
        notes: Prose Remark ["speaker notes"] "For the speaker, never shown by itself" "Ask the trainers";
    }
    /// One meeting: an item of `meetings`.
    struct Meeting {
        id: Id Remark ["identifier" "key" "code"] "A short name" "review";
        title: Text Needed ["name" "subject" "meeting"] "The full title" "Joint review";
        status: Word(MeetingStatus) Figure ["state"] "Where it stands" "scheduled";
        date: Date Figure ["day" "on" "start date"] "The day" "2024-02-08";
        time: Time Remark ["hour" "start time" "at"] "The hour, local to the meeting" "14:30";
        location: Text Remark ["place" "venue" "where"] "The place" "HQ Sarajevo";
        parties: Texts Remark ["participants" "attendees" "with" "who"] "Who meets" "[First party, Second party]";
        purpose: Texts Remark ["agenda" "topics" "description"] "What for" "Evaluate progress";
        decisions: List(Decision) Remark ["outcomes" "conclusions" "action points"]
            "What was decided" "- text: Meet again in May";
        notes: Prose Remark ["speaker notes"] "For the speaker, never shown by itself" "Bring the figures";
    }
    /// What a meeting decided; where the file does not say that it was carried out, it was not.
    struct Decision {
        text: Text Needed ["title" "decision" "description"] "The decision" "Meet again in May";
        owner: Text Remark ["responsible" "lead" "assignee"] "Who carries it out" "Secretariat";
        due: Due Figure ["deadline" "due date" "by"] "By when" "2024-05-31";
        done: TrueOrFalse Figure ["completed" "complete" "checked" "finished"]
            "Whether it has been carried out" "false";
    }
    /// A paragraph a reader should know: an item of `background`.
    struct Background {
        id: Id Remark ["identifier" "key"] "A short name" "region";
        title: Text Needed ["name" "heading"] "The heading" "The region";
        text: Prose Expected ["description" "body" "content"] "The text" "The setting is ...";
        notes: Prose Remark ["speaker notes"] "For the speaker, never shown by itself" "Keep it short";
    }
    /// Something that was said: an item of `quotes`.
    struct Quote {
        text: Prose Needed ["quote" "words" "statement"] "The words" "We will go on";
        speaker: Text Needed ["author" "by" "who" "name"] "Who said them" "Head of delegation";
        date: Date Remark ["on" "day"] "When" "2023-11-20";
        source: Text Remark ["reference" "publisher"] "Where it was published" "Press release";
    }
    /// Where facts come from: an item of `sources`.
    struct Citation {
        id: Id Remark ["identifier" "key"] "A short name" "statement";
        title: Text Needed ["name"] "What it is called" "Joint statement";
        url: Text Remark ["link" "href" "web" "address"] "Where it is found" "https://example.org/statement";
        publisher: Text Remark ["organisation" "organization" "author"] "Who published it" "Press office";
        "published": Text Remark ["date" "year" "publication date"] "When it was published" "November 2023";
        retrieved: Date Remark ["accessed" "access date" "retrieved on"] "When it was last looked at" "2024-01-15";
        licence: Text Remark ["license" "terms" "rights"] "Under which terms" "CC BY 4.0";
    } + {
        /// When it was published, as the file writes it (a year or a month is common).
        pub published: Option<Placed<String>>,
    }
}

impl Part {
    /// The field with this key.
    pub fn field(self, key: &str) -> Option<&'static Field> {
        self.fields().iter().find(|field| field.key == key)
    }

    /// Its fields, in the order of the table.
    pub fn fields(self) -> &'static [Field] {
        let (start, end) = RANGES.get(self as usize).copied().unwrap_or_default();
        FIELDS.get(start..end).unwrap_or(&[])
    }
}

/// Where the fields of each part begin and end in the table, found when the program is built.
const RANGES: [(usize, usize); Part::COUNT] = ranges();

const fn ranges() -> [(usize, usize); Part::COUNT] {
    let mut ranges = [(0, 0); Part::COUNT];
    let mut at = 0;
    while at < FIELDS.len() {
        let part = FIELDS[at].part as usize;
        let start = if ranges[part].1 == 0 { at } else { ranges[part].0 };
        at += 1;
        ranges[part] = (start, at);
    }
    ranges
}
