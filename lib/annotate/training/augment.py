"""Variants of training sentences: what news has and the training text has too little of.

Headlines in capitals, umlauts written as two letters, all kinds of quotation marks, a missing full stop; and, in place
of some places and organisations, states by their names in CLDR, agencies, media, parties and bodies of the gazetteer.
"""

import random
from functools import cache

import spacy

from lib.annotate.encoder import labels
from lib.annotate.encoder.pieces import spaced_words
from lib.annotate.gazetteer import names
from lib.annotate.training.data import Sentence

CAPITALS, TWO_LETTERS, MARKS, NO_STOP, OTHER_NAME = 0.05, 0.04, 0.3, 0.04, 0.06
"""How often each variant is made, of a sentence or name that allows it."""

_TWO_LETTERS = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "Ä": "Ae", "Ö": "Oe", "Ü": "Ue", "ß": "ss"})
_STYLES = ("„“", "„”", "»«", "«»", '""', "“”")
_QUOTES = frozenset('"„“”»«')


def vary(sentence: Sentence, draw: random.Random) -> Sentence:
    """The sentence, or a variant with the same names."""
    words, tags = list(sentence.words), list(sentence.tags)
    if draw.random() < MARKS:
        words = _other_marks(words, draw.choice(_STYLES))
    words, tags = _other_names(words, tags, draw)
    if draw.random() < NO_STOP and len(words) > 1 and words[-1][0] == ".":
        del words[-1], tags[-1]
    if draw.random() < TWO_LETTERS:
        words = [(word.translate(_TWO_LETTERS), spaced) for word, spaced in words]
    if draw.random() < CAPITALS:
        words = [(word.upper(), spaced) for word, spaced in words]
    return Sentence(words, tags)


def _other_marks(words: list[tuple[str, bool]], style: str) -> list[tuple[str, bool]]:
    """The same words with quotation marks of one style; left alone where a mark does not stand by itself."""
    marks = [i for i, (word, _) in enumerate(words) if word in _QUOTES]
    changed = list(words)
    for n, i in enumerate(marks):
        changed[i] = (style[n % 2], words[i][1])
    return changed if len(marks) % 2 == 0 else words


def _other_names(
    words: list[tuple[str, bool]], tags: list[int], draw: random.Random
) -> tuple[list[tuple[str, bool]], list[int]]:
    known = _known()
    changed, marked = list(words), list(tags)
    for start, end, label in reversed(labels.spans(tags)):
        if label in known and draw.random() < OTHER_NAME:
            name = draw.choice(known[label])
            begin = labels.TAGS.index(f"B-{label}")
            changed[start:end] = [(name[0][0], words[start][1]), *name[1:]]
            marked[start:end] = [begin, *[begin + 1] * (len(name) - 1)]
    return changed, marked


@cache
def _known() -> dict[str, list[list[tuple[str, bool]]]]:
    tokenize = spacy.blank("de").make_doc
    known: dict[str, list[list[tuple[str, bool]]]] = {"LOC": [], "ORG": []}
    for name, label, only in names():
        if label in known and not only:
            known[label].append(spaced_words(tokenize(name)))
    return known
