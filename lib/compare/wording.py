"""Wording: which of several words for the same concept an article chooses, in its own voice or in quotation."""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from lib.article import Annotation, Article, sentence_at
from lib.compare.differences.lexicon import Use, uses
from lib.schema import OTHER_WORDS, OWN, Difference, EventSentence, Wording


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
    found: dict[str, list[Wording]] = defaultdict(list)
    chosen: dict[str, set[tuple[str, str]]] = defaultdict(set)
    voice_of = {article.id: _Voices(annotation) for article, annotation in zip(articles, annotations, strict=True)}
    for article, use in _meant(articles, annotations, event_sentences):
        words, voice = article.text[use.start : use.end], voice_of[article.id].at(use.start, use.end)
        found[use.term.concept].append(
            Wording(use.term.concept, article.id, use.start, use.end, words, voice, use.term.source)
        )
        chosen[use.term.concept].add((article.id, use.term.term))
    listed = {(use.article_id, use.start): use.concept for rows in found.values() for use in rows}
    for concept, rows in _called(differences).items():
        known = {listed.get((row.article_id, row.start), "") for row in rows}
        if len(known) == 1 and "" not in known:
            continue  # the lexicon has this choice of words
        for row in rows:
            voice = voice_of[row.article_id].at(row.start, row.end)
            found[concept].append(Wording(concept, row.article_id, row.start, row.end, row.value, voice))
            chosen[concept].add((row.article_id, row.value))
    return [
        row
        for concept in sorted(found)
        if len({a for a, _ in chosen[concept]}) > 1 and len({term for _, term in chosen[concept]}) > 1
        for row in found[concept]
    ]


def _meant(
    articles: Sequence[Article], annotations: Sequence[Annotation], event_sentences: Iterable[EventSentence]
) -> Iterator[tuple[Article, Use]]:
    """Uses of terms by article, of ambiguous ones those that mean the concept."""
    events_of: dict[tuple[str, int], set[str]] = defaultdict(set)
    for row in event_sentences:
        events_of[row.article_id, row.sentence_id].add(row.event_id)
    found: list[tuple[Article, Use, set[str]]] = []
    told: dict[tuple[str, str], set[tuple[str, str]]] = defaultdict(set)
    for article, annotation in sorted(zip(articles, annotations, strict=True), key=lambda pair: pair[0].id):
        starts = [sentence.start for sentence in annotation.sentences]
        for use in uses(article.text):
            events = events_of[article.id, sentence_at(starts, use.start)]
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
        self._parts = annotation.voices

    def at(self, start: int, end: int) -> str:
        part = bisect_right(self._parts, start, key=lambda part: part.start) - 1
        return self._parts[part].voice if part >= 0 and end <= self._parts[part].end else OWN


def _called(differences: Sequence[Difference]) -> dict[str, list[Difference]]:
    """What linked sentences call one thing, by all these words."""
    groups: dict[str, list[Difference]] = defaultdict(list)
    for row in differences:
        if row.kind == "name" and row.relation == OTHER_WORDS:
            groups[row.difference_id].append(row)
    return {" / ".join(dict.fromkeys(row.value for row in rows)): rows for rows in groups.values()}
