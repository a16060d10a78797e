"""Lengths of time, what recurs, and points that are said by their distance ("vor drei Jahren")."""

import re
from datetime import date, timedelta
from decimal import Decimal

from lib.annotate.approximation import APPROXIMATION
from lib.annotate.numerals import spelled
from lib.annotate.times.calendar import covered, shifted
from lib.annotate.times.reading import ALONE, RESOLVED, STATED, Reading, Rule, rule
from lib.annotate.units import age_in_words

_UNITS = {
    "sekunde": ("PT{}S", "second"),
    "minute": ("PT{}M", "minute"),
    "stunde": ("PT{}H", "hour"),
    "tag": ("P{}D", "day"),
    "nacht": ("P{}NI", "night"),
    "nächte": ("P{}NI", "night"),
    "wochenende": ("P{}WE", "weekend"),
    "woche": ("P{}W", "week"),
    "monat": ("P{}M", "month"),
    "quartal": ("P{}Q", "quarter"),
    "jahrzehnt": ("P{}DE", "decade"),
    "jahrhundert": ("P{}CE", "century"),
    "jahr": ("P{}Y", "year"),
}
"""By the beginning of the German word: the form of the value, and the name of the unit."""
_DAYS = {"day": 1, "week": 7}
_MONTHS = {"month": 1, "year": 12, "decade": 120, "century": 1200}
_ONE = "ein|eine|einem|einen|einer|eines"
_SOME = "einigen?|mehreren?|wenigen?|vielen?|ein paar|etlichen?|langen?|zahlreichen?"
_NUMBER = rf"(?P<number>\d{{1,4}}(?:,\d)?|{_SOME}|{_ONE}|(?!(?:der|die|und|am|im)\b)[a-zäöüß]{{3,24}})"
_UNIT = (
    r"(?P<unit>sekunden?|minuten?|stunden?|tage?n?|nacht|nächten?|wochenenden?|wochen?|monate?n?|quartale?n?"
    r"|jahrzehnte?n?|jahrhunderte?n?|jahre?n?)(?![\w-])"
)
_MORE, _REST = _NUMBER.replace("number", "more"), _UNIT.replace("unit", "rest")
_AND_MORE = re.compile(r"(?:jahr\w*\s+(?:monat|woch|tag)|stund\w*\s+minut|minut\w*\s+sekund)\w*", re.IGNORECASE)
"""Units of which the second is the rest of a length: "zwei Jahre und drei Monate"."""
_PLURAL = (
    r"(?P<unit>sekunden|minuten|stunden|tagen?|nächten|wochen|monaten?|jahrzehnten?|jahrhunderten?|jahren?)(?![\w-])"
)
_ABOUT = rf"(?:{APPROXIMATION}\s+)?"
_BACK = r"(?:den|der|die|das|dem)\s+(?P<shift>vergangen|letzt|zurückliegend|kommend|nächst|folgend)e[nmr]?"
_AGED = re.compile(
    r"\b(?:unter|ab|mit|alter (?:von|zwischen)(?: \d{1,3},?(?: und| bis)?)*)(?: (?:nur|erst))? $", re.IGNORECASE
)
_BEFORE = 40  # characters
_OLD = re.compile(r" (?:alt|jung|älter|jünger)")


def _number(words: str) -> str | None:
    """A number as TimeML writes it, X if it is not said; None if the words are none."""
    words = words.lower()
    if re.fullmatch(_ONE, words):
        return "1"
    if re.fullmatch(_SOME, words):
        return "X"
    number = Decimal(words.replace(",", ".")) if words[0].isdigit() else spelled(words)
    return None if number is None else f"{number.normalize():f}"


def _form(unit: str) -> tuple[str, str]:
    return next(form for start, form in _UNITS.items() if unit.lower().startswith(start))


def _length(match: re.Match[str], anchor: date | None) -> Reading | None:
    parts = match.groupdict()
    number = _number(parts["number"]) if parts.get("number") else "X"
    if number is None or parts["unit"][0].islower() or _is_age(match):
        return None
    form, unit = _form(parts["unit"])
    if number == "1" and match[0].lower().startswith("eines tages"):
        return None
    first, last = _covers(parts, anchor, number, unit)
    return Reading(form.format(number), unit, RESOLVED if first else STATED, kind="duration", first=first, last=last)


def _covers(parts: dict[str, str | None], anchor: date | None, number: str, unit: str) -> tuple[str, str]:
    """The days that lie between the publication and this distance, or the one at which "vor" points."""
    shift, ago = (parts.get("shift") or "").lower(), parts.get("ago")
    if anchor is None or number == "X" or "." in number or not (shift or ago):
        return "", ""
    ahead = shift in ("kommend", "nächst", "folgend")
    try:
        value = _away(anchor, int(number) * (1 if ahead else -1), unit)
    except (ValueError, OverflowError):
        return "", ""
    first, last = covered(value)
    if ago or not first:
        return first, last
    return (anchor.isoformat(), last) if ahead else (first, anchor.isoformat())


