"""Numbers and times of one event on which its articles do not agree, or are not equally precise.

Two values answer the same question if they count the same thing or have the same role, among much the same words; or if
they are all that two linked sentences state of their kind and do not have in common.
"""

import math
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain, combinations

from lib.article import Annotation
from lib.compare.counting import MEASURED, MEASURES, SAME_ROLE
from lib.compare.differences import times
from lib.compare.differences.clauses import BEFORE, HAPPENED, SIDE, WEEKS
from lib.compare.differences.relations import FAR, OTHER_ORDER, answer, close, equal, relation
from lib.compare.differences.stated import (
    CLOCK,
    ORDINAL,
    TIMES,
    Stated,
    common,
    of_others,
    same_head,
    stated_in,
)
from lib.compare.linking import Place
from lib.compare.linking.clusters import LINKED
from lib.compare.stories import stable_id
from lib.schema import GUESS, Difference, EventSentence, Link

_UNCOUNTED = MEASURES - {"people"}
"""Of these, those of what is measured."""
SAME_LIMIT = 0.1
"""The same of two numbers that are both restricted, and alike: "maximal sechs", "maximal 50"."""
SAME_WORDS = 0.5
"""The same of two numbers that count things of other names."""
_UNSORTED = frozenset({"", "on", "in", "duration"})
"""Slots of which a sentence may state two of different things."""
_FURTHER = re.compile(r"\b(?:weitere|andere|übrige)[nr]?\b")
"""In a number of the rest."""
_SOME = re.compile(r"mehrere|etliche|(?:hundert|zehn)?tausende|hunderte|dutzende", re.IGNORECASE)
_ORDERS = {"dutzende": (20, 200), "hunderte": (150, 2000), "hundert": (150, 1000), "tausende": (1500, 20_000)} | {
    "tausend": (1500, 10_000),
    "zehntausende": (15_000, 200_000),
    "zehntausend": (15_000, 100_000),
    "hunderttausende": (150_000, 2_000_000),
    "hunderttausend": (150_000, 1_000_000),
}
"""Least and most that an amount means: "Hunderte", "mehrere hundert"."""
_ORDER = re.compile(rf"\b(?:{'|'.join(_ORDERS)})(?=n?\b)", re.IGNORECASE)
_THOUSAND = 1000
"""From where on a number is large: two may have died or 45, but nobody counts 40 of 40,000."""
_LONG = 3
"""Least digits, but for zeros at the end, of a number that two sentences hardly state of different things."""
_LARGE = 2
"""Least digits of a number that two articles hardly state of different things."""


def values(
    event_sentences: Iterable[EventSentence],
    links: Iterable[Link],
    annotations: Sequence[Annotation],
    entity_of: Mapping[Place, str],
    published: Mapping[str, str],
) -> list[Difference]:
    """Numbers of the same things and times of the same that articles of one event state differently.

    Args:
        event_sentences: of one story's events.
        links: of that story.
        annotations: of the story's articles.
        entity_of: entity of the mention that begins at an offset of an article.
        published: when the articles were, by id, as far as it is known.
    """
    stated = stated_in(annotations, entity_of, published)
    events_of: dict[Place, set[str]] = defaultdict(set)
    told: dict[tuple[str, str], list[Stated]] = defaultdict(list)
    slots: dict[_Slot, list[Stated]] = defaultdict(list)
    for row in event_sentences:
        place = row.article_id, row.sentence_id
        events_of[place].add(row.event_id)
        told[row.event_id, row.article_id] += stated[place]
        for value in stated[place]:
            if value.slot and value.confidence != GUESS:
                slots[row.event_id, value.kind if value.kind == ORDINAL else _kind(value), value.slot].append(value)
    questions: dict[str, list[_Question]] = {"number": [], "time": []}
    for (event_id, kind, slot), of_slot in _by_head(slots):
        for answers in _answers(of_slot, counts=kind == "number" and slot not in MEASURES):
            if not _told_as_well(answers, event_id, told):
                _add(questions[_kind(answers[0])], event_id, answers)
    for link in sorted(links, key=lambda link: -link.score):
        one, other = (link.article_id, link.sentence_id), (link.other_id, link.other_sentence_id)
        if link.score >= LINKED and (events := events_of[one] & events_of[other]):
            event_id = min(events)
            said = told[event_id, one[0]], told[event_id, other[0]]
            both = stated[one], stated[other]
            for pair in chain(_limited(*both), _only(both, said), _nearly(both, said), _within(both, said)):
                _add(questions[_kind(pair[0])], event_id, pair)
    of_event: dict[str, dict[str, list[Stated]]] = defaultdict(dict)
    for (event_id, article), said_there in told.items():
        of_event[event_id][article] = said_there
    rows = []
    for kind, of_kind in questions.items():
        for event_id, given in of_kind:
            _add_same(given, of_event[event_id])
            answers = sorted(given.values())
            places = [f"{one.article_id}:{one.start}" for one in answers]
            how, key = relation(answers), stable_id("d", [event_id, *places])
            rows += [
                Difference(key, event_id, kind, how, one.article_id, one.start, one.end, one.words, answer(one))
                for one in answers
            ]
    return rows


