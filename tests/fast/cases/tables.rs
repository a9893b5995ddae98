//! Tables of worked cases, one case a line.

/// Changes of one metric between two periods. Size is per cent of an amount, points of a percentage.
pub(crate) const CHANGES: &str = "
metric                        | source                       | measure     | dec | earlier                  | later                    | size               | kind           | reads
exercises                     | visit report                 | count       | 0   | 2022: 3                  | 2023: 5                  | 66.6666667         | percent        | +2 (+67%)
budget increase               | visit report                 | growth rate | 1   | 2022: 1.5                | 2023: 2.3                | 0.8                | points         | +0.8 pp
engagement                    | visit report                 | percentage  | 0   | 2022: 60                 | 2023: 75                 | 15                 | points         | +15 pp
HRV, rate as metric           | NATO PR/CP(2019)069          | growth rate | 1   | 2013: -4.913582371       | 2014: 26.07091156        | 30.984493931       | points         | +31.0 pp
ALB, rate as metric           | NATO PR/CP(2019)069          | growth rate | 1   | 2015: -11.76476208       | 2016: -1.90338956        | 9.86137252         | points         | +9.9 pp
growth of GDP a head          | Agency for Statistics of BiH | growth rate | 2   | 2021: 8.9                | 2022: 5.3                | -3.6               | points         | -3.60 pp
growth turns negative         | Agency for Statistics of BiH | growth rate | 2   | 2008: 7.17               | 2009: -1.36              | -8.53              | points         | -8.53 pp
spending against budget       | Agency for Statistics of BiH | percentage  | 1   | 2018: 80.9888            | 2019: 83.8316            | 2.8428             | points         | +2.8 pp
above one hundred             | Agency for Statistics of BiH | percentage  | 1   | 2008: 95.3839            | 2009: 124.2336           | 28.8497            | points         | +28.8 pp
direct investment             | Agency for Statistics of BiH | currency    | 1   | 2006: 554.69003          | 2007: 1819.24423         | 227.97492862815652 | percent        | +1,264.6 (+228%)
nine months' exports          | Agency for Statistics of BiH | currency    | 0   | 2019-01/2019-09: 8664869 | 2020-01/2020-09: 7575055 | -12.5773857631     | percent        | -1,089,814 (-13%)
first vintage                 | World Development Indicators | percentage  | 2   | 2017: 0.906093302475231  | 2018: 1.11191310643257   | 0.205819803957339  | points         | +0.21 pp
later vintage                 | World Development Indicators | percentage  | 2   | 2017: 0.852593562264982  | 2018: 0.84004735664614   | -0.012546205618842 | points         | -0.01 pp
share of GDP                  | World Development Indicators | percentage  | 2   | 2022: 0.752028730749218  | 2023: 0.717630060649091  | -0.034398670100127 | points         | -0.03 pp
from zero                     | definition                   | count       | 0   | 2022: 0                  | 2023: 5                  |                    | from zero      | +5 (from 0)
to zero                       | definition                   | count       | 0   | 2022: 5                  | 2023: 0                  | -100               | percent        | -5 (-100%)
less negative                 | press convention n/m         | currency    | 1   | 2022: -50.0              | 2023: -30.0              |                    | not meaningful | +20.0 (n/m)
loss to gain                  | press convention n/m         | currency    | 1   | 2022: -5.0               | 2023: 10.0               |                    | not meaningful | +15.0 (n/m)
small loss to gain            | press convention n/m         | currency    | 1   | 2022: -1.0               | 2023: 10.0               |                    | not meaningful | +11.0 (n/m)
gain to loss                  | press convention n/m         | currency    | 1   | 2022: 10.0               | 2023: -5.0               |                    | not meaningful | -15.0 (n/m)
equal                         | definition                   | count       | 0   | 2022: 5                  | 2023: 5                  | 0                  | same           | no change
equal, other decimals         | definition                   | count       | 0   | 2022: 5.0                | 2023: 5                  | 0                  | same           | no change
twentyfold                    | readability                  | count       | 0   | 2022: 1                  | 2023: 20                 | 1900               | percent        | +19 (x20)
tenfold is still a percentage | readability                  | count       | 0   | 2022: 2                  | 2023: 20                 | 900                | percent        | +18 (+900%)
points from zero              | definition                   | percentage  | 0   | 2022: 0                  | 2023: 12                 | 12                 | points         | +12 pp
index points                  | BEA and Eurostat practice    | index       | 1   | 2022: 104.0              | 2023: 109.2              | 5                  | percent        | +5.2 pts (+5.0%)
a step                        | IATI measure 4               | ordinal     | 0   | 2022: 2                  | 2023: 3                  |                    | step           | 2 -> 3
words                         | IATI measure 5               | qualitative | 0   | 2022: No                 | 2023: Yes                |                    | step           | No -> Yes
fiscal years                  | ONS SDG data                 | count       | 0   | 2021/22: 10              | 2022/23: 12              | 20                 | percent        | +2 (+20%)
calendar against fiscal       | ONS SDG data                 | count       | 0   | 2021: 10                 | 2022/23: 12              |                    | no period      | n/a (no 2021/22)
year missing                  | definition                   | count       | 0   | 2021: 10                 | 2023: 12                 |                    | no period      | n/a (no 2022)
year not over                 | BEA, comparing part-years    | count       | 0   | 2023: 12                 | 2024: 7 partial          |                    | partial        | n/a (2024 to date)
break                         | SDMX observation status      | count       | 0   | 2022: 10                 | 2023: 14 break           |                    | break          | n/a (series break 2023)
provisional                   | SDMX observation status      | count       | 0   | 2022: 10                 | 2023: 14 provisional     | 40                 | percent        | +4 (+40%) p
both sides flagged            | SDMX observation status      | count       | 0   | 2022: 10 estimated       | 2023: 14 provisional     | 40                 | percent        | +4 (+40%) e,p
both sides alike              | SDMX observation status      | count       | 0   | 2022: 10 estimated       | 2023: 14 estimated       | 40                 | percent        | +4 (+40%) e
forecast                      | SDMX observation status      | count       | 0   | 2023: 10                 | 2024: 14 forecast        | 40                 | percent        | +4 (+40%) f
suppressed                    | SDMX observation status      | count       | 0   | 2022: 10                 | 2023: suppressed         |                    | suppressed     | n/a (suppressed)
suppressed with a number      | SDMX observation status      | count       | 0   | 2022: 10                 | 2023: 14 suppressed      |                    | suppressed     | n/a (suppressed)
not reported                  | definition                   | count       | 0   | 2022: 10                 | 2023:                    |                    | not reported   | n/a (not reported)
";

