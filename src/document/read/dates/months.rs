//! Names of months, as files of the region and of its donors write them.
//!
//! Without case and accents; the nominative, the genitive that stands in dates, and the usual short forms. Names of
//! different languages never mean different months here: where two do (`listopad`), neither is in the table.

use crate::text::fold;
use std::collections::HashMap;
use std::sync::LazyLock;

/// January to December, with commas between their names: English, Bosnian/Croatian/Serbian and Montenegrin in both scripts, Slovene, Macedonian,
/// Albanian, Turkish, German, French, Spanish, Italian, Portuguese, Dutch, Nordic languages, Polish, Czech, Slovak,
/// Hungarian, Romanian, Bulgarian, Russian, Ukrainian.
const MONTHS: [&str; 12] = [
    "january, januar, januara, jan, januari, janvier, janv, enero, ene, gennaio, gen, janeiro, janar, \
     ocak, styczen, stycznia, leden, ledna, ianuarie, jaanuar, sijecanj, sijecnja, јануар, јануара, \
     јануари, январь, января, януари, янв, січень, січня",
    "february, februar, februara, feb, februari, fevrier, fevr, febrero, febbraio, fevereiro, fev, \
     shkurt, subat, luty, lutego, unor, unora, februarie, veljaca, veljace, фебруар, фебруара, \
     февруари, февраль, февраля, февр, фев, лютий, лютого",
    "march, mart, marta, mar, marz, maerz, mars, marzo, marco, maart, marec, marca, marzec, brezen, \
     brezna, martie, ozujak, ozujka, март, марта, мар, березень, березня",
    "april, aprila, apr, avril, avr, abril, abr, aprile, prill, nisan, kwiecien, kwietnia, duben, \
     dubna, aprilie, travanj, travnja, април, априла, апрель, апреля, апр, квітень, квітня",
    "may, maj, maja, mai, mayo, maggio, mag, maio, mei, mayis, kveten, kvetna, svibanj, svibnja, мај, \
     маја, май, мая, травень, травня",
    "june, jun, juna, juni, juin, junio, giugno, giu, junho, junij, junija, qershor, haziran, czerwiec, \
     czerwca, cerven, cervna, iunie, lipanj, lipnja, јун, јуна, јуни, июнь, июня, юни, червень, червня",
    "july, jul, jula, juli, juillet, juil, julio, luglio, lug, julho, julij, julija, korrik, temmuz, \
     lipiec, cervenec, cervence, iulie, јул, јула, јули, июль, июля, юли, липень, липня",
    "august, augusta, aug, avgust, avgusta, aout, agosto, ago, augustus, augusti, gusht, agustos, \
     sierpien, sierpnia, srpen, srpna, kolovoz, kolovoza, август, августа, авг, серпень, серпня",
    "september, septembar, septembra, sep, sept, septembre, septiembre, settembre, set, setembro, \
     shtator, eylul, wrzesien, wrzesnia, zari, septembrie, rujan, rujna, септембар, септембра, \
     септември, сентябрь, сентября, сент, вересень, вересня",
    "october, oktobar, oktobra, oct, okt, oktober, octobre, octubre, ottobre, ott, outubro, out, tetor, \
     ekim, pazdziernik, pazdziernika, rijen, rijna, octombrie, октобар, октобра, октомври, октябрь, \
     октября, окт, жовтень, жовтня",
    "november, novembar, novembra, nov, novembre, noviembre, novembro, nentor, kasim, noiembrie, \
     studeni, studenoga, studenog, новембар, новембра, ноември, ноябрь, ноября, нояб",
    "december, decembar, decembra, dec, dezember, dez, decembre, diciembre, dic, dicembre, dezembro, \
     dhjetor, aralik, grudzien, grudnia, prosinec, prosince, decembrie, prosinac, prosinca, децембар, \
     децембра, декември, декабрь, декабря, дек, грудень, грудня",
];

/// The month that is called so, from 1 to 12; an English name may be cut after three letters.
pub(super) fn month_called(name: &str) -> Option<u32> {
    let name = fold(name);
    let name = name.trim_end_matches('.');
    FOLDED.get(name).copied().or_else(|| english_month(name))
}

/// The month that a name in small letters is the English one of, or its beginning.
pub(in crate::document) fn english_month(name: &str) -> Option<u32> {
    let english = |names: &'static str| names.split(',').next().unwrap_or(names);
    let mut months = (1..).zip(MONTHS.map(english));
    months.find(|(_, month)| name.len() >= 3 && month.starts_with(name)).map(|(number, _)| number)
}

/// The number of each month by its names, folded once: a file may hold very many texts that are no date.
static FOLDED: LazyLock<HashMap<String, u32>> = LazyLock::new(|| {
    let each = |(number, names): (u32, &str)| names.split(", ").map(|name| (fold(name), number)).collect();
    (1..).zip(MONTHS).flat_map::<Vec<_>, _>(each).collect()
});

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_name_is_one_month() {
        let mut seen: HashMap<String, usize> = HashMap::new();
        for (month, names) in MONTHS.iter().enumerate() {
            for name in names.split(", ") {
                let other = seen.insert(fold(name), month);
                assert!(other.is_none_or(|other| other == month), "{name} is two months");
            }
        }
    }
}
