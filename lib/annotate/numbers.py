"""Numbers in German text, in digits or spelled, with what they count."""

import re
from collections.abc import Collection, Iterable
from decimal import Decimal
from typing import NamedTuple

from lib.annotate import units
from lib.annotate.approximation import before
from lib.annotate.numerals import spelled

_SCALES = {
    "tausend": 3,
    "mio": 6,
    "million": 6,
    "millionen": 6,
    "mrd": 9,
    "milliarde": 9,
    "milliarden": 9,
    "billion": 12,
    "billionen": 12,
}
_SEVERAL = re.compile(r"(?:zehn|hundert)?tausende[nr]?|hunderte[nr]?|dutzende[nr]?|millionen|milliarden|billionen")

_GROUPING = r"[. \u00a0\u202f'’]"
"""Between thousands."""
_CANDIDATE = re.compile(
    r"(?<![\w.,/:#§@+])(?<![^\s\d(]-)(?:"
    rf"(?P<digits>\d{{1,3}}(?:{_GROUPING}\d{{3}}){{1,5}}(?:,\d{{1,9}})?|\d{{1,18}}(?:,\d{{1,9}})?)(?![\w:/]|-(?!\d)|[.,]\d)"
    r"|(?P<age>\d{1,3}|[^\W\d_]{3,25}?(?=jährige))(?=-?jährige|- (?:bis|und|oder) \d{1,3}-?jährige)"
    r"|(?P<half>(?:die|der|einer?) Hälfte)(?= (?:der|des|aller|von|davon|ihrer|seiner|unserer)\b)"
    r"|(?P<word>[^\W\d_]+)(?![\w-]))",
    re.IGNORECASE,
)
_HALF = re.compile(r"\s+halbe[nrs]?\b")
_MINUS = re.compile(r"(?:(?<![^\s(])(?<!\d\s)[-−]|(?<!/)\bminus\s)$", re.IGNORECASE)
_CLOCK = re.compile(r"\b(?:halb|Viertel (?:vor|nach)|kurz (?:vor|nach)) $")
"""Before an hour in words: "gegen halb acht"."""
_PART = re.compile(
    r" (?:Drittel|Fünftel|Sechstel|Siebtel|Achtel|Neuntel|Zehntel|Viertel(?= (?:der|des|aller|von|davon)\b))\b"
)
_SCALE = re.compile(rf"\s?\b(?P<scale>{'|'.join(sorted(_SCALES, key=len, reverse=True))}|dutzend)\b\.?", re.IGNORECASE)
_SOME = re.compile(r"\b(?:(?:mehrere|einige|viele)[nr]?|zig|ein paar)\s+$", re.IGNORECASE)
_LABEL = re.compile(
    r"(?:\b(?:artikel|art\.|absatz|abs\.|paragraf|paragraph|nummer|nr\.|az\.:?|aktenzeichen|platz|rang|kapitel|seite|teil|folge|gleis|tel\.|telefon"
    r"|telefonnummer|formel|agenda|kategorie|version|ziffer|top|staffel|spieltag|saison|runde)|§)\s*$",
    re.IGNORECASE,
)
_CURRENCY = re.compile(r"(?:US)?[€$£]\s?$")
_TEMPO = re.compile(r"\bTempo $")
"""Before a speed: "mit Tempo 80"."""
_RANGE = re.compile(r"\s?[-–]\s?|-?\s+(?:bis(?:\s+zu)?|oder|und|auf)\s+")
_BETWEEN = re.compile(r"\bzwischen\s$", re.IGNORECASE)
_FULL = 1000
"""Lower ends of ranges from here on are not meant in millions: "von 800.000 auf 1,2 Millionen"."""
_AGES = re.compile(r"- (?:bis|und|oder) \d{1,3}-")
"""Behind the lower of two ages: "14- bis 17-Jährige"."""
_ORDINAL = re.compile(
    r"\.(?=[),+]|\s+(?!(?:Der|Die|Das|Den|Dem|Es|Er|Sie|Im|In|Am|Auf|Bei|Mit|Zu\w*|Wir|Ein\w*|Und|Aber|Da\w*)\b)\w)"
)
_MINUTE = re.compile(r"\.(?=\s+(?:Spiel)?[Mm]inute\b)")
"""Behind an ordinal that tells when in a match: "in der 23. Minute"."""
_OF = re.compile(r"\s+(?:(?:der|von|aller|dieser|ihrer|seiner|davon|insgesamt|knapp|rund|etwa|gut|den)\s+){1,3}")
"""Between a part and its whole: "1200 der rund 14.000 Stellen"."""
_ADDRESS = re.compile(
    r"(?:https?://|www\.)\S+|(?<![\w.+-])[\w.+-]{1,64}@[\w.-]+"
    r"|(?<!\w)(?:\+\d{1,3}|0\d{2,5})[\s/-]\d[\d /-]{2,20}"
)
_NAME = re.compile(r"(?<![.!?:\n] )(?<!^)\b[A-ZÄÖÜ][\w-]*\s$")
_FRACTION = re.compile(r"[\d.]+,\d")
_TOTAL = 120  # characters before a number in which it may be said what it is the number of
_REACH = 24  # characters before a number in which the words that belong to it are looked for


