"""Days: in figures, with the month's name, weekdays, feasts, and those counted from the publication."""

import re
from datetime import date, timedelta

from lib.annotate.times.calendar import DAYPARTS, DAYS, FEASTS, MONTHS, SHIFTS, WEEKDAYS, feast
from lib.annotate.times.reading import (
    ALONE,
    END,
    FUTURE,
    MONTH,
    PAST,
    PRETERITE,
    RESOLVED,
    SHIFT,
    STATED,
    YEAR,
    Reading,
    Rule,
    rule,
    sentence_around,
)
from lib.schema import GUESS

_NEAR = timedelta(92)  # a day and month without year farther from the publication may be of another year
_DAYPART = rf"(?P<daypart>{'|'.join(DAYPARTS)})"
_WEEKDAY = rf"(?P<weekday>{'|'.join(WEEKDAYS)})(?:\s?{_DAYPART})?(?![\w-])"
_DAY = r"(?P<day>0?[1-9]|[12]\d|3[01])\."
_NO_COUNT = r"(?!1[0-3]\d\d\s(?-i:[A-ZÄÖÜ])|(?:1[4-9]|20)00\s(?-i:[A-ZÄÖÜ])[\w-]*(?:en|e|er|Euro)\b)"
"""A year, not "ab dem 1. Oktober 1000 Personen"."""
_SUBJECT = re.compile(r"(?<!heute, )(?<!Tag, )\bder $", re.IGNORECASE)
_ARTICLE = 12  # characters before a day in which its article stands
_UNTIL = re.compile(r"\b(?:bis|ab)(?: zum)? $", re.IGNORECASE)
_FROM, _ON_FROM = re.compile(r"\bvo[nm] $", re.IGNORECASE), re.compile(r" an\b")
"""Before and behind a day: "von Sonntag an"."""
_HAPPENED, _WAS = re.compile(r"\bAm $"), re.compile(r" (?:wurden?|hatten?)\b")
"""Before and behind a day that has passed: "Am 3. Mai wurde"; but "Am 3. Mai war noch nichts geplant"."""
_IF = re.compile(r"\b(?:wenn|falls|sollten?)\b", re.IGNORECASE)
"""Before a day that is ahead, in whatever tense: "Wenn sie am 20. März nichts vorlegten"."""
_SINCE = re.compile(r"\b[Ss]eit(?: dem)? $")
_DONE, _OVER_BY = re.compile(r"\b(?:wurden?|war(?:en)?|hatten?)\b"), re.compile(r"\bworden\b")
"""What had been done until a day: "Bis Montag waren es 13", "sind bis Montag 13 gezählt worden"."""
_FOR, _PLANNED = (
    re.compile(r"\b(?:[Ff]ür|auf)(?: den| diesen)? $"),
    re.compile(
        r"geplant|angesetzt|vorgesehen|angekündigt|anberaumt|angemeldet|aufgerufen|einberufen|verschoben|vertagt|"
        r"verlegt|^ (?:ist|sind)\b"
    ),
)
"""Before and behind a day for which something is planned: "Für Samstag ist ein Umzug angemeldet"."""
_WAS_PLANNED = re.compile(r"\b(?:gewesen|worden) war(?:en)?\b")
_MEANT = re.compile(r"\b(?:will|wollen|soll|sollen|darf|dürfen|muss|müssen)\b")
"""What somebody means or has to do lies ahead: "will am Samstag demonstrieren"."""
_REPORTED = re.compile(r"\b\w+(?:t|en) (?:haben|sein)\b|\bworden\b")
"""But not what he is said to have done: "soll am Samstag geklagt haben"."""
_OVER = re.compile(rf"{PAST.pattern}|\b(?:hätten?|wären?)\b")
_DECIDED = re.compile(r" [a-zäöüß]+(?:te|ene)[nrs]? [A-ZÄÖÜ]")
"""Nor what was done on the day and has to do with it: "Nach den am Freitag beschlossenen Regeln dürfen ..."."""
_ON = re.compile(r"(?<!\bwie )\b(?:am|ab|von|zum)(?: \w+en)? $", re.IGNORECASE)
_LONG_AGO = 3
"""Days after which news are told in the present only if they are of the week that comes."""
_COMING = re.compile(
    r"\b(?:beginn|start|find|tritt|tret|end|öffn|schließ|triff|treff|gilt|gelt|entscheid|komm|geh|spiel|läuft|lauf|berät|berat"
    r"|reis|folg|wähl|stimm|tag|streik|zeig|regn|befass|empfäng|empfang|erreich|eröffn)(?:e?t|en)?\b"
)
_BRACKETS = rule(
    rf"(?:\s(?:bis|und)\s(?:{'|'.join(WEEKDAYS)}))?\s\("
    rf"(?:(?P<first>\d\d?)\.\s?(?:bis|und|[-–])\s?)?(?P<last>\d\d?)\.\s?{MONTH}\)"
)
_QUOTED = re.compile(r"[:„“”\"»«]")
"""Behind it somebody speaks of another day: "sagte Holm am Mittwoch: „Es wird reichen“"."""
_SURNAME = re.compile(r"(?:(?<![.!?:\n] )(?<!^)\b[A-ZÄÖÜ]\w+|\b(?:Herrn?|Frau)) $", re.MULTILINE)


