"""Words that a visitor looks for: where articles use them, and in whose voice. Pure."""

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Sequence

import pandas as pd

from lib.endings import endings
from lib.schema import OWN

MOST = 8
"""Terms that are looked for at once."""
_LONGEST = 80
"""Characters of a term."""
_STARS, _ANY = 2, r"[\w-]{0,60}"
"""Of a word at most, and what each stands for; so that no text takes long to search."""
_COLUMNS = ["entity_id", "article_id", "start", "end", "voice"]


def terms(typed: str) -> list[str]:
    """The terms that a visitor typed, between commas or semicolons, each once; the first MOST of them."""
    parts = (" ".join(part.split())[:_LONGEST] for part in re.split(r"[,;\n]", typed))
    return list(dict.fromkeys(part for part in parts if part.strip("* ")))[:MOST]


def pattern(term: str) -> re.Pattern[str]:
    """What finds a term, with the endings of inflection; after a hyphen too: "Krieg" is in "Ukraine-Krieg".

    A star stands for any letters. A term with a capital must be written so; in small letters it may have one.
    """
    begin = r"(?<![\w-])" if term.startswith("*") else r"(?<!\w)"  # a star stands for what is before the hyphen too
    # Each word is matched once, up to where it ends: no text has several ways that would multiply.
    words = r"\s+".join(rf"(?>{_word(word)}(?![\w-]))" for word in re.sub(r"\*+", "*", term).split())
    return re.compile(rf"{begin}{words}", re.IGNORECASE if term == term.lower() else 0)


def _word(word: str) -> str:
    letters = _ANY.join(map(re.escape, word.split("*", _STARS)))
    return f"{letters}+" if word.endswith("*") else f"{letters}{endings(word)}"


def find(articles: pd.DataFrame, voices: pd.DataFrame, wanted: Sequence[str]) -> pd.DataFrame:
    """Uses of terms in articles: entity_id (the term), article_id, start, end and voice, in reading order.

    Args:
        articles: table `articles`, or the part of it that counts.
        voices: table `voices`.
        wanted: what `terms` gives.
    """
    patterns = {term: (pattern(term), max(re.split(r"[*\s]", term), key=len).casefold()) for term in wanted}
    found = [
        (term, article_id, use.start(), use.end())
        for article_id, text in zip(articles["article_id"], articles["text"], strict=True)
        for folded in [text.casefold()]
        for term, (regex, letters) in patterns.items()
        if letters in folded  # twenty times as quick as the pattern
        for use in regex.finditer(text)
    ]
    parts: dict[str, list[tuple[int, int, str]]] = defaultdict(list)
    using = voices[voices["article_id"].isin({article_id for _, article_id, *_ in found})]
    columns = (using[name] for name in ("article_id", "start", "end", "voice"))
    for article_id, start, end, voice in zip(*columns, strict=True):
        parts[article_id].append((start, end, voice))
    for spans in parts.values():
        spans.sort()
    rows = [(*use, _voice(parts[use[1]], *use[2:])) for use in found]
    return pd.DataFrame(rows, columns=_COLUMNS)


def _voice(parts: Sequence[tuple[int, int, str]], start: int, end: int) -> str:
    """Whose voice words are, by the parts of their article in reading order."""
    at = bisect_right(parts, start, key=lambda part: part[0]) - 1
    return parts[at][2] if at >= 0 and end <= parts[at][1] else OWN
