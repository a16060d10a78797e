"""Labels of words: begin, inside or outside of a name (BIO, Ramshaw and Marcus 1995), and the best sequence of them."""

from collections.abc import Iterable

import numpy as np
import numpy.typing as npt

from lib.schema import LABELS

TAGS = ("O", *(f"{part}-{label}" for label in LABELS for part in "BI"))
"""The tags in order of their ids."""

_FORBIDDEN = -1e4


def _transitions() -> npt.NDArray[np.float32]:
    """Row: tag of a word, column: tag of the next; 0 where they may follow each other. "I" continues its own label."""
    table = np.zeros((len(TAGS), len(TAGS)), dtype=np.float32)
    for i, before in enumerate(TAGS):
        for j, after in enumerate(TAGS):
            if after.startswith("I-") and before[2:] != after[2:]:
                table[i, j] = _FORBIDDEN
    return table


_TRANSITIONS = _transitions()


BIO: npt.NDArray[np.float32] = np.array([[0, 0, _FORBIDDEN], [0, 0, 0], [0, 0, 0]], dtype=np.float32)
"""The same table for the three tags of spans of one kind: outside, begin, inside."""


def best(scores: npt.NDArray[np.float32], transitions: npt.NDArray[np.float32] = _TRANSITIONS) -> list[int]:
    """The tags of the best permitted sequence (Viterbi 1967) for scores of shape (words, tags)."""
    if not len(scores):
        return []
    tags: list[int] = scores.argmax(1).tolist()
    if not transitions[[0, *tags[:-1]], tags].any():
        return tags  # the best of each word may follow each other
    total = scores[0] + transitions[0]  # as behind "O"
    back = []
    for row in scores[1:]:
        paths = total[:, None] + transitions
        back.append(paths.argmax(0))
        total = paths.max(0) + row
    tags = [int(total.argmax())]
    for step in reversed(back):
        tags.append(int(step[tags[-1]]))
    return tags[::-1]


def spans(tags: Iterable[int]) -> list[tuple[int, int, str]]:
    """Names in a permitted sequence: first word, word behind the last, label."""
    found: list[tuple[int, int, str]] = []
    for i, tag in enumerate(TAGS[t] for t in tags):
        if tag.startswith("B-"):
            found.append((i, i + 1, tag[2:]))
        elif tag.startswith("I-"):
            start, _, label = found[-1]
            found[-1] = (start, i + 1, label)
    return found
