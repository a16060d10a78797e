"""Times of day, on the day that is told of."""

import re
from datetime import date

from lib.annotate.times.calendar import DAYPARTS
from lib.annotate.times.reading import RESOLVED, Reading, rule

CLOCK = rule(r"(?<![\w.,/:#§+])(?<!\D-)(?P<hour>[01]?\d|2[0-4])(?:[.:](?P<minute>[0-5]\d))?\s?uhr(?![\w-])")
PART = rule(rf"\b(?:am|in der|gegen)\s+(?P<span>(?:(?:früh|spät)en\s+)?(?P<daypart>{'|'.join(DAYPARTS)}))(?![\w-])")
SHORT = rule(
    r"(?<![\w.,/:#§+-])(?P<hour>[01]?\d|2[0-4])(?:[.:](?P<minute>[0-5]\d))?"
    r"(?=\s?(?:bis|und|[-–])\s?[0-2]?\d(?:[.:][0-5]\d)?\s?uhr(?![\w-]))"
)


def on(match: re.Match[str], day: date | None) -> Reading:
    """The time of day that a match of CLOCK, SHORT or PART says, on a day if one is known."""
    parts = match.groupdict()
    if part := parts.get("daypart"):
        return Reading(f"{day}T{DAYPARTS[part.lower()]}", "part of day") if day else Reading("", "part of day", "")
    time = f"T{int(parts['hour']):02}:{parts['minute'] or '00'}"
    return Reading(f"{day}{time}", "minute", RESOLVED) if day else Reading(f"XXXX-XX-XX{time}", "minute", RESOLVED)
