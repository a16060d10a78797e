"""Which full names are of the same person, over the whole corpus."""

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from functools import lru_cache

from lib.compare.entities import transliteration
from lib.compare.entities.links import Links, Node, link_spellings
from lib.compare.entities.names import genitive_bases, is_full, surname, without_title, words

Name = tuple[str, ...]
_NUMERAL = re.compile("[ivx]+s?")


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


def link_full_names(links: Links, nodes: Iterable[Node]) -> None:
    """Join full names that are one: other spelling, genitive, middle names left out, transliteration."""
    nodes = sorted(nodes)
    link_spellings(links, nodes, joined, person_bases, "other title than")
    by_ends: dict[tuple[str, str], list[tuple[Name, Node]]] = defaultdict(list)
    by_sounds: dict[tuple[str, str], list[Node]] = defaultdict(list)
    for node in nodes:
        name = parse(node.form)
        if _NUMERAL.fullmatch(name[-1]):  # Benedikt XV. is not Benedikt XVI.
            continue
        by_ends[name[0], "".join(surname(name))].append((name[1 : -len(surname(name))], node))
        for key in transliteration.blocks(*ends(node.form)):
            by_sounds[key].append(node)
    for namesakes in by_ends.values():
        _link_middle_names(links, namesakes)
    for block in by_sounds.values():
        _link_transliterations(links, block)


def ends(form: str) -> tuple[str, str]:
    """First and last word of a full name as written; the letters alone do not tell š from s."""
    bare = without_title(form).split() or form.split()
    return bare[0], bare[-1]


def _link_middle_names(links: Links, namesakes: Sequence[tuple[Name, Node]]) -> None:
    """Join names that differ by middle names only, unless two of them contradict each other."""
    fullest, full_node = max(namesakes, key=lambda entry: (len("".join(entry[0])), entry))
    if all(_shortens(middle, fullest) for middle, _ in namesakes):
        for _, node in namesakes:
            links.join(node, full_node, "fewer given names than", "more given names than")


def _shortens(middle: Name, full: Name) -> bool:
    rest = iter(full)
    return all(any(word.startswith(given) for word in rest) for given in middle)


def _link_transliterations(links: Links, block: Sequence[Node]) -> None:
    """Join each name of a block with the first that is the same in other spelling."""
    for i, node in enumerate(block):
        for other in block[:i]:
            if links.root(node) != links.root(other) and _same(node.form, other.form):
                links.join(node, other, "other transliteration of")


def _same(form: str, other: str) -> bool:
    middle, middle_of_other = parse(form)[1:-1], parse(other)[1:-1]
    contradict = len(middle) == len(middle_of_other) and any(
        not transliteration.consonants(a) & transliteration.consonants(b)
        for a, b in zip(middle, middle_of_other, strict=True)
    )
    return not contradict and transliteration.same(ends(form), ends(other))


def is_short(form: str) -> bool:
    """Whether a person's name has no given name, so that it means something only where it stands."""
    return not is_full(parse(form))
