"""Events: which sentences of different articles report the same."""

import re
from collections.abc import Callable, Collection, Mapping, Sequence
from itertools import combinations
from types import MappingProxyType
from typing import NamedTuple

import numpy as np
import numpy.typing as npt
from scipy.sparse import csr_matrix, triu

from lib.article import UNKNOWN, Annotation, Article, Judge, States
from lib.compare.linking import (
    Place,
    Reasons,
    Story,
    clusters,
    pair_scores,
    read_again,
    story,
    told_apart,
    told_at_other_times,
    told_counted,
    told_otherwise,
    told_together,
)
from lib.compare.refrains import bare
from lib.compare.stories import stable_id
from lib.schema import DOUBTFUL, IN_EVENT, Event, EventSentence, Link, Sentence

_LEANING = (
    "er|sie|es|dies|dieser?|dieses|diesen|diesem|das(?! (?-i:[A-ZÄÖÜ]))|ihn|ihm|ihr|ihre|ihren|sein|seine|seinen|"
    "beide|dessen|deren|da|dabei|dafür|dagegen|damit|dazu|dadurch|darauf|darin|darüber|darunter|davon|danach|daraufhin|dort|deshalb|daher|"
    "zudem|außerdem|auch|doch|aber|denn|so|und|jedoch|allerdings|dennoch|demnach|hinzu|stattdessen|zuvor|später|wir|ich"
)
_LINKING = "jedoch|allerdings|hingegen|dagegen|deshalb|daher|zudem|außerdem|demnach|damit|dazu"
UNCLEAR = re.compile(
    rf"(?:{_LEANING})\b|(?:\w+\s){{1,3}}(?:{_LINKING})\b|[-–—]\s|.*[?:…,]$|.*\bich\b", re.IGNORECASE | re.DOTALL
)
"""Sentences that lean on the one before, ask or announce: they do not stand for an event on their own."""
_COUNTED = re.compile(r"[\d.,]+\s(?:sind|waren|wurden|davon|von)\b|(?:Im|Zum) Vergleich\b|Bei \d[\d.,]*\W*$")
"""Numbers of something that the sentence before names: "30.000 sind genehmigt"."""
_OPENING, _CLOSING = re.compile("[„»](?=\\w)"), re.compile("(?<=[\\w.,!?…])[“”«]")
"""Marks of quotations; a sentence with more of the ones than of the others is part of a quotation."""

MAYBE = 0.25
"""Score from which a link that no event holds is shown as one that may be."""
_SURE = 0.65
"""Score from which a link is not asked about."""
_JUDGED, _DENIED = 0.9, 0.1
"""Scores of links that a judge takes for the same, and not."""
_BY_JUDGE = "judged the same by a language model"


class Events(NamedTuple):
    """Rows of `events`, `event_sentences` and `links`, in reading order."""

    events: list[Event]
    event_sentences: list[EventSentence]
    links: list[Link]


def find(
    articles: Sequence[Article],
    annotations: Sequence[Annotation],
    story_id: str,
    named: Mapping[Place, frozenset[str]] = MappingProxyType({}),
    *,
    persons: Mapping[Place, frozenset[str]] = MappingProxyType({}),
    judge: Judge | None = None,
    states: States | None = None,
    progress: Callable[[float], None] | None = None,
) -> Events:
    """Events of one story: groups of sentences from at least two of its articles. Groups may overlap.

    Args:
        articles, annotations: the story's, in the same order.
        named: names of the entities that each sentence mentions.
        persons: names of those that are persons, by whatever words the sentence means them.
        judge: asked about the links that are doubtful.
        states: of the encoder, with which links are read again; none are if None.
        progress: told how far that is, as a share.
    """
    pairs = sorted(zip(articles, annotations, strict=True), key=lambda pair: pair[0].id)
    articles, annotations = [article for article, _ in pairs], [annotation for _, annotation in pairs]
    told = story(articles, annotations)
    if len(articles) < 2 or not told.sentences:
        return Events([], [], [])
    scores = pair_scores(told)
    if states:
        scores = read_again(told, scores, states, progress)
    scores = _ruled(told, scores, articles, annotations, persons)
    sentences = told.sentences
    judged: set[tuple[int, int]] = set()
    if judge:
        scores, judged = _judged(sentences, scores, judge)
    source_of = {article.id: article.source for article in articles}
    groups = clusters([sentence.article_id for sentence in sentences], scores)
    groups.sort(key=lambda group: (np.mean([sentences[i].sentence_id for i in group]), group))
    events: list[Event] = []
    taken: set[str] = set()
    rows: list[EventSentence] = []
    for group in groups:
        members = [sentences[i] for i in group]
        agreement = _agreement(members, scores[group][:, group].toarray())
        event_id = stable_id("e", [f"{member.article_id}:{member.sentence_id}" for member in members])
        ids = {member.article_id for member in members}
        words = headline(members, agreement, taken, named)
        taken.add(bare(words))
        events.append(
            Event(
                event_id=event_id,
                story_id=story_id,
                headline=words,
                n_articles=len(ids),
                n_sources=len({source_of[i] for i in ids} - {UNKNOWN}),
            )
        )
        rows += [
            EventSentence(event_id, member.article_id, member.sentence_id, round(score, 4))
            for member, score in zip(members, agreement, strict=True)
        ]
    reasons = Reasons(told, annotations, named)

    def why(i: int, j: int) -> str:
        return "; ".join(filter(None, (_BY_JUDGE if (i, j) in judged else "", reasons.why(i, j))))

    return Events(events, rows, _links(told, scores, groups, story_id, why))


