"""The same person, place or thing, called differently by two articles in sentences that report one event.

A difference is shown only where it is plain which words stand for the same: roles and forms of one entity, and nouns
of which each sentence has just one: compounds of one head ("Online-Unterricht", "Distanzunterricht"), or nouns in one
slot, between the same words ("verzichtete auf die Zölle", "verzichtete auf die Abgaben").
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import combinations, product
from typing import NamedTuple

from lib.article import Annotation
from lib.compare.entities.names import letters
from lib.compare.linking import Place
from lib.compare.stories import stable_id
from lib.schema import Attribute, Difference, EventSentence, Link, Mention, Sentence

HEAD = 5
"""Letters at the end that two words share which are compounds of one head."""
PART = 3
"""Fewest letters before it."""
NEIGHBOURS, SLOT = 3, 4
"""Words on either side that are looked at, and how many of them must be the same for two nouns to stand in one slot."""
_WORD = re.compile(r"\w+")
_UMLAUT = re.compile(r"([aou])e")
_NOUN = re.compile(r"(?<![\w-])[A-ZÄÖÜ][\w-]{3,}")
_ENDING = re.compile(r"(?<=\w{4})(?:innen|ern|em|en|er|es|e|n|s|in)$")
_DERIVED = ("ung", "ungen", "heit", "keit", "schaft", "tion", "tionen", "ität", "ismus", "ment", "nahme", "nahmen")
"""What may be all that two words share."""


class Said(NamedTuple):
    """Words of one article: where they stand, and what tells them from others that mean the same."""

    article_id: str
    start: int
    end: int
    text: str
    form: str


def namings(
    event_sentences: Iterable[EventSentence],
    links: Iterable[Link],
    annotations: Sequence[Annotation],
    entity_of: Mapping[tuple[str, int], str],
) -> list[Difference]:
    """Differences of the kinds person, place and name.

    Args:
        event_sentences: of one story's events.
        links: of that story.
        annotations: of the story's articles.
        entity_of: entity of the mention that begins at an offset of an article.
    """
    told = _Told(annotations, entity_of)
    events_of: dict[Place, set[str]] = defaultdict(set)
    for row in event_sentences:
        events_of[row.article_id, row.sentence_id].add(row.event_id)
    groups: dict[tuple[str, str], list[_Group]] = defaultdict(list)
    for link in sorted(links, key=lambda link: -link.score):
        one, other = (link.article_id, link.sentence_id), (link.other_id, link.other_sentence_id)
        for event_id in sorted(events_of[one] & events_of[other])[:1]:
            for kind, of, first, second in told.between(one, other):
                _add(groups[kind, of], event_id, first, second)
    rows = []
    for (kind, _), found in groups.items():
        for event_id, said in found:
            key = stable_id("d", [event_id, kind, *(f"{one.article_id}:{one.start}" for one in said.values())])
            rows += [
                Difference(key, event_id, kind, _relation(said.values()), one.article_id, one.start, one.end, one.text)
                for one in sorted(said.values())
            ]
    return rows


def lasting(found: Sequence[Difference], annotations: Sequence[Annotation]) -> list[Difference]:
    """Without the differences of names in which two articles use each other's words too; of a word and one that is part
    of it, it is enough that one article does.

    Args:
        found: what `namings` gives for these annotations.
    """
    forms: dict[str, set[str]] = defaultdict(set)
    for annotation in annotations:
        for sentence in annotation.sentences:
            forms[sentence.article_id].update(map(_form, _NOUN.findall(sentence.text)))
    said: dict[str, list[tuple[str, str]]] = defaultdict(list)
    for row in found:
        if row.kind == "name":
            said[row.difference_id].append((row.article_id, _form(row.value)))
    passing = {key for key, rows in said.items() if any(_interchanged(*pair, forms) for pair in combinations(rows, 2))}
    return [row for row in found if row.difference_id not in passing]


def _interchanged(one: tuple[str, str], other: tuple[str, str], forms: Mapping[str, set[str]]) -> bool:
    (article, form), (article_too, form_too) = one, other
    uses = form_too in forms[article], form in forms[article_too]
    return form != form_too and (any(uses) if form in form_too or form_too in form else all(uses))


def _form(word: str) -> str:
    """A word without its ending, as letters."""
    return letters(_ENDING.sub("", word))


_Group = tuple[str, dict[str, Said]]
"""An event, and what each article says there."""


def _add(groups: list[_Group], event_id: str, first: Said, second: Said) -> None:
    """Join two articles' words to those that name the same thing, so that each difference is shown once a story."""
    for _, said in groups:
        if any(said.get(one.article_id, one).form == one.form for one in (first, second)):
            said.setdefault(first.article_id, first)
            said.setdefault(second.article_id, second)
            return
    groups.append((event_id, {first.article_id: first, second.article_id: second}))


