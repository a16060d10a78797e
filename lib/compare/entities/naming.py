"""What an entity is called: its display name, and its id made of that."""

import re
from collections import Counter

from lib.compare.entities.links import Node
from lib.compare.entities.names import (
    abbreviates,
    genitive_bases,
    inflection,
    letters,
    without_legal_form,
    without_title,
)
from lib.compare.entities.persons import is_short, joined, parse
from lib.compare.entities.transliteration import same_sounds
from lib.nominative import declines, nominative, strong_ending

_FOREIGN = re.compile("sh|zh|kh|[vyžšč]|(?<=[eo])v$", re.IGNORECASE)
"""Spellings of sounds that German writes in other letters."""
_GERMAN = re.compile("t?sch|w", re.IGNORECASE)
_STRONG = re.compile(r"e(?P<ending>[rs])(?=\s)")
"""The endings that adjectives of nominatives have where no article stands: "Deutscher Bund", "Rotes Kreuz"."""
_DERIVED = re.compile(r"(\S*isch|(?:[a-zäöü]\S*)?deutsch)(?:e[nmrs]?)?")
"""Adjectives of places and peoples; "Deutsche", in capitals, are the people."""


def base_form(name: str, family: str) -> str:
    """The nominative of a name of a body or place, and of an adjective derived from a place the form of dictionaries.

    A form that no article has may come out: "Deutscher Wetterdienst" of "beim Deutschen Wetterdienst".
    """
    if family == "NORP" and (derived := _DERIVED.fullmatch(name)):
        return derived[1] if name[:2].isupper() else name[0].lower() + derived[1][1:]
    return name if family in {"PER", "NORP"} else nominative(name)


def attested_name(nodes: Counter[Node]) -> str:
    """The best full form: in its base form, with given name, no abbreviation, frequent, in German spelling.

    Of words derived from a place it is the shortest adjective.

    Args:
        nodes: the forms, and how often each is named.
    """
    person = next(iter(nodes)).family == "PER"
    count: Counter[str] = Counter()
    for node, n in nodes.items():
        count[node.form] += n if person or not node.article else 0
    heard: Counter[str] = Counter()
    for form, n in count.items() if person else ():
        heard[_sound(form)] += n
    attested = {letters(form) for form in count}
    keys = {joined(form) if person else inflection(form) for form in count}
    shortest: dict[str, str] = {}
    for form in count:
        plainest = _weak(form)
        shortest[inflection(form)] = min(shortest.get(inflection(form), plainest), plainest, key=lambda k: (len(k), k))

    def quality(form: str) -> tuple[object, ...]:
        key = joined(form) if person else inflection(form)
        others = (one for one in count if without_legal_form(one) != form)
        base = not any(b in keys for b in genitive_bases(key))
        full = not is_short(form) if person else not any(abbreviates(form, without_legal_form(one)) for one in others)
        inflected = not person and _weak(form) != shortest[key]
        strong = None if person else _STRONG.search(form)
        if strong and not (declines(form[: strong.end()].rsplit(maxsplit=1)[-1]) or _weak(form) in attested):
            strong = None  # "Kieler Woche"
        standing = 0 if strong is None else 1 if f"e{strong['ending']}" in {"es", strong_ending(form)} else -1
        plain = without_title(form) == form if person else "(" not in form and without_legal_form(form) == form
        german = len(_GERMAN.findall(form)) - len(_FOREIGN.findall(form)) if person else 0
        often = heard[_sound(form)] if person else 0
        return count[form] > 0, base, full, plain, not inflected, standing, often, german, count[form], len(form), form

    if next(iter(nodes)).family == "NORP":
        return min(count, key=lambda form: (not _DERIVED.fullmatch(form), form[0].isupper(), len(form), form))
    return max(count, key=quality)


def _weak(form: str) -> str:
    """The letters of a name with its adjectives as they are behind an article."""
    return letters(_STRONG.sub("e", form))


def _sound(form: str) -> str:
    """What the spellings of a person's name have in common, but not other names of the person."""
    return re.sub("[aeioujh]", "", "".join(map(same_sounds, parse(form))))


def entity_id(label: str, name: str, number: int = 1) -> str:
    """A readable id: 'per-kim-jong-un'; the second entity of that label and name is 'per-kim-jong-un-2'."""
    slug = "-".join(filter(None, map(letters, re.split(r"[\W_]+", name)))) or "-"
    return f"{label.lower()}-{slug}" + (f"-{number}" if number > 1 else "")
