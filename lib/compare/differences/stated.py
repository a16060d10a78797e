"""What each sentence states: its times, numbers and quantities, with what they count or say when of."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from decimal import Decimal
from typing import NamedTuple

from lib.article import Annotation
from lib.compare.counting import AROUND, amount, counted, in_common, is_part, stems_around, thing
from lib.compare.differences.clauses import (
    WEEK,
    WEEKS,
    beside,
    cases_of,
    days_of,
    is_aside,
    is_of_one_day,
    is_speaking,
)
from lib.compare.differences.words import LONGEST, preposition
from lib.compare.linking import Place
from lib.schema import GUESS, Mention, Quote, Sentence, Value

_PREPOSITION = re.compile(
    r"\b(am|an|bis|ab|seit|im|in|vor|nach|vom|von|zum|zwischen|(?<=zwischen )\S{1,10}(?: Uhr)? und)"
    r"(?: (?:zum|den|dem|der|das))? $",
    re.IGNORECASE,
)
TIMES = frozenset({"time", "duration"})
"""Kinds of what is stated that are times; the others are numbers."""
ORDINAL = "ordinal"
"""Kind of a number that says which of several: "der dritte Besuch"."""
UNTIL = "until"
_ROLES = {"am": "on", "an": "on", "im": "in", "in": "in", "bis": UNTIL, "zum": UNTIL} | dict.fromkeys(
    ("ab", "seit", "vom", "von", "zwischen"), "from"
)
"""What a date is to what is told, by its preposition."""
SINCE, _SINCE = "since", re.compile(r"\b[Ss]eit (?:\w+ )?$")
"""Role of a length that goes on, and what stands before it: "seit nunmehr vier Tagen"."""
_EVENT = re.compile(r"(?<=\w )(?!Jahr)[A-ZÄÖÜ]\w{3,} $")
_YEAR = re.compile(r"\d{4}")
OF = "of"
"""Role of the year that tells which event is meant: "Bundestagswahl 2021"."""
_HEAD = 5
"""Letters at the end of two stems that make them compounds of one head."""
_QUANTITY = re.compile(
    r"(?<![Ww]ie )\b(?i:wenige|einige|etliche|mehrere|viele|zahlreiche|unzählige)n?r? (?:[a-zäöüß-]+e[nr]? )?"
    r"(?P<noun>[A-ZÄÖÜ][\w-]+)(?<! Mal)"
)
"""Words that stand where a number may."""
_ORDINALS = tuple(
    re.findall(
        r"\w+", "erst zweit dritt viert fünft sechst siebt acht neunt zehnt elft zwölft dreizehnt vierzehnt fünfzehnt"
    )
)
_ORDINAL = re.compile(
    rf"(?<![\w-])(?i:(?P<word>{'|'.join(_ORDINALS)})(?:e[nrms]?|(?P<most>\w{{2,}}[sß]t)e[nrms]?)"
    r"|(?P<digits>[1-9]\d{0,2})\.) (?:[a-zäöüß-]+e[nrms]? )?(?P<noun>[A-ZÄÖÜ][\w-]{2,})"
)
"""Which of several: "der dritte Besuch", "zum 4. Mal", "die zweitgrößte Stadt"."""
_SINCE_WHEN = re.compile(r"[^.;:!?]{0,40}\bseit\b")
"""Behind what is one of several of late only: "die erste Reise seit zwanzig Jahren"."""
_TURN = re.compile(
    r"Mal(?:e[ns]?)?|Tag\w{0,2}|Wochen?|Monat\w{0,2}|Jahr\w{0,2}|Stunden?|Minuten?|Lesung|Runde|Teil|Schritt|Blick"
)
"""What one has after another, so that an article may tell of another one than its neighbour."""
_FROM = frozenset({"aus", "von"})
_BEARERS = frozenset({"PER", "ORG", "LOC"})
_AND_OTHERS = re.compile(r" (?:und|oder|sowie|bzw\.) (?:[a-zäöüß-]+e[nr]? )?(?P<noun>[A-ZÄÖÜ][\w-]*)")
"""What follows a number of one sort that is one of several together: "73 Patienten und Pfleger"."""
_AND = re.compile(r",?\s(?:und|sowie)\s")
_A = re.compile(r"eine?n?\s(?:[a-zäöüß-]+e[nrs]?\s)?(?P<noun>[A-ZÄÖÜ][\w-]*)")
"""What follows a number of one sort, where it goes on with another: "fünf Frachtschiffe und ein Segelschiff"."""
_WHOLE = re.compile(r" (?:der|von|aller|dieser|ihrer|seiner) (?:[a-zäöüß]+ ){0,2}\d")
"""What follows a part, before the number of its whole."""
CLOCK = re.compile(r"T\d\d:")
"""In the value of a time of day."""
_ABOUT = re.compile(r"\b(?:[Gg]egen|[Ee]twa|[Rr]und|[Uu]ngefähr|[Kk]urz (?:vor|nach))(?: um)? $")
"""Before a time of day that is meant roughly."""
_CROWD = re.compile(r"(?:mehrere |viele )?(?:(?:zehn|hundert)?tausende|hunderte|dutzende)n?", re.IGNORECASE)
"""An amount that is one of people where nothing says what is counted: "Tausende demonstrierten"."""


class Stated(NamedTuple):
    """A value as one article states it.

    Attributes:
        slot: what it counts, or its role.
        days: that it covers, first and last.
        around: stems of the words around it.
        bearers: label and entity of the names beside it, whose it may be; of a time, of the places.
        cases: what its clause tells of, by group, as from `clauses.cases_of`.
        speaking: whether it is the time at which somebody speaks.
        together: whether it is the number of several things together.
        total: with the next of the same head: "fünf Frachtschiffe und ein Segelschiff"; empty if there is none.
        part: whether it is a number of a whole that is said: "2000 der 28.000 Lehrer".
        daily: whether it is a number that is another each day.
        published: day on which the article was; empty if unknown.
    """

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
    bearers: frozenset[tuple[str, str]]
    cases: tuple[frozenset[str], ...]
    speaking: bool
    together: bool
    total: str
    part: bool
    daily: bool
    published: str


def stated_in(
    annotations: Sequence[Annotation], entity_of: Mapping[Place, str], published: Mapping[str, str]
) -> Mapping[Place, list[Stated]]:
    """What each sentence states, in order.

    Args:
        entity_of: entity of the mention that begins at an offset of an article.
        published: when the articles were, by id, as far as it is known.
    """
    sentence_of = {(s.article_id, s.sentence_id): s for annotation in annotations for s in annotation.sentences}
    named: dict[Place, list[Mention]] = defaultdict(list)
    for mention in (mention for annotation in annotations for mention in annotation.mentions):
        if mention.label in _BEARERS:
            named[mention.article_id, mention.sentence_id].append(mention)
    quoted: dict[Place, list[Quote]] = defaultdict(list)
    for quote in (quote for annotation in annotations for quote in annotation.quotes):
        quoted[quote.article_id, quote.sentence_id].append(quote)
    periods: dict[Place, list[Value]] = defaultdict(list)
    for value in (value for annotation in annotations for value in annotation.values):
        if value.kind == "time" and value.first and value.confidence != GUESS and days_of(value) >= WEEK:
            periods[value.article_id, value.sentence_id].append(value)
    stated: dict[Place, list[Stated]] = defaultdict(list)
    for annotation in annotations:
        numbers = {value.start: value for value in annotation.values if value.kind == "number"}
        for value in [*annotation.values, *_quantities(annotation.sentences), *_ordinals(annotation)]:
            is_known = value.value or (value.kind == "number" and (value.unit or _CROWD.fullmatch(value.text)))
            place = value.article_id, value.sentence_id
            if is_known and value.kind != "set" and value.unit != "vague" and not is_aside(value, sentence_of[place]):
                sentence = sentence_of[place]
                of_kind = named[place] if value.kind not in TIMES else _places(named[place], sentence)
                bearers = frozenset(
                    (mention.label, entity_of.get((mention.article_id, mention.start), mention.text))
                    for mention in beside(value, sentence, of_kind)
                )
                told = cases_of(value, sentence, periods[place])
                day = published.get(value.article_id, "")[:10]
                stated[place].append(
                    _stated(value, sentence, bearers, told, quoted[place], numbers=numbers, published=day)
                )
    return stated


def _places(named: Iterable[Mention], sentence: Sentence) -> list[Mention]:
    """The places where something is or where to, but not where from: "im Mai aus Kiel", "im April von Husum"."""
    return [one for one in named if one.label == "LOC" and preposition(sentence, one.start) not in _FROM]


def common(one: Stated, other: Stated) -> float:
    """Share of the words around them that two values have in common, of those of the one with fewer."""
    return in_common(one.around, other.around)


def of_others(one: Stated, other: Stated) -> bool:
    """Whether the clauses of two values tell of others.

    They name others of one kind, and none the same ("die SPD verlor 8 Prozent", "die CDU verlor 2 Prozent"; "in Bayern
    am 3. Mai", "in Hessen am 4. Mai"); or tell of other cases ("5000 wurden verletzt", "100 starben"; "stieg um 5",
    "stieg auf 20"; "300 im Juli", "400 im August"); or one says when it is, the other when somebody says so.
    """
    labels = {label for label, _ in one.bearers} & {label for label, _ in other.bearers}
    names = bool(labels) and not one.bearers & other.bearers
    cases = any(mine and theirs and not mine & theirs for mine, theirs in zip(one.cases, other.cases, strict=True))
    speaks = one.speaking != other.speaking and (apart(one, other) or _at_another_hour(one, other))
    return names or cases or speaks


def apart(one: Stated, other: Stated) -> bool:
    """Whether two times have no day in common: a day and a season that it is not in."""
    (first, last), (first_too, last_too) = one.days, other.days
    return bool(first and first_too) and (last < first_too or last_too < first)


def _at_another_hour(one: Stated, other: Stated) -> bool:
    """Whether two times are parts of a day: its morning and its evening."""
    return "T" in one.value and "T" in other.value and one.value != other.value


def same_head(one: str, other: str) -> bool:
    return min(len(one), len(other)) >= _HEAD and one[-_HEAD:] == other[-_HEAD:]


def _quantities(sentences: Iterable[Sentence]) -> Iterator[Value]:
    """What is counted without a number: "einige Notunterkünfte"."""
    for sentence in sentences:
        for match in _QUANTITY.finditer(sentence.text):
            start, end = sentence.start + match.start(), sentence.start + match.end()
            yield Value(sentence.article_id, sentence.sentence_id, start, end, "number", match[0], "", match["noun"])


def _ordinals(annotation: Annotation) -> Iterator[Value]:
    """Which of several something is, but for what is part of a name or a time."""
    taken = [(mention.start, mention.end) for mention in annotation.mentions]
    taken += [(value.start, value.end) for value in annotation.values if value.kind in TIMES]
    for sentence in annotation.sentences:
        for match in _ORDINAL.finditer(sentence.text[:LONGEST]):
            start, end = sentence.start + match.start(), sentence.start + match.end()
            is_item = match["digits"] and match.start() == 0 and not sentence.is_title  # "12. Wann waren Sie da?"
            if is_item or _SINCE_WHEN.match(sentence.text, match.end()):
                continue
            is_turn = _TURN.fullmatch(match["noun"]) and not sentence.text.endswith("zum ", 0, match.start())
            if not is_turn and not any(start < last and first < end for first, last in taken):
                number = match["digits"] or str(_ORDINALS.index(match["word"].casefold()) + 1)
                unit = f"{match['most'] or ''} {match['noun']}".strip()
                yield Value(sentence.article_id, sentence.sentence_id, start, end, ORDINAL, match[0], number, unit)


def _slot(value: Value, before: str) -> str:
    """What a number counts, or the role of a day or time of day. Empty if unclear."""
    if value.kind == "duration":
        return SINCE if _SINCE.search(before) else "ago" if value.first else "duration"
    if value.kind not in TIMES:
        return thing(value, before)
    preposition = _PREPOSITION.search(before)
    if not preposition and _YEAR.fullmatch(value.text) and _EVENT.search(before):
        return OF
    word = preposition[1].casefold().rpartition(" ")[2] if preposition else ""
    role = UNTIL if word == "und" else _ROLES.get(word, "")
    return f"{role} time of day" if role and CLOCK.search(value.value) else role


def _stated(
    value: Value,
    sentence: Sentence,
    bearers: frozenset[tuple[str, str]],
    cases: tuple[frozenset[str], ...],
    quotes: Sequence[Quote],
    *,
    numbers: Mapping[int, Value],
    published: str,
) -> Stated:
    start, end = value.start - sentence.start, value.end - sentence.start
    slot = _slot(value, sentence.text[:start])
    others = _AND_OTHERS.match(sentence.text, end) if value.kind == "number" and value.unit else None
    is_rough_hour = CLOCK.search(value.value) and _ABOUT.search(sentence.text, max(0, start - AROUND), start)
    return Stated(
        article_id=value.article_id,
        start=value.start,
        end=value.end,
        words=value.text,
        kind=value.kind,
        value=amount(value),
        slot=slot,
        approximation=value.approximation or ("about" if is_part(value) or is_rough_hour else ""),
        confidence=value.confidence,
        days=(value.first, value.last),
        around=stems_around(sentence.text, start, end),
        bearers=bearers,
        cases=cases,
        speaking=is_speaking(value, sentence, quotes),
        total=_total(value, slot, sentence, numbers),
        together=others is not None and counted(others["noun"].casefold()) != slot,
        part=value.kind == "number" and bool(_WHOLE.match(sentence.text, end)),
        daily=is_of_one_day(value, sentence) and not cases[WEEKS],
        published=published,
    )


def _total(value: Value, slot: str, sentence: Sentence, numbers: Mapping[int, Value]) -> str:
    end = value.end - sentence.start
    both = _AND.match(sentence.text, end) if value.kind == "number" and value.unit and value.value else None
    if not both:
        return ""
    more, one = numbers.get(sentence.start + both.end()), _A.match(sentence.text, both.end())
    noun = more.unit if more else one["noun"] if one else ""
    number = more.value if more else "1"
    if not number or not same_head(counted(noun.casefold()), slot):
        return ""
    return f"{Decimal(value.value) + Decimal(number):f}"
