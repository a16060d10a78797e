"""Links for which something speaks, or against which, whatever the models say."""

from collections.abc import Callable, Sequence

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


def raised(scores: csr_matrix, same: Sequence[tuple[int, int]], least: float) -> csr_matrix:
    """The scores, of some pairs of sentences `least` at least; a large story's are not copied for nothing.

    Args:
        scores: symmetric, as from `model.pair_scores`.
    """
    if not same:
        return scores
    found = scores.tolil(copy=True)
    for i, j in same:
        found[i, j] = found[j, i] = max(found[i, j], least)
    return found.tocsr()
