"""Numbers in German text, in digits or spelled, with what they count."""

import re
from collections.abc import Iterable
from decimal import Decimal
from typing import NamedTuple

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
    r"|(?P<word>[^\W\d_]+)(?![\w-]))"
)
_HALF = re.compile(r"\s+halbe[nrs]?\b")
_MINUS = re.compile(r"(?:(?<![^\s(])(?<!\d\s)[-−]|(?<!/)\bminus\s)$", re.IGNORECASE)
_SCALE = re.compile(rf"\s?\b(?P<scale>{'|'.join(sorted(_SCALES, key=len, reverse=True))}|dutzend)\b\.?", re.IGNORECASE)
_SOME = re.compile(r"\b(?:mehrere|einige|viele|zig|ein paar)\s+$", re.IGNORECASE)
_LABEL = re.compile(
    r"(?:\b(?:artikel|art\.|absatz|abs\.|paragraf|paragraph|nummer|nr\.|platz|rang|kapitel|seite|teil|folge|gleis|tel\.|telefon"
    r"|telefonnummer|formel|agenda|kategorie|version|ziffer|top|staffel|spieltag|saison|runde)|§)\s*$",
    re.IGNORECASE,
)
_CURRENCY = re.compile(r"(?:US)?[€$£]\s?$")
_NO_ADJECTIVE = """der|die|den|dem|des|oder|aber|über|unter|ohne|eine|einer|einem|einen|eines|ihre|ihrer|ihren|seine
|seiner|seinen|wurde|wurden|werden|werde|haben|hatten|waren|sollen|konnten|können|müssen|mussten|wollen|neben|gegen|sowie|wegen
|zwischen|während|alle|allen|aller|hätten|wären|viele|vielen""".replace("\n", "")
_ADJECTIVE = rf"(?!(?:{_NO_ADJECTIVE})\b)[a-zäöüß-]+e[mnrs]?"
_UNIT = re.compile(
    r"[ \u00a0\u202f]?(?P<sign>%|‰|°\s?C|°|€|\$|£)"
    r"|[ \u00a0\u202f](?P<measure>km/h|km²|km|kg|cm|mm|qm|m²|m|ha|t|l)(?![\w/])"
    rf"|(?:[ \u00a0]{_ADJECTIVE}){{0,3}}(?:[ \u00a0][A-ZÄÖÜ]\w{{3,}}er(?=[ \u00a0][A-ZÄÖÜ]\w+[a-zäöüß]))?"
    r"[ \u00a0](?P<noun>[A-ZÄÖÜ][\w-]*(?: (?:pro|je) [A-ZÄÖÜ]\w+)?)"
)
_OF = re.compile(
    r"[ \u00a0](?:der|aller)(?:(?P<more>[ \u00a0](?:insgesamt[ \u00a0])?[\d.]+)[ \u00a0](?P<all>[A-ZÄÖÜ][\w-]+)"
    r"|[ \u00a0](?P<noun>[A-ZÄÖÜ][\w-]*(?:en|ern?))\b)"
)
"""Of what a number is a part: "35 der Infizierten", "14 der 15 Mitglieder"; others may be one thing: "10 der Welt"."""
_RANGE = re.compile(r"\s?[-–]\s?|\s+(?:bis(?:\s+zu)?|oder|und)\s+")
_ORDINAL = re.compile(
    r"\.(?=\s+(?!(?:Der|Die|Das|Den|Dem|Es|Er|Sie|Im|In|Am|Auf|Bei|Mit|Zu\w*|Wir|Ein\w*|Und|Aber|Da\w*)\b)\w)"
)
_ADDRESS = re.compile(
    r"(?:https?://|www\.)\S+|(?<![\w.+-])[\w.+-]{1,64}@[\w.-]+"
    r"|(?<!\w)(?:\+\d{1,3}|0\d{2,5})[\s/-]\d[\d /-]{2,20}"
)
_NAME = re.compile(r"(?<![.!?:\n] )(?<!^)\b[A-ZÄÖÜ][\w-]*\s$")
_FRACTION = re.compile(r"[\d.]+,\d")
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


