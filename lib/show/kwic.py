"""Keyword in context: a mention between the words before and after it, so that lines align at the keyword."""

import html
import re
from typing import NamedTuple

STYLE = """<style>
.kwic { display: grid; grid-template-columns: minmax(0, 4fr) minmax(0, 5fr); white-space: pre; line-height: 1.7 }
.kwic > span { overflow: hidden; mask: linear-gradient(to left, transparent, #000 2em) }
.kwic > :first-child { display: flex; justify-content: flex-end }
.kwic > :first-child { mask: linear-gradient(to right, transparent, #000 2em) }
.kwic b { text-decoration: underline; text-underline-offset: .2em }
@media (max-width: 640px) {
  .kwic { display: block; white-space: normal }
  .kwic > span, .kwic > :first-child { display: inline; mask: none }
}
</style>"""
"""Aligns the lines of `as_html` at the keyword; where the page is too narrow for that, a line is running text."""


class Line(NamedTuple):
    """A keyword and the text on either side; every run of white space is one blank, and no word is cut."""

    left: str
    keyword: str
    right: str


def kwic(text: str, start: int, end: int, *, width: int = 100) -> Line:
    """The characters from `start` to `end` (exclusive) of a text in their context, which ends with the paragraph.

    Args:
        text: an article's analysed text; blank lines part its paragraphs.
        start, end: offsets of the keyword in `text`.
        width: characters of context on either side, at most.
    """
    left, right = text[max(0, start - width) : start], text[end : end + width]
    if start > width and not text[start - width - 1].isspace():
        left = re.sub(r"^\S+", "", left)
    if end + width < len(text) and not text[end + width].isspace():
        right = re.sub(r"\S+$", "", right)
    left, right = left.rpartition("\n\n")[2].lstrip(), right.partition("\n\n")[0].rstrip()
    return Line(*(re.sub(r"\s+", " ", part) for part in (left, text[start:end], right)))


def as_html(left: str, keyword: str, right: str, note: str = "") -> str:
    """A `Line`, escaped, to be shown after STYLE, with a note on the keyword."""
    before, word, after = html.escape(left), html.escape(keyword), html.escape(right)
    noted = f' <small lang="en">({html.escape(note)})</small>' if note else ""
    return f'<div class="kwic" lang="de"><span>{before}</span><span><b>{word}</b>{noted}{after}</span></div>'
