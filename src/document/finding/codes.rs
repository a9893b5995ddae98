//! The table of codes: every kind of finding, with its usual severity and a paragraph about it.
//!
//! Names are stable: people write them into scripts. Never holds the words of a single finding.

mod making;

use super::severity::Severity;
use making::codes;

codes! {
    EmptyFile "empty-file" Error
        "Nothing is in the file."
        "The file holds no data, or only comments. A programme needs at least a section `programme` with a \
        title. The command `coopdash new FILE` writes a file to fill in."

    NotAProgramme "not-a-programme" Error
        "The file is YAML, but no programme."
        "A programme file is made of sections, each a name with a colon at the beginning of a line: \
        `programme:`, `metrics:`, `initiatives:` and so on. This file holds something else, such as a list \
        or a single text, so nothing of it can be shown."

    TooLarge "too-large" Error
        "More than is read."
        "Very large files are refused, so that the program cannot be brought to a standstill. The limits \
        are far above what a programme needs: 32 MB of text, four million values and half a million groups of \
        keys. Where there is little memory, less is read."

    ControlCharacter "control-character" Error
        "A character that no text file should hold."
        "The file holds an invisible control character, which YAML does not allow. It often comes from a \
        damaged copy or from pasting out of another program. Other programs will refuse the whole file; \
        here the character is shown as `_` and the rest is read."

    HiddenCharacter "hidden-character" Warning
        "An invisible character that changes what people see."
        "The file holds an invisible character that makes text run in the other direction, or one without \
        any width, so that what people see is not what stands there. It often comes from pasting out of a \
        web page or a chat."

    ConflictMarker "conflict-marker" Error
        "Two versions of the file that were not merged."
        "Git marks lines that two people changed differently: between `<<<<<<<` and `=======` stands one \
        version, between `=======` and `>>>>>>>` the other. Until somebody chooses, the first is shown and \
        not judged. Keep the lines that are right and delete the others together with the three marks."

    SecondDocument "second-document" Warning
        "A second document in one file."
        "A line `---` begins a second document in the same file. Only the first is read; the rest of the \
        file is left out of everything that is shown."

    UnclosedQuote "unclosed-quote" Error
        "A quote is opened and not closed."
        "A text that begins with a quote must end with the same quote. Without it the following lines \
        become part of the text, so the section it stands in cannot be read."

    TextAfterQuote "text-after-quote" Error
        "Something follows a closing quote."
        "A text in quotes ends at the closing quote, and nothing but a comment may follow it on the line. \
        Quotes inside the text are the usual cause: write the text between the other kind of quotes, or \
        without any."

    UnclosedBracket "unclosed-bracket" Error
        "A bracket is opened and not closed."
        "A `{` needs its `}` and a `[` needs its `]`. Without it the following lines become part of the \
        bracket, so the section it stands in cannot be read."

    WrongBracket "wrong-bracket" Error
        "A bracket that does not belong."
        "A bracket is closed by one of the other kind, or closed without having been opened. `{` goes with \
        `}`, `[` goes with `]`."

    MissingComma "missing-comma" Error
        "A comma is missing between brackets."
        "Between brackets each value is set apart from the next by a comma: `{ 2022: 3, 2023: 5 }`."

    TabIndentation "tab-indentation" Error
        "A tab where spaces are needed."
        "In YAML the spaces at the beginning of a line say what belongs together, and tabs are not allowed \
        there. Most editors can be set to write spaces for the Tab key."

    WrongIndentation "wrong-indentation" Error
        "A line does not stand under the lines it belongs to."
        "In YAML the spaces at the beginning of a line say what belongs together. Lines of one item must \
        begin in the same column, so one space too many or too few changes what the line belongs to."

    MissingSpace "missing-space" Error
        "No space after a colon."
        "A key ends with a colon and a space: `name: value`. Without the space the whole line counts as one \
        text."

    ColonInText "colon-in-text" Error
        "A text with a colon and a space in it."
        "A colon with a space after it divides a key from its value. A text that holds one itself must be \
        put in quotes."

    MissingColon "missing-colon" Error
        "A line without a colon."
        "Outside of long texts and lists every line is a key, a colon and a value. A line that continues a \
        text must stand further to the right than its key."

    ReservedCharacter "reserved-character" Error
        "A text begins with a character that YAML keeps for itself."
        "A text cannot begin with `%`, `@`, a back quote and a few other characters, because they have a \
        meaning in YAML. Put such a text in quotes."

    ListOnKeyLine "list-on-key-line" Error
        "A list begins on the line of its key."
        "A list with dashes begins on the line below its key. On the line of the key a list is written \
        between brackets: `[one, two]`."

    BadEscape "bad-escape" Error
        "A backslash that means nothing."
        "Between double quotes a backslash begins a special character, such as `\\n` for a new line. A path \
        or a text with backslashes is best put between single quotes."

    CommentInText "comment-in-text" Warning
        "A comment that became part of a text, or a text that became a comment."
        "After `|` or `>` every further line belongs to the text, also one that begins with `#`. A comment \
        about such a text stands above its key. Anywhere else a blank and a `#` begin a comment, so that \
        `title: Phase #2` is the title Phase; a text with such a sign in it is put in quotes."

    UnknownAlias "unknown-alias" Error
        "A `*name` without its `&name`."
        "A star and a name repeat what was given the name with `&` before. Here nothing before has this \
        name. A text that begins with a star must be put in quotes."

    TooManyAliases "too-many-aliases" Error
        "More repetitions than are read."
        "A file may repeat parts of itself with `*name`, but not so often that it could bring the program \
        to a standstill: 1,000 repetitions that stand for 200,000 values and 8 MB of text, and 500 merge keys \
        (`<<`)."

    TooDeep "too-deep" Error
        "Lists in lists in lists."
        "Lists and mappings may stand in each other up to 64 levels deep; a programme needs six."

    BrokenYaml "broken-yaml" Error
        "Not YAML."
        "This part of the file does not follow the rules of YAML, so the section it stands in cannot be \
        read. The other sections are not touched by it."

    IgnoredTag "ignored-tag" Hint
        "A tag that has no meaning here."
        "A word that begins with an exclamation mark before a value is a YAML tag. It has no meaning in a \
        programme and is passed over. A text that begins with an exclamation mark must be put in quotes."

    UnknownField "unknown-field" Warning
        "A key that is not known."
        "The key is none of the fields that are read here, so what it says is shown nowhere. Often it is a \
        slip of the pen or stands one level too deep or too high. Keys that begin with `x-` or `_` are \
        passed over without a finding and can hold remarks of your own."

    OtherName "other-name" Hint
        "A field under another name."
        "The field was understood, but it has another name here. Names from other standards are accepted \
        for reading, so that files made for other programs open."

    DuplicateKey "duplicate-key" Error
        "A key is given twice."
        "A key may be given once in an item. Programs differ in which of the two they believe; here the \
        first one is shown until the other is removed. Of two figures that differ neither counts, and nothing is \
        judged by them."

    MissingField "missing-field" Error
        "A field is missing without which the item cannot be shown."
        "Every item needs something to be called by: a title or a name. Without it the item is listed as \
        not shown."

    MissingPart "missing-part" Warning
        "Something is missing that every such item should have."
        "The item can be shown, but a part is missing that its readers will look for."

    WrongForm "wrong-form" Warning
        "A list, a single text or an item with keys where another of these is needed."
        "Some fields hold a single value, some a list with a dash before each entry, some a group of keys \
        with their values. What stands here has another form, so it cannot be read."

    NotANumber "not-a-number" Error
        "Something else where a number is needed."
        "A value must be written in digits, with a point before the decimals and nothing beside it: `3`, \
        `-0.8`, `1300.5`. A value that was not reported is written `null`."

    DecimalComma "decimal-comma" Error
        "A decimal comma, or separators between thousands."
        "Decimals follow a point, and thousands are not set apart: `1300.5`. A comma is never guessed at, \
        because `1,300` is thirteen hundred in some countries and one point three in others."

    PercentSign "percent-sign" Hint
        "A percent sign beside a value."
        "The percent sign belongs in `unit: \"%\"`. Beside a value it is understood where the metric is a \
        percentage or a growth rate, and an error where the metric says that it is something else."

    NotFinite "not-finite" Error
        "Infinity or \"not a number\"."
        "Words such as `.nan` and `.inf` are numbers for some programs, but no figure can be shown or \
        computed for them. A value that was not reported is written `null`."

    NumberOutOfRange "number-out-of-range" Error
        "A number beyond what makes sense here."
        "Values may be up to a million million million. Some fields have limits of their own, which the \
        finding names."

    NotAPeriod "not-a-period" Error
        "Something else where a year or another period is needed."
        "A period is a year (`2023`), a fiscal year (`2022/23`), a quarter (`2023-Q2`), a month (`2023-06`) \
        or a range of years (`2003-2005`)."

    AmbiguousPeriod "ambiguous-period" Error
        "A period that can mean two things."
        "`2011-12` is a fiscal year for some and a month for others. Where the other periods of the metric \
        do not settle it, it is not guessed at."

    DuplicatePeriod "duplicate-period" Error
        "A period is given twice."
        "Two values are given for one period, and nothing says which is right. Neither is shown until one \
        of them is removed."

    NotADate "not-a-date" Warning
        "Something else where a date is needed."
        "A date is written as year, month and day in digits: `2024-02-08`. Other ways are not guessed at, \
        because 08/02/24 is a day in February in some countries and in August in others."

    NotATime "not-a-time" Warning
        "Something else where a time of day is needed."
        "A time is written in hours and minutes of 24 hours: `14:30`."

    NotTrueOrFalse "not-true-or-false" Error
        "Something else where `true` or `false` is needed."
        "Words such as `yes`, `no` and `on` are true or false for some programs and texts for others. \
        `true` and `false` mean the same everywhere."

    UnknownWord "unknown-word" Error
        "A word that is not one of those a field can have."
        "Fields such as `status` can hold one of a few words. What stands here is none of them, so it is \
        not known where the item stands."

    OtherWord "other-word" Hint
        "A word that is usually written otherwise."
        "The word was understood, but the word of the list is better, because every reader knows it."

    MeasureFromUnit "measure-from-unit" Hint
        "The unit says what kind of number it is."
        "A metric in per cent is never a count: its changes are percentage points, not per cent of a per \
        cent. `measure: percentage` or `measure: growth_rate` says so plainly."

    UnitAgainstMeasure "unit-against-measure" Error
        "The unit and the measure do not fit."
        "A metric in per cent cannot be a count, an amount of money, a ratio or an index: its changes would be \
        computed wrongly. It is read as a percentage. Per cent is a percent sign, or a word for it in any of \
        many languages: `%`, `percentage` or `posto`."

    DuplicateId "duplicate-id" Error
        "Two items of one section have the same id."
        "An id names one item, so that others can refer to it. With two items of the same name a link can \
        mean either."

    UnknownId "unknown-id" Warning
        "A link to an item that is not there."
        "The id is not given to any item of the section it refers to. The link is shown as it stands and \
        leads nowhere."

    StatusAndDone "status-and-done" Warning
        "Both `status` and `done` are given."
        "`done` is the simple way to keep a checklist and `status` the exact one; an item needs one of \
        them. Where both are given `status` is shown, and the item cannot be ticked on screen. If they say \
        different things it is an error."

    DatesOutOfOrder "dates-out-of-order" Warning
        "A date that comes before one it should follow."
        "An item is agreed on first, then due, then completed. One of the dates is likely a slip of the \
        pen."

    DateAhead "date-ahead" Warning
        "A day of something that has happened lies ahead."
        "What was agreed, completed, held, assessed, said, published or looked at has a day up to today, and so \
        have the figures (`as_of`). A day to come is likely a slip of the pen. What is planned has fields of its \
        own: `due`, `next_step`, or a meeting that is `scheduled`."

    ValueToCome "value-to-come" Warning
        "A value or a score of a period that has not begun."
        "What is measured is measured in a period that has begun. A value for a later one is a forecast, and is \
        drawn as one when the file says so: `2030: { value: 5, status: forecast }`."

    CompletedButOpen "completed-but-open" Warning
        "A completion date on an item that is not completed."
        "`completed_on` is given, but the item is not marked as completed. One of the two is likely left \
        over."

    TargetAgainstDirection "target-against-direction" Warning
        "The target lies the other way than the direction."
        "The metric should go one way and its target lies the other way from its baseline. Whether it is on \
        track is not judged until one of them is changed."

    TargetWithoutDirection "target-without-direction" Warning
        "A target that nothing says how to reach."
        "`direction` says whether more or less is better. Without it nobody can say whether a target is met, so the \
        target is shown and not judged. A target range needs none: it is `{ value: 10, max: 20 }`."

    TargetBeforeBaseline "target-before-baseline" Warning
        "The target's period is not after the baseline's."
        "Progress is measured from the baseline to the target, so the target's period must be the later \
        one."

    BaselineWithoutPeriod "baseline-without-period" Hint
        "A baseline without its period, beside a target that has one."
        "What should be reached by now lies on a straight line from the baseline to the target, so both need their \
        periods. Without that of the baseline nothing is expected on the way, and whether the metric is on track \
        is not judged."

    BaselineAgainstValue "baseline-against-value" Error
        "A baseline that is another figure than the value of its period."
        "The baseline is the figure of a period, and the values of the metric give another figure for the same \
        period. Progress would be another from each of them, so nothing is judged until both are the same."

    RangeOutOfOrder "range-out-of-order" Error
        "A range whose end is below its beginning."
        "A range is written with its lower end first. A target range is `{ value: 10, max: 20 }`, a scale \
        of scores `{ min: 1, max: 5 }`."

    ThresholdsOutOfOrder "thresholds-out-of-order" Warning
        "The bands of the on-track reading are in the wrong order."
        "`on_track` and `needs_acceleration` are shares of the expected progress, such as 0.95 and 0.60. \
        The first must be the larger one, and neither may be below 0. Until they are, nothing is judged by them."

    ShareAsFraction "share-as-fraction" Warning
        "Per cent values that look like fractions."
        "The unit is per cent and no value is above 1, and neither the baseline nor a target bears out that so \
        little is meant. A share of 60 per cent is written `60`, not `0.6`."

    ShareOverHundred "share-over-hundred" Warning
        "A share below nothing or above the whole."
        "A share of a whole lies between 0 and 100 per cent. Where more than 100 is possible, the unit says \
        of what (`unit: \"% of plan\"`); where the value is itself a change, the metric is \
        `measure: growth_rate`."

    TotalFalls "total-falls" Warning
        "A running total that becomes smaller."
        "`cumulative: true` says that each value counts everything since the beginning. Such a total can only \
        stay or grow; one that falls is a slip, or the values count their own periods alone."

    DecimalsNotGiven "decimals-not-given" Hint
        "A value with many digits, and no word on how many are shown."
        "Where a metric does not say how many decimals are shown, at most four telling digits are, and more only \
        where rounding would reach zero or a target: `1.364256480218281` reads `1.36` beside `2.58`. Changes are \
        still computed from the whole value. `decimals: 2` settles it."

    ThousandsPoint "thousands-point" Warning
        "A point that may set thousands apart."
        "A point is the decimal point here: `1.500` is one and a half. Beside values without decimals three \
        digits after a point may well be meant as thousands, which are written without anything between the \
        digits: `1500`."

    YearAsTarget "year-as-target" Warning
        "A target that looks like a year."
        "The target is a number between 1990 and 2100, and all values of the metric are far smaller. A target \
        and the year it is to be reached by are written `target: { value: 8, period: 2026 }`."

    NoLatestValue "no-latest-value" Hint
        "A metric says nothing about the latest period."
        "Other metrics have a value for this period and this one has none, so its figures are older than \
        the rest. Where the value was not reported, `null` says so."

    PeriodNotOver "period-not-over" Hint
        "A value of a period that was not over on the day of the figures."
        "`as_of` is the day the figures describe. What was counted by then in a period that still ran is a part of \
        it: `status: partial` says that it is to date, and it is not compared with whole periods. Shares, indices \
        and running totals are not meant, nor fiscal years, whose end differs from country to country."

    ScoreOutsideScale "score-outside-scale" Warning
        "A score that is not on the scale."
        "The evaluation has a scale, and this score is below its lowest or above its highest mark."

    MeetingWithoutDate "meeting-without-date" Warning
        "A meeting is scheduled or held, but has no date."
        "A meeting that is scheduled or was held has a day. One that was only agreed on is \
        `to_be_scheduled`."

    RecommendationStillOpen "recommendation-still-open" Hint
        "A recommendation is open, and all that carries it out is closed."
        "All initiatives of the recommendation are completed or cancelled, at least one of them completed, and its \
        own status still says that it is to come. Often nobody has written `status: implemented` yet."

    TooManyFindings "too-many-findings" Hint
        "More findings than are listed."
        "Only the first findings of each kind of severity are listed. Further ones may appear when these \
        are put right."
}
