"""Times of day, on the day that is told of."""

import re
from datetime import date, datetime, timedelta

from lib.annotate.numerals import ONES
from lib.annotate.times.calendar import DAYPARTS
from lib.annotate.times.reading import FUTURE, PAST, PRETERITE, RESOLVED, Reading, rule, sentence_around
from lib.schema import GUESS

_SPELLED = "|".join(ONES[1:13])
CLOCK = rule(
    r"(?<![\w.,/:#§+])(?<!\D-)(?:(?P<hour>[01]?\d|2[0-4])(?:[.:](?P<minute>[0-5]\d))?\s?uhr|"
    rf"(?P<half>halb)\s(?P<of>{_SPELLED})s?(?:\suhr|(?!\w|\s(?-i:[A-ZÄÖÜ])))|(?P<spelled>{_SPELLED})\suhr)(?![\w-])"
)
_LATER = re.compile(r"\s(?:abends|nachmittags|am (?:frühen |späten )?(?:Abend|Nachmittag))\b")
"""Behind an hour of the second half of the day: "8 Uhr abends"."""
PART = rule(
    r"\b(?:am|in der|gegen|(?P<hours>in den))\s+(?P<span>(?:(?:früh|spät)en\s+)?"
    rf"(?P<daypart>{'|'.join(DAYPARTS)})(?(hours)s?stunden))(?![\w-])"
)
SHORT = rule(
    r"(?<![\w.,/:#§+-])(?P<hour>[01]?\d|2[0-4])(?:[.:](?P<minute>[0-5]\d))?"
    r"(?=\s?(?:bis|und|[-–])\s?[0-2]?\d(?:[.:][0-5]\d)?\s?uhr(?![\w-]))"
)
_BEGINS = {"MO": 5, "MI": 11, "AF": 13, "EV": 18, "NI": 21}
"""The hour before which a part of a day has not begun."""
_FRESH = 8
"""Hours after which what was not told on the day may be of another."""
_MAY = re.compile(r"\b(?:dürften?|könnten?|sollen?|sollten?|will|wollen)\b")


def on(match: re.Match[str], day: date | None) -> Reading:
    """The time of day that a match of CLOCK, SHORT or PART says, on a day if one is known."""
    parts = match.groupdict()
    if part := parts.get("daypart"):
        return Reading(f"{day}T{DAYPARTS[part.lower()]}", "part of day") if day else Reading("", "part of day", "")
    time = "T{:02}:{:02}".format(*_told(match))
    return Reading(f"{day}{time}", "minute", RESOLVED) if day else Reading(f"XXXX-XX-XX{time}", "minute", RESOLVED)


def begins(match: re.Match[str]) -> int:
    """The hour of a match of CLOCK, SHORT or PART, of a part of a day that before which it has not begun."""
    part = match.groupdict().get("daypart")
    return _BEGINS[DAYPARTS[part.lower()]] if part else _told(match)[0]


def _told(match: re.Match[str]) -> tuple[int, int]:
    """Hour and minute of a match of CLOCK or SHORT."""
    parts = match.groupdict()
    spelled, minute = parts.get("of") or parts.get("spelled"), int(parts["minute"] or 0)
    hour = ONES.index(spelled.lower()) if spelled else int(parts["hour"])
    if parts.get("half"):
        hour, minute = hour - 1 or 12, 30
    is_later = _LATER.match(match.string, match.end()) and hour < 12
    return hour + 12 * bool(is_later), minute


def unnamed(match: re.Match[str], published: str, before: date | None) -> tuple[date | None, str]:
    """The day of a time where its sentence names none, and how sure that is.

    What is ahead is on the day of publication; what is told of as past on the day that was named before, else on that
    of publication or, a night or a later hour, the one before.

    Args:
        match: of CLOCK, SHORT or PART.
        published: ISO 8601, with a time or without; none where it is no date.
        before: the day that was named before, if any.
    """
    try:
        moment = datetime.fromisoformat(published)
    except ValueError:
        return None, ""
    if moment.date() == date.min:
        return None, ""  # the calendar has no day before
    told = "".join(sentence_around(match.string, match.start(), match.end()))
    is_past = (PAST.search(told) or PRETERITE.search(told)) and not (FUTURE.search(told) or _MAY.search(told))
    is_night = DAYPARTS.get((match.groupdict().get("daypart") or "").lower()) == "NI"
    if not is_past:
        return moment.date(), RESOLVED
    if before and before <= moment.date():
        return before, GUESS
    is_known = "T" in published
    if not is_night and not (is_known and begins(match) > moment.hour):
        is_fresh = is_known and moment.hour - begins(match) <= _FRESH
        return moment.date(), RESOLVED if is_fresh else GUESS
    return moment.date() - timedelta(1), RESOLVED if is_night else GUESS
