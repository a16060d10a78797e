"""What each article says on one event, in its context. Pure."""

from collections.abc import Callable, Iterable, Sequence
from typing import Any, NamedTuple

import pandas as pd

from lib.schema import DIFFER, LESS_PRECISE, OTHER_WORDS
from lib.show import layers, reading
from lib.show.contrast import KINDS
from lib.show.highlight import Span
from lib.show.reading import Tables
from lib.show.text import WORD, stem

_SIGNS = {DIFFER: "≠", LESS_PRECISE: "≈", OTHER_WORDS: "~"}


class Passage(NamedTuple):
    """Neighbouring sentences that report an event, with the sentence before and the one behind."""

    start: int
    end: int
    first: int
    """Start of the first sentence that reports the event."""
    spans: list[Span]
    score: float
    why: list[tuple[str, float, str]]
    """Of each other article: what it is called, how probable the surest link is, and what both have in common."""


class Reading(NamedTuple):
    """What one article says on an event."""

    article: dict[str, Any]
    passages: list[Passage]


def readings(
    tables: Tables, event_id: str, articles: Sequence[str], values: pd.DataFrame, speaker: Callable[[str], str]
) -> list[Reading]:
    """What each of some articles says on an event, in their order; articles that do not report it are left out.

    Args:
        values: rows of `differences` that are marked, those of the event among them.
        speaker: address of all quotations of a speaker, by the id of the entity.
    """
    members = tables["event_sentences"][tables["event_sentences"]["event_id"] == event_id]
    members = members[members["article_id"].isin(articles)]
    texts = members.merge(tables["sentences"], on=["article_id", "sentence_id"])
    stems = {
        article_id: {stem(word) for text in rows["text"] for word in WORD.findall(text)}
        for article_id, rows in texts.groupby("article_id")
    }
    why = _Links(tables, event_id)
    return [
        Reading(
            reading.of(tables["articles"], article_id)[0],
            _passages(
                tables,
                article_id,
                why=why,
                marks=[*layers.quotes(tables, article_id, speaker), *_values(values, event_id, article_id)],
                scores={row["sentence_id"]: row["score"] for row in reading.of(members, article_id)},
                elsewhere=set().union(*(words for other, words in stems.items() if other != article_id)),
            ),
        )
        for article_id in articles
        if article_id in stems
    ]


def _passages(
    tables: Tables, article_id: str, *, why: "_Links", marks: list[Span], scores: dict[int, float], elsewhere: set[str]
) -> list[Passage]:
    sentences = {row["sentence_id"]: row for row in reading.of(tables["sentences"], article_id)}
    found = []
    for run in _runs(sorted(scores)):
        said = [sentences[number] for number in run]
        context = [sentences[i] for i in (run[0] - 1, *run, run[-1] + 1) if i in sentences]
        if not said[-1]["is_title"]:
            context = [row for row in context if row in said or not row["is_title"]]
        spans = [Span(row["start"], row["end"], "said") for row in said] + marks
        spans += [word for row in said for word in _shared_words(row, elsewhere)]
        score = max(scores[number] for number in run)
        links = why.of(article_id, run)
        found.append(Passage(context[0]["start"], context[-1]["end"], said[0]["start"], spans, score, links))
    return found


class _Links:
    """The links within an event."""

    def __init__(self, tables: Tables, event_id: str) -> None:
        members = tables["event_sentences"][tables["event_sentences"]["event_id"] == event_id]
        inside = set(zip(members["article_id"], members["sentence_id"], strict=True))
        self._links = [link for link in reading.linked(tables["links"], inside) if link.there in inside]
        articles = tables["articles"][tables["articles"]["article_id"].isin(members["article_id"])]
        self._articles = {row["article_id"]: row for row in reading.records(articles)}

    def of(self, article_id: str, numbers: Sequence[int]) -> list[tuple[str, float, str]]:
        """The surest link of some sentences to each other article, the surest first."""
        best: dict[str, tuple[str, float, str]] = {}
        for link in self._links:
            if link.here[0] == article_id and link.here[1] in numbers:
                other = link.there[0]
                best.setdefault(other, (reading.source(self._articles[other]), link.score, link.why))
        return list(best.values())


def _runs(numbers: Iterable[int]) -> list[list[int]]:
    runs: list[list[int]] = []
    for number in numbers:
        if runs and number == runs[-1][-1] + 1:
            runs[-1].append(number)
        else:
            runs.append([number])
    return runs


def _values(values: pd.DataFrame, event_id: str, article_id: str) -> list[Span]:
    rows = reading.of(values[values["event_id"] == event_id], article_id)
    return [
        Span(row["start"], row["end"], "differs", f"{_SIGNS[row['relation']]} {KINDS[row['kind']]}", row["relation"])
        for row in rows
    ]


def _shared_words(sentence: dict[str, Any], elsewhere: set[str]) -> list[Span]:
    start = sentence["start"]
    return [
        Span(start + word.start(), start + word.end(), "shared")
        for word in WORD.finditer(sentence["text"])
        if stem(word.group()) in elsewhere
    ]
