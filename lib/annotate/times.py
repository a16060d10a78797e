"""Dates in German text, as ISO 8601 days, weeks, months or years.

What depends on the day of publication is resolved against it as news are written: a weekday or a month without year is
the last one before it unless the words beside it point ahead; a day and month without year are the nearest. Where that
leaves doubt the value stays empty.
"""

import re
from collections.abc import Callable
from datetime import date, timedelta
from typing import NamedTuple

from lib.annotate.calendar import DAYS, MONTHS, WEEKDAYS

_NEAR = timedelta(92)  # a day and month without year farther from the publication may be of another year
_MONTHS_BACK = 8  # so may a month without year that lies farther back
_SHIFTS = {"vergangen": -1, "letzt": -1, "vorig": -1, "dies": 0, "laufend": 0, "kommend": 1, "nächst": 1, "vor": -1}
_SHIFT = rf"(?P<shift>{'|'.join(_SHIFTS)})(?:e[nrsm]?)"
_FULL = "|".join(name for name in MONTHS if len(name) > 4 or name in ("mai", "juni", "juli", "märz"))
_MONTH = rf"(?P<month>(?:{_FULL})(?![\w-])|(?:{'|'.join(MONTHS)})(?:\.|(?![\w-])))"
_FULL_MONTH = rf"(?P<month>{_FULL})(?![\w-])"
_WEEKDAY = rf"(?P<weekday>{'|'.join(WEEKDAYS)})(?:vormittag|nachmittag|abend|morgen|nacht|mittag)?(?![\w-])"
_DAY = r"(?P<day>0?[1-9]|[12]\d|3[01])\."
_YEAR = r"(?P<year>(?:1[4-9]|20)\d\d)(?![\w%‰°€$]|[.,]\d|-[^\W\d]|\s*(?:%|€|\$))"
_ALONE = r"(?<![\w.,/:#§-])"
_UNTIL = re.compile(r"\b(?:bis|ab)(?: zum)? $", re.IGNORECASE)
_FUTURE = re.compile(r"\b(?:wird|werden)\b")
_PAST = re.compile(r"\b(?:wurden?|hatten?|hat|haben|waren?)\b")
_COUNTED = re.compile(r"\s+(?:(?!d[ie]|ein|ihre|seine)[a-zäöüß]+(?:e|en|er)\s+)?[A-ZÄÖÜ][a-zäöüß]")
_NAMED_YEAR = re.compile(
    r"(?:\b(?:im|seit|von|bis|ab|anfang|mitte|ende|sommer|herbst|winter|frühjahr|frühling|sommers)|jahr(?:e[sn]?)?)\s+$",
    re.IGNORECASE,
)
_SURNAME = re.compile(r"(?:(?<![.!?:\n] )(?<!^)\b[A-ZÄÖÜ]\w+|\b(?:Herrn?|Frau)) $", re.MULTILINE)


class Time(NamedTuple):
    """A date in a text; `value` is empty where the text does not say which, `unit` is day, week, month or year."""

    start: int
    end: int
    value: str
    unit: str


Read = Callable[[re.Match[str], date | None], tuple[str, str] | None]


def find(text: str, published: str) -> list[Time]:
    """Dates in `text` in order; those relative to the publication (ISO 8601) have no value where it is empty."""
    try:
        anchor = date.fromisoformat(published[:10])
    except ValueError:
        anchor = None
    found: list[Time] = []
    taken = bytearray(len(text))
    for pattern, read in _RULES:
        for match in pattern.finditer(text):
            start, end = match.span("span") if "span" in pattern.groupindex else match.span()
            value = None if any(taken[start:end]) else read(match, anchor)
            if value is not None:
                found.append(Time(start, end, *value))
                taken[start:end] = b"\1" * (end - start)
    return sorted(found)


def _day(match: re.Match[str], anchor: date | None) -> tuple[str, str] | None:
    parts = match.groupdict()
    month = MONTHS.get(parts["month"].lower().rstrip("."), 0) or int(parts["month"])
    year, day = parts.get("year"), int(parts["day"])
    if year:
        full = int(year) + (0 if len(year) == 4 else 2000 if int(year) < 50 else 1900)
        return (_iso(full, month, day), "day") if _iso(full, month, day) else None
    if anchor is None or not _iso(2000, month, day):
        return ("", "day") if _iso(2000, month, day) else None
    for shift in (-1, 0, 1):
        iso = _iso(anchor.year + shift, month, day)
        if iso and abs(date.fromisoformat(iso) - anchor) <= _NEAR:
            past = date.fromisoformat(iso) <= anchor
            return iso if past or not _PAST.search(match.string[match.end() : match.end() + 40]) else "", "day"
    return "", "day"


def _iso(year: int, month: int, day: int) -> str:
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return ""


def _month(match: re.Match[str], anchor: date | None) -> tuple[str, str] | None:
    parts = match.groupdict()
    month = MONTHS[parts["month"].lower().rstrip(".")]
    if parts.get("year"):
        return f"{parts['year']}-{month:02}", "month"
    if anchor is None:
        return "", "month"
    shift = parts.get("shift")
    if shift and match.re is _MONTH_OF_YEAR:
        return f"{anchor.year + _SHIFTS[shift.lower()]}-{month:02}", "month"
    ahead = _SHIFTS[shift.lower()] > 0 if shift else parts["lead"].lower() in ("bis", "ab")
    year = anchor.year + (month < anchor.month if ahead else -(month > anchor.month))
    unsure = not (shift or ahead) and (anchor.month - month) % 12 > _MONTHS_BACK
    return "" if unsure else f"{year}-{month:02}", "month"