Span = tuple[int, int]


class Number(NamedTuple):
    """A number in a text: `value` in decimal notation, empty where it is not said; `unit` as written, or empty.

    `approximation` says how exact it is meant, as "about" or "more than"; empty where the text does not restrict it.
    """

    start: int
    end: int
    value: str
    unit: str
    approximation: str


def find(text: str, times: Iterable[Span] = (), names: Iterable[Span] = (), ends: Collection[int] = ()) -> list[Number]:
    """Numbers in `text` in order, apart from those that belong to the spans of `times` and `names`.

    A number begins at a word such as "rund" and ends with what it counts. The two ends of a range are two numbers, the
    least and the most that is meant.

    Args:
        ends: where sentences end: a number before that full stop is no ordinal.
    """
    used, named = bytearray(len(text)), bytearray(len(text))
    for start, end in (*times, *(match.span() for match in _ADDRESS.finditer(text))):
        used[start:end] = b"\1" * (end - start)
    for start, end in names:
        named[start:end] = b"\1" * (end - start)
    read = []
    position = 0
    for candidate in _CANDIDATE.finditer(text):
        if candidate.start() < position:
            continue
        if (core := _read(text, candidate, ends)) and not _touches(core, used, named):
            read.append(core)
            position = core[1]
    found: list[Number] = []
    following: _Following | None = None
    for start, end, number, scale in reversed(read):
        factor = scale
        unit, stop = units.unit(text, end, used, named)
        joined = following is not None and _RANGE.fullmatch(text, end, following[0])
        if following is not None and not unit:
            unit, factor = _shared(text, end, number, scale, following)
        first, approximation = _first(text, start, used)
        speed = _TEMPO.search(text, max(0, start - _REACH), start)
        if speed or not _is_name(text, start, unit or ("scaled" if factor != 1 else "")):
            value = "" if number is None else f"{(number * factor).normalize():f}"
            if not unit and (written := _CURRENCY.search(text, max(0, start - 4), start) or speed):
                unit, first = written[0].strip(), written.start()
            counted = unit or units.total(text[max(0, first - _TOTAL) : first])
            if joined and found and _is_range(text, first, joined[0]) and _is_less(value, found[-1].value):
                found[-1] = found[-1]._replace(approximation=found[-1].approximation or approximation or "at most")
                approximation = approximation or "at least"
            found.append(Number(first, stop, value, counted, approximation))
        following = (start, end, factor, unit)
    return _apart(reversed(found))


_Following = tuple[int, int, Decimal, str]
"""Start, end, scale and unit of the number behind another."""


def _shared(text: str, end: int, number: Decimal | None, scale: Decimal, following: _Following) -> tuple[str, Decimal]:
    """Unit and scale that a number has from the one behind it: "20 bis 30 Boote", "1,2 der 3,4 Millionen Euro"."""
    if joined := _RANGE.fullmatch(text, end, following[0]):
        is_scaled = "und" not in joined[0] and (number is None or number < _FULL)
    elif _OF.fullmatch(text, end, following[0]):
        is_scaled = number is not None and number % 1 != 0
    else:
        return "", scale
    return following[3], following[2] if scale == 1 and is_scaled else scale


def _is_range(text: str, start: int, between: str) -> bool:
    """Whether two numbers are the ends of a range: "20 bis 30", "zwischen 20 und 30"."""
    return "bis" in between or not between.strip(" -–") or bool(_BETWEEN.search(text, max(0, start - _REACH), start))


def _is_less(lower: str, upper: str) -> bool:
    return bool(lower and upper) and Decimal(lower) < Decimal(upper)