def _named_behind(text: str, end: int, anchor: date, weekday: int) -> date | None:
    """The day with this number (Monday is 0) that stands in brackets behind a weekday: "Montag bis Freitag (7. bis 11.
    Mai)"."""
    brackets = _BRACKETS.match(text, end)
    if not brackets:
        return None
    month = MONTHS[brackets["month"].lower().rstrip(".")]
    for number in (brackets["first"], brackets["last"]):
        iso = [_iso(anchor.year + by, month, int(number)) for by in (-1, 0, 1)] if number else []
        for found in sorted(map(date.fromisoformat, filter(None, iso)), key=lambda day: abs(day - anchor)):
            if found.weekday() == weekday:
                return found
    return None


def _day(match: re.Match[str], anchor: date | None) -> Reading | None:
    parts = match.groupdict()
    month = MONTHS.get(parts["month"].lower().rstrip("."), 0) or int(parts["month"])
    year, day = parts.get("year"), int(parts["day"])
    if year:
        full = int(year) + (0 if len(year) == 4 else 2000 if int(year) < 50 else 1900)
        return Reading(_iso(full, month, day), "day", STATED) if _iso(full, month, day) else None
    if not _iso(2000, month, day):
        return None
    if anchor is None:
        return Reading("", "day", "")
    if shift := parts.get("shift"):
        return Reading(_iso(anchor.year + SHIFTS[shift.lower()], month, day), "day")
    before, after = sentence_around(match.string, match.start(), match.end())
    bare = bool(_SUBJECT.search(match.string, max(0, match.start() - _ARTICLE), match.start()))
    told = before + after
    if _SINCE.search(before):
        past = max(iso for by in range(-4, 1) if (iso := _iso(anchor.year + by, month, day)) <= anchor.isoformat())
        sure = past and anchor - date.fromisoformat(past) <= _NEAR
        return Reading(past, "day", RESOLVED if sure else GUESS if past else "")
    is_over = bool(PAST.search(told) or PRETERITE.search(told)) and not FUTURE.search(told)
    is_past = bool(PAST.search(after[:40])) and not _IF.search(before)
    behind = _HAPPENED.search(before) and _WAS.match(after)
    ahead = timedelta() if behind else _NEAR if is_over else timedelta.max
    return _nearest(anchor, month, day, ahead=ahead, told_as_past=is_past, bare=bare)


def _nearest(anchor: date, month: int, day: int, *, ahead: timedelta, told_as_past: bool, bare: bool) -> Reading:
    """The nearest day of this month, or the last one where the nearest lies farther `ahead`; a guess if another year's
    is not much farther, if it should have passed, or if the day itself is told of (`bare`): "Der 11. September"."""
    days = [date.fromisoformat(iso) for by in range(-4, 5) if (iso := _iso(anchor.year + by, month, day))]
    near = min(days, key=lambda found: abs(found - anchor))
    sure = abs(near - anchor) <= _NEAR and not (told_as_past and near > anchor) and not bare
    if near - anchor > ahead:
        near = max(found for found in days if found <= anchor)
    return Reading(near.isoformat(), "day", RESOLVED if sure else GUESS)


def _iso(year: int, month: int, day: int) -> str:
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return ""


