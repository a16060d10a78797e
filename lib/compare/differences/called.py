"""What two sentences that report one event call differently.

Only where it is plain which words stand for the same: roles and forms of one entity, words of which each sentence has
just one, of one head or in one slot (`words.py`) or of one concept (`lexicon.py`), and places at one time.
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence, Set
from itertools import product

from lib.article import Annotation
from lib.compare.differences import words
from lib.compare.differences.clauses import clause, days_of
from lib.compare.differences.lexicon import uses
from lib.compare.differences.words import LONGEST, PREFIXES, Said, form, inflected, is_variant
from lib.compare.entities.known import find
from lib.compare.entities.transliteration import ALIKE, alike
from lib.compare.linking import Place
from lib.schema import Attribute, Mention, Sentence, Value

_ABBREVIATION = re.compile(r"\w*[A-ZÄÖÜ]\w*[A-ZÄÖÜ]\w*|[a-zäöü]{2,4}|[AB] ?\d+")
"""Of a name, which is the same name: "KVR", "DStGB", "dpa", "A 49"."""
_MONTH = 31  # days
"""Times that are longer have many places."""
_WHERE = re.compile(
    r"\b(?P<where>(?i:in|im|bei|auf|nahe|unweit))(?: (?:der|dem))?(?: [a-zäöüß]+e[nrm])?(?: [A-ZÄÖÜ]\w+)? $"
)
"""Before the name of a place where something is: "in der russischen Region "."""
_NEAR = frozenset({"bei", "nahe", "unweit"})
"""Prepositions of a place that is not far: "bei Kassel"."""
NEARBY = "nearby"
"""Label of a place that something is near, rather than in."""
_AMERICAN = "usamerikanisch ", "us"
"""One origin in two words and in a compound: "US-amerikanische Sängerin", "US-Sängerin"."""
_COUNTED = re.compile(r"(?<= )[A-ZÄÖÜ][\w-]{3,}$")
"""What a number counts, as its last word."""
_MEASURED = re.compile(
    r"Euro|Dollar|Prozent(?:punkten?)?|(?:Kilo)?[Mm]etern?|Grad|Mensch(?:en)?|Person(?:en)?|Leuten?|Jahren?"
)
"""What says nothing of what is counted."""
_FEW = 5
"""Up to here two sentences may count different things by the same number."""

Found = Iterator[tuple[str, str, Said, Said]]
"""Kind, what is called differently, and what either article says."""


def _kind(labels: set[str]) -> str:
    """The kind of a difference between words of these labels: who acts, be it a person or a body, where, or what."""
    if labels & {"PER", "ORG"}:
        return "person"
    return "place" if labels & {"LOC", "NORP"} else "name"


class Told:
    """The sentences of a story with the mentions, roles and nouns in them."""

    def __init__(self, annotations: Sequence[Annotation], entity_of: Mapping[tuple[str, int], str]) -> None:
        self._entity_of = entity_of
        self._sentences: dict[Place, Sentence] = {}
        self._mentions: dict[Place, list[Mention]] = defaultdict(list)
        self._values: dict[Place, list[tuple[int, int]]] = defaultdict(list)
        self._attributes: dict[Place, list[Attribute]] = defaultdict(list)
        self._times: dict[Place, list[Value]] = defaultdict(list)
        self._named: dict[str, set[str]] = defaultdict(set)
        self._names: dict[str, set[str]] = defaultdict(set)
        self._counts: dict[Place, list[Value]] = defaultdict(list)
        self._concepts: dict[Place, dict[str, list[Said]]] = {}
        for annotation in annotations:
            for sentence in annotation.sentences:
                self._sentences[sentence.article_id, sentence.sentence_id] = sentence
            for mention in annotation.mentions:
                self._mentions[mention.article_id, mention.sentence_id].append(mention)
                self._named[mention.article_id].add(entity_of.get((mention.article_id, mention.start), mention.text))
                self._names[mention.article_id].add(form(mention.text).rpartition(" ")[2])
            for value in annotation.values:
                place = value.article_id, value.sentence_id
                self._values[place].append((value.start, value.end))
                if value.kind == "number" and _COUNTED.search(value.text):
                    self._counts[place].append(value)
                if value.kind == "time" and value.first and days_of(value) <= _MONTH:
                    self._times[place].append(value)
            for attribute in annotation.attributes:
                self._attributes[attribute.article_id, attribute.mention_start].append(attribute)

    def between(self, one: Place, other: Place, *, sure: bool) -> Found:
        """Differences of two sentences.

        Args:
            sure: whether it is hardly doubtful that they report the same.
        """
        yield from self._roles(one, other)
        yield from self._forms(one, other)
        said = list(self._words(one, other, sure=sure))
        said += self._of_one_number(one, other) if sure else ()
        yield from said
        known = {word.start for _, _, *pair in said for word in pair}
        yield from self._of_one_concept(one, other, known)
        placed = list(self._at_one_time(one, other, known))
        yield from placed or (self._behind_one_preposition(one, other, known) if sure else ())

    def _roles(self, one: Place, other: Place) -> Found:
        """A person by another role, a body by another designation, or either with more said about it."""
        called = [{entity: (label, said) for entity, label, said in self._called(place)} for place in (one, other)]
        for entity in sorted(called[0].keys() & called[1].keys()):
            (label, first), (_, second) = called[0][entity], called[1][entity]
            if not (inflected(first.form, second.form) or is_variant(first.form, second.form)):
                yield "person" if label == "PER" else "name", entity, first, second

    def _called(self, place: Place) -> Iterator[tuple[str, str, Said]]:
        """Entity, label, and its role with the name, of who has a role right before the name in a sentence."""
        text, start = self._sentences[place].text, self._sentences[place].start
        for mention in self._mentions[place]:
            attached = [a for a in self._attributes[place[0], mention.start] if a.end <= mention.start]
            if mention.label in ("PER", "ORG") and any(a.kind == "role" for a in attached):
                first = min(a.start for a in attached)
                called = text[first - start : mention.end - start]
                role = " ".join(form(a.text) for a in sorted(attached, key=lambda a: a.start)).replace(*_AMERICAN)
                yield (
                    self._entity_of.get((place[0], mention.start), ""),
                    mention.label,
                    Said(place[0], first, mention.end, called, role),
                )

    def _forms(self, one: Place, other: Place) -> Found:
        """A place or organisation by another form of its name."""
        for label, kind in (("LOC", "place"), ("ORG", "name"), ("MISC", "name")):
            forms = [self._mentioned(place, label) for place in (one, other)]
            for entity in sorted(forms[0].keys() & forms[1].keys()):
                first, second = forms[0][entity], forms[1][entity]
                few, many = sorted((first.form.split(), second.form.split()), key=len)
                same = inflected("".join(few), "".join(many))
                if not same and not all(any(inflected(word, other) for other in many) for word in few):
                    yield kind, entity, first, second

    def _mentioned(self, place: Place, label: str) -> dict[str, Said]:
        found: dict[str, Said] = {}
        for mention in self._mentions[place]:
            entity = self._entity_of.get((place[0], mention.start), "")
            if entity and mention.label == label and not _ABBREVIATION.fullmatch(mention.text):
                found[entity] = Said(place[0], mention.start, mention.end, mention.text, form(mention.text))
        return found

    def _words(self, one: Place, other: Place, *, sure: bool) -> Found:
        """Nouns of one head or behind one preposition, and words in one slot, of which each sentence has one of its
        own."""
        first, second = self._sentences[one], self._sentences[other]
        if max(len(first.text), len(second.text)) > LONGEST:
            return
        nouns = self._nouns(one), self._nouns(other)
        said = nouns[0] + self._others(one, other), nouns[1] + self._others(other, one)
        heads, slots = words.of_one_head(first, second, nouns), words.in_one_slot(first, second, said)
        for pair, head in heads.items():
            if pair in slots or not any(word in placed for word in pair for placed in slots):
                yield "name", head, *pair
        for pair, slot in slots.items():
            kind = _kind({word.label for word in pair})
            if kind == "person" and (_is_one_person(*pair) or self._are_of_others(one, other)):
                continue
            if pair not in heads:
                yield kind, slot, *pair
        known = {word for pair in (*heads, *slots) for word in pair}
        behind = words.behind_one_preposition(first, second, nouns) if sure else {}
        for pair, both in behind.items():
            if known.isdisjoint(pair):
                yield "name", both, *pair

    def _of_one_number(self, one: Place, other: Place) -> Found:
        """Nouns that are counted by one number: "1800 Stellen", "1800 Jobs"."""
        first, second = self._numbers(one), self._numbers(other)
        for number in sorted(first.keys() & second.keys()):
            said = first[number], second[number]
            for pair in words.own_pairs(self._sentences[one], self._sentences[other], said):
                yield "name", "/".join(sorted(word.form for word in pair)), *pair

    def _numbers(self, place: Place) -> dict[str, list[Said]]:
        """By number, the nouns of a sentence that it counts."""
        found: dict[str, list[Said]] = defaultdict(list)
        for value in self._counts[place]:
            noun = _COUNTED.search(value.text)
            if noun and not _MEASURED.fullmatch(noun[0]) and not (value.value and float(value.value) <= _FEW):
                said = Said(place[0], value.end - len(noun[0]), value.end, noun[0], form(noun[0]))
                found[value.value or value.text.removesuffix(noun[0]).casefold()].append(said)
        return found

    def _of_one_concept(self, one: Place, other: Place, known: Set[int]) -> Found:
        """Nouns of one concept of the lexicon, of which each sentence has another one.

        Args:
            known: where words begin that stand for the same anyway.
        """
        found = self._used(one), self._used(other)
        for concept in sorted(found[0].keys() & found[1].keys()):
            first, second = (_only(mine[concept]) for mine in found)
            if first and second and not {first.start, second.start} & known and _are_two(first.form, second.form):
                yield "name", concept, first, second

    def _used(self, place: Place) -> dict[str, list[Said]]:
        """By concept, the nouns of a sentence that the lexicon has."""
        if place not in self._concepts:
            sentence, ends = self._sentences[place], {noun.end: noun for noun in self._nouns(place)}
            found: dict[str, list[Said]] = defaultdict(list)
            for use in uses(sentence.text) if len(sentence.text) <= LONGEST else ():
                if noun := ends.get(sentence.start + use.end):
                    found[use.term.concept].append(noun)
            self._concepts[place] = found
        return self._concepts[place]

    def _at_one_time(self, one: Place, other: Place, known: Set[int]) -> Found:
        """Places at one time, of which each sentence has another one: "im Mai in Husum", "im Mai in Kiel"."""
        placed = self._placed(one, other), self._placed(other, one)
        for (time, first), (time_too, second) in product(*placed):
            is_then = time.first <= time_too.last and time_too.first <= time.last
            if is_then and _are_two(first.form, second.form) and not {first.start, second.start} & known:
                yield "place", "/".join(sorted((first.form, second.form))), first, second

    def _behind_one_preposition(self, one: Place, other: Place, known: Set[int]) -> Found:
        """Places of which each sentence has one behind a preposition that the other's article nowhere names, said to be
        the same of what is told: "reist nach Kairo", "reist nach Amman"."""
        mine, theirs = self._own_places(one, other[0]), self._own_places(other, one[0])
        for preposition in sorted(mine.keys() & theirs.keys()) if "" not in {*mine, *theirs} else ():
            first, second = mine[preposition][0], theirs[preposition][0]
            is_lone = len(mine[preposition]) == len(theirs[preposition]) == 1
            if is_lone and _are_two(first.form, second.form) and not {first.start, second.start} & known:
                yield "place", "/".join(sorted((first.form, second.form))), first, second

    def _own_places(self, place: Place, article_id: str) -> dict[str, list[Said]]:
        """By the preposition before them, the places of a sentence that an article does not name; none of a sentence
        that is too long for one."""
        sentence = self._sentences[place]
        found: dict[str, list[Said]] = defaultdict(list)
        for mention in self._mentions[place] if len(sentence.text) <= LONGEST else ():
            entity = self._entity_of.get((place[0], mention.start))
            name = form(mention.text).rpartition(" ")[2]
            if mention.label == "LOC" and entity not in self._named[article_id] and name not in self._names[article_id]:
                before = words.preposition(sentence, mention.start)
                label = NEARBY if before in _NEAR else mention.label
                said = Said(place[0], mention.start, mention.end, mention.text, form(mention.text), label)
                found[before].append(said)
        return found

    def _placed(self, place: Place, beside: Place) -> list[tuple[Value, Said]]:
        """The times of a sentence with the place where that is, which the sentence beside does not name."""
        if len(self._sentences[place].text) > LONGEST:
            return []
        found = [(time, self._place_at(time, beside)) for time in self._times[place]]
        return [(time, where) for time, where in found if where]

    def _place_at(self, time: Value, beside: Place) -> Said | None:
        """The only place in the clause of a time that is said to be where it is; none if the sentence beside names it,
        or if it is a country, which holds other places."""
        sentence = self._sentences[time.article_id, time.sentence_id]
        text, start = sentence.text, sentence.start
        borders, last = clause(text, time.start - start, time.end - start)
        found = [
            mention
            for mention in self._mentions[time.article_id, time.sentence_id]
            if mention.label == "LOC" and borders[-1] <= mention.start - start < last
            if _WHERE.search(text[: mention.start - start])
        ]
        elsewhere = {self._entity_of.get((mention.article_id, mention.start)) for mention in self._mentions[beside]}
        if len(found) != 1 or self._entity_of.get((time.article_id, found[0].start)) in elsewhere | {None}:
            return None
        (place,) = found
        where = _WHERE.search(text[: place.start - start])
        label = NEARBY if where and where["where"].lower() in _NEAR else place.label
        said = Said(place.article_id, place.start, place.end, place.text, form(place.text), label)
        return None if is_country(place.text) else said

    def _are_of_others(self, one: Place, other: Place) -> bool:
        """Whether two sentences name several each and nobody in common, so that they tell of others rather than of one
        by another name: "von der CDU, Anna Berg", "von der SPD, Otto Kurz"."""
        named = [
            {
                self._entity_of.get((mention.article_id, mention.start), mention.text)
                for mention in self._mentions[place]
            }
            for place in (one, other)
        ]
        return min(map(len, named)) > 1 and named[0].isdisjoint(named[1])

    def _others(self, place: Place, beside: Place) -> list[Said]:
        """Names of a sentence that the one beside it does not have, and its words but nouns."""
        entities = {self._entity_of.get((mention.article_id, mention.start)) for mention in self._mentions[beside]}
        names = [mention for mention in self._mentions[place] if mention.label != "MISC"]
        own = [mention for mention in names if self._entity_of.get((mention.article_id, mention.start)) not in entities]
        taken = self._values[place] + [(mention.start, mention.end) for mention in names]
        taken += [(a.start, a.end) for mention in names for a in self._attributes[place[0], mention.start]]
        return words.others(self._sentences[place], own, taken)

    def _nouns(self, place: Place) -> list[Said]:
        """Nouns that neither name anybody nor are somebody's role."""
        taken = list(self._values[place])
        for mention in self._mentions[place]:
            roles = [a for a in self._attributes[place[0], mention.start] if a.kind == "role"]
            taken += [(a.start, a.end) for a in roles]
            taken += [(mention.start, mention.end)] if mention.label != "MISC" else []
        return words.nouns(self._sentences[place], taken)


