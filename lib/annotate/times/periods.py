"""Weeks, weekends, months, seasons, quarters, years, decades and centuries, and times that are only vague."""

import re
from datetime import date, timedelta

from lib.annotate.numerals import spelled
from lib.annotate.times.calendar import MONTHS, SEASONS, SHIFTS, shifted
from lib.annotate.times.reading import (
    ALONE,
    FULL_MONTHS,
    FUTURE,
    MONTH,
    PAST,
    PRETERITE,
    RESOLVED,
    SHIFT,
    STATED,
    YEAR,
    Read,
    Reading,
    Rule,
    rule,
    sentence_around,
)
from lib.schema import GUESS

_MONTHS_BACK = 8  # a month without year that lies farther back may be of another year
_MONTHS_AWAY = 6  # one that lies farther back and is not told as past is nearer ahead
_SINCE = re.compile(r"\bseit (?:\w+ )?$", re.IGNORECASE)
_UNTIL = re.compile(r"\b(bis|ab) (?:zum |zur )?$", re.IGNORECASE)
_YEARS_AGO = re.compile(r"\bvor (\w+) jahr(?:en)?,? (?:im )?$", re.IGNORECASE)
_ONE = re.compile("eine[mr]", re.IGNORECASE)
_DUE = re.compile(
    r"\bsoll(?:en)?\b(?!.*\b(?:haben|worden|gewesen|ge\w+(?:t|en)\ssein)\b)|\bsteh(?:t|en)\b.*\b(?:an|bevor)(?=\s*(?:[,;]|$))"
)
"""What is planned: "soll im April kommen", "steht im April an", but not "soll im April gestorben sein"."""
_PARTS = {"anfang": "START", "beginn": "START", "mitte": "MID", "ende": "END"}
_EARLY = "(?:früh|hoch|spät)?"
"""Before a season: "im Spätsommer"."""
_AT = rf"(?P<part>{'|'.join(_PARTS)})s?"
_PART = rf"(?:(?P<part>{'|'.join(_PARTS)})\s+(?:de[rs]\s+)?)"
_LAST_CENTURY = 20
"""Of decades, from which on they are those of the last century: "die 80er-Jahre", "die 10er-Jahre"."""
_ORDINALS = {"erst": 1, "zweit": 2, "dritt": 3, "viert": 4}
_COUNTED = re.compile(
    r"\s+(?:(?:(?:bereits|schon|offiziell|positiv)\s+)?(?!d[ie]|ein|ihre|seine)[a-zäöüß]+(?:e|en|er)\s+)?[A-ZÄÖÜ][a-zäöüß]"
)
_SINCE_WHEN = re.compile(
    r"\s+(?:geboren|gegründet|gestorben|verstorben|erschienen|eröffnet|errichtet|erbaut|gebaut|gewählt|verabschiedet|"
    r"beschlossen|eingeführt|geschlossen)e[nmrs]?\s"
)
"""What happened in the year before it: "der 1989 geborene Berliner"."""
_YEAR_AND = re.compile(r"\b(?:1[89]|20)\d\d (?:und|bis) $")
"""Before the second of two years: "zwischen 2019 und 2022 falsche Rezepte"."""
_YEAR_BEFORE = re.compile(r"\bjahr(?:e[sn]?)?\s+$", re.IGNORECASE)
_NAMED_YEAR = re.compile(
    r"(?:\b(?:im|seit|von|bis|ab|gegenüber|anfang|mitte|ende|sommer|herbst|winter|frühjahr|frühling|sommers)|jahr(?:e[sn]?)?)\s+$",
    re.IGNORECASE,
)
_PRESENT = (
    "jetzt|bis heute|noch heute|heute noch|derzeit|derzeitige[nrsm]?|momentan|gegenwärtig|zurzeit|im moment|heutzutage"
)
_PAST = "damals|früher|in der vergangenheit"
_FUTURE = "in zukunft|für die zukunft"


def _part(match: re.Match[str]) -> str:
    return _PARTS.get((match.groupdict().get("part") or "").lower(), "")