/// Progress of one value between a baseline and a target.
pub(crate) const PROGRESS: &str = "
case                             | measure    | better | baseline    | target             | value       | progress    | reads         | verdict
IATI's example                   | percentage | up     | 2012: 15    | 2015: 50           | 2015: 53    | 108.5714286 | 109%          | met
no progress, not 745 % of target | count      | down   | 2023: 26422 | 2029: 3545         | 2025: 26422 | 0           | 0%            | limited progress
half way down                    | count      | down   | 2023: 177   | 2029: 89           | 2026: 133   | 50          | 50%           | on track
moving away                      | percentage | down   | 2023: 153   | 2029: 126          | 2026: 160   | -25.9259259 | -26%          | deterioration
a level to keep                  | count      | up     | 2022: 5     | 2025: 5            | 2024: 4     |             | below target  | deterioration
a level kept                     | count      | up     | 2022: 5     | 2025: 5            | 2024: 5     |             | maintained    | met early
a ceiling to keep                | count      | down   | 2022: 5     | 2025: 5            | 2025: 6     |             | above target  | missed
no baseline                      | count      | up     |             | 2025: 8            | 2023: 5     | 62.5        | 63% of the target itself | not judged: no baseline with a period
down to zero                     | count      | down   | 2020: 40    | 2025: 0            | 2023: 10    | 75          | 75%           | on track
in the range                     | ratio      | inside | 2020: 0.80  | 2025: 0.97 to 1.03 | 2023: 1.00  | 100         | within range  | within range
beyond the range                 | ratio      | inside | 2020: 0.80  | 2025: 0.97 to 1.03 | 2023: 1.11  | 52.9411765  | 53%           | not met yet
out of the range it was in       | ratio      | inside | 2020: 1.00  | 2025: 0.97 to 1.03 | 2023: 0.90  |             | out of range  | deterioration
nearly there is not there        | count      | up     | 2020: 0     | 2025: 1000         | 2024: 999   | 99.9        | 99.9%         | on track
";

/// The rows of a table, cut into cells; the first line names the columns.
pub(crate) fn rows<const CELLS: usize>(table: &'static str) -> impl Iterator<Item = [&'static str; CELLS]> {
    table.trim().lines().skip(1).map(|line| {
        let cells: Vec<&str> = line.split('|').map(str::trim).collect();
        cells.try_into().unwrap_or_else(|_| panic!("a row of other length: {line}"))
    })
}
