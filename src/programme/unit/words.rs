//! The words for per cent in the languages that files are written in, and for "a number of".
//!
//! A star behind a word stands for its endings; a dollar sign says that the unit ends there. Case and accents do
//! not matter: Latin letters stand without them. The words are those of the Unicode CLDR (percent names) and of the statistical offices, with their
//! inflections and abbreviations. Never decides.
//!
//! Each list is a few rows of words with commas between them.

/// The words of a list.
pub(super) fn each(list: &'static [&'static str]) -> impl Iterator<Item = &'static str> {
    list.iter().flat_map(|row| row.split(", "))
}

/// Whether a word is in a list.
pub(super) fn has(list: &'static [&'static str], word: &str) -> bool {
    each(list).any(|one| one == word)
}

/// What means per cent.
pub(super) const PER_CENT: &[&str] = &[
    // English, Romance and Germanic languages.
    "percent*, per cent, per cents, pct, pcts, pcnt, pp, p p, p b, prozent*, v h, vh, vom hundert",
    "pour cent, pourcent*, p cent, por ciento, porciento, porcent*, per cento, por cento, la suta",
    "procent*, prosent*, pst, protsen*",
    // Slavic languages in Latin letters.
    "procenat, procenata, proc, posto, odsto, od sto, na sto$, postot*, postoc*, odstot*, odsetek",
    // Albanian, Turkish, Hungarian, Greek, Basque, Welsh, Irish.
    "per qind, perqind*, ne qind, yuzde, yuzdesi, yuzdelik puan, szazalek*, τοις εκατό, τα εκατό",
    "επί τοις εκατό, ποσοστό, ποσοστά, ποσοστού, ποσοστιαι*, ehuneko*, y cant, faoin gcead",
    // Cyrillic letters.
    "процент*, проценат, процената, проц, посто, одсто, отсто, насто, од сто, на сто$, постот*",
    "відсот*, працэнт*, адсот*, пайыз*, пп, п п, в п",
    // Other letters with blanks between words.
    "პროცენტ*, տոկոս*, بالمئة, بالمائة, في المئة, في المائة, نسبة مئوية, النسبة المئوية, نقطة مئوية",
    "نقاط مئوية, درصد, فیصد, אחוז*, प्रतिशत, শতাংশ, persen*, peratus*, phan tram, asilimia",
];

/// What begins like a word for per cent and is none: percentiles, places, per hundred people.
pub(super) const OTHERS: &[&str] = &[
    "percentil*, percentiel*, percentyl*, percenter*, prozentil*, prozentrang*, procentil*",
    "procentiel*, procentyl*, prosentil*, protsentiil*, persentil*, процентил*, pour cent habitant*",
    "pour cent mille, per cento abitant*, per cento mila, por ciento mil, posto di, posto de, posto da",
    "posto do, posto letto, posto auto, posto medico",
];

/// The same in letters without blanks between words, the longest first.
pub(super) const UNDIVIDED: &[&str] = &[
    "パーセントポイント, 퍼센트포인트, パーセンテージ, パーセント, 퍼센티지, 퍼센트, 백분율, 百分点, 百分點, 百分比, 百分率, 百分之, เปอร์เซ็นต์, ร้อยละ",
];

/// Points of a percentage, beside a word for per cent.
pub(super) const POINTS: &[&str] = &[
    "point, points, pt, pts, punkt*, punct, puncte, punt, punten, punto, puntos, punti, ponto, pontos",
    "pont, pontok, poen*, poin, bod, bodo*, bodu, body, tack*, tock*, pkt, pike, puan*, enhet*, yksik*",
    "μοναδ*, пункт*, поен*, бод*, точк*",
];

/// What says that values in per cent are changes themselves.
pub(super) const CHANGES: &[&str] = &[
    "growth*, change*, increase*, p a, per annum, per year, y y, yoy, year on year, wachstum*",
    "zuwachs*, veranderung*, croissance, variation, crecimiento, variacion, crescita, variazione",
    "crescimento, groei, rast, rasta, promjen*, promen*, sprememb*, rritj*, buyume*, wzrost*, рост*",
    "раст, раста, промен*, прираст*, зростан*",
];

/// What makes points of a percentage of the word it stands in: `Prozentpunkte`.
pub(super) const POINTS_INSIDE: &[&str] =
    &["punkt, point, poeng, poin, enhet, yksik, pont, punt, ポイント, 포인트, 点, 點, نقط, نقاط"];

/// What may follow a percent sign and belong to it: `%age`, `%p`.
pub(super) const AFTER_SIGN: &[&str] = &["age", "ages", "p"];

/// What leads to a word for per cent and says nothing more: `in %`, `u postocima`.
pub(super) const LEADING: &[&str] =
    &["in", "as", "a", "an", "the", "u", "en", "em", "w", "v", "ve", "i", "als", "ne", "в", "у", "во", "σε"];

/// What begins the rest that is read aloud after a percentage: `% of GDP`.
pub(super) const OF: &[&str] = &[
    "of, per, in, from, within, p, des, der, vom, von, de, du, d, da, do, dos, das, del, della, delle",
    "dello, dei, degli, di, van, av, af, od, na, u, z, ze, par, por, от, од, на, у, в, во, από, του",
    "من",
];

/// Words that say no more than that things are counted.
pub(super) const NUMBER: &[&str] = &[
    "number, numbers, no, nos, nr, nbr, num, numero, numeros, nombre, broj, broja, brojevi, stevilo",
    "anzahl, zahl, antal, antall, aantal, liczba, pocet, szam, darab, numri, numar, numarul, sayi",
    "adet, lukumaara, број, брой, число, количество, кількість, αριθμός, عدد, 数, count, counts, unit",
    "each, qty, quantity, n, na, none, 1",
];

/// Those of them that may lead to what is counted: `number of visits`, `broj posjeta`.
pub(super) const NUMBER_OF: &[&str] = &[
    "number, numero, nombre, broj, stevilo, anzahl, antal, antall, aantal, liczba, pocet, no, numri",
    "numarul, број, брой, число, количество, кількість, αριθμός, عدد",
];

/// Words for multiples, whole, folded.
pub(super) const MULTIPLES: &[&str] = &[
    "mn, mln, mil, mill, mio, bn, bln, mrd, mlrd, mld, tn, trn, tsd, tis, tys, hilj, mille, mil., тыс",
    "млн, млрд, тис, хиљ, мил, milhoes, miles, bin, milyon, milyar, mije",
];

/// Beginnings of words for multiples in many languages, folded.
pub(super) const MULTIPLE_STEMS: &[&str] = &[
    "thousand, million, billion, trillion, milion, millon, millard, milliard, miliard, milijard",
    "milijun, tisuc, hiljad, tysiac, tausend, millier, тысяч, тисяч, хиљад, миллион, мільйон, милион",
    "миллиард, мільярд, милијард, bilion, miljon, миљон",
];