def _month(match: re.Match[str], anchor: date | None) -> Reading | None:
    parts = match.groupdict()
    month, part = MONTHS[parts["month"].lower().rstrip(".")], _part(match)
    if parts.get("year"):
        return Reading(f"{parts['year']}-{month:02}", "month", STATED, part)
    if anchor is None:
        return Reading("", "month", "")
    shift = (parts.get("shift") or "").lower()
    if shift and "jahres" in match[0].lower():
        return Reading(f"{anchor.year + SHIFTS[shift]}-{month:02}", "month", RESOLVED, part)
    before, after = sentence_around(match.string, match.start(), match.end())
    told = before + after
    until = _UNTIL.search(before)
    lead = (parts.get("lead") or (until[1] if until else "")).lower()
    if ago := _YEARS_AGO.search(before):
        count = ago[1] if ago[1].isdigit() else 1 if _ONE.fullmatch(ago[1]) else spelled(ago[1].lower())
        return Reading(
            f"{anchor.year - int(count)}-{month:02}" if count else "", "month", RESOLVED if count else "", part
        )
    past, since = bool(PAST.search(told)), lead == "seit" or bool(_SINCE.search(before))
    if shift and not SHIFTS[shift]:
        return Reading(f"{anchor.year}-{month:02}", "month", RESOLVED, part)
    if shift:
        ahead, confidence = SHIFTS[shift] > 0, RESOLVED
    elif lead in ("bis", "ab"):
        past |= bool(PRETERITE.search(told))
        ahead, confidence = not (past and month <= anchor.month), GUESS if past else RESOLVED
    else:
        back = (anchor.month - month) % 12
        far = back > _MONTHS_AWAY and not (past or since or lead == "vom" or PRETERITE.search(told))
        ahead = not since and (far or bool((FUTURE.search(told) or _DUE.search(told)) and not past))
        confidence = GUESS if ahead or back > _MONTHS_BACK else RESOLVED
    year = anchor.year + (month < anchor.month if ahead else -(month > anchor.month))
    return Reading(f"{year}-{month:02}", "month", confidence, part)


def _season(match: re.Match[str], anchor: date | None) -> Reading | None:
    parts = match.groupdict()
    code, shift = SEASONS[match["season"].lower()], (parts.get("shift") or "").lower()
    if parts.get("year"):
        return Reading(f"{parts['year']}-{code}", "season", STATED)
    if anchor is None:
        return Reading("", "season", "")
    if parts.get("of_year"):
        return Reading(f"{anchor.year + SHIFTS[shift]}-{code}", "season")
    now = ["WI", "WI", "SP", "SP", "SP", "SU", "SU", "SU", "FA", "FA", "FA", "WI"][anchor.month - 1]
    order = ["SP", "SU", "FA", "WI"]
    year = anchor.year - (now == "WI" and anchor.month < 3)
    later = order.index(code) > order.index(now)
    before, after = sentence_around(match.string, match.start(), match.end())
    if not shift:
        told = before + after
        ahead = bool(FUTURE.search(told) and not PAST.search(told))
        back = later and bool(PAST.search(told))
        return Reading(f"{year + (not later and ahead and code != now) - back}-{code}", "season", GUESS)
    by = SHIFTS[shift]
    year += -(later or code == now) if by < 0 else (not later) if by > 0 else 0
    return Reading(f"{year}-{code}", "season")


def _quarter(match: re.Match[str], anchor: date | None) -> Reading | None:
    number = int(match["digit"]) if match["digit"] else _ORDINALS[match["ordinal"].lower()]
    half = match["length"].lower().startswith(("halb", "jahresh"))
    unit, code = ("half", f"H{number}") if half else ("quarter", f"Q{number}")
    if half and number > 2:
        return None
    if match["year"]:
        return Reading(f"{match['year']}-{code}", unit, STATED)
    if anchor is None:
        return Reading("", unit, "")
    year = anchor.year + (SHIFTS[match["shift"].lower()] if match["shift"] else 0)
    began = date(year, (6 if half else 3) * (number - 1) + 1, 1) <= anchor
    return Reading(f"{year - (not match['shift'] and not began)}-{code}", unit, RESOLVED if match["shift"] else GUESS)


def _year(match: re.Match[str], _: date | None) -> Reading | None:
    text, start, number = match.string, match.start(), int(match["year"])
    named = match["named"] or _NAMED_YEAR.search(text, max(0, start - 12), start)
    is_year = match["named"] or _YEAR_BEFORE.search(text, max(0, start - 12), start)
    is_second = _YEAR_AND.search(text, max(0, start - 12), start)
    counted = _COUNTED.match(text, match.end()) and not (_SINCE_WHEN.match(text, match.end()) or is_second)
    hundreds = number % 100 == 0
    if (number < 1400 and not is_year) or (not named and (counted or hundreds)) or (counted and hundreds):
        return None
    return Reading(match["year"], "year", STATED, _part(match))