def _weekday(match: re.Match[str], anchor: date | None) -> Reading | None:
    text, start = match.string, match.start()
    if _SURNAME.search(text[max(0, start - 30) : start]):
        return None
    unit, code = _part_of_day(match)
    if anchor is None:
        return Reading("", unit, "")
    number, shift = WEEKDAYS[match["weekday"].lower()], (match["shift"] or "").lower()
    if match["week"]:
        monday = anchor - timedelta(anchor.weekday()) + timedelta(7 * SHIFTS[match["week"].lower()])
        return Reading((monday + timedelta(number)).isoformat() + code, unit)
    if named := _named_behind(text, match.end(), anchor, number):
        return Reading(named.isoformat() + code, unit)
    back = (anchor.weekday() - number) % 7
    if shift in ("kommend", "nächst", "folgend"):
        return Reading((anchor + timedelta((number - anchor.weekday() - 1) % 7 + 1)).isoformat() + code, unit)
    span = text, start, match.end()
    if (shift == "dies" and back > max(1, anchor.weekday())) or (
        not shift and back and (_is_ahead(*span) or (back >= _LONG_AGO and _is_coming(*span)))
    ):
        back -= 7
    elif SHIFTS.get(shift) == -1 and not back:
        back = 7
    return Reading((anchor - timedelta(back)).isoformat() + code, unit)


def _part_of_day(match: re.Match[str]) -> tuple[str, str]:
    """The precision of a day that may have a part of it ("Montagabend"), and what that adds to the value."""
    part = match["daypart"]
    return ("part of day", "T" + DAYPARTS[part.lower()]) if part else ("day", "")


def _is_ahead(text: str, start: int, end: int) -> bool:
    """Whether a weekday lies ahead, by the verbs of its clause or, if there is none, of its sentence."""
    before, after = sentence_around(text, start, end)
    after = _QUOTED.split(after[:40])[0]
    clause, sentence = before.rpartition(",")[2] + after.partition(",")[0], before + after
    stop = END.search(text, end)
    rest = text[end : stop.start() if stop else len(text)]
    if _SINCE.search(before) or _DECIDED.match(after):
        return False
    if _UNTIL.search(before) or (_FROM.search(before) and _ON_FROM.match(after)):
        return not (_DONE.search(clause) or PRETERITE.search(clause) or _OVER_BY.search(rest))
    if _FOR.search(before) and _PLANNED.search(after):
        return not _WAS_PLANNED.search(after)
    if _MEANT.search(clause) and _ON.search(before) and not _OVER.search(clause):
        return not _REPORTED.search(rest)
    told = clause if FUTURE.search(clause) or PRETERITE.search(clause) else sentence
    return bool(FUTURE.search(told) and not PAST.search(told))


def _is_coming(text: str, start: int, end: int) -> bool:
    """Whether what happens on a weekday is told in the present: "Am Montag beginnt die Schule"."""
    before, after = sentence_around(text, start, end)
    clause = before.rpartition(",")[2] + _QUOTED.split(after)[0].partition(",")[0]
    happens = _COMING.search(clause) or _PLANNED.search(clause)
    return bool(happens and _ON.search(before) and not (_OVER.search(clause) or PRETERITE.search(clause)))


def _counted(match: re.Match[str], anchor: date | None) -> Reading | None:
    if match["relative"] == "Morgen":
        return None
    unit, code = _part_of_day(match)
    if anchor is None:
        return Reading("", unit, "")
    by = DAYS[match["relative"].lower()]
    told = "".join(sentence_around(match.string, *match.span()))
    if by == 0 and code.endswith(DAYPARTS["nacht"]) and PAST.search(told):
        by = -1  # "Heute Nacht hat es gebrannt"
    return Reading((anchor + timedelta(by)).isoformat() + code, unit)


def _night(match: re.Match[str], anchor: date | None) -> Reading | None:
    """The night that begins on the evening before the day that is named."""
    read = _weekday if match.groupdict().get("weekday") else _day
    reading = read(match, anchor)
    if reading is None or not reading.value:
        return reading and reading._replace(unit="part of day")
    evening = date.fromisoformat(reading.value) - timedelta(1)
    return reading._replace(value=f"{evening}T{DAYPARTS['nacht']}", unit="part of day")


