"""Finding the times of a text: every rule in turn, the surest first, then the times of day."""

import re
from bisect import bisect_left
from datetime import date
from operator import itemgetter
from typing import NamedTuple

from lib.annotate.times import clock, days, durations, periods
from lib.annotate.times.calendar import covered
from lib.annotate.times.reading import RESOLVED, Reading

_RULES = [*periods.VAGUE, *days.RULES, *durations.WITH_A_PERIOD, *periods.RULES, *durations.RULES]
_NEXT_SENTENCE = re.compile(r"[.!?:;]\s+[^a-zäöü\s]|\n")
_REACH = 1_000  # characters that a sentence hardly has
_EARLIER = 400
"""Characters, some three sentences, over which a report stays on the day that it named."""
_DAYS = frozenset({"day", "part of day"})
_NOON = 12
_OTHER_DAY = re.compile(r"\s(?:zuvor|davor|vorher|danach|darauf)\b")
"""Behind a time of another day than the one that is told of: "am Abend zuvor"."""
_FROM_TO = re.compile(
    r"\b(?:von|zwischen)\s\d\d?(?:[.:]\d\d)?(?:\s?Uhr)?\s(?:bis|und)\s\d\d?(?:[.:]\d\d)?\s?Uhr", re.IGNORECASE
)
"""Hours that are those of any day, if none is named: "gilt von 21 bis 5 Uhr"."""
_CLOCK = [clock.CLOCK, clock.SHORT, clock.PART]


class _Told(NamedTuple):
    """Words that name a day; a night has another in the evening than in the morning."""

    start: int
    end: int
    evening: str
    morning: str

    def day(self, *, is_early: bool) -> date:
        return date.fromisoformat(self.morning if is_early else self.evening)


class Time(NamedTuple):
    """A time in a text; see `reading.Reading` for its values. `first` and `last` are the days (ISO 8601) it covers."""

    start: int
    end: int
    kind: str
    value: str
    unit: str
    first: str
    last: str
    confidence: str


def find(text: str, published: str) -> list[Time]:
    """Times in `text` in order, none overlapping; those relative to the publication (ISO 8601) have no value where it
    is empty."""
    try:
        anchor = date.fromisoformat(published[:10])
    except ValueError:
        anchor = None
    found: list[Time] = []
    taken = bytearray(len(text))

    def take(match: re.Match[str], reading: Reading) -> None:
        start, end = match.span("span") if "span" in match.re.groupindex else match.span()
        first, last = reading.first, reading.last
        if reading.kind == "time":
            first, last = covered(reading.value, reading.part)
        found.append(Time(start, end, reading.kind, reading.value, reading.unit, first, last, reading.confidence))
        taken[start:end] = b"\1" * (end - start)

    def free(match: re.Match[str]) -> bool:
        start, end = match.span("span") if "span" in match.re.groupindex else match.span()
        return not any(taken[start:end])

    for pattern, read in _RULES:
        for match in pattern.finditer(text):
            try:
                reading = read(match, anchor) if free(match) else None
                if reading:
                    take(match, reading)
            except (OverflowError, ValueError):
                continue  # beyond the calendar
    days_told = (time for time in found if time.unit in _DAYS and time.first)
    told = sorted(_Told(time.start, time.end, time.first, time.last) for time in days_told)
    recurring = bytearray(len(text))
    for hours in _FROM_TO.finditer(text):
        recurring[hours.start() : hours.end()] = b"\1" * len(hours[0])
    for pattern in _CLOCK:
        for match in pattern.finditer(text):
            if free(match):
                is_early = clock.begins(match) < _NOON
                day, confidence = _told_of(text, told, match.start(), is_early=is_early), RESOLVED
                if _OTHER_DAY.match(text, match.end()):
                    day = None
                elif not (day or recurring[match.start()]):
                    before = _told_before(told, match.start(), is_early=is_early)
                    day, confidence = clock.unnamed(match, published, before)
                reading = clock.on(match, day)
                take(match, reading._replace(confidence=confidence) if day else reading)
    return sorted(found)


def _told_of(text: str, told: list[_Told], position: int, *, is_early: bool) -> date | None:
    """The last day that is named before `position` in its sentence; else the first behind it: "um 9 Uhr am Montag". Of
    a night that into which it goes for what is before noon: "um 4 Uhr in der Nacht zum Dienstag"."""
    behind = bisect_left(told, position, key=itemgetter(0))
    for at in (behind - 1, behind):
        if 0 <= at < len(told):
            first, last = (told[at].end, position) if at < behind else (position, told[at].start)
            if last - first <= _REACH and not _NEXT_SENTENCE.search(text, first, last):
                return told[at].day(is_early=is_early)
    return None


def _told_before(told: list[_Told], position: int, *, is_early: bool) -> date | None:
    """The last day that is named not far before `position`; of a night as `_told_of` does."""
    before = bisect_left(told, position, key=itemgetter(0)) - 1
    is_near = before >= 0 and position - told[before].end <= _EARLIER
    return told[before].day(is_early=is_early) if is_near else None