def _ruled(
    told: Story,
    scores: csr_matrix,
    articles: Sequence[Article],
    annotations: Sequence[Annotation],
    persons: Mapping[Place, frozenset[str]],
) -> csr_matrix:
    """The scores, raised and lowered where what two sentences tell of speaks for a link or against it."""
    scores = told_counted(told, scores, annotations)
    scores = told_otherwise(told, scores, annotations)
    scores = told_together(told, scores, articles, annotations, persons)
    scores = told_apart(told, scores, persons)
    return told_at_other_times(told, scores, annotations)


def _judged(sentences: Sequence[Sentence], scores: csr_matrix, judge: Judge) -> tuple[csr_matrix, set[tuple[int, int]]]:
    """Scores after asking about the doubtful ones, and the pairs that were found to be the same."""
    near = triu(scores, format="coo")
    doubtful = sorted(
        (abs(score - 0.5), i, j)
        for i, j, score in zip(near.row.tolist(), near.col.tolist(), near.data.tolist(), strict=True)
        if MAYBE <= score < _SURE
    )
    asked = [(i, j) for _, i, j in doubtful]
    verdicts = judge([(sentences[i].text, sentences[j].text) for i, j in asked])
    told = scores.tolil()
    same = set()
    for (i, j), verdict in zip(asked, verdicts, strict=True):
        if verdict is not None:
            told[i, j] = told[j, i] = _JUDGED if verdict else _DENIED
        if verdict:
            same.add((i, j))
    return told.tocsr(), same


def _links(
    told: Story,
    scores: csr_matrix,
    groups: Sequence[Sequence[int]],
    story_id: str,
    why: Callable[[int, int], str],
) -> list[Link]:
    """The links within events, and those that may be, in reading order."""
    together = {pair for group in groups for pair in combinations(group, 2)}
    near = triu(scores, format="coo")
    maybe = {
        (i, j) for i, j, score in zip(near.row.tolist(), near.col.tolist(), near.data, strict=True) if score >= MAYBE
    }
    rows = []
    for i, j in sorted(together | maybe):
        one, other = told.sentences[i], told.sentences[j]
        if one.article_id != other.article_id:
            rows.append(
                Link(
                    story_id=story_id,
                    article_id=one.article_id,
                    sentence_id=one.sentence_id,
                    other_id=other.article_id,
                    other_sentence_id=other.sentence_id,
                    score=round(float(scores[i, j]), 4),
                    status=IN_EVENT if (i, j) in together else DOUBTFUL,
                    why=why(i, j),
                )
            )
    return rows


def _agreement(members: Sequence[Sentence], scores: npt.NDArray[np.float64]) -> list[float]:
    """Mean score of each sentence with those of other articles."""
    article = np.array([member.article_id for member in members])
    others = article[:, None] != article[None]
    mean: list[float] = ((scores * others).sum(axis=1) / others.sum(axis=1)).tolist()
    return mean


def headline(
    sentences: Sequence[Sentence],
    agreement: Sequence[float],
    taken: Collection[str],
    named: Mapping[Place, frozenset[str]] = MappingProxyType({}),
) -> str:
    """The shortest sentence that stands on its own and agrees with the others about as well as the best does, or nearly
    as well if there is no such sentence; where none does, one that names somebody or something.

    Args:
        taken: headlines of other events, without marks (`bare`), which are used again only if there is no choice.
        named: names of the entities that each sentence mentions, as far as known.
    """
    nearly, about = 0.7 * max(agreement), 0.8 * max(agreement)

    def rank(pair: tuple[Sentence, float]) -> tuple[bool | int | str, ...]:
        sentence, score = pair
        place = sentence.article_id, sentence.sentence_id
        leans = score < nearly or not _stands_alone(sentence.text)
        nameless = leans and not named.get(place)
        return bare(sentence.text) in taken, leans, nameless, score < about, len(sentence.text), *place

    return min(zip(sentences, agreement, strict=True), key=rank)[0].text


def _stands_alone(text: str) -> bool:
    is_paired = len(_OPENING.findall(text)) == len(_CLOSING.findall(text)) and text.count('"') % 2 == 0
    return is_paired and not (UNCLEAR.match(text) or _COUNTED.match(text))
