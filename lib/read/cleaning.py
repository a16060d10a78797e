"""Text as it came to the article's text: title, body, and what on the page is neither.

Nothing is lost: every visible character is in the text or in a removed piece, in its order. A paragraph is furniture
only when it is known to be by its own words and its place; in doubt it stays.
"""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from lib.article import UNKNOWN, Furniture
from lib.read import furniture, metadata
from lib.read.lines import Line, assemble, is_prose, split, unwrap
from lib.read.metadata import Stated
from lib.read.titles import mark_title

# A full stop by itself behind a sentence, and no ellipsis typed with spaces.
STRAY_STOP = re.compile(r"(?<=[.!?…“”\"»«])(?<!\s\.)\s\.(?=\s|$)(?!\s\.)")

MAX_CODE = 100
"""Lines of one piece of code; where its braces are not closed by then it is text."""
MAX_FURNITURE = 400
"""Longest paragraph, in characters, that can be known by its words; longer ones are always the article's."""

MAX_CREDIT = 100
"""Longest line, in characters, beside the text of a page that may be a credit."""
_FRAME = "page frame"

Paragraph = list[Line]


class Cleaned(NamedTuple):
    """What cleaning gives; the title is "unknown" where there is none."""

    text: str
    title: str
    removed: tuple[Furniture, ...]
    stated: Stated


def clean(text: str, title: str = "", frame: Sequence[tuple[int, str]] = ()) -> Cleaned:
    """Split a raw text into the article and its furniture.

    Args:
        text: the raw text; may begin with the title, and is never taken for markup.
        title: the title, if it is known from elsewhere; else it is read from the text, where it stands alone.
        frame: what a page shows beside the text, each with the number of the line before which it stands.

    Returns:
        The text with the title, if any, as its first line; the title without suffixes of outlet, section or date;
        the furniture; and what the article states about itself.
    """
    stated = Stated()
    lines = _framed(text, frame)
    _mark_code(lines)
    lines = list(_without_stray_stops(lines))
    title = mark_title(lines, " ".join(title.split()), stated)
    for line in lines:  # also where no blank line parts it from a wrapped one before
        line.breaks |= any(kind.pattern.fullmatch(line.text) for kind in (*furniture.ANYWHERE, *furniture.HEADINGS))
    unwrap(lines)
    _mark_known(lines)
    _mark_tail(lines)
    _mark_statements(lines, stated)
    cleaned, removed = assemble(lines)
    return Cleaned(cleaned, title or UNKNOWN, removed, stated)


def _framed(text: str, frame: Sequence[tuple[int, str]]) -> list[Line]:
    if not frame:
        return split(text)
    lines = [*map(split, text.split("\n")), []]
    for at, words in reversed(frame):
        lines[at].insert(0, Line(words, reason=_FRAME, group=at))
    return [line for several in lines for line in several]


def _paragraphs(lines: Sequence[Line]) -> Iterator[Paragraph]:
    """The article's paragraphs, title and furniture left out."""
    paragraph: Paragraph = []
    for line in lines:
        if line.breaks and paragraph:
            yield paragraph
            paragraph = []
        if not line.reason and not line.title:
            paragraph.append(line)
    if paragraph:
        yield paragraph


def _joined(paragraph: Paragraph) -> str:
    return " ".join(line.text for line in paragraph)


def _remove(paragraph: Sequence[Line], reason: str, group: Sequence[Line] | None = None) -> None:
    for line in paragraph:
        line.reason, line.group = reason, id((group or paragraph)[0])


def _mark_code(lines: Sequence[Line]) -> None:
    """Scripts and styles that an export left in the text: from a line that begins so to where its braces are closed."""
    at = 0
    while at < len(lines):
        depth, end = 0, at
        if not lines[at].reason and furniture.CODE.match(lines[at].text):
            while (
                end < min(len(lines), at + MAX_CODE) and (end == at or depth > 0) and not _is_sentence(lines[end].text)
            ):
                depth += lines[end].text.count("{") - lines[end].text.count("}")
                end += 1
        if end > at and depth <= 0:
            _remove(lines[at:end], "code")
        at = max(at + 1, end)


def _is_sentence(text: str) -> bool:
    return is_prose(text) and not re.search(r"[;{}=]", text)


