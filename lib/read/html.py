"""A saved web page: text, title, date, outlet and author, and the rest of what the page shows.

Text and metadata come from trafilatura (Barbaresi 2021, ACL demos) and htmldate (Barbaresi 2020, JOSS). Nothing is
fetched and no script runs: the page is parsed as it lies there.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator
from copy import deepcopy
from itertools import accumulate
from typing import Any

import trafilatura
from lxml import etree, html

from lib.read import markup
from lib.read.encoding import decode_page
from lib.read.files import UnreadableError
from lib.read.headline import headline
from lib.read.lines import key
from lib.read.tables import Record

BLOCKS = frozenset(
    re.findall(
        r"\w+",
        "address article aside blockquote body br button caption center dd details dialog div dl dt fieldset figcaption"
        " figure footer form h1 h2 h3 h4 h5 h6 header hr label legend li main menu nav ol option p pre section select"
        " summary table tbody td tfoot th thead tr ul",
    )
)
UNSEEN = frozenset(
    ("script", "style", "noscript", "template", "head", "svg", "iframe", "object", "embed", "audio", "video", "canvas")
)
MAX_FRAME = 20_000
"""Characters of a page's frame that are kept, so that menus do not outweigh the articles."""
MIN_LEAD = 40
"""Shortest lead, in characters."""
SAME = 0.6
QUOTED = 0.9
"""Share of a block that stands in the article, from which it is nothing else."""


def page(data: bytes, path: str) -> Record:
    """Read a web page.

    Returns:
        A record whose `frame` holds, for lines of the text, what the page shows before them beside the article.

    Raises:
        UnreadableError: the page holds no article, or is nested too deeply.
    """
    source = decode_page(data)
    tree = _parse(source)
    is_deep = tree is None
    if tree is None and (tree := _parse(source, deep=True)) is None:
        raise UnreadableError("is nested too deeply to be read whole", "save the article's text as a .txt file")
    # Trafilatura's own parser leaves out what is nested deeply.
    given = deepcopy(tree) if is_deep else source
    document: Any = trafilatura.bare_extraction(given, include_comments=False, with_metadata=True)
    if document is None or not document.text:
        raise UnreadableError("holds no article that could be found", "save the article's text as a .txt file")
    stated = markup.read_markup(tree)
    outlet = stated.outlet or markup.outlet(document.sitename or "") or document.hostname or ""
    names = (outlet, document.sitename or "", document.hostname or "")
    lines = [line for line in document.text.split("\n") if line.strip()]
    frame = list(_frame(tree, lines))
    if (lead := _lead(frame, stated.descriptions)) >= 0:
        at, words = frame[lead]
        lines.insert(at, words)
        frame[lead:] = [(after + 1, others) for after, others in frame[lead + 1 :]]
    return Record(
        path,
        title=headline(tree, stated.headlines, document.title or "", names),
        text="\n".join(lines),
        source=outlet,
        published=markup.moment(stated.moments, document.date or ""),
        url=document.url or "",
        author=markup.authors(stated.authors or [document.author or ""], names),
        found=frozenset(("title", "source", "published", "author")),
        frame=tuple(frame),
    )


def _parse(source: str, *, deep: bool = False) -> html.HtmlElement | None:
    """The page's tree, which may be empty; none if it is nested too deeply: 256 levels, or 2,048 (`deep`)."""
    # Bytes, since lxml refuses text that declares an encoding.
    parser = html.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True, huge_tree=deep)
    try:
        tree = html.document_fromstring(source.encode("utf-8", "replace"), parser=parser)
    except (etree.ParserError, ValueError):
        return html.Element("html")
    is_cut = any(error.type == etree.ErrorTypes.ERR_RESOURCE_LIMIT for error in parser.error_log)
    return None if is_cut else tree


def _lead(frame: list[tuple[int, str]], descriptions: list[str]) -> int:
    """Which piece of the frame is the article's lead, which trafilatura often takes for part of the page's head; or -1.

    It is what stands at the top and is how the page describes the article.
    """
    spelled = [key(description) for description in descriptions]
    for number, (at, words) in enumerate(frame):
        if at <= 1 and len(words) >= MIN_LEAD and any(_alike(key(words), description) for description in spelled):
            return number
    return -1


def _alike(one: str, other: str) -> bool:
    """Whether one of two texts is the other's beginning or most of it."""
    short, long = sorted((one, other), key=len)
    return len(short) >= MIN_LEAD / 2 and (short in long or _share(short, long) > SAME)


def _frame(tree: html.HtmlElement, text: list[str]) -> Iterator[tuple[int, str]]:
    """What the page shows beside the lines of the text: (number of the line before which it stands, words)."""
    lines = [key(line) for line in text]
    whole = "\n".join(("", *lines, ""))
    starts = list(accumulate((len(line) + 1 for line in lines), initial=0))
    at, left = 0, MAX_FRAME
    for block in _blocks(tree):
        spelled = key(block)
        if not spelled:
            continue
        # A few letters stand in any text by chance; a short block must be a line of it.
        wanted = spelled if len(spelled) > 20 else f"\n{spelled}\n"
        found = whole.find(wanted, starts[at])
        found = whole.find(wanted) if found < 0 else found
        if found >= 0:
            at = max(at, bisect_right(starts, found))
        elif _share(spelled, whole) <= QUOTED:
            left -= len(block)
            if left >= 0:
                yield at, block
    if left < 0:
        yield at, f"[… {-left:,} more characters of the page]"


def _share(spelled: str, whole: str) -> float:
    """Share of a block's beginning that stands in a text, by runs of 12 letters: a part may have been left out."""
    runs = [spelled[start : start + 12] for start in range(0, min(len(spelled), 1_000) - 11, 6)]
    return sum(run in whole for run in runs) / max(1, len(runs))


def _blocks(tree: html.HtmlElement) -> Iterator[str]:
    """The texts that a browser would show, one a block, in their order."""
    parts: list[str] = []
    walk = etree.iterwalk(tree, events=("start", "end"))
    for event, element in walk:
        if element.tag in BLOCKS:
            if block := " ".join("".join(parts).split()):
                yield block
            parts.clear()
        if event == "end":
            parts.append(element.tail or "")
        elif element.tag in UNSEEN:
            walk.skip_subtree()
        else:
            parts.append(element.text or "")
    if block := " ".join("".join(parts).split()):
        yield block
