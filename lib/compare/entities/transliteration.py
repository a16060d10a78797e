"""Names from other scripts, which German, English, French and Polish writers spell in different letters.

A word is folded to its sounds; two names are one if the consonants of their words agree, their sounds are alike, and at
least one of the differences is of the kind that transliteration makes: "Schmid" and "Schmied", "Meier" and "Meyer" stay
two.
"""

import re
import unicodedata
from difflib import SequenceMatcher
from functools import lru_cache
from itertools import product

ALIKE = 0.75
"""Least similarity of the sounds (Ratcliff and Obershelp's ratio)."""

_MARKS = str.maketrans(
    {"š": "sh", "ś": "sh", "ş": "sh", "č": "tch", "ć": "tch", "ç": "tch", "ž": "zh", "ż": "zh", "ź": "zh", "đ": "d"}
    | {"ł": "l", "ø": "o", "æ": "a", "œ": "o", "ı": "i", "ß": "ss"}
)
_SOUNDS = [
    (re.compile(spelling), sound)
    for spelling, sound in [
        ("schtsch|shtch|shch|stsch|szcz|chtch|sjtsj|stch", "S"),
        ("dsch|dzh|dsh|dj(?=[aeou])", "j"),
        ("tsch|tch|tsh|cz|tsj|tj(?=o)", "C"),
        ("sch|sh|sz|zh|zs(?=.)", "S"),
        ("zj|sj", "Y"),  # S in Dutch, s in German
        ("kh", "H"),
        ("ch", "X"),  # C in English, H in German, S in French
        ("ph", "v"),
        ("(?<=[oe])(?:ff?|w)$", "v"),
        ("[wvf]+", "v"),
        ("ts|tz|c(?=[eiy])", "Z"),
        ("x", "ks"),
        ("ck|q|c", "k"),
        ("zz", "z"),  # Z in German, s elsewhere
        ("ss", "s"),
        ("ou|oe|oo", "u"),
        ("(?<=[aeou])[yj](?=[aeiou])|(?<![aeiouy])[yj](?=[aeou])", "j"),
        ("(?:ij|iy|yj|yi|ii|y|j)$", "i"),
        ("(?<=[aeou])j(?![aeou])|y", "i"),
    ]
]


@lru_cache(maxsize=1 << 16)
def sounds(word: str) -> str:
    """The word in letters that stand for sounds; an English, German or French ch is an X."""
    word = _plain(word)
    for spelling, sound in _SOUNDS:
        word = spelling.sub(sound, word)
    return word


_READINGS = {"X": "SH", "Y": "Ss", "z": "Zs"}
"""Letters of `sounds` that stand for more than one sound."""


@lru_cache(maxsize=1 << 16)
def consonants(word: str) -> frozenset[str]:
    """The consonants that the word can stand for, without j and h. Tsch and sch are not told apart.

    A kh may be silent or a k, and so may a ch at the beginning.
    """
    return frozenset(
        re.sub(r"(.)\1+", r"\1", re.sub("[aeioujh]", "", heard.replace("C", "S").replace("H", kh)))
        for heard in _heard(word)
        for kh in (("H", "", "k") if "H" in heard and ("kh" in word.casefold() or heard[0] == "H") else "H")
    )


def _heard(word: str) -> set[str]:
    """All that the word can sound like. A j may be a French one."""
    found = {sounds(word), sounds(re.sub("j(?=[ein])", "zh", word.casefold()))}
    for letter, readings in _READINGS.items():
        found = {heard.replace(letter, sound) for heard in found for sound in readings}
    return found


def blocks(given: str, surname: str) -> list[tuple[str, str]]:
    """Keys of which names that are the same share at least one."""
    return list(product(sorted(consonants(given)), sorted(consonants(surname))))


def same_sounds(word: str) -> str:
    """Key that spellings of one word share which differ by nothing but transliteration."""
    return re.sub("[CSXYZz]", "s", sounds(word)).casefold()


def alike(one: str, other: str) -> float:
    """Similarity of the sounds of two words, 0 to 1; a ch counts as what brings them nearer, h or a sibilant."""
    return max(_ratio(*sorted(pair)) for pair in product(_readings(one), _readings(other)))


@lru_cache(maxsize=1 << 16)
def _readings(word: str) -> frozenset[str]:
    return frozenset(heard.replace("C", "S") for heard in _heard(word))


def _ratio(one: str, other: str) -> float:
    return 1.0 if one == other else SequenceMatcher(None, one, other, autojunk=False).ratio()


def is_respelling(one: str, other: str) -> bool:
    """Whether the difference is one that transliteration makes (w, v; sch, sh; j, y; u, ou), not a doubled letter."""
    if one.casefold() == other.casefold():
        return False
    return _plain(one) == _plain(other) or _letters_of_consonants(one) != _letters_of_consonants(other)


def _letters_of_consonants(word: str) -> str:
    letters = re.sub(r"([^aeiou])\1+", r"\1", _plain(word).replace("ph", "f"))
    return re.sub("[aeiouh]|(?<=.)y(?!$)", "", re.sub("ou|oe|oo", "W", letters))


@lru_cache(maxsize=1 << 16)
def _plain(word: str) -> str:
    word = unicodedata.normalize("NFC", word).casefold().translate(_MARKS)
    return "".join(c for c in unicodedata.normalize("NFKD", word) if c.isalpha())
