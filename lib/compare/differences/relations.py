"""How values that answer one question stand to each other: whether they are equal, differ, or are less precise."""

import re
from collections.abc import Sequence
from datetime import date, timedelta
from decimal import Decimal
from itertools import combinations

from lib.compare.counting import ENDING
from lib.compare.differences.stated import CLOCK, SINCE, TIMES, UNTIL, Stated
from lib.schema import DIFFER, GUESS, LESS_PRECISE

ROUGH = 0.5
"""Share of the longer of two lengths of time by which they differ at most if one is stated roughly."""
CLOSE = 0.1
"""Share of the greater number by which numbers differ at most that may be the same if they are approximate."""
NEAR = 0.01
"""The same, where the approximate number is given to the last digit."""
MONTHLY = 0.05
"""Share by which as many days as months have may differ from these."""
OTHER_ORDER = 20
"""Times a number or a length that is no other report of the same."""
_ROUNDED = 100
"""From where on a number that is meant roughly is a rounded one."""
FAR = 2
"""Times the limit beyond which "more than" is no longer said: 657,000 is not "more than 65,000"."""
_LIMITS = {"more than": "above", "at least": "above", "less than": "below", "at most": "below"}
_WEEKDAYS = "(?:Mon|Diens|Donners|Frei|Sams|Sonn)tag|Mittwoch|Sonnabend"
_WEEKDAY = re.compile(rf"(?:{_WEEKDAYS})$")
_DIGIT = re.compile(r"\d")
_A_YEAR = re.compile(r"\d{4}")
_DATE = re.compile(r"\d{4}(?P<date>-\d\d(?:-\d\d)?)")
_HOUR = re.compile(r".*T(?P<hour>\d\d):(?P<minute>\d\d)")
_BARE_HOUR = re.compile(r"[\d.:]+(?: ?Uhr)?")
_HOURS = {"MO": (4, 12), "MI": (11, 14), "AF": (12, 18), "EV": (17, 24), "NI": (20, 30)}
"""The first and the last hour of the parts of a day, of a night with those of the next day."""
_DAY = 24 * 60  # minutes
_HALF_AN_HOUR = 30  # minutes
"""By how much an hour that is meant roughly may be off: "gegen 13 Uhr", "13.20 Uhr"."""
_FIGURES = re.compile(r"\d[\d.]*(?:,(?P<decimals>\d+))?")
_YEAR = re.compile(r"(?<=\w) \d{4}$")
_WEEK = timedelta(days=7)
_WHICH = re.compile(
    rf"\b(?:de[rs] )?(?P<which>dies|kommend|nächst|vergangen|letzt)e[nmrs]? (?P<day>(?:{_WEEKDAYS})\b)?", re.IGNORECASE
)
_PART_OF_DAY = re.compile(r"(?:\w+ )?(?:Morgen|Vormittag|Mittag|Nachmittag|Abend|Nacht)")
_LENGTH = re.compile(r"(?P<period>PT?)(?P<parts>(?:\d+(?:\.\d+)?[A-Z]+)+)")
_PART = re.compile(r"(?P<number>[\d.]+)(?P<unit>[A-Z]+)")
_SECONDS = {"PTS": 1, "PTM": 60, "PTH": 3600, "PD": 24 * 3600, "PW": 7 * 24 * 3600}
_MONTH = 30.4  # days
_MONTHS = {"PM": 1, "PQ": 3, "PY": 12, "PDE": 120, "PCE": 1200}


def equal(one: Stated, other: Stated) -> bool:
    """Whether two values are the same, whatever they count and however exact they are meant; a guess is no sure one."""
    values = [
        (stated.value or stated.words.casefold(), _days(stated), stated.confidence == GUESS) for stated in (one, other)
    ]
    return one.kind == other.kind and values[0] == values[1]


def _days(stated: Stated) -> tuple[str, str]:
    """The days that tell the beginning of a month from the month; of a length, which it covers does not matter."""
    return stated.days if stated.kind == "time" else ("", "")