def _away(anchor: date, number: int, unit: str) -> str:
    if unit in _DAYS:
        day = anchor + timedelta(_DAYS[unit] * number)
        year, week, _ = day.isocalendar()
        return day.isoformat() if unit == "day" else f"{year:04}-W{week:02}"
    if unit in _MONTHS:
        year, month = shifted(anchor.year, anchor.month, _MONTHS[unit] * number)
        return f"{year:04}-{month:02}" if unit == "month" else f"{year:04}"
    return ""


def _is_age(match: re.Match[str]) -> bool:
    text = match.string
    return match["unit"].startswith("Jahr") and bool(
        _AGED.search(text, max(0, match.start() - _BEFORE), match.start()) or _OLD.match(text, match.end())
    )


def _composed(match: re.Match[str], _: date | None) -> Reading | None:
    """A length in two units: "drei Jahre und sechs Monate"."""
    units, numbers = (match["unit"], match["rest"]), (match["number"], match["more"])
    said = [_number(number) for number in numbers]
    is_one = _AND_MORE.fullmatch(" ".join(units)) and (" und " in match[0] or not units[0].lower().startswith("jahr"))
    if not is_one or None in said or "X" in said or _is_age(match):
        return None
    whole, rest = (_form(unit)[0].format(number) for unit, number in zip(units, said, strict=True))
    return Reading(whole + rest.lstrip("PT"), _form(units[1])[1], STATED, kind="duration")


def _half(match: re.Match[str], _: date | None) -> Reading | None:
    return {
        "jahr": Reading("P6M", "month", STATED, kind="duration"),
        "stund": Reading("PT30M", "minute", STATED, kind="duration"),
    }[match["unit"].lower()]


def _adjective(match: re.Match[str], _: date | None) -> Reading | None:
    words, unit = match["number"].lower().rstrip("-"), match["unit"].lower()
    form = {"jähr": "P{}Y", "monat": "P{}M", "wöch": "P{}W", "täg": "P{}D", "stünd": "PT{}H", "minüt": "PT{}M"}[unit]
    name = {"jähr": "year", "monat": "month", "wöch": "week", "täg": "day", "stünd": "hour", "minüt": "minute"}[unit]
    if unit == "jähr" and spelled(words) and age_in_words(match.string, match.start()):
        return None
    number = "X" if words == "mehr" else "1" if words == "ein" else _number(words)
    return Reading(form.format(number), name, STATED, kind="duration") if number else None


def _long(match: re.Match[str], _: date | None) -> Reading | None:
    form, unit = _form(match["unit"])
    return Reading(form.format("X"), unit, STATED, kind="duration")


def _every(match: re.Match[str], _: date | None) -> Reading | None:
    form, unit = _form(match["unit"])
    number = _number(match["number"]) if match.groupdict().get("number") else "1"
    return Reading(form.format(number), unit, STATED, kind="set") if number else None


_REGULAR = {"stündlich": ("PT1H", "hour"), "täglich": ("P1D", "day"), "wöchentlich": ("P1W", "week")} | {
    "monatlich": ("P1M", "month"),
    "jährlich": ("P1Y", "year"),
    "alljährlich": ("P1Y", "year"),
}


def _regular(match: re.Match[str], _: date | None) -> Reading | None:
    value, unit = _REGULAR[match["often"].lower()]
    return Reading(value, unit, STATED, kind="set")


WITH_A_PERIOD: list[Rule] = [
    (rule(rf"\b(?:jede[nrsm]?|alle)\s+(?:{_NUMBER}\s+)?{_UNIT}"), _every),
    (rule(rf"(?<![\w-])(?P<often>{'|'.join(_REGULAR)})(?:e[nrsm]?)?(?![\w-])"), _regular),
    (rule(rf"\b{_BACK}\s+{_NUMBER}\s+{_UNIT}"), _length),
]
"""Rules for words of which a part alone would be a period: "jedes Jahr", "die vergangenen zehn Jahre"."""
RULES: list[Rule] = [
    (rule(rf"\b{_BACK}\s+{_PLURAL}"), _length),
    (rule(r"\b(?:ein(?:e[mnrs]?)?\s+)halbe[nrs]?\s+(?P<unit>jahr|stund)(?:e?s|e)?(?!\w)"), _half),
    (rule(rf"{ALONE}(?P<span>{_NUMBER}\s+{_UNIT}\s+(?:und\s+)?{_MORE}\s+{_REST})"), _composed),
    (rule(rf"\b(?P<ago>vor)\s+{_ABOUT}(?P<span>{_NUMBER}\s+{_UNIT})"), _length),
    (rule(rf"{ALONE}(?P<span>{_NUMBER}\s+{_UNIT})"), _length),
    (rule(rf"\b(?:seit|vor|nach|über|für|in|binnen|innerhalb von)\s+(?P<span>{_PLURAL})"), _length),
    (rule(r"\b(?P<unit>stunde|tage|wochen|monate|jahre|jahrzehnte)n?lang(?:e[nrsm]?)?\b"), _long),
    (
        rule(
            r"(?<![\w-])(?P<number>[a-zäöüß]+?|\d+-?)(?P<unit>(?<!\d-)(?<!\d)jähr|monat|wöch|täg|stünd|minüt)ige[nrsm]?(?![\w-])"
        ),
        _adjective,
    ),
]
