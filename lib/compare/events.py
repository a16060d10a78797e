"""Events: which sentences of different articles report the same."""

import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
import numpy.typing as npt
from scipy.sparse import csr_matrix, vstack
from sklearn.feature_extraction.text import TfidfVectorizer

from lib.article import UNKNOWN, Annotation, Article
from lib.compare.stories import stable_id
from lib.schema import Event, EventSentence, Sentence

COSINE, CHARACTERS, BIAS = 4.2, 11.5, -4.4
"""Weights of the logistic regression, fitted by tests/compare/measure_events.py on annotated occasions."""
LINKED = 0.4
"""Score from which two sentences report the same event."""
COHERENT = 0.45
"""Mean score with the sentences of an event's other articles from which a further sentence joins it."""
EVENTS_PER_SENTENCE = 3
"""A sentence may report several things, but rarely more."""
FLOOR = 0.02
"""Scores below are not kept."""
BLOCK = 512

Vectors = npt.NDArray[np.float32]

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


def pair_scores(sentences: Sequence[Sentence], vectors: Vectors) -> csr_matrix:
    """How probably two sentences report the same event; symmetric, shape (sentences, sentences), 0 within an article.

    Logistic regression over two cosines: of the vectors, centred on the story so that what all its sentences share
    does not count, and of TF-IDF over character n-grams.
    """
    article = np.array([sentence.article_id for sentence in sentences])
    centred, characters = features(sentences, vectors)
    rows = []
    for start in range(0, len(sentences), BLOCK):
        block = slice(start, start + BLOCK)
        logit = COSINE * (centred[block] @ centred.T) + CHARACTERS * (characters[block] @ characters.T).toarray() + BIAS
        score = 1.0 / (1.0 + np.exp(-logit.astype(np.float64)))
        score[(article[block, None] == article[None]) | (score < FLOOR)] = 0.0
        rows.append(csr_matrix(score.round(4)))
    return vstack(rows, format="csr")


def features(sentences: Sequence[Sentence], vectors: Vectors) -> tuple[Vectors, csr_matrix]:
    """Centred vectors and character n-grams, one row a sentence, of length 1."""
    centred = vectors - vectors.mean(axis=0)
    centred /= np.linalg.norm(centred, axis=1, keepdims=True) + 1e-9
    vectorizer = TfidfVectorizer(analyzer="char_wb", ngram_range=(3, 5), sublinear_tf=True, dtype=np.float32)
    return centred, vectorizer.fit_transform([sentence.text for sentence in sentences])


def clusters(articles: Sequence[str], scores: csr_matrix) -> list[list[int]]:
    """Groups of sentences that report one event, each sorted; a sentence may be in several.

    From each link that no group holds yet, strongest first, a group grows by the sentence that agrees best with those
    of the other articles, while the mean score is high enough. Transitive closure would chain topics.

    Args:
        articles: article of each sentence.
        scores: as from `pair_scores`.
    """
    near: list[dict[int, float]] = [dict(zip(row.indices.tolist(), row.data.tolist(), strict=True)) for row in scores]
    links = [(-score, i, j) for i, row in enumerate(near) for j, score in row.items() if i < j and score >= LINKED]
    memberships: Counter[int] = Counter()
    covered: set[tuple[int, int]] = set()
    groups: list[list[int]] = []
    for _, i, j in sorted(links):
        if (i, j) in covered or max(memberships[i], memberships[j]) >= EVENTS_PER_SENTENCE:
            continue
        group = _grow([i, j], articles, near, memberships)
        memberships.update(group)
        covered.update((a, b) for a in group for b in group)
        groups.append(group)
    return groups


def _grow(
    group: list[int], articles: Sequence[str], near: Sequence[dict[int, float]], memberships: Counter[int]
) -> list[int]:
    total: dict[int, float] = defaultdict(float)
    for member in group:
        for k, score in near[member].items():
            total[k] += score
    size = Counter(articles[member] for member in group)
    while True:
        best, mean = -1, COHERENT
        for k, score in total.items():
            others = len(group) - size[articles[k]]
            if k not in group and memberships[k] < EVENTS_PER_SENTENCE and (score / others, -k) > (mean, -best):
                best, mean = k, score / others
        if best < 0:
            return sorted(group)
        group.append(best)
        size[articles[best]] += 1
        for k, score in near[best].items():
            total[k] += score


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
