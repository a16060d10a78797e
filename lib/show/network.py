"""Which names stand in one sentence, and where to draw them."""

from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache

import networkx as nx
import numpy as np
import numpy.typing as npt
import pandas as pd

Floats = npt.NDArray[np.float64]

_APART = 3.0
"""Length of the line to a part that hangs together with nothing else; the others are 1 to 2."""

_SCALES = ((390.0, 220.0), (150.0, 220.0))
"""Pixels of a unit of the layout, across and up, in a figure as it is mostly seen, and on a telephone."""
_ROOM = (80.0, 44.0)
"""Pixels across and up, one of which lies at least between two dots where there is room enough."""
_PUSHES = 200
_EDGE = 170.0
"""Pixels from the middle to where a telephone's screen ends."""
_DOT, _LETTER, _LINE = 13.0, 6.5, 15.0
"""Pixels: half a dot, a letter's width, a line's height."""
_SIDES = {
    "top center": (0, 1),
    "bottom center": (0, -1),
    "middle right": (1, 0),
    "middle left": (-1, 0),
    "top right": (1, 1),
    "top left": (-1, 1),
    "bottom right": (1, -1),
    "bottom left": (-1, -1),
}


def together(articles: pd.DataFrame, mentions: pd.DataFrame, entities: pd.DataFrame) -> pd.DataFrame:
    """Pairs of entities and the number of sentences that name both.

    Args:
        articles: table `articles`, or the part of it that counts.
        mentions: table `mentions`; those in other articles do not count.
        entities: table `entities`, or the part of it that counts.

    Returns:
        Columns entity_id, name, other_id, other_name, sentences, articles; most sentences first. Each pair once.
    """
    found = mentions[mentions["article_id"].isin(articles["article_id"])]
    found = found[["article_id", "sentence_id", "entity_id"]].drop_duplicates()
    found = found.merge(entities[["entity_id", "name"]])
    pairs = found.merge(found, on=["article_id", "sentence_id"], suffixes=("", "_other"))
    pairs = pairs[pairs["entity_id"] < pairs["entity_id_other"]]
    pairs = pairs.rename(columns={"entity_id_other": "other_id", "name_other": "other_name"})
    counted = pairs.groupby(["entity_id", "name", "other_id", "other_name"], as_index=False).agg(
        sentences=("sentence_id", "size"), articles=("article_id", "nunique")
    )
    order = ["sentences", "articles", "entity_id", "other_id"]
    return counted.sort_values(order, ascending=[False, False, True, True], ignore_index=True)


def positions(pairs: pd.DataFrame) -> dict[str, tuple[float, float]]:
    """Where to draw each entity of the pairs, within a square from -1 to 1: those that stand together come near."""
    if pairs.empty:
        return {}
    return _positions(tuple(pairs[["entity_id", "other_id", "sentences"]].itertuples(index=False, name=None)))


@lru_cache(maxsize=64)
def _positions(edges: Sequence[tuple[str, str, int]]) -> dict[str, tuple[float, float]]:
    """Kamada and Kawai's (1989) springs, the same for the same edges: names are as far apart as the way between them is
    long, and a line is shorter, the more sentences it stands for. What hangs together with nothing else is tied to the
    middle by a long line, so that it stays in the picture.
    """
    graph: nx.Graph[str] = nx.Graph()
    most = max(sentences for _, _, sentences in edges)
    graph.add_weighted_edges_from((one, other, 2 - (sentences / most) ** 0.5) for one, other, sentences in edges)
    first, *others = (max(part, key=lambda node: (graph.degree[node], node)) for part in _parts(graph))
    graph.add_weighted_edges_from((first, other, _APART) for other in others)
    places = nx.kamada_kawai_layout(graph, pos=nx.circular_layout(graph))
    return dict(zip(map(str, places), _spread(np.array(list(places.values()))), strict=True))


def _spread(places: Floats) -> list[tuple[float, float]]:
    """The places, stretched to the square from -1 to 1, and pushed apart until each has room for its dot and a name, or
    nearly so: of two that are too near, along the axis on which they lie further apart."""
    places = _stretched(places)
    for _ in range(_PUSHES):
        between = places[:, None] - places
        lacking = 1 - abs(between) * _SCALES[0] / _ROOM
        near = (lacking > 0).all(axis=2) & ~np.eye(len(places), dtype=bool)
        if not near.any():
            break
        least = lacking == lacking.min(axis=2, keepdims=True)
        push = np.where(near[:, :, None] & least, np.sign(between) * lacking, 0).sum(axis=1)
        places = _stretched(places + push * _ROOM / _SCALES[0] / 4)
    return [(float(x), float(y)) for x, y in places]


def _stretched(places: Floats) -> Floats:
    """So that on both axes the least is -1 and the greatest 1; 0 where all are the same."""
    low, high = places.min(axis=0), places.max(axis=0)
    return np.where(high > low, 2 * (places - low) / np.where(high > low, high - low, 1) - 1, 0)


Box = tuple[float, float, float, float]


def sides(places: Mapping[str, tuple[float, float]], names: Mapping[str, str]) -> dict[str, str]:
    """On which side of its dot each name is written, in Plotly's words: where it covers no name before it on a wide
    screen, a narrow one does not cut it, and it covers the least of dots and names on both. A name that would cover
    another on a wide screen is left out.

    Args:
        places: what `positions` gives.
        names: as they are written, the most important first.
    """
    dots = {key: _boxes(at, 2 * _DOT, 2 * _DOT) for key, at in places.items()}
    written: list[list[Box]] = []
    found = {}
    for key, name in names.items():
        width = _LETTER * len(name)
        boxes = {
            side: _boxes(places[key], width, _LINE, dx * (_DOT + width / 2), dy * (_DOT + _LINE / 2))
            for side, (dx, dy) in _SIDES.items()
        }
        others = [of_other for other, of_other in dots.items() if other != key] + written
        cost = {
            side: (_covered(of_side[:1], written), _cut(of_side[-1]), _covered(of_side, others))
            for side, of_side in boxes.items()
        }
        side = min(cost, key=cost.__getitem__)
        if not cost[side][0]:
            found[key] = side
            written.append(boxes[side])
    return found


def _boxes(at: tuple[float, float], width: float, height: float, dx: float = 0.0, dy: float = 0.0) -> list[Box]:
    """What is so large, and so far from a place, on each scale."""
    middles = [(at[0] * across + dx, at[1] * up + dy) for across, up in _SCALES]
    return [(x - width / 2, y - height / 2, x + width / 2, y + height / 2) for x, y in middles]


def _cut(box: Box) -> float:
    """How much of its width is outside a narrow screen."""
    return max(0.0, box[2] - _EDGE) + max(0.0, -_EDGE - box[0])


def _covered(boxes: Sequence[Box], others: Iterable[Sequence[Box]]) -> float:
    """The area that boxes share with others, on the scales for which they are given."""
    return sum(_common(*pair) for other in others for pair in zip(boxes, other, strict=False))


def _common(one: Box, other: Box) -> float:
    """The area that two boxes share."""
    wide = min(one[2], other[2]) - max(one[0], other[0])
    high = min(one[3], other[3]) - max(one[1], other[1])
    return wide * high if wide > 0 and high > 0 else 0.0


def _parts(graph: "nx.Graph[str]") -> list[list[str]]:
    """What hangs together, the largest first."""
    return sorted((sorted(part) for part in nx.connected_components(graph)), key=lambda part: (-len(part), part))