def relation(answers: Sequence[Stated]) -> str:
    """How answers to one question differ; empty if they do not, if the same words were resolved differently, or if one
    is the total of what another counts in two."""
    pairs = [pair for pair in combinations(answers, 2) if answer(pair[0]) != answer(pair[1])]
    settled = {frozenset((one.value, other.value)) for one, other in pairs if _is_total(one, other)}
    pairs = [(one, other) for one, other in pairs if frozenset((one.value, other.value)) not in settled]
    none = _same_words, _same_length, _week_apart, _are_compared, _are_cases, _since_the_same_day
    if all(any(of_pair(*pair) for of_pair in none) for pair in pairs):
        return ""
    compatible = _compatible_times if answers[0].kind in TIMES else _compatible_numbers
    return LESS_PRECISE if all(compatible(*pair) for pair in pairs) else DIFFER


def answer(stated: Stated) -> str:
    """What a value says and how exactly: 48 hours as two days, quantities without what is counted, a day of a year that
    is only guessed as one of no certain year."""
    length = _length(stated.value)
    value = " ".join(map(str, length)) if length else stated.value or ENDING.sub("", stated.words.split()[0].casefold())
    guessed = stated.confidence if stated.confidence == GUESS else ""
    return " ".join(filter(None, (stated.approximation, value, *_days(stated), guessed)))


def _length(value: str) -> tuple[str, float] | None:
    """A length of time in seconds or months, if it is in either alone."""
    found = _LENGTH.fullmatch(value)
    parts = [(found["period"] + unit, float(number)) for number, unit in _PART.findall(found["parts"])] if found else []
    for name, lengths in (("seconds", _SECONDS), ("months", _MONTHS)):
        if parts and all(unit in lengths for unit, _ in parts):
            return name, sum(number * lengths[unit] for unit, number in parts)
    return None


def length_in_days(stated: Stated) -> float:
    """Of a length of time the days, 0 of anything else."""
    unit, length = _length(stated.value) or ("", 0.0)
    return length * _MONTH if unit == "months" else length / _SECONDS["PD"]


def _same_words(one: Stated, other: Stated) -> bool:
    """Whether two times are said by the same words, so that they may only have been resolved differently: "am Sonntag"
    and "an diesem Sonntag", "Ende der kommenden Woche" and "Ende kommender Woche", "6 Uhr" and "6.00 Uhr"."""
    if all(_BARE_HOUR.fullmatch(stated.words) for stated in (one, other)) and _are_hours(one, other):
        return _minutes(one) == _minutes(other)
    words, words_too = (_WHICH.sub(_bare, stated.words.casefold()) for stated in (one, other))
    return one.kind == "time" and words == words_too


def _same_length(one: Stated, other: Stated) -> bool:
    """Whether two lengths are the same but for the days of a month, and neither is meant more roughly: "60 Tage", "zwei
    Monate"."""
    lengths = _length(one.value), _length(other.value)
    units = {length[0] for length in lengths if length}
    days = sorted(map(length_in_days, (one, other)))
    return len(units) > 1 and one.approximation == other.approximation and days[1] - days[0] <= MONTHLY * days[1]


def _bare(which: re.Match[str]) -> str:
    """A weekday alone, or "kommend Woche"."""
    return which["day"] or f"{which['which']} "


def _week_apart(one: Stated, other: Stated) -> bool:
    """Whether of two days a week apart one is given by its date and the other as a weekday, which may have been
    resolved to the wrong week."""
    day = [date.fromisoformat(first) for first, last in (one.days, other.days) if first and first == last]
    if one.kind != "time" or len(day) < 2 or abs(day[0] - day[1]) != _WEEK:
        return False
    words = one.words, other.words
    return any(_WEEKDAY.search(bare) and _DIGIT.search(dated) for bare, dated in (words, words[::-1]))


def are_years(one: Stated, other: Stated) -> bool:
    """Whether two times are years as a whole."""
    return all(_A_YEAR.fullmatch(stated.value) for stated in (one, other))


def are_far_lengths(one: Stated, other: Stated) -> bool:
    """Whether two times are lengths that are not near each other: "nach 88 Jahren", "einen Monat"."""
    return bool(_length(one.value) and _length(other.value)) and not _near(one, other)


