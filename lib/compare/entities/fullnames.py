"""Which full names are of the same person, over the whole corpus."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

from lib.compare.entities.links import Links, Node, link_spellings
from lib.compare.entities.names import letters
from lib.compare.entities.persons import (
    FEWER_SURNAMES,
    OTHER_SPELLING,
    TYPING_ERROR,
    Likeness,
    Proof,
    deletions,
    is_typing_error,
    joined,
    likeness,
    person_bases,
    shared_keys,
    significant,
)

_MOST = 60
"""Names of a block with which each is compared: so many spellings of one name are no spellings of one name."""


def link_full_names(links: Links, stories_of: Mapping[Node, set[str]]) -> None:
    """Join full names that are one: other spelling or order, genitive, names left out, nickname, typing error.

    What could be short for two persons is joined with neither but offered for both. Where two names alone do not
    prove it, they are joined only if they stand in one story or nobody else in the corpus bears the surname.

    Args:
        links: to add to.
        stories_of: the full names, each with the stories in which it stands.
    """
    nodes = sorted(stories_of)
    link_spellings(links, nodes, joined, person_bases, "other title than")
    given = {letters(significant(node.form).words[0]) for node in nodes}
    longer: dict[Node, dict[Node, Likeness]] = defaultdict(dict)
    for one, other in _pairs(nodes):
        for short, long in ((one, other), (other, one)):
            found = likeness(short.form, long.form)
            if found == OTHER_SPELLING:
                links.join(short, long, found.reason, found.inverse)
            elif found == FEWER_SURNAMES and _surname(short) in given:
                longer[short][long] = found._replace(needs=Proof.READER)  # Karl Albrecht is not Karl Albrecht Stein
            elif found:
                longer[short][long] = found
    for one, other in _one_letter_apart(nodes):
        if is_typing_error(one.form, other.form):
            longer[one][other] = TYPING_ERROR
    bearers: dict[str, list[Node]] = defaultdict(list)
    for node in nodes:
        bearers[_surname(node)].append(node)

    def extent(node: Node) -> tuple[int, int, Node]:
        return len(significant(node.form).words), len(joined(node.form)), node

    for short in sorted(longer, key=extent, reverse=True):
        _join_if_certain(links, short, longer[short], stories_of, bearers)


def _join_if_certain(
    links: Links,
    short: Node,
    longer: Mapping[Node, Likeness],
    stories_of: Mapping[Node, set[str]],
    bearers: Mapping[str, list[Node]],
) -> None:
    """Join the name with the one person whose longer name it is like, if that is certain, and offer all others."""
    persons: dict[Node, tuple[Node, Likeness]] = {}
    for long, found in sorted(longer.items(), key=lambda entry: (entry[1].needs, entry[0])):
        if links.root(long) != links.root(short):
            persons.setdefault(links.root(long), (long, found))
    least = min((found.needs for _, found in persons.values()), default=Proof.NOTHING)
    nearest = [long for long, found in persons.values() if found.needs == least]

    def is_certain(long: Node, needs: Proof) -> bool:
        if nearest != [long] or needs == Proof.READER:
            return False
        if needs == Proof.NOTHING or stories_of[short] & stories_of[long]:
            return True
        both = {links.root(short), links.root(long)}
        namesakes = (node for one in (short, long) for node in bearers[_surname(one)])
        return needs == Proof.NO_NAMESAKE and all(links.root(node) in both for node in namesakes)

    for long, found in persons.values():
        if is_certain(long, found.needs):
            links.join(short, long, found.reason, found.inverse)
        else:
            links.offer(short, long, found.reason)


def _surname(node: Node) -> str:
    return letters(significant(node.form).words[-1])


def _pairs(nodes: Iterable[Node]) -> Iterator[tuple[Node, Node]]:
    """Names that share a key, each pair once."""
    blocks: dict[tuple[str, str], list[Node]] = defaultdict(list)
    seen: set[tuple[Node, Node]] = set()
    for node in nodes:
        for key in sorted(shared_keys(node.form)):
            for other in blocks[key][:_MOST]:
                if (other, node) not in seen:
                    seen.add((other, node))
                    yield other, node
            blocks[key].append(node)


def _one_letter_apart(nodes: Iterable[Node]) -> Iterator[tuple[Node, Node]]:
    blocks: dict[tuple[str, str], list[Node]] = defaultdict(list)
    for node in nodes:
        name = significant(node.form).words
        if len(name) > 1:
            given, last = "".join(map(letters, name[:-1])), letters(name[-1])
            for key in sorted(deletions(last)):
                for other in blocks[given, key][:_MOST]:
                    yield other, node
                blocks[given, key].append(node)
