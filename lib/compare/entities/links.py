"""Links between surface forms, each with its reason, the clusters that they make, and links that are only offered."""

from collections import defaultdict, deque
from collections.abc import Callable, Iterable
from typing import NamedTuple

from lib.compare.entities.names import letters


class Node(NamedTuple):
    """A surface form; `article` is set where the form means something of its own in that article."""

    family: str
    form: str
    article: str = ""


class Links:
    """A graph of nodes. Every link says what its first node is to its second."""

    def __init__(self) -> None:
        self._parent: dict[Node, Node] = {}
        self._neighbours: dict[Node, dict[Node, str]] = defaultdict(dict)
        self._offers: dict[tuple[Node, Node], str] = {}

    def join(self, node: Node, other: Node, reason: str, inverse: str = "") -> None:
        """Link two nodes, as `node` is `reason` of `other`, and `other` is `inverse` of `node`."""
        if node == other:
            return
        self._neighbours[other].setdefault(node, reason)
        self._neighbours[node].setdefault(other, inverse or reason)
        low, high = sorted((self.root(node), self.root(other)))
        self._parent[high] = low

    def offer(self, node: Node, other: Node, reason: str) -> None:
        """Note that `node` may be `reason` of `other`, which is not certain enough to join them."""
        self._offers.setdefault((node, other), reason)

    def offers(self) -> list[tuple[Node, Node, str]]:
        """What was offered and has not come together otherwise: node, other, reason."""
        return [(*pair, why) for pair, why in sorted(self._offers.items()) if self.root(pair[0]) != self.root(pair[1])]

    def root(self, node: Node) -> Node:
        """The node that stands for the cluster."""
        while (parent := self._parent.setdefault(node, node)) != node:
            self._parent[node] = self._parent[parent]
            node = parent
        return node

    def reasons(self, start: Node) -> dict[Node, str]:
        """Why each node of a cluster belongs to it: its link on the shortest way to `start`."""
        why = {start: "name"}
        queue = deque([start])
        while queue:
            here = queue.popleft()
            for node in sorted(self._neighbours[here]):
                if node not in why:
                    why[node] = f"{self._neighbours[here][node]} {here.form}"
                    queue.append(node)
        return why


def link_spellings(
    links: Links,
    nodes: Iterable[Node],
    key: Callable[[str], str],
    bases: Callable[[str], tuple[str, ...]],
    otherwise: str,
) -> None:
    """Join nodes whose forms share a key, and a form with its base form.

    `otherwise` is the reason where more than hyphens, capitals and accents differ.

    Forms of one base form that itself is not there are joined too ("Gesundheitsamts", "Gesundheitsamtes").
    """
    groups: dict[str, list[Node]] = defaultdict(list)
    for node in sorted(set(nodes)):
        groups[key(node.form)].append(node)
    orphans: dict[str, Node] = {}
    for name, group in sorted(groups.items()):
        for node in group[1:]:
            same = letters(node.form) == letters(group[0].form)
            links.join(node, group[0], "other hyphens, capitals or accents than" if same else otherwise)
        base = next((b for b in bases(name) if b in groups), None)
        if base is not None:
            links.join(group[0], groups[base][0], "genitive of", "base form of")
            continue
        for b in bases(name):
            links.join(group[0], orphans.setdefault(b, group[0]), "other genitive of")