def _weekday(match: re.Match[str], anchor: date | None) -> tuple[str, str] | None:
    text, start = match.string, match.start()
    if _SURNAME.search(text[max(0, start - 30) : start]):
        return None
    if anchor is None:
        return "", "day"
    number, shift = WEEKDAYS[match["weekday"].lower()], (match["shift"] or "").lower()
    if match["week"]:
        monday = anchor - timedelta(anchor.weekday()) + timedelta(7 * _SHIFTS[match["week"].lower()])
        return (monday + timedelta(number)).isoformat(), "day"
    back = (anchor.weekday() - number) % 7
    if shift in ("kommend", "nächst"):
        return (anchor + timedelta((number - anchor.weekday() - 1) % 7 + 1)).isoformat(), "day"
    if (shift == "dies" and back > max(1, anchor.weekday())) or (
        not shift and back and _is_ahead(text, start, match.end())
    ):
        back -= 7
    elif shift in ("vergangen", "letzt", "vorig") and not back:
        back = 7
    return (anchor - timedelta(back)).isoformat(), "day"


def _is_ahead(text: str, start: int, end: int) -> bool:
    before = re.split(r"[.!?\n]", text[max(0, start - 60) : start])[-1]
    sentence = before + re.split(r"[.!?\n]", text[end : end + 40])[0]
    return bool(_UNTIL.search(before)) or bool(_FUTURE.search(sentence) and not _PAST.search(sentence))


def _year(match: re.Match[str], _: date | None) -> tuple[str, str] | None:
    text, start = match.string, match.start()
    named = _NAMED_YEAR.search(text, max(0, start - 12), start)
    counted = _COUNTED.match(text, match.end())
    if (not named and (counted or int(match["year"]) % 100 == 0)) or (counted and int(match["year"]) % 100 == 0):
        return None
    return match["year"], "year"


def _relative_day(match: re.Match[str], anchor: date | None) -> tuple[str, str] | None:
    if match[0] == "Morgen":
        return None
    return (anchor + timedelta(DAYS[match["relative"].lower()])).isoformat() if anchor else "", "day"


def _period(match: re.Match[str], anchor: date | None) -> tuple[str, str] | None:
    shift, period = _SHIFTS[match["shift"].lower()], match["period"].lower()
    unit = "year" if period.startswith("jahr") else "month" if period.startswith("monat") else "week"
    if anchor is None:
        return "", unit
    if unit == "year":
        return f"{anchor.year + shift:04}", unit
    if unit == "week":
        year, week, _ = (anchor + timedelta(7 * shift)).isocalendar()
        return f"{year}-W{week:02}", unit
    months = anchor.year * 12 + anchor.month - 1 + shift
    return f"{months // 12:04}-{months % 12 + 1:02}", unit


def _rule(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern.replace(r"\s", r"[^\S\n]"), re.IGNORECASE)  # no date reaches over the end of a line


_NUMERIC = r"(?P<month>0?[1-9]|1[0-2])"
_NAMED = rf"(?:{_WEEKDAY},?\s+(?:den\s+|dem\s+)?)?"
_MONTH_OF_YEAR = _rule(rf"\b{_MONTH}\s+(?:des\s+)?{_SHIFT}\s+jahres\b")
_RULES: list[tuple[re.Pattern[str], Read]] = [
    (_rule(rf"{_ALONE}(?P<year>\d{{4}})-(?P<month>\d\d)-(?P<day>\d\d)(?![\w-])"), _day),
    (_rule(rf"{_ALONE}{_DAY}\s?{_NUMERIC}\.\s?(?P<year>(?:1[4-9]|20)\d\d|\d\d(?!\d))(?!\w|\.\d)"), _day),
    (_rule(rf"\b(?:am|vom|bis|zum|dem|den|seit|ab)\s+(?P<span>{_DAY}{_NUMERIC}\.)(?!\d)"), _day),
    (_rule(rf"{_ALONE}{_NAMED}{_DAY}\s?{_MONTH}\s+{_YEAR}"), _day),
    (_rule(rf"{_ALONE}{_NAMED}{_DAY}\s?{_MONTH}"), _day),
    (
        _rule(
            rf"{_ALONE}(?P<span>{_DAY})(?=\s?(?:bis|und|oder|auf|[-–])(?:\s+(?:zum|den|dem))?\s?\d\d?\.\s?{_MONTH}"
            rf"(?:\s+{_YEAR})?)"
        ),
        _day,
    ),
    (_rule(rf"\b{_MONTH}\s+{_YEAR}"), _month),
    (_MONTH_OF_YEAR, _month),
    (_rule(rf"\b(?:(?P<lead>im|in|seit|bis|ab|anfang|mitte|ende|und)\s+)(?P<span>{_FULL_MONTH})"), _month),
    (_rule(rf"\b(?P<span>{_SHIFT}\s+{_FULL_MONTH})"), _month),
    (_rule(rf"\b(?:{_SHIFT}\s+)?{_WEEKDAY}(?:\s+(?P<week>{'|'.join(_SHIFTS)})er\s+woche\b)?"), _weekday),
    (_rule(rf"\b{_SHIFT}\s+(?P<period>jahr(?:es)?|monats?|woche)\b"), _period),
    (_rule(rf"{_ALONE}{_YEAR}(?!/\d)"), _year),
    (
        _rule(
            r"\b(?P<relative>vorgestern|gestern|heute|übermorgen|(?-i:morgen))(?:\s+(?:früh|abend|morgen|vormittag|mittag"
            r"|nachmittag|nacht))?(?![\w-])"
        ),
        _relative_day,
    ),
    (_rule(r"\b(?P<shift>vor)(?P<period>jahr)(?:es|s)?\b"), _period),
]
