//! Hostile files: texts that are made to cost their reader much more than their length.
//!
//! Every text is a function of its length alone, so that growth can be measured. Nothing is kept in a file.

use std::fmt::Write;

/// A kind of hostile text: what it is called, and a text of about so many bytes.
pub(crate) type Kind = (&'static str, fn(usize) -> String);

const HEAD: &str = "programme: { title: T }\n";

/// Lines until the text is long enough.
fn lines(head: &str, bytes: usize, line: impl Fn(&mut String, usize)) -> String {
    let mut text = String::with_capacity(bytes + 1_000);
    text.push_str(head);
    let mut number = 0;
    while text.len() < bytes {
        line(&mut text, number);
        number += 1;
    }
    text
}

/// The same, each line made by `format!`.
macro_rules! each {
    ($head:expr, $bytes:expr, $number:ident, $($format:tt)+) => {
        lines(&format!("{HEAD}{}{}", $head, if $head.is_empty() { "" } else { "\n" }), $bytes, |text, $number| { let _ = writeln!(text, $($format)+); })
    };
}

/// A word of letters that differs with every number.
fn word(number: usize) -> String {
    (0..6u32)
        .map(|digit| char::from(b'a' + u8::try_from(number / 26_usize.pow(digit) % 26).unwrap_or(0)))
        .collect()
}

/// One large anchor, and as many aliases as `line` makes of a tenth of the text.
fn repeated(bytes: usize, anchor: &str, line: &str) -> String {
    let large = "long ".repeat(bytes * 9 / 10 / 5);
    let head = format!("{HEAD}x-a: {}\ninitiatives:\n", anchor.replace("LONG", &large));
    lines(&head, bytes, |text, _| text.push_str(line))
}

/// A thousand short anchors of `bytes / 2_000` bytes, and the aliases of all of them.
fn many_anchors(bytes: usize) -> String {
    let large = "long ".repeat(bytes / 2 / 1_000 / 5);
    let mut text = format!("{HEAD}x-a:\n");
    for number in 0..1_000 {
        let _ = writeln!(text, "  - &a{number} {large}");
    }
    text.push_str("initiatives:\n");
    lines(&text, bytes, |text, number| {
        let _ = writeln!(text, "  - title: *a{}", number % 1_000);
    })
}

/// Ten aliases of ten aliases of ten aliases.
fn laughs(bytes: usize) -> String {
    let mut text = format!("{HEAD}x-0: &a0 [{}]\n", "lol, ".repeat(bytes / 10));
    for level in 1..12 {
        let again = format!("*a{}, ", level - 1).repeat(10);
        let _ = writeln!(text, "x-{level}: &a{level} [{again}]");
    }
    text + "initiatives: *a11\n"
}

/// Groups that inherit from groups.
fn merged_laughs(bytes: usize) -> String {
    let keys: Vec<String> = (0..bytes / 20).map(|number| word(number) + ": 1").collect();
    let mut text = format!("{HEAD}x-0: &a0 {{ {} }}\n", keys.join(", "));
    for level in 1..12 {
        let again = format!("*a{}, ", level - 1).repeat(10);
        let _ = writeln!(text, "x-{level}: &a{level} {{ <<: [{again}] }}");
    }
    text + "initiatives:\n" + &"  - <<: *a11\n    title: A\n".repeat(100)
}

fn dead_links(bytes: usize) -> String {
    let half = each!("metrics:", bytes / 2, n, "  - {{ name: Metric {n}, id: m{n}, values: {{ 2020: 1 }} }}");
    lines(&(half + "initiatives:\n"), bytes, |text, n| {
        let _ = writeln!(text, "  - title: Item {n}\n    status: agreed\n    metrics: [x{}]", word(n));
    })
}

fn title_links(bytes: usize) -> String {
    let half = each!("metrics:", bytes / 2, n, "  - {{ name: Metric {n}, values: {{ 2020: 1 }} }}");
    lines(&(half + "initiatives:\n"), bytes, |text, n| {
        let _ = writeln!(text, "  - title: Item {n}\n    status: agreed\n    metrics: [Metric {n}]");
    })
}

/// One very long title, and many links to it.
fn linked(bytes: usize, key: &str) -> String {
    let head = format!(
        "{HEAD}initiatives:\n  - {{ id: a, {key}: {} }}\nrecommendations:\n",
        "word ".repeat(bytes / 2 / 5)
    );
    lines(&head, bytes, |text, n| {
        let _ = writeln!(text, "  - {{ title: R{n}, status: accepted, initiatives: [a, a, a, a] }}");
    })
}

/// Few ids, many titles without one, and many links that lead nowhere.
fn dead_titles(bytes: usize) -> String {
    let head = format!("{HEAD}metrics:\n{}", "  - { name: A, id: a, values: { 2020: 1 } }\n".repeat(100));
    let half = lines(&head, bytes / 2, |text, n| {
        let _ = writeln!(text, "  - {{ name: Metric {n}, values: {{ 2020: 1 }} }}");
    });
    lines(&(half + "initiatives:\n"), bytes, |text, n| {
        let _ = writeln!(text, "  - title: Item {n}\n    status: agreed\n    metrics: [metric x{}]", word(n));
    })
}

fn live_links(bytes: usize) -> String {
    let half = each!("metrics:", bytes / 2, n, "  - {{ name: Metric {n}, id: m{n}, values: {{ 2020: 1 }} }}");
    lines(&(half + "initiatives:\n"), bytes, |text, n| {
        let _ = writeln!(text, "  - title: Item {n}\n    id: i{n}\n    status: agreed\n    metrics: [m{n}]");
    })
}

/// Recommendations that all lead to one id, which many initiatives have.
fn one_id(bytes: usize) -> String {
    let half = each!("initiatives:", bytes / 2, n, "  - {{ title: I{n}, id: same, status: completed }}");
    lines(&(half + "recommendations:\n"), bytes, |text, n| {
        let _ = writeln!(text, "  - {{ title: R{n}, status: accepted, initiatives: [same] }}");
    })
}

fn long_title(bytes: usize) -> String {
    let long = "word ".repeat(bytes / 2 / 5);
    let head = format!("{HEAD}initiatives:\n  - title: &a {long}\n    status: {long}\n    due: {long}\n");
    lines(&head, bytes * 2, |text, n| {
        let _ = writeln!(text, "  - title: {}\n    due: day {n}", "word ".repeat(200));
    })
}

/// A sound programme, to compare with.
fn sound(bytes: usize) -> String {
    each!(
        "initiatives:",
        bytes,
        n,
        "  - title: Initiative {n}\n    status: agreed\n    due: 2024-05-16\n    owner: Ministry"
    )
}

/// A sound programme of figures.
fn figures(bytes: usize) -> String {
    each!(
        "metrics:",
        bytes,
        n,
        "  - name: Metric {n}\n    unit: visits\n    direction: increase\n    values: {{ 2018: 1, 2019: 2, 2020: 3, 2021: 4, 2022: {n} }}"
    )
}

/// Items with keys that are slips of the pen.
fn misspelt(bytes: usize) -> String {
    each!(
        "initiatives:",
        bytes,
        n,
        "  - titel: Initiative {n}\n    statsu: agreed\n    deu: 2024-05-16\n    onwer: Ministry"
    )
}

/// Every kind. The sound ones are to be compared with.
pub(crate) const KINDS: &[Kind] = &[
    ("sound", sound),
    ("sound-figures", figures),
    ("sound-links", live_links),
    ("alias-values", |n| repeated(n, "&a LONG", "  - title: *a\n")),
    ("alias-items", |n| repeated(n, "&a { title: LONG }", "  - *a\n")),
    ("alias-keys", |n| repeated(n, "&a LONG", "  - title: A\n    *a : 1\n")),
    ("alias-lists", |n| repeated(n, "&a [LONG]", "  - title: A\n    evidence: *a\n")),
    ("alias-partners", |n| repeated(n, "&a [long, LONG]", "  - { title: A, partners: [*a, *a] }\n")),
    ("alias-nested", |n| repeated(n, "&a { x: [LONG, { y: LONG }] }", "  - title: A\n    notes: *a\n")),
    ("merges", |n| repeated(n, "&a { title: LONG }", "  - <<: *a\n")),
    ("merges-many", |n| {
        each!(
            "x-a: &a { status: agreed }\nx-b: &b { due: 2024-01-01 }\ninitiatives:",
            n,
            i,
            "  - title: I{i}\n    <<: [*a, *b]"
        )
    }),
    ("merges-wide", |n| {
        repeated(n, "&a { LONG: 1, status: agreed }", "  - { title: A, <<: [*a, *a, *a] }\n")
    }),
    ("laughs", laughs),
    ("laughs-merged", merged_laughs),
    ("anchors", |n| each!("x-a:", n, i, "  - &a{i} x")),
    ("anchors-many", many_anchors),
    ("unknown-aliases", |n| each!("x-a:", n, i, "  - *a{i}")),
    ("brackets", |n| format!("{HEAD}x: {}", "[".repeat(n))),
    ("braces", |n| format!("{HEAD}x: {}", "{a: ".repeat(n / 4))),
    ("brackets-top", |n| "[".repeat(n)),
    ("dashes-deep", |n| format!("{HEAD}initiatives:\n  {}", "- ".repeat(n / 2))),
    ("dashes", |n| format!("{HEAD}initiatives:\n{}", "- \n".repeat(n / 3))),
    ("questions", |n| format!("{HEAD}x:\n{}", "  ? a\n".repeat(n / 6))),
    ("questions-deep", |n| format!("{HEAD}x: {}", "? ".repeat(n / 2))),
    ("tiny-items", |n| format!("{HEAD}initiatives:\n{}", "- title: a\n".repeat(n / 11))),
    ("tiny-metrics", |n| format!("{HEAD}metrics:\n{}", "- name: a\n".repeat(n / 10))),
    ("tiny-flow-items", |n| format!("{HEAD}initiatives: [{}]\n", "title: a,".repeat(n / 9))),
    ("tiny-meetings", |n| format!("{HEAD}meetings:\n{}", "- title: a\n".repeat(n / 11))),
    ("tiny-updates", |n| format!("{HEAD}initiatives:\n- title: A\n  updates:\n{}", "  - a\n".repeat(n / 6))),
    ("tiny-partners", |n| format!("{HEAD}initiatives:\n- title: A\n  partners: [{}]\n", "a,".repeat(n / 2))),
    ("tiny-values", |n| format!("{HEAD}metrics:\n- name: A\n  values: [{}]\n", "2020: 1,".repeat(n / 8))),
    ("tiny-commas", |n| format!("{HEAD}metrics:\n- name: A\n  values: {{2020: 1{}}}\n", ",5".repeat(n / 2))),
    ("rest-commas", |n| format!("{HEAD}initiatives:\n- {{title: 1{}}}\n", ",5".repeat(n / 2))),
    ("rest-words", |n| format!("{HEAD}initiatives:\n- {{title: a{}}}\n", ", b c".repeat(n / 5))),
    ("flow-line", |n| {
        format!("{HEAD}metrics: [{}]\n", "{name: A, unit: x, values: {2020: 1, 2021: 1,5}}, ".repeat(n / 50))
    }),
    ("flow-line-misspelt", |n| {
        format!("{HEAD}initiatives: [{}]\n", "{titel: A, statsu: agreed, due: soon}, ".repeat(n / 39))
    }),
    ("scalar-plain", |n| format!("{HEAD}initiatives:\n- title: {}\n", "word ".repeat(n / 5))),
    ("scalar-quoted", |n| format!("{HEAD}initiatives:\n- title: \"{}\"\n", "\\\" \\t".repeat(n / 5))),
    ("scalar-lines", |n| format!("{HEAD}initiatives:\n- title: a\n{}", "    word\n".repeat(n / 9))),
    ("scalar-block", |n| {
        format!("{HEAD}initiatives:\n- title: A\n  notes: |\n{}", "    # word\n".repeat(n / 11))
    }),
    ("scalar-top", |n| "word ".repeat(n / 5)),
    ("key-long", |n| format!("{HEAD}{}: 1\n", "k".repeat(n))),
    ("duplicate-keys", |n| format!("{HEAD}initiatives:\n- title: A\n{}", "  title: a\n".repeat(n / 11))),
    ("duplicate-sections", |n| format!("{HEAD}{}", "metrics: []\n".repeat(n / 12))),
    ("same-name", |n| each!("metrics:", n, i, "  - {{ name: Same, unit: x, values: {{ 2020: {i} }} }}")),
    ("same-id", |n| each!("metrics:", n, i, "  - {{ name: M{i}, id: same, values: {{ 2020: {i} }} }}")),
    ("one-id", one_id),
    ("linked-title", |n| linked(n, "title")),
    ("linked-titles", dead_titles),
    ("unit-values", |n| {
        let head =
            format!("{HEAD}metrics:\n  - name: A\n    unit: {}\n    values:\n", "unit ".repeat(n / 2 / 5));
        lines(&head, n, |text, i| {
            let _ = writeln!(text, "      {}-{:02}: {i}", 1000 + i / 12 % 8000, i % 12 + 1);
        })
    }),
    ("named-lines", |n| {
        each!("initiatives:", n, i, "  - {{ title: I{i}, id: i{i}, metrics: [I{i}, \"a, b\"] }}")
    }),
    ("misspelt", misspelt),
    ("misspelt-one", |n| each!("initiatives:", n, i, "  - titel: I{i}")),
    ("misspelt-metrics", |n| each!("metrics:", n, i, "  - nmae: M{i}\n    valeus: {{ 2020: 1 }}")),
    ("misspelt-values", |n| {
        each!(
            "metrics:",
            n,
            i,
            "  - name: M{i}\n    values: {{ 2020: {{ vlaue: 1, nota: x }}, 2021: {{ wemen: 1, totl: 2 }} }}"
        )
    }),
    ("unknown-sections", |n| each!("", n, i, "{}: {i}", word(i))),
    ("unknown-keys", |n| each!("initiatives:\n  - title: A", n, i, "    {}: {i}", word(i))),
    ("unknown-keys-each", |n| each!("initiatives:", n, i, "  - {{ title: A{i}, {}: {i} }}", word(i))),
    ("named-items", |n| each!("initiatives:", n, i, "  - {}:\n      status: agreed", word(i))),
    ("no-list", |n| each!("initiatives:", n, i, "  {}: x", word(i))),
    ("dead-links", dead_links),
    ("dead-list", |n| format!("{HEAD}initiatives:\n- title: A\n  metrics: [{}]\n", "abcd, ".repeat(n / 6))),
    ("dead-references", |n| {
        each!(
            "initiatives:",
            n,
            i,
            "  - title: Initiative {i}\n    status: agreed\n    metrics: [missing-{i}]"
        )
    }),
    ("title-links", title_links),
    ("periods", |n| {
        each!(
            "metrics:\n  - name: A\n    values:",
            n,
            i,
            "      {}-{:02}: {i}",
            1000 + i / 12 % 8000,
            i % 12 + 1
        )
    }),
    ("periods-same", |n| each!("metrics:\n  - name: A\n    values:", n, i, "      2020: {i}")),
    ("periods-wrong", |n| each!("metrics:\n  - name: A\n    values:", n, i, "      {}: {i}", word(i))),
    ("periods-list", |n| {
        each!(
            "metrics:\n  - name: A\n    values:",
            n,
            i,
            "      - {{ period: {}, value: x{i} }}",
            1000 + i % 8000
        )
    }),
    ("targets", |n| {
        each!(
            "metrics:\n  - name: A\n    values: { 2020: 1 }\n    targets:",
            n,
            i,
            "      {}: {i}",
            1000 + i % 8000
        )
    }),
    ("scores", |n| {
        each!(
            "evaluation:\n  scale: { min: 1, max: 5 }\n  criteria:",
            n,
            i,
            "    - {{ title: C{i}, improvement: x, scores: {{ 2020: 9, 2021: 3 }} }}"
        )
    }),
    ("dates", |n| each!("initiatives:", n, i, "  - {{ title: I{i}, due: the {i}th of {} }}", word(i))),
    ("statuses", |n| each!("initiatives:", n, i, "  - {{ title: I{i}, status: {} }}", word(i))),
    ("statuses-values", |n| {
        each!(
            "metrics:",
            n,
            i,
            "  - {{ name: M{i}, values: {{ 2020: {{ value: 1, status: {} }} }} }}",
            word(i)
        )
    }),
    ("long-findings", |n| {
        each!("initiatives:", n, i, "  - {{ title: I{i}, due: {}, owner: tbd }}", "late ".repeat(2_000))
    }),
    ("long-title", long_title),
    ("overdue", |n| each!("initiatives:", n, i, "  - {{ title: I{i}, due: 2001-01-01, status: agreed }}")),
    ("groups", |n| each!("initiatives:", n, i, "  - {{ title: I{i}, group: {} }}", word(i))),
    ("owners", |n| {
        each!("initiatives:", n, i, "  - {{ title: I{i}, owner: {}, partners: [{}] }}", word(i), word(i + 1))
    }),
    ("units", |n| {
        each!(
            "metrics:",
            n,
            i,
            "  - {{ name: M{i}, unit: {}, group: {}, values: {{ 2020: 1 }} }}",
            word(i),
            word(i)
        )
    }),
    ("meetings", |n| {
        each!(
            "meetings:",
            n,
            i,
            "  - {{ title: M{i}, date: 2024-01-01, status: scheduled, decisions: [A, {{ text: B, due: 2020-01-01 }}] }}"
        )
    }),
    ("quotes", |n| each!("quotes:", n, i, "  - {{ text: Words {i}, speaker: S{i} }}")),
    ("slides", |n| each!("background:", n, i, "  - {{ title: B{i}, text: T{i} }}")),
    ("comment", |n| format!("{HEAD}# {}\ninitiatives: []\n", "c".repeat(n))),
    ("comments", |n| each!("initiatives:", n, i, "  # {i}")),
    ("comment-behind", |n| each!("initiatives:", n, i, "  - title: Phase #{i}\n    due: #2024-01-01")),
    ("tabs", |n| each!("initiatives:", n, i, "\t- title: I{i}")),
    ("tab-sections", |n| each!("", n, i, "{}:\n\t- a", word(i))),
    ("crlf", |n| sound(n).replace('\n', "\r\n")),
    ("cr", |n| sound(n).replace('\n', "\r")),
    ("newlines", |n| format!("{HEAD}{}", "\n".repeat(n))),
    ("spaces", |n| format!("{HEAD}{}", " ".repeat(n))),
    ("blank-lines", |n| format!("{HEAD}{}", "  \n".repeat(n / 3))),
    ("broken-sections", |n| each!("", n, i, "{}: [", word(i))),
    ("broken-quotes", |n| each!("", n, i, "{}: \"a", word(i))),
    ("broken-colons", |n| each!("", n, i, "{}: a: b", word(i))),
    ("broken-keys", |n| each!("", n, i, "{}", word(i))),
    ("broken-indents", |n| {
        let half = each!("", n / 2, i, "x-{}: 1", word(i));
        lines(&half, n, |text, i| {
            let _ = writeln!(text, "{}:\n  a: 1\n   - b: 2", word(i));
        })
    }),
    ("broken-late", |n| sound(n) + "  - title: \"A\n"),
    ("broken-long-line", |n| {
        format!("{HEAD}initiatives: [{}\nmetrics: ]\n", "{title: A, due: soon}, ".repeat(n / 23))
    }),
    ("documents", |n| format!("{HEAD}{}", "---\na: 1\n".repeat(n / 9))),
    ("directives", |n| format!("{}---\na: 1\n", "%TAG !a! tag:x,2000:\n".repeat(n / 21))),
    ("tags", |n| each!("initiatives:", n, i, "  - !t{i} {{ title: !u{i} A }}")),
    ("conflicts", |n| each!("initiatives:", n, i, "<<<<<<< a\n- title: {i}\n=======\n- title: x\n>>>>>>> b")),
    ("conflict-strays", |n| each!("initiatives:", n, _i, ">>>>>>> b")),
    ("controls", |n| each!("initiatives:", n, i, "  - title: \u{7}\u{1b}{i}\u{202e}\u{200b}")),
    ("control-line", |n| format!("{HEAD}initiatives: [{}]\n", "{title: \u{200b}\u{7}}, ".repeat(n / 16))),
    ("combining", |n| format!("{HEAD}initiatives:\n- title: a{}\n", "\u{301}".repeat(n / 2))),
    ("wide", |n| each!("initiatives:", n, i, "  - title: \u{1f468}\u{200d}\u{1f469}\u{200d}\u{1f467}{i}")),
    ("numbers", |n| {
        each!("metrics:", n, i, "  - {{ name: M{i}, values: {{ 2020: {} }} }}", "9".repeat(5_000))
    }),
    ("number-one", |n| format!("{HEAD}metrics:\n- name: A\n  values: {{ 2020: {} }}\n", "9".repeat(n))),
    ("number-commas", |n| {
        format!("{HEAD}metrics:\n- name: A\n  values:\n    2020: {}\n", "1,".repeat(n / 2))
    }),
    ("date-long", |n| format!("{HEAD}initiatives:\n- title: A\n  due: {}\n", "1 May ".repeat(n / 6))),
    ("period-long", |n| {
        format!("{HEAD}metrics:\n- name: A\n  values:\n    \"{}\": 1\n", "2020-".repeat(n / 5))
    }),
    ("unit-long", |n| {
        format!("{HEAD}metrics:\n- name: A\n  unit: {}\n  values: {{ 2020: 1 }}\n", "% of ".repeat(n / 5))
    }),
    ("link-commas", |n| format!("{HEAD}initiatives:\n- title: A\n  metrics: {}\n", "a,".repeat(n / 2))),
];
