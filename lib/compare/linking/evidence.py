"""Evidence that two sentences report the same event: what they have in common, how much more than with any other
sentence of the two articles, and how alike their neighbours are."""

from collections.abc import Callable, Iterator, Sequence
from itertools import combinations
from typing import Any, NamedTuple

import numpy as np
import numpy.typing as npt
from scipy.sparse import csr_matrix

from lib.compare.linking.story import Floats, Ints, Story

Pairs = tuple[Ints, Ints]
"""Rows of the first and of the second sentence of each pair."""

MANY = 400_000
"""Pairs of a story from which on only those are looked at that are somewhat alike."""
MOST = 6_000_000
"""Pairs that are looked at of a story, those most alike, which it takes some 160 articles to have: its evidence, the
second round's above all, fills 3 GB."""
NEAR_CHARACTERS, NEAR_INNER = 0.05, 0.1
"""Similarities of which such a pair reaches one: half of all pairs, and 84 % of those that report the same event."""
_FAR = 60  # days that are as far as any more
_AT_ONCE = 50_000  # pairs whose rows are multiplied at once


def blocks(story: Story) -> Iterator[Pairs]:
    """For every two articles, their rows."""
    return combinations(story.rows(), 2)


def candidates(story: Story) -> Pairs:
    """Pairs of sentences of different articles to look at, the row of the earlier article first."""
    found = [(np.zeros(0, np.intp), np.zeros(0, np.intp), np.zeros(0, np.float32))]
    many = sum(len(i) * len(j) for i, j in blocks(story)) > MANY
    for i, j in blocks(story):
        alike = np.ones((len(i), len(j)), np.float32)
        if many:
            characters = (story.characters[i] @ story.characters[j].T).toarray()
            alike = np.maximum(characters / NEAR_CHARACTERS, story.inner[i] @ story.inner[j].T / NEAR_INNER)
        a, b = np.nonzero(alike >= 1)
        found.append((i[a], j[b], alike[a, b].astype(np.float32)))
    first, second, alike = map(np.concatenate, zip(*found, strict=True))
    if len(alike) <= MOST:
        return first, second
    kept = alike >= np.partition(alike, -MOST)[-MOST]
    return first[kept], second[kept]


def siblings(story: Story) -> Pairs:
    """All pairs of sentences of one article."""
    pairs = [np.triu_indices(len(rows), 1) for rows in story.rows()]
    return (
        np.concatenate([rows[a] for rows, (a, _) in zip(story.rows(), pairs, strict=True)] or [np.zeros(0, np.intp)]),
        np.concatenate([rows[b] for rows, (_, b) in zip(story.rows(), pairs, strict=True)] or [np.zeros(0, np.intp)]),
    )


def of_links(story: Story, pairs: Pairs) -> Floats:
    """What speaks for a link of two sentences of different articles: shape (pairs, features)."""
    columns = [*_common(story, pairs)]
    for similarity in _similarities(story):
        columns += _within_articles(story, similarity, pairs)
    return _stacked(columns, pairs)


def of_siblings(story: Story, pairs: Pairs, scores: csr_matrix) -> Floats:
    """What speaks for two sentences of one article that report the same event: shape (pairs, features).

    Args:
        scores: of links to other articles' sentences, shape (n, n).
    """
    i, j = pairs
    columns = [*_common(story, pairs), np.abs(story.place[i] - story.place[j])]
    columns += [_similar(story, similarity, pairs) for similarity in _similarities(story)]
    length = np.sqrt(np.asarray(scores.multiply(scores).sum(axis=1)).ravel()) + 1e-6
    columns.append(_rowwise(scores, i, j) / (length[i] * length[j]))
    best = scores.max(axis=1).toarray().ravel()
    columns.append(np.minimum(best[i], best[j]))
    return _stacked(columns, pairs)


