"""A person's full name: its words, and whether two of them can be of one person."""

import csv
import re
from collections import defaultdict
from enum import IntEnum
from functools import cache, lru_cache
from itertools import combinations, product
from pathlib import Path
from typing import NamedTuple

from lib.compare.entities import transliteration
from lib.compare.entities.names import genitive_bases, is_full, letters, particle, without_title, words

Name = tuple[str, ...]
_SUFFIX = re.compile(r"[ivx]+\.?s?|jr|jun|junior|sr|sen|senior")
_FEMININE = "ová"
"""What Czech and Slovak add to a woman's surname."""
_ARTICLE = re.compile(r"(?:a[dlnrstz]|el)-(?=\w)", re.IGNORECASE)
"""Of Arabic surnames, which many writers leave out."""
_ARABIC = frozenset({"bin", "ibn", "ben", "al", "el", "abd", "abdel", "abdul"})
_SERVANT = frozenset({"abdel", "abdal", "abdul", "abdol"})
"""Of the same name, with the article that belongs to the next word."""
_MIDDLE_ALIKE = 0.65
"""Least similarity of the sounds of middle names, whose consonants need not agree."""
_LONGEST = 6
"""Words of a name that has been cut out of the text rightly."""
_TYPABLE = 6
"""Letters that a surname must have for one wrong letter to be a typing error rather than another name."""


class Proof(IntEnum):
    """What it takes beside the names to join them."""

    NOTHING = 0
    NO_NAMESAKE = 1
    """That they stand in one story, or that nobody else in the corpus bears the surname."""
    ONE_STORY = 2
    READER = 3
    """Somebody who knows."""


class Likeness(NamedTuple):
    """How one full name is another."""

    reason: str
    inverse: str
    needs: Proof


OTHER_SPELLING = Likeness("other transliteration of", "other transliteration of", Proof.NOTHING)
FEWER_NAMES = Likeness("fewer given names than", "more given names than", Proof.NOTHING)
OTHER_ORDER = Likeness("other order of words than", "other order of words than", Proof.NO_NAMESAKE)
OTHER_GIVEN_NAME = Likeness("other spelling of the given name of", "other spelling of", Proof.NO_NAMESAKE)
LATER_NAMES = Likeness("fewer given names than", "more given names than", Proof.NO_NAMESAKE)
FEWER_SURNAMES = Likeness("fewer surnames than", "more surnames than", Proof.NO_NAMESAKE)
NICKNAME = Likeness("nickname for", "full name of", Proof.NO_NAMESAKE)
TYPING_ERROR = Likeness("one letter off", "one letter off", Proof.ONE_STORY)
OTHER_SURNAME = Likeness("other spelling of the surname of", "other spelling of", Proof.READER)


@lru_cache(maxsize=1 << 16)
def parse(form: str) -> Name:
    """The words of a person's name without titles, as letters."""
    return words(without_title(form)) or words(form)


def joined(form: str) -> str:
    """The letters of a person's name without titles."""
    return "".join(parse(form))


def person_bases(key: str) -> tuple[str, ...]:
    """A person's name takes -s only: 'Brandes' is not of 'Brand'."""
    return genitive_bases(key)[:1]


def is_short(form: str) -> bool:
    """Whether a person's name has no given name, so that it means something only where it stands."""
    return not is_full(parse(form))


def ends(form: str) -> tuple[str, str]:
    """First and last word of a full name as written; the letters alone do not tell š from s."""
    bare = without_title(form).split() or form.split()
    return bare[0], bare[-1]


class FullName(NamedTuple):
    """A full name without titles and particles."""

    words: Name
    """As written: the letters alone do not tell š from s."""
    suffix: str
    """What tells namesakes apart: junior, ii; in letters."""
    is_arabic: bool
    """Whether a particle shows it to be; vowels are then a matter of taste."""


@lru_cache(maxsize=1 << 16)
def significant(form: str) -> FullName:
    """What counts of a full name."""
    bare = [word.strip(",") for word in without_title(form).replace(".", ". ").split()]
    bare = [word for word in bare if letters(word)]
    suffix = letters(bare.pop()) if len(bare) > 1 and _SUFFIX.fullmatch(letters(bare[-1])) else ""
    plain = bare[:1] + [_ARTICLE.sub("", word) for word in bare[1:]]
    plain = ["Abd" if letters(word) in _SERVANT else word for word in plain]
    is_arabic = plain != bare or any(letters(word) in _ARABIC for word in bare)
    kept = [word for word in plain if not particle(word)]
    return FullName(tuple(kept if len(kept) > 1 else bare), suffix, is_arabic)


def shared_keys(form: str) -> set[tuple[str, str]]:
    """Keys of which two full names that can be one share at least one: sounds of a given name and of a surname."""
    name = significant(form).words
    keys = {(min(name), max(name))} if len(name) == 2 else set()
    if len(name) > 2:
        keys.add(("", " ".join(sorted(map(letters, name)))))
    for last in range(1, len(name)):
        for given in name[:last]:
            for full, bearing in product(_full_forms(given.partition("-")[0]) | {given}, _parts(name[last])):
                keys.update(transliteration.blocks(full, _masculine(bearing)))
    return keys


