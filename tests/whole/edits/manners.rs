//! The manners in which files are written, for random ones: rows found in files, and some that are not.
//!
//! A row is written for an item whose keys stand in column 2; `WORD` stands for a status.

pub(crate) const WORDS: [&str; 14] = [
    "agreed",
    "announced",
    "in_progress",
    "completed",
    "on_hold",
    "cancelled",
    "Agreed",
    "DONE",
    "done",
    "in progress",
    "null",
    "~",
    "nonsense",
    "'agreed'",
];

/// Heads of files: the section that says what the figures are of.
pub(crate) const HEADS: [&str; 8] = [
    "",
    "programme:\n  title: T\n",
    "programme: {title: T}\n",
    "programme: {title: T, as_of: 2024-01-01}\n",
    "programme:\n  title: T\n  as_of: 2024-01-01 # firm\n",
    "programme:\n  title: 'T'\n  date: '2020-01-01'\n  summary: |\n    x\n  updated: \"2023-01-01\"\n",
    "Programme:\n  as_of:\n  title: T\n",
    "programme: &p\n  # the title\n  title: T # short\n",
];

/// Where `status` is written, in all the ways found in files and some that are not.
pub(crate) const STATUS: [&str; 30] = [
    "",
    "status: WORD",
    "status: \"WORD\"",
    "status: 'WORD'",
    "status:",
    "status: WORD # by both: parties",
    "status:   # none yet",
    "status:\tWORD",
    "status : WORD",
    "\"status\": WORD",
    "'status': \"WORD\"",
    "done: false",
    "done: true",
    "done: \"false\"",
    "done:",
    "status: *word",
    "status: &own WORD",
    "status: &used WORD",
    "status:\n    WORD",
    "status: # why\n    WORD",
    "status: !!str WORD",
    "status: !word WORD",
    "status: |\n    WORD",
    "status: >-\n    WORD",
    "status: [WORD]",
    "status: \"in\n    progress\"",
    "status: in\n    progress",
    "status: WORD\n  done: false",
    "status: WORD\n  status: WORD",
    "? status\n  : WORD",
];

/// What else stands in an item.
pub(crate) const OTHERS: [&str; 22] = [
    "owner: Ministry of Defence, Sarajevo",
    "owner:",
    "owner: \"x: y # z\"",
    "partners: [a, b]",
    "partners:\n  - a\n  - b",
    "partners:\n    - a: 1\n      status: agreed",
    "description: |\n    - title: T1\n      status: agreed",
    "description: >+\n    long\n\n    status: agreed\n",
    "description: \"a\n    status: agreed\"",
    "description: plain over\n    two lines",
    "updates:\n  - date: 2026-01-02\n    status: agreed\n    note: x",
    "updates: [{status: agreed, note: \"}\"}]",
    "<<: *base",
    "<<: *with_status",
    "# status: agreed",
    "",
    "x-map: {status: agreed, ? a : b, c}",
    "due: 2026-12-31",
    "заједно: Ђурђевдан 演習 🛡️",
    "x: *word",
    "! a: &b c",
    "? [complex]\n  : key",
];

/// Ways in which `updates` are written.
pub(crate) const UPDATES: [&str; 18] = [
    "",
    "updates:",
    "updates: []",
    "updates: ~",
    "updates: # none yet",
    "updates:\n  - date: 2024-01-02\n    note: x",
    "updates:\n    - note: \"x\"\n      date: \"2024-01-02\"\n      by: me",
    "updates:\n  - {date: 2024-01-02, note: x}",
    "updates:\n    - { date: 2024-01-02, text: 'x, y', by: me } # first",
    "updates: [{date: 2024-01-02, note: x}]",
    "updates: [{date: 2024-01-02, note: x},\n    {date: 2024-01-03, note: y}]",
    "log:\n  - first talks\n  - |\n    second\n    talks",
    "updates:\n  -\n    date: 2024-01-02\n    note: >-\n      long",
    "updates: &used\n  - note: x",
    "updates: {note: x}",
    "updates: talks",
    "updates: [first, second]",
    "updates:\n  - note: x\n\n  - note: y\n    # about y",
];

/// What else a recommendation or an initiative says in one line.
pub(crate) const FIELDS: [&str; 14] = [
    "",
    "owner: me",
    "owner: \"me\" # by phone",
    "owner:",
    "owner: *word",
    "due: 2024-12-31",
    "due: \"2024-12-31\"",
    "due:",
    "deadline: 2024-06-30",
    "agreed_on: 2024-01-01",
    "agreed_on: \"2024-01-01\"\n  due: &own 2024-12-30",
    "completed_on: 2024-06-01",
    "responsible: >-\n    me",
    "addressed_to: you # and\n                     # them",
];

