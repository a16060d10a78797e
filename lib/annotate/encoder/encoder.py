"""The encoder that Lesarten ships: one forward pass gives names, a vector of each word and a vector of each sentence.

Sentences are run one by one, so that what comes out depends on nothing but the sentence: neither on the other sentences
nor on the number of threads.
"""

from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import NamedTuple

import numpy as np
import numpy.typing as npt
import onnxruntime

from lib.annotate.encoder import labels
from lib.annotate.encoder.pieces import END, START, Pieces

NAME = "lesarten-encoder 1.0"
DESCRIPTION = "multilingual-e5-small, GermEval 2014"
WIDTH = 384
INNER = 6, 9
"""Layers whose vectors are given beside the last one's, which knows names best and has forgotten other things."""
MAX_LENGTH = 254
"""Pieces of a sentence that are read at once; a longer sentence is read in parts."""

READ = 80
"""Pieces of a sentence whose states are given."""

_WEIGHTS = Path(__file__).with_name("encoder.onnx")
_VOCABULARY = Path(__file__).with_name("pieces.model")

FloatArray = npt.NDArray[np.float32]


class Encoded(NamedTuple):
    """One sentence.

    Attributes:
        names: first word, word behind the last, and label of each name.
        words: a vector of each word (its first piece's), shape (words, WIDTH).
        inner: the vectors of each word after the INNER layers, shape (words, 2 * WIDTH).
        sentence: a vector of the sentence, shape (WIDTH,), of length 1. Of a long sentence: of its first part.
    """

    names: list[tuple[int, int, str]]
    words: FloatArray
    inner: FloatArray
    sentence: FloatArray


class Encoder:
    """The network and its vocabulary. May be used from several threads at once.

    Args:
        threads: that one forward pass uses; 0 for one per core.
    """

    def __init__(self, threads: int = 0) -> None:
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = threads
        options.inter_op_num_threads = 1
        # Waiting threads must not spin: where other work shares the processor that costs more than it gains.
        options.add_session_config_entry("session.intra_op.allow_spinning", "0")
        options.log_severity_level = 3
        self._session = onnxruntime.InferenceSession(
            _WEIGHTS, options, providers=["CPUExecutionProvider"], disabled_optimizers=["SkipLayerNormFusion"]
        )
        self.pieces = Pieces.load(_VOCABULARY)

    def __call__(self, words: Sequence[tuple[str, bool]]) -> Encoded:
        """Encode one sentence of at least one word; a word comes with whether white space stands before it."""
        scores, vectors, inner, sentences = [], [], [], []
        for part in _parts(self.pieces.of(words)):
            firsts = np.cumsum([1, *(len(piece) for piece in part)])[:-1]
            tags, pieces, within, whole = self.run([START, *(i for word in part for i in word), END])
            scores.append(tags[firsts])
            vectors.append(pieces[firsts])
            inner.append(within[firsts])
            sentences.append(whole)
        names = labels.spans(labels.best(np.concatenate(scores)))
        return Encoded(names, np.concatenate(vectors), np.concatenate(inner), sentences[0])

    def states(self, words: Sequence[tuple[str, bool]]) -> FloatArray:
        """The vectors of a sentence's first READ pieces after the first of the INNER layers, START and END included:
        shape (pieces + 2, WIDTH)."""
        ids = [i for word in self.pieces.of(words) for i in word][:READ]
        return self.run([START, *ids, END])[2][:, :WIDTH]

    def run(self, ids: Sequence[int]) -> tuple[FloatArray, FloatArray, FloatArray, FloatArray]:
        """The bare forward pass: scores of the tags, a vector and the inner vectors of each piece, and a vector of the
        sentence."""
        outputs = ["tags", "pieces", "inner", "sentence"]
        tags, pieces, inner, sentence = self._session.run(outputs, {"ids": np.array(ids, np.int64)})
        return tags, pieces, inner, sentence


def _parts(words: Sequence[tuple[int, ...]]) -> list[list[tuple[int, ...]]]:
    parts: list[list[tuple[int, ...]]] = [[]]
    length = 0
    for word in words:
        if length + len(word) > MAX_LENGTH:
            parts.append([])
            length = 0
        parts[-1].append(word)
        length += len(word)
    return parts


@cache
def load(threads: int = 0) -> Encoder:
    """The encoder, loaded once per process and number of threads."""
    return Encoder(threads)
