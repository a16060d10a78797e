"""Wording: which of several words for the same concept an article chooses, in its own voice or in quotation."""

import csv
import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from importlib.resources import files
from typing import NamedTuple

from lib.article import Annotation, Article
from lib.compare.differences.words import form, inflected
from lib.schema import Difference, EventSentence, Wording

LEXICON = "wording.csv"
OWN = "own"
ENDINGS = r"(?:e[rsnm]?|ern|[rsnm]|in|innen|nen)?"
"""Inflection of German nouns, adjectives and participles."""
WORD = re.compile(r"\w[\w-]*")
PART = re.compile(r"(?<![^-])(?=\w)")
"""Where the word begins, and its parts after hyphens: "Ukraine-Krieg" holds "Krieg"."""
BEGINNING = 3


class Term(NamedTuple):
    """A word of the lexicon, `listed` as it stands there; `ambiguous` if it often means other things than the concept.

    Where the lexicon has singular and plural, or two spellings, `term` is the one that comes first.
    """

    concept: str
    term: str
    listed: str
    ambiguous: bool
    pattern: re.Pattern[str]


@cache
def lexicon() -> tuple[Term, ...]:
    """The terms of `wording.csv`, whose columns are concept, term, ambiguous ("yes" or empty) and source."""
    text = files("lib.compare").joinpath(LEXICON).read_text(encoding="utf-8")
    terms: list[Term] = []
    of_concept: dict[str, list[str]] = defaultdict(list)
    for row in csv.DictReader(text.splitlines()):
        known = of_concept[row["concept"]]
        same = (one for one in known if inflected(form(one), form(row["term"])) and not row["term"].endswith("in"))
        term = next(same, row["term"])
        known.append(term)
        terms.append(Term(row["concept"], term, row["term"], bool(row["ambiguous"]), _pattern(row["term"])))
    return tuple(terms)


def _pattern(term: str) -> re.Pattern[str]:
    words = r"\s+".join(re.escape(word) + ENDINGS for word in term.split())
    return re.compile(rf"{words}(?![\w-])")


def find(
    articles: Sequence[Article],
    annotations: Sequence[Annotation],
    differences: Sequence[Difference] = (),
    event_sentences: Iterable[EventSentence] = (),
) -> list[Wording]:
    """Uses of the lexicon's terms, for concepts for which the articles of one story chose at least two terms; and words
    that linked sentences have for one thing, whose concept is all of them.

    An ambiguous term counts where another article has another term of the concept in a sentence on the same event.

    Args:
        articles, annotations: the story's, in the same order.
        differences: on its events.
        event_sentences: of these.
    """
    uses: dict[str, list[Wording]] = defaultdict(list)
    chosen: dict[str, set[tuple[str, str]]] = defaultdict(set)
    voice_of = {article.id: _Voices(annotation) for article, annotation in zip(articles, annotations, strict=True)}
    for article, use in _meant(articles, annotations, event_sentences):
        words, voice = article.text[use.start : use.end], voice_of[article.id].at(use.start, use.end)
        uses[use.term.concept].append(Wording(use.term.concept, article.id, use.start, use.end, words, voice))
        chosen[use.term.concept].add((article.id, use.term.term))
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


class _Use(NamedTuple):
    """Where a text has a term."""

    term: Term
    start: int
    end: int


def _meant(
    articles: Sequence[Article], annotations: Sequence[Annotation], event_sentences: Iterable[EventSentence]
) -> Iterator[tuple[Article, _Use]]:
    """Uses of terms by article, of ambiguous ones those that mean the concept."""
    events_of: dict[tuple[str, int], set[str]] = defaultdict(set)
    for row in event_sentences:
        events_of[row.article_id, row.sentence_id].add(row.event_id)
    found: list[tuple[Article, _Use, set[str]]] = []
    told: dict[tuple[str, str], set[tuple[str, str]]] = defaultdict(set)
    for article, annotation in sorted(zip(articles, annotations, strict=True), key=lambda pair: pair[0].id):
        starts = [sentence.start for sentence in annotation.sentences]
        for use in _uses(article.text):
            events = events_of[article.id, max(0, bisect_right(starts, use.start) - 1)]
            found.append((article, use, events))
            for event_id in events:
                told[event_id, use.term.concept].add((article.id, use.term.term))
    for article, use, events in found:
        others = (other for event_id in events for other in told[event_id, use.term.concept])
        if not use.term.ambiguous or any(a != article.id and term != use.term.term for a, term in others):
            yield article, use


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
        if row.kind == "name" and row.relation == "other words":
            groups[row.difference_id].append(row)
    return {" / ".join(dict.fromkeys(row.value for row in rows)): rows for rows in groups.values()}


def _uses(text: str) -> list[_Use]:
    """Uses of terms in a text; of overlapping terms of a concept the longest counts."""
    found = [
        _Use(term, word.start(), match.end())
        for word in WORD.finditer(text)
        for part in PART.finditer(word[0])
        for term in _by_beginning().get(word[0][part.start() :][:BEGINNING], ())
        if (match := term.pattern.match(text, word.start() + part.start()))
    ]
    kept: list[_Use] = []
    for use in sorted(found, key=lambda use: (use.start - use.end, use.start, use.term.concept, use.term.term)):
        if not any(
            use.term.concept == other.term.concept and use.start < other.end and other.start < use.end for other in kept
        ):
            kept.append(use)
    return sorted(kept, key=lambda use: (use.start, use.term.concept))


@cache
def _by_beginning() -> dict[str, list[Term]]:
    """The lexicon by the first letters of its terms, so that a word meets few of them."""
    terms: dict[str, list[Term]] = defaultdict(list)
    for term in lexicon():
        terms[term.listed[:BEGINNING]].append(term)
    return terms
