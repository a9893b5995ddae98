//! Units: the spellings of per cent that are understood, those that look like one and are none, and what else a
//! unit says of its numbers.

use coopdash::programme::Measure;
use coopdash::programme::unit::{
    family, has_agreed_zero, has_multiplier, is_of_change, is_other_share, per_cent, shown,
};

/// Languages with spellings that say per cent and nothing else.
const BARE: &[(&str, &[&str])] = &[
    ("signs", &["%", " % ", "(%)", "\u{ff05}", "\u{fe6a}", "\u{66a}", "in %", "[%]", "%age"]),
    (
        "English",
        &[
            "percent",
            "per cent",
            "Percentage",
            "Percentage (%)",
            "PERCENT",
            "per-cent",
            "pct",
            "PT",
            "PC",
            "pct.",
            "percentages",
            "as a percentage",
            "in percent",
        ],
    ),
    (
        "Bosnian",
        &[
            "posto",
            "odsto",
            "od sto",
            "na sto",
            "postotak",
            "Postotci",
            "u postocima",
            "procenat",
            "procenti",
            "Procenat (%)",
        ],
    ),
    ("Serbian", &["проценат", "процената", "проценти", "у процентима", "одсто", "посто", "постотак"]),
    ("Slovene", &["odstotek", "odstotki", "v odstotkih"]),
    ("Macedonian", &["процент", "проценти", "насто", "отсто", "во проценти", "на сто"]),
    ("Albanian", &["për qind", "përqind", "përqindje", "Përqindja", "në përqindje"]),
    ("Turkish", &["yüzde", "Yüzdesi", "YÜZDE"]),
    ("German", &["Prozent", "v. H.", "v.H.", "vH", "vom Hundert", "in Prozent", "Prozentsatz"]),
    ("French", &["pour cent", "pourcentage", "Pourcentages", "pour-cent", "en pourcentage", "en %"]),
    ("Spanish", &["por ciento", "porcentaje", "Porcentaje (%)", "porciento"]),
    ("Italian", &["per cento", "percento", "percentuale", "in percentuale"]),
    ("Portuguese", &["por cento", "percentagem", "porcentagem", "em percentagem"]),
    ("Dutch", &["procent", "percentage"]),
    ("Swedish", &["procent", "i procent"]),
    ("Danish", &["pct.", "procent"]),
    ("Norwegian", &["prosent", "pst."]),
    ("Finnish", &["prosentti", "prosenttia"]),
    ("Polish", &["procent", "procenty", "proc.", "odsetek", "w procentach"]),
    ("Czech", &["procento", "procenta", "v procentech"]),
    ("Slovak", &["percento", "percentá", "v percentách"]),
    ("Hungarian", &["százalék", "százalékban"]),
    ("Romanian", &["procent", "procente", "la sută"]),
    ("Bulgarian", &["процент", "проценти", "на сто"]),
    ("Russian", &["процент", "процентов", "в процентах", "проц."]),
    ("Ukrainian", &["відсоток", "відсотків", "у відсотках"]),
    ("Greek", &["τοις εκατό", "επί τοις εκατό", "ποσοστό", "Ποσοστό (%)"]),
    ("Arabic", &["بالمئة", "في المائة", "نسبة مئوية"]),
    ("Japanese", &["パーセント", "％"]),
    ("Chinese", &["百分比", "百分率"]),
    ("Korean", &["퍼센트", "백분율"]),
    ("Hebrew", &["אחוז", "אחוזים"]),
    ("Hindi", &["प्रतिशत"]),
    ("Indonesian", &["persen", "persentase"]),
];

/// Percentage points, as differences are told.
const POINTS: &[&str] = &[
    "pp",
    "p.p.",
    "p. p.",
    "percentage points",
    "percentage point",
    "%-points",
    "%pt",
    "Prozentpunkte",
    "%-Punkte",
    "points de pourcentage",
    "puntos porcentuales",
    "punti percentuali",
    "pontos percentuais",
    "procentni poen",
    "postotnih bodova",
    "postotni poeni",
    "odstotne točke",
    "процентних поена",
    "процентных пунктов",
    "п.п.",
    "відсоткових пунктів",
    "procentenheter",
    "prosentpoeng",
    "procentpoint",
    "prosenttiyksikköä",
    "százalékpont",
    "punkty procentowe",
    "pkt proc.",
    "puncte procentuale",
    "pikë përqindjeje",
    "yüzde puan",
    "ποσοστιαίες μονάδες",
    "نقطة مئوية",
    "百分点",
    "パーセントポイント",
    "p.b.",
];