def is_country(name: str) -> bool:
    listed = find(name)
    return listed is not None and listed.table == "countries"


def is_part(form: str, other: str) -> bool:
    """Whether each word of a form is one of the other, or the end of a compound there."""
    return all(any(inflected(word, long) or _is_head(word, long) for long in other.split()) for word in form.split())


def _is_head(word: str, long: str) -> bool:
    return long.endswith(word) and long.removesuffix(word) not in PREFIXES


def _only(said: Sequence[Said]) -> Said | None:
    """The first of some words if all are one."""
    return said[0] if all(inflected(said[0].form, one.form) for one in said) else None


def _are_two(form: str, other: str) -> bool:
    """Whether two forms are neither spellings of one word nor one a part of the other."""
    return not (is_part(form, other) or is_part(other, form) or is_variant(form, other))


def _is_one_person(first: Said, second: Said) -> bool:
    """Whether two names of persons are one in two spellings: "Pahlavi", "Pahlevi"; "Anna Berg", "AnnaBerg"."""
    if {first.label, second.label} != {"PER"}:
        return False
    joined = ("".join(said.text.split()).casefold() for said in (first, second))
    surnames = (said.form.rpartition(" ")[2] for said in (first, second))
    return inflected(*joined) or alike(*surnames) >= ALIKE
