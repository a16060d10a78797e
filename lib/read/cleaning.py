"""Text as it came to the article's text: title, body, and what on the page is neither.

Nothing is lost: every visible character is in the text or in a removed piece, in its order. A paragraph is furniture
only when it is known to be by its own words and its place; in doubt it stays.
"""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from lib.article import UNKNOWN, Furniture
from lib.read import furniture, metadata
from lib.read.lines import Line, assemble, is_prose, split, split_off, unwrap
from lib.read.metadata import Stated
from lib.read.titles import mark_title

# A full stop by itself behind a sentence, and no ellipsis typed with spaces.
STRAY_STOP = re.compile(r"(?<=[.!?…“”\"»«])(?<!\s\.)\s\.(?=\s|$)(?!\s\.)")

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
    _split_stray_stops(lines)
    title = mark_title(lines, " ".join(title.split()), stated)
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
        lines[at].insert(0, Line(words, reason="page frame", group=at))
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


def _remove(paragraph: Paragraph, reason: str, group: Paragraph | None = None) -> None:
    for line in paragraph:
        line.reason, line.group = reason, id((group or paragraph)[0])


def _split_stray_stops(lines: list[Line]) -> None:
    for line in [line for line in lines if not line.reason]:
        for stray in reversed(list(STRAY_STOP.finditer(line.text))):
            split_off(lines, line, stray.start(), stray.end(), furniture.MARK.reason)


def _mark_known(lines: Sequence[Line]) -> None:
    for paragraph in _paragraphs(lines):
        text = _joined(paragraph)
        for reason, pattern in (furniture.MARK, *furniture.ANYWHERE):
            if pattern.fullmatch(text):
                _remove(paragraph, reason)
                break


def _mark_tail(lines: Sequence[Line]) -> None:
    """Behind the article: headings of furniture with all that stands under them, tags, copyright."""
    paragraphs = list(_paragraphs(lines))
    texts = list(map(_joined, paragraphs))
    heading: tuple[str, Paragraph] | None = None
    for paragraph, text in list(zip(paragraphs, texts, strict=True))[_body_end(texts) :]:
        for reason, pattern in furniture.HEADINGS:
            if pattern.fullmatch(text) and (heading is None or heading[0] != reason):
                heading = reason, paragraph
        known = next((reason for reason, pattern in furniture.TAIL if pattern.fullmatch(text)), "")
        if metadata.CREDIT.fullmatch(text):
            continue
        if known:
            _remove(paragraph, known)
        elif heading:
            _remove(paragraph, *heading)


def _body_end(texts: Sequence[str]) -> int:
    """Number of the first paragraph behind the last running text, readers' comments left out.

    Comments are sentences too; where a form for them is shown, they begin at their heading, or with the form.
    """
    running = [number for number, text in enumerate(texts) if is_prose(text)]
    if not running:
        return len(texts)
    form, comments = (kind.pattern for kind in furniture.HEADINGS[1:])
    end = running[-1] + 1
    forms = [number for number in range(running[0] + 1, len(texts)) if form.fullmatch(texts[number])]
    if forms:
        end = min(end, forms[0])
        end = next((number for number in range(running[0] + 1, end) if comments.fullmatch(texts[number])), end)
    return end


def _mark_statements(lines: list[Line], stated: Stated) -> None:
    """Credits of agencies, lines with author or date, and what the dateline states."""
    paragraphs = list(_paragraphs(lines))
    running = [paragraph for paragraph in paragraphs if is_prose(_joined(paragraph))]
    # Author and date stand over the text or between its lead and the rest.
    head = paragraphs[: paragraphs.index(running[:2][-1])] if running else []
    tail = paragraphs[paragraphs.index(running[-1]) + 1 :] if running else []
    for paragraph in paragraphs:
        text = _joined(paragraph)
        found = metadata.CREDIT.fullmatch(text)
        # Between paragraphs the name alone may be a broken piece of one; in brackets it is a credit.
        if found and (paragraph in head or paragraph in tail or "(" in text):
            _remove(paragraph, "agency credit")
            stated.agencies = stated.agencies or found["agencies"]
    for paragraph in head:
        text = _joined(paragraph)
        if section := next((reason for reason, pattern in furniture.HEAD if pattern.fullmatch(text)), ""):
            _remove(paragraph, section)
        elif found := metadata.BYLINE.fullmatch(text):
            _remove(paragraph, "byline")
            stated.author = stated.author or found["author"]
        elif found := metadata.DATE_LINE.fullmatch(text):
            _remove(paragraph, "date line")
            if not found["updated"]:
                stated.published = stated.published or metadata.stated_date(text)
    if running:
        metadata.read_dateline(running[0][0].text, stated)
        last = running[-1][-1]
        if (found := metadata.CREDIT_AT_END.search(last.text)) and found.start():
            stated.agencies = stated.agencies or found["agencies"]
            split_off(lines, last, found.start(), found.end(), "agency credit")