/// Units that say more than per cent: what stands before, what follows, what is read after a number.
const OF_WHAT: &[(&str, &str, &str, Option<&str>)] = &[
    ("% of GDP", "", "of GDP", Some("of GDP")),
    ("per cent of GDP", "", "of GDP", Some("of GDP")),
    ("Percentage of GDP", "", "of GDP", Some("of GDP")),
    ("Percentage of GDP (%)", "", "of GDP", Some("of GDP")),
    ("Debt (% of GDP)", "Debt", "of GDP", Some("of GDP")),
    ("Share of households (%)", "Share of households", "", None),
    ("% BDP-a", "", "BDP-a", None),
    ("posto BDP-a", "", "BDP-a", None),
    ("% des BIP", "", "des BIP", Some("des BIP")),
    ("% du PIB", "", "du PIB", Some("du PIB")),
    ("% per year", "", "per year", Some("per year")),
    ("% / year", "", "/ year", Some("/ year")),
    ("% p.a.", "", "p.a.", Some("p.a.")),
    ("% p. a.", "", "p. a.", Some("p. a.")),
    ("Interest (% p.a.)", "Interest", "p.a.", Some("p.a.")),
    ("% of pop.", "", "of pop.", Some("of pop.")),
    ("Share of pop. (%).", "Share of pop.", "", None),
    ("%, annual", "", "annual", None),
    ("vol%", "vol", "", None),
    ("Udio žena, u %", "Udio žena", "", None),
    ("占GDP的百分比", "占GDP的", "", None),
];

/// Units that are not per cent, whatever they look like.
const OTHERS: &[&str] = &[
    "",
    " ",
    "percentile",
    "Percentiles",
    "90th percentile",
    "percentile rank",
    "Prozentrang",
    "procentil",
    "percentiel",
    "процентиль",
    "2015 = 100%",
    "2015 = 100 %",
    "100% FTE",
    "full posts (100% = 40 hours)",
    "persons",
    "pp.",
    "pages (pp.)",
    "pp. 3",
    "cents per litre",
    "euro cents",
    "per centimetre",
    "per 100 inhabitants",
    "pour cent habitants",
    "slučajeva na sto stanovnika",
    "posti letto",
    "posto di lavoro",
    "basis points",
    "points",
    "bodovi",
    "promille",
    "‰",
    "share",
    "rate",
    "index",
    "ppm",
    "procena",
    "процена",
    "procedures",
    "EUR million",
    "degrees (درجة مئوية)",
    "百分位",
    "パーセンタイル",
    "V/H",
    "p/p",
    "post offices",
    "km²",
    "one percenters",
];

#[test]
fn per_cent_is_known_in_every_language_of_the_table() {
    let spellings: Vec<&str> = BARE.iter().flat_map(|(_, spellings)| spellings.iter().copied()).collect();
    assert!(BARE.len() > 18 && spellings.len() > 80);
    for unit in spellings {
        let share = per_cent(unit).unwrap_or_else(|| panic!("{unit:?} is per cent"));
        assert!(share.is_bare() && !share.is_points, "{unit:?}: {share:?}");
        assert_eq!(family(Measure::Percentage, Some(unit)), family(Measure::Percentage, None), "{unit:?}");
    }
}

#[test]
fn percentage_points_are_a_difference() {
    for unit in POINTS {
        let share = per_cent(unit).unwrap_or_else(|| panic!("{unit:?} is per cent"));
        assert!(share.is_bare() && share.is_points, "{unit:?}: {share:?}");
    }
}

#[test]
fn the_rest_of_a_unit_stays_with_it() {
    for (unit, before, after, of) in OF_WHAT {
        let share = per_cent(unit).unwrap_or_else(|| panic!("{unit:?} is per cent"));
        assert_eq!((share.before.as_str(), share.after.as_str()), (*before, *after), "{unit:?}");
        assert_eq!(share.of(), *of, "{unit:?}");
    }
}

#[test]
fn a_unit_says_whether_its_values_are_changes() {
    for unit in
        ["% growth", "Annual growth rate (%)", "% p.a.", "% change y/y", "Wachstum in %", "stopa rasta, %"]
    {
        assert!(is_of_change(unit) && per_cent(unit).is_some(), "{unit:?}");
    }
    for unit in ["%", "% of GDP", "percentage points", "Share of households (%)", "% of plan", "pa %"] {
        assert!(!is_of_change(unit), "{unit:?}");
    }
}

