"""Common German words for one concept, of which a source chooses one: a readable lexicon that says where each pair is
from."""

import csv
import re
from collections import defaultdict
from functools import cache
from importlib.resources import files
from typing import NamedTuple

from lib.compare.differences.words import form, inflected
from lib.endings import endings

_FILE = "lexicon.csv"
_WORD = re.compile(r"\w[\w-]*")
_PART = re.compile(r"(?<![^-])(?=\w)")
"""Where the word begins, and its parts after hyphens: "Ukraine-Krieg" holds "Krieg"."""
_BEGINNING = 3


class Term(NamedTuple):
    """A word of the lexicon, `listed` as it stands there; `ambiguous` if it often means other things than the concept;
    `source` says who made it a choice.

    Where the lexicon has singular and plural, or two spellings, `term` is the one that comes first.
    """

    concept: str
    term: str
    listed: str
    ambiguous: bool
    source: str
    pattern: re.Pattern[str]


@cache
def lexicon() -> tuple[Term, ...]:
    """The terms of `lexicon.csv`, whose columns are concept, term, ambiguous ("yes" or empty) and source."""
    text = files("lib.compare.differences").joinpath(_FILE).read_text(encoding="utf-8")
    terms: list[Term] = []
    of_concept: dict[str, list[str]] = defaultdict(list)
    for row in csv.DictReader(text.splitlines()):
        known = of_concept[row["concept"]]
        same = (one for one in known if inflected(form(one), form(row["term"])) and not row["term"].endswith("in"))
        term = next(same, row["term"])
        known.append(term)
        pattern = _pattern(row["term"])
        terms.append(Term(row["concept"], term, row["term"], bool(row["ambiguous"]), row["source"], pattern))
    return tuple(terms)


def _pattern(term: str) -> re.Pattern[str]:
    words = r"\s+".join(re.escape(word) + endings(word) for word in term.split())
    return re.compile(rf"{words}(?![\w-])")


class Use(NamedTuple):
    """Where a text has a term."""

    term: Term
    start: int
    end: int


def uses(text: str) -> list[Use]:
    """Uses of terms in a text; of overlapping terms of a concept the longest counts."""
    found = [
        Use(term, word.start(), match.end())
        for word in _WORD.finditer(text)
        for part in _PART.finditer(word[0])
        for term in _by_beginning().get(word[0][part.start() :][:_BEGINNING], ())
        if (match := term.pattern.match(text, word.start() + part.start()))
    ]
    kept: list[Use] = []
    for use in sorted(found, key=lambda use: (use.start - use.end, use.start, use.term.concept, use.term.term)):
        if not any(
            use.term.concept == other.term.concept and use.start < other.end and other.start < use.end for other in kept
        ):
            kept.append(use)
    return sorted(kept, key=lambda use: (use.start, use.term.concept))


@cache
def _by_beginning() -> dict[str, list[Term]]:
    """The lexicon by the first letters of its terms, so that a word meets few of them."""
    terms: dict[str, list[Term]] = defaultdict(list)
    for term in lexicon():
        terms[term.listed[:_BEGINNING]].append(term)
    return terms
