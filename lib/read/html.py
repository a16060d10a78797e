"""A saved web page: text, title, date, outlet and author, and the rest of what the page shows.

Text and metadata come from trafilatura (Barbaresi 2021, ACL demos) and htmldate (Barbaresi 2020, JOSS). Nothing is
fetched and no script runs: the page is parsed as it lies there.
"""

import re
from collections.abc import Sequence
from copy import deepcopy
from typing import Any

import trafilatura
from lxml import html

from lib.read import markup
from lib.read.blocks import Block, blocks, drop_unread, parse, part_headings
from lib.read.encoding import decode_page
from lib.read.files import UnreadableError
from lib.read.frame import framed
from lib.read.headline import headline
from lib.read.lines import is_prose, key
from lib.read.metadata import DATE_LINE, issued
from lib.read.tables import Record

DATES = {"original_date": True, "extensive_search": False}
"""Of htmldate: what the page states of its article, and not just any date that it shows."""
MAX_NOTE = 160
"""Longest line, in characters, that says when an article was published."""


def page(data: bytes, path: str) -> Record:
    """Read a web page.

    Returns:
        A record whose `frame` holds, for lines of the text, what the page shows before them beside the article.

    Raises:
        UnreadableError: the page holds no article, or is nested too deeply.
    """
    source = decode_page(data)
    tree = parse(source)
    if tree is None and (tree := parse(source, deep=True)) is None:
        raise UnreadableError("is nested too deeply to be read whole", "save the article's text as a .txt file")
    part_headings(tree)
    read = deepcopy(tree)
    drop_unread(read)
    document = _extracted(read)
    if document is None or not any(map(is_prose, document.text.split("\n"))):
        # The article itself may stand in links.
        document = _extracted(deepcopy(tree)) or document
    if document is None:
        raise UnreadableError("holds no article that could be found", "save the article's text as a .txt file")
    stated = markup.read_markup(tree)
    outlet = stated.outlet or markup.outlet(document.sitename or "") or document.hostname or ""
    names = (outlet, document.sitename or "", document.hostname or "")
    title = headline(tree, stated.headlines, document.title or "", names)
    shown = list(blocks(tree))
    lines, frame = framed(shown, _lines(document.text, shown), title, stated.descriptions)
    return Record(
        path,
        title=title,
        text="\n".join(lines),
        source=outlet,
        published=_published(stated.moments, document.date or "", shown),
        url=document.url or "",
        author=markup.authors(stated.authors or [document.author or ""], names),
        found=frozenset(("title", "source", "published", "author")),
        frame=tuple(frame),
    )


def _extracted(tree: html.HtmlElement) -> Any:
    """What trafilatura finds in a page; none if it finds no text."""
    found: Any = trafilatura.bare_extraction(
        tree, include_comments=False, with_metadata=True, date_extraction_params=DATES
    )
    return found if found is not None and key(found.text or "") else None


def _lines(text: str, shown: Sequence[Block]) -> list[str]:
    """The text's lines, without the signs by which trafilatura marks items of lists and cells of tables."""
    own = {key(block.words) for block in shown if block.words[0] in "-|"}
    lines = []
    for line in filter(str.strip, text.split("\n")):
        is_marked = line.lstrip().startswith(("- ", "| ")) and key(line) not in own
        lines.append(re.sub(r"^\s*[-|]\s+|\s+\|\s*$", "", line) if is_marked else line)
    return lines


def _published(stated: Sequence[str], day: str, shown: Sequence[Block]) -> str:
    """The publication as it is stated for machines, or as a line of the page states it, or the day found otherwise."""
    return markup.moment(stated, day) if any(stated) else _noted(shown) or day


def _noted(shown: Sequence[Block]) -> str:
    """The publication that a line of the page states; empty if none does."""
    found = (DATE_LINE.fullmatch(block.words) for block in shown if len(block.words) <= MAX_NOTE)
    return next((day for line in found if line and (line["named"] or line["issued"]) and (day := issued(line))), "")
