"""Wording: which of several words for the same concept an article chooses, in its own voice or in quotation."""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from types import MappingProxyType

from lib.article import Annotation, Article, sentence_at
from lib.compare.differences.lexicon import Use, uses
from lib.schema import OTHER_WORDS, OWN, Difference, EventSentence, Wording


def find(
    articles: Sequence[Article],
    annotations: Sequence[Annotation],
    differences: Sequence[Difference] = (),
    event_sentences: Iterable[EventSentence] = (),
    *,
    entity_of: Mapping[tuple[str, int], str] = MappingProxyType({}),
    name_of: Mapping[str, str] = MappingProxyType({}),
) -> list[Wording]:
    """Uses of the lexicon's terms, for concepts for which the articles of one story chose at least two terms; and words
    that linked sentences have for one thing, whose concept is all of them.

    An ambiguous term counts where another article has another term of the concept in a sentence on the same event. A
    concept by which the story calls several persons or bodies is one for each of them ("Staatsoberhaupt: Kim"); whom a
    term means is known from the names beside it, or beside it elsewhere in the article or in the story.

    Args:
        articles, annotations: the story's, in the same order.
        differences: on its events.
        event_sentences: of these.
        entity_of: entity of the mention that begins at an offset of an article.
        name_of: of each entity.
    """
    found: dict[str, list[Wording]] = defaultdict(list)
    chosen: dict[str, set[tuple[str, str]]] = defaultdict(set)
    voice_of = {article.id: _Voices(annotation) for article, annotation in zip(articles, annotations, strict=True)}
    meant = list(_meant(articles, annotations, event_sentences))
    for (article, use), whose in zip(meant, _whose(meant, annotations, entity_of), strict=True):
        if whose is None:
            continue
        concept = ": ".join(filter(None, (use.term.concept, name_of.get(whose, ""))))
        words, voice = article.text[use.start : use.end], voice_of[article.id].at(use.start, use.end)
        found[concept].append(Wording(concept, article.id, use.start, use.end, words, voice, use.term.source))
        chosen[concept].add((article.id, use.term.term))
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
    """Uses of terms by article, of ambiguous ones those that mean the concept; none that is a person's surname."""
    events_of: dict[tuple[str, int], set[str]] = defaultdict(set)
    for row in event_sentences:
        events_of[row.article_id, row.sentence_id].add(row.event_id)
    found: list[tuple[Article, Use, set[str]]] = []
    told: dict[tuple[str, str], set[tuple[str, str]]] = defaultdict(set)
    for article, annotation in sorted(zip(articles, annotations, strict=True), key=lambda pair: pair[0].id):
        starts = [sentence.start for sentence in annotation.sentences]
        persons = [mention for mention in annotation.mentions if mention.label == "PER"]
        surnames = {word for mention in persons for word in mention.text.split()[1:][-1:]}
        named = {mention.end for mention in persons if mention.text.split()[-1].removesuffix("s") in surnames}
        for use in uses(article.text):
            if use.end in named:  # "Minister Jan Maske"
                continue
            events = events_of[article.id, sentence_at(starts, use.start)]
            found.append((article, use, events))
            for event_id in events:
                told[event_id, use.term.concept].add((article.id, use.term.term))
    for article, use, events in found:
        others = (other for event_id in events for other in told[event_id, use.term.concept])
        if not use.term.ambiguous or any(a != article.id and term != use.term.term for a, term in others):
            yield article, use


def _whose(
    meant: Sequence[tuple[Article, Use]], annotations: Iterable[Annotation], entity_of: Mapping[tuple[str, int], str]
) -> list[str | None]:
    """For each use the entity that it calls so, if those of its concept call several; None if it is not known which,
    and empty if they do not."""
    beside = {
        (role.article_id, at): entity_of.get((role.article_id, role.mention_start), "")
        for annotation in annotations
        for role in annotation.attributes
        for at in range(role.start, role.end)
    }
    called: dict[tuple[str, ...], set[str]] = defaultdict(set)
    for article, use in meant:
        if entity := beside.get((article.id, use.start)):
            for key in ((use.term.concept,), (use.term.concept, use.term.term), (article.id, *use.term[:2])):
                called[key].add(entity)

    def whose(article: Article, use: Use) -> str | None:
        if len(called[use.term.concept,]) < 2:
            return ""
        own = beside.get((article.id, use.start))
        here, anywhere = called[article.id, *use.term[:2]], called[use.term[:2]]
        return own or next((next(iter(known)) for known in (here, anywhere) if len(known) == 1), None)

    return [whose(article, use) for article, use in meant]


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
