"""The calendar: German names of its parts, and the days that a value in ISO 8601 or TimeML covers."""

import re
from datetime import date, timedelta

from dateutil.easter import easter

_MONTHS = """januar jänner jan|februar feber feb|märz mär mrz|april apr|mai|juni jun|juli jul|august aug
|september sept sep|oktober okt|november nov|dezember dez"""
_WEEKDAYS = "montag|dienstag|mittwoch|donnerstag|freitag|samstag sonnabend|sonntag"
MONTHS = {name: number for number, names in enumerate(_MONTHS.split("|"), 1) for name in names.split()}
WEEKDAYS = {name: number for number, names in enumerate(_WEEKDAYS.split("|")) for name in names.split()}
DAYS = {"vorgestern": -2, "gestern": -1, "heute": 0, "morgen": 1, "übermorgen": 2}
SEASONS = {"frühjahr": "SP", "frühling": "SP", "sommer": "SU", "herbst": "FA", "winter": "WI"}
"""German seasons, by the codes of TimeML."""
DAYPARTS = {
    "morgen": "MO",
    "früh": "MO",
    "vormittag": "MO",
    "mittag": "MI",
    "nachmittag": "AF",
    "abend": "EV",
    "nacht": "NI",
}
"""Parts of a day, by the codes of TimeML."""
SHIFTS = {
    "vergangen": -1,
    "letzt": -1,
    "vorig": -1,
    "zurückliegend": -1,
    "dies": 0,
    "laufend": 0,
    "heutig": 0,
    "kommend": 1,
    "nächst": 1,
    "folgend": 1,
    "vor": -1,
}
"""Words that say which one of many periods is meant, seen from the day of publication."""
_FEASTS = {
    "neujahr": (1, 1),
    "nikolaus": (12, 6),
    "heiligabend": (12, 24),
    "heiliger abend": (12, 24),
    "heiligen abend": (12, 24),
    "weihnachten": (12, 25),
    "silvester": (12, 31),
    "allerheiligen": (11, 1),
    "allerseelen": (11, 2),
    "dreikönigstag": (1, 6),
    "halloween": (10, 31),
    "maifeiertag": (5, 1),
    "martinstag": (11, 11),
    "neujahrstag": (1, 1),
    "nikolaustag": (12, 6),
    "reformationstag": (10, 31),
    "tag der deutschen einheit": (10, 3),
    "valentinstag": (2, 14),
} | {
    f"{number} weihnachts{day}": (12, 24 + i)
    for i, numbers in enumerate(("ersten erster 1.", "zweiten zweiter 2."), 1)
    for number in numbers.split()
    for day in ("tag", "feiertag")
}
_MOVABLE = {
    "palmsonntag": -7,
    "gründonnerstag": -3,
    "karfreitag": -2,
    "karsamstag": -1,
    "ostersamstag": -1,
    "ostersonntag": 0,
    "ostern": 0,
    "ostermontag": 1,
    "christi himmelfahrt": 39,
    "pfingsten": 49,
    "pfingstsonntag": 49,
    "pfingstmontag": 50,
    "fronleichnam": 60,
    "aschermittwoch": -46,
    "rosenmontag": -48,
}
FEASTS = (*_FEASTS, *_MOVABLE)
_ENDS = {"SP": (3, 5), "SU": (6, 8), "FA": (9, 11), "WI": (12, 2)}
_TENTHS = {"START": (1, 10), "MID": (11, 20), "END": (21, 31)}
_THIRDS = {"START": (1, 4), "MID": (5, 8), "END": (9, 12)}


def feast(name: str, year: int) -> date:
    """The day of the feast `name`, one of FEASTS, in a year."""
    if name in _FEASTS:
        return date(year, *_FEASTS[name])
    return easter(year) + timedelta(_MOVABLE[name])


def shifted(year: int, month: int, by: int) -> tuple[int, int]:
    """Year and month that lie `by` months away."""
    months = year * 12 + month - 1 + by
    return months // 12, months % 12 + 1


def covered(value: str, part: str = "") -> tuple[str, str]:
    """First and last day (ISO 8601) that a value covers, of a night both its days; empty where it names no days.

    Args:
        value: a day, week, weekend, month, season, quarter, half, year, decade or century, as TimeML writes them.
        part: START, MID or END where only the beginning, middle or end of a month or year is meant.
    """
    try:
        first, last = _bounds(value[:10] if re.match(r"\d{4}-\d\d-\d\d", value) else value, part)
        last += timedelta(value.endswith(f"T{DAYPARTS['nacht']}"))
    except (ValueError, KeyError, OverflowError):
        return "", ""
    return first.isoformat(), last.isoformat()


def _bounds(value: str, part: str) -> tuple[date, date]:
    if re.fullmatch(r"\d{4}-\d\d-\d\d", value):
        day = date.fromisoformat(value)
        return day, day
    if week := re.fullmatch(r"(\d{4})-W(\d\d)(-WE)?", value):
        monday = date.fromisocalendar(int(week[1]), int(week[2]), 1)
        return monday + timedelta(5 if week[3] else 0), monday + timedelta(6)
    if month := re.fullmatch(r"(\d{4})-(\d\d)", value):
        first, last = _months(int(month[1]), int(month[2]), int(month[2]))
        start, end = _TENTHS.get(part, (1, last.day))
        return first.replace(day=start), first.replace(day=min(end, last.day))
    if named := re.fullmatch(r"(\d{4})-(SP|SU|FA|WI|Q[1-4]|H[12])", value):
        code = named[2]
        length = {"Q": 3, "H": 6}.get(code[0], 0)
        start, end = _ENDS[code] if not length else (length * int(code[1]) - length + 1, length * int(code[1]))
        return _months(int(named[1]), start, end + 12 * (end < start))
    if re.fullmatch(r"\d{4}", value):
        return _months(int(value), *_THIRDS.get(part, (1, 12)))
    if re.fullmatch(r"\d{2,3}", value):
        return date(int(value.ljust(4, "0")), 1, 1), date(int(value.ljust(4, "9")), 12, 31)
    raise ValueError(value)


def _months(year: int, first: int, last: int) -> tuple[date, date]:
    after = date(*shifted(year, last, 1), 1)
    return date(year, first, 1), after - timedelta(1)