/// Ways in which the values of a metric are written.
pub(crate) const VALUES: [&str; 40] = [
    "",
    "values:\n    2022: 3\n    2023: 5",
    "values: { 2022: 3, 2023: 5 }",
    "values: {2022: 3,2023: 5}",
    "values:\n    2023: 5\n    2022: 3 # less",
    "values:\n    \"2022\": 3\n    \"2023\": 5",
    "values:\n    2022: {value: 3, status: provisional}\n    2023: { value: 5, note: so far }",
    "values: {2022: {value: 3, status: estimated, note: \"a, b\"}, 2023: 5}",
    "values:\n    # old\n    2021: 1\n    # new\n    2023: 5",
    "values:\n    2022:\n      value: 3\n      status: P\n    2023:\n      value: 5",
    "values:\n    2022: {status: provisional, value: 3}",
    "values:\n    2022: ~\n    2023:",
    "values:",
    "values: {}",
    "values: null",
    "values: {2022: null, 2023: }",
    "values:\n  - { period: 2022, value: 3 }\n  - { period: 2023, value: 5 }",
    "values:\n  - 2022: 3\n  - 2023: 5",
    "values:\n    2023-Q1: 3\n    2023-Q2: 5",
    "values:\n    2021/22: 3\n    2022/23: 5 # half\n            # a year",
    "data: {2022: 1.5, 2023: \"2.3\"}",
    "values: {\n      2022: 3,\n      2023: 5\n    }",
    "values:\n    <<: *years\n    2023: 5",
    "values:\n    2022: &own 3\n    2023: &used 5",
    "values:\n    2022: 3\n    2022: 4",
    "values:\n    ? 2022\n    : 3\n    2023: 36%",
    "values:\n    2022 (p): 3\n    2023: 5",
    "values: {2021*: 1, 2022 (p): 3, 2023e: 5}",
    "values:\n    2023 (f): 5 # hoped for\n    \"2022 (provisional)\": 3\n    2021 [7]: 1",
    "values:\n    2022 (p): {value: 3, status: estimated}\n    2023: {value: 5, target: 8}",
    "values: {2022: {value: 3, target: 6}, 2023: {target: 8, note: x}}",
    "values:\n    2022:\n      target: 6\n      value: 3\n      status: P\n    2024:\n      target: 9 # firm",
    "values:\n  - { period: 2022 (p), value: 3 }\n  - { period: 2023, target: 8 }",
    "values:\n  - 2022 (p): 3\n  - 2023: {value: 5, target: 8}",
    "values:\n    2022-H1: 3\n    H2 2022: 4 # half\n    2023-H1 (p): 5",
    "values: {FY2022: 3, FY2023 (p): 5}",
    "values:\n    202305: 3\n    202306: 5",
    "values:\n    2009 to 2011: 3\n    2012-2014: 5",
    "values: {2022: 3, 2022 (p): 4}",
    "values: {2022 (p): {value: 3, target: 6, note: x}, 2023*: {value: 5, status: provisional}}",
];

pub(crate) const METRICS: [&str; 13] = [
    "",
    "unit: exercises",
    "unit: \"%\"",
    "measure: qualitative",
    "target: { period: 2026, value: 8 }",
    "note: |\n    values:\n      2022: 3",
    "baseline: {period: 2020, value: 1}",
    "# values: {2022: 3}",
    "definition: plain over\n    two lines",
    "measure: ordinal",
    "targets: { 2024: 6, 2025 (f): 8 }",
    "targets:\n    - 2024: 6\n    - { period: 2025, value: 8 }",
    "target: { period: 2024-M06, value: 8 }",
];

pub(crate) const FLOW_VALUES: [&str; 8] = [
    "",
    "values: {2022: 3, 2023: 5}",
    "\"values\": {\"2022\": 3, \"2023\": 5}",
    "values: { 2022: { value: 3, status: provisional } }",
    "values: {}",
    "values: [{period: 2022, value: 3}]",
    "values: {2022 (p): 3, 2023: {value: 5, target: 8}}",
    "\"values\": {\"2022 (p)\": 3, \"2023\": {\"target\": 8}}",
];

pub(crate) const FLOW_STATUS: [&str; 14] = [
    "",
    "status: WORD",
    "status: \"WORD\"",
    "\"status\": \"WORD\"",
    "\"status\":\"WORD\"",
    "status:",
    "status",
    "done: false",
    "\"done\": true",
    "status: *word ",
    "status: &own WORD",
    "? status : WORD",
    "status: !!str WORD",
    "'status' : 'WORD'",
];

pub(crate) const FLOW_OTHERS: [&str; 14] = [
    "due: 2024-12-31",
    "updates: []",
    "updates: [{date: 2024-01-02, note: x}]",
    "\"updates\": [{\"date\": \"2024-01-02\"}]",
    "owner: me",
    "\"owner\": \"me\"",
    "owner: ",
    "owner",
    "partners: [a, {status: agreed}]",
    "x: {}",
    "owner: 'a, b'",
    "url: http://a.b/c?d#e",
    "<<: *base",
    "owner: \"}\"",
];

/// Periods that are typed.
pub(crate) const PERIODS: [&str; 22] = [
    "2024",
    "2023",
    "2022",
    "2021",
    "2020",
    "2025",
    "2023-Q2",
    "2022/23",
    "2022/2023",
    "2023-06",
    "spring",
    "2019",
    "2022 (p)",
    "2024 (p)",
    "2023*",
    "2023-H1",
    "H2 2022",
    "FY2023",
    "202306",
    "2023-M06",
    "2012 to 2014",
    "2012-2014",
];

/// Values that are typed.
pub(crate) const NUMBERS: [&str; 14] =
    ["3", "2.5", "-1", "0", "1e3", "7.50", "12", "36%", "", "null", "1,5", "101", "[3", "high"];

/// What damage puts in: signs of YAML, line ends, odd blanks, letters of several widths.
pub(crate) const DAMAGE: [&str; 36] = [
    " ", "\n", "  ", "\t", ":", ": ", "-", "- ", "?", "? ", ",", "[", "]", "{", "}", "#", " #", "&a ", "*a",
    "*word", "!", "!!str ", "|", ">", "'", "\"", "%", "@", "`", "\r", "---\n", "...\n", "é", "🛡", "\u{85}",
    "\u{feff}",
];
