"""Who does what in a German clause, by the order of its words: noun phrases, subjects, and the names they give."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from lib.annotate import cues

_WORD = re.compile(r"\w+(?:[-–’'/.&]\w+)*-?|[^\w\s]")
MARKS = frozenset("„“”‟\"«»‚‘’'")
STOPS = frozenset(".!?;:")


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


def subject_of(phrase: Words, i: int) -> Range | None:
    """The subject of the clause whose verb, or participle, is word `i`."""
    start = next((k + 1 for k in reversed(range(i)) if phrase[k].text in STOPS | {"„", "“", '"', "»"}), 0)
    verb = i
    if phrase[i].lower in cues.PARTICIPLES:
        verb = next((k for k in reversed(range(start, i)) if phrase[k].lower in cues.AUXILIARIES), i)
    comma = next((k for k in reversed(range(start, verb)) if phrase[k].text == ","), -1)
    if comma == verb - 1 >= 0:  # "X, Chef von Y, sagte", or "..., sagte X"
        head = next((k for k in range(start, comma) if phrase[k].text == ","), comma)
        verbs = cues.FINITE | cues.AUXILIARIES
        if head < comma and not any(word.lower in verbs for word in phrase[start:comma]):
            return opening(phrase, start, head)
        return subject(phrase, verb + 1)
    if verb > start and phrase[verb - 1].text == "und":  # "X lobte ... und nannte"
        return opening(phrase, start, verb - 1)
    begin = comma + 1 if comma >= 0 else start
    if begin < verb and phrase[begin].lower in cues.CONJUNCTIONS:
        begin += 1
    if verb + 1 < len(phrase) and phrase[verb + 1].text in cues.PRONOUNS:
        return verb + 1, verb + 2
    return (
        opening(phrase, begin, verb)
        or subject(phrase, verb + 1)
        or (subject(phrase[:verb], begin) if begin < verb else None)
    )


def opening(phrase: Words, begin: int, stop: int) -> Range | None:
    """The noun phrase with which a clause begins, if it can be its subject."""
    if begin >= stop:
        return None
    word = phrase[begin].lower
    end = noun_phrase(phrase[:stop], begin)
    oblique = word in cues.OBLIQUE and word not in cues.ARTICLES
    if (
        end == begin
        or oblique
        or word in cues.OPENERS
        or word in cues.PREPOSITIONS
        or re.search(r"(?:end|lich|weise)$", word)
    ):
        return None
    return _named(phrase, (begin, end))


def subject(phrase: Words, at: int) -> Range | None:
    """The first noun phrase from word `at` on, within its clause, that can be a subject."""
    i = at
    while i < len(phrase) and phrase[i].text not in STOPS and phrase[i].text not in MARKS and phrase[i].text != ",":
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


def source(phrase: Words, at: int) -> Range | None:
    """The noun phrase at word `at`, which may stand in quotation marks: ``laut der „Bild“``."""
    end = noun_phrase(phrase, at)
    if end > at:
        genitive = end < len(phrase) and phrase[end].lower in cues.GENITIVES
        return at, noun_phrase(phrase, end) if genitive else end
    for i in range(at, min(at + 2, len(phrase) - 1)):
        if phrase[i].text in MARKS and (end := noun_phrase(phrase, i + 1)) > i + 1:
            return i + 1, end
    return None


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