def find(text: str, times: Iterable[Span] = (), names: Iterable[Span] = ()) -> list[Number]:
    """Numbers in `text` in order, apart from those that belong to the spans of `times` and `names`.

    A number begins at a word such as "rund" and ends with what it counts. The two ends of a range are two numbers.
    """
    used, named = bytearray(len(text)), bytearray(len(text))
    for start, end in (*times, *(match.span() for match in _ADDRESS.finditer(text))):
        used[start:end] = b"\1" * (end - start)
    for start, end in names:
        named[start:end] = b"\1" * (end - start)
    read = []
    position = 0
    for candidate in _CANDIDATE.finditer(text):
        if candidate.start() >= position and (core := _read(text, candidate)) and not _touches(core, used, named):
            read.append(core)
            position = core[1]
    found: list[Number] = []
    following: tuple[int, int, Decimal, str] | None = None  # start, end, scale and unit of the number after this one
    for start, end, number, scale in reversed(read):
        factor = scale
        unit, stop = _unit(text, end, used)
        joined = following is not None and _RANGE.fullmatch(text, end, following[0])
        if following is not None and joined and not unit:
            unit = following[3]
            if scale == 1 and "und" not in joined[0]:
                factor = following[2]
        first, approximation = _first(text, start, used)
        if not _is_name(text, start, unit or ("scaled" if factor != 1 else "")):
            value = "" if number is None else f"{(number * factor).normalize():f}"
            if not unit and (currency := _CURRENCY.search(text, max(0, start - 4), start)):
                unit, first = currency[0].strip(), currency.start()
            found.append(Number(first, stop, value, unit, approximation))
        following = (start, end, factor, unit)
    return _apart(reversed(found))


def _read(text: str, candidate: re.Match[str]) -> tuple[int, int, Decimal | None, Decimal] | None:
    """Start, end, number (None: not said) and scale of the number that begins at a candidate."""
    start, end = candidate.span()
    number: Decimal | None
    if digits := candidate["digits"]:
        if re.match(r"0\d", digits) or (len(digits) <= 3 and _ORDINAL.match(text, end)):
            return None
        number = Decimal(re.sub(_GROUPING, "", digits).replace(",", "."))
        if minus := _MINUS.search(text, max(0, start - _REACH), start):
            start, number = minus.start(), -number
    else:
        word = candidate["word"].lower()
        inside = candidate["word"][0].isupper() and not _begins(text, start)
        several = _SEVERAL.fullmatch(word)
        if several or (word in ("tausend", "hundert", "dutzend") and _SOME.search(text, max(0, start - _REACH), start)):
            return start, end, None, Decimal(1)
        if word in ("ein", "eine", "einer", "einem", "halbe", "dutzend"):
            number = Decimal("0.5") if word == "halbe" else Decimal(1)
            if half := _HALF.match(text, end):
                number, end = Decimal("0.5"), half.end()
            if word != "dutzend" and not _SCALE.match(text, end):
                return None
            end = start if word == "dutzend" else end
        else:
            known = None if inside else spelled(word)
            if known is None:
                return None
            number = known
    scale = Decimal(1)
    if match := _SCALE.match(text, end):
        name = match["scale"].lower()
        scale = Decimal(12) if name == "dutzend" else Decimal(10) ** _SCALES[name]
        end = match.end() if match[0].endswith(".") and name in ("mio", "mrd") else match.end("scale")
    return start, end, number, scale


def _begins(text: str, start: int) -> bool:
    before = text[max(0, start - 3) : start]
    return not re.search(r"[\w,;)–-]", before) or bool(re.search(r"[.!?:\n]\W*$", before))


def _touches(core: tuple[int, int, Decimal | None, Decimal], *spans: bytearray) -> bool:
    return any(any(span[core[0] : core[1]]) for span in spans)


def _unit(text: str, end: int, used: bytearray) -> tuple[str, int]:
    match = _UNIT.match(text, end)
    if not match:
        part = _OF.match(text, end)
        return (part["all"] or part["noun"], end if part["more"] else part.end()) if part else ("", end)
    unit = match[match.lastgroup or 0]
    return ("", end) if any(used[end : match.end()]) else (unit, match.end())


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
