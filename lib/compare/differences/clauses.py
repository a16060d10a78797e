"""What the clause of a value tells of, and whose it may be."""

import re
from collections.abc import Iterable
from datetime import date, timedelta

from lib.compare.counting import AROUND
from lib.compare.differences.words import LONGEST
from lib.schema import Mention, Quote, Sentence, Value

Span = tuple[int, int]
_BREAK = re.compile(
    r"(?P<one>\bzwischen [^,;:–]{1,40}? und )|[,;:–] | (?:und|während|gegenüber|gegen|vor de[rmn]) ", re.IGNORECASE
)
"""Between clauses, and between two of whom one says something: "Holm mit 24 Prozent vor der Rivalin"; or `one` clause:
"zwischen Kiel und Ulm"."""
_BASIS = re.compile(r"\b(?:pro|(?P<of>je|(?<=\d)\S* (?:[\w-]+ ){1,3}auf)) $", re.IGNORECASE)
_ROUND = re.compile(r"10+")
_CHANGES = re.compile(r"\b(?:st(?:ieg|eig)|s[aiu]nk|erhöh|w(?:uchs|ächs|achs)|kletter|fiel|fäll|schrumpf|legt)\w*")
"""What a rate is of: "50 Fälle pro 100.000 Einwohner", but not "stieg um 50 Fälle auf 100"."""
_SOURCE = re.compile(r"\blaut (?:\w+ ){0,3}$")
"""Before a name that says so, and not what is told of."""
_DAY = (
    r"\b(?:[Bb]innen|[Ii]nnerhalb|[Ii]n) (?:eines Tages|(?:von |(?:den )?(?:vergangenen |letzten )?)24 Stunden)\b|"
    r"\b[Ss]eit dem Vortag\b"
)
_DAILY = re.compile(
    rf"{_DAY}|\b(?:[\w-]*[Nn]euinfektion\w*|neuen? (?:[\w-]+ )?"
    r"(?:[\w-]*[Ii]nfektionen|Ansteckungen|(?:[\w-]+-|Todes)?[Ff]älle))\b|"
    r"\b(?:vergangenen|letzten) (?:sieben|7) Tagen?\b|\b(?:Sieben|7)-Tage-|\b[Ii]nzidenz|\bR-Wert\b|"
    r"\bReproduktions(?:zahl|wert)|"
    r"\b[Ss]eit (?:dem )?(?:Beginn|Ausbruch) de[rs] [\w-]*(?:[Pp]andemie|[Ee]pidemie|[Kk]rise|[Vv]irus)\b|"
    r"\bGesamt(?:zahl de[rs] (?:[\w-]+ )?(?:Infi|Infe|Fälle)|infektionen)|\(Vortag\b"
)
"""Of what a number of one day tells, another each day: what is new, of the last days, or by now in all."""
_CASES = (
    {
        "dead": re.compile(
            r"\b(?:[Tt]ot(?:e[nrs]?)?|gestorben|starb(?:en)?|getötet|[Tt]odes\w+|umgekommen|ums Leben)\b"
        ),
        "hurt": re.compile("[Vv]erletz|[Vv]erwundet"),
        "ill": re.compile("[Ii]nfizier|[Aa]ngesteckt|[Ee]rkrank|[Nn]euinfektion|positiv getestet"),
        "well": re.compile("[Gg]enesen|[Gg]eheilt|überstanden"),
        "missing": re.compile("[Vv]ermisst"),
        "held": re.compile("[Ff]estgenommen|[Ff]estnahme|[Vv]erhaft|in Gewahrsam"),
        "homeless": re.compile("[Oo]bdachlos"),
    },
    {
        "in all": re.compile(r"\b(?:[Ss]eit (?:dem )?Beginn|[Ii]nsgesamt|[Bb]isher|Gesamt\w+)\b"),
        "new": re.compile(rf"{_DAY}|\bneue?n?\b"),
    },
    {
        "asked": re.compile("[Ff]order|[Vv]erlang"),
        "offered": re.compile(r"\b(?:an)?(?:ge)?b(?:ieten?|ietet|oten?|ot)\b|[Aa]ngebot"),
    },
)
"""What happens to people, since when it is counted, and whose figure it is in a dispute: one clause counts one case and
another the other."""
_SEXES = {
    "man": r"(?:der .*e|(?:den|(?:ein|sein|ihr)en) .*en|(?:dem|des|(?:ein|sein|ihr)e[ms]) .*Jährigen|.*er)",
    "woman": r"(?:(?:die|(?:ein|sein|ihr)e) .*e|(?:der|(?:ein|sein|ihr)er) .*en)",
}
_OF_SEX = {sex: re.compile(words, re.IGNORECASE) for sex, words in _SEXES.items()}
"""The last word before an age with it: "der 38-Jährige", "eine 34 Jahre alte" Frau."""
_AGE = re.compile("[Jj]ährige|Jahre (?:alt|jung)e")
_LAST_WORD = re.compile(r"\w* ?$")
_DIMENSIONS = {
    "height": "[Hh](?:och|oh|öhe)|[Tt]ief",
    "length": "[Ll][aä]ng",
    "width": "[Bb]reit",
    "distance": "[Ee]ntfern|Umkreis",
}
_DIMENSION_OF = {name: re.compile(rf"(?:{words})\w* von (?:[a-zäöüß]+ )?$") for name, words in _DIMENSIONS.items()}
_IN_DIMENSION = {name: re.compile(rf" (?:in (?:der|die) |weit )?(?:{words})") for name, words in _DIMENSIONS.items()}
"""What a length measures, before it and behind it: "auf einer Länge von 15 Metern", "15 Meter in die Tiefe"."""
_LENGTH = re.compile(r"\w*[Mm]etern?|[ckm]?m")
_CHANGE = re.compile(
    r"\b(?:um|(?:[Pp]lus|[Mm]inus|Anstieg|Rückgang|Zuwachs|Zunahme|Abnahme|Steigerung|Verlust) von)(?: [a-zäöüß]+)? $"
)
_MORE = re.compile(r" (?:mehr|weniger|höher|niedriger|größer|kleiner) als\b")
_FROM, _TO = re.compile(r"\bvon(?: [a-zäöüß]+)? $"), re.compile(r"\bauf(?: [a-zäöüß]+)? $")
_ON_TO = re.compile(r"(?: \w+){0,4} auf(?= \w)")
_EARLIER = r"\((?:am |im )?(?:Vor(?:tag|woche|monat|jahr|quartal)|zuvor|bisher)\b"
_WAS, _IS = re.compile(rf"{_EARLIER}:? (?:noch |bei )?$"), re.compile(rf"[^().;]{{0,30}} {_EARLIER}")
_BACK_THEN = re.compile(
    r"\b(?:[Ii]m (?:Vor(?:jahr|monat|quartal)\w*|(?:vergangenen|letzten) (?:Jahr|Monat|Quartal))|"
    r"[Vv]or (?:[a-zäöüß]+ ){1,2}Jahren|[Bb]islang|[Bb]isher|[Zz]uvor) (?:war|hatt|lag|betrug|kam)"
)
_INSTEAD = re.compile(r"\bstatt(?: bisher| zuvor| der)? $")
_THEN, _LAST = (
    re.compile(r",? nach(?: [a-zäöüß]+)? $"),
    re.compile(r"[^.;,]{0,40} (?:Vorjahr|Vormonat|Vorwoche|zuvor|im Jahr|20\d\d)"),
)
"""What stands right before or behind a number that is a change, what was before it, or what is after it: "stieg um 5
auf 20", "45 Cent mehr als zuvor", "von 15 im Vorjahr auf 20", "20 (Vortag: 15)", "20 statt 15", "nach 15 im
Vorjahr", "im Vorjahr waren es 15"."""
_TOO = re.compile(r"\b(?:auch|sogar|selbst)\s(?:noch\s)?(?:(?:am|an|im|in|zu|um|über)\s)?$")
"""Before a time that is one of several."""
_BACKGROUND = re.compile(
    r"(?:^|,\s)(?:(?:kurz|erst|noch|und|doch|aber|denn)\s)*(?:bevor|nachdem|ehe(?!\s(?:für|von|zwischen|mit|und|des|der)\b))\s[^,;:–]*$",
    re.IGNORECASE,
)
"""Before a time of what came before or after that which the sentence tells."""
_COMPARED = re.compile(r",\s(?:nach|statt)\s(?:[a-zäöüß]+\s)?\d[\d.,]*[^,;:]*$")
"""Before the time of a number that another is compared with: "20, nach 15 im Jahr 2024"."""
_THAN = re.compile(r"\b(?:mehr|weniger|[a-zäöüß]+er) als(?: noch)?(?: (?:am|im|in(?: der)?|vor|zu[mr]?))? $")
"""The same right before it: "weniger als im März"."""
_OF_ATTRIBUTE = re.compile(
    r"\b(?:d(?:er|ie|as|e[mns])|(?:k?ein|sein|ihr)e?[nrms]?|diese[nrms]?)\s(?:(?:erst|schon|bereits)\s)?(?:am|seit|im|vom|für|ab)(?:\sde[mnr])?\s$",
    re.IGNORECASE,
)
_ATTRIBUTE = re.compile(
    r"\s(?:(?!(?:mit|in|unter|nach|bei|für|auf|an|zu|d(?:ie|er|as|e[mn])|eine?[rnms]?)\s)[a-zäöüß]+\s){0,3}?"
    r"[a-zäöüß]+(?:t|en)e[nrms]?\s[A-ZÄÖÜ]"
)
"""What stands around a time that belongs to one noun: "das am Freitag begonnene Treffen"."""
_OF_NOUN, _TO_END = re.compile(r"\b[A-ZÄÖÜ]\w+ vom $"), re.compile(r"(?:, [\d.:]+ Uhr,?)? (?:bis|zum|an)\b")
"""The same behind the noun, "der Vorschlag vom Montag", and what makes it when something begins."""
_AGAIN = re.compile(
    r"\b(?:[Ee]rneut|[Aa]bermals|nochmals?|ein weiteres Mal|"
    r"zum (?!(?:aller)?(?:ersten|letzten)\b)(?:\w+en|\d+\.) Mal)\b"
)
"""What is told of something that happened before as well, at another time."""
_FORMERLY = re.compile(
    r"\b(?:[Ii]n (?:einer|der) (?:früheren|ersten|vorigen|vorherigen) (?:Meldung|Fassung|Version|Mitteilung)|"
    r"[Aa]nfangs|[Uu]rsprünglich|(?P<at_first>[Zz]unächst))\b"
)
_WAS_SAID = re.compile(
    r"\b(?:hatten?|war(?:en)?|worden|wurden?)\b.*\b(?:berichtet|gemeldet|gesprochen|die Rede|ausgegangen|genannt|"
    r"angegeben|mitgeteilt)\b"
)
_SAID = re.compile(r"\b(?:hieß|sprach(?:en)?|meldeten?)\b")
"""Beside a number that was said before and is not what the source says now: "hatten anfangs von zwölf gesprochen"."""
HAPPENED, SIDE, WEEKS = 0, len(_CASES), len(_CASES) + 1
"""Places of these among the groups of `cases_of`."""
BEFORE = "before"
WEEK, _YEARS = 7, 2000
"""Days from which a time is a period, and up to which the weeks of one count."""


