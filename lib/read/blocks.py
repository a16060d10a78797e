"""The tree of a web page and its blocks: what a browser would show, paragraph by paragraph, and which of it only leads
elsewhere."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from lxml import etree, html

BLOCKS = frozenset(
    re.findall(
        r"\w+",
        "address article aside blockquote body br button caption center dd details dialog div dl dt fieldset figcaption"
        " figure footer form h1 h2 h3 h4 h5 h6 header hr label legend li main menu nav ol option p pre section select"
        " summary table tbody tfoot thead tr ul",
    )
)
CELLS = frozenset(("td", "th"))
"""Parts of a block, each a word apart from the next."""
UNSEEN = frozenset(
    ("script", "style", "noscript", "template", "head", "svg", "iframe", "object", "embed", "audio", "video", "canvas")
)
HEADINGS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))
BESIDE = frozenset(("a", "aside", "button", "dialog", "figure", "footer", "form", "label", "li", "nav", "table"))
"""What stands in these is no running text, even in the midst of an article."""
KICKERS = frozenset(("b", "strong"))
MAX_CARD = 600
"""Characters of a teaser that is a link as a whole; what is longer stands in a link that nobody closed."""
MIN_TEASER = 4
"""Words of a link that names an article; a name that is linked has fewer."""


class Block(NamedTuple):
    """A block's words and the element in which they stand; none for words that follow an inner block."""

    words: str
    element: html.HtmlElement | None

    @property
    def tag(self) -> str:
        return "" if self.element is None else str(self.element.tag)

    @property
    def is_heading(self) -> bool:
        return self.tag in HEADINGS

    @property
    def is_beside(self) -> bool:
        """Whether it stands in something that is no running text: a menu, a picture, a form."""
        return self.element is None or any(
            element.tag in BESIDE for element in (self.element, *self.element.iterancestors())
        )


def parse(source: str, *, deep: bool = False) -> html.HtmlElement | None:
    """The page's tree, which may be empty; none if it is nested too deeply: 256 levels, or 2,048 (`deep`)."""
    # Bytes, since lxml refuses text that declares an encoding.
    parser = html.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True, huge_tree=deep)
    try:
        tree = html.document_fromstring(source.encode("utf-8", "replace"), parser=parser)
    except (etree.ParserError, ValueError):
        return html.Element("html")
    is_cut = any(error.type == etree.ErrorTypes.ERR_RESOURCE_LIMIT for error in parser.error_log)
    return None if is_cut else tree


def blocks(tree: html.HtmlElement) -> Iterator[Block]:
    """The blocks that a browser would show, in their order."""
    parts: list[str] = []
    own: html.HtmlElement | None = None
    walk = etree.iterwalk(tree, events=("start", "end"))
    for event, element in walk:
        if element.tag in BLOCKS:
            if words := " ".join("".join(parts).split()):
                yield Block(words, own)
            parts.clear()
            own = element if event == "start" else None
        elif element.tag in CELLS:
            parts.append(" ")
        if event == "end":
            parts.append(element.tail or "")
        elif element.tag in UNSEEN:
            walk.skip_subtree()
        else:
            parts.append(element.text or "")
    if words := " ".join("".join(parts).split()):
        yield Block(words, own)


def part_headings(tree: html.HtmlElement) -> None:
    """Put a space between a heading's parts that only a style sheet sets apart: a kicker and the heading itself."""
    for heading in tree.iter(*HEADINGS):
        for part in heading:
            if part.tag == "br":
                part.tail = f" {part.tail or ''}"
            elif part.tail:
                part.tail = f" {part.tail}" if _part(_words(part), part.tail) else part.tail
            elif (after := part.getnext()) is not None and _part(_words(part), _words(after)):
                part.tail = " "


def _part(one: str, other: str) -> bool:
    """Whether a word ends where two pieces meet, as small and capital letters tell."""
    return len(one) > 1 and bool(other) and not one[-1].isupper() and (other[0].isupper() or other[0] in "„“\"»«'")


def drop_unread(tree: html.HtmlElement) -> None:
    """Take out what is hidden, and paragraphs, items and boxes that are nothing but a link to another page."""
    hidden = tree.xpath("//body//*[@hidden and not(ancestor::*[@hidden])]")
    # Some pages hide all that they hold until a script runs.
    if 2 * sum(len(element.text_content()) for element in hidden) < len(tree.text_content()):
        for element in hidden:
            element.drop_tree()
    for link in tree.xpath('//body//a[@href and not(starts-with(@href, "#"))]'):
        words = _words(link)
        if len(words.split()) >= MIN_TEASER and len(words) <= MAX_CARD:
            is_card = any(inner.tag in BLOCKS and inner.tag != "br" for inner in link.iterdescendants())
            teaser = link if is_card else _item(link)
            if teaser is not None and teaser.getparent() is not None:
                teaser.drop_tree()


def _item(link: html.HtmlElement) -> html.HtmlElement | None:
    """The paragraph or item of a list that holds a link and nothing else but a kicker before it."""
    element = link
    while element.tag not in ("li", "p"):
        above = element.getparent()
        if above is None or above.tag == "body" or (above.text or "").strip() or (element.tail or "").strip():
            return None
        if any(map(_words, element.itersiblings())):
            return None
        before = element.itersiblings(preceding=True)
        if any((other.tail or "").strip() or (_words(other) and other.tag not in KICKERS) for other in before):
            return None
        element = above
    return element


def _words(element: html.HtmlElement) -> str:
    """An element's text, as far as it is looked at: a little more than a teaser may have."""
    parts: list[str] = []
    left = MAX_CARD + 1
    for piece in element.itertext():
        parts.append(piece[:left])
        left -= len(piece)
        if left <= 0:
            break
    return " ".join("".join(parts).split())
