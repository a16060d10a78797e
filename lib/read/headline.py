"""The title of a web page, of all those that the page states: one's whole words, without outlet and marks."""

import re
from collections.abc import Iterable, Sequence
from html import unescape

from lxml import html

from lib.read.lines import key
from lib.read.metadata import stated_date

SEPARATORS = re.compile(r"\s+[-–—|·•›»]\s+")
MANY = 20
"""Headings and titles of a page that are looked at."""
PARTS = 3
"""Parts of a title that may be an outlet's: name, section, host."""
MORE = 16
"""Letters beside an outlet's name that it may be called by: "Nachrichten"."""
LINKING = frozenset(("aus", "das", "der", "die", "online", "vom", "von"))
"""Words in small letters that may stand beside an outlet's name."""
MARKS = re.compile(r"^\++\s|\s\++$|\s[(\[](?:[^\W\d]{0,12}\s?\+|plus|premium|abo)[)\]]$", re.IGNORECASE)
"""Of a ticker ("+++") or of what is to be paid for ("(Abo+)")."""
ELLIPSES = ("…", "...")
ENTITY = re.compile(r"&(?:[a-zA-Z]{2,8}|#\d{2,5}|#x[\da-fA-F]{2,4});")


def headline(tree: html.HtmlElement, stated: Sequence[str], fallback: str, outlets: Sequence[str]) -> str:
    """The title by which the page is shared, or which it states for machines; else its heading.

    Args:
        tree: the page.
        stated: headlines that the page states as schema.org's.
        fallback: the title that was found otherwise.
        outlets: what the outlet is called, by name or by host.
    """
    shared = tree.xpath('//meta[@property="og:title" or @name="og:title"]/@content')
    shared += tree.xpath('//meta[@property="twitter:title" or @name="twitter:title"]/@content')
    shown = [written(title.text_content()) for title in tree.xpath("//title")[:MANY]]
    headings = [written(heading.text_content()) for heading in tree.xpath("//h1")[:MANY]]
    titled = [heading for heading in headings if any(key(heading) in key(title) for title in shown if heading)]
    candidates = [written(title) for title in (*shared, *stated)]
    candidates += [headings[0] if len(headings) == 1 else max(titled, key=len, default=""), written(fallback)]
    names = _names(outlets)
    # Some sites share every page under their own name.
    candidates = [title for title in candidates if title]
    title = next((title for title in candidates if key(title) not in names), "".join(candidates[:1]))
    title = _without_outlet(_whole(title, (*candidates, *headings, *shown)), outlets)
    over = headings or [written(heading.text_content()) for heading in tree.xpath("//h2")[:MANY]]
    return MARKS.sub("", _as_shown(title, over))


def written(text: str) -> str:
    """Text as it is meant where its entities were encoded twice, white space collapsed."""
    return " ".join((unescape(text) if ENTITY.search(text) else text).split())


def _names(outlets: Sequence[str]) -> set[str]:
    """What the outlet is called, in letters alone; of a host also the domain's name."""
    hosts = (name.split(".")[-2] for name in outlets if "." in name)
    return {key(name) for name in (*outlets, *hosts)} - {""}


def _parts(outlets: Sequence[str]) -> set[str]:
    """What the outlet may be called for short: whole words of its names."""
    parts = set()
    for name in outlets:
        words = [key(word) for word in re.findall(r"\w+", name)[:MANY]]
        parts |= {"".join(words[start:end]) for end in range(1, len(words) + 1) for start in range(end)}
    return parts - LINKING - {""}


def _whole(title: str, others: Iterable[str]) -> str:
    """The title where it is cut: by an ellipsis, or by a quotation mark of its own that ended the attribute."""
    is_short = title.endswith(ELLIPSES)
    stem = title.rstrip(" .…") if is_short else title
    for other in others:
        rest = other[len(stem) :].lstrip()
        if stem and other.startswith(stem) and rest and (rest[0] not in ".…" if is_short else rest[0] in "\"'"):
            return other
    return title


def _without_outlet(title: str, outlets: Sequence[str]) -> str:
    """The title without the outlet's name at its end, or before it."""
    names, parts = _names(outlets), _parts(outlets)
    for _ in range(PARTS):
        *kept, last = SEPARATORS.split(title)
        if not kept or not (key(last) in parts or _is_outlet(last, names)):
            break
        title = title[: title.rindex(last)].rstrip(" -–—|·•›»")
    before = re.match(r"([^:|–—]{2,40})(?::|\s[|–—-])\s", title)
    return title[before.end() :].lstrip() if before and key(before[1]) in names else title


def _is_outlet(part: str, names: set[str]) -> bool:
    """Whether a part of a title is an outlet's name and little more: "Nachrichten der Inselzeitung"."""
    # Names are common nouns too: "Zeit für Reformen".
    if any(word.islower() and word not in LINKING for word in part.split()):
        return False
    spelled = key(part)
    return any(name in spelled and len(spelled) <= len(name) + MORE for name in names)


def _as_shown(title: str, headings: Iterable[str]) -> str:
    """The page's heading, if that is the title but for what is hung on it: a section, a part of the site.

    A day stays, since it tells when the article was published.
    """
    for heading in headings:
        if len(heading.split()) > 2 and title.startswith(heading) and SEPARATORS.match(title, len(heading)):
            return title if stated_date(title[len(heading) :]) else heading
    return title
