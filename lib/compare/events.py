"""Events: which sentences of different articles report the same."""

import re
from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from lib.article import UNKNOWN, Annotation, Article
from lib.compare.linking import clusters, pair_scores
from lib.compare.stories import stable_id
from lib.schema import Event, EventSentence, Sentence

UNCLEAR = re.compile(
    r"(?:er|sie|es|dies|dieser?|dieses|diesen|diesem|das|da|dabei|dafür|dagegen|damit|dazu|dadurch|darauf|darin|darüber|"
    r"daraufhin|dort|deshalb|daher|zudem|außerdem|auch|doch|aber|denn|so|ihn|ihm|ihr|ihre|ihren|sein|seine|seinen|wir|"
    r"ich|jedoch|allerdings|beide)\b|.*[?:…]$|.*\bich\b",
    re.IGNORECASE | re.DOTALL,
)
"""Sentences that lean on the one before, ask or announce: they do not stand for an event on their own."""
_CREDIT_MARGIN = 24
"""Characters that may stand beside the agencies in a credit."""


class Events(NamedTuple):
    """Rows of `events` and `event_sentences`, in reading order."""

    events: list[Event]
    event_sentences: list[EventSentence]


def find(articles: Sequence[Article], annotations: Sequence[Annotation], story_id: str) -> Events:
    """Events of one story: groups of sentences from at least two of its articles. Groups may overlap.

    Args:
        articles, annotations: the story's, in the same order.
    """
    pairs = sorted(zip(articles, annotations, strict=True), key=lambda pair: pair[0].id)
    told = [
        (sentence, vector)
        for article, annotation in pairs
        for sentence, vector in zip(annotation.sentences, annotation.vectors, strict=True)
        if not _is_credit(sentence.text, article.agencies)
    ]
    if len(pairs) < 2 or not told:
        return Events([], [])
    sentences, vectors = [sentence for sentence, _ in told], np.array([vector for _, vector in told])
    scores = pair_scores(sentences, vectors)
    source_of = {article.id: article.source for article, _ in pairs}
    groups = clusters([sentence.article_id for sentence in sentences], scores)
    groups.sort(key=lambda group: (np.mean([sentences[i].sentence_id for i in group]), group))
    events: list[Event] = []
    rows: list[EventSentence] = []
    for group in groups:
        members = [sentences[i] for i in group]
        agreement = _agreement(members, scores[group][:, group].toarray())
        event_id = stable_id("e", [f"{member.article_id}:{member.sentence_id}" for member in members])
        ids = {member.article_id for member in members}
        events.append(
            Event(
                event_id=event_id,
                story_id=story_id,
                headline=headline(members, agreement, {event.headline for event in events}),
                n_articles=len(ids),
                n_sources=len({source_of[i] for i in ids} - {UNKNOWN}),
            )
        )
        rows += [
            EventSentence(event_id, member.article_id, member.sentence_id, round(score, 4))
            for member, score in zip(members, agreement, strict=True)
        ]
    return Events(events, rows)


def _is_credit(sentence: str, agencies: str) -> bool:
    """Whether a sentence is the article's credit of its agencies: "(dpa)", "lgc (efe, dpa, afp)"."""
    return bool(agencies) and agencies in sentence and len(sentence) <= len(agencies) + _CREDIT_MARGIN


def _agreement(members: Sequence[Sentence], scores: npt.NDArray[np.float64]) -> list[float]:
    """Mean score of each sentence with those of other articles."""
    article = np.array([member.article_id for member in members])
    others = article[:, None] != article[None]
    mean: list[float] = ((scores * others).sum(axis=1) / others.sum(axis=1)).tolist()
    return mean


def headline(sentences: Sequence[Sentence], agreement: Sequence[float], taken: set[str]) -> str:
    """The shortest sentence that stands on its own and agrees with the others about as well as the best does.

    Args:
        taken: headlines of other events, which are used again only if there is no choice.
    """
    enough = 0.8 * max(agreement)
    ranked = sorted(
        zip(sentences, agreement, strict=True),
        key=lambda pair: (
            pair[0].text in taken,
            pair[1] < enough,
            bool(UNCLEAR.match(pair[0].text)),
            len(pair[0].text),
            pair[0].article_id,
            pair[0].sentence_id,
        ),
    )
    return ranked[0][0].text