def _relation(said: Iterable[Said]) -> str:
    """Less precise if of any two forms one is part of the other; else only the words are other ones."""
    pairs = combinations({one.form for one in said}, 2)
    return "less precise" if all(one in other or other in one for one, other in pairs) else "other words"


Found = Iterator[tuple[str, str, Said, Said]]
"""Kind, what is called differently, and what either article says."""


class _Told:
    """The sentences of a story with the mentions, roles and nouns in them."""

    def __init__(self, annotations: Sequence[Annotation], entity_of: Mapping[tuple[str, int], str]) -> None:
        self._entity_of = entity_of
        self._sentences: dict[Place, Sentence] = {}
        self._mentions: dict[Place, list[Mention]] = defaultdict(list)
        self._values: dict[Place, list[tuple[int, int]]] = defaultdict(list)
        self._attributes: dict[Place, list[Attribute]] = defaultdict(list)
        for annotation in annotations:
            for sentence in annotation.sentences:
                self._sentences[sentence.article_id, sentence.sentence_id] = sentence
            for mention in annotation.mentions:
                self._mentions[mention.article_id, mention.sentence_id].append(mention)
            for value in annotation.values:
                self._values[value.article_id, value.sentence_id].append((value.start, value.end))
            for attribute in annotation.attributes:
                self._attributes[attribute.article_id, attribute.mention_start].append(attribute)

    def between(self, one: Place, other: Place) -> Found:
        """Differences of two sentences."""
        yield from self._roles(one, other)
        yield from self._forms(one, other)
        yield from self._nouns_apart(one, other)

    def _roles(self, one: Place, other: Place) -> Found:
        """A person with another role, or with more said about it."""
        persons = [{said[0]: said[1] for said in self._called(place)} for place in (one, other)]
        for entity in sorted(persons[0].keys() & persons[1].keys()):
            first, second = persons[0][entity], persons[1][entity]
            if not _inflected(first.form, second.form):
                yield "person", entity, first, second

    def _called(self, place: Place) -> Iterator[tuple[str, Said]]:
        """Entity, and its role with the name, of the persons of a sentence that have a role right before their name."""
        text, start = self._sentences[place].text, self._sentences[place].start
        for mention in self._mentions[place]:
            attached = [a for a in self._attributes[place[0], mention.start] if a.end <= mention.start]
            if mention.label == "PER" and any(a.kind == "role" for a in attached):
                first = min(a.start for a in attached)
                words = text[first - start : mention.end - start]
                role = " ".join(_form(a.text) for a in sorted(attached, key=lambda a: a.start))
                yield (
                    self._entity_of.get((place[0], mention.start), ""),
                    Said(place[0], first, mention.end, words, role),
                )

    def _forms(self, one: Place, other: Place) -> Found:
        """A place or organisation by another form of its name."""
        for label, kind in (("LOC", "place"), ("ORG", "name"), ("MISC", "name")):
            forms = [self._mentioned(place, label) for place in (one, other)]
            for entity in sorted(forms[0].keys() & forms[1].keys()):
                first, second = forms[0][entity], forms[1][entity]
                few, many = sorted((first.form.split(), second.form.split()), key=len)
                same = _inflected("".join(few), "".join(many))
                if not same and not all(any(_inflected(word, other) for other in many) for word in few):
                    yield kind, entity, first, second

    def _mentioned(self, place: Place, label: str) -> dict[str, Said]:
        found: dict[str, Said] = {}
        for mention in self._mentions[place]:
            entity = self._entity_of.get((place[0], mention.start), "")
            if entity and mention.label == label and not mention.text.isupper():
                form = " ".join(map(_form, mention.text.split()))
                found[entity] = Said(place[0], mention.start, mention.end, mention.text, form)
        return found

    def _nouns_apart(self, one: Place, other: Place) -> Found:
        """Nouns of one head, or in one slot, of which each sentence has one of its own."""
        nouns = [self._nouns(place) for place in (one, other)]
        own = [
            [noun for noun in mine if not any(_inflected(noun.form, theirs.form) for theirs in others)]
            for mine, others in (nouns, nouns[::-1])
        ]
        heads = {
            (first, second): _head(first.form, second.form)
            for first, second in product(*own)
            if not self._spelled_out(first, second, other) and not self._spelled_out(second, first, one)
        }
        slots = {
            pair: "/".join(sorted(said.form for said in pair))
            for pair, head in heads.items()
            if not head and self._same_slot(*pair, (one, other))
        }
        for of in (heads, slots):
            pairs = [pair for pair, name in of.items() if name]
            for first, second in pairs:
                if sum(first in pair for pair in pairs) == 1 and sum(second in pair for pair in pairs) == 1:
                    yield "name", of[first, second], first, second

    def _spelled_out(self, compound: Said, part: Said, place: Place) -> bool:
        """Whether the sentence that has only a part of a compound has the rest as well: "Konsum von Alkohol"."""
        if part.form not in compound.form:
            return False
        rest = compound.form.replace(part.form, "", 1)
        words = [letters(word) for word in _WORD.findall(self._sentences[place].text) if len(word) >= PART]
        return len(rest) >= PART and any(word.startswith(rest) or rest.startswith(word) for word in words)

    def _same_slot(self, first: Said, second: Said, places: tuple[Place, Place]) -> bool:
        """Whether two nouns of these sentences stand between the same words."""
        sides = [_around(said, self._sentences[place]) for said, place in zip((first, second), places, strict=True)]
        same = [word for one, other in zip(*sides, strict=True) for word in one & other]
        return len(same) >= SLOT and any(len(word) >= HEAD for word in same)

    def _nouns(self, place: Place) -> list[Said]:
        sentence = self._sentences[place]
        named = [(mention.start, mention.end) for mention in self._mentions[place] if mention.label != "MISC"]
        named += self._values[place]
        for mention in self._mentions[place]:
            attached = self._attributes[place[0], mention.start]
            named += [(a.start, a.end) for a in attached if a.kind == "role"]
        return [
            Said(place[0], start, start + len(match[0]), match[0], _form(match[0]))
            for match in _NOUN.finditer(sentence.text)
            for start in [sentence.start + match.start()]
            if not any(start < b and a < start + len(match[0]) <= b for a, b in named)
        ]