def _period(match: re.Match[str], anchor: date | None) -> Reading | None:
    shift, period = SHIFTS[match["shift"].lower()], match["period"].lower()
    unit = next(u for u, names in _PERIODS.items() if period.startswith(names))
    if anchor is None:
        return Reading("", unit, "")
    if unit == "year":
        return Reading(f"{anchor.year + shift:04}", unit, RESOLVED, _part(match))
    if unit in ("week", "weekend"):
        back = shift
        if unit == "weekend" and shift == 0 and anchor.weekday() < 2:
            before, after = sentence_around(match.string, match.start(), match.end())
            ahead = before.casefold().endswith("für ") or FUTURE.search(before + after)
            back = 0 if ahead else -1  # "dieses Wochenende", told on a Monday, is over
        is_before = unit == "weekend" and shift > 0 and anchor.weekday() < 5
        if is_before and match["shift"].lower() == "kommend":
            back = 0  # "das kommende Wochenende" is that of this week; the next one may be
        year, week, _ = (anchor + timedelta(7 * back)).isocalendar()
        confidence = GUESS if is_before and back else RESOLVED
        return Reading(f"{year}-W{week:02}" + ("-WE" if unit == "weekend" else ""), unit, confidence)
    year, month = shifted(anchor.year, anchor.month, shift)
    return Reading(f"{year:04}-{month:02}", unit, RESOLVED, _part(match))


_PERIODS = {"weekend": "wochenende", "week": "woche", "month": "monat", "year": "jahr"}


def _weekend(match: re.Match[str], anchor: date | None) -> Reading | None:
    if anchor is None:
        return Reading("", "weekend", "")
    before, after = sentence_around(match.string, match.start(), match.end())
    told = before + after
    ahead = bool(FUTURE.search(told)) and not PAST.search(told)
    here = anchor.weekday() >= 5 or (ahead and anchor.weekday() < 5)
    year, week, _ = (anchor - timedelta(0 if here else 7)).isocalendar()
    return Reading(f"{year}-W{week:02}-WE", "weekend", RESOLVED if anchor.weekday() in (5, 6, 0) else GUESS)


def _decade(match: re.Match[str], _: date | None) -> Reading | None:
    words = match["decade"].lower()
    number = int(words) if words.isdigit() else int(spelled(words) or 0)
    if number % 10 or not (number < 100 or 1000 < number < 2100):
        return None
    if number > 100:
        return Reading(f"{number // 10}", "decade", STATED)
    of_which = 20 if number < _LAST_CENTURY else 19
    return Reading(f"{of_which}{number // 10}", "decade", RESOLVED if number > _LAST_CENTURY else GUESS)


def _century(match: re.Match[str], _: date | None) -> Reading | None:
    return Reading(f"{int(match['century']) - 1:02}", "century", STATED) if 10 <= int(match["century"]) <= 22 else None


def _this_year(match: re.Match[str], anchor: date | None) -> Reading | None:
    return Reading(f"{anchor.year:04}" if anchor else "", "year", RESOLVED if anchor else "", _part(match))


def _this_period(match: re.Match[str], anchor: date | None) -> Reading | None:
    """A part of the week, month or year of the publication: "Ende der Woche", "Monatsende", "zum Jahresende"."""
    name = match["period"].lower()
    unit = next(unit for unit, names in _PERIODS.items() if name.startswith(names))
    if anchor is None:
        return Reading("", unit, "")
    if unit == "week":
        year, week, _ = anchor.isocalendar()
        return Reading(f"{year}-W{week:02}", unit)
    part = _part(match)
    before, after = sentence_around(match.string, match.start(), match.end())
    is_past = bool(PAST.search(before + after)) and not (FUTURE.search(before + after) or _UNTIL.search(before))
    begins = date(anchor.year, _FIRST_MONTH[part], 1) if unit == "year" else anchor.replace(day=_FIRST_DAY[part])
    by = -1 if is_past and begins > anchor else 0  # "Ende des Monats wurde", told in its first days
    turns = unit == "year" and (part, anchor.month) in _TURNS
    confidence = GUESS if by or turns else RESOLVED
    if unit == "year":
        return Reading(f"{anchor.year + by:04}", unit, confidence, part)
    year, month = shifted(anchor.year, anchor.month, by)
    return Reading(f"{year:04}-{month:02}", unit, confidence, part)