def of_second_links(story: Story, pairs: Pairs, scores: csr_matrix, same: csr_matrix) -> Floats:
    """What the first scores add: how a pair's score stands beside those of the same sentences and of their neighbours,
    and what leads from one to the other through a third sentence: shape (pairs, features).

    Args:
        scores: of links between articles, shape (n, n).
        same: how probably two sentences of one article report the same event, shape (n, n).
    """
    dense = scores.toarray()
    columns = _within_articles(story, lambda i, j: dense[np.ix_(i, j)], pairs)
    columns += _through_third(scores, pairs)
    columns += _through_siblings(dense, same, pairs)
    return _stacked(columns, pairs)


Similarity = Callable[[Ints, Ints], Floats]
"""Gives the similarities of some rows (first) and others (second): shape (rows, rows)."""


def _similarities(story: Story) -> list[Similarity]:
    weighted = story.words.multiply(story.rarity[None]).tocsr()
    total = np.asarray(weighted.sum(axis=1)).ravel() + 1e-6

    def covered(i: Ints, j: Ints) -> Floats:
        common: Floats = (weighted[i] @ story.words[j].T).toarray() / np.minimum(total[i][:, None], total[j][None])
        return common

    return [
        lambda i, j: story.vectors[i] @ story.vectors[j].T,
        lambda i, j: story.inner[i] @ story.inner[j].T,
        lambda i, j: (story.characters[i] @ story.characters[j].T).toarray(),
        covered,
    ]


class _Block(NamedTuple):
    """The pairs of two articles: their rows, the pairs by position among these, and which pairs they are."""

    i: Ints
    j: Ints
    a: Ints
    b: Ints
    where: Ints


def _grouped(story: Story, pairs: Pairs) -> Iterator[_Block]:
    rows = story.rows()
    position = np.concatenate([np.arange(len(mine)) for mine in rows] or [np.zeros(0, np.intp)])
    i, j = pairs
    key = story.article[i] * len(rows) + story.article[j]
    order = np.argsort(key, kind="stable")
    for where in np.split(order, np.flatnonzero(np.diff(key[order])) + 1):
        if len(where):
            first, second = story.article[i[where[0]]], story.article[j[where[0]]]
            yield _Block(rows[first], rows[second], position[i[where]], position[j[where]], where)


def _similar(story: Story, similarity: Similarity, pairs: Pairs) -> Floats:
    found = np.zeros(len(pairs[0]), np.float32)
    for block in _grouped(story, pairs):
        found[block.where] = similarity(block.i, block.j)[block.a, block.b]
    return found


def _within_articles(story: Story, similarity: Similarity, pairs: Pairs) -> list[Floats]:
    """A similarity, and how it stands out of all those of the two articles' sentences: standardised; the rank for
    either sentence; the lead over the next best of either; and the similarities of the neighbours of both."""
    found = np.zeros((10, len(pairs[0])), np.float32)
    for block in _grouped(story, pairs):
        all_ = similarity(block.i, block.j)
        at = block.a, block.b
        ranks = _rank(all_)[at], _rank(all_.T).T[at]
        leads = _lead(all_)[at], _lead(all_.T).T[at]
        padded = np.pad(all_, 1)
        before, behind = padded[:-2, :-2][at], padded[2:, 2:][at]
        beside = [part[at] for part in (padded[:-2, 1:-1], padded[2:, 1:-1], padded[1:-1, :-2], padded[1:-1, 2:])]
        found[:, block.where] = [
            all_[at],
            ((all_ - all_.mean()) / (all_.std() + 1e-6))[at],
            np.minimum(*ranks),
            np.maximum(*ranks),
            np.minimum(*leads),
            np.maximum(*leads),
            before,
            behind,
            (before + behind) / 2,
            np.max(beside, axis=0),
        ]
    return list(found)


def _rank(scores: Floats) -> Ints:
    """Of every value in its row, the greatest 0."""
    return np.argsort(np.argsort(-scores, axis=1, kind="stable"), axis=1, kind="stable")


