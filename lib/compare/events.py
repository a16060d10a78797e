"""Events: which sentences of different articles report the same."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from typing import NamedTuple

import numpy as np
import numpy.typing as npt
from scipy.sparse import csr_matrix, vstack
from sklearn.feature_extraction.text import TfidfVectorizer

from lib.article import UNKNOWN, Annotation, Article
from lib.compare.stories import stable_id
from lib.schema import Event, EventSentence, Sentence


class Weights(NamedTuple):
    """Logistic regression of "these two sentences report the same event"."""

    vectors: float
    """Cosine of the sentence vectors, centred on the story so that what all its sentences share does not count."""
    characters: float
    """Cosine of TF-IDF over character n-grams."""
    distance: float
    """Difference of their places in their articles, 0 to 1."""
    bias: float


WEIGHTS = Weights(vectors=3.3, characters=12.87, distance=-2.04, bias=-3.83)
"""Fitted by tests/compare/measure_events.py on annotated occasions."""
LINKED = 0.4
"""Score from which two sentences report the same event."""
COHERENT = 0.6
"""Mean score with the sentences of an event's other articles from which a further sentence joins it."""
ALIKE = 0.6
"""Share of common sentences from which two events are one."""
EVENTS_PER_SENTENCE = 3
"""A sentence may report several things, but rarely more."""
FLOOR = 0.02
"""Scores below are not kept."""
BLOCK = 512

Vectors = npt.NDArray[np.float32]
Floats = npt.NDArray[np.float64]

UNCLEAR = re.compile(
    r"(?:er|sie|es|dies|dieser?|dieses|diesen|diesem|das|da|dabei|dafür|dagegen|damit|dazu|dadurch|darauf|darin|darüber|"
    r"daraufhin|dort|deshalb|daher|zudem|außerdem|auch|doch|aber|denn|so|ihn|ihm|ihr|ihre|ihren|sein|seine|seinen|wir|"
    r"ich|jedoch|allerdings|beide)\b|.*[?:…]$|.*\bich\b",
    re.IGNORECASE | re.DOTALL,
)
"""Sentences that lean on the one before, ask or announce: they do not stand for an event on their own."""


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
    sentences = [sentence for _, annotation in pairs for sentence in annotation.sentences]
    if len(pairs) < 2 or not sentences:
        return Events([], [])
    vectors = np.concatenate([annotation.vectors for _, annotation in pairs if annotation.sentences])
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


def pair_scores(sentences: Sequence[Sentence], vectors: Vectors, weights: Weights = WEIGHTS) -> csr_matrix:
    """How probably two sentences report the same event; symmetric, shape (sentences, sentences), 0 within an article.

    Args:
        sentences: of one story, article by article.
        vectors: one row a sentence.
    """
    article = np.array([sentence.article_id for sentence in sentences])
    rows = []
    for block, features in pair_features(sentences, vectors):
        logit = sum(weight * feature for weight, feature in zip(weights, features, strict=False)) + weights.bias
        score = 1.0 / (1.0 + np.exp(-logit))
        score[(article[block, None] == article[None]) | (score < FLOOR)] = 0.0
        rows.append(csr_matrix(score.round(4)))
    return vstack(rows, format="csr")


def pair_features(sentences: Sequence[Sentence], vectors: Vectors) -> Iterator[tuple[slice, list[Floats]]]:
    """Rows of the matrices to which `Weights` apply, in its order, for blocks of sentences against all."""
    centred = vectors - vectors.mean(axis=0)
    centred /= np.linalg.norm(centred, axis=1, keepdims=True) + 1e-9
    vectorizer = TfidfVectorizer(analyzer="char_wb", ngram_range=(3, 5), sublinear_tf=True, dtype=np.float32)
    characters = vectorizer.fit_transform([sentence.text for sentence in sentences])
    length = Counter(sentence.article_id for sentence in sentences)
    place = np.array([sentence.sentence_id / length[sentence.article_id] for sentence in sentences])
    for start in range(0, len(sentences), BLOCK):
        block = slice(start, start + BLOCK)
        yield (
            block,
            [
                (centred[block] @ centred.T).astype(np.float64),
                (characters[block] @ characters.T).toarray().astype(np.float64),
                np.abs(place[block, None] - place[None]),
            ],
        )


def clusters(articles: Sequence[str], scores: csr_matrix) -> list[list[int]]:
    """Groups of sentences that report one event, each sorted; a sentence may be in several.

    From each link that no group holds yet, strongest first, a group grows by the sentence that agrees best with those
    of the other articles, while the mean score is high enough. Groups that are
    much the same become one. Transitive closure would chain topics.

    Args:
        articles: article of each sentence.
        scores: as from `pair_scores`.
    """
    near: list[dict[int, float]] = [dict(zip(row.indices.tolist(), row.data.tolist(), strict=True)) for row in scores]
    links = [(-score, i, j) for i, row in enumerate(near) for j, score in row.items() if i < j and score >= LINKED]
    groups: dict[int, set[int]] = {}
    groups_of: list[set[int]] = [set() for _ in articles]
    for number, (_, i, j) in enumerate(sorted(links)):
        if groups_of[i] & groups_of[j] or max(len(groups_of[i]), len(groups_of[j])) >= EVENTS_PER_SENTENCE:
            continue
        group = _grow([i, j], articles, near, groups_of)
        while (twin := _twin(group, groups, groups_of)) is not None:
            for member in groups[twin]:
                groups_of[member].remove(twin)
            group |= groups.pop(twin)
        groups[number] = group
        for member in group:
            groups_of[member].add(number)
    return [sorted(group) for group in groups.values()]


def _grow(
    group: list[int], articles: Sequence[str], near: Sequence[dict[int, float]], groups_of: Sequence[set[int]]
) -> set[int]:
    total: dict[int, float] = defaultdict(float)
    for member in group:
        for k, score in near[member].items():
            total[k] += score
    size = Counter(articles[member] for member in group)
    while True:
        best, mean = -1, COHERENT
        for k, score in total.items():
            others = len(group) - size[articles[k]]
            if k not in group and len(groups_of[k]) < EVENTS_PER_SENTENCE and (score / others, -k) > (mean, -best):
                best, mean = k, score / others
        if best < 0:
            return set(group)
        group.append(best)
        size[articles[best]] += 1
        for k, score in near[best].items():
            total[k] += score


def _twin(group: set[int], groups: dict[int, set[int]], groups_of: Sequence[set[int]]) -> int | None:
    """A group that is much the same, or part of the other."""
    for number in sorted(set().union(*(groups_of[member] for member in group))):
        common = len(group & groups[number])
        if common >= ALIKE * len(group | groups[number]) or common == min(len(group), len(groups[number])):
            return number
    return None


def _agreement(members: Sequence[Sentence], scores: Floats) -> list[float]:
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
