"""What a page shows beside its article, in its place; and what of it is the article's after all: lead, subheadings."""

import re
from bisect import bisect_right
from collections.abc import Container, Iterable, Sequence
from itertools import accumulate
from typing import NamedTuple

from lib.read import furniture
from lib.read.blocks import Block
from lib.read.lines import is_prose, key

MAX_FRAME = 20_000
"""Characters of a page's frame that are kept, so that menus do not outweigh the articles."""
MIN_LEAD = 40
"""Shortest lead, in characters."""
MAX_HEADING = 150
"""Longest subheading, in characters."""
MIN_TITLE = 3
"""Words of a heading that is longer than the name of a site or section."""
SHORT = 20
"""Letters of a block that may stand in a text by chance."""
NEAR = 5
"""Lines after the last one that was found in which a short block may be the next."""
SAME = 0.6
AKIN = 0.25
"""Share of a lead's beginning that stands in a description: of any block, and of running text under the title."""
RUN = 12
"""Letters in a row by which that is looked for."""
QUOTED = 0.9
"""Share of a block that stands in the article, from which it is nothing else."""
LEAD = re.compile(
    r"lead(?!er)|intro|vorspann|standfirst|teaser|anriss|unterzeile|subline|abstract|summary|excerpt|perex",
    re.IGNORECASE,
)
"""How pages call a lead in their markup."""
NO_LEAD = re.compile(r"author|caption|comment|newsletter|promo|related|share", re.IGNORECASE)
NAMES = re.compile(r"class|id|itemprop|data-")
MAX_NAME = 200
"""Characters of an attribute that may be such a name; others hold whole objects."""

Placed = tuple[int, str]
"""Words, and the number of the line of the text before which they stand."""


class _Piece(NamedTuple):
    at: int
    block: Block
    is_titled: bool
    """Whether the page's title stands before."""
    is_over: bool = False
    """Whether it stands right over the text's next line."""


def framed(
    page: Iterable[Block], text: Sequence[str], title: str, descriptions: Sequence[str]
) -> tuple[list[str], list[Placed]]:
    """The article's lines with lead and subheadings that the text lacks, and what else the page shows.

    Args:
        page: the page's blocks.
        text: the article's lines, as they were found.
        title: the article's title.
        descriptions: how the page describes its article for machines, often with the lead.
    """
    pieces = _pieces(page, text, title)
    spelled = [key(description) for description in descriptions]
    head = next((number for number, line in enumerate(text) if is_prose(line)), 0)
    lead = next((n for n, piece in enumerate(pieces) if piece.at <= max(1, head) and _is_lead(piece, spelled)), -1)
    lines: list[str] = []
    frame: list[Placed] = []
    done = 0
    for number, piece in enumerate(pieces):
        lines += text[done : piece.at]
        done = piece.at
        if number == lead or (0 < piece.at < len(text) and _is_subheading(piece)):
            lines.append(piece.block.words)
        else:
            frame.append((len(lines), piece.block.words))
    return [*lines, *text[done:]], _cut(frame)


def _pieces(page: Iterable[Block], text: Sequence[str], title: str) -> list[_Piece]:
    """The blocks that do not stand in the text."""
    lines = [key(line) for line in text]
    whole = "\n".join(("", *lines, ""))
    runs = {whole[start : start + RUN] for start in range(len(whole) - RUN + 1)}
    starts = list(accumulate((len(line) + 1 for line in lines), initial=0))
    pieces: list[_Piece] = []
    named = key(title)
    at, is_titled, is_open = 0, False, False
    for block in page:
        spelled = key(block.words)
        if not spelled:
            continue
        # A short block must be a line of the text.
        wanted = spelled if len(spelled) > SHORT else f"\n{spelled}\n"
        found = whole.find(wanted, starts[at])
        found = whole.find(wanted) if found < 0 else found
        if found >= 0:
            line = bisect_right(starts, found)
            if is_open and line == at + 1 and _is_over(pieces[-1].block, block):
                pieces[-1] = pieces[-1]._replace(is_over=True)
            # What a menu says in a word or two may be a line far below.
            at, is_open = max(at, line if len(spelled) > SHORT or line <= at + NEAR else 0), False
        elif is_open := _share(spelled, runs) <= QUOTED:
            pieces.append(_Piece(at, block, is_titled))
        is_titled = is_titled or _is_title(block, spelled, named)
    return pieces


def _is_title(block: Block, spelled: str, title: str) -> bool:
    """Whether a block is the title, or a heading that holds it or that stands for another one."""
    if not block.is_heading:
        return spelled == title
    return bool(title and title in spelled) or (block.tag == "h1" and len(block.words.split()) > MIN_TITLE)


def _is_lead(piece: _Piece, descriptions: Sequence[str]) -> bool:
    """Whether a piece at the top is the article's lead, which trafilatura often takes for part of the page's head.

    It is how the page describes the article; or it is running text under the title which resembles that, or which the
    page calls so.
    """
    words, spelled = piece.block.words, key(piece.block.words)
    if len(words) < MIN_LEAD:
        return False
    if any(_alike(spelled, description) for description in descriptions):
        return True
    if not piece.is_titled or piece.block.is_beside or not is_prose(words):
        return False
    return _is_called_lead(piece.block) or any(_share(spelled, description) > AKIN for description in descriptions)


def _is_called_lead(block: Block) -> bool:
    element = block.element
    names = [] if element is None else [value[:MAX_NAME] for name, value in element.items() if NAMES.match(name)]
    return any(map(LEAD.search, names)) and not any(map(NO_LEAD.search, names))


def _is_over(upper: Block, lower: Block) -> bool:
    """Whether two blocks stand in one part of the page; those of an embedded video stand in its own."""
    part = None if upper.element is None else upper.element.getparent()
    while part is not None and (len(part) == 1 or part.tag == "header"):
        part = part.getparent()
    return part is not None and lower.element is not None and part in lower.element.iterancestors()


def _is_subheading(piece: _Piece) -> bool:
    """Whether a piece is a heading over the text that follows it."""
    block = piece.block
    if not piece.is_over or not block.is_heading or block.is_beside or len(block.words) > MAX_HEADING:
        return False
    return not any(kind.pattern.fullmatch(block.words) for kind in furniture.HEADINGS)


def _cut(frame: list[Placed]) -> list[Placed]:
    """The frame up to where it becomes too long."""
    kept, left = 0, MAX_FRAME
    for _, words in frame:
        left -= len(words)
        kept += left >= 0
    rest = [(frame[-1][0], f"[… {-left:,} more characters of the page]")] if left < 0 else []
    return [*frame[:kept], *rest]


def _alike(one: str, other: str) -> bool:
    """Whether one of two texts is the other's beginning or most of it."""
    short, long = sorted((one, other), key=len)
    return len(short) >= MIN_LEAD / 2 and (short in long or _share(short, long) > SAME)


def _share(spelled: str, whole: Container[str]) -> float:
    """Share of a block's beginning that stands in a text, or among its runs of letters: a part may have been left
    out."""
    runs = [spelled[start : start + RUN] for start in range(0, min(len(spelled), 1_000) - RUN + 1, RUN // 2)]
    return sum(run in whole for run in runs) / max(1, len(runs))
