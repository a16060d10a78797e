"""Spans over a text -> escaped HTML: marks that may overlap, labels in the text, pieces put in between."""

import re
from bisect import bisect_left, bisect_right
from collections import defaultdict, deque
from collections.abc import Iterable, Iterator, Mapping, Sequence
from html import escape
from itertools import pairwise, takewhile
from typing import NamedTuple

_PARAGRAPH = re.compile(r"\S(?:.*?\S)??(?=\s*\n\s*\n|\s*\Z)", re.DOTALL)


class Span(NamedTuple):
    """A mark on `text[start:end]`."""

    start: int
    end: int
    kind: str
    """Class of the element, by which the style sheet knows it."""
    label: str = ""
    """Words shown behind the marked text, so that the mark does not rest on colour alone."""
    title: str = ""
    """Words shown on hover; of a label that leads somewhere also read aloud behind it."""
    href: str = ""
    """Where the label leads."""
    id: str = ""
    """Id of the element, for a link to lead to."""


def render(
    text: str, spans: Sequence[Span], start: int = 0, end: int | None = None, pieces: Mapping[int, str] | None = None
) -> str:
    """HTML of `text[start:end]`, everything from the text escaped.

    Where spans overlap, the one that is named first lies outside. One that crosses the border of another is cut there
    into several elements; its label follows the last of them, its id is on the first.

    Args:
        spans: with offsets into `text`; what lies outside of start and end is cut off.
        pieces: HTML to put in between, by the offset before which it stands.
    """
    end = len(text) if end is None else end
    pieces = {at: piece for at, piece in (pieces or {}).items() if start < at < end}
    beginning: dict[int, list[tuple[int, Span]]] = defaultdict(list)
    edges = {start, end, *pieces}
    for rank, span in enumerate(spans):
        if max(span.start, start) < min(span.end, end):
            beginning[max(span.start, start)].append((rank, span))
            edges |= {max(span.start, start), min(span.end, end)}
    html: list[str] = []
    open_: list[tuple[int, Span]] = []
    for here, there in pairwise([*sorted(edges), end]):
        wanted = sorted([(rank, span) for rank, span in open_ if span.end > here and here < end] + beginning[here])
        kept = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(open_, wanted, strict=False)))
        html += [_closing(span, ended=span.end <= here) for _, span in reversed(open_[kept:])]
        html.append(pieces.get(here, ""))
        html += [_opening(span, first=span.start == here) for _, span in wanted[kept:]]
        html.append(escape(text[here:there]))
        open_ = wanted
    return "".join(html)


def article(text: str, spans: Sequence[Span], pieces: Iterable[tuple[int, str]] = (), *, titled: bool) -> str:
    """HTML of a whole text: a paragraph for each of its own, the first as heading if the text is `titled`.

    Args:
        pieces: offset and HTML of what stands before it: within a paragraph, else in a paragraph of its own.
    """
    html: list[str] = []
    waiting = deque(sorted(pieces, key=lambda piece: piece[0]))
    bounds = list(paragraphs(text))
    for number, ((start, end), marks) in enumerate(zip(bounds, _by_paragraph(spans, bounds), strict=True)):
        while waiting and waiting[0][0] <= start:
            html.append(f"<p>{waiting.popleft()[1]}</p>")
        inner: dict[int, str] = defaultdict(str)
        while waiting and waiting[0][0] < end:
            at, piece = waiting.popleft()
            inner[at] += piece
        tag = "h2" if titled and number == 0 else "p"
        html.append(f"<{tag}>{render(text, marks, start, end, inner)}</{tag}>")
    return "\n".join(html + [f"<p>{piece}</p>" for _, piece in waiting])


def _by_paragraph(spans: Sequence[Span], bounds: Sequence[tuple[int, int]]) -> list[list[Span]]:
    """The spans that reach into each paragraph, in their order."""
    found: list[list[Span]] = [[] for _ in bounds]
    for span in spans:
        first = bisect_right(bounds, span.start, key=lambda one: one[1])
        for number in range(first, bisect_left(bounds, span.end, key=lambda one: one[0])):
            found[number].append(span)
    return found


def paragraphs(text: str) -> Iterator[tuple[int, int]]:
    """Start and end of each paragraph; blank lines part them."""
    return (match.span() for match in _PARAGRAPH.finditer(text))


def _opening(span: Span, *, first: bool) -> str:
    title = f' title="{escape(span.title)}"' if span.title else ""
    id_ = f' id="{escape(span.id)}" tabindex="-1"' if span.id and first else ""
    return f'<span class="{escape(span.kind)}"{title}{id_}>'


def _closing(span: Span, *, ended: bool) -> str:
    if not (span.label and ended):
        return "</span>"
    label = escape(span.label)
    if span.href:
        spoken = f'<span class="spoken" lang="en">: {escape(span.title)}</span>' if span.title else ""
        label = f'<a href="{escape(span.href)}">{label}{spoken}</a>'
    return f"<small> {label}</small></span>"  # the blank is for who hears it or reads along