#[test]
fn what_only_looks_like_per_cent_is_not() {
    assert!(OTHERS.len() >= 20);
    for unit in OTHERS {
        assert_eq!(per_cent(unit), None, "{unit:?}");
    }
}

#[test]
fn units_that_differ_in_their_spelling_alone_are_one_family() {
    let of = |measure, unit: &str| family(measure, Some(unit));
    let same = |measure, units: &[&str]| {
        for unit in units {
            assert_eq!(of(measure, unit), of(measure, units[0]), "{unit:?}");
        }
    };
    same(
        Measure::Percentage,
        &["% of GDP", "per cent of GDP", "Percentage of GDP", "%  OF gdp", "percent of the GDP"],
    );
    same(Measure::GrowthRate, &["%", "Percentage (%)", "posto"]);
    same(Measure::Percentage, &["pp", "percentage points", "Prozentpunkte"]);
    assert_ne!(of(Measure::Percentage, "pp"), of(Measure::Percentage, "%"));
    same(Measure::Count, &["visits", "Visits", " visits ", "number of visits"]);
    same(Measure::Count, &["EUR  million", "eur million"]);
    same(Measure::Count, &["", "number", "No.", "#"]);
    assert_ne!(of(Measure::Percentage, "% of GDP"), of(Measure::Percentage, "%"));
    assert_ne!(of(Measure::Percentage, "%"), of(Measure::GrowthRate, "%"));
    assert_ne!(of(Measure::Count, "visits"), of(Measure::Count, "people"));
}

#[test]
fn a_unit_that_only_says_number_is_not_read_after_one() {
    for unit in [
        "number",
        "Number",
        "no.",
        "No",
        "count",
        "#",
        "",
        " ",
        "№",
        "broj",
        "Number (count)",
        "unit",
        "-",
        "n/a",
        "Anzahl",
    ] {
        assert_eq!(shown(unit), None, "{unit:?}");
    }
    for (unit, rest) in [
        ("visits", "visits"),
        ("number of visits", "visits"),
        ("Number of the visits", "the visits"),
        ("# of visits", "visits"),
        ("no. of visits", "visits"),
        ("Broj posjeta", "posjeta"),
        ("nombre de visites", "visites"),
        ("units", "units"),
        ("unit cost", "unit cost"),
        ("number one hits", "number one hits"),
        ("EUR million", "EUR million"),
        ("\u{20ac}", "\u{20ac}"),
        ("m\u{b2}", "m\u{b2}"),
    ] {
        assert_eq!(shown(unit), Some(rest), "{unit:?}");
    }
}

proptest::proptest! {
    #[test]
    fn no_unit_whatever_makes_it_fail(unit in "\\PC{0,20}", around in "[%٪ .pPcCeEnNtTсто()-]{0,12}") {
        let unit = format!("{unit}{around}");
        let _ = (per_cent(&unit), shown(&unit), family(Measure::Percentage, Some(&unit)), family(Measure::Count, Some(&unit)));
    }
}

#[test]
fn what_multiplies_what_has_an_agreed_zero_and_what_is_another_share() {
    for unit in ["thousand BAM", "mio. KM", "EUR million", "'000 persons", "tis. KM", "млрд руб.", "Mrd. EUR"]
    {
        assert!(has_multiplier(unit), "{unit}");
    }
    for unit in ["BAM", "visits", "per cent", "persons", "km2"] {
        assert!(!has_multiplier(unit), "{unit}");
    }
    for unit in ["°C", "degrees Celsius", "° F", "℃", "stupnjevi Celzija", "градусы Цельсия"]
    {
        assert!(has_agreed_zero(unit), "{unit}");
    }
    for unit in ["C", "°", "USD", "Coulomb", "F-16"] {
        assert!(!has_agreed_zero(unit), "{unit}");
    }
    for unit in ["‰", "per mille", "promila", "basis points", "per 1000 inhabitants", "na 100 000 stanovnika"]
    {
        assert!(is_other_share(unit), "{unit}");
    }
    for unit in ["%", "per cent", "per person", "people", "% per 1000 people", "per 100 men"] {
        assert!(!is_other_share(unit), "{unit}");
    }
}
