"""Where sentences begin and end: rules for German news text.

A mark ends a sentence unless what stands before it (abbreviation, initial, ordinal number) or after it (lower case)
says otherwise. A final mark inside quotation marks ends one too, and takes the closing marks with it. The word lists in
sentences.toml are abbreviations and closed-class words only, so that nothing is tuned to a subject.
"""

import re
import tomllib
from collections.abc import Iterator
from pathlib import Path

Span = tuple[int, int]

MAX_LENGTH = 3000
"""Characters after which text without any mark is cut at white space: no model is made for longer sentences."""

_PARAGRAPH = re.compile(r"\S(?:.|\n(?![^\S\n]*\n))*")
_MARK = re.compile(
    r"""(?P<mark>[.!?…]+)
        (?P<close>["“”»«’‘'›‹)\]]*(?:\s[“”»«](?=\s))?)
        (?P<gap>\s*)
        (?=(?P<open>[\W_]{0,9})(?P<next>\w{0,40}))""",
    re.VERBOSE,
)
_LINE = re.compile(r"\S[^\n]*")
_FINAL_LINE = re.compile(r"""[.!?…:]["“”»«’‘')\]]*\Z""")
_OPENING = frozenset("„“»›‚(")
_WORD_BEFORE = re.compile(r"[^\s„“”»«\"'(\[/–]*\Z")
_INITIALS = re.compile(r"(?:[A-Za-zÄÖÜ]\.-?)*[A-ZÄÖÜ]|[A-Z]?[a-z]?[A-Z][a-z]\.-[A-Z]|(?:Ch|Ph|Th|St|Sch|Yu|Ju)")
_PLAIN, _CAPITALIZED = re.compile(r"\w*[a-zäöüß]{3}"), re.compile(r"[A-ZÄÖÜ][a-zäöüß]+\s")
_SPACED = re.compile(r"\b[a-zäö]\.[^\S\n]?\Z")
_ORDINAL = re.compile(r"\d{1,3}|[IVX]+")
_NUMBERED = re.compile(r"\b(?:Tempo|Platz|Rang|Nummer|Seite|Gleis|Artikel|Paragraf) \Z")
"""Before a number that is no ordinal: "Es gilt Tempo 30."."""

_LISTS = tomllib.loads(Path(__file__).with_suffix(".toml").read_text(encoding="utf-8"))
_INNER, _FINAL, _MONTHS, _OPENERS, _BINDERS = (
    frozenset(_LISTS[name].split()) for name in ("inner", "final", "months", "openers", "binders")
)


def split(text: str, *, titled: bool) -> list[Span]:
    """Character spans of the sentences of a text, white space trimmed, in order.

    Args:
        text: paragraphs, separated by blank lines. A single line break ends a sentence too, unless the paragraph is
            hard-wrapped.
        titled: whether the first line is a title, which is one sentence whatever it holds.
    """
    spans: list[Span] = []
    start = len(text) - len(text.lstrip())
    if titled and start < len(text):
        line_end = text.find("\n", start)
        end = line_end if line_end >= 0 else len(text)
        spans.append((start, start + len(text[start:end].rstrip())))
        start = end
    for paragraph in _PARAGRAPH.finditer(text, start):
        begin = paragraph.start()
        for end in [*_ends(text, *paragraph.span()), paragraph.end()]:
            spans.extend(_trimmed(text, begin, end))
            begin = end
    return spans


def _ends(text: str, start: int, stop: int) -> list[int]:
    """Offsets at which sentences of a paragraph end, its own end left out."""
    ends = {m.end("close") for m in _MARK.finditer(text, start, stop) if _is_end(text, start, m)}
    lines = list(_LINE.finditer(text, start, stop))
    # Lines that begin in lower case show that the paragraph was broken to fit a width.
    wrapped = any(line.group()[0].islower() for line in lines)
    ends.update(line.end() for line in lines if _ends_sentence(line.group().rstrip(), wrapped))
    last = start + len(text[start:stop].rstrip())
    return sorted(end for end in ends if end < last)


def _ends_sentence(line: str, wrapped: bool) -> bool:
    """Whether a line break behind this line, perhaps of a hard-wrapped paragraph, ends a sentence."""
    return bool(_FINAL_LINE.search(line)) or not (wrapped or line.rsplit(maxsplit=1)[-1].casefold() in _BINDERS)


def _is_end(text: str, start: int, match: re.Match[str]) -> bool:
    mark, close, gap, opening, following = match.group("mark", "close", "gap", "open", "next")
    before = _WORD_BEFORE.search(text, max(start, match.start() - 40), match.start())
    word = before.group() if before else ""
    if not gap and not close and opening[:1] not in _OPENING:
        # A missing space ("machen.Die"): only between two plain words, never within a number or an address.
        return mark == "." and bool(_PLAIN.fullmatch(word) and _CAPITALIZED.match(text, match.end()))
    if following and not (following[0].isupper() or following[0].isdigit()):
        return False
    if text[match.start() - 1 : match.start()] in {"(", "["} or opening[:1] in {",", ";", ":", ".", "/", "?", "!", "%"}:
        return False
    return mark != "." or bool(close) or not _goes_on(text, word, before.start() if before else start, start, following)


def _goes_on(text: str, word: str, at: int, start: int, following: str) -> bool:
    """Whether a full stop after this word belongs to the word."""
    bare, opens = word.casefold(), following.casefold() in _OPENERS
    if _ORDINAL.fullmatch(word) and not _NUMBERED.search(text, max(start, at - 12), at):
        return at == start or following.casefold() in _MONTHS or not opens
    if bare in _INNER or (len(word) == len(following) == 1):  # "z. B.", "i. d. R."
        return True
    if len(word) == 1 and _SPACED.search(text, max(start, at - 4), at):
        return bare not in {"a", "ä"} or not opens  # "u. a." may be the last words
    return not opens and (bare in _FINAL or bool(_INITIALS.fullmatch(word)))


def _trimmed(text: str, start: int, end: int) -> Iterator[Span]:
    """The span without white space around it; an overlong one in pieces."""
    while True:
        while start < end and text[start].isspace():
            start += 1
        while end > start and text[end - 1].isspace():
            end -= 1
        if start == end:
            return
        if end - start <= MAX_LENGTH:
            yield start, end
            return
        cut = max((m.start() for m in re.finditer(r"\s", text[start : start + MAX_LENGTH])), default=MAX_LENGTH)
        piece = start + cut
        yield start, start + len(text[start:piece].rstrip())
        start = piece
