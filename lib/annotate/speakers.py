"""Who says a quotation: the cue beside it and the words that name the speaker, found by the order of German clauses."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from lib.annotate import cues

_WORD = re.compile(r"\w+(?:[-–’'/.&]\w+)*-?|[^\w\s]")
_MARKS = frozenset("„“”‟\"«»‚‘’'")
_STOPS = frozenset(".!?;:")
_MAX_WORDS = 60  # of a clause in which the speaker is looked for
_NEAR = 4  # words between a quotation and a cue that surely belongs to it


class Speaker(NamedTuple):
    """Offsets of the words that name a speaker, and of the cue; -1 where there is none."""

    start: int = -1
    end: int = -1
    cue_start: int = -1
    cue_end: int = -1


class Word(NamedTuple):
    """A word or a punctuation mark."""

    text: str
    start: int
    end: int

    @property
    def lower(self) -> str:
        return self.text.lower()

    @property
    def capital(self) -> bool:
        return self.text[0].isupper()


Words = Sequence[Word]
Range = tuple[int, int]


def words(text: str, start: int, end: int) -> Words:
    """The words and punctuation marks of a stretch of text."""
    return [Word(m[0], m.start(), m.end()) for m in _WORD.finditer(text, start, end)]


def find(before: Words, after: Words) -> Speaker | None:
    """The speaker of a quotation between the words `before` and `after` it in its sentence, quotations left out."""
    before, after = before[-_MAX_WORDS:], after[:_MAX_WORDS]
    return _behind(after, _NEAR) or _ahead(before) or _behind(after, _MAX_WORDS) or _around(before, after)


def of_statement(phrase: Words) -> Speaker | None:
    """Whose statement a sentence without quotation reports: ``X sagte, ...``, ``..., sagte X``, ``Laut X ...``."""
    phrase = phrase[:_MAX_WORDS]
    for i, word in enumerate(phrase):
        if found := _prepositional(phrase, i):
            return _speaker(phrase, found, i)
        if word.lower in cues.SAYING and not word.capital and (found := _of_clause(phrase, i)):
            return _speaker(phrase, found, i)
    return None


def opening(phrase: Words) -> Range | None:
    """Offsets of the noun phrase with which a sentence begins."""
    found = _first(phrase, 0, len(phrase))
    return (phrase[found[0]].start, phrase[found[1] - 1].end) if found else None


def _behind(phrase: Words, reach: int) -> Speaker | None:
    """``“, sagte X``, ``“, so X``, ``“, hieß es in X``, ``“, laut X``, ``“, X zufolge``."""
    for i, word in enumerate(phrase):
        if word.text in _STOPS or i > reach:
            return None
        opens = i == 0 or phrase[i - 1].text in _MARKS or phrase[i - 1].text in ",–-)"
        if opens and (word.lower in cues.FINITE or word.lower == "so"):
            found = _source(phrase, i) if word.lower in ("heißt", "hieß") else subject(phrase, i + 1)
            return _speaker(phrase, found, i)
        if found := _prepositional(phrase, i):
            return _speaker(phrase, found, i)
    return None


def _ahead(phrase: Words) -> Speaker | None:
    """``X sagte: „``, ``Dazu sagte X, ... „``, ``X: „``, ``Laut X „``."""
    for i in reversed(range(len(phrase))):
        if phrase[i].text in _STOPS and i < len(phrase) - 3:
            return None
        if found := _prepositional(phrase, i):
            return _speaker(phrase, found, i)
        if phrase[i].lower in cues.FINITE | cues.PARTICIPLES and not phrase[i].capital:
            return _speaker(phrase, _of_clause(phrase, i), i)
    colon = next((i for i in reversed(range(len(phrase))) if phrase[i].text == ":"), 0)
    if colon and (end := noun_phrase(phrase, 0)) and phrase[0].lower not in cues.OPENERS:
        return Speaker(phrase[0].start, phrase[end - 1].end)
    return None


def _around(before: Words, after: Words) -> Speaker | None:
    """``X hat die Lage als „...“ bezeichnet``: the verb of the clause follows the quotation."""
    while before and before[-1].text in _MARKS:
        before = before[:-1]
    for i, word in enumerate(after):
        if word.text in _STOPS or word.text == ",":
            return None
        if word.lower in cues.PARTICIPLES | cues.FINITE and not word.capital:
            found = _of_clause([*before, word], len(before))
            return _speaker([*before, *after], found, len(before) + i)
    return None


def _speaker(phrase: Words, found: Range | None, cue: int) -> Speaker:
    if not found:
        return Speaker(-1, -1, phrase[cue].start, phrase[cue].end)
    return Speaker(phrase[found[0]].start, phrase[found[1] - 1].end, phrase[cue].start, phrase[cue].end)


def _prepositional(phrase: Words, i: int) -> Range | None:
    """The source that a preposition of saying names: ``laut X``, ``nach Angaben von X``, ``X zufolge``."""
    word = phrase[i].lower
    if word == "laut":
        return _oblique(phrase, i + 1)
    if word == "nach" and i + 1 < len(phrase) and phrase[i + 1].lower in cues.SOURCES:
        skip = i + 2 < len(phrase) and phrase[i + 2].lower in ("von", "vom")
        return _oblique(phrase, i + 2 + skip)
    if word == "zufolge":
        begin = next((k + 1 for k in reversed(range(i)) if phrase[k].text in _MARKS | _STOPS | {","}), 0)
        found = _oblique(phrase, begin)
        return found if found and found[1] == i else None
    return None


def _source(phrase: Words, i: int) -> Range | None:
    """``hieß es in X``: the document or circle from which the words come."""
    for k in range(i + 1, min(i + 6, len(phrase))):
        if phrase[k].lower in ("in", "aus", "auf", "von", "bei", "im", "vom", "beim"):
            return _oblique(phrase, k + 1)
        if phrase[k].text in _STOPS or phrase[k].text == ",":
            return None
    return None


def _of_clause(phrase: Words, i: int) -> Range | None:
    """The subject of the clause whose verb, or participle, is word `i`."""
    start = next((k + 1 for k in reversed(range(i)) if phrase[k].text in _STOPS | {"„", "“", '"', "»"}), 0)
    verb = i
    if phrase[i].lower in cues.PARTICIPLES:
        verb = next((k for k in reversed(range(start, i)) if phrase[k].lower in cues.AUXILIARIES), i)
    comma = next((k for k in reversed(range(start, verb)) if phrase[k].text == ","), -1)
    if comma == verb - 1 >= 0:  # "X, Chef von Y, sagte", or "..., sagte X"
        head = next((k for k in range(start, comma) if phrase[k].text == ","), comma)
        verbs = cues.FINITE | cues.AUXILIARIES
        if head < comma and not any(word.lower in verbs for word in phrase[start:comma]):
            return _first(phrase, start, head)
        return subject(phrase, verb + 1)
    if verb > start and phrase[verb - 1].text == "und":  # "X lobte ... und nannte"
        return _first(phrase, start, verb - 1)
    begin = comma + 1 if comma >= 0 else start
    if begin < verb and phrase[begin].lower in cues.CONJUNCTIONS:
        begin += 1
    if verb + 1 < len(phrase) and phrase[verb + 1].text in cues.PRONOUNS:
        return verb + 1, verb + 2
    return _first(phrase, begin, verb) or subject(phrase, verb + 1) or (subject(phrase[:verb], begin) if begin < verb else None)


def _first(phrase: Words, begin: int, stop: int) -> Range | None:
    """The noun phrase with which a clause begins, if it can be its subject."""
    if begin >= stop:
        return None
    word = phrase[begin].lower
    end = noun_phrase(phrase[:stop], begin)
    oblique = word in cues.OBLIQUE and word not in cues.ARTICLES
    if end == begin or oblique or word in cues.OPENERS or word in cues.PREPOSITIONS or re.search(r"(?:end|lich|weise)$", word):
        return None
    return _named(phrase, (begin, end))


def noun_phrase(phrase: Words, at: int) -> int:
    """Index one past the noun phrase that begins at word `at`, or `at` if none does."""
    if at >= len(phrase):
        return at
    i = at
    if phrase[i].lower in cues.PRONOUNS and not (i + 1 < len(phrase) and phrase[i + 1].capital):
        return i + 1
    article = phrase[i].lower in cues.ARTICLES | cues.GENITIVES | cues.OBLIQUE
    if article:
        i += 1
        while i < len(phrase) and re.fullmatch(r"[a-zäöüß-]+(e|er|en|es|em)|\d+(-\w+)?|für|zuständige", phrase[i].text):
            i += 1
    head = i
    while i < len(phrase) and (phrase[i].capital or (i > head and _particle(phrase, i))):
        if i > head and phrase[i].lower in cues.OPENERS | cues.ARTICLES:
            break
        i += 1
    if i == head:
        return at
    if article and i + 1 < len(phrase) and phrase[i].lower in cues.GENITIVES | {"von", "für", "vom"}:
        following = noun_phrase(phrase, i if phrase[i].lower in cues.GENITIVES else i + 1)
        i = following if following > i + 1 else i
    return i


def _particle(phrase: Words, i: int) -> bool:
    following = phrase[i + 1] if i + 1 < len(phrase) else None
    if following is None or phrase[i].lower not in cues.PARTICLES or phrase[i].text in ("der", "den"):
        return False
    return following.capital or (following.text in ("der", "den") and i + 2 < len(phrase) and phrase[i + 2].capital)


def subject(phrase: Words, at: int) -> Range | None:
    """The first noun phrase from word `at` on, within its clause, that can be a subject."""
    i = at
    while i < len(phrase) and phrase[i].text not in _STOPS and phrase[i].text not in _MARKS and phrase[i].text != ",":
        lower = phrase[i].lower
        if lower in cues.PREPOSITIONS or (lower in cues.OBLIQUE and lower not in cues.ARTICLES):
            i += 1
            while i < len(phrase) and not phrase[i].capital and phrase[i].text[0].isalnum():
                i += 1
            while i < len(phrase) and phrase[i].capital:
                i += 1
            continue
        end = noun_phrase(phrase, i)
        if end > i and lower not in cues.OPENERS - cues.ARTICLES:
            return _named(phrase, (i, end))
        i = max(i + 1, end)
    return None


def _oblique(phrase: Words, at: int) -> Range | None:
    """The noun phrase at word `at`, which may stand in quotation marks: ``laut der „Bild“``."""
    end = noun_phrase(phrase, at)
    if end > at:
        genitive = end < len(phrase) and phrase[end].lower in cues.GENITIVES
        return at, noun_phrase(phrase, end) if genitive else end
    for i in range(at, min(at + 2, len(phrase) - 1)):
        if phrase[i].text in _MARKS and (end := noun_phrase(phrase, i + 1)) > i + 1:
            return i + 1, end
    return None


def _named(phrase: Words, found: Range) -> Range:
    """The name behind a description: ``der Sprecher der Stadt, Peter Hansen,`` gives the name."""
    begin, end = found
    if end + 2 < len(phrase) and phrase[end].text == "," and phrase[begin].lower in cues.ARTICLES:
        i = end + 1
        while i < len(phrase) and phrase[i].capital:
            i += 1
        if i - end > 2 and (i == len(phrase) or not phrase[i].text[0].isalnum()):
            return end + 1, i
    return found