_Slot = tuple[str, str, str]
"""An event, the kind of what is stated, and what it counts or its role."""
_Question = tuple[str, dict[str, Stated]]
"""An event, and what each article answers there."""


def _kind(stated: Stated) -> str:
    return "time" if stated.kind in TIMES else "number"


def _add(questions: list[_Question], event_id: str, answers: Sequence[Stated]) -> None:
    """Add answers that differ; to a question of the event that has one of them, or of two articles the same, if there
    is one. What another event has of that is not shown again, so that each difference is shown once a story."""
    if not relation(answers):
        return
    mine = {one.article_id: one for one in answers}
    for other_id, given in questions:
        same = [article for article, one in mine.items() if article in given and _same(given[article], one)]
        if len(same) > 1 or any(given[article].start == mine[article].start for article in same):
            for article, one in mine.items() if event_id == other_id else ():
                given.setdefault(article, one)
            return
    questions.append((event_id, mine))


def _add_same(given: dict[str, Stated], told: Mapping[str, Sequence[Stated]]) -> None:
    """Add what other articles of the event state just as one that has answered: of one value and slot, or of a large
    number whatever they call what it counts."""
    answers = list(given.values())
    for article, said in told.items():
        same = (one for one in said if one.slot and any(_is_again(one, other) for other in answers))
        if article not in given and (one := next(same, None)):
            given[article] = one


def _is_again(one: Stated, other: Stated) -> bool:
    is_large = one.kind == "number" and one.value.isdecimal() and int(one.value) >= _THOUSAND
    counts = not MEASURES & {one.slot, other.slot}
    return equal(one, other) and (one.slot == other.slot or (is_large and counts))


def _same(one: Stated, other: Stated) -> bool:
    """Whether two values are equal and of one slot, as far as it is known what numbers count. Long numbers are hardly
    equal by chance: "18.179 Punkte", "18.179 Zähler"."""
    unclear = one.kind == "number" and (not (one.slot and other.slot) or len(one.value.strip("0.")) >= _LONG)
    return equal(one, other) and (unclear or one.slot == other.slot)


def _told_as_well(answers: Sequence[Stated], event_id: str, told: Mapping[tuple[str, str], Sequence[Stated]]) -> bool:
    """Whether one of two articles states the other's number on the event too, of something of another name or of none:
    "294 Konten", "55 Konten von insgesamt 294". Small numbers are often the same by chance."""
    return len(answers) == 2 and any(
        one.value == mine.value and (not mine.slot or (mine.slot != one.slot and len(one.value) >= _LARGE))
        for one, other in (answers, answers[::-1])
        for mine in told[event_id, other.article_id]
        if one.kind == mine.kind == "number" and one.value
    )


_Two = tuple[Sequence[Stated], Sequence[Stated]]


def _only(both: _Two, told: _Two) -> Iterator[tuple[Stated, Stated]]:
    """The numbers, the times and the durations of which either of two sentences states just one that the other does
    not, in all or in a slot, if it is not stated elsewhere on this event by the other's article.

    Args:
        both: what the sentences state.
        told: what their articles state on the event.
    """
    for kind in ("number", ORDINAL, "time", "duration"):
        one, other = (
            [stated for stated in mine if stated.kind == kind and not _among(stated, others)]
            for mine, others in zip(both, both[::-1], strict=True)
        )
        slots = sorted({stated.slot for stated in one} & {stated.slot for stated in other} - _UNSORTED)
        groups = [[[stated for stated in mine if stated.slot == slot] for mine in (one, other)] for slot in slots]
        if kind == "time":
            # What both tell is no answer, whatever its role: "am Mittwoch um 4 Uhr", "seit Mittwoch um 5".
            pairs = (one, both[1]), (other, both[0])
            groups.append([[stated for stated in mine if not _told(stated, theirs)] for mine, theirs in pairs])
            groups.append([[stated for stated in mine if CLOCK.search(stated.value)] for mine in (one, other)])
        for first, second in ((one, other), *groups):
            if len(first) != 1 or len(second) != 1 or not _comparable(first[0], second[0]):
                continue
            if not (_told(first[0], told[1]) or _told(second[0], told[0])):
                yield first[0], second[0]


