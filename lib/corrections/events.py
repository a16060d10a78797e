"""Corrections of events: sentences that report the same after all, or do not."""

from collections import defaultdict
from collections.abc import Collection, Iterator, Sequence
from typing import Any

import numpy as np
import pandas as pd

from lib import schema
from lib.article import UNKNOWN, Analysis, Annotation, Article
from lib.compare.comparison import Told, tell
from lib.compare.events import headline
from lib.compare.refrains import bare
from lib.corrections.file import APART, Correction, Place, place
from lib.schema import (
    IN_EVENT,
    ArticleRow,
    Attribute,
    Event,
    EventSentence,
    Link,
    Mention,
    Quote,
    Sentence,
    Value,
    Voice,
)

_BY_HAND = "by hand"
_NO_VECTORS = np.zeros((0, 0), np.float32)
"""Telling what events hold needs none."""


class Linker:
    """The events of an analysis, laid out to be corrected.

    Args:
        changed: articles of which something else was corrected, so that what their events show is found anew.
    """

    def __init__(self, analysis: Analysis, changed: Collection[str] = ()) -> None:
        self._tables = analysis.tables
        articles = analysis.tables["articles"]
        self._story_of = dict(zip(articles["article_id"], articles["story_id"], strict=True))
        self._source_of = dict(zip(articles["article_id"], articles["source"], strict=True))
        sentences = map(Sentence._make, analysis.tables["sentences"].itertuples(index=False, name=None))
        self._sentences = {(row.article_id, row.sentence_id): row for row in sentences}
        self._events = {row.event_id: row for row in map(Event._make, _records(analysis.tables["events"]))}
        self._members: dict[str, dict[Place, float]] = defaultdict(dict)
        for row in map(EventSentence._make, _records(analysis.tables["event_sentences"])):
            self._members[row.event_id][row.article_id, row.sentence_id] = row.score
        self._links = {_ends(row): row for row in map(Link._make, _records(analysis.tables["links"]))}
        self._stories = {self._story_of[article_id] for article_id in changed}
        self._apart: set[tuple[str, Place]] = set()

    def correct(self, correction: Correction) -> str:
        """Make a correction, or say why it cannot be made."""
        sentence, other = place(correction.entity), place(correction.value)
        if sentence not in self._sentences or other not in self._sentences or sentence == other:
            return "there are no two such sentences"
        story = self._story_of[sentence[0]]
        if story != self._story_of[other[0]]:
            return "the sentences are of different stories"
        held = [event_id for event_id, members in self._members.items() if other in members]
        if correction.action == APART:
            held = [event_id for event_id in held if sentence in self._members[event_id]]
            if not held:
                return "no event holds both sentences"
            for event_id in held:
                self._take_out(event_id, sentence)
        else:
            held = [event_id for event_id in held if sentence not in self._members[event_id]]
            if not held:
                return "no event holds the second sentence and not the first"
            for event_id in held:
                self._add(event_id, sentence, other)
        self._stories.add(story)
        return ""

    def _take_out(self, event_id: str, sentence: Place) -> None:
        del self._members[event_id][sentence]
        self._apart.add((event_id, sentence))
        for other in self._members[event_id]:
            if not any(sentence in members and other in members for members in self._members.values()):
                self._links.pop(frozenset((sentence, other)), None)
        if len({article_id for article_id, _ in self._members[event_id]}) < 2:
            del self._members[event_id], self._events[event_id]

    def _add(self, event_id: str, sentence: Place, other: Place) -> None:
        for member in self._members[event_id]:
            ends = frozenset((sentence, member))
            if link := self._links.get(ends):
                self._links[ends] = link._replace(status=IN_EVENT)
        if sentence[0] != other[0]:
            first, second = sorted((sentence, other))
            story = self._story_of[sentence[0]]
            self._links[frozenset((first, second))] = Link(story, *first, *second, 1.0, IN_EVENT, _BY_HAND)
        self._members[event_id][sentence] = 1.0
        self._apart.discard((event_id, sentence))

    def tables(self) -> dict[str, pd.DataFrame]:
        """The tables that corrections change."""
        events = [self._event(event) for event in self._events.values()]
        rows = [
            EventSentence(event_id, *member, score)
            for event_id in self._events
            for member, score in sorted(self._members[event_id].items())
        ]
        told = [self._told(story, rows) for story in sorted(self._stories)]
        again = {event.event_id for event in events if event.story_id in self._stories}
        gone = set(self._tables["events"]["event_id"]) - self._events.keys()
        articles = {article_id for article_id, story in self._story_of.items() if story in self._stories}
        return {
            "events": schema.table("events", events),
            "event_sentences": schema.table("event_sentences", rows),
            "links": schema.table("links", self._links.values()),
            "differences": self._replaced("differences", "event_id", again | gone, [t.differences for t in told]),
            "coverage": self._replaced("coverage", "event_id", again | gone, [t.coverage for t in told]),
            "wording": self._replaced("wording", "article_id", articles, [t.wording for t in told]),
        }

    def _replaced(self, name: str, column: str, keys: set[str], rows: Sequence[Sequence[Any]]) -> pd.DataFrame:
        """A table with new rows in place of those of some keys."""
        table = self._tables[name]
        new = schema.table(name, [row for part in rows for row in part])
        return pd.concat([table[~table[column].isin(keys)], new], ignore_index=True)

    def _event(self, event: Event) -> Event:
        """An event by what it holds now; its headline stays unless its sentence went."""
        if event.story_id not in self._stories:
            return event
        members = self._members[event.event_id]
        said = [self._sentences[member] for member in members]
        ids = {article_id for article_id, _ in members}
        stays = any(sentence.text == event.headline for sentence in said)
        taken = {bare(other.headline) for other in self._events.values() if other.story_id == event.story_id}
        return event._replace(
            headline=event.headline if stays else headline(said, list(members.values()), taken),
            n_articles=len(ids),
            n_sources=len({self._source_of[article_id] for article_id in ids} - {UNKNOWN}),
        )

    def _told(self, story: str, rows: Sequence[EventSentence]) -> Told:
        """What the events of a story show, found anew."""
        ids = sorted(article_id for article_id, of in self._story_of.items() if of == story)
        about = map(ArticleRow._make, _records(self._tables["articles"]))
        known = {row.article_id: row for row in about if row.story_id == story}
        articles = [Article(i, known[i].text, source=known[i].source, published=known[i].published) for i in ids]
        parts: dict[str, dict[str, list[Any]]] = {}
        for name, kind in (
            ("sentences", Sentence),
            ("mentions", Mention),
            ("attributes", Attribute),
            ("quotes", Quote),
            ("values", Value),
            ("voices", Voice),
        ):
            of_article: dict[str, list[Any]] = defaultdict(list)
            table = self._tables[name]
            for row in _records(table[table["article_id"].isin(ids)]):
                of_article[row[0]].append(kind._make(row))
            parts[name] = of_article
        annotations = [
            Annotation(**{name: parts[name][i] for name in parts}, vectors=_NO_VECTORS, inner=_NO_VECTORS) for i in ids
        ]
        entity_of = {(m.article_id, m.start): m.entity_id for found in parts["mentions"].values() for m in found}
        of_story = [row for row in rows if self._events[row.event_id].story_id == story]
        links = [link for link in self._links.values() if link.story_id == story]
        entities = self._tables["entities"]
        name_of = dict(zip(entities["entity_id"], entities["name"], strict=True))
        return tell(articles, annotations, of_story, links, entity_of, name_of=name_of, apart=self._apart)


def _records(table: pd.DataFrame) -> Iterator[tuple[Any, ...]]:
    return table.itertuples(index=False, name=None)


def _ends(link: Link) -> frozenset[Place]:
    return frozenset({(link.article_id, link.sentence_id), (link.other_id, link.other_sentence_id)})