def _are_compared(one: Stated, other: Stated) -> bool:
    """Whether two times are this year and the last, which are set against each other: "weniger als im vergangenen"."""
    return are_years(one, other) and not any(_DIGIT.search(stated.words) for stated in (one, other))


def _since_the_same_day(one: Stated, other: Stated) -> bool:
    """Whether two lengths of time have begun on about the same day, counted from when either article was published:
    "seit drei Tagen", a day later "seit vier Tagen"."""
    begun = [
        date.fromisoformat(stated.published).toordinal() - length_in_days(stated)
        for stated in (one, other)
        if stated.slot == SINCE and stated.published and length_in_days(stated)
    ]
    return len(begun) > 1 and one.published != other.published and abs(begun[0] - begun[1]) <= 1


def _are_cases(one: Stated, other: Stated) -> bool:
    """Whether of one number one is above and the other below: "ab 100 Gästen", "unter 100 Gästen"."""
    limits = {_LIMITS.get(stated.approximation) for stated in (one, other)}
    return bool(one.value) and one.value == other.value and limits == {"above", "below"}


def _is_total(one: Stated, other: Stated) -> bool:
    """Whether one number is the other with the next of its sentence: "sechs Schiffe", "fünf Frachtschiffe und ein
    Segelschiff"."""
    return bool(one.total and one.total == other.value) or bool(other.total and other.total == one.value)


def _compatible_times(one: Stated, other: Stated) -> bool:
    """Whether one covers the days of the other, or a rough length is near the other."""
    if (one.value, one.days) == (other.value, other.days) or _is_unsettled(one, other) or is_hour_of(one, other):
        return True
    if _are_hours(one, other) and _rough(one, other):
        return abs(_minutes(one) - _minutes(other)) <= _HALF_AN_HOUR
    if not (one.days[0] and other.days[0]):
        return _rough(one, other) and _near(one, other) and not _is_same_limit(one, other)
    if one.days == other.days and "T" in one.value and "T" in other.value:
        return False
    (first, last), (first_too, last_too) = one.days, other.days
    covers = (first <= first_too and last_too <= last) or (first_too <= first and last <= last_too)
    return covers or (one.slot == other.slot == UNTIL and _adjoin(one, other))


def _is_unsettled(one: Stated, other: Stated) -> bool:
    """Whether the words do not settle which days two times are: those of a guess; of the 14th of July, which is not
    this year's where the other says 1789; of an evening in an article that tells of the day before; of a season."""
    texts = one.words, other.words
    vague = "X" in one.value + other.value and not CLOCK.search(one.value)
    return (
        vague
        or (GUESS in (one.confidence, other.confidence) and not are_other_dates(one, other))
        or sum(bool(_PART_OF_DAY.fullmatch(text)) for text in texts) == 1
        or any(_YEAR.sub("", dated) == day for dated, day in (texts, texts[::-1]))
    )


def are_other_dates(one: Stated, other: Stated) -> bool:
    """Whether two times in one role are other days of a year, months or hours, whichever year or day is meant."""
    if one.slot != other.slot or any(_YEAR.search(stated.words) for stated in (one, other)):
        return False
    if _are_hours(one, other):
        return _minutes(one) != _minutes(other)
    dates = [found["date"] for stated in (one, other) if (found := _DATE.fullmatch(stated.value))]
    return len(dates) > 1 and len(dates[0]) == len(dates[1]) and dates[0] != dates[1]


def _are_hours(*stated: Stated) -> bool:
    return all(CLOCK.search(one.value) for one in stated)


def _minutes(stated: Stated) -> int:
    """Of an hour, how many minutes of its day are over."""
    hour = _HOUR.match(stated.value)
    return 60 * int(hour["hour"]) + int(hour["minute"]) if hour else 0