def is_aside(value: Value, sentence: Sentence) -> bool:
    """Whether a number is what a rate is of or was said before, or a time is one more or of something else than the
    sentence tells: "gilt auch an Silvester", "das am Freitag begonnene Treffen", "nachdem er am Freitag gekommen war".
    """
    before = sentence.text[: value.start - sentence.start]
    if value.kind != "number":
        end = value.end - sentence.start
        near = before[-AROUND:]
        is_of_noun = (_OF_ATTRIBUTE.search(near) and _ATTRIBUTE.match(sentence.text, end)) or (
            value.kind == "time" and _OF_NOUN.search(near) and not _TO_END.match(sentence.text, end)
        )
        is_compared = _COMPARED.search(near) or _THAN.search(near)
        return bool(_TOO.search(near) or is_of_noun or is_compared or _BACKGROUND.search(before[-LONGEST:]))
    own = sentence.text[slice(*_own(value, sentence))]
    formerly = _FORMERLY.search(own)
    if formerly and (_WAS_SAID.search(own) or (_SAID.search(own) and not formerly["at_first"])):
        return True
    basis = _BASIS.search(before[-AROUND:])
    return bool(basis and (not basis["of"] or (_ROUND.fullmatch(value.value) and not _CHANGES.search(before))))


def clause(text: str, start: int, end: int) -> tuple[list[int], int]:
    """Where the clause of a value ends, and before that where it begins, behind where those before it in the sentence
    do."""
    borders = [0, *(match.end() for match in _BREAK.finditer(text, 0, start) if not match["one"])]
    behind = (match.start() for match in _BREAK.finditer(text, end) if not match["one"])
    return borders, next(behind, len(text))


