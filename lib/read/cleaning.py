"""Text as it came to the article's text: title, body, and what on the page is neither.

Nothing is lost: every character that is no white space is in the text or in a removed piece, in its order.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from lib.article import UNKNOWN, Furniture
from lib.read import furniture
from lib.read.lines import Line, assemble, ends_sentence, is_prose, key, split, unwrap
from lib.read.metadata import stated_date

MAX_TITLE = 200
STRAY = re.compile(r"(?<=[.!?…“”\"»«])(?<!\.\s\.)\s\.(?=\s|$)(?!\s\.)")
SECTIONS = (
    "world|news|politics|business|sport|sports|opinion|europe|asia|politik|ausland|inland|welt|international|wirtschaft|panorama|kultur"
    "|nachrichten|aktuell|meinung|wissen|gesellschaft|europa|asien|vermischtes|schlagzeilen|politik ausland|politik inland"
)
OUTLETS = (
    "dw|dw\\.com|spiegel(?: online)?|der spiegel|zeit(?: online)?|die zeit|faz(?:\\.net)?|sz(?:\\.de)?|süddeutsche(?: zeitung|\\.de)?|taz(?:\\.de)?|welt|die welt"
    "|bild(?:\\.de)?|n-tv(?:\\.de)?|ntv(?:\\.de)?|tagesschau(?:\\.de)?|zdfheute|zdf|ard|orf(?:\\.at)?|srf|nzz|der standard|derstandard\\.(?:at|de)|die presse|focus(?: online)?"
    "|stern(?:\\.de)?|rt de|euronews|tagesspiegel|der tagesspiegel|handelsblatt|mdr(?:\\.de)?|ndr(?:\\.de)?|wdr|br24|swr|deutschlandfunk|merkur(?:\\.de)?|t-online|rnd"
)
DOMAIN = r"(?:[\w-]+\.)+(?:de|com|at|ch|net|org|info|eu|tv|news|li|lu|it)"
SUFFIX = re.compile(
    rf"(?P<suffix>\s+[-–—|·]\s+(?:(?P<outlet>{OUTLETS}|{DOMAIN})|(?:{SECTIONS})|(?P<dated>[^-–—|·]{{2,30}}(?=\s+[-–—|·]\s+\d)))"
    rf"(?:\s+[-–—|·]\s+(?P<date>\d{{1,2}}\.\s?\d{{1,2}}\.\s?\d{{4}}|\d{{4}}-\d\d-\d\d))?)$",
    re.IGNORECASE,
)


class Cleaned(NamedTuple):
    """What cleaning gives; fields are empty where the text states nothing."""

    text: str
    title: str
    removed: tuple[Furniture, ...]
    agencies: str = ""
    source: str = ""
    published: str = ""
    author: str = ""


@dataclass(slots=True)
class _Stated:
    agencies: str = ""
    source: str = ""
    published: str = ""
    author: str = ""


def clean(text: str, title: str = "", frame: Sequence[tuple[int, str]] = ()) -> Cleaned:
    """Split a raw text into the article and its furniture.

    Args:
        text: the raw text; may begin with the title, and is never taken for markup.
        title: the title, if it is known from elsewhere; else it is read from the text, where it stands alone.
        frame: what a page shows beside the text, each with the number of the line before which it stands.

    Returns:
        The text with the title, if any, as its first line; the title without suffixes of outlet, section or date.
    """
    lines = _framed(text, frame)
    title = " ".join(title.split())
    stated = _Stated()
    _marks(lines)
    first = next((line for line in lines if not line.reason), None)
    if title and (first is None or first.text != title):
        lines.insert(0, first := Line(title))
    if first is not None and (title or _stands_alone(lines, first)):
        first.title = True
        _cut_suffix(lines, first, stated)
        _repeated_titles(lines, first)
        title = first.text
    _known_kinds(lines)
    _tail(lines)
    _credits(lines, stated)
    unwrap(lines)
    cleaned, removed = assemble(lines)
    return Cleaned(cleaned, title or UNKNOWN, removed, stated.agencies, stated.source, stated.published, stated.author)


def _framed(text: str, frame: Sequence[tuple[int, str]]) -> list[Line]:
    if not frame:
        return split(text)
    lines = [split(line) for line in text.split("\n")] + [[]]
    for at, words in reversed(frame):
        lines[at].insert(0, Line(words, reason="page frame", group=at))
    return [line for several in lines for line in several]


def _marks(lines: list[Line]) -> None:
    """Lines without a word, and full stops that stand alone behind a sentence."""
    for line in list(lines):
        if line.reason:
            continue
        if furniture.MARK.pattern.fullmatch(line.text):
            line.reason = furniture.MARK.reason
        elif stray := STRAY.search(line.text):
            _split(lines, line, stray.start(), stray.end(), furniture.MARK.reason)


def _split(lines: list[Line], line: Line, start: int, end: int, reason: str) -> None:
    """Take the characters from `start` to `end` out of a line as a piece of furniture of its own."""
    at = lines.index(line) + 1
    piece, rest = line.text[start:end].strip(), line.text[end:]
    line.text = line.text[:start]
    lines.insert(at, Line(piece, breaks=False, reason=reason))
    if rest.strip():
        lines.insert(at + 1, Line(rest.strip(), breaks=False, glued=not rest[0].isspace()))


def _stands_alone(lines: list[Line], first: Line) -> bool:
    """Whether the first line reads and stands like a title: short, no sentence, and set off or repeated."""
    rest = lines[lines.index(first) + 1 :]
    if not rest or len(first.text) > MAX_TITLE or first.text.endswith((".", ":", ",")) or not key(first.text):
        return False
    body = next((line for line in rest if not line.reason), None)
    return body is not None and (rest[0].breaks or key(first.text) == key(rest[0].text))


def _cut_suffix(lines: list[Line], title: Line, stated: _Stated) -> None:
    found = SUFFIX.search(title.text)
    if found and found.start():
        stated.source = found["outlet"] or found["dated"] or ""
        stated.published = stated_date(found["date"] or "")
        _split(lines, title, found.start(), found.end(), "title suffix")


def _repeated_titles(lines: list[Line], title: Line) -> None:
    """Lines that, alone or with those after them, spell the title once more."""
    at = lines.index(title)
    suffix = key(lines[at + 1].text) if at + 1 < len(lines) and lines[at + 1].reason == "title suffix" else ""
    spellings = {key(title.text), key(title.text) + suffix}
    longest = max(map(len, spellings))
    for start, line in enumerate(lines):
        if line.title or line.reason or not spellings:
            continue
        spelled, end = "", start
        while end < len(lines) and not lines[end].reason and len(spelled) < longest:
            spelled += key(lines[end].text)
            end += 1
            if spelled in spellings:
                for copy in lines[start:end]:
                    copy.reason, copy.group = "repeated title", start
                break


def _known_kinds(lines: list[Line]) -> None:
    for line in lines:
        if line.reason or line.title:
            continue
        for kind in furniture.ANYWHERE:
            if kind.pattern.fullmatch(line.text):
                line.reason = kind.reason


def _tail(lines: list[Line]) -> None:
    """Headings of furniture with what stands under them, and tags, behind the last running text."""
    body = [at for at, line in enumerate(lines) if not line.reason and is_prose(line.text)]
    for at in range(body[-1] + 1 if body else len(lines), len(lines)):
        line = lines[at]
        if line.reason:
            continue
        for kind in (*furniture.HEADINGS, furniture.SLUG):
            if kind.pattern.fullmatch(line.text):
                line.reason, line.group = kind.reason, at


def _credits(lines: list[Line], stated: _Stated) -> None:
    for line in lines:
        if line.reason or line.title:
            continue
        if found := furniture.CREDIT.fullmatch(line.text):
            line.reason = "agency credit"
            stated.agencies = stated.agencies or found["agencies"]


__all__ = ["Cleaned", "clean", "ends_sentence"]