def _nearly(both: _Two, told: _Two) -> Iterator[tuple[Stated, Stated]]:
    """The numbers of two sentences that are nearly the same, whatever else they state: "davon 1900 in Aalen", "rund
    2000 von ihnen in Aalen". Arguments as of `_only`."""
    one, other = (
        [
            stated
            for stated in mine
            if stated.kind == "number" and len(stated.value) >= _LARGE and not _told(stated, others)
        ]
        for mine, others in zip(both, told[::-1], strict=True)
    )
    pairs = [
        (first, second)
        for first in one
        for second in other
        if close(first, second) and _may_count_one(first, second) and not _incomparable(first, second)
    ]
    for pair in pairs:
        if all(sum(number in another for another in pairs) == 1 for number in pair):
            yield pair


def _may_count_one(one: Stated, other: Stated) -> bool:
    """Whether two numbers may count the same, as far as it is said what they count."""
    return one.slot == other.slot or not (one.slot and other.slot) or same_head(one.slot, other.slot)


def _within(both: _Two, told: _Two) -> Iterator[tuple[Stated, Stated]]:
    """The only times of two sentences of which one lies within the other, whatever other times they state: "kommende
    Woche", "am 8. Dezember, nach einer Pause im Mai". Arguments as of `_only`."""
    one, other = (
        [stated for stated in mine if stated.kind == "time" and not stated.speaking and not _told(stated, others)]
        for mine, others in zip(both, both[::-1], strict=True)
    )
    pairs = [(first, second) for first in one for second in other if times.is_within(first, second)]
    for first, second in pairs if len(pairs) == 1 else ():
        if _comparable(first, second) and not (_told(first, told[1]) or _told(second, told[0])):
            yield first, second


def _limited(one: Sequence[Stated], other: Sequence[Stated]) -> Iterator[tuple[Stated, Stated]]:
    """The numbers of two sentences that are equal but not restricted in the same way: "900", "mehr als 900"."""
    numbers = [[stated for stated in mine if stated.kind == "number" and stated.value] for mine in (one, other)]
    often = [Counter(stated.value for stated in mine) for mine in numbers]
    theirs = {stated.value: stated for stated in numbers[1]}
    for mine in numbers[0]:
        if often[0][mine.value] == often[1][mine.value] == 1:
            equal = theirs[mine.value]
            same = not (mine.slot and equal.slot) or mine.slot == equal.slot or same_head(mine.slot, equal.slot)
            if same and mine.approximation != equal.approximation:
                yield mine, equal


def _told(stated: Stated, others: Iterable[Stated]) -> bool:
    return any(equal(stated, other) for other in others)


def _among(stated: Stated, others: Iterable[Stated]) -> bool:
    return any(_same(stated, other) for other in others)


def _comparable(one: Stated, other: Stated) -> bool:
    """Whether values that two sentences alone state of their kind can answer one question."""
    if _incomparable(one, other):
        return False
    if one.kind in TIMES:
        return times.comparable(one, other)
    if one.kind == ORDINAL:
        return one.slot == other.slot
    if one.slot and (one.slot == other.slot or same_head(one.slot, other.slot)):
        is_plain = all(_is_plain(stated) or _is_some(stated) for stated in (one, other))
        return is_plain or _is_of_order(one, other) or common(one, other) >= SAME_ROLE
    if not (one.value and other.value) or _UNCOUNTED & {one.slot, other.slot}:
        return False
    return close(one, other) or (
        bool(one.slot and other.slot) and common(one, other) >= SAME_WORDS and _ratio(one, other) <= FAR
    )


def _incomparable(one: Stated, other: Stated) -> bool:
    """Whether two values are not of the same: of others or the rest, of another day or order, of before; or one is of
    that and of others together: "73 Patienten und Pfleger"."""
    if of_others(one, other):
        return True
    if one.kind in TIMES:
        return times.of_other_happenings(one, other)
    if one.kind == ORDINAL or not (one.value and other.value):
        return bool(one.value) != bool(other.value) and one.cases[HAPPENED] != other.cases[HAPPENED]
    if one.daily and other.daily and one.published != other.published and one.published and other.published:
        return True
    is_of_once = (BEFORE in one.cases[SIDE]) != (BEFORE in other.cases[SIDE]) and not _of_one_period(one, other)
    if is_of_once or _is_rest(one) != _is_rest(other):
        return True
    counts = not _UNCOUNTED & {one.slot, other.slot}
    is_other_sum = counts and one.together != other.together and not close(one, other)
    return is_other_sum or _is_of_another_order(one, other)