def _own(value: Value, sentence: Sentence) -> Span:
    """Where in its sentence the clause of a value begins and ends; nowhere in a sentence that is too long for one."""
    if len(sentence.text) > LONGEST:
        return 0, 0
    borders, last = clause(sentence.text, value.start - sentence.start, value.end - sentence.start)
    return borders[-1], last


def beside(value: Value, sentence: Sentence, mentions: Iterable[Mention]) -> list[Mention]:
    """The mentions in the clause of a value, else in the nearest clause before it in its sentence that has any."""
    text = sentence.text
    if len(text) > LONGEST:
        return []
    borders, last = clause(text, value.start - sentence.start, value.end - sentence.start)
    told = [one for one in mentions if not _SOURCE.search(text[: one.start - sentence.start])]
    for first in reversed(borders):
        if found := [one for one in told if first <= one.start - sentence.start < last]:
            return found
    return []


def cases_of(value: Value, sentence: Sentence, periods: Iterable[Value]) -> tuple[frozenset[str], ...]:
    """What the clause of a value tells of, by group: of a number the cases of `_CASES`, its side, its weeks, whether it
    is the age of a man or a woman and what it measures, nothing where the words do not say; of a time whether something
    happens again, or once where no word says so.

    Args:
        periods: times of the sentence that are longer than some days.
    """
    of_clause = _side(value, sentence), _weeks(value, sentence, periods), _repetition(value, sentence)
    return *_cases(value, sentence), *of_clause, _sex(value, sentence), _dimension(value, sentence)