_Core = tuple[int, int, Decimal | None, Decimal]
"""Start, end, number (None: not said) and scale."""


def _read(text: str, candidate: re.Match[str], ends: Collection[int]) -> _Core | None:
    """The number that begins at a candidate."""
    if candidate["half"]:
        return candidate.start(), candidate.end() - len(" Hälfte"), Decimal(1), Decimal(1)
    if candidate["age"]:
        years = candidate["age"]
        if not years.isdecimal():
            number = spelled(years.lower()) if units.age_in_words(text, candidate.start()) else None
            return None if number is None else (*candidate.span(), number, Decimal(1))
        is_age = _AGES.match(text, candidate.end()) or units.age(text, candidate.end())[0]
        return (*candidate.span(), Decimal(years), Decimal(1)) if is_age else None
    core = _in_digits(text, candidate, ends) if candidate["digits"] else _in_words(text, candidate)
    if core is None:
        return None
    start, end, number = core
    scale = Decimal(1)
    if number is not None and (match := _SCALE.match(text, end)):
        name = match["scale"].lower()
        scale = Decimal(12) if name == "dutzend" else Decimal(10) ** _SCALES[name]
        end = match.end() if match[0].endswith(".") and name in ("mio", "mrd") else match.end("scale")
    return start, end, number, scale


def _in_digits(text: str, candidate: re.Match[str], ends: Collection[int]) -> tuple[int, int, Decimal] | None:
    start, end = candidate.span()
    digits = candidate["digits"]
    if minute := _MINUTE.match(text, end):
        return start, minute.end(), Decimal(digits)
    is_ordinal = len(digits) <= 3 and end + 1 not in ends and _ORDINAL.match(text, end)
    if re.match(r"0\d", digits) or is_ordinal:
        return None
    return _signed(text, start, end, Decimal(re.sub(_GROUPING, "", digits).replace(",", ".")))


def _signed(text: str, start: int, end: int, number: Decimal) -> tuple[int, int, Decimal]:
    """A number with the minus before it, if there is one: "minus zwölf"."""
    minus = _MINUS.search(text, max(0, start - _REACH), start)
    return (minus.start(), end, -number) if minus else (start, end, number)


def _in_words(text: str, candidate: re.Match[str]) -> tuple[int, int, Decimal | None] | None:
    start, end = candidate.span()
    word = candidate["word"].lower()
    some = word in ("tausend", "hundert", "hunderttausend", "zehntausend", "dutzend") and _SOME.search(
        text, max(0, start - _REACH), start
    )
    if some or _SEVERAL.fullmatch(word):
        return start, end, None
    if word in ("ein", "eine", "einer", "einem", "halbe", "dutzend"):
        number = Decimal("0.5") if word == "halbe" else Decimal(1)
        if half := _HALF.match(text, end):
            number, end = Decimal("0.5"), half.end()
        if word == "dutzend":
            return start, start, number
        return (start, end, number) if _SCALE.match(text, end) or _PART.match(text, end) else None
    inside = candidate["word"][0].isupper() and not _begins(text, start)
    known = None if inside or _CLOCK.search(text, max(0, start - _REACH), start) else spelled(word)
    return None if known is None else _signed(text, start, end, known)


def _begins(text: str, start: int) -> bool:
    before = text[max(0, start - 3) : start]
    return not re.search(r"[\w,;)–-]", before) or bool(re.search(r"[.!?:\n]\W*$", before))


def _touches(core: _Core, *spans: bytearray) -> bool:
    return any(any(span[core[0] : core[1]]) for span in spans)


def _first(text: str, start: int, used: bytearray) -> tuple[int, str]:
    some = _SOME.search(text, max(0, start - _REACH), start)
    if some and not any(used[some.start() : start]):
        start = some.start()
    first, approximation = before(text, start)
    return (start, "") if any(used[first:start]) else (first, approximation)


def _is_name(text: str, start: int, unit: str) -> bool:
    """Whether a number is part of a name (Artikel 5, Boeing 737) or a time of day."""
    is_bare = text[start].isdigit() and not unit and not _FRACTION.match(text, start)
    name = _NAME.search(text, max(0, start - _REACH), start) if is_bare else None
    return bool(name or _LABEL.search(text, max(0, start - _REACH), start)) or unit == "Uhr"


def _apart(numbers: Iterable[Number]) -> list[Number]:
    apart: list[Number] = []
    for number in numbers:
        if not apart or number.start >= apart[-1].end:
            apart.append(number)
    return apart
