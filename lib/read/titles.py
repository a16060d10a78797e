"""The title among the lines of a text: finding it, cutting what an outlet hangs on it, and its repetitions."""

import re
from collections.abc import Sequence

from lib.read import furniture
from lib.read.furniture import SECTIONS
from lib.read.lines import HANGING, OPENERS, Line, cut_end, ends_sentence, is_prose, key
from lib.read.metadata import DATE_LINE, Stated, issued, stated_date

MAX_TITLE = 200
"""Longest title, in characters."""
WINDOW = 200
"""Lines at either end of a text among which repetitions of the title are looked for."""
MAX_KICKER = 60
"""Longest kicker, in characters: a few words over a title, in a line with it or in the title itself."""
MIN_WORDS = 3
"""Words of a title that is known beside its kicker; fewer may be part of anything."""
DASH = r"\s+[-–—|·]\s+"
DATE = r"\d{1,2}\.\s?\d{1,2}\.\s?\d{4}|\d{4}-\d\d-\d\d"
DOMAIN = r"(?:[\w-]+\.)+(?:de|com|at|ch|net|org|info|eu|tv|news|li|lu|it)"
OUTLETS = (
    r"dw|(?:der )?spiegel(?: online)?|(?:die )?zeit(?: online)?|faz|frankfurter allgemeine(?: zeitung)?|sz|taz|bild"
    r"|süddeutsche(?: zeitung)?|(?:die )?welt|n-?tv|tagesschau|zdf(?:heute)?|ard|orf|srf|nzz|neue zürcher zeitung"
    r"|(?:der )?standard|die presse|kurier|krone|focus(?: online)?|stern|rt de|euronews|(?:der )?tagesspiegel|rnd"
    r"|handelsblatt|mdr|ndr|wdr|swr|br24|deutschlandfunk|merkur|t-online|reuters|cnn"
    r"|bbc(?: news)?|al jazeera|the guardian|(?:the )?new york times"
)
SUFFIX = re.compile(
    rf"{DASH}(?:(?:{SECTIONS}){DASH})*"
    rf"(?:(?P<outlet>{DOMAIN}|{OUTLETS})|(?:{SECTIONS})|(?P<dated>[^-–—|·]{{2,30}}(?={DASH}\d)))"
    rf"(?:{DASH}(?P<date>{DATE}))?$",
    re.IGNORECASE,
)
"""What outlets hang on titles: their name, a section, a date. A name not listed counts where a date follows it."""


def mark_title(lines: list[Line], given: str, stated: Stated) -> str:
    """Mark the line with the title, take off what is hung on it, and mark its repetitions as furniture.

    Args:
        lines: the text's lines; a title that is given but not among them is put before them.
        given: the title, if it is known from elsewhere.
        stated: receives the outlet and the day that the title states.

    Returns:
        The title; empty if none can be read with confidence.
    """
    first = _first(lines, stated)
    if given and (first is None or first.text != given):
        lines.insert(0, first := Line(given))
    if first is None or not (given or _stands_alone(lines, first)):
        return ""
    first.title = True
    if not key(first.text):
        return first.text
    if len(first.text) <= MAX_TITLE and (found := SUFFIX.search(first.text, 1)):
        stated.source = found["outlet"] or found["dated"] or ""
        stated.title_date = stated_date(found["date"] or "")
        stated.published = stated.title_date or stated.published
        cut_end(lines, lines.index(first), found.start(), "title suffix")
    _mark_repetitions(lines, first.text)
    return first.text


def _first(lines: Sequence[Line], stated: Stated) -> Line | None:
    """The first line that is no mark, section or date; those before it are marked as such."""
    for line in lines:
        if line.reason:
            continue
        if found := DATE_LINE.fullmatch(line.text):
            line.reason = "date line"
            stated.published = issued(found)
        else:
            kinds = (furniture.MARK, *furniture.HEAD, *furniture.ANYWHERE)
            line.reason = next((reason for reason, pattern in kinds if pattern.fullmatch(line.text)), "")
        if not line.reason:
            return line
    return None


def _stands_alone(lines: Sequence[Line], first: Line) -> bool:
    """Whether the first line reads and stands like a title: short, no sentence, and set off or repeated."""
    rest = [line for line in lines[lines.index(first) + 1 :] if not line.reason and key(line.text)]
    if not rest or len(first.text) > MAX_TITLE or first.text.endswith((".", ":", ",", ";")):
        return False
    if rest[0].breaks or key(first.text) == key(rest[0].text):
        return True
    # Without a single blank line each line may be a paragraph: then a short first one over a sentence is the title.
    set_off = not rest[0].text[0].islower() and len(first.text) < len(rest[0].text) and ends_sentence(rest[0].text)
    return set_off and not any(line.breaks for line in rest)


def _mark_repetitions(lines: Sequence[Line], title: str) -> None:
    """Lines that spell the title once more, alone (perhaps with a suffix) or with the lines after them.

    Only around the article: up to its second sentence or behind its last. In its midst the words are a quotation.
    """
    spelled = key(title)
    sentences = [at for at, line in enumerate(lines) if not line.reason and not line.title and is_prose(line.text)]
    second, last = (sentences[1], sentences[-1]) if len(sentences) > 1 else (len(lines), -1)
    around = (*range(min(second, WINDOW)), *range(max(second, last + 1, len(lines) - WINDOW), len(lines)))
    for start in around:
        line = lines[start]
        if line.title or line.reason or len(line.text) > MAX_TITLE:
            continue
        is_same = spelled in (key(line.text), key(SUFFIX.sub("", line.text)))
        if is_same or (start < second and _beside_kicker(line.text, title)):
            line.reason, line.group = "repeated title", start
            continue
        so_far, end = "", start
        while end < len(lines) and not lines[end].reason and so_far != spelled and spelled.startswith(so_far):
            so_far += key(lines[end].text)
            end += 1
        if so_far == spelled:
            for copy in lines[start:end]:
                copy.reason, copy.group = "repeated title", start


def _beside_kicker(text: str, title: str) -> bool:
    """Whether a line is the title behind a kicker, or what stands behind the kicker in the title."""
    long, short = (text, title) if len(text) > len(title) else (title, text)
    kicker = long[: -len(short)].rstrip()
    if not long.endswith(short) or not 0 < len(kicker) <= MAX_KICKER or len(short.split()) < MIN_WORDS:
        return False
    if long is title:
        return kicker.endswith((":", "|", "–", "—", "-"))
    # "Am Montag wurde die" is no kicker but the beginning of a sentence.
    last = kicker.split()[-1]
    return last not in OPENERS | HANGING and not last.endswith(",")
