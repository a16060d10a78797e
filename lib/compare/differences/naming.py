"""The same person, place or thing, called differently by two articles in sentences that report one event.

A difference is shown only where it is plain which words stand for the same: roles and forms of one entity, and words of
which each sentence has just one, of one head or in one slot (`words.py`) or of one concept (`lexicon.py`).
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from itertools import combinations, permutations

from lib.article import Annotation
from lib.compare.differences import words
from lib.compare.differences.lexicon import uses
from lib.compare.differences.words import LONGEST, Said, form, inflected, is_variant
from lib.compare.entities.transliteration import ALIKE, alike
from lib.compare.linking import Place
from lib.compare.stories import stable_id
from lib.schema import Attribute, Difference, EventSentence, Link, Mention, Sentence

_PREFIXES = frozenset(
    re.findall(r"\w+", "ab an auf aus be bei durch ein ent er ge her hin mit nach um un ver vor weg zer zu ueber unter")
)
"""With which a noun is another one, not a compound: "Sicht", "Ansicht"."""
_PLACE = 4  # letters that a place and its adjective share
_BEFORE, _BEHIND = 5, 1  # words beside a name that may be about it
_ABBREVIATION = re.compile(r"\w*[A-ZÄÖÜ]\w*[A-ZÄÖÜ]\w*")
"""Of a name, which is the same name: "KVR", "DStGB"."""
_AMERICAN = "usamerikanisch ", "us"
"""One origin in two words and in a compound: "US-amerikanische Sängerin", "US-Sängerin"."""


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
            how = _relation(said.values())
            rows += [
                Difference(key, event_id, kind, how, one.article_id, one.start, one.end, one.text, one.form)
                for one in sorted(said.values())
            ]
    return rows


def lasting(found: Sequence[Difference], annotations: Sequence[Annotation]) -> list[Difference]:
    """Without the differences of kind name in which two articles use each other's words too; of a word and one that is
    part of it, it is enough that one article does. And without those of kind person in which the article with the
    shorter role says the rest too: "Innenminister Holm", "Bundesinnenminister Holm"; "Holm (parteilos)".

    Args:
        found: what `namings` gives for these annotations.
    """
    forms: dict[str, set[str]] = defaultdict(set)
    texts: dict[str, list[str]] = defaultdict(list)
    for annotation in annotations:
        for sentence in annotation.sentences:
            forms[sentence.article_id].update(words.used(sentence.text))
            texts[sentence.article_id] += map(form, sentence.text.split())
    said: dict[str, list[tuple[str, str]]] = defaultdict(list)
    called: dict[str, list[Difference]] = defaultdict(list)
    for row in found:
        if row.kind == "name":
            said[row.difference_id].append((row.article_id, form(row.value)))
        elif row.kind == "person":
            called[row.difference_id].append(row)
    passing = {key for key, rows in said.items() if any(_interchanged(*pair, forms) for pair in combinations(rows, 2))}
    passing |= {key for key, rows in called.items() if any(_shortened(*pair, texts) for pair in permutations(rows, 2))}
    return [row for row in found if row.difference_id not in passing]


def _interchanged(one: tuple[str, str], other: tuple[str, str], forms: Mapping[str, set[str]]) -> bool:
    (article, word), (article_too, word_too) = one, other
    uses = word_too in forms[article], word in forms[article_too]
    return word != word_too and (any(uses) if word in word_too or word_too in word else all(uses))


def _shortened(one: Difference, other: Difference, texts: Mapping[str, Sequence[str]]) -> bool:
    """Whether what a person is called is part of the other, and its article has the rest too, beside the name."""
    mine, theirs = one.answer.split(), other.answer.split()
    rest = [word for word in theirs if not any(inflected(word, own) for own in mine)]
    if not rest or not _is_part(one.answer, other.answer):
        return False
    name, text = form(other.value.split()[-1]), texts[one.article_id]
    beside = (text[max(0, at - _BEFORE) : at + 1 + _BEHIND] for at, word in enumerate(text) if inflected(word, name))
    return any(all(any(_is_said(word, near) for near in words) for word in rest) for words in beside)


def _is_said(word: str, near: str) -> bool:
    """Whether a word says what another does: the same, or the place of an origin ("chinesisch", "Chinas")."""
    return inflected(word, near) or (word.endswith("sch") and near.startswith(word[:_PLACE]))


_Group = tuple[str, dict[str, Said]]
"""An event, and what each article says there."""


def _add(groups: list[_Group], event_id: str, first: Said, second: Said) -> None:
    """Join two articles' words to those that name the same thing in the event. What is called so in another event is
    not shown again, so that each difference is shown once a story."""
    for other_id, said in groups:
        if any(said.get(one.article_id, one).form == one.form for one in (first, second)):
            if event_id == other_id:
                said.setdefault(first.article_id, first)
                said.setdefault(second.article_id, second)
            return
    groups.append((event_id, {first.article_id: first, second.article_id: second}))


def _relation(said: Iterable[Said]) -> str:
    """Less precise if of any two forms one is part of the other; else only the words are other ones, unless they name
    other persons or places."""
    said = list(said)
    if {one.label for one in said} in ({"PER"}, {"LOC"}):
        return "differ"
    pairs = combinations({one.form for one in said}, 2)
    return "less precise" if all(_is_part(*pair) or _is_part(*pair[::-1]) for pair in pairs) else "other words"


def _is_part(form: str, other: str) -> bool:
    """Whether each word of a form is one of the other, or the end of a compound there."""
    return all(any(inflected(word, long) or _is_head(word, long) for long in other.split()) for word in form.split())


def _is_head(word: str, long: str) -> bool:
    return long.endswith(word) and long.removesuffix(word) not in _PREFIXES


def _only(said: Sequence[Said]) -> Said | None:
    """The first of some words if all are one."""
    return said[0] if all(inflected(said[0].form, one.form) for one in said) else None


def _are_two(form: str, other: str) -> bool:
    """Whether two forms are neither spellings of one word nor one a part of the other."""
    return not (_is_part(form, other) or _is_part(other, form) or is_variant(form, other))


def _is_one_person(first: Said, second: Said) -> bool:
    """Whether two names of persons are one in two spellings: "Pahlavi", "Pahlevi"; "Anna Berg", "AnnaBerg"."""
    if {first.label, second.label} != {"PER"}:
        return False
    surnames = (said.form.rpartition(" ")[2] for said in (first, second))
    return first.form.replace(" ", "") == second.form.replace(" ", "") or alike(*surnames) >= ALIKE


Found = Iterator[tuple[str, str, Said, Said]]
"""Kind, what is called differently, and what either article says."""


def _kind(labels: set[str]) -> str:
    """The kind of a difference between words of these labels: who acts, be it a person or a body, where, or what."""
    if labels & {"PER", "ORG"}:
        return "person"
    return "place" if labels & {"LOC", "NORP"} else "name"


class _Told:
    """The sentences of a story with the mentions, roles and nouns in them."""

    def __init__(self, annotations: Sequence[Annotation], entity_of: Mapping[tuple[str, int], str]) -> None:
        self._entity_of = entity_of
        self._sentences: dict[Place, Sentence] = {}
        self._mentions: dict[Place, list[Mention]] = defaultdict(list)
        self._values: dict[Place, list[tuple[int, int]]] = defaultdict(list)
        self._attributes: dict[Place, list[Attribute]] = defaultdict(list)
        self._concepts: dict[Place, dict[str, list[Said]]] = {}
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
        said = list(self._words(one, other))
        yield from said
        yield from self._of_one_concept(one, other, {word.start for _, _, *pair in said for word in pair})

    def _roles(self, one: Place, other: Place) -> Found:
        """A person or a body with another role, or with more said about it."""
        called = [{said[0]: said[1] for said in self._called(place)} for place in (one, other)]
        for entity in sorted(called[0].keys() & called[1].keys()):
            first, second = called[0][entity], called[1][entity]
            if not inflected(first.form, second.form):
                yield "person", entity, first, second

    def _called(self, place: Place) -> Iterator[tuple[str, Said]]:
        """Entity, and its role with the name, of who has a role right before the name in a sentence."""
        text, start = self._sentences[place].text, self._sentences[place].start
        for mention in self._mentions[place]:
            attached = [a for a in self._attributes[place[0], mention.start] if a.end <= mention.start]
            if mention.label in ("PER", "ORG") and any(a.kind == "role" for a in attached):
                first = min(a.start for a in attached)
                called = text[first - start : mention.end - start]
                role = " ".join(form(a.text) for a in sorted(attached, key=lambda a: a.start)).replace(*_AMERICAN)
                yield (
                    self._entity_of.get((place[0], mention.start), ""),
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

    def _words(self, one: Place, other: Place) -> Found:
        """Nouns of one head, and words in one slot, of which each sentence has one of its own."""
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