def _around(said: Said, sentence: Sentence) -> tuple[set[str], set[str]]:
    """Stems of the nearest words before and behind."""
    before = _WORD.findall(sentence.text[: said.start - sentence.start])[-NEIGHBOURS:]
    behind = _WORD.findall(sentence.text[said.end - sentence.start :])[:NEIGHBOURS]
    first, last = ({_ENDING.sub("", word.lower()) for word in words} for words in (before, behind))
    return first, last


def _inflected(one: str, other: str) -> bool:
    """Whether two forms are one word, endings and umlauts aside."""
    short, long = sorted((_UMLAUT.sub(r"\1", one), _UMLAUT.sub(r"\1", other)), key=len)
    return long.startswith(short) and len(long) - len(short) <= 2


def _head(one: str, other: str) -> str:
    """The word in which two compounds end that are not the same; empty if there is none.

    Of one word that is itself the other's end, a hyphen before it does not count: "Corona-Krise" is no other crisis.
    """
    short, long = sorted((one, other), key=len)
    if long.endswith(short):
        return short if len(short) >= HEAD - 1 else ""
    common = next((n for n in range(len(short), 0, -1) if one.endswith(other[-n:])), 0)
    head = short[len(short) - common :]
    whole = common >= HEAD and len(short) - common >= PART and not any(ending.endswith(head) for ending in _DERIVED)
    return head if whole else ""
