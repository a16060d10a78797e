"""Links that something speaks against, whatever the models say."""

from collections.abc import Callable

from scipy.sparse import csr_matrix, triu

AGAINST = 0.1
"""The most that such a link scores: too little to be shown as one that may be, and for one sentence to join an event by
another."""


def lowered(scores: csr_matrix, speaks_against: Callable[[int, int], bool]) -> csr_matrix:
    """The scores, those lowered of pairs of rows that something speaks against.

    Args:
        scores: symmetric, as from `model.pair_scores`.
    """
    near = triu(scores, format="coo")
    found = scores.tolil(copy=True)
    for i, j, score in zip(near.row.tolist(), near.col.tolist(), near.data.tolist(), strict=True):
        if score > AGAINST and speaks_against(i, j):
            found[i, j] = found[j, i] = AGAINST
    return found.tocsr()
