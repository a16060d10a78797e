"""Numbers and times of one event on which its articles do not agree, or are not equally precise.

Two values answer the same question if they count the same thing or have the same role, among much the same words; or if
they are all that two linked sentences state of their kind and do not have in common.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta
from itertools import chain, combinations

from lib.article import Annotation
from lib.compare.differences.stated import CLOCK, ENDING, GUESS, Stated, common, same_head, stated_in
from lib.compare.linking import Place
from lib.compare.stories import stable_id
from lib.schema import Difference, EventSentence, Link

ROUGH = 0.5
"""Share of the longer of two lengths of time by which they differ at most if one is stated roughly."""
CLOSE = 0.1
"""Share of the greater number by which numbers differ at most that may be the same if they are approximate."""
FAR = 2
"""Times the limit beyond which "more than" is no longer said: 657,000 is not "more than 65,000"."""
MEASURES = frozenset(
    {"sekund", "minut", "stund", "tag", "tage", "tagen", "woch", "monat", "jahr", "jahrzehnt", "prozent", "people"}
    | {"prozentpunkt", "euro", "dollar", "meter", "kilomet", "grad", "kilo", "tonn"}
)
"""Units that do not say by themselves what is measured or counted."""
SAME_ROLE = 0.34
"""Share of the words around them that two values must have in common to answer the same question."""
SAME_LIMIT = 0.1
"""The same of two numbers that are both restricted, and alike: "maximal sechs", "maximal 50"."""
SAME_WORDS = 0.5
"""The same of two numbers that count things of other names."""
LINKED = 0.6
"""Score of a link from which the only values of its sentences are brought together."""
_LIMITS = {"more than": "above", "at least": "above", "less than": "below", "at most": "below"}
_WEEKDAY = re.compile(r"(?:Mon|Diens|Donners|Frei|Sams|Sonn)tag$|Mittwoch$|Sonnabend$")
_DIGIT = re.compile(r"\d")
_WEEK = timedelta(days=7)
_DATE = re.compile(r"-\d\d(?:-\d\d)?")
_WHICH = re.compile(r"^(?:dies|kommend|nächst|vergangen|letzt)e[nmrs]? ")
_LENGTH = re.compile(r"(?P<period>PT?)(?P<number>\d+(?:\.\d+)?)(?P<unit>[A-Z]+)")
_SECONDS = {"PTS": 1, "PTM": 60, "PTH": 3600, "PD": 24 * 3600, "PW": 7 * 24 * 3600}
_MONTHS = {"PM": 1, "PQ": 3, "PY": 12, "PDE": 120, "PCE": 1200}


def values(
    event_sentences: Iterable[EventSentence], links: Iterable[Link], annotations: Sequence[Annotation]
) -> list[Difference]:
    """Numbers of the same things and times of the same that articles of one event state differently.

    Args:
        event_sentences: of one story's events.
        links: of that story.
        annotations: of the story's articles.
    """
    stated = stated_in(annotations)
    events_of: dict[Place, set[str]] = defaultdict(set)
    told: dict[tuple[str, str], list[Stated]] = defaultdict(list)
    slots: dict[_Slot, list[Stated]] = defaultdict(list)
    for row in event_sentences:
        place = row.article_id, row.sentence_id
        events_of[place].add(row.event_id)
        told[row.event_id, row.article_id] += stated[place]
        for value in stated[place]:
            if value.slot and value.confidence != GUESS:
                slots[row.event_id, _kind(value), value.slot].append(value)
    questions: dict[str, list[_Question]] = {"number": [], "time": []}
    for (event_id, kind, slot), of_slot in _by_head(slots):
        for answers in _answers(of_slot, counts=kind == "number" and slot not in MEASURES):
            _add(questions[kind], event_id, answers)
    for link in sorted(links, key=lambda link: -link.score):
        one, other = (link.article_id, link.sentence_id), (link.other_id, link.other_sentence_id)
        if link.score >= LINKED and (events := events_of[one] & events_of[other]):
            event_id = min(events)
            said = told[event_id, one[0]], told[event_id, other[0]]
            for pair in chain(_limited(stated[one], stated[other]), _only((stated[one], stated[other]), said)):
                _add(questions[_kind(pair[0])], event_id, pair)
    return [
        Difference(key, event_id, kind, relation, one.article_id, one.start, one.end, one.words)
        for kind, of_kind in questions.items()
        for event_id, given in of_kind
        for said in [sorted(given.values())]
        for relation in [_relation(said)]
        for key in [stable_id("d", [event_id, *(f"{one.article_id}:{one.start}" for one in said)])]
        for one in said
    ]


_Slot = tuple[str, str, str]
"""An event, the kind of what is stated, and what it counts or its role."""
_Question = tuple[str, dict[str, Stated]]
"""An event, and what each article answers there."""


def _kind(stated: Stated) -> str:
    return "number" if stated.kind == "number" else "time"


def _add(questions: list[_Question], event_id: str, answers: Sequence[Stated]) -> None:
    """Add answers that differ; to a question of the event that has one of them, or of two articles the same, if there
    is one. What another event has of that is not shown again, so that each difference is shown once a story."""
    if not _relation(answers):
        return
    mine = {one.article_id: one for one in answers}
    for other_id, given in questions:
        same = [article for article, one in mine.items() if article in given and _same(given[article], one)]
        if len(same) > 1 or any(given[article].start == mine[article].start for article in same):
            for article, one in mine.items() if event_id == other_id else ():
                given.setdefault(article, one)
            return
    questions.append((event_id, mine))


def _same(one: Stated, other: Stated) -> bool:
    """Whether two values are equal and of one slot, as far as it is known what numbers count."""
    unclear = one.kind == "number" and not (one.slot and other.slot)
    return _equal(one, other) and (unclear or one.slot == other.slot)


def _equal(one: Stated, other: Stated) -> bool:
    values = [(stated.value or stated.words.casefold(), _days(stated)) for stated in (one, other)]
    return one.kind == other.kind and values[0] == values[1]


def _days(stated: Stated) -> tuple[str, str]:
    """The days that tell the beginning of a month from the month; of a length, which it covers does not matter."""
    return stated.days if stated.kind == "time" else ("", "")


_Two = tuple[Sequence[Stated], Sequence[Stated]]


def _only(both: _Two, told: _Two) -> Iterator[tuple[Stated, Stated]]:
    """The numbers, the times and the durations of which either of two sentences states just one that the other does
    not, if it is not stated elsewhere on this event by the other's article.

    Args:
        both: what the sentences state.
        told: what their articles state on the event.
    """
    for kind in ("number", "time", "duration"):
        own = [
            [stated for stated in mine if stated.kind == kind and not _among(stated, others)]
            for mine, others in zip(both, both[::-1], strict=True)
        ]
        lone = [stated for mine in own for stated in mine if len(mine) == 1]
        told_too = any(_told(stated, others) for stated, others in zip(lone, told[::-1], strict=False))
        if len(lone) == 2 and not told_too and _comparable(*lone):
            yield lone[0], lone[1]


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
    return any(_equal(stated, other) for other in others)


def _among(stated: Stated, others: Iterable[Stated]) -> bool:
    return any(_same(stated, other) for other in others)


def _comparable(one: Stated, other: Stated) -> bool:
    """Whether values that two sentences alone state of their kind can answer one question."""
    if one.kind != "number":
        unsure = GUESS in (one.confidence, other.confidence)
        alike = bool(CLOCK.search(one.value)) == bool(CLOCK.search(other.value))
        return alike and (not unsure or _same_date(one.value, other.value))
    if one.slot and (one.slot == other.slot or same_head(one.slot, other.slot)):
        return True
    if not (one.value and other.value) or (MEASURES - {"people"}) & {one.slot, other.slot}:
        return False
    return _close(one, other) or (bool(one.slot and other.slot) and common(one, other) >= SAME_WORDS)


def _same_date(one: str, other: str) -> bool:
    """Whether the dates of two values, of which one has a year that is a guess, are the same but for it, or one is the
    month of the other."""
    short, long = sorted((one[4:], other[4:]), key=len)
    return short == long or (bool(_DATE.fullmatch(short) and _DATE.fullmatch(long)) and long.startswith(short))


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
        if share >= (0.0 if counts and once else least)
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
        (common(a, b), SAME_LIMIT if a.approximation == b.approximation != "" else SAME_ROLE)
        for a in first
        for b in second
    )


def _relation(answers: Sequence[Stated]) -> str:
    """How answers to one question differ; empty if they do not, or if the same words were resolved differently."""
    pairs = list(combinations(answers, 2))
    if len(set(map(_said, answers))) < 2 or all(_same_words(*pair) or _week_apart(*pair) for pair in pairs):
        return ""
    compatible = _compatible_numbers if answers[0].kind == "number" else _compatible_times
    return "less precise" if all(compatible(*pair) for pair in pairs) else "differ"


def _said(stated: Stated) -> tuple[str, ...]:
    """What a value says and how exactly: 48 hours as two days, quantities without what is counted."""
    length = _length(stated.value)
    value = str(length) if length else stated.value or ENDING.sub("", stated.words.split()[0].casefold())
    return value, stated.approximation, *_days(stated)


def _length(value: str) -> tuple[str, float] | None:
    """A length of time in seconds or months."""
    found = _LENGTH.fullmatch(value)
    for name, lengths in (("seconds", _SECONDS), ("months", _MONTHS)):
        if found and (unit := found["period"] + found["unit"]) in lengths:
            return name, float(found["number"]) * lengths[unit]
    return None


def _same_words(one: Stated, other: Stated) -> bool:
    """Whether two times are said by the same words, so that they may only have been resolved differently: "am Sonntag"
    and "an diesem Sonntag"."""
    words, words_too = (_WHICH.sub("", stated.words.casefold()) for stated in (one, other))
    return one.kind == "time" and words == words_too


def _week_apart(one: Stated, other: Stated) -> bool:
    """Whether of two days a week apart one is given by its date and the other as a weekday, which may have been
    resolved to the wrong week."""
    day = [date.fromisoformat(first) for first, last in (one.days, other.days) if first and first == last]
    if one.kind != "time" or len(day) < 2 or abs(day[0] - day[1]) != _WEEK:
        return False
    words = one.words, other.words
    return any(_WEEKDAY.search(bare) and _DIGIT.search(dated) for bare, dated in (words, words[::-1]))


def _compatible_times(one: Stated, other: Stated) -> bool:
    """Whether one covers the days of the other, or a rough length is near the other."""
    if (one.value, one.days) == (other.value, other.days) or GUESS in (one.confidence, other.confidence):
        return True
    if "X" in one.value + other.value and not CLOCK.search(one.value):
        return True
    if not (one.days[0] and other.days[0]):
        return _rough(one, other) and _near(one, other)
    if one.days == other.days and "T" in one.value and "T" in other.value:
        return False
    (first, last), (first_too, last_too) = one.days, other.days
    return (first <= first_too and last_too <= last) or (first_too <= first and last <= last_too)


def _near(one: Stated, other: Stated) -> bool:
    """Whether two lengths of time are not far apart, as far as both are known."""
    length, length_too = _length(one.value), _length(other.value)
    if not (length and length_too):
        return True
    (unit, n), (unit_too, n_too) = length, length_too
    return unit == unit_too and abs(n - n_too) <= ROUGH * max(n, n_too)


def _compatible_numbers(one: Stated, other: Stated) -> bool:
    """Whether one allows the other: a limit what lies beyond it, and a rough number what is near."""
    if not (one.value and other.value) or one.value == other.value:
        return True
    least, most = sorted(abs(float(stated.value)) for stated in (one, other))
    for limit, number in ((one, other), (other, one)):
        if limit.approximation in _LIMITS and number.approximation not in _LIMITS:
            above = float(number.value) > float(limit.value)
            allows = above == (_LIMITS[limit.approximation] == "above") and most <= FAR * least
            return allows or (_rough(number) and _close(one, other))
    return _rough(one, other) and _close(one, other)


def _rough(*stated: Stated) -> bool:
    return any(one.approximation for one in stated)


def _close(one: Stated, other: Stated) -> bool:
    a, b = float(one.value), float(other.value)
    return abs(a - b) <= CLOSE * max(abs(a), abs(b))
