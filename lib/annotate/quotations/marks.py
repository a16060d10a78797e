"""Words in quotation marks: which stretches of a text stand between an opening and a closing mark.

Marks are read by what stands beside them rather than by their shape, since the same shape opens in one language and
closes in another, and articles mix and break them.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

SINGLE = "‚‘’‛'‹›"
DOUBLE = '„“”‟"«»'
_MARK = re.compile(rf"''|``|[{SINGLE}{DOUBLE}]")
_DOUBLE_MARK = re.compile(rf"''|``|[{DOUBLE}]")
_LINES_BETWEEN = 4  # more lines without marks are hardly of one quotation
_LINE = re.compile(r"[^\n]+")
_BEFORE_OPENING = " \t\xa0\u2009\u202f([{–—-/:…"
_MAX_DEPTH = 3  # deeper nesting is not language; it would make broken text cost quadratic time


class Marked(NamedTuple):
    """A stretch in quotation marks, without them; `depth` is 0 unless it stands within another one."""

    start: int
    end: int
    depth: int
    closed: bool


def marked(text: str) -> list[Marked]:
    """Stretches of `text` in quotation marks, in order of their start.

    A stretch ends within its line (a paragraph of an article). A mark that is never closed reaches to the end of the
    sentence before the next mark, or of the line; the line after it then may begin inside. So may one of the next
    lines, where the lines between them have no marks; these are then quoted as a whole.
    """
    found: list[Marked] = []
    between: list[Marked] = []
    carried = False
    for line in _LINE.finditer(text):
        if carried and len(between) < _LINES_BETWEEN and not _DOUBLE_MARK.search(line[0]):
            between.append(_strip(text, Marked(*line.span(), 0, True)))
            continue
        spans, opens = _line(text, line.start(), line.end(), carried)
        if any(span.start == line.start() for span in spans):
            found += (words for words in between if words.start < words.end)
        found += spans
        carried, between = opens, []
    return sorted(found)


def _line(text: str, start: int, end: int, carried: bool) -> tuple[list[Marked], bool]:
    spans: list[Marked] = []
    stack: list[tuple[int, bool]] = []  # offset of the first word, whether the mark is a single one
    for mark in _MARK.finditer(text, start, end):
        single, role = mark[0] in SINGLE, _role(text, mark.start(), mark.end())
        if not role:
            continue
        inner = next((i for i in reversed(range(len(stack))) if stack[i][1] == single), None)
        if role == "open" or (role == "either" and inner is None):
            if inner is not None and (mark[0] in "\"'" or len(stack) == _MAX_DEPTH):
                spans += _unclosed(text, stack[inner:], mark.start())
                del stack[inner:]
            stack.append((mark.end(), single))
        elif inner is not None:
            spans.append(Marked(stack[inner][0], mark.start(), inner, True))
            del stack[inner:]
        elif not single and not stack:
            spans += _opened_before(text, start, mark.start(), spans, carried)
    carried = len(stack) == 1 and not stack[0][1]
    if stack and any(span.start > stack[0][0] for span in spans):  # the inner ones are the outer ones after all
        opened = stack[0][0]
        spans = [span._replace(depth=max(0, span.depth - (span.start > opened))) for span in spans]
        end = min(span.start for span in spans if span.start > opened) - 1
    spans += _unclosed(text, stack, end)
    return [words for words in (_strip(text, span) for span in spans) if words.start < words.end], carried


def _role(text: str, start: int, end: int) -> str:
    """What a mark does where it stands: open, close, either, or nothing (an apostrophe)."""
    mark = text[start:end]
    before, after = text[start - 1 : start] or " ", text[end : end + 1] or " "
    if mark in SINGLE and (before.isalnum() and (after.isalnum() or mark == "‚")):
        return ""
    if mark == "„":  # some articles close with it: "„Blatt„, "
        return "close" if (before.isalnum() or before in ".!?…") and not after.isalnum() else "open"
    opens = before in _BEFORE_OPENING or before == "\n" or before in DOUBLE or before in SINGLE
    closes = after.isspace() or not after.isalnum()
    if mark == "‚":
        return "open" if opens and not after.isspace() else ""
    if opens and not after.isspace() and not closes:
        return "open"
    if before.isspace() and after.isspace():
        return "" if mark in SINGLE else "close"
    return "close" if not opens or (closes and not before.isspace()) else "either"


def _unclosed(text: str, stack: list[tuple[int, bool]], limit: int) -> Iterator[Marked]:
    """The outermost double mark that nothing closes reaches to the last end of a sentence before `limit`."""
    for depth, (start, single) in enumerate(stack):
        if not single:
            stop = limit
            if text[limit : limit + 1] not in ("", "\n"):
                stop = max(text.rfind(mark, start, limit) for mark in ".!?") + 1
            if stop > start:
                yield Marked(start, stop, depth, False)
            return


def _opened_before(text: str, start: int, stop: int, spans: list[Marked], carried: bool) -> Iterator[Marked]:
    """The words before a closing mark to which no opening one belongs, where the text shows that they are quoted."""
    if carried and not spans:
        yield Marked(start, stop, 0, True)
    elif spans and spans[-1].closed:
        last = spans[-1]
        between = text[last.end + 1 : stop].strip()
        if text[last.end - 1] in ".!?" and between[:1].islower() and not re.search(r"[.!?]\s", between):
            spans.pop()
            yield Marked(last.start, stop, last.depth, True)


def _strip(text: str, span: Marked) -> Marked:
    words = text[span.start : span.end]
    start = span.start + len(words) - len(words.lstrip())
    return span._replace(start=start, end=max(start, span.start + len(words.rstrip())))
