"""Raising the scores of links for which something speaks."""

from collections.abc import Sequence

from scipy.sparse import csr_matrix


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