def _of_one_period(one: Stated, other: Stated) -> bool:
    """Whether two numbers are told of weeks in common: "im Vorjahr waren es 300", "400 im vergangenen Jahr"."""
    return bool(one.cases[WEEKS] & other.cases[WEEKS])


def _is_rest(stated: Stated) -> bool:
    """Whether a number is that of the others: "in Kiel und drei weiteren Städten"."""
    return bool(_FURTHER.search(stated.words))


def _is_of_another_order(one: Stated, other: Stated) -> bool:
    """Whether two numbers are too far apart to be reports of the same, one of them large or a measure; millions and
    billions may have been mixed up."""
    if one.value.replace(".", "").strip("0") == other.value.replace(".", "").strip("0"):
        return False
    is_large = max(abs(float(stated.value)) for stated in (one, other)) >= _THOUSAND
    is_large = is_large or bool(MEASURED & {one.slot, other.slot})
    return is_large and _ratio(one, other) > OTHER_ORDER and "prozent" not in {one.slot, other.slot}


def _ratio(one: Stated, other: Stated) -> float:
    least, most = sorted(abs(float(stated.value)) for stated in (one, other))
    return most / least if least else math.inf


def _by_head(slots: dict[_Slot, list[Stated]]) -> Iterator[tuple[_Slot, list[Stated]]]:
    """Slots of one event whose units are compounds of one head ("Drohnen", "Sprengdrohnen") as one."""
    events: dict[tuple[str, str], dict[str, list[Stated]]] = defaultdict(dict)
    for (event_id, kind, slot), stated in slots.items():
        heads = events[event_id, kind]
        head = next((head for head in heads if same_head(head, slot)), slot) if kind == "number" else slot
        heads.setdefault(head, []).extend(stated)
    for (event_id, kind), heads in events.items():
        for head, stated in heads.items():
            yield (event_id, kind, head), stated


def _answers(stated: Sequence[Stated], *, counts: bool) -> list[list[Stated]]:
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
        (-share, i, j)
        for (i, first), (j, second) in combinations(enumerate(answers), 2)
        for share, least in [_alike(first, second)]
        if share >= (0.0 if counts and once and _is_plain(first[0]) and _is_plain(second[0]) else least)
    ]
    question = [{i} for i in range(len(answers))]
    for _, i, j in sorted(pairs):
        both = question[i] | question[j]
        members = [s.article_id for k in both for s in answers[k]]
        if len(set(members)) == len(members):
            for k in both:
                question[k] = both
    return [[s for k in sorted(both) for s in answers[k]] for i, both in enumerate(question) if i == min(both)]


def _is_plain(stated: Stated) -> bool:
    """Whether it is a number, and not one of a part of what it counts."""
    return bool(stated.value) and not stated.part


def _is_some(stated: Stated) -> bool:
    """Whether it is an amount without a number that tells how many about: "mehrere Orte", "Dutzende Boote"; many or a
    few there are of almost anything."""
    return not stated.value and stated.slot != "people" and bool(_SOME.match(stated.words))


def _is_of_order(one: Stated, other: Stated) -> bool:
    """Whether of two numbers one is an amount that the other may be: "Tausende Gäste", "3000 Gäste"."""
    number, amount = (one, other) if one.value else (other, one)
    order = _ORDER.search(amount.words)
    if not number.value or amount.value or not order:
        return False
    least, most = _ORDERS[order[0].casefold()]
    return least <= float(number.value) <= most


def _one_per_article(equal: Sequence[Stated]) -> list[Stated]:
    """Of equal values the one that says how exact it is, if any, else the first."""
    chosen: dict[str, Stated] = {}
    for one in equal:
        if one.article_id not in chosen or (one.approximation and not chosen[one.article_id].approximation):
            chosen[one.article_id] = one
    return list(chosen.values())


def _alike(first: Sequence[Stated], second: Sequence[Stated]) -> tuple[float, float]:
    """Share of words that the nearest of two groups have around them in common, and how much they need of it: less
    where both restrict their value by the same word. Nothing is enough if they are of other bearers."""
    shares = [
        (common(a, b), SAME_LIMIT if a.approximation == b.approximation != "" else SAME_ROLE)
        for a in first
        for b in second
        if not _incomparable(a, b)
    ]
    return max(shares, default=(-1.0, 0.0))
