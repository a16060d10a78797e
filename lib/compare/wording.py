"""Wording: which of several words for the same concept an article chooses, in its own voice or in quotation."""

import csv
import re
from collections import defaultdict
from collections.abc import Sequence
from functools import cache
from importlib.resources import files
from typing import NamedTuple

from lib.article import Annotation, Article
from lib.schema import Difference, Wording

LEXICON = "wording.csv"
OWN = "own"
ENDINGS = r"(?:e[rsnm]?|ern|[rsnm]|in|innen|nen)?"
"""Inflection of German nouns, adjectives and participles."""
WORD = re.compile(r"\w[\w-]*")
PART = re.compile(r"(?<![^-])(?=\w)")
"""Where the word begins, and its parts after hyphens: "Ukraine-Krieg" holds "Krieg"."""
BEGINNING = 3


class Term(NamedTuple):
    """A word of the lexicon."""

    concept: str
    term: str
    pattern: re.Pattern[str]


@cache
def lexicon() -> tuple[Term, ...]:
    """The terms of `wording.csv`, whose columns are concept, term and source."""
    text = files("lib.compare").joinpath(LEXICON).read_text(encoding="utf-8")
    return tuple(Term(row["concept"], row["term"], _pattern(row["term"])) for row in csv.DictReader(text.splitlines()))


def _pattern(term: str) -> re.Pattern[str]:
    words = r"\s+".join(re.escape(word) + ENDINGS for word in term.split())
    return re.compile(rf"{words}(?![\w-])")


def find(
    articles: Sequence[Article], annotations: Sequence[Annotation], differences: Sequence[Difference] = ()
) -> list[Wording]:
    """Uses of the lexicon's terms, for concepts for which the articles of one story chose at least two terms; and words
    that linked sentences have for one thing, whose concept is all of them.

    Args:
        articles, annotations: the story's, in the same order.
        differences: on its events.
    """
    uses: dict[str, list[Wording]] = defaultdict(list)
    chosen: dict[str, set[tuple[str, str]]] = defaultdict(set)
    voice_of = {article.id: _Voices(annotation) for article, annotation in zip(articles, annotations, strict=True)}
    for article in sorted(articles, key=lambda article: article.id):
        for concept, term, start, end in _terms(article.text):
            voice = voice_of[article.id].at(start, end)
            uses[concept].append(Wording(concept, article.id, start, end, article.text[start:end], voice))
            chosen[concept].add((article.id, term))
    listed = {(use.article_id, use.start): use.concept for rows in uses.values() for use in rows}
    for concept, rows in _called(differences).items():
        known = {listed.get((row.article_id, row.start), "") for row in rows}
        if len(known) == 1 and "" not in known:
            continue  # the lexicon has this choice of words
        for row in rows:
            voice = voice_of[row.article_id].at(row.start, row.end)
            uses[concept].append(Wording(concept, row.article_id, row.start, row.end, row.value, voice))
            chosen[concept].add((row.article_id, row.value))
    return [
        row
        for concept in sorted(uses)
        if len({a for a, _ in chosen[concept]}) > 1 and len({term for _, term in chosen[concept]}) > 1
        for row in uses[concept]
    ]


class _Voices:
    """Whose voice the words of an article are."""

    def __init__(self, annotation: Annotation) -> None:
        self._other = [(part.start, part.end, part.voice) for part in annotation.voices if part.voice != OWN]

    def at(self, start: int, end: int) -> str:
        return next((voice for a, b, voice in self._other if a <= start and end <= b), OWN)


def _called(differences: Sequence[Difference]) -> dict[str, list[Difference]]:
    """What linked sentences call one thing, by all these words."""
    groups: dict[str, list[Difference]] = defaultdict(list)
    for row in differences:
        if row.kind == "name":
            groups[row.difference_id].append(row)
    return {" / ".join(dict.fromkeys(row.value for row in rows)): rows for rows in groups.values()}


def _terms(text: str) -> list[tuple[str, str, int, int]]:
    """Concept, term, start and end of each use; of overlapping terms of a concept the longest counts."""
    found = [
        (term.concept, term.term, word.start(), match.end())
        for word in WORD.finditer(text)
        for part in PART.finditer(word[0])
        for term in _by_beginning().get(word[0][part.start() :][:BEGINNING], ())
        if (match := term.pattern.match(text, word.start() + part.start()))
    ]
    kept: list[tuple[str, str, int, int]] = []
    for use in sorted(found, key=lambda use: (use[2] - use[3], use[2], use[0], use[1])):
        if not any(use[0] == other[0] and use[2] < other[3] and other[2] < use[3] for other in kept):
            kept.append(use)
    return sorted(kept, key=lambda use: (use[2], use[0]))


@cache
def _by_beginning() -> dict[str, list[Term]]:
    """The lexicon by the first letters of its terms, so that a word meets few of them."""
    terms: dict[str, list[Term]] = defaultdict(list)
    for term in lexicon():
        terms[term.term[:BEGINNING]].append(term)
    return terms
