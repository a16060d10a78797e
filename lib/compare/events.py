"""Events: which sentences of different articles report the same."""

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
import numpy.typing as npt
from scipy.cluster.hierarchy import fcluster, linkage
from scipy.spatial.distance import squareform
from sklearn.feature_extraction.text import TfidfVectorizer

from lib.article import UNKNOWN, Annotation, Article
from lib.compare.stories import stable_id
from lib.schema import Event, EventSentence, Sentence

Floats = npt.NDArray[np.float64]

COSINE, CHARACTERS, BIAS = 6.0, 10.0, -5.0
LINKED = 0.5


class Events(NamedTuple):
    """Rows of `events` and `event_sentences`, both in reading order."""

    events: list[Event]
    event_sentences: list[EventSentence]


def find(articles: Sequence[Article], annotations: Sequence[Annotation], story_id: str) -> Events:
    """Events of one story: groups of sentences from at least two of its articles.

    Args:
        articles, annotations: the story's, in the same order.
    """
    pairs = sorted(zip(articles, annotations, strict=True), key=lambda pair: pair[0].id)
    sentences = [sentence for _, annotation in pairs for sentence in annotation.sentences]
    if len(pairs) < 2 or not sentences:
        return Events([], [])
    vectors = np.concatenate([annotation.vectors for _, annotation in pairs if annotation.sentences])
    source_of = {article.id: article.source for article, _ in pairs}
    scores = pair_scores(sentences, vectors)
    found = [_rows(story_id, sentences, group, scores, source_of) for group in clusters(sentences, scores)]
    found.sort(key=lambda rows: _position(rows[1]))
    return Events([event for event, _ in found], [row for _, rows in found for row in rows])


def pair_scores(sentences: Sequence[Sentence], vectors: npt.NDArray[np.float32]) -> Floats:
    """How probably two sentences report the same event, shape (sentences, sentences), 0 within one article.

    Logistic regression over the cosine of the vectors, centred per story so that what all sentences share does not
    count, and the cosine of character n-gram TF-IDF.
    """
    centred = vectors - vectors.mean(axis=0)
    centred /= np.linalg.norm(centred, axis=1, keepdims=True) + 1e-9
    characters = TfidfVectorizer(analyzer="char_wb", ngram_range=(3, 5), sublinear_tf=True, dtype=np.float32)
    words = characters.fit_transform([sentence.text for sentence in sentences])
    logit = COSINE * (centred @ centred.T) + CHARACTERS * (words @ words.T).toarray() + BIAS
    article = np.array([sentence.article_id for sentence in sentences])
    scores: Floats = np.where(article[:, None] == article[None], 0.0, 1.0 / (1.0 + np.exp(-logit)))
    return scores


def clusters(sentences: Sequence[Sentence], scores: Floats) -> list[list[int]]:
    """Groups of sentences of at least two articles whose mean score is high enough (average linkage)."""
    linked = np.flatnonzero((scores >= LINKED).any(axis=1))
    if not len(linked):
        return []
    distance = np.clip(1.0 - scores[np.ix_(linked, linked)], 0.0, 1.0)
    np.fill_diagonal(distance, 0.0)
    label = fcluster(linkage(squareform(distance, checks=False), "average"), 1.0 - LINKED, "distance")
    groups = [linked[label == k].tolist() for k in np.unique(label)]
    return [group for group in groups if len({sentences[i].article_id for i in group}) > 1]


def _rows(
    story_id: str, sentences: Sequence[Sentence], group: list[int], scores: Floats, source_of: dict[str, str]
) -> tuple[Event, list[EventSentence]]:
    inner = scores[np.ix_(group, group)]
    other = np.array([[sentences[i].article_id != sentences[j].article_id for j in group] for i in group])
    agreement = (inner * other).sum(axis=1) / other.sum(axis=1)
    members = [sentences[i] for i in group]
    event_id = stable_id("e", [f"{member.article_id}:{member.sentence_id}" for member in members])
    ids = {member.article_id for member in members}
    event = Event(
        event_id=event_id,
        story_id=story_id,
        headline=headline(members, agreement),
        n_articles=len(ids),
        n_sources=len({source_of[i] for i in ids} - {UNKNOWN}),
    )
    rows = [
        EventSentence(event_id, member.article_id, member.sentence_id, round(float(score), 4))
        for member, score in zip(members, agreement, strict=True)
    ]
    return event, rows


def headline(sentences: Sequence[Sentence], agreement: Floats) -> str:
    """The shortest of the sentences that agree with the others about as well as the best does."""
    central = [s for s, a in zip(sentences, agreement, strict=True) if a >= 0.9 * agreement.max()]
    return min(central, key=lambda s: (len(s.text), s.article_id, s.sentence_id)).text


def _position(rows: list[EventSentence]) -> tuple[float, str, int]:
    """Mean place in the articles, so that what is told first comes first."""
    first = rows[0]
    return sum(row.sentence_id for row in rows) / len(rows), first.article_id, first.sentence_id