def _without_stray_stops(lines: Sequence[Line]) -> Iterator[Line]:
    """The lines, with full stops that stand by themselves as pieces of their own."""
    for line in lines:
        at = 0
        for stray in () if line.reason else STRAY_STOP.finditer(line.text):
            yield Line(line.text[at : stray.start()].strip(), line.breaks and at == 0)
            yield Line(stray[0].strip(), breaks=False, reason=furniture.MARK.reason)
            at = stray.end()
        if at == 0:
            yield line
        elif rest := line.text[at:].strip():
            yield Line(rest, breaks=False)


def _match(pattern: re.Pattern[str], text: str) -> re.Match[str] | None:
    return pattern.fullmatch(text) if len(text) <= MAX_FURNITURE else None


def _known(kinds: Sequence[furniture.Kind], text: str) -> str:
    """The reason why a paragraph is furniture of one of the kinds; empty if it is not."""
    return next((reason for reason, pattern in kinds if _match(pattern, text)), "")


def _mark_known(lines: Sequence[Line]) -> None:
    for paragraph in _paragraphs(lines):
        if reason := _known((furniture.MARK, *furniture.ANYWHERE), _joined(paragraph)):
            _remove(paragraph, reason)


def _mark_tail(lines: Sequence[Line]) -> None:
    """Behind the article: headings of furniture with all that stands under them, tags, copyright."""
    paragraphs = list(_paragraphs(lines))
    texts = list(map(_joined, paragraphs))
    heading: tuple[str, Paragraph] | None = None
    for paragraph, text in list(zip(paragraphs, texts, strict=True))[_body_end(texts) :]:
        reason = _known(furniture.HEADINGS, text)
        if reason and (heading is None or heading[0] != reason):
            heading = reason, paragraph
        if _match(metadata.CREDIT, text):
            continue
        if alone := _known(furniture.TAIL, text):
            _remove(paragraph, alone)
        elif heading:
            _remove(paragraph, *heading)


def _body_end(texts: Sequence[str]) -> int:
    """Number of the first paragraph behind the last running text, readers' comments left out.

    Comments are sentences too; where a form for them is shown, they begin at their heading, or with the form.
    """
    running = [number for number, text in enumerate(texts) if is_prose(text) and not _known(furniture.TAIL, text)]
    if not running:
        return len(texts)
    form, comments = (kind.pattern for kind in furniture.HEADINGS[1:])
    end = running[-1] + 1
    forms = [number for number in range(running[0] + 1, len(texts)) if _match(form, texts[number])]
    if forms:
        end = min(end, forms[0])
        end = next((number for number in range(running[0] + 1, end) if _match(comments, texts[number])), end)
    return end


def _mark_statements(lines: list[Line], stated: Stated) -> None:
    """Take what the article states about itself; lines with author or date leave the text, credits of agencies stay."""
    paragraphs = list(_paragraphs(lines))
    texts = list(map(_joined, paragraphs))
    running = [number for number, text in enumerate(texts) if is_prose(text)]
    # Author and date stand over the text or between its lead and the rest.
    head, tail = (running[:2][-1], running[-1]) if running else (0, len(texts))
    for number, (paragraph, text) in enumerate(zip(paragraphs, texts, strict=True)):
        # Between paragraphs the name alone may be a broken piece of one; in brackets it is a credit.
        if (number < head or number > tail or "(" in text) and (credit := _match(metadata.CREDIT, text)):
            stated.agencies = stated.agencies or credit["agencies"]
        elif number >= head:
            continue
        elif section := _known(furniture.HEAD, text):
            _remove(paragraph, section)
        elif byline := _match(metadata.BYLINE, text):
            _remove(paragraph, "byline")
            stated.author = stated.author or byline["author"]
        elif day := _match(metadata.DATE_LINE, text):
            _remove(paragraph, "date line")
            stated.published = stated.published or metadata.issued(day)
    for number in running[:2]:
        metadata.read_dateline(texts[number], stated)
    if running:
        last = paragraphs[running[-1]][-1]
        found = metadata.CREDIT_AT_END.search(last.text, max(0, len(last.text) - MAX_FURNITURE))
        if found and found.start():
            stated.agencies = stated.agencies or found["agencies"]
    beside = (metadata.credited(line.text) for line in lines if line.reason == _FRAME and len(line.text) <= MAX_CREDIT)
    stated.agencies = stated.agencies or next(filter(None, beside), "")
