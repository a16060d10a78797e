"""Rows of all articles in; entities, stories, events, differences, coverage and wording out."""

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import NamedTuple

from lib.article import Annotation, Article, Judge, States
from lib.compare import coverage, differences, entities, events, passages, refrains, stories, wording
from lib.compare.linking import Place, persons_of
from lib.schema import (
    Alias,
    Coverage,
    Difference,
    Entity,
    Event,
    EventSentence,
    Link,
    Mention,
    Passage,
    Quote,
    Sentence,
    Story,
    Suggestion,
    Wording,
)


@dataclass(frozen=True, slots=True)
class Comparison:
    """What comparing articles gives: the rows of the tables of these names, and the story of every article by id."""

    story_of: dict[str, str]
    sentences: list[Sentence]
    mentions: list[Mention]
    quotes: list[Quote]
    entities: list[Entity]
    aliases: list[Alias]
    suggestions: list[Suggestion]
    stories: list[Story]
    events: list[Event]
    event_sentences: list[EventSentence]
    links: list[Link]
    differences: list[Difference]
    coverage: list[Coverage]
    passages: list[Passage]
    wording: list[Wording]


class Told(NamedTuple):
    """Differences, coverage and wording of one story."""

    differences: list[Difference]
    coverage: list[Coverage]
    wording: list[Wording]


def compare(
    articles: Sequence[Article],
    annotations: Sequence[Annotation],
    *,
    judge: Judge | None = None,
    states: States | None = None,
    progress: Callable[[int, int], None] | None = None,
) -> Comparison:
    """Compare the articles of a corpus. The result does not depend on their order, but for the order of mentions and
    quotations, which keep that of the articles.

    Args:
        articles: with unique ids.
        annotations: one per article, in the same order.
        judge: asked about links that are doubtful.
        states: of the encoder, with which links are read again; none are if None.
        progress: told within and after every story, with the number of articles that are compared and of all.
    """
    annotations = refrains.marked(articles, annotations)
    told_by = {article.id: annotation.sentences for article, annotation in zip(articles, annotations, strict=True)}
    texts = {one.id: refrains.without(one.text, told_by[one.id]) for one in articles}
    found = stories.find(articles, texts, _times(articles, annotations))
    mentions = [mention for annotation in annotations for mention in annotation.mentions]
    merged = entities.merge(articles, mentions, found.story_of)
    result = Comparison(
        story_of=found.story_of,
        sentences=[sentence for annotation in annotations for sentence in annotation.sentences],
        mentions=merged.mentions,
        quotes=entities.speakers([quote for annotation in annotations for quote in annotation.quotes], merged.mentions),
        entities=merged.entities,
        aliases=merged.aliases,
        suggestions=merged.suggestions,
        stories=found.stories,
        events=[],
        event_sentences=[],
        links=[],
        differences=[],
        coverage=[],
        passages=passages.find(articles),
        wording=[],
    )
    name_of = {entity.entity_id: entity.name for entity in result.entities}
    named = _named(result.mentions, name_of)
    person_at = {(m.article_id, m.start): name_of[m.entity_id] for m in result.mentions if m.label == "PER"}
    persons = persons_of(annotations, person_at)
    entity_of = {(m.article_id, m.start): m.entity_id for m in result.mentions}
    members: dict[str, list[tuple[Article, Annotation]]] = defaultdict(list)
    for pair in sorted(zip(articles, annotations, strict=True), key=lambda pair: pair[0].id):
        members[found.story_of[pair[0].id]].append(pair)
    done = 0
    for story in found.stories:
        of_story = [article for article, _ in members[story.story_id]]
        annotated = [annotation for _, annotation in members[story.story_id]]
        within = partial(_tell_share, progress, done, len(of_story), len(articles)) if progress else None
        linked = events.find(
            of_story,
            annotated,
            story.story_id,
            named,
            persons=persons,
            judge=judge,
            states=states,
            progress=within,
        )
        result.events.extend(linked.events)
        result.event_sentences.extend(linked.event_sentences)
        result.links.extend(linked.links)
        told = tell(of_story, annotated, linked.event_sentences, linked.links, entity_of, name_of=name_of)
        result.differences.extend(told.differences)
        result.coverage.extend(told.coverage)
        result.wording.extend(told.wording)
        done += len(of_story)
        if progress:
            progress(done, len(articles))
    return result


def _tell_share(progress: Callable[[int, int], None], done: int, more: int, total: int, share: float) -> None:
    """Tell how far the comparison is, a share of a story of `more` articles being done."""
    progress(done + int(share * more), total)


def tell(
    articles: Sequence[Article],
    annotations: Sequence[Annotation],
    event_sentences: Sequence[EventSentence],
    links: Sequence[Link],
    entity_of: Mapping[Place, str],
    *,
    name_of: Mapping[str, str],
    apart: Collection[tuple[str, Place]] = (),
) -> Told:
    """How the articles of one story tell its events.

    Args:
        articles, annotations: the story's, in the same order.
        event_sentences, links: of its events.
        entity_of: entity of the mention that begins at an offset of an article.
        name_of: of each entity.
        apart: event and sentence that is known not to report it.
    """
    named = differences.namings(event_sentences, links, annotations, entity_of)
    named = differences.lasting(named, annotations)
    published = {article.id: article.published for article in articles}
    return Told(
        [*differences.values(event_sentences, links, annotations, entity_of, published), *named],
        coverage.cover(articles, event_sentences, links, apart),
        wording.find(articles, annotations, named, event_sentences, entity_of=entity_of, name_of=name_of),
    )


def _times(articles: Iterable[Article], annotations: Iterable[Annotation]) -> dict[str, list[stories.Days]]:
    """The times that each article tells of, those that are a guess as well: whether articles meet is no claim."""
    return {
        article.id: [(value.first, value.last) for value in annotation.values if value.first]
        for article, annotation in zip(articles, annotations, strict=True)
    }


def _named(mentions: Iterable[Mention], name_of: Mapping[str, str]) -> dict[Place, frozenset[str]]:
    """Names of the entities that each sentence mentions."""
    named: dict[Place, set[str]] = defaultdict(set)
    for mention in mentions:
        named[mention.article_id, mention.sentence_id].add(name_of[mention.entity_id])
    return {place: frozenset(found) for place, found in named.items()}