_FIRST_MONTH, _FIRST_DAY = {"START": 1, "MID": 5, "END": 9}, {"START": 1, "MID": 11, "END": 21}
"""With which parts of a year and of a month begin."""
_TURNS = {("END", 1), ("END", 2), ("START", 11), ("START", 12)}
"""Parts of a year and months in which another year's may be meant."""


def _vague(code: str) -> Read:
    return lambda match, _: Reading(code, "vague", STATED)


_SEASON = rf"{_EARLY}(?P<season>{'|'.join(SEASONS)})s?(?![\w-])"
_TENS = "zwanzig|dreißig|vierzig|fünfzig|sechzig|siebzig|achtzig|neunzig"
_LEAD = r"(?P<lead>im|in|seit|bis|ab|vom|von|zwischen|und|zum)"
VAGUE: list[Rule] = [
    (rule(rf"(?<![\w-])(?:{_PRESENT})(?![\w-])"), _vague("PRESENT_REF")),
    (rule(rf"(?<![\w-])(?:{_PAST})(?![\w-])"), _vague("PAST_REF")),
    (rule(rf"(?<![\w-])(?:{_FUTURE})(?![\w-])"), _vague("FUTURE_REF")),
]
RULES: list[Rule] = [
    (rule(rf"\b{_PART}?{MONTH}\s+{YEAR}"), _month),
    (rule(rf"\b{_PART}?{MONTH}\s+(?:des\s+)?{SHIFT}\s+jahres\b"), _month),
    (rule(rf"\b{_PART}(?:{SHIFT}\s+)?{MONTH}"), _month),
    (rule(rf"\b{_LEAD}\s+(?P<span>(?P<month>{FULL_MONTHS})(?![\w-]))"), _month),
    (rule(rf"\b(?P<span>{SHIFT}\s+(?P<month>{FULL_MONTHS})(?![\w-]))"), _month),
    (
        rule(
            rf"\b(?P<digit>[1-4])?(?(digit)\.|(?P<ordinal>{'|'.join(_ORDINALS)})(?:e[nrs]?))\s+"
            r"(?P<length>(?:jahres)?quartals?|halbjahre?s?|jahreshälfte)(?!\s+(?:in\s+folge|hintereinander))"
            rf"(?:\s+(?:des\s+)?(?:jahres\s+)?(?:{YEAR}|{SHIFT}\s+jahres))?"
        ),
        _quarter,
    ),
    (rule(rf"\b{_SEASON}\s+{YEAR}"), _season),
    (rule(rf"\b{_SEASON}\s+(?P<of_year>(?:des\s+)?{SHIFT}\s+jahres\b)"), _season),
    (rule(rf"\b{SHIFT}\s+{_SEASON}"), _season),
    (rule(rf"\b(?:im|zum|seit dem|bis zum)\s+(?P<span>{_SEASON})"), _season),
    (rule(rf"\b{_PART}?{SHIFT}\s+(?P<period>jahr(?:es)?|monats?|woche|wochenendes?)\b"), _period),
    (rule(r"\b(?:am|übers?|zum)\s+(?P<span>wochenende)\b"), _weekend),
    (rule(rf"{ALONE}(?P<decade>(?:1[5-9]|20)?\d0|{_TENS})er(?:-|\s)?jahren?\b"), _decade),
    (rule(r"\b(?P<century>\d\d)\.\s+jahrhunderts?\b"), _century),
    (rule(rf"{ALONE}(?P<named>jahres){_AT}\s+{YEAR}"), _year),
    (rule(rf"{ALONE}{_PART}?(?P<named>jahr(?:e[ns]?|s)?\s+)?{YEAR}(?!/\d)"), _year),
    (rule(r"\b(?P<shift>vor)(?P<period>jahr)(?:es|s)?\b"), _period),
    (rule(r"\bheuer\b"), _this_year),
    (rule(rf"\b{_PART}jahres(?!\s+\d)(?![\w-])"), _this_year),
    (rule(rf"\b{_PART}(?P<period>monats|woche)(?![\w-])"), _this_period),
    (rule(rf"{ALONE}(?!wochenende)(?P<period>jahres|monats|wochen){_AT}(?![\w-])"), _this_period),
]
