"""How sure a text is of what it says: hearsay, presumption, appearance, possibility, condition, certainty; and what it
negates or somebody denies. Words are found by a list; of "sollen" and "wollen" only what reports a claim counts, which
their perfect infinitive shows ("soll geliefert haben")."""

import re
import tomllib
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from functools import cache
from importlib.resources import files

from lib.article import Article
from lib.schema import Modality

_WORDS = "modality.toml"
_ENDINGS = "(?:e[nrsm]?)?"
_CLAIM = re.compile(
    r"\b(?P<verb>soll|sollen|will|wollen)\b(?P<between>[^.;!?\n]{0,200}?)"
    r"\b(?:[a-zäöüß]*ge[a-zäöüß]+(?:t|en)|[a-zäöüß]+(?:iert|t|en)|worden) (?:haben|sein)\b(?! zu)"
)
_REFUSED = (
    re.compile(r"\b(?P<verb>w(?:eist|eisen|ies|iesen))\b[^.;!?\n]{0,160}?\bzurück\b"),
    re.compile(r"\b(?P<verb>str(?:eitet|eiten|itt|itten))\b[^.;!?\n]{0,160}?\bab\b"),
)


@cache
def _patterns() -> tuple[tuple[str, re.Pattern[str]], ...]:
    listed = tomllib.loads(files("lib.annotate").joinpath(_WORDS).read_text(encoding="utf-8"))
    return tuple((kind, _pattern(entry["words"])) for kind, entry in listed.items())


def _pattern(words: Sequence[str]) -> re.Pattern[str]:
    forms = "|".join(re.escape(word.rstrip("*")) + (_ENDINGS if word.endswith("*") else "") for word in words)
    return re.compile(rf"(?<![\w-])(?:{forms})(?![\w-])", re.IGNORECASE)


def find(article: Article, starts: Sequence[int]) -> list[Modality]:
    """Marks of modality and negation of an article in order; `starts` are the offsets at which its sentences begin."""
    text = article.text
    return [
        Modality(article.id, max(0, bisect_right(starts, start) - 1), start, end, kind, text[start:end])
        for start, end, kind in sorted(set(_marks(text)))
    ]


def _marks(text: str) -> Iterator[tuple[int, int, str]]:
    for kind, pattern in _patterns():
        for match in pattern.finditer(text):
            yield *match.span(), kind
    for match in _CLAIM.finditer(text):
        yield *match.span("verb"), "hearsay"
    for pattern in _REFUSED:
        for match in pattern.finditer(text):
            yield *match.span("verb"), "denial"
