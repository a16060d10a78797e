"""Numbers and times of one event on which its articles do not agree, or are not equally precise."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations
from typing import NamedTuple

from lib.article import Annotation
from lib.compare.stories import stable_id
from lib.schema import Difference, EventSentence, Sentence, Value

PREPOSITION = re.compile(
    r"\b(am|an|bis|ab|seit|im|in|vor|nach|vom|von|zum)(?: (?:zum|den|dem|der|das))? $", re.IGNORECASE
)
ROLES = {"am": "on", "an": "on", "im": "in", "in": "in", "bis": "until", "zum": "until"} | dict.fromkeys(
    ("ab", "seit", "vom", "von"), "from"
)
"""What a date is to what is told, by its preposition."""
PEOPLE = frozenset({"mensch", "person", "leut", "gäst", "teilnehm", "einwohn", "bewohn"})
"""Stems of words that count people and can stand for one another."""
ENDING = re.compile(r"(?<=\w{4})(?:innen|ern|en|er|es|e|n|s)$")
APPROXIMATE = 0.1
"""Share of the greater number by which numbers may differ that are stated as approximate."""
MEASURES = frozenset(
    {"sekund", "minut", "stund", "tag", "tage", "tagen", "woch", "monat", "jahr", "jahrzehnt", "prozent", "people"}
    | {"prozentpunkt", "euro", "dollar", "meter", "kilomet", "grad", "kilo", "tonn"}
)
"""Units that do not say by themselves what is measured or counted."""
HEAD = 5
"""Letters at the end of two stems that make them compounds of one head."""
AROUND = 60
"""Characters before and after a value whose words tell what it is about."""
QUANTITY = re.compile(
    r"\b(?i:wenige|einige|etliche|mehrere|viele|zahlreiche|unzählige)n?r? (?:[a-zäöüß-]+e[nr]? )?"
    r"(?P<noun>[A-ZÄÖÜ][\w-]+)(?<! Mal)"
)
"""Words that stand where a number may."""
GUESS = "guess"
"""Confidence of a time that the words do not settle."""
SAME_LIMIT = 0.1
"""The same of two numbers that are both restricted, and alike: "maximal sechs", "maximal 50"."""
SAME_ROLE = 0.34
"""Share of the words around them that two values must have in common to answer the same question."""


class Stated(NamedTuple):
    """A value as one article states it, with the stems of the words around it."""

    article_id: str
    start: int
    end: int
    words: str
    value: str
    approximation: str
    days: tuple[str, str]
    around: frozenset[str]


def values(event_sentences: Iterable[EventSentence], annotations: Sequence[Annotation]) -> list[Difference]:
    """Numbers of the same things and dates in the same role that articles of one event state differently.

    Args:
        event_sentences: of one story's events.
        annotations: of the story's articles.
    """
    sentence_of = {(s.article_id, s.sentence_id): s for annotation in annotations for s in annotation.sentences}
    stated_in: dict[tuple[str, int], list[Value]] = defaultdict(list)
    for annotation in annotations:
        for value in [*annotation.values, *_quantities(annotation.sentences)]:
            is_known = value.value or (value.kind == "number" and value.unit)
            if is_known and value.confidence != GUESS and value.kind != "set" and value.unit != "vague":
                stated_in[value.article_id, value.sentence_id].append(value)
    slots: dict[tuple[str, str, str], list[Stated]] = defaultdict(list)
    for row in event_sentences:
        sentence = sentence_of[row.article_id, row.sentence_id]
        for value in stated_in[row.article_id, row.sentence_id]:
            if slot := _slot(value, sentence.text[: value.start - sentence.start]):
                kind = "number" if value.kind == "number" else "time"
                slots[row.event_id, kind, slot].append(_stated(value, sentence))
    rows = []
    for (event_id, kind, slot), stated in _by_head(slots):
        for answers in _questions(stated, counts=kind == "number" and slot not in MEASURES):
            if relation := _relation(kind, answers):
                places = [f"{s.article_id}:{s.start}" for s in answers]
                difference_id = stable_id("d", [event_id, *places])
                rows += [
                    Difference(difference_id, event_id, kind, relation, s.article_id, s.start, s.end, s.words)
                    for s in answers
                ]
    return rows


def _quantities(sentences: Iterable[Sentence]) -> Iterator[Value]:
    """What is counted without a number: "einige Notunterkünfte"."""
    for sentence in sentences:
        for match in QUANTITY.finditer(sentence.text):
            start, end = sentence.start + match.start(), sentence.start + match.end()
            yield Value(sentence.article_id, sentence.sentence_id, start, end, "number", match[0], "", match["noun"])


def _by_head(
    slots: dict[tuple[str, str, str], list[Stated]],
) -> Iterator[tuple[tuple[str, str, str], list[Stated]]]:
    """Slots of one event whose units are compounds of one head ("Drohnen", "Sprengdrohnen") as one."""
    events: dict[tuple[str, str], dict[str, list[Stated]]] = defaultdict(dict)
    for (event_id, kind, slot), stated in slots.items():
        heads = events[event_id, kind]
        head = next((head for head in heads if _same_head(head, slot)), slot) if kind == "number" else slot
        heads.setdefault(head, []).extend(stated)
    for (event_id, kind), heads in events.items():
        for head, stated in heads.items():
            yield (event_id, kind, head), stated


def _same_head(one: str, other: str) -> bool:
    return min(len(one), len(other)) >= HEAD and one[-HEAD:] == other[-HEAD:]


def _slot(value: Value, before: str) -> str:
    """What a number counts, or the role of a time. Empty if unclear."""
    if value.kind == "duration":
        return "ago" if value.first else "duration"
    if value.kind == "number":
        stem = ENDING.sub("", value.unit.casefold())
        return "people" if stem in PEOPLE else stem
    preposition = PREPOSITION.search(before)
    return ROLES.get(preposition[1].casefold(), "") if preposition else ""


def _stated(value: Value, sentence: Sentence) -> Stated:
    start, end = value.start - sentence.start, value.end - sentence.start
    around = sentence.text[max(0, start - AROUND) : start] + " " + sentence.text[end : end + AROUND]
    return Stated(
        article_id=value.article_id,
        start=value.start,
        end=value.end,
        words=value.text,
        value=value.value,
        approximation=value.approximation,
        days=(value.first, value.last),
        around=frozenset(word.casefold()[:5] for word in re.findall(r"\w{4,}", around)),
    )


def _questions(stated: Sequence[Stated], *, counts: bool) -> list[list[Stated]]:
    """Values that answer the same question, at most one per article: equal values, and those among the same words.

    Where things are counted (`counts`) and no article counts them twice, the thing counted is question enough.
    """
    stated = sorted(set(stated), key=lambda s: (s.article_id, s.start))
    equal: dict[str, list[Stated]] = defaultdict(list)
    for one in stated:
        equal[one.value or one.words.casefold()].append(one)
    answers = [_one_per_article(group) for group in equal.values()]
    once = sum(map(len, answers)) == len({s.article_id for s in stated})
    pairs = [
        (-common, i, j)
        for (i, first), (j, second) in combinations(enumerate(answers), 2)
        for common, least in [_alike(first, second)]
        if common >= (0.0 if counts and once else least)
    ]
    question = [{i} for i in range(len(answers))]
    for _, i, j in sorted(pairs):
        both = question[i] | question[j]
        members = [s.article_id for k in both for s in answers[k]]
        if len(set(members)) == len(members):
            for k in both:
                question[k] = both
    return [[s for k in sorted(both) for s in answers[k]] for i, both in enumerate(question) if i == min(both)]


def _one_per_article(equal: Sequence[Stated]) -> list[Stated]:
    """Of equal values the one that says how exact it is, if any, else the first."""
    chosen: dict[str, Stated] = {}
    for one in equal:
        if one.article_id not in chosen or (one.approximation and not chosen[one.article_id].approximation):
            chosen[one.article_id] = one
    return list(chosen.values())


def _alike(first: Sequence[Stated], second: Sequence[Stated]) -> tuple[float, float]:
    """Share of words that the nearest of two groups have around them in common, and how much they need of it: less
    where both restrict their value by the same word."""
    return max(
        (_common(a, b), SAME_LIMIT if a.approximation == b.approximation != "" else SAME_ROLE)
        for a in first
        for b in second
    )


def _common(one: Stated, other: Stated) -> float:
    least = min(len(one.around), len(other.around))
    return len(one.around & other.around) / least if least else 0.0


def _relation(kind: str, answers: Sequence[Stated]) -> str:
    """How the answers differ; empty if they do not."""
    if len({(s.value or s.words.casefold(), s.approximation) for s in answers}) < 2:
        return ""
    compatible = _compatible_numbers if kind == "number" else _compatible_times
    return "less precise" if all(compatible(a, b) for a, b in combinations(answers, 2)) else "differ"


def _compatible_times(one: Stated, other: Stated) -> bool:
    """Whether one covers the days of the other."""
    if "X" in one.value + other.value:
        return True
    if not (one.days[0] and other.days[0]):
        return bool(one.approximation or other.approximation)
    (first, last), (first_too, last_too) = one.days, other.days
    return (first <= first_too and last_too <= last) or (first_too <= first and last <= last_too)


def _compatible_numbers(one: Stated, other: Stated) -> bool:
    if not (one.value and other.value):
        return True
    a, b = float(one.value), float(other.value)
    approximate = bool(one.approximation or other.approximation)
    return a == b or (approximate and abs(a - b) <= APPROXIMATE * max(abs(a), abs(b)))