def likeness(one: str, other: str) -> Likeness | None:
    """How the person's name `one` is `other`, which says as much or more; None if it is not, or says more."""
    a, b = significant(one), significant(other)
    short, long = a.words, b.words
    lenient = a.is_arabic or b.is_arabic
    if a.suffix != b.suffix or not 1 < len(short) <= len(long) <= _LONGEST:
        return None
    if len(short) == len(long):
        same_words = sorted(map(letters, short)) == sorted(map(letters, long))
        return _word_by_word(short, long, lenient) or (OTHER_ORDER if same_words and short != long else None)
    for rest in combinations(long, len(short)):
        if rest[-1] == long[-1] and (found := _word_by_word(short, rest, lenient)):
            if rest[0] == long[0] and not found.needs:
                return FEWER_NAMES
            exact = [*map(letters, short)] == [*map(letters, rest)]
            return max(LATER_NAMES if exact or rest[0] == long[0] else OTHER_SURNAME, found, key=_needs)
    found = _word_by_word(short, long[: len(short)], lenient)
    return max(FEWER_SURNAMES, found, key=_needs) if found else None


def is_typing_error(one: str, other: str) -> bool:
    """Whether the two names differ by one letter of the surname only."""
    a, b = significant(one), significant(other)
    if a.suffix != b.suffix or [*map(letters, a.words[:-1])] != [*map(letters, b.words[:-1])]:
        return False
    last, last_of_b = letters(a.words[-1]), letters(b.words[-1])
    return (
        last != last_of_b
        and min(len(last), len(last_of_b)) >= _TYPABLE
        and last[0] == last_of_b[0]  # Ferber is another than Kerber
        and _one_letter_apart(*sorted((last, last_of_b), key=len))
        and {last, last_of_b}.isdisjoint({*person_bases(last), *person_bases(last_of_b)})
    )


def deletions(word: str) -> set[str]:
    """The word, and the word without each of its letters: words that are one letter apart share one (symmetric
    deletion, Garbe 2012)."""
    return {word} | {word[:i] + word[i + 1 :] for i in range(len(word))}


def _one_letter_apart(short: str, long: str) -> bool:
    """Whether a letter is left out, is another, or has changed places with its neighbour."""
    if len(short) < len(long):
        return short in deletions(long) and len(long) - len(short) == 1
    wrong = [i for i, (a, b) in enumerate(zip(short, long, strict=True)) if a != b]
    swapped = (
        len(wrong) == 2
        and wrong[1] - wrong[0] == 1
        and short[wrong[0]] + short[wrong[1]] == long[wrong[1]] + long[wrong[0]]
    )
    return len(wrong) == 1 or swapped


def _word_by_word(short: Name, long: Name, lenient: bool) -> Likeness | None:
    """How names of equally many words are one; `lenient` where spellings may differ by vowels only."""
    spelled, transliterated, weaker = False, lenient, None
    for at, (a, b) in enumerate(zip(short, long, strict=True)):
        key, key_of_b = letters(a), letters(b)
        last = at == len(short) - 1
        if key == key_of_b:
            continue
        if not last and len(key) == 1 and key_of_b.startswith(key):
            weaker = FEWER_NAMES if at else LATER_NAMES
        elif _alike(_masculine(a), _masculine(b), is_middle=at > 0 and not last):
            spelled = True
            transliterated |= transliteration.is_respelling(a, b) or a.endswith(_FEMININE) != b.endswith(_FEMININE)
        elif at == 0 and a == b.partition("-")[0]:
            weaker = LATER_NAMES
        elif at == 0 and a not in _full_forms(b) and _full_forms(a) & _full_forms(b.partition("-")[0]):
            weaker = NICKNAME
        elif last and key in {letters(part) for part in _parts(b)}:
            weaker = FEWER_SURNAMES
        else:
            return None
    if spelled and not transliterated:
        same_surname = letters(short[-1]) == letters(long[-1])
        # Martin is not Martina, nor Christian Christina
        kept = same_surname and letters(short[0])[-1] == letters(long[0])[-1]
        return OTHER_GIVEN_NAME if kept else None if same_surname else OTHER_SURNAME
    return weaker or OTHER_SPELLING


def _needs(likeness: Likeness) -> Proof:
    return likeness.needs


def _alike(one: str, other: str, *, is_middle: bool) -> bool:
    similarity = transliteration.alike(one, other)
    if is_middle and similarity >= _MIDDLE_ALIKE:
        return True
    same = transliteration.consonants(one) & transliteration.consonants(other)
    return bool(same) and (is_middle or similarity >= transliteration.ALIKE)


def _masculine(word: str) -> str:
    return word[: -len(_FEMININE)] if word.endswith(_FEMININE) and len(word) > len(_FEMININE) + 2 else word


def _parts(word: str) -> list[str]:
    """A double surname and the first of its halves."""
    first, hyphen, second = word.partition("-")
    return [word, first] if hyphen and min(len(first), len(second)) > 2 else [word]


@lru_cache(maxsize=1 << 16)
def _full_forms(given: str) -> frozenset[str]:
    """The given name and all that it can be short for."""
    return frozenset({given}) | _nicknames().get(letters(given), frozenset())


@cache
def _nicknames() -> dict[str, frozenset[str]]:
    full: dict[str, set[str]] = defaultdict(set)
    with Path(__file__).with_name("nicknames.csv").open(encoding="utf-8", newline="") as lines:
        for row in csv.DictReader(lines):
            for short in row["short"].split(";"):
                full[letters(short)].add(row["name"])
    return {short: frozenset(names) for short, names in full.items()}