def _feast(match: re.Match[str], anchor: date | None) -> Reading | None:
    name = match["feast"].lower()
    if match["year"]:
        return Reading(feast(name, int(match["year"])).isoformat(), "day", STATED)
    if anchor is None:
        return Reading("", "day", "")
    if match["shift"]:
        days = sorted(feast(name, anchor.year + by) for by in (-1, 0, 1))
        ahead = SHIFTS[match["shift"].lower()] > 0
        near = next(d for d in days if d > anchor) if ahead else [d for d in days if d <= anchor][-1]
        return Reading(near.isoformat(), "day")
    near = min((feast(name, anchor.year + by) for by in (-1, 0, 1)), key=lambda found: abs(found - anchor))
    return Reading(near.isoformat(), "day", RESOLVED if abs(near - anchor) <= _NEAR else GUESS)


_NIGHT = r"(?<![\w-])nacht\s+(?:vo[mn]\s+[\w. ]{2,24}?\s)?(?:zum?|auf(?:\s+den)?)\s+"
_NUMERIC = r"(?P<month>0?[1-9]|1[0-2])"
_NAMED = rf"(?:(?:{'|'.join(WEEKDAYS)})(?:{'|'.join(DAYPARTS)})?,?\s+(?:den\s+|dem\s+|der\s+)?)?"
_NO_PLACE = "(?<!platz des )(?<!straße des )(?<!allee des )"
RULES: list[Rule] = [
    (rule(rf"{_NIGHT}{_NAMED}{_DAY}\s?{MONTH}(?:\s+{YEAR})?"), _night),
    (rule(rf"{ALONE}(?P<year>\d{{4}})-(?P<month>\d\d)-(?P<day>\d\d)(?![\w-])"), _day),
    (rule(rf"{ALONE}{_NAMED}{_DAY}\s?{_NUMERIC}\.\s?(?P<year>(?:1[4-9]|20)\d\d|\d\d(?!\d))(?!\w|\.\d)"), _day),
    (rule(rf"{ALONE}(?=[a-z]){_NAMED}{_DAY}\s?{_NUMERIC}\.(?!\d)"), _day),
    (rule(rf"\b(?:am|vom|bis|zum|dem|den|seit|ab)\s+(?P<span>{_DAY}\s?{_NUMERIC}\.)(?!\d)"), _day),
    (
        rule(
            rf"(?<=[a-zäöüß]\s\()(?<!kapitel\s\()(?<!version\s\()(?<!abschnitt\s\()(?P<span>{_DAY}\s?{_NUMERIC}\.)(?=\))"
        ),
        _day,
    ),
    (rule(rf"(?<![^\n])(?P<span>(?P<day>[12]\d|3[01])\.\s?{_NUMERIC}\.)(?=:)"), _day),
    (rule(rf"{ALONE}{_NAMED}{_DAY}\s?{MONTH}\s+{_NO_COUNT}{YEAR}"), _day),
    (rule(rf"{ALONE}{_NAMED}{_DAY}\s?{MONTH}\s+(?:des\s+)?{SHIFT}\s+jahres\b"), _day),
    (rule(rf"{ALONE}{_NO_PLACE}{_NAMED}{_DAY}\s?{MONTH}"), _day),
    (
        rule(
            rf"\b(?:am|vom|bis|zum|dem|den|seit|ab)\s+(?P<span>{_DAY}?\s{MONTH}"
            rf"(?:\s+{_NO_COUNT}{YEAR}|\s+(?:des\s+)?{SHIFT}\s+jahres\b)?)"
        ),
        _day,
    ),
    (
        rule(
            rf"{ALONE}(?P<span>{_DAY})(?=\s?(?:bis|und|oder|auf|[-–])(?:\s+(?:zum|den|dem))?\s?\d\d?\.\s?{MONTH}"
            rf"(?:\s+{YEAR})?)"
        ),
        _day,
    ),
    (rule(rf"{_NIGHT}(?:{SHIFT}\s+)?(?P<weekday>{'|'.join(WEEKDAYS)})(?P<daypart>)(?P<week>)(?![\w-])"), _night),
    (rule(rf"\b(?:{SHIFT}\s+)?(?P<feast>{'|'.join(FEASTS)})(?:\s+{YEAR})?(?![\w-])"), _feast),
    (
        rule(rf"\b(?:{SHIFT}\s+)?{_WEEKDAY}(?:\s+(?:(?:in\s+)?der\s+)?(?P<week>{'|'.join(SHIFTS)})e[rn]\s+woche\b)?"),
        _weekday,
    ),
    (
        rule(rf"\b(?P<relative>vorgestern|gestern|heute|übermorgen|(?-i:morgen))(?:\s+{_DAYPART})?(?![\w-])"),
        _counted,
    ),
]
