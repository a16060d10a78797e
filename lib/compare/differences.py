"""Differences: values of one event on which its articles do not agree, or are not equally precise."""

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from itertools import combinations
from typing import NamedTuple

from lib.article import Annotation
from lib.compare.stories import stable_id
from lib.schema import Difference, EventSentence, Value

HEDGE = re.compile(
    r"(?:mehr als|weniger als|bis zu|maximal|höchstens|mindestens|über|unter|rund|etwa|circa|ca\.|knapp|fast|gut|"
    r"nahezu|annähernd|ungefähr|schätzungsweise|gegen|um die) $",
    re.IGNORECASE,
)
"""What stands before a number that is not exact."""
PREPOSITION = re.compile(
    r"\b(am|an|bis|ab|seit|im|in|vor|nach|vom|von|zum)\b(?: (?:zum|den|dem|der|das))? $", re.IGNORECASE
)
SAME_SENSE = {"an": "am", "in": "im", "ab": "seit", "von": "seit", "vom": "seit", "zum": "bis"}
ENDING = re.compile(r"(?<=\w{4})(?:innen|ern|en|er|es|e|n|s)$")
APPROXIMATE = 0.1
"""Share of the greater number by which numbers may differ that are stated as approximate."""


class Stated(NamedTuple):
    """A value as one article states it; `start` and `end` take in the words that say how exact it is."""

    article_id: str
    start: int
    end: int
    words: str
    value: str
    hedge: str


def find(event_sentences: Iterable[EventSentence], annotations: Sequence[Annotation]) -> list[Difference]:
    """Numbers of the same things and dates in the same role that articles of one event state differently.

    A thing that an article counts twice within the event is left out: it is not clear which number answers which.

    Args:
        event_sentences: of one story's events.
        annotations: of the story's articles.
    """
    texts = {(s.article_id, s.sentence_id): s for annotation in annotations for s in annotation.sentences}
    values: dict[tuple[str, int], list[Value]] = defaultdict(list)
    for annotation in annotations:
        for value in annotation.values:
            if value.value:
                values[value.article_id, value.sentence_id].append(value)
    slots: dict[tuple[str, str, str], list[Stated]] = defaultdict(list)
    for row in event_sentences:
        place = row.article_id, row.sentence_id
        for value in values[place]:
            before = texts[place].text[: value.start - texts[place].start]
            slot = _slot(value, before)
            if slot:
                slots[row.event_id, value.kind, slot].append(_stated(value, before))
    return [
        Difference(
            stable_id("d", [event_id, kind, slot]), event_id, kind, relation, s.article_id, s.start, s.end, s.words
        )
        for (event_id, kind, slot), stated in slots.items()
        for relation, s in _compare(kind, stated)
    ]


def _slot(value: Value, before: str) -> str:
    """What a number counts, or the role of a date: values with the same answer one question. Empty if unclear."""
    if value.kind == "number":
        return ENDING.sub("", value.unit.casefold())
    preposition = PREPOSITION.search(before)
    word = preposition[1].casefold() if preposition else ""
    return SAME_SENSE.get(word, word)


def _stated(value: Value, before: str) -> Stated:
    found = HEDGE.search(before) if value.kind == "number" else None
    hedge = found[0] if found else ""
    return Stated(
        article_id=value.article_id,
        start=value.start - len(hedge),
        end=value.end,
        words=hedge + value.text,
        value=value.value,
        hedge=hedge.strip().casefold(),
    )


def _compare(kind: str, stated: list[Stated]) -> list[tuple[str, Stated]]:
    """The slot's values by article with their relation, if they are not all the same."""
    by_article: dict[str, list[Stated]] = defaultdict(list)
    for s in stated:
        by_article[s.article_id].append(s)
    single = [rows[0] for rows in by_article.values() if len({row.value for row in rows}) == 1]
    if len({(s.value, s.hedge) for s in single}) < 2:
        return []
    compatible = _compatible_numbers if kind == "number" else _compatible_times
    relation = "less precise" if all(compatible(a, b) for a, b in combinations(single, 2)) else "differ"
    return [(relation, s) for s in single]


def _compatible_times(one: Stated, other: Stated) -> bool:
    short, long = sorted((one.value, other.value), key=len)
    return long.startswith(short)


def _compatible_numbers(one: Stated, other: Stated) -> bool:
    a, b = float(one.value), float(other.value)
    hedged = bool(one.hedge or other.hedge)
    return a == b or (hedged and abs(a - b) <= APPROXIMATE * max(abs(a), abs(b)))
