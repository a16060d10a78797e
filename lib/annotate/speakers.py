"""Who says a quotation: the cue beside it and the words that name the speaker, found by the order of German clauses."""

from typing import NamedTuple

from lib.annotate import cues
from lib.annotate.clauses import MARKS, STOPS, Range, Words, noun_phrase, source, subject, subject_of
from lib.annotate.clauses import opening as opening_of

_MAX_WORDS = 60  # of a clause in which the speaker is looked for
_NEAR = 4  # words between a quotation and a cue that surely belongs to it


class Speaker(NamedTuple):
    """Offsets of the words that name a speaker, and of the cue; -1 where there is none."""

    start: int = -1
    end: int = -1
    cue_start: int = -1
    cue_end: int = -1


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
        if word.lower in cues.SAYING and not word.capital and (found := subject_of(phrase, i)):
            return _speaker(phrase, found, i)
    return None


def opening(phrase: Words) -> Range | None:
    """Offsets of the noun phrase with which a sentence begins."""
    found = opening_of(phrase, 0, len(phrase))
    return (phrase[found[0]].start, phrase[found[1] - 1].end) if found else None


def _behind(phrase: Words, reach: int) -> Speaker | None:
    """``“, sagte X``, ``“, so X``, ``“, hieß es in X``, ``“, laut X``, ``“, X zufolge``."""
    for i, word in enumerate(phrase):
        if word.text in STOPS or i > reach:
            return None
        opens = i == 0 or phrase[i - 1].text in MARKS or phrase[i - 1].text in ",–-)"
        if opens and (word.lower in cues.FINITE or word.lower == "so"):
            found = _source(phrase, i) if word.lower in ("heißt", "hieß") else subject(phrase, i + 1)
            return _speaker(phrase, found, i)
        if found := _prepositional(phrase, i):
            return _speaker(phrase, found, i)
    return None


def _ahead(phrase: Words) -> Speaker | None:
    """``X sagte: „``, ``Dazu sagte X, ... „``, ``X: „``, ``Laut X „``."""
    for i in reversed(range(len(phrase))):
        if phrase[i].text in STOPS and i < len(phrase) - 3:
            return None
        if found := _prepositional(phrase, i):
            return _speaker(phrase, found, i)
        if phrase[i].lower in cues.FINITE | cues.PARTICIPLES and not phrase[i].capital:
            return _speaker(phrase, subject_of(phrase, i), i)
    colon = next((i for i in reversed(range(len(phrase))) if phrase[i].text == ":"), 0)
    if colon and (end := noun_phrase(phrase, 0)) and phrase[0].lower not in cues.OPENERS:
        return Speaker(phrase[0].start, phrase[end - 1].end)
    return None


def _around(before: Words, after: Words) -> Speaker | None:
    """``X hat die Lage als „...“ bezeichnet``: the verb of the clause follows the quotation."""
    while before and before[-1].text in MARKS:
        before = before[:-1]
    for i, word in enumerate(after):
        if word.text in STOPS or word.text == ",":
            return None
        if word.lower in cues.PARTICIPLES | cues.FINITE and not word.capital:
            found = subject_of([*before, word], len(before))
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
        return source(phrase, i + 1)
    if word == "nach" and i + 1 < len(phrase) and phrase[i + 1].lower in cues.SOURCES:
        skip = i + 2 < len(phrase) and phrase[i + 2].lower in ("von", "vom")
        return source(phrase, i + 2 + skip)
    if word == "zufolge":
        begin = next((k + 1 for k in reversed(range(i)) if phrase[k].text in MARKS | STOPS | {","}), 0)
        found = source(phrase, begin)
        return found if found and found[1] == i else None
    return None


def _source(phrase: Words, i: int) -> Range | None:
    """``hieß es in X``: the document or circle from which the words come."""
    for k in range(i + 1, min(i + 6, len(phrase))):
        if phrase[k].lower in ("in", "aus", "auf", "von", "bei", "im", "vom", "beim"):
            return source(phrase, k + 1)
        if phrase[k].text in STOPS or phrase[k].text == ",":
            return None
    return None
