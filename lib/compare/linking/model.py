"""How probably pairs of sentences report the same event: gradient-boosted trees over the evidence, in two rounds.

Two sets of models are averaged: one was trained on stories of several occasions as well, one on single occasions only.
In each, the first round scores links between articles, and which sentences of one article belong together; the second
sees those scores as well (stacked generalisation, Wolpert 1992). Weights and figures: lib/compare/training/README.md.
"""

from functools import cache
from pathlib import Path

import numpy as np
import onnxruntime
from scipy.sparse import csr_matrix

from lib.compare.linking import evidence
from lib.compare.linking.evidence import Pairs
from lib.compare.linking.story import Floats, Story

LINKS, SIBLINGS, SECOND = "links", "siblings", "second"
SETS = MIXED, SINGLE = "mixed", "single"
FLOOR = 0.02
"""Scores below are not kept."""
_AT_ONCE = 100_000


def pair_scores(story: Story) -> csr_matrix:
    """How probably two sentences report the same event, from 0 to 1: symmetric, 0 within an article, shape (n, n)."""
    n = len(story.sentences)
    pairs = evidence.candidates(story)
    if not len(pairs[0]):
        return csr_matrix((n, n), dtype=np.float32)
    own = evidence.of_links(story, pairs)
    brothers = evidence.siblings(story)
    total = np.zeros(len(own), np.float32)
    for models in SETS:
        scores = matrix(n, pairs, predict(models, LINKS, own))
        same = matrix(n, brothers, predict(models, SIBLINGS, evidence.of_siblings(story, brothers, scores)))
        more = evidence.of_second_links(story, pairs, scores, same)
        total += predict(models, SECOND, np.concatenate([own, more], axis=1))
    return matrix(n, pairs, (total / len(SETS)).astype(np.float32))


def predict(models: str, name: str, features: Floats) -> Floats:
    """Probabilities that one of the three models of a set gives for rows of evidence."""
    found = np.zeros(len(features), np.float32)
    for start in range(0, len(features), _AT_ONCE):
        part = slice(start, start + _AT_ONCE)
        (raw,) = _session(models, name).run(["raw"], {"features": features[part]})
        found[part] = 1 / (1 + np.exp(-raw.ravel()))
    return found


def matrix(n: int, pairs: Pairs, scores: Floats) -> csr_matrix:
    """Scores of pairs as a symmetric matrix of shape (n, n), those below FLOOR left out."""
    kept = scores >= FLOOR
    i, j, score = pairs[0][kept], pairs[1][kept], scores[kept].astype(np.float32)
    places = np.concatenate([i, j]), np.concatenate([j, i])
    return csr_matrix((np.concatenate([score, score]), places), shape=(n, n))


@cache
def _session(models: str, name: str) -> onnxruntime.InferenceSession:
    options = onnxruntime.SessionOptions()
    options.log_severity_level = 3
    options.add_session_config_entry("session.intra_op.allow_spinning", "0")
    path = Path(__file__).with_name(models) / f"{name}.onnx"
    return onnxruntime.InferenceSession(path, options, providers=["CPUExecutionProvider"])
