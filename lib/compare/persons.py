"""Which forms name the same person: full names over the whole corpus, short ones where they stand."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from typing import NamedTuple

from lib.compare.links import Links, Node, link_spellings
from lib.compare.names import genitive_bases, surname, without_title, words

Name = tuple[str, ...]


def parse(form: str) -> Name:
    """The words of a person's name without titles, as letters."""
    return words(without_title(form)) or words(form)


def joined(form: str) -> str:
    """The letters of a person's name without titles."""
    return "".join(parse(form))


def link_full_names(links: Links, nodes: Iterable[Node]) -> None:
    """Join full names that are one: other spelling, genitive, middle names left out."""
    nodes = sorted(nodes)
    link_spellings(links, nodes, joined, genitive_bases)
    by_ends: dict[tuple[str, str], list[tuple[Name, Node]]] = defaultdict(list)
    for node in nodes:
        name = parse(node.form)
        by_ends[name[0], "".join(surname(name))].append((name[1 : -len(surname(name))], node))
    for namesakes in by_ends.values():
        _link_middle_names(links, namesakes)


def _link_middle_names(links: Links, namesakes: list[tuple[Name, Node]]) -> None:
    """Join names that differ by middle names only, unless two of them contradict each other."""
    fullest, full_node = max(namesakes, key=lambda entry: (len("".join(entry[0])), entry))
    if all(_shortens(middle, fullest) for middle, _ in namesakes):
        for _, node in namesakes:
            links.join(node, full_node, "fewer given names than", "more given names than")


def _shortens(middle: Name, full: Name) -> bool:
    rest = iter(full)
    return all(any(word.startswith(given) for word in rest) for given in middle)


def link_short_names(links: Links, full: Mapping[str, set[Node]], short: Iterable[Node]) -> None:
    """Join short names with the one person that they can mean: in the article, else in the corpus.

    A first word alone names a person in the article of the full name; in the corpus only where articles call a
    person so more often than by the last word, as they do Kim Jong-un.

    Args:
        links: with all nodes, and the full names already joined.
        full: full names by article.
        short: short names, each with its article.
    """
    found: list[tuple[Node, Bearer]] = []
    left: list[Node] = []
    alone: list[Node] = []
    local = {article: _bearers(links, nodes) for article, nodes in full.items()}
    for node in sorted(short):
        bearer = _only_bearer(node.form, local.get(node.article, {}))
        if bearer:
            found.append((node, bearer))
        else:
            left.append(node)
    called = Counter((links.root(bearer.full), bearer.key, bearer.part) for _, bearer in found)
    usual = Counter((person, part) for person, _, part in called.elements())
    firsts = {k for person, k, part in called if part == FIRST and usual[person, FIRST] > usual[person, SURNAME]}
    everyone = _bearers(links, set().union(*full.values()))
    for key, bearers in everyone.items():
        if key not in firsts:
            everyone[key] = [bearer for bearer in bearers if bearer.part == SURNAME]
    for node in left:
        bearer = _only_bearer(node.form, everyone)
        if bearer:
            found.append((node, bearer))
        else:
            alone.append(node._replace(article=""))
            links.join(node, alone[-1], "same as")
    link_spellings(links, alone, joined, genitive_bases)
    for node, bearer in found:
        genitive = "" if joined(node.form).endswith(bearer.key) else "genitive of the "
        links.join(node, bearer.full, f"{genitive}{bearer.part} of", "full name of")


FIRST, SURNAME = "first name", "surname"


class Bearer(NamedTuple):
    """A person who can be called `key`."""

    key: str
    part: str
    full: Node
    person: Node


def _bearers(links: Links, full: Iterable[Node]) -> dict[str, list[Bearer]]:
    """Who can be called by which surname or first word, as letters."""
    bearers: dict[str, list[Bearer]] = defaultdict(list)
    for node in sorted(full):
        name = parse(node.form)
        parts = {name[0]: FIRST, name[-1]: SURNAME, "".join(surname(name)): SURNAME}
        for key, part in parts.items():
            bearers[key].append(Bearer(key, part, node, links.root(node)))
    return bearers


def _only_bearer(form: str, bearers: Mapping[str, list[Bearer]]) -> Bearer | None:
    """The person whom a short form means, if there is one only. The form as written counts before its base form."""
    name = parse(form)
    last = "".join(surname(name))
    initials = name[: -len(surname(name))]
    for key in (last, *genitive_bases(last)):
        able = [b for b in bearers.get(key, ()) if not initials or parse(b.full.form)[0].startswith(initials[0])]
        if able:
            return able[0] if len({b.person for b in able}) == 1 else None
    return None
