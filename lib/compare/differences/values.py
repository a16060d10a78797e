"""Numbers and times of one event on which its articles do not agree, or are not equally precise.

Two values answer the same question if they count the same thing or have the same role among much the same words; or if
they are all that two linked sentences state of their kind and do not have in common.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import combinations
from typing import NamedTuple

from lib.article import Annotation
from lib.compare.stories import stable_id
from lib.compare.linking import Place
from lib.schema import Difference, EventSentence, Link, Sentence, Value

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
_WHICH = re.compile(r"^(?:dies|kommend|nächst|vergangen|letzt)e[nmrs]? ")
_CLOCK = re.compile(r"T\d\d:")
_LENGTH = re.compile(r"PT?(?P<number>\d+)(?P<unit>H|D|W|M|Y)")
_SMALLEST = {"H": ("hours", 1), "D": ("hours", 24), "W": ("hours", 168), "M": ("months", 1), "Y": ("months", 12)}
LINKED = 0.6
"""Score of a link from which the only values of its sentences are brought together."""
SAME_WORDS = 0.5
"""Share of the words around them that two counts of differently called things must have in common."""


class Stated(NamedTuple):
    """A value as one article states it, with the stems of the words around it."""

    article_id: str
    start: int
    end: int
    words: str
    kind: str
    value: str
    slot: str
    approximation: str
    confidence: str
    days: tuple[str, str]
    around: frozenset[str]


def values(
    event_sentences: Iterable[EventSentence], links: Iterable[Link], annotations: Sequence[Annotation]
) -> list[Difference]:
    """Numbers of the same things and times of the same that articles of one event state differently.

    Args:
        event_sentences: of one story's events.
        links: of that story.
        annotations: of the story's articles.
    """
    stated = _stated_in(annotations)
    slots: dict[tuple[str, str, str], list[Stated]] = defaultdict(list)
    events_of: dict[Place, list[str]] = defaultdict(list)
    for row in event_sentences:
        place = row.article_id, row.sentence_id
        events_of[place].append(row.event_id)
        for one in stated[place]:
            if one.slot and one.confidence != GUESS:
                slots[row.event_id, "number" if one.kind == "number" else "time", one.slot].append(one)
    found: dict[str, list[_Question]] = defaultdict(list)
    for (event_id, kind, slot), of_slot in _by_head(slots):
        for answers in _questions(of_slot, counts=kind == "number" and slot not in MEASURES):
            if _relation(kind, answers):
                _add(found[kind], event_id, answers)
    for link in sorted(links, key=lambda link: -link.score):
        one, other = (link.article_id, link.sentence_id), (link.other_id, link.other_sentence_id)
        common = sorted(set(events_of[one]) & set(events_of[other]))
        if common and link.score >= LINKED:
            for kind, pair in _only(stated[one], stated[other]):
                if _relation(kind, pair):
                    _add(found[kind], common[0], pair)
    return [
        Difference(stable_id("d", [event_id, *places]), event_id, kind, relation, s.article_id, s.start, s.end, s.words)
        for kind, questions in found.items()
        for event_id, answers in questions
        for places in [[f"{s.article_id}:{s.start}" for s in sorted(answers.values())]]
        for relation in [_relation(kind, list(answers.values()))]
        for s in sorted(answers.values())
    ]


_Question = tuple[str, dict[str, Stated]]
"""An event, and what each article answers there."""


def _add(questions: list[_Question], event_id: str, answers: Sequence[Stated]) -> None:
    """Add answers to the question of the story that has one of them already, so that each is shown once a story."""
    mine = {one.article_id: one for one in answers}
    for _, given in questions:
        if any(_same(given[article], one) for article, one in mine.items() if article in given):
            for article, one in mine.items():
                given.setdefault(article, one)
            return
    questions.append((event_id, mine))


def _same(one: Stated, other: Stated) -> bool:
    return (one.value or one.words.casefold()) == (other.value or other.words.casefold()) and one.slot == other.slot


def _stated_in(annotations: Sequence[Annotation]) -> Mapping[Place, list[Stated]]:
    """What each sentence states, in order."""
    sentence_of = {(s.article_id, s.sentence_id): s for annotation in annotations for s in annotation.sentences}
    stated: dict[Place, list[Stated]] = defaultdict(list)
    for annotation in annotations:
        for value in [*annotation.values, *_quantities(annotation.sentences)]:
            is_known = value.value or (value.kind == "number" and value.unit)
            if is_known and value.kind != "set" and value.unit != "vague":
                place = value.article_id, value.sentence_id
                stated[place].append(_stated(value, sentence_of[place]))
    return stated


def _only(one: Sequence[Stated], other: Sequence[Stated]) -> Iterator[tuple[str, tuple[Stated, Stated]]]:
    """The numbers, the times and the durations of which either sentence states just one that the other does not."""
    for kind in ("number", "time", "duration"):
        both = [[stated for stated in mine if stated.kind == kind] for mine in (one, other)]
        own = [
            [stated for stated in mine if not any(_same(stated, theirs) for theirs in others)]
            for mine, others in (both, both[::-1])
        ]
        if all(len(mine) == 1 for mine in own) and _comparable(own[0][0], own[1][0]):
            yield "number" if kind == "number" else "time", (own[0][0], own[1][0])


def _comparable(one: Stated, other: Stated) -> bool:
    """Whether two values that nothing else in their sentences stands beside can answer one question."""
    if one.kind != "number":
        return (GUESS not in (one.confidence, other.confidence) or one.value[4:] == other.value[4:]) and (
            bool(_CLOCK.search(one.value)) == bool(_CLOCK.search(other.value))
        )
    if one.slot and other.slot:
        same = one.slot == other.slot or _same_head(one.slot, other.slot)
        counts = bool(one.value and other.value) and not MEASURES & {one.slot, other.slot}
        return same or (counts and _common(one, other) >= SAME_WORDS)
    return bool(one.value and other.value) and _compatible_numbers(one, other)


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
        kind=value.kind,
        value=value.value,
        slot=_slot(value, sentence.text[:start]),
        approximation=value.approximation,
        confidence=value.confidence,
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
    """How the answers differ; empty if they do not, or if the same words were only resolved to other days."""
    if len({_said(s) for s in answers}) < 2 or all(_same_words(a, b) for a, b in combinations(answers, 2)):
        return ""
    compatible = _compatible_numbers if kind == "number" else _compatible_times
    return "less precise" if all(compatible(a, b) for a, b in combinations(answers, 2)) else "differ"


def _said(stated: Stated) -> tuple[str, str]:
    """What a value says: lengths of time in their smallest unit, quantities without what is counted."""
    if stated.kind == "duration" and (length := _LENGTH.fullmatch(stated.value)):
        unit, factor = _SMALLEST[length["unit"]]
        return f"{int(length['number']) * factor} {unit}", stated.approximation
    return stated.value or ENDING.sub("", stated.words.split()[0].casefold()), stated.approximation


def _same_words(one: Stated, other: Stated) -> bool:
    """Whether two times are said by the same words, so that they may only have been resolved differently: "am Sonntag"
    and "an diesem Sonntag"."""
    words, words_too = (_WHICH.sub("", stated.words.casefold()) for stated in (one, other))
    return one.kind == "time" and words == words_too


def _compatible_times(one: Stated, other: Stated) -> bool:
    """Whether one covers the days of the other."""
    if one.value == other.value or "X" in one.value + other.value or GUESS in (one.confidence, other.confidence):
        return True
    if not (one.days[0] and other.days[0]):
        return bool(one.approximation or other.approximation)
    if one.days == other.days and "T" in one.value and "T" in other.value:
        return False
    (first, last), (first_too, last_too) = one.days, other.days
    return (first <= first_too and last_too <= last) or (first_too <= first and last <= last_too)


def _compatible_numbers(one: Stated, other: Stated) -> bool:
    if not (one.value and other.value):
        return True
    a, b = float(one.value), float(other.value)
    approximate = bool(one.approximation or other.approximation)
    return a == b or (approximate and abs(a - b) <= APPROXIMATE * max(abs(a), abs(b)))