def _lead(scores: Floats) -> Floats:
    """Of every value over the greatest other one of its row."""
    if scores.shape[1] < 2:
        return np.zeros_like(scores)
    second, first = np.partition(scores, -2, axis=1)[:, -2:].T
    lead: Floats = scores - np.where(scores == first[:, None], second[:, None], first[:, None])
    return lead


def _common(story: Story, pairs: Pairs) -> list[npt.NDArray[Any]]:
    """What the two have in common of names, numbers, times and speakers; where they stand; their lengths and marks."""
    i, j = pairs
    of = np.bincount(story.article, minlength=1)[story.article]
    share = story.place / np.maximum(of, 1)
    columns: list[npt.NDArray[Any]] = [_rowwise(story.words.multiply(story.rarity[None]).tocsr(), i, j, story.words)]
    for values in (share, story.place, story.length, of):
        columns += [np.minimum(values[i], values[j]), np.maximum(values[i], values[j])]
    articles = story.article[i], story.article[j]
    columns += [np.abs(share[i] - share[j]), story.alike[articles], np.minimum(story.days[articles], _FAR)]
    for sets in (story.names, story.numbers, story.times, story.speakers):
        common, size = _rowwise(sets, i, j), np.asarray(sets.sum(axis=1)).ravel()
        least = np.minimum(size[i], size[j])
        columns += [common, common / np.maximum(least, 1), least]
    direct, indirect, negation, denial = story.marks.T
    columns += [direct[i] + direct[j], indirect[i] + indirect[j]]
    return [*columns, np.abs(negation[i] - negation[j]), np.abs(denial[i] - denial[j])]


def _rowwise(matrix: csr_matrix, i: Ints, j: Ints, other: csr_matrix | None = None) -> Floats:
    """Products of rows of a matrix with rows of it, or of another."""
    found: Floats = np.zeros(len(i), np.float32)
    other = matrix if other is None else other
    for start in range(0, len(i), _AT_ONCE):
        part = slice(start, start + _AT_ONCE)
        found[part] = np.asarray(matrix[i[part]].multiply(other[j[part]]).sum(axis=1)).ravel()
    return found


def _through_third(scores: csr_matrix, pairs: Pairs) -> list[Floats]:
    """The best way, and the sum of all ways, from one sentence to the other through a sentence of a third article; a
    way is as good as the worse of its two links."""
    n = scores.shape[0]
    best, sum_ = np.zeros((n, n), np.float32), np.zeros((n, n), np.float32)
    for near in (scores[row] for row in range(n)):
        if near.nnz > 1:
            grid = np.ix_(near.indices, near.indices)
            ways = np.minimum(near.data[:, None], near.data[None])
            best[grid] = np.maximum(best[grid], ways)
            sum_[grid] += ways
    return [best[pairs], sum_[pairs]]


def _through_siblings(scores: Floats, same: csr_matrix, pairs: Pairs) -> list[Floats]:
    """Ways through another sentence of one of the two articles that reports the same as its own; and whether there is
    one that does."""
    n = len(scores)
    best, sum_ = np.zeros((n, n), np.float32), (same @ scores).astype(np.float32)
    for row in range(n):
        near = same[row]
        if near.nnz:
            best[row] = np.minimum(near.data[:, None], scores[near.indices]).max(axis=0)
    both = np.zeros((n, n), np.float32)
    for row in range(n):
        near = same[row]
        if near.nnz:
            both[row] = np.minimum(near.data[:, None], best.T[near.indices]).max(axis=0)
    i, j = pairs
    most = same.max(axis=1).toarray().ravel()
    return [
        np.maximum(best[i, j], best[j, i]),
        np.minimum(best[i, j], best[j, i]),
        sum_[i, j] + sum_[j, i],
        np.maximum(both[i, j], both[j, i]),
        np.minimum(most[i], most[j]),
        np.maximum(most[i], most[j]),
    ]


def _stacked(columns: Sequence[npt.NDArray[Any]], pairs: Pairs) -> Floats:
    if not len(pairs[0]):
        return np.zeros((0, len(columns)), np.float32)
    return np.stack(columns, axis=1).astype(np.float32)