def _cases(value: Value, sentence: Sentence) -> tuple[frozenset[str], ...]:
    """The cases that the clause of a number tells of, none if it is no number."""
    if value.kind != "number":
        return tuple(frozenset() for _ in _CASES)
    own = _own(value, sentence)
    return tuple(
        frozenset(case for case, words in cases.items() if words.search(sentence.text, *own)) for cases in _CASES
    )


def _side(value: Value, sentence: Sentence) -> frozenset[str]:
    """Whether a number is a change, or what was before or is after one; empty if its words do not say."""
    if value.kind != "number":
        return frozenset()
    start, end = value.start - sentence.start, value.end - sentence.start
    before, behind = sentence.text[max(0, start - AROUND) : start], sentence.text[end : end + AROUND]
    sides = {
        "change": _CHANGE.search(before) or _MORE.match(behind),
        BEFORE: _WAS.search(before)
        or _INSTEAD.search(before)
        or _BACK_THEN.search(sentence.text, *_own(value, sentence))
        or (_THEN.search(before) and _LAST.match(behind))
        or (_FROM.search(before) and _ON_TO.match(behind)),
        "after": _TO.search(before) or _IS.match(behind),
    }
    return frozenset(side for side, found in sides.items() if found)


def is_speaking(value: Value, sentence: Sentence, quotes: Iterable[Quote]) -> bool:
    """Whether a time stands in the clause that says who speaks: "schrieb er am Dienstag"."""
    if value.kind != "time":
        return False
    own = _own(value, sentence)
    first, last = sentence.start + own[0], sentence.start + own[1]
    return any(
        quote.cue in sentence.text[slice(*own)] and not (quote.start < last and first < quote.end)
        for quote in quotes
        if quote.cue
    )


def _weeks(value: Value, sentence: Sentence, periods: Iterable[Value]) -> frozenset[str]:
    """The weeks of which the clause of a number tells, "im Juli waren es 300", but not of single days, which newer
    figures have."""
    if value.kind != "number":
        return frozenset()
    first, last = _own(value, sentence)
    told = [one for one in periods if first <= one.start - sentence.start < last and days_of(one) <= _YEARS]
    return frozenset(
        "{}-{}".format(*(date.fromisoformat(one.first) + timedelta(day)).isocalendar())
        for one in told
        for day in range(0, days_of(one), WEEK)
    )


def is_of_one_day(value: Value, sentence: Sentence) -> bool:
    """Whether a number is that of a day in a series, as what is new, or by now in all, of an epidemic: "351 neue Fälle
    innerhalb eines Tages"."""
    if value.kind != "number":
        return False
    day_before = sentence.text.endswith("(Vortag: ", 0, value.start - sentence.start)
    return day_before or bool(_DAILY.search(sentence.text, *_own(value, sentence)))


def _repetition(value: Value, sentence: Sentence) -> frozenset[str]:
    """Whether a time is when something happens again, or once: "erneut am Montag", "am Sonntag"."""
    if value.kind != "time":
        return frozenset()
    return frozenset({"again" if _AGAIN.search(sentence.text, *_own(value, sentence)) else "once"})


def _sex(value: Value, sentence: Sentence) -> frozenset[str]:
    """Whether a number is the age of a man or a woman, as far as its ending and the word before it say."""
    if value.kind != "number" or not _AGE.search(value.text):
        return frozenset()
    last = _LAST_WORD.search(sentence.text, 0, value.start - sentence.start)
    aged = (last[0] if last else "") + value.text
    return frozenset(sex for sex, words in _OF_SEX.items() if words.fullmatch(aged))


def _dimension(value: Value, sentence: Sentence) -> frozenset[str]:
    """What a length measures, as far as the words beside it say."""
    if value.kind != "number" or not _LENGTH.fullmatch(value.unit):
        return frozenset()
    start, end = value.start - sentence.start, value.end - sentence.start
    before, behind = sentence.text[max(0, start - AROUND) : start], sentence.text[end : end + AROUND]
    return frozenset(
        name for name in _DIMENSIONS if _DIMENSION_OF[name].search(before) or _IN_DIMENSION[name].match(behind)
    )


def days_of(value: Value) -> int:
    """How many days a time has."""
    return (date.fromisoformat(value.last) - date.fromisoformat(value.first)).days + 1