def is_hour_of(one: Stated, other: Stated) -> bool:
    """Whether one of two times is a part of a day and the other an hour of it: "am Morgen", "gegen 7 Uhr"."""
    part, hour = sorted((one, other), key=lambda stated: bool(CLOCK.search(stated.value)))
    hours = _HOURS.get(part.value.rpartition("T")[2])
    if not hours or not _are_hours(hour) or not part.days[0] <= hour.days[0] <= part.days[1]:
        return False
    return any(60 * hours[0] <= minutes <= 60 * hours[1] for minutes in (_minutes(hour), _minutes(hour) + _DAY))


def _is_same_limit(one: Stated, other: Stated) -> bool:
    """Whether two values are most or least by the same word: "bis zu drei Stunden", "bis zu vier Stunden"."""
    return one.approximation == other.approximation and one.approximation in _LIMITS


def _adjoin(one: Stated, other: Stated) -> bool:
    """Whether one begins on the day after the other ends, and either is more than a day: "bis Ende des Jahres", "bis
    2021"."""
    days = all(first == last for first, last in (one.days, other.days))
    return gap(one, other) == timedelta(days=1) and not days


def gap(one: Stated, other: Stated) -> timedelta:
    """From the end of the earlier of two times to the beginning of the later; none if either's days are not known."""
    (_, last), (first, _) = sorted((one.days, other.days))
    return date.fromisoformat(first) - date.fromisoformat(last) if first and last else timedelta()


def _near(one: Stated, other: Stated) -> bool:
    """Whether two lengths of time are not far apart, as far as both are known."""
    if not (_length(one.value) and _length(other.value)):
        return True
    days, days_too = length_in_days(one), length_in_days(other)
    return abs(days - days_too) <= ROUGH * max(days, days_too)


def _compatible_numbers(one: Stated, other: Stated) -> bool:
    """Whether one allows the other: a limit what lies beyond it, and a rough number what is near."""
    if not (one.value and other.value) or one.value == other.value:
        return True
    if _is_rounded(one, other) or _is_rounded(other, one):
        return True
    least, most = sorted(abs(float(stated.value)) for stated in (one, other))
    for limit, number in ((one, other), (other, one)):
        if limit.approximation in _LIMITS and number.approximation not in _LIMITS:
            above = float(number.value) > float(limit.value)
            allows = above == (_LIMITS[limit.approximation] == "above") and most <= FAR * least
            return allows or (_rough(number) and most - least <= _tolerance(number))
    return any(most - least <= _tolerance(rough) for rough in (one, other) if rough.approximation)


def _is_rounded(rounded: Stated, exact: Stated) -> bool:
    """Whether one number is the other with fewer decimals: "72 Prozent", "72,4 Prozent"."""
    places = _last_place(rounded), _last_place(exact)
    apart = abs(Decimal(rounded.value) - Decimal(exact.value))
    return places[0] > places[1] > 0 and apart <= places[0] / 2 and close(rounded, exact)


def _last_place(stated: Stated) -> Decimal:
    """What one more of the last figure of a number makes: .1 of "6,0", 100,000 of "1,2 Millionen"; 0 if it is not said
    in figures."""
    figures = _FIGURES.search(stated.words)
    number = Decimal(figures[0].replace(".", "").replace(",", ".")) if figures else Decimal(0)
    if not figures or not number:
        return Decimal(0)
    return (abs(Decimal(stated.value)) / number).scaleb(-len(figures["decimals"] or ""))


def _tolerance(rough: Stated) -> float:
    """By how much a number may differ from one that is meant roughly: by half of its last place that is not 0, by one
    below a hundred, and hardly more than a tenth: "etwa 2.800" is not 2,600, nor "rund 12.000" 12,600."""
    number = abs(float(rough.value))
    digits = rough.value.partition(".")[0].lstrip("-")
    last = 10.0 ** (len(digits) - len(digits.rstrip("0")))
    return min(CLOSE * number, last if number < _ROUNDED else max(last / 2, NEAR * number))


def _rough(*stated: Stated) -> bool:
    return any(one.approximation for one in stated)


def close(one: Stated, other: Stated) -> bool:
    """Whether two numbers are about the same."""
    a, b = float(one.value), float(other.value)
    return abs(a - b) <= CLOSE * max(abs(a), abs(b))
