"""Whether two times can be when the same happens: by their roles, by the words around them, and by the days on which
their articles were published."""

import re
from datetime import date, timedelta

from lib.compare.counting import SAME_ROLE
from lib.compare.differences.relations import (
    OTHER_ORDER,
    are_far_lengths,
    are_other_dates,
    are_years,
    gap,
    is_hour_of,
    length_in_days,
)
from lib.compare.differences.stated import CLOCK, OF, SINCE, UNTIL, Stated, apart, common
from lib.schema import GUESS

_BOUNDS = frozenset({"from", UNTIL, OF})
"""Roles of times that have nothing to do with the day on which something happens."""
_FAR = timedelta(days=7)
"""Between two times of one event, of no role, that are told with other words around them."""
_YEARS = timedelta(days=366)
"""The same of times in other roles, whatever words stand around them."""
_SEASON = 92
"""Days of the longest time of which one in it is told as the same more exactly."""
_DIGITS = re.compile(r"\d+")
_DATE = re.compile(r"-\d\d(?:-\d\d)?")


def comparable(one: Stated, other: Stated) -> bool:
    """Whether the only times of two sentences can be when the same happens; those of other roles, or weeks apart
    without any, if they stand among the same words. Those of which one is a guess must have days in common, or be apart
    whatever is guessed."""
    unsure = GUESS in (one.confidence, other.confidence)
    one_is_hour, other_is_hour = (bool(CLOCK.search(stated.value)) for stated in (one, other))
    parts_of_day = "T" in one.value and "T" in other.value
    overlap = all((*one.days, *other.days)) and not apart(one, other) and not parts_of_day
    settled = not unsure or overlap or _same_date(one.value, other.value) or are_other_dates(one, other)
    if one_is_hour != other_is_hour:
        return is_hour_of(one, other) and not any(stated.slot.startswith(tuple(_BOUNDS)) for stated in (one, other))
    if not settled:
        return False
    roles = {one.slot, other.slot}
    if len(roles) > 1 and {OF, SINCE} & roles:
        return False
    other_role = len(roles) > 1 and bool(_BOUNDS & roles)
    if other_role and not unsure and gap(one, other) > _YEARS:
        return False  # "am Dienstag" beside "seit 1954"
    other_day = roles == {"on", "in"} and apart(one, other)
    far = roles == {""} and not unsure and gap(one, other) > _FAR
    loose = are_years(one, other) or are_far_lengths(one, other)
    return not (other_role or other_day or far or loose) or common(one, other) >= SAME_ROLE


def is_within(one: Stated, other: Stated) -> bool:
    """Whether one of two times is a period, but no year, and the other lies within it."""
    if not all((*one.days, *other.days)):
        return False
    short, long = sorted((one.days, other.days), key=_length)
    return long[0] <= short[0] and short[1] <= long[1] and _length(short) < _length(long) <= _SEASON


def _length(days: tuple[str, str]) -> int:
    """From the first to the last of some days."""
    return (date.fromisoformat(days[1]) - date.fromisoformat(days[0])).days


def of_other_happenings(one: Stated, other: Stated) -> bool:
    """Whether two times cannot be when the same happens.

    One ends before both articles were published and the other begins after; each is the day of its article or the one
    before, as news tell of it, and these are two; or one length is many times the other, but not five months of five
    minutes: units may have been mixed up.
    """
    least, most = sorted((length_in_days(one), length_in_days(other)))
    if least and most > OTHER_ORDER * least and _DIGITS.findall(one.value) != _DIGITS.findall(other.value):
        return True
    if not (apart(one, other) and one.published and other.published):
        return False
    published = sorted((one.published, other.published))
    (_, last), (first, _) = sorted((one.days, other.days))
    is_over = last < published[0] and published[1] < first and not _BOUNDS & {one.slot, other.slot}
    since = _since_news(one)
    return is_over or (since is not None and since == _since_news(other))


def _since_news(stated: Stated) -> int | None:
    """How many days after the day that it tells of as news, not by its date, an article was published: none or one."""
    first, last = stated.days
    since = (date.fromisoformat(stated.published) - date.fromisoformat(first)).days
    is_bound = stated.slot == "from" or _DIGITS.search(stated.words)
    return since if first == last and 0 <= since <= 1 and not is_bound else None


def _same_date(one: str, other: str) -> bool:
    """Whether the dates of two values, of which one has a year that is a guess, are the same but for it, or one is the
    month of the other."""
    short, long = sorted((one[4:], other[4:]), key=len)
    return short == long or (bool(_DATE.fullmatch(short) and _DATE.fullmatch(long)) and long.startswith(short))
