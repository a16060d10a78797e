"""A second reading of links: a network that reads both sentences together, each with the one before it.

The trees of `model.py` compare sentences by what they have in common; a cross-encoder sees who does what in both. It is
the upper half of the encoder's network, trained further, over the vectors that its lower half gives the pieces of each
sentence by itself (as in DeFormer, Cao et al. 2020). It may object to a link, but not make one: what both agree on is
right more often. Weights and figures: lib/compare/training/README.md.
"""

import os
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from functools import cache
from pathlib import Path

import numpy as np
import numpy.typing as npt
import onnxruntime
from scipy.sparse import csr_matrix, triu

from lib.article import States
from lib.compare.linking.story import Floats, Story

LEAST, MOST = 0.4, 0.95
"""Scores of the links that are read again: those that make events or let sentences join one, but for the surest."""
AT_MOST = 3_000
"""Links of a story that are read again, those first that are least sure. A story of 80 articles has half as many."""
BEFORE = 32
"""Pieces of the sentence before that are read, its last."""
ONE, OTHER, BEFORE_ONE, BEFORE_OTHER = range(4)
"""Segments: the two sentences and what stands before each. The network is the same to both."""


def read_again(
    story: Story, scores: csr_matrix, states: States, progress: Callable[[float], None] | None = None
) -> csr_matrix:
    """The scores, those lowered to which the cross-encoder objects.

    Args:
        scores: as from `model.pair_scores`.
        states: gives the encoder's inner vectors of a sentence.
        progress: told after every link the share of them that is read.
    """
    near = triu(scores, format="coo")
    doubtful = np.flatnonzero((near.data >= LEAST) & (near.data <= MOST))
    order = np.lexsort((near.col[doubtful], near.row[doubtful], np.abs(near.data[doubtful] - 0.5)))
    links = [(int(near.row[k]), int(near.col[k]), float(near.data[k])) for k in doubtful[order][:AT_MOST]]
    rows = {row for i, j, _ in links for row in (i, j)}
    before = {row: row - 1 for row in rows if row and story.article[row - 1] == story.article[row]}
    with ThreadPoolExecutor(os.cpu_count()) as pool:  # many small networks run faster side by side than each by itself
        needed = sorted(rows | set(before.values()))
        read = dict(zip(needed, pool.map(lambda row: states(story.sentences[row].text), needed), strict=True))

        def stands_before(row: int) -> Floats:
            return read[before[row]][-BEFORE:] if row in before else read[row][:0]

        def score(link: tuple[int, int, float]) -> float:
            i, j, given = link
            return together(read[i], read[j], stands_before(i), stands_before(j), given)

        found: list[float] = []
        for again in pool.map(score, links):
            found.append(again)
            if progress:
                progress(len(found) / len(links))
    lowered = scores.tolil(copy=True)
    for (i, j, given), again in zip(links, found, strict=True):
        if again < given:
            lowered[i, j] = lowered[j, i] = again
    return lowered.tocsr()


def together(one: Floats, other: Floats, before_one: Floats, before_other: Floats, score: float) -> float:
    """How probably two sentences report the same event, by the cross-encoder and the score that the trees gave.

    Args:
        one, other: vectors of the pieces of either sentence, shape (pieces, width).
        before_one, before_other: of the sentences before, or of no pieces.
    """
    parts = one, other, before_one, before_other
    segments = np.repeat(np.array([ONE, OTHER, BEFORE_ONE, BEFORE_OTHER]), [len(part) for part in parts])
    inputs: dict[str, npt.NDArray[np.generic]] = {
        "states": np.concatenate(parts),
        "segments": segments.astype(np.int64),
        "score": np.array(np.log(score / (1 - score)), np.float32),
    }
    (raw,) = _session().run(["raw"], inputs)
    return float(1 / (1 + np.exp(-raw.item())))


@cache
def _session() -> onnxruntime.InferenceSession:
    options = onnxruntime.SessionOptions()
    options.log_severity_level = 3
    options.intra_op_num_threads = 1
    path = Path(__file__).with_name("cross.onnx")
    return onnxruntime.InferenceSession(
        path, options, providers=["CPUExecutionProvider"], disabled_optimizers=["SkipLayerNormFusion"]
    )
